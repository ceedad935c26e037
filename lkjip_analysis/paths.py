"""Where things lie. Every other module asks here.

A project is a folder whose ``_quarto.yml`` has the ``lkjip:`` key. It is looked for from the
current folder upward, as git and Quarto do, and never where this package happens to be installed:
a copy of a project works on itself. The places below are worked out when they are asked for, so
that the package can be imported outside a project.
"""

from __future__ import annotations

import os
import re
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from lkjip_analysis.exceptions import CallError

PLACES = {
    "PROJECT": ".",  # _quarto.yml, report/, notebooks/ and data/ lie here
    "DATA": "data",  # the project's own unit: one folder a year, and the scales beside them
    "NOTEBOOKS": "notebooks",  # the parameterised notebooks
    "EXTENSION": "_extensions/lkjip",  # the look: Typst template, web theme, Word reference
    "BUILD": "build",  # working folders of builds, one a year; never committed
    "OUTPUT": "output",  # finished reports, one folder a year; replaced only by complete ones
    "DICTIONARY": "data/README.md",  # made from the schemas
    "FORMULAS": "docs/rumus.md",  # made from their catalogue
    "KEYS": "docs/kunci.md",  # of the figures, made from their declarations
    "RULES": "docs/aturan-pemeriksaan.md",  # of the checks, made from them
}
DATA_VARIABLE = "LKJIP_DATA"
PROJECT_VARIABLE = "LKJIP_PROYEK"
"""Names the project for this process and those it starts, as ``--proyek`` does."""

CONFIG = "_quarto.yml"
STAGED = "hasil.json"
"""Lies beside the ``_quarto.yml`` of a staged book, which is no project."""

_found: dict[str, Path] = {}

if TYPE_CHECKING:
    PROJECT = DATA = NOTEBOOKS = EXTENSION = BUILD = OUTPUT = Path()
    DICTIONARY = FORMULAS = KEYS = RULES = Path()
else:

    def __getattr__(name: str) -> Path:
        """Work out a place when it is asked for."""
        if name in PLACES:
            return project() / PLACES[name]
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def project() -> Path:
    """Find the project once: the one named, else the notebook's, else from here upward."""
    if "here" not in _found:
        _found["here"] = _search()
    return _found["here"]


def is_here() -> bool:
    """Say whether a project is found; some commands need none."""
    try:
        return bool(project())
    except CallError:
        return False


def use(folder: Path | None = None) -> None:
    """Work on this project from now on; without one, on that of the current folder."""
    _found.clear()
    if folder is not None:
        os.environ[PROJECT_VARIABLE] = str(resolved(folder))


def is_project(folder: Path) -> bool:
    """Say whether a folder is a project."""
    try:
        text = (folder / CONFIG).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return False
    return bool(re.search(r"(?m)^lkjip:", text)) and not (folder / STAGED).exists()


def _search() -> Path:
    named = os.environ.get(PROJECT_VARIABLE)
    here = Path(named) if named else Path.cwd()
    for start in (here,) if named else (_notebook_folder(), here):
        for folder in (start, *(() if named else start.parents)) if start else ():
            if is_project(folder):
                return folder
    raise CallError(
        f"Folder ini bukan proyek laporan: {here}"
        + (f" (dari --proyek atau {PROJECT_VARIABLE})\n" if named else "\n")
        + f"  sebab     : tidak ada {CONFIG} berkunci lkjip: di sana atau di folder di atasnya\n"
        "  perbaikan : pindah ke folder proyek Anda (cd FOLDER) atau sebut dengan --proyek FOLDER; "
        "bila belum punya, buat dengan: lkjip init FOLDER"
    )


def _notebook_folder() -> Path | None:
    """Give the folder of the notebook that papermill runs in this kernel, wherever it was called.

    A kernel knows no notebook; papermill's own command line names it.
    """
    if "ipykernel" not in sys.modules:
        return None
    import psutil

    with suppress(psutil.Error, OSError):  # a system may not tell of every process
        for process in psutil.Process().parents()[:3]:
            words = process.cmdline()
            notebook = next((word for word in words if word.endswith(".ipynb")), None)
            if notebook and any(Path(word).stem == "papermill" for word in words):
                return (Path(process.cwd()) / notebook).resolve().parent
    return None


def resolved(folder: str | Path) -> Path:
    """Make a path that a person typed absolute; one that cannot be is told where it is opened."""
    try:
        home = Path(folder).expanduser()
    except RuntimeError:
        raise CallError(
            f"Folder {str(folder)[:200]} tidak dapat dicari: tidak ada pemakai bernama itu.\n"
            "  perbaikan : tulis alamat foldernya; bila namanya memang diawali ~, tulis ./~nama"
        ) from None
    return Path(os.path.realpath(home))


def data_folder(folder: str | Path | None = None) -> Path:
    """Folder of the unit's data: the given one, else ``$LKJIP_DATA``, else ``data/``."""
    return resolved(folder or os.environ.get(DATA_VARIABLE) or project() / PLACES["DATA"])


def same_place(data: Path) -> str:
    """Repeat ``--proyek`` and ``--data`` in a command that is proposed, where they are needed."""
    named = os.environ.get(PROJECT_VARIABLE)
    option = f' --proyek "{named}"' if named else ""
    own = is_here() and data == data_folder()
    return option if own else f'{option} --data "{data}"'
