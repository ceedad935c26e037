"""The Word document: pandoc's tree with Word's own captions, fields and sections."""

from __future__ import annotations

import re
import shutil
import struct
from pathlib import Path
from typing import Any

from lkjip_analysis.rendering.command import document, run_pandoc
from lkjip_analysis.rendering.manuscript import Manuscript
from lkjip_analysis.rendering.model import ChapterKind, Float
from lkjip_analysis.rendering.pdf import EXTENSION, quote_marks
from lkjip_analysis.rendering.picture_parts import parts_of
from lkjip_analysis.rendering.pictures import rasterise
from lkjip_analysis.rendering.project import Project
from lkjip_analysis.rendering.structure import (
    ChapterTree,
    caption_of,
    content_of,
    is_titled,
)
from lkjip_analysis.rendering.tree import (
    Node,
    attributes,
    div,
    para,
    plain_text,
    rewrite,
    text,
)
from lkjip_analysis.rendering.word.openxml import (
    PAGE_BREAK,
    TEXT_WIDTH,
    openxml,
    section_break,
)
from lkjip_analysis.rendering.word.package import polish
from lkjip_analysis.rendering.words import callout_title, is_shown

# Room for a figure beside its caption, in centimetres.
ROOM = {
    "tegak": (TEXT_WIDTH["tegak"] / 567, 20.0),
    "mendatar": (TEXT_WIDTH["mendatar"] / 567, 12.5),
}


def write_docx(
    trees: list[ChapterTree], manuscript: Manuscript, project: Project, work: Path, target: Path
) -> Path:
    """Write the book's Word document; ``work`` is a folder for its images."""
    work.mkdir(parents=True, exist_ok=True)
    writer = _Word(trees, manuscript, work)
    reference = project.folder / EXTENSION / "docx" / "reference.docx"
    target.parent.mkdir(parents=True, exist_ok=True)
    raw = work / "buku.docx"
    run_pandoc(
        [
            *("-f", "json", "-t", "docx", "-o", str(raw)),
            f"--reference-doc={reference}",
            f"--resource-path={work}",
        ],
        document([block for tree in trees for block in writer.blocks(tree.blocks)]),
    )
    book = project.book(tuple(tree.record() for tree in trees))
    target.write_bytes(polish(raw.read_bytes(), book, project.folder))
    return target


def styled(style: str, blocks: list[Any]) -> Node:
    """Give paragraphs a style of the reference document."""
    return {"t": "Div", "c": [["", [], [["custom-style", style]]], blocks]}


