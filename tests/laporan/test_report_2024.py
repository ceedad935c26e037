"""The finished report of 2024 holds the figures of the published one, in every format."""

import json
import re

import pytest
from finished import pdf_pages, squeeze, texts

FORMATS = ("html", "pdf", "docx")
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
def test_figures_of_the_seed(report, form):
    text = texts(report)[form]
    assert [figure for figure in FIGURES if figure not in text] == []


def test_no_claim_without_a_number(report):
    for form, text in texts(report).items():
        assert "melebihi nasional" not in text and "melebihi target nasional" not in text, form
        assert "100,19" not in text, form


def test_results_file_has_the_value_and_its_cell(report):
    records = json.loads((report.folder / "hasil.json").read_text(encoding="utf-8"))
    by_key = {record["kunci"]: record for record in records}
    assert by_key["iku.AKIP.capaian"]["nilai"] == pytest.approx(73.47 / 72 * 100)
    assert by_key["iku.AKIP.capaian"]["masukan"][1] == {
        "berkas": "2024/iku.csv", "baris": 2, "kolom": "realisasi", "nilai": "73,47",
    }  # fmt: skip


def test_nothing_of_the_example_is_in_it(report):
    for form, text in texts(report).items():
        assert not re.search(r"dinas perhubungan|rekaan", text, re.IGNORECASE), form


def test_small_tables_keep_their_notes_on_the_page(report):
    """Table 3.3 has three rows; before, its last notes stood alone on the next page."""
    pdf = next(path for path in report.files if path.suffix == ".pdf")
    pages = list(map(squeeze, pdf_pages(pdf)))
    head = [n for n, page in enumerate(pages) if "Status Sasaran Strategis" in page]
    note = [n for n, page in enumerate(pages) if "berarti tidak ada sasaran dengan status" in page]
    assert head == note and len(head) == 1


def test_the_ikhtisar_is_one_page_and_names_what_was_missed(report):
    pdf = next(path for path in report.files if path.suffix == ".pdf")
    pages = list(map(squeeze, pdf_pages(pdf)))
    place = next(n for n, page in enumerate(pages) if page.startswith("IKHTISAR EKSEKUTIF"))
    assert pages[place - 1].startswith("KATA PENGANTAR")
    assert pages[place + 1].startswith("CATATAN ATAS DATA")
    page = pages[place].replace("\xa0", " ")
    assert "80,55 dari target 84, capaian 95,89%, turun dari 83,29 pada tahun 2023" in page
    assert "Tindakan lain tahun 2025" in page and "Rp2.575.209.979" in page
    assert not re.search("100,20%|103,88%|99,41%", page), "a mean that hides a miss"


def test_on_the_web_the_ikhtisar_stands_before_the_preface(report):
    text = (report.folder / "index.html").read_text(encoding="utf-8")
    assert 0 < text.index('id="sec-ikhtisar"') < text.index('id="sec-kata-pengantar"')


def test_a_final_report_has_no_section_that_nobody_wrote(report):
    for form, text in texts(report).items():
        assert "Pemanfaatan Hasil Pengukuran" not in text, form
