"""From CSV files to typed tables, with the way back to every cell.

A table is a ``DataFrame`` whose index is the spreadsheet row number (header = 1), so every
value can be traced; numbers are ``Decimal`` (exact), blanks are ``None``.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from difflib import get_close_matches
from functools import partial
from pathlib import Path
from typing import Any

import pandas as pd

from lkjip_analysis.data import dialect
from lkjip_analysis.data.columns import Column, Table
from lkjip_analysis.data.facts import FACTS
from lkjip_analysis.data.schemas import TABLES
from lkjip_analysis.exceptions import DataError, Problem

MAX_BYTES = 20_000_000


@dataclass(frozen=True)
class Cell:
    """One cell of a data file, as it stands there."""

    berkas: str
    baris: int
    kolom: str
    nilai: str


@dataclass(frozen=True)
class TableData:
    """One file read: typed values and the text they came from, by spreadsheet row."""

    table: Table
    berkas: str
    typed: pd.DataFrame
    text: pd.DataFrame
    sha256: str = ""
    delimiter: str = ";"

    def cell(self, baris: int, kolom: str) -> Cell:
        """Point at a cell."""
        text = self.text.at[baris, kolom] if kolom in self.text.columns else ""
        return Cell(self.berkas, int(baris), kolom, str(text))


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

    def has(self, name: str) -> bool:
        """Is there at least one row?"""
        return not self.tables[name].typed.empty

    def cell(self, name: str, baris: int, kolom: str) -> Cell:
        """Point at a cell of a table."""
        return self.tables[name].cell(baris, kolom)

    def fact_cell(self, key: str) -> Cell | None:
        """Point at a fact's cell, or None where the file is silent."""
        rows = self["identitas"]
        found = rows.index[rows["kunci"] == key]
        return self.cell("identitas", int(found[0]), "nilai") if len(found) else None


def empty_table(table: Table, berkas: str) -> TableData:
    """Make the table of a file that is not there."""
    frame = pd.DataFrame(columns=list(table.column_names), dtype=object)
    return TableData(table, berkas, frame, frame)


def read_table(path: Path, table: Table, berkas: str) -> tuple[TableData, list[Problem]]:
    """Read one file; faults come back as a list, the readable rest as a table."""
    blank = empty_table(table, berkas)
    if path.is_dir():
        return blank, [Problem(berkas, None, None, "ini folder, bukan berkas CSV", saran="ganti dengan berkas CSV")]
    if path.stat().st_size > MAX_BYTES:
        fault = f"berkas terlalu besar ({path.stat().st_size / 1e6:.0f} MB)"
        return blank, [Problem(berkas, None, None, fault, diizinkan=f"paling besar {MAX_BYTES // 1_000_000} MB",
                               saran="hapus baris dan kolom kosong di Excel, lalu simpan ulang")]
    raw = path.read_bytes()
    try:
        sheet = dialect.parse_sheet(dialect.decode(raw), table.column_names)
    except dialect.FileFormError as error:
        return blank, [Problem(berkas, error.row, None, error.message, saran=error.remedy)]
    problems = _check_header(sheet.header, table, berkas)
    if problems:
        return blank, problems
    text = pd.DataFrame(
        [record for _, record in sheet.rows], columns=list(sheet.header),
        index=[number for number, _ in sheet.rows], dtype=object,
    )  # fmt: skip
    typed = pd.DataFrame(index=text.index)
    for column in table.columns:
        if column.name in text.columns:
            values, faults = _read_column(text[column.name], column, sheet.delimiter, berkas)
            problems += faults
        else:
            values = [None] * len(text)
        typed[column.name] = pd.Series(values, index=text.index, dtype=object)
    digest = hashlib.sha256(raw).hexdigest()
    return TableData(table, berkas, typed, text, digest, sheet.delimiter), problems


def _check_header(header: tuple[str, ...], table: Table, berkas: str) -> list[Problem]:
    problems = []
    known = table.column_names
    for name in sorted({name for name in header if header.count(name) > 1}):
        fault = "kolom tanpa judul" if not name else "judul kolom muncul lebih dari sekali"
        problems.append(Problem(berkas, 1, name or None, fault, saran="sisakan satu kolom saja"))
    unknown = [name for name in header if name not in known]
    for name in dict.fromkeys(unknown):
        guess = suggest(name, [column for column in known if column not in header])
        problems.append(
            Problem(berkas, 1, name or None, "kolom tidak dikenal", name, ", ".join(known),
                    guess or "hapus kolom ini")
        )  # fmt: skip
    for column in table.columns:
        if column.required and column.name not in header:
            problems.append(
                Problem(berkas, 1, column.name, "kolom wajib tidak ada",
                        diizinkan=column.meaning, saran="tambahkan kolom ini pada baris judul")
            )  # fmt: skip
    return problems


def suggest(found: str, allowed: list[str]) -> str:
    """Offer the nearest allowed word: ``maksud Anda "target"?``."""
    match = get_close_matches(found.casefold(), [word.casefold() for word in allowed], n=1, cutoff=0.6)
    if not match:
        return ""
    original = next(word for word in allowed if word.casefold() == match[0])
    return f'maksud Anda "{original}"?'


