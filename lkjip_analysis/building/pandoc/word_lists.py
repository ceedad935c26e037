"""Table of contents, lists of tables and figures: Word's fields, filled in already."""

from __future__ import annotations

from typing import Any
from xml.sax.saxutils import quoteattr

from lkjip_analysis.building.pandoc.openxml import (
    TAB,
    field_code,
    field_part,
    openxml,
    run,
)
from lkjip_analysis.building.pandoc.structure import ChapterTree
from lkjip_analysis.building.pandoc.tree import Node, plain_text, text

# Shown for a page number until the field is updated (Word asks on opening, LibreOffice does it).
UNKNOWN_PAGE = "…"
TITLES = {"tbl": "Daftar Tabel", "fig": "Daftar Gambar"}
WORDS = {"tbl": "Tabel", "fig": "Gambar"}


def lists_of_contents(trees: list[ChapterTree]) -> list[Any]:
    """Give Daftar Isi, Daftar Tabel and Daftar Gambar, each on a page of its own."""
    entries = []
    for tree in trees:
        for head in tree.heads:
            if head.level > 3:
                continue
            number = tree.label if head.level == 1 and head.number else head.number
            title = plain_text(head.inlines)
            if head.level == 1:
                title = title.upper()
            entries.append((f"TOC{head.level}", head.id, f"{number} {title}".strip()))
    blocks = [_title("Daftar Isi"), *_list('TOC \\o "1-3" \\h \\z \\u', entries)]
    for kind, title in TITLES.items():
        floats = [f for tree in trees for f in tree.floats if f.kind == kind]
        if floats:
            rows = [("TableofFigures", f.id, f"{f.label}\u2002{f.caption_text}") for f in floats]
            blocks += [_title(title), *_list(f'TOC \\h \\z \\c "{WORDS[kind]}"', rows)]
    return blocks


def _title(words: str) -> Node:
    return {"t": "Header", "c": [1, ["", ["unnumbered"], []], [text(words)]]}


def _list(instruction: str, entries: list[tuple[str, str, str]]) -> list[Any]:
    """Write a field whose result is one paragraph an entry."""
    paragraphs = []
    for position, (style, target, words) in enumerate(entries):
        opening = ""
        if position == 0:
            opening = field_part("begin") + field_code(instruction) + field_part("separate")
        closing = field_part("end") if position == len(entries) - 1 else ""
        page = (
            field_part("begin")
            + field_code(f"PAGEREF {target} \\h")
            + field_part("separate")
            + run(UNKNOWN_PAGE)
            + field_part("end")
        )
        link = f"<w:hyperlink w:anchor={quoteattr(target)} w:history=\"1\">"
        paragraphs.append(
            f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{opening}'
            f"{link}{run(words)}{TAB}{page}</w:hyperlink>{closing}</w:p>"
        )
    return [openxml(code) for code in paragraphs]
