"""Situs dokumentasi: Sphinx, MyST (Markdown), tema Furo; ``make docs`` membuatnya.

Halamannya berkas Markdown folder ini apa adanya, jadi tetap terbaca di repositori; yang ada di luar
folder ini (kamus data, catatan perubahan) disisipkan. Peringatan adalah galat.
"""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from pygments.lexers.special import TextLexer
from sphinx.application import Sphinx

PROJECT = Path(__file__).parents[1]
sys.path.insert(0, str(PROJECT))

from lkjip_analysis import __version__  # noqa: E402
from lkjip_analysis.assessment.compliance_items import REQUIREMENTS  # noqa: E402

project = "LKjIP"
author = "the LKjIP report project"
version = release = __version__
language = "id"
html_last_updated_fmt = None  # tanpa jam: isi yang sama, situs yang sama

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3
autodoc_member_order = "bysource"
autodoc_typehints = "none"  # tanda tangannya sudah menyebut tipe
napoleon_google_docstring = False

html_theme = "furo"
html_title = f"LKjIP {release}"
html_show_sphinx = False
html_show_copyright = False
html_copy_source = False
html_show_search_summary = False  # dari berkas, peramban tidak boleh membaca halaman lain
html_static_path = ["gaya"]
html_css_files = ["dokumentasi.css"]
html_js_files = [("dokumentasi.js", {"priority": 800})]

PAGES = {"data/README.md": "kamus-data.md", "CHANGELOG.md": "perubahan.md"}
"""Pages that lie elsewhere in the repository, and the page here that shows them."""


def link(target: str, page: Path) -> str | None:
    """Say where a link out of this folder leads: a page, the hosted repository, or nowhere."""
    file, _, head = target.partition("#")
    place = (page.parent / file).resolve()
    if place.is_relative_to(PROJECT / "docs"):
        return os.path.relpath(place, PROJECT / "docs") + (f"#{head}" if head else "")
    name = place.relative_to(PROJECT).as_posix()
    if name in PAGES:
        return PAGES[name] + (f"#{head}" if head else "")
    host, repository = (os.environ.get(f"GITHUB_{n}") for n in ("SERVER_URL", "REPOSITORY"))
    return f"{host}/{repository}/blob/main/{name}" if host and repository else None


def mend_links(text: str, page: Path) -> str:
    """Turn the links of a page as it lies in the repository into those of the site."""

    def mended(match: re.Match[str]) -> str:
        words, target = match.groups()
        if re.match(r"[a-z]+:|#", target):
            return match[0]
        place = link(target, page)
        return f"[{words}]({place})" if place else words

    return re.sub(r"(?<![!\\])\[([^\]\n]*)\]\(([^)\s]+)\)", mended, text)


def requirements() -> str:
    """List what the rules ask of a report, from the program's own list."""
    rows = [f"| {one.id} | {one.uraian} | {one.dasar} |" for one in REQUIREMENTS.values()]
    return "\n".join(["| ID | yang diminta | dasar |", "|---|---|---|", *rows])


def head_examples(
    app: Sphinx, what: str, name: str, obj: object, options: object, lines: list[str]
) -> None:
    """Head the doctest that closes a docstring, lest napoleon read it as one more parameter."""
    start = next((n for n, line in enumerate(lines) if line.startswith(">>> ")), None)
    if start and any(line.startswith("---") for line in lines[:start]):
        lines[start:start] = ["Examples", "--------"]


def add_words(app: Sphinx) -> None:
    """Add the theme's words that Sphinx brings no Indonesian for; nothing is written in here."""
    folder = Path(app.doctreedir) / "bahasa"
    target = folder / "id" / "LC_MESSAGES" / "sphinx.mo"
    target.parent.mkdir(parents=True, exist_ok=True)
    with (Path(app.srcdir) / "bahasa.po").open("rb") as source, target.open("wb") as done:
        write_mo(done, read_po(source))
    app.add_message_catalog("sphinx", str(folder))


def setup(app: Sphinx) -> None:
    """Add words; mend the links of pages and of what they include."""
    app.add_lexer("excel", TextLexer)  # cells that a guide tells to type
    add_words(app)

    def read(app: Sphinx, name: str, content: list[str]) -> None:
        text = mend_links(content[0], PROJECT / "docs" / f"{name}.md")
        content[0] = text.replace("<!-- daftar persyaratan -->", requirements())

    def include(app: Sphinx, path: Path, name: str, content: list[str]) -> None:
        content[0] = mend_links(content[0], (app.srcdir / path).resolve())

    app.connect("source-read", read)
    app.connect("include-read", include)
    app.connect("autodoc-process-docstring", head_examples, priority=400)
