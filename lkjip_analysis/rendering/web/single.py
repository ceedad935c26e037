"""A whole book in one HTML file: to be sent, kept, opened anywhere, without a network."""

from __future__ import annotations

import base64
import mimetypes
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path, PurePosixPath

from lkjip_analysis.rendering.model import Book, Chapter
from lkjip_analysis.rendering.web.trace import trace_links
from lkjip_analysis.rendering.web.writer import LISTS_FILE, list_contents, make_pages, prepare

ID = re.compile(r"(?<=\sid=[\"'])[^\"']+")
REFERENCE = re.compile(
    r"(?P<to>\s(?:xlink:)?href=[\"']|url\()(?P<page>[^\"'#:/]*\.html)?(?:#(?P<id>[^\"')]*))?(?=[\"')])"
    r'|(?P<names>\s(?:for|headers|aria-(?:labelledby|describedby|controls))=")(?P<ids>[^"]+)'
)
"""Links and what else names an id: ``href="bab.html#id"``, ``url(#id)``, ``headers="id id"``."""
BESIDE = re.compile(r'(?<=\ssrc=")(?:aset/)?gambar/[^"]+|(?<=url\(")huruf/[^"]+')
"""Pictures of a page, fonts of its style sheet."""


def write_single(book: Book, folder: Path, work: Path) -> str:
    """Write the one file that holds all chapters, styles, scripts, fonts, pictures.

    What is not in it (``lkjip: unduhan``) it names, with the folder of the whole report.

    Parameters
    ----------
    book
        The rendered book.
    folder
        The staged book, which the look is taken from.
    work
        An empty folder with the book's pictures (``gambar``); parts are made there first.
    """
    single = joined(book)
    published = {
        name: link
        for name, link in trace_links(book.chapters).items()
        if not name.startswith("jejak-")
    }
    environment, shared = prepare(single, folder, work, published)
    pages = make_pages(single, environment)
    anchors = [page_anchor(chapter.file) for chapter in book.chapters]
    for page, anchor in zip(pages, [*anchors, page_anchor(LISTS_FILE)], strict=False):
        page["anchor"] = anchor
    contents = list_contents(single.chapters, "index.html")
    entries = [entry for group in contents for entry in group["chapters"]]
    for entry, anchor in zip(entries, anchors, strict=True):
        entry["href"] = f"#{anchor}"
    told = {
        "single": True,
        "home": "#isi",
        "lists_file": f"#{page_anchor(LISTS_FILE)}",
        "elsewhere": [
            *(book.lkjip.get("unduhan") or ()),
            *(("hasil.json", "data/") if book.lkjip.get("data") else ()),
        ],
        "heading": "",
    }
    template = environment.get_template("halaman.html.jinja")
    written = template.render(
        shared | told, pages=pages, contents=contents, previous=None, next=None
    )
    return with_all_inside(written, work)


def page_anchor(page: str) -> str:
    """Name the place in the one file where a page begins.

    >>> page_anchor("01-pendahuluan.html")
    'hal-01-pendahuluan'
    """
    return f"hal-{PurePosixPath(page).stem}"


def joined(book: Book) -> Book:
    """Give the book as one page: ids told apart, links that stay in it."""
    names = dict(_names(book.chapters))
    return replace(book, chapters=tuple(_within(chapter, names) for chapter in book.chapters))


def _names(chapters: Sequence[Chapter]) -> Iterator[tuple[str, dict[str, str]]]:
    """Name the ids of each page; of those that an earlier page has, the page is a part."""
    taken: set[str] = set()
    for chapter in chapters:
        ids = dict.fromkeys(ID.findall(chapter.body_html))
        stem = PurePosixPath(chapter.file).stem
        yield chapter.file, {id_: f"{stem}-{id_}" if id_ in taken else id_ for id_ in ids}
        taken |= ids.keys()


def _within(chapter: Chapter, names: dict[str, dict[str, str]]) -> Chapter:
    own = names[chapter.file]

    def point(match: re.Match[str]) -> str:
        if match["names"]:
            return match["names"] + " ".join(own.get(id_, id_) for id_ in match["ids"].split())
        page, id_ = match["page"], match["id"]
        if (not page and id_ is None) or (page and page not in names):
            return match[0]
        if not id_:
            return f"{match['to']}#{page_anchor(page)}" if page else match[0]
        return f"{match['to']}#{names[page or chapter.file].get(id_, id_)}"

    body = ID.sub(lambda match: own[match[0]], REFERENCE.sub(point, chapter.body_html))
    return replace(
        chapter,
        file="",
        body_html=body,
        headings=tuple(replace(one, id=own.get(one.id, one.id)) for one in chapter.headings),
        floats=tuple(replace(one, id=own.get(one.id, one.id)) for one in chapter.floats),
    )


def with_all_inside(page: str, folder: Path) -> str:
    """Put into a page what lies beside it; data that a script loads later wait in it as text."""

    def as_data(match: re.Match[str], base: Path = folder) -> str:
        content = (base / match[0]).read_bytes()
        kind = mimetypes.guess_type(match[0])[0] or "application/octet-stream"
        return f"data:{kind};base64,{base64.b64encode(content).decode()}"

    def asset(name: str) -> str:
        text = (folder / "aset" / name).read_text(encoding="utf-8")
        return text.replace("</script", "<\\/script")

    page = BESIDE.sub(as_data, page)
    style = BESIDE.sub(lambda match: as_data(match, folder / "aset"), asset("lkjip.css"))
    page = page.replace(
        '<link rel="stylesheet" href="aset/lkjip.css">', f"<style>\n{style}</style>"
    )
    page = page.replace(' src="aset/lkjip.js" defer', "").replace(
        "></script>\n</head>", f">\n{asset('lkjip.js')}</script>\n</head>"
    )
    later = [
        f'<script type="text/plain" data-alamat="aset/{path.name}">{asset(path.name)}</script>\n'
        for path in sorted((folder / "aset").glob("*.js"))
        if path.name != "lkjip.js"
    ]
    return page.replace("</body>", f"{''.join(later)}</body>")
