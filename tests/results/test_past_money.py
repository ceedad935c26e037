"""The money of the year before: the lowest items that hold amounts, added up, beside this year's.

2023: P1 has two kegiatan, 300 + 100 and 50 spent of each; P2 holds its own 600, of which 500 went.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from lkjip_analysis.results import Results, load_results

PROGRAMMES = """\
kode;induk;tingkat;nama;kode_sasaran;sasaran;pagu;realisasi;serapan_dilaporkan;catatan
P1;;program;Penunjang Urusan;;;;;;
P1.K1;P1;kegiatan;Administrasi;;;300;50;;
P1.K2;P1;kegiatan;Kepegawaian;;;100;50;;
P2;;program;Pelayanan Publik;;;600;500;;
"""


@pytest.fixture
def hasil(unit_kecil: Path) -> Results:
    (unit_kecil / "2023" / "program.csv").write_text(PROGRAMMES, encoding="utf-8")
    return load_results(2024, unit_kecil)


@pytest.mark.parametrize(
    ("kunci", "nilai", "satuan", "tampil", "rumus"),
    [
        ("anggaran_lalu.pagu", 1000, "rupiah", "Rp1.000", "jumlah pagu 3 item terbawah tahun 2023"),
        ("anggaran_lalu.realisasi", 600, "rupiah", "Rp600",
         "jumlah realisasi 3 item terbawah tahun 2023"),
        ("anggaran_lalu.serapan", 60, "persen", "60,00%", "realisasi anggaran ÷ pagu × 100"),
        ("anggaran_lalu.silpa", 400, "rupiah", "Rp400", "pagu − realisasi anggaran"),
        ("perubahan.serapan", 32, "poin", "32", "nilai 2024 − nilai 2023"),  # 92 - 60
        ("perubahan.silpa", 79_999_600, "rupiah", "Rp79.999.600", "nilai 2024 − nilai 2023"),
    ],
)  # fmt: skip
def test_figure(
    hasil: Results, kunci: str, nilai: int, satuan: str, tampil: str, rumus: str
) -> None:
    figure = hasil[kunci]
    assert (figure.nilai, figure.satuan, figure.tampil, figure.rumus) == (
        nilai,
        satuan,
        tampil,
        rumus,
    )


def test_the_items_that_hold_amounts_come_along_and_the_programmes(hasil: Results) -> None:
    leaves = ("program_lalu.P1-K1.pagu", "program_lalu.P1-K2.pagu", "program_lalu.P2.pagu")
    assert hasil["anggaran_lalu.pagu"].dari == leaves
    assert [hasil[leaf].nilai for leaf in leaves] == [300, 100, 600]
    assert [cell.baris for cell in hasil["anggaran_lalu.pagu"].masukan] == [3, 4, 5]
    assert hasil["program_lalu.P1.pagu"].dari == leaves[:2]
    assert (hasil["program_lalu.P1.pagu"].nilai, hasil["program_lalu.P1.realisasi"].nilai) == (
        400,
        100,
    )
    assert hasil["anggaran_lalu.silpa"].dari == ("anggaran_lalu.pagu", "anggaran_lalu.realisasi")


def test_one_amount_that_is_missing_leaves_no_total(unit_kecil: Path) -> None:
    text = PROGRAMMES.replace("600;500", "600;")
    (unit_kecil / "2023" / "program.csv").write_text(text, encoding="utf-8")
    hasil = load_results(2024, unit_kecil)
    reason = "belum tersedia: 2023/program.csv baris 5 kolom realisasi"
    for kunci in ("anggaran_lalu.realisasi", "anggaran_lalu.serapan", "perubahan.silpa"):
        assert (hasil[kunci].tampil, hasil[kunci].alasan) == ("–", reason)
    assert hasil["anggaran_lalu.realisasi"].dari == ()
    assert hasil["anggaran_lalu.pagu"].nilai == 1000


def test_the_mean_of_last_years_programmes_is_over_programmes(unit_kecil: Path) -> None:
    """97 of P1; the 50 of a kegiatan is not counted among them."""
    path = unit_kecil / "2023" / "indikator_program.csv"
    path.write_text(
        path.read_text(encoding="utf-8") + "P1.K1;1;Lain;persen;naik;;100;50;\n", encoding="utf-8"
    )
    (unit_kecil / "2023" / "program.csv").write_text(PROGRAMMES, encoding="utf-8")
    hasil = load_results(2024, unit_kecil)
    assert hasil["indikator_lalu.P1-K1.1.capaian"].nilai == 50
    assert hasil["rata_rata_lalu.capaian_program"].nilai == 97
    assert hasil["perubahan.capaian_program"].nilai == 8
