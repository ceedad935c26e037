"""The workbook of a year, ``<tahun>/data-<tahun>.xlsx``: each table a sheet, read as its CSV is.

What its cells hold is written as the text that a CSV of ours would hold (decimal comma, ISO
dates), so that everything after goes one way for both. The file is opened for reading alone.
"""

from __future__ import annotations

import hashlib
import io
import re
import warnings
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lkjip_analysis.beside import beside
from lkjip_analysis.data.columns import Column, Row
from lkjip_analysis.data.dialect import CellError, clean, clean_lines
from lkjip_analysis.data.facts import FACTS
from lkjip_analysis.data.files import find_workbook, read_bytes, workbook_file
from lkjip_analysis.data.package import (
    SAVE_AS,
    hidden_lines,
    last_row,
    merged_ranges,
    open_package,
)
from lkjip_analysis.data.schemas import APART, TABLES
from lkjip_analysis.data.sheet import FileFormError, RowFault, Sheet, check_head
from lkjip_analysis.data.skema import SKEMA
from lkjip_analysis.data.workbook_cells import cell_as_text
from lkjip_analysis.exceptions import Problem

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook as Opened

GUIDE, LISTS, CONTROL = "Petunjuk", "Daftar", "Periksa"
OURS = (GUIDE, LISTS, CONTROL, "Temuan")
"""Sheets of a workbook that hold no table."""

VERSION, YEAR = "bentuk", "tahun"
"""Stand in the guide before the form of the data that the workbook was written in, and its year."""

ASIDE = re.compile(r"\((?:tahun lalu|bantuan)\)$")
"""Ends the heading of a column that helps to fill in another; it is not read."""

MAX_ROWS = 100_000
"""No table has more; a value below is a slip."""

FAULTS: dict[str, dict[str, str]] = beside(__file__)["files"]
"""What is wrong with a workbook or a sheet, and what to do."""

BROKEN = "buku kerja rusak, jadi tidak dapat dibaca"
Sheets = dict[str, tuple[Any, bytes]]
"""Sheets of a workbook by their titles, each with its XML."""

FIRST = ("kunci", "satuan")
"""Columns that say what others of the row hold, wherever they stand."""

SHEETS = [name for name, table in TABLES.items() if not table.shared and table not in APART]
FILE = re.compile(rf"\b(?:\d{{4}}/)?({'|'.join(SHEETS)})\.csv")


def in_sheets(text: str) -> str:
    """Name the sheets of a workbook where a text names files.

    >>> in_sheets("kode tidak ada di 2025/iku.csv")
    'kode tidak ada di lembar iku'
    >>> in_sheets("2025/pengakuan.csv tetap sebuah berkas")
    '2025/pengakuan.csv tetap sebuah berkas'
    """
    return FILE.sub(r"lembar \1", text)


@dataclass(frozen=True)
class Workbook:
    """A year's workbook: the table sheets in it, and what is to be known of how they were read."""

    berkas: str
    sha256: str = ""
    sheets: Mapping[str, Sheet | FileFormError] = field(default_factory=dict)
    titles: Mapping[str, str] = field(default_factory=dict)
    catatan: tuple[str, ...] = ()
    tahun: int | None = None
    fault: Problem | None = None

    def place(self, table: type[Row]) -> str:
        """Name the sheet of a table."""
        return f"{self.berkas} lembar {self.titles.get(table.name, table.name)}"


def open_workbook(root: Path, tahun: int) -> Workbook | None:
    """Read the workbook of a year; None where there is none."""
    path, berkas = find_workbook(root, tahun), f"{tahun}/{workbook_file(tahun)}"
    return None if path is None else read_workbook(path, berkas)


def read_workbook(path: Path, berkas: str) -> Workbook:
    """Read the table sheets of a workbook."""
    raw = read_bytes(path, berkas)
    if isinstance(raw, Problem):
        return Workbook(berkas, fault=raw)
    try:
        return read_raw(raw, berkas)
    except FileFormError as error:
        return Workbook(berkas, fault=replace(error.of(berkas), baris=None))


