"""A published table laid out by great-tables, and the two forms that are taken of it.

The frame under it holds plain words and numbers; great-tables' formats write them. A person sees
its own HTML; the book takes the plain form: structure (heads, spans, alignment, kinds of rows), the
keys of figures, and the styles that somebody gave cells with ``tab_style``. The house look of the
web theme, Typst and Word stands there, once. Body cells that are one with a neighbour are joined
here: great-tables has no spans in the body.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from html import escape
from typing import TYPE_CHECKING, Any, Literal

from lkjip_analysis.exceptions import LkjipError
from lkjip_analysis.presentation.cell import RAGU_HTML, Cell, Number
from lkjip_analysis.presentation.shown import words

if TYPE_CHECKING:
    import pandas as pd
    from great_tables import GT

Align = Literal["left", "right", "center"]

ABOVE = "\x00"  # a cell that is one with the cell above it
LEFT = "\x01"  # a cell that is one with the cell to its left
JOINED = (ABOVE, LEFT)
TOTAL = "jumlah"
BOLD = "font-weight: bold"

_ALIGNED = re.compile(r"\bgt_(left|right|center)\b")
_ALIGN = re.compile(r"text-align: \w+")
_LOOK: dict[str, Any] = {
    "table_font_names": ["Source Sans 3", "Source Sans Pro", "sans-serif"],
    "table_font_size": "14px",
    "column_labels_font_weight": "600",
    "source_notes_font_size": "90%",
    "data_row_padding": "4px",
}


@dataclass(frozen=True)
class Column:
    """A column of a published table: its head, alignment (right: it holds numbers), spanner.

    ``ragu``: its head bears the mark of a doubt about the whole column.
    """

    head: str
    align: Align = "left"
    spanner: str = ""
    ragu: bool = False


@dataclass(frozen=True)
class Row:
    """A row of a published table: its cells, and what it is (class ``jumlah`` for totals)."""

    cells: Sequence[Cell]
    kind: str = ""
    data: Mapping[str, str] = field(default_factory=dict)


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
    from great_tables import GT, loc, style
    from great_tables import html as as_html

    names = list(frame.columns)
    gt = GT(frame, id=f"tabel-{name}")
    heads = [as_html(escape(c.head) + RAGU_HTML) if c.ragu else c.head for c in columns]
    gt = gt.cols_label(dict(zip(names, heads, strict=True)))
    for align in ("left", "right", "center"):
        chosen = [key for key, column in zip(names, columns, strict=True) if column.align == align]
        gt = gt.cols_align(align, chosen) if chosen else gt
        if align != "right":
            gt = gt.fmt(lambda held: held.markup, chosen) if chosen else gt
    for place, key in enumerate(names):
        if columns[place].align == "right":
            gt = _with_formats(gt, key, [row.cells[place] for row in rows])
    for spanner in dict.fromkeys(column.spanner for column in columns if column.spanner):
        under = [key for key, c in zip(names, columns, strict=True) if c.spanner == spanner]
        gt = gt.tab_spanner(spanner, under)
    for note in notes:
        gt = gt.tab_source_note(as_html(note))
    if totals := [place for place, row in enumerate(rows) if row.kind == TOTAL]:
        gt = gt.tab_style(style.text(weight="bold"), loc.body(rows=totals))
    return gt.tab_options(**_LOOK)


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


def unmarked(kunci: str) -> str:
    """Put nothing beside a figure."""
    return ""


def doubted(
    columns: Sequence[Column], rows: Sequence[Row]
) -> tuple[list[Column], Callable[[str], str]]:
    """Mark the doubts: at the head of a column that is under one, else at each figure.

    A column is under one that most of its figures bear, totals and means left out.
    """
    marked, heads = set[str](), []
    for place, column in enumerate(columns):
        cells = [(row.cells[place], row.kind) for row in rows]
        numbers = [(n, kind) for n, kind in cells if isinstance(n, Number) and n.kunci]
        own = [number.ragu for number, kind in numbers if kind != TOTAL]
        most = max(set(own), key=own.count, default="")
        whole = most if own.count(most) >= max(FEW, len(own) * 2 / 3) else ""
        heads.append(replace(column, ragu=bool(whole)))
        marked.update(n.kunci for n, kind in numbers if n.ragu and (n.ragu != whole))
    return heads, lambda kunci: RAGU_HTML if kunci in marked else ""


FEW = 4
"""Doubts in a column that are fewer are marked one by one."""


def written(
    gt: GT,
    keys: pd.DataFrame,
    rows: Sequence[Row],
    name: str,
    kind: str,
    mark: Callable[[str], str] = unmarked,
) -> tuple[str, str]:
    """Write a table as great-tables shows it, and as the plain HTML that the book takes.

    Parameters
    ----------
    keys
        The key of the figure in each cell: there the book leads back to its formula and cells.
    mark
        What stands beside the figure of a key (HTML), such as a sign of doubt.

    Raises
    ------
    LkjipError
        The table has a title of its own: in the book that is its caption.
    """
    import lxml.html

    root = lxml.html.fromstring(gt.as_raw_html())
    table = next(root.iter("table"))
    if table.find_class("gt_heading"):
        raise LkjipError(
            f"Tabel {name} berjudul sendiri (tab_header).\n"
            "  perbaikan : tulis judulnya sebagai tbl-cap di sel notebook"
        )
    for cell in table.iter("th", "td"):
        say_look(cell)
    body = [row for row in table.iterfind("tbody/tr") if not row.get("class")]
    grid = [{_column(cell): cell for cell in row.iterfind("td")} for row in body]
    figures = [
        (grid[place][column], kunci)
        for column in keys
        for place, kunci in enumerate(keys[column])
        if kunci and column in grid[place]
    ]
    for cell, kunci in figures:
        for sign in lxml.html.fragments_fromstring(mark(kunci), no_leading_text=True):
            cell.append(sign)
    _join(grid, [str(name) for name in keys], rows)
    seen = _html(root)
    for cell, kunci in figures:
        _trace(cell, kunci)
    for element, row in zip(body, rows, strict=True):
        said = {"class": row.kind} | {f"data-{key}": value for key, value in row.data.items()}
        element.attrib.update({key: value for key, value in said.items() if value})
    return seen, plain(table, name, kind)


def _column(cell: Any) -> str:
    """Name the column of a body cell, which great-tables ends the list of its heads with."""
    return str(cell.get("headers", "").rpartition("-")[2])


def say_look(cell: Any) -> None:
    """Say beside a cell how it is aligned, for where great-tables' style sheet is taken away."""
    align = _ALIGNED.search(cell.get("class", ""))
    look = {"text-align": align[1] if align else "left"}
    for said in filter(str.strip, cell.get("style", "").split(";")):
        name, value = (part.strip() for part in said.split(":", 1))
        look[name] = _hex(value) if name in ("color", "background-color") else value
    cell.set("style", "; ".join(f"{name}: {value}" for name, value in look.items()))


