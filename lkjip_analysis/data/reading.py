"""From CSV files to typed tables, with the way back to every cell.

A table is a ``DataFrame`` whose index is the spreadsheet row number (header = 1), so every
value can be traced; numbers are ``Decimal`` (exact), blanks are ``None``.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import cache, cached_property, partial
from pathlib import Path
from typing import Any

import pandas as pd

from lkjip_analysis.data import dialect
from lkjip_analysis.data.columns import Column, Table
from lkjip_analysis.data.dialect import suggest
from lkjip_analysis.data.facts import FACTS
from lkjip_analysis.data.files import (
    available_years,
    find_file,
    folder_fault,
    list_strangers,
    read_bytes,
)
from lkjip_analysis.data.schemas import TABLES
from lkjip_analysis.data.sheet import FileFormError, Sheet, decode, parse_sheet
from lkjip_analysis.exceptions import DataError, Problem
from lkjip_analysis.formatting import format_number

__all__ = [
    "Cell",
    "TableData",
    "YearData",
    "available_years",
    "empty_table",
    "raise_problems",
    "read_facts",
    "read_table",
    "read_year",
    "report_day",
    "suggest",
    "unnamed_facts",
]

MAX_STRANGE_COLUMNS = 20
"""More unknown columns than this are one fault of the file, not many of its columns."""


@dataclass(frozen=True)
class Cell:
    """One cell of a data file, as it stands there."""

    berkas: str
    baris: int
    kolom: str
    nilai: str


@dataclass(frozen=True)
class TableData:
    """One file read: typed values and the text they came from, by spreadsheet row.

    ``readable`` is False where the file is there but so broken that nothing could be read.
    """

    table: Table
    berkas: str
    typed: pd.DataFrame
    text: pd.DataFrame
    sha256: str = ""
    delimiter: str = ";"
    readable: bool = True

    @cached_property
    def _values(self) -> dict[str, dict[int, Any]]:
        return {
            str(name): dict(zip(self.typed.index, self.typed[name], strict=True))
            for name in self.typed.columns
        }

    @cached_property
    def _texts(self) -> dict[str, dict[int, str]]:
        return {
            str(name): dict(zip(self.text.index, self.text[name], strict=True))
            for name in self.text.columns
        }

    def value(self, baris: int, kolom: str) -> Any:
        """Typed value of a cell."""
        return self._values[kolom][baris]

    def cell(self, baris: int, kolom: str) -> Cell:
        """Point at a cell."""
        texts = self._texts.get(kolom)
        return Cell(self.berkas, int(baris), kolom, str(texts[baris]) if texts is not None else "")


@dataclass(frozen=True)
class YearData:
    """All data of one unit and year. Missing files are empty tables, named in ``missing``."""

    tahun: int
    root: Path
    tables: Mapping[str, TableData]
    missing: tuple[str, ...]
    identitas: Mapping[str, Any]
    history: Mapping[int, YearData] = field(default_factory=dict)

    def __getitem__(self, name: str) -> pd.DataFrame:
        """Typed rows of a table."""
        return self.tables[name].typed

    def section(self, bagian: str) -> pd.DataFrame:
        """Typed rows of one section of ``narasi.csv``."""
        rows = self["narasi"]
        return rows[rows["bagian"] == bagian]

    def berkas(self, name: str) -> str:
        """Name a table's file as messages do."""
        return self.tables[name].berkas

    def has(self, name: str) -> bool:
        """Say whether there is at least one row."""
        return not self.tables[name].typed.empty

    def cell(self, name: str, baris: int, kolom: str) -> Cell:
        """Point at a cell of a table."""
        return self.tables[name].cell(baris, kolom)

    def fact_cell(self, key: str) -> Cell | None:
        """Point at a fact's cell, or None where the file is silent."""
        baris = self._fact_rows.get(key)
        return None if baris is None else self.cell("identitas", baris, "nilai")

    @cached_property
    def _fact_rows(self) -> dict[str, int]:
        """Row of each fact; the first one where a key stands twice."""
        rows = self["identitas"]
        return {
            str(key): int(baris)
            for baris, key in zip(rows.index[::-1], rows["kunci"][::-1], strict=True)
        }


def empty_table(table: Table, berkas: str, readable: bool = True) -> TableData:
    """Make the table of a file that is not there, or not readable."""
    frame = _no_rows(table).copy()
    return TableData(table, berkas, frame, frame, readable=readable)


@cache
def _no_rows(table: Table) -> pd.DataFrame:
    """Make a table's frame without rows: to copy it is much faster than to make it anew."""
    return pd.DataFrame(columns=list(table.column_names), dtype=object)


