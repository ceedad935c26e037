"""What the program carries for every project: chapters, notebooks, look, and a filled example.

An installed package has them packed in ``buku/``; in the program's own source they are the root's
folders. Neither is ever worked on: ``new_project`` lays them down, ``updated_project`` renews them.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from lkjip_analysis.default_year import set_year

PACKED = Path(__file__).resolve().parents[1] / "buku"
RECORD = ".lkjip.json"
"""Which version laid down the project, and the hash of each file of the book as it was then."""

CHAPTERS = ("_quarto*.yml", "index.qmd", "report/*.qmd", "report/reviu/*.qmd")
BOOK = (*CHAPTERS, "notebooks/*.ipynb", "_extensions/**/*")
PARAMETER = re.compile(r"(?m)^(tahun\b[^=\n]*= *)[0-9]{4}\b")
KERNEL = {"display_name": "Python 3", "language": "python", "name": "python3"}


def source() -> Path:
    """Give the folder in which the carried things lie."""
    return PACKED if PACKED.is_dir() else PACKED.parents[1]


def book_files(tahun: int) -> dict[str, bytes]:
    """Give the book by the names of its files, with this default year and nothing shown yet."""
    root = source()
    found = (path for pattern in BOOK for path in sorted(root.glob(pattern)) if path.is_file())
    names = {
        path.relative_to(root).as_posix(): path for path in found if "__pycache__" not in path.parts
    }
    return {name: as_new(name, path.read_bytes(), tahun) for name, path in names.items()}


def example_files() -> dict[str, bytes]:
    """Give the data of the filled example, by their names in ``data/``."""
    root = source() / "examples" / "dinas"
    found = sorted(path for path in root.rglob("*") if path.suffix == ".csv")
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in found}


def as_new(name: str, content: bytes, tahun: int) -> bytes:
    """Give a file of the book as it is laid down: no line ends of Windows, no notebook outputs."""
    if name.endswith(".ipynb"):
        return _blank_notebook(content, tahun)
    if b"\0" not in content:  # a text
        content = content.replace(b"\r\n", b"\n")
    if name.startswith("_quarto"):
        return set_year(content.decode("utf-8"), tahun).encode()
    return content


def mark(name: str, content: bytes) -> str:
    """Hash a file of a project by what people change of it: no year, no outputs, no line ends."""
    if is_sound(name, content):  # somebody's own, if it is not
        content = as_new(name, content, 2000)
    return hashlib.sha256(content).hexdigest()


def is_sound(name: str, content: bytes) -> bool:
    """Whether a file of a project can be read as what its name says; a notebook may be broken."""
    try:
        as_new(name, content, 2000)
    except (ValueError, KeyError, TypeError, AttributeError):
        return False
    return True


def read_record(folder: Path) -> tuple[str, Mapping[str, str]]:
    """Read what was laid down; without a sound record the whole project counts as edited."""
    with suppress(OSError, ValueError, KeyError, TypeError):
        held = json.loads((folder / RECORD).read_text(encoding="utf-8"))
        return str(held["versi"]), dict(held["berkas"])
    return "", {}


def _blank_notebook(content: bytes, tahun: int) -> bytes:
    held = json.loads(content)
    notebook: dict[str, Any] = {"nbformat": 4, "nbformat_minor": 5, "cells": []}
    notebook["metadata"] = {"kernelspec": KERNEL, "language_info": {"name": "python"}}
    for cell in held["cells"]:
        tags, text = cell["metadata"].get("tags", []), "".join(cell["source"])
        if "injected-parameters" in tags:
            continue
        if "parameters" in tags:
            text = PARAMETER.sub(rf"\g<1>{tahun}", text)
        blank: dict[str, Any] = (
            {"outputs": [], "execution_count": None} if cell["cell_type"] == "code" else {}
        )
        blank |= {"metadata": {"tags": tags} if tags else {}, "source": text.splitlines(True)}
        notebook["cells"].append({name: cell[name] for name in ("cell_type", "id")} | blank)
    return (json.dumps(notebook, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()
