"""Sentences on why an indicator came to what it did: causes, obstacles, and what is not told."""

from __future__ import annotations

from functools import lru_cache

from lkjip_analysis.checks import explanations, run_checks
from lkjip_analysis.data.columns import Cell
from lkjip_analysis.presentation.output import escape_markdown
from lkjip_analysis.results import Results
from lkjip_analysis.results.entities import Iku, Indikator

UNTOLD = {explanations.CAUSE: "sebab belum dijelaskan", explanations.STEP: "tindakan belum disebut"}
_unexplained = lru_cache(maxsize=2)(explanations.unexplained)


def why(hasil: Results, one: Iku | Indikator) -> str:
    """Say the causes and obstacles of an indicator, and of a missed one what is not told.

    An acknowledgement's sentence for the reader stands in place of the latter.
    """
    said = [
        f"{label}: {escape_markdown('; '.join(row[kolom].rstrip('.') for row in rows))}."
        for label, kolom in (("Sebab", "sebab"), ("Hambatan", "hambatan"))
        if (rows := [row for row in one.tindakan if row[kolom]])
    ]
    cell = one.row.cell("realisasi")
    if lacking := _unexplained(hasil).get(cell):
        words = " dan ".join(UNTOLD[what] for what in lacking)
        said.append(_told_reader(hasil, cell) or f"*{words[0].upper()}{words[1:]}.*")
    return "".join(f" {words}" for words in said)


def _told_reader(hasil: Results, cell: Cell) -> str:
    """Give what an acknowledgement tells the reader of the missing explanation; mostly nothing."""
    rules = explanations.k77_tanpa_penjelasan.id, explanations.k84_program_tanpa_penjelasan.id
    told = (f.pengakuan.kalimat_pembaca for f in run_checks(hasil)
            if f.id in rules and f.pengakuan and f.sel[:1] == (cell,))  # fmt: skip
    return next((escape_markdown(words) for words in told if words), "")
