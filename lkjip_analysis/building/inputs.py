"""What a build reads, as hashes of content: data, notebooks, chapters, look, program, libraries.

Nothing heavy is imported here: a build in which nothing changed must end at once.
"""

from __future__ import annotations

import hashlib
import os
import platform
import shutil
import sys
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from lkjip_analysis import paths
from lkjip_analysis.building.notebooks import list_notebooks
from lkjip_analysis.data.fingerprint import digest, hash_data
from lkjip_analysis.rendering.yaml_text import read_yaml

Marks = Mapping[str, str]
"""Hashes by the name that is shown to people."""

Groups = Mapping[str, Marks]
"""Hashes of a step's inputs, by what kind of thing they are."""

PACKAGE = Path(__file__).resolve().parent.parent
RENDERING = ("rendering/",)
WITHOUT_EFFECT = (
    "cli.py",
    "terminal.py",
    "__main__.py",
    "building/preview.py",
    "building/batch.py",
    "building/refresh.py",
)
"""Modules that only start builds or print; a change of theirs makes no report stale."""

LOOK_OF = {"html": "html/", "pdf": "typst/", "docx": "docx/"}
"""Folder of the look that only one format reads."""


def hash_file(path: Path) -> str:
    """Hash a file's content; blank where there is none."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""


def hash_tree(folder: Path, files: Iterable[Path] | None = None) -> dict[str, str]:
    """Hash the files of a folder by their path in it; caches of programs are left out."""
    found = [path for path in folder.rglob("*") if path.is_file()] if files is None else files
    names = {path.relative_to(folder).as_posix(): path for path in found}
    return {name: hash_file(names[name]) for name in sorted(names) if not _passing(name)}


def _passing(name: str) -> bool:
    return any(part.startswith((".", "~$", "__pycache__")) for part in name.split("/"))


@cache
def program() -> dict[str, str]:
    """Hash the package's files, once a process: what it runs is what it read first."""
    return hash_tree(PACKAGE)


@cache
def libraries() -> dict[str, str]:
    """Name Python, the system, every installed library with its version, and a pandoc outside."""
    folders = [Path(place) for place in sys.path if place and Path(place).is_dir()]
    names = {path.name for folder in folders for path in folder.glob("*.dist-info")}
    marks = {name.removesuffix(".dist-info"): "" for name in sorted(names)}
    outside = os.environ.get("PYPANDOC_PANDOC") or shutil.which("pandoc")
    if outside:
        state = Path(outside).stat()
        marks[f"pandoc di {outside}"] = f"{state.st_size} {state.st_mtime_ns}"
    return marks | {"Python": sys.version, "sistem": platform.platform()}


def computing_program() -> dict[str, str]:
    """Give the part of the package that makes figures, notebooks and the staged book."""
    return {
        name: mark
        for name, mark in program().items()
        if not name.startswith(RENDERING) and name not in WITHOUT_EFFECT
    }


def rendering_program() -> dict[str, str]:
    """Give the part of the package that renders the staged book."""
    return {
        name: mark
        for name, mark in program().items()
        if (name.startswith("building/") or "/" not in name) and name not in WITHOUT_EFFECT
    }


def read_inputs(tahun: int, data: Path) -> dict[str, dict[str, str]]:
    """Hash everything a build of this year reads from the project and the data folder."""
    listed = {path.name: path for path in list_notebooks(paths.NOTEBOOKS)}
    project = paths.PROJECT
    chapters = [project / "_quarto.yml", project / "index.qmd", *(project / "report").rglob("*")]
    return {
        "data": hash_data(data, tahun),
        "notebook": {name: hash_file(path) for name, path in listed.items()},
        "di samping notebook": {
            name: mark
            for name, mark in hash_tree(paths.NOTEBOOKS).items()
            if not name.endswith(".ipynb")
        },
        "bab": hash_tree(project, [path for path in chapters if path.is_file()]),
        "tampilan": hash_tree(project / "_extensions"),
        "program": hash_tree(PACKAGE),
    }


def of_charts(look: Marks) -> dict[str, str]:
    """Give the part of the look that pictures are drawn with."""
    return {name: mark for name, mark in look.items() if "/fonts/grafik/" in name}


def of_format(staged: Path, form: str) -> dict[str, str]:
    """Hash what a format reads of the staged book.

    The list of files offered beside the web pages is theirs alone, and so is ``hasil.json``.
    """
    others = tuple(f"_extensions/lkjip/{part}" for name, part in LOOK_OF.items() if name != form)
    marks = {name: mark for name, mark in hash_tree(staged).items() if not name.startswith(others)}
    if form != "html":
        marks.pop("hasil.json", None)
        config = read_yaml((staged / "_quarto.yml").read_text(encoding="utf-8"))
        config["lkjip"].pop("unduhan", None)
        marks["_quarto.yml"] = digest(config)
    return marks
