"""The sentences of the published report of 2024, true and false, against its data."""

from __future__ import annotations

from pathlib import Path

import pytest
from said import Said, say, told_in

from lkjip_analysis.checks import Finding
from lkjip_analysis.data.reading import YearData
from lkjip_analysis.data.validation import load_year
from lkjip_analysis.paths import DATA


@pytest.fixture(scope="module")
def year() -> YearData:
    return load_year(2024, DATA)


FALSE = [
    (
        "K72",
        "IKPP",
        "rincian_perbandingan",
        "IKPP Kecamatan Sumobito dari tahun 2022-2024 selalu mengalami kenaikan.",
    ),
    ("K72", "AKIP", "rincian_perbandingan", "Nilai Evaluasi AKIP menurun dibanding tahun lalu."),
    (
        "K71",
        "AKIP",
        "rincian_nasional",
        "Realisasi Nilai Evaluasi AKIP telah tercapai 73,47 melebihi target nasional.",
    ),
    (
        "K71",
        "IKPP",
        "upaya_perbaikan",
        "Nilai IPP yang masih di bawah realisasi Indeks Pelayanan Publik Nasional perlu dibenahi.",
    ),
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
        "Terutama komponen Pelaporan Kinerja dengan capaian nilai terendah dibanding "
        "komponen lain.",
    ),
    (
        "K74",
        "",
        "efisiensi",
        "Prinsip efektif terlihat dari target (output dan outcome) yang tercapai sesuai target.",
    ),
    ("K74", "AKIP", "rincian_kemajuan", "Nilai Evaluasi AKIP telah mencapai target akhir Renstra."),
    ("K74", "IKPP", "rincian_capaian", "Target IKPP belum tercapai."),
    (
        "K75",
        "AKIP",
        "rincian_capaian",
        "Nilai Evaluasi AKIP ditargetkan 72 dan tercapai 73,37 atau 102,04%.",
    ),
    ("K75", "AKIP", "rincian_capaian", "Nilai Evaluasi AKIP tercapai 71,13."),
    ("K75", "AKIP", "rincian_capaian", "Nilai Evaluasi AKIP tercapai 72 pada tahun ini."),
    ("K75", "IKPP", "rincian_capaian", "IKPP ditargetkan 8 dan tercapai 8,14."),
    (
        "K56",
        "",
        "kesimpulan",
        "Sasaran strategis yakni “Meningkatnya Akuntabilitas dan Kinerja Kecamatan” dan "
        "“Meningkatnya kualitas penyelenggaraan pemerintahan dan layanan Kecamatan”.",
    ),
    ("K85", "", "anggaran", "Didukung oleh 6 Program , 11 kegiatan, dan 25 sub kegiatan."),
    (
        "K85",
        "",
        "capaian_organisasi",
        "Terdapat 3 (tiga) sasaran strategis yang dijabarkan dalam 2 (dua) Indikator Kinerja "
        "Utama.",
    ),
    ("K75", "IKPP", "rincian_kemajuan", "IKPP dengan tingkat capaian 101,11% dari target akhir."),
    ("K76", "", "anggaran", "Kondisi anggaran silpa Rp. 64.179.373 pada akhir tahun."),
    ("K76", "", "capaian_organisasi", "Rata-rata capaian sebesar 103,87%."),
    ("K78", "AKIP", "rincian_capaian", "Capaian {iku.AKPI.capaian}."),
    ("K78", "AKIP", "rincian_nasional", "Nilai nasional {iku.AKIP.realisasi_nasional}."),
    ("K55", "", "analisis", "Kecamatan Mojoagung melayani warga setiap hari."),
    ("K54", "", "analisis", "Nilai tersebut [isi penjelasan]."),
]

