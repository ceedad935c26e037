"""The book as ``_quarto.yml`` describes it: titles, order of chapters, the ``lkjip`` map."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from typing import Any

import yaml

from lkjip_analysis.rendering.appearance import complaints
from lkjip_analysis.rendering.errors import Fault, RendererError
from lkjip_analysis.rendering.model import Book, Chapter, ChapterKind


@dataclass(frozen=True)
class ChapterFile:
    """A chapter's file and its place in the book."""

    source: str
    kind: ChapterKind

    @property
    def page(self) -> str:
        """Name of its HTML page."""
        return PurePosixPath(self.source).with_suffix(".html").name


@dataclass(frozen=True)
class Project:
    """What ``_quarto.yml`` says, checked."""

    folder: Path
    about: Book
    chapters: tuple[ChapterFile, ...]

    def book(self, chapters: tuple[Chapter, ...]) -> Book:
        """Give the record of the book with these chapters."""
        return replace(self.about, chapters=chapters)


def read_project(folder: Path) -> Project:
    """Read ``_quarto.yml``; every missing key and missing chapter is reported at once."""
    path = folder / "_quarto.yml"
    if not path.is_file():
        raise RendererError([Fault("_quarto.yml", 0, f"berkas tidak ada di {folder.name}.")])
    text = path.read_text(encoding="utf-8")
    try:
        data = yaml.safe_load(text)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark else 0
        raise RendererError([Fault("_quarto.yml", line, "bukan YAML yang sah.")]) from error
    book = (data or {}).get("book") or {}
    faults = [
        Fault("_quarto.yml", 0, f'"book: {key}" belum diisi.')
        for key in ("title", "author", "date", "output-file", "chapters")
        if not book.get(key)
    ]
    chapters = [
        *_chapter_files(book.get("chapters") or (), "bab", faults),
        *_chapter_files(book.get("appendices") or (), "lampiran", faults),
    ]
    pages: dict[str, str] = {}
    for chapter in chapters:
        line = _line_of(text, chapter.source)
        if not (folder / chapter.source).is_file():
            said = f'bab "{chapter.source}" tidak ada; kembalikan, atau hapus barisnya di sini.'
            faults.append(Fault("_quarto.yml", line, said))
        if chapter.page in pages:
            both = f'"{chapter.source}" dan "{pages[chapter.page]}"'
            said = f'{both} memakai nama halaman yang sama, "{chapter.page}".'
            faults.append(Fault("_quarto.yml", line, said))
        pages[chapter.page] = chapter.source
    facts = {
        key: plain(value) if isinstance(value, str) else value
        for key, value in (data.get("lkjip") or {}).items()
    }
    logo = str(facts.get("logo") or "")
    if logo and not (folder / logo).is_file():
        line = _line_of(text, "logo:")
        faults.append(Fault("_quarto.yml", line, f'lambang "{logo}" tidak ada.'))
    look = complaints(facts, folder / "_extensions" / "lkjip" / "fonts")
    faults += [Fault("_quarto.yml", 0, said) for said in look]
    if faults:
        raise RendererError(faults)
    author = book["author"]
    about = Book(
        title=plain(book["title"]),
        subtitle=plain(book.get("subtitle") or ""),
        author=", ".join(map(plain, author)) if isinstance(author, list) else plain(author),
        date=str(book["date"]),
        output_file=str(book["output-file"]),
        lkjip=facts,
    )
    return Project(folder, about, tuple(chapters))


def plain(text: object) -> str:
    r"""Read a title as text: Quarto takes titles for markdown, so signs in them are escaped.

    >>> plain(r"Dinas P\&K")
    'Dinas P&K'
    """
    return re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", str(text))


def _chapter_files(
    entries: Iterable[Any], kind: ChapterKind, faults: list[Fault]
) -> list[ChapterFile]:
    """Turn a list of file names into chapters; ``index.qmd`` is front matter."""
    chapters = []
    for entry in entries:
        if isinstance(entry, dict) and "file" in entry:
            entry = entry["file"]
        if not isinstance(entry, str):
            said = f"entri bab tidak dikenal: {entry!r}; pakai nama berkas."
            faults.append(Fault("_quarto.yml", 0, said))
            continue
        chapters.append(ChapterFile(entry, "depan" if entry == "index.qmd" else kind))
    return chapters


def _line_of(text: str, needle: str) -> int:
    lines = enumerate(text.splitlines(), start=1)
    return next((number for number, line in lines if needle in line), 0)
