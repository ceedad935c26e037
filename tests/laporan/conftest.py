"""The first unit's report: golden figures and texts that hold for its data and for no others."""

from __future__ import annotations

import json
import re

import pytest
from finished import build_report
from unit_here import DATA, PROJECT, TAHUN, is_sumobito

from lkjip_analysis.presentation.shown import BOOK
from lkjip_analysis.rendering.table_widths import with_widths
from lkjip_analysis.results import Results, load_results

collect_ignore_glob = [] if is_sumobito() else ["*"]


@pytest.fixture(scope="session")
def root():
    """Where the unit's data lie."""
    return DATA


@pytest.fixture(scope="session")
def hasil(root) -> Results:
    """Its figures."""
    return load_results(TAHUN, root)


@pytest.fixture(scope="session")
def real_size(hasil) -> Results:
    """The same: this unit is of real size."""
    return hasil


@pytest.fixture(scope="session")
def report(root, tmp_path_factory):
    """Its finished report in all formats."""
    return build_report(tmp_path_factory.mktemp("laporan"), TAHUN, root)


@pytest.fixture(scope="session")
def printed():
    """The HTML of every table in the stored notebooks."""
    cells = (
        cell
        for path in sorted((PROJECT / "notebooks").glob("*.ipynb"))
        for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]
    )
    found = [
        "".join(output.get("data", {}).get(BOOK, ""))
        for cell in cells
        for output in cell.get("outputs", [])
    ]
    blocks = (re.findall(r"(?ms)^`{3,}\{=html\}\n(.*?)^`{3,}$", text) for text in found)
    tables = [html for text in blocks for html in text if "<table" in html]
    return [with_widths(html, turned=False) for html in tables if "<details" not in html]
