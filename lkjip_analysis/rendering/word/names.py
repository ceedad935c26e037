"""Names of WordprocessingML elements as lxml writes them, and how to read and write a few."""

from __future__ import annotations

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
