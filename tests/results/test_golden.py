"""Golden figures: every result of the tiny unit, worked out by hand from its files.

The fractions are exact and nothing is taken from the package; ``tampil`` is typed as it must be
printed. Figures that the tiny unit does not give are in ``test_one_change.py``.
"""

from __future__ import annotations

import csv
from fractions import Fraction as F

import pytest
from golden import assert_golden
from unit_kecil import SOURCE

from lkjip_analysis.results import Results, load_results
from lkjip_analysis.results.figures import GIVEN

Value = F | int | str | None
Row = tuple[Value, str]
"""Exact value, and as printed; a dash has a reason."""

DASH: Row = (None, "–")
FULL: Row = (100, "100,00%")


def rupiah(millions: int) -> Row:
    return millions * 1_000_000, f"Rp{millions}.000.000" if millions else "Rp0"


BILLION: Row = (1_000_000_000, "Rp1.000.000.000")
AKIP_2023 = F("78.5") / 79 * 100  # 99,367…
MEAN_2023 = (AKIP_2023 + 128 + F("101.25")) / 3  # 109,539…
FORWARD = (F(84, 90) * 100 + F("106.25") + F("8.4") / 9 * 100) / 3  # 97,638…
FORWARD_2023 = (F("78.5") / 90 * 100 + F("87.5") + 90) / 3  # 88,240…

LOWEST = "Pengukuran Kinerja dan Pelaporan Kinerja"
IKU: dict[str, Row] = {
    # 84 of 80, up; end of Renstra 90; national 70; 77 and 78,5 before
    "AKIP.capaian": (105, "105,00%"),
    "AKIP.capaian_batas": (105, "105,00%"),
    "AKIP.status": ("melebihi", "melebihi"),
    "AKIP.predikat": ("A", "A"),  # above 80, up to 90
    "AKIP.interpretasi": ("Memuaskan", "Memuaskan"),
    "AKIP.kemajuan": (F(84, 90) * 100, "93,33%"),
    "AKIP.selisih_nasional": (14, "14"),
    "AKIP.perubahan.2023": (F("1.5"), "1,50"),
    "AKIP.perubahan.2024": (F("5.5"), "5,50"),
    "AKIP.pertumbuhan.2024": (F("5.5") / F("78.5") * 100, "7,01%"),
    # 15 of 20, down: (2 × 20 - 15) / 20; end of Renstra 16: (2 × 16 - 15) / 16; 24 and 18 before
    "WAKTU.capaian": (125, "125,00%"),
    "WAKTU.capaian_batas": (125, "125,00%"),
    "WAKTU.status": ("melebihi", "melebihi"),
    "WAKTU.kemajuan": (F("106.25"), "106,25%"),
    "WAKTU.selisih_nasional": DASH,
    "WAKTU.perubahan.2023": (-6, "-6"),
    "WAKTU.perubahan.2024": (-3, "-3"),
    "WAKTU.pertumbuhan.2024": (F(-3, 18) * 100, "-16,67%"),
    # 1,25 × (3 + 3,2 + 3,4) / 3 + (0,6 × 5 + 0,4 × (0,5 × 3 + 0,5 × 4)), of 8; end of Renstra 9
    "IKPP.komponen.ikm.nilai": (F("3.2"), "3,20"),
    "IKPP.komponen.ikm.hasil": (4, "4"),
    "IKPP.komponen.ipp.nilai": (F("4.4"), "4,40"),
    "IKPP.komponen.ipp.hasil": (F("4.4"), "4,40"),
    "IKPP.komposit": (F("8.4"), "8,40"),
    "IKPP.realisasi": (F("8.4"), "8,40"),
    "IKPP.capaian": (105, "105,00%"),
    "IKPP.capaian_batas": (105, "105,00%"),
    "IKPP.status": ("melebihi", "melebihi"),
    "IKPP.kemajuan": (F("8.4") / 9 * 100, "93,33%"),
    "IKPP.selisih_nasional": DASH,
    "IKPP.perubahan.2023": DASH,  # not in 2022
    "IKPP.perubahan.2024": (F("0.3"), "0,30"),
    "IKPP.pertumbuhan.2024": (F("0.3") / F("8.1") * 100, "3,70%"),
}

