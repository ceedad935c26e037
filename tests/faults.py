"""Spoil the tiny unit in one way and read what the analyst is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from unit_kecil import set_cell

from lkjip_analysis.data.validation import load_year
from lkjip_analysis.exceptions import LkjipError


def message_of(root: Path, tahun: int = 2024) -> str:
    """Message with which loading the year fails; the folder's own path left out."""
    with pytest.raises(LkjipError) as caught:
        load_year(tahun, root)
    return str(caught.value).replace(str(root), "DATA")


def put(root: Path, file: str, content: str | bytes) -> None:
    """Replace a whole file."""
    raw = content if isinstance(content, bytes) else content.encode()
    (root / file).write_bytes(raw)


def put_cell(file: str, baris: int, kolom: str, value: str):  # type: ignore[no-untyped-def]
    """Make the fault of one wrong cell."""
    return lambda root: set_cell(root, file, baris, kolom, value)


def text_of(root: Path, file: str) -> str:
    return (root / file).read_text(encoding="utf-8")


def as_comma_file(root: Path, file: str) -> None:
    """Write a file again in the other dialect, cells as they are."""
    lines = text_of(root, file).splitlines()
    quoted = [",".join(f'"{c}"' if "," in c else c for c in line.split(";")) for line in lines]
    put(root, file, "\n".join(quoted) + "\n")
