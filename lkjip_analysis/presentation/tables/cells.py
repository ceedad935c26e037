"""The cells of a published table, and the notes that explain the dashes among them."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from lkjip_analysis.data.columns import Row as DataRow
from lkjip_analysis.data.schemas import SkalaPredikat
from lkjip_analysis.formatting import MISSING, format_value, format_with_unit
from lkjip_analysis.measures.achievement import UNPUBLISHED
from lkjip_analysis.presentation.cell import Cell, angka, status, text
from lkjip_analysis.presentation.layout import ABOVE, LEFT, Row
from lkjip_analysis.presentation.plain import in_words
from lkjip_analysis.results import Figure, Results
from lkjip_analysis.results.entities import Iku, Indikator, Program
from lkjip_analysis.results.names import Angka, predikat_of

BLANK_CELL = re.compile(r"(belum tersedia): \S+(?: lembar .+?)? (?:baris|sel) \w+ kolom \S+")
REPORTED = "†"
WITHOUT_PAGU = "pagu belum tersedia"
MANY_RANGES = 6
LONG_UNIT = 16


@dataclass
class Cells:
    """Writes the cells of one table and remembers why some hold only a dash."""

    hasil: Results
    reasons: Counter[str] = field(default_factory=Counter)
    reported: dict[str, None] = field(default_factory=dict)  # why these cannot be computed

    def angka(self, figure: Figure, shown: str | None = None, reason: str = "") -> Cell:
        """Write a figure; an unknown one as a dash whose reason goes under the table."""
        if not figure.rumus:
            return self.dash(figure.alasan)
        if not figure.known:
            self.remember(reason or figure.alasan or f"belum ada data untuk {figure.rumus}")
        return angka(figure, shown)

    def each(self, *figures: Figure) -> list[Cell]:
        """Write figures, one a cell."""
        return [self.angka(figure) for figure in figures]

    def bersatuan(self, figure: Figure) -> Cell:
        """Write a target or realisation with its unit: ``3 dokumen``, ``100%``."""
        if figure.decimal is None:
            return self.angka(figure)
        return angka(figure, shown_with_unit(figure))

    def teks(self, row: DataRow, kolom: str) -> str:
        """Write data text; a blank as a dash that names its cell under the table."""
        if row.has(kolom):
            return text(row[kolom])
        cell = row.cell(kolom)
        return self.dash(f"belum tersedia: {cell.tempat}")

    def serapan(self, item: Program) -> Cell:
        """Write absorption: computed where pagu is known, else as reported, with its mark."""
        return self._or_reported(item.serapan, item.serapan_dilaporkan, WITHOUT_PAGU)

    def capaian(self, one: Indikator) -> Cell:
        """Write capaian: computed where there is a target, else as reported, with its mark."""
        return self._or_reported(one.capaian, one.capaian_dilaporkan, UNPUBLISHED)

    def target(self, iku: Iku, *, unit: bool = True) -> Cell:
        """Write a target with its predikat: ``72 (BB)``; ``Tinggi (4)`` where that is given.

        ``unit`` is off where the table has a column for it.
        """
        return self.berpredikat(iku, Iku.target, bare=not unit or has_long_unit(iku))

    def realisasi(self, iku: Iku) -> Cell:
        """Write a realisation with its predikat, where the data give one."""
        return self.berpredikat(iku, Iku.realisasi, bare=has_long_unit(iku))

    def kinerja(self, iku: Iku) -> list[Cell]:
        """Write target, realisation, capaian and status of an IKU."""
        measured = self.angka(iku.capaian), status(iku.status)
        return [self.target(iku), self.realisasi(iku), *measured]

    def nilai(self, iku: Iku, figure: Figure) -> Cell:
        """Write another figure of an IKU in the indicator's unit, a score with its predikat."""
        if letter := predikat_of_score(iku, figure):
            return angka(figure, f"{letter} ({figure.tampil})")
        rated_only = iku.predikat_of(figure)
        if rated_only.known and not figure.known:
            return angka(rated_only)
        return self.angka(figure) if has_long_unit(iku) else self.bersatuan(figure)

    def berpredikat(self, one: Iku | Indikator, kind: Angka, *, bare: bool = False) -> Cell:
        """Write a target or realisation of an indicator; ``bare``: without its unit."""
        figure, letter = one.at(kind), one.row[predikat_of(kind.nama)]
        rated_only = one.predikat_of(figure)
        if rated_only.known:
            score = f" ({figure.tampil})" if figure.known else ""
            return self.angka(rated_only, f"{rated_only.tampil}{score}")
        if letter and figure.known:
            return angka(figure, f"{figure.tampil if bare else shown_with_unit(figure)} ({letter})")
        return self.angka(figure) if bare else self.bersatuan(figure)

    def _or_reported(self, computed: Figure, reported: Figure, why: str) -> Cell:
        if computed.known or not reported.known:
            return self.angka(computed)
        self.reported[why] = None
        return angka(reported, reported.tampil + REPORTED)

    def dash(self, reason: str) -> str:
        """Write a dash and remember its reason."""
        self.remember(reason)
        return MISSING

    def remember(self, reason: str) -> None:
        """Remember the reason of a dash; which cell is blank is for ``lkjip check`` to tell."""
        self.reasons[in_words(BLANK_CELL.sub(r"\1", reason))] += 1

    def notes(self, *lines: str) -> list[str]:
        """List the notes of the table: its own lines, then what its marks and dashes mean."""
        result = [line for line in lines if line]
        if self.reported:
            why = " atau ".join(self.reported)
            result.append(
                f"{REPORTED} sebagaimana dilaporkan; {why} sehingga tidak dapat dihitung ulang."
            )
        told = self.reasons.items()
        result += [f"{MISSING} pada {count} sel: {reason}." for reason, count in told]
        return result


