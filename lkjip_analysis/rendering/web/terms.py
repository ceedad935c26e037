"""Abbreviations in the running text, each with its meaning where a section first has it."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping, Sequence

from lkjip_analysis.rendering.model import Chapter

LIST = "sec-singkatan"
ROW = re.compile(r"<tr[^>]*>\s*<td[^>]*>([^<]+)</td>\s*<td[^>]*>([^<]+)</td>\s*</tr>")
TAG = re.compile(r"(<[^>]+>)")
NAME = re.compile(r"</?([a-z]+\d?)")
SILENT = {"a", "abbr", "button", "code", "figcaption", "script", "style", "summary", "svg", "th"}
HEADS = {"h1", "h2", "h3", "h4", "h5", "h6"}


def read_abbreviations(chapters: Sequence[Chapter]) -> dict[str, str]:
    """Read the meanings of the abbreviations from the book's own list of them, if it has one."""
    return {
        html.unescape(short): html.unescape(said)
        for chapter in chapters
        if is_list(chapter)
        for short, said in ROW.findall(chapter.body_html)
    }


def is_list(chapter: Chapter) -> bool:
    """Whether a chapter is the list of abbreviations."""
    return any(heading.id == LIST for heading in chapter.headings)


def mark_abbreviations(body: str, meanings: Mapping[str, str]) -> str:
    """Put the meaning to the first of each abbreviation under each head of a page.

    >>> mark_abbreviations("<h2>IKU</h2><p>Dua IKU, IKU</p>", {"IKU": "indikator kinerja utama"})
    '<h2>IKU</h2><p>Dua <abbr title="indikator kinerja utama">IKU</abbr>, IKU</p>'
    """
    if not meanings:
        return body
    words = re.compile(rf"\b({'|'.join(map(re.escape, sorted(meanings)))})\b")
    seen = set[str]()
    silent = 0

    def explain(match: re.Match[str]) -> str:
        if match[1] in seen:
            return match[1]
        seen.add(match[1])
        return f'<abbr title="{html.escape(meanings[match[1]])}">{match[1]}</abbr>'

    parts = TAG.split(body)
    for place, part in enumerate(parts):
        tag = NAME.match(part)
        if tag and tag[1] in SILENT | HEADS and not part.endswith("/>"):
            silent += -1 if part.startswith("</") else 1
            if tag[1] in HEADS:
                seen.clear()
        elif not tag and not silent:
            parts[place] = words.sub(explain, part)
    return "".join(parts)
