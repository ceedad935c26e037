"""Clean units with one thing spoiled, read without starting from scratch each time."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from unit_bersih import TAHUN, Unit, write_unit

from lkjip_analysis.checks import Finding, run_checks, spread
from lkjip_analysis.data.reading import YearData, read_facts, read_table
from lkjip_analysis.data.schemas import TABLES
from lkjip_analysis.data.validation import check_year, load_year
from lkjip_analysis.results import compute_results


@dataclass(frozen=True)
class CleanUnit:
    """A clean unit and its data as read from files."""

    unit: Unit
    data: YearData

    def findings(self, spoiled: Unit) -> tuple[list[Finding], bool]:
        """Check a changed copy, rule by rule; also say whether validation already refuses it."""
        changed = [file for file in spoiled if spoiled[file] != self.unit.get(file)]
        with tempfile.TemporaryDirectory() as folder:
            data, refused = reread(self.data, spoiled, changed, Path(folder))
        return list(spread(run_checks(compute_results(data)))), refused or bool(check_year(data))


def read_clean(unit: Unit) -> CleanUnit:
    """Write a unit, read it back, and keep both."""
    with tempfile.TemporaryDirectory() as folder:
        return CleanUnit(unit, load_year(TAHUN, write_unit(unit, Path(folder))))


def reread(base: YearData, unit: Unit, changed: Iterable[str], root: Path) -> tuple[YearData, bool]:
    """Read the changed files anew; also say whether reading already refuses them."""
    write_unit({file: unit[file] for file in changed}, root)
    tables, history, refused = dict(base.tables), dict(base.history), False
    facts = base.identitas
    for file in changed:
        name, folder = Path(file).stem, Path(file).parent.name
        table, faults = read_table(root / file, TABLES[name], file)
        refused |= bool(faults)
        if folder in ("", str(TAHUN)):
            tables[name] = table
            if name == "identitas":
                facts, faults = read_facts(table)
                refused |= bool(faults)
        else:
            past = history[int(folder)]
            history[int(folder)] = replace(past, tables={**past.tables, name: table})
    return replace(base, tables=tables, history=history, identitas=facts), refused


def points_at(finding: Finding, place: tuple[str, int, str]) -> bool:
    """Say whether a finding names the cell that was spoiled."""
    return any((cell.berkas, cell.baris, cell.kolom) == place for cell in finding.sel)