def predikat_of_score(iku: Iku, score: Figure) -> str:
    """Name the class of a score, for an IKU whose realisation is a predikat only."""
    if not (score.known and iku.realisasi_predikat.known):
        return ""
    same = (
        one.kategori
        for one in iku.data[SkalaPredikat]
        if one.skala == iku.row.skala and one.skor == score.nilai
    )
    return next(same, "")


def has_long_unit(iku: Iku) -> bool:
    """Say whether the unit is too long for a narrow column (and so told in a note)."""
    return len(iku.row.satuan) > LONG_UNIT


def shown_with_unit(figure: Figure) -> str:
    """Write a known number as printed, followed by its unit where one belongs to it."""
    given = format_value(figure.nilai, figure.satuan, given=True)
    unit = format_with_unit(figure.number, figure.satuan).removeprefix(given)
    return figure.tampil + unit


def describe_rows(rows: Iterable[int]) -> str:
    """Name rows of a file, runs drawn together; only their number where there are many runs.

    >>> describe_rows([9, 3, 4, 5]), describe_rows(range(2, 40, 3))
    ('baris 3–5, 9', '13 baris')
    """
    ordered = sorted(set(rows))
    starts = [ordered[0]] + [b for a, b in pairwise(ordered) if b != a + 1]
    ends = [a for a, b in pairwise(ordered) if b != a + 1] + [ordered[-1]]
    if len(starts) > MANY_RANGES:
        return f"{len(ordered)} baris"
    return "baris " + ", ".join(
        str(a) if a == b else f"{a}–{b}" for a, b in zip(starts, ends, strict=True)
    )


def breakable(word: str, every: int = 16) -> str:
    """Write a long word so that it may break between groups of characters."""
    parts = [html.escape(word[i : i + every]) for i in range(0, len(word), every)]
    return "<wbr>".join(parts)


def join_cells(parts: Sequence[str], mark: str = "<br>") -> str:
    """Put non-blank pieces of HTML into one cell."""
    return mark.join(part for part in parts if part)


def joined_rows(
    lead: Sequence[Cell], lines: Sequence[Sequence[Cell]], tail: Sequence[Cell] = ()
) -> list[Row]:
    """Make one row a line, with the cells before and after them shared by all."""
    above = [ABOVE] * len(lead), [ABOVE] * len(tail)
    return [
        Row([*(lead, above[0])[place > 0], *line, *(tail, above[1])[place > 0]])
        for place, line in enumerate(lines)
    ]


def total_row(label: str, span: int, *cells: Cell) -> Row:
    """Make a row of sums or means whose label reaches over the first columns."""
    return Row([label, *[LEFT] * (span - 1), *cells], "jumlah")
