"""IKPP 8,14 cannot be with the IPP 3,08 of the same document: the doubt is seen where it stands."""

from __future__ import annotations

import json
import re

import pytest
from finished import pdf_pages, squeeze, texts
from lxml import html
from unit_here import DATA, TAHUN

import lkjip_analysis as lk
from lkjip_analysis.assessment.compliance import assess
from lkjip_analysis.checks import run_checks

WHY = "IKM 4,048, sedangkan IKM paling tinggi 4"
KEY = "iku.IKPP.realisasi"


def page_of(report, name):
    return html.parse(str(report.folder / name)).getroot()


def test_on_the_home_page_with_its_cause_and_a_way_to_the_notes(report):
    page = page_of(report, "index.html")
    place, *_ = page.xpath(f'//*[@data-kunci="{KEY}"]/following-sibling::*[1]')
    assert (place.text, place.get("aria-label")) == ("‡", "diragukan")
    assert WHY in place.get("title")
    (box,) = page.find_class("callout-warning")
    assert WHY in box.text_content() and box.xpath('.//a[@href="#sec-catatan-data"]')
    assert page.get_element_by_id("sec-catatan-data") is not None


def test_in_the_card_of_the_number(report):
    script = (report.folder / "aset" / "jejak.js").read_text(encoding="utf-8")
    trace, _ = json.JSONDecoder().raw_decode(script.partition("=")[2])
    assert WHY in trace[KEY]["diragukan"]
    assert WHY in trace["iku.IKPP.capaian"]["diragukan"]
    assert "diragukan" not in trace["iku.IKPP.target"]


def test_in_the_table_of_the_iku(report):
    page = page_of(report, "03-akuntabilitas-kinerja.html")
    table = page.get_element_by_id("tabel-capaian-iku")
    cells = [squeeze(cell.text_content()) for cell in table.xpath(".//tbody/tr[2]/td")]
    assert {"8,14‡", "105,71%‡"} <= set(cells) and "73,47‡" not in table.text_content()
    caption = table.xpath("ancestor::figure//figcaption | .//caption")[0]
    assert "Tabel 3.2" in squeeze(caption.text_content())


@pytest.mark.parametrize("form", ["html", "pdf", "docx"])
def test_in_every_format_with_the_notes(report, form):
    said = texts(report)[form]
    assert "8,14‡ dari target 7,7, capaian 105,71%‡, naik dari 7,68 pada tahun 2023" in said
    assert WHY in said and "‡ diragukan; sebabnya pada Catatan atas Data." in said
    assert not re.search(r"73,47‡|103,88%‡|97,57%‡", said), "what is sound bears no mark"


def test_the_notes_fill_one_page_of_the_pdf_and_name_no_file_or_rule(report):
    (pdf,) = report.folder.glob("lkjip-*.pdf")
    pages = [page for page in pdf_pages(pdf) if re.search(r"(?m)^CATATAN ATAS DATA$", page)]
    own = next(page for page in pages if "Angka bertanda" in page)
    assert WHY in squeeze(own) and "catatan lain." not in own
    assert "Kata Pengantar bertanggal" in own, "the last note stands on it, too"
    assert not re.search(r"\.csv|\bK\d\d\b", own)


def test_nothing_is_said_to_be_fulfilled_that_a_finding_denies():
    hasil = lk.buka(TAHUN, DATA)
    items = {item.id: item for item in assess(hasil, run_checks(hasil))}
    for code in ("R11", "R15", "R19", "R25"):
        assert items[code].status == "sebagian", code
    assert "IKM 4,048" in items["R25"].kurang


def test_the_public_face_knows_it():
    hasil = lk.buka(TAHUN, DATA)
    assert WHY in hasil.iku["IKPP"].capaian.diragukan
    frame = hasil.frame("iku").set_index("kode_iku")
    assert WHY in frame.loc["IKPP", "diragukan"] and frame["diragukan"].isna()["AKIP"]
    every = hasil.frame("angka").set_index("kunci")
    assert WHY in every.loc[KEY, "diragukan"]
