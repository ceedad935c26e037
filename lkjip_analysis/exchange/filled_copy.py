"""A copy of somebody's workbook with other values in some cells, and nothing else changed.

The cells are put into the XML of their sheet; all other parts of the file come along byte for
byte. Libraries that read a workbook and write it again lose what they do not know: pictures,
charts, results of formulas.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from lkjip_analysis.data.package import open_package
from lkjip_analysis.data.workbook import sheets_of
from lkjip_analysis.exceptions import CallError

Cells = Mapping[str, object]
"""Values by address."""


def fill_cells(raw: bytes, title: str, cells: Cells) -> bytes:
    """Give a workbook with values in some cells of a sheet; refuse to replace a formula.

    Its formulas are worked out anew when Excel opens it.
    """
    package, path = open_package(raw), sheets_of(raw)[title][0]._worksheet_path
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as copy:
        for part in package.infolist():
            content = package.read(part)
            if part.filename == path:
                content = _filled(content, title, cells)
            elif part.filename == "xl/workbook.xml":
                content = re.sub(rb"<((?:\w+:)?calcPr)\b(?![^>]*fullCalcOnLoad)",
                                 rb'<\1 fullCalcOnLoad="1"', content)  # fmt: skip
            copy.writestr(part, content, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def _filled(xml: bytes, title: str, cells: Cells) -> bytes:
    from lxml import etree

    root = etree.fromstring(xml, etree.XMLParser(resolve_entities=False, huge_tree=True))
    space = f"{{{etree.QName(root).namespace}}}"
    for extent in root.findall(f"{space}dimension"):  # it says how far the cells reach
        root.remove(extent)
    body = root.find(f"{space}sheetData")
    rows = {int(row.get("r")): row for row in body}
    looks = {_letters(cell.get("r")): cell.get("s") for row in body for cell in row}
    for place, value in cells.items():
        letters = _letters(place)
        line = int(place.removeprefix(letters))
        if line not in rows:
            after = [row for number, row in rows.items() if number < line]
            rows[line] = etree.Element(f"{space}row", r=str(line))
            body.insert(len(after), rows[line])
        row = rows[line]
        for name in ("spans", "ht", "customHeight"):  # it is as high as its text from now on
            row.attrib.pop(name, None)
        cell = next((one for one in row if one.get("r") == place), None)
        if cell is None:
            before = [one for one in row if _order(one.get("r")) < _order(place)]
            cell = etree.Element(f"{space}c", r=place)
            if looks.get(letters):  # that of the cells above
                cell.set("s", looks[letters])
            row.insert(len(before), cell)
        if cell.find(f"{space}f") is not None:
            raise CallError(
                f"lembar {title} sel {place} berisi rumus, yang tidak diganti.\n"
                "  perbaikan : ganti rumus itu dengan nilainya, lalu ulangi"
            )
        _put(cell, space, value)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def _put(cell: Any, space: str, value: object) -> None:
    """Write a value; the look of the cell stays."""
    from lxml.etree import SubElement

    for child in list(cell):
        cell.remove(child)
    cell.attrib.pop("t", None)
    if isinstance(value, int | Decimal):
        SubElement(cell, f"{space}v").text = f"{value:f}" if value else "0"
    elif value not in (None, ""):
        cell.set("t", "inlineStr")
        text = SubElement(SubElement(cell, f"{space}is"), f"{space}t")
        text.text = str(value)
        text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")


def _letters(place: str) -> str:
    return place.rstrip("0123456789")


def _order(place: str) -> tuple[int, str]:
    return len(_letters(place)), place
