"""The stored outputs, as a person opens them: no raw markup in any notebook."""

import json
import re

import pytest

from lkjip_analysis import paths
from lkjip_analysis.presentation.shown import BOOK
from lkjip_analysis.presentation.variables import VAR, make_variables

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


@pytest.mark.parametrize(
    "path", sorted(paths.NOTEBOOKS.glob("*.ipynb")), ids=lambda path: path.stem
)
def test_captions_say_year_and_unit_without_styles(path, hasil):
    """A table's stands in it, a picture's before it: not only for who sees styles and options."""
    for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
        caption = re.search(r"(?m)^#\| (tbl|fig)-cap: \"(.*)\"$", "".join(cell["source"]))
        if not caption:
            continue
        told = VAR.sub(lambda match: make_variables(hasil)[match[1]], caption[2])
        seen = ["".join(o["data"].get("text/html", "")) for o in cell["outputs"]]
        bare = re.sub(r"(?s)<style.*?</style>", "", seen[0])
        assert f"<strong>{told}</strong></" in bare, (cell["id"], bare[:200])
        assert ("<caption>" in bare) == (caption[1] == "tbl") and "{{<" not in bare
        assert "".join(cell["outputs"][0]["data"]["text/plain"]).startswith(told)
