"""The rule on what is filled in: a key in braces must be known, have a value, and be in a text."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from lkjip_analysis.checks.rows import fact_cells, filled
from lkjip_analysis.checks.rules import Hit, hit, rule
from lkjip_analysis.checks.texts import PLACEHOLDER
from lkjip_analysis.checks.wording import WRITTEN
from lkjip_analysis.data.columns import Cell
from lkjip_analysis.data.facts import FACTS
from lkjip_analysis.data.schemas import Narasi, Pengakuan
from lkjip_analysis.results import Figure, Results, keys

LITERAL = tuple(c for c in WRITTEN if c not in (Narasi.teks, Pengakuan.nilai, Pengakuan.alasan))
"""Texts that are printed as typed; the last two tell of others, braces and all."""


@rule("K78", "galat")
def k78_kunci(hasil: Results) -> Iterator[Hit]:
    """Look up every filled-in place of the texts."""
    facts = hasil.data.identitas
    known = {*keys.WORDS, *(f"identitas.{key}" for key in FACTS), *hasil.figures}
    for row, column in filled(hasil.data, LITERAL):
        for name in dict.fromkeys(PLACEHOLDER.findall(row[column])):
            if name in known:
                yield hit("K78.apa_adanya", (row.cell(column),), name=name)
    told: dict[str, list[Cell]] = {}
    for row in hasil.data[Narasi]:
        for name in dict.fromkeys(PLACEHOLDER.findall(row.teks)):
            if name in known:
                told.setdefault(name, []).append(row.cell("teks"))
            elif meant := keys.meant_key(name, known):
                yield hit("K78.tidak_dikenal", (row.cell("teks"),), name=name, saran=meant)
    for name, cells in told.items():
        figure, fact = hasil.figures.get(name), name.removeprefix("identitas.")
        if figure is not None and not figure.known:
            where = (*cells, *islice(_blank(hasil, figure), 3))
            yield hit("K78.belum_ada", where, name=name, dugaan=figure.alasan)
        elif fact != name and fact in FACTS and not facts.has(fact):
            where = (*fact_cells(hasil, fact), *cells)
            yield hit("K78.belum_ada", where, name=name, dugaan="belum diisi di identitas.csv")


def _blank(hasil: Results, figure: Figure) -> Iterator[Cell]:
    """Walk over the blank cells for which a figure has no value."""
    yield from (cell for cell in figure.masukan if not cell.nilai)
    for part in map(hasil.figures.__getitem__, figure.dari):
        if not part.known:
            yield from _blank(hasil, part)
