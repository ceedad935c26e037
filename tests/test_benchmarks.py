"""The invented units are sound and differ; the document says what was measured."""

import json

import pytest
from build_bench import DOCUMENT, RESULTS
from units import make_unit, unit_name
from writing import write

from lkjip_analysis.data.gaps import list_gaps
from lkjip_analysis.data.schemas import Program
from lkjip_analysis.results import load_results


@pytest.mark.parametrize(("rows", "about"), [(None, 34), (10, 9), (150, 150)])
def test_a_unit_of_any_size(tmp_path, rows, about):
    hasil = load_results(2024, make_unit(tmp_path / "unit", 3, rows))
    assert len(hasil.data[Program]) == about
    assert not [gap for gap in list_gaps(hasil.data) if gap.wajib]
    assert hasil["anggaran.serapan"].known


def test_units_differ_and_stay_the_same(tmp_path):
    folders = [make_unit(tmp_path / str(place), number) for place, number in enumerate((1, 2, 1))]
    one, two, again = (
        {path.name: path.read_bytes() for path in (folder / "2024").rglob("*.csv")}
        for folder in folders
    )
    assert one == again
    assert {name for name in one if one[name] != two[name]} == {
        "identitas.csv",
        "iku.csv",
        "program.csv",
    }
    assert len({unit_name(number) for number in range(300)}) == 300


def test_the_document_is_made_of_the_measurements():
    found = json.loads(RESULTS.read_text(encoding="utf-8"))
    assert DOCUMENT.read_text(encoding="utf-8") == write(found)
    assert "| 10 | html | dari kosong |" in DOCUMENT.read_text(encoding="utf-8")
