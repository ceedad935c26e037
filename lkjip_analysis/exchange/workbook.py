"""The workbook of a year, made to be filled in by people who live in Excel.

A sheet per table, with headings in row 1 and nothing but data below; beside it how to fill in,
the lists that cells choose from, and how much is still missing. The same content makes the same
bytes.
"""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import cached_property
from itertools import groupby
from pathlib import Path
from typing import Any

from lkjip_analysis.data.columns import Column, Row, limits_of
from lkjip_analysis.data.dialect import CellError
from lkjip_analysis.data.facts import FACTS, SECTIONS
from lkjip_analysis.data.gaps import list_gaps
from lkjip_analysis.data.reading import TableData, YearData, reader_of
from lkjip_analysis.data.schema_programmes import LEVELS
from lkjip_analysis.data.schemas import SkalaPredikat
from lkjip_analysis.data.skema import SKEMA
from lkjip_analysis.data.workbook import CONTROL, EXACT, GUIDE, LISTS, NUMBERS, VERSION, YEAR
from lkjip_analysis.data.writing import cell_text
from lkjip_analysis.exchange.looks import (
    FORMATS,
    LOCKS,
    Book,
    letter_of,
    lines_of,
    put,
    width_of,
)

TOLD: dict[str, Any] = tomllib.loads(
    Path(__file__).with_name("workbook.toml").read_text(encoding="utf-8")
)
"""The words beside the tables."""

SPARE = 200
"""Rows below the last one that dropdowns and checks of input reach."""

Record = Mapping[str, str]


@dataclass(frozen=True)
class Filling:
    """What the sheet of a table starts with; rows are counted as the sheet does.

    ``last`` has the cells of the year before by row, ``required`` and ``proposed`` are cells,
    ``carried`` are rows whose text was taken over as it was.
    """

    table: type[Row]
    header: Sequence[str]
    records: Sequence[Record]
    delimiter: str = ";"
    last: Mapping[int, Record] = field(default_factory=dict)
    required: Collection[tuple[int, str]] = ()
    proposed: Collection[tuple[int, str]] = ()
    carried: Collection[int] = ()

    @cached_property
    def layout(self) -> list[tuple[str, str]]:
        """List the columns of the sheet: name, and ``own``, ``last`` (a year ago) or ``help``."""
        told = {n for old in self.last.values() for n, text in old.items() if text} - {"catatan"}
        slots = []
        for name in self.header:
            if name in ("nilai", "teks") and self.table.name in ("identitas", "narasi"):
                slots.append((name, "help"))
            slots.append((name, "own"))
            if name in told:
                slots.append((name, "last"))
        return slots

    @property
    def places(self) -> dict[str, int]:
        """Say where each column of the table stands."""
        return {name: at for at, (name, role) in enumerate(self.layout) if role == "own"}

    def asking_for(self, required: Collection[tuple[int, str]]) -> Filling:
        """Give the same, with cells that must be filled."""
        return replace(self, required=required)

    @classmethod
    def of(cls, data: TableData[Any], required: Collection[tuple[int, str]]) -> Filling:
        """Take the cells of a table that was read, as they stand there.

        Parameters
        ----------
        required
            Its cells by row of the file and column that must be filled.
        """
        lines = {row.line: number for number, row in enumerate(data, start=2)}
        records = [{name: row.cell(name).nilai for name in data.header} for row in data]
        wanted = {(lines[line], name) for line, name in required if name in data.header}
        return cls(data.table, data.header, records, data.delimiter, required=wanted)


def column_at(table: type[Row], name: str, record: Record) -> Column[Any]:
    """Give the declaration of a cell: a fact stands under ``nilai``, as its key says."""
    column = next(c for c in table.columns if c.name == name)
    if table.name == "identitas" and name == "nilai":
        return FACTS.get(record.get("kunci", ""), column)
    return column


def scales(year: YearData) -> list[str]:
    """Name the rating scales of a unit."""
    return list(dict.fromkeys(row.skala for row in year[SkalaPredikat]))


