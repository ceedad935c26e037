"""Pages of single indicators, to be shared: a picture card, and the way into the report."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader

from lkjip_analysis.rendering.model import Book

FOLDER = "bagikan"


def published_at(address: str) -> str:
    """Give the folder where the pages are published; blank where the address is none.

    An address without a file in it is that folder, also where its last stroke is missing.

    >>> [published_at(one) for one in ("https://a.id/lkjip", "https://a.id/x/index.html", "a.id")]
    ['https://a.id/lkjip/', 'https://a.id/x/', '']
    """
    match = re.match(r"(https?://[^/?#]+)((?:/[^/?#]*)*)", address.strip(), re.IGNORECASE)
    if not match:
        return ""
    way, _, last = match[2].rpartition("/")
    return f"{match[1]}{way}/{f'{last}/' if last and '.' not in last else ''}"


def write_shared(
    book: Book, folder: Path, output: Path, links: Mapping[str, str]
) -> list[dict[str, Any]]:
    """Write ``bagikan/``: the cards that the staged book has, each with its page; list them.

    ``links``: where the report tells of an indicator, by the name of its anchor.
    """
    cards, listing = folder / FOLDER, folder / FOLDER / "kartu.json"
    base = published_at(str(book.lkjip.get("publikasi") or ""))
    if not base or not listing.is_file():
        return []
    told: list[dict[str, Any]] = json.loads(listing.read_text(encoding="utf-8"))
    shutil.copytree(cards, output / FOLDER, ignore=shutil.ignore_patterns("*.json"))
    look = folder / "_extensions" / "lkjip" / "html"
    template = Environment(loader=FileSystemLoader(look), autoescape=True).get_template(
        "bagikan.html.jinja"
    )
    for card in told:
        sheet = "sec-" + re.sub(r"[^\w]", "-", card["kunci"].lower())
        place = links.get(card["kunci"]) or links.get(sheet) or "index.html"
        text = template.render(card=card, book=book, base=base, folder=FOLDER, place=place)
        (output / FOLDER / f"{card['berkas']}.html").write_text(
            text, encoding="utf-8", newline="\n"
        )
    return told
