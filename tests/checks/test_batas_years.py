"""Years in sentences: of the report, of a regulation, a plan or a comparison, and leftovers."""

from __future__ import annotations

import pytest
from kasus import look, narasi, told, unit
from syrupy.assertion import SnapshotAssertion

from lkjip_analysis.checks import Finding


def found_in(*texts: str, bagian: str = "analisis", **facts: str) -> list[Finding]:
    return look("K70", unit(narasi=narasi(*((bagian, "", t) for t in texts)), facts=facts))


def wrong(*texts: str, bagian: str = "analisis", **facts: str) -> list[str]:
    """Name the texts with a strange year, in a report of 2024 under a Renstra of 2022-2026."""
    return [texts[(finding.baris or 0) - 2] for finding in found_in(*texts, bagian=bagian, **facts)]


SOUND = (
    "Pada 2024 tercapai.", "Rencana 2025 disusun.", "Hingga 2026 dilanjutkan.",
    "Target 2026 tetap.", "Nomor 700/2021 dicatat.", "Kode 20.2021 dicatat.", "Luasnya 2021,5 m2.",
    "Angka 20211 dicatat.", "Pos 12021 dicatat.",
    # regulations
    "Undang-Undang Nomor 23 Tahun 2014 dipakai.", "UU 23/2014 dan UU 9 Tahun 2015 dipakai.",
    "UUD 1945 diubah 2002.", "Peraturan Bupati Nomor 12 Tahun 2021.", "Perda Nomor 3 Tahun 2021.",
    "Perbup Nomor 3 Tahun 2021.", "Perwali Nomor 3 Tahun 2021.", "Pergub Nomor 3 Tahun 2021.",
    "Perpres Nomor 29 Tahun 2021.", "Permendagri Nomor 86 Tahun 2021.",
    "Permenpan Nomor 88 Tahun 2021.", "Kepmen Nomor 1 Tahun 2021.", "Keputusan Bupati tahun 2021.",
    "Instruksi Bupati tahun 2021.", "Inpres 7 Tahun 2021.", "Surat Edaran Nomor 1 Tahun 2021.",
    "PP Nomor 8 Tahun 2021.", "Qanun Nomor 8 Tahun 2021.", "PER-12 Tahun 2021.",
    "Kep Nomor 3 Tahun 2021.", "Perban Nomor 2 Tahun 2021 dan Peraturan lama.",
    # plans
    "RPJMD Kabupaten 2021 disahkan.", "RPJP tahun 2021.", "RPJPD tahun 2021.", "RPD tahun 2021.",
    "RKPD tahun 2021.", "Rencana Pembangunan tahun 2021.", "Rencana Induk tahun 2021.",
    "Rencana Strategis ditetapkan 2021.", "Renstra disahkan tahun 2021.",
    "Renstra 2022-2026 menjadi acuan.", "Rencana Strategis 2022–2026 menjadi acuan.",
    "RPJMD 2019-2023 dan RPD 2019-2023.", "Renstra mengikuti RPJMD 2018-2022.",
    "Peraturan tentang Renstra 2018-2022 berlaku.", "Peraturan 2018-2022 berlaku.",
    "Selama 2019-2023 berjalan.", "Selama 2024-2026 berjalan.", "Selama 2022 s.d. 2024 berjalan.",
    "Renstra 2022 hingga 2026 menjadi acuan.",
    "Renstra yang berakhir tahun 2026 berlaku.",
    # comparisons
    "Dibanding 2023 lebih tinggi.", "Dibandingkan 2022 lebih tinggi.", "Perbandingan 2023 dimuat.",
    "Dari tahun 2022 tercatat.", "Sejak 2022 tercatat.", "Angka tahun lalu, 2023, dicatat.",
    "Angka sebelumnya, 2022, dicatat.", "Pada 2023 naik.", "Pada 2023 turun.",
    "Pada 2023 meningkat.", "Pada 2023 menurun.", "Ada kenaikan pada 2023.",
    "Ada penurunan pada 2023.", "Ada peningkatan pada 2023.", "Baseline 2022 dicatat.",
    "Riwayat 2022 dicatat.", "Pada 2023 dan 2024 tercapai.",
    "Laporan {tahun} disusun. Pada 2023 tercapai.",
    # history
    "Gedung dibangun 2022.", "Gedung direhabilitasi 2022.", "Unit didirikan 2022.",
    "Unit dibentuk 2022.", "Unit berdiri 2022.", "Loket diresmikan 2022.",
    "Inovasi diluncurkan 2022.", "Inovasi diterapkan 2022.", "Meja dibeli 2022.",
    "Pembelian 2022 dicatat.", "Mobil keluaran 2022.", "Motor keluaran 2022.",
    "Kendaraan keluaran 2022.", "Sensus 2022 dimuat.", "Data BPS 2022 dimuat.",
    "Ia lahir 2002.", "Ia diangkat 2022.", "Bangunan 2022 dipakai.",
    "Banjir besar 2021 melanda.", "Banjir besar pada tahun 2015 melanda.",
)  # fmt: skip
STRANGE = (
    "Pada tahun 2023 target tercapai.", "Pada tahun 2022 tercapai.", "Pada 2027 dilanjutkan.",
    "Tahun 2023 dijelaskan.", "Selama 2018-2022 berjalan.", "Selama 2018 - 2022 berjalan.",
    "Selama 2018–2022 berjalan.", "Selama 2018 s.d. 2022 berjalan.",
    "Selama 2018 sd 2022 berjalan.", "Selama 2018 sampai 2022 berjalan.",
    "Selama 2018 sampai dengan 2022 berjalan.", "Selama 2018 hingga tahun 2022 berjalan.",
    "Renstra 2019 hingga 2023 menjadi acuan.",
    "Selama 2025-2029 berjalan.", "Renstra 2019-2023 menjadi acuan.",
    "Rencana Strategis 2021-2026 menjadi acuan.", "RPJMD dan Renstra 2022-2025 menjadi acuan.",
    "Renstra yang berakhir tahun 2024 berlaku.", "Renstra lama berakhir pada tahun 2027.",
    # long past, but told of as a result
    "Target 2021 dimuat.", "Realisasi 2021 dimuat.", "Capaian 2021 dimuat.",
    "Kinerja 2021 dimuat.", "Laporan 2021 dimuat.", "Anggaran 2021 dimuat.", "Renja 2021 dimuat.",
    "Rencana kerja 2021 dimuat.", "Perjanjian 2021 dimuat.", "DPA 2021 dimuat.",
    "Program 2021 dimuat.", "Kegiatan 2021 dimuat.", "Pelayanan 2021 dimuat.",
    "Pada 2021 disusun.", "LHE 2021 dimuat.", "Evaluasi 2021 dimuat.",
    f"RPJMD disahkan {'dengan baik ' * 6}pada tahun 2023.",  # the plan is too far off
    f"Loket dibangun {'dengan baik ' * 8}pada tahun 2023.",
)  # fmt: skip


