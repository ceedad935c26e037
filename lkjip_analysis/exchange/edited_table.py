"""Some rows of a table written anew: in its CSV file, or in a copy of its year's workbook.

The bytes of all other rows stay.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import chain, count
from pathlib import Path
from typing import Any

from lkjip_analysis.beside import beside
from lkjip_analysis.data.columns import Cell
from lkjip_analysis.data.files import CORRECTED
from lkjip_analysis.data.reading import TableData, raise_problems, table_of
from lkjip_analysis.data.sheet import Sheet, decode, parse_sheet, take_separator_line
from lkjip_analysis.data.workbook import in_sheets, read_raw
from lkjip_analysis.data.writing import cell_text
from lkjip_analysis.exceptions import CallError, address
from lkjip_analysis.exchange.filled_copy import fill_cells
from lkjip_analysis.exchange.proposal import Proposal

TOLD: dict[str, str] = beside(__file__)
Values = Mapping[str, object]
_LINES = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")


@dataclass(frozen=True)
class Changes:
    """What changes in a table; rows are counted as a spreadsheet does.

    ``edits`` are new values by row and column, ``removed`` rows that go, ``added`` new rows by the
    row before them.
    """

    edits: Mapping[int, Values] = field(default_factory=dict)
    removed: Collection[int] = ()
    added: Mapping[int, Sequence[Values]] = field(default_factory=dict)

    def __bool__(self) -> bool:
        """Is there any?"""
        return bool(self.edits or self.removed or self.added)

    def below(self, last: int) -> list[tuple[int, Values]]:
        """Give the new rows the numbers of those below the last one."""
        return list(zip(count(last + 1), chain(*self.added.values()), strict=False))


def plan_edits(
    root: Path, table: TableData[Any], lines: Iterable[str], changes: Changes
) -> Proposal:
    """Plan changes of a table; ``lines`` tell them. A workbook's go into a copy of it."""
    berkas, _, title = table.berkas.partition(" lembar ")
    lines = tuple(map(in_sheets, lines) if title else lines)
    if not changes:
        return Proposal(root, {}, lines)
    wanted = {name for values in changes.edits.values() for name in values}
    if lacking := sorted(wanted - {*table.header}):
        columns, told = ", ".join(lacking), "\n".join(lines)
        raise CallError(TOLD["lacking"].format(told=told, berkas=table.berkas, columns=columns))
    new = changes.below(max((row.line for row in table), default=1))
    raw = (root / berkas).read_bytes()
    if not title:
        content = edit_table(raw, table.table.column_names, changes)
        _read_again(table, content, {})
        return Proposal(root, {berkas: content}, lines, beda=False)
    own, copy = Path(berkas).name, berkas.removesuffix(".xlsx") + CORRECTED
    if (root / copy).exists():
        raise CallError(TOLD["waiting"].format(copy=copy, own=own))
    gone = [(line, dict.fromkeys(table.header)) for line in changes.removed]
    rows = (*changes.edits.items(), *gone, *new)
    cells = {(line, name): value for line, values in rows for name, value in values.items()}
    places = {address(table.berkas, *cell): value for cell, value in cells.items()}
    content = fill_cells(raw, title, {place: value for place, value in places.items() if place})
    numbers = {cell: value for cell, value in cells.items() if isinstance(value, int | Decimal)}
    _read_again(table, content, numbers)
    left = TOLD["copied"].format(copy=root / copy, own=own)
    return Proposal(root, {copy: content}, lines, beda=False, sesudah=left)


def _read_again(
    table: TableData[Any], content: bytes, numbers: Mapping[tuple[int, str], object]
) -> None:
    """Refuse what cannot be read, or what the format of a cell makes another number of."""
    berkas, _, title = table.berkas.partition(" lembar ")
    if title:
        sheet = read_raw(content, berkas).sheets[table.table.name]
    else:
        sheet = parse_sheet(decode(content), table.table.column_names)
    assert isinstance(sheet, Sheet), "it was read before"
    fresh, faults = table_of(sheet, table.table, table.berkas, "")
    raise_problems(faults)
    held = {(row.line, name): row[name] for row in fresh for name in fresh.header}
    for place, value in numbers.items():
        if held[place] != value:
            cell = Cell(table.berkas, *place, "")
            raise CallError(TOLD["otherwise"].format(place=cell.tempat, found=held[place]))


def edit_table(raw: bytes, columns: tuple[str, ...], changes: Changes) -> bytes:
    r"""Write a CSV file with changes; ``columns`` are those that are known of it.

    >>> edits = Changes({3: {"nama": "tiga"}})
    >>> edit_table(b"kode;nama\r\nA;'satu'\r\nB;dua\r\n", ("kode", "nama"), edits)
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
        if number in changes.edits:
            parts.append(line(record, changes.edits[number]))
        elif number not in changes.removed:
            parts.append(chunk)
        new = changes.added.get(number, ())
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
