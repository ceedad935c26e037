"""Offices that tables name, in the organisation and just not."""

from __future__ import annotations

import pytest
from kasus import look, places, told, unit
from syrupy.assertion import SnapshotAssertion

from lkjip_analysis.results import Results

POSTS = """kode_jabatan;atasan;urutan;jabatan;jenis
KADIS;;1;Kepala Dinas;pimpinan
SEKRE;KADIS;1;Sekretariat;struktural
UMUM;SEKRE;1;Sub Bagian Umum dan Kepegawaian;struktural
PARKIR;KADIS;2;Bidang Perparkiran;struktural
TIB;KADIS;3;Seksi Ketenteraman dan Ketertiban;struktural"""


def acting(office: str, posts: str = POSTS) -> Results:
    return unit(struktur=posts, sebab_tindakan=f"kode;urutan;pelaksana\nMUTU;1;{office}")


@pytest.mark.parametrize(
    ("office", "seen"),
    [
        ("Bidang Perparkiran", False),
        ("Bidang Perpakiran", True),
        ("Kepala Bidang Perparkiran dan Sekretaris", False),
        ("Kabid Perparkiran", False),
        ("Bidang Angkutan", True),
        ("Bidang Angkutan serta Sekretariat", True),
        ("Subbagian Umum dan Kepegawaian", False),
        ("Subbagian Umum", False),  # cut short
        ("Seksi Trantib", False),
        ("Seksi Pelayanan", True),
        ("Bidang terkait", False),
        ("Bidang Organisasi Setda", False),  # of another unit
        ("Seluruh bidang", False),
        ("Camat", False),
        ("Inspektorat", False),
    ],
)
def test_who_acts(office: str, seen: bool) -> None:
    assert places("K88", acting(office)) == [(2, "pelaksana")] * seen
    assert look("K88", acting(office, POSTS.splitlines()[0])) == []  # no organisation told


@pytest.mark.parametrize(
    ("office", "seen"), [("Sekretariat", False), ("Sekretaris", False), ("Sekretarait", True)]
)
def test_who_answers_for_an_indicator(office: str, seen: bool) -> None:
    header = "kode_iku;indikator;satuan;polaritas;penanggung_jawab"
    hasil = unit(struktur=POSTS, iku=f"{header}\nMUTU;Indeks mutu;indeks;naik;{office}")
    assert places("K88", hasil) == [(2, "penanggung_jawab")] * seen


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("Menyusun laporan Bidang Perparkiran", False),
        ("Menyusun laporan Bidang Perpakiran", True),
        ("Membantu Seksi Angkutan Umum", True),
        ("Melaksanakan urusan di Bidang Kesehatan", False),  # a field
        ("Mengoordinasikan tugas seksi dan bidang", False),
    ],
)
def test_offices_in_duties(text: str, seen: bool) -> None:
    duties = f"kode_jabatan;jenis;urutan;teks\nSEKRE;tugas;1;{text}"
    assert places("K88", unit(struktur=POSTS, tugas=duties)) == [(2, "teks")] * seen


def test_what_is_said(snapshot: SnapshotAssertion) -> None:
    rows = [*look("K88", acting("Bidang Perpakiran")), *look("K88", acting("Bidang Angkutan"))]
    assert told(rows) == snapshot