# pagu and realisasi in millions, serapan, capaian of its indicators, support
PROGRAM: dict[str, tuple[Row, Row, Row, Row, str]] = {
    "P1": (rupiah(800), rupiah(760), (95, "95,00%"), FULL, "Sangat menunjang"),
    "P1-K1": (rupiah(800), rupiah(760), (95, "95,00%"), (98, "98,00%"), "Menunjang"),
    "P1-K1-S1": (rupiah(600), rupiah(570), (95, "95,00%"), FULL, "Sangat menunjang"),
    "P1-K1-S2": (rupiah(200), rupiah(190), (95, "95,00%"), (125, "125,00%"), "Sangat menunjang"),
    "P2": (rupiah(200), rupiah(160), (80, "80,00%"), (110, "110,00%"), "Sangat menunjang"),
    "P2-K1": (rupiah(200), rupiah(160), (80, "80,00%"), DASH, "–"),  # its indicator has no result
    "P2-K1-S1": (rupiah(200), rupiah(160), (80, "80,00%"), FULL, "Sangat menunjang"),
}
SILPA = {"P1": 40, "P1-K1": 40, "P1-K1-S1": 30, "P1-K1-S2": 10}  # the others 40

# target, realisation, capaian
INDIKATOR: dict[str, tuple[Row, Row, Row]] = {
    "indikator.P1.1": ((100, "100%"), (100, "100%"), FULL),
    "indikator.P1-K1.1": ((100, "100%"), (98, "98%"), (98, "98,00%")),
    "indikator.P1-K1-S1.1": ((14, "14"), (14, "14"), FULL),
    "indikator.P1-K1-S2.1": ((4, "4"), (3, "3"), (75, "75,00%")),
    "indikator.P1-K1-S2.2": ((4, "4"), (1, "1"), (175, "175,00%")),  # down: (2 × 4 - 1) / 4
    "indikator.P2.1": ((80, "80"), (88, "88"), (110, "110,00%")),
    "indikator.P2-K1.1": ((100, "100%"), DASH, DASH),
    "indikator.P2-K1-S1.1": ((12, "12"), (12, "12"), FULL),
    "indikator_lalu.P1.1": ((100, "100%"), (97, "97%"), (97, "97,00%")),
}

STATUS_INDIKATOR = {
    "indikator.P1.1": "sesuai",
    "indikator.P1-K1.1": "tidak_mencapai",
    "indikator.P1-K1-S1.1": "sesuai",
    "indikator.P1-K1-S2.1": "tidak_mencapai",
    "indikator.P1-K1-S2.2": "melebihi",  # down: 1 of at most 4
    "indikator.P2.1": "melebihi",
    "indikator.P2-K1.1": None,
    "indikator.P2-K1-S1.1": "sesuai",
    "indikator_lalu.P1.1": "tidak_mencapai",
}

# capaian, status; pagu, realisasi, serapan, silpa, share, programmes; efficiency in points
SASARAN: dict[str, Row] = {
    "S1.capaian": (105, "105,00%"),
    "S1.status": ("melebihi", "melebihi"),
    "S1.pagu": rupiah(800),
    "S1.realisasi": rupiah(760),
    "S1.serapan": (95, "95,00%"),
    "S1.silpa": rupiah(40),
    "S1.porsi": (80, "80,00%"),
    "S1.jumlah_program": (1, "1"),
    "S1.efisiensi": (10, "10"),  # 105 - 95
    "S1.nilai_efisiensi": ("efisien", "efisien"),
    "S2.capaian": (115, "115,00%"),  # (125 + 105) / 2
    "S2.status": ("melebihi", "melebihi"),
    "S2.pagu": rupiah(200),
    "S2.realisasi": rupiah(160),
    "S2.serapan": (80, "80,00%"),
    "S2.silpa": rupiah(40),
    "S2.porsi": (20, "20,00%"),
    "S2.jumlah_program": (1, "1"),
    "S2.efisiensi": (35, "35"),
    "S2.nilai_efisiensi": ("efisien", "efisien"),
}

