"""Numbers of chapters, sections, tables and figures, and what a reference to them says."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from lkjip_analysis.rendering.errors import Faults
from lkjip_analysis.rendering.fences import CONDITIONS
from lkjip_analysis.rendering.manuscript import Manuscript, Place
from lkjip_analysis.rendering.model import Chapter, Float, FloatKind, Heading
from lkjip_analysis.rendering.project import ChapterFile
from lkjip_analysis.rendering.tree import Node, attributes, classes, plain_text, rewrite

ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


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


def roman(number: int) -> str:
    """Write a chapter's number in Roman numerals.

    >>> roman(4)
    'IV'
    """
    result = ""
    for value, letters in ROMAN:
        while number >= value:
            result += letters
            number -= value
    return result


def number_book(
    trees: list[ChapterTree], manuscript: Manuscript, faults: Faults
) -> dict[str, Target]:
    """Give every head and float its number, and all targets of references by id."""
    targets: dict[str, Target] = {}
    counts = {"bab": 0, "lampiran": 0}
    for tree in trees:
        _Numbering(tree, manuscript, faults, targets, counts).run()
    return targets


class _Numbering:
    """Numbers one chapter."""

    def __init__(
        self,
        tree: ChapterTree,
        manuscript: Manuscript,
        faults: Faults,
        targets: dict[str, Target],
        counts: dict[str, int],
    ) -> None:
        self.tree = tree
        self.manuscript = manuscript
        self.faults = faults
        self.targets = targets
        self.counts = counts
        self.prefix = ""
        self.sections = [0, 0, 0, 0, 0]
        self.floats: dict[str, int] = {"tbl": 0, "fig": 0}

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
        source = tree.file.source
        if not tree.heads or tree.heads[0].level != 1:
            self.faults.add(source, 0, "bab harus diawali judul tingkat 1 (# Judul {#sec-...}).")
        elif len(tops) > 1 and tree.file.kind != "depan":
            self.faults.add(source, 0, f"ada {len(tops)} judul tingkat 1; satu berkas satu bab.")

    def _head(self, node: Node) -> None:
        """Give a head its number."""
        level, (id_, names, _), inlines = node["c"]
        tree = self.tree
        if tree.heads and level > tree.heads[-1].level + 1:
            self._fault(
                id_, f'tingkat judul "{plain_text(inlines)}" melompat ke {level}.', heading=inlines
            )
        number = ""
        if "unnumbered" not in names and tree.file.kind != "depan":
            number = self._section_number(level)
        tree.heads.append(Head(level, id_, number, inlines))
        words, bare = f"“{plain_text(inlines)}”", plain_text(inlines)
        if number:
            bare = number
            if level > 1:
                words = f"Bagian {number}"
            else:
                words = f"{'Lampiran' if tree.file.kind == 'lampiran' else 'Bab'} {number}"
        self._add(Target(id_, tree.file.page, words, bare))

    def _section_number(self, level: int) -> str:
        """Count on and write ``I``, ``1.1``, ``A``, ``A.1``."""
        tree = self.tree
        if level == 1:
            self.counts[tree.file.kind] += 1
            count = self.counts[tree.file.kind]
            if tree.file.kind == "lampiran":
                self.prefix = tree.number = chr(ord("A") + count - 1)
                tree.label = f"Lampiran {tree.number}"
            else:
                self.prefix, tree.number = str(count), roman(count)
                tree.label = f"BAB {tree.number}"
            self.sections = [0] * 5
            return tree.number
        self.sections[level - 2] += 1
        self.sections[level - 1 :] = [0] * (6 - level)
        return ".".join([self.prefix, *map(str, self.sections[: level - 1])])

    def _float(self, node: Node) -> None:
        """Give a table or a figure its number."""
        id_ = attributes(node)[0]
        kind: FloatKind = "tbl" if id_.startswith("tbl-") else "fig"
        self.floats[kind] += 1
        count = self.floats[kind]
        number = f"{self.prefix}.{count}" if self.prefix else str(count)
        caption = plain_text(caption_of(node)).strip()
        float_ = Float(kind, id_, number, caption)
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
        self.faults.add(place.file, place.line, message)

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


def as_printed(tree: ChapterTree, blocks: list[Any]) -> ChapterTree:
    """Give a chapter as it goes on paper: each head of the front matter opens a page of its own.

    On the web Ikhtisar Eksekutif is a section of the first page; on paper it stands beside Kata
    Pengantar, so the heads below the first level move up by one.
    """
    if tree.file.kind != "depan":
        return replace(tree, blocks=opening_turned(blocks))

    def raised(node: Node) -> list[Any] | None:
        if node["t"] != "Header" or node["c"][0] == 1:
            return None
        return [{"t": "Header", "c": [node["c"][0] - 1, *node["c"][1:]]}]

    heads = [replace(head, level=max(1, head.level - 1)) for head in tree.heads]
    return replace(tree, blocks=rewrite(blocks, raised), heads=heads)


def opening_turned(blocks: list[Any]) -> list[Any]:
    """Put a chapter's opening on the landscape page it introduces.

    That is all before the first landscape block, where it holds no table, figure or further head;
    else a page would hold nothing but those lines.
    """
    turned = next((i for i, b in enumerate(blocks) if "landscape" in classes(b)), 0)
    opening = blocks[:turned]
    if not opening or len(list(_numbered_nodes(opening))) > 1:
        return blocks
    attr, inner = blocks[turned]["c"]
    return [{"t": "Div", "c": [attr, [*opening, *inner]]}, *blocks[turned + 1 :]]


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
