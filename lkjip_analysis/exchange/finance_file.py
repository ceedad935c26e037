"""What the finance system exports: documents of realisation, or the recapitulated budget.

``Laporan Realisasi Per Dokumen`` has a row for each transaction and account, ``rekap anggaran`` one
for each account of a package; both name the subkegiatan by its official code. The heading is found
by its words, wherever it stands.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import islice
from pathlib import Path
from typing import Any

from lkjip_analysis.beside import beside
from lkjip_analysis.data.dialect import CellError, clean
from lkjip_analysis.data.numbers import parse_number
from lkjip_analysis.data.package import WORKBOOK, read_package, refused
from lkjip_analysis.data.sheet import FileFormError
from lkjip_analysis.data.workbook import load
from lkjip_analysis.exceptions import CallError, DataError, Problem, printable

TOLD = beside(__file__)
HEADS: dict[str, list[str]] = TOLD["heads"]
"""What a column is, by its heading in small letters."""

SEARCHED = 40
"""Rows among which a heading may stand."""
TOTAL = re.compile(r"(grand )?(total|jumlah)\b", re.IGNORECASE)
YEAR = re.compile(r"tahun(?: anggaran)?\s*:?\s*(20\d\d)", re.IGNORECASE)
ANY_YEAR = re.compile(r"\b20\d\d\b")
CODE = re.compile(r"[\dXx]+(?:\.[\dXx]+)*")
FORM = (1, 2, 2, 1, 2)
"""Digits of urusan, bidang, program, kegiatan (its kind and number); of a subkegiatan 2 or 4."""

Code = tuple[int, ...]
Unit = tuple[str, str]
"""Names of an SKPD and of its sub unit."""
ANY = -1
"""Stands in a code for the X of the lists: urusan and bidang are the unit's own."""


def read_code(value: object) -> Code | None:
    """Read the code of a subkegiatan part by part; None where it is none, or beyond repair.

    Zeros in front, a dot at the end, a name behind it, and dots that were lost do not matter.

    >>> read_code("7.01.01.2.01.0001"), read_code("7.01.01.201.01"), read_code("'7.1.1.2.1.01.")
    ((7, 1, 1, 2, 1, 1), (7, 1, 1, 2, 1, 1), (7, 1, 1, 2, 1, 1))
    >>> read_code("X.XX.01.2.01.0001 - Penyusunan"), read_code("5.1.02")
    ((-1, -1, 1, 2, 1, 1), None)
    """
    found = CODE.match(clean(str(value)).lstrip("'"))
    parts = found[0].split(".") if found else []
    if len(parts) not in (1, 6):  # a dot is lost, if the digits are as many as there should be
        parts = ["".join(parts)]
    if len(parts) == 1 and len(parts[0]) in (sum(FORM) + 2, sum(FORM) + 4):
        digits, at = parts[0], 0
        parts = [digits[(at := at + size) - size : at] for size in FORM] + [digits[sum(FORM) :]]
    if len(parts) != 6:
        return None
    return tuple(int(part) if part.isdigit() else ANY for part in parts)


def same_code(one: Code, other: Code) -> bool:
    """Are two codes of one subkegiatan?"""
    return all(a == b or ANY in (a, b) for a, b in zip(one, other, strict=True))


@dataclass
class Item:
    """A subkegiatan of a unit, as the file sums to."""

    kode: str
    nama: str
    jumlah: Decimal = Decimal(0)
    setoran: Decimal = Decimal(0)


@dataclass
class FinanceFile:
    """What was understood of a file; ``total`` is its own, where it has one."""

    lembar: str
    kolom: str
    judul: dict[str, str]
    baris_judul: int
    tahun: set[int]
    items: dict[Unit, dict[Code, Item]] = field(default_factory=dict)
    dibaca: int = 0
    dilewati: int = 0
    jumlah: Decimal = Decimal(0)
    total: Decimal | None = None
    sp2d: dict[tuple[Unit, str], Decimal] = field(default_factory=dict)


def read_finance(path: Path) -> FinanceFile:
    """Read a file of the finance system."""
    raw, package = read_package(path, WORKBOOK)
    package.close()
    try:
        book = load(raw, data_only=True)
    except FileFormError as error:
        raise refused(printable(path.name), error) from None
    for sheet in book.worksheets:
        sheet.reset_dimensions()
        titles: list[str] = []
        rows = sheet.iter_rows(values_only=True)
        for number, cells in enumerate(islice(rows, SEARCHED), 1):
            places = _heading(cells)
            if "kode" in places and ("realisasi" in places or "pagu" in places):
                return _Reader(path.name, sheet.title, number, places, cells, titles).read(rows)
            titles += [str(value) for value in cells if value is not None]
    raise CallError(TOLD["refused"].format(name=printable(path.name)))


