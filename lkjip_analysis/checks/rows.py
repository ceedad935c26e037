"""Rows of a year's tables as the rules read them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from lkjip_analysis.data.columns import Column, Row
from lkjip_analysis.data.reading import YearData
from lkjip_analysis.data.schemas import Iku, IndikatorProgram, Program

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


def children_of(items: Iterable[Program]) -> dict[str, list[Program]]:
    """Group the rows of a tree by their parent's code; the roots are under a blank one."""
    groups: dict[str, list[Program]] = {}
    for row in items:
        groups.setdefault(row.induk, []).append(row)
    return groups


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