def read_raw(raw: bytes, berkas: str) -> Workbook:
    """Read the table sheets of a workbook's bytes; raise where that fails."""
    from openpyxl.utils import get_column_letter

    opened = sheets_of(raw)
    tahun = _year_of(opened)
    titles, notes = _find_sheets(opened, berkas)
    formulas: Opened | None = None
    sheets: dict[str, Sheet | FileFormError] = {}
    for name, title in titles.items():
        shown, xml = opened[title]
        running: frozenset[tuple[int, int]] = frozenset()
        if re.search(rb"<(?:\w+:)?f[ >/]", xml):
            formulas = formulas or load(raw, data_only=False)
            running = frozenset(_formulas(formulas[title], xml))
        try:
            reader = _Reader(TABLES[name], running, merged_ranges(xml))
            sheets[name] = reader.read(rows_of(shown, xml))
        except FileFormError as error:
            sheets[name] = error
        if shown.sheet_state != "visible":
            notes.append(f"{berkas} lembar {title} tersembunyi, dan tetap dibaca")
        for tag, what in (("row", "baris"), ("col", "kolom")):
            if hidden := hidden_lines(xml, tag):
                shown_as = [str(n) if tag == "row" else get_column_letter(n) for n in hidden]
                listed = ", ".join(shown_as[:5]) + (", …" if len(hidden) > 5 else "")
                told = f"{len(hidden)} {what} tersembunyi atau tersaring, dan tetap dibaca"
                notes.append(f"{berkas} lembar {title}: {told} ({listed})")
    return Workbook(berkas, hashlib.sha256(raw).hexdigest(), sheets, titles, tuple(notes), tahun)


def _refusal(name: str, row: int | None = None, **values: object) -> FileFormError:
    """Give a fault of a whole workbook or sheet; a ``found`` is told beside what is allowed."""
    told: dict[str, str] = {what: text.format_map(values) for what, text in FAULTS[name].items()}
    return FileFormError(row=row, **told)


def load(raw: bytes, *, data_only: bool) -> Opened:
    """Open a workbook with openpyxl: for the values that were stored, or for the formulas."""
    from openpyxl import load_workbook

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of what it would lose in writing, which it never does
            return load_workbook(io.BytesIO(raw), read_only=True, data_only=data_only)
    except Exception:  # whatever a broken file makes it raise
        raise FileFormError(BROKEN, SAVE_AS) from None


def sheets_of(raw: bytes) -> Sheets:
    """Open the sheets of a workbook for the values that were stored, each with its XML."""
    package, book = open_package(raw), load(raw, data_only=True)
    paths: dict[str, Any] = {sheet.title: sheet for sheet in book.worksheets}
    try:
        return {title: (one, package.read(one._worksheet_path)) for title, one in paths.items()}
    except (KeyError, zipfile.BadZipFile, zlib.error):
        raise FileFormError(BROKEN, SAVE_AS) from None


def _year_of(opened: Sheets) -> int | None:
    """Give the year that the guide names; refuse a workbook of a later program."""
    if GUIDE not in opened:
        return None
    rows = opened[GUIDE][0].iter_rows(max_row=80, max_col=2, values_only=True)
    told = {row[0]: row[1] for row in rows if len(row) > 1}
    value, tahun = told.get(VERSION, SKEMA), told.get(YEAR)
    if value not in range(1, SKEMA + 1):
        raise _refusal("version", value=value, allowed=SKEMA)
    return tahun if isinstance(tahun, int) else None


def plain_name(title: object) -> str:
    """Give the name that a heading or the title of a sheet stands for.

    >>> plain_name(" Kode IKU * "), plain_name("INDIKATOR PROGRAM")
    ('kode_iku', 'indikator_program')
    """
    return re.sub(r"[\s_]+", "_", clean(str(title)).rstrip("*").strip().casefold())


def _find_sheets(opened: Sheets, berkas: str) -> tuple[dict[str, str], list[str]]:
    """Find the sheet of each table; refuse two of one, and one that goes by another name."""
    titles: dict[str, str] = {}
    notes = []
    others = []
    for sheet, _ in opened.values():
        name = plain_name(sheet.title)
        if name in titles:
            raise _refusal("twice", table=name, one=titles[name], other=sheet.title)
        if name in TABLES and not TABLES[name].shared:
            titles[name] = sheet.title
        elif sheet.title not in OURS:
            others.append(sheet)
    for sheet in others:
        head = next(sheet.iter_rows(max_row=1, values_only=True), ())
        names = {plain_name(name) for name in head if name is not None}
        own = [table for table in TABLES.values() if names and not table.shared]
        meant = [t.name for t in own if names >= {c.name for c in t.columns if c.required}]
        near = max(meant, key=lambda n: len(names & {*TABLES[n].column_names}), default="")
        if near:
            fault = "copy" if near in titles else "misnamed"
            raise _refusal(fault, title=sheet.title, near=near)
        notes.append(f"{berkas} lembar {sheet.title} bukan tabel data, jadi tidak dibaca")
    if not titles:
        known = ", ".join(name for name, table in TABLES.items() if not table.shared)
        raise _refusal("no_sheets", found=", ".join(opened), allowed=known)
    return titles, notes


