"""A finished report of a unit with an IKU of a tujuan, and a programme measured by its predikat."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from finished import build_report, texts
from unit_tujuan import unit_with_both

FORMATS = ("html", "pdf", "docx")


@pytest.fixture(scope="module")
def two_levels(tmp_path_factory):
    """The report in all formats."""
    folder = tmp_path_factory.mktemp("dua-tingkat")
    return build_report(folder, 2024, unit_with_both(folder))


def flat(text: str) -> str:
    """Give a text without spaces and break marks: a table's cell may break anywhere."""
    return re.sub(r"[\s­​]+", "", text)


@pytest.mark.parametrize("form", FORMATS)
def test_both_are_printed(two_levels, form: str) -> None:
    text = flat(texts(two_levels)[form])
    for wanted in (
        "Tujuan: Meningkatkan akuntabilitas",
        "Indeks Pembangunan Manusia",
        "102,86%",
        "Opini atas laporan",
        "WTP (4)",
        "WDP (3)",
        "satu di antaranya mengukur tujuan",
        "diukur dengan Indeks Pembangunan Manusia",
        "Untuk mencapai tujuan dan dua sasaran strategis",
    ):
        assert flat(wanted) in text, wanted


def test_results_file_has_both(two_levels) -> None:
    path: Path = two_levels.folder / "hasil.json"
    figures = {r["kunci"]: r for r in json.loads(path.read_text(encoding="utf-8"))}
    assert figures["iku.IPM.realisasi"]["nilai"] == 72
    assert figures["jumlah.iku"]["nilai"] == 4
    assert figures["indikator.P2.2.realisasi_predikat"]["nilai"] == "WDP"
    assert figures["indikator.P2.2.capaian"]["nilai"] == 75
    assert "iku.IPM.capaian_batas" not in figures["sasaran.S1.capaian"]["dari"]


def test_the_cascade_shows_the_iku_in_the_box_of_its_tujuan(two_levels) -> None:
    page = (two_levels.folder / "01-pendahuluan.html").read_text(encoding="utf-8")
    told = "Tujuan Meningkatkan akuntabilitas diukur dengan IKU Indeks Pembangunan Manusia"
    assert told in page
