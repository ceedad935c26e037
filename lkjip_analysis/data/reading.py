"""From CSV files to typed rows, with the way back to every cell.

Numbers are ``Decimal`` (exact); what is blank is no text or no number, see ``columns.Row``.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import cached_property, partial
from pathlib import Path
from typing import Any, Generic, TypeVar

from lkjip_analysis.data import dialect, numbers
from lkjip_analysis.data.columns import Cell, Column, Row
from lkjip_analysis.data.dialect import suggest
from lkjip_analysis.data.facts import FACTS, Facts
from lkjip_analysis.data.files import (
    CORRECTED,
    find_file,
    folder_fault,
    list_strangers,
    read_bytes,
    workbook_file,
)
from lkjip_analysis.data.schemas import TABLES, Identitas
from lkjip_analysis.data.sheet import FileFormError, Sheet, decode, parse_sheet
from lkjip_analysis.data.workbook import Workbook, open_workbook
from lkjip_analysis.exceptions import DataError, Problem, SheetName
from lkjip_analysis.formatting import format_number

MAX_STRANGE_COLUMNS = 20
"""More unknown columns than this are one fault of the file, not many of its columns."""

R = TypeVar("R", bound=Row)


@dataclass(frozen=True)
class TableData(Generic[R]):
    """One file read: its rows, in file order.

    ``header`` names the known columns that the file has; ``readable`` is False where the file is
    there but so broken that nothing could be read.
    """

    table: type[R]
    berkas: str
    rows: tuple[R, ...] = ()
    header: tuple[str, ...] = ()
    sha256: str = ""
    delimiter: str = ";"
    readable: bool = True
    header_row: int = 1

    def __repr__(self) -> str:
        return f"{self.berkas}: {len(self)} baris"

    def __iter__(self) -> Iterator[R]:
        """Walk over the rows."""
        return iter(self.rows)

    def __len__(self) -> int:
        """Count the rows; a table without any is false."""
        return len(self.rows)

    def like(self, row: Row) -> R | None:
        """Find the row with the codes of another year's row; the first of several."""
        return self._by_codes.get(tuple(row[name] for name in self.table.key))

    @cached_property
    def _by_codes(self) -> dict[tuple[Any, ...], R]:
        names = self.table.key
        return {tuple(row[name] for name in names): row for row in reversed(self.rows)}


@dataclass(frozen=True)
class YearData:
    """All data of one unit and year. Missing files are empty tables, named in ``missing``.

    ``history`` are the two years before, ``earlier`` what those before them tell of their
    indicators (None: a year whose files have faults). ``catatan`` says how a workbook was read,
    where that is not plain to see.
    """

    tahun: int
    root: Path
    tables: Mapping[str, TableData[Any]]
    missing: tuple[str, ...]
    identitas: Facts
    history: Mapping[int, YearData] = field(default_factory=dict)
    earlier: Mapping[int, YearData | None] = field(default_factory=dict)
    catatan: tuple[str, ...] = ()

    def __repr__(self) -> str:
        filled = sum(map(bool, self.tables.values()))
        return f"data {self.tahun} di {self.root}: {filled} berkas berisi"

    def __getitem__(self, table: type[R]) -> TableData[R]:
        """Rows of a table."""
        return self.tables[table.name]

    def fact_cell(self, key: str) -> Cell | None:
        """Point at a fact's cell, or None where the file is silent."""
        row = self._fact_rows.get(key)
        return None if row is None else row.cell("nilai")

    @property
    def past(self) -> dict[int, YearData]:
        """All years before this one whose indicators are known, oldest first."""
        return {y: data for y, data in {**self.earlier, **self.history}.items() if data is not None}

    @cached_property
    def _fact_rows(self) -> dict[str, Identitas]:
        """Row of each fact; the first one where a key stands twice."""
        return {row.kunci: row for row in reversed(self[Identitas].rows)}


def read_table(path: Path, table: type[R], berkas: str) -> tuple[TableData[R], list[Problem]]:
    """Read one file; faults come back as a list, the readable rest as a table."""
    blank = TableData(table, berkas, readable=False)
    raw = read_bytes(path, berkas)
    if isinstance(raw, Problem):
        return blank, [raw]
    try:
        sheet = parse_sheet(decode(raw), table.column_names)
    except FileFormError as error:
        return blank, [error.of(berkas)]
    return table_of(sheet, table, berkas, hashlib.sha256(raw).hexdigest())


