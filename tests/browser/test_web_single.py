"""The one file that holds a whole book, and the first page sent without its folder."""

from __future__ import annotations

import re
import shutil

import pytest
from contoh_buku import sample_book, stage_look

from lkjip_analysis.rendering.web.single import joined, write_single


@pytest.fixture(scope="module")
def alone(tmp_path_factory):
    """The sample report as one file, alone in a folder."""
    folder = tmp_path_factory.mktemp("satu")
    book = sample_book()
    book.lkjip["unduhan"] = ["lkjip-2024.pdf"]
    look = stage_look(tmp_path_factory.mktemp("naskah"))
    text = write_single(book, look, tmp_path_factory.mktemp("kerja"))
    (folder / "satu.html").write_text(text, encoding="utf-8")
    return folder


def test_all_chapters_are_in_it_and_no_link_leads_out(alone):
    text = (alone / "satu.html").read_text(encoding="utf-8")
    page = re.sub(r"(?s)<script.*?</script>", "", text)
    for chapter in sample_book().chapters:
        assert f"{chapter.title_text}</h1>" in page
    ids = re.findall(r"\sid=[\"']([^\"']+)", page)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r"href=[\"']#([^\"']+)", page)) <= set(ids)
    assert not re.findall(r"\s(?:href|src)=[\"'](?!#|data:)[^\"']*", page)
    assert "lkjip-2024.pdf. Semuanya ada di folder laporan lengkap." in page


def test_ids_of_two_chapters_are_told_apart():
    book = sample_book()
    first, second, *_ = book.chapters
    again = second.body_html + '<p id="sec-ikhtisar"><a href="#sec-ikhtisar">ini</a></p>'
    away = f'<a href="{second.file}#sec-ikhtisar">sana</a><a href="{second.file}">bab</a>'
    parts = {first.file: first.body_html + away, second.file: again}
    chapters = [
        type(one)(**{**vars(one), "body_html": parts.get(one.file, one.body_html)})
        for one in book.chapters
    ]
    one, two, *_ = joined(type(book)(**{**vars(book), "chapters": tuple(chapters)})).chapters
    assert '<p id="01-pendahuluan-sec-ikhtisar"><a href="#01-pendahuluan-sec-ikhtisar">ini' in (
        two.body_html
    )
    assert '<a href="#01-pendahuluan-sec-ikhtisar">sana' in one.body_html
    assert '<a href="#hal-01-pendahuluan">bab' in one.body_html
    assert 'id="sec-ikhtisar">' in one.body_html


def test_search_goes_to_the_row_and_the_card_opens_without_reading_the_page_anew(visit, alone):
    page = visit("satu.html", folder=alone, width=390, offline=True)
    page.evaluate("window.tetap = true")
    page.get_by_label("Cari dalam laporan").first.click()
    page.keyboard.type("nilai evaluasi akip")
    page.locator(".cari-hasil a").first.wait_for()
    page.keyboard.press("Enter")
    page.locator("tr.ditemukan", has_text="Nilai Evaluasi AKIP").wait_for()
    assert page.evaluate("window.tetap && location.search") == ""
    page.locator('p > .angka[data-kunci="iku.AKIP.capaian"]').click()
    card = page.locator(".jejak")
    card.wait_for(state="visible")
    card.get_by_role("link").click()
    assert page.locator("#jejak-iku-AKIP-capaian").is_visible()
    assert page.evaluate("window.tetap")


def test_a_link_into_the_file_stays_at_its_place_while_the_rest_is_laid_out(visit, alone):
    page = visit("satu.html#sec-anggaran", folder=alone, width=390)
    assert 0 < page.locator("#sec-anggaran").bounding_box()["y"] < 120
    page.mouse.wheel(0, 900)
    page.evaluate("LKJIP_NANTI([0, 1], () => {})")
    page.wait_for_function("document.documentElement.dataset.siap !== undefined")
    assert page.locator("#sec-anggaran").bounding_box()["y"] < 0


def test_the_first_page_alone_reads_as_a_page_and_says_what_is_missing(browser, site, tmp_path):
    shutil.copy(site / "index.html", tmp_path)
    page = browser.new_page(viewport={"width": 390, "height": 844})
    page.goto((tmp_path / "index.html").as_uri())
    assert page.locator(".sendirian").is_visible()
    widest = page.evaluate(
        "Math.max(...[...document.querySelectorAll('svg')].map(s => s.clientWidth))"
    )
    assert widest <= 40
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.goto((site / "index.html").as_uri())
    assert not page.locator(".sendirian").is_visible()
    page.close()
