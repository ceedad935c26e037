"""The trace of a figure: by pointer, by keyboard, by touch."""

from __future__ import annotations

PAGE = "03-akuntabilitas-kinerja.html"
CAPAIAN = 'p > .angka[data-kunci="iku.AKIP.capaian"]'


def test_hover_shows_formula_value_and_cells(visit):
    page = visit(PAGE)
    card = page.locator(".jejak")
    assert not card.is_visible()
    page.hover(CAPAIAN)
    card.wait_for(state="visible")
    text = card.inner_text()
    assert "102,04%" in text
    assert "iku.AKIP.capaian" in text
    assert "realisasi ÷ target × 100" in text
    assert "102,0416666666666667" in text
    assert "data/2024/iku.csv · baris 2 · target" in text
    assert card.get_by_role("link").get_attribute("href") == (
        "lampiran-jejak.html#jejak-iku-AKIP-capaian"
    )
    card.hover()  # the way to the card must not close it
    page.wait_for_timeout(400)
    assert card.is_visible()
    page.mouse.move(640, 790)
    card.wait_for(state="hidden")


def test_a_gap_says_why(visit):
    page = visit(PAGE)
    page.click('.angka[data-kunci="iku.IKPP.nasional"]')
    card = page.locator(".jejak")
    card.wait_for(state="visible")
    assert "Realisasi nasional belum tersedia." in card.inner_text()
    assert "belum tersedia" in card.locator("li").inner_text()
    assert card.get_by_role("link").count() == 0


def test_keyboard_opens_walks_and_closes(visit):
    page = visit(PAGE)
    first = page.locator('p > .angka[data-kunci="iku.AKIP.realisasi"]')
    first.focus()
    card = page.locator(".jejak")
    card.wait_for(state="visible")
    assert first.get_attribute("aria-expanded") == "true"
    page.keyboard.press("ArrowRight")
    page.wait_for_function("document.activeElement.dataset.kunci === 'iku.AKIP.capaian'")
    assert "iku.AKIP.capaian" in card.inner_text()
    page.keyboard.press("Escape")
    card.wait_for(state="hidden")
    page.keyboard.press("Enter")
    card.wait_for(state="visible")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.jejak') !== null")
    page.keyboard.press("Escape")
    card.wait_for(state="hidden")
    assert page.evaluate("document.activeElement.dataset.kunci") == "iku.AKIP.capaian"


def test_a_table_costs_one_tab_stop(visit):
    page = visit(PAGE)
    stops = page.locator("#tabel-program .angka[tabindex='0']")
    assert page.locator("#tabel-program .angka").count() > 10
    assert stops.count() == 1
    stops.focus()
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.dataset.kunci") == "program.7.01.01.1.realisasi"
    assert stops.count() == 1
    page.keyboard.press("End")
    assert page.evaluate("document.activeElement.dataset.kunci") == "anggaran.serapan"


def test_tap_opens_a_sheet_and_a_tap_beside_closes_it(visit):
    page = visit(PAGE, width=390, height=844, has_touch=True, is_mobile=True)
    page.tap(CAPAIAN)
    card = page.locator(".jejak")
    card.wait_for(state="visible")
    box = card.bounding_box()
    assert box["x"] == 0
    assert abs(box["y"] + box["height"] - 844) < 2
    page.tap("h1")
    card.wait_for(state="hidden")


def test_unknown_figure_says_so(visit):
    page = visit(PAGE)
    page.click('.angka[data-kunci="program.7.01.01.realisasi"]')
    card = page.locator(".jejak")
    card.wait_for(state="visible")
    assert "tidak tersedia" in card.inner_text()


def test_link_leads_to_the_annex(visit):
    page = visit(PAGE)
    page.click(CAPAIAN)
    page.get_by_role("link", name="Lihat dalam lampiran").click()
    page.wait_for_url("**/lampiran-jejak.html#jejak-iku-AKIP-capaian")


def test_cells_of_money_are_read_in_groups_and_a_long_list_is_cut(visit):
    page = visit(PAGE)
    page.hover(CAPAIAN)
    page.wait_for_function("window.LKJIP_JEJAK")
    cells = [
        {"berkas": "2024/program.csv", "baris": 2, "kolom": "pagu", "nilai": "2487371653"},
        {"berkas": "2024/iku.csv", "baris": 2, "kolom": "target", "nilai": "2024"},
    ]
    page.evaluate(
        "m => Object.assign(window.LKJIP_JEJAK['iku.AKIP.realisasi'], {masukan: m, sisa: 3470})",
        cells,
    )
    page.click("p > .angka[data-kunci='iku.AKIP.realisasi']")
    text = page.locator(".jejak").inner_text()
    assert "2.487.371.653" in text and "2024" in text.splitlines()
    assert "Diambil dari 3.472 sel data" in text
    assert "dan 3.470 sel lagi" in text