def _reader(column: Column, delimiter: str) -> Callable[[str], Any]:
    number = partial(dialect.parse_number, delimiter=delimiter, percent_sign=column.percent_sign)
    readers: dict[str, Callable[[str], Any]] = {
        "teks": dialect.parse_text,
        "kode": _read_code,
        "pilihan": partial(_read_choice, choices=column.choices),
        "bilangan": number,
        "rupiah": partial(number, rupiah=True),
        "cacah": partial(_read_count, delimiter=delimiter),
        "tahun": dialect.parse_year,
        "tanggal": dialect.parse_date,
    }
    return readers[column.kind]


def _read_code(text: str) -> str:
    if any(character.isspace() for character in text):
        raise dialect.CellError("kode tidak boleh berisi spasi", "huruf, angka, titik, strip", "hapus spasinya")
    return text


def _read_choice(text: str, choices: tuple[str, ...]) -> str:
    value = text.casefold()
    if choices and value not in choices:
        raise dialect.CellError(
            "pilihan tidak dikenal", ", ".join(choices), suggest(text, list(choices)) or "pakai salah satu pilihan itu"
        )
    return value if choices else text


def _read_count(text: str, delimiter: str) -> Decimal:
    number = dialect.parse_number(text, delimiter)
    if number != number.to_integral_value() or number < 0:
        raise dialect.CellError("harus bilangan bulat, 0 atau lebih", "misalnya 3", "tulis ulang angkanya")
    return number.quantize(Decimal(1))


def _read_column(cells: pd.Series, column: Column, delimiter: str, berkas: str) -> tuple[list[Any], list[Problem]]:
    read = _reader(column, delimiter)
    values: list[Any] = []
    problems: list[Problem] = []
    for baris, text in zip(cells.index, cells, strict=True):
        if dialect.is_blank(text):
            values.append(None)
            continue
        try:
            dialect.check_formula(text)
            values.append(read(text))
        except dialect.CellError as error:
            values.append(None)
            problems.append(
                Problem(berkas, int(baris), column.name, error.message, text, error.allowed, error.remedy)
            )
    return values, problems


def read_facts(table: TableData) -> tuple[dict[str, Any], list[Problem]]:
    """Read ``identitas.csv`` into typed facts; silent ones get their documented default."""
    facts: dict[str, Any] = {key: fact.default or None for key, fact in FACTS.items()}
    problems: list[Problem] = []
    for baris, row in table.typed.iterrows():
        key, text = row["kunci"], row["nilai"]
        if key not in FACTS:
            guess = suggest(str(key), list(FACTS))
            problems.append(Problem(table.berkas, int(str(baris)), "kunci", "kunci tidak dikenal", str(key),
                                    ", ".join(FACTS), guess or "hapus baris ini"))
        elif text is not None:
            fact = FACTS[key]
            column = Column("nilai", fact.kind, fact.meaning, choices=fact.choices)
            cells = pd.Series([table.text.at[baris, "nilai"]], index=[baris], dtype=object)
            if fact.choices:  # formulas such as (2T-R)/T keep their letters
                choices = {choice.casefold(): choice for choice in fact.choices}
                column = Column("nilai", "pilihan", fact.meaning, choices=tuple(choices))
                values, faults = _read_column(cells, column, table.delimiter, table.berkas)
                values = [choices.get(value, value) for value in values]
            else:
                values, faults = _read_column(cells, column, table.delimiter, table.berkas)
            problems += faults
            if values[0] is not None:
                facts[key] = values[0]
    return facts, problems


def available_years(root: Path) -> list[int]:
    """List the years that have a data folder."""
    if not root.is_dir():
        return []
    return sorted(int(p.name) for p in root.iterdir() if p.is_dir() and p.name.isdigit() and len(p.name) == 4)


def read_year(root: Path, tahun: int) -> tuple[YearData, list[Problem]]:
    """Read every file of a year, without its history; faults come back as a list."""
    folder = root / str(tahun)
    tables: dict[str, TableData] = {}
    problems: list[Problem] = []
    missing: list[str] = []
    for table in TABLES.values():
        path = (root if table.shared else folder) / table.file
        berkas = table.file if table.shared else f"{tahun}/{table.file}"
        if path.exists():
            tables[table.name], faults = read_table(path, table, berkas)
            problems += faults
        else:
            tables[table.name] = empty_table(table, berkas)
            missing.append(table.name)
    known = {table.file for table in TABLES.values()}
    for path in sorted(folder.glob("*.csv")):
        if path.name not in known:
            absent = [TABLES[name].file for name in missing]
            problems.append(
                Problem(f"{tahun}/{path.name}", None, None, "nama berkas tidak dikenal", path.name,
                        ", ".join(sorted(known)), suggest(path.name, absent) or "pindahkan berkas ini ke luar folder")
            )  # fmt: skip
    facts, faults = read_facts(tables["identitas"])
    return YearData(tahun, root, tables, tuple(missing), facts), problems + faults


def raise_problems(problems: list[Problem]) -> None:
    """Raise all faults at once, if there are any."""
    if problems:
        raise DataError(problems)


def report_day(data: YearData) -> dt.date:
    """Give the report's own date: that of its closing, else the last day of its year."""
    day = data.identitas.get("tanggal_penutup")
    return day if isinstance(day, dt.date) else dt.date(data.tahun, 12, 31)
