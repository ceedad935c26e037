"""The PDF: pandoc's tree as Typst with the report's own template, compiled to PDF/A and PDF/UA."""

from __future__ import annotations

import datetime
import json
import os
import re
import shutil
from pathlib import Path
from typing import Any

from lkjip_analysis.rendering.command import document, run_pandoc
from lkjip_analysis.rendering.errors import Fault, RendererError
from lkjip_analysis.rendering.manuscript import Manuscript
from lkjip_analysis.rendering.picture_parts import parts_of
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
    classes,
    plain_text,
    raw_block,
    raw_inline,
    rewrite,
    text,
)
from lkjip_analysis.rendering.typesetting import Said, typeset
from lkjip_analysis.rendering.words import callout_title, is_shown

EXTENSION = "_extensions/lkjip"
NO_GLYPH = re.compile(r'the text `"(.+?)"` could not be displayed')
SHORTHAND = re.compile(r"((?<=-)-|-(?=\?)|(?<=\.)\.|^[-+]$)")
"""What Typst reads as a dash, soft hyphen, ellipsis or list, and pandoc does not escape."""
STARTS = {"bab": "#show: isi-utama", "lampiran": "#show: isi-lampiran"}


def write_source(
    trees: list[ChapterTree], manuscript: Manuscript, project: Project, work: Path
) -> Path:
    """Write the book's Typst file, with its images, into the folder ``work``."""
    work.mkdir(parents=True, exist_ok=True)
    blocks: list[Any] = []
    started = {"depan"}
    for tree in trees:
        if tree.file.kind not in started:
            started.add(tree.file.kind)
            blocks.append(raw_block("typst", STARTS[tree.file.kind]))
        blocks += _Print(manuscript, work).blocks(tree.blocks)
    template = project.folder / EXTENSION / "typst" / "buku.typ"
    source = run_pandoc(
        ["-f", "json", "-t", "typst-smart", f"--template={template}"],
        document(blocks, _meta(project, work)),
    )
    path = work / "buku.typ"
    path.write_text(source, encoding="utf-8")
    return path


def write_pdf(source: Path, manuscript: Manuscript, project: Project, target: Path) -> Path:
    """Typeset the book; what Typst warns about (a letter no font has) is an error, too."""
    target.parent.mkdir(parents=True, exist_ok=True)
    fonts = project.folder / EXTENSION / "fonts"
    said = typeset(source, target, fonts, timestamp(project.date))
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
    lkjip = {key: _meta_text(value) for key, value in project.lkjip.items()}
    lkjip["tanggal"] = _meta_raw(str(project.lkjip.get("tanggal") or project.date))
    logo = str(project.lkjip.get("logo") or "")
    if logo:
        path = project.folder / logo
        copy = work / f"lambang{path.suffix}"
        shutil.copyfile(path, copy)
        lkjip["logo"] = _meta_raw(copy.name)
    name = {"t": "MetaMap", "c": {"literal": _meta_text(project.author)}}
    author = {"t": "MetaMap", "c": {"name": name}}
    return {
        "title": _meta_text(project.title),
        "subtitle": _meta_text(project.subtitle),
        "by-author": {"t": "MetaList", "c": [author]},
        "lkjip": {"t": "MetaMap", "c": lkjip},
    }


def _meta_text(value: object) -> Node:
    if isinstance(value, bool):
        return {"t": "MetaBool", "c": value}
    return {"t": "MetaInlines", "c": [text(str(value))] if value not in ("", None) else []}


def _meta_raw(value: str) -> Node:
    return {"t": "MetaInlines", "c": [raw_inline("typst", value)]}


def quoted(words: str) -> str:
    r"""Write a text as a Typst string.

    >>> print(quoted('5" & #x'))
    "5\" & #x"
    """
    return json.dumps(words, ensure_ascii=False)


