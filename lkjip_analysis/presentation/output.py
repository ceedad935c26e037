"""What a notebook cell shows: one object for a table, a figure or a text, right in every format.

A table is laid out by great-tables and reduced to plain semantic HTML (``layout``), so that the web
theme, Typst and Word all render it natively. The widths of its columns follow from all its words,
on the page it stands on: they are decided where the book is staged (``rendering.table_widths``).
"""

from __future__ import annotations

import base64
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, wraps
from typing import TYPE_CHECKING, Any

from lkjip_analysis.data.columns import Row as DataRow
from lkjip_analysis.exceptions import WrongTypeError
from lkjip_analysis.formatting import MISSING, dash_years
from lkjip_analysis.presentation.captions import running_caption, show_caption
from lkjip_analysis.presentation.cell import RAGU, ragu_md, text
from lkjip_analysis.presentation.layout import Column, Row, doubted, frames_of, lay_out
from lkjip_analysis.presentation.plain import data_name
from lkjip_analysis.presentation.shown import BOOK, bundle
from lkjip_analysis.presentation.table_html import written
from lkjip_analysis.results import Figure, Results

if TYPE_CHECKING:
    import pandas as pd
    from great_tables import GT

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
    """Write a figure in markdown, leading back to its formula and cells; a mark if doubted."""
    label = figure.tampil if shown is None else shown
    written = f'[{escape_markdown(label)}]{{.angka kunci="{figure.kunci}"}}'
    return written + (ragu_md(figure.diragukan) if figure.diragukan else "")


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

    @property
    def markdown(self) -> str:
        """The picture inside a text, without a number; staging gives it a file of its own."""
        data = base64.b64encode(self.svg.encode()).decode()
        return f"![{escape_markdown(self.alt)}](data:image/svg+xml;base64,{data})"

    def _repr_mimebundle_(self, **_: Any) -> dict[str, str]:
        show_caption()
        return {"image/svg+xml": self.svg, "text/plain": self.alt}


@dataclass(frozen=True)
class Parts:
    """Texts, tables and pictures that one cell shows, one after the other."""

    parts: Sequence[Any]

    def __iter__(self) -> Iterator[Any]:
        return iter(self.parts)

    @property
    def markdown(self) -> str:
        """All parts in the book's form."""
        return "\n\n".join(part.markdown for part in self)

    def _repr_mimebundle_(self, **_: Any) -> dict[str, str]:
        pictures = [part.markdown if isinstance(part, FigureOutput) else "" for part in self]
        forms: list[dict[str, str]]
        forms = [{} if picture else part._repr_mimebundle_()
                 for part, picture in zip(self, pictures, strict=True)]  # fmt: skip
        seen = [re.sub(r"\n\s*(?=\n)", "", form.get("text/html", "")) or form.get("text/markdown")
                for form in forms]  # fmt: skip
        both = (picture or said for picture, said in zip(pictures, seen, strict=True))
        return {
            BOOK: self.markdown,
            "text/markdown": "\n\n".join(filter(None, both)),
            "text/plain": "\n\n".join(form.get("text/plain", "") for form in forms),
        }


@dataclass(frozen=True)
class TableOutput:
    """A table: great-tables' object, and the plain HTML that web, PDF and Word take of it.

    ``gt`` is the whole table over ``frame``: columns named after their heads, numbers as numbers.
    ``keys`` has the frame's shape and names the figure of each cell; ``summary`` is one plain
    sentence for screen readers and terminals; ``marks`` gives what stands beside a figure, by key.
    """

    gt: GT
    frame: pd.DataFrame
    keys: pd.DataFrame
    rows: Sequence[Row]
    name: str
    kind: str
    summary: str
    marks: Mapping[str, str] = field(default_factory=dict)

    def styled(self, style: Callable[[GT], GT]) -> TableOutput:
        """Give the table in another look: ``tabel.styled(lambda gt: gt.tab_style(...))``."""
        if not hasattr(gt := style(self.gt), "as_raw_html"):
            raise WrongTypeError(f"styled: fungsinya harus memberi GT, bukan {type(gt).__name__}")
        return replace(self, gt=gt)

    def __repr__(self) -> str:
        return f"{self.name}: {self.summary}"

    @cached_property
    def forms(self) -> tuple[str, str]:
        """What a person sees (great-tables' own HTML), and what the book takes."""
        return written(self.gt, self.keys, self.rows, self.name, self.kind, self.marks)

    @property
    def markup(self) -> str:
        """The table as clean HTML with its notes, the same for web, PDF and Word."""
        return self.forms[1]

    @property
    def markdown(self) -> str:
        """The same inside a text."""
        return f"```{{=html}}\n{self.markup}\n```\n"

    def _repr_mimebundle_(self, **_: Any) -> dict[str, str]:
        return bundle(self.markdown, self.forms[0], self.summary, running_caption())


def make_table(
    name: str,
    columns: Sequence[Column],
    rows: Sequence[Row],
    *,
    notes: Sequence[str] = (),
    kind: str = "",
    summary: str = "",
    empty: Mapping[str, str] | None = None,
) -> TableOutput:
    """Lay out a published table.

    Parameters
    ----------
    name
        Its label without ``tbl-``; becomes the table's fixed id.
    columns, rows
        Heads and cells (HTML made with ``text``, numbers with ``angka``; ``ABOVE`` and ``LEFT``
        join a cell with the one over or before it).
    notes
        Plain lines under the table: formula, source, what a sign means.
    kind
        ``pohon`` for a tree of rows that can fold.
    summary
        One plain sentence for screen readers and terminals; default: the size.
    empty
        Without rows, what the one row of dashes says under some heads.
    """
    size = f"Tabel {len(rows)} baris × {len(columns)} kolom"
    if not rows:
        rows = [Row([(empty or {}).get(column.head, MISSING) for column in columns])]
    frame, keys = frames_of(columns, rows)
    columns, marks = doubted(columns, rows)
    if any(column.ragu for column in columns) or any(RAGU in str(c) for r in rows for c in r.cells):
        notes = [*notes, f"{RAGU} diragukan; sebabnya pada Catatan atas Data."]
    gt = lay_out(name, columns, rows, frame, [text(note) for note in notes])
    return TableOutput(gt, frame, keys, rows, name, kind, summary or size, marks)


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
    """Show honestly that a table cannot be made, and which data lack it."""
    column = Column("Keterangan")
    cells = [f"{text(what)}: belum tersedia. Lengkapi {data_name(berkas)}."]
    return make_table(
        name, [column], [Row(cells, "belum-tersedia")], summary=f"{what}: belum tersedia"
    )
