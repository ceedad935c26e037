"""Columns get the room their longest word needs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from conftest_buku import cell

from lkjip_analysis.building.pandoc.column_widths import balanced, widen_columns
from lkjip_analysis.building.pandoc.render import read_book
from lkjip_analysis.building.pandoc.tables import with_native_tables
from lkjip_analysis.building.pandoc.tree import walk

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
    points = 643 if turned else 397
    assert found[2] * points == pytest.approx(7.92 * 9 + 9.5, abs=0.5)
    assert sum(found) == pytest.approx(1, abs=0.001)
    assert found[1] < 0.86


def test_too_many_needs_share_the_width() -> None:
    assert balanced([0.5, 0.5], [0.9, 0.3]) == pytest.approx([0.75, 0.25])
