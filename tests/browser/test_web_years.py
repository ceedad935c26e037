"""The switch between the years whose reports lie beside each other, from disk."""

from __future__ import annotations

import shutil
from dataclasses import replace

import pytest
from barriers import barriers
from contoh_buku import sample_book, stage_look
from several_years import add_years
from unit_kecil import copy_unit

from lkjip_analysis.building.holding import YEARS, Holding, write_holding
from lkjip_analysis.building.years import tell_years
from lkjip_analysis.presentation import tables
from lkjip_analysis.rendering.web.writer import write_pages
from lkjip_analysis.results import load_results

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


@pytest.fixture(scope="module", params=[2, 7])
def courses(request, tmp_path_factory):
    """A chapter with the course of every indicator over so many years."""
    folder = tmp_path_factory.mktemp("tren")
    root = copy_unit(folder)
    if request.param == 2:
        shutil.rmtree(root / "2022")
    else:
        add_years(root)
    markup = tables.tren_indikator(load_results(2024, root)).markup
    book = sample_book()
    chapters = [replace(c, body_html=c.body_html + markup * (c.file == CHAPTER))
                for c in book.chapters]  # fmt: skip
    write_pages(replace(book, chapters=tuple(chapters)), stage_look(folder / "n"), folder / "s")
    return request.param, folder / "s"


POINTS = "r => ['circle', 'line'].map(p => r.querySelectorAll(`.garis-tren ${p}`).length)"


def test_a_row_draws_what_it_says_and_joins_no_gap(visit, courses):
    years, folder = courses
    page = visit(CHAPTER, folder=folder)
    rows = page.locator("#tabel-tren-indikator tbody tr").all()
    drawn = {row.locator("td, th").first.inner_text(): row.evaluate(POINTS) for row in rows}
    whole = {2: [2, 1], 7: [5, 4]}  # 2018 bears another name
    parted = {2: [2, 1], 7: [5, 2]}  # without 2019 and 2022
    assert drawn["IKU: Nilai AKIP"] == whole[years]
    assert drawn["Program 1: Persentase kinerja aparatur"] == parted[years]


@pytest.mark.parametrize(("width", "scheme"), [(320, "dark"), (390, "light"), (1024, "light")])
def test_courses_keep_within_the_window(visit, courses, width, scheme):
    page = visit(CHAPTER, folder=courses[1], width=width, color_scheme=scheme)
    page.wait_for_selector(".garis-tren")
    for row in page.locator("#tabel-tren-indikator tbody tr").all():
        for cell in row.locator("td:visible, th:visible").all():
            box = cell.bounding_box()
            assert box["x"] >= 0 and box["x"] + box["width"] <= width
    assert barriers(page) == []


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
