"""Charts saved as files from disk: complete by themselves, on white in the dark theme too."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from lxml import etree
from PIL import Image

PAGE = "03-akuntabilitas-kinerja.html"


def saved(page, kind: str) -> tuple[str, bytes]:
    """Press the button of the first chart; give the file's name and content."""
    with page.expect_download() as waiting:
        page.get_by_role("button", name=f"Unduh {kind}: Gambar 3.1").click()
    return waiting.value.suggested_filename, Path(waiting.value.path()).read_bytes()


def test_svg_stands_alone_with_its_letters_and_says_what_it_is(visit):
    name, content = saved(visit(PAGE, color_scheme="dark"), "SVG")
    root = etree.fromstring(content)
    assert name == "kecamatan-sumobito-2024-fig-akip.svg"
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert root.findtext("{*}title").startswith("Gambar 3.1 Nilai Evaluasi AKIP")
    assert "src:url(data:font/woff2;base64," in root.findtext("{*}style")
    assert root.find("{*}rect").get("fill") == "#fff"
    assert (root.get("width"), root.get("height")) == ("720pt", "340pt")
    assert "73,47" in "".join(root.itertext())


@pytest.mark.parametrize("width", [390, 1280])
def test_png_is_twice_the_size_on_white_also_where_the_page_draws_it_anew(visit, width):
    name, content = saved(visit(PAGE, width=width, color_scheme="dark"), "PNG")
    picture = Image.open(io.BytesIO(content)).convert("RGB")
    assert name == "kecamatan-sumobito-2024-fig-akip.png"
    assert picture.size == (1920, 907)
    assert picture.getpixel((3, 3)) == (255, 255, 255)
    assert picture.getpixel((1310, 700)) == (11, 93, 112)  # the bar of 2024


SHADED = """table => [...table.querySelectorAll('tbody :is(td, th)')].filter(
    c => getComputedStyle(c).backgroundImage !== 'none').map(c => c.innerText.trim())"""


def test_the_row_under_the_pointer_is_shaded_with_the_cell_that_it_shares(visit):
    page = visit(PAGE)
    table = page.locator("#tabel-lebar")
    rows = table.locator("tbody tr")
    second = rows.nth(1).locator("td").all_inner_texts()
    rows.nth(1).locator("td").nth(1).hover()
    assert table.evaluate(SHADED) == ["Uraian 3", *second]
    rows.nth(0).locator("td").nth(1).hover()
    assert table.evaluate(SHADED) == rows.nth(0).locator("th, td").all_inner_texts()
    rows.nth(0).locator("th").hover()
    both = [*rows.nth(0).locator("th, td").all_inner_texts(), *second]
    assert table.evaluate(SHADED) == both
    page.locator("h1").hover()
    assert table.evaluate(SHADED) == []
