"""What is stored beside the data belongs to them: ``make notebooks`` makes it so.

The only tests outside ``tests/laporan`` that read ``data/``: they hold for any unit's data, once
these are refreshed. Nbval compares the stored outputs of the notebooks; here is the rest.
"""

import json

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
