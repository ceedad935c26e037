"""The record of a finding, and the rule that makes it.

A rule is a small function over one year's results that yields hits; ``rule`` gives it an ID,
a severity, a title, the reason why it exists, and an example, all shown to the analyst.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass
from typing import Any, Literal, NamedTuple

from lkjip_analysis.beside import beside
from lkjip_analysis.data.reading import Cell
from lkjip_analysis.exceptions import place_of
from lkjip_analysis.results import Figure, Results

Keparahan = Literal["galat", "peringatan", "catatan"]

DESCRIPTIONS: dict[str, dict[str, Any]] = beside(__file__, "rules")
"""What people read of each rule, by ID."""

KEPARAHAN: tuple[Keparahan, ...] = ("galat", "peringatan", "catatan")
"""Severities, gravest first: wrong for sure, likely wrong, worth knowing."""


UNIT = "unit"
"""Entity of a finding that is about the whole unit."""


class Repair(NamedTuple):
    """A value that a cell may have been meant to hold, and the slip that made it another."""

    sel: Cell
    nilai: Any
    dugaan: str = ""


@dataclass(frozen=True)
class Acknowledgement:
    """Why a finding is accepted, by whom, for which year, and what the reader is told of it.

    ``berlaku`` is a year or ``seterusnya`` (for good); ``kalimat_pembaca`` is blank where the
    reader is told nothing.
    """

    alasan: str
    oleh: str = ""
    berlaku: str = ""
    kalimat_pembaca: str = ""


@dataclass(frozen=True)
class Finding:
    """One thing in the data that is wrong, likely wrong, or worth knowing.

    ``sel`` holds the cells concerned, the one to look at first in front; ``selisih`` the exact
    difference, ``dugaan`` the likely cause, ``saran`` what to do. ``run_checks`` adds ``entitas``
    (whom it is about: the key of the first cell's row, or ``UNIT``), ``nilai`` (all its cells
    by their keys, each with its value), ``pengakuan`` (``None`` where nobody acknowledged it),
    ``gugur`` (why an acknowledgement given for it does not hold) and that one's row. ``ragu`` are
    the cells whose values it doubts, ``angka`` the keys of figures it doubts beside them,
    ``pembaca`` how readers are told; ``usul`` what would mend it, ``akibat`` the findings that
    would be gone with it (see ``checks.folding``).
    """

    id: str
    keparahan: Keparahan
    judul: str
    pesan: str
    sel: tuple[Cell, ...] = ()
    selisih: str = ""
    dugaan: str = ""
    saran: str = ""
    entitas: str = ""
    nilai: tuple[str, ...] = ()
    pengakuan: Acknowledgement | None = None
    gugur: str = ""
    baris_gugur: int | None = None
    ragu: tuple[Cell, ...] = ()
    angka: tuple[str, ...] = ()
    pembaca: str = ""
    usul: tuple[Repair, ...] = ()
    akibat: tuple[Finding, ...] = ()

    @property
    def diakui(self) -> str:
        """Reason and person of the acknowledgement, blank where there is none."""
        known = self.pengakuan
        if known is None:
            return ""
        return known.alasan + (f" ({known.oleh})" if known.oleh else "")

    @property
    def doubts(self) -> bool:
        """Does it doubt a value?"""
        return bool(self.ragu or self.angka)

    @property
    def kalimat(self) -> str:
        """The sentence for readers: the unit's own where it gave one; no column, file or rule."""
        if self.pengakuan and self.pengakuan.kalimat_pembaca:
            return self.pengakuan.kalimat_pembaca
        said = self.pembaca or self.pesan.replace("_", " ")
        return f"{said[:1].upper()}{said[1:].rstrip('.')}."

    @property
    def berkas(self) -> str:
        """File of the first cell, blank where the finding has none."""
        return self.sel[0].berkas if self.sel else ""

    @property
    def baris(self) -> int | None:
        """Spreadsheet row of the first cell."""
        return self.sel[0].baris if self.sel else None

    @property
    def kolom(self) -> str:
        """Column of the first cell."""
        return self.sel[0].kolom if self.sel else ""

    @property
    def tempat(self) -> str:
        """Where to look: ``2024/program.csv, baris 2, kolom pagu``."""
        return place_of(self.berkas, self.baris, self.kolom)

    @property
    def ikut(self) -> str:
        """What else is wrong through it: the places of the findings folded in, by rule."""
        return "; ".join(f"{one.id} {one.tempat}" for one in self.akibat)

    def as_text(self) -> str:
        """Say the finding in a few lines."""
        place = f"{self.tempat}: " if self.tempat else ""
        lines = [f"[{self.id} {self.keparahan}] {place}{self.pesan}"]
        for label, text in (
            ("selisih  ", self.selisih),
            ("dugaan   ", self.dugaan),
            ("perbaikan", self.saran),
            ("diakui   ", self.diakui),
            ("gugur    ", self.gugur),
            ("akibatnya", self.ikut),
        ):
            if text:
                lines.append(f"  {label} : {text}")
        return "\n".join(lines)

    def as_record(self) -> dict[str, object]:
        """Give the finding as a plain record, for JSON."""
        record = asdict(self)
        for name in ("sel", "ragu"):
            record[name] = [asdict(cell) for cell in getattr(self, name)]
        del record["usul"]
        record["akibat"] = [one.as_record() for one in self.akibat]
        place = {"berkas": self.berkas, "baris": self.baris, "kolom": self.kolom}
        return {**record, **place, "diakui": self.diakui}