WHOLE: dict[str, Row] = {
    "rata_rata.capaian_iku": (F(335, 3), "111,67%"),  # 105, 125, 105
    "rata_rata.kemajuan": (FORWARD, "97,64%"),
    "rata_rata.capaian_iku_0_100": FULL,
    "rata_rata.predikat_kinerja": ("AA", "AA"),
    "rata_rata.interpretasi_kinerja": ("Sangat Memuaskan", "Sangat Memuaskan"),
    "jumlah.iku_melebihi": (3, "3"),
    "jumlah.iku_sesuai": (0, "0"),
    "jumlah.iku_tidak_mencapai": (0, "0"),
    "jumlah.iku_tercapai": (3, "3"),
    "jumlah.iku_renstra_dinilai": (3, "3"),
    "jumlah.iku_renstra_tercapai": (1, "1"),  # WAKTU; AKIP 84 of 90, IKPP 8,40 of 8,5
    "jumlah.iku_renstra_belum": (2, "2"),
    "anggaran.pagu": BILLION,
    "anggaran.realisasi": rupiah(920),
    "anggaran.serapan": (92, "92,00%"),
    "anggaran.silpa": rupiah(80),
    "anggaran.selisih_dpa": rupiah(0),
    "anggaran.silpa_dpa": rupiah(80),
    "jumlah.program": (2, "2"),
    "jumlah.kegiatan": (2, "2"),
    "jumlah.subkegiatan": (3, "3"),
    "rata_rata.capaian_program": (105, "105,00%"),  # 100, 110
    "rata_rata.capaian_kegiatan": (98, "98,00%"),
    "rata_rata.capaian_subkegiatan": (F("112.5"), "112,50%"),  # 100, 75, 175, 100
    "jumlah.indikator_program": (8, "8"),
    "jumlah.indikator_program_tercapai": (5, "5"),
    "jumlah.indikator_program_tidak_tercapai": (2, "2"),
    "jumlah.indikator_program_tanpa_capaian": (1, "1"),
    "jumlah.indikator_program_tanpa_target": (0, "0"),
    "jumlah.indikator_program_dinilai": (7, "7"),
    "jumlah.indikator_dinilai_program": (2, "2"),
    "jumlah.indikator_tercapai_program": (2, "2"),
    "jumlah.indikator_belum_program": (0, "0"),
    "jumlah.indikator_dinilai_kegiatan": (1, "1"),
    "jumlah.indikator_tercapai_kegiatan": (0, "0"),
    "jumlah.indikator_belum_kegiatan": (1, "1"),
    "jumlah.indikator_dinilai_subkegiatan": (4, "4"),
    "jumlah.indikator_tercapai_subkegiatan": (3, "3"),
    "jumlah.indikator_belum_subkegiatan": (1, "1"),
    "tanpa_sasaran.pagu": DASH,
    "tanpa_sasaran.realisasi": DASH,
    "tanpa_sasaran.serapan": DASH,
    "tanpa_sasaran.silpa": DASH,
    "tanpa_sasaran.porsi": DASH,
    "tanpa_sasaran.jumlah_program": (0, "0"),
    "rata_rata.capaian_sasaran": (110, "110,00%"),
    "rata_rata.serapan_sasaran": (F("87.5"), "87,50%"),
    "rata_rata.efisiensi": (F("22.5"), "22,50"),
    "jumlah.pagu_sasaran": BILLION,
    "jumlah.realisasi_sasaran": rupiah(920),
    "jumlah.sasaran": (2, "2"),
    "jumlah.iku": (3, "3"),
    "jumlah.sasaran_melebihi": (2, "2"),
    "jumlah.sasaran_sesuai": (0, "0"),
    "jumlah.sasaran_tidak_mencapai": (0, "0"),
    "rata_rata.capaian_sasaran_melebihi": (110, "110,00%"),
    "rata_rata.capaian_sasaran_sesuai": DASH,
    "rata_rata.capaian_sasaran_tidak_mencapai": DASH,
    "sdm.AKIP.ketersediaan": (40, "40,00%"),  # 4 of 10
    "sdm.AKIP.kekurangan": (60, "60,00%"),
    "sdm.IKPP.ketersediaan": (75, "75,00%"),  # 6 of 8
    "sdm.IKPP.kekurangan": (25, "25,00%"),
    "rata_rata.ketersediaan_sdm": (F("57.5"), "57,50%"),
    "rata_rata.kekurangan_sdm": (F("42.5"), "42,50%"),
    "jumlah.kebutuhan_sdm": (18, "18"),
    "jumlah.tersedia_sdm": (10, "10"),
    "gabungan.ketersediaan_sdm": (F(10, 18) * 100, "55,56%"),
    "sarpras.1.ketersediaan": (60, "60,00%"),  # (5 + 1) / 10
    "sarpras.1.kekurangan": (40, "40,00%"),
    "sarpras.2.ketersediaan": FULL,  # 20 / 15, at most 100
    "sarpras.2.kekurangan": (0, "0,00%"),
    "sarpras.3.ketersediaan": (0, "0,00%"),
    "sarpras.3.kekurangan": FULL,
    "rata_rata.ketersediaan_sarpras": (F(160, 3), "53,33%"),
    "rata_rata.kekurangan_sarpras": (F(140, 3), "46,67%"),
    "evaluasi.1.capaian": (90, "90,00%"),  # 27 of 30
    "evaluasi.2.capaian": (80, "80,00%"),  # 24 of 30
    "evaluasi.3.capaian": (80, "80,00%"),  # 12 of 15
    "evaluasi.4.capaian": (84, "84,00%"),  # 21 of 25
    "jumlah.nilai_evaluasi": (84, "84"),
    "jumlah.bobot_evaluasi": (100, "100"),
    "terendah.capaian_evaluasi": (80, "80,00%"),
    "terendah.komponen_evaluasi": (LOWEST, LOWEST),  # both at 80
    "jumlah.rekomendasi": (2, "2"),
    # the year before: AKIP 78,5 of 79, WAKTU 18 of 25, IKPP 8,1 of 8; its money is not known
    "iku_lalu.AKIP.capaian": (AKIP_2023, "99,37%"),
    "iku_lalu.AKIP.capaian_batas": (AKIP_2023, "99,37%"),
    "iku_lalu.AKIP.status": ("tidak_mencapai", "tidak_mencapai"),
    "iku_lalu.AKIP.kemajuan": (F("78.5") / 90 * 100, "87,22%"),
    "iku_lalu.WAKTU.capaian": (128, "128,00%"),
    "iku_lalu.WAKTU.capaian_batas": (128, "128,00%"),
    "iku_lalu.WAKTU.status": ("melebihi", "melebihi"),
    "iku_lalu.WAKTU.kemajuan": (F("87.5"), "87,50%"),  # (2 × 16 - 18) / 16
    "iku_lalu.IKPP.capaian": (F("101.25"), "101,25%"),
    "iku_lalu.IKPP.capaian_batas": (F("101.25"), "101,25%"),
    "iku_lalu.IKPP.status": ("melebihi", "melebihi"),
    "iku_lalu.IKPP.kemajuan": (90, "90,00%"),
    "rata_rata_lalu.capaian_iku": (MEAN_2023, "109,54%"),
    "rata_rata_lalu.kemajuan": (FORWARD_2023, "88,24%"),
    "rata_rata_lalu.capaian_program": (97, "97,00%"),
    "anggaran_lalu.pagu": DASH,
    "anggaran_lalu.realisasi": DASH,
    "anggaran_lalu.serapan": DASH,
    "anggaran_lalu.silpa": DASH,
    "perubahan.capaian_iku": (F(335, 3) - MEAN_2023, "2,13"),
    "perubahan.capaian_program": (8, "8"),
    "perubahan.kemajuan": (FORWARD - FORWARD_2023, "9,40"),
    "perubahan.serapan": DASH,
    "perubahan.silpa": DASH,
}

