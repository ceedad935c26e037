"""What readers get of a year's data: the public columns of its tables, row for row as typed.

A row keeps its number: "baris 12" of a figure's trace is row 12 of the published file, too. What
is not public leaves a blank there.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

from lkjip_analysis.data.columns import Column, Row
from lkjip_analysis.data.facts import FACTS
from lkjip_analysis.data.reading import TableData, YearData
from lkjip_analysis.data.schemas import Identitas
from lkjip_analysis.data.writing import csv_bytes

FOLDER = "data"
"""Holds the published tables, in the folder of a report."""
NUMBERS = ("bilangan", "rupiah", "cacah")
SWAPPED = str.maketrans(",.", ".,")


@dataclass(frozen=True)
class PublicTable:
    """A table as it is published: under which name, and what was read."""

    file: str
    data: TableData[Any]

    @property
    def columns(self) -> list[Column[Any]]:
        """Its public columns, in the order of the source."""
        named = (getattr(self.data.table, name) for name in self.data.header)
        return [column for column in named if column.public]

    def rows(self) -> Iterator[tuple[int, list[str]]]:
        """Walk over the rows that readers may see, each with its number in the source."""
        for row in sorted(self.data, key=lambda row: row.line):
            if any(row.shows(column.name) for column in self.columns):
                yield row.line, [self._text(row, column) for column in self.columns]

    def _text(self, row: Row, column: Column[Any]) -> str:
        """Give a cell as typed, the number of an English file as an Indonesian writes it."""
        text = row.cell(column).nilai
        told = FACTS.get(row["kunci"], column) if column is Identitas.nilai else column
        english = self.data.delimiter == "," and told.kind in NUMBERS
        return text.translate(SWAPPED) if english else text

    def as_csv(self) -> bytes:
        """Write the file: semicolons, BOM, every row at its own number."""
        lines = {
            self.data.header_row: [column.name for column in self.columns],
            **dict(self.rows()),
        }
        first, *rest = (lines.get(number, []) for number in range(1, max(lines) + 1))
        return csv_bytes(first, rest)

    def as_record(self) -> dict[str, Any]:
        """Give what a page shows around a cell; ``huruf`` are a workbook's column letters."""
        letters = getattr(self.data.berkas, "letters", {})
        return {
            "berkas": self.file,
            "isi": self.data.table.row_is,
            "kolom": [column.name for column in self.columns],
            "nama": next((column.name for column in self.columns if column.naming), ""),
            "arti": [column.meaning for column in self.columns],
            "huruf": [letters[column.name] for column in self.columns if letters],
            "baris": [[number, *texts] for number, texts in self.rows()],
        }


def public_tables(data: YearData, named: Collection[str]) -> Iterator[PublicTable]:
    """Walk over this year's public tables that hold anything, and those of earlier years.

    Of earlier years only those that are ``named`` (file or sheet) by a figure's cells.
    """
    for year in (data, *data.past.values()):
        for table in year.tables.values():
            kind, own = table.table, year is data
            if kind.public and table and (own or (table.berkas in named and not kind.shared)):
                above = "" if own else f"{year.tahun}/"
                yield PublicTable(f"{FOLDER}/{above}{kind.file}", table)
