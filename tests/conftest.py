"""Fixtures that several rooms share."""

from __future__ import annotations

from pathlib import Path

import pytest
from unit_kecil import copy_unit


@pytest.fixture
def unit_kecil(tmp_path: Path) -> Path:
    """Root of a fresh copy of the tiny unit, free to be spoiled."""
    return copy_unit(tmp_path)
