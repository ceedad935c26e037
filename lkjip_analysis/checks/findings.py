"""The record of a finding: what is wrong, where, why, and whether somebody has acknowledged it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from typing import Any, Literal, NamedTuple

from lkjip_analysis.data.columns import Cell
from lkjip_analysis.exceptions import place_of

Keparahan = Literal["galat", "peringatan", "catatan"]

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
