"""The switch between the years whose reports lie beside each other, from disk."""

from __future__ import annotations

import shutil
from dataclasses import replace

import pytest
from barriers import barriers
from contoh_buku import sample_book, stage_look

from lkjip_analysis.building.holding import YEARS, Holding, write_holding
from lkjip_analysis.building.years import tell_years
from lkjip_analysis.rendering.web.writer import write_pages

CHAPTER = "03-akuntabilitas-kinerja.html"


@pytest.fixture(scope="module")
def years(tmp_path_factory):
    """Reports of five years; that of 2021 has no chapter III."""
    folder = tmp_path_factory.mktemp("tahun")
    look = stage_look(folder / "naskah")
    for tahun in range(2020, 2025):
        book = sample_book()
        chapters = [c for c in book.chapters if tahun != 2021 or c.file != CHAPTER]
        book = replace(book, lkjip=book.lkjip | {"tahun": tahun}, chapters=tuple(chapters))
        write_pages(book, look, folder / str(tahun))
        write_holding(folder / str(tahun), Holding("Kecamatan Sumobito", tahun, "../data"))
    for tahun in (2020, 2021, 2022, 2023, 2024):
        tell_years(folder / str(tahun))
    return folder


def test_a_report_alone_has_no_switch(visit):
    page = visit("index.html")
    page.wait_for_function("window.LKJIP_TAHUN")
    assert page.locator(".tahun").is_hidden()


def test_the_same_place_of_another_year(visit, years):
    page = visit(f"2024/{CHAPTER}#tbl-iku", folder=years)
    page.get_by_text("Tahun laporan 2024").click()
    shown = page.locator(".tahun li").all_inner_texts()
    assert shown == ["2024", "2023", "2022", "2021", "2020"]
    page.get_by_role("navigation", name="Tahun laporan").get_by_role("link", name="2022").click()
    page.wait_for_url(f"**/2022/{CHAPTER}#tbl-iku")
    page.get_by_text("Tahun laporan 2022").click()
    page.locator(".tahun").get_by_role("link", name="2021").click()
    page.wait_for_url("**/2021/index.html")


def test_the_switch_goes_to_where_the_reader_has_come(visit, years):
    page = visit(f"2024/{CHAPTER}", folder=years)
    page.evaluate("location.hash = '#tbl-program'")
    page.get_by_text("Tahun laporan 2024").click()
    page.locator(".tahun").get_by_role("link", name="2023").click()
    page.wait_for_url(f"**/2023/{CHAPTER}#tbl-program")


def test_the_switch_by_keyboard(visit, years):
    page = visit("2023/index.html", folder=years)
    page.locator(".tahun summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "2024"
    page.keyboard.press("Escape")
    assert page.locator(".tahun ul").is_hidden()
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"


@pytest.mark.parametrize(("width", "scheme"), [(320, "light"), (1280, "dark")])
def test_the_open_switch_is_accessible_and_in_the_window(visit, years, width, scheme):
    page = visit("2024/index.html", folder=years, width=width, color_scheme=scheme)
    page.locator(".tahun summary").click()
    box = page.locator(".tahun ul").bounding_box()
    assert box["x"] >= 0 and box["x"] + box["width"] <= width
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert barriers(page) == []


def test_a_folder_published_alone_has_no_switch(browser, years, tmp_path):
    shutil.copytree(years / "2024", tmp_path / "terbit")
    page = browser.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    with page.expect_event("requestfailed", lambda request: request.url.endswith(YEARS)):
        page.goto((tmp_path / "terbit" / "index.html").as_uri())
    page.wait_for_load_state("networkidle")
    assert page.locator(".tahun").is_hidden()
    assert faults == []
    page.close()
