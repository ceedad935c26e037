"""A misspelt column is a type error, as an attribute and as a name (``tests/mypy_kolom.py``)."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]
ASKS = """\
from lkjip_analysis.checks.rows import Indicator
from lkjip_analysis.data.facts import Facts
from lkjip_analysis.data.schemas import Iku


def sound(row: Iku, facts: Facts) -> None:
    row.cells("target", "realisasi"), row["polaritas"], row.has("skala"), row.cell(Iku.target)
    facts.has("nama_unit"), facts.nama_unit


def faulty(row: Iku, facts: Facts, one: Indicator) -> None:
    row.targt
    row.cell("relisasi")
    row.cells("target", "polarita")
    facts["nama_uni"]
    one.cell("kode")
"""


def test_misspelt_columns_are_type_errors(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    api = pytest.importorskip("mypy.api")
    monkeypatch.chdir(PROJECT)
    path = tmp_path / "tanya.py"
    path.write_text(ASKS, encoding="utf-8")
    known, cache = PROJECT / ".mypy_cache", tmp_path / "tahu"
    if known.exists():  # what ``make lint`` learnt of the package; mypy sees what is out of date
        shutil.copytree(known, cache)
    said = api.run(["--cache-dir", str(cache), "--config-file", "pyproject.toml", str(path)])[0]
    wrong = ASKS.splitlines().index("    row.targt") + 1
    lines = [int(line.split(":")[1]) for line in said.splitlines() if ": error:" in line]
    assert lines == [*range(wrong, wrong + 5)], said
    for word in ('"Iku" has no attribute "targt"', "Iku has no column relisasi",
                 "Facts has no column nama_uni", "Iku has no column kode"):  # fmt: skip
        assert word in said