class _Print:
    """Turns pandoc's tree into what its Typst writer prints as the template wants it."""

    def __init__(self, manuscript: Manuscript, work: Path) -> None:
        self.manuscript = manuscript
        self.work = work

    def blocks(self, blocks: list[Any]) -> list[Any]:
        """Rewrite blocks; one that introduces the next stays on its page."""
        result: list[Any] = []
        for position, block in enumerate(blocks):
            new = rewrite([block], self.change)
            if position + 1 < len(blocks) and _introduces(block, blocks[position + 1]):
                new = [raw_block("typst", "#lengket["), *new, raw_block("typst", "]")]
            result += new
        return result

    def change(self, node: Node) -> list[Any] | None:
        """Replace one element, or leave it to pandoc."""
        kind = node["t"]
        if kind == "Div":
            return self._div(node)
        if kind == "Image":
            return self._image(node)
        if kind == "Table":
            return [self._table(node)]
        if kind == "Quoted":
            return quote_marks(node, self.change)
        if kind == "OrderedList":
            return self._ordered(node)
        if kind == "RawBlock" and node["c"][0] != "typst":
            return []
        if kind == "Str" and SHORTHAND.search(node["c"]):
            return [
                raw_inline("typst", rf"\{part}") if part in ("-", ".", "+") else text(part)
                for part in SHORTHAND.split(node["c"])
                if part
            ]
        return None

    def _ordered(self, node: Node) -> list[Any] | None:
        """Say the numbering of a plain list, lest it take that of the list around it."""
        start, style, _ = node["c"][0]
        if start != 1 or style["t"] not in ("DefaultStyle", "Decimal"):
            return None
        items = rewrite(node["c"][1], self.change)
        return [
            raw_block("typst", '#[\n#set enum(numbering: "1.")'),
            {"t": "OrderedList", "c": [node["c"][0], items]},
            raw_block("typst", "]"),
        ]

    def _div(self, node: Node) -> list[Any] | None:
        id_, names, _ = attributes(node)
        inner = node["c"][1]
        if not is_shown(node, "typst"):
            return []
        if "lkjip-float" in names:
            return self._float(node)
        if "lkjip-halaman-baru" in names:
            return [raw_block("typst", "#pagebreak(weak: true)")]
        if "landscape" in names:
            return [
                raw_block("typst", "#set page(flipped: true)"),
                *self.blocks(inner),
                raw_block("typst", "#set page(flipped: false)"),
            ]
        if "tanda-tangan" in names:
            space = [raw_block("typst", "#ruang-tanda-tangan")] if len(inner) > 1 else []
            inner = [*inner[:-1], *space, *inner[-1:]]
            return self._call("tanda-tangan", inner)
        if "catatan-tabel" in names:
            return self._call("catatan-tabel", inner)
        if is_titled(node):
            title, rest = callout_title(node)
            line = [raw_inline("typst", "#callout(title: ["), *rewrite(title, self.change)]
            line.append(raw_inline("typst", "], body: ["))
            return [
                {"t": "Plain", "c": line},
                *self.blocks(rest),
                raw_block("typst", "])"),
            ]
        anchor = [raw_block("typst", f"#metadata(none) <{id_}>")] if id_ else []
        return [*anchor, *self.blocks(inner)]

    def _call(self, function: str, inner: list[Any]) -> list[Any]:
        """Wrap blocks into a function of the template."""
        return [raw_block("typst", f"#{function}["), *self.blocks(inner), raw_block("typst", "]")]

    def _float(self, node: Node) -> list[Any]:
        """Write a figure of the kind that Quarto, too, gives its tables and figures."""
        id_ = attributes(node)[0]
        kind = id_[:3]
        body = self.blocks(content_of(node))
        if kind == "fig":
            body += self._figure(id_)
        caption = [raw_inline("typst", "], caption: ["), *rewrite(caption_of(node), self.change)]
        caption.append(raw_inline("typst", f'], kind: "quarto-float-{kind}") <{id_}>'))
        return [raw_block("typst", "#figure(["), *body, {"t": "Plain", "c": caption}]

    def _figure(self, id_: str) -> list[Any]:
        """Put the embedded figure's file beside the Typst file."""
        cell = self.manuscript.cells.get(id_)
        if cell is None:
            return []
        alt = cell.alt or cell.plain.strip()
        if not cell.svg:
            (self.work / f"{id_}.png").write_bytes(cell.png)
            return [raw_block("typst", f"#image({quoted(f'{id_}.png')}, alt: {quoted(alt)})")]
        images = []
        for number, (part, said) in enumerate(parts_of(cell.svg, alt)):
            name = f"{id_}-{number}.svg" if number else f"{id_}.svg"
            (self.work / name).write_text(part, encoding="utf-8")
            images.append(raw_block("typst", f"#image({quoted(name)}, alt: {quoted(said)})"))
        return images

    def _image(self, node: Node) -> list[Any]:
        """Write an image of a chapter with its alternative text."""
        (_, _, options), alt, (url, _) = node["c"]
        path = Path(url)
        shutil.copyfile(path, self.work / path.name)
        said = dict(options).get("fig-alt") or plain_text(alt)
        width = dict(options).get("width", "")
        size = f", width: {width}" if width.endswith(("%", "cm", "mm", "in", "pt")) else ""
        code = f"#image({quoted(path.name)}, alt: {quoted(said)}{size})"
        return [raw_inline("typst", code)]

    def _table(self, node: Node) -> Node:
        """Mark a table as no figure of its own, and its head cells as shaded."""
        (id_, names, options), caption, columns, head, bodies, foot = node["c"]
        names = [*names, "typst:no-figure"]
        head = [head[0], [_shaded(row) for row in head[1]]]
        parts = [[id_, names, options], caption, columns, head, bodies, foot]
        return {"t": "Table", "c": rewrite(parts, self.change)}


def _introduces(block: Node, following: Node) -> bool:
    """Whether a block stays with the next: before a signature, list or table, or like a head."""
    if following["t"] == "Div" and "tanda-tangan" in classes(following):
        return True
    if block["t"] != "Para":
        return False
    bold = len(block["c"]) == 1 and block["c"][0]["t"] == "Strong"
    listed = following["t"] in ("OrderedList", "BulletList") or "lkjip-float" in classes(following)
    return bold or (listed and plain_text(block).rstrip().endswith(":"))


def _shaded(row: Any) -> Any:
    """Give the cells of a head row the template's shade."""
    attr, cells = row
    result = []
    for (id_, names, options), *rest in cells:
        options = [*options, ["typst:fill", "abu-kepala"], ["typst:text:weight", '"bold"']]
        result.append([[id_, names, options], *rest])
    return [attr, result]


def quote_marks(node: Node, change: Any) -> list[Any]:
    """Write a quotation with its marks as letters."""
    single = node["c"][0]["t"] == "SingleQuote"
    opening, closing = "‘’" if single else "“”"
    return [text(opening), *rewrite(node["c"][1], change), text(closing)]
