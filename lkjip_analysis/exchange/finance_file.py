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
from lkjip_analysis.data.reading import raise_problems
from lkjip_analysis.data.sheet import FileFormError
from lkjip_analysis.data.workbook import rows_of, sheets_of
from lkjip_analysis.data.workbook_cells import with_comma
from lkjip_analysis.exceptions import CallError, Problem, printable

TOLD = beside(__file__)
HEADS: dict[str, list[str]] = TOLD["heads"]
"""What a column is, by its heading in small letters."""

SEARCHED = 40
"""Rows among which a heading may stand."""
LAST = 1_048_576
"""Rows of a sheet: a region's documents of a year are many."""
TOTAL = re.compile(r"(grand )?(total|jumlah)\b", re.IGNORECASE)
YEAR = re.compile(r"tahun(?: anggaran)?\s*:?\s*(20\d\d)", re.IGNORECASE)
MONEY = re.compile(
    r"(?P<minus>\()?(?:rp\.?\s*)?(?P<digits>-?[\d.,]*\d)(?:,-)?(?(minus)\))", re.IGNORECASE
)
"""An amount as money is written: with its currency, a dash for no cents, below zero in brackets."""
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
    """Read a file of the finance system: its one sheet with such a heading."""
    name, (raw, _) = printable(path.name), read_package(path, WORKBOOK)
    readers = []
    try:
        for title, (sheet, xml) in sheets_of(raw).items():
            rows = rows_of(sheet, xml, LAST)
            if reader := _find_heading(f"{name} lembar {title}", title, rows):
                readers.append((reader, rows))
        if len(readers) == 1:
            reader, rows = readers[0]
            return reader.read(rows)
    except FileFormError as error:
        raise refused(name, error) from None
    found = ", ".join(reader.file.lembar for reader, _ in readers)
    raise CallError(TOLD["several" if found else "refused"].format(name=name, found=found))


def _find_heading(
    berkas: str, lembar: str, rows: Iterator[tuple[int, Sequence[Any]]]
) -> _Reader | None:
    """Walk down to the heading of a sheet; the titles above it may say its year."""
    years: set[int] = set()
    for number, cells in islice(rows, SEARCHED):
        values = [cell.value for cell in cells]
        places = _heading(values)
        if "kode" in places and ("realisasi" in places or "pagu" in places):
            heads = {what: clean(str(values[at])) for what, at in places.items()}
            kolom = "realisasi" if "realisasi" in places else "pagu"
            return _Reader(berkas, places, FinanceFile(lembar, kolom, heads, number, years))
        years |= {int(year) for value in values for year in YEAR.findall(str(value))}
    return None


def _heading(values: Sequence[Any]) -> dict[str, int]:
    words = [" ".join(str(value or "").casefold().split()).rstrip("*: ") for value in values]
    known = {what: [name for name in names if name in words] for what, names in HEADS.items()}
    return {what: words.index(names[0]) for what, names in known.items() if names}


@dataclass
class _Reader:
    """Reads the rows below a heading."""

    berkas: str
    places: dict[str, int]
    file: FinanceFile
    problems: list[Problem] = field(default_factory=list)
    days: set[int] = field(default_factory=set)

    def read(self, rows: Iterator[tuple[int, Sequence[Any]]]) -> FinanceFile:
        for number, cells in rows:
            self._row(number, [cell.value for cell in cells])
        raise_problems(self.problems)
        self.file.tahun = self.file.tahun or self.days  # of its documents, where it says none
        return self.file

    def _row(self, number: int, values: Sequence[Any]) -> None:
        file, kode = self.file, self._text("kode", values)
        if not kode and TOTAL.match(next(filter(None, map(_as_text, values)), "")):
            # some exports lay the total under another column: it is the one that agrees
            amounts = [amount for value in values if (amount := _amount_or_none(value))]
            own = _amount_or_none(self._value(file.kolom, values))
            file.total = file.jumlah if file.jumlah in amounts else own or max(amounts, default=own)
            return
        code, blank = read_code(kode), self._value(file.kolom, values) is None
        if code is None and (again := _heading(values)).keys() >= {"kode", file.kolom}:
            self.places = again  # the head of another page
        elif not kode or (code is None and blank) or self._lacks_account(values):
            file.dilewati += 1  # a subtotal, whose accounts follow, or a title between pages
        elif code is None:
            lost = isinstance(self._value("kode", values), dt.date | float)
            fault = "kode berubah menjadi tanggal atau bilangan" if lost else "kode tidak terbaca"
            told = fault, kode, "kode resmi, misalnya 7.01.01.2.01.0001"
            self._fault(number, "kode", *told)
        else:
            self._count(number, kode, code, values)

    def _lacks_account(self, values: Sequence[Any]) -> bool:
        return "rekening" in self.places and not self._text("rekening", values)

    def _count(self, number: int, kode: str, code: Code, values: Sequence[Any]) -> None:
        """Count a row of a document or an account."""
        file = self.file
        amount, back = (self._number(name, number, values) for name in (file.kolom, "setoran"))
        unit = self._text("skpd", values), self._text("sub unit", values)
        item = file.items.setdefault(unit, {}).setdefault(
            code, Item(kode, " ".join(self._text("nama", values).split()))
        )
        item.jumlah += amount
        item.setoran += back
        file.dibaca += 1
        file.jumlah += amount
        for what, years in (("tahun", file.tahun), ("tanggal", self.days)):
            years |= {int(year) for year in ANY_YEAR.findall(self._text(what, values))[:1]}
        if document := self._text("sp2d", values):
            file.sp2d[unit, document] = self._number("nilai sp2d", number, values)

    def _value(self, what: str, values: Sequence[Any]) -> Any:
        at = self.places.get(what, len(values))
        return values[at] if at < len(values) else None

    def _text(self, what: str, values: Sequence[Any]) -> str:
        return _as_text(self._value(what, values))

    def _number(self, what: str, number: int, values: Sequence[Any]) -> Decimal:
        value = self._value(what, values)
        try:
            return _amount(value)
        except CellError as error:
            told = error.message, _as_text(value), error.allowed, error.remedy
            self._fault(number, what, *told)
        return Decimal(0)

    def _fault(self, row: int, what: str, *told: str) -> None:
        self.problems.append(Problem(self.berkas, row, self.file.judul[what], *told))


def _as_text(value: object) -> str:
    return "" if value is None else clean(str(value))


def _amount(value: object) -> Decimal:
    """Read an amount of money; nothing there is none."""
    numeric = isinstance(value, int | float) and not isinstance(value, bool)
    text = f"{value:.2f}".replace(".", ",") if numeric else _as_text(value)
    if text.startswith("#"):
        remedy = "ekspor lagi dari sistem keuangan"
        raise CellError("sel berisi galat Excel, bukan nilai", "rupiah", remedy)
    money = MONEY.fullmatch(text)
    plain = with_comma(money["digits"]) if money else text
    sign = -1 if money and money["minus"] else 1
    return sign * parse_number(plain, ";") if text else Decimal(0)


def _amount_or_none(value: object) -> Decimal | None:
    try:
        return _amount(value)
    except CellError:
        return None
