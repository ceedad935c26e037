"""What officials write, true and false: each false sentence has a true twin.

The twins say the same in the same words, with the figures as they are.
"""

from __future__ import annotations

import pytest
from said import say
from unit_kecil import copy_unit, edit

from lkjip_analysis.checks import Finding, run_checks
from lkjip_analysis.data.reading import YearData
from lkjip_analysis.data.validation import load_year
from lkjip_analysis.results import compute_results

TWINS = [  # rule, IKU of the row, false, true
    # direction, with the polarity of the indicator
    ("K72", "", "Nilai AKIP 84 lebih rendah dibandingkan tahun 2023 yang mencapai 78,5.",
     "Nilai AKIP 84 lebih tinggi dibandingkan tahun 2023 yang mencapai 78,5."),
    ("K72", "", "Dibandingkan tahun 2023, nilai AKIP berkurang.",
     "Dibandingkan tahun 2023, nilai AKIP bertambah."),
    ("K72", "", "Nilai AKIP turun setiap tahun selama 2022-2024.",
     "Nilai AKIP naik setiap tahun selama 2022-2024."),
    ("K72", "", "Nilai AKIP meningkat, sedangkan IKPP menurun.",
     "Nilai AKIP meningkat, sedangkan IKPP juga meningkat."),
    ("K72", "", "Nilai AKIP belum meningkat dibandingkan tahun lalu.",
     "Nilai AKIP tidak menurun dibandingkan tahun lalu."),
    ("K74", "", "Nilai AKIP masih di bawah target.", "Nilai AKIP sudah di atas target."),
    ("K74", "", "Rata-rata waktu pelayanan berada di atas target.",
     "Rata-rata waktu pelayanan berada di bawah target."),
    ("K74", "", "Rata-rata waktu pelayanan belum memenuhi target.",
     "Rata-rata waktu pelayanan telah memenuhi target."),
    ("K74", "", "IKPP sudah melampaui target akhir Renstra.",
     "IKPP belum melampaui target akhir Renstra."),
    ("K71", "", "Nilai AKIP tidak melebihi rata-rata nasional.",
     "Nilai AKIP tidak lebih rendah daripada rata-rata nasional."),
    # all, none, some
    ("K74", "", "Tidak satu pun IKU yang mencapai target.", "Seluruh IKU telah mencapai target."),
    ("K74", "", "Hanya sebagian IKU yang mencapai target.",
     "Tidak ada IKU yang belum mencapai target."),
    ("K74", "", "Seluruh indikator program telah tercapai.",
     "Belum semua indikator program tercapai."),
    ("K74", "", "Dua dari tiga IKU telah mencapai target.",
     "Tiga dari tiga IKU telah mencapai target."),
    ("K74", "", "Terdapat lima indikator program yang belum mencapai target.",
     "Terdapat dua indikator program yang belum mencapai target."),
    ("K74", "", "Dari tiga IKU, dua IKU mencapai target.",
     "Dari tiga IKU, tiga IKU mencapai target."),
    ("K85", "", "Dari empat IKU, tiga IKU mencapai target.",
     "Dari tiga IKU, tiga IKU mencapai target."),
    ("K85", "", "Ketiga sasaran strategis didukung oleh dua program.",
     "Kedua sasaran strategis didukung oleh dua program."),
    ("K75", "", "Rata-rata waktu pelayanan tercapai 15 menit atau 152% dari target.",
     "Rata-rata waktu pelayanan tercapai 15 menit atau 125% dari target."),
    ("K75", "", "IKPP disusun dari IKM 3,02 dan IPP 4,40.",
     "IKPP disusun dari IKM 3,20 dan IPP 4,40."),
    # the largest and the smallest
    ("K73", "", "Program dengan anggaran terbesar adalah Program Pelayanan Publik.",
     "Program dengan anggaran terbesar adalah Program Penunjang Urusan."),
    ("K73", "", "Serapan tertinggi terdapat pada Program Pelayanan Publik.",
     "Serapan terendah terdapat pada Program Pelayanan Publik."),
    ("K73", "", "IKU dengan capaian terendah adalah Rata-rata waktu pelayanan.",
     "IKU dengan capaian tertinggi adalah Rata-rata waktu pelayanan."),
    ("K73", "", "Komponen perencanaan memperoleh capaian terendah.",
     "Komponen perencanaan memperoleh capaian tertinggi."),
    ("K73", "", "Capaian IKPP lebih tinggi daripada capaian rata-rata waktu pelayanan.",
     "Capaian IKPP lebih rendah daripada capaian rata-rata waktu pelayanan."),
    # counts
    ("K85", "", "Unit memiliki tiga sasaran strategis.", "Unit memiliki dua sasaran strategis."),
    ("K85", "", "Kegiatan didukung oleh dua program, 2 kegiatan, dan 4 subkegiatan.",
     "Kegiatan didukung oleh dua program, 2 kegiatan, dan 3 subkegiatan."),
    ("K85", "", "Pada tahun anggaran 2024 dilaksanakan tiga program.",
     "Pada tahun anggaran 2024 dilaksanakan dua program."),
    ("K85", "", "Telah dilaksanakan 4 program.", "Telah dilaksanakan 2 program."),
    ("K85", "", "Program Penunjang Urusan terdiri atas tiga subkegiatan.",
     "Program Penunjang Urusan terdiri atas dua subkegiatan."),
    # numbers, their year and their label
    ("K75", "", "Pada tahun 2023 nilai AKIP terealisasi 75,8.",
     "Pada tahun 2023 nilai AKIP terealisasi 78,5."),
    ("K75", "", "Persentase keuangan tertib tercapai 89 dari target 100.",
     "Persentase keuangan tertib tercapai 98 dari target 100."),
    ("K75", "", "Nilai AKIP pada tahun 2023 sebesar 75,8.",
     "Nilai AKIP pada tahun 2023 sebesar 78,5."),
    ("K75", "", "Realisasi AKIP 84 (tahun 2023: 75,8).", "Realisasi AKIP 84 (tahun 2023: 78,5)."),
    ("K75", "", "Nilai AKIP naik 4,5 poin dari tahun sebelumnya.",
     "Nilai AKIP naik 5,5 poin dari tahun sebelumnya."),
    ("K75", "", "Target dan realisasi AKIP adalah 84 dan 80.",
     "Target dan realisasi AKIP adalah 80 dan 84."),
    ("K75", "", "Komponen Pengukuran Kinerja mendapat nilai 25 dari bobot 30.",
     "Komponen Pengukuran Kinerja mendapat nilai 24 dari bobot 30."),
    ("K75", "", "Komponen Pelaporan Kinerja berbobot 25.",
     "Komponen Pelaporan Kinerja berbobot 15."),
    ("K75", "", "Nilai pelayanan tercapai 82 dari target 80.",
     "Nilai pelayanan tercapai 88 dari target 80."),
    # money
    ("K76", "", "Total anggaran Rp1,2 miliar dengan realisasi Rp920 juta.",
     "Total anggaran Rp1 miliar dengan realisasi Rp920 juta."),
    ("K76", "", "Sisa anggaran sebesar 18 juta rupiah.", "Sisa anggaran sebesar 80 juta rupiah."),
    ("K76", "", "Pagu Program Pelayanan Publik sebesar Rp800.000.000.",
     "Pagu Program Pelayanan Publik sebesar Rp200.000.000."),
    ("K76", "", "Penyerapan anggaran mencapai 97,00%.", "Penyerapan anggaran mencapai 92,00%."),
    # predikat, the evaluation, the head
    ("K67", "", "Nilai AKIP sebesar 84 dengan predikat BB.",
     "Nilai AKIP sebesar 84 dengan predikat A."),
    ("K67", "", "Pengukuran Kinerja memperoleh predikat A.",
     "Pengukuran Kinerja memperoleh predikat BB."),
    ("K37", "AKIP", "Hal ini sesuai LHE Nomor 700/11/2024 tanggal 1 Agustus 2024.",
     "Hal ini sesuai LHE Nomor 700/1/2024 tanggal 1 Agustus 2024."),
    ("K37", "AKIP", "Hal ini sesuai LHE Nomor 700/1/2024 tanggal 11 Agustus 2024.",
     "Hal ini sesuai LHE Nomor 700/1/2024 tanggal 1 Agustus 2024."),
    ("K57", "", "Kepala Dinas, Siti Aminoh, S.Sos., memimpin rapat.",
     "Kepala Dinas, Siti Aminah, S.Sos., memimpin rapat."),
]  # fmt: skip

