"""A published table laid out by great-tables, over a frame of plain words and numbers.

great-tables' formats write the numbers, each in its unit; the keys of the figures travel in a frame
of the same shape. ``table_html`` takes from it what people see, and what the book gets.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from html import escape
from typing import TYPE_CHECKING, Any, Literal

from lkjip_analysis.presentation.cell import Cell, Number, ragu_html
from lkjip_analysis.presentation.shown import words

if TYPE_CHECKING:
    import pandas as pd
    from great_tables import GT

Align = Literal["left", "right", "center"]

ABOVE = "\x00"  # a cell that is one with the cell above it
LEFT = "\x01"  # a cell that is one with the cell to its left
JOINED = (ABOVE, LEFT)
TOTAL = "jumlah"

_LOOK: dict[str, Any] = {
    "table_font_names": ["Source Sans 3", "Source Sans Pro", "sans-serif"],
    "table_font_size": "14px",
    "column_labels_font_weight": "600",
    "source_notes_font_size": "90%",
    "data_row_padding": "4px",
}


_CSS = "{0} td {{ vertical-align: top; }} {0} td.gt_right {{ white-space: nowrap; }}"


@dataclass(frozen=True)
class Column:
    """A column of a published table: its head, alignment (right: it holds numbers), spanner.

    ``ragu``: the doubt about the whole column, whose mark its head bears.
    """

    head: str
    align: Align = "left"
    spanner: str = ""
    ragu: str = ""


@dataclass(frozen=True)
class Row:
    """A row of a published table: its cells, and what it is (class ``jumlah`` for totals).

    ``anchor``: the row is what a link to the thing leads to.
    """

    cells: Sequence[Cell]
    kind: str = ""
    data: Mapping[str, str] = field(default_factory=dict)
    anchor: str = ""


def left(*heads: str, align: Align = "left", spanner: str = "") -> list[Column]:
    """Make columns that stand alike, by their heads."""
    return [Column(head, align, spanner) for head in heads]


center, right = partial(left, align="center"), partial(left, align="right")


class Words(str):
    """The words of a cell, with the HTML that shows them."""

    markup: str


def column_names(columns: Sequence[Column]) -> list[str]:
    """Name columns after their heads, and after the spanner where the head alone is not enough.

    >>> column_names([Column("% Anggaran"), Column("2023", spanner="Realisasi"), Column("Target")])
    ['anggaran', 'realisasi_2023', 'target']
    """
    heads = [_slug(column.head) for column in columns]
    names: list[str] = []
    for head, column in zip(heads, columns, strict=True):
        alone = heads.count(head) == 1 and not head[:1].isdigit()
        name = head if alone or not column.spanner else f"{_slug(column.spanner)}_{head}"
        names.append(name if name and name not in names else f"{name}_{len(names) + 1}")
    return names


def _slug(head: str) -> str:
    return re.sub(r"\W+", "_", head.casefold()).strip("_")


def frames_of(columns: Sequence[Column], rows: Sequence[Row]) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Make the frame of a table, and the one of the same shape with the keys of its figures.

    A column to the right holds numbers (NaN: none), any other words; joined cells are empty.
    """
    import pandas as pd

    values, keys = {}, {}
    for place, (name, column) in enumerate(zip(column_names(columns), columns, strict=True)):
        cells = [row.cells[place] for row in rows]
        held = map(_number, cells) if column.align == "right" else map(_words, cells)
        kind = "float64" if column.align == "right" else "object"
        values[name] = pd.Series(list(held), dtype=kind)
        keys[name] = [cell.kunci if isinstance(cell, Number) else "" for cell in cells]
    return pd.DataFrame(values), pd.DataFrame(keys, dtype=object)


def _number(cell: Cell) -> float | None:
    return float(cell.value) if isinstance(cell, Number) and cell.value is not None else None


def _words(cell: Cell) -> Words:
    markup = "" if cell in JOINED else cell.words if isinstance(cell, Number) else cell
    held = Words(words(markup) if "<" in markup or "&" in markup else markup)
    held.markup = markup
    return held


def lay_out(
    name: str,
    columns: Sequence[Column],
    rows: Sequence[Row],
    frame: pd.DataFrame,
    notes: Sequence[str] = (),
) -> GT:
    """Make the whole table over its frame.

    Parameters
    ----------
    notes
        Lines of HTML under the table.
    """
    import pandas as pd
    from great_tables import GT, loc, style
    from great_tables import html as as_html

    from lkjip_analysis.presentation.table_body import ColumnBody

    names = list(frame.columns)
    gt = GT(frame, id=f"tabel-{name}")
    blank = pd.DataFrame(None, frame.index, frame.columns, dtype="object")
    gt = gt._replace(_body=ColumnBody(blank))
    heads = [as_html(escape(c.head) + ragu_html(c.ragu)) if c.ragu else c.head for c in columns]
    gt = gt.cols_label(dict(zip(names, heads, strict=True)))
    for place, (key, column) in enumerate(zip(names, columns, strict=True)):
        gt = gt.cols_align(column.align, key)
        if column.align == "right":
            gt = _with_formats(gt, key, [row.cells[place] for row in rows])
        else:
            gt = gt.fmt(lambda held: held.markup, key)
    for spanner in dict.fromkeys(column.spanner for column in columns if column.spanner):
        under = [key for key, c in zip(names, columns, strict=True) if c.spanner == spanner]
        gt = gt.tab_spanner(spanner, under)
    for note in notes:
        gt = gt.tab_source_note(as_html(note))
    if totals := [place for place, row in enumerate(rows) if row.kind == TOTAL]:
        gt = gt.tab_style(style.text(weight="bold"), loc.body(rows=totals))
    return gt.tab_options(**_LOOK).opt_css(_CSS.format(f"#tabel-{name}"))


def _with_formats(gt: GT, name: str, cells: Sequence[Cell]) -> GT:
    """Let great-tables write the numbers of a column, each in its unit, and what lacks one."""
    from great_tables import html as as_html

    formats: dict[Any, list[int]] = {}
    for place, cell in enumerate(cells):
        if isinstance(cell, Number):
            how = cell.words if cell.value is None else cell.format
        else:
            how = "" if cell in JOINED else cell
        formats.setdefault(how, []).append(place)
    for how, places in formats.items():
        if isinstance(how, str):
            gt = gt.sub_missing(name, places, as_html(how))
        else:
            gt = gt.fmt(how, name, places)
    return gt


def doubted(columns: Sequence[Column], rows: Sequence[Row]) -> tuple[list[Column], dict[str, str]]:
    """Mark the doubts: at the head of a column that is under one, else at each figure.

    A column is under one that most of its figures bear, totals and means left out.
    """
    marked: dict[str, str] = {}
    heads = []
    for place, column in enumerate(columns):
        cells = [(row.cells[place], row.kind) for row in rows]
        numbers = [(n, kind) for n, kind in cells if isinstance(n, Number) and n.kunci]
        own = [number.ragu for number, kind in numbers if kind != TOTAL]
        most = max(set(own), key=own.count, default="")
        whole = most if own.count(most) >= max(FEW, len(own) * 2 / 3) else ""
        heads.append(replace(column, ragu=whole))
        marked |= {n.kunci: ragu_html(n.ragu) for n, _ in numbers if n.ragu not in ("", whole)}
    return heads, marked


FEW = 4
"""Doubts in a column that are fewer are marked one by one."""
