"""Search data of the pages: the text of each section, as a script that loads from disk."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html.parser import HTMLParser
from pathlib import Path

from lkjip_analysis.building.pandoc.html_trace import as_script_value
from lkjip_analysis.building.pandoc.model import Chapter

SILENT = frozenset({"script", "style", "svg", "template"})
"""What is not read: the words of a chart stand in its caption."""

BLOCK = re.compile(r"p|div|section|li|td|th|tr|table|caption|figcaption|figure|h[1-6]|br|dt|dd")
"""Elements whose edge ends a word."""


class _Sections(HTMLParser):
    """Split a page's markup into texts, one per head with an id."""

    def __init__(self, ids: frozenset[str]) -> None:
        super().__init__(convert_charrefs=True)
        self.ids = ids
        self.texts: dict[str, list[str]] = {"": []}
        self.current = ""
        self.silent = 0
        self.heading = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in SILENT:
            self.silent += 1
        identifier = dict(attrs).get("id") or ""
        if identifier in self.ids:
            self.current = identifier
            self.texts.setdefault(identifier, [])
        if re.fullmatch(r"h[1-6]", tag):
            self.heading = tag
        if BLOCK.fullmatch(tag) or (dict(attrs).get("class") or "").startswith("kartu"):
            self.texts[self.current].append(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag in SILENT and self.silent:
            self.silent -= 1
        if tag == self.heading:
            self.heading = ""
        if BLOCK.fullmatch(tag):
            self.texts[self.current].append(" ")

    def handle_data(self, data: str) -> None:
        if not self.silent and not self.heading:
            self.texts[self.current].append(data)


def section_texts(chapter: Chapter) -> dict[str, str]:
    """Text under each head of a chapter, by the head's id; ``""`` is what stands before them."""
    parser = _Sections(frozenset(heading.id for heading in chapter.headings))
    parser.feed(chapter.body_html)
    parser.close()
    return {key: " ".join("".join(parts).split()) for key, parts in parser.texts.items()}


def search_documents(chapters: Sequence[Chapter]) -> list[dict[str, str]]:
    """One document per section: address, chapter, title, text."""
    documents = []
    for chapter in chapters:
        texts = section_texts(chapter)
        chapter_name = " · ".join(filter(None, (chapter.label, chapter.title_text)))
        if before := texts.get(""):
            documents.append(_document(chapter.file, chapter_name, chapter.title_text, before))
        for heading in chapter.headings:
            title = " ".join(filter(None, (heading.number, heading.title_text)))
            if heading.level == 1:
                title = heading.title_text
            address = f"{chapter.file}#{heading.id}"
            documents.append(_document(address, chapter_name, title, texts.get(heading.id, "")))
    return documents


def _document(address: str, chapter: str, title: str, text: str) -> dict[str, str]:
    return {"alamat": address, "bab": chapter, "judul": title, "teks": text}


def write_search(chapters: Sequence[Chapter], library: Path, target: Path) -> None:
    """Write ``cari.js``: the search library and the sections, loaded at the first search."""
    code = re.sub(r"//# sourceMappingURL=.*\n?", "", library.read_text(encoding="utf-8"))
    data = as_script_value(search_documents(chapters))
    target.write_text(f"{code}\nwindow.LKJIP_CARI={data};\n", encoding="utf-8", newline="\n")
