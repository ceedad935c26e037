"""The tiny unit with a file or a cell missing: figures or reasons, never a crash."""

from __future__ import annotations

from pathlib import Path

import pytest
from unit_kecil import SOURCE, edit, set_cell

from lkjip_analysis.data.schemas import TABLES
from lkjip_analysis.data.validation import load_year
from lkjip_analysis.results import compute_results, load_results

FILES = sorted(path.name for path in (SOURCE / "2024").glob("*.csv") if path.stem != "identitas")


@pytest.mark.parametrize("file", FILES)
def test_every_other_file_may_be_missing(unit_kecil: Path, file: str) -> None:
    (unit_kecil / "2024" / file).unlink()
    compute_results(load_year(2024, unit_kecil))


@pytest.mark.parametrize("file", FILES)
def test_every_other_file_may_be_without_rows(unit_kecil: Path, file: str) -> None:
    path = unit_kecil / "2024" / file
    path.write_text(path.read_text(encoding="utf-8").splitlines()[0] + "\n", encoding="utf-8")
    for other in (unit_kecil / "2024").glob("*.csv"):  # rows pointing at the file would be faults
        if other.name not in ("identitas.csv", file):
            other.unlink()
    compute_results(load_year(2024, unit_kecil))


def test_an_indicator_that_is_only_rated(unit_kecil: Path) -> None:
    """A predikat counts by the score of its class; without a scale there is a reason, no crash."""
    scale = unit_kecil / "skala_predikat.csv"
    classes = "opini;1;WTP;;;atas;4;;\nopini;2;WDP;;;atas;3;;\n"
    scale.write_text(scale.read_text(encoding="utf-8") + classes, encoding="utf-8")
    for kolom, value in (
        ("skala", "opini"),
        ("target", ""),
        ("target_predikat", "WTP"),
        ("realisasi", ""),
        ("realisasi_predikat", "wdp"),
    ):
        set_cell(unit_kecil, "2024/iku.csv", 2, kolom, value)
    results = load_results(2024, unit_kecil)
    assert results["iku.AKIP.capaian"].nilai == 75
    assert results["iku.AKIP.status"].nilai == "tidak_mencapai"
    assert results["iku.AKIP.target"].rumus == "skor predikat pada skala opini"
    set_cell(unit_kecil, "2024/iku.csv", 2, "skala", "")
    capaian = load_results(2024, unit_kecil)["iku.AKIP.capaian"]
    assert capaian.nilai is None
    assert capaian.alasan == "skala predikat WTP belum diisi pada kolom skala"


def test_last_year_is_measured_by_this_years_choice(unit_kecil: Path) -> None:
    """A year's folder without identitas.csv has no choice of its own."""
    edit(unit_kecil, "2024/identitas.csv", "(2T-R)/T", "T/R")
    last = unit_kecil / "2023" / "indikator_program.csv"
    last.write_text(last.read_text().replace("naik;;100;97", "turun;;100;80"))
    figure = load_results(2024, unit_kecil)["indikator_lalu.P1.1.capaian"]
    assert figure.nilai == 125
    assert figure.rumus == "target ÷ realisasi × 100"


def test_every_dash_has_a_reason(unit_kecil: Path) -> None:
    for name in ("iku", "program", "sdm", "sarpras", "evaluasi"):
        path = unit_kecil / "2024" / f"{name}.csv"
        head, *rows = path.read_text(encoding="utf-8").splitlines()
        optional = {column.name for column in TABLES[name].columns if not column.required}
        blank = [
            ";".join(
                "" if title in optional and title not in ("induk", "kode_sasaran") else cell
                for title, cell in zip(head.split(";"), row.split(";"), strict=True)
            )
            for row in rows
        ]
        path.write_text("\n".join([head, *blank]) + "\n", encoding="utf-8")
    for figure in load_results(2024, unit_kecil):
        assert (figure.nilai is None) == bool(figure.alasan), figure.kunci
        assert (figure.nilai is None) == (figure.tampil == "–"), figure.kunci


def test_a_sasaran_without_iku_has_a_reason(unit_kecil: Path) -> None:
    (unit_kecil / "2024" / "iku.csv").unlink()
    results = load_results(2024, unit_kecil)
    assert results["sasaran.S1.status"].alasan == "sasaran ini belum mempunyai IKU"
    assert results["sasaran.S1.capaian"].tampil == "–"
