"""Fixtures that several rooms share, and what keeps tests apart when they run in parallel."""

from __future__ import annotations

import os
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import Any

import live_data
import pytest
from programs import find_program, missing
from unit_here import SUMOBITO, is_sumobito, unit_here
from unit_kecil import copy_unit

from lkjip_analysis import paths

pytest.register_assert_rewrite("golden", "new_years")
collect_ignore_glob = ["rendering/buku/*"]  # a fixture book: its notebooks are never run

REPORTS = ("report", "changed_report", "draft", "rendered")
"""Fixtures that build a whole report, once for the tests of a folder."""

SLOW = {"browser", "libreoffice", "copy_of_book", "batch", *REPORTS}
"""Fixtures that take seconds: tests that use one are not in the quick half."""

BUILDING = {
    *("books", "engine", "full_disk", "kills", "nothing_lost", "own_chapters"),
    *("owner", "papermill", "pool", "preview", "refresh", "remember"),
}
"""Files of ``tests/building`` that build in projects of their own, or start kernels."""

BROWSERS = ("chromium", "google-chrome", "chromium-browser")
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


@pytest.fixture(autouse=True)
def _places_found_anew() -> None:
    """Forget the places that an earlier test put in: putting back would pin them for good."""
    for name in paths.PLACES.keys() - {"BUILD", "OUTPUT"}:  # these are ``own_folders``'
        vars(paths).pop(name, None)


def pytest_report_header() -> str:
    """Say whether the golden figures of the first unit are tested."""
    if is_sumobito():
        return f"data/: {SUMOBITO}; tests/laporan ikut diuji"
    return f"data/: {unit_here() or 'unit lain'}; tests/laporan ({SUMOBITO}) tidak diuji"


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "lambat: not in the quick half (make unit)")


@pytest.hookimpl(optionalhook=True, wrapper=True)
def pytest_xdist_auto_num_workers(config: pytest.Config) -> Generator[None, int, int]:
    """Take a worker more than cores: in the slow half many wait for browsers, kernels, clocks."""
    cores = yield
    return cores + ("not lambat" not in config.option.markexpr)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Mark what is slow by its nature; in parallel, hand out groups, what is slow first.

    So the short files at the end keep all workers busy until the last one.
    """
    for item in items:
        if is_slow(item):
            item.add_marker("lambat")
    if hasattr(config, "workerinput"):
        for item in items:
            item.add_marker(pytest.mark.xdist_group(group_of(item)))
        items.sort(key=lambda item: item.get_closest_marker("lambat") is None)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_finish(session: pytest.Session) -> None:
    """Refuse to run in parallel where the groups are lost (xdist 3.8 with pytest 9.2)."""
    if hasattr(session.config, "workerinput"):
        for item in session.items:
            if "@" not in item.nodeid.rpartition("]")[2]:
                raise pytest.UsageError(f"{item.nodeid}: xdist takes no group from this pytest")


def group_of(item: pytest.Item) -> str:
    """Name what one worker runs: a folder's tests of one report, else a file's tests."""
    for name in REPORTS:
        if name in getattr(item, "fixturenames", ()):
            return f"{item.path.parent.name}-{name}"
    return item.nodeid.partition("::")[0]


def is_slow(item: pytest.Item) -> bool:
    """Whether a test needs a whole report, another program, or executes a stored notebook."""
    return (
        not SLOW.isdisjoint(getattr(item, "fixturenames", ()))
        or (item.path.parent.name == "building" and item.path.stem[5:] in BUILDING)
        or item.path.suffix == ".ipynb"
    )


@pytest.fixture(scope="session", autouse=True)
def own_folders(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Let builds work in a folder of this run: none in the project's, none in another worker's."""
    live_data.take_opened()  # whose data lie here is read before the first test
    folder = tmp_path_factory.mktemp("proyek")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(paths, "BUILD", folder / "build")
        patch.setattr(paths, "OUTPUT", folder / "output")
        yield


@pytest.fixture
def unit_kecil(tmp_path: Path) -> Path:
    """Root of a fresh copy of the tiny unit, free to be spoiled."""
    return copy_unit(tmp_path)


@pytest.fixture(scope="session")
def libreoffice() -> str:
    """The command of LibreOffice."""
    return find_program("soffice")


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """A browser for one module: its event loop is gone again where the next one needs its own."""
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        missing("paket Python playwright")
    command = os.environ.get("LKJIP_CHROMIUM") or find_program(*BROWSERS)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=command, args=list(ARGUMENTS))
        yield browser
        browser.close()
