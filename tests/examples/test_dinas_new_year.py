"""The example carried on into the years after it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from new_years import (
    assert_cells_of_the_year_are_blank_and_all_others_kept,
    assert_it_loads_and_tells_what_remains,
    assert_lasting_texts_are_kept_and_the_years_own_leave_a_place,
)

from lkjip_analysis.exchange.new_year import create_year
from lkjip_analysis.paths import PROJECT

pytestmark = pytest.mark.lambat


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return shutil.copytree(PROJECT / "examples" / "dinas", tmp_path / "data")


@pytest.mark.parametrize("tahun", [2025, 2026, 2027])
def test_a_new_year_loads_computes_and_tells_what_remains(root: Path, tahun: int) -> None:
    assert_it_loads_and_tells_what_remains(root, tahun)


def test_cells_and_texts_of_the_year_are_blank_and_all_others_are_kept(root: Path) -> None:
    create_year(root, 2025, 2024)
    assert_cells_of_the_year_are_blank_and_all_others_kept(root)
    assert_lasting_texts_are_kept_and_the_years_own_leave_a_place(root)
