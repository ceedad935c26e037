"""Pages of the printed report: how many there are, and that none of them is almost empty."""

import re

import pytest
from finished import filled, pdf_pages

OPENING = re.compile(r"(?:BAB|LAMPIRAN) (?:[IV]+|[A-Z])\n|(?:IKHTISAR|CATATAN|DAFTAR) [A-Z ]+\n")


@pytest.fixture
def path(report):
    return report.folder / "lkjip-2024.pdf"


def test_no_page_is_almost_empty_but_a_chapters_last(path):
    pages = pdf_pages(path)
    last = {n - 1 for n, text in enumerate(pages) if OPENING.match(text)} | {len(pages) - 1}
    parts = filled(path)
    thin = {n + 1: round(part, 2) for n, part in enumerate(parts) if part < 0.37 and n not in last}
    assert thin == {}
    assert min(parts[n] for n in last) < 0.37 < max(parts)  # the measure tells them apart


def test_the_report_is_short(path):
    pages = pdf_pages(path)
    (annex,) = (n for n, text in enumerate(pages) if text.startswith("LAMPIRAN B\n"))
    assert annex <= 65 and len(pages) <= 85


def test_a_table_stands_with_the_sentence_before_it(path):
    """Both were parted by a page where only a heading and its sentence had room."""
    pages = pdf_pages(path)
    tables = {"Tabel 3.7": "3.1.4 Perbandingan", "Tabel 3.12": "Efisiensi Anggaran"}
    for label, opening in tables.items():
        found = [text for text in pages if re.search(rf"(?m)^{label} [A-Z]", text)]
        assert opening in found[-1]  # before it stands the list of tables
