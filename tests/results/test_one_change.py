"""The tiny unit with one thing changed: the figures that it gives then, checked in the head."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from unit_kecil import set_cell

from lkjip_analysis.results import load_results

IKU, PROGRAM, FACTS = "2024/iku.csv", "2024/program.csv", "2024/identitas.csv"
LAST = "2023/iku.csv"

CHANGES = {
    "program-tanpa-sasaran": (
        [(PROGRAM, 6, "kode_sasaran", "")],
        {
            "tanpa_sasaran.pagu": 200_000_000,
            "tanpa_sasaran.realisasi": 160_000_000,
            "tanpa_sasaran.serapan": 80,
            "tanpa_sasaran.silpa": 40_000_000,
            "tanpa_sasaran.porsi": 20,
            "tanpa_sasaran.jumlah_program": 1,
            "jumlah.pagu_sasaran": 800_000_000,
            "jumlah.realisasi_sasaran": 760_000_000,
            "sasaran.S2.pagu": None,
            "sasaran.S2.serapan": None,
            "sasaran.S2.jumlah_program": 0,
            "rata_rata.serapan_sasaran": 95,  # of S1 alone
            "rata_rata.efisiensi": 10,
            "anggaran.pagu": 1_000_000_000,
        },
    ),
    "dpa-kurang-satu-rupiah": (
        [(FACTS, 25, "nilai", "999.999.999")],
        {
            "anggaran.pagu_dpa": 999_999_999,
            "anggaran.selisih_dpa": 1,
            "anggaran.silpa": 80_000_000,
            "anggaran.silpa_dpa": 79_999_999,
        },
    ),
    "pagu-hanya-pada-program": (
        [
            (PROGRAM, 2, "pagu", "1.000.000.000"),
            (PROGRAM, 4, "pagu", ""),
            (PROGRAM, 5, "pagu", ""),
        ],
        {
            "program.P1.pagu": 1_000_000_000,
            "program.P1.realisasi": 760_000_000,  # still the sum of its parts
            "program.P1.serapan": 76,
            "program.P1.silpa": 240_000_000,
            "program.P1-K1.pagu": 1_000_000_000,  # the only kegiatan has what the programme has
            "program.P1-K1.realisasi": 760_000_000,
            "program.P1-K1.serapan": 76,
            "program.P1-K1.silpa": 240_000_000,
            "program.P1-K1-S1.serapan": None,
            "program.P1-K1-S1.silpa": None,
            "anggaran.pagu": 1_200_000_000,
            "anggaran.selisih_dpa": 200_000_000,
            "sasaran.S1.serapan": 76,
        },
    ),
    "tepat-pada-target": (
        [(IKU, 2, "realisasi", "80")],
        {
            "iku.AKIP.capaian": 100,
            "iku.AKIP.status": "sesuai",
            "iku.AKIP.predikat": "BB",  # up to 80
            "sasaran.S1.status": "sesuai",
            "jumlah.iku_melebihi": 2,
            "jumlah.iku_sesuai": 1,
            "jumlah.sasaran_melebihi": 1,
            "jumlah.sasaran_sesuai": 1,
            "rata_rata.capaian_sasaran_melebihi": 115,
            "rata_rata.capaian_sasaran_sesuai": 100,
            "sasaran.S1.efisiensi": 5,
            "sasaran.S1.nilai_efisiensi": "cukup efisien",  # up to 5 points
        },
    ),
    "di-bawah-target": (
        [(IKU, 3, "realisasi", "25")],  # WAKTU, down
        {
            "iku.WAKTU.capaian": 75,
            "iku.WAKTU.status": "tidak_mencapai",
            "sasaran.S2.status": "tidak_mencapai",  # although IKPP is above its target
            "sasaran.S2.capaian": 90,
            "jumlah.iku_tidak_mencapai": 1,
            "jumlah.sasaran_tidak_mencapai": 1,
            "rata_rata.capaian_sasaran_tidak_mencapai": 90,
            "rata_rata.capaian_sasaran_melebihi": 105,
            "rata_rata.capaian_iku": 95,
            "rata_rata.predikat_kinerja": "AA",
        },
    ),
    "tahun-lalu-tanpa-target": (
        [(LAST, baris, "target", "") for baris in (2, 3, 4)],
        {
            "iku_lalu.IKPP.capaian": None,
            "iku_lalu.IKPP.capaian_batas": None,
            "iku_lalu.IKPP.kemajuan": 90,
            "rata_rata_lalu.capaian_iku": None,
            "perubahan.capaian_iku": None,
        },
    ),
    "tahun-lalu-dengan-anggaran": (
        [("2023/program.csv", 2, "pagu", "500"), ("2023/program.csv", 2, "realisasi", "450")],
        {
            "anggaran_lalu.pagu": 500,
            "anggaran_lalu.realisasi": 450,
            "anggaran_lalu.serapan": 90,
            "anggaran_lalu.silpa": 50,
            "perubahan.serapan": 2,
            "perubahan.silpa": 79_999_950,
        },
    ),
    "capaian-dibatasi": (
        [(FACTS, 33, "nilai", "0_120")],
        {
            "iku.WAKTU.capaian": 125,
            "iku.WAKTU.capaian_batas": 120,
            "rata_rata.capaian_iku": 110,  # 105, 120, 105
            "sasaran.S2.capaian": Decimal("112.5"),
        },
    ),
    "satu-kurang-yang-lain-belum-diketahui": (
        [(IKU, 3, "realisasi", "25"), ("2024/skm.csv", 2, "nilai_rata_rata", "")],
        {
            "iku.WAKTU.status": "tidak_mencapai",
            "iku.IKPP.realisasi": None,
            "iku.IKPP.status": None,
            "sasaran.S2.status": "tidak_mencapai",  # whatever IKPP will be
        },
    ),
    "bobot-hanya-sebagian": (
        [(IKU, 2, "bobot", "2"), (IKU, 3, "realisasi", "16")],
        {"rata_rata.capaian_iku": 110},  # 105, 120, 105, none counted twice
    ),
    "iku-berbobot": (
        [(IKU, 2, "bobot", "2"), (IKU, 3, "bobot", "1"), (IKU, 4, "bobot", "1")],
        {"rata_rata.capaian_iku": 110},  # (2 × 105 + 125 + 105) / 4
    ),
}


@pytest.mark.parametrize("change", CHANGES)
def test_figures_after_a_change(change: str, unit_kecil: Path) -> None:
    cells, expected = CHANGES[change]
    for cell in cells:
        set_cell(unit_kecil, *cell)
    hasil = load_results(2024, unit_kecil)
    assert {kunci: hasil[kunci].nilai for kunci in expected} == expected
    for kunci, value in expected.items():
        assert (value is None) == bool(hasil[kunci].alasan), kunci
