"""Read a published table back from its HTML, as a reader sees it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from lxml import html

from lkjip_analysis.presentation import tables
from lkjip_analysis.presentation.output import TableOutput

JUDGEMENTS = ("review",)
PUBLISHED = [
    name
    for name in tables.__all__
    if getattr(tables, name).__module__.rpartition(".")[2] not in JUDGEMENTS
]
"""The tables of the report's own figures; those of the checks are tested with the checks."""


@dataclass(frozen=True)
class Line:
    """One body row: cell texts, one for each column (joined cells repeat), and its marks."""

    cells: list[str]
    kind: str
    data: dict[str, str]


class Grid:
    """A table's heads, lines and notes."""

    def __init__(self, output: TableOutput) -> None:
        self.root = html.fragment_fromstring(output.markup)
        (self.table,) = self.root.findall(".//table")
        self.heads = _spread(self.table.find("thead").findall("tr"))
        body = self.table.find("tbody").findall("tr")
        self.lines = [
            Line(
                cells,
                row.get("class", ""),
                {k: v for k, v in row.attrib.items() if k.startswith("data-")},
            )
            for cells, row in zip(_spread(body), body, strict=True)
        ]
        self.notes = [note.text_content() for note in self.root.findall(".//p")]

    @property
    def columns(self) -> list[str]:
        """The lowest head of every column."""
        return self.heads[-1]

    def rows(self) -> list[list[str]]:
        """The texts of the body."""
        return [line.cells for line in self.lines]

    def totals(self) -> list[list[str]]:
        """The texts of the rows of sums and means."""
        return [line.cells for line in self.lines if line.kind == "jumlah"]

    def keys(self) -> set[str]:
        """The figures that the table shows."""
        return {
            span.get("data-kunci")
            for span in self.root.iter("span")
            if span.get("class") == "angka"
        }


def _spread(rows: list[Any]) -> list[list[str]]:
    """Texts of rows on the full grid; fails where spans do not fit together."""
    grid: list[dict[int, str]] = [{} for _ in rows]
    for y, row in enumerate(rows):
        x = 0
        for cell in row:
            while x in grid[y]:
                x += 1
            for line in grid[y : y + int(cell.get("rowspan", 1))]:
                for place in range(x, x + int(cell.get("colspan", 1))):
                    assert place not in line, "two cells in one place"
                    line[place] = cell.text_content().strip()
    width = len(grid[0])
    assert all(sorted(line) == list(range(width)) for line in grid), "a row is short or long"
    return [[line[x] for x in range(width)] for line in grid]