class _Word:
    """Turns pandoc's tree into what its Word writer prints as wanted."""

    def __init__(self, trees: list[ChapterTree], manuscript: Manuscript, work: Path) -> None:
        self.manuscript = manuscript
        self.work = work
        self.floats: dict[str, Float] = {f.id: f for tree in trees for f in tree.floats}
        self.numbered: dict[str, ChapterKind] = {
            head.id: tree.file.kind for tree in trees for head in tree.heads if head.number
        }
        self.page = "tegak"

    def blocks(self, blocks: list[Any]) -> list[Any]:
        """Rewrite blocks."""
        return list(rewrite(blocks, self.change))

    def change(self, node: Node) -> list[Any] | None:
        """Replace one element, or leave it to pandoc."""
        kind = node["t"]
        if kind == "Header":
            return self._head(node)
        if kind == "Div":
            return self._div(node)
        if kind == "Image":
            return self._image(node)
        if kind == "Quoted":
            return quote_marks(node, self.change)
        if kind == "RawBlock" and node["c"][0] != "openxml":
            return []
        return None

    def _head(self, node: Node) -> list[Any]:
        """Write a head as a paragraph of the style that numbers it, or of one that does not."""
        level, (id_, _, _), inlines = node["c"]
        title = {"t": "Span", "c": [[id_, [], []], rewrite(inlines, self.change)]}
        return [styled(self._head_style(id_, level), [para([title])])]

    def _head_style(self, id_: str, level: int) -> str:
        kind = self.numbered.get(id_)
        if kind is None:
            return f"Judul Tanpa Nomor {level}"
        return f"{'Judul Lampiran' if kind == 'lampiran' else 'Heading'} {level}"

    def _div(self, node: Node) -> list[Any] | None:
        id_, names, _ = attributes(node)
        inner = node["c"][1]
        if not is_shown(node, "docx"):
            return []
        if "lkjip-float" in names:
            return self._float(node)
        if "lkjip-halaman-baru" in names:
            return [openxml(PAGE_BREAK)]
        if "landscape" in names:
            return self._landscape(inner)
        if "tanda-tangan" in names:
            head, last = inner[:-1], inner[-1:]
            if not head:
                return [styled("Tanda Tangan", self.blocks(last))]
            return [
                styled("Tanda Tangan", self.blocks(head)),
                styled("Tanda Tangan Nama", self.blocks(last)),
            ]
        if "catatan-tabel" in names:
            return [styled("Catatan Tabel", self.blocks(inner))]
        if is_titled(node):
            title, rest = callout_title(node)
            return [
                styled("Judul Kotak", [para(rewrite(title, self.change))]),
                styled("Kotak", self.blocks(rest)),
            ]
        body = self.blocks(inner)
        return [div(body, id_=id_)] if id_ else body

    def _landscape(self, inner: list[Any]) -> list[Any]:
        """Put blocks on turned pages, a section of their own."""
        self.page = "mendatar"
        body = self.blocks(inner)
        self.page = "tegak"
        return [section_break("tegak"), *body, section_break("mendatar")]

    def _float(self, node: Node) -> list[Any]:
        """Write a caption, and the table or the picture."""
        id_ = attributes(node)[0]
        float_ = self.floats[id_]
        body = self.blocks(content_of(node))
        label = {"t": "Span", "c": [[id_, [], []], [text(float_.label)]]}
        caption = para([label, text("\u2002"), *rewrite(caption_of(node), self.change)])
        if float_.kind == "tbl":
            return [styled("Table Caption", [caption]), *body]
        body += self._figure(id_)
        return [styled("Captioned Figure", body), styled("Image Caption", [caption])]

    def _figure(self, id_: str) -> list[Any]:
        """Give the embedded figure as PNG (the stored one or from the SVG), maybe in parts."""
        cell = self.manuscript.cells.get(id_)
        if cell is None:
            return []
        parts = parts_of(cell.svg, cell.alt or cell.plain.strip())
        room = ROOM[self.page]
        pictures = []
        for number, (svg, alt) in enumerate(parts):
            path = self.work / (f"{id_}-{number}.png" if number else f"{id_}.png")
            path.write_bytes(cell.png if cell.png and len(parts) == 1 else rasterise(svg))
            width, height = svg_size_cm(svg)
            if not (width and height):
                width, height = png_size_cm(path.read_bytes())
            scale = min(1.0, room[0] / width, room[1] / height)
            pictures.append(para([picture(path, alt, width=f"{width * scale:.2f}cm")]))
        return pictures

    def _image(self, node: Node) -> list[Any]:
        """Write an image of a chapter with its alternative text."""
        (_, _, options), alt, (url, _) = node["c"]
        known = dict(options)
        said = known.get("fig-alt") or plain_text(alt)
        return [picture(self._png_of(Path(url)), said, width=known.get("width", ""))]

    def _png_of(self, path: Path) -> Path:
        """Put an image Word can show into the work folder: an SVG becomes a PNG."""
        if path.suffix.lower() != ".svg":
            return Path(shutil.copyfile(path, self.work / path.name))
        copy = self.work / f"{path.stem}.png"
        copy.write_bytes(rasterise(path.read_text(encoding="utf-8")))
        return copy


def picture(path: Path, alt: str, **size: str) -> Node:
    """Make an image of the work folder with its alternative text.

    Only the file's name is given: pandoc writes it into the document.
    """
    options = [[key, value] for key, value in size.items() if value]
    return {"t": "Image", "c": [["", [], options], [text(alt)], [path.name, ""]]}


def svg_size_cm(svg: str) -> tuple[float, float]:
    """Natural width and height of an SVG in centimetres, 0 when it does not say.

    >>> svg_size_cm('<svg width="72pt" height="144pt">')
    (2.54, 5.08)
    """
    inch = {"pt": 72.0, "px": 96.0, "in": 1.0, "cm": 2.54, "mm": 25.4, None: 96.0}

    def size(name: str) -> float:
        match = re.search(rf'<svg[^>]*?\s{name}="([\d.]+)(pt|px|in|cm|mm)?"', svg)
        return float(match.group(1)) / inch[match.group(2)] * 2.54 if match else 0.0

    return size("width"), size("height")


def png_size_cm(data: bytes) -> tuple[float, float]:
    """Width and height of a PNG in centimetres, at 96 dots an inch."""
    width, height = struct.unpack(">II", data[16:24])
    return width / 96 * 2.54, height / 96 * 2.54