def table_of(
    sheet: Sheet, table: type[R], berkas: str, sha256: str
) -> tuple[TableData[R], list[Problem]]:
    """Read the records of a file or of a workbook's sheet."""
    places, problems = _match_header(sheet, table, berkas)
    if sheet.letters:
        berkas = SheetName(berkas, {name: sheet.letters[place] for name, place in places.items()})
    problems += [
        Problem(berkas, f.baris, None, f.message, f.found, saran=f.remedy) for f in sheet.faults
    ]
    rows, faults = _read_rows(sheet, table, places, berkas)
    torn = {fault.baris for fault in sheet.faults}
    problems += [fault for fault in faults if fault.baris not in torn]
    read = TableData(table, berkas, rows, tuple(places), sha256, sheet.delimiter)
    return replace(read, header_row=sheet.header_row), problems


def _read_rows(
    sheet: Sheet, table: type[R], places: Mapping[str, int], berkas: str
) -> tuple[tuple[R, ...], list[Problem]]:
    """Read the cells, column by column as faults are told; a text that recurs is read once."""
    columns: list[list[Any]] = []
    problems: list[Problem] = []
    wrong = sheet.wrong
    for column in table.columns:
        read, at = reader_of(column, sheet.delimiter), places.get(column.name)
        known: dict[str, Any] = {"": column.blank}
        values: list[Any] = []
        for line, record in sheet.rows:
            text = "" if at is None else record[at]
            try:
                if wrong and at is not None and (line, at) in wrong:
                    raise wrong[line, at]
                if text not in known:
                    known[text] = read(text)
                values.append(known[text])
            except dialect.CellError as error:
                values.append(column.blank)
                problems.append(error.at(berkas, line, column.name, text))
        columns.append(values)
    rows = (
        table(
            berkas,
            line,
            dict(zip(table.column_names, own, strict=True)),
            {name: record[at] for name, at in places.items()},
        )
        for (line, record), own in zip(sheet.rows, zip(*columns, strict=True), strict=True)
    )
    return tuple(rows), problems


def _match_header(
    sheet: Sheet, table: type[Row], berkas: str
) -> tuple[dict[str, int], list[Problem]]:
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
            where = (berkas, sheet.header_row, column.name)
            fault, remedy = "kolom wajib tidak ada", "tambahkan kolom ini pada baris judul"
            told.append(Problem(*where, fault, "", column.meaning, remedy))
    return places, problems + told


