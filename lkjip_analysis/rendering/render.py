"""Render a staged book: read once, then HTML, PDF and Word, side by side if it is not too big."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from lkjip_analysis.rendering.apart import printed_apart, write_apart
from lkjip_analysis.rendering.command import read_markdown
from lkjip_analysis.rendering.errors import Faults
from lkjip_analysis.rendering.manuscript import Manuscript, assemble
from lkjip_analysis.rendering.model import Book
from lkjip_analysis.rendering.pdf import write_pdf, write_source
from lkjip_analysis.rendering.project import Project, read_project
from lkjip_analysis.rendering.references import resolve_references
from lkjip_analysis.rendering.structure import ChapterTree, Target, number_book
from lkjip_analysis.rendering.table_reader import with_native_tables
from lkjip_analysis.rendering.web import writer as html
from lkjip_analysis.rendering.web.pages import make_pages
from lkjip_analysis.rendering.web.single import write_single
from lkjip_analysis.rendering.word.writer import write_docx

FORMATS = ("html", "pdf", "docx")
AT_ONCE = 2
"""Formats written at the same time: the PDF takes as long as the two others together."""

BIG = 2_000_000
"""Characters of a book that is written one format after another, lest memory run out."""


def render(
    folder: Path, output: Path, formats: Sequence[str] = FORMATS, work: Path | None = None
) -> list[Path]:
    """Render the staged book in ``folder`` into ``output``.

    Parameters
    ----------
    folder
        A staged book: ``_quarto.yml``, chapters, executed notebooks, ``_extensions/lkjip``.
    output
        Where ``index.html`` with its pages, ``<output-file>.pdf`` and ``<output-file>.docx`` go.
    formats
        Any of ``html``, ``pdf``, ``docx``.
    work
        Where temporary files may lie; else in the system's folder for them.

    Returns
    -------
    list[Path]
        The files written, one a format, in the order of ``formats``.

    Raises
    ------
    RendererError
        With every problem found, each with file and line.
    """
    unknown = [name for name in formats if name not in FORMATS]
    if unknown:
        raise ValueError(f"format tidak dikenal: {', '.join(unknown)}")
    source = read_book(folder)
    output.mkdir(parents=True, exist_ok=True)
    at_once = 1 if len(source.manuscript.markdown) > BIG else AT_ONCE
    with (
        tempfile.TemporaryDirectory(prefix="lkjip-", dir=work) as name,
        ThreadPoolExecutor(at_once) as pool,
    ):
        work = Path(name)
        book = source.manuscript, source.project
        beside = {
            form: f"{source.project.about.output_file}.{form}" for form in formats if form != "html"
        }
        jobs: dict[str, Future[Any]] = {}
        if beside:
            printed = [replace(t, blocks=with_native_tables(t.blocks)) for t in source.trees]
        if "pdf" in beside:  # it takes longest, so nothing else begins before Typst does
            typst = write_source(printed, *book, work / "pdf")
            jobs["pdf"] = pool.submit(write_pdf, typst, *book, output / beside["pdf"])
            jobs["tersendiri"] = pool.submit(write_apart, source.trees, *book, work, output)
        if "docx" in beside:
            target = output / beside["docx"]
            jobs["docx"] = pool.submit(write_docx, printed, *book, work / "docx", target)
        if "html" in formats:
            names = {name: "" for name in beside.values()}
            if "pdf" in beside:
                names |= {one.berkas: one.judul for one in printed_apart(source.project)}
            other = source.project.about.lkjip.get("unduhan") or ()
            names |= {name: "" for name in other if Path(name).suffix[1:] not in FORMATS}
            jobs["html"] = pool.submit(
                lambda: html.write_pages(make_book(source, output), folder, output, names)
            )
        done = {name: job.result() for name, job in jobs.items()}
        return [done[format_] for format_ in formats]


def render_single(folder: Path, target: Path) -> None:
    """Write the staged book in ``folder`` as one HTML file."""
    with tempfile.TemporaryDirectory(prefix="lkjip-", dir=target.parent) as name:
        book = make_book(read_book(folder), Path(name))
        text = write_single(book, folder, Path(name))
    target.write_text(text, encoding="utf-8", newline="\n")


@dataclass(frozen=True)
class Source:
    """The book as read: numbered, resolved, without a fault."""

    project: Project
    manuscript: Manuscript
    trees: list[ChapterTree]
    targets: dict[str, Target]

    def book(self) -> Book:
        """Give the book's record as it is printed: chapters have no HTML."""
        return self.project.book(tuple(tree.record() for tree in self.trees))


def read_book(folder: Path) -> Source:
    """Read, number and check the book; all faults are raised together."""
    faults = Faults()
    project = read_project(folder)
    manuscript = assemble(project, faults)
    blocks = read_markdown(manuscript.markdown, faulty=bool(faults.found))
    if len(blocks) != len(project.chapters):
        faults.raise_if_any()
    trees = [
        ChapterTree(chapter, index, block["c"][1])
        for index, (chapter, block) in enumerate(zip(project.chapters, blocks, strict=True))
    ]
    targets = number_book(trees, manuscript, faults)
    resolve_references(trees, targets, manuscript, folder, faults)
    faults.raise_if_any()
    return Source(project, manuscript, trees, targets)


def describe(folder: Path) -> Book:
    """Describe a staged book as it is printed, without rendering it: chapters have no HTML.

    Raises ``RendererError`` for all that the embedded renderer would not take.
    """
    return read_book(folder).book()


def make_book(source: Source, output: Path) -> Book:
    """Make the book's record with the HTML of every chapter; images go to ``output``."""
    pages = make_pages(source.trees, source.targets, source.manuscript, output)
    return source.project.book(pages)