def compulsory_cells(year: YearData) -> Mapping[str, set[tuple[int, str]]]:
    """List the blank cells that keep a report a draft, by table."""
    names = {data.berkas: name for name, data in year.tables.items()}
    found: dict[str, set[tuple[int, str]]] = {}
    for gap in list_gaps(year):
        if gap.wajib and gap.baris is not None and gap.kolom:
            found.setdefault(names[gap.berkas], set()).add((gap.baris, gap.kolom))
    return found


def workbook_bytes(
    tahun: int, asal: int, unit: str, fillings: Sequence[Filling], scales: Sequence[str] = ()
) -> bytes:
    """Write a workbook.

    Parameters
    ----------
    asal
        The year whose values stand beside the cells to fill.
    unit
        Name of the unit.
    fillings
        What each sheet starts with, in their order.
    scales
        Names of the rating scales that a cell may name.
    """
    book = Book(TOLD["title"].format(tahun=tahun))
    writer = _Writer(book, tahun, asal, fillings, scales)
    writer.guide(unit)
    for filling in fillings:
        _Sheet(writer, filling).write()
    writer.lists()
    writer.control()
    return book.bytes()


class _Writer:
    """The workbook under way: the lists that cells choose from, and what is required where."""

    def __init__(
        self, book: Book, tahun: int, asal: int, fillings: Sequence[Filling], scales: Sequence[str]
    ) -> None:
        self.book, self.look, self.tahun, self.asal = book, book.look, tahun, asal
        self.fillings, self.scales = fillings, scales
        self.places = {f.table.name: f.places for f in fillings}
        self.choices: dict[str, Sequence[str]] = {}
        self.blank: dict[str, list[str]] = {}

    def say(self, text: str, **values: object) -> str:
        """Put the years into words."""
        return text.format(tahun=self.tahun, asal=self.asal, **values)

    def listed(self, name: str, choices: Sequence[str]) -> str:
        """Give the range of a list on the sheet of lists."""
        at = letter_of([*self.choices, name].index(name))
        self.choices.setdefault(name, choices)
        return f"={LISTS}!${at}$2:${at}${len(choices) + 1}"

    def guide(self, unit: str) -> None:
        """Write how to fill in, what the colours mean, and what the sheets hold."""
        sheet = self.book.sheet(GUIDE)
        sheet.hide_gridlines(2)
        sheet.set_column(0, 0, 24)
        sheet.set_column(1, 1, 84)
        sheet.set_column(2, 2, 14)
        sheet.set_row(0, 26)
        sheet.write_string(0, 0, self.say(TOLD["title"]), self.look("title"))
        sheet.write_string(1, 0, unit, self.look("bare"))
        row = 3
        for number, step in enumerate(TOLD["steps"], start=1):
            sheet.write_string(row, 0, f"Langkah {number}", self.look("bare"))
            sheet.write_string(row, 1, self.say(step), self.look("bare"))
            sheet.set_row(row, 15 * lines_of(self.say(step), 84) + 1)
            row += 1
        row += 1
        for name, meaning in TOLD["legend"].items():
            look = self.look("own" if name == "optional" else name)
            sheet.write_blank(row, 0, None, look)
            sheet.write_string(row, 1, self.say(meaning), self.look("bare"))
            row += 1
        row += 1
        self.book.heads(sheet, row, TOLD["heads"]["sheets"])
        for number, filling in enumerate(self.fillings):
            row += 1
            name, blanks = filling.table.name, len(filling.required)
            sheet.write_url(row, 0, f"internal:'{name}'!A1", self.look("link"), name)
            sheet.write_string(row, 1, filling.table.row_is, self.look("last"))
            sheet.write_formula(row, 2, f"={CONTROL}!B{number + 2}", self.look("last"), blanks)
        for label, value in ((VERSION, SKEMA), (YEAR, self.tahun)):
            row += 2 if label == VERSION else 1
            sheet.write_string(row, 0, label, self.look("last"))
            sheet.write_number(row, 1, value, self.look("last"))
        sheet.protect("", LOCKS)

    def lists(self) -> None:
        """Write the lists that cells choose from."""
        sheet = self.book.sheet(LISTS)
        sheet.set_column(0, max(len(self.choices) - 1, 0), 26)
        for at, (name, choices) in enumerate(self.choices.items()):
            sheet.write_string(0, at, name, self.look("head"))
            for row, choice in enumerate(choices, start=1):
                sheet.write_string(row, at, choice, self.look("last"))
        sheet.protect("", LOCKS)

    def control(self) -> None:
        """Write how many required cells are blank, and sums to compare with the control totals."""
        sheet = self.book.sheet(CONTROL)
        sheet.set_column(0, 0, 44)
        sheet.set_column(1, 2, 26)
        self.book.heads(sheet, 0, TOLD["heads"]["control"])
        words = TOLD["words"]
        for row, filling in enumerate(self.fillings, start=1):
            name = filling.table.name
            ranges = self.blank.get(name, [])
            sheet.write_string(row, 0, name, self.look("last"))
            count = "+".join(f"COUNTBLANK('{name}'!{ref})" for ref in ranges) or "0"
            blanks = len(filling.required)
            sheet.write_formula(row, 1, f"={count}", self.look("last"), blanks)
            state = f'=IF(B{row + 1}=0,"{words["complete"]}","{words["lacking"]}")'
            said = words["lacking" if blanks else "complete"]
            sheet.write_formula(row, 2, state, self.look("last"), said)
        if "program" in self.places:
            self._totals(sheet, len(self.fillings) + 2)
        sheet.protect("", LOCKS)

    def _totals(self, sheet: Any, row: int) -> None:
        self.book.heads(sheet, row, TOLD["heads"]["totals"])
        programme = next(f for f in self.fillings if f.table.name == "program")
        places = self.places["program"]
        money = [name for name in ("pagu", "realisasi") if name in places]
        level = letter_of(places.get("tingkat", 0))
        end = len(programme.records) + SPARE
        for name in LEVELS:
            row += 1
            sheet.write_string(row, 0, TOLD["words"]["level"].format(level=name), self.look("last"))
            for at, column in enumerate(money, start=1):
                letter = letter_of(places[column])
                formula = (
                    f"=SUMIFS(program!{letter}2:{letter}{end},program!{level}2:{level}{end},"
                    f'"{name}")'
                )
                sums = (
                    _value(programme, column, record) or 0
                    for record in programme.records
                    if record.get("tingkat") == name
                )
                total = float(sum(value for value in sums if isinstance(value, Decimal)))
                sheet.write_formula(row, at, formula, self.look("last", "#,##0"), total)
        if "identitas" not in self.places:
            return
        facts = next(f for f in self.fillings if f.table.name == "identitas")
        sheet.write_string(row + 1, 0, TOLD["words"]["dpa"], self.look("last"))
        key, value = (letter_of(self.places["identitas"][n]) for n in ("kunci", "nilai"))
        for at, fact in enumerate(("total_pagu_dpa", "total_realisasi_lra"), start=1):
            found = f'MATCH("{fact}",identitas!{key}:{key},0)'
            formula = f'=IFERROR(INDEX(identitas!{value}:{value},{found}),"")'
            held = next((r for r in facts.records if r.get("kunci") == fact), {})
            known = _value(facts, "nilai", held) if held else None
            shown = float(known) if isinstance(known, Decimal) else ""
            sheet.write_formula(row + 1, at, formula, self.look("last", "#,##0"), shown)


