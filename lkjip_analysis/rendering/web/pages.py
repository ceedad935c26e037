"""The content of the HTML pages: pandoc's tree of each chapter as HTML5."""

from __future__ import annotations

import html
import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from lkjip_analysis.rendering.command import document, run_pandoc
from lkjip_analysis.rendering.manuscript import Manuscript
from lkjip_analysis.rendering.model import Chapter
from lkjip_analysis.rendering.structure import (
    ChapterTree,
    Target,
    caption_of,
    content_of,
    is_titled,
)
from lkjip_analysis.rendering.tree import (
    Node,
    attributes,
    classes,
    plain_text,
    raw_block,
    raw_inline,
    rewrite,
)
from lkjip_analysis.rendering.words import callout_title, is_shown

CUT = "<!--lkjip:bab-->"
IMAGES = "gambar"
CHART = "font-family=\"'Source Sans 3'"
"""What a chart of the report says of its letters."""
WIDE = 500.0
"""Points: a picture wider than this was drawn for a landscape page; on the web it scrolls."""


def make_pages(
    trees: list[ChapterTree], targets: dict[str, Target], manuscript: Manuscript, output: Path
) -> tuple[Chapter, ...]:
    """Make the HTML of every chapter, in one call of pandoc; images are copied to ``output``."""
    blocks: list[Any] = []
    for tree in trees:
        blocks.append(raw_block("html", CUT))
        blocks += _Page(tree, targets, manuscript, output).blocks()
    written = run_pandoc(["-f", "json", "-t", "html5"], document(blocks))
    bodies = written.split(CUT)[1:]
    return tuple(
        _chapter(tree, link_pages(body, tree.file.page, targets))
        for tree, body in zip(trees, bodies, strict=True)
    )


def link_pages(body: str, page: str, targets: dict[str, Target]) -> str:
    """Point ``#id`` links of raw HTML at the page that holds the target."""

    def point(match: re.Match[str]) -> str:
        target = targets.get(html.unescape(match[1]))
        if target is None or target.page == page:
            return match[0]
        return f'href="{target.page}#{match[1]}"'

    return re.sub(r'href="#([^"]+)"', point, body)


def _chapter(tree: ChapterTree, body: str) -> Chapter:
    """Put a chapter's record together from its tree and its HTML."""
    body = body.strip() + "\n"
    titles = []
    for head in tree.heads:
        tag = f"h{head.level}"
        anchor = re.escape(html.escape(head.id))
        pattern = rf'<{tag}[^>]*\sid="{anchor}"[^>]*>(.*?)</{tag}>'
        match = re.search(pattern, body, re.DOTALL)
        found = match.group(1) if match else html.escape(plain_text(head.inlines))
        titles.append(re.sub(r'^<span class="nomor">.*?</span>\s*', "", found))
    return tree.record(body, titles)


