"""For developers: make anew what is committed but generated, and say what changed.

``python -m lkjip_analysis.building.refresh`` executes the notebooks and writes ``_variables.yml``,
``data/README.md`` and the documents of the formulas and of the checks for the default year;
``--tahun`` moves that year first. Nothing is written before everything is made, and each file is
replaced whole.
"""

from __future__ import annotations

import argparse
import base64
import json
import os
import sys
import tempfile
from difflib import SequenceMatcher
from pathlib import Path

from lkjip_analysis import paths
from lkjip_analysis.building.notebooks import (
    as_text,
    execute_notebook,
    list_notebooks,
    notebook_text,
    tidy,
)
from lkjip_analysis.building.staging import nest
from lkjip_analysis.checks.document import make_documents
from lkjip_analysis.data.dictionary import dictionary_text
from lkjip_analysis.data.writing import write_whole
from lkjip_analysis.default_year import default_year, set_year, year_file
from lkjip_analysis.exceptions import LkjipError
from lkjip_analysis.exchange.carried import PARAMETER
from lkjip_analysis.measures.catalogue import formulas_document
from lkjip_analysis.presentation.variables import make_variables
from lkjip_analysis.rendering.pictures import rasterise
from lkjip_analysis.rendering.yaml_text import write_yaml
from lkjip_analysis.results import load_results
from lkjip_analysis.results.catalogue import keys_document

PICTURE = "image/svg+xml"
SCREEN = 108.0
"""Pixels per inch of the pictures that are stored for viewers without SVG."""


def refresh(tahun: int) -> list[str]:
    """Make everything anew for a year; say what changed, a line for each file."""
    texts = generated_texts(tahun) | executed_notebooks(paths.NOTEBOOKS, tahun)
    # not all have docs
    texts = {path: text for path, text in texts.items() if path.parent.is_dir()}
    texts[year_file()] = set_year(year_file().read_text(encoding="utf-8"), tahun)
    said = []
    for path, text in texts.items():
        before = path.read_text(encoding="utf-8") if path.is_file() else ""
        said.append(f"{path.relative_to(paths.PROJECT).as_posix()}: {changed(before, text)}")
    for path, text in texts.items():
        write_whole(path, text.encode())
    return said


def generated_texts(tahun: int) -> dict[Path, str]:
    """Write the files that are made of the data and of the program, by their paths."""
    return {
        paths.PROJECT / "_variables.yml": variables_text(tahun),
        paths.DICTIONARY: dictionary_text(),
        paths.KEYS: keys_document(),
        paths.FORMULAS: formulas_document(),
        **make_documents(tahun),
    }


def variables_text(tahun: int) -> str:
    """Write ``_variables.yml`` of a year, as plain Quarto reads it."""
    names = make_variables(load_results(tahun, paths.DATA))
    head = "# Dibuat program dari data tahun bawaan; jangan diubah dengan tangan (make notebooks)."
    return f"{head}\n{write_yaml(nest(names))}"


def executed_notebooks(folder: Path, tahun: int) -> dict[Path, str]:
    """Execute the notebooks of a folder, each in a kernel of its own, the year as their default."""
    done = {}
    with tempfile.TemporaryDirectory() as name:
        for path in list_notebooks(folder):
            print(f"- menjalankan {path.name}", file=sys.stderr)
            target = Path(name) / path.name
            before = path.read_text(encoding="utf-8")
            parameters = {} if with_year(before, tahun) == before else {"tahun": tahun}
            execute_notebook(path, target, parameters, engine="nbclient")
            tidy(target, keep_injected=False)
            done[path] = with_pixels(with_year(target.read_text(encoding="utf-8"), tahun))
    return done


def with_pixels(text: str) -> str:
    """Give a notebook's text with a PNG beside each SVG, which JupyterLab draws only if trusted."""
    notebook = json.loads(text)
    for cell in notebook["cells"]:
        for output in cell.get("outputs", ()):
            data = output.get("data", {})
            if PICTURE in data:
                pixels = rasterise(as_text(data[PICTURE]), paths.EXTENSION / "fonts", SCREEN)
                data["image/png"] = base64.b64encode(pixels).decode("ascii")
    return notebook_text(notebook)


def with_year(text: str, tahun: int) -> str:
    """Give a notebook's text with another year in the cell of its parameters."""
    notebook = json.loads(text)
    for cell in notebook["cells"]:
        if "parameters" in cell["metadata"].get("tags", []):
            source = as_text(cell["source"])
            moved = PARAMETER.sub(rf"\g<1>{tahun}", source)
            if moved != source:
                cell["source"] = moved.splitlines(keepends=True)
                return notebook_text(notebook)
    return text


def changed(before: str, after: str) -> str:
    r"""Say whether a file's text changes, and of how many lines git will show the change.

    >>> changed("a\nb\nc\n", "a\nB\nc\nd\n"), changed("", "a"), changed("a", "a")
    ('2 baris berubah', 'baru', 'tidak berubah')
    """
    if before == after or not before:
        return "tidak berubah" if before else "baru"
    steps = SequenceMatcher(None, before.splitlines(), after.splitlines()).get_opcodes()
    lines = sum(max(i2 - i1, j2 - j1) for kind, i1, i2, j1, j2 in steps if kind != "equal")
    return f"{lines} baris berubah"


def main() -> int:
    """Refresh the project's own report, whatever data the shell points at; print what changed."""
    os.environ.pop(paths.DATA_VARIABLE, None)
    parser = argparse.ArgumentParser(description="Segarkan keluaran yang tersimpan")
    parser.add_argument("--tahun", type=int, help="tahun bawaan yang baru (bawaan: tetap)")
    try:
        for line in refresh(parser.parse_args().tahun or default_year()):
            print(line)
    except LkjipError as error:
        print(f"{error}\nTidak ada berkas yang diubah.", file=sys.stderr)
        return error.exit_code
    except KeyboardInterrupt:
        print("Dihentikan. Setiap berkas utuh.", file=sys.stderr)
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main())