def test_sound_years() -> None:
    assert wrong(*SOUND) == []


def test_strange_years() -> None:
    assert wrong(*STRANGE) == list(STRANGE)


@pytest.mark.parametrize(
    ("text", "problem", "cause"),
    [
        ("Pada 2023 tercapai.", "tahun 2023 bukan tahun laporan", "sisa teks"),
        ("Pada 2027 dilanjutkan.", "tahun 2027 di luar periode Renstra", "salah ketik"),
        (
            "Renstra 2019-2023 berlaku.",
            "tahun 2019 pada periode 2019-2023 bukan periode Renstra 2022-2026",
            "sisa teks",
        ),
        (
            "Selama 2025-2029 berjalan.",
            "tahun 2025 pada rentang 2025-2029 tidak memuat tahun laporan 2024",
            "salah ketik",
        ),
        (
            "Renstra yang berakhir pada 2024 berlaku.",
            "tahun 2024 disebut sebagai akhir Renstra, padahal Renstra berakhir 2026",
            "salah ketik",
        ),
    ],
)
def test_words_of_a_strange_year(text: str, problem: str, cause: str) -> None:
    found = found_in(text)
    assert [f.pesan for f in found] == [f'{problem}: "{text}"']
    assert found[0].dugaan.startswith(cause)


