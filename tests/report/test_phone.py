"""The report on a phone, from disk: status first, every number in sight, nothing that keeps out."""

import pytest
from barriers import barriers

NUMBERS = ("Target", "Realisasi", "Capaian", "Status")
CUT = """width => [...document.querySelectorAll('table.tabel tbody :is(td, th)')].filter(c => {
    const box = c.getBoundingClientRect();
    return box.width && (box.right > width + 1 || box.left < -1);
}).map(c => c.closest('table').id + ': ' + c.innerText.slice(0, 40))"""
HEADS = "r => [...r.cells].map(c => getComputedStyle(c, '::before').content.replaceAll('\"', ''))"


@pytest.fixture
def phone(report, browser):
    """Open a page of the report at 390 px."""
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True)

    def visit(name):
        page = context.new_page()
        page.goto((report.folder / name).as_uri())
        page.wait_for_selector("html[data-siap]", state="attached")
        return page

    yield visit
    context.close()


def test_the_first_screen_names_what_was_missed(phone):
    page = phone("index.html")
    missed = page.locator(".status-belum")
    assert missed.locator("ul a").count() >= 1
    box = missed.bounding_box()
    assert box["y"] + box["height"] < 844
    missed.locator("a[data-status]").first.click()
    page.wait_for_url("**?status=belum#tbl-capaian-*")
    table = page.locator(page.url.partition("#")[2].join(("#", "")))
    count = table.locator(".alat-tabel .status").inner_text()
    shown = table.locator("tbody tr:not(.konteks)").evaluate_all(
        "rows => rows.filter(r => r.getClientRects().length).map(r => r.innerText)"
    )
    assert count.startswith(f"{len(shown)} dari ")
    assert shown and all("▼" in row for row in shown)


@pytest.mark.parametrize("name", ["index.html", "03-akuntabilitas-kinerja.html"])
def test_no_cell_lies_beyond_the_edge(phone, name):
    page = phone(name)
    for width in (390, 320):
        page.set_viewport_size({"width": width, "height": 844})
        page.wait_for_function(f"innerWidth === {width}")
        assert page.evaluate(CUT, width) == []


def test_a_row_says_its_numbers_under_their_heads(phone):
    row = phone("03-akuntabilitas-kinerja.html").locator("#tabel-capaian-iku tbody tr").first
    heads = row.evaluate(HEADS)
    assert [head for head in heads if head in NUMBERS] == list(NUMBERS)
    tops = row.locator("td").evaluate_all("l => l.map(c => c.getBoundingClientRect().bottom)")
    assert max(tops) - min(tops) < 300


def test_a_row_says_what_it_shares_and_a_further_indicator_stands_under_its_name(phone):
    page = phone("03-akuntabilitas-kinerja.html")
    rows = page.locator("#tabel-capaian-iku tbody tr:not(.jumlah)").all()
    shared = [row.locator("[data-bersama]").evaluate_all("l => l.length") for row in rows]
    own = [row.locator("td, th").first.get_attribute("data-judul") for row in rows]
    assert 1 in shared and [n == 0 for n in shared] == [head == "Sasaran Strategis" for head in own]
    page.set_viewport_size({"width": 1440, "height": 900})
    lefts = page.locator("#tabel-capaian-program tbody tr").evaluate_all(
        "l => l.map(r => [r.dataset.tingkat, r.cells[0].innerText.startsWith('Indikator'),"
        " getComputedStyle(r.cells[0]).paddingLeft])"
    )
    further = {(level, left) for level, only, left in lefts if only}
    assert further and further <= {(level, left) for level, only, left in lefts if not only}


def test_charts_are_drawn_for_the_width(phone):
    page = phone("03-akuntabilitas-kinerja.html")
    charts = page.locator(".grafik")
    assert charts.count() == 7
    assert page.locator("figure.lkjip-gambar svg:visible").count() == 0
    for row in page.locator("#fig-capaian-iku .g-baris").all():
        assert row.bounding_box()["width"] <= 390
        bar, goal = (row.locator(part).bounding_box() for part in (".g-jalur", ".g-target"))
        share = float(row.locator(".g-nilai").inner_text().strip("%‡").replace(",", "."))
        drawn = row.locator(".g-batang").bounding_box()["width"]
        assert drawn / (goal["x"] - bar["x"]) == pytest.approx(share / 100, abs=0.01)


def test_a_diagram_is_whole_until_it_is_enlarged(phone):
    page = phone("01-pendahuluan.html")
    frame = page.locator("#fig-cascading .bingkai-gambar")
    sizes = "f => [f.scrollWidth, f.clientWidth, f.clientHeight]"
    whole, width, _ = frame.evaluate(sizes)
    assert whole == width
    page.locator("#fig-cascading").get_by_role("button", name="Perbesar gambar").click()
    enlarged, _, height = frame.evaluate(sizes)
    assert enlarged > 1.5 * width and height < 844


def test_nothing_keeps_out_on_a_phone(phone, report):
    found = []
    for path in sorted(report.folder.glob("*.html")):
        page = phone(path.name)
        found += [(path.name, one["id"], one["nodes"][0]["html"][:120]) for one in barriers(page)]
        page.close()
    assert found == []


def test_every_table_is_near_for_the_keyboard(report, browser):
    """From the top by Tab and Enter alone: the list of the page's tables is the third stop."""
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.goto((report.folder / "03-akuntabilitas-kinerja.html").as_uri())
    last = page.locator("figure[id^=tbl-]").last.get_attribute("id")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")  # past the contents
    stops = 1

    def tab():
        nonlocal stops
        page.keyboard.press("Tab")
        stops += 1
        return page.evaluate("[document.activeElement.tagName, document.activeElement.hash ?? '']")

    while tab()[0] != "SUMMARY":
        assert stops < 40
    page.keyboard.press("Enter")
    while tab()[1] != f"#{last}":
        assert stops < 40
    page.keyboard.press("Enter")
    tab()
    assert page.evaluate("document.activeElement.closest('figure').id") == last
    assert stops <= 40
    page.close()
