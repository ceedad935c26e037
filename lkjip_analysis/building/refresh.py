"""For developers: make anew what is committed but generated, for the default year.

``python -m lkjip_analysis.building.refresh`` executes the notebooks in place and writes
``_variables.yml``, ``data/README.md`` and the documents of the checks. Tests say when they are
stale.
"""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from lkjip_analysis import paths
from lkjip_analysis.building.notebooks import execute_notebook, list_notebooks, tidy
from lkjip_analysis.building.staging import nest
from lkjip_analysis.checks.document import write_documents
from lkjip_analysis.data.dictionary import write_dictionary
from lkjip_analysis.default_year import default_year
from lkjip_analysis.presentation.variables import make_variables
from lkjip_analysis.rendering.yaml_text import write_yaml
from lkjip_analysis.results import load_results


def variables_text(tahun: int) -> str:
    """Write ``_variables.yml`` of a year, as plain Quarto reads it."""
    names = make_variables(load_results(tahun, paths.DATA))
    head = (
        "# Dibuat program dari data tahun bawaan; jangan diubah dengan tangan (make notebooks).\n"
    )
    return head + write_yaml(nest(names))


def refresh() -> None:
    """Execute the notebooks with their own default parameters and rewrite the generated files."""
    tahun = default_year()
    with tempfile.TemporaryDirectory() as name:
        for path in list_notebooks(paths.NOTEBOOKS):
            target = Path(name) / path.name
            execute_notebook(path, target, {}, engine="nbclient")
            tidy(target)
            shutil.copyfile(target, path)
            print(path.name)
    (paths.PROJECT / "_variables.yml").write_text(
        variables_text(tahun), encoding="utf-8", newline="\n"
    )
    write_dictionary(paths.DATA / "README.md")
    write_documents(tahun)


if __name__ == "__main__":
    refresh()
