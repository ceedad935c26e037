"""What a year's report reads from a unit's data folder, as hashes of content."""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path

from lkjip_analysis.data.files import NOT_READ, is_year

ANNEXES = "lampiran"
"""The folder of a year in which documents lie that the report annexes."""
HISTORY_YEARS = 2
"""As many years before the report's as are read (a test holds it equal to ``validation``'s)."""
INDICATORS = ("iku", "indikator_program", "identitas", "komponen_iku", "skm", "ipp", "evaluasi")
"""The tables of the years before those that are read (the same test compares them)."""


def hash_data(root: Path, tahun: int) -> dict[str, str]:
    """Hash what decides about a year's figures and messages.

    Contents of the CSV files and workbooks beside and in the folders of the years that are
    read; of annexes the size (who prints them hashes them); of other files only the names (a
    misnamed file is told as a fault, a note beside the data is not read).
    Of years before those the tables of the indicators count, later years for nothing.

    Returns
    -------
    dict[str, str]
        Name relative to ``root`` to SHA-256; blank for what counts by name only.
    """
    read = {str(year) for year in range(tahun - HISTORY_YEARS, tahun + 1)}
    marks: dict[str, str] = {}
    for entry in _entries(root):
        if entry.name.isdigit() and entry.name not in read:
            older = is_year(entry.name) and int(entry.name) < tahun
            for inner in _entries(Path(entry.path)) if older else ():
                path = Path(inner.path)
                if path.stem.casefold() in INDICATORS or path.suffix.lower() == ".xlsx":
                    marks |= _mark(path, f"{entry.name}/{inner.name}")
            continue
        marks |= _mark(Path(entry.path), entry.name)
        if entry.name in read:
            for inner in _entries(Path(entry.path)):
                marks |= _mark(Path(inner.path), f"{entry.name}/{inner.name}")
                for annex in _entries(Path(inner.path)) if inner.name == ANNEXES else ():
                    name = f"{entry.name}/{inner.name}/{annex.name}"
                    marks |= _mark(Path(annex.path), name) | _size(annex, name)
    return dict(sorted(marks.items()))


def digest(marks: object) -> str:
    """Put hashes (or any plain values) together to one."""
    text = json.dumps(marks, sort_keys=True, ensure_ascii=True, default=str)
    return hashlib.sha256(text.encode()).hexdigest()


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    """List a folder, without what is nobody's data: hidden files, locks, workbooks not read."""
    try:
        found = list(os.scandir(folder))
    except OSError:
        return []
    return [e for e in found if not (e.name.startswith((".", "~$")) or e.name.endswith(NOT_READ))]


def _size(annex: os.DirEntry[str], name: str) -> dict[str, str]:
    size = str(annex.stat(follow_symlinks=False).st_size)
    return {} if annex.name.endswith(".csv") else {name: size}


def _mark(path: Path, name: str) -> dict[str, str]:
    if path.suffix.lower() not in (".csv", ".xlsx") or (path.exists() and not path.is_file()):
        return {name: ""}  # reading what is no file could wait for ever
    try:
        return {name: hashlib.sha256(path.read_bytes()).hexdigest()}
    except OSError as error:
        return {name: f"tidak terbaca: {error.errno}"}
