"""Search from disk, without a server."""

from __future__ import annotations

import pytest


def search(page, words: str):
    page.keyboard.press("/")
    page.keyboard.type(words)
    page.wait_for_selector(".cari-hasil:not([hidden])")
    return page.locator(".cari-hasil li a")


def test_finds_sections_with_context_and_marks(visit):
    results = search(visit("index.html"), "susunan organisasi")
    first = results.first
    assert "BAB I · Pendahuluan" in first.inner_text()
    assert "1.1 Struktur Organisasi" in first.inner_text()
    assert first.locator("mark").all_inner_texts() == ["Organisasi", "Susunan", "organisasi"]
    assert "Sekretariat" in first.inner_text()


def test_context_is_where_the_words_stand_together(visit):
    first = search(visit("index.html"), "sub bagian keuangan").first
    shown = first.locator(".cari-cuplikan").inner_text()
    assert "Sub Bagian Keuangan" in shown


def test_finds_figures_whole_and_half_words(visit):
    page = visit("index.html")
    assert "Tabel 3.1" in search(page, "105,71").first.inner_text()
    page.locator(".cari input").fill("forkopim")
    page.wait_for_function("document.querySelector('.cari-hasil').innerText.includes('Tabel 3.2')")
    page.locator(".cari input").fill("xyzxyz")
    page.wait_for_function(
        "document.querySelector('.cari-status').innerText.startsWith('Tidak ditemukan')"
    )


def test_keyboard_alone(visit):
    page = visit("04-penutup.html")
    results = search(page, "realisasi")
    assert results.count() > 1
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert results.nth(1).evaluate("a => a === document.activeElement")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.tagName") == "INPUT"
    page.keyboard.press("Escape")
    assert not page.locator(".cari-hasil").is_visible()
    page.locator(".cari input").fill("forkopimcam")
    page.wait_for_selector(".cari-hasil li a")
    page.keyboard.press("Enter")
    page.wait_for_url("**/03-akuntabilitas-kinerja.html?*cari=forkopimcam#tbl-program")
    assert page.evaluate("CSS.highlights.get('lkjip-cari').size") == 1
    page.wait_for_function("document.activeElement.innerText.includes('Forkopimcam')")
    page.keyboard.press("Tab")  # the number is the next stop
    assert page.evaluate("document.activeElement.innerText") == "42.000.000"


def test_a_word_is_not_found_inside_another(visit):
    page = visit("index.html")
    results = search(page, "paten")
    marked = results.locator("mark").all_inner_texts()
    assert marked and {word.casefold() for word in marked} == {"paten"}
    results.first.click()
    page.wait_for_url("**/03-akuntabilitas-kinerja.html?*#tbl-iku")
    found = page.evaluate("[...CSS.highlights.get('lkjip-cari')].map(r => r.toString())")
    assert found and {word.casefold() for word in found} == {"paten"}


@pytest.mark.parametrize(
    ("words", "title", "marked"),
    [
        ("196808031990031011", "Kata Pengantar", "196808031990031011"),
        ("19680803 199003 1 011", "Kata Pengantar", "196808031990031011"),
        ("1.932.654.346", "Penyediaan Gaji", "1.932.654.346"),
        ("1932654346", "Penyediaan Gaji", "1.932.654.346"),
        ("Rp1.932.654.346", "Penyediaan Gaji", "1.932.654.346"),
        ("pengatar", "Kata Pengantar", "Pengantar"),
        ("tabel 3.2", "Tabel 3.2", "3.2"),
        ("bab iv", "BAB IV Penutup", "IV"),
    ],
)
def test_what_a_reviewer_types(visit, words, title, marked):
    first = search(visit("index.html"), words).first
    assert first.locator(".cari-judul").inner_text().startswith(title)
    assert marked in first.locator("mark").all_inner_texts()


def test_a_result_in_a_long_table_opens_its_row(visit, long_site):
    page = visit("index.html", folder=long_site)
    search(page, "layanan nomor 7305").first.click()
    page.wait_for_url("**/panjang.html?cari=*#tbl-panjang")
    row = page.locator("#tabel-panjang tr", has_text="nomor 7305")
    row.wait_for(state="visible")
    page.wait_for_function("scrollY > 0")
    assert 0 < row.bounding_box()["y"] < 800


def test_slash_in_a_field_is_a_letter(visit):
    page = visit("03-akuntabilitas-kinerja.html")
    field = page.get_by_label("Saring baris Tabel 3.2")
    field.press("/")
    assert field.input_value() == "/"


def test_markup_in_the_query_is_text(visit):
    page = visit("index.html")
    page.keyboard.press("/")
    page.keyboard.type("<img src=x onerror=alert(1)> (a|b)")
    page.wait_for_selector(".cari-status")
    assert page.locator(".cari-hasil img").count() == 0


def test_on_a_phone(visit):
    page = visit("index.html", width=320, height=640)
    assert not page.locator(".cari input").is_visible()
    page.get_by_role("button", name="Cari dalam laporan").click()
    page.keyboard.type("struktur")
    page.wait_for_selector(".cari-hasil li a")
    assert page.evaluate(
        "document.documentElement.scrollWidth <= document.documentElement.clientWidth"
    )
