"""What a citizen with a phone and an evaluator at a desk find, from disk, in few steps."""

from __future__ import annotations

import pytest

PATEN = "Nilai Paten Kecamatan Sumobito"
TOLD = ("80,55", "target 84", "95,89%", "turun dari 83,29", "peralatan permainan")
"""Value, trend and action."""


@pytest.fixture
def visit(report, browser):
    """Open the first page in a window."""
    pages = []

    def open_page(width: int, height: int):
        page = browser.new_page(viewport={"width": width, "height": height})
        pages.append(page)
        page.goto((report.folder / "index.html").as_uri())
        return page

    yield open_page
    for page in pages:
        page.close()


def test_the_first_screen_names_the_miss_and_leads_to_it(visit):
    page = visit(390, 844)
    name = page.locator(".status-belum").get_by_role("link", name=PATEN)
    box = name.bounding_box()
    assert box["y"] + box["height"] < 844
    name.click()
    page.wait_for_url("**/03-akuntabilitas-kinerja.html#sec-program-belum")


@pytest.mark.parametrize("words", ["paten", "tidak tercapai", "turun"])
def test_words_and_enter_reach_value_trend_and_action(visit, words):
    page = visit(390, 844)
    page.keyboard.press("/")
    page.keyboard.type(words)
    page.locator(".cari-judul", has_text=PATEN).first.wait_for()
    page.keyboard.press("Enter")
    page.wait_for_function("document.activeElement.tagName === 'TR'")
    row = page.evaluate("document.activeElement.innerText")
    assert PATEN in row and all(told in row for told in TOLD)
    box = page.evaluate(
        "JSON.parse(JSON.stringify(document.activeElement.getBoundingClientRect()))"
    )
    assert box["top"] > 0 and box["bottom"] < 844
    page.keyboard.press("Tab")  # and to its cells
    card = page.locator(".jejak", has_text="indikator_program.csv")
    card.wait_for()
    card.locator(".jejak-sel").click()
    cell = page.locator("dialog[open] .ini")
    cell.wait_for()
    assert "realisasi" in cell.inner_text() and "80,55" in cell.inner_text()


def test_the_absorption_of_a_programme_is_checked_against_its_cells(visit):
    page = visit(1440, 900)
    page.keyboard.press("/")
    page.keyboard.type("serapan program 2")
    page.wait_for_selector(".cari-hasil li a")
    page.keyboard.press("Enter")
    page.wait_for_function("document.activeElement.tagName === 'TR'")
    row = page.locator("tr.ditemukan")
    assert row.inner_text().startswith("Program 2: Penyelenggaraan Pemerintahan")
    row.locator(".angka", has_text="99,54%").hover()
    card = page.locator(".jejak", has_text="realisasi anggaran ÷ pagu × 100")
    card.wait_for()
    assert "program.csv" in card.inner_text()
    card.locator(".jejak-sel", has_text="realisasi").click()
    cell = page.locator("dialog[open] .baris-ini")
    cell.wait_for()
    assert "19769500" in cell.inner_text().replace(".", "")


def test_the_list_of_what_is_doubted_is_one_step_away(visit):
    page = visit(1440, 900)
    page.locator(".status-ragu").get_by_role("link", name="keraguan beserta sebabnya").click()
    page.wait_for_url("**#sec-catatan-data")
    doubts = page.get_by_text("‡ ", exact=False).all_inner_texts()
    assert any("satu rupiah lebih besar daripada total pagu DPA" in text for text in doubts)
