"""Columns get the room their longest word needs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from conftest_buku import cell

from lkjip_analysis.rendering.column_widths import (
    Cell,
    balanced,
    ems,
    lowest,
    needs_of,
    widen_columns,
)
from lkjip_analysis.rendering.render import read_book
from lkjip_analysis.rendering.tables import with_native_tables
from lkjip_analysis.rendering.tree import walk

NARROW = (
    '<table><colgroup><col style="width: 4%"><col style="width: 86%"><col style="width: 10%">'
    "</colgroup><thead><tr><th>No</th><th>Uraian</th><th>Pagu</th></tr></thead><tbody>"
    '<tr><td rowspan="2">1</td><td>a</td><td>Rp2.487.371.653</td></tr>'
    '<tr><td colspan="2">Jumlah yang sangat panjang sekali</td></tr></tbody></table>'
)


def widths(folder: Path) -> list[float]:
    blocks = with_native_tables([tree.blocks for tree in read_book(folder).trees][1])
    widen_columns(blocks)
    (table,) = [node for node in walk(blocks) if node["t"] == "Table"]
    return [spec[1]["c"] for spec in table["c"][2]]


@pytest.mark.parametrize("turned", [False, True])
def test_a_number_gets_its_room(write_book: Callable[..., Path], turned: bool) -> None:
    embed = "{{< embed sel.ipynb#tbl-a >}}\n"
    chapter = f"::: {{.landscape}}\n\n{embed}\n:::\n" if turned else embed
    cells = [cell("tbl-a", {"text/html": NARROW}, caption="Pagu")]
    found = widths(write_book("# Bab {#sec-bab}\n\n" + chapter, cells))
    points = 672 if turned else 425
    assert found[2] * points > 7.92 * 9 + 9.5
    assert sum(found) == pytest.approx(1, abs=0.001)
    assert found[1] < 0.86


def test_too_many_needs_share_the_width() -> None:
    assert balanced([0.5, 0.5], [0.9, 0.3]) == pytest.approx([0.7, 0.3])
    assert balanced([0.2] * 5, [0.4, 0.3, 0.3, 0.3, 0.3]) == pytest.approx([0.2] * 5)


def test_the_column_that_makes_the_rows_high_gets_the_room() -> None:
    short, long = Cell(0, 0, "Camat", 1, False), Cell(0, 1, "Laporan yang " * 20, 1, False)
    first, second = lowest([short, long], 2, 425.0)
    assert first < 0.2
    assert first + second == pytest.approx(1)


def test_a_number_stays_with_its_unit_while_there_is_room() -> None:
    cells = [Cell(0, 0, "42 dokumen", 1, True), Cell(0, 1, "Meningkatnya", 1, False)]
    assert needs_of(cells, 2, 425.0)[0] * 425 == pytest.approx(ems("42 dokumen") * 9 + 10)
    assert needs_of(cells, 2, 130.0)[0] * 130 == pytest.approx(ems("dokumen") * 9 + 10)
