"""What tells a Word file of a report from others: the unit, the year, and its words.

The stamp travels as custom properties, which Word and LibreOffice keep when the file is edited.
"""

from __future__ import annotations

import hashlib
import itertools
from typing import Any
from xml.sax.saxutils import escape

from lkjip_analysis.rendering.model import Book
from lkjip_analysis.rendering.word.names import part, text_of

MARK = "narasi_"
"""How the bookmarks begin that the extension's filter puts around the unit's own texts."""
NAMES = ("lkjip-unit", "lkjip-tahun", "lkjip-naskah")
CUSTOM = "docProps/custom.xml"


def stamp(body: Any, book: Book) -> bytes:
    """Write the custom properties: unit, year, and a digest of all words."""
    digest = hashlib.sha256(text_of(body).encode()).hexdigest()[:16]
    unit = str(book.lkjip.get("instansi") or book.author)
    values = (unit, str(book.lkjip.get("tahun") or ""), digest)
    listed = zip(itertools.count(2), NAMES, values, strict=False)
    properties = (part("property.xml", id=str(n), called=k, value=escape(v)) for n, k, v in listed)
    return part("custom.xml", properties="".join(properties)).encode()


def read_stamp(root: Any) -> dict[str, str]:
    """Give the custom properties by name."""
    return {one.get("name", ""): "".join(one.itertext()) for one in root}
