"""What is stored beside the data belongs to them: ``make notebooks`` makes it so.

The only tests outside ``tests/laporan`` that read ``data/``: they hold for any unit's data, once
these are refreshed. Nbval compares the stored outputs of the notebooks; here is the rest.
"""

import json
import os
import re
import subprocess
import sys

import pytest
from unit_here import PROJECT

from lkjip_analysis.building.notebooks import list_notebooks
from lkjip_analysis.building.refresh import variables_text
from lkjip_analysis.default_year import default_year

pytestmark = pytest.mark.lambat


def test_variables_are_fresh():
    committed = (PROJECT / "_variables.yml").read_text(encoding="utf-8")
    assert committed == variables_text(default_year()), "jalankan: make notebooks"


@pytest.mark.parametrize("path", list_notebooks(PROJECT / "notebooks"), ids=lambda path: path.stem)
def test_every_labelled_cell_shows_something(path):
    for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
        source = "".join(cell["source"])
        if "label:" in source:
            kinds = [output["output_type"] for output in cell["outputs"]]
            heading = ["display_data"] if "fig-cap:" in source else []
            assert kinds == [*heading, "execute_result"], cell["source"][:1]


def test_one_changed_digit_is_found_by_nbval(tmp_path):
    """Of the conclusion; the cells before it, those of the book left out, are as stored."""
    stored = PROJECT / "notebooks" / "ringkasan.ipynb"
    notebook = json.loads(stored.read_text(encoding="utf-8"))
    notebook["cells"] = [c for c in notebook["cells"] if "label:" not in "".join(c["source"])]
    (output,) = notebook["cells"][-1]["outputs"]
    told = "".join(output["text"])
    output["text"] = re.sub(r"\d", lambda digit: str((int(digit[0]) + 1) % 10), told, count=1)
    copy = tmp_path / "ubah.ipynb"
    copy.write_text(json.dumps(notebook), encoding="utf-8")
    options = ["--nbval", "--nbval-sanitize-with", str(PROJECT / "tests" / "nbval.cfg")]
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", *options, str(copy)],
        cwd=tmp_path,
        env={**os.environ, "LKJIP_PROYEK": str(PROJECT), "PYTHONPATH": str(PROJECT)},
        capture_output=True,
        text=True,
    )
    last = sum(cell["cell_type"] == "code" for cell in notebook["cells"]) - 1
    assert re.findall(r"FAILED \S+::Cell (\d+)", done.stdout) == [str(last)], done.stdout
