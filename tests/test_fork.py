"""A fork with figures of its own: the program's tests hold, whatever lies in ``data/``.

Of each file in the quick half the first test is run, so every folder and fixture has its
turn; that no other test of the program opens ``data/`` is seen by ``live_data``.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from finished import edit
from unit_here import DINAS, PROJECT, TAHUN

from lkjip_analysis.exchange.new_year import create_year
from lkjip_analysis.paths import DICTIONARY

pytestmark = pytest.mark.lambat

LEFT_BEHIND = (".git", ".venv", "build", "output", "data", ".hypothesis")
LEFT_OUT = (".pytest_cache", ".ruff_cache", ".import_linter_cache", "*.pyc.*")
"""Of caches; bytecode, and what mypy knows, are kept: they save many seconds."""
FIRST_TESTS = """
import pytest

@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config, items):
    first = {item.path: item for item in reversed(items)}
    config.hook.pytest_deselected(items=[i for i in items if i not in first.values()])
    items[:] = reversed(first.values())
"""


def make_fork(folder: Path, data: Path) -> Path:
    """Copy the project, with these data for its own and one more year of them."""
    fork = folder / "garpu"
    caches = shutil.ignore_patterns(*LEFT_OUT)

    def left_behind(place: str, names: list[str]) -> set[str]:
        own = LEFT_BEHIND if Path(place) == PROJECT else ()
        return {*own, *caches(place, names)}

    shutil.copytree(PROJECT, fork, ignore=left_behind)
    shutil.copytree(data, fork / "data")
    shutil.copyfile(DICTIONARY, fork / "data" / DICTIONARY.name)  # of the schemas, not of the data
    create_year(fork / "data", TAHUN + 1, TAHUN)
    (fork / "uji_pertama.py").write_text(FIRST_TESTS, encoding="utf-8")
    return fork


def run_tests(fork: Path, *places: str) -> str:
    """Run the first test of each file of the quick half; give what pytest says."""
    options = ("-p", "no:cacheprovider", "-p", "no:xdist", "-p", "uji_pertama", "-v")
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *options, "-m", "not lambat", *places],
        cwd=fork,
        env={**os.environ, "PYTHONPATH": str(fork)},
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stdout[-6000:] + done.stderr[-2000:]
    return done.stdout


def test_another_unit(tmp_path):
    fork = make_fork(tmp_path, DINAS)
    edit(fork / "data" / "2024" / "iku.csv", ";71,35;", ";70,35;")
    said = run_tests(fork, "tests")
    assert "tests/laporan (Kecamatan Sumobito) tidak diuji" in said
    assert "tests/laporan/" not in said
    for folder in sorted((PROJECT / "tests").iterdir()):
        if any(folder.glob("test_*.py")) and folder.name != "laporan":
            assert f"tests/{folder.name}/" in said, folder.name
