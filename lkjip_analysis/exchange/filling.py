"""What the sheet of a table starts with, and what Excel holds in each of its cells."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import cached_property
from typing import Any

from lkjip_analysis.data.columns import Row
from lkjip_analysis.data.dialect import CellError
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
    ``carried`` are rows whose text was taken over as it was.
    """

    table: type[Row]
    header: Sequence[str]
    records: Sequence[Record]
    delimiter: str = ";"
    last: Mapping[int, Record] = field(default_factory=dict)
    required: Collection[tuple[int, str]] = ()
    proposed: Collection[tuple[int, str]] = ()
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

    def asking_for(self, required: Collection[tuple[int, str]]) -> Filling:
        """Give the same, with cells that must be filled."""
        return replace(self, required=required)

    @classmethod
    def of(cls, data: TableData[Any], required: Collection[tuple[int, str]]) -> Filling:
        """Take the cells of a table that was read, as they stand there.

        Parameters
        ----------
        required
            Its cells by row of the file and column that must be filled.
        """
        lines = {row.line: number for number, row in enumerate(data, start=2)}
        records = [{name: row.cell(name).nilai for name in data.header} for row in data]
        wanted = {(lines[line], name) for line, name in required if name in data.header}
        return cls(data.table, data.header, records, data.delimiter, required=wanted)


def scales(year: YearData) -> list[str]:
    """Name the rating scales of a unit."""
    return list(dict.fromkeys(row.skala for row in year[SkalaPredikat]))


def compulsory_cells(year: YearData) -> Mapping[str, set[tuple[int, str]]]:
    """List the blank cells that keep a report a draft, by table."""
    names = {data.berkas: name for name, data in year.tables.items()}
    found: dict[str, set[tuple[int, str]]] = {}
    for gap in list_gaps(year):
        if gap.wajib and gap.baris is not None and gap.kolom:
            found.setdefault(names[gap.berkas], set()).add((gap.baris, gap.kolom))
    return found


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
