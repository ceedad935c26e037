"""Reports of a unit that lie beside each other name one another, and nothing else does."""

import json
import shutil

import pytest

from lkjip_analysis import paths
from lkjip_analysis.building.alone import writing_to
from lkjip_analysis.building.holding import RECORD, YEARS, Holding, read_holding, write_holding
from lkjip_analysis.building.placing import put
from lkjip_analysis.building.years import tell_years


@pytest.fixture
def output(tmp_path, monkeypatch):
    monkeypatch.setattr(paths, "BUILD", tmp_path / "build")
    return tmp_path / "output"


def lay(folder, tahun, unit="Dinas Satu", buku="laporan", data="data"):
    """Lay a report there, as a build would."""
    way = "../" * len(folder.relative_to(folder.parents[1 + ("unit" in folder.parts)]).parts)
    mine = Holding(unit, tahun, f"{way}{data}", {"html": "a"}, buku=buku)

    def fill(fresh):
        (fresh / "aset").mkdir()
        (fresh / YEARS).write_text("window.LKJIP_TAHUN={};\n")
        for name in ("hasil.json", "index.html", f"bab-{tahun}.html", "notebooks/a.html"):
            (fresh / name).parent.mkdir(exist_ok=True)
            (fresh / name).write_text(str(tahun))

    folder.parent.mkdir(parents=True, exist_ok=True)
    placed = put(folder, mine, fill)
    tell_years(folder)
    return placed


def told(folder):
    text = (folder / YEARS).read_text(encoding="utf-8")
    return json.loads(text.removeprefix("window.LKJIP_TAHUN=").removesuffix(";\n"))


def test_each_year_learns_of_those_that_come_later(output):
    for tahun in (2023, 2024, 2025):
        lay(output / str(tahun), tahun)
    assert list(told(output / "2023")) == ["2025", "2024"]
    assert told(output / "2025")["2024"] == {
        "di": "../2024/",
        "halaman": ["bab-2024.html", "index.html"],
    }


def test_a_year_alone_writes_nothing_beside_itself(output):
    lay(output / "2024", 2024)
    assert told(output / "2024") == {}
    assert [path.name for path in output.iterdir()] == ["2024"]


@pytest.mark.parametrize(
    "other",
    [{"unit": "Dinas Dua"}, {"buku": "reviu"}, {"data": "salinan"}],
    ids=["unit", "buku", "data"],
)
def test_a_neighbour_of_another_kind_is_not_named(output, other):
    lay(output / "2023", 2023, **other)
    lay(output / "2024", 2024)
    assert told(output / "2024") == told(output / "2023") == {}


def test_a_year_that_is_gone_is_forgotten(output):
    for tahun in (2023, 2024):
        lay(output / str(tahun), tahun)
    shutil.rmtree(output / "2023")
    lay(output / "2024", 2024)
    assert told(output / "2024") == {}


def test_a_batch_lays_the_years_of_a_unit_in_folders_beside(output):
    for tahun in (2023, 2024):
        lay(output / f"kabupaten-{tahun}" / "unit", tahun)
    assert told(output / "kabupaten-2023" / "unit")["2024"]["di"] == "../../kabupaten-2024/unit/"


def test_what_a_folder_says_of_its_neighbours_is_nobodys_edit(output):
    lay(output / "2023", 2023)
    lay(output / "2024", 2024)
    assert YEARS not in read_holding(output / "2023").berkas
    assert lay(output / "2023", 2023).kept == []
    assert list(told(output / "2023")) == ["2024"]
    assert sorted(path.name for path in (output / "2023" / "aset").iterdir()) == ["tahun.js"]


def test_a_neighbour_that_is_being_written_is_left_alone(output):
    lay(output / "2023", 2023)
    with writing_to(output / "2023"):
        lay(output / "2024", 2024)
    assert told(output / "2023") == {}
    assert list(told(output / "2024")) == ["2023"]


def test_a_neighbour_whose_record_nobody_can_read_is_none(output):
    lay(output / "2023", 2023)
    (output / "2023" / RECORD).write_text("{")
    lay(output / "2024", 2024)
    assert told(output / "2024") == {}


def test_of_two_copies_of_a_year_the_plain_one_is_named(output):
    lay(output / "2023", 2023)
    shutil.copytree(output / "2023", output / "2023 (salinan)")
    lay(output / "2024", 2024)
    assert told(output / "2024")["2023"]["di"] == "../2023/"


def test_pages_are_needed(output):
    lay(output / "2023", 2023)
    (output / "2023" / "index.html").unlink()
    write_holding(output / "2023", read_holding(output / "2023"))
    lay(output / "2024", 2024)
    assert told(output / "2024") == {}
