"""The Word document: written by pandoc and the extension's filter, finished by ``package``."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from lkjip_analysis.rendering.manuscript import Manuscript
from lkjip_analysis.rendering.paper import EXTENSION, Pictures, meta_map, print_book
from lkjip_analysis.rendering.project import Project
from lkjip_analysis.rendering.structure import ChapterTree
from lkjip_analysis.rendering.word.package import polish


def write_docx(
    trees: Sequence[ChapterTree],
    manuscript: Manuscript,
    project: Project,
    work: Path,
    target: Path,
) -> Path:
    """Write the book's Word document; ``work`` is a folder for its images."""
    raw = work / "buku.docx"
    pictures = Pictures(project, manuscript, work, pixels=True)
    own = project.about.lkjip
    settings = {"lkjip": meta_map(own | {"tanggal": own.get("tanggal") or project.about.date})}
    reference = project.folder / EXTENSION / "docx" / "reference.docx"
    files = (f"--reference-doc={reference}", f"--resource-path={work}")
    print_book(trees, ["-t", "docx", "-o", str(raw), *files], pictures, settings)
    target.parent.mkdir(parents=True, exist_ok=True)
    book = project.book(tuple(tree.record() for tree in trees))
    target.write_bytes(polish(raw.read_bytes(), book, project.folder))
    return target
