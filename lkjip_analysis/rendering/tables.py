"""HTML tables of notebook outputs as pandoc tables."""

from __future__ import annotations

from typing import Any

import lxml.html
from lxml import etree

from lkjip_analysis.rendering.command import read_html
from lkjip_analysis.rendering.table_reader import read_tables
from lkjip_analysis.rendering.tree import Node, attributes, rewrite, walk

MARK = "lkjip-tabel-"
WEB_ONLY = './/tr[contains(@class,"hanya-web")]'
BOLD = './/thead//*[self::th or self::td] | .//tr[contains(@class,"jumlah")]/*'


def with_native_tables(blocks: list[Any]) -> list[Any]:
    """Copy blocks with raw HTML that holds a table replaced by native tables and their notes.

    For PDF and Word only: the HTML pages keep the HTML as it is.
    """
    found = [_prepared(node["c"][1]) for node in walk(blocks) if _is_table(node)]
    known = [read_tables(root) for root in found]
    others = iter(_read_by_pandoc([r for r, k in zip(found, known, strict=True) if k is None]))
    order = iter([next(others) if k is None else k for k in known])

    def change(node: Node) -> list[Any] | None:
        return next(order) if _is_table(node) else None

    result: list[Any] = rewrite(blocks, change)
    return result


def _read_by_pandoc(roots: list[Any]) -> list[list[Any]]:
    """Have pandoc read what the report's own tables do not consist of, all of it in one call."""
    if not roots:
        return []
    for place, root in enumerate(roots):
        root.set("id", f"{MARK}{place}")
    text = "\n".join(lxml.html.tostring(root, encoding="unicode") for root in roots)
    read = {attributes(n)[0]: n["c"][1] for n in read_html(text) if n["t"] == "Div"}
    return [read[f"{MARK}{place}"] for place in range(len(roots))]


def _is_table(node: Node) -> bool:
    return node["t"] == "RawBlock" and node["c"][0] == "html" and "<table" in node["c"][1]


def _prepared(html: str) -> Any:
    """Say in plain HTML what pandoc would not read from classes; give the div around it.

    Rows for the web page alone are dropped.
    Cells of heads and of sums become bold, notes become divs; the table's own id is dropped, for
    the float around it carries the label. Places where a browser may break a word mean nothing
    on paper (and lxml does not know that ``<wbr>`` is empty).
    """
    root = lxml.html.fragment_fromstring(html.replace("<wbr>", ""), create_parent="div")
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
    return root


def _wrap(cell: Any, tag: str) -> None:
    """Put a cell's whole content into an inline element."""
    if not (cell.text or "").strip() and not len(cell):
        return
    inner = etree.Element(tag)
    inner.text, cell.text = cell.text, None
    inner.extend(list(cell))
    cell.append(inner)
