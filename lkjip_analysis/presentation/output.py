"""What a notebook cell shows: one object for a table, a figure or a text, right in every format.

A table is laid out by great-tables (heads, spanners and a model row), filled, and reduced to clean
semantic HTML (widths, alignment, spans, heads, no inline look), so that the web theme, Typst and
Word all render it natively.
"""

from __future__ import annotations

import html
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Literal

import pandas as pd

from lkjip_analysis.formatting import dash_years
from lkjip_analysis.results.figures import Figure

Align = Literal["left", "right", "center"]

ABOVE = "\x00"  # a cell that is one with the cell above it
LEFT = "\x01"  # a cell that is one with the cell to its left


@dataclass(frozen=True)
class Column:
    """A column of a published table: its head, width in percent, alignment and spanner."""

    head: str
    width: float
    align: Align = "left"
    spanner: str = ""


@dataclass(frozen=True)
class Row:
    """A row of a published table: HTML cells, and what it is (class ``jumlah`` for totals)."""

    cells: Sequence[str]
    kind: str = ""
    data: Mapping[str, str] = field(default_factory=dict)


def text(value: object) -> str:
    """Escape data text for an HTML cell; blanks become a dash, line breaks stay.

    >>> text("a < b & c"), text(None)
    ('a &lt; b &amp; c', '–')
    """
    if value is None or value == "":
        return "–"
    return html.escape(dash_years(str(value)), quote=False).replace("\n", "<br>")


def angka(figure: Figure, shown: str | None = None) -> str:
    """Write a figure as HTML that leads back to its formula and cells."""
    label = figure.tampil if shown is None else shown
    return f'<span class="angka" data-kunci="{html.escape(figure.kunci)}">{text(label)}</span>'


_MARKS = re.compile(r"([\\`*_{}\[\]<>#|~$^@&\"'!=])")


def escape_markdown(value: object) -> str:
    r"""Escape data text so that Quarto's markdown prints it literally.

    >>> escape_markdown("2 * 3 = $6 #1 @x <b>"), escape_markdown("1. satu -- dua")
    ('2 \\* 3 \\= \\$6 \\#1 \\@x \\<b\\>', '1\\. satu -\\- dua')
    """
    if value is None or value == "":
        return "–"
    flat = _MARKS.sub(r"\\\1", " ".join(dash_years(str(value)).split()))
    opens_list = r"^(\(?(?:\d+|[A-Za-z]|[ivxlcdmIVXLCDM]+))([.)])(?=\s|$)"
    flat = re.sub(opens_list, r"\1\\\2", flat)
    flat = re.sub(r"^([-+:(])", r"\\\1", flat)
    return re.sub(r"(?<=[-.])([-.])", r"\\\1", flat)  # "--" and "..." stay as typed


def angka_md(figure: Figure, shown: str | None = None) -> str:
    """Write a figure in markdown, leading back to its formula and cells."""
    label = figure.tampil if shown is None else shown
    return f'[{escape_markdown(label)}]{{.angka kunci="{figure.kunci}"}}'


@dataclass(frozen=True)
class TextOutput:
    """Paragraphs and lists in Quarto's markdown."""

    markdown: str

    def _repr_mimebundle_(self, **_: Any) -> dict[str, str]:
        return {"text/markdown": self.markdown, "text/plain": self.markdown}


@dataclass(frozen=True)
class FigureOutput:
    """A vector picture with its text alternative."""

    svg: str
    alt: str

    def _repr_mimebundle_(self, **_: Any) -> dict[str, str]:
        return {"image/svg+xml": self.svg, "text/plain": self.alt}


@dataclass(frozen=True)
class TableOutput:
    """A table as clean HTML, the same for web, PDF and Word."""

    markup: str
    summary: str

    def _repr_mimebundle_(self, **_: Any) -> dict[str, str]:
        return {
            "text/html": self.markup,
            "text/markdown": f"```{{=html}}\n{self.markup}\n```\n",
            "text/plain": self.summary,
        }


_PLACE = re.compile("\ue000(\\d+)\ue001")  # where a cell of the model row goes
_MODEL_ROW = re.compile("[ \\t]*<tr>\\s*(?:<td[^>]*>\ue000\\d+\ue001</td>\\s*)+</tr>")


@lru_cache
def _layout(name: str, columns: tuple[Column, ...]) -> str:
    """Let great-tables lay out the heads and one model row."""
    from great_tables import GT

    names = [f"k{i}" for i in range(len(columns))]
    frame = pd.DataFrame([[f"\ue000{place}\ue001" for place in range(len(columns))]], columns=names)
    gt = (
        GT(frame, id=f"tabel-{name}")
        .cols_label(dict(zip(names, (c.head for c in columns), strict=True)))
        .cols_width({key: f"{c.width:g}%" for key, c in zip(names, columns, strict=True)})
    )
    for align in ("left", "right", "center"):
        chosen = [key for key, c in zip(names, columns, strict=True) if c.align == align]
        if chosen:
            gt = gt.cols_align(align, chosen)
    for label in dict.fromkeys(c.spanner for c in columns if c.spanner):
        gt = gt.tab_spanner(
            label, [key for key, c in zip(names, columns, strict=True) if c.spanner == label]
        )
    return gt.as_raw_html()


