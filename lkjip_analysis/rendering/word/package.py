"""What pandoc's (or Quarto's) Word file still needs: heads, tables, fonts, fixed bytes."""

from __future__ import annotations

import io
import re
import uuid
import zipfile
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from lxml import etree

from lkjip_analysis.rendering.appearance import FONT, appearance
from lkjip_analysis.rendering.model import Book
from lkjip_analysis.rendering.word.fields import number_by_fields
from lkjip_analysis.rendering.word.front import put_front
from lkjip_analysis.rendering.word.names import RELATIONS, R, declare_type, part, r, w, xml_of
from lkjip_analysis.rendering.word.paper import in_font, set_paper
from lkjip_analysis.rendering.word.sections import (
    fit_pictures,
    head_xml,
    mend_sections,
)
from lkjip_analysis.rendering.word.small_heads import number_small_heads
from lkjip_analysis.rendering.word.stamp import stamp
from lkjip_analysis.rendering.word.tables import mend_tables

FACES = {"Regular": "", "Bold": "Bold", "Italic": "Italic", "BoldItalic": "BoldItalic"}
NUMBER_ROOM = "480"  # twentieths of a point: "10." and a space
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
# Any fixed name does: a font's key only has to be the same in its two places.
KEYS = uuid.UUID("6f8a3c1e-6b7d-4f0e-9f55-1c2d3e4f5a6b")


def polish(data: bytes, book: Book, folder: Path) -> bytes:
    """Finish a Word file with the cover, lists and look of a staged book.

    The same input gives the same bytes.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    root = etree.fromstring(parts["word/document.xml"])
    body = root.find(w("body"))
    put_front(parts, body, book, folder)
    mend_sections(body)
    mend_tables(body)
    number_by_fields(body)
    fit_pictures(body)
    look = appearance(book.lkjip)
    set_paper(body, look)
    parts["word/styles.xml"] = in_font(parts["word/styles.xml"], look)
    numbering = etree.fromstring(parts["word/numbering.xml"])
    _make_room(numbering)
    number_small_heads(body, numbering)
    parts |= {"word/document.xml": xml_of(root), "word/numbering.xml": xml_of(numbering)}
    for name in list(parts):
        if re.fullmatch(r"word/header\d*\.xml", name):
            parts[name] = head_xml(head_line(book), bool(book.lkjip.get("draf")))
    # The fonts stay whole, so that the next one to edit has every letter; Word fills the page
    # numbers into the lists; without a mode it would open as a file of Word 2007.
    parts["word/settings.xml"] = part("settings.xml").encode()
    parts["docProps/core.xml"] = _core(book)
    # No counts of pages and words: those of the template would be wrong ones.
    parts["docProps/app.xml"] = part("app.xml").encode()
    parts["docProps/custom.xml"] = stamp(body, book)
    _embed_fonts(parts, folder / "_extensions" / "lkjip" / "fonts")
    return packed(parts)


def head_line(book: Book) -> str:
    """Words at the top of each page: unit, title and year."""
    unit = str(book.lkjip.get("instansi-singkat") or book.lkjip.get("instansi") or book.author)
    return f"{unit} | {book.title} {book.lkjip.get('tahun') or ''}".strip()


def _make_room(numbering: Any) -> None:
    """Give the numbers of numbered paragraphs room for two digits."""
    for level in numbering.iter(w("lvl")):
        indent = level.find(f"{w('pPr')}/{w('ind')}")
        if level.find(w("numFmt")).get(w("val")) == "bullet" or level.find(w("pStyle")) is not None:
            continue
        if indent is not None and int(indent.get(w("hanging")) or 0) > 0:
            indent.set(w("hanging"), NUMBER_ROOM)


def _core(book: Book) -> bytes:
    """Title, author, language and dates: those of the report, never the clock's."""
    title = escape(f"{book.title} {book.subtitle}".strip())
    return part("core.xml", title=title, author=escape(book.author), day=book.date).encode()


def _embed_fonts(parts: dict[str, bytes], folder: Path) -> None:
    """Put the report's text font into the file, so that it looks the same everywhere."""
    table = etree.fromstring(parts["word/fontTable.xml"])
    for old in table.findall(w("font")):
        if old.get(w("name")) == FONT:
            table.remove(old)
    font = etree.SubElement(table, w("font"))
    font.set(w("name"), FONT)
    for name, value in (("altName", "Cambria"), ("charset", "00"), ("family", "roman")):
        etree.SubElement(font, w(name)).set(w("val"), value)
    etree.SubElement(font, w("pitch")).set(w("val"), "variable")
    links = []
    for face in FACES:
        path = folder / f"SourceSerif4-{face}.ttf"
        if not path.is_file():
            continue
        key = uuid.uuid5(KEYS, path.name)
        name = f"font-{face.lower()}.odttf"
        parts[f"word/fonts/{name}"] = obfuscated(path.read_bytes(), key)
        embedded = etree.SubElement(font, w(f"embed{face}"))
        embedded.set(r("id"), f"rIdFont{face}")
        embedded.set(w("fontKey"), f"{{{str(key).upper()}}}")
        links.append(f'<Relationship Id="rIdFont{face}" Type="{R}/font" Target="fonts/{name}"/>')
    parts["word/fontTable.xml"] = xml_of(table)
    parts["word/_rels/fontTable.xml.rels"] = (
        f'{DECLARATION}<Relationships xmlns="{RELATIONS}">{"".join(links)}</Relationships>'
    ).encode()
    kind = "application/vnd.openxmlformats-officedocument.obfuscatedFont"
    declare_type(parts, "odttf", kind)


def obfuscated(data: bytes, key: uuid.UUID) -> bytes:
    """Hide a font's first 32 bytes under its key, as the format demands."""
    mask = key.bytes[::-1] * 2
    return bytes(a ^ b for a, b in zip(data[:32], mask, strict=True)) + data[32:]


def packed(parts: dict[str, bytes]) -> bytes:
    """Write the package with sorted names and one fixed time."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name in sorted(parts, key=lambda n: (n != "[Content_Types].xml", n)):
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            package.writestr(info, parts[name])
    return buffer.getvalue()
