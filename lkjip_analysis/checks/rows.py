"""Rows of a year's tables as the rules read them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import groupby

from lkjip_analysis.data.columns import Cell, Column, Row
from lkjip_analysis.data.reading import YearData
from lkjip_analysis.data.schemas import Iku, IndikatorProgram
from lkjip_analysis.results import Figure, Results, entities

Indicator = Iku | IndikatorProgram


def indicators(data: YearData) -> list[Indicator]:
    """List the IKU, then the indicators of the programmes."""
    return [*data[Iku], *data[IndikatorProgram]]


def filled(data: YearData, columns: Iterable[Column[str]]) -> Iterator[tuple[Row, Column[str]]]:
    """Walk over the filled cells of some columns, row by row; those of a table stand together."""
    for table, own in groupby(columns, key=lambda column: column.table):
        together = list(own)
        for row in data[table]:
            yield from ((row, column) for column in together if row[column])


def with_children(hasil: Results) -> Iterator[tuple[entities.Program, list[entities.Program]]]:
    """Walk over programmes, kegiatan and subkegiatan, each with those right below it."""
    below: dict[str, list[entities.Program]] = {}
    for item in hasil.program:
        below.setdefault(item.row.induk, []).append(item)
    yield from ((item, below.get(item.kode, [])) for item in hasil.program)


def since_last_year(
    hasil: Results, what: str
) -> Iterator[tuple[entities.Iku, Decimal, Decimal, Figure]]:
    """Walk over IKU with one of their figures beside last year's realisasi: values, and that."""
    for iku in hasil.iku:
        now, before = getattr(iku, what), iku.riwayat[hasil.tahun - 1]
        if now.decimal is not None and before.decimal is not None and now.beside(before):
            yield iku, now.decimal, before.decimal, before


def cells_of(kolom: str, rows: Iterable[Row]) -> tuple[Cell, ...]:
    """Point at the cells of a column in some rows."""
    return tuple(row.cell(kolom) for row in rows)


def fact_cells(hasil: Results, *keys: str) -> tuple[Cell, ...]:
    """Point at facts, as far as the file has them."""
    return tuple(cell for key in keys if (cell := hasil.data.fact_cell(key)) is not None)


def name_of(row: Row) -> str:
    """Name a row for a message: its code and, cut short, what it is called."""
    code = next((row[c] for c in row.columns if c.key and c.kind == "kode"), "")
    name = shorten(row.called)
    return f"{code} ({name})" if code and name else code or name


def shorten(text: str, length: int = 60) -> str:
    """Cut a text at a word's end.

    >>> shorten("Penyediaan Gaji dan Tunjangan ASN", 20)
    'Penyediaan Gaji dan …'
    """
    flat = " ".join(text.split())
    if len(flat) <= length:
        return flat
    return flat[:length].rsplit(" ", 1)[0] + " …"
