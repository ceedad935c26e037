"""Rows of tables as search finds them: each by its name, with its numbers under their heads."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from lkjip_analysis.rendering.model import Chapter

if TYPE_CHECKING:
    from lxml.html import HtmlElement

FEWEST = 3
"""Columns; the rows of a narrower table are read with the section they stand in."""

SIGNS = {
    "▼": "belum tidak tercapai mencapai",
    "●": "tercapai mencapai",
    "▲": "tercapai mencapai melampaui",
    "○": "belum tersedia",
    "‡": "diragukan ragu",
}
"""What the signs in a row say, in the words that are searched."""

YEAR = re.compile(r"\b\d{4}\b")
NAMES, MOVES = re.compile(r"(Indikator|Nama)\b"), re.compile(r"\b(Perubahan|Pertumbuhan)\b")


@dataclass(frozen=True)
class TableRow:
    """A row with figures: where it stands, the key of its first figure, its name and words.

    ``anchor``: where a link leads, the row itself if it has one. ``status``: what its signs say.
    ``judged``: it has a verdict. ``told``: it says all on one thing (``data-cari``).
    """

    place: str
    anchor: str
    kunci: str
    name: str
    text: str
    status: str
    judged: bool
    told: bool


def table_rows(chapter: Chapter) -> Iterator[TableRow]:
    """List the rows of a chapter that hold figures, of tables of several columns."""
    import lxml.html

    floats = {item.id for item in chapter.floats}
    titles = {heading.id for heading in chapter.headings}
    place = ""
    for element in lxml.html.fragment_fromstring(chapter.body_html, create_parent="div").iter():
        if element.get("id", "") in titles:
            place = element.get("id")
        if element.tag != "table" or next(element.iterancestors("details"), None) is not None:
            continue  # folded: the numbers of a chart
        if len(heads := _heads(element)) >= FEWEST:
            figures = (one.get("id", "") for one in element.iterancestors("figure"))
            where = next(filter(floats.__contains__, figures), place)
            for row in element.iterfind("tbody/tr"):
                if found := _row(row, heads, where):
                    yield found


def _heads(table: HtmlElement) -> list[str]:
    """Write over each column all its heads, from the top."""
    grid: dict[tuple[int, int], str] = {}
    rows = table.findall("thead/tr")
    for y, row in enumerate(rows):
        x = 0
        for cell in row:
            while (y, x) in grid:
                x += 1
            for down in range(int(cell.get("rowspan", 1))):
                for right in range(int(cell.get("colspan", 1))):
                    grid[y + down, x + right] = _words(cell)
            x += int(cell.get("colspan", 1))
    width = max((x for _, x in grid), default=-1) + 1
    columns = ([grid.get((y, x), "") for y in range(len(rows))] for x in range(width))
    return [" ".join(dict.fromkeys(filter(None, column))) for column in columns]


def _row(row: HtmlElement, heads: list[str], place: str) -> TableRow | None:
    figures = row.xpath('.//*[@class="angka"]/@data-kunci')
    cells = [_words(cell) for cell in row]
    if not figures or row.get("class") == "jumlah":
        return None
    heads = heads[
        len(heads) - len(cells) :
    ]  # a cell joined with the one above is none of the row's
    name = next((x for x, head in enumerate(heads) if NAMES.match(head)), None)
    if name is None:
        name = next((x for x, cell in enumerate(cells) if not cell.isdigit()), 0)
    said = [f"{head} {cell}" for x, (head, cell) in enumerate(zip(heads, cells, strict=True))
            if x != name and cell]  # fmt: skip
    seen = [(YEAR.findall(head), cell[0])
            for x, (head, cell) in enumerate(zip(heads, cells, strict=True))
            if x != name and cell[:1] in SIGNS]  # fmt: skip
    last = max((years for years, _ in seen), default=[])  # what is said of an earlier year is past
    signs = {sign for years, sign in seen if years in ([], last)}
    signs |= {"‡"} & set("".join(cells))
    words = [words for sign, words in SIGNS.items() if sign in signs]
    words += ["turun" if cell.startswith(("-", "−")) else "naik"
              for head, cell in zip(heads, cells, strict=True)
              if MOVES.search(head) and re.match(r"[-−]?\d*[1-9]", cell)]  # fmt: skip
    told = row.get("data-cari", "")
    status = " ".join([*words, told]).strip()
    judged = bool(signs - {"‡"})
    anchor = row.get("id") or place
    return TableRow(
        place, anchor, figures[0], cells[name], " · ".join(said), status, judged, bool(told)
    )


def _words(cell: Any) -> str:
    return " ".join(" ".join(cell.itertext()).split())
