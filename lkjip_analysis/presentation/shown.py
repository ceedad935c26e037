"""What a person sees of an output where notebooks are opened, and what the book gets of it.

The book's form (Quarto's markdown, with the keys that lead figures back to their cells) travels
under a mime type of its own, which no viewer shows; staging turns it into what the renderers read.
JupyterLab, VS Code, nbviewer and GitHub get plain HTML or markdown that reads right without styles
and scripts, for some of them take these away.
"""

from __future__ import annotations

import html
import re

BOOK = "application/vnd.lkjip.quarto"
"""Mime type of the book's form of an output: Quarto's markdown."""

_RAW = re.compile(r"\s*```\{=html\}\n(.*)\n```\s*", re.DOTALL)
_FIGURE = re.compile(r'<span class="angka"[^>]*>(.*?)</span>', re.DOTALL)
_TABLE = re.compile(r"<table[^>]*>")
_SPAN = re.compile(r"\\.|\[((?:\\.|[^\[\]\\])*)\]\{[^}]*\}")
_LETTERED = re.compile(r"(?m)^( *)([A-Za-z]|[ivxlcdm]+)([.)])(?= )")
_FENCE = re.compile(r"(?m)^:{3,}.*\n?")
_REFERENCE = re.compile(r"(?<![\w\\])@(tbl|fig|sec)-([\w-]+)")
KINDS = {"tbl": "Tabel", "fig": "Gambar", "sec": "Bagian"}


def bundle(markdown: str, seen: str = "", summary: str = "", caption: str = "") -> dict[str, str]:
    """Give an output's forms by mime type: the book's, a person's, and plain text.

    Parameters
    ----------
    markdown
        Quarto's markdown; blank: nothing of it goes into the book.
    seen
        HTML for a person, where the book's form does not read well without its theme.
    summary
        Plain text; default: the words of the output.
    caption
        What a table shows; the book takes it from the cell.
    """
    raw = _RAW.fullmatch(markdown)
    if seen or raw:
        shown = _FIGURE.sub(r"\1", seen or (raw[1] if raw else ""))
        if caption:
            head = f"<caption><strong>{html.escape(caption)}</strong></caption>"
            shown = _TABLE.sub(lambda match: f"{match[0]}\n{head}", shown, count=1)
            summary = f"{caption}. {summary}"
        return {BOOK: markdown, "text/html": shown, "text/plain": summary or words(shown)}
    shown = plain_markdown(markdown)
    return {BOOK: markdown, "text/markdown": shown, "text/plain": summary or shown}


def plain_markdown(markdown: str) -> str:
    r"""Reduce Quarto's markdown to the one that every viewer knows.

    >>> plain_markdown('Pagu [Rp5]{.angka kunci="anggaran.pagu"}, lihat @tbl-capaian-iku.')
    'Pagu Rp5, lihat Tabel capaian iku.'
    >>> plain_markdown("::: {.tanda-tangan}\nCAMAT\n:::")
    'CAMAT'

    Items with letters, which only Quarto counts as a list, become items that show their letter.

    >>> plain_markdown("a.  Camat\nb.  Sekretariat")
    '- a.  Camat\n- b.  Sekretariat'
    """
    flat, before = _FENCE.sub("", markdown).strip(), ""
    while flat != before:  # spans may hold others
        flat, before = _SPAN.sub(lambda m: m[0] if m[1] is None else m[1], flat), flat
    flat = _LETTERED.sub(r"\1- \2\3", flat)
    return _REFERENCE.sub(lambda m: named(m[0][1:]), flat)


def named(label: str) -> str:
    """Say a label in words where its number is not known.

    >>> named("tbl-capaian-iku")
    'Tabel capaian iku'
    """
    kind, _, rest = label.partition("-")
    return f"{KINDS[kind]} {rest.replace('-', ' ')}"


def words(markup: str) -> str:
    """Give the words of some HTML, a line for each row or block.

    >>> words("<table><tr><td>AKIP</td><td>73,47</td></tr></table>")
    'AKIP 73,47'
    """
    lines = re.sub(r"</(?:tr|p|div|summary|li)>", "\n", re.sub(r"\s+", " ", markup))
    apart = re.sub(r"</t[dh]>|<br>", " ", lines)
    flat = html.unescape(re.sub(r"<[^>]*>", "", apart))
    return "\n".join(filter(None, (" ".join(line.split()) for line in flat.split("\n"))))