def _fill_rows(raw: str, rows: Sequence[Row]) -> str:
    """Repeat the model row of a layout for every row, with its cells (which are HTML already)."""

    def fill(model: str, row: Row) -> str:
        return _PLACE.sub(lambda place: _shown(row.cells[int(place[1])]), model)

    return _MODEL_ROW.sub(lambda model: "\n".join(fill(model[0], row) for row in rows), raw)


def _shown(cell: str) -> str:
    return "" if cell in (ABOVE, LEFT) else cell


def make_table(
    name: str,
    columns: Sequence[Column],
    rows: Sequence[Row],
    *,
    notes: Sequence[str] = (),
    kind: str = "",
    summary: str = "",
) -> TableOutput:
    """Lay out a published table.

    Parameters
    ----------
    name
        Its label without ``tbl-``; becomes the table's fixed id.
    columns, rows
        Heads and HTML cells (made with ``text`` and ``angka``; ``ABOVE`` and ``LEFT``
        join a cell with the one over or before it).
    notes
        Plain lines under the table: formula, source, what a sign means.
    kind
        ``pohon`` for a tree of rows that can fold.
    summary
        One plain sentence for screen readers and terminals; default: the size.
    """
    markup = clean_table(_fill_rows(_layout(name, tuple(columns)), rows), columns, rows, name, kind)
    lines = "".join(f'<p class="catatan-tabel">{text(note)}</p>' for note in notes)
    wrapped = f'<div class="tabel-wadah">\n{markup}\n{lines}</div>'
    return TableOutput(wrapped, summary or f"Tabel {len(rows)} baris × {len(columns)} kolom")


def clean_table(
    raw: str, columns: Sequence[Column], rows: Sequence[Row], name: str, kind: str
) -> str:
    """Reduce great-tables' HTML to structure: widths, alignment, spans, scopes, row data."""
    from lxml import etree
    from lxml import html as lxml_html

    table = next(iter(lxml_html.fromstring(raw).iter("table")))
    for foot in table.findall("tfoot"):
        table.remove(foot)
    for element in table.iter():
        if element.tag in ("th", "td"):
            keep = {
                k: v
                for k, v in element.attrib.items()
                if k in ("colspan", "rowspan", "scope") and v != "1"
            }
            align = re.search(r"gt_(left|right|center)", element.get("class", ""))
            element.attrib.clear()
            element.attrib.update(keep)
            element.set("style", f"text-align: {align[1] if align else 'left'}")
        elif element.tag in ("thead", "tbody", "tr", "colgroup", "table"):
            element.attrib.clear()
        elif "gt_column_spanner" in element.get("class", ""):
            element.drop_tag()
    table.set("class", f"tabel {kind}".strip())
    table.set("id", f"tabel-{name}")
    for col, column in zip(table.iter("col"), columns, strict=True):
        col.attrib.clear()
        col.set("style", f"width: {column.width:g}%")
    body = table.find("tbody")
    for element, row in zip(body.findall("tr"), rows, strict=True):
        if row.kind:
            element.set("class", row.kind)
        for key, value in row.data.items():
            element.set(f"data-{key}", value)
    join_spans([list(element) for element in body.findall("tr")], rows)
    for cell in table.iter("th", "td"):
        if cell.text and len(cell):
            cell.text = cell.text.lstrip()
        elif cell.text:
            cell.text = cell.text.strip()
    markup: str = etree.tostring(table, encoding="unicode", method="html", with_tail=False)
    markup = markup.replace("</wbr>", "")  # lxml does not know it as a void element
    return re.sub(r"\n\s*\n+", "\n", markup).strip()


def join_spans(grid: list[list[Any]], rows: Sequence[Row]) -> None:
    """Join ``ABOVE`` cells with the cell over them (rowspan), ``LEFT`` with the one before."""
    owner: dict[int, Any] = {}
    for elements, row in zip(grid, rows, strict=True):
        for place, (element, cell) in enumerate(zip(elements, row.cells, strict=True)):
            joined = (
                owner.get(place if cell == ABOVE else place - 1) if cell in (ABOVE, LEFT) else None
            )
            owner[place] = element if joined is None else joined
            if joined is not None:
                span = "rowspan" if cell == ABOVE else "colspan"
                joined.set(span, str(int(joined.get(span, "1")) + 1))
                if cell == LEFT:
                    joined.set("style", "text-align: left")  # a label over several columns
                element.getparent().remove(element)


def missing_table(name: str, what: str, berkas: str) -> TableOutput:
    """Show honestly that a table cannot be made, and which file lacks it."""
    column = Column("Keterangan", 100)
    cells = [f"{text(what)}: belum tersedia. Lengkapi <code>{text(berkas)}</code>."]
    return make_table(
        name, [column], [Row(cells, "belum-tersedia")], summary=f"{what}: belum tersedia"
    )
