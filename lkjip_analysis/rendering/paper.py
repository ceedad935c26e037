"""The book for paper: one tree with its pictures in a folder; the extension's filters do the rest.

The filters are those that Quarto runs, too, so that both print the same.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from lkjip_analysis.rendering.command import document, run_pandoc
from lkjip_analysis.rendering.manuscript import Manuscript
from lkjip_analysis.rendering.picture_parts import parts_of
from lkjip_analysis.rendering.pictures import rasterise
from lkjip_analysis.rendering.project import Project
from lkjip_analysis.rendering.structure import ChapterTree
from lkjip_analysis.rendering.tree import Node, attributes, classes, para, plain_text, rewrite, text

EXTENSION = "_extensions/lkjip"
FILTERS = ("lkjip-cetak.lua", "bawaan.lua")
APPENDICES: Node = {"t": "Header", "c": [1, ["", ["unnumbered", "lkjip-lampiran"], []], []]}


def print_book(
    trees: Sequence[ChapterTree],
    arguments: Sequence[str],
    pictures: Pictures,
    meta: dict[str, Any] | None = None,
) -> str:
    """Have pandoc write the book in the format of the arguments."""
    blocks: list[Any] = []
    for tree in trees:
        if tree.file.kind == "lampiran" and APPENDICES not in blocks:
            blocks.append(APPENDICES)
        blocks += rewrite(tree.blocks, pictures.change)
    look = pictures.look
    filters = [f"--lua-filter={look / name}" for name in (*FILTERS, pictures.filter)]
    return run_pandoc(["-f", "json", *arguments, *filters], document(blocks, meta))


def meta_map(values: Mapping[str, object]) -> Node:
    """Give pandoc a book's settings."""
    return {"t": "MetaMap", "c": {key: meta_text(value) for key, value in values.items()}}


def meta_text(value: object) -> Node:
    """Give pandoc one setting."""
    if isinstance(value, dict):
        return meta_map(value)
    if isinstance(value, bool):
        return {"t": "MetaBool", "c": value}
    return {"t": "MetaInlines", "c": [text(str(value))] if value not in ("", None) else []}


class Pictures:
    """Puts the book's pictures into a folder: as they are, or all of pixels, as Word wants them."""

    def __init__(
        self, project: Project, manuscript: Manuscript, folder: Path, *, pixels: bool = False
    ) -> None:
        self.look = project.folder / EXTENSION
        self.manuscript = manuscript
        self.folder = folder
        self.pixels = pixels
        self.filter = "docx/lkjip-docx.lua" if pixels else "typst/lkjip-typst.lua"
        folder.mkdir(parents=True, exist_ok=True)

    def change(self, node: Node) -> list[Any] | None:
        """Give the embedded figures their pictures, and all pictures their files and words."""
        if node["t"] == "Image":
            (id_, names, options), alt, (url, title) = node["c"]
            said = dict(options)
            words = said.pop("fig-alt", "") or plain_text(alt)
            file = self._file(Path(url))
            return [_image(file, words, [id_, names, [list(pair) for pair in said.items()]], title)]
        id_ = attributes(node)[0]
        if "lkjip-float" not in classes(node) or id_ not in self.manuscript.cells:
            return None
        attr, blocks = node["c"]
        return [{"t": "Div", "c": [attr, [*rewrite(blocks, self.change), *self._figure(id_)]]}]

    def _figure(self, id_: str) -> list[Any]:
        """Give an embedded figure (not a table), maybe in parts."""
        cell = self.manuscript.cells[id_]
        alt = cell.alt or cell.plain.strip()
        if not cell.svg:
            return [self._placed(f"{id_}.png", cell.png, alt)] if cell.png else []
        parts = parts_of(cell.svg, alt)
        images = []
        for number, (svg, said) in enumerate(parts):
            name = f"{id_}-{number}" if number else id_
            if self.pixels:
                stored = cell.png if cell.png and len(parts) == 1 else self._drawn(svg)
                images.append(self._placed(f"{name}.png", stored, said, width_of(svg)))
            else:
                images.append(self._placed(f"{name}.svg", svg.encode(), said))
        return images

    def _drawn(self, svg: str) -> bytes:
        return rasterise(svg, self.look / "fonts")

    def _placed(self, name: str, data: bytes, alt: str, width: str = "") -> Node:
        """Write a picture's file and give its paragraph."""
        (self.folder / name).write_bytes(data)
        return para([_image(name, alt, ["", [], [["width", width]] if width else []])])

    def _file(self, path: Path) -> str:
        """Put an image of a chapter into the folder; an SVG for Word gives the PNG beside it.

        Two of one name in two folders are two.
        """
        data, ending = path.read_bytes(), path.suffix.lower()
        if self.pixels and ending == ".svg":
            staged, ending = path.with_name(f"{path.name}.png"), ".png"
            data = staged.read_bytes() if staged.is_file() else self._drawn(data.decode("utf-8"))
        name = f"{path.stem}-{hashlib.sha256(data).hexdigest()[:8]}{ending}"
        (self.folder / name).write_bytes(data)
        return name


def _image(name: str, alt: str, attr: list[Any], title: str = "") -> Node:
    return {"t": "Image", "c": [attr, [text(alt)], [name, title]]}


def width_of(svg: str) -> str:
    """Natural width of an SVG, nothing when it does not say.

    >>> width_of('<svg width="72pt" height="144pt">'), width_of('<svg viewBox="0 0 9 9">')
    ('72pt', '')
    """
    match = re.search(r'<svg[^>]*?\swidth="([\d.]+(?:pt|px|in|cm|mm)?)"', svg)
    return match[1] if match else ""
