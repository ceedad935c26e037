"""The web pages of the report: one page per chapter, readable from disk and without scripts."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from babel.dates import format_date
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from lkjip_analysis.rendering.model import Book, Chapter, Heading
from lkjip_analysis.rendering.web.assets import copy_image, write_assets
from lkjip_analysis.rendering.web.search import write_search
from lkjip_analysis.rendering.web.sharing import published_at, write_shared
from lkjip_analysis.rendering.web.terms import is_list, mark_abbreviations, read_abbreviations
from lkjip_analysis.rendering.web.trace import trace_links, write_trace

LISTS_FILE = "daftar-tabel-gambar.html"
"""The page with the list of tables and the list of figures."""

GROUPS = {"depan": "", "bab": "Bab", "lampiran": "Lampiran"}
DOWNLOADS = {".pdf": "PDF", ".docx": "Word", ".xlsx": "Angka (Excel)"} | {
    f".{form}": f"Data hasil ({form.upper()})" for form in ("json", "csv")
}
MANY = 3
"""Tables and figures; a page with fewer needs no list of its own."""
CARDS = re.compile(r'<div class="kartu-kinerja">.*?</div>\s*', re.DOTALL)


def write_pages(
    book: Book, folder: Path, output: Path, downloads: Sequence[str] | Mapping[str, str] = ()
) -> Path:
    """Write ``output/index.html``, a page per chapter, the lists, and ``output/aset/``.

    Parameters
    ----------
    book
        The rendered book; ``body_html`` of its chapters is trusted markup.
    folder
        The staged book. The look is taken from its ``_extensions/lkjip/html``, the trace of the
        figures from its ``hasil.json`` if there is one.
    output
        Folder of the pages; made if missing.
    downloads
        Names of files that lie (or will lie) beside the pages, ``("lkjip-2024.pdf", ...)``, maybe
        each with what it is called; without them those of ``lkjip: unduhan`` in ``_quarto.yml``.

    Returns
    -------
    Path
        The front page, ``output/index.html``.
    """
    environment, shared = prepare(book, folder, output)
    template = environment.get_template("halaman.html.jinja")
    names = dict(downloads if isinstance(downloads, Mapping) else dict.fromkeys(downloads, ""))
    names = names or dict.fromkeys(book.lkjip.get("unduhan") or (), "")
    shared["downloads"] = [
        {"file": name, "title": title or DOWNLOADS[Path(name).suffix]}
        for name, title in names.items()
    ]
    shared["cards"] = write_shared(book, folder, output, trace_links(book.chapters))
    pages = make_pages(book, environment)
    for index, page in enumerate(pages):
        text = template.render(
            shared,
            pages=[page],
            heading=page["heading"],
            contents=list_contents(book.chapters, page["file"]),
            previous=pages[index - 1] if 0 < index < len(book.chapters) else None,
            next=pages[index + 1] if index + 1 < len(book.chapters) else None,
        )
        (output / page["file"]).write_text(text, encoding="utf-8", newline="\n")
    return output / "index.html"


def prepare(
    book: Book, folder: Path, output: Path, links: Mapping[str, str] | None = None
) -> tuple[Environment, dict[str, Any]]:
    """Write what lies beside the pages of a book; give what writes them, and what all say.

    ``links``: where anchors are published, if not where the book has them.
    """
    look = folder / "_extensions" / "lkjip" / "html"
    assets = output / "aset"
    write_assets(look, assets)
    write_search(book.chapters, read_abbreviations(book.chapters), look, assets / "cari.js")
    links = trace_links(book.chapters) | dict(links or {})
    trace = write_trace(folder, links, assets)
    environment = Environment(
        loader=FileSystemLoader(look), autoescape=True, undefined=StrictUndefined, trim_blocks=False
    )
    return environment, {
        **_identity(book, folder, assets),
        "trace": trace,
        "home": "index.html",
        "lists_file": LISTS_FILE,
        "data": book.lkjip.get("data") or (),
        "has_floats": any(chapter.floats for chapter in book.chapters),
        "single": False,
        "base": published_at(str(book.lkjip.get("publikasi") or "")),
        "cards": [],
        "downloads": [],
        "elsewhere": [],
    }


def make_pages(book: Book, environment: Environment) -> list[dict[str, Any]]:
    """Make what the page of each chapter shows, and after them that of the lists, if there are."""
    meanings = read_abbreviations(book.chapters)
    pages = [
        _page(chapter, {} if is_list(chapter) else meanings, cover=not number)
        for number, chapter in enumerate(book.chapters)
    ]
    if parts := _lists(book.chapters):
        lists = environment.get_template("daftar.html.jinja").render(parts=parts)
        pages.append(_plain_page(LISTS_FILE, "Daftar Tabel dan Gambar", lists))
    return pages


def _identity(book: Book, folder: Path, assets: Path) -> dict[str, Any]:
    """Collect what every page says of the unit and the document."""
    unit = str(book.lkjip.get("instansi") or book.author)
    logo = str(book.lkjip.get("logo") or "")
    return {
        "book": book,
        "full_title": f"{book.title} {book.subtitle}".strip(),
        "unit": unit,
        "government": str(book.lkjip.get("pemerintah") or ""),
        "short_title": str(book.lkjip.get("judul-singkat") or book.title),
        "draft": bool(book.lkjip.get("draf")),
        "published": str(book.lkjip.get("publikasi") or ""),
        "logo": copy_image(folder / logo, assets) if logo else "",
        "date": _long_date(book.date),
    }


def _long_date(text: str) -> str:
    try:
        return format_date(dt.date.fromisoformat(text), "d MMMM yyyy", locale="id")
    except ValueError:
        return text


def _page(chapter: Chapter, meanings: Mapping[str, str], cover: bool) -> dict[str, Any]:
    """Body of a chapter's page; the front page's cards go up to the title."""
    heading = " ".join(filter(None, (chapter.label, chapter.title_text)))
    body = mark_abbreviations(chapter.body_html, meanings)
    page = _plain_page(chapter.file, heading, body)
    page["cover"] = cover
    page["floats"] = chapter.floats if len(chapter.floats) >= MANY else ()
    title, end, rest = body.partition("</h1>")
    page["title"], page["body"] = Markup(title + end), Markup(rest)
    page["sections"] = _sections(chapter.headings, "")
    if page["cover"] and (cards := CARDS.search(body)):
        before, after = body[: cards.start()], body[cards.end() :]
        page["cards"], page["title"] = Markup(cards[0].strip()), ""
        page["body"] = Markup(before + after)
    return page


def _plain_page(file: str, heading: str, body: str) -> dict[str, Any]:
    return {
        "file": file,
        "heading": heading,
        "cover": False,
        "cards": "",
        "title": "",
        "floats": (),
        "body": Markup(body),
        "sections": [],
    }


def list_contents(chapters: Sequence[Chapter], current: str) -> list[dict[str, Any]]:
    """Contents for the side: chapters by kind, each with its sections and their subsections."""
    groups: list[dict[str, Any]] = []
    for chapter in chapters:
        title = GROUPS[chapter.kind]
        if not groups or groups[-1]["title"] != title:
            groups.append({"title": title, "chapters": []})
        page = "" if chapter.file == current else chapter.file
        groups[-1]["chapters"].append(
            {
                "href": chapter.file,
                "current": chapter.file == current,
                "label": chapter.label,
                "title": chapter.title_text,
                "sections": _sections(chapter.headings, page),
            }
        )
    return groups


def _sections(headings: Sequence[Heading], page: str) -> list[dict[str, Any]]:
    """Heads of a chapter below its title, two levels deep."""
    sections: list[dict[str, Any]] = []
    for position, heading in enumerate(headings):
        if position == 0 and heading.level == 1:
            continue
        entry = {
            "href": f"{page}#{heading.id}",
            "number": heading.number,
            "title": Markup(heading.title_html),
            "children": [],
        }
        if heading.level <= 2 or not sections:
            sections.append(entry)
        elif heading.level == 3:
            sections[-1]["children"].append(entry)
    return sections


def _lists(chapters: Sequence[Chapter]) -> list[dict[str, Any]]:
    """List of tables and list of figures, each entry with its page."""
    parts = []
    for kind, title in (("tbl", "Daftar Tabel"), ("fig", "Daftar Gambar")):
        floats = [
            {"href": f"{chapter.file}#{item.id}", "label": item.label, "caption": item.caption_text}
            for chapter in chapters
            for item in chapter.floats
            if item.kind == kind
        ]
        if floats:
            parts.append({"id": title.lower().replace(" ", "-"), "title": title, "floats": floats})
    return parts
