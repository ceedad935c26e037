"""Unit, formula and origin of every kind of figure, as ``jejak.csv`` says by hand.

The annex "Jejak Perhitungan" prints them: a reader follows a figure down to the cells.
"""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest
from unit_kecil import SOURCE

from lkjip_analysis.results import Results, load_results

with Path(__file__).with_name("jejak.csv").open(encoding="utf-8", newline="") as stream:
    EXPECTED = {row["kunci"]: row for row in csv.DictReader(stream, delimiter=";")}


@pytest.fixture(scope="module")
def hasil() -> Results:
    return load_results(2024, SOURCE)


@pytest.mark.parametrize("kunci", EXPECTED)
def test_where_a_figure_comes_from(hasil: Results, kunci: str) -> None:
    figure = hasil[kunci]
    cells = [f"{cell.berkas}:{cell.baris}:{cell.kolom}" for cell in figure.masukan]
    found = (figure.satuan, figure.rumus, " + ".join(figure.dari or cells))
    assert found == (EXPECTED[kunci]["satuan"], EXPECTED[kunci]["rumus"], EXPECTED[kunci]["dari"])


def kind(kunci: str) -> str:
    """Give a key without what names one IKU, item, row or sasaran."""
    kunci = re.sub(
        r"^(iku|iku_lalu|program|indikator|indikator_lalu|sasaran|sdm|sarpras|evaluasi)\.[^.]+",
        r"\1.*",
        kunci,
    )
    return re.sub(r"(unsur|butir|indikator\.\*|indikator_lalu\.\*)\.\d+", r"\1.*", kunci)


def test_no_kind_of_figure_is_left_out(hasil: Results) -> None:
    assert {kind(figure.kunci) for figure in hasil} == {kind(kunci) for kunci in EXPECTED}


def test_cells_come_down_from_the_figures_a_formula_takes(hasil: Results) -> None:
    """Each cell once, in the order of the parts."""
    for figure in hasil:
        if figure.dari:
            below = [cell for part in figure.dari for cell in hasil[part].masukan]
            assert list(figure.masukan) == list(dict.fromkeys(below)), figure.kunci


def test_a_cell_is_cited_as_it_stands_in_the_file(hasil: Results) -> None:
    target, dpa = hasil["iku.AKIP.target"], hasil["anggaran.pagu_dpa"]
    assert [vars(cell) for cell in target.masukan] == [
        {"berkas": "2024/iku.csv", "baris": 2, "kolom": "target", "nilai": "80"}
    ]
    assert [cell.nilai for cell in dpa.masukan] == ["1.000.000.000"]
