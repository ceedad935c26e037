"""Numbers of chapters, sections, tables and figures, and what a reference to them says."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from lkjip_analysis.rendering.errors import Faults, Place
from lkjip_analysis.rendering.fences import CONDITIONS
from lkjip_analysis.rendering.manuscript import Manuscript
from lkjip_analysis.rendering.model import Chapter, Float, FloatKind, Heading
from lkjip_analysis.rendering.numbering import Numbers
from lkjip_analysis.rendering.project import ChapterFile
from lkjip_analysis.rendering.tree import Node, attributes, classes, plain_text


@dataclass
class Head:
    """A head met in a chapter; ``inlines`` is its title in pandoc's tree."""

    level: int
    id: str
    number: str
    inlines: list[Any]


@dataclass
class ChapterTree:
    """One chapter in pandoc's tree, with what the numbering found in it."""

    file: ChapterFile
    index: int
    blocks: list[Any]
    number: str = ""
    label: str = ""
    heads: list[Head] = field(default_factory=list)
    floats: list[Float] = field(default_factory=list)

    def record(self, body_html: str = "", titles: Sequence[str] = ()) -> Chapter:
        """Give the chapter as the writers of pages know it; ``titles`` are the heads' HTML."""
        titles = titles or [html.escape(plain_text(head.inlines)) for head in self.heads]
        heads = tuple(
            Heading(head.level, head.id, head.number, title, plain_text(head.inlines))
            for head, title in zip(self.heads, titles, strict=True)
        )
        return Chapter(
            source=self.file.source,
            file=self.file.page,
            kind=self.file.kind,
            number=self.number,
            label=self.label,
            title_text=heads[0].title_text,
            title_html=heads[0].title_html,
            body_html=body_html,
            headings=heads,
            floats=tuple(self.floats),
        )


@dataclass(frozen=True)
class Target:
    """Something a reference can point at.

    ``words`` is what the reference says (``Tabel 3.1``), ``bare`` is the number alone.
    """

    id: str
    page: str
    words: str
    bare: str


def number_book(
    trees: list[ChapterTree], manuscript: Manuscript, faults: Faults
) -> dict[str, Target]:
    """Give every head and float its number, and all targets of references by id."""
    targets: dict[str, Target] = {}
    numbers = Numbers()
    for tree in trees:
        numbers.open(tree.file.kind)
        _Numbering(tree, manuscript, faults, targets, numbers).run()
    return targets


@dataclass
class _Numbering:
    """Numbers one chapter."""

    tree: ChapterTree
    manuscript: Manuscript
    faults: Faults
    targets: dict[str, Target]
    numbers: Numbers

    def run(self) -> None:
        """Walk the chapter in reading order."""
        tree = self.tree
        for node, hidden in _numbered_nodes(tree.blocks):
            if hidden and "unnumbered" not in classes(node):
                self._fault(
                    attributes(node)[0],
                    "judul, tabel, atau gambar bernomor tidak boleh berada di dalam"
                    " .content-visible/.content-hidden: nomornya akan berbeda antarformat.",
                )
            if node["t"] == "Header":
                self._head(node)
            else:
                self._float(node)
        tops = [head for head in tree.heads if head.level == 1]
        whole = Place(tree.file.source)
        if not tree.heads or tree.heads[0].level != 1:
            self.faults.add(whole, "bab harus diawali judul tingkat 1 (# Judul {#sec-...}).")
        elif len(tops) > 1 and tree.file.kind != "depan":
            self.faults.add(whole, f"ada {len(tops)} judul tingkat 1; satu berkas satu bab.")

    def _head(self, node: Node) -> None:
        """Give a head its number."""
        level, (id_, names, _), inlines = node["c"]
        tree = self.tree
        if tree.heads and level > tree.heads[-1].level + 1:
            self._fault(
                id_, f'tingkat judul "{plain_text(inlines)}" melompat ke {level}.', heading=inlines
            )
        title = plain_text(inlines)
        number = "" if "unnumbered" in names else self.numbers.head(level)
        if number and level == 1:
            tree.number = number
            tree.label = f"{'BAB' if tree.file.kind == 'bab' else 'Lampiran'} {number}"
        if not number and "unnumbered" not in names:
            names.append("unnumbered")
        tree.heads.append(Head(level, id_, number, inlines))
        words = self.numbers.words(level, number, title)
        self._add(Target(id_, tree.file.page, words, number or title))

    def _float(self, node: Node) -> None:
        """Give a table or a figure its number."""
        id_ = attributes(node)[0]
        kind: FloatKind = "tbl" if id_.startswith("tbl-") else "fig"
        number = self.numbers.float(kind)
        caption = plain_text(caption_of(node)).strip()
        float_ = Float(kind, id_, number, caption)
        node["c"][0][2].append(["nomor", float_.label])
        self.tree.floats.append(float_)
        self._add(Target(id_, self.tree.file.page, float_.label, number))

    def _add(self, target: Target) -> None:
        if target.id in self.targets:
            self._fault(target.id, f'id "{target.id}" dipakai lebih dari sekali.')
        self.targets[target.id] = target

    def _fault(self, id_: str, message: str, heading: list[Any] | None = None) -> None:
        """Report at the last line of this chapter that holds the id (or the head's text)."""
        place = self.manuscript.embedded.get(id_)
        if place is None or id_ not in self.manuscript.cells:
            place = self._find(id_, heading)
        self.faults.add(place, message)

    def _find(self, id_: str, heading: list[Any] | None) -> Place:
        needle = rf"#{re.escape(id_)}\b"
        if heading:
            needle += "|" + r"\s+".join(map(re.escape, plain_text(heading).split()))
        return self.manuscript.find(self.tree.index, needle, last=True)


def caption_of(float_: Node) -> list[Any]:
    """Inlines of the caption of a float's div."""
    for block in float_["c"][1]:
        if block["t"] == "Div" and "lkjip-keterangan" in classes(block):
            inner = block["c"][1]
            return list(inner[0]["c"]) if inner else []
    return []


def content_of(float_: Node) -> list[Any]:
    """Blocks of a float's div beside its caption."""
    return [block for block in float_["c"][1] if "lkjip-keterangan" not in classes(block)]


def is_titled(node: Node) -> bool:
    """Whether a div takes its first head as its title, as callouts do."""
    return node["t"] == "Div" and any(name.startswith("callout-") for name in classes(node))


def _numbered_nodes(blocks: list[Any], hidden: bool = False) -> Iterator[tuple[Node, bool]]:
    """Give heads and floats in reading order, and whether only some formats show them."""
    for block in blocks:
        if block["t"] == "Header":
            yield block, hidden
        elif block["t"] == "Div":
            if "lkjip-float" in classes(block):
                yield block, hidden
                continue
            inner = block["c"][1]
            if is_titled(block) and inner and inner[0]["t"] == "Header":
                inner = inner[1:]
            conditional = any(name in CONDITIONS for name in classes(block))
            yield from _numbered_nodes(inner, hidden or conditional)
        elif block["t"] == "BlockQuote":
            yield from _numbered_nodes(block["c"], hidden)
        elif block["t"] in ("BulletList", "OrderedList"):
            items = block["c"] if block["t"] == "BulletList" else block["c"][1]
            for item in items:
                yield from _numbered_nodes(item, hidden)
