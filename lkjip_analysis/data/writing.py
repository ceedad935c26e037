"""CSV as our files are written: ``;``, decimal comma, UTF-8 with BOM, LF, quotes only where needed.

Indonesian Excel opens such a file by a double click, and git shows a change of one cell as one line.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from pathlib import Path

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
_NUMBER = re.compile(r"[-+]?[\d.,]+%?")


def guard_formula(text: str) -> str:
    """Put an apostrophe before a text that a spreadsheet would run as a formula.

    Numbers stay as they are; ``dialect.parse_text`` takes the apostrophe away again.

    >>> guard_formula("-rapat koordinasi"), guard_formula("-5,2"), guard_formula("rapat")
    ("'-rapat koordinasi", '-5,2', 'rapat')
    """
    runs = text.startswith(FORMULA_STARTS) and not _NUMBER.fullmatch(text)
    return f"'{text}" if runs else text


def cell_text(value: object, delimiter: str = ";") -> str:
    """Write one cell as the file's dialect wants it; ``None`` ("belum tersedia") is blank.

    >>> cell_text(Decimal("73.47")), cell_text(Decimal("73.47"), ","), cell_text(None)
    ('73,47', '73.47', '')
    """
    if value is None:
        return ""
    if isinstance(value, Decimal):
        plain = f"{value:f}"
        return plain if delimiter == "," else plain.replace(".", ",")
    if isinstance(value, dt.date):
        return value.isoformat()
    return guard_formula(str(value))


def csv_bytes(header: Sequence[str], rows: Iterable[Sequence[object]], delimiter: str = ";") -> bytes:
    """Make the bytes of a CSV file.

    Parameters
    ----------
    header
        Column names.
    rows
        Cells of each row: text as it shall stand there, numbers, dates, or ``None``.
    delimiter
        Between cells; ``,`` also means a decimal point, see ``dialect``.
    """
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, delimiter=delimiter, lineterminator="\n", quoting=csv.QUOTE_MINIMAL)
    writer.writerow(header)
    writer.writerows([cell_text(value, delimiter) for value in row] for row in rows)
    return buffer.getvalue().encode("utf-8-sig")


def write_csv(path: Path, header: Sequence[str], rows: Iterable[Sequence[object]], delimiter: str = ";") -> None:
    """Write a CSV file."""
    path.write_bytes(csv_bytes(header, rows, delimiter))
