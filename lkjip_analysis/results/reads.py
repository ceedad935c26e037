"""What a notebook read of a year's data: figures, files, facts; so only what a change touches runs.

While ``watch`` runs, ``load_results`` hands out results that note each figure, file and fact that
is asked for. A notebook that opens the data folder itself, or starts a program, may have read
anything and counts as having read it all. (Python reports such calls; a library that opens files
without Python would not be seen.)
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import pandas as pd

from lkjip_analysis.data.fingerprint import (
    ALL,
    FACTS,
    FIGURES,
    FILES,
    PRESENT,
    Names,
    digest,
)
from lkjip_analysis.data.reading import YearData

if TYPE_CHECKING:
    from lkjip_analysis.results import Results

K = TypeVar("K")
V = TypeVar("V")

OPENING = frozenset({"open", "os.listdir", "os.scandir", "sqlite3.connect"})
STARTING = frozenset({"subprocess.Popen", "os.system", "os.exec", "os.posix_spawn"})

MANY = 2_000
"""More names than this are not kept one by one."""


@dataclass
class Reads:
    """What has been read so far of the year ``tahun`` in the data folder ``folder``."""

    folder: Path
    tahun: int
    names: Names = field(default_factory=lambda: {FIGURES: set(), FILES: {PRESENT}, FACTS: set()})
    loading: bool = False

    def note(self, kind: str, name: str) -> None:
        """Note a name."""
        self.names[kind].add(name)

    def audit(self, event: str, arguments: tuple[Any, ...]) -> None:
        """Note everything as read where the data folder is opened, or a program started."""
        if self.loading or not (event in STARTING or event in OPENING):
            return
        place = arguments[0] if arguments else ""
        if event in STARTING or (isinstance(place, str | bytes) and self._holds(place)):
            self.note(FILES, ALL)

    def _holds(self, place: str | bytes) -> bool:
        full = Path(os.path.realpath(os.fsdecode(place)))
        return full == self.folder or self.folder in full.parents

    def shortened(self) -> Names:
        """Give the names; a kind of which very many were read counts as read whole."""
        return {
            kind: {ALL} if ALL in names or len(names) > MANY else names
            for kind, names in self.names.items()
        }


class Noted(Mapping[K, V]):
    """A mapping that notes each key asked for; whoever walks over it has read all."""

    def __init__(self, known: Mapping[K, V], note: Callable[[K | None], None]) -> None:
        self._known, self._note = known, note

    def __getitem__(self, key: K) -> V:
        """Look up a key."""
        self._note(key)
        return self._known[key]

    def __iter__(self) -> Iterator[K]:
        """Walk over all keys."""
        self._note(None)
        return iter(self._known)

    def __len__(self) -> int:
        """Count the keys."""
        self._note(None)
        return len(self._known)


_watching: list[Reads] = []


@cache
def _listen() -> None:
    """Ask Python to report what is opened; this cannot be taken back, so only once."""

    def report(event: str, arguments: tuple[Any, ...]) -> None:
        if _watching:
            _watching[-1].audit(event, arguments)

    sys.addaudithook(report)


@contextmanager
def watch(folder: Path, tahun: int) -> Iterator[Reads]:
    """Note what is read of a year's data as long as the block runs.

    Who opens the folder other than by ``load_results``, or asks for another year, has read all.
    """
    _listen()
    reads = Reads(folder.resolve(), tahun)
    _watching.append(reads)
    try:
        yield reads
    finally:
        _watching.pop()


@contextmanager
def loading() -> Iterator[Reads | None]:
    """Read data files as ``load_results`` does, unnoted; give the reads to note, if any."""
    reads = _watching[-1] if _watching else None
    before = reads.loading if reads else False
    if reads:
        reads.loading = True
    try:
        yield reads
    finally:
        if reads:
            reads.loading = before


def noted(hasil: Results, reads: Reads) -> Results:
    """Give the results with every way into them watched."""
    if (hasil.data.tahun, hasil.data.root.resolve()) != (reads.tahun, reads.folder):
        reads.note(FILES, ALL)
        return hasil
    history = {tahun: _noted_year(data, reads) for tahun, data in hasil.data.history.items()}
    data = replace(_noted_year(hasil.data, reads), history=history)
    figures = Noted(hasil.figures, lambda key: reads.note(FIGURES, key or ALL))
    return replace(hasil, data=data, figures=figures)


@dataclass(frozen=True)
class NotedYear(YearData):
    """A year's data, watched; a section of ``narasi.csv`` is noted apart from the rest of it."""

    source: YearData = field(kw_only=True)
    reads: Reads = field(kw_only=True)

    def section(self, bagian: str) -> pd.DataFrame:
        """Typed rows of one section of ``narasi.csv``."""
        self.reads.note(FILES, _section_name(self.source, bagian))
        return self.source.section(bagian)

    def berkas(self, name: str) -> str:
        """Name a table's file; nothing of the file is read for that."""
        return self.source.berkas(name)


def _noted_year(data: YearData, reads: Reads) -> YearData:
    def file(name: str | None) -> None:
        for one in data.tables if name is None else [name] if name in data.tables else []:
            reads.note(FILES, data.tables[one].berkas)

    def fact(key: str | None) -> None:
        for one in data.identitas if key is None else [key]:
            reads.note(FACTS, f"{data.tahun} {one}")

    return NotedYear(
        data.tahun,
        data.root,
        Noted(data.tables, file),
        data.missing,
        Noted(data.identitas, fact),
        data.history,
        source=data,
        reads=reads,
    )


def _section_name(data: YearData, bagian: str) -> str:
    return f"{data.berkas('narasi')} bagian {bagian}"


def _sections(data: YearData) -> dict[str, str]:
    """Hash each section of ``narasi.csv``, wherever in the file its rows stand."""
    return {
        _section_name(data, str(bagian)): digest(rows.to_dict("records"))
        for bagian, rows in data["narasi"].groupby("bagian", sort=False)
    }


def marks_of(hasil: Results) -> dict[str, dict[str, str]]:
    """Hash everything that can be read of a year's results, by kind and name."""
    years = [*hasil.data.history.values(), hasil.data]
    files = {table.berkas: table.sha256 for data in years for table in data.tables.values()}
    facts = {
        f"{data.tahun} {key}": digest(repr(value))
        for data in years
        for key, value in data.identitas.items()
    }
    for data in years:
        files |= _sections(data)
    files[PRESENT] = digest([(data.tahun, data.missing) for data in years])
    figures = {figure.kunci: digest(vars(figure)) for figure in hasil}
    return {FIGURES: figures, FILES: files, FACTS: facts}
