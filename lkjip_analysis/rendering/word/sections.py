"""Sections of a Word file: heads and feet for each, no empty pages between them."""

from __future__ import annotations

import copy
from typing import Any
from xml.sax.saxutils import escape

from lxml import etree

from lkjip_analysis.rendering.word.names import W, by_section, part, w
from lkjip_analysis.rendering.word.openxml import TEXT_WIDTH, section_properties

REFERENCES = ("headerReference", "footerReference")
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
# English metric units in a twentieth of a point; height for a picture above its caption, and on a
# turned page.
EMU = 635
PICTURE_HEIGHT = {False: 11339, True: 7087}


def mend_sections(body: Any) -> None:
    """Give every section the head and foot of the last one; drop empty sections."""
    last = body.find(w("sectPr"))
    references = [copy.deepcopy(c) for c in last if c.tag in map(w, REFERENCES)]
    _drop_empty_sections(body)
    final = body.find(w("sectPr"))
    sections = [s for s in body.iter(w("sectPr")) if s is not final]
    if sections:
        new = _parse(section_properties("mendatar" if _is_landscape(final) else "tegak", False))
        body.replace(final, new)
        final = new
        first = next(s for s in [*sections, final] if _is_main(s))
        first.find(w("pgNumType")).set(w("start"), "1")
    for section in [*sections, final]:
        for child in section.findall("*"):
            if child.tag in map(w, REFERENCES):
                section.remove(child)
        for position, reference in enumerate(references):
            section.insert(position, copy.deepcopy(reference))


def fit_pictures(body: Any) -> None:
    """Fit each picture beside its caption, and let one on a turned page use that page.

    pandoc cuts every picture to the upright width. Without distances of its own LibreOffice sets
    a picture apart and cuts it at the margin.
    """
    for elements, section in by_section(body):
        for element in elements if section is not None else ():
            for picture in element.iter(f"{{{WP}}}inline"):
                _fit(picture, turned=_is_landscape(section))


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
    """Write the page head: the report's name, and the DRAF mark behind the text."""
    mark = part("watermark.xml") if draft else ""
    return part("header.xml", mark=mark, words=escape(words)).encode()


def _drop_empty_sections(body: Any) -> None:
    """Join section breaks that follow each other with nothing between."""
    breaks = [p for p in body.findall(w("p")) if p.find(f"{w('pPr')}/{w('sectPr')}") is not None]
    for paragraph in breaks:
        following = paragraph.getnext()
        if following is None:
            continue
        if following.tag == w("sectPr"):
            # The book ends with this section: its page becomes the last one's.
            own = paragraph.find(f"{w('pPr')}/{w('sectPr')}")
            references = [c for c in following if c.tag in map(w, REFERENCES)]
            for position, reference in enumerate(references):
                own.insert(position, reference)
            body.replace(following, own)
            body.remove(paragraph)
        elif following in breaks:
            body.remove(following)


def _is_landscape(section: Any) -> bool:
    return section.find(w("pgSz")).get(w("orient")) == "landscape"


def _is_main(section: Any) -> bool:
    numbering = section.find(w("pgNumType"))
    return numbering is not None and numbering.get(w("fmt")) == "decimal"


def _parse(code: str) -> Any:
    """Parse a piece written with the ``w:`` prefix."""
    return etree.fromstring(code.replace("<w:sectPr>", f'<w:sectPr xmlns:w="{W}">', 1))
