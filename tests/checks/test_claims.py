"""Sentences as such reports have them, true and false, against the data of a small kecamatan."""

from __future__ import annotations

from pathlib import Path

import pytest
from said import Said, say
from unit_kecil import copy_unit, edit

from lkjip_analysis.checks import Finding
from lkjip_analysis.data.reading import YearData
from lkjip_analysis.data.validation import load_year


@pytest.fixture(scope="module")
def year(tmp_path_factory: pytest.TempPathFactory) -> YearData:
    """Give the tiny unit as a kecamatan: names of places are told apart there."""
    root = copy_unit(tmp_path_factory.mktemp("kecamatan"))
    for old, new in (
        ("nama_unit;Dinas Contoh", "nama_unit;Kecamatan Contoh"),
        ("nama_unit_singkat;Dinas Contoh", "nama_unit_singkat;Kec. Contoh"),
        ("jenis_unit;dinas", "jenis_unit;kecamatan"),
        ("Kepala Dinas Contoh", "Camat Contoh"),
    ):
        edit(root, "2024/identitas.csv", old, new)
    return load_year(2024, root)


FALSE = [
    (
        "K72",
        "IKPP",
        "rincian_perbandingan",
        "IKPP Kecamatan Contoh dari tahun 2022-2024 selalu mengalami kenaikan.",
    ),  # 2022 is not known
    ("K72", "AKIP", "rincian_perbandingan", "Nilai AKIP menurun dibanding tahun lalu."),
    ("K72", "WAKTU", "rincian_perbandingan", "Rata-rata waktu pelayanan selalu naik."),
    (
        "K71",
        "IKPP",
        "rincian_nasional",
        "Realisasi IKPP telah tercapai 8,4 melebihi target nasional.",
    ),  # none is known
    (
        "K71",
        "IKPP",
        "upaya_perbaikan",
        "Nilai IPP yang masih di bawah realisasi Indeks Pelayanan Publik Nasional perlu dibenahi.",
    ),
    (
        "K71",
        "AKIP",
        "rincian_nasional",
        "Nilai AKIP lebih rendah dibanding rata-rata nasional.",
    ),  # 84 and 70
    ("K70", "", "analisis", "Pada tahun 2023 target sasaran strategis dapat tercapai dengan baik."),
    (
        "K70",
        "",
        "kesimpulan",
        "Sesuai dengan periodisasi Renstra yang berakhir pada Tahun 2024 tantangan masih ada.",
    ),
    ("K70", "", "kesimpulan", "Target Renstra 2019-2023 menjadi acuan."),
    (
        "K73",
        "AKIP",
        "upaya_perbaikan",
        "Terutama komponen Evaluasi Akuntabilitas Kinerja Internal dengan capaian nilai terendah "
        "dibanding komponen lain.",
    ),  # 84%, two others 80%
    (
        "K74",
        "",
        "efisiensi",
        "Prinsip efektif terlihat dari target (output dan outcome) yang tercapai sesuai target.",
    ),  # two indicators are below theirs
    ("K74", "AKIP", "rincian_kemajuan", "Nilai AKIP telah mencapai target akhir Renstra."),
    ("K74", "IKPP", "rincian_capaian", "Target IKPP belum tercapai."),
    ("K75", "AKIP", "rincian_capaian", "Nilai AKIP ditargetkan 80 dan tercapai 84,1 atau 105%."),
    ("K75", "AKIP", "rincian_capaian", "Nilai AKIP tahun ini tercapai 82,6."),  # near, no slip
    ("K75", "AKIP", "rincian_capaian", "Nilai AKIP tercapai 78,5."),  # last year's
    ("K75", "AKIP", "rincian_capaian", "Nilai AKIP tercapai 80 pada tahun ini."),  # the target
    ("K75", "IKPP", "rincian_capaian", "IKPP ditargetkan 7 dan tercapai 8,4."),
    ("K75", "IKPP", "rincian_kemajuan", "IKPP dengan tingkat capaian 93,34% dari target akhir."),
    (
        "K56",
        "",
        "kesimpulan",
        "Sasaran strategis yakni “Meningkatnya Akuntabilitas dan Kinerja Kecamatan” dan "
        "“Meningkatnya kualitas penyelenggaraan pemerintahan dan layanan Kecamatan”.",
    ),
    ("K85", "", "anggaran", "Didukung oleh 2 Program , 3 kegiatan, dan 3 sub kegiatan."),
    (
        "K85",
        "",
        "capaian_organisasi",
        "Terdapat 3 (tiga) sasaran strategis yang dijabarkan dalam 3 (tiga) Indikator Kinerja "
        "Utama.",
    ),
    ("K76", "", "anggaran", "Kondisi anggaran silpa Rp. 80.000.001 pada akhir tahun."),
    ("K76", "", "capaian_organisasi", "Rata-rata capaian sebesar 111,66%."),  # 111,666… cut off
    ("K78", "AKIP", "rincian_capaian", "Capaian {iku.AKPI.capaian}."),
    ("K78", "IKPP", "rincian_nasional", "Nilai nasional {iku.IKPP.realisasi_nasional}."),
    ("K55", "", "analisis", "Kecamatan Kenanga melayani warga setiap hari."),
    ("K54", "", "analisis", "Nilai tersebut [isi penjelasan]."),
]