def read_table(path: Path, table: Table, berkas: str) -> tuple[TableData, list[Problem]]:
    """Read one file; faults come back as a list, the readable rest as a table."""
    blank = empty_table(table, berkas, readable=False)
    raw = read_bytes(path, berkas)
    if isinstance(raw, Problem):
        return blank, [raw]
    try:
        sheet = parse_sheet(decode(raw), table.column_names)
    except FileFormError as error:
        return blank, [
            Problem(
                berkas, error.row, None, error.message, error.found, error.allowed, error.remedy
            )
        ]
    places, problems = _match_header(sheet, table, berkas)
    problems += [
        Problem(berkas, f.baris, None, f.message, f.found, saran=f.remedy) for f in sheet.faults
    ]
    torn = {fault.baris for fault in sheet.faults}
    index = pd.Index([number for number, _ in sheet.rows], dtype="int64")
    texts = {name: [record[place] for _, record in sheet.rows] for name, place in places.items()}
    values: dict[str, list[Any]] = {}
    for column in table.columns:
        if column.name in texts:
            values[column.name], faults = _read_column(
                texts[column.name], index, column, sheet.delimiter, berkas
            )
            problems += [fault for fault in faults if fault.baris not in torn]
        else:
            values[column.name] = [None] * len(index)
    typed = pd.DataFrame(values, index=index, dtype=object)
    text = pd.DataFrame(texts, index=index, dtype=object)
    return TableData(
        table, berkas, typed, text, hashlib.sha256(raw).hexdigest(), sheet.delimiter
    ), problems


def _match_header(sheet: Sheet, table: Table, berkas: str) -> tuple[dict[str, int], list[Problem]]:
    """Find the place of each known column, and the faults of the header."""
    problems: list[Problem] = []
    places: dict[str, int] = {}
    strange: list[str] = []
    for place, shown in enumerate(sheet.header):
        name = shown.casefold()
        if not name:
            held = next((number for number, record in sheet.rows if record[place]), None)
            if held is not None:
                fault = "kolom berisi data tetapi tanpa judul"
                remedy = f"isi judulnya atau hapus kolom ini; data pertama di baris {held}"
                kolom = f"ke-{place + 1}"
                problems.append(Problem(berkas, sheet.header_row, kolom, fault, saran=remedy))
        elif name not in table.column_names:
            strange.append(shown)
        elif name in places:
            fault = "judul kolom muncul lebih dari sekali"
            remedy = "sisakan satu kolom saja"
            problems.append(Problem(berkas, sheet.header_row, shown, fault, saran=remedy))
        else:
            places[name] = place
    lacking = [column for column in table.columns if column.name not in places]
    told, guessed = _strange_columns(strange, lacking, sheet.header_row, table, berkas)
    for column in lacking:
        if column.required and column.name not in guessed:
            fault, remedy = "kolom wajib tidak ada", "tambahkan kolom ini pada baris judul"
            told.append(
                Problem(berkas, sheet.header_row, column.name, fault, "", column.meaning, remedy)
            )
    return places, problems + told


def _strange_columns(
    names: list[str], lacking: list[Column], row: int, table: Table, berkas: str
) -> tuple[list[Problem], list[str]]:
    """Tell unknown columns, and which lacking ones they were probably meant to be."""
    names = list(dict.fromkeys(names))
    allowed = ", ".join(table.column_names)
    if len(names) > MAX_STRANGE_COLUMNS:
        fault = f"{format_number(Decimal(len(names)))} kolom tidak dikenal"
        found = ", ".join(names[:5]) + ", …"
        remedy = "hapus kolom-kolom itu; periksa apakah ini berkas yang benar"
        return [Problem(berkas, row, None, fault, found, allowed, remedy)], []
    problems, guessed = [], []
    for name in names:
        guess = suggest(name, [column.name for column in lacking])
        guessed += [column.name for column in lacking if f'"{column.name}"' in guess]
        remedy = guess or "hapus kolom ini" + (", atau betulkan judulnya" if lacking else "")
        problems.append(Problem(berkas, row, name, "kolom tidak dikenal", name, allowed, remedy))
    return problems, guessed


def _reader(column: Column, delimiter: str) -> Callable[[str], Any]:
    number = partial(dialect.parse_number, delimiter=delimiter, percent_sign=column.percent_sign)
    readers: dict[str, Callable[[str], Any]] = {
        "teks": dialect.parse_text,
        "kode": dialect.parse_code,
        "pilihan": partial(_read_choice, choices=column.choices, pattern=column.pattern),
        "bilangan": number,
        "rupiah": partial(number, rupiah=True),
        "cacah": partial(dialect.parse_count, delimiter=delimiter),
        "tahun": dialect.parse_year,
        "tanggal": dialect.parse_date,
    }
    return readers[column.kind]


