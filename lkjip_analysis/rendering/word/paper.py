"""The paper of a Word file, where the book sets another than A4 with the usual margins."""

from __future__ import annotations

from typing import Any

from lkjip_analysis.rendering.appearance import FONT, MARGINS, PAPERS, Appearance
from lkjip_analysis.rendering.word.names import by_section, w
from lkjip_analysis.rendering.word.openxml import TEXT_WIDTH

PER_CM = 566.93  # twentieths of a point
SIDES = {"kiri": "left", "kanan": "right", "atas": "top", "bawah": "bottom"}


def set_paper(body: Any, look: Appearance) -> None:
    """Give all sections the paper and margins, and let tables and pictures fill or fit them."""
    if (look.paper, look.margins) == (PAPERS["A4"], MARGINS):
        return
    for elements, section in by_section(body):
        if section is not None:
            ratio = _set_page(section, look)
            for element in elements:
                _scale(element, ratio)


def in_font(styles: bytes, look: Appearance) -> bytes:
    """Name the book's typeface in the styles."""
    return styles.replace(f'"{FONT}"'.encode(), f'"{look.font}"'.encode())


def _set_page(section: Any, look: Appearance) -> float:
    """Set a section's page; give how much wider its text is now."""
    size, edge = section.find(w("pgSz")), section.find(w("pgMar"))
    turned = size.get(w("orient")) == "landscape"
    width, height = look.paper[::-1] if turned else look.paper
    size.set(w("w"), str(round(width * PER_CM)))
    size.set(w("h"), str(round(height * PER_CM)))
    for ours, theirs in SIDES.items():
        edge.set(w(theirs), str(round(look.margins[ours] * PER_CM)))
    text = (width - look.margins["kiri"] - look.margins["kanan"]) * PER_CM
    return text / TEXT_WIDTH["mendatar" if turned else "tegak"]


def _scale(element: Any, ratio: float) -> None:
    for width in element.iter(w("gridCol"), w("tcW"), w("tblW")):
        if width.get(w("type"), "dxa") == "dxa":
            width.set(w("w"), str(round(int(width.get(w("w"))) * ratio)))
    for picture in element.iter("{*}extent", "{*}ext"):
        if ratio < 1 and picture.get("cx"):
            for side in ("cx", "cy"):
                picture.set(side, str(round(int(picture.get(side)) * ratio)))
