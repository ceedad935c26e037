"""What a rendered book is: chapters, their heads, their tables and figures.

The reader fills these records once; the writers of HTML, PDF and Word only read them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

ChapterKind = Literal["depan", "bab", "lampiran"]
FloatKind = Literal["tbl", "fig"]

FLOATS: dict[FloatKind, str] = {"tbl": "Tabel", "fig": "Gambar"}


@dataclass(frozen=True)
class Heading:
    """One head of a chapter.

    Parameters
    ----------
    level
        1 for the chapter's title, 2 for ``1.1``, 3 for ``1.1.1``.
    id
        Anchor in the page.
    number
        ``"I"``, ``"1.1"``, ``"A"``, ``"A.1"``; empty for an unnumbered head.
    title_html
        The title without its number, as HTML.
    title_text
        The title without its number, as plain text (not escaped).
    """

    level: int
    id: str
    number: str
    title_html: str
    title_text: str


@dataclass(frozen=True)
class Float:
    """One table or figure with its caption.

    ``number`` is ``"3.1"`` or ``"A.1"``; ``caption_text`` is plain text without the number.
    """

    kind: FloatKind
    id: str
    number: str
    caption_text: str

    @property
    def label(self) -> str:
        """The caption's opening words: ``"Tabel 3.1"`` or ``"Gambar 3.1"``."""
        return f"{FLOATS[self.kind]} {self.number}"


@dataclass(frozen=True)
class Chapter:
    """One file of the book.

    Parameters
    ----------
    source
        Path of the qmd file inside the book, as ``_quarto.yml`` names it.
    file
        Name of the page: ``"01-pendahuluan.html"``, ``"index.html"``.
    kind
        ``depan`` (front matter), ``bab`` (numbered chapter) or ``lampiran`` (appendix).
    number
        ``"I"``, ``"A"`` or empty.
    label
        ``"BAB I"``, ``"Lampiran A"`` or empty.
    title_text, title_html
        Title of the chapter without its number.
    body_html
        The page's content, its first head (level 1) included.
    headings
        All heads in order, the chapter's title first.
    floats
        All numbered tables and figures in order.
    """

    source: str
    file: str
    kind: ChapterKind
    number: str
    label: str
    title_text: str
    title_html: str
    body_html: str
    headings: tuple[Heading, ...] = ()
    floats: tuple[Float, ...] = ()


@dataclass(frozen=True)
class Book:
    """The whole report, ready for the writers.

    ``lkjip`` is the map of the same name in ``_quarto.yml`` (instansi, pemerintah, tahun, ...);
    ``date`` is the document's date in ISO form.
    """

    title: str
    subtitle: str
    author: str
    date: str
    output_file: str
    lkjip: dict[str, Any] = field(default_factory=dict)
    chapters: tuple[Chapter, ...] = ()
