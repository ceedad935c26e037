"""The stored outputs, as a person opens them: no raw markup in any notebook."""

import json
import re

import pytest

from lkjip_analysis import paths
from lkjip_analysis.presentation.shown import BOOK

MARKS = re.compile(r"\{\.|:::|data-kunci|\{\{<|\{=html\}|(?<!\w)@(?:tbl|fig|sec)-")


@pytest.mark.parametrize(
    "path", sorted(paths.NOTEBOOKS.glob("*.ipynb")), ids=lambda path: path.stem
)
def test_no_raw_markup(path):
    notebook = json.loads(path.read_text(encoding="utf-8"))
    outputs = [output for cell in notebook["cells"] for output in cell.get("outputs", ())]
    assert outputs
    for output in outputs:
        for mime, value in output.get("data", {"teks": output.get("text")}).items():
            if mime not in (BOOK, "image/svg+xml"):
                assert not MARKS.search("".join(value)), (path.name, mime, "".join(value)[:300])
