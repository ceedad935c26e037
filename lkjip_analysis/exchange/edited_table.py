"""Some rows of a CSV file written anew; the bytes of all others stay."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from lkjip_analysis.data.reading import TableData
from lkjip_analysis.data.sheet import decode, parse_sheet, take_separator_line
from lkjip_analysis.data.workbook import in_sheets
from lkjip_analysis.data.writing import cell_text
from lkjip_analysis.exceptions import CallError
from lkjip_analysis.exchange.renewed_data import KEPT, Renewal

Values = Mapping[str, object]
_LINES = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")


def plan_edits(
    root: Path,
    table: TableData[Any],
    lines: Iterable[str],
    edits: Mapping[int, Values],
    removed: Collection[int] = (),
    added: Mapping[int, Sequence[Values]] | None = None,
) -> Renewal:
    """Plan such changes of a table's file; ``lines`` tell them. A workbook is never written."""
    path = root / table.berkas
    lines = tuple(lines if path.suffix == ".csv" else map(in_sheets, lines))
    if not (edits or removed or added):
        return Renewal(root, {}, {}, lines)
    told = "\n".join(lines)
    if path.suffix != ".csv":
        raise CallError(
            f"{told}\nData tahun ini dibaca dari buku kerja, yang tidak pernah ditulis program.\n"
            f"  perbaikan : tulis yang di atas di {table.berkas}"
        )
    wanted = {name for values in edits.values() for name in values}
    if lacking := sorted(wanted - {*table.header}):
        raise CallError(
            f"{told}\n{table.berkas}: kolom {', '.join(lacking)} belum ada.\n"
            "  perbaikan : tambahkan judul kolom itu, atau jalankan lkjip mutakhirkan"
        )
    raw = path.read_bytes()
    content = edit_table(raw, table.table.column_names, edits, removed, added)
    old, new = ({table.berkas: one} for one in (raw, content))
    return Renewal(root, old, new, lines, KEPT, beda=False)


def edit_table(
    raw: bytes,
    columns: tuple[str, ...],
    edits: Mapping[int, Values],
    removed: Collection[int] = (),
    added: Mapping[int, Sequence[Values]] | None = None,
) -> bytes:
    r"""Write a file with other values in some cells, without some rows, and with new ones.

    Parameters
    ----------
    raw, columns
        The file as it is, and the columns that are known of it.
    edits
        New values by row (counted as a spreadsheet does) and column.
    removed
        Rows that go.
    added
        New rows by the row before them.

    >>> edit_table(b"kode;nama\r\nA;'satu'\r\nB;dua\r\n", ("kode", "nama"), {3: {"nama": "tiga"}})
    b"kode;nama\r\nA;'satu'\r\nB;tiga\r\n"
    """
    text = decode(raw)
    sheet = parse_sheet(text, columns)
    body = take_separator_line(text)[1]
    names = [name.casefold() for name in sheet.header]
    break_ = "\r\n" if "\r\n" in body else "\n"

    def line(record: Sequence[str], values: Values) -> str:
        cells = [*record, *[""] * (len(names) - len(record))]
        for name, value in values.items():
            if name in names or value not in ("", None):  # a column that is not there is a fault
                cells[names.index(name)] = cell_text(value, sheet.delimiter)
        buffer = io.StringIO(newline="")
        csv.writer(buffer, delimiter=sheet.delimiter, lineterminator=break_).writerow(cells)
        return buffer.getvalue()

    parts = [text[: len(text) - len(body)]]
    for number, (chunk, record) in enumerate(_records(body, sheet.delimiter), 1):
        if number in edits:
            parts.append(line(record, edits[number]))
        elif number not in removed:
            parts.append(chunk)
        new = (added or {}).get(number, ())
        if new and not parts[-1].endswith(("\r", "\n")):
            parts.append(break_)
        parts += [line((), values) for values in new]
    mark = b"\xef\xbb\xbf" if raw.startswith(b"\xef\xbb\xbf") else b""
    return mark + "".join(parts).encode()


def _records(body: str, delimiter: str) -> Iterator[tuple[str, list[str]]]:
    """Give each record as it stands in the file, and its cells."""
    lines, done = _LINES.findall(body), 0
    reader = csv.reader(lines, delimiter=delimiter)
    for record in reader:
        yield "".join(lines[done : reader.line_num]), record
        done = reader.line_num
