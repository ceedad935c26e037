"""Tables of a Word file: widths of the page, heads that repeat, rows that stay whole."""

from __future__ import annotations

import itertools
import math
import re
from collections.abc import Iterator, Sequence
from copy import deepcopy
from typing import Any

from lxml import etree

from lkjip_analysis.rendering.table_widths import ems
from lkjip_analysis.rendering.word.names import by_section, insert, parse, style_of, text_of, w
from lkjip_analysis.rendering.word.openxml import SHORT, TEXT_WIDTH

HEAD_SHADE = "EDEDED"
# Style of the empty run in which the filter notes a cell's own fill and colour.
NOTED = "GayaSel"
# What comes later in the fixed order of properties than spacing, shd, color.
AFTER_SPACING = ("ind", "contextualSpacing", "jc", "outlineLvl", "rPr")
AFTER_SHADE = ("noWrap", "tcMar", "textDirection", "tcFitText", "vAlign")
AFTER_COLOUR = ("spacing", "w", "kern", "position", "sz", "szCs", "highlight", "u", "effect", "bdr",
                "shd", "fitText", "vertAlign", "rtl", "cs", "lang")  # fmt: skip
# Paragraph style of cells, instead of the one that pandoc (or Quarto) sets.
CELL_STYLE, NOTE_STYLE = "IsiTabel", "CatatanTabel"
# Where a word of a cell may break besides blanks: the PDF breaks there, too.
SLASH, BREAK = re.compile(r"(?<=\w{4})/(?=\w{4})"), "/\u200b"
# A table lower than this, in points, stays on one page: half a page's text.
HALF_PAGE = {False: 340.0, True: 200.0}
# The line above the notes of a table, and their margins: none at the sides.
FIRM = '<w:top w:val="single" w:sz="8" w:space="0" w:color="404040"/>'
FLUSH = '<w:tcMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tcMar>'
# Word wants a paragraph between tables, and behind the last one.
AFTER_LAST = '<w:p><w:pPr><w:pStyle w:val="BatasBagian"/></w:pPr></w:p>'
LETTER, LINE, ROW_MARGINS, CELL_MARGINS = 9.0, 11.1, 4.5, 7.5
ROOM_BEFORE = ("BodyText", "FirstParagraph", "Compact", "Pengantar", "JudulKecil")


def mend_tables(body: Any) -> None:
    """Mend every table of a document's body."""
    _give_room_below(body)
    for table, width in _tables_with_width(body):
        _set_widths(table, width)
        rows = table.findall(w("tr"))
        notes = list(itertools.takewhile(lambda e: _name(e) == NOTE_STYLE, table.itersiblings()))
        high = _height(table) + sum(_lines(note, width / 20) * LINE for note in notes)
        whole = high < HALF_PAGE[width > SHORT]
        for place, row in enumerate(rows):
            properties = _first(row, "trPr")
            _first(properties, "cantSplit")
            head = properties.find(w("tblHeader")) is not None
            keep = bool(notes) if row is rows[-1] else whole or _keeps(place, rows)
            for cell in row.findall(w("tc")):
                _mend_cell(cell, head, keep=keep)
        if notes:
            _take_in(table, notes, width)
        if table.getnext() is None or table.getnext().tag in (w("sectPr"), w("tbl")):
            insert(body, body.index(table) + 1, AFTER_LAST)


def _take_in(table: Any, notes: list[Any], width: int) -> None:
    """Make the notes below a table its last row: LibreOffice keeps rows together, not those."""
    columns = len(table.find(w("tblGrid")).findall(w("gridCol")))
    (row,) = parse(
        f'<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>'
        f'<w:gridSpan w:val="{columns}"/><w:tcBorders>{FIRM}<w:bottom w:val="nil"/></w:tcBorders>'
        f"{FLUSH}</w:tcPr></w:tc></w:tr>"
    )
    row.find(w("tc")).extend(notes)
    table.append(row)


def _height(table: Any) -> float:
    """Estimate the height of a table, in points."""
    columns = table.find(w("tblGrid")).findall(w("gridCol"))
    widths = [int(column.get(w("w")) or 0) / 20 for column in columns]
    total = 0.0
    for row in table.findall(w("tr")):
        lines = 1.0
        for position, count, cell in _cells(row):
            room = max(sum(widths[position : position + count]) - CELL_MARGINS, LETTER)
            lines = max(lines, sum(_lines(p, room) for p in cell.iter(w("p"))))
        total += lines * LINE + ROW_MARGINS
    return total


def _lines(paragraph: Any, room: float) -> float:
    """Estimate the lines of a paragraph in a room's width."""
    lines = math.ceil(ems(text_of(paragraph)) * LETTER / room)
    return lines + len(list(paragraph.iter(w("br"))))


def _keeps(place: int, rows: list[Any]) -> bool:
    """Whether a row of a long table stays with the next one.

    So do those from the last item on (sums are not alone, nor are notes), the head of a group,
    which is bold, and a row whose first cell goes on in the next one.
    """
    row = rows[place]
    sums = len(rows) - 1
    while sums > 1 and _is_bold(rows[sums - 1]):
        sums -= 1
    return place >= sums - 1 or _is_bold(row) or not text_of(rows[place + 1].find(w("tc"))).strip()