def spread(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Give the findings, those folded into others beside them."""
    for one in findings:
        yield one
        yield from one.akibat


@dataclass(frozen=True)
class Hit:
    """What a rule saw; the rule adds its ID, title and severity.

    ``angka`` are figures that it doubts, ``pembaca`` its words for readers where ``pesan`` is not
    fit for them, ``usul`` values of cells that would mend it.
    """

    pesan: str
    sel: tuple[Cell, ...] = ()
    selisih: str = ""
    dugaan: str = ""
    saran: str = ""
    keparahan: Keparahan | None = None  # where this hit is graver or lighter than its rule
    angka: tuple[Figure, ...] = ()
    pembaca: str = ""
    usul: tuple[Repair, ...] = ()


ELSE_OF_RULE = ("keparahan", "dugaan", "saran")
"""What a hit that names none of its own has of its rule."""


@dataclass(frozen=True)
class Rule:
    """One rule: its ID, usual severity, title, why it exists, an example, and the function.

    ``dugaan`` and ``saran`` are the cause and the remedy of a hit that names none of its own.
    One that is ``seunit`` gathers what it sees all over the unit in a finding. ``ragu`` names
    the columns whose cells a finding of it doubts (``angka``: figures that the hit names); none:
    it doubts no value. A warning of one that is ``menahan`` keeps a report from being final.
    """

    id: str
    keparahan: Keparahan
    judul: str
    alasan: str
    contoh: str
    look: Callable[[Results], Iterator[Hit]]
    seunit: bool = False
    ragu: tuple[str, ...] = ()
    menahan: bool = False
    dugaan: str = ""
    saran: str = ""

    def __call__(self, hasil: Results) -> Iterator[Finding]:
        """Run the rule."""
        of_whom = UNIT if self.seunit else ""
        for hit in self.look(hasil):
            own: dict[str, Any] = {
                name: vars(hit)[name] or vars(self)[name] for name in ELSE_OF_RULE
            }
            own["ragu"] = tuple(cell for cell in hit.sel if cell.kolom in self.ragu)
            own["angka"] = tuple(figure.kunci for figure in hit.angka)
            said = vars(hit) | own
            yield Finding(id=self.id, judul=self.judul, entitas=of_whom, **said)


def rule(
    id: str,
    keparahan: Keparahan,
    *,
    seunit: bool = False,
    ragu: tuple[str, ...] = (),
    menahan: bool = False,
) -> Callable[[Callable[[Results], Iterator[Hit]]], Rule]:
    """Make a function a rule; ``rules.toml`` has its title, why it exists, and an example.

    Parameters
    ----------
    id
        Stable ID such as ``K01``; acknowledgements refer to it.
    keparahan
        Usual severity.
    seunit
        Whether a finding gathers rows of the whole unit, rather than being about one.
    ragu
        Columns whose values its findings doubt: a contradiction, an impossible or implausible
        value; ``angka`` where the hits name the figures, as a wrong total whose parts may be
        right. Blank for style, a missing text, a decision of people.
    menahan
        Whether a warning keeps a report from being final, as every error does: the numbers deny
        a sentence, or what was missed is not explained.
    """

    def make(look: Callable[[Results], Iterator[Hit]]) -> Rule:
        told = DESCRIPTIONS[id]
        words = told["judul"], told["alasan"], told["contoh"]
        more = told.get("dugaan", ""), told.get("saran", "")
        return Rule(id, keparahan, *words, look, seunit, ragu, menahan, *more)

    return make
