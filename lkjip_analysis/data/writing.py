"""CSV as our files are written: ``;``, decimal comma, UTF-8 with BOM, LF, few quotes.

Indonesian Excel opens such a file by a double click, and git shows a changed cell as one line.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
_NUMBER = re.compile(r"[-+]?[\d.,]*%?")


def guard_formula(text: str) -> str:
    """Put an apostrophe before a text that a spreadsheet would run as a formula.

    Numbers and a lone dash stay; ``dialect.parse_text`` takes the apostrophe away again.

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
    if isinstance(value, int | float) and not isinstance(value, bool):
        value = Decimal(str(value))
    if isinstance(value, Decimal):
        plain = f"{value:f}"
        return plain if delimiter == "," else plain.replace(".", ",")
    if isinstance(value, dt.date):
        return value.isoformat()
    return guard_formula(str(value))


def csv_bytes(
    header: Sequence[str], rows: Iterable[Sequence[object]], delimiter: str = ";"
) -> bytes:
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


def write_whole(path: Path, content: bytes) -> None:
    """Write a file beside its place and move it there: whoever stops this leaves no half of it."""
    if path.is_file() and path.read_bytes() == content:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(f".{path.name}.baru")
    try:
        fresh.write_bytes(content)
        fresh.replace(path)
    finally:
        fresh.unlink(missing_ok=True)


def write_files(folder: Path, files: Mapping[str, bytes]) -> Path:
    """Write files into a folder, by their names in it; give the folder."""
    for name, content in files.items():
        write_whole(folder / name, content)
    return folder


def write_csv(
    path: Path, header: Sequence[str], rows: Iterable[Sequence[object]], delimiter: str = ";"
) -> None:
    """Write a CSV file, in a folder that may be new, too."""
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(csv_bytes(header, rows, delimiter))


def figures_as_csv(records: Sequence[Mapping[str, Any]]) -> str:
    """Write the records of ``hasil.json`` as CSV, one figure a row, for a spreadsheet.

    ``masukan`` names the source cells, one a line, as ``2024/iku.csv baris 2 kolom target = 72``.
    """
    header = ("kunci", "nilai", "satuan", "tampil", "rumus", "masukan", "dari", "alasan",
              "diragukan")  # fmt: skip
    rows = ([_figure_cell(record[name]) for name in header] for record in records)
    return csv_bytes(header, rows).decode("utf-8")


def _figure_cell(value: Any) -> object:
    """Give a record's field as one cell: lists of source cells and of keys become lines."""
    if not isinstance(value, list | tuple):
        return value
    return "\n".join(_line(item) if isinstance(item, Mapping) else str(item) for item in value)


def _line(cell: Mapping[str, Any]) -> str:
    place = f"sel {cell['sel']}" if "sel" in cell else f"baris {cell['baris']}"
    return f"{cell['berkas']} {place} kolom {cell['kolom']} = {cell['nilai']}"
