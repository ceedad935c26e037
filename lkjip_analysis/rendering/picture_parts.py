"""A picture higher than a page, in parts for paper: each with the strips of its head and foot."""

from __future__ import annotations

from copy import deepcopy

from lxml import etree

SVG = "{http://www.w3.org/2000/svg}"
WHOLE = "seluruh"


def parts_of(svg: str, alt: str) -> list[tuple[str, str]]:
    """Part a picture where it says (``data-potong``); each part with its alternative text.

    >>> whole = '<svg xmlns="http://www.w3.org/2000/svg" width="9pt" height="90pt"'
    >>> parts_of(whole + "/>", "Bagan") == [(whole + "/>", "Bagan")]
    True
    >>> marks = ' viewBox="0 0 9 90" data-potong="40 70" data-kepala="5" data-kaki="2"/>'
    >>> found = parts_of(whole + marks, "Bagan")
    >>> [(etree.fromstring(part).get("height"), said) for part, said in found][1:]
    [('37pt', 'Bagian 2 dari 3: Bagan'), ('25pt', 'Bagian 3 dari 3: Bagan')]
    """
    if "data-potong=" not in svg:
        return [(svg, alt)]
    root = etree.fromstring(svg.encode())
    width, height = (float(number) for number in root.get("viewBox").split()[2:])
    head, foot = float(root.get("data-kepala", "0")), float(root.get("data-kaki", "0"))
    cuts = [float(cut) for cut in root.get("data-potong").split()]
    parts = []
    for start, end in zip([0.0, *cuts], [*cuts, height], strict=True):
        strips = [(0.0, head)] if start else []
        strips.append((start, end))
        if end < height:
            strips.append((height - foot, height))
        parts.append(_part(root, width, [strip for strip in strips if strip[1] > strip[0]]))
    return [
        (part, f"Bagian {number} dari {len(parts)}: {alt}")
        for number, part in enumerate(parts, start=1)
    ]


def _part(root: etree._Element, width: float, strips: list[tuple[float, float]]) -> str:
    """Set strips of a picture one under the other; each has its own words only, to be searched."""
    part = etree.fromstring(etree.tostring(root))
    for name in ("data-potong", "data-kepala", "data-kaki"):
        part.attrib.pop(name)
    whole = etree.Element(f"{SVG}g", id=WHOLE)
    whole.extend(list(part))
    words = [word for word in whole.iter(f"{SVG}text") if word.get("y")]
    for word in words:
        word.getparent().remove(word)
    etree.SubElement(part, f"{SVG}defs").append(whole)
    top = 0.0
    for start, end in strips:
        tall = end - start
        view = etree.SubElement(
            part,
            f"{SVG}svg",
            x="0",
            y=f"{top:g}",
            width=f"{width:g}",
            height=f"{tall:g}",
            viewBox=f"0 {start:g} {width:g} {tall:g}",
        )
        etree.SubElement(view, f"{SVG}use", href=f"#{WHOLE}")
        view.extend(deepcopy(word) for word in words if start < float(word.get("y")) <= end)
        top += tall
    part.set("height", f"{top:g}pt")
    part.set("viewBox", f"0 0 {width:g} {top:g}")
    return etree.tostring(part, encoding="unicode")
