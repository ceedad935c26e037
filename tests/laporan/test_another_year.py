"""Another year's data beside those of 2024 change nothing of 2024."""

import pytest
from test_fork import make_fork, run_tests
from unit_here import DATA

pytestmark = pytest.mark.lambat


def test_another_year_of_the_same_unit(tmp_path):
    said = run_tests(make_fork(tmp_path, DATA), "tests/laporan", "tests/test_cli.py")
    assert "tests/laporan ikut diuji" in said
    assert "tests/laporan/test_tables_2024.py" in said
