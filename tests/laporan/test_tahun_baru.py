"""The data of 2024 carried on into the years after it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from new_years import (
    assert_cells_of_the_year_are_blank_and_all_others_kept,
    assert_it_loads_and_tells_what_remains,
    assert_lasting_texts_are_kept_and_the_years_own_leave_a_place,
)

from lkjip_analysis.data.schemas import Iku
from lkjip_analysis.data.validation import load_year
from lkjip_analysis.exchange.new_year import create_year
from lkjip_analysis.paths import DATA

pytestmark = pytest.mark.lambat


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Give a copy of the report's data, without what a later year has already been given."""
    root = tmp_path / "data"
    for name in ("2022", "2023", "2024"):
        shutil.copytree(DATA / name, root / name)
    shutil.copyfile(DATA / "skala_predikat.csv", root / "skala_predikat.csv")
    return root


@pytest.mark.parametrize("tahun", [2025, 2026, 2027])
def test_a_new_year_loads_computes_and_tells_what_remains(root: Path, tahun: int) -> None:
    assert_it_loads_and_tells_what_remains(root, tahun)


def test_cells_and_texts_of_the_year_are_blank_and_all_others_are_kept(root: Path) -> None:
    create_year(root, 2025, 2024)
    assert_cells_of_the_year_are_blank_and_all_others_kept(root)
    assert_lasting_texts_are_kept_and_the_years_own_leave_a_place(root)


def test_years_of_facts_move_on(root: Path) -> None:
    create_year(root, 2025, 2024)
    facts = load_year(2025, root).identitas
    assert facts.sarpras_tahun_rekon == 2023
    assert facts.sarpras_periode_pengadaan == "Januari-Juni 2024"
    assert facts.sarpras_tahun_rkbmd == 2024


def test_the_last_year_of_the_renstra_knows_its_targets(root: Path) -> None:
    create_year(root, 2026, 2024)
    assert [str(row.target) for row in load_year(2026, root)[Iku]] == ["74", "8.05"]
