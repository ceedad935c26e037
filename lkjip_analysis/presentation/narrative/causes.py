"""Why an indicator came to what it did, in the unit's words: causes, obstacles, what is untold."""

from __future__ import annotations

from functools import lru_cache

from lkjip_analysis.checks import explanations, run_checks
from lkjip_analysis.data.columns import Cell
from lkjip_analysis.data.schemas import SebabTindakan
from lkjip_analysis.presentation.narrative.prose import section_rows
from lkjip_analysis.results import Results
from lkjip_analysis.results.entities import Iku, Indikator

UNTOLD, ELSEWHERE = "belum dijelaskan", "diuraikan pada Bab III"
_unexplained = lru_cache(maxsize=2)(explanations.unexplained)


def cause(hasil: Results, one: Iku | Indikator) -> str:
    """Say the causes of what an indicator came to; of a missed one also that they are not told.

    An acknowledgement's sentence for the reader stands in place of the latter.
    """
    told = _joined(one, "sebab")
    if told or not one.missed:
        return told
    cell = one.row.cell("realisasi")
    if explanations.CAUSE not in _unexplained(hasil).get(cell, ()):
        return ELSEWHERE
    return _told_reader(hasil, cell) or UNTOLD


def untold(hasil: Results) -> str:
    """Say that nothing tells what drove an IKU; what drove all of them may be told."""
    return f"{UNTOLD}{' tersendiri' * bool(section_rows(hasil, 'faktor_pendukung'))}"


def obstacles(one: Iku | Indikator) -> str:
    """Say what hindered; mostly nothing."""
    return _joined(one, "hambatan")


def steps(one: Iku | Indikator) -> list[SebabTindakan]:
    """List the rows that name an action."""
    return [row for row in one.tindakan if row.tindakan]


def _joined(one: Iku | Indikator, kolom: str) -> str:
    return "; ".join(row[kolom].rstrip(".") for row in one.tindakan if row[kolom])


def _told_reader(hasil: Results, cell: Cell) -> str:
    """Give what an acknowledgement tells the reader of the missing explanation; mostly nothing."""
    rules = explanations.k77_tanpa_penjelasan.id, explanations.k84_program_tanpa_penjelasan.id
    told = (f.pengakuan.kalimat_pembaca for f in run_checks(hasil)
            if f.id in rules and f.pengakuan and f.sel[:1] == (cell,))  # fmt: skip
    return next(filter(None, told), "")
