"""Sections of a Word file: heads and feet for each, no empty pages between them."""

from __future__ import annotations

import copy
from typing import Any
from xml.sax.saxutils import escape

from lkjip_analysis.rendering.word.names import by_section, parse, part, style_of, text_of, w
from lkjip_analysis.rendering.word.openxml import TEXT_WIDTH, SectionKind, field, section_properties

REFERENCES = ("headerReference", "footerReference")
TEXT_STYLES = ("BodyText", "FirstParagraph", "Pengantar", "Compact")
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
# English metric units in a twentieth of a point; height for a picture above its caption, and on a
# turned page.
EMU = 635
PICTURE_HEIGHT = {False: 11906, True: 7370}


def mend_sections(body: Any) -> None:
    """Give every section the page, head and foot it should have; drop empty sections.

    The filter only says where a section ends, and whether its page is turned.
    """
    last = body.find(w("sectPr"))
    references = [copy.deepcopy(c) for c in last if c.tag in map(w, REFERENCES)]
    _drop_empty_sections(body)
    opened = False
    for section in list(body.iter(w("sectPr"))):
        new = section
        if section.find(w("pgMar")) is None or section.getparent() is body:
            kind: SectionKind = "mendatar" if _is_landscape(section) else "tegak"
            (new,) = parse(section_properties(kind, start=not opened))
            section.getparent().replace(section, new)
            opened = True
        for position, reference in enumerate(references):
            new.insert(position, copy.deepcopy(reference))


def fit_pictures(body: Any) -> None:
    """Fit each picture beside its caption, and let one on a turned page use that page.

    pandoc cuts every picture to the upright width. Without distances of its own LibreOffice sets
    a picture apart and cuts it at the margin. In a line lower than its letters' own a picture is
    cut at the top: so one inside a text gets the lines of those above a caption.
    """
    for elements, section in by_section(body):
        for element in elements if section is not None else ():
            for picture in element.iter(f"{{{WP}}}inline"):
                _fit(picture, turned=_is_landscape(section))
                paragraph = next(picture.iterancestors(w("p")))
                if style_of(paragraph) in TEXT_STYLES and not text_of(paragraph).strip():
                    style = paragraph.find(f"{w('pPr')}/{w('pStyle')}")
                    style.set(w("val"), "CaptionedFigure")


def _fit(picture: Any, *, turned: bool) -> None:
    for side in "TBLR":
        picture.set(f"dist{side}", "0")
    extent = picture.find(f"{{{WP}}}extent")
    width, height = int(extent.get("cx")), int(extent.get("cy"))
    room = TEXT_WIDTH["mendatar" if turned else "tegak"]
    scale = min(room * EMU / width, PICTURE_HEIGHT[turned] * EMU / height)
    cut = width >= TEXT_WIDTH["tegak"] * EMU * 0.98
    for size in [extent, *picture.iter(f"{{{DRAWING}}}ext")]:
        if size.get("cx") and (scale < 1 or (turned and cut)):
            size.set("cx", str(round(width * scale)))
            size.set("cy", str(round(height * scale)))


def head_xml(words: str, draft: bool) -> bytes:
    """Write the page head: the report's name, the chapter's, and the DRAF mark behind the text."""
    mark = part("watermark.xml") if draft else ""
    chapter = field('STYLEREF "Judul Bab"', "")
    return part("header.xml", mark=mark, words=escape(words), chapter=chapter).encode()


def _drop_empty_sections(body: Any) -> None:
    """Join section breaks that follow each other with nothing between."""
    breaks = [p for p in body.findall(w("p")) if p.find(f"{w('pPr')}/{w('sectPr')}") is not None]
    for paragraph in breaks:
        following = paragraph.getnext()
        if following is None:
            continue
        if following.tag == w("sectPr"):
            # The book ends with this section: its page becomes the last one's.
            body.replace(following, paragraph.find(f"{w('pPr')}/{w('sectPr')}"))
            body.remove(paragraph)
        elif following in breaks:
            body.remove(following)


def _is_landscape(section: Any) -> bool:
    return section.find(w("pgSz")).get(w("orient")) == "landscape"
