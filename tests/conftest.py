"""Fixtures that several rooms share."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import live_data
import pytest
from unit_kecil import copy_unit

pytest.register_assert_rewrite("new_years")
collect_ignore_glob = ["rendering/buku/*"]  # a fixture book: its notebooks are never run

CHROMIUM = Path(os.environ.get("LKJIP_CHROMIUM", "/usr/bin/chromium"))
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


live_data.watch()


@pytest.fixture(autouse=True)
def _data_of_its_own(request: pytest.FixtureRequest) -> Iterator[None]:
    yield
    opened = live_data.take_opened()
    if opened and live_data.is_bound(request.path):
        pytest.fail(f"uji program membaca data laporan: {', '.join(opened[:3])}")


@pytest.fixture
def unit_kecil(tmp_path: Path) -> Path:
    """Root of a fresh copy of the tiny unit, free to be spoiled."""
    return copy_unit(tmp_path)


def _missing(what: str) -> None:
    """Skip for want of a browser; in CI that is a failure."""
    reason = f"uji peramban dilewati: {what} tidak ada"
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        _missing("paket Python playwright")
    if not CHROMIUM.exists():
        _missing(f"peramban {CHROMIUM}")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(ARGUMENTS))
        yield browser
        browser.close()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Browser tests go last: Playwright's event loop stays, where kernels need their own."""
    items.sort(key=lambda item: "browser" in getattr(item, "fixturenames", ()))
