"""References, links and images: each one found, or reported."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import unquote

from lkjip_analysis.rendering.errors import Faults, did_you_mean
from lkjip_analysis.rendering.manuscript import Manuscript
from lkjip_analysis.rendering.structure import ChapterTree, Target
from lkjip_analysis.rendering.tree import Node, attributes, plain_text, rewrite, text

REFERENCE = ("tbl-", "fig-", "sec-")
BREAK = re.compile(r"(?i)^<br\s*/?>$")
EXTERNAL = re.compile(r"(?i)^(https?|mailto|tel):")


def resolve_references(
    trees: list[ChapterTree],
    targets: dict[str, Target],
    manuscript: Manuscript,
    folder: Path,
    faults: Faults,
) -> None:
    """Put the words of every reference in its place, and check every link and image.

    A reference becomes a link of class ``rujukan`` to ``#id``; an image's path becomes absolute.
    """
    pages = {PurePosixPath(tree.file.source).name: tree for tree in trees}
    for tree in trees:
        resolver = _Resolver(tree, targets, pages, manuscript, folder, faults)
        tree.blocks = rewrite(tree.blocks, resolver.change)
        for head in tree.heads:
            head.inlines = rewrite(head.inlines, resolver.change)


@dataclass
class _Resolver:
    """Resolves what one chapter points at."""

    tree: ChapterTree
    targets: dict[str, Target]
    pages: dict[str, ChapterTree]
    manuscript: Manuscript
    folder: Path
    faults: Faults

    def change(self, node: Node) -> list[Any] | None:
        """Replace one element, or leave it."""
        looks = {"Cite": self._cite, "Link": self._link, "Image": self._image}
        looks["RawInline"] = self._raw
        look = looks.get(node["t"])
        return look(node) if look else None

    def _raw(self, node: Node) -> list[Any] | None:
        kind, code = node["c"]
        if kind == "html" and BREAK.match(code):
            return [{"t": "LineBreak"}]
        if kind == "html":
            self._fault(re.escape(code), f'HTML mentah "{code}" di dalam kalimat hilang.')
        return None

    def _cite(self, node: Node) -> list[Any] | None:
        """Turn ``@tbl-x`` into a link that says ``Tabel 3.1``."""
        result: list[Any] = []
        for citation in node["c"][0]:
            id_ = citation["citationId"]
            if result:
                result += [text(","), {"t": "Space"}]
            if not id_.startswith(REFERENCE):
                self._fault(
                    rf"@\{{?{re.escape(id_)}",
                    f'kutipan "@{id_}" tidak didukung; untuk tanda @ biasa tulis \\@{id_}.',
                )
            elif id_ in self.manuscript.failed:
                continue
            elif id_ not in self.targets:
                near = [key for key in self.targets if key.startswith(id_[:4])]
                hint = did_you_mean(id_, near)
                self._fault(rf"@\{{?{re.escape(id_)}", f'rujukan "@{id_}" tidak ditemukan.{hint}')
            else:
                target = self.targets[id_]
                bare = citation["citationMode"]["t"] == "SuppressAuthor"
                result += citation["citationPrefix"]
                if citation["citationPrefix"]:
                    result.append({"t": "Space"})
                result.append(reference(id_, target.bare if bare else target.words))
                result += citation["citationSuffix"]
        return result

    def _link(self, node: Node) -> list[Any] | None:
        """Check a link; a link to a chapter's file becomes one to its head."""
        attr, inlines, (url, title) = node["c"]
        if EXTERNAL.match(url):
            return None
        name, _, anchor = url.partition("#")
        if name:
            tree = self.pages.get(PurePosixPath(unquote(name)).name)
            if tree is None or not tree.heads:
                self._fault(re.escape(url), f'tautan "{url}" tidak menuju bab atau laman web.')
                return inlines if isinstance(inlines, list) else []
            anchor = anchor or tree.heads[0].id
        if anchor not in self.targets:
            hint = did_you_mean(anchor, list(self.targets))
            self._fault(re.escape(url), f'tautan "#{anchor}" tidak ditemukan.{hint}')
        return [{"t": "Link", "c": [attr, rewrite(inlines, self.change), [f"#{anchor}", title]]}]

    def _image(self, node: Node) -> list[Any] | None:
        """Make an image's path absolute."""
        attr, alt, (url, title) = node["c"]
        path = self.folder / Path(self.tree.file.source).parent / unquote(url)
        if url.startswith("/"):
            path = self.folder / unquote(url).lstrip("/")
        if not path.is_file():
            known = sorted(p.name for p in path.parent.glob("*")) if path.parent.is_dir() else []
            hint = did_you_mean(path.name, known, listed=False)
            self._fault(re.escape(url), f'gambar "{url}" tidak ada.{hint}')
        if not plain_text(alt).strip() and not attributes(node)[2].get("fig-alt"):
            self._fault(re.escape(url), f'gambar "{url}" tidak punya teks alternatif.')
        return [{"t": "Image", "c": [attr, alt, [path.resolve().as_posix(), title]]}]

    def _fault(self, needle: str, message: str) -> None:
        """Report where the chapter, else the embedded output, holds the words."""
        place = self.manuscript.find(self.tree.index, needle)
        if not place.line:
            place = self.manuscript.find_anywhere(needle) or place
        self.faults.add(place, message)


def reference(id_: str, words: str) -> Node:
    """Make the link that a reference becomes."""
    inlines = [text(words.replace(" ", "\u00a0"))]
    return {"t": "Link", "c": [["", ["rujukan"], []], inlines, [f"#{id_}", ""]]}