# figures that are read, not computed, beside those of the programmes
READ: dict[str, Row] = {
    "iku.AKIP.target": (80, "80"),
    "iku.AKIP.realisasi": (84, "84"),
    "iku.AKIP.target_akhir_renstra": (90, "90"),
    "iku.AKIP.realisasi_nasional": (70, "70"),
    "iku.AKIP.riwayat.2022": (77, "77"),
    "iku.AKIP.riwayat.2023": (F("78.5"), "78,5"),
    "iku.WAKTU.target": (20, "20"),
    "iku.WAKTU.realisasi": (15, "15"),
    "iku.WAKTU.target_akhir_renstra": (16, "16"),
    "iku.WAKTU.realisasi_nasional": DASH,
    "iku.WAKTU.riwayat.2022": (24, "24"),
    "iku.WAKTU.riwayat.2023": (18, "18"),
    "iku.IKPP.target": (8, "8"),
    "iku.IKPP.target_akhir_renstra": (9, "9"),
    "iku.IKPP.realisasi_nasional": DASH,
    "iku.IKPP.riwayat.2022": DASH,
    "iku.IKPP.riwayat.2023": (F("8.1"), "8,1"),
    "iku.IKPP.komponen.ikm.unsur.1": (3, "3"),
    "iku.IKPP.komponen.ikm.unsur.2": (F("3.2"), "3,2"),
    "iku.IKPP.komponen.ikm.unsur.3": (F("3.4"), "3,4"),
    "iku.IKPP.komponen.ikm.koefisien": (F("1.25"), "1,25"),
    "iku.IKPP.komponen.ipp.butir.1": (5, "5"),
    "iku.IKPP.komponen.ipp.butir.2": (3, "3"),
    "iku.IKPP.komponen.ipp.butir.3": (4, "4"),
    "iku.IKPP.komponen.ipp.koefisien": (1, "1"),
    "iku_lalu.AKIP.target": (79, "79"),
    "iku_lalu.AKIP.realisasi": (F("78.5"), "78,5"),
    "iku_lalu.WAKTU.target": (25, "25"),
    "iku_lalu.WAKTU.realisasi": (18, "18"),
    "iku_lalu.IKPP.target": (8, "8"),
    "iku_lalu.IKPP.realisasi": (F("8.1"), "8,1"),
    "anggaran.pagu_dpa": BILLION,
    **{f"program.{code}.serapan_dilaporkan": DASH for code in ("P1", "P1-K1", "P2", "P2-K1")},
    "program.P1-K1-S1.serapan_dilaporkan": (95, "95%"),
    "program.P1-K1-S2.serapan_dilaporkan": (95, "95%"),
    "program.P2-K1-S1.serapan_dilaporkan": (80, "80%"),
    **{
        f"{kunci}.{name}": (value, str(value))
        for kunci, values in {
            "sdm.AKIP": {"kebutuhan": 10, "tersedia": 4},
            "sdm.IKPP": {"kebutuhan": 8, "tersedia": 6},
            "evaluasi.1": {"bobot": 30, "nilai": 27},
            "evaluasi.2": {"bobot": 30, "nilai": 24},
            "evaluasi.3": {"bobot": 15, "nilai": 12},
            "evaluasi.4": {"bobot": 25, "nilai": 21},
        }.items()
        for name, value in values.items()
    },
    **{
        f"sarpras.{number}.{name}": (value, str(value))
        for number, values in {1: (5, 1, 10, 1), 2: (20, 0, 15, 0), 3: (0, 0, 4, 0)}.items()
        for name, value in zip(
            ("hasil_rekon", "pengadaan_periode", "standar_kebutuhan", "pengadaan_rkbmd"),
            values,
            strict=True,
        )
    },
}

