"""A finished report holds all chapters, names and figures, in every format, in order."""

import json
import re

import pytest
from finished import DRAFT_MARK, texts

from lkjip_analysis.data.schemas import (
    IndikatorProgram,
    Narasi,
    Program,
    Renstra,
    Sarpras,
    TindakLanjut,
    Tugas,
)
from lkjip_analysis.data.validation import load_year

FORMATS = ("html", "pdf", "docx")
HEADINGS = (
    "Kata Pengantar",
    "Ikhtisar Eksekutif",
    "Pendahuluan",
    "Struktur Organisasi",
    "Tugas dan Fungsi",
    "Isu Strategis",
    "Penjenjangan Kinerja",
    "Peta Proses Bisnis",
    "Ringkasan Laporan Hasil Evaluasi",
    "Perencanaan Kinerja",
    "Rencana Strategis dan Rencana Kinerja",
    "Rencana Strategis (Renstra)",
    "Rencana Kerja (Renja)",
    "Perjanjian Kinerja",
    "Indikator Kinerja Utama (IKU)",
    "Akuntabilitas Kinerja",
    "Capaian Kinerja Organisasi",
    "Target dan Realisasi Kinerja Tahun Ini",
    "Perbandingan Realisasi Kinerja dengan Dua Tahun Sebelumnya",
    "Realisasi Kinerja terhadap Target Jangka Menengah Renstra",
    "Perbandingan dengan Realisasi Kinerja Tingkat Nasional",
    "Analisis atas Realisasi Kinerja",
    "Realisasi Anggaran",
    "Perbandingan Realisasi Kinerja dengan Realisasi Anggaran",
    "Efisiensi Penggunaan Sumber Daya",
    "Upaya Perbaikan Kinerja",
    "Tindak Lanjut Hasil Evaluasi",
    "Penutup",
    "Kesimpulan",
    "Langkah ke Depan",
)
NUMBERED = (
    "1.1 Struktur",
    "1.2 Tugas",
    "1.3 Isu",
    "1.4 Penjenjangan",
    "1.5 Peta",
    "1.6 Ringkasan",
    "2.1 Rencana",
    "2.1.1 Rencana",
    "2.1.2 Rencana",
    "2.2 Perjanjian",
    "2.3 Indikator",
    "3.1 Capaian",
    "3.1.1 Target",
    "3.1.2 Perbandingan",
    "3.1.3 Realisasi",
    "3.1.4 Perbandingan",
    "3.1.5 Analisis",
    "3.2 Realisasi",
    "3.2.1 Perbandingan",
    "3.2.2 Efisiensi",
    "3.3 Upaya",
    "3.4 Tindak",
    "4.1 Kesimpulan",
    "4.2 Langkah",
)


@pytest.mark.parametrize("form", FORMATS)
def test_headings_in_order(report, root, form):
    text = texts(report)[form].casefold()
    place = 0
    if form == "docx":  # past the lists
        foreword = next(
            row.teks for row in load_year(2024, root)[Narasi] if row.bagian == "kata_pengantar"
        )
        place = text.index(foreword[:20].casefold()) - 60
    for heading in HEADINGS:
        found = text.find(heading.casefold(), place)
        assert found >= 0, heading
        place = found


@pytest.mark.parametrize("form", FORMATS)
def test_numbering_is_continuous(report, form):
    text = texts(report)[form]
    missing = [
        number
        for number in NUMBERED
        if not re.search(number.replace(" ", r"\s*").replace(".", r"\."), text)
    ]
    assert not missing
    for roman in ("I", "II", "III", "IV"):
        assert f"BAB {roman} " in text.replace("Bab", "BAB")


@pytest.mark.parametrize("form", FORMATS)
def test_every_name_in_the_data_is_printed(report, root, form):
    data = load_year(2024, root)
    text = re.sub(r"[\s­​]+", "", texts(report)[form])
    wanted = [
        *(row.nama for row in (*data[Program], *data[Renstra])),
        *(row.uraian for row in data[Sarpras]),
        *(row.rekomendasi for row in data[TindakLanjut]),
        *(row.indikator for row in data[IndikatorProgram]),
        *(row.teks for row in data[Tugas]),
    ]
    assert [name for name in wanted if re.sub(r"\s+", "", name) not in text] == []


def test_results_file_agrees_with_the_pages(report):
    records = json.loads((report.folder / "hasil.json").read_text(encoding="utf-8"))
    by_key = {record["kunci"]: record for record in records}
    page = (report.folder / "03-akuntabilitas-kinerja.html").read_text(encoding="utf-8")
    shown = dict(re.findall(r'data-kunci="([^"]+)"[^>]*>([^<]+)<', page))
    assert len(shown) > 150
    known = {
        key: text
        for key, text in shown.items()
        if by_key[key]["nilai"] is not None and re.search(r"\d", text)  # not told in words only
    }
    assert len(known) > 150
    assert {key for key, text in known.items() if not agrees(by_key[key], text)} == set()


def agrees(record, text):
    """Whether a page shows the figure; prose tells a difference by its size ("turun 1,90")."""
    tampil = record["tampil"]
    if re.search(r"\.(perubahan|selisih_nasional)\b", record["kunci"]):
        tampil = tampil.removeprefix("-")
    return tampil in text


def test_not_a_draft(report):
    assert not report.draft
    assert not DRAFT_MARK.search(texts(report)["pdf"])