def _heading(cells: Sequence[Any]) -> dict[str, int]:
    words = [clean(str(value or "")).casefold().rstrip("*: ") for value in cells]
    known = {what: [name for name in names if name in words] for what, names in HEADS.items()}
    return {what: words.index(names[0]) for what, names in known.items() if names}


class _Reader:
    """Reads the rows below a heading."""

    def __init__(
        self,
        name: str,
        sheet: str,
        row: int,
        places: dict[str, int],
        cells: Sequence[Any],
        titles: Sequence[str],
    ) -> None:
        self.places, self.berkas = places, f"{printable(name)} lembar {sheet}"
        value = "realisasi" if "realisasi" in places else "pagu"
        heads = {what: clean(str(cells[at])) for what, at in places.items()}
        years = {int(year) for title in titles for year in YEAR.findall(title)}
        self.file = FinanceFile(sheet, value, heads, row, years)
        self.problems: list[Problem] = []
        self.days: set[int] = set()

    def read(self, rows: Iterator[Sequence[Any]]) -> FinanceFile:
        empty = 0
        for number, cells in enumerate(rows, self.file.baris_judul + 1):
            empty = 0 if any(value is not None for value in cells) else empty + 1
            if empty > 100:  # formats go on to the last row of the sheet
                break
            if not empty:
                self._row(number, cells)
        if self.problems:
            raise DataError(self.problems)
        self.file.tahun = self.file.tahun or self.days  # of its documents, where it says none
        return self.file

    def _row(self, number: int, cells: Sequence[Any]) -> None:
        file, value = self.file, self.file.kolom
        kode = self._text("kode", cells)
        if TOTAL.match(self._text(0, cells)) and not kode:
            numbers = [self._number(at, number, cells) for at in range(1, len(cells))]
            # some exports lay the total under another column: it is the one that agrees
            own = self._number(value, number, cells)
            file.total = file.jumlah if file.jumlah in numbers else own or max(numbers, default=own)
            return
        if not kode or ("rekening" in self.places and not self._text("rekening", cells)):
            file.dilewati += 1  # a subtotal: its accounts follow
            return
        code = read_code(kode)
        if code is None:
            lost = isinstance(self._value("kode", cells), dt.date | float)
            fault = "kode berubah menjadi tanggal atau bilangan" if lost else "kode tidak terbaca"
            self._fault(number, "kode", fault, kode, "kode resmi, misalnya 7.01.01.2.01.0001")
            return
        amount, back = (self._number(name, number, cells) for name in (value, "setoran"))
        unit = self._text("skpd", cells), self._text("sub unit", cells)
        item = file.items.setdefault(unit, {}).setdefault(
            code, Item(kode, " ".join(self._text("nama", cells).split()))
        )
        item.jumlah += amount
        item.setoran += back
        file.dibaca += 1
        file.jumlah += amount
        for what, years in (("tahun", file.tahun), ("tanggal", self.days)):
            years |= {int(year) for year in ANY_YEAR.findall(self._text(what, cells))[:1]}
        if document := self._text("sp2d", cells):
            file.sp2d[unit, document] = self._number("nilai sp2d", number, cells)

    def _value(self, what: str | int, cells: Sequence[Any]) -> Any:
        at = what if isinstance(what, int) else self.places.get(what, len(cells))
        return cells[at] if at < len(cells) else None

    def _text(self, what: str | int, cells: Sequence[Any]) -> str:
        value = self._value(what, cells)
        return "" if value is None else clean(str(value))

    def _number(self, what: str | int, number: int, cells: Sequence[Any]) -> Decimal:
        value = self._value(what, cells)
        if value is None or (isinstance(what, int) and not re.search(r"\d", str(value))):
            return Decimal(0)
        if isinstance(value, int | float) and not isinstance(value, bool):
            return Decimal(str(value)).quantize(Decimal("0.01"))
        text = clean(str(value))
        try:
            if text.startswith("#"):
                remedy = "ekspor lagi dari sistem keuangan"
                raise CellError("sel berisi galat Excel, bukan nilai", "rupiah", remedy)
            return parse_number(re.sub(r"(?i)^rp\.?\s*", "", text), ";")
        except CellError as error:
            self._fault(number, what, error.message, text, error.allowed, error.remedy)
        return Decimal(0)

    def _fault(self, row: int, what: str | int, *told: str) -> None:
        head = self.file.judul.get(str(what), f"ke-{what}")
        self.problems.append(Problem(self.berkas, row, head, *told))
