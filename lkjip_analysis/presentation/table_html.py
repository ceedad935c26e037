"""The two forms of a table that great-tables has laid out: what people see, and the book's.

A person sees its own HTML; the book takes the plain form: structure (heads, spans, alignment, kinds
of rows), the keys of figures, and the styles that somebody gave cells with ``tab_style``. The house
look of the web theme, Typst and Word stands there, once. Body cells that are one with a neighbour
are joined here: great-tables has no spans in the body.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from lkjip_analysis.exceptions import LkjipError
from lkjip_analysis.presentation.layout import ABOVE, LEFT, TOTAL, Row
from lkjip_analysis.presentation.lining_up import blanks

if TYPE_CHECKING:
    import pandas as pd
    from great_tables import GT

BOLD, KEPT = "font-weight: bold", ("rowspan", "colspan", "scope", "style")
_ALIGNED = re.compile(r"\bgt_(left|right|center)\b")
_ALIGN = re.compile(r"text-align: \w+")


def written(
    gt: GT, keys: pd.DataFrame, rows: Sequence[Row], name: str, kind: str, marks: Mapping[str, str]
) -> tuple[str, str]:
    """Write a table as great-tables shows it, and as the plain HTML that the book takes.

    Parameters
    ----------
    keys
        The key of the figure in each cell: there the book leads back to its formula and cells.
    marks
        What stands beside the figure of a key (HTML), such as a sign of doubt.

    Raises
    ------
    LkjipError
        The table has a title of its own: in the book that is its caption; or other rows than the
        report's, whose figures would lead back to others.
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
    if len(body) != len(rows) or table.find_class("gt_group_heading_row"):
        raise LkjipError(
            f"Tabel {name} diberi kelompok baris atau baris ringkasan, sehingga barisnya lain.\n"
            "  perbaikan : susun tabel sendiri dari frame-nya, GT(tabel.frame)"
        )
    grid = [  # great-tables ends the list of a cell's heads with the name of its column
        {cell.get("headers", "").rpartition("-")[2]: cell for cell in row.iterfind("td")}
        for row in body
    ]
    for column in (column for column in keys if column in grid[0]):
        cells = [line[column] for line in grid]
        for cell, kunci in zip(cells, keys[column], strict=True):
            if kunci:
                _trace(cell, kunci, marks.get(kunci, ""))
        if "gt_right" in cells[0].get("class"):
            for cell, blank in zip(cells, blanks([c.text_content() for c in cells]), strict=True):
                last, where = _end(cell)
                setattr(last, where, (getattr(last, where) or "") + blank)
    _join(grid, [str(name) for name in keys], rows)
    for element, row in zip(body, rows, strict=True):
        said = {"id": row.anchor, "class": row.kind} | {
            f"data-{key}": value for key, value in row.data.items()
        }
        element.attrib.update({key: value for key, value in said.items() if value})
    return _html(root), plain(table, name, kind)


def say_look(cell: Any) -> None:
    """Say beside a cell how it is aligned, for where great-tables' style sheet is taken away."""
    align = _ALIGNED.search(cell.get("class", ""))
    look = {"text-align": align[1] if align else "left"}
    for said in cell.get("style", "").split(";"):
        name, colon, value = (part.strip() for part in said.partition(":"))
        if colon:
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


def _trace(cell: Any, kunci: str, mark: str) -> None:
    """Let the content of a cell lead back to a figure's formula and cells, its mark behind it."""
    import lxml.html

    span = lxml.html.Element("span", {"class": "angka", "data-kunci": kunci})
    span.text, cell.text = cell.text, None
    span.extend(list(cell))
    cell.extend([span, *lxml.html.fragments_fromstring(mark, no_leading_text=True)])


def _end(cell: Any) -> tuple[Any, str]:
    """Say where the text at the end of a cell is held."""
    return (cell[-1], "tail") if len(cell) else (cell, "text")


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
    kept = {key: cell.get(key) for key in KEPT if cell.get(key, "1") != "1"}
    if cell.getparent().get("class") == TOTAL:  # it makes them bold
        kept["style"] = kept["style"].replace(f"; {BOLD}", "")
    cell.attrib.clear()
    cell.attrib.update(kept)
    cell.text = (cell.text or "").lstrip()
    last, where = _end(cell)
    setattr(last, where, (getattr(last, where) or "").rstrip(" \n"))


def _html(element: Any) -> str:
    import lxml.etree

    markup: str = lxml.etree.tostring(element, encoding="unicode", method="html", with_tail=False)
    markup = markup.replace("</wbr>", "")  # lxml does not know it as a void element
    return re.sub(r"\n\s*\n+", "\n", markup).strip()