EXPECTED: dict[str, Row] = {
    **{f"iku.{kunci}": row for kunci, row in IKU.items()},
    **{f"sasaran.{kunci}": row for kunci, row in SASARAN.items()},
    **WHOLE,
    **READ,
    **{
        f"program.{code}.{name}": row
        for code, (pagu, spent, share, capaian, support) in PROGRAM.items()
        for name, row in {
            "pagu": pagu,
            "realisasi": spent,
            "serapan": share,
            "silpa": rupiah(SILPA.get(code, 40)),
            "capaian": capaian,
            "dukungan": (None if support == "–" else support, support),
        }.items()
    },
    **{
        f"{kunci}.{name}": row
        for kunci, rows in INDIKATOR.items()
        for name, row in zip(("target", "realisasi", "capaian"), rows, strict=True)
    },
    **{f"{kunci}.status": (word, word or "–") for kunci, word in STATUS_INDIKATOR.items()},
}


@pytest.fixture(scope="module")
def hasil() -> Results:
    return load_results(2024, SOURCE)


@pytest.mark.parametrize("kunci", EXPECTED)
def test_figure(hasil: Results, kunci: str) -> None:
    assert_golden(hasil[kunci], *EXPECTED[kunci])


def test_every_figure_has_a_golden_one(hasil: Results) -> None:
    assert {figure.kunci for figure in hasil} == EXPECTED.keys()


