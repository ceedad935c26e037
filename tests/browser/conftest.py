"""One browser for all tests of the web pages, and the pages of the sample report."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from contoh_buku import sample_book, stage_look

from lkjip_analysis.rendering.web.writer import write_pages

DOWNLOADS = ("lkjip-2024.pdf", "lkjip-2024.docx", "hasil.json")


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Pages of the sample report."""
    folder = stage_look(tmp_path_factory.mktemp("naskah"))
    return write_pages(sample_book(), folder, tmp_path_factory.mktemp("situs"), DOWNLOADS).parent


@pytest.fixture(scope="session")
def long_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Pages of the sample report with a table of 2,000 rows."""
    folder = stage_look(tmp_path_factory.mktemp("naskah-panjang"))
    book = sample_book(rows=2000, draft=True)
    return write_pages(book, folder, tmp_path_factory.mktemp("situs-panjang")).parent


@dataclass
class Visit:
    """An open page with what went wrong on it."""

    page: Any
    errors: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)


@pytest.fixture
def visit(browser: Any, site: Path) -> Iterator[Callable[..., Any]]:
    """Open a page from disk; at the end nothing may have failed or gone over the network."""
    contexts = []
    visits: list[Visit] = []

    def open_page(
        name: str, *, folder: Path = site, width: int = 1280, height: int = 800, **options: Any
    ) -> Any:
        context = browser.new_context(viewport={"width": width, "height": height}, **options)
        contexts.append(context)
        page = context.new_page()
        seen = Visit(page)
        visits.append(seen)
        page.on("console", lambda message: seen.errors.append(f"{message.type}: {message.text}"))
        page.on("pageerror", lambda error: seen.errors.append(str(error)))
        page.on("requestfailed", lambda request: seen.errors.append(f"gagal: {request.url}"))
        page.on("request", lambda request: seen.requests.append(request.url))
        file, _, place = name.partition("#")
        page.goto((folder / file).as_uri() + (f"#{place}" if place else ""))
        if options.get("java_script_enabled", True) and page.locator("[data-lkjip]").count():
            page.wait_for_function("document.documentElement.dataset.siap !== undefined")
        return page

    yield open_page
    for context in contexts:
        context.close()
    for seen in visits:
        assert seen.errors == []
        assert [
            url for url in seen.requests if not url.startswith(("file:", "data:", "blob:"))
        ] == []