def _is_bold(row: Any) -> bool:
    """Whether all words of a row's first cell are bold."""
    runs = [r for r in row.find(w("tc")).iter(w("r")) if text_of(r).strip()]
    return bool(runs) and all(r.find(f"{w('rPr')}/{w('b')}") is not None for r in runs)


def _give_room_below(body: Any) -> None:
    """Set the paragraph after a table (and its notes) apart from it."""
    after_table = False
    for child in body.iterchildren(w("p"), w("tbl")):
        name = _name(child)
        if after_table and name in ROOM_BEFORE:
            layout = child.find(w("pPr"))
            _first(layout, "spacing", AFTER_SPACING).set(w("before"), "200")
        after_table = child.tag == w("tbl") or (after_table and name == NOTE_STYLE)


def _tables_with_width(body: Any) -> Iterator[tuple[Any, int]]:
    """Give each table with the text width of the section it stands in."""
    for elements, section in by_section(body):
        width = TEXT_WIDTH["tegak"] if section is None else _text_width(section)
        for element in elements:
            if element.tag == w("tbl"):
                yield element, width


def _text_width(section: Any) -> int:
    """Width between the margins, in twentieths of a point."""
    size, margin = section.find(w("pgSz")), section.find(w("pgMar"))
    if size is None or margin is None:
        return TEXT_WIDTH["tegak"]
    return int(size.get(w("w"))) - int(margin.get(w("left"))) - int(margin.get(w("right")))


def _set_widths(table: Any, width: int) -> None:
    """Spread the columns over the page; a table without widths of its own keeps its size."""
    properties = table.find(w("tblPr"))
    declared = properties.find(w("tblW"))
    columns = table.find(w("tblGrid")).findall(w("gridCol"))
    sizes = [int(column.get(w("w")) or 0) for column in columns]
    if declared is None or declared.get(w("type")) == "auto" or not sum(sizes):
        return
    scaled = [round(width * size / sum(sizes)) for size in sizes]
    scaled[-1] += width - sum(scaled)
    for column, size in zip(columns, scaled, strict=True):
        column.set(w("w"), str(size))
    declared.set(w("type"), "dxa")
    declared.set(w("w"), str(width))
    _first(properties, "tblLayout", ("tblLook",)).set(w("type"), "fixed")
    for row in table.findall(w("tr")):
        for position, count, cell in _cells(row):
            size = _first(_first(cell, "tcPr"), "tcW")
            size.set(w("w"), str(sum(scaled[position : position + count])))
            size.set(w("type"), "dxa")


def _cells(row: Any) -> Iterator[tuple[int, int, Any]]:
    """Give each cell of a row with its first column and the number of columns it spans."""
    position = 0
    for cell in row.findall(w("tc")):
        span = cell.find(f"{w('tcPr')}/{w('gridSpan')}")
        count = int(span.get(w("val"))) if span is not None else 1
        yield position, count, cell
        position += count


def _mend_cell(cell: Any, head: bool, *, keep: bool) -> None:
    """Give a cell's paragraphs the report's style, a head cell its shade."""
    properties = _first(cell, "tcPr")
    shade, colour = _own_look(cell)
    if head and shade is None:
        shade = etree.Element(w("shd"))
        for name, value in (("val", "clear"), ("color", "auto"), ("fill", HEAD_SHADE)):
            shade.set(w(name), value)
    if shade is not None:
        _put_before(properties, shade, AFTER_SHADE)
    for run in cell.iter(w("r")) if colour is not None else ():
        _put_before(_first(run, "rPr"), deepcopy(colour), AFTER_COLOUR)
    for said in cell.iter(w("t")):
        said.text = SLASH.sub(BREAK, said.text or "")
    for paragraph in cell.findall(w("p")):
        layout = _first(paragraph, "pPr")
        _first(layout, "pStyle").set(w("val"), CELL_STYLE)
        if keep or head:
            _keep_with_next(paragraph)


def _own_look(cell: Any) -> tuple[Any, Any]:
    """Take the fill and colour that the filter noted in an empty run out of a cell."""
    for noted in cell.iter(w("rStyle")):
        if noted.get(w("val")) == NOTED:
            run = noted.getparent().getparent()
            run.getparent().remove(run)
            return run.find(f".//{w('shd')}"), run.find(f".//{w('color')}")
    return None, None


def _put_before(properties: Any, element: Any, later: Sequence[str]) -> None:
    """Put an element into properties, whose order is fixed, before those of some names."""
    tags = {w(name) for name in later}
    places = (place for place, found in enumerate(properties) if found.tag in tags)
    properties.insert(next(places, len(properties)), element)


def _keep_with_next(paragraph: Any) -> None:
    """Keep a paragraph, which has a style, on the page of the next one."""
    layout = paragraph.find(w("pPr"))
    if layout.find(w("keepNext")) is None:
        layout.insert(1, etree.Element(w("keepNext")))


def _name(element: Any) -> str:
    """Style of a paragraph, empty for anything else."""
    return style_of(element) if element.tag == w("p") else ""


def _first(parent: Any, name: str, later: Sequence[str] | None = None) -> Any:
    """Find a child; else make it, the first one, or the last one before those that come later."""
    found = parent.find(w(name))
    if found is None:
        found = etree.Element(w(name))
        _put_before(parent, found, later) if later else parent.insert(0, found)
    return found
