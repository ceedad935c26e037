"""A tiny sound unit, ``tests/data/unit-kecil``: 2 sasaran, 3 IKU (one turun), 2 programmes.

It has every file. Tests copy it and spoil one thing; its figures can be checked in the head.
"""

from __future__ import annotations

import shutil
from pathlib import Path

SOURCE = Path(__file__).parent / "data" / "unit-kecil"


def copy_unit(folder: Path) -> Path:
    """Copy the unit into ``folder`` and give its root (what ``--data`` takes)."""
    return Path(shutil.copytree(SOURCE, folder / "unit"))


def edit(root: Path, file: str, old: str, new: str) -> None:
    """Replace a text that stands exactly once in a file of the unit."""
    path = root / file
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
    path.write_text(text.replace(old, new), encoding="utf-8")


def set_cell(root: Path, file: str, baris: int, kolom: str, value: str) -> None:
    """Set one cell; the row counts as in a spreadsheet (header = 1), the text stays as given."""
    path = root / file
    lines = path.read_text(encoding="utf-8").splitlines()
    cells = lines[baris - 1].split(";")
    cells[lines[0].split(";").index(kolom)] = value
    lines[baris - 1] = ";".join(cells)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
