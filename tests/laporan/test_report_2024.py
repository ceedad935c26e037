"""The finished report of 2024 holds all of the published one, in every format, in order."""

import json
import re

import pytest
from finished import squeeze, texts
from pypdf import PdfReader

from lkjip_analysis.data.validation import load_year

FORMATS = ("html", "pdf", "docx")
HEADINGS = (
    "Kata Pengantar",
    "Ikhtisar Eksekutif",
    "Pendahuluan",
    "Struktur Organisasi",
    "Tugas dan Fungsi",
    "Isu Strategis",
    "Cascading Kinerja",
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
    "1.4 Cascading",
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
FIGURES = (  # worked out by hand from the published tables
    "102,04%",
    "105,71%",
    "103,88%",
    "97,57%",
    "Rp2.575.209.979",
    "Rp2.639.389.253",
    "Rp64.179.274",
    "95,89%",
    "99,28%",
    "101,12%",
    "100,20%",
    "99,41%",
    "97,42%",
    "99,54%",
    "94,24%",
    "98,48%",
    "21,05%",
    "50,00%",
    "35,53%",
    "93,95%",
    "77,80%",
    "85,53%",
    "74,60%",
    "53,12%",
    "Rp125.520.224",
)


@pytest.mark.parametrize("form", FORMATS)
def test_headings_in_order(report_2024, form):
    text = texts(report_2024)[form].casefold()
    place = text.rfind("daftar gambar") if form == "pdf" else 0
    place = 0 if form != "docx" else text.find("syukur alhamdulillah") - 60
    for heading in HEADINGS:
        found = text.find(heading.casefold(), place)
        assert found >= 0, heading
        place = found


@pytest.mark.parametrize("form", FORMATS)
def test_numbering_is_continuous(report_2024, form):
    text = texts(report_2024)[form]
    missing = [
        number
        for number in NUMBERED
        if not re.search(number.replace(" ", r"\s*").replace(".", r"\."), text)
    ]
    assert not missing
    for roman in ("I", "II", "III", "IV"):
        assert f"BAB {roman} " in text.replace("Bab", "BAB")


@pytest.mark.parametrize("form", FORMATS)
def test_figures_of_the_seed(report_2024, form):
    text = texts(report_2024)[form]
    assert [figure for figure in FIGURES if figure not in text] == []


@pytest.mark.parametrize("form", FORMATS)
def test_every_name_in_the_data_is_printed(report_2024, form):
    data = load_year(2024)
    text = re.sub(r"[\s­​]+", "", texts(report_2024)[form])
    wanted = [
        *data["program"]["nama"],
        *data["sarpras"]["uraian"],
        *data["tindak_lanjut"]["rekomendasi"],
    ]
    wanted += [
        *data["indikator_program"]["indikator"],
        *data["tugas"]["teks"],
        *data["renstra"]["nama"],
    ]
    assert [name for name in wanted if re.sub(r"\s+", "", name) not in text] == []


def test_no_claim_without_a_number(report_2024):
    for form, text in texts(report_2024).items():
        assert "melebihi nasional" not in text and "melebihi target nasional" not in text, form
        assert "100,19" not in text, form


def test_results_file_agrees_with_the_pages(report_2024):
    records = json.loads((report_2024.folder / "hasil.json").read_text(encoding="utf-8"))
    by_key = {record["kunci"]: record for record in records}
    assert by_key["iku.AKIP.capaian"]["nilai"] == pytest.approx(73.47 / 72 * 100)
    assert by_key["iku.AKIP.capaian"]["masukan"][1] == {
        "berkas": "2024/iku.csv", "baris": 2, "kolom": "realisasi", "nilai": "73,47",
    }  # fmt: skip
    page = (report_2024.folder / "03-akuntabilitas-kinerja.html").read_text(encoding="utf-8")
    shown = dict(re.findall(r'data-kunci="([^"]+)"[^>]*>([^<]+)<', page))
    assert len(shown) > 150
    known = {
        key: text
        for key, text in shown.items()
        if by_key[key]["nilai"] is not None and not key.endswith(".status")
    }
    assert {key for key, text in known.items() if by_key[key]["tampil"] not in text} == set()


def test_not_a_draft(report_2024):
    assert not report_2024.draft
    assert "DRAF" not in texts(report_2024)["pdf"]


def test_small_tables_keep_their_notes_on_the_page(report_2024):
    """Table 3.3 has three rows; before, its last notes stood alone on the next page."""
    pdf = next(path for path in report_2024.files if path.suffix == ".pdf")
    pages = [squeeze(page.extract_text()) for page in PdfReader(pdf).pages]
    head = [n for n, page in enumerate(pages) if "Status Sasaran Strategis" in page]
    note = [n for n, page in enumerate(pages) if "berarti tidak ada sasaran dengan status" in page]
    assert head == note and len(head) == 1
