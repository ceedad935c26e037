"""The tiny unit's figures, checked in the head."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from lkjip_analysis.data.validation import load_year
from lkjip_analysis.results import compute_results, load_results

FIGURES = {
    "iku.AKIP.capaian": "105",  # 84 / 80
    "iku.WAKTU.capaian": "125",  # turun: (2 × 20 - 15) / 20
    "iku.IKPP.realisasi": "8.4",  # 1,25 × 3,2 + (0,6 × 5 + 0,4 × 3,5)
    "iku.IKPP.capaian": "105",
    "iku.WAKTU.kemajuan": "106.25",  # (2 × 16 - 15) / 16
    "iku.WAKTU.perubahan.2024": "-3",
    "sasaran.S2.capaian": "115",  # (125 + 105) / 2
    "sasaran.S1.efisiensi": "10",  # 105 - 95
    "program.P1.pagu": "800000000",
    "program.P1.serapan": "95",
    "anggaran.serapan": "92",
    "anggaran.selisih_dpa": "0",
    "indikator.P1-K1-S2.2.capaian": "175",  # turun: (2 × 4 - 1) / 4
    "rata_rata.capaian_subkegiatan": "112.5",  # (100 + 75 + 175 + 100) / 4
    "rata_rata.ketersediaan_sdm": "57.5",  # (40 + 75) / 2
    "sarpras.2.ketersediaan": "100",  # 20 / 15, at most 100
    "jumlah.nilai_evaluasi": "84",
}


@pytest.mark.parametrize(("kunci", "nilai"), FIGURES.items())
def test_figure(unit_kecil: Path, kunci: str, nilai: str) -> None:
    assert load_results(2024, unit_kecil)[kunci].nilai == Decimal(nilai)


@pytest.mark.parametrize(
    "file", sorted(p.name for p in (Path(__file__).parents[1] / "data/unit-kecil/2024").iterdir())
)
def test_every_other_file_may_be_missing(unit_kecil: Path, file: str) -> None:
    if file == "identitas.csv":
        return
    (unit_kecil / "2024" / file).unlink()
    compute_results(load_year(2024, unit_kecil))


@pytest.mark.parametrize(
    "file", sorted(p.name for p in (Path(__file__).parents[1] / "data/unit-kecil/2024").iterdir())
)
def test_every_other_file_may_be_without_rows(unit_kecil: Path, file: str) -> None:
    if file == "identitas.csv":
        return
    path = unit_kecil / "2024" / file
    path.write_text(path.read_text(encoding="utf-8").splitlines()[0] + "\n", encoding="utf-8")
    for other in (unit_kecil / "2024").iterdir():  # rows that pointed at the file would be faults
        if other.name not in ("identitas.csv", file):
            other.unlink()
    compute_results(load_year(2024, unit_kecil))
