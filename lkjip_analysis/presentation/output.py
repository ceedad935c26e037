"""What a notebook cell shows: one object for a table, a figure or a text, right in every format.

A table is laid out by great-tables and reduced to plain semantic HTML (``layout``), so that the web
theme, Typst and Word all render it natively. The widths of its columns follow from all its words,
on the page it stands on: they are decided where the book is staged (``rendering.table_widths``).
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial, wraps
from typing import TYPE_CHECKING, Any

from lkjip_analysis.data.columns import Row as DataRow
from lkjip_analysis.formatting import dash_years
from lkjip_analysis.presentation.captions import running_caption, show_caption
from lkjip_analysis.presentation.layout import (
    ABOVE,
    LEFT,
    Align,
    Column,
    Row,
    lay_out,
    plain_table,
)
from lkjip_analysis.presentation.shown import bundle
from lkjip_analysis.results import Figure, Results

if TYPE_CHECKING:
    from great_tables import GT

__all__ = [
    "ABOVE", "LEFT", "Align", "Column", "FigureOutput", "Row", "Show", "TableOutput", "TextOutput",
    "angka", "angka_md", "center", "escape_markdown", "left", "make_table", "missing_table",
    "published", "right", "text",
]  # fmt: skip


def left(*heads: str, align: Align = "left", spanner: str = "") -> list[Column]:
    """Make columns that stand alike, by their heads."""
    return [Column(head, align, spanner) for head in heads]


center, right = partial(left, align="center"), partial(left, align="right")


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
        show_caption()
        return {"image/svg+xml": self.svg, "text/plain": self.alt}


@dataclass(frozen=True)
class TableOutput:
    """A table: great-tables' object, and the plain HTML that web, PDF and Word take of it.

    ``gt`` is the whole table (its columns are ``k0``, ``k1``, ...; cells are HTML), ``summary`` one
    plain sentence for screen readers and terminals.
    """

    gt: GT
    rows: Sequence[Row]
    name: str
    kind: str
    summary: str

    def styled(self, style: Callable[[GT], GT]) -> TableOutput:
        """Give the table in another look: ``tabel.styled(lambda gt: gt.tab_style(...))``."""
        return replace(self, gt=style(self.gt))

    @cached_property
    def markup(self) -> str:
        """The table as clean HTML with its notes, the same for web, PDF and Word."""
        return plain_table(self.gt, self.rows, self.name, self.kind)

    def _repr_mimebundle_(self, **_: Any) -> dict[str, str]:
        book = f"```{{=html}}\n{self.markup}\n```\n"
        return bundle(book, summary=self.summary, caption=running_caption())


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
    gt = lay_out(name, columns, rows, [text(note) for note in notes])
    size = f"Tabel {len(rows)} baris × {len(columns)} kolom"
    return TableOutput(gt, rows, name, kind, summary or size)


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
