"""Blank cells whose value follows from other cells: no fact is asked for twice.

A sum, a mark or a document is typed where it arises; the cell that repeats it may stay blank. What
is typed there all the same is compared with it by the rules (``checks``).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from lkjip_analysis.beside import beside
from lkjip_analysis.data.columns import Column, Row
from lkjip_analysis.data.dialect import is_blank
from lkjip_analysis.data.reading import YearData
from lkjip_analysis.data.schemas import Evaluasi, Identitas, Iku, KomponenIku, Program
from lkjip_analysis.measures.budget import roll_up

SCORED = ("skm", "ipp")
"""Files that a component of a composite IKU may have its value from."""

FROM: dict[str, str] = beside(__file__)
"""Where a value comes from, in words."""


def following(year: YearData) -> Mapping[tuple[str, int, str], str]:
    """Give the blank cells that follow, by table, row and column, and where from in words."""
    return {
        (row.name, row.line, column.name): FROM[source]
        for row, column, source in _following(year)
        if is_blank(row.cell(column).nilai)
    }


def has_its_mark(year: YearData, row: Iku) -> bool:
    """Whether a blank realisation of an IKU is the sum of the marks of the LHE."""
    own = row.kode_iku == year.identitas.kode_iku_akip
    return own and bool(year[Evaluasi]) and not row.realisasi_predikat


def _following(year: YearData) -> Iterator[tuple[Row, Column[Any], str]]:
    composed = {row.kode_iku for row in year[KomponenIku]}
    for row in year[Iku]:
        if row.kode_iku in composed:
            yield row, Iku.realisasi, "komponen_iku"
        elif has_its_mark(year, row):
            yield row, Iku.realisasi, "evaluasi"
        if row.kode_iku == year.identitas.kode_iku_akip:
            yield row, Iku.bukti, "lhe"
    for part in year[KomponenIku]:
        if part.sumber in SCORED:
            yield part, KomponenIku.nilai, part.sumber
    above = {row.induk for row in year[Program]}
    summed = _summed(year.history.get(year.tahun - 1))
    for item in (row for row in year[Program] if row.kode in above):
        yield item, Program.realisasi, "realisasi"
        if item.kode in summed:
            yield item, Program.pagu, "pagu"
    for fact in year[Identitas]:
        if fact.kunci == "total_pagu_dpa":
            yield fact, Identitas.nilai, "total_pagu_dpa"


def _summed(past: YearData | None) -> set[str]:
    """Find the items whose pagu was that of the items below them a year ago."""
    rows = past[Program].rows if past else ()
    tree = {row.kode: row.induk or None for row in rows}
    rolled = roll_up(tree, {row.kode: row.pagu for row in rows})
    return {code for code, (_, parts) in rolled.items() if parts and tree[parts[0]] == code}
