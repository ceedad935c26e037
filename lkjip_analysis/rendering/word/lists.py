"""Table of contents, lists of tables and figures: Word's fields, filled in already."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from xml.sax.saxutils import quoteattr

from lkjip_analysis.rendering.model import Chapter
from lkjip_analysis.rendering.word.openxml import TAB, field_code, field_part, run

DEPTH = 3
LISTS = (("tbl", "Tabel"), ("fig", "Gambar"))
HINT = "Nomor halaman terisi setelah daftar ini diperbarui: klik kanan di sini, Perbarui Bidang."
LONGEST_BOOKMARK = 40


def lists_of_contents(chapters: Iterable[Chapter], printed: Sequence[str]) -> list[str]:
    """Write Daftar Isi, Daftar Tabel and Daftar Gambar as paragraphs, each on its own page.

    The page numbers come when the fields are updated (Word offers that on opening): only a word
    processor knows its own pages, and a wrong number would be worse than none. Until then each
    list opens with a line that says so; it is part of the field, and goes with the update.
    ``printed`` are all bookmarks in the order of the pages, which is not always the web's.
    """
    chapters = list(chapters)
    entries = []
    for chapter in chapters:
        for head in chapter.headings:
            # On paper each head of the front matter opens a page of its own.
            level = max(1, head.level - (chapter.kind == "depan"))
            if level > DEPTH:
                continue
            number = chapter.label if level == 1 and head.number else head.number
            if level == 1:
                code = run(f"{number} {head.title_text}".strip().upper())
            else:
                code = run(number) + TAB + run(head.title_text) if number else run(head.title_text)
            entries.append((f"TOC{level}", head.id, code))
    places = {name: place for place, name in enumerate(printed)}
    entries.sort(key=lambda entry: places.get(bookmark(entry[1]), len(places)))
    paragraphs = [_title("Daftar Isi"), *_list(f'TOC \\o "1-{DEPTH}" \\h \\z \\u', entries)]
    for kind, word in LISTS:
        rows = [
            ("TableofFigures", float_.id, run(f"{float_.label}\u2002{float_.caption_text}"))
            for chapter in chapters
            for float_ in chapter.floats
            if float_.kind == kind
        ]
        if rows:
            paragraphs += [_title(f"Daftar {word}"), *_list(f'TOC \\h \\z \\c "{word}"', rows)]
    return paragraphs


def _title(words: str) -> str:
    return _paragraph("TOCHeading", run(words, style="JudulBab"))


def _list(instruction: str, entries: list[tuple[str, str, str]]) -> list[str]:
    """Write a field whose result is the hint and one paragraph an entry."""
    opening = field_part("begin") + field_code(instruction) + field_part("separate")
    paragraphs = [_paragraph("PetunjukDaftar", opening + run(HINT))]
    for style, target, code in entries:
        link = f'<w:hyperlink w:anchor={quoteattr(bookmark(target))} w:history="1">'
        paragraphs.append(_paragraph(style, f"{link}{code}</w:hyperlink>"))
    paragraphs[-1] = paragraphs[-1].replace("</w:p>", field_part("end") + "</w:p>")
    return paragraphs


def _paragraph(style: str, code: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{code}</w:p>'


def bookmark(id_: str) -> str:
    """Name of the bookmark that pandoc makes of an id: Word takes a letter and 39 more signs.

    >>> bookmark("tbl-iku")
    'tbl-iku'
    """
    if id_[:1].isalpha() and len(id_) <= LONGEST_BOOKMARK:
        return id_
    return "X" + hashlib.sha1(id_.encode(), usedforsecurity=False).hexdigest()[1:]
