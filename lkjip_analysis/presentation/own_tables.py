"""A table of somebody else's making (great-tables, a Styler of pandas, any HTML), as the book's.

What is kept: the structure, what cells say, the styles that cells were given, notes and titles.
"""

from __future__ import annotations

import re
from typing import Any

from lkjip_analysis.presentation.table_html import BOLD, plain, say_look

ID = "sendiri"
"""Names every table that is made without knowing the label of its cell."""
_RULE = re.compile(r"([^{}]*)\{([^{}]*)\}")
_HEADING = re.compile(r"<(/?)h[1-6]\b[^>]*>")
_BESIDE = "descendant::text()[normalize-space()][not(ancestor::table or ancestor::style)]"
_SIZE = re.compile(r"\s*\d+ rows × \d+ columns\s*")
"""What pandas says beside a frame."""
_NUMBER = re.compile(r"[-–−]?(Rp ?)?[\d.,]+ ?%?|[-–]?|nan|NaN|inf")


def own_table(html: str) -> str:
    """Reduce HTML that is a table to the form of the report's tables; its title is a note.

    Other HTML, with words beside the table or several tables, stays: nothing is lost. What heads
    a part of it is no head of the book.
    """
    import lxml.html

    whole = lxml.html.fragment_fromstring(html, create_parent="div")
    tables = list(whole.iter("table"))
    if len(tables) != 1 or not all(map(_SIZE.fullmatch, whole.xpath(_BESIDE))):
        return _HEADING.sub(lambda m: "</strong></p>" if m[1] else "<p><strong>", html)
    _styles_into_cells(whole)
    (table,) = tables
    for title in table.xpath("caption | thead/tr[contains(@class, 'gt_heading')]"):
        note = lxml.html.fragment_fromstring("<tfoot><tr><td></td></tr></tfoot>")
        note[0][0].text = title.text_content().strip()
        table.append(note)
        title.drop_tree()
    numbers = _number_columns(table)
    for row in table.iter("tr"):
        row.attrib.clear()
        for place, cell in enumerate(row):
            _plain_cell(cell, is_number=place in numbers)
    return plain(table, ID, "").replace(f' id="tabel-{ID}"', "")


def _styles_into_cells(whole: Any) -> None:
    """Write the rules that a Styler makes for single cells, by their ids, into these cells."""
    cells = {cell.get("id"): cell for cell in whole.iter("th", "td")}
    sheets = " ".join(sheet.text_content() for sheet in whole.iter("style"))
    for names, rule in _RULE.findall(sheets):
        said = "; ".join(part.strip() for part in rule.split(";") if part.strip())
        for name in re.findall(r"#([\w-]+)\s*(?:,|$)", names.strip()):
            if name in cells:
                cells[name].set("style", f"{cells[name].get('style', '')}; {said}".strip("; "))


def _number_columns(table: Any) -> set[int]:
    """Find the columns that hold numbers only, by their place."""
    texts: dict[int, list[str]] = {}
    for row in table.iterfind("tbody/tr"):
        for place, cell in enumerate(row):
            texts.setdefault(place, []).append(" ".join(cell.text_content().split()))
    return {n for n, found in texts.items() if all(map(_NUMBER.fullmatch, found)) and any(found)}


def _plain_cell(cell: Any, *, is_number: bool) -> None:
    """Align a cell, and let one that heads a row or a group of rows be a cell of the body."""
    if cell.getparent().getparent().tag == "tbody":
        cell.tag = "td"
        cell.attrib.pop("scope", None)
    elif "scope" not in cell.attrib:
        cell.set("scope", "col")
    names = cell.get("class", "")
    if "gt_" not in names and cell.get("colspan", "1") != "1":
        cell.set("class", "gt_center")
    elif "gt_" not in names and is_number:
        cell.set("class", "gt_right")
    say_look(cell)
    if "gt_group_heading" in names:
        cell.set("style", f"{cell.get('style')}; {BOLD}")
