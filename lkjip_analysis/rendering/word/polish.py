"""The Word file that Quarto makes, brought to the look of the embedded renderer's."""

from __future__ import annotations

import zipfile
from pathlib import Path

from lxml import etree

from lkjip_analysis.rendering.model import Book
from lkjip_analysis.rendering.word.names import style_of, w
from lkjip_analysis.rendering.word.package import packed, polish

# Quarto's own title block; the cover says these.
DROPPED = ("Title", "Subtitle", "Author", "Date")


def polish_docx(path: Path, book: Book, folder: Path) -> None:
    """Mend Quarto's Word file in place.

    Parameters
    ----------
    path
        The file; the format's Lua filter has written its captions and heads.
    book
        What the book holds, as ``describe`` gives it.
    folder
        The staged book.
    """
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    root = etree.fromstring(parts["word/document.xml"])
    body = root.find(w("body"))
    for block in body.findall(w("sdt")):
        body.remove(block)
    for paragraph in body.findall(w("p")):
        if style_of(paragraph) in DROPPED:
            body.remove(paragraph)
    parts["word/document.xml"] = etree.tostring(root, xml_declaration=True, encoding="UTF-8")
    path.write_bytes(polish(packed(parts), book, folder))