def test_what_is_read_and_what_is_computed(hasil: Results) -> None:
    leaves = ("P1-K1-S1", "P1-K1-S2", "P2-K1-S1")  # the money of the others is added up
    read = {
        *READ,
        *(f"program.{code}.{name}" for code in leaves for name in ("pagu", "realisasi")),
        *(f"{kunci}.{name}" for kunci in INDIKATOR for name in ("target", "realisasi")),
    }
    assert {figure.kunci for figure in hasil if figure.rumus == GIVEN} == read


RUMUS = {
    "iku.AKIP.capaian": "realisasi ÷ target × 100",
    "iku.WAKTU.capaian": "(2 × target − realisasi) ÷ target × 100",
    "iku.IKPP.realisasi": "1,25 × IKM + 1 × IPP",
    "iku.AKIP.perubahan.2024": "realisasi 2024 − realisasi 2023",
    "iku.AKIP.predikat": "kelas nilai pada skala AKIP nasional",
    "iku_lalu.AKIP.kemajuan": "realisasi ÷ target akhir Renstra × 100",
    "rata_rata.capaian_iku": "rata-rata capaian semua IKU",
    "rata_rata.kemajuan": "rata-rata tingkat kemajuan semua IKU",
    "rata_rata.capaian_kegiatan": (
        "rata-rata capaian semua indikator kegiatan; "
        "1 dari 2 belum tersedia dan tidak ikut dihitung"
    ),
    "rata_rata_lalu.capaian_iku": "rata-rata capaian tahun 2023 semua IKU tahun 2024",
    "program.P1-K1.pagu": "jumlah pagu 2 item di bawahnya",
    "perubahan.capaian_program": "nilai 2024 − nilai 2023",
    "sasaran.S1.efisiensi": "capaian kinerja (%) − serapan anggaran (%)",
}


@pytest.mark.parametrize("kunci", RUMUS)
def test_the_formula_stands_beside_its_figure(hasil: Results, kunci: str) -> None:
    assert hasil[kunci].rumus == RUMUS[kunci]


def test_records_of_hasil_json(hasil: Results) -> None:
    records = hasil.as_records()
    keys = {"kunci", "nilai", "satuan", "tampil", "rumus", "masukan"}
    assert all(keys <= record.keys() for record in records)
    by_key = {record["kunci"]: record for record in records}
    assert list(by_key) == [figure.kunci for figure in hasil]
    assert by_key["rata_rata.capaian_iku"]["nilai"] == pytest.approx(
        111.66666666666667, rel=1e-15
    )  # unrounded
    assert by_key["anggaran.pagu"]["nilai"] == 1_000_000_000
    assert isinstance(by_key["anggaran.pagu"]["nilai"], int)
    assert by_key["iku.IKPP.perubahan.2023"]["nilai"] is None
    cells = by_key["iku.AKIP.perubahan.2024"]["masukan"]
    assert [(c["berkas"], c["baris"], c["kolom"], c["nilai"]) for c in cells] == [
        ("2024/iku.csv", 2, "realisasi", "84"),
        ("2023/iku.csv", 2, "realisasi", "78,5"),
    ]


def test_every_figure_rests_on_cells_that_say_so(hasil: Results) -> None:
    """Each source cell named by a result holds, in the file, the text it is said to hold."""
    grids: dict[str, list[dict[str, str]]] = {}
    for figure in hasil:
        for cell in figure.masukan:
            if cell.berkas not in grids:
                with (SOURCE / cell.berkas).open(encoding="utf-8", newline="") as file:
                    grids[cell.berkas] = list(csv.DictReader(file, delimiter=";"))
            assert grids[cell.berkas][cell.baris - 2][cell.kolom].strip() == cell.nilai, (
                figure.kunci
            )
    assert len(grids) > 10
