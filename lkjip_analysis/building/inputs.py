"""What the steps of a build may read, as hashes of content.

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
from lkjip_analysis.building.request import Request
from lkjip_analysis.data.content import digest, hash_data

Marks = Mapping[str, str]
"""Hashes by the name that is shown to people."""

Groups = Mapping[str, Marks]
"""Hashes of a step's inputs, by what kind of thing they are."""

PACKAGE = Path(__file__).resolve().parent.parent


def hash_file(path: Path) -> str:
    """Hash a file's content; blank where there is none."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""


def hash_tree(folder: Path, files: Iterable[Path] | None = None) -> dict[str, str]:
    """Hash the files of a folder by their path in it; caches of programs are left out."""
    found = folder.rglob("*") if files is None else files
    names = {path.relative_to(folder).as_posix(): path for path in found if path.is_file()}
    return {name: hash_file(names[name]) for name in sorted(names) if not _passing(name)}


def _passing(name: str) -> bool:
    return any(part.startswith((".", "~$", "__pycache__")) for part in name.split("/"))


@cache
def program() -> Marks:
    """Hash the package, Python and all libraries, once a process: it runs what it read first."""
    return {"lkjip_analysis": digest(hash_tree(PACKAGE)), **_libraries()}


def _libraries() -> dict[str, str]:
    """Name Python, the system, every installed library with its version, and a pandoc outside."""
    folders = [Path(place) for place in sys.path if place and Path(place).is_dir()]
    names = {path.name for folder in folders for path in folder.glob("*.dist-info")}
    marks = {name.removesuffix(".dist-info"): "" for name in sorted(names)}
    outside = os.environ.get("PYPANDOC_PANDOC") or shutil.which("pandoc")
    if outside:
        state = Path(outside).stat()
        marks[f"pandoc di {outside}"] = f"{state.st_size} {state.st_mtime_ns}"
    return marks | {"Python": sys.version, "sistem": platform.platform()}


def of_figures(request: Request) -> Groups:
    """Hash what the figures rest on: the year's data."""
    data = hash_data(request.data, request.tahun)
    return {"program": program(), "data": data, "pilihan": {"tahun": str(request.tahun)}}


def of_notebook(request: Request, path: Path, fonts: Marks) -> Groups:
    """Hash what a notebook may read: the data, itself, what lies beside it, the fonts of charts."""
    figures = of_figures(request)
    return {
        **figures,
        "notebook": {path.name: hash_file(path)},
        "di samping notebook": _beside_notebooks(),
        "huruf grafik": fonts,
        "pilihan": {**figures["pilihan"], "mesin": request.engine or ""},
    }


def of_book(request: Request, logo: Path | None, **made: Marks) -> Groups:
    """Hash what the staged book is put together from.

    Parameters
    ----------
    logo
        The emblem, if the data name one.
    made
        What earlier steps wrote, by a word for it.
    """
    return {
        "program": program(),
        "bab": _chapters(),
        "tampilan": hash_tree(paths.PROJECT / "_extensions"),
        "lambang": {logo.name: hash_file(logo)} if logo else {},
        "pilihan": {"format": ", ".join(request.formats)},
        **made,
    }


def of_formats(request: Request, renderer: str, book: Marks) -> Groups:
    """Hash what the formats are rendered from: the staged book."""
    chosen = {
        "penyusun": renderer,
        "format": ", ".join(request.formats),
        "SOURCE_DATE_EPOCH": os.environ.get("SOURCE_DATE_EPOCH", ""),
    }
    return {"program": program(), "buku": book, "pilihan": chosen}


def watched(tahun: int, data: Path) -> Groups:
    """Hash everything that a person may change to see another report."""
    return {
        "data": hash_data(data, tahun),
        "notebook": hash_tree(paths.NOTEBOOKS),
        "bab": _chapters(),
        "tampilan": hash_tree(paths.PROJECT / "_extensions"),
        "program": hash_tree(PACKAGE),
    }


def _beside_notebooks() -> Marks:
    files = (path for path in paths.NOTEBOOKS.rglob("*") if path.suffix != ".ipynb")
    return hash_tree(paths.NOTEBOOKS, files)


def _chapters() -> Marks:
    project = paths.PROJECT
    named = [*project.glob("_quarto*.yml"), project / "index.qmd"]
    return hash_tree(project, [*named, *(project / "report").rglob("*")])