def test_a_year_is_told_once_in_a_text() -> None:
    assert len(found_in("Pada 2023 tercapai. Pada 2023 selesai.")) == 1
    assert len(found_in("Pada 2023 tercapai. Pada 2022 selesai.")) == 2
    assert len(found_in("Pada 2023 tercapai.", "Pada 2023 selesai.")) == 2
    assert [f.selisih for f in found_in("Pada 2022 tercapai. Pada 2027 selesai.")] == [
        "-2 tahun", "3 tahun"
    ]  # fmt: skip


def test_years_of_the_facts() -> None:
    text = "Pada 2023 tercapai."
    for key in ("tanggal_lhe", "tanggal_kata_pengantar", "tanggal_penutup"):
        assert wrong(text, **{key: "2023-08-16"}) == []
    assert wrong("Hingga 2029 dilanjutkan.", renstra_akhir="2029") == []
    assert wrong("Hingga 2026 dilanjutkan.", renstra_akhir="") != []
    assert wrong("Renstra 2019-2023 berlaku.", renstra_akhir="") == []  # nothing to compare with
    assert wrong("Renstra yang berakhir tahun 2025 berlaku.", renstra_akhir="") == []


def test_comparing_sections() -> None:
    assert wrong("Pada 2023 tercapai.", bagian="rincian_perbandingan") == []
    assert wrong("Pada 2023 tercapai.", bagian="rincian_capaian") != []


def test_other_tables() -> None:
    follow_up = "urutan;rekomendasi;rencana_aksi;waktu;status;bukti"
    rows = f"{follow_up}\n1;Rapat 2023;Rapat 2023;Sejak 2023;Rapat 2023;Notula 2023\n2;A;B;2024;C;D"
    found = look("K70", unit(tindak_lanjut=rows))
    assert [(f.baris, f.kolom) for f in found] == [
        (2, "rekomendasi"), (2, "rencana_aksi"), (2, "waktu"), (2, "status")
    ]  # fmt: skip
    iku = "kode_iku;indikator;satuan;polaritas;bukti;catatan_nasional;sumber_nasional"
    found = look("K70", unit(iku=f"{iku}\nA;Nilai;nilai;naik;Rekap 2023;Rekap 2023;Rekap 2023"))
    assert [(f.baris, f.kolom) for f in found] == [(2, "bukti"), (2, "catatan_nasional")]
    marks = "urutan;komponen;kesimpulan;catatan\n1;Perencanaan;Rapat 2023;Rapat 2023"
    assert [f.kolom for f in look("K70", unit(evaluasi=marks))] == ["kesimpulan", "catatan"]
    posts = "kode_jabatan;urutan;jabatan;uraian\nA;1;Kepala;Rapat 2023"
    assert [f.kolom for f in look("K70", unit(struktur=posts))] == ["uraian"]
    steps = "kode;urutan;nama;jenis;uraian\nA;1;Loket;inti;Rapat 2023"
    assert [f.kolom for f in look("K70", unit(proses_bisnis=steps))] == ["uraian"]


def test_years_of_actions() -> None:
    rows = (
        "kode;urutan;sebab;tindakan;ukuran;bukti\nA;1;Hujan 2023;Tenda 2023;Triwulan I 2023;SK 2023"
    )
    found = look("K70", unit(sebab_tindakan=f"{rows}\nA;2;Hujan;Tenda 2025;Juni 2024;"))
    assert [(f.baris, f.kolom) for f in found] == [(2, "sebab"), (2, "tindakan"), (2, "ukuran")]


@pytest.mark.parametrize(
    ("proof", "seen"),
    [
        ("Berita acara tanggal 15 Januari 2025", False),
        ("Berita acara tanggal 15 Januari 2023", True),
        ("Rekap 2024 menurut surat Januari 2023", False),
        ("Berita acara Nomor 7/2023", False),
    ],
)
def test_evidence_of_a_realisation_is_of_its_year(proof: str, seen: bool) -> None:
    iku = f"kode_iku;indikator;satuan;polaritas;bukti\nA;Nilai;nilai;naik;{proof}"
    assert bool(look("K70", unit(iku=iku))) is seen


def test_what_is_said(snapshot: SnapshotAssertion) -> None:
    texts = ("Pada 2023 target tercapai.", "Hingga 2027 berlanjut.", "Renstra 2019-2023 berlaku.")
    assert told(found_in(*texts)) == snapshot
