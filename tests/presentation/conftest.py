"""Units to show: the tiny one, and an invented one of real size."""

from __future__ import annotations

from pathlib import Path

import pytest
from unit_here import DINAS
from unit_kecil import SOURCE

from lkjip_analysis.results import Results, load_results


@pytest.fixture(scope="module", params=[SOURCE, DINAS], ids=["kecil", "dinas"])
def root(request: pytest.FixtureRequest) -> Path:
    """Where the unit's data lie."""
    path: Path = request.param
    return path


@pytest.fixture(scope="module")
def hasil(root: Path) -> Results:
    """Its figures."""
    return load_results(2024, root)


@pytest.fixture(scope="module")
def real_size() -> Results:
    """Figures of a unit of real size."""
    return load_results(2024, DINAS)
