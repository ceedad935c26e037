"""A published table laid out by great-tables, and the plain form that the book takes of it.

The form keeps structure (heads, spans, alignment, kinds of rows) and the styles that somebody gave
cells with ``tab_style``; the house look of the web theme, Typst and Word stands there, once. Body
cells that are one with a neighbour are joined here: great-tables has no spans in the body.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from lkjip_analysis.exceptions import LkjipError

if TYPE_CHECKING:
    from great_tables import GT

Align = Literal["left", "right", "center"]

ABOVE = "\x00"  # a cell that is one with the cell above it
LEFT = "\x01"  # a cell that is one with the cell to its left

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
    """A column of a published table: its head, alignment and spanner."""

    head: str
    align: Align = "left"
    spanner: str = ""


@dataclass(frozen=True)
class Row:
    """A row of a published table: HTML cells, and what it is (class ``jumlah`` for totals)."""

    cells: Sequence[str]
    kind: str = ""
    data: Mapping[str, str] = field(default_factory=dict)


def lay_out(
    name: str, columns: Sequence[Column], rows: Sequence[Row], notes: Sequence[str] = ()
) -> GT:
    """Make the whole table; its columns are named ``k0``, ``k1``, and so on.

    Parameters
    ----------
    notes
        Lines of HTML under the table.
    """
    import pandas as pd
    from great_tables import GT
    from great_tables import html as as_html

    names = [f"k{place}" for place in range(len(columns))]
    cells = [["" if cell in (ABOVE, LEFT) else cell for cell in row.cells] for row in rows]
    gt = GT(pd.DataFrame(cells, columns=names, dtype=object), id=f"tabel-{name}")
    gt = gt.fmt(str)  # they are HTML already
    gt = gt.cols_label({key: column.head for key, column in zip(names, columns, strict=True)})
    for align in ("left", "right", "center"):
        chosen = [key for key, column in zip(names, columns, strict=True) if column.align == align]
        gt = gt.cols_align(align, chosen) if chosen else gt
    for spanner in dict.fromkeys(column.spanner for column in columns if column.spanner):
        under = [key for key, c in zip(names, columns, strict=True) if c.spanner == spanner]
        gt = gt.tab_spanner(spanner, under)
    for note in notes:
        gt = gt.tab_source_note(as_html(note))
    return gt.tab_options(**_LOOK)


def plain_table(gt: GT, rows: Sequence[Row], name: str, kind: str) -> str:
    """Reduce a table to the HTML that the book takes: structure, styles given to cells, notes.

    Raises ``LkjipError`` where the table has a title of its own: in the book that is its caption.
    """
    import lxml.html

    table = next(iter(lxml.html.fromstring(gt.as_raw_html()).iter("table")))
    if table.find_class("gt_heading"):
        raise LkjipError(
            f"Tabel {name} berjudul sendiri (tab_header).\n"
            "  perbaikan : tulis judulnya sebagai tbl-cap di sel notebook"
        )
    for mark in table.find_class("gt_footnote_marks"):
        mark.tag = "sup"
        mark.attrib.clear()
    for words in table.find_class("gt_from_md"):
        words.drop_tag()
    lines = [_inside(cell) for cell in table.iterfind("tfoot/tr/td")]
    for element in list(table.iter()):
        if element.tag in ("th", "td"):
            _keep(element)
        elif element.tag in ("tfoot", "colgroup"):
            element.drop_tree()
        elif "gt_column_spanner" in element.get("class", ""):
            element.drop_tag()
        elif element.tag in ("table", "thead", "tbody", "tr"):
            element.attrib.clear()
    table.set("class", f"tabel {kind}".strip())
    table.set("id", f"tabel-{name}")
    body = table.find("tbody").findall("tr")
    for element, row in zip(body, rows, strict=True):
        said = {"class": row.kind} | {f"data-{key}": value for key, value in row.data.items()}
        element.attrib.update({key: value for key, value in said.items() if value})
    _join([list(element) for element in body], rows)
    notes = "".join(f"<p>{line}</p>" for line in lines)
    below = f'<div class="catatan-tabel">{notes}</div>\n' if notes else ""
    return f'<div class="tabel-wadah">\n{_written(table)}\n{below}</div>'


def _inside(element: Any) -> str:
    markup = _written(element)
    return markup[markup.index(">") + 1 : markup.rindex("<")].strip()


def _keep(cell: Any) -> None:
    """Leave of a cell's attributes what it spans, what it heads, and how it looks."""
    spans = {key: cell.get(key) for key in ("rowspan", "colspan") if cell.get(key, "1") != "1"}
    head = {"scope": cell.get("scope")} if cell.get("scope") else {}
    align = _ALIGNED.search(cell.get("class", ""))
    style = f"text-align: {align[1] if align else 'left'}"
    own = cell.get("style", "").strip().rstrip(";")
    cell.attrib.clear()
    cell.attrib.update(spans | head | {"style": f"{style}; {own}" if own else style})
    edge = cell if len(cell) else None
    cell.text = (cell.text or "").lstrip() if edge is not None else (cell.text or "").strip()
    if edge is not None and edge[-1].tail:
        edge[-1].tail = edge[-1].tail.rstrip()


def _join(grid: Sequence[Sequence[Any]], rows: Sequence[Row]) -> None:
    """Join ``ABOVE`` cells with the cell over them, ``LEFT`` with the one before."""
    owner: dict[int, Any] = {}
    for elements, row in zip(grid, rows, strict=True):
        for place, (element, cell) in enumerate(zip(elements, row.cells, strict=True)):
            joined = {ABOVE: owner.get(place), LEFT: owner.get(place - 1)}.get(cell)
            owner[place] = element if joined is None else joined
            if joined is not None:
                span = "rowspan" if cell == ABOVE else "colspan"
                style = joined.attrib.pop("style")  # it stands last
                joined.set(span, str(int(joined.get(span, "1")) + 1))
                if cell == LEFT:  # a label over several columns
                    style = _ALIGN.sub("text-align: left", style)
                joined.set("style", style)
                element.getparent().remove(element)


def _written(element: Any) -> str:
    import lxml.etree

    markup: str = lxml.etree.tostring(element, encoding="unicode", method="html", with_tail=False)
    markup = markup.replace("</wbr>", "")  # lxml does not know it as a void element
    return re.sub(r"\n\s*\n+", "\n", markup).strip()