def _formulas(sheet: Any, xml: bytes) -> Iterator[tuple[int, int]]:
    for number, cells in rows_of(sheet, xml):
        yield from ((number, at) for at, cell in enumerate(cells) if cell.data_type == "f")


def rows_of(sheet: Any, xml: bytes, most: int = MAX_ROWS) -> Iterator[tuple[int, Sequence[Any]]]:
    """Walk over the rows of a sheet, down to the last that holds something."""
    end = last_row(xml)
    if (end or 0) > most:
        raise _refusal("long", end, end=end)
    sheet.reset_dimensions()
    try:
        yield from enumerate(sheet.iter_rows(max_row=end), start=1)
    except Exception:  # whatever broken XML makes the library raise
        raise FileFormError("isi lembar rusak, jadi tidak dapat dibaca", SAVE_AS) from None


def column_at(table: type[Row], name: str, record: Mapping[str, str]) -> Column[Any]:
    """Give the declaration of a cell: a fact stands under ``nilai``, as its key says."""
    if table.name == "identitas" and name == "nilai" and record.get("kunci") in FACTS:
        return FACTS[record["kunci"]]
    return next(column for column in table.columns if column.name == name)


class _Reader:
    """Reads one sheet: its cells become the text that stands in a CSV, or what is wrong there."""

    def __init__(
        self, table: type[Row], running: frozenset[tuple[int, int]], merged: Iterable[str]
    ) -> None:
        self.table, self.running, self.merged = table, running, merged
        self.columns = {column.name: column for column in table.columns}
        self.wrong: dict[tuple[int, int], CellError] = {}

    def read(self, rows: Iterator[tuple[int, Sequence[Any]]]) -> Sheet:
        """Read the header and the records."""
        from openpyxl.utils import get_column_letter

        number, head = next(
            ((n, cells) for n, cells in rows if any(c.value is not None for c in cells)), (1, ())
        )
        titles = [clean("" if cell.value is None else str(cell.value)) for cell in head]
        own = [at for at, title in enumerate(titles) if not ASIDE.search(title.casefold())]
        while own and not titles[own[-1]]:
            own.pop()
        names = [self._named(titles[at]) for at in own]
        body = [(n, cells) for n, cells in rows if cells]
        known = self.table.column_names
        texts = (
            (n, [str(c.value) for c in cells if c.value is not None]) for n, cells in body[:20]
        )
        check_head(names or [""], number, list(texts), known, "; ")
        records = [(n, self._record(n, cells, own, names)) for n, cells in body]
        filled = tuple((n, record) for n, record in records if any(record))
        letters = tuple(get_column_letter(at + 1) for at in own)
        faults = tuple(self._torn(number, {*letters}))
        return Sheet(";", tuple(names), number, filled, faults, letters, self.wrong)

    def _named(self, title: str) -> str:
        name = plain_name(title)
        return name if name in self.columns else title

    def _record(
        self, number: int, cells: Sequence[Any], own: list[int], names: list[str]
    ) -> tuple[str, ...]:
        texts: dict[str, str] = {}
        for place, at in sorted(enumerate(own), key=lambda pair: names[pair[0]] not in FIRST):
            name = names[place]
            cell = cells[at] if at < len(cells) else None
            column = column_at(self.table, name, texts) if name in self.columns else None
            try:
                runs = (number, at) in self.running
                texts[name] = "" if cell is None else cell_as_text(cell, column, texts, runs)
            except CellError as error:
                held = cell.value if cell else None
                texts[name] = "(rumus)" if held is None else clean_lines(str(held))
                self.wrong[number, place] = error
        return tuple(texts.get(name, "") for name in names)

    def _torn(self, header: int, letters: set[str]) -> Iterator[RowFault]:
        """Tell merged cells: which of their rows a value is meant for cannot be known."""
        for ref in self.merged:
            match = re.fullmatch(r"([A-Z]+)(\d+):([A-Z]+)(\d+)", ref)
            if match and int(match[4]) > header and letters & {match[1], match[3]}:
                remedy = "batalkan penggabungan (Unmerge Cells), lalu isi setiap selnya"
                row = max(int(match[2]), header)
                yield RowFault(row, f"sel digabung (merge): {ref}", "", remedy)
