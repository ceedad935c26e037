"""What the tests of requirements look at, and how they count what is there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from lkjip_analysis.assessment.compliance_items import Status
from lkjip_analysis.checks.findings import Finding, spread
from lkjip_analysis.checks.texts import passages
from lkjip_analysis.data.reading import R, TableData
from lkjip_analysis.data.schemas import Narasi
from lkjip_analysis.results import Results


@dataclass
class Count:
    """Parts that are there and parts that are missing, gathered while a requirement is tested."""

    ada: int = 0
    hilang: int = 0
    kurang: list[str] = field(default_factory=list)
    catatan: list[str] = field(default_factory=list)

    def add(self, there: bool, what: str) -> None:
        """Count one part; name it where it is missing."""
        self.ada += there
        if not there:
            self.lack(what)

    def lack(self, what: str, parts: int = 1) -> None:
        """Name something missing that counts as so many parts."""
        self.hilang += parts
        self.kurang.append(what)

    @property
    def jumlah(self) -> int:
        """All parts."""
        return self.ada + self.hilang

    @property
    def status(self) -> Status:
        """Say how much is there; nothing to count is ``belum``."""
        if not self.ada:
            return "belum"
        return "sebagian" if self.hilang else "terpenuhi"


@dataclass(frozen=True)
class Evidence:
    """What the tests look at."""

    hasil: Results
    findings: Sequence[Finding]

    def rows(self, table: type[R]) -> TableData[R]:
        """Give the rows of a table of the report's year."""
        return self.hasil.data[table]

    def fact(self, key: str) -> bool:
        """Say whether a fact is filled."""
        return self.hasil.data.identitas.has(key)

    def sections(self) -> set[str]:
        """Name the sections of ``narasi.csv`` that have text."""
        return {passage.bagian for passage in passages(self.hasil, Narasi)}

    def against(self, *ids: str, always: bool = False) -> list[Finding]:
        """List the findings that speak against a requirement.

        An acknowledged error stays an error of the report, and a doubted value doubted; a note or
        an acknowledged warning does not count, unless ``always``: what is missing stays missing.
        """
        return [
            finding
            for finding in spread(self.findings)
            if finding.id in ids
            and (
                always
                or finding.doubts
                or finding.keparahan == "galat"
                or (finding.keparahan == "peringatan" and not finding.diakui)
            )
        ]

    def count_findings(
        self, count: Count, *ids: str, sound: bool = False, always: bool = False
    ) -> None:
        """Count findings as missing parts; ``sound``: count their absence as a part."""
        found = self.against(*ids, always=always)
        for finding in found:
            count.lack(f"{finding.id}: {finding.pesan}" + (" (diakui)" if finding.diakui else ""))
        count.ada += sound and not found


Test = Callable[[Evidence, Count], None]
