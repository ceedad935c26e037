"""From a figure's card to its cell in the published table, and the figure as a quotation."""

from __future__ import annotations

import pytest
from barriers import barriers
from contoh_buku import SHEET

PAGE = "03-akuntabilitas-kinerja.html"
CAPAIAN = 'p > .angka[data-kunci="iku.AKIP.capaian"]'
IN_SIGHT = """() => {
    const box = document.activeElement.getBoundingClientRect();
    return box.width > 0 && box.left >= 0 && box.top >= 0 && box.right <= innerWidth
        && box.bottom <= innerHeight && document.activeElement.textContent;
}"""


def show_cells(page, *cells):
    """Give the figure of the card these cells."""
    page.hover(CAPAIAN)
    page.wait_for_function("window.LKJIP_JEJAK")
    page.evaluate("m => { LKJIP_JEJAK['iku.AKIP.capaian'].masukan = m; }", list(cells))
    page.mouse.move(1, 1)
    page.wait_for_selector(".jejak", state="hidden")
    page.click(CAPAIAN)


def cell(baris, kolom, berkas="data/2024/iku.csv", **more):
    return {"berkas": berkas, "baris": baris, "kolom": kolom, "nilai": "1"} | more


def test_a_cell_opens_in_its_table_and_back_to_the_card(visit):
    page = visit(PAGE)
    page.click(CAPAIAN)
    assert "IKU Nilai Evaluasi AKIP, capaian" in page.locator(".jejak").inner_text()
    assert page.evaluate("window.LKJIP_DATA") is None  # loaded when it is asked for
    page.get_by_role("button", name="baris 2 · target").click()
    dialog = page.get_by_role("dialog", name="data/2024/iku.csv")
    dialog.wait_for()
    assert page.evaluate(IN_SIGHT) == "72"
    assert "baris 2, kolom target (Nilai Evaluasi AKIP)" in dialog.inner_text()
    heads = dialog.locator("thead th").all_inner_texts()
    assert heads == ["baris", "kode_iku", "indikator", "target", "realisasi", "realisasi_nasional"]
    assert dialog.locator("tbody th").all_inner_texts() == ["2", "4"]
    assert dialog.locator(".baris-ini").inner_text().split("\t")[:2] == ["2", "AKIP"]
    assert "Indeks Kualitas <Pelayanan>" in dialog.inner_text()
    page.keyboard.press("Escape")
    dialog.wait_for(state="hidden")
    assert "target" in page.evaluate("document.activeElement.textContent")
    assert page.locator(".jejak").is_visible()  # still there, and not closed by the same key
    page.get_by_role("button", name="baris 2 · realisasi").click()
    assert page.evaluate(IN_SIGHT) == "73,47"


@pytest.mark.parametrize("width", [390, 1440])
def test_by_keyboard_alone(visit, width):
    page = visit(PAGE, width=width, height=844)
    page.locator('p > .angka[tabindex="0"]').first.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_selector(".jejak:not([hidden])")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")  # into the card: its close button, then its cells
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_selector("dialog[open]")
    assert page.evaluate(IN_SIGHT) == "73,47"
    page.keyboard.press("Shift+Tab")
    assert page.evaluate("document.activeElement.closest('dialog') !== null")
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.dataset.kunci") == "iku.AKIP.capaian"
    assert not page.locator(".jejak").is_visible()


@pytest.mark.parametrize("width", [320, 390])
def test_on_a_phone_the_row_is_a_card_first(visit, width):
    page = visit(PAGE, width=width, height=700, has_touch=True, is_mobile=True)
    page.tap(CAPAIAN)
    page.get_by_role("button", name="baris 2 · target").tap()
    dialog = page.locator("dialog")
    dialog.wait_for()
    assert dialog.locator("dt").all_inner_texts() == [
        "kode_iku",
        "indikator",
        "target",
        "realisasi",
    ]
    assert page.evaluate(IN_SIGHT) == "72"
    assert "arti target" in dialog.locator(".ini").inner_text()
    assert not dialog.locator("table").is_visible()
    dialog.get_by_role("button", name="Lihat dalam tabelnya").tap()
    assert dialog.locator("table").is_visible() and not dialog.locator("dl").is_visible()
    assert page.evaluate(IN_SIGHT) == "72"
    assert page.evaluate("document.documentElement.scrollWidth") == width
    dialog.get_by_role("button", name="Kembali").tap()
    assert page.locator(".jejak").is_visible()


def test_of_a_long_table_only_the_rows_around_the_cell_are_there(visit):
    page = visit(PAGE)
    show_cells(page, cell(3500, "realisasi", "data/2024/program.csv"))
    page.locator(".jejak-sel").click()
    dialog = page.locator("dialog")
    dialog.wait_for()
    rows = dialog.locator("tbody th")
    assert page.evaluate(IN_SIGHT) == "3496500"
    assert rows.all_inner_texts() == [str(n) for n in range(3475, 3526)]
    assert "51 dari 7.000 baris ditampilkan" in dialog.inner_text()
    before = dialog.locator(".sel-ini").last.bounding_box()["y"]
    dialog.get_by_role("button", name="Baris sebelumnya").click()
    assert rows.first.inner_text() == "3425"
    assert abs(dialog.locator(".sel-ini").last.bounding_box()["y"] - before) < 2
    dialog.get_by_role("button", name="Baris sesudahnya").click()
    assert rows.last.inner_text() == "3575"


