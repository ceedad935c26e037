"""Sections that are printed once more, each as a PDF of one page of its own.

``lkjip: tersendiri`` in ``_quarto.yml`` names them: ``bagian`` is the section's id, ``berkas`` the
file, ``judul`` what the web page calls it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from lkjip_analysis.rendering.errors import Fault, RendererError
from lkjip_analysis.rendering.manuscript import Manuscript
from lkjip_analysis.rendering.pdf import write_pdf, write_source
from lkjip_analysis.rendering.project import Project
from lkjip_analysis.rendering.structure import ChapterTree
from lkjip_analysis.rendering.table_reader import with_native_tables
from lkjip_analysis.rendering.tree import Node, attributes, plain_text, rewrite, text, walk

TEMPLATE = "satu-halaman.typ"


@dataclass(frozen=True)
class Apart:
    """A section, its file, and what a reader is told it is."""

    bagian: str
    berkas: str
    judul: str


def printed_apart(project: Project) -> list[Apart]:
    """List what ``_quarto.yml`` wants printed apart."""
    wanted = project.about.lkjip.get("tersendiri") or ()
    try:
        return [Apart(**entry) for entry in wanted]
    except TypeError as error:
        said = '"lkjip: tersendiri" berisi bagian, berkas, dan judul; bandingkan dengan contohnya.'
        raise RendererError([Fault("_quarto.yml", 0, said)]) from error


def write_apart(
    trees: Sequence[ChapterTree],
    manuscript: Manuscript,
    project: Project,
    work: Path,
    output: Path,
) -> list[Path]:
    """Write the PDF of each section that is printed apart; give their files."""
    written = []
    for one in printed_apart(project):
        cut = (_section(tree, one.bagian, project) for tree in trees)
        printed = [section for section in cut if section]
        if not printed:
            said = f'"lkjip: tersendiri" menyebut bagian "{one.bagian}" yang tidak ada.'
            raise RendererError([Fault("_quarto.yml", 0, said)])
        about = project.about
        title = plain_text(printed[0].blocks[0]["c"][2])
        named = replace(about, title=title, subtitle=f"{about.title} {about.subtitle}".strip())
        book = manuscript, replace(project, about=named)
        source = write_source(printed, *book, work / one.bagian, TEMPLATE)
        written.append(write_pdf(source, *book, output / one.berkas, guarded=False))
    return written


def _section(tree: ChapterTree, id_: str, project: Project) -> ChapterTree | None:
    """Cut a section out of its chapter: its head is the title, what it refers to lies outside."""
    start = next((n for n, block in enumerate(tree.blocks) if attributes(block)[0] == id_), None)
    if start is None or tree.blocks[start]["t"] != "Header":
        return None
    level, (first, *rest) = tree.blocks[start]["c"][0], tree.blocks[start:]
    end = next((n for n, block in enumerate(rest) if _opens(block, level)), len(rest))
    blocks = with_native_tables([first, *rest[:end]])  # their notes refer to sections, too
    inside = {attributes(node)[0] for node in walk(blocks)}

    def alone(node: Node) -> list[Any] | None:
        if node["t"] == "Header":
            depth, (name, names, options), inlines = node["c"]
            look = [name, [*names, "unnumbered"], options]
            # below the title one more: the filter takes front matter's heads a level up
            depth += 1 - level + (depth > level)
            return [{"t": "Header", "c": [depth, look, rewrite(inlines, alone)]}]
        url = node["c"][2][0] if node["t"] == "Link" else ""
        if not url.startswith("#") or url[1:] in inside:
            return None
        book = str(project.about.lkjip.get("judul-singkat") or project.about.title)
        return [*rewrite(node["c"][1], alone), text(f"\u00a0{book}")]

    return replace(tree, blocks=rewrite(blocks, alone))


def _opens(block: Node, level: int) -> bool:
    """Tell whether a block is, or holds, the head of the next section."""
    heads: Iterator[Node] = (node for node in walk([block]) if node["t"] == "Header")
    return any(node["c"][0] <= level for node in heads)
