"""Rows of a year's tables as the rules read them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Any

from lkjip_analysis.data.reading import Cell, YearData
from lkjip_analysis.data.validation import frame_rows
from lkjip_analysis.results import Results, slug


@dataclass(frozen=True)
class Row:
    """One row of a table, with the way back to its cells."""

    data: YearData
    tabel: str
    baris: int
    nilai: Mapping[str, Any]

    def text(self, kolom: str) -> str:
        """Give the text of a cell; blank where there is none."""
        value = self.nilai.get(kolom)
        return "" if value is None else str(value)

    def number(self, kolom: str) -> Decimal | None:
        """Give the number of a cell, or None."""
        value = self.nilai.get(kolom)
        return value if isinstance(value, Decimal) else None

    def cell(self, kolom: str) -> Cell:
        """Point at a cell."""
        return self.data.cell(self.tabel, self.baris, kolom)

    def cells(self, *kolom: str) -> tuple[Cell, ...]:
        """Point at several cells of the row."""
        return tuple(self.cell(name) for name in kolom)


class _Same:
    """A key that is equal to the very same year's data only."""

    def __init__(self, data: YearData) -> None:
        self.data = data

    def __hash__(self) -> int:
        return id(self.data)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.data is self.data


@lru_cache(maxsize=64)
def _rows(same: _Same, tabel: str) -> tuple[Row, ...]:
    return tuple(Row(same.data, tabel, baris, row) for baris, row in frame_rows(same.data[tabel]))


def rows(data: YearData, tabel: str) -> list[Row]:
    """List the rows of a table, in file order; read once, since the data are frozen."""
    return list(_rows(_Same(data), tabel))


def children_of(items: list[Row]) -> dict[str, list[Row]]:
    """Group the rows of a tree by their parent's code; the roots are under a blank one."""
    groups: dict[str, list[Row]] = {}
    for row in items:
        groups.setdefault(row.text("induk"), []).append(row)
    return groups


def value_of(hasil: Results, kunci: str) -> Decimal | None:
    """Give the number of a figure, or None where it is not known."""
    figure = hasil.get(kunci)
    return figure.nilai if figure is not None and isinstance(figure.nilai, Decimal) else None


def amount(hasil: Results, row: Row, kolom: str) -> Decimal | None:
    """Amount of an item of ``program.csv``: its own, or its children's sum."""
    return value_of(hasil, f"program.{slug(row.text('kode'))}.{kolom}")


def indicator_key(row: Row) -> str:
    """Give the front of the keys of a row of ``indikator_program.csv``."""
    return f"indikator.{slug(row.text('kode'))}.{row.text('urutan')}"


def name_of(row: Row) -> str:
    """Name a row for a message: its code and, cut short, its name."""
    code = row.text("kode") or row.text("kode_iku") or row.text("kode_sasaran")
    name = row.text("nama") or row.text("indikator") or row.text("sasaran") or row.text("komponen")
    return f"{code} ({shorten(name)})" if code and name else code or shorten(name)


def shorten(text: str, length: int = 60) -> str:
    """Cut a text at a word's end.

    >>> shorten("Penyediaan Gaji dan Tunjangan ASN", 20)
    'Penyediaan Gaji dan …'
    """
    flat = " ".join(text.split())
    if len(flat) <= length:
        return flat
    return flat[:length].rsplit(" ", 1)[0] + " …"