def test_a_cell_of_a_workbook_is_told_by_its_address(visit):
    page = visit(PAGE)
    show_cells(page, cell(4, "realisasi", SHEET, sel="E4"))
    page.get_by_role("button", name="sel E4 · realisasi").click()
    dialog = page.get_by_role("dialog", name=SHEET)
    dialog.wait_for()
    assert "sel E4, kolom realisasi" in dialog.inner_text()
    assert dialog.locator("thead th").all_inner_texts()[4] == "E realisasi"
    assert page.evaluate(IN_SIGHT) == "8,14"


def test_what_is_not_public_is_named_and_does_not_open(visit):
    page = visit(PAGE)
    hidden = cell(2, "catatan", publik=False, nilai=None)
    show_cells(page, hidden, cell(2, "nilai", "data/2024/lain.csv"))
    first, second = page.locator(".jejak li").all_inner_texts()
    assert "data/2024/iku.csv · baris 2 · catatan" in first and "tidak diterbitkan" in first
    assert "data/2024/lain.csv" in second
    assert page.locator(".jejak-sel").count() == 0


def test_a_blank_cell_says_so(visit):
    page = visit(PAGE)
    page.click('.angka[data-kunci="iku.IKPP.nasional"]')
    page.locator(".jejak-sel").click()
    page.wait_for_selector("dialog[open]")
    assert page.evaluate(IN_SIGHT) == "(kosong)"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1440])
def test_axe_finds_nothing_in_the_open_table(visit, width, scheme):
    page = visit(PAGE, width=width, color_scheme=scheme)
    page.click(CAPAIAN)
    page.get_by_role("button", name="Kutip angka ini").click()
    assert barriers(page) == []
    page.locator(".jejak-sel").first.click()
    page.wait_for_selector("dialog[open]")
    assert barriers(page) == []
    if width == 390:
        page.get_by_role("button", name="Lihat dalam tabelnya").click()
        assert barriers(page) == []


QUOTED = (
    "IKU Nilai Evaluasi AKIP, capaian: 102,04%. Sumber: LKjIP Kecamatan Sumobito Tahun 2024, "
    "3.1.1 Target dan realisasi tahun ini, "
    "https://contoh.go.id/lkjip/03-akuntabilitas-kinerja.html"
)


def test_a_figure_is_quoted_with_unit_year_place_and_link(visit):
    page = visit(PAGE, permissions=["clipboard-read", "clipboard-write"])
    page.click(CAPAIAN)
    page.get_by_role("button", name="Kutip angka ini").click()
    page.get_by_text("Disalin.").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == QUOTED
    assert page.get_by_label("Kutipan").input_value() == QUOTED
    quote = "([k, j]) => LKJIP.kutipan(k, j, document.querySelector('#tabel-iku .angka'))"
    figure = {"nilai": 73.47, "tampil": "73,47", "satuan": "nilai", "diragukan": "aneh"}
    page.evaluate("LKJIP_LAPORAN.tautan = ''")
    said = page.evaluate(quote, ["iku.AKIP.realisasi", figure])
    assert said == (
        "iku.AKIP.realisasi: 73,47 nilai (diragukan). "
        "Sumber: LKjIP Kecamatan Sumobito Tahun 2024, Tabel 3.1"
    )
    status = {"nilai": "tidak_mencapai", "tampil": "tidak_mencapai", "satuan": "status"}
    page.evaluate("document.querySelector('#tabel-iku .angka').textContent = '▼ belum tercapai'")
    assert ": belum tercapai. Sumber" in page.evaluate(quote, ["iku.AKIP.status", status])
    assert "belum tersedia. Sumber" in page.evaluate(quote, ["x.y", {"tampil": "–"}])


@pytest.mark.parametrize(
    ("published", "link"),
    [
        (
            "https://contoh.go.id/a/index.html",
            "https://contoh.go.id/a/03-akuntabilitas-kinerja.html",
        ),
        ("https://contoh.go.id/lkjip-2024", "https://contoh.go.id/lkjip-2024"),
        ("contoh.go.id/lkjip", "contoh.go.id/lkjip"),
    ],
)
def test_the_link_is_no_guess(visit, published, link):
    page = visit(PAGE)
    page.click(CAPAIAN)
    page.wait_for_function("window.LKJIP_LAPORAN")
    page.evaluate("a => { LKJIP_LAPORAN.tautan = a; }", published)
    page.get_by_role("button", name="Kutip angka ini").click()
    assert page.get_by_label("Kutipan").input_value().endswith(f", {link}")


def test_who_may_not_copy_by_a_script_selects_the_text(visit):
    page = visit(PAGE)
    page.evaluate("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    page.evaluate("document.execCommand = () => false")
    page.click(CAPAIAN)
    page.get_by_role("button", name="Kutip angka ini").click()
    assert "Salin teks ini." in page.locator(".jejak").inner_text()
    assert page.evaluate("getSelection().toString()") == QUOTED
