"""What a reference to each label of a book says, known before any renderer has read the book.

HTML that a notebook makes may point at a table, figure or section:
``<a class="rujukan" href="#tbl-x">...</a>``, or ``@tbl-x`` in its text. No renderer looks into it
for references, so the staged book carries their words already: ``Tabel 3.1``, ``Bab III``.
Numbers follow the rules of ``structure``, by lines instead of pandoc's tree: in a twentieth of the
time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import escape
from pathlib import Path

from lkjip_analysis.rendering.errors import Faults
from lkjip_analysis.rendering.fences import read_opening
from lkjip_analysis.rendering.manuscript import CODE_FENCE, FENCE, assemble
from lkjip_analysis.rendering.project import ChapterKind, read_project
from lkjip_analysis.rendering.structure import roman

CHAPTER = f"{FENCE} {{.lkjip-bab}}"
FLOAT = re.compile(r"\s*:+ \{#((tbl|fig)-[\w-]+) \.lkjip-float\}")
HEAD = re.compile(r"(#{1,6})\s+(.*?)\s*(?:\{([^{}]*)\})?\s*")
ID = re.compile(r"#([\w.:-]+)")
MARKUP = re.compile(r"\\([^\w\s])|[*_`]")
KINDS = {"tbl": "Tabel", "fig": "Gambar"}

TAG = re.compile(r"(<[^>]*>)")
LINK = re.compile(r'(<a class="rujukan" href="#([^"]+)">)[^<]*(?=</a>)')
MENTION = re.compile(r"(?<![\w\\@.])@((?:tbl|fig|sec)-\w[\w-]*\w|(?:tbl|fig|sec)-\w)")


def label_words(folder: Path) -> dict[str, str]:
    """Say for each label of a staged book what a reference to it reads; faults are for later."""
    project = read_project(folder)
    lines = iter(assemble(project, Faults()).markdown.split("\n"))
    next(lines, None)  # the first chapter's fence
    words: dict[str, str] = {}
    counts: dict[ChapterKind, int] = {"bab": 0, "lampiran": 0, "depan": 0}
    for chapter in project.chapters:
        counts[chapter.kind] += 1
        words |= _chapter_words(_until_next(lines), chapter.kind, counts[chapter.kind])
    return words


def _until_next(lines: Iterator[str]) -> Iterator[str]:
    """Give a chapter's lines outside code and raw blocks; a callout's title is none of them."""
    code, titled = "", False
    for line in lines:
        if line == CHAPTER:
            return
        fence = CODE_FENCE.match(line)
        if fence and code:
            code = "" if not fence[2] and fence[1].startswith(code) else code
        elif fence:
            code = fence[1]
        elif not code and line.strip():
            if not (titled and HEAD.fullmatch(line)):
                yield line
            opening = read_opening(line)
            titled = opening is not None and ".callout-" in line


def _chapter_words(lines: Iterator[str], kind: ChapterKind, count: int) -> dict[str, str]:
    """Number one chapter."""
    words: dict[str, str] = {}
    number, prefix = "", ""
    sections = [0] * 5
    floats = {"tbl": 0, "fig": 0}
    for line in lines:
        if float_ := FLOAT.match(line):
            floats[float_[2]] += 1
            of_float = f"{prefix}.{floats[float_[2]]}" if prefix else str(floats[float_[2]])
            words[float_[1]] = f"{KINDS[float_[2]]} {of_float}"
        elif head := HEAD.fullmatch(line):
            level, attributes = len(head[1]), head[3] or ""
            if kind == "depan" or ".unnumbered" in attributes.split():
                said = f"“{MARKUP.sub(lambda sign: sign[1] or '', head[2])}”"
            elif level == 1:
                prefix = str(count) if kind == "bab" else chr(ord("A") + count - 1)
                number = roman(count) if kind == "bab" else prefix
                said = f"{'Bab' if kind == 'bab' else 'Lampiran'} {number}"
            else:
                sections[level - 2] += 1
                sections[level - 1 :] = [0] * (6 - level)
                said = "Bagian " + ".".join([prefix, *map(str, sections[: level - 1])])
            if id_ := ID.search(attributes):
                words[id_[1]] = said
    return words


def with_words(html: str, words: Mapping[str, str]) -> str:
    """Let the references in a notebook's HTML say their words; an unknown label stays as it is.

    >>> with_words("<p>Lihat @tbl-a, @tbl-b.</p>", {"tbl-a": "Tabel 3.1"})
    '<p>Lihat <a class="rujukan" href="#tbl-a">Tabel 3.1</a>, @tbl-b.</p>'
    """

    def linked(match: re.Match[str]) -> str:
        said = words.get(match[2])
        return match[1] + escape(said, quote=False) if said else match[0]

    def mentioned(match: re.Match[str]) -> str:
        said = words.get(match[1])
        if said is None:
            return match[0]
        return f'<a class="rujukan" href="#{match[1]}">{escape(said, quote=False)}</a>'

    html = LINK.sub(linked, html)
    if "@" not in html:
        return html
    parts = TAG.split(html)
    parts[::2] = [MENTION.sub(mentioned, part) for part in parts[::2]]
    return "".join(parts)
