"""Table of contents, lists of tables and figures: Word's fields, filled in already."""

from __future__ import annotations

from collections.abc import Iterable
from xml.sax.saxutils import quoteattr

from lkjip_analysis.building.pandoc.model import Chapter
from lkjip_analysis.building.pandoc.openxml import field_code, field_part, run

DEPTH = 3
LISTS = (("tbl", "Tabel"), ("fig", "Gambar"))


def lists_of_contents(chapters: Iterable[Chapter]) -> list[str]:
    """Write Daftar Isi, Daftar Tabel and Daftar Gambar as paragraphs, each on its own page.

    The page numbers come when the fields are updated (Word offers that on opening): only a word
    processor knows its own pages, and a wrong number would be worse than none.
    """
    chapters = list(chapters)
    entries = []
    for chapter in chapters:
        for head in chapter.headings:
            if head.level > DEPTH:
                continue
            number = chapter.label if head.level == 1 and head.number else head.number
            words = f"{number} {head.title_text}".strip()
            if head.level == 1:
                words = words.upper()
            entries.append((f"TOC{head.level}", head.id, words))
    paragraphs = [_title("Daftar Isi"), *_list(f'TOC \\o "1-{DEPTH}" \\h \\z \\u', entries)]
    for kind, word in LISTS:
        rows = [
            ("tableoffigures", float_.id, f"{float_.label}\u2002{float_.caption_text}")
            for chapter in chapters
            for float_ in chapter.floats
            if float_.kind == kind
        ]
        if rows:
            paragraphs += [_title(f"Daftar {word}"), *_list(f'TOC \\h \\z \\c "{word}"', rows)]
    return paragraphs


def _title(words: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="TOCHeading"/></w:pPr>{run(words)}</w:p>'


def _list(instruction: str, entries: list[tuple[str, str, str]]) -> list[str]:
    """Write a field whose result is one paragraph an entry."""
    paragraphs = []
    for position, (style, target, words) in enumerate(entries):
        opening = ""
        if position == 0:
            opening = field_part("begin") + field_code(instruction) + field_part("separate")
        closing = field_part("end") if position == len(entries) - 1 else ""
        link = f'<w:hyperlink w:anchor={quoteattr(target)} w:history="1">'
        paragraphs.append(
            f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{opening}'
            f"{link}{run(words)}</w:hyperlink>{closing}</w:p>"
        )
    return paragraphs
