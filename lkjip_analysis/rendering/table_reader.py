"""The report's own tables read from HTML into pandoc's tree, without pandoc.

pandoc's HTML reader needs a second for an ordinary report and, of a table with thousands of rows,
hundreds of megabytes. The tables that notebooks make use few elements; they are read here, word
for word as pandoc reads them (a test compares both). Any other HTML stays as it is: the filter
``lkjip-cetak.lua`` has pandoc read it, and does for all tables what only paper needs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import lxml.html

from lkjip_analysis.rendering.row_heads import without_row_heads
from lkjip_analysis.rendering.tree import Node, rewrite

WHITE = re.compile(r"([ \t\r\n]+)")
EDGES = re.compile(r"^[ \t\r\n]|[ \t\r\n]$")
ALIGNED = {
    "text-align: left": "AlignLeft",
    "text-align: right": "AlignRight",
    "text-align: center": "AlignCenter",
    "": "AlignDefault",
}
WIDTH = re.compile(r"width: ([\d.]+)%")
SPACE: Node = {"t": "Space"}
SOFT_BREAK: Node = {"t": "SoftBreak"}
LINE_BREAK: Node = {"t": "LineBreak"}
NO_ATTRIBUTES: list[Any] = ["", [], []]


class UnknownError(Exception):
    """Something in the HTML that only pandoc knows how to read."""


def with_native_tables(blocks: list[Any]) -> list[Any]:
    """Copy blocks with the raw HTML of the report's own tables as native tables and notes.

    For PDF and Word only: the HTML pages keep the HTML as it is.
    """

    def change(node: Node) -> list[Any] | None:
        if node["t"] != "RawBlock" or node["c"][0] != "html" or "<table" not in node["c"][1]:
            return None
        return read_tables(node["c"][1]) or [node]

    result: list[Any] = rewrite(blocks, change)
    return result


def read_tables(html: str) -> list[Any] | None:
    """Read HTML of tables with notes and divs around them; ``None`` of any other."""
    # a <wbr> is nothing on paper, and lxml does not know that it is empty
    plain = without_row_heads(html).replace("<wbr>", "")
    try:
        return list(_blocks(lxml.html.fragment_fromstring(plain, create_parent="div")))
    except UnknownError:
        return None


def _blocks(parent: Any) -> Iterator[Node]:
    _blank(parent.text)
    for element in parent:
        _blank(element.tail)
        if element.tag == "div":
            yield {"t": "Div", "c": [_attributes(element), list(_blocks(element))]}
        elif element.tag == "table":
            yield _table(element)
        elif element.tag == "p" and not element.attrib:
            yield {"t": "Para", "c": _inlines(element)}
        else:
            raise UnknownError(element.tag)


def _table(table: Any) -> Node:
    parts = {child.tag: child for child in table}
    if list(parts) != [child.tag for child in table] or [*parts] != ["colgroup", "thead", "tbody"]:
        raise UnknownError("table")
    head = [_row(row) for row in parts["thead"]]
    body = [_row(row) for row in parts["tbody"]]
    if next(parts["tbody"].iter("th"), None) is not None:
        raise UnknownError("th")
    aligned = [cell[1] for cell in body[0][1] for _ in range(cell[3])] if body else []
    widths = [_width(col) for col in parts["colgroup"]]
    if len(aligned) != len(widths):
        raise UnknownError("colgroup")
    columns = [list(pair) for pair in zip(aligned, widths, strict=True)]
    caption: list[Any] = [None, []]
    bodies, foot = [[NO_ATTRIBUTES, 0, [], body]], [NO_ATTRIBUTES, []]
    content = [_attributes(table), caption, columns, [NO_ATTRIBUTES, head], bodies, foot]
    return {"t": "Table", "c": content}


def _width(col: Any) -> Node:
    found = WIDTH.fullmatch(col.get("style", ""))
    if col.tag != "col" or not found:
        raise UnknownError("col")
    return {"t": "ColWidth", "c": float(found[1]) / 100}


def _row(row: Any) -> list[Any]:
    if row.tag != "tr":
        raise UnknownError(row.tag)
    return [_attributes(row), [_cell(cell) for cell in row]]


def _cell(cell: Any) -> list[Any]:
    align, look = ALIGNED.get(cell.get("style", "")), ""
    if align is None:  # somebody's own look, which the filter reads
        said, _, look = cell.get("style").partition("; ")
        align = ALIGNED.get(said)
    if cell.tag not in ("th", "td") or align is None:
        raise UnknownError(cell.tag)
    inlines = _inlines(cell)
    content = [{"t": "Plain", "c": inlines}] if inlines else []
    down, across = int(cell.get("rowspan", 1)), int(cell.get("colspan", 1))
    own = ["", [], [["style", look]]] if look else _attributes(cell)
    return [own, {"t": align}, down, across, content]


def _attributes(element: Any) -> list[Any]:
    """Id, classes and the rest as pandoc keeps them: ``data-`` taken off, no look, no spans."""
    said = dict(element.attrib)
    id_, names = said.pop("id", ""), said.pop("class", "").split()
    kept = [[k.removeprefix("data-"), v] for k, v in said.items() if k not in LEFT_OUT]
    return [id_, names, kept] if id_ or names or kept else NO_ATTRIBUTES


LEFT_OUT = ("style", "rowspan", "colspan")


def _inlines(element: Any) -> list[Any]:
    """Read the content of a cell or a paragraph, blanks at its ends left out."""
    return _trimmed([*_words(element.text), *(n for child in element for n in _inline(child))])


def _inline(element: Any) -> Iterator[Node]:
    if element.tag == "br":
        yield LINE_BREAK
    elif element.tag == "code" and not element.attrib:
        yield {"t": "Code", "c": [NO_ATTRIBUTES, _literal(element)]}
    elif element.tag in ("strong", "em") and not element.attrib:
        yield {"t": "Strong" if element.tag == "strong" else "Emph", "c": _enclosed(element)}
    elif element.tag == "span" and not element.get("style"):
        yield {"t": "Span", "c": [_attributes(element), _enclosed(element)]}
    elif element.tag == "a" and set(element.attrib) - {"class"} == {"href"}:
        names = element.get("class", "").split()
        attributes = ["", names, []] if names else NO_ATTRIBUTES
        yield {"t": "Link", "c": [attributes, _enclosed(element), [element.get("href"), ""]]}
    else:
        raise UnknownError(element.tag)
    yield from _words(element.tail)


def _enclosed(element: Any) -> list[Any]:
    """Read inside an element; blanks at its edges would move out of it, which is for pandoc."""
    inner = "".join(element.itertext())
    if not inner or EDGES.search(inner):
        raise UnknownError(element.tag)
    return _inlines(element)


def _literal(code: Any) -> str:
    """Give the text of ``<code>``, which holds nothing else."""
    text = code.text or ""
    if len(code) or not text or EDGES.search(text) or re.search(r"[\t\r\n]|  ", text):
        raise UnknownError("code")
    return text


def _words(text: str | None) -> Iterator[Node]:
    for part in WHITE.split(text or ""):
        if not part:
            continue
        if WHITE.fullmatch(part):
            yield SOFT_BREAK if "\n" in part else SPACE
        elif any(letter.isspace() and letter != "\xa0" for letter in part):
            raise UnknownError("white")
        else:
            yield {"t": "Str", "c": part}


def _trimmed(inlines: list[Any]) -> list[Any]:
    """Drop blanks at the ends and beside line breaks."""
    result: list[Any] = []
    for node in inlines:
        last = result[-1]["t"] if result else "LineBreak"
        if node in (SPACE, SOFT_BREAK) and last in ("LineBreak", "Space", "SoftBreak"):
            continue
        if node is LINE_BREAK and last in ("Space", "SoftBreak"):
            result.pop()
        result.append(node)
    if result and result[-1] in (SPACE, SOFT_BREAK):
        result.pop()
    return result


def _blank(text: str | None) -> None:
    if text and text.strip():
        raise UnknownError("text")
