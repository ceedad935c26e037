"""Why a figure is a dash, and what the formula says where a part is left out or weighed."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from unit_kecil import edit, set_cell

from lkjip_analysis.data.reading import Cell
from lkjip_analysis.measures.formula import given_in
from lkjip_analysis.results import load_results
from lkjip_analysis.results.figures import Figure, Ledger

IKU, PROGRAM, FACTS = "2024/iku.csv", "2024/program.csv", "2024/identitas.csv"
LAST = "2023/iku.csv"

REASONS: dict[str, tuple[list[tuple[str, int, str, str]], dict[str, str]]] = {
    "skala-belum-dipilih": (
        [(FACTS, 31, "nilai", "")],
        dict.fromkeys(
            ("rata_rata.predikat_kinerja", "rata_rata.interpretasi_kinerja"),
            "skala_capaian belum dipilih di identitas.csv",
        ),
    ),
    "realisasi-belum-ada": (
        [(IKU, 3, "realisasi", "")],
        dict.fromkeys(
            ("iku.WAKTU.realisasi", "iku.WAKTU.capaian", "iku.WAKTU.capaian_batas",
             "iku.WAKTU.status", "iku.WAKTU.kemajuan", "iku.WAKTU.perubahan.2024"),
            "belum tersedia: 2024/iku.csv baris 3 kolom realisasi",
        ),
    ),
    "target-nol": (
        [(IKU, 2, "target", "0")],
        {
            "iku.AKIP.capaian": "target nol, persentase tidak dapat dihitung",
            "iku.AKIP.capaian_batas": "target nol, persentase tidak dapat dihitung",
            "sasaran.S1.capaian": "belum ada nilai yang dapat dirata-ratakan",
            "sasaran.S1.efisiensi": "belum ada nilai yang dapat dirata-ratakan",
        },
    ),
    "satuan-berganti": (
        [(LAST, 3, "satuan", "jam")],
        dict.fromkeys(
            ("iku.WAKTU.riwayat.2023", "iku.WAKTU.perubahan.2023", "iku.WAKTU.perubahan.2024",
             "iku_lalu.WAKTU.kemajuan"),
            "satuan tahun 2023 (jam) berbeda, tidak dapat dibandingkan",
        ),
    ),
    "tahun-lalu-tanpa-realisasi": (
        [(LAST, 2, "realisasi", "")],
        {
            "iku.AKIP.riwayat.2023": "belum tersedia: 2023/iku.csv baris 2 kolom realisasi",
            "iku_lalu.AKIP.capaian": "belum tersedia: 2023/iku.csv baris 2 kolom realisasi",
        },
    ),
    "sasaran-tanpa-program": (
        [(PROGRAM, 6, "kode_sasaran", "S1")],
        dict.fromkeys(
            ("sasaran.S2.pagu", "sasaran.S2.realisasi", "sasaran.S2.serapan", "sasaran.S2.porsi",
             "sasaran.S2.efisiensi", "sasaran.S2.nilai_efisiensi"),
            "belum ada program yang ditautkan ke sasaran itu "
            "(2024/program.csv kolom kode_sasaran)",
        ),
    ),
    "predikat-tanpa-skala": (
        [(IKU, 2, "skala", ""), (IKU, 2, "target", "")],
        {"iku.AKIP.target": "skala predikat A belum diisi pada kolom skala"},
    ),
    "predikat-di-luar-skala": (
        [(IKU, 2, "realisasi", "101")],
        {"iku.AKIP.predikat": "nilai berada di luar semua kelas skala predikat"},
    ),
    "kebutuhan-nol": (
        [("2024/sdm.csv", 2, "kebutuhan", "0")],
        dict.fromkeys(
            ("sdm.AKIP.ketersediaan", "sdm.AKIP.kekurangan"),
            "kebutuhan nol, ketersediaan tidak dapat dihitung",
        ),
    ),
}  # fmt: skip


@pytest.mark.parametrize("fault", REASONS)
def test_reason(fault: str, unit_kecil: Path) -> None:
    cells, expected = REASONS[fault]
    for cell in cells:
        set_cell(unit_kecil, *cell)
    hasil = load_results(2024, unit_kecil)
    assert {kunci: hasil[kunci].alasan for kunci in expected} == expected
    assert all(hasil[kunci].nilai is None and hasil[kunci].tampil == "–" for kunci in expected)


def test_reason_of_a_year_that_is_not_there(unit_kecil: Path) -> None:
    (unit_kecil / "2022" / "iku.csv").unlink()
    (unit_kecil / "2022").rmdir()
    lines = (unit_kecil / LAST).read_text(encoding="utf-8").splitlines()
    (unit_kecil / LAST).write_text("\n".join(lines[:-1]) + "\n", encoding="utf-8")  # no IKPP
    hasil = load_results(2024, unit_kecil)
    expected = {
        "iku.AKIP.riwayat.2022": "belum tersedia: berkas 2022/iku.csv tidak ada",
        "iku.AKIP.perubahan.2023": "belum tersedia: berkas 2022/iku.csv tidak ada",
        "iku.IKPP.riwayat.2023": "belum tersedia: IKPP tidak ada di 2023/iku.csv",
        "iku_lalu.IKPP.capaian": "belum tersedia: IKPP tidak ada di 2023/iku.csv",
    }
    assert {kunci: hasil[kunci].alasan for kunci in expected} == expected
    gap = hasil["iku.AKIP.riwayat.2022"]
    assert (gap.satuan, gap.tampil, gap.rumus, gap.masukan) == ("nilai", "–", "dari data", ())
    past = hasil["iku_lalu.IKPP.capaian"]
    assert (past.satuan, past.tampil, past.rumus) == ("persen", "–", "capaian")
    assert hasil["iku.AKIP.perubahan.2024"].known  # one year is enough for that


def test_a_year_without_its_iku_file_is_no_year_without_the_iku(unit_kecil: Path) -> None:
    (unit_kecil / "2022" / "iku.csv").rename(unit_kecil / "2022" / "program.csv")
    (unit_kecil / "2022" / "program.csv").write_text(
        (unit_kecil / "2023" / "program.csv").read_text(encoding="utf-8"), encoding="utf-8"
    )
    alasan = load_results(2024, unit_kecil)["iku.AKIP.riwayat.2022"].alasan
    assert alasan == "belum tersedia: berkas 2022/iku.csv tidak ada"


def test_a_unit_that_changed_cites_the_cell_that_says_so(unit_kecil: Path) -> None:
    set_cell(unit_kecil, LAST, 3, "satuan", "jam")
    gap = load_results(2024, unit_kecil)["iku.WAKTU.riwayat.2023"]
    assert gap.masukan == (Cell("2023/iku.csv", 3, "satuan", "jam"),)
    assert (gap.satuan, gap.tampil, gap.rumus) == ("menit", "–", "dari data")


def test_a_mean_says_what_it_left_out(unit_kecil: Path) -> None:
    set_cell(unit_kecil, IKU, 3, "target", "0")
    mean = load_results(2024, unit_kecil)["rata_rata.capaian_iku"]
    assert mean.nilai == 105
    assert mean.rumus == (
        "rata-rata capaian semua IKU; 1 dari 3 belum tersedia dan tidak ikut dihitung"
    )
    assert mean.dari == ("iku.AKIP.capaian_batas", "iku.IKPP.capaian_batas")


def test_a_weighted_mean_is_called_so_and_keeps_its_weights(unit_kecil: Path) -> None:
    """Without WAKTU the weights of the two others: (3 × 105 + 1 × 105) / 4, 90 and 100 ahead."""
    for baris, bobot in ((2, "3"), (3, "2"), (4, "1")):
        set_cell(unit_kecil, IKU, baris, "bobot", bobot)
    hasil = load_results(2024, unit_kecil)
    assert hasil["rata_rata.capaian_iku"].rumus == "rata-rata berbobot capaian semua IKU"
    assert hasil["rata_rata.kemajuan"].rumus == "rata-rata berbobot tingkat kemajuan semua IKU"
    assert hasil["rata_rata_lalu.kemajuan"].rumus == (
        "rata-rata berbobot tingkat kemajuan tahun 2023 semua IKU tahun 2024"
    )
    set_cell(unit_kecil, IKU, 2, "realisasi", "40")  # 50%
    set_cell(unit_kecil, IKU, 3, "realisasi", "")
    mean = load_results(2024, unit_kecil)["rata_rata.capaian_iku"]
    assert mean.nilai == (3 * 50 + 105) / 4
    assert mean.rumus.startswith("rata-rata berbobot capaian semua IKU; 1 dari 3")


def test_a_weight_that_is_missing_leaves_a_plain_mean(unit_kecil: Path) -> None:
    set_cell(unit_kecil, IKU, 2, "bobot", "3")
    set_cell(unit_kecil, IKU, 2, "realisasi", "40")
    mean = load_results(2024, unit_kecil)["rata_rata.capaian_iku"]
    assert round(mean.number, 2) == Decimal("93.33")  # (50 + 125 + 105) / 3
    assert mean.rumus == "rata-rata capaian semua IKU"


def test_a_cap_is_named(unit_kecil: Path) -> None:
    edit(unit_kecil, FACTS, "batas_capaian;tanpa_batas", "batas_capaian;0_120")
    hasil = load_results(2024, unit_kecil)
    assert hasil["iku.WAKTU.capaian_batas"].rumus == "capaian, dibatasi 0–120"
    assert hasil["iku_lalu.WAKTU.capaian_batas"].rumus == "capaian, dibatasi 0–120"
    assert hasil["iku_lalu.WAKTU.capaian_batas"].nilai == 120


@pytest.mark.parametrize(
    ("school", "unit", "value", "formula"),
    [
        ("indeks", "indeks", "1.11", "capaian kinerja (%) ÷ serapan anggaran (%)"),
        ("sisa_anggaran", "poin", "5.00",
         "100 − serapan anggaran (%), hanya bila capaian kinerja ≥ 100%"),
        ("pmk_22_2021", "persen", "9.52",
         "(pagu × capaian − realisasi anggaran) ÷ (pagu × capaian) × 100"),
    ],
)  # fmt: skip
def test_efficiency_by_the_units_choice(
    unit_kecil: Path, school: str, unit: str, value: str, formula: str
) -> None:
    """S1: capaian 105, serapan 95. 105 ÷ 95; 100 - 95; (105 - 95) ÷ 105."""
    edit(unit_kecil, FACTS, "rumus_efisiensi;selisih_poin", f"rumus_efisiensi;{school}")
    hasil = load_results(2024, unit_kecil)
    figure = hasil["sasaran.S1.efisiensi"]
    assert (figure.satuan, f"{figure.number:.2f}", figure.rumus) == (unit, value, formula)
    assert hasil["sasaran.S1.nilai_efisiensi"].nilai == "efisien"
    assert hasil["rata_rata.efisiensi"].satuan == unit


def test_a_composite_with_its_own_value_keeps_it(unit_kecil: Path) -> None:
    """The sum of its components stands beside it, to compare."""
    set_cell(unit_kecil, IKU, 4, "realisasi", "8,1")
    hasil = load_results(2024, unit_kecil)
    assert hasil["iku.IKPP.realisasi"].nilai == Decimal("8.1")
    assert hasil["iku.IKPP.realisasi"].rumus == "dari data"
    assert hasil["iku.IKPP.komposit"].nilai == Decimal("8.4")


def test_ikm_on_a_hundred(unit_kecil: Path) -> None:
    """A component that may reach more than 4 is the index on 25-100: 3,2 × 25."""
    set_cell(unit_kecil, "2024/komponen_iku.csv", 2, "maksimum", "100")
    figure = load_results(2024, unit_kecil)["iku.IKPP.komponen.ikm.nilai"]
    assert figure.nilai == 80
    assert figure.rumus == "rata-rata nilai unsur SKM × 25"


def test_a_component_given_directly(unit_kecil: Path) -> None:
    for kolom, value in (("sumber", ""), ("nilai", "3,5"), ("komponen", "Nilai Survei")):
        set_cell(unit_kecil, "2024/komponen_iku.csv", 2, kolom, value)
    hasil = load_results(2024, unit_kecil)
    value = hasil["iku.IKPP.komponen.nilai_survei.nilai"]
    assert (value.nilai, value.satuan, value.rumus) == (Decimal("3.5"), "nilai", "dari data")
    assert hasil["iku.IKPP.komposit"].rumus == "1,25 × Nilai Survei + 1 × IPP"
    assert hasil["iku.IKPP.komponen.nilai_survei.hasil"].nilai == Decimal("4.375")


def test_a_figure_is_entered_once() -> None:
    book = Ledger(None)  # type: ignore[arg-type]
    figure = Figure("a", None, given_in("persen"), alasan="belum")
    assert book.enter(figure) is figure
    assert "a" in book
    assert "b" not in book
    with pytest.raises(AssertionError, match="figure entered twice: a"):
        book.enter(figure)


def test_a_figure_without_a_number_gives_none() -> None:
    with pytest.raises(AssertionError, match=r"^iku\.X\.status"):
        _ = Figure("iku.X.status", "sesuai", given_in("status")).number