def _read_choice(text: str, choices: tuple[str, ...], pattern: str) -> str:
    """Read one of the choices, whatever its letters' case; give it as the choices write it."""
    for choice in choices:
        if choice.casefold() == text.casefold():
            return choice
    if pattern and re.fullmatch(pattern, text):
        return text
    raise dialect.CellError(
        "pilihan tidak dikenal",
        ", ".join(choices),
        suggest(text, list(choices)) or "pakai salah satu pilihan itu",
    )


def _read_column(
    cells: Sequence[str],
    index: Sequence[int] | pd.Index,
    column: Column,
    delimiter: str,
    berkas: str,
) -> tuple[list[Any], list[Problem]]:
    read = _reader(column, delimiter)
    values: list[Any] = []
    problems: list[Problem] = []
    for baris, text in zip(index, cells, strict=True):
        value = None
        if not dialect.is_dash(text):
            try:
                dialect.check_text(text)
                value = read(text)
            except dialect.CellError as error:
                problems.append(
                    Problem(
                        berkas,
                        int(baris),
                        column.name,
                        error.message,
                        text,
                        error.allowed,
                        error.remedy,
                    )
                )
        values.append(value)
    return values, problems


def read_facts(table: TableData) -> tuple[dict[str, Any], list[Problem]]:
    """Read ``identitas.csv`` into typed facts; silent ones get their documented default."""
    facts: dict[str, Any] = {key: fact.default or None for key, fact in FACTS.items()}
    problems: list[Problem] = []
    for baris in table.typed.index.tolist():
        key = table.cell(baris, "kunci").nilai
        if dialect.is_blank(key):
            continue
        if key not in FACTS:
            remedy = suggest(key, unnamed_facts(table)) or "hapus baris ini"
            fault, allowed = "kunci tidak dikenal", ", ".join(FACTS)
            problems.append(Problem(table.berkas, baris, "kunci", fault, key, allowed, remedy))
            continue
        text = table.cell(baris, "nilai").nilai
        if table.value(baris, "nilai") is None or text == "":
            continue
        fact = FACTS[key]
        column = Column(
            "nilai", fact.kind, fact.meaning, choices=fact.choices, pattern=fact.pattern
        )
        values, faults = _read_column([text], [baris], column, table.delimiter, table.berkas)
        problems += [replace(fault, pesan=f"{key}: {fault.pesan}") for fault in faults]
        if values[0] is not None:
            facts[key] = values[0]
    return facts, problems


def unnamed_facts(table: TableData) -> list[str]:
    """List the facts that ``identitas.csv`` does not name."""
    present = {table.cell(baris, "kunci").nilai for baris in table.typed.index.tolist()}
    return [key for key in FACTS if key not in present]


def read_year(root: Path, tahun: int) -> tuple[YearData, list[Problem]]:
    """Read every file of a year, without its history; faults come back as a list."""
    folder = root / str(tahun)
    tables: dict[str, TableData] = {}
    problems: list[Problem] = []
    missing: list[str] = []
    if fault := folder_fault(folder):
        problems.append(
            Problem(
                f"{tahun}/", None, None, f"folder {fault}", saran="beri izin baca pada folder itu"
            )
        )
    for table in TABLES.values():
        berkas = table.file if table.shared else f"{tahun}/{table.file}"
        path = find_file(root if table.shared else folder, table.file)
        if path is None:
            tables[table.name] = empty_table(table, berkas)
            missing.append(table.name)
        else:
            tables[table.name], faults = read_table(path, table, berkas)
            problems += faults
    problems += list_strangers(root, tahun, TABLES, missing)
    facts, faults = read_facts(tables["identitas"])
    told = {(fault.berkas, fault.baris, fault.kolom) for fault in faults}
    problems = [p for p in problems if (p.berkas, p.baris, p.kolom) not in told]  # once is enough
    return YearData(tahun, root, tables, tuple(missing), facts), problems + faults


def raise_problems(problems: list[Problem]) -> None:
    """Raise all faults at once, if there are any."""
    if problems:
        raise DataError(problems)


def report_day(data: YearData) -> dt.date:
    """Give the report's own date: that of its closing, else the last day of its year."""
    day = data.identitas.get("tanggal_penutup")
    return day if isinstance(day, dt.date) else dt.date(data.tahun, 12, 31)