TRUE = [
    (
        "AKIP",
        "rincian_perbandingan",
        "Nilai Evaluasi AKIP dari tahun 2022-2024 selalu mengalami kenaikan. Pada "
        "2022-2023 naik 1,10 dan pada tahun 2023-2024 meningkat 2,34.",
    ),
    ("IKPP", "rincian_perbandingan", "IKPP pada 2023-2024 mengalami peningkatan 0,46."),
    (
        "AKIP",
        "rincian_kemajuan",
        "Nilai Evaluasi AKIP belum berhasil mencapai target akhir Renstra 74.",
    ),
    (
        "IKPP",
        "rincian_kemajuan",
        "IKPP telah mencapai target akhir Renstra dengan tingkat capaian 101,12%, "
        "target akhir 8,05 dan tercapai 8,14.",
    ),
    (
        "IKPP",
        "rincian_capaian",
        "IKPP ditargetkan 7,7 telah tercapai 8,14 dengan tingkat capaian 105,71%. Nilai "
        "tersebut sudah melebihi target.",
    ),
    (
        "AKIP",
        "rincian_capaian",
        "Nilai Evaluasi AKIP tercapai 73,47 sesuai LHE Nomor X.700/531/415.15/2024 "
        "tanggal 16 Agustus 2024.",
    ),
    (
        "",
        "upaya_perbaikan",
        "Komponen dengan persentase terendah adalah Evaluasi Akuntabilitas Kinerja Instansi.",
    ),
    (
        "",
        "anggaran",
        "Realisasi anggaran Rp2.575.209.979 dari Rp2.639.389.253 atau serapan 97,57%.",
    ),
    (
        "",
        "dasar_capaian",
        "Sesuai pasal 67 Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah "
        "dan Permendagri No. 4 Tahun 2010.",
    ),
    ("", "anggaran", "Didukung oleh 6 (enam) program, 12 kegiatan, dan 25 sub kegiatan."),
    ("", "anggaran", "Dilaksanakan 2 kegiatan sosialisasi dan 1 program magang."),
    ("", "renstra", "Renstra memuat 6 program, 11 kegiatan, dan 24 sub kegiatan."),
    (
        "",
        "kesimpulan",
        "Sasaran “Meningkatnya Kualitas Layanan Publik” dicapai melalui inovasi “Layanan Antar "
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
        "Kecamatan Sumobito dan Kabupaten Jombang merupakan wilayah pertanian. "
        "Kecamatan dalam hal ini berperan.",
    ),
    (
        "AKIP",
        "rincian_nasional",
        "Nilai nasional tidak ditemukan, sehingga AKIP tidak dibandingkan.",
    ),
    ("AKIP", "upaya_perbaikan", "Diperlukan upaya agar nilai AKIP melebihi rata-rata nasional."),
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


SOUND = [
    "Rencana Strategis Kecamatan Sumobito 2024-2026 merupakan penjabaran RPD Kabupaten "
    "Jombang Tahun 2024-2026.",
    "Surat Edaran Bupati Jombang Nomor 700/123/2024 tanggal 3 Januari 2024 menjadi dasar.",
    "Kecamatan Sumobito terdiri atas 21 desa dengan luas wilayah 47,64 km2 dan jumlah "
    "penduduk 86.215 jiwa.",
    "Kecamatan Sumobito berbatasan dengan Kecamatan Peterongan di sebelah barat dan "
    "Kecamatan Kesamben di sebelah utara.",
    "Kabupaten Jombang berada di Provinsi Jawa Timur.",
    "Serapan tertinggi terdapat pada program Penyelenggaraan Urusan Pemerintahan Umum "
    "sebesar 100%.",
    "Dari enam program, serapan terendah sebesar 97,42% terdapat pada program penunjang.",
    "Anggaran terbesar digunakan untuk gaji dan tunjangan ASN sebesar Rp1.932.654.346.",
    "Target tahun 2025 ditetapkan sebesar 73 untuk nilai AKIP.",
    "Nilai AKIP ditargetkan menjadi 74 pada akhir Renstra tahun 2026.",
    "Dengan capaian tersebut, target nilai AKIP pada akhir Renstra sebesar 74 diharapkan "
    "dapat tercapai.",
    "Nilai AKIP meningkat 2,34 poin dibanding tahun 2023 yang sebesar 71,13.",
    "Nilai AKIP naik dari 71,13 pada tahun 2023 menjadi 73,47 pada tahun 2024.",
    "Capaian AKIP 102,04% menunjukkan target telah tercapai.",
    "Predikat AKIP BB (Sangat Baik) telah dipertahankan sejak tahun 2022.",
    "Realisasi AKIP telah mencapai 99,28% dari target akhir Renstra.",
    "IKPP telah melampaui target tahunan maupun target akhir Renstra.",
    "RKPD Kabupaten Jombang Tahun 2025 memuat usulan tersebut.",
]
"""Sentences true of this unit, its places and its figures, that no rule may mind."""


@pytest.mark.parametrize(("kode", "bagian"), [("", "analisis"), ("AKIP", "rincian_capaian")])
def test_sound_sentences_are_left_alone(year: YearData, kode: str, bagian: str) -> None:
    found = say(year, [(kode, bagian, text) for text in SOUND])
    assert {key[2]: [f.as_text() for f in own] for key, own in found.items() if own} == {}


def test_sentences_of_another_hand(year: YearData) -> None:
    """Nearly all that contradict the data are found, and no true one is reported."""
    false, true = told_in(Path(__file__).with_name("kalimat-2024.txt"))
    found = say(year, list(dict.fromkeys([*false, *true])))
    missed = [text for *own, text in false if not found[*own, text]]
    assert len(missed) <= 0.05 * len(false), missed
    assert {key[2]: [f.as_text() for f in found[key]] for key in true if found[key]} == {}
