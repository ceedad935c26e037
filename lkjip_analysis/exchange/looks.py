"""What every workbook of ours has alike: formats, how a value is written, print, protection."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from lkjip_analysis.beside import beside

LOOKS: dict[str, Any] = beside(__file__)
"""Formats of cells by what they are for, widths of columns in letters, number formats by kind."""

WIDTHS, FORMATS = LOOKS.pop("widths"), LOOKS.pop("formats")
LOCKS: dict[str, bool] = LOOKS.pop("locks")
"""What may be done with a sheet that is protected."""
SHORT = ("satuan", "predikat", "skala", "waktu", "oleh")
"""Endings of the names of columns whose texts are a word or two."""

MADE = dt.date(2020, 1, 1)
"""No clock: the same content makes the same bytes."""


class Book:
    """A workbook under way, with its formats, each made once."""

    def __init__(self, title: str, author: str = "", made: dt.date = MADE) -> None:
        from xlsxwriter import Workbook

        self._buffer = io.BytesIO()
        plain = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
        self._book, self._made = Workbook(self._buffer, plain), dict[tuple[str, str, str], Any]()
        created = dt.datetime.combine(made, dt.time())
        self._book.set_properties({"title": title, "author": author, "created": created})

    def sheet(self, title: str, *widths: int) -> Any:
        """Add a sheet that prints well: landscape A4, its name and page at the foot."""
        sheet = self._book.add_worksheet(title)
        for at, width in enumerate(widths):
            sheet.set_column(at, at, width)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(0.4, 0.4, 0.5, 0.6)
        sheet.set_footer("&L&A&R&P/&N")
        return sheet

    def look(self, name: str, number: str = "", colour: str = "") -> Any:
        """Give a format, with a number format or a colour of its own."""
        if (name, number, colour) not in self._made:
            told = {**LOOKS["base"], **LOOKS[name]}
            told |= {"num_format": number} if number else {}
            told |= {"bg_color": colour} if colour else {}
            self._made[name, number, colour] = self._book.add_format(told)
        return self._made[name, number, colour]

    def row(self, sheet: Any, row: int, values: Iterable[object], look: str = "head") -> None:
        """Write values side by side; headings, if nothing else is said."""
        for at, value in enumerate(values):
            put(sheet, row, at, value, self.look(look))

    def title(self, sheet: Any, title: str, *lines: str) -> None:
        """Write a title and the lines below it, on a sheet that is read more than filled in."""
        sheet.hide_gridlines(2)
        sheet.set_row(0, 26)
        self.row(sheet, 0, [title], "title")
        for row, line in enumerate(lines, 1):
            self.row(sheet, row, [line], "line")

    def bytes(self) -> bytes:
        """Close it, and give the file."""
        self._book.close()
        return self._buffer.getvalue()


def put(sheet: Any, row: int, at: int, value: object, form: Any) -> None:
    """Write a value as what it is; a text never becomes a formula or a link."""
    if value in ("", None):
        sheet.write_blank(row, at, None, form)
    elif isinstance(value, bool | str):
        sheet.write_string(row, at, str(value), form)
    elif isinstance(value, int | float | Decimal):
        sheet.write_number(row, at, float(value), form)
    elif isinstance(value, dt.date):
        sheet.write_datetime(row, at, dt.datetime(*value.timetuple()[:3]), form)
    else:
        sheet.write_string(row, at, str(value), form)


def width_of(table: str, name: str, kind: str) -> int:
    """Give the width of a column."""
    short = kind == "teks" and name.rpartition("_")[2] in SHORT
    return int(WIDTHS.get(f"{table}_{name}", WIDTHS["kode" if short else kind]))


def lines_of(text: str, width: int) -> int:
    """Estimate the lines that a wrapped text takes; a few letters fewer fit than counted."""
    return sum(1 + len(line) // max(width - 2, 1) for line in text.split("\n"))


def make_room(sheet: Any, row: int, lines: int) -> None:
    """Make a row as high as its lines, up to a screen."""
    if lines > 1:
        sheet.set_row(row, min(15 * lines + 1, 300))


def letter_of(at: int) -> str:
    """Give the letter of a column, the first being 0."""
    from xlsxwriter.utility import xl_col_to_name

    return str(xl_col_to_name(at))
