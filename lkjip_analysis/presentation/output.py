"""What a notebook cell shows: one object for a table, a figure or a text, right in every format.

A table is plain semantic HTML (alignment, spans, heads, no look), so that the web theme, Typst and
Word all render it natively. The widths of its columns follow from all its words, on the page it
stands on: they are decided where the book is staged (``rendering.table_widths``).
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial, wraps
from itertools import groupby
from typing import Any, Literal

from lkjip_analysis.data.columns import Row as DataRow
from lkjip_analysis.formatting import dash_years
from lkjip_analysis.presentation.shown import bundle
from lkjip_analysis.results import Figure, Results

Align = Literal["left", "right", "center"]

ABOVE = "\x00"  # a cell that is one with the cell above it
LEFT = "\x01"  # a cell that is one with the cell to its left


@dataclass(frozen=True)
class Column:
    """A column of a published table: its head, alignment and spanner."""

    head: str
    align: Align = "left"
    spanner: str = ""


def left(*heads: str, align: Align = "left", spanner: str = "") -> list[Column]:
    """Make columns that stand alike, by their heads."""
    return [Column(head, align, spanner) for head in heads]


center, right = partial(left, align="center"), partial(left, align="right")


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
    """Paragraphs and lists in Quarto's markdown; ``seen``: HTML that a person sees instead."""

    markdown: str
    seen: str = ""

    def _repr_mimebundle_(self, **_: Any) -> dict[str, str]:
        return bundle(self.markdown, self.seen)


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
        return bundle(f"```{{=html}}\n{self.markup}\n```\n", summary=self.summary)


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
    body, tops = _body(rows, [column.align for column in columns]), _heads(columns)
    css = f"tabel {kind}".strip()
    table = f'<table class="{css}" id="tabel-{name}">\n{tops}\n{body}\n</table>'
    lines = "".join(f"<p>{text(note)}</p>" for note in notes)
    below = f'<div class="catatan-tabel">{lines}</div>\n' if notes else ""
    wrapped = f'<div class="tabel-wadah">\n{table}\n{below}</div>'
    return TableOutput(wrapped, summary or f"Tabel {len(rows)} baris × {len(columns)} kolom")


def _heads(columns: Sequence[Column]) -> str:
    """Write the heads: one row, or two where a spanner stands over some of them."""
    runs = [(key, list(run)) for key, run in groupby(columns, lambda column: column.spanner)]
    two = any(spanner for spanner, _ in runs)
    upper, lower = [], []
    for spanner, run in runs:
        heads = [_cell("th", _head(c.head), c.align, scope="col") for c in run]
        if spanner:
            upper.append(_cell("th", _head(spanner), "center", colspan=len(run), scope="colgroup"))
            lower += heads
        else:
            upper += [head.replace("<th", '<th rowspan="2"') for head in heads] if two else heads
    return _part("thead", [_row(row) for row in (upper, lower) if row])


def _head(words: str) -> str:
    return html.escape(words, quote=False)


def _body(rows: Sequence[Row], aligns: Sequence[Align]) -> str:
    """Write the body; ``ABOVE`` and ``LEFT`` cells become one with the cell they name."""
    owner: dict[int, dict[str, Any]] = {}
    lines: list[list[dict[str, Any]]] = []
    for row in rows:
        lines.append([])
        for place, (words, align) in enumerate(zip(row.cells, aligns, strict=True)):
            joined = {ABOVE: owner.get(place), LEFT: owner.get(place - 1)}.get(words)
            if joined is None:
                shown = "" if words in (ABOVE, LEFT) else words
                owner[place] = {"words": shown, "align": align, "rowspan": 1, "colspan": 1}
                lines[-1].append(owner[place])
                continue
            owner[place] = joined
            joined["rowspan" if words == ABOVE else "colspan"] += 1
            if words == LEFT:
                joined["align"] = "left"  # a label over several columns
    written = []
    for line, row in zip(lines, rows, strict=True):
        said = {"class": row.kind} | {f"data-{key}": value for key, value in row.data.items()}
        written.append(_row([_cell("td", **cell) for cell in line], said))
    return _part("tbody", written)


def _part(tag: str, rows: Sequence[str]) -> str:
    return "\n".join([f"<{tag}>", *rows, f"</{tag}>"])


def _row(cells: Sequence[str], said: Mapping[str, str] | None = None) -> str:
    kept = "".join(f' {k}="{html.escape(v)}"' for k, v in (said or {}).items() if v)
    return "\n".join([f"  <tr{kept}>", *(f"    {cell}" for cell in cells), "  </tr>"])


def _cell(
    tag: str, words: str, align: Align, *, scope: str = "", rowspan: int = 1, colspan: int = 1
) -> str:
    """Write a cell whose words are HTML already."""
    kept = "".join(f' {k}="{n}"' for k, n in (("rowspan", rowspan), ("colspan", colspan)) if n > 1)
    kept += f' scope="{scope}"' if scope else ""
    return f'<{tag}{kept} style="text-align: {align}">{words}</{tag}>'


Show = Callable[[Results], TableOutput]


def published(what: str, *tables: type[DataRow]) -> Callable[[Show], Show]:
    """Make of a function that shows tables the one that notebooks call.

    Without one of ``tables`` it says that ``what`` is not available yet, and which file lacks.
    """

    def make(show: Show) -> Show:
        @wraps(show)
        def shown(hasil: Results) -> TableOutput:
            lacking = [hasil.data[table].berkas for table in tables if not hasil.data[table]]
            name = show.__name__.replace("_", "-")
            return missing_table(name, what, lacking[0]) if lacking else show(hasil)

        return shown

    return make


def missing_table(name: str, what: str, berkas: str) -> TableOutput:
    """Show honestly that a table cannot be made, and which file lacks it."""
    column = Column("Keterangan")
    cells = [f"{text(what)}: belum tersedia. Lengkapi <code>{text(berkas)}</code>."]
    return make_table(
        name, [column], [Row(cells, "belum-tersedia")], summary=f"{what}: belum tersedia"
    )
