"""Sections that evaluators ask for: wanted in a draft, left out of a whole report if unwritten."""

from __future__ import annotations

from pathlib import Path

import pytest
from unit_kecil import edit, set_cell

from lkjip_analysis.building.figures import read_words, write_figures

LAST = "kesimpulan;1;paragraf;;;Contoh teks bagian ini."


def flags(root: Path, folder: Path) -> dict[str, bool]:
    write_figures(2024, root, folder)
    return {name: bool(read_words(folder).settings[name])
            for name in ("draf", "pemanfaatan", "inovasi")}  # fmt: skip


@pytest.mark.parametrize("written", ["", "inovasi", "pemanfaatan"])
def test_a_whole_report_has_what_is_written(unit_kecil: Path, tmp_path: Path, written: str) -> None:
    if written:
        more = f"{LAST}\n{written};1;paragraf;;;Diuraikan."
        edit(unit_kecil, "2024/narasi.csv", LAST, more)
    found = flags(unit_kecil, tmp_path / "angka")
    assert [name for name, there in found.items() if there] == [written] * bool(written)


def test_a_draft_asks_for_both(unit_kecil: Path, tmp_path: Path) -> None:
    set_cell(unit_kecil, "2024/iku.csv", 2, "target", "")
    set_cell(unit_kecil, "2024/iku.csv", 2, "target_predikat", "")
    assert flags(unit_kecil, tmp_path / "angka") == dict.fromkeys(
        ("draf", "pemanfaatan", "inovasi"), True
    )
