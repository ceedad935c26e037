"""What axe finds on a page that keeps people out."""

from __future__ import annotations

from typing import Any

import pytest

OPTIONS = {"preload": False, "resultTypes": ["violations"]}
"""Nothing is fetched for rules on sound and film, and what is in order is not written out."""


def barriers(page: Any) -> list[dict[str, Any]]:
    """List the rules that the page breaks, with the elements that break them."""
    if page.locator("html[data-lkjip]").count():  # a page of the report: its scripts have done all
        page.wait_for_selector("html[data-siap]", state="attached")
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    return axe.run(page, options=OPTIONS).response["violations"]
