"""Names of WordprocessingML elements as lxml writes them, and how to read and write a few.

``parts/`` holds what is fixed of a Word file, with names in braces for what is not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"


def w(name: str) -> str:
    """Name in the main namespace.

    >>> w("tbl")[-4:]
    '}tbl'
    """
    return f"{{{W}}}{name}"


def r(name: str) -> str:
    """Name of a relationship's attribute."""
    return f"{{{R}}}{name}"


def parse(code: str) -> list[Any]:
    """Read elements written with the ``w:`` prefix."""
    return list(etree.fromstring(f'<x xmlns:w="{W}">{code}</x>'))


def part(name: str, **words: str) -> str:
    """Read a file of ``parts/``, with these words in it."""
    text = (Path(__file__).parent / "parts" / name).read_text(encoding="utf-8")
    return re.sub(r"(?<!\?)>\s+<", "><", text).strip().format_map(words)


def xml_of(root: Any) -> bytes:
    """Write a part's elements."""
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def declare_type(parts: dict[str, bytes], ending: str, kind: str) -> None:
    """Tell the package of which kind files with this ending are."""
    types = etree.fromstring(parts["[Content_Types].xml"])
    if not any((known.get("Extension") or "").lower() == ending for known in types):
        types.insert(0, etree.Element(f"{{{TYPES}}}Default", Extension=ending, ContentType=kind))
        parts["[Content_Types].xml"] = xml_of(types)


def by_section(body: Any) -> Iterator[tuple[list[Any], Any]]:
    """Give the elements of each section with its properties; without any after the last one."""
    held: list[Any] = []
    for child in body:
        held.append(child)
        section = child if child.tag == w("sectPr") else child.find(f"{w('pPr')}/{w('sectPr')}")
        if section is not None:
            yield held, section
            held = []
    yield held, None


def style_of(paragraph: Any) -> str:
    """Id of a paragraph's style, empty for the default one."""
    style = paragraph.find(f"{w('pPr')}/{w('pStyle')}")
    return "" if style is None else str(style.get(w("val")))


def text_of(element: Any) -> str:
    """Text below an element."""
    return "".join(node.text or "" for node in element.iter(w("t")))


def insert(parent: Any, place: int, code: str) -> None:
    """Put elements written with the ``w:`` prefix before the child at a place."""
    for offset, element in enumerate(parse(code)):
        parent.insert(place + offset, element)