def _hex(colour: str) -> str:
    """Write a colour as PDF and Word take it; one that only web pages know stays.

    >>> _hex("LightCyan"), _hex("#f00"), _hex("var(--aksen)")
    ('#e0ffff', '#ff0000', 'var(--aksen)')
    """
    from matplotlib.colors import is_color_like, to_hex

    return to_hex(colour.lower()) if is_color_like(colour.lower()) else colour


def _join(grid: Sequence[Mapping[str, Any]], names: Sequence[str], rows: Sequence[Row]) -> None:
    """Join ``ABOVE`` cells with the cell over them, ``LEFT`` with the one before."""
    owner: dict[str, Any] = {}
    for elements, row in zip(grid, rows, strict=True):
        held, before = dict(zip(names, row.cells, strict=True)), ""
        for name, element in elements.items():
            joined = {ABOVE: owner.get(name), LEFT: owner.get(before)}.get(str(held[name]))
            owner[name], before = element if joined is None else joined, name
            if joined is not None:
                span = "rowspan" if held[name] == ABOVE else "colspan"
                joined.set(span, str(int(joined.get(span, "1")) + 1))
                if span == "colspan":  # a label over several columns
                    joined.set("style", _ALIGN.sub("text-align: left", joined.get("style"), 1))
                element.getparent().remove(element)


def _trace(cell: Any, kunci: str) -> None:
    """Let the content of a cell lead back to a figure's formula and cells."""
    import lxml.html

    span = lxml.html.Element("span", {"class": "angka", "data-kunci": kunci})
    span.text, cell.text = cell.text, None
    span.extend([part for part in cell if part.get("class") != "ragu"])
    cell.insert(0, span)


def plain(table: Any, name: str, kind: str) -> str:
    """Reduce a table to the HTML that the book takes: structure, styles given to cells, notes."""
    for mark in table.find_class("gt_footnote_marks"):
        mark.tag = "sup"
        mark.attrib.clear()
    for formatted in table.find_class("gt_from_md"):
        formatted.drop_tag()
    lines = [_inside(cell) for cell in table.iterfind("tfoot/tr/td")]
    for element in list(table.iter()):
        if element.tag in ("th", "td"):
            _keep(element)
        elif element.tag in ("tfoot", "colgroup"):
            element.drop_tree()
        elif "gt_column_spanner" in element.get("class", ""):
            element.drop_tag()
        elif element.get("class", "").startswith("gt_") or element.tag == "table":
            element.attrib.clear()
    table.set("class", f"tabel {kind}".strip())
    table.set("id", f"tabel-{name}")
    notes = "".join(f"<p>{line}</p>" for line in lines)
    below = f'<div class="catatan-tabel">{notes}</div>\n' if notes else ""
    return f'<div class="tabel-wadah">\n{_html(table)}\n{below}</div>'


def _inside(element: Any) -> str:
    markup = _html(element)
    return markup[markup.index(">") + 1 : markup.rindex("<")].strip()


def _keep(cell: Any) -> None:
    """Leave of a cell's attributes what it spans, what it heads, and how it looks."""
    kept = {key: cell.get(key) for key in ("rowspan", "colspan") if cell.get(key, "1") != "1"}
    kept |= {key: cell.get(key) for key in ("scope", "style") if cell.get(key)}
    if cell.getparent().get("class") == TOTAL:  # it makes them bold
        kept["style"] = kept["style"].replace(f"; {BOLD}", "")
    cell.attrib.clear()
    cell.attrib.update(kept)
    edge = cell if len(cell) else None
    cell.text = (cell.text or "").lstrip() if edge is not None else (cell.text or "").strip()
    if edge is not None and edge[-1].tail:
        edge[-1].tail = edge[-1].tail.rstrip()


def _html(element: Any) -> str:
    import lxml.etree

    markup: str = lxml.etree.tostring(element, encoding="unicode", method="html", with_tail=False)
    markup = markup.replace("</wbr>", "")  # lxml does not know it as a void element
    return re.sub(r"\n\s*\n+", "\n", markup).strip()
