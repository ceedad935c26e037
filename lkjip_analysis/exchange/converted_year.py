"""A year's tables out of their files into a workbook, and back; nothing is lost on the way."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from lkjip_analysis.data.dialect import CellError
from lkjip_analysis.data.files import IMPORTED, find_file, is_year, workbook_file
from lkjip_analysis.data.package import refused
from lkjip_analysis.data.reading import (
    TableData,
    raise_problems,
    read_table,
    read_year,
    reader_of,
    table_of,
)
from lkjip_analysis.data.schemas import APART, TABLES
from lkjip_analysis.data.sheet import Sheet
from lkjip_analysis.data.validation import load_year
from lkjip_analysis.data.workbook import column_at, read_workbook
from lkjip_analysis.data.workbook_cells import NUMBERS
from lkjip_analysis.data.writing import cell_text, csv_bytes
from lkjip_analysis.exceptions import CallError, DataError
from lkjip_analysis.exchange.filling import Filling, Record, guided, scales
from lkjip_analysis.exchange.proposal import Proposal
from lkjip_analysis.exchange.workbook import workbook_bytes


def export_year(root: Path, tahun: int) -> tuple[bytes, list[str]]:
    """Make the workbook of a year from its tables, and say what does not come along.

    Some tables stay in their files, see ``APART``.
    """
    sound = load_year(tahun, root, whole=False)
    year, _ = read_year(root, tahun)
    held = (
        Filling.of(data)
        for data in year.tables.values()
        if data.sha256 and not data.table.shared and data.table not in APART
    )
    apart = [(year.tables[table.name], why) for table, why in APART.items()]
    notes = [f"{data.berkas} tetap berkas tersendiri: {why}" for data, why in apart if data]
    named = sound.identitas.nama_unit, guided(held, sound), scales(sound)
    return workbook_bytes(tahun, tahun - 1, *named), notes


def plan_import(path: Path, root: Path, tahun: int | None) -> Proposal:
    """Find out what a workbook changes in the files of its year, and change nothing."""
    book = read_workbook(path, path.name)
    if book.fault:
        raise DataError([book.fault])
    named = re.search(r"\b(?:19|20|21)\d{2}\b", path.stem)
    tahun = tahun or book.tahun or (int(named[0]) if named else None)
    if tahun is None:
        raise CallError(
            f"Tahun buku kerja {path.name} tidak diketahui.\n  perbaikan : sebut dengan --tahun"
        )
    read = []
    for name, sheet in book.sheets.items():
        if not isinstance(sheet, Sheet):
            raise refused(path.name, sheet)
        place = f"{path.name} lembar {book.titles[name]}"
        read.append(table_of(sheet, TABLES[name], place, book.sha256))
    raise_problems([fault for _, faults in read for fault in faults])
    after: dict[str, bytes] = {}
    for data, _ in read:
        name = f"{tahun}/{data.table.file}"
        file = find_file(root / str(tahun), data.table.file)
        held = read_table(file, data.table, name)[0] if file else None
        if (content := _as_file(data, held)) is not None:
            after[name] = content
    notes = [*book.catatan, *_left(root / str(tahun), tahun, book.sheets)]
    return Proposal(root, after, tuple(notes))


def _left(folder: Path, tahun: int, sheets: Mapping[str, object]) -> Iterator[str]:
    for name, table in TABLES.items():
        if name not in sheets and table not in APART and find_file(folder, table.file):
            yield f"{tahun}/{table.file} tetap: buku kerja tidak mempunyai lembarnya"


def set_aside(path: Path, root: Path) -> Path | None:
    """Rename a workbook that is a year's own, as its files are read from now on."""
    own = path.parent.parent == root and is_year(path.parent.name)
    if not own or path.name != workbook_file(int(path.parent.name)):
        return None
    return path.rename(path.with_name(path.stem + IMPORTED))


def _as_file(data: TableData[Any], held: TableData[Any] | None) -> bytes | None:
    """Write a table as a file in the dialect of the one there; None where that says the same."""
    held = held if held is not None and held.readable else None
    delimiter = held.delimiter if held is not None else ";"
    known = [name for name in held.header if name in data.header] if held is not None else []
    header = (*known, *(name for name in data.header if name not in known))
    rows = [[_in_dialect(data, row, name, delimiter) for name in header] for row in _texts(data)]
    if held is not None and held.header == data.header:
        there = [[row[name] for name in header] for row in _texts(held)]
        return None if there == rows else csv_bytes(header, rows, delimiter)
    return csv_bytes(header, rows, delimiter)


def _texts(data: TableData[Any]) -> Sequence[Record]:
    return [{name: row.cell(name).nilai for name in data.header} for row in data]


def _in_dialect(data: TableData[Any], record: Record, name: str, delimiter: str) -> str:
    """Write a number of the workbook with the decimal sign of the file."""
    text, column = record[name], column_at(data.table, name, record)
    if delimiter == data.delimiter or column.kind not in NUMBERS:
        return text
    try:
        value = reader_of(column, data.delimiter)(text)
    except CellError:
        return text
    return cell_text(value, delimiter) if text and value is not None else text
