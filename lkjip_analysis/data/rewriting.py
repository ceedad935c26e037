"""The data with another text in one cell, read as if it stood so in the file."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from lkjip_analysis.data.columns import Cell
from lkjip_analysis.data.dialect import CellError
from lkjip_analysis.data.reading import TableData, YearData, raise_problems, read_facts, reader_of
from lkjip_analysis.data.writing import cell_text
from lkjip_analysis.exceptions import DataError, Problem


def rewrite(data: YearData, cell: Cell, value: object) -> YearData:
    """Give the data, or those of a year before, with a value (``None``: blank) in a cell.

    Raises ``DataError`` where the cell's column does not allow it.
    """
    history = {
        year: rewrite(past, cell, value) if cell.berkas.startswith(f"{year}/") else past
        for year, past in data.history.items()
    }
    tables = {name: _rewrite(table, cell, value) for name, table in data.tables.items()}
    facts, faults = data.identitas, list[Problem]()
    if tables["identitas"].berkas == cell.berkas:
        facts, faults = read_facts(tables["identitas"])
    raise_problems(faults)
    return replace(data, tables=tables, history=history, identitas=facts)


def _rewrite(table: TableData[Any], cell: Cell, value: object) -> TableData[Any]:
    if table.berkas != cell.berkas:
        return table
    text = cell_text(value, table.delimiter)
    column = next(c for c in table.table.columns if c.name == cell.kolom)
    try:
        read = reader_of(column, table.delimiter)(text) if text else column.blank
    except CellError as error:
        raise DataError([error.at(cell.berkas, cell.baris, cell.kolom, text)]) from None
    rows = (row.rewritten(column, read, text) if row.line == cell.baris else row for row in table)
    return replace(table, rows=tuple(rows))
