"""Pieces of WordprocessingML: runs, fields, section breaks."""

from __future__ import annotations

from typing import Literal
from xml.sax.saxutils import escape

SectionKind = Literal["sampul", "depan", "tegak", "mendatar"]

# Twentieths of a point: A4, and the margins of the PDF (_extensions/lkjip/typst/page.typ).
SHORT, LONG = 11906, 16838
LEFT, RIGHT, TOP, BOTTOM, EDGE = 1984, 1417, 1417, 1247, 680
TEXT_WIDTH = {"tegak": SHORT - LEFT - RIGHT, "mendatar": LONG - LEFT - RIGHT}
TAB = "<w:r><w:tab/></w:r>"


def section_properties(kind: SectionKind, start: bool) -> str:
    """Write a section's page: size, margins, numbering; ``start`` begins at page 1."""
    landscape = kind == "mendatar"
    width, height = (LONG, SHORT) if landscape else (SHORT, LONG)
    turned = ' w:orient="landscape"' if landscape else ""
    form = "lowerRoman" if kind in ("sampul", "depan") else "decimal"
    first = ' w:start="1"' if start else ""
    cover = "<w:titlePg/>" if kind == "sampul" else ""
    return (
        '<w:sectPr><w:type w:val="nextPage"/>'
        f'<w:pgSz w:w="{width}" w:h="{height}"{turned}/>'
        f'<w:pgMar w:top="{TOP}" w:right="{RIGHT}" w:bottom="{BOTTOM}" w:left="{LEFT}"'
        f' w:header="{EDGE}" w:footer="{EDGE}" w:gutter="0"/>'
        f'<w:pgNumType w:fmt="{form}"{first}/>{cover}</w:sectPr>'
    )


def section_break_code(kind: SectionKind, start: bool = False) -> str:
    """Write the paragraph that ends a section: as good as no line, for it takes room."""
    properties = section_properties(kind, start)
    return f'<w:p><w:pPr><w:pStyle w:val="BatasBagian"/>{properties}</w:pPr></w:p>'


def run(words: str, *, style: str = "") -> str:
    """Write a run of text, in a character style.

    >>> run("a & b")
    '<w:r><w:t xml:space="preserve">a &amp; b</w:t></w:r>'
    """
    return f'<w:r>{_look(style)}<w:t xml:space="preserve">{escape(words)}</w:t></w:r>'


def field(instruction: str, shown: str, *, style: str = "") -> str:
    """Write a field with the result that is shown until Word updates it."""
    result = field_part("separate", style) + run(shown, style=style) if shown else ""
    opening = field_part("begin", style) + field_code(instruction, style)
    return opening + result + field_part("end", style)


def field_part(kind: Literal["begin", "separate", "end"], style: str = "") -> str:
    """Write one mark of a field."""
    return f'<w:r>{_look(style)}<w:fldChar w:fldCharType="{kind}"/></w:r>'


def field_code(instruction: str, style: str = "") -> str:
    """Write the instruction of a field."""
    code = f'<w:instrText xml:space="preserve"> {escape(instruction)} </w:instrText>'
    return f"<w:r>{_look(style)}{code}</w:r>"


def _look(style: str) -> str:
    return f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""
