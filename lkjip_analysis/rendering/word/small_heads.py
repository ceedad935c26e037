"""Small heads whose numbers were typed ("1. Camat", "a. Subbagian"): Word counts them itself.

Their styles, ``JudulKecil1`` and ``JudulKecil2``, belong to a list of the reference document, whose
letters begin anew below each number. A number that is not the next one begins a list of its own.
"""

from __future__ import annotations

import re
from typing import Any

from lkjip_analysis.rendering.word.names import insert, parse, style_of, text_of, w
from lkjip_analysis.rendering.word.stamp import MARK

STYLE, LIST = "JudulKecil", "3"
TYPED = re.compile(r"(?:(\d{1,2})|([a-z]))\.\s+(?=\S)")


def number_small_heads(body: Any, numbering: Any) -> None:
    """Take the typed numbers out of the small heads, and let the lists write them."""
    counts, chosen = [0, 0], LIST
    for paragraph in body.iter(w("p")):
        typed = TYPED.match(text_of(paragraph)) if style_of(paragraph) == STYLE else None
        if typed is None or _is_own(paragraph):
            continue
        level = 0 if typed[1] else 1
        value = int(typed[1]) if typed[1] else ord(typed[2]) - ord("a") + 1
        if value != counts[level] + 1:
            chosen = _begin(numbering, level, value)
            counts = [0, 0]
        counts = [value, 0] if level == 0 else [counts[0], value]
        _drop_letters(paragraph, len(typed[0]))
        paragraph.find(f"{w('pPr')}/{w('pStyle')}").set(w("val"), f"{STYLE}{level + 1}")
        code = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{chosen}"/></w:numPr>'
        insert(paragraph.find(w("pPr")), 1, code)


def _is_own(paragraph: Any) -> bool:
    """Whether the unit wrote it: such words stay as they are, to find their way back."""
    marks = paragraph.iter(w("bookmarkStart"))
    return any(mark.get(w("name"), "").startswith(MARK) for mark in marks)


def _begin(numbering: Any, level: int, value: int) -> str:
    """Add an instance of the list that begins at a number; give its id."""
    known = [int(one.get(w("numId"))) for one in numbering.iter(w("num"))]
    id_ = str(max(known) + 1)
    (instance,) = parse(
        f'<w:num w:numId="{id_}"><w:abstractNumId w:val="{LIST}"/><w:lvlOverride w:ilvl="{level}">'
        f'<w:startOverride w:val="{value}"/></w:lvlOverride></w:num>'
    )
    numbering.append(instance)
    return id_


def _drop_letters(paragraph: Any, count: int) -> None:
    for said in paragraph.iter(w("t")):
        words = said.text or ""
        said.text = words[count:]
        count -= min(count, len(words))
