"""HTML tables of notebook outputs as pandoc tables, all of them read in one call."""

from __future__ import annotations

from typing import Any

import lxml.html
from lxml import etree

from lkjip_analysis.building.pandoc.command import read_html
from lkjip_analysis.building.pandoc.tree import Node, attributes, rewrite, walk

MARK = "lkjip-tabel-"
WEB_ONLY = './/tr[contains(@class,"hanya-web")]'
BOLD = './/thead//*[self::th or self::td] | .//tr[contains(@class,"jumlah")]/*'


def with_native_tables(blocks: list[Any]) -> list[Any]:
    """Replace raw HTML that holds a table by native tables and their notes.

    For PDF and Word only: the HTML pages keep the HTML as it is.
    """
    raw = [node for node in walk(blocks) if _is_table(node)]
    if not raw:
        return blocks
    parts = [f'<div id="{MARK}{i}">{_prepared(node["c"][1])}</div>' for i, node in enumerate(raw)]
    parsed = {
        attributes(node)[0]: node["c"][1]
        for node in read_html("\n".join(parts))
        if node["t"] == "Div"
    }
    order = iter(range(len(raw)))

    def change(node: Node) -> list[Any] | None:
        return parsed[f"{MARK}{next(order)}"] if _is_table(node) else None

    result: list[Any] = rewrite(blocks, change)
    return result


def _is_table(node: Node) -> bool:
    return node["t"] == "RawBlock" and node["c"][0] == "html" and "<table" in node["c"][1]


def _prepared(html: str) -> str:
    """Say in plain HTML what pandoc would not read from classes.

    Rows for the web page alone are dropped.
    Cells of heads and of sums become bold, notes become divs; the table's own id is dropped, for
    the float around it carries the label.
    """
    root = lxml.html.fragment_fromstring(html, create_parent="div")
    for table in root.iter("table"):
        table.attrib.pop("id", None)
    for row in root.xpath(WEB_ONLY):
        row.getparent().remove(row)
    for cell in root.xpath(BOLD):
        _wrap(cell, "strong")
    for note in root.xpath('.//p[contains(@class,"catatan-tabel")]'):
        inner = etree.Element("p")
        inner.text, note.text = note.text, None
        inner.extend(list(note))
        note.tag = "div"
        note.append(inner)
    return str(lxml.html.tostring(root, encoding="unicode"))


def _wrap(cell: Any, tag: str) -> None:
    """Put a cell's whole content into an inline element."""
    if not (cell.text or "").strip() and not len(cell):
        return
    inner = etree.Element(tag)
    inner.text, cell.text = cell.text, None
    inner.extend(list(cell))
    cell.append(inner)