LEFT_ALONE = [
    "Nilai AKIP diharapkan meningkat menjadi 90 pada akhir periode Renstra.",
    "Target AKIP tahun 2025 sebesar 86 atau lebih tinggi daripada tahun 2024.",
    "Apabila nilai AKIP turun, akan dilakukan pendampingan.",
    "Upaya peningkatan nilai AKIP dilakukan melalui pendampingan.",
    "Pada IKPP jumlah responden menurun.",
    "Salah satu program dengan anggaran terkecil adalah Program Penunjang Urusan.",
    "Seluruh indikator program diharapkan tercapai.",
    "Pada triwulan II serapan anggaran mencapai 45,20%.",
    "Unit memiliki 3 program unggulan dan 5 kegiatan rutin.",
    "LHE tahun 2023 Nomor 700/9/2023 tanggal 3 Agustus 2023 menjadi pembanding.",
    "Renstra 2019-2023 telah berakhir dan digantikan Renstra 2024-2026.",
    "Dinas Contoh menjalin kerja sama dengan Kabupaten Tetangga.",
]
"""Plans, conditions, other years, parts, other things: true or not, the data do not say."""


@pytest.fixture(scope="module")
def year(tmp_path_factory: pytest.TempPathFactory) -> YearData:
    return load_year(2024, copy_unit(tmp_path_factory.mktemp("unit")))


@pytest.fixture(scope="module")
def found(year: YearData) -> dict[tuple[str, str], list[Finding]]:
    texts = [(kode, text) for _, kode, *both in TWINS for text in both]
    texts = list(dict.fromkeys([*texts, *(("", text) for text in LEFT_ALONE)]))
    told = say(year, [(kode, "analisis", text) for kode, text in texts])
    return {(kode, text): own for (kode, _, text), own in told.items()}


@pytest.mark.parametrize(("rule", "kode", "false", "true"), TWINS)
def test_the_false_one_of_twins_is_found(
    found: dict[tuple[str, str], list[Finding]], rule: str, kode: str, false: str, true: str
) -> None:
    assert rule in {finding.id for finding in found[kode, false]}
    assert len(found[kode, false]) <= 2
    assert [finding.as_text() for finding in found[kode, true]] == []


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_what_the_data_do_not_say_is_left_alone(
    found: dict[tuple[str, str], list[Finding]], text: str
) -> None:
    assert [finding.as_text() for finding in found["", text]] == []


@pytest.mark.parametrize(("letter", "seen"), [("A", False), ("B", True)])
def test_a_predikat_is_read_where_the_scale_is_not_named(
    tmp_path_factory: pytest.TempPathFactory, letter: str, seen: bool
) -> None:
    root = copy_unit(tmp_path_factory.mktemp("tanpa-skala"))
    edit(root, "2024/iku.csv", "akip_nasional;80;A;84", f";81;{letter};84")
    every = run_checks(compute_results(load_year(2024, root)))
    assert ("K40" in {finding.id for finding in every}) is seen