TRUE = [
    (
        "AKIP",
        "rincian_perbandingan",
        "Nilai AKIP dari tahun 2022-2024 selalu mengalami kenaikan. Pada "
        "2022-2023 naik 1,50 dan pada tahun 2023-2024 meningkat 5,50.",
    ),
    ("IKPP", "rincian_perbandingan", "IKPP pada 2023-2024 mengalami peningkatan 0,30."),
    ("AKIP", "rincian_kemajuan", "Nilai AKIP belum berhasil mencapai target akhir Renstra 90."),
    (
        "WAKTU",
        "rincian_kemajuan",
        "Rata-rata waktu pelayanan telah mencapai target akhir Renstra dengan tingkat capaian "
        "106,25%, target akhir 16 dan tercapai 15.",
    ),
    (
        "IKPP",
        "rincian_capaian",
        "IKPP ditargetkan 8 telah tercapai 8,4 dengan tingkat capaian 105,00%. Nilai "
        "tersebut sudah melebihi target.",
    ),
    (
        "AKIP",
        "rincian_capaian",
        "Nilai AKIP tercapai 84 sesuai LHE Nomor 700/1/2024 tanggal 1 Agustus 2024.",
    ),
    ("", "upaya_perbaikan", "Komponen dengan persentase terendah adalah Pelaporan Kinerja."),
    (
        "",
        "anggaran",
        "Realisasi anggaran Rp920.000.000 dari Rp1.000.000.000 atau serapan 92,00%.",
    ),
    (
        "",
        "dasar_capaian",
        "Sesuai pasal 67 Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah "
        "dan Permendagri No. 4 Tahun 2010.",
    ),
    ("", "anggaran", "Didukung oleh 2 (dua) program, 2 kegiatan, dan 3 sub kegiatan."),
    ("", "anggaran", "Dilaksanakan 2 kegiatan sosialisasi dan 1 program magang."),
    ("", "renstra", "Renstra memuat 2 program, 1 kegiatan, dan 1 sub kegiatan."),
    (
        "",
        "kesimpulan",
        "Sasaran “Meningkatnya Kualitas Pelayanan” dicapai melalui inovasi “Layanan Antar "
        "Jemput Berkas Warga”.",
    ),
    ("", "renstra", "Renstra 2024-2026 dan RPJPD 2005-2025 menjadi pedoman hingga tahun 2026."),
    (
        "",
        "langkah_ke_depan",
        "Pada tahun 2025 akan dilakukan perbaikan agar target tercapai dan nilai meningkat.",
    ),
    (
        "",
        "analisis",
        "Kecamatan Contoh dan Kabupaten Contoh merupakan wilayah pertanian. "
        "Kecamatan dalam hal ini berperan.",
    ),
    (
        "IKPP",
        "rincian_nasional",
        "Nilai nasional tidak ditemukan, sehingga IKPP tidak dibandingkan.",
    ),
    ("IKPP", "upaya_perbaikan", "Diperlukan upaya agar IKPP melebihi rata-rata nasional."),
    ("AKIP", "rincian_nasional", "Nilai AKIP melebihi rata-rata nasional sebesar 70."),
]


@pytest.fixture(scope="module")
def found(year: YearData) -> dict[Said, list[Finding]]:
    return say(year, [key[1:] for key in FALSE] + TRUE)


@pytest.mark.parametrize("key", FALSE, ids=lambda key: f"{key[0]} {key[3][:40]}")
def test_false_sentence_is_found(found: dict[Said, list[Finding]], key: tuple[str, ...]) -> None:
    assert key[0] in {finding.id for finding in found[key[1:]]}  # type: ignore[index]


@pytest.mark.parametrize("key", TRUE, ids=lambda key: key[2][:40])
def test_true_sentence_is_left_alone(found: dict[Said, list[Finding]], key: Said) -> None:
    assert found[key] == []


def test_a_number_cut_off_is_told_from_a_slip(found: dict[Said, list[Finding]]) -> None:
    cut = next(found[key[1:]] for key in FALSE if "111,66%" in key[3])
    assert [(f.keparahan, f.dugaan) for f in cut] == [("catatan", "dipotong, bukan dibulatkan")]
    slip = next(found[key[1:]] for key in FALSE if "93,34%" in key[3])
    assert [(f.keparahan, f.dugaan) for f in slip] == [("peringatan", "satu angka berbeda")]


SOUND = (Path(__file__).parent / "kalimat-wajar.txt").read_text(encoding="utf-8").splitlines()
"""Sentences as such reports have them, with years, numbers and claims that no rule may mind."""


@pytest.mark.parametrize(("kode", "bagian"), [("", "analisis"), ("AKIP", "rincian_capaian")])
def test_sound_sentences_are_left_alone(year: YearData, kode: str, bagian: str) -> None:
    found = say(year, [(kode, bagian, text) for text in SOUND])
    assert {key[2]: [f.as_text() for f in own] for key, own in found.items() if own} == {}