class _Sheet:
    """The sheet of one table."""

    def __init__(self, writer: _Writer, filling: Filling) -> None:
        self.writer, self.filling, self.table = writer, filling, filling.table
        self.sheet = writer.book.sheet(self.table.name)
        self.columns = {c.name: c for c in self.table.columns}

    def write(self) -> None:
        """Write headings, data, and what guards them."""
        for at, (name, role) in enumerate(self.filling.layout):
            self._head(at, self.columns[name], role)
        for line, record in enumerate(self.filling.records, start=2):
            lines = 3 if self.table.name == "narasi" else 1
            for at, (name, role) in enumerate(self.filling.layout):
                said = record[name] if role == "own" else self._beside(line, name, role, record)
                look = "last"
                if role == "own":
                    marked = (line, name) in self.filling.proposed
                    carried = line in self.filling.carried and name == "teks"
                    look = "proposed" if marked or carried else "own"
                self._put(line, at, name, said, record, look)
                lines = max(lines, lines_of(said, self._width(name, role)))
            if lines > 1:
                self.sheet.set_row(line - 1, min(15 * lines + 1, 300))
        self._mark_required()
        self._finish()

    def _head(self, at: int, column: Column[Any], role: str) -> None:
        """Write a heading with what the column means, and prepare the cells below."""
        own, name = role == "own", column.name
        look = self.writer.look("own" if own else "last", FORMATS.get(column.kind, ""))
        self.sheet.set_column(at, at, self._width(name, role), look)
        heads, star = TOLD["heads"], ""
        if column.required or any(n == name for _, n in self.filling.required):
            star = " *"
        said = self.writer.say(heads[role], name=name.replace("_", " "))
        head = self.writer.look("head" if own else "head_last")
        self.sheet.write_string(0, at, said + star * own, head)
        if own:
            self.sheet.write_comment(0, at, self._comment(column), {"x_scale": 2, "y_scale": 1.4})
            self._guard(column, at)

    def _width(self, name: str, role: str) -> int:
        width = width_of(self.table.name, name, self.columns[name].kind)
        return width if role == "own" else min(max(width, 34 * (role == "help")), 40)

    def _beside(self, line: int, name: str, role: str, record: Record) -> str:
        """Give last year's cell, or say what a row is for, as its key alone does not tell."""
        if role == "last":
            return self.filling.last.get(line, {}).get(name, "")
        if self.table.name == "identitas":
            fact = FACTS.get(record.get("kunci", ""))
            wanted = f"{TOLD['words']['required']}: " if fact and fact.required else ""
            return wanted + fact.meaning if fact else ""
        section = SECTIONS.get(record.get("bagian", ""))
        carried = self.writer.say(TOLD["words"]["carried"]) if line in self.filling.carried else ""
        told = f"{section.place}: {section.meaning}" if section else ""
        return "\n".join(filter(None, (told, carried)))

    def _put(self, line: int, at: int, name: str, text: str, record: Record, look: str) -> None:
        column = column_at(self.table, name, record)
        value = _value(self.filling, name, record, text)
        fact = "@" if self.table.name == "identitas" and column.kind == "teks" else ""
        form = self.writer.look(look, _zeros(value) or FORMATS.get(column.kind, fact))
        put(self.sheet, line - 1, at, value, form)

    def _comment(self, column: Column[Any]) -> str:
        words = TOLD["words"]
        parts = [words["meaning"].format(meaning=column.meaning)]
        if column.unit:
            parts.append(words["unit"].format(unit=column.unit))
        if column.choices and len(column.choices) < 12:
            parts.append(words["allowed"].format(choices=", ".join(column.choices)))
        if column.example:
            parts.append(words["example"].format(example=column.example))
        return "\n".join(parts)

    def _guard(self, column: Column[Any], at: int) -> None:
        """Let cells take only what their column allows; pasting passes by, so the reader looks."""
        rule = self._rule(column)
        if rule is None:
            return
        how = {"error_title": TOLD["words"]["wrong_title"], "error_type": "stop"}
        end = len(self.filling.records) + SPARE
        if self.sheet.data_validation(1, at, end, at, how | rule) not in (0, None):
            raise AssertionError(f"{self.table.name}.{column.name}: validation was not taken")

    def _rule(self, column: Column[Any]) -> dict[str, Any] | None:
        words, name = TOLD["words"], f"{self.table.name}.{column.name}"
        if column.choices and not column.pattern:
            said = words["choose"].format(choices=", ".join(column.choices))
            source = self.writer.listed(name, column.choices)
            return {"validate": "list", "source": source, "error_message": said[:254]}
        if column.name == "skala" and self.writer.scales and not column.key:
            said = words["choose"].format(choices=", ".join(self.writer.scales))
            source = self.writer.listed("skala", self.writer.scales)
            return {"validate": "list", "source": source, "error_message": said[:254]}
        table, _, kolom = column.refers_to.partition(".")
        if kolom and "|" not in kolom and kolom in self.writer.places.get(table, {}):
            letter = letter_of(self.writer.places[table][kolom])
            rows = next(len(f.records) for f in self.writer.fillings if f.table.name == table)
            source = f"='{table}'!${letter}$2:${letter}${rows + SPARE}"
            said = words["refer"].format(table=table)
            return {"validate": "list", "source": source, "error_message": said}
        if column.kind in ("bilangan", "rupiah", "cacah"):
            limits = limits_of(column)
            said = words["number"].format(limits=f" ({limits})" if limits else "")
            low, high = column.minimum, column.maximum
            low = 0 if low is None and column.kind == "cacah" else low
            whole = "integer" if column.kind in ("rupiah", "cacah") else "decimal"
            bounds = {"criteria": "between", "minimum": -1e18 if low is None else low,
                      "maximum": 1e18 if high is None else high}  # fmt: skip
            return {"validate": whole, **bounds, "error_message": said}
        if column.kind == "tanggal":
            first, last = dt.date(1900, 1, 1), dt.date(2199, 12, 31)
            days = {"criteria": "between", "minimum": first, "maximum": last}
            return {"validate": "date", **days, "error_message": words["day"]}
        return None

    def _mark_required(self) -> None:
        """Colour what is required as long as it is blank, and count it."""
        ranges, places = [], self.filling.places
        for name, cells in groupby(
            sorted(self.filling.required, key=lambda c: (places[c[1]], c[0])), key=lambda c: c[1]
        ):
            letter = letter_of(places[name])
            for first, last in _runs(line for line, _ in cells):
                ranges.append(f"{letter}{first}:{letter}{last}")
        for ref in ranges:
            look = self.writer.look("required")
            self.sheet.conditional_format(ref, {"type": "blanks", "format": look})
        self.writer.blank[self.table.name] = ranges
        if ranges:
            self.sheet.set_tab_color("#FFC000")

    def _finish(self) -> None:
        rows, width = max(len(self.filling.records), 1), len(self.filling.layout)
        self.sheet.set_row(0, 45)
        keys = [at for name, at in self.filling.places.items() if self.columns[name].key]
        self.sheet.freeze_panes(1, keys[-1] + 1 if keys and keys[-1] < 3 else 1)
        self.sheet.autofilter(0, 0, rows, width - 1)
        self.sheet.ignore_errors({"number_stored_as_text": f"A1:{letter_of(width)}{rows + SPARE}"})
        self.sheet.repeat_rows(0)
        wide = sum(self._width(*slot) for slot in self.filling.layout)
        self.sheet.fit_to_pages(1 + wide // 260, 0)
        self.sheet.protect("", LOCKS)


def _value(filling: Filling, name: str, record: Record, text: str | None = None) -> object:
    """Give a cell as Excel would hold it, where nothing of its text is lost by that."""
    text = record.get(name, "") if text is None else text
    column = column_at(filling.table, name, record)
    if not text or column.kind not in (*NUMBERS, "tanggal"):
        return text[1:] if text[:1] == "'" and text[1:2] in "=+-@" and text[1:2] else text
    try:
        value = reader_of(column, filling.delimiter)(text)
    except CellError:
        return text
    value = Decimal(value) if isinstance(value, int) else value
    if cell_text(value, filling.delimiter) != text:
        return text
    exact = not isinstance(value, Decimal) or value == Decimal(f"{float(value):.{EXACT}g}")
    return value if exact else text


def _zeros(value: object) -> str:
    """Give the format of a number that is written with zeros behind it.

    >>> _zeros(Decimal("21.60")), _zeros(Decimal("21.6"))
    ('0.00', '')
    """
    text = f"{value:f}" if isinstance(value, Decimal) else ""
    return f"0.{'0' * len(text.partition('.')[2])}" if "." in text and text.endswith("0") else ""


def _runs(lines: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Put row numbers together to runs.

    >>> list(_runs([2, 3, 4, 7]))
    [(2, 4), (7, 7)]
    """
    for _, run in groupby(enumerate(lines), key=lambda pair: pair[1] - pair[0]):
        numbers = [line for _, line in run]
        yield numbers[0], numbers[-1]
