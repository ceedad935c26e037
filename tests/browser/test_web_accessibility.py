"""axe finds nothing on any page, light or dark, wide or narrow."""

from __future__ import annotations

from itertools import pairwise

import pytest
from barriers import barriers
from test_web_layout import PAGES

from lkjip_analysis.building.serving import EMPTY, FAULT
from lkjip_analysis.units.batch import Batch, Unit
from lkjip_analysis.units.rollup import write_rollup


def faults(page) -> list[str]:
    return [
        f"{item['id']}: {node['html'][:150]} {node['failureSummary'][:200]}"
        for item in barriers(page)
        for node in item["nodes"]
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", PAGES)
def test_page_is_accessible(visit, name, scheme):
    page = visit(name, color_scheme=scheme)
    assert page.evaluate("document.documentElement.lang") == "id"
    assert faults(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_phone_with_open_card_is_accessible(visit, scheme):
    page = visit("03-akuntabilitas-kinerja.html", width=390, color_scheme=scheme)
    page.click(".angka[data-kunci='iku.AKIP.capaian']")
    page.wait_for_selector(".jejak:not([hidden])")
    assert faults(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_search_results_are_accessible(visit, scheme):
    page = visit("index.html", color_scheme=scheme)
    page.keyboard.press("/")
    page.keyboard.type("realisasi")
    page.wait_for_selector(".cari-hasil li a")
    assert faults(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_draft_page_is_accessible(visit, long_site, scheme):
    assert faults(visit("04-penutup.html", folder=long_site, color_scheme=scheme)) == []


@pytest.fixture(scope="module")
def other_pages(tmp_path_factory):
    """The roll-up of a batch, and the preview's page while nothing could be built."""
    units = [
        Unit(f"u{n}", "selesai", f"Dinas {n}", "Kabupaten", 90.0 + n, 95.0, 2e9, 1.9e9, n, 0)
        for n in range(12)
    ]
    units.append(Unit("cacat", "gagal", pesan="2024/iku.csv, baris 3: " + "target kosong; " * 20))
    folder = tmp_path_factory.mktemp("rekap")
    write_rollup(units, Batch(folder, 2024, folder))
    fault = FAULT.format(text="2024/iku.csv, baris 3: target kosong\n" * 90)
    text = EMPTY.replace("</body>", fault + "</body>")
    (folder / "pratinjau.html").write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark")])
@pytest.mark.parametrize("name", ["index.html", "pratinjau.html"])
def test_rollup_and_preview_are_accessible(visit, other_pages, name, width, scheme):
    page = visit(name, folder=other_pages, width=width, color_scheme=scheme)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert faults(page) == []


@pytest.mark.parametrize("name", PAGES)
def test_headings_go_down_one_at_a_time(visit, name):
    page = visit(name)
    levels = page.locator("main").evaluate(
        "m => [...m.querySelectorAll('h1,h2,h3,h4,h5,h6')].map(h => Number(h.tagName[1]))"
    )
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
