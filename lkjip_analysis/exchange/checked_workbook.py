"""A copy of a year's workbook with what was found in it: on each cell, and as a list with links.

The copy is made anew from the values of the workbook, which itself is never written to; its cells
stand where they stand there.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lkjip_analysis.beside import beside
from lkjip_analysis.checks.findings import Finding
from lkjip_analysis.data.columns import Cell
from lkjip_analysis.data.files import CHECKED, read_bytes
from lkjip_analysis.data.gaps import Gap
from lkjip_analysis.data.reading import YearData
from lkjip_analysis.data.schemas import TABLES
from lkjip_analysis.data.sheet import FileFormError
from lkjip_analysis.data.workbook import ASIDE, OURS, in_sheets, plain_name, rows_of, sheets_of
from lkjip_analysis.data.writing import write_whole
from lkjip_analysis.exceptions import Problem, address, cut
from lkjip_analysis.exchange.looks import Book, letter_of, lines_of, make_room, put, width_of

TOLD: dict[str, Any] = beside(__file__)
COLOURS: dict[str, str] = TOLD["colours"]
"""What a finding can be, gravest first, and its colour."""

NOWHERE = Problem("", None, None, "")
"""The place of a finding that no cell has."""
NOTE = {"x_scale": 3, "y_scale": 2}


@dataclass(frozen=True)
class Mark:
    """What was found at a cell: how grave, what, and what to do."""

    jenis: str
    lembar: str
    sel: str
    apa: str
    saran: str


def checked_workbook(
    raw: bytes, year: YearData, problems: Sequence[Problem], gaps: Sequence[Gap],
    findings: Sequence[Finding],
) -> bytes:  # fmt: skip
    """Write the copy of a workbook.

    Parameters
    ----------
    raw
        The workbook.
    year
        What was read of it.
    """
    marks = list(_marks(year, problems, gaps, findings))
    book = Book(TOLD["title"].format(tahun=year.tahun))
    _list(book, marks, _progress(year, gaps, marks), year.tahun)
    for title, (sheet, xml) in sheets_of(raw).items():
        if title not in OURS:
            _copy(book, title, rows_of(sheet, xml), [one for one in marks if one.lembar == title])
    return book.bytes()


def write_checked(
    path: Path, year: YearData, problems: Sequence[Problem], gaps: Sequence[Gap],
    findings: Sequence[Finding],
) -> str:  # fmt: skip
    """Write the copy beside the workbook, and say where it is or why there is none."""
    checked = path.with_name(path.stem + CHECKED)
    raw = read_bytes(path, path.name)
    if isinstance(raw, Problem):
        return ""  # it has been told
    try:
        write_whole(checked, checked_workbook(raw, year, problems, gaps, findings))
    except FileFormError:
        return ""  # so has this
    except OSError:
        return TOLD["shut"].format(name=checked.name)
    return TOLD["written"].format(path=checked)


def _marks(
    year: YearData, problems: Iterable[Problem], gaps: Iterable[Gap], findings: Iterable[Finding]
) -> Iterator[Mark]:
    heads = {str(data.berkas): data.berkas for data in year.tables.values()}

    def mark(jenis: str, at: Problem | Gap | Cell, apa: str, saran: str) -> Mark:
        name, row = str(at.berkas), at.baris or 1
        _, sheet, title = name.partition(" lembar ")
        cell = address(heads.get(at.berkas, at.berkas), row, at.kolom) or f"A{row}"
        say = str if jenis == "kesalahan" else in_sheets  # faults name their sheets themselves
        return Mark(jenis, title or name, sheet and cell, say(apa), say(saran))

    for one in problems:
        found = f": {cut(one.ditemukan, 200)}" if one.ditemukan else ""
        allowed = f" (diizinkan: {cut(one.diizinkan, 300)})" if one.diizinkan else ""
        yield mark("kesalahan", one, f"{one.pesan}{found}{allowed}", one.saran)
    for gap in gaps:
        saran = TOLD["fill"] if gap.baris else ""
        yield mark("wajib" if gap.wajib else "pilihan", gap, gap.apa, saran)
    for finding in findings:
        known = TOLD["known"].format(reason=finding.diakui) if finding.diakui else ""
        apart = finding.selisih and f"selisih {finding.selisih}"
        why = filter(None, (finding.pesan, apart, finding.dugaan, known))
        said = f"[{finding.id}] {'; '.join(why)}"
        cells = finding.sel or (NOWHERE,)
        jenis = "diakui" if finding.diakui else finding.keparahan
        first = mark(jenis, cells[0], said, finding.saran)
        yield first
        for other in cells[1:6]:
            apa = TOLD["also"].format(sheet=first.lembar, cell=first.sel, text=said)
            yield mark("", other, apa, "")


def _progress(year: YearData, gaps: Sequence[Gap], marks: Sequence[Mark]) -> str:
    """Say how far along the year is: of what is filled in each year, how much is there."""
    filled = sum(
        row.has(column)
        for data in year.tables.values()
        for row in data
        for column in data.table.columns
        if column.to_fill
    )
    required = sum(gap.wajib for gap in gaps)
    whole = filled + required
    return str(TOLD["progress"]).format(
        filled=filled,
        all=whole,
        share=100 * filled // whole if whole else 0,
        required=required,
        wrong=sum(mark.jenis in ("kesalahan", "galat") for mark in marks),
    )


def _list(book: Book, marks: Sequence[Mark], progress: str, tahun: int) -> None:
    sheet = book.sheet(OURS[-1], 12, 20, 8, 80, 60)
    title, about = (TOLD[name].format(tahun=tahun) for name in ("title", "about"))
    book.title(sheet, title, progress, about)
    book.row(sheet, 4, TOLD["heads"])
    listed = sorted((m for m in marks if m.jenis), key=lambda mark: [*COLOURS].index(mark.jenis))
    for row, mark in enumerate(listed, start=5):
        book.row(sheet, row, (mark.jenis, mark.lembar, mark.sel, mark.apa, mark.saran), "own")
        put(sheet, row, 0, mark.jenis, book.look("own", colour=COLOURS[mark.jenis]))
        if mark.sel:
            place = f"internal:'{mark.lembar}'!{mark.sel}"
            sheet.write_url(row, 2, place, book.look("link"), mark.sel)
        make_room(sheet, row, max(lines_of(mark.apa, 80), lines_of(mark.saran, 60)))
    sheet.freeze_panes(5, 0)
    sheet.autofilter(4, 0, max(4 + len(listed), 5), 4)


def _copy(book: Book, title: str, rows: Iterable[Any], marks: Sequence[Mark]) -> None:
    """Write the values of a sheet where they stand, with what was found at each."""
    sheet, name = book.sheet(title), plain_name(title)
    told: dict[str, list[Mark]] = {}
    for mark in marks:
        told.setdefault(mark.sel, []).append(mark)
    looks: dict[int, tuple[str, int]] = {}
    for number, cells in rows:
        row, height = number - 1, 1
        for at, cell in enumerate(cells):
            if row == 0:
                looks[at] = _look(sheet, name, at, str(cell.value or ""))
            look, width = looks.get(at, ("own", 14))
            own = told.pop(f"{letter_of(at)}{row + 1}", [])
            _write(book, sheet, row, at, cell, "head" + look[3:] if row == 0 else look, own)
            height = max(height, lines_of(str(cell.value or ""), width))
        make_room(sheet, row, height)
    for place, own in told.items():  # what was found below the last row, or beside it
        sheet.write_blank(place, None, book.look("own", colour=_gravest(own)))
        sheet.write_comment(place, _comment(own), NOTE)
    sheet.freeze_panes(1, 1)


def _look(sheet: Any, table: str, at: int, heading: str) -> tuple[str, int]:
    """Say how a column looks by its heading, and make it as wide."""
    columns = {c.name: c for c in TABLES[table].columns} if table in TABLES else {}
    aside = ASIDE.search(heading.casefold()) is not None
    column = columns.get(plain_name(heading))
    width = width_of(table, column.name, column.kind) if column else 30 if aside else 16
    sheet.set_column(at, at, width)
    return ("own_last" if aside else "own"), width


def _write(
    book: Book, sheet: Any, row: int, at: int, cell: Any, look: str, own: Sequence[Mark]
) -> None:
    if cell.value is None and not own:
        return
    number = cell.number_format if isinstance(cell.value, int | float | dt.date) else ""
    form = book.look(look.replace("own_last", "last"), number, _gravest(own))
    put(sheet, row, at, cell.value, form)
    if own:
        sheet.write_comment(row, at, _comment(own), NOTE)


def _gravest(marks: Sequence[Mark]) -> str:
    """Give the colour of the gravest of some marks; one that only points elsewhere has none."""
    return next(
        (colour for kind, colour in COLOURS.items() if kind in {m.jenis for m in marks}), ""
    )


def _comment(marks: Sequence[Mark]) -> str:
    told = (
        f"{mark.jenis.upper()}: " * bool(mark.jenis)
        + mark.apa
        + f"\n→ {mark.saran}" * bool(mark.saran)
        for mark in marks
    )
    return "\n\n".join(told)[:3000]
