"""What the sheet of a table starts with, and what Excel holds in each of its cells."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import cached_property
from typing import Any

from lkjip_analysis.data.columns import Row
from lkjip_analysis.data.dialect import CellError
from lkjip_analysis.data.following import following
from lkjip_analysis.data.gaps import list_gaps
from lkjip_analysis.data.reading import TableData, YearData, reader_of
from lkjip_analysis.data.schemas import SkalaPredikat
from lkjip_analysis.data.workbook import column_at
from lkjip_analysis.data.workbook_cells import EXACT, NUMBERS
from lkjip_analysis.data.writing import cell_text

Record = Mapping[str, str]


@dataclass(frozen=True)
class Filling:
    """What the sheet of a table starts with; rows are counted as the sheet does.

    ``last`` has the cells of the year before by row, ``required`` and ``proposed`` are cells,
    ``follows`` says of blank cells where their value comes from, ``carried`` are rows whose text
    was taken over as it was.
    """

    table: type[Row]
    header: Sequence[str]
    records: Sequence[Record]
    delimiter: str = ";"
    last: Mapping[int, Record] = field(default_factory=dict)
    required: Collection[tuple[int, str]] = ()
    proposed: Collection[tuple[int, str]] = ()
    follows: Mapping[tuple[int, str], str] = field(default_factory=dict)
    carried: Collection[int] = ()

    @cached_property
    def layout(self) -> list[tuple[str, str]]:
        """List the columns of the sheet: name, and ``own``, ``last`` (a year ago) or ``help``."""
        told = {n for old in self.last.values() for n, text in old.items() if text} - {"catatan"}
        slots = []
        for name in self.header:
            if name in ("nilai", "teks") and self.table.name in ("identitas", "narasi"):
                slots.append((name, "help"))
            slots.append((name, "own"))
            if name in told:
                slots.append((name, "last"))
        return slots

    @property
    def places(self) -> dict[str, int]:
        """Say where each column of the table stands."""
        return {name: at for at, (name, role) in enumerate(self.layout) if role == "own"}

    @classmethod
    def of(cls, data: TableData[Any]) -> Filling:
        """Take the cells of a table that was read, as they stand there."""
        records = [{name: row.cell(name).nilai for name in data.header} for row in data]
        return cls(data.table, data.header, records, data.delimiter)


def guided(fillings: Iterable[Filling], year: YearData) -> list[Filling]:
    """Give the same for a year, with the cells that must be filled, and those that follow."""
    names = {data.berkas: name for name, data in year.tables.items()}
    gaps = [gap for gap in list_gaps(year) if gap.wajib]
    required = {(names[gap.berkas], gap.baris or 0, gap.kolom or "") for gap in gaps}
    follows = following(year)

    def own(filling: Filling) -> Filling:
        cells = {
            (filling.table.name, row.line, name): (line, name)
            for line, row in enumerate(sorted(year[filling.table], key=_line), start=2)
            for name in filling.header
        }
        return replace(
            filling,
            required={cells[cell] for cell in required & cells.keys()},
            follows={cells[cell]: text for cell, text in follows.items() if cell in cells},
        )

    return [own(filling) for filling in fillings]


def _line(row: Row) -> int:
    return row.line


def scales(year: YearData) -> list[str]:
    """Name the rating scales of a unit."""
    return list(dict.fromkeys(row.skala for row in year[SkalaPredikat]))


def value_of(filling: Filling, name: str, record: Record, text: str | None = None) -> object:
    """Give a cell as Excel would hold it, where nothing of its text is lost by that."""
    text = record.get(name, "") if text is None else text
    column = column_at(filling.table, name, record)
    if not text or column.kind not in (*NUMBERS, "tanggal"):
        return text[1:] if text[:1] == "'" and text[1:2] in "=+-@" and text[1:2] else text
    try:
        value = reader_of(column, filling.delimiter)(text)
    except CellError:
        return text
    value = Decimal(value) if isinstance(value, int) else value
    if cell_text(value, filling.delimiter) != text:
        return text
    exact = not isinstance(value, Decimal) or value == Decimal(f"{float(value):.{EXACT}g}")
    return value if exact else text


def zeros_of(value: object) -> str:
    """Give the format of a number that is written with zeros behind it.

    >>> zeros_of(Decimal("21.60")), zeros_of(Decimal("21.6"))
    ('0.00', '')
    """
    text = f"{value:f}" if isinstance(value, Decimal) else ""
    return f"0.{'0' * len(text.partition('.')[2])}" if "." in text and text.endswith("0") else ""
