"""Widths of a table's columns, decided once, in its HTML, for all formats.

Columns are wide enough for their longest word, and so that the table becomes as low as it can: on
paper a number must not break in two, nor part from its unit. What room is left goes to the columns
whose words make the rows high.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count
from typing import Any

import lxml.html

# Points: letters of a table; width of the text and both margins of a cell, in the PDF and in Word.
LETTER = 9.0
Papers = Sequence[tuple[float, float]]
UPRIGHT: Papers = ((425.0, 10.0), (397.0, 7.5))
TURNED: Papers = ((672.0, 10.0), (643.0, 7.5))
# A fingerprint of a file is never broken; the templates set it smaller.
FINGERPRINT, SMALLER = 40, 0.8
# Widths of letters in ems: the bold ones of Source Serif 4, for sums and heads are bold.
DIGIT, SMALL, CAPITAL, POINT = 0.57, 0.57, 0.69, 0.32
# Where columns ask for too much, each gets at most this: longer words are hyphenated or broken.
MOST = 0.3
# A number with its unit, up to so many letters, stays on one line; fewer where room is scarce.
SHORT = (12, 8, 0)
STEPS = 12
# Of a column of words that much at least; numbers need all they ask for.
LEAST = 0.05

TABLE = re.compile(r"(?s)(<table\b[^>]*>(?:\s*<caption.*?</caption>)?)(.*?</table>)")
BLANK, ENDS, MANY = "\xa0", re.compile(r"\xa0*</td>"), 999  # behind numbers that line up
# Where words part (the sign of a status stays with its word), and where lines break.
PARTS, BREAKS = re.compile(r"(?:(?<![▲●▼])\s|/)+|(?<=[a-z]-)"), re.compile(r"<br\s*/?>")


@dataclass(frozen=True)
class Cell:
    """A cell that spans one column: where it stands, words, rows it spans, whether it is a number.

    ``place`` counts the table's body cells.
    """

    row: int
    column: int
    words: str
    down: int
    number: bool
    place: int = -1


def is_too_wide(html: str, *, turned: bool) -> bool:
    """Whether a table has so many columns that its numbers would break in two."""
    table = lxml.html.fragment_fromstring(BREAKS.sub(" ", html), create_parent=True)
    cells = list(_cells(table))
    columns = 1 + max((cell.column for cell in cells), default=0)
    numbers = [cell for cell in cells if cell.number]
    needs = needs_of(numbers, columns, TURNED if turned else UPRIGHT)
    return sum(max(need, LEAST) for need in needs) > 1


def with_widths(html: str, *, turned: bool) -> str:
    """Give each table that names no widths itself the best ones; ``turned`` on a landscape page."""

    def widened(match: re.Match[str]) -> str:
        opening, rest = match.groups()
        if "<col" in rest:
            return match[0]
        table = lxml.html.fragment_fromstring(BREAKS.sub(" ", opening + rest).replace("<wbr>", ""))
        first = next(table.iter("tr"), ())
        columns = sum(int(cell.get("colspan", 1)) for cell in first)
        if not columns:
            return match[0]
        cells, papers = list(_cells(table)), TURNED if turned else UPRIGHT
        tight = sum(needs_of(cells, columns, papers, SHORT[:1])) >= 1
        bare = [replace(cell, words=cell.words.rstrip()) for cell in cells] if tight else cells
        shares = lowest(bare, columns, papers)
        lined = [cell for cell in cells if tight and cell.words.endswith(BLANK)]
        full = {c.column for c in lined if share_for(c.words, papers, MANY) > shares[c.column]}
        if full:  # there is no room to line their numbers up
            place, bare_ones = count(), {cell.place for cell in lined if cell.column in full}
            rest = ENDS.sub(lambda m: "</td>" if next(place) in bare_ones else m[0], rest)
        cols = "".join(f'<col style="width: {share * 100:.2f}%">' for share in shares)
        return f"{opening}<colgroup>{cols}</colgroup>{rest}"

    return TABLE.sub(widened, html)


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


def share_for(words: str, papers: Papers, whole: int = 0) -> float:
    """Share of the width that a column asks for, to hold the longest of some words unbroken.

    ``whole``: so many letters of words stay on one line.

    >>> round(share_for("Jumlah Rp2.487.371.653", [(400.0, 10.0)]), 3)
    0.203
    >>> share_for("42 dokumen", UPRIGHT) < share_for("42 dokumen", UPRIGHT, whole=12)
    True
    """
    parts = [words] if len(words.rstrip()) <= whole else PARTS.split(words)
    longest = max(map(ems, parts), default=0.0) * LETTER
    return max((longest + margins) / room for room, margins in papers)


def needs_of(
    cells: Sequence[Cell], columns: int, papers: Papers, short: Sequence[int] = SHORT
) -> list[float]:
    """Share of the width that each column needs."""
    needs: list[float] = []
    for whole in short:
        needs = [0.0] * columns
        for cell in cells:
            asked = share_for(cell.words, papers, whole if cell.number else 0)
            needs[cell.column] = max(needs[cell.column], asked)
        if sum(needs) < 1:
            break
    return needs


def lowest(cells: Sequence[Cell], columns: int, papers: Papers) -> list[float]:
    """Share the width out among the columns so that the rows are low together.

    A row is about as high as its longest cell, counted as the root of the sum of the eighth
    powers of the cells' lines (smooth where two cells are equally long). At the lowest height
    each column's width is in proportion to its part in that; a ninth of the way a step gets
    there.
    """
    rows: dict[int, list[tuple[int, float]]] = {}
    for cell in cells:
        rows.setdefault(cell.row, []).append((cell.column, ems(cell.words) * LETTER / cell.down))
    needs = needs_of(cells, columns, papers)
    room, margins = papers[0]
    found = balanced([1 / columns] * columns, needs)
    for _ in range(STEPS):
        pull = [1e-9] * columns
        inner = [max(width * room - margins, LETTER) for width in found]
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


def _cells(table: Any) -> Iterator[Cell]:
    """Give every cell that spans one column; rows for the web page alone are none of them."""
    below: dict[int, int] = {}  # rows that a cell from above still takes of a column
    order = {cell: place for place, cell in enumerate(table.iter("td"))}
    rows = [row for row in table.iter("tr") if "hanya-web" not in row.classes]
    for place, row in enumerate(rows):
        column = 0
        for cell in row:
            column = _next_free(below, column)
            down, across = int(cell.get("rowspan", 1)), int(cell.get("colspan", 1))
            if across == 1:
                words = cell.text_content()
                blank = words[len(words.rstrip()) :].strip(" \n")
                words = " ".join(words.split()) + blank
                number = "right" in cell.get("style", "") or words[:1].isdigit()
                head = row.getparent().tag == "thead"
                yield Cell(place, column, words, down, number and not head, order.get(cell, -1))
            below |= dict.fromkeys(range(column, column + across), down - 1)
            column += across
        _next_free(below, column)


def _next_free(below: dict[int, int], column: int) -> int:
    """Pass by columns that cells from above take, and count these rows off."""
    while below.get(column):
        below[column] -= 1
        column += 1
    return column


def ems(word: str) -> float:
    """Estimate the width of a word, in ems.

    >>> round(ems("Rp2.487.371.653"), 2)
    7.92
    """
    total = 0.0
    for letter in word:
        if letter.isdigit():
            total += DIGIT
        elif letter in ".,:;|'’iljI()\xa0":
            total += POINT
        else:
            total += CAPITAL if letter.isupper() or letter in "%mw" else SMALL
    return total * SMALLER if len(word) > FINGERPRINT and " " not in word else total
