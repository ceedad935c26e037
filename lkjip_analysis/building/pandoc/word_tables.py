"""Tables of a Word file: widths of the page, heads that repeat, rows that stay whole."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lxml import etree

from lkjip_analysis.building.pandoc.openxml import LEFT, OTHER, SHORT
from lkjip_analysis.building.pandoc.word_names import w

HEAD_SHADE = "EDEDED"
# Paragraph styles of cells that pandoc (or Quarto) sets and the report's own style replaces.
CELL_STYLE, DENSE_STYLE = "IsiTabel", "IsiTabelRapat"
# A portrait table with so many columns gets smaller letters and margins.
DENSE = 5
SHORT_TABLE = 4
DENSE_MARGINS = {"left": "45", "right": "45"}
ROOM_BEFORE = ("BodyText", "FirstParagraph", "Compact")


def mend_tables(body: Any) -> None:
    """Mend every table of a document's body."""
    _give_room_below(body)
    for table, width in _tables_with_width(body):
        _set_widths(table, width)
        columns = len(table.find(w("tblGrid")).findall(w("gridCol")))
        dense = columns >= DENSE and width <= SHORT - LEFT - OTHER
        if dense:
            _set_margins(table)
        style = DENSE_STYLE if dense else CELL_STYLE
        rows = table.findall(w("tr"))
        for place, row in enumerate(rows):
            properties = _first(row, "trPr")
            if properties.find(w("cantSplit")) is None:
                properties.insert(0, etree.Element(w("cantSplit")))
            head = properties.find(w("tblHeader")) is not None
            for cell in row.findall(w("tc")):
                _mend_cell(cell, head, style, keep=_keeps(place, len(rows)))


def _keeps(place: int, count: int) -> bool:
    """Whether a row stays with the next: in short tables, and before the last (a sum)."""
    return place < count - 1 and (count <= SHORT_TABLE or place == count - 2)


def _give_room_below(body: Any) -> None:
    """Set the paragraph after a table (and its notes) apart from it."""
    after_table = False
    for child in body:
        style = child.find(f"{w('pPr')}/{w('pStyle')}") if child.tag == w("p") else None
        name = style.get(w("val")) if style is not None else ""
        if after_table and name in ROOM_BEFORE:
            layout = child.find(w("pPr"))
            spacing = layout.find(w("spacing"))
            if spacing is None:
                spacing = etree.Element(w("spacing"))
                later = [w(n) for n in ("ind", "contextualSpacing", "jc", "outlineLvl", "rPr")]
                places = (i for i, c in enumerate(layout) if c.tag in later)
                layout.insert(next(places, len(layout)), spacing)
            spacing.set(w("before"), "200")
        after_table = child.tag == w("tbl") or (after_table and name == "CatatanTabel")


def _tables_with_width(body: Any) -> Iterator[tuple[Any, int]]:
    """Give each table with the text width of the section it stands in."""
    waiting: list[Any] = []
    for child in body:
        if child.tag == w("tbl"):
            waiting.append(child)
        section = child if child.tag == w("sectPr") else child.find(f"{w('pPr')}/{w('sectPr')}")
        if section is not None:
            width = _text_width(section)
            for table in waiting:
                yield table, width
            waiting = []
    for table in waiting:
        yield table, SHORT - LEFT - OTHER


def _text_width(section: Any) -> int:
    """Width between the margins, in twentieths of a point."""
    size, margin = section.find(w("pgSz")), section.find(w("pgMar"))
    if size is None or margin is None:
        return SHORT - LEFT - OTHER
    return int(size.get(w("w"))) - int(margin.get(w("left"))) - int(margin.get(w("right")))


def _set_widths(table: Any, width: int) -> None:
    """Spread the columns over the page; a table without widths of its own keeps its size."""
    properties = table.find(w("tblPr"))
    declared = properties.find(w("tblW"))
    columns = table.find(w("tblGrid")).findall(w("gridCol"))
    sizes = [int(column.get(w("w")) or 0) for column in columns]
    if declared is None or declared.get(w("type")) == "auto" or not sum(sizes):
        return
    full = sum(sizes)
    scaled = [round(width * size / full) for size in sizes]
    scaled[-1] += width - sum(scaled)
    for column, size in zip(columns, scaled, strict=True):
        column.set(w("w"), str(size))
    declared.set(w("type"), "dxa")
    declared.set(w("w"), str(width))
    layout = properties.find(w("tblLayout"))
    if layout is None:
        layout = etree.Element(w("tblLayout"))
        look = properties.find(w("tblLook"))
        place = len(properties) if look is None else properties.index(look)
        properties.insert(place, layout)
    layout.set(w("type"), "fixed")
    for row in table.findall(w("tr")):
        position = 0
        for cell in row.findall(w("tc")):
            cell_properties = _first(cell, "tcPr")
            span = cell_properties.find(w("gridSpan"))
            count = int(span.get(w("val"))) if span is not None else 1
            size = cell_properties.find(w("tcW"))
            if size is None:
                size = etree.Element(w("tcW"))
                cell_properties.insert(0, size)
            size.set(w("w"), str(sum(scaled[position : position + count])))
            size.set(w("type"), "dxa")
            position += count


def _set_margins(table: Any) -> None:
    """Give a table narrow cell margins."""
    margins = etree.Element(w("tblCellMar"))
    for side, value in DENSE_MARGINS.items():
        element = etree.SubElement(margins, w(side))
        element.set(w("w"), value)
        element.set(w("type"), "dxa")
    properties = table.find(w("tblPr"))
    look = properties.find(w("tblLook"))
    properties.insert(len(properties) if look is None else properties.index(look), margins)


def _mend_cell(cell: Any, head: bool, style_name: str, *, keep: bool) -> None:
    """Give a cell's paragraphs the report's style, a head cell its shade."""
    properties = _first(cell, "tcPr")
    if head and properties.find(w("shd")) is None:
        shade = etree.Element(w("shd"))
        for name, value in (("val", "clear"), ("color", "auto"), ("fill", HEAD_SHADE)):
            shade.set(w(name), value)
        # The order inside tcPr is fixed: shd comes after borders and before these.
        later = [w(n) for n in ("noWrap", "tcMar", "textDirection", "tcFitText", "vAlign")]
        place = next((i for i, c in enumerate(properties) if c.tag in later), len(properties))
        properties.insert(place, shade)
    for paragraph in cell.findall(w("p")):
        layout = _first(paragraph, "pPr")
        style = layout.find(w("pStyle"))
        if style is None:
            style = etree.Element(w("pStyle"))
            layout.insert(0, style)
        style.set(w("val"), style_name)
        if (keep or head) and layout.find(w("keepNext")) is None:
            layout.insert(1, etree.Element(w("keepNext")))


def _first(parent: Any, name: str) -> Any:
    """Find a properties element, or make it as the first child."""
    found = parent.find(w(name))
    if found is None:
        found = etree.Element(w(name))
        parent.insert(0, found)
    return found
