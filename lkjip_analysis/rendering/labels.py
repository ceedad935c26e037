"""What a reference to each label of a book says, known before any renderer has read the book.

HTML that a notebook makes may point at a table, figure or section:
``<a class="rujukan" href="#tbl-x">...</a>``, or ``@tbl-x`` in its text. No renderer looks into it
for references, so the staged book carries their words already: ``Tabel 3.1``, ``Bab III``.
They are counted by lines instead of pandoc's tree: in a twentieth of the time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from html import escape
from pathlib import Path

from lkjip_analysis.rendering.errors import Faults
from lkjip_analysis.rendering.fences import read_opening
from lkjip_analysis.rendering.manuscript import CODE_FENCE, FENCE, assemble
from lkjip_analysis.rendering.model import FLOATS, FloatKind
from lkjip_analysis.rendering.numbering import Numbers
from lkjip_analysis.rendering.project import read_project

CHAPTER = f"{FENCE} {{.lkjip-bab}}"
FLOAT = re.compile(r"\s*:+ \{#((tbl|fig)-[\w-]+) \.lkjip-float\}")
HEAD = re.compile(r"(#{1,6})\s+(.*?)\s*(?:\{([^{}]*)\})?\s*")
ID = re.compile(r"#([\w.:-]+)")
MARKUP = re.compile(r"\\([^\w\s])|[*_`]")

TAG = re.compile(r"(<[^>]*>)")
LINK = re.compile(r'(<a class="rujukan" href="#([^"]+)">)[^<]*(?=</a>)')
LINKED = re.compile(r'<a class="rujukan" href="#([^"]+)">[^<]*</a>')
MENTION = re.compile(r"(?<![\w\\@.])@((?:tbl|fig|sec)-\w[\w-]*\w|(?:tbl|fig|sec)-\w)")


@dataclass(frozen=True)
class Labels:
    """What a reference to each label reads, which embedded cells stand on landscape pages.

    ``text`` is all that the book says, chapters and embedded outputs, as markdown; ``chapters`` are
    the labels of its chapters.
    """

    words: Mapping[str, str]
    turned: Set[str]
    text: str = ""
    chapters: Set[str] = frozenset()

    @property
    def links(self) -> Mapping[str, str]:
        """Give each chapter's reference as a link: Quarto's pages name another one by its title."""
        return {label: f"[{self.words[label]}](#{label})" for label in self.chapters}


def read_labels(folder: Path) -> Labels:
    """Read the labels of a staged book; faults are for later."""
    project = read_project(folder)
    manuscript = assemble(project, Faults())
    lines = iter(manuscript.markdown.split("\n"))
    next(lines, None)  # the first chapter's fence
    words: dict[str, str] = {}
    chapters: set[str] = set()
    numbers = Numbers()
    for chapter in project.chapters:
        numbers.open(chapter.kind)
        said = dict(_chapter_words(_until_next(lines), numbers))
        chapters |= {label for label in list(said)[:1] if label.startswith("sec-")}
        words |= said
    return Labels(words, manuscript.turned, manuscript.markdown, chapters)


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


def _chapter_words(lines: Iterator[str], numbers: Numbers) -> Iterator[tuple[str, str]]:
    """Number one chapter: each label with its words."""
    for line in lines:
        if float_ := FLOAT.match(line):
            kind: FloatKind = "tbl" if float_[2] == "tbl" else "fig"
            yield float_[1], f"{FLOATS[kind]} {numbers.float(kind)}"
        elif head := HEAD.fullmatch(line):
            level, attributes = len(head[1]), head[3] or ""
            number = "" if ".unnumbered" in attributes.split() else numbers.head(level)
            if id_ := ID.search(attributes):
                title = MARKUP.sub(lambda sign: sign[1] or "", head[2])
                yield id_[1], numbers.words(level, number, title)


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


def in_plain_words(text: str, words: Mapping[str, str]) -> str:
    """Let references to labels of another book say their words, and lead nowhere.

    >>> in_plain_words('<a class="rujukan" href="#tbl-a">x</a>, @tbl-a, @tbl-b', {"tbl-a": "A.1"})
    'A.1, A.1, @tbl-b'
    """

    def said(match: re.Match[str]) -> str:
        return escape(words[label], quote=False) if (label := match[1]) in words else match[0]

    return MENTION.sub(said, LINKED.sub(said, text)) if words else text
