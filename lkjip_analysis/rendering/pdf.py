"""The PDF: pandoc's tree as Typst with the report's own template, compiled to PDF/A and PDF/UA."""

from __future__ import annotations

import datetime
import os
import re
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from lkjip_analysis.rendering.errors import Fault, RendererError
from lkjip_analysis.rendering.manuscript import Manuscript
from lkjip_analysis.rendering.paper import EXTENSION, Pictures, meta_map, meta_text, print_book
from lkjip_analysis.rendering.project import Project
from lkjip_analysis.rendering.structure import ChapterTree
from lkjip_analysis.rendering.tree import Node, raw_inline
from lkjip_analysis.rendering.typesetting import Said, typeset

NO_GLYPH = re.compile(r'the text `"(.+?)"` could not be displayed')


def write_source(
    trees: Sequence[ChapterTree],
    manuscript: Manuscript,
    project: Project,
    work: Path,
    template: str = "buku.typ",
) -> Path:
    """Write the book's Typst file, with its images, into the folder ``work``."""
    frame = project.folder / EXTENSION / "typst" / template
    source = print_book(
        trees,
        ["-t", "typst-smart", f"--template={frame}"],
        Pictures(project, manuscript, work),
        _meta(project, work),
    )
    path = work / "buku.typ"
    path.write_text(source, encoding="utf-8")
    return path


def write_pdf(
    source: Path, manuscript: Manuscript, project: Project, target: Path, *, guarded: bool = True
) -> Path:
    """Typeset the book; what Typst warns about (a letter no font has) is an error, too."""
    target.parent.mkdir(parents=True, exist_ok=True)
    fonts = project.folder / EXTENSION / "fonts"
    said = typeset(source, target, fonts, timestamp(project.about.date), guarded=guarded)
    if said.error:
        raise RendererError([_typst_fault(said, manuscript)])
    if said.warnings:
        target.unlink()
        raise RendererError([Fault("PDF", 0, f"Typst: {words}") for words in said.warnings])
    return target


def _typst_fault(said: Said, manuscript: Manuscript) -> Fault:
    """Say in the reader's words what Typst complains about, at best with its place."""
    missing = NO_GLYPH.search(said.error)
    if not missing:
        hints = "; ".join(said.hints)
        return Fault("PDF", 0, f"Typst: {said.error}" + (f" ({hints})" if hints else ""))
    letters = missing.group(1)
    place = manuscript.find_anywhere(re.escape(letters))
    return Fault(
        place.file if place else "PDF",
        place.line if place else 0,
        f'tanda "{letters}" tidak dimiliki huruf cetak laporan; ganti tanda itu.',
    )


def timestamp(date: str) -> int:
    """Seconds since 1970 of ``SOURCE_DATE_EPOCH``, else of the book's date.

    >>> timestamp("1970-01-02")
    86400
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch:
        return int(epoch)
    day = datetime.datetime.fromisoformat(date).replace(tzinfo=datetime.UTC)
    return int(day.timestamp())


def _meta(project: Project, work: Path) -> dict[str, Any]:
    """Give the template's variables, named as Quarto names them."""
    lkjip = meta_map(project.about.lkjip)["c"]
    lkjip["tanggal"] = _meta_raw(str(project.about.lkjip.get("tanggal") or project.about.date))
    logo = str(project.about.lkjip.get("logo") or "")
    if logo:
        path = project.folder / logo
        copy = work / f"lambang{path.suffix}"
        shutil.copyfile(path, copy)
        lkjip["logo"] = _meta_raw(copy.name)
    name = {"t": "MetaMap", "c": {"literal": meta_text(project.about.author)}}
    author = {"t": "MetaMap", "c": {"name": name}}
    return {
        "title": meta_text(project.about.title),
        "subtitle": meta_text(project.about.subtitle),
        "by-author": {"t": "MetaList", "c": [author]},
        "lkjip": {"t": "MetaMap", "c": lkjip},
    }


def _meta_raw(value: str) -> Node:
    return {"t": "MetaInlines", "c": [raw_inline("typst", value)]}
