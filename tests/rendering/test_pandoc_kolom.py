"""Columns get the room their longest word needs, decided once in the table's HTML."""

from __future__ import annotations

import re

import pytest

from lkjip_analysis.rendering.table_widths import (
    UPRIGHT,
    Cell,
    balanced,
    ems,
    lowest,
    needs_of,
    with_widths,
)

NARROW = (
    "<table><thead><tr><th>No</th><th>Uraian</th><th>Pagu</th></tr></thead><tbody>"
    '<tr><td rowspan="2">1</td><td>a</td><td>Rp2.487.371.653</td></tr>'
    '<tr><td colspan="2">Jumlah yang sangat panjang sekali</td></tr></tbody></table>'
)
WEB = '<tr class="hanya-web"><td>{0}</td><td>{0}</td><td>{0}</td></tr>'.format("x" * 60)


def widths(html: str, *, turned: bool = False) -> list[float]:
    shaped = with_widths(html, turned=turned)
    assert re.sub("<colgroup>.*?</colgroup>", "", shaped) == html
    return [float(width) for width in re.findall(r'<col style="width: ([\d.]+)%">', shaped)]


@pytest.mark.parametrize(("turned", "points"), [(False, 425), (True, 672)])
def test_a_number_gets_its_room(turned: bool, points: int) -> None:
    found = widths(NARROW, turned=turned)
    assert found[2] / 100 * points > 7.51 * 9 + 10  # measured in the font
    assert sum(found) == pytest.approx(100, abs=0.1)


def test_words_below_a_cell_that_spans_rows_stand_in_their_own_column() -> None:
    html = NARROW.replace(
        '<td colspan="2">Jumlah yang sangat panjang sekali</td>', "<td>{}</td><td/>"
    )
    assert widths(html.format("Ketatalaksanaan"))[1] > widths(html.format("b"))[1]


def test_words_apart_by_a_line_break_are_two() -> None:
    broken = NARROW.replace("<td>a</td>", "<td>Meningkatnya<br>kesejahteraan</td>")
    assert widths(broken) == widths(broken.replace("<br>", " "))


def test_rows_of_the_web_page_alone_take_no_room() -> None:
    assert widths(NARROW.replace("</tbody>", WEB + "</tbody>")) == widths(NARROW)


def test_widths_that_an_author_names_stay() -> None:
    own = NARROW.replace("<thead>", '<colgroup><col style="width: 50%"></colgroup><thead>')
    assert with_widths(own, turned=False) == own


def test_too_many_needs_share_the_width() -> None:
    assert balanced([0.5, 0.5], [0.9, 0.3]) == pytest.approx([0.7, 0.3])
    assert balanced([0.2] * 5, [0.4, 0.3, 0.3, 0.3, 0.3]) == pytest.approx([0.2] * 5)


def test_the_column_that_makes_the_rows_high_gets_the_room() -> None:
    short, long = Cell(0, 0, "Camat", 1, False), Cell(0, 1, "Laporan yang " * 20, 1, False)
    first, second = lowest([short, long], 2, UPRIGHT)
    assert first < 0.2
    assert first + second == pytest.approx(1)


def test_a_number_stays_with_its_unit_while_there_is_room() -> None:
    cells = [Cell(0, 0, "42 dokumen", 1, True), Cell(0, 1, "Meningkatnya", 1, False)]
    wide, scarce = (425.0, 10.0), (130.0, 10.0)
    assert needs_of(cells, 2, wide)[0] * 425 == pytest.approx(ems("42 dokumen") * 9 + 10)
    assert needs_of(cells, 2, scarce)[0] * 130 == pytest.approx(ems("dokumen") * 9 + 10)
