"""From the first screen of a finished report to the cell of a figure, from disk."""

import json

import pytest

CELL = "document.querySelector('dialog[open] .sel-ini:focus').textContent"


@pytest.fixture(params=[390, 1440])
def page(report, browser, request):
    context = browser.new_context(viewport={"width": request.param, "height": 844})
    page = context.new_page()
    page.goto((report.folder / "index.html").as_uri())
    yield page
    context.close()


@pytest.fixture(scope="module")
def records(report):
    text = (report.folder / "hasil.json").read_text(encoding="utf-8")
    return {record["kunci"]: record for record in json.loads(text)}


def test_by_mouse_alone(page, records):
    page.locator(".status-belum a[data-status]").first.click()
    page.wait_for_url("**?status=belum#*")
    table = page.locator(f"#{page.url.partition('#')[2]}")
    figure = table.locator("tbody tr:not(.konteks):visible .angka[data-kunci$='.realisasi']").first
    kunci = figure.get_attribute("data-kunci")
    figure.click()
    page.locator(".jejak-sel").first.click()
    page.wait_for_selector("dialog[open]")
    (cell,) = records[kunci]["masukan"]
    assert page.evaluate(CELL) == cell["nilai"]
    assert f"baris {cell['baris']}, kolom realisasi" in page.locator("dialog").inner_text()


def test_by_keyboard_alone(page, records):
    page.keyboard.press("/")
    page.keyboard.type("tidak tercapai")
    page.wait_for_selector(".cari-hasil li a")
    page.keyboard.press("Enter")  # to what was missed
    page.wait_for_url("**/03-*")
    for _ in range(30):
        page.keyboard.press("Tab")
        if kunci := page.evaluate("document.activeElement.dataset.kunci"):
            break
    page.keyboard.press("Enter")
    page.wait_for_selector(".jejak:not([hidden])")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_selector("dialog[open]")
    assert page.evaluate(CELL) == records[kunci]["masukan"][0]["nilai"]


def test_a_cell_of_an_earlier_year_opens_in_that_years_table(page, report, records):
    kunci = next(kunci for kunci in records if ".riwayat." in kunci and records[kunci]["masukan"])
    (cell,) = records[kunci]["masukan"]
    page.goto((report.folder / "03-akuntabilitas-kinerja.html").as_uri())
    page.locator(f".angka[data-kunci='{kunci}']").locator("visible=true").first.click()
    page.locator(".jejak-sel").first.click()
    page.get_by_role("dialog", name=cell["berkas"]).wait_for()
    assert page.evaluate(CELL) == cell["nilai"]
    assert (report.folder / "data" / cell["berkas"]).is_file()


def test_every_indicator_has_an_anchor_to_which_search_and_quotations_lead(page, report, records):
    page.goto((report.folder / "03-akuntabilitas-kinerja.html").as_uri())
    stems = {k.removesuffix(".status") for k in records if k.endswith(".status")}
    stems = sorted(stem for stem in stems if stem.startswith(("iku.", "indikator.")))
    assert len(stems) > 20
    page.locator(".angka").locator("visible=true").first.click()
    page.wait_for_function("window.LKJIP_LAPORAN")
    named = "s => s.map(k => LKJIP.jangkar(k + '.capaian', document.body))"
    links = dict(zip(stems, page.evaluate(named, stems), strict=True))
    assert len(set(links.values())) == len(stems)
    titled = """id => { const t = document.getElementById(id);
        return (t.dataset.nama || t.textContent).trim().length > 5; }"""
    for stem, link in links.items():
        file, _, place = link.partition("#")
        assert file == "03-akuntabilitas-kinerja.html", stem
        assert page.evaluate(titled, place), stem
    script = (report.folder / "aset" / "cari.js").read_text(encoding="utf-8")
    found = script.partition("window.LKJIP_CARI=")[2]
    for link in links.values():
        assert f'#{link.partition("#")[2]}"' in found
