"""Widths of a table's columns, decided once, in its HTML, for all formats.

Columns are wide enough for their longest word, and so that the table becomes as low as it can: on
paper a number must not break in two, nor part from its unit. What room is left goes to the columns
whose words make the rows high.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import count
from typing import Any

import lxml.html

# Points: letters of a table; width of the text and both margins of a cell, on either page.
LETTER = 9.0
Paper = tuple[float, float]
UPRIGHT: Paper = (425.0, 10.0)
TURNED: Paper = (672.0, 10.0)
# A fingerprint of a file is never broken; the templates set it smaller.
FINGERPRINT, SMALLER = 40, 0.8
# Widths of letters in ems, of Source Serif 4; heads and sums are bold, and wider by so much.
WIDTHS = {0.25: " '’\xa0", 0.31: "|!.,:;", 0.35: "ijl-/", 0.4: 'ftIJ()"', 0.45: "?“”", 0.5: "rsz",
          0.53: "0123456789", 0.55: "aceS–+÷×=−‡†", 0.6: "gkovxyZ▲▼", 0.65: "bdhnpquEFLPT",
          0.7: "BCRXY", 0.75: "ADGKOQV&", 0.8: "NU", 0.85: "wH", 0.95: "M%", 1.0: "m",
          1.05: "W"}  # fmt: skip
WIDTH = {letter: width for width, letters in WIDTHS.items() for letter in letters}
OTHER, BOLD = 0.7, 1.07
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

    ``bold``: how much wider its letters are; ``place`` counts the table's body cells.
    """

    row: int
    column: int
    words: str
    down: int
    number: bool
    bold: float = 1.0
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
        cells, paper = list(_cells(table)), TURNED if turned else UPRIGHT
        tight = sum(needs_of(cells, columns, paper, SHORT[:1])) >= 1
        bare = [replace(cell, words=cell.words.rstrip()) for cell in cells] if tight else cells
        shares = lowest(bare, columns, paper)
        lined = [cell for cell in cells if tight and cell.words.endswith(BLANK)]
        full = {c.column for c in lined if share_for(c.words, paper, MANY) > shares[c.column]}
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


def share_for(words: str, paper: Paper, whole: int = 0, bold: float = 1.0) -> float:
    """Share of the width that a column asks for, to hold the longest of some words unbroken.

    ``whole``: so many letters of words stay on one line.

    >>> round(share_for("Jumlah Rp2.487.371.653", (400.0, 10.0), bold=BOLD), 3)
    0.207
    >>> share_for("42 dokumen", UPRIGHT) < share_for("42 dokumen", UPRIGHT, whole=12)
    True
    """
    parts = [words] if len(words.rstrip()) <= whole else PARTS.split(words)
    longest = max(map(ems, parts), default=0.0) * LETTER * bold
    return (longest + paper[1]) / paper[0]


def needs_of(
    cells: Sequence[Cell], columns: int, paper: Paper, short: Sequence[int] = SHORT
) -> list[float]:
    """Share of the width that each column needs."""
    needs: list[float] = []
    for whole in short:
        needs = [0.0] * columns
        for cell in cells:
            asked = share_for(cell.words, paper, whole if cell.number else 0, cell.bold)
            needs[cell.column] = max(needs[cell.column], asked)
        if sum(needs) < 1:
            break
    return needs


def lowest(cells: Sequence[Cell], columns: int, paper: Paper) -> list[float]:
    """Share the width out among the columns so that the rows are low together.

    A row is about as high as its longest cell, counted as the root of the sum of the eighth
    powers of the cells' lines (smooth where two cells are equally long). At the lowest height
    each column's width is in proportion to its part in that; a ninth of the way a step gets
    there.
    """
    rows: dict[int, list[tuple[int, float]]] = {}
    for cell in cells:
        length = ems(cell.words) * LETTER * cell.bold / cell.down
        rows.setdefault(cell.row, []).append((cell.column, length))
    needs = needs_of(cells, columns, paper)
    room, margins = paper
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
                strong = head or "jumlah" in row.classes or cell.find("strong") is not None
                bold, at = BOLD if strong else 1.0, order.get(cell, -1)
                yield Cell(place, column, words, down, number and not head, bold, at)
            below |= dict.fromkeys(range(column, column + across), down - 1)
            column += across
        _next_free(below, column)


def _next_free(below: dict[int, int], column: int) -> int:
    """Pass by columns that cells from above take, and count these rows off."""
    while below.get(column):
        below[column] -= 1
        column += 1
    return column


@lru_cache(50_000)
def ems(word: str) -> float:
    """Measure a word, in ems.

    >>> round(ems("Rp2.487.371.653"), 2)
    7.58
    """
    total = sum(WIDTH.get(letter, OTHER) for letter in word)
    return total * SMALLER if len(word) > FINGERPRINT and " " not in word else total
