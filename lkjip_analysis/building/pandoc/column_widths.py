"""Columns wide enough for their longest word: on paper a number must not break in two."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from lkjip_analysis.building.pandoc.tree import Node, classes, is_node, plain_text

# Points: letters of a table, both margins of a cell, width of the narrower of PDF and Word.
LETTER, MARGINS, UPRIGHT, TURNED = 9.0, 9.5, 397.0, 643.0
# Widths of letters in ems: the bold ones of Source Serif 4, for sums and heads are bold.
DIGIT, SMALL, CAPITAL, POINT = 0.57, 0.57, 0.69, 0.32
# A column asks for at most this much: longer words are hyphenated or broken.
MOST = 0.3


def widen_columns(blocks: list[Any], *, turned: bool = False) -> None:
    """Balance every table in place; ``turned`` inside a landscape block."""
    for block in blocks:
        if isinstance(block, list):
            widen_columns(block, turned=turned)
        elif is_node(block) and block["t"] == "Table":
            _balance(block, TURNED if turned else UPRIGHT)
        elif is_node(block) and isinstance(block.get("c"), list):
            inner = turned or (block["t"] == "Div" and "landscape" in classes(block))
            widen_columns(block["c"], turned=inner)


def balanced(widths: Sequence[float], needs: Sequence[float]) -> list[float]:
    """Give each column what it needs, taken from those with room to spare.

    >>> [round(w, 2) for w in balanced([0.1, 0.9], [0.2, 0.3])]
    [0.2, 0.8]
    >>> balanced([0.5, 0.5], [0.1, 0.1])
    [0.5, 0.5]
    """
    total = sum(widths)
    if sum(needs) >= total:
        return [total * need / sum(needs) for need in needs]
    lacking = sum(max(0.0, need - width) for width, need in zip(widths, needs, strict=True))
    if not lacking:
        return list(widths)
    spare = sum(max(0.0, width - need) for width, need in zip(widths, needs, strict=True))
    share = lacking / spare
    return [
        need if need >= width else width - (width - need) * share
        for width, need in zip(widths, needs, strict=True)
    ]


def share_for(words: str, room: float) -> float:
    """Share of the room that a column asks for, to hold the longest of some words unbroken.

    >>> round(share_for("Jumlah Rp2.487.371.653", 400.0), 3)
    0.202
    """
    longest = max((ems(word) for word in re.split(r"[\s/]+|(?<=-)", words)), default=0.0)
    return min(MOST, (longest * LETTER + MARGINS) / room)


def _balance(table: Node, room: float) -> None:
    """Set a table's column widths anew, if it has any."""
    specs = table["c"][2]
    widths = [spec[1].get("c", 0.0) if spec[1]["t"] == "ColWidth" else 0.0 for spec in specs]
    if not all(widths):
        return
    needs = [0.0] * len(widths)
    for column, words in _cells(table):
        needs[column] = max(needs[column], share_for(words, room))
    for spec, width in zip(specs, balanced(widths, needs), strict=True):
        spec[1] = {"t": "ColWidth", "c": round(width, 4)}


def _cells(table: Node) -> Iterator[tuple[int, str]]:
    """Give column and text of every cell that spans one column."""
    _, _, _, head, bodies, foot = table["c"]
    for rows in [head[1], *(part for body in bodies for part in (body[2], body[3])), foot[1]]:
        open_: dict[int, int] = {}
        for _, cells in rows:
            column = 0
            for _, _, down, across, blocks in cells:
                while open_.get(column, 0):
                    open_[column] -= 1
                    column += 1
                if across == 1:
                    yield column, plain_text(blocks)
                for _ in range(across):
                    open_[column] = down - 1
                    column += 1
            while open_.get(column, 0):
                open_[column] -= 1
                column += 1


def ems(word: str) -> float:
    """Estimate the width of a word, in ems.

    >>> round(ems("Rp2.487.371.653"), 2)
    7.92
    """
    total = 0.0
    for letter in word:
        if letter.isdigit():
            total += DIGIT
        elif letter in ".,:;|'’iljI()":
            total += POINT
        else:
            total += CAPITAL if letter.isupper() or letter in "%mw" else SMALL
    return total
