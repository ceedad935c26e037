"""The Word file that Quarto makes, brought to the look of the embedded renderer's."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Any

from lxml import etree

from lkjip_analysis.building.pandoc.model import Book
from lkjip_analysis.building.pandoc.openxml import run, section_properties
from lkjip_analysis.building.pandoc.word_fields import CHAPTERS
from lkjip_analysis.building.pandoc.word_lists import lists_of_contents
from lkjip_analysis.building.pandoc.word_names import parse, style_of, w
from lkjip_analysis.building.pandoc.word_package import look_of, packed, polish

# Quarto's own title block says these again.
DROPPED = ("Author", "Date")
# Styles of the heads that open a page.
OPENING = ("JudulTanpaNomor1", *CHAPTERS)


def polish_docx(path: Path, book: Book, fonts: Path) -> None:
    """Mend Quarto's Word file in place.

    Parameters
    ----------
    path
        The file; the format's Lua filter has written its captions and chapter heads.
    book
        What the book holds, as ``describe`` gives it.
    fonts
        Folder of the fonts to embed: ``<staged book>/_extensions/lkjip/fonts``.
    """
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    root = etree.fromstring(parts["word/document.xml"])
    body = root.find(w("body"))
    for block in body.findall(w("sdt")):
        body.remove(block)
    heads = [p for p in body.findall(w("p")) if style_of(p) in OPENING]
    for paragraph in body.findall(w("p")):
        if style_of(paragraph) in DROPPED:
            body.remove(paragraph)
    if heads:
        _insert(body, heads[0], [_section_break("sampul")])
        government = str(book.lkjip.get("pemerintah") or "").upper()
        style = '<w:pPr><w:pStyle w:val="Sampul"/></w:pPr>'
        _insert(body, body[0], [f"<w:p>{style}{run(government)}</w:p>"])
        mains = [p for p in heads if style_of(p) in CHAPTERS]
        if mains:
            lists = lists_of_contents(book.chapters)
            _insert(body, mains[0], [*lists, _section_break("depan")])
    parts["word/document.xml"] = etree.tostring(root, xml_declaration=True, encoding="UTF-8")
    look = look_of(book.title, book.subtitle, book.author, book.date, book.lkjip, fonts)
    path.write_bytes(polish(packed(parts), look))


def _section_break(kind: Any) -> str:
    return f"<w:p><w:pPr>{section_properties(kind, start=True)}</w:pPr></w:p>"


def _insert(body: Any, head: Any, paragraphs: list[str]) -> None:
    """Put paragraphs before a head and the bookmarks that open it."""
    place = body.index(head)
    while place and body[place - 1].tag in (w("bookmarkStart"), w("bookmarkEnd")):
        place -= 1
    for offset, paragraph in enumerate(parse("".join(paragraphs))):
        body.insert(place + offset, paragraph)