def _strange_columns(
    names: list[str], lacking: list[Column[Any]], row: int, table: type[Row], berkas: str
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


def reader_of(column: Column[Any], delimiter: str) -> Callable[[str], Any]:
    """Give what reads the cells of a column: blank, or text without a fault and of its kind."""
    number = partial(numbers.parse_number, delimiter=delimiter, percent_sign=column.percent_sign)
    readers: dict[str, Callable[[str], Any]] = {
        "teks": dialect.parse_text,
        "kode": dialect.parse_code,
        "pilihan": partial(_read_choice, choices=column.choices, pattern=column.pattern),
        "bilangan": number,
        "rupiah": partial(number, rupiah=True),
        "cacah": partial(numbers.parse_count, delimiter=delimiter),
        "tahun": dialect.parse_year,
        "tanggal": dialect.parse_date,
    }
    parse, blank = readers[column.kind], column.blank

    def read(text: str) -> Any:
        if dialect.is_dash(text):
            return blank
        dialect.check_text(text)
        return parse(text)

    return read


def _read_choice(text: str, choices: tuple[str, ...], pattern: str) -> str:
    """Read one of the choices, whatever its letters' case; give it as the choices write it."""
    for choice in choices:
        if choice.casefold() == text.casefold():
            return choice
    if pattern and re.fullmatch(pattern, text):
        return text.replace(".", ",")
    others = ", atau bilangan lain yang berbentuk sama" if pattern else ""
    raise dialect.CellError(
        "pilihan tidak dikenal",
        ", ".join(choices) + others,
        suggest(text, list(choices)) or "pakai salah satu pilihan itu",
    )


def read_facts(table: TableData[Identitas]) -> tuple[Facts, list[Problem]]:
    """Read ``identitas.csv`` into typed facts; silent ones get their documented default."""
    facts: dict[str, Any] = {key: fact.default or fact.blank for key, fact in FACTS.items()}
    problems: list[Problem] = []
    for row in table:
        key, cell = row.cell("kunci").nilai, row.cell("nilai")
        if dialect.is_blank(key):
            continue
        if key not in FACTS:
            remedy = suggest(key, unnamed_facts(table)) or "hapus baris ini"
            fault, allowed = "kunci tidak dikenal", ", ".join(FACTS)
            problems.append(Problem(table.berkas, row.line, "kunci", fault, key, allowed, remedy))
        elif row.nilai:
            try:
                facts[key] = reader_of(FACTS[key], table.delimiter)(cell.nilai)
            except dialect.CellError as error:
                told = error.at(cell.berkas, cell.baris, cell.kolom, cell.nilai)
                problems.append(replace(told, pesan=f"{key}: {told.pesan}"))
    return Facts(facts), problems


def unnamed_facts(table: TableData[Identitas]) -> list[str]:
    """List the facts that ``identitas.csv`` does not name."""
    present = {row.cell("kunci").nilai for row in table}
    return [key for key in FACTS if key not in present]


def find_table(
    root: Path, tahun: int, table: type[R], book: Workbook | None
) -> tuple[TableData[R], list[Problem]]:
    """Read a table from its file or its sheet of the workbook; one that has neither is blank."""
    berkas = table.file if table.shared else f"{tahun}/{table.file}"
    path = find_file(root / berkas.removesuffix(table.file), table.file)
    if table.shared or book is None or (path and table.name not in book.sheets):
        return read_table(path, table, berkas) if path else (TableData(table, berkas), [])
    place, sheet = book.place(table), book.sheets.get(table.name)
    if sheet is None:
        return TableData(table, place, readable=book.fault is None), []
    fault = None
    if isinstance(sheet, FileFormError):
        fault = sheet.of(place)
    elif path:
        told = f"tabel {table.name} ada dua kali: di lembar ini dan di {berkas}"
        remedy = f"sisakan satu: pindahkan {berkas} ke luar folder tahun, atau hapus lembar ini"
        fault = Problem(place, None, None, told, saran=remedy)
    if fault:
        return TableData(table, place, readable=False), [fault]
    assert isinstance(sheet, Sheet), "a fault has been told"
    return table_of(sheet, table, place, book.sha256)


def read_year(root: Path, tahun: int) -> tuple[YearData, list[Problem]]:
    """Read every file of a year, without its history; faults come back as a list."""
    folder = root / str(tahun)
    tables: dict[str, TableData[Any]] = {}
    problems: list[Problem] = []
    if fault := folder_fault(folder):
        remedy = "beri izin baca pada folder itu"
        problems.append(Problem(f"{tahun}/", None, None, f"folder {fault}", saran=remedy))
    book = open_workbook(root, tahun)
    if book and book.fault:
        problems.append(book.fault)
    for table in TABLES.values():
        tables[table.name], faults = find_table(root, tahun, table, book)
        problems += faults
    missing = [name for name, data in tables.items() if data.readable and not data.sha256]
    problems += list_strangers(root, tahun, TABLES, missing)
    facts, faults = read_facts(tables["identitas"])
    told = {(fault.berkas, fault.baris, fault.kolom) for fault in faults}
    problems = [p for p in problems if (p.berkas, p.baris, p.kolom) not in told]  # once is enough
    notes = [*book.catatan] if book else []
    waiting = Path(workbook_file(tahun)).stem + CORRECTED
    if find_file(folder, waiting):
        notes.append(f"{waiting} belum menggantikan {workbook_file(tahun)}, jadi tidak dibaca")
    year = YearData(tahun, root, tables, tuple(missing), facts, catatan=tuple(notes))
    return year, problems + faults


def raise_problems(problems: list[Problem]) -> None:
    """Raise all faults at once, if there are any."""
    if problems:
        raise DataError(problems)


def report_day(data: YearData) -> dt.date:
    """Give the report's own date: that of its closing, else the last day of its year."""
    return data.identitas.tanggal_penutup or dt.date(data.tahun, 12, 31)
