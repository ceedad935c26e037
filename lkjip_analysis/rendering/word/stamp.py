"""What tells a Word file of a report from others: the unit, the year, and its marked texts.

The stamp travels as custom properties, which Word and LibreOffice keep when the file is edited.
"""

from __future__ import annotations

import hashlib
import itertools
from typing import Any
from xml.sax.saxutils import escape

from lkjip_analysis.rendering.model import Book
from lkjip_analysis.rendering.word.names import part, text_of, w

MARK = "narasi_"
"""How the bookmarks begin that the extension's filter puts around the unit's own texts."""
NAMES = ("lkjip-unit", "lkjip-tahun", "lkjip-naskah")
CUSTOM = "docProps/custom.xml"


def stamp(body: Any, book: Book) -> bytes:
    """Write the custom properties: unit, year, and a digest of the marked texts."""
    texts = [
        (start.get(w("name")), _marked_text(start))
        for start in body.iter(w("bookmarkStart"))
        if start.get(w("name"), "").startswith(MARK)
    ]
    digest = hashlib.sha256(repr(texts).encode()).hexdigest()[:16]
    unit = str(book.lkjip.get("instansi") or book.author)
    values = (unit, str(book.lkjip.get("tahun") or ""), digest)
    listed = zip(itertools.count(2), NAMES, values, strict=False)
    properties = (part("property.xml", id=str(n), called=k, value=escape(v)) for n, k, v in listed)
    return part("custom.xml", properties="".join(properties)).encode()


def read_stamp(root: Any) -> dict[str, str]:
    """Give the custom properties by name."""
    return {one.get("name", ""): "".join(one.itertext()) for one in root}


def _marked_text(start: Any) -> str:
    def ended(one: Any) -> bool:
        return bool(one.tag == w("bookmarkEnd") and one.get(w("id")) == start.get(w("id")))

    inside = itertools.takewhile(lambda one: not ended(one), start.itersiblings())
    return "".join(map(text_of, inside))
