"""The documentation site: it is made without a warning, says all names, and finds words offline."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from barriers import barriers
from programs import missing
from unit_here import PROJECT

import lkjip_analysis as lk
from lkjip_analysis.assessment.compliance_items import REQUIREMENTS

pytestmark = pytest.mark.lambat


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as ``make docs`` makes it."""
    try:
        import furo  # noqa: F401
    except ImportError:
        missing("Sphinx dan Furo (extra docs)")
    folder = tmp_path_factory.mktemp("dokumentasi")
    (words,) = re.findall(r"-m (sphinx .+) docs", (PROJECT / "Makefile").read_text("utf-8"))
    command = [
        sys.executable,
        "-m",
        *words.split(),
        "-d",
        folder / "pohon",
        "docs",
        folder / "situs",
    ]
    done = subprocess.run(
        command, cwd=PROJECT, capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    return folder / "situs"


def read(site: Path, name: str) -> str:
    return (site / f"{name}.html").read_text(encoding="utf-8")


def test_every_exported_name_is_documented(site: Path) -> None:
    page = read(site, "acuan-python")
    assert [name for name in lk.__all__ if f'id="lkjip_analysis.{name}"' not in page] == []


def test_every_function_has_its_example_in_the_chapter() -> None:
    chapter = (PROJECT / "docs" / "antarmuka.md").read_text(encoding="utf-8")
    told = {name for name in lk.__all__ if f"lk.{name}" in chapter} | {"Hasil"}  # what buka gives
    assert told == {*lk.__all__}


def test_every_requirement_is_listed(site: Path) -> None:
    page = read(site, "persyaratan")
    assert [name for name in REQUIREMENTS if f"<p>{name}</p>" not in page] == []


def test_links_of_the_repository_become_those_of_the_site(site: Path) -> None:
    """What lies in no page is named without a link; what is included leads to its page."""
    assert 'href="rumus.html"' in read(site, "perubahan")
    assert 'href="kamus-data.html"' in read(site, "rap")
    assert not list(site.glob("_downloads/*")) and "../lkjip_analysis/" not in read(site, "rap")


def test_it_is_searched_from_disk_fits_a_phone_and_can_be_used_by_all(
    site: Path, browser: Any
) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.goto((site / "search.html").as_uri() + "?q=serapan")
    page.wait_for_selector("text=/Ditemukan .* halaman/")  # all results are in
    found = page.locator("#search-results li a").all_inner_texts()
    assert {"Rumus", "Glosarium"} <= {*found}
    for name in sorted(path.name for path in site.glob("*.html")):
        page.goto((site / name).as_uri())
        assert page.evaluate("document.documentElement.scrollWidth") == 390, name
    page.goto((site / "panduan-analis.html").as_uri())
    found = barriers(page)
    context.close()
    assert [one["id"] for one in found if one["impact"] in ("critical", "serious")] == []
    assert said == []
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []
