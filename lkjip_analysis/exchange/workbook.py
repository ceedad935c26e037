"""The workbook of a year, made to be filled in by people who live in Excel.

A sheet per table, with headings in row 1 and nothing but data below; beside it how to fill in,
the lists that cells choose from, and how much is still missing. The same content makes the same
bytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import groupby
from typing import Any

from lkjip_analysis.beside import beside
from lkjip_analysis.data.columns import Column, limits_of
from lkjip_analysis.data.facts import FACTS, SECTIONS
from lkjip_analysis.data.schema_programmes import LEVELS
from lkjip_analysis.data.skema import SKEMA
from lkjip_analysis.data.workbook import CONTROL, GUIDE, LISTS, VERSION, YEAR, column_at
from lkjip_analysis.exchange.filling import Filling, Record, value_of, zeros_of
from lkjip_analysis.exchange.looks import (
    FORMATS,
    LOCKS,
    Book,
    letter_of,
    lines_of,
    make_room,
    put,
    width_of,
)

TOLD: dict[str, Any] = beside(__file__)
"""The words beside the tables."""

SPARE = 200
"""Rows below the last one that dropdowns and checks of input reach."""

NOTE = {"x_scale": 2, "y_scale": 1.4}
"""How large a comment is, in its usual size."""

BOUNDS: dict[str, tuple[str, Any, Any]] = TOLD["bounds"]
"""What Excel takes in a column that declares no limits, by its kind."""


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
        sheet = self.book.sheet(GUIDE, 24, 84, 14)
        self.book.title(sheet, self.say(TOLD["title"]), unit)
        steps = ((f"Langkah {n}", "bare", step) for n, step in enumerate(TOLD["steps"], start=1))
        legend = (
            (None, "own" if n == "optional" else n, said) for n, said in TOLD["legend"].items()
        )
        row = 3
        for part in (steps, legend):
            for label, look, said in part:
                self.book.row(sheet, row, (label, self.say(said)), "bare")
                put(sheet, row, 0, label, self.look(look))
                make_room(sheet, row, lines_of(self.say(said), 84))
                row += 1
            row += 1
        self.book.row(sheet, row, TOLD["heads"]["sheets"])
        for number, filling in enumerate(self.fillings):
            row += 1
            name, blanks = filling.table.name, _blanks(filling)
            sheet.write_url(row, 0, f"internal:'{name}'!A1", self.look("link"), name)
            sheet.write_string(row, 1, filling.table.row_is, self.look("last"))
            sheet.write_formula(row, 2, f"={CONTROL}!B{number + 2}", self.look("last"), blanks)
        for label, value in ((VERSION, SKEMA), (YEAR, self.tahun)):
            row += 2 if label == VERSION else 1
            self.book.row(sheet, row, (label, value), "last")
        sheet.protect("", LOCKS)

    def lists(self) -> None:
        """Write the lists that cells choose from."""
        sheet = self.book.sheet(LISTS, *[26] * len(self.choices))
        self.book.row(sheet, 0, self.choices)
        for at, choices in enumerate(self.choices.values()):
            for row, choice in enumerate(choices, start=1):
                put(sheet, row, at, choice, self.look("last"))
        sheet.protect("", LOCKS)

    def control(self) -> None:
        """Write how many required cells are blank, and sums to compare with the control totals."""
        sheet = self.book.sheet(CONTROL, 44, 26, 26)
        self.book.row(sheet, 0, TOLD["heads"]["control"])
        words = TOLD["words"]
        for row, filling in enumerate(self.fillings, start=1):
            name = filling.table.name
            ranges = self.blank.get(name, [])
            sheet.write_string(row, 0, name, self.look("last"))
            parts = [f"COUNTBLANK('{name}'!{ref})" for ref in ranges]
            if filling.table.compulsory:  # a row at least
                parts.append(f"IF(COUNTA({_area(name, 0, filling)})=0,1,0)")
            count, blanks = "+".join(parts) or "0", _blanks(filling)
            sheet.write_formula(row, 1, f"={count}", self.look("last"), blanks)
            state = f'=IF(B{row + 1}=0,"{words["complete"]}","{words["lacking"]}")'
            said = words["lacking" if blanks else "complete"]
            sheet.write_formula(row, 2, state, self.look("last"), said)
        if {"tingkat", "pagu", "realisasi"} <= self.places.get("program", {}).keys():
            self._totals(sheet, len(self.fillings) + 2)
        sheet.protect("", LOCKS)

    def _totals(self, sheet: Any, row: int) -> None:
        """Sum the money of each level, and repeat the control totals below."""
        self.book.row(sheet, row, TOLD["heads"]["totals"])
        known = {filling.table.name: filling for filling in self.fillings}
        programme, facts = known["program"], known.get("identitas")
        areas = {n: _area("program", at, programme) for n, at in programme.places.items()}
        words, form = TOLD["words"], self.look("last", "#,##0")
        for level in LEVELS:
            row += 1
            sheet.write_string(row, 0, words["level"].format(level=level), self.look("last"))
            own = [record for record in programme.records if record.get("tingkat") == level]
            for at, name in enumerate(("pagu", "realisasi"), start=1):
                sums = (value_of(programme, name, record) for record in own)
                total = float(sum(value for value in sums if isinstance(value, Decimal)))
                formula = f'=SUMIFS({areas[name]},{areas["tingkat"]},"{level}")'
                sheet.write_formula(row, at, formula, form, total)
        if facts is None:
            return
        sheet.write_string(row + 1, 0, words["dpa"], self.look("last"))
        key, value = (_area("identitas", facts.places[name], facts) for name in ("kunci", "nilai"))
        held = {record["kunci"]: value_of(facts, "nilai", record) for record in facts.records}
        for at, fact in enumerate(("total_pagu_dpa", "total_realisasi_lra"), start=1):
            formula = f'=IFERROR(INDEX({value},MATCH("{fact}",{key},0)),"")'
            known_total = held.get(fact)
            shown = float(known_total) if isinstance(known_total, Decimal) else ""
            sheet.write_formula(row + 1, at, formula, form, shown)


def _blanks(filling: Filling) -> int:
    """Count what is required and blank: cells, and the first row where there must be one."""
    return len(filling.required) + (filling.table.compulsory and not filling.records)


def _area(table: str, at: int, filling: Filling) -> str:
    """Name the cells of a column, with those that may be added."""
    letter = letter_of(at)
    return f"'{table}'!${letter}$2:${letter}${len(filling.records) + SPARE}"


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
                column = column_at(self.table, name, record)
                said = record[name] if role == "own" else self._beside(line, name, role, record)
                look = "last"
                if role == "own":
                    marked = (line, name) in self.filling.proposed
                    carried = line in self.filling.carried and name == "teks"
                    look = "proposed" if marked or carried else "own"
                    if source := self.filling.follows.get((line, name)):
                        look = "follows"
                        told = TOLD["words"]["follows"].format(source=source)
                        self.sheet.write_comment(line - 1, at, told, NOTE)
                value = value_of(self.filling, name, record, said)
                fact = "@" if self.table.name == "identitas" and column.kind == "teks" else ""
                number = zeros_of(value) or FORMATS.get(column.kind, fact)
                put(self.sheet, line - 1, at, value, self.writer.look(look, number))
                if role == "own" and column.table is not self.table:  # a fact
                    self._guard(column, at, line)
                lines = max(lines, lines_of(said, self._width(name, role)))
            make_room(self.sheet, line - 1, lines)
        self._mark_required()
        self._finish()

    def _head(self, at: int, column: Column[Any], role: str) -> None:
        """Write a heading with what the column means, and prepare the cells below."""
        own, name = role == "own", column.name
        look = self.writer.look("own" if own else "last", FORMATS.get(column.kind, ""))
        self.sheet.set_column(at, at, self._width(name, role), look)
        must = column.required or any(n == name for _, n in self.filling.required)
        star = " *" if own and must else ""
        said = self.writer.say(TOLD["heads"][role], name=name.replace("_", " "))
        head = self.writer.look("head" if own else "head_last")
        self.sheet.write_string(0, at, said + star, head)
        if own:
            self.sheet.write_comment(0, at, self._comment(column), NOTE)
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

    def _comment(self, column: Column[Any]) -> str:
        words, few = TOLD["words"], len(column.choices) < 12
        told = {
            "meaning": column.meaning,
            "unit": column.unit,
            "allowed": ", ".join(column.choices) if few else "",
            "example": column.example,
        }
        return "\n".join(words[name].format(text) for name, text in told.items() if text)

    def _guard(self, column: Column[Any], at: int, line: int | None = None) -> None:
        """Let cells take only what is declared; pasting passes by, so the reader looks again."""
        rule = self._rule(column)
        if rule is None:
            return
        first = 1 if line is None else line - 1
        last = len(self.filling.records) + SPARE if line is None else first
        how = {"error_title": TOLD["words"]["wrong_title"], "error_type": "stop"}
        if self.sheet.data_validation(first, at, last, at, how | rule) not in (0, None):
            raise AssertionError(f"{self.table.name}.{column.name}: validation was not taken")

    def _rule(self, column: Column[Any]) -> dict[str, Any] | None:
        words, writer = TOLD["words"], self.writer
        named = f"{self.table.name}.{column.name}", () if column.pattern else column.choices
        own = column.name.startswith("skala") and column.kind == "teks" and not column.key
        for name, choices in (named, ("skala", writer.scales if own else ())):
            if choices:
                said = words["choose"].format(choices=", ".join(choices))[:254]
                source = writer.listed(name, choices)
                return {"validate": "list", "source": source, "error_message": said}
        table, _, kolom = column.refers_to.partition(".")
        if kolom in writer.places.get(table, {}):
            filling = next(f for f in writer.fillings if f.table.name == table)
            source = f"={_area(table, filling.places[kolom], filling)}"
            said = words["refer"].format(table=table)
            return {"validate": "list", "source": source, "error_message": said}
        if column.kind not in BOUNDS:
            return None
        kind, low, high = BOUNDS[column.kind]
        limits = limits_of(column)
        said = words.get(column.kind, words["number"])
        return {
            "validate": kind,
            "criteria": "between",
            "minimum": low if column.minimum is None else column.minimum,
            "maximum": high if column.maximum is None else column.maximum,
            "error_message": said.format(limits=f" ({limits})" if limits else ""),
        }

    def _mark_required(self) -> None:
        """Colour what is required as long as it is blank, and count it."""
        ranges = []
        for name, at in self.filling.places.items():
            letter = letter_of(at)
            lines = sorted(line for line, of in self.filling.required if of == name)
            ranges += [f"{letter}{first}:{letter}{last}" for first, last in _runs(lines)]
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


def _runs(lines: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Put row numbers together to runs.

    >>> list(_runs([2, 3, 4, 7]))
    [(2, 4), (7, 7)]
    """
    for _, run in groupby(enumerate(lines), key=lambda pair: pair[1] - pair[0]):
        numbers = [line for _, line in run]
        yield numbers[0], numbers[-1]
