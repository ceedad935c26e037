"""Search data of the pages: section by section, as a script that loads from disk."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from lkjip_analysis.rendering.model import Chapter
from lkjip_analysis.rendering.web.search_rows import table_rows
from lkjip_analysis.rendering.web.trace import as_script_value

SILENT = frozenset({"script", "style", "svg", "template"})
"""What is not read: the words of a chart stand in the table of its data."""

BLOCK = re.compile(r"p|div|section|li|td|th|tr|table|caption|figcaption|figure|h[1-6]|br|dt|dd")
"""Elements whose edge ends a word."""

CELL = " · "

WEIGHTS = {"lampiran": 0.3}
"""What ranks lower: an annex repeats the figures that a chapter explains."""

SHEET = re.compile(r'<h\d class="lembar[^"]*" (?:data-cari="([^"]*)" )?id="([^"]+)"')
FULL, JUDGED, PLAIN = 4.0, 3.0, 0.8
"""What ranks higher: all on one thing (a sheet; a row that says so), a row that is judged; lower:
a row that is not, as plans are."""
SOUGHT = 1.5
"""How much higher ranks a sheet that is to be found by what became of it (``data-cari``)."""


class _Sections(HTMLParser):
    """Split a page's markup into texts: one per head with an id, one per table or figure."""

    def __init__(self, heads: frozenset[str], floats: frozenset[str]) -> None:
        super().__init__(convert_charrefs=True)
        self.heads = heads
        self.floats = floats
        self.texts: dict[str, list[str]] = {"": []}
        self.section = ""
        self.float = ""
        self.depth = 0  # of figures within the table or figure that is being read
        self.silent = 0
        self.heading = ""

    @property
    def current(self) -> list[str]:
        return self.texts.setdefault(self.float or self.section, [])

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        identifier = dict(attrs).get("id") or ""
        if tag in SILENT:
            self.silent += 1
        if identifier in self.heads:
            self.section = identifier
        if tag == "figure":
            self.depth += 1
            if identifier in self.floats and not self.float:
                self.float, self.depth = identifier, 1
        if re.fullmatch(r"h[1-6]", tag) or (tag == "figcaption" and self.float):
            self.heading = tag
        if BLOCK.fullmatch(tag) or (dict(attrs).get("class") or "").startswith("kartu"):
            self.current.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag in SILENT and self.silent:
            self.silent -= 1
        if tag == self.heading:
            self.heading = ""
        if BLOCK.fullmatch(tag):
            self.current.append(CELL if tag in ("td", "th") else " ")
        if tag == "figure":
            self.depth -= 1
            if not self.depth:
                self.float = ""

    def handle_data(self, data: str) -> None:
        if not self.silent and not self.heading:
            self.current.append(data)


def section_texts(chapter: Chapter) -> dict[str, str]:
    """Text by the id of its head, table or figure; ``""`` is what stands before them.

    A title or caption is no part of it; the cells of a table are told apart by a dot.
    """
    heads = frozenset(heading.id for heading in chapter.headings)
    parser = _Sections(heads, frozenset(item.id for item in chapter.floats))
    parser.feed(chapter.body_html)
    parser.close()
    return {key: _tidy("".join(parts)) for key, parts in parser.texts.items()}


def _tidy(text: str) -> str:
    r"""Close up white space; of empty cells nothing stays.

    >>> _tidy(" Target ·   ·  72 \n (BB) · ")
    'Target · 72 (BB)'
    """
    text = " ".join(text.split())
    return re.sub(r"(?: ·)+(?= )", " ·", text).strip("· ")


def search_documents(chapters: Sequence[Chapter]) -> list[dict[str, Any]]:
    """One document per section, table and figure: address, chapter, title, text, weight."""
    documents = []
    for chapter in chapters:
        texts = section_texts(chapter)
        name = " · ".join(filter(None, (chapter.label, chapter.title_text)))
        places = [("", chapter.title_text, name)] if texts.get("") else []
        for heading in chapter.headings:
            number, bab = (chapter.label, "") if heading.level == 1 else (heading.number, name)
            places.append((heading.id, f"{number} {heading.title_text}".strip(), bab))
        places += [(item.id, f"{item.label} {item.caption_text}", name) for item in chapter.floats]
        weight = WEIGHTS.get(chapter.kind, 1.0)
        sheets = {identifier: words for words, identifier in SHEET.findall(chapter.body_html)}
        documents += [
            {
                "alamat": f"{chapter.file}#{identifier}".removesuffix("#"),
                "bab": bab,
                "judul": title,
                "teks": texts.get(identifier, ""),
                "status": sheets.get(identifier, ""),
                "bobot": weight
                * (FULL if identifier in sheets else 1)
                * (SOUGHT if sheets.get(identifier) else 1),
            }
            for identifier, title, bab in places
        ]
        titles = {identifier: title for identifier, title, _ in places}
        documents += [
            {
                "alamat": f"{chapter.file}?angka={row.kunci}#{row.anchor}".removesuffix("#"),
                "bab": titles.get(row.place, name),
                "judul": row.name,
                "teks": row.text,
                "status": row.status,
                "bobot": weight * (FULL if row.told else JUDGED if row.judged else PLAIN),
            }
            for row in table_rows(chapter)
        ]
    return documents


def write_search(
    chapters: Sequence[Chapter], meanings: Mapping[str, str], look: Path, target: Path
) -> None:
    """Write ``cari.js``: the search library, synonyms, sections; loaded at the first search."""
    library = (look / "vendor" / "minisearch.js").read_text(encoding="utf-8")
    code = re.sub(r"//# sourceMappingURL=.*\n?", "", library)
    same = json.loads((look / "sinonim.json").read_text(encoding="utf-8"))
    same += [list(pair) for pair in meanings.items()]
    data = as_script_value(search_documents(chapters))
    words = f"window.LKJIP_SINONIM={as_script_value(same)};\nwindow.LKJIP_CARI={data};\n"
    target.write_text(f"{code}\n{words}", encoding="utf-8", newline="\n")
