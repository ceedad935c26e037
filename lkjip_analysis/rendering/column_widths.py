"""Columns wide enough for their longest word, and so that the table becomes as low as it can.

On paper a number must not break in two, nor part from its unit. What room is left goes to the
columns whose words make the rows high; the widths a table declares are for the web page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from lkjip_analysis.rendering.tree import Node, classes, is_node, plain_text

# Points: letters of a table, both margins of a cell, width of the text on a page of the PDF;
# Word, whose pages are narrower, asks again for what its columns need.
LETTER, MARGINS, UPRIGHT, TURNED = 9.0, 10.0, 425.0, 672.0
# A fingerprint of a file is never broken; the templates set it smaller.
FINGERPRINT, SMALLER = 40, 0.8
# Widths of letters in ems: the bold ones of Source Serif 4, for sums and heads are bold.
DIGIT, SMALL, CAPITAL, POINT = 0.57, 0.57, 0.69, 0.32
# Where columns ask for too much, each gets at most this: longer words are hyphenated or broken.
MOST = 0.3
# A number with its unit, up to so many letters, stays on one line; fewer where room is scarce.
SHORT = (12, 8, 0)
STEPS = 12


@dataclass(frozen=True)
class Cell:
    """A cell that spans one column: its place, words, rows it spans, whether it is a number."""

    row: int
    column: int
    words: str
    down: int
    number: bool


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
        least = [min(need, MOST * total) for need in needs]
        spare = total - sum(least)
        if spare <= 0:
            return [total * need / sum(least) for need in least]
        more = [need - low for need, low in zip(needs, least, strict=True)]
        return [low + spare * part / sum(more) for low, part in zip(least, more, strict=True)]
    lacking = sum(max(0.0, need - width) for width, need in zip(widths, needs, strict=True))
    if not lacking:
        return list(widths)
    spare = sum(max(0.0, width - need) for width, need in zip(widths, needs, strict=True))
    share = lacking / spare
    return [
        need if need >= width else width - (width - need) * share
        for width, need in zip(widths, needs, strict=True)
    ]


def share_for(words: str, room: float, whole: int = 0) -> float:
    """Share of the room that a column asks for, to hold the longest of some words unbroken.

    ``whole``: so many letters of words stay on one line.

    >>> round(share_for("Jumlah Rp2.487.371.653", 400.0), 3)
    0.203
    >>> share_for("42 dokumen", 400.0) < share_for("42 dokumen", 400.0, whole=12)
    True
    """
    parts = [words] if len(words) <= whole else re.split(r"[\s/]+|(?<=[a-z]-)", words)
    return (max(map(ems, parts), default=0.0) * LETTER + MARGINS) / room


def needs_of(cells: Sequence[Cell], columns: int, room: float) -> list[float]:
    """Share of the room that each column needs."""
    needs: list[float] = []
    for whole in SHORT:
        needs = [0.0] * columns
        for cell in cells:
            asked = share_for(cell.words, room, whole if cell.number else 0)
            needs[cell.column] = max(needs[cell.column], asked)
        if sum(needs) < 1:
            break
    return needs


def lowest(cells: Sequence[Cell], columns: int, room: float) -> list[float]:
    """Share the room out among the columns so that the rows are low together.

    A row is about as high as its longest cell, counted as the root of the sum of the eighth
    powers of the cells' lines (smooth where two cells are equally long). At the lowest height
    each column's width is in proportion to its part in that; a ninth of the way a step gets
    there.
    """
    rows: dict[int, list[tuple[int, float]]] = {}
    for cell in cells:
        rows.setdefault(cell.row, []).append((cell.column, ems(cell.words) * LETTER / cell.down))
    needs = needs_of(cells, columns, room)
    found = balanced([1 / columns] * columns, needs)
    for _ in range(STEPS):
        pull = [1e-9] * columns
        inner = [max(width * room - MARGINS, LETTER) for width in found]
        for row in rows.values():
            lines = [(column, (length / inner[column]) ** 8) for column, length in row]
            shared = (1.0 + sum(power for _, power in lines)) ** -0.875
            for column, power in lines:
                pull[column] += power * shared
        aimed = [
            width ** (8 / 9) * part ** (1 / 9) for width, part in zip(found, pull, strict=True)
        ]
        found = balanced([width / sum(aimed) for width in aimed], needs)
    return found


def _balance(table: Node, room: float) -> None:
    """Set a table's column widths anew, if it has any."""
    specs = table["c"][2]
    if any(spec[1]["t"] != "ColWidth" or not spec[1].get("c") for spec in specs):
        return
    for spec, width in zip(specs, lowest(list(_cells(table)), len(specs), room), strict=True):
        spec[1] = {"t": "ColWidth", "c": round(width, 4)}


def _cells(table: Node) -> Iterator[Cell]:
    """Give every cell that spans one column."""
    _, _, specs, head, bodies, foot = table["c"]
    right = [spec[0]["t"] == "AlignRight" for spec in specs]
    place = 0
    for rows in [head[1], *(part for body in bodies for part in (body[2], body[3])), foot[1]]:
        open_: dict[int, int] = {}
        for _, cells in rows:
            column = 0
            for _, align, down, across, blocks in cells:
                while open_.get(column, 0):
                    open_[column] -= 1
                    column += 1
                if across == 1:
                    words = plain_text(blocks)
                    number = right[column] or align["t"] == "AlignRight" or words[:1].isdigit()
                    yield Cell(place, column, words, down, number and rows is not head[1])
                for _ in range(across):
                    open_[column] = down - 1
                    column += 1
            while open_.get(column, 0):
                open_[column] -= 1
                column += 1
            place += 1


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
    return total * SMALLER if len(word) > FINGERPRINT and " " not in word else total