@dataclass
class _Page:
    """Turns one chapter's tree into what pandoc's HTML writer prints as wanted."""

    tree: ChapterTree
    targets: dict[str, Target]
    manuscript: Manuscript
    output: Path
    notes: list[list[Any]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.heads = {head.id: head for head in self.tree.heads}
        self.labels = {float_.id: float_.label for float_ in self.tree.floats}

    def blocks(self) -> list[Any]:
        """Give the chapter's blocks, its footnotes at the end."""
        blocks = rewrite(self.tree.blocks, self.change)
        if not self.notes:
            return list(blocks)
        listing = [raw_block("html", '<section class="footnotes" role="doc-endnotes"><ol>')]
        for number, note in enumerate(self.notes, start=1):
            back = raw_inline(
                "html",
                f' <a href="#fnref{number}" class="footnote-back" role="doc-backlink"'
                f' aria-label="Kembali ke teks">↩︎</a>',
            )
            listing.append(raw_block("html", f'<li id="fn{number}">'))
            if note and note[-1]["t"] in ("Para", "Plain"):
                note = [*note[:-1], {"t": note[-1]["t"], "c": [*note[-1]["c"], back]}]
            listing += [*note, raw_block("html", "</li>")]
        return [*blocks, *listing, raw_block("html", "</ol></section>")]

    def change(self, node: Node) -> list[Any] | None:
        """Replace one element, or leave it to pandoc."""
        looks: dict[str, Callable[[Node], list[Any] | None]] = {
            "Header": self._head,
            "Div": self._div,
            "Note": self._note,
            "Link": self._link,
            "Image": self._image,
            "Table": self._table,
        }
        look = looks.get(node["t"])
        return look(node) if look else None

    def _table(self, node: Node) -> list[Any]:
        return [{"t": "Div", "c": [["", ["tabel-wadah"], []], [node]]}]

    def _head(self, node: Node) -> list[Any]:
        level, attr, inlines = node["c"]
        head = self.heads.get(attr[0])
        inlines = rewrite(inlines, self.change)
        if head and head.number:
            words = self.tree.label if level == 1 else head.number
            number = {"t": "Span", "c": [["", ["nomor"], []], [{"t": "Str", "c": words}]]}
            inlines = [number, {"t": "Space"}, *inlines]
        return [{"t": "Header", "c": [level, attr, inlines]}]

    def _div(self, node: Node) -> list[Any] | None:
        names = classes(node)
        inner = node["c"][1]
        if not is_shown(node, "html"):
            return []
        if "lkjip-float" in names:
            return self._float(node)
        if "lkjip-halaman-baru" in names:
            return []
        if is_titled(node):
            return self._titled(node)
        if "rincian" in names:
            return [
                raw_block("html", '<details class="rincian"><summary>Rincian</summary>'),
                *rewrite(inner, self.change),
                raw_block("html", "</details>"),
            ]
        if any(name.startswith("content-") for name in names):
            return list(rewrite(inner, self.change))
        if inner and inner[0]["t"] == "Header":
            # pandoc would write a section and move the head's id to it.
            named = f' class="{html.escape(" ".join(names))}"' if names else ""
            anchor = f' id="{html.escape(attributes(node)[0])}"' if attributes(node)[0] else ""
            opening = raw_block("html", f"<div{anchor}{named}>")
            return [opening, *rewrite(inner, self.change), raw_block("html", "</div>")]
        return None

    def _titled(self, node: Node) -> list[Any]:
        """Write a callout as a note, or folded if it asks for that."""
        title, inner = callout_title(node)
        body = rewrite(inner, self.change)
        title = rewrite(title, self.change)
        shown = " ".join(["callout", *classes(node)])
        if attributes(node)[2].get("collapse") == "true":
            opening, closing = f'<details class="{shown}"><summary>', "</summary>"
            end = "</details>"
        else:
            opening = f'<div class="{shown}" role="note"><p class="callout-title">'
            closing, end = "</p>", "</div>"
        line = [raw_inline("html", opening), *title, raw_inline("html", closing)]
        return [{"t": "Plain", "c": line}, *body, raw_block("html", end)]

    def _float(self, node: Node) -> list[Any]:
        """Write a table (caption above) or a figure (caption below)."""
        id_ = attributes(node)[0]
        caption = [
            raw_inline("html", f'<figcaption><span class="nomor">{self.labels[id_]}</span> '),
            *rewrite(caption_of(node), self.change),
            raw_inline("html", "</figcaption>"),
        ]
        title = {"t": "Plain", "c": caption}
        if id_.startswith("tbl-"):
            start = raw_block("html", f'<figure id="{id_}" class="lkjip-tabel">')
            body = rewrite(content_of(node), self._table_id(id_))
            return [start, title, *rewrite(body, self.change), raw_block("html", "</figure>")]
        start = raw_block("html", f'<figure id="{id_}" class="lkjip-gambar">')
        body = [*rewrite(content_of(node), self.change), *self._figure(id_)]
        return [start, *body, title, raw_block("html", "</figure>")]

    def _table_id(self, id_: str) -> Any:
        """Keep the table's own id from doubling the figure's."""

        def change(node: Node) -> list[Any] | None:
            if node["t"] == "RawBlock" and node["c"][0] == "html":
                return [raw_block("html", node["c"][1].replace(f'id="{id_}"', f'id="{id_}-isi"'))]
            return None

        return change

    def _figure(self, id_: str) -> list[Any]:
        """Give the embedded figure as inline SVG, or as an image file."""
        cell = self.manuscript.cells.get(id_)
        if cell is None:
            return []
        alt = html.escape(cell.alt or cell.plain.strip(), quote=True)
        if cell.svg:
            return [raw_block("html", inline_svg(cell.svg, id_, alt))]
        name = f"{IMAGES}/{id_}.png"
        (self.output / IMAGES).mkdir(parents=True, exist_ok=True)
        (self.output / name).write_bytes(cell.png)
        return [raw_block("html", f'<img src="{name}" alt="{alt}">')]

    def _note(self, node: Node) -> list[Any]:
        note = rewrite(node["c"], self.change)
        self.notes.append(note)
        number = len(self.notes)
        code = (
            f'<a href="#fn{number}" class="footnote-ref" id="fnref{number}"'
            f' role="doc-noteref"><sup>{number}</sup></a>'
        )
        return [raw_inline("html", code)]

    def _link(self, node: Node) -> list[Any] | None:
        """Point into the right page."""
        attr, inlines, (url, title) = node["c"]
        target = self.targets.get(url[1:]) if url.startswith("#") else None
        if target is None:
            return None
        page = "" if target.page == self.tree.file.page else target.page
        link = [attr, rewrite(inlines, self.change), [f"{page}#{target.id}", title]]
        return [{"t": "Link", "c": link}]

    def _image(self, node: Node) -> list[Any]:
        """Copy the file beside the pages; a chart goes inline, for the letters of the page."""
        (id_, names, options), alt, (url, title) = node["c"]
        path = Path(url)
        if path.suffix == ".svg" and CHART in (svg := path.read_text(encoding="utf-8")):
            words = html.escape(dict(options).get("fig-alt") or plain_text(alt), quote=True)
            return [raw_inline("html", inline_svg(svg, path.stem, words))]
        target = self.output / IMAGES / path.name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)
        said = dict(options).get("fig-alt")
        if said:
            alt = [{"t": "Str", "c": said}]
            options = [pair for pair in options if pair[0] != "fig-alt"]
        return [{"t": "Image", "c": [[id_, names, options], alt, [f"{IMAGES}/{path.name}", title]]}]


def inline_svg(svg: str, id_: str, alt: str) -> str:
    """Prepare an SVG for a page: no prolog, ids of its own, a name for screen readers.

    ``alt`` is escaped already.
    """
    svg = svg[svg.index("<svg") :]
    prefix = f"{id_}-"
    svg = re.sub(r'(\sid=")', rf"\g<1>{prefix}", svg)
    svg = re.sub(r"(url\(#)", rf"\g<1>{prefix}", svg)
    svg = re.sub(r'((?:xlink:)?href="#)', rf"\g<1>{prefix}", svg)
    root, rest = svg.split(">", 1)
    root = re.sub(r'\s(role|aria-label|class)="[^"]*"', "", root)
    width = re.search(r'\swidth="([\d.]+)pt"', root)
    points = float(width[1]) if width else 0.0
    size = f' style="--lebar: {points:g}"' if points else ""
    kind = ' class="lebar"' * (points > WIDE) + size
    named = root.replace("<svg", f'<svg{kind} role="img" aria-label="{alt}"', 1)
    return f"{named}>{rest}".strip()
