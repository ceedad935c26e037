"""Pieces of WordprocessingML: fields, bookmarks, section breaks."""

from __future__ import annotations

from typing import Literal
from xml.sax.saxutils import escape

from lkjip_analysis.building.pandoc.tree import Node, raw_block, raw_inline

SectionKind = Literal["sampul", "depan", "tegak", "mendatar"]

# Twentieths of a point: A4, margins 4-3-3-3 cm.
SHORT, LONG = 11906, 16838
LEFT, OTHER, EDGE = 2268, 1701, 850
TEXT_WIDTH = {"tegak": SHORT - LEFT - OTHER, "mendatar": LONG - LEFT - OTHER}
PAGE_BREAK = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
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
        f'<w:pgMar w:top="{OTHER}" w:right="{OTHER}" w:bottom="{OTHER}" w:left="{LEFT}"'
        f' w:header="{EDGE}" w:footer="{EDGE}" w:gutter="0"/>'
        f'<w:pgNumType w:fmt="{form}"{first}/>{cover}</w:sectPr>'
    )


def section_break(kind: SectionKind, start: bool = False) -> Node:
    """End a section of this kind here."""
    properties = section_properties(kind, start)
    spacing = '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
    return openxml(f"<w:p><w:pPr>{spacing}{properties}</w:pPr></w:p>")


def openxml(code: str) -> Node:
    """Make a raw block."""
    return raw_block("openxml", code)


def inline(code: str) -> Node:
    """Make a raw inline."""
    return raw_inline("openxml", code)


def run(words: str, *, bold: bool = False) -> str:
    """Write a run of text.

    >>> run("a & b")
    '<w:r><w:t xml:space="preserve">a &amp; b</w:t></w:r>'
    """
    look = "<w:rPr><w:b/></w:rPr>" if bold else ""
    return f'<w:r>{look}<w:t xml:space="preserve">{escape(words)}</w:t></w:r>'


def field(instruction: str, shown: str, *, bold: bool = False) -> str:
    """Write a field with the result that is shown until Word updates it."""
    code = escape(instruction)
    return f'<w:fldSimple w:instr=" {code} ">{run(shown, bold=bold)}</w:fldSimple>'


def field_part(kind: Literal["begin", "separate", "end"]) -> str:
    """Write one mark of a field that spans paragraphs."""
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def field_code(instruction: str) -> str:
    """Write the instruction of a field that spans paragraphs."""
    text = escape(instruction)
    return f'<w:r><w:instrText xml:space="preserve"> {text} </w:instrText></w:r>'
