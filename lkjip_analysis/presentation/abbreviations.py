"""The abbreviations that a book really uses, with what they stand for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from lkjip_analysis.beside import beside
from lkjip_analysis.presentation.output import escape_markdown

KNOWN: dict[str, str] = beside(__file__)
SHORT = r"[A-Z][A-Za-z]*[A-Z][A-Za-z]*"
AFTER = re.compile(rf" \(({SHORT})\)")
SAID = re.compile(r"(?:[\w/’'-]+,? ){1,9}[\w/’'-]+$")
BEFORE = re.compile(rf"\b({SHORT}) \((\w[^()]{{4,90}}\w)\)")
LONGEST = 400
"""Letters before an abbreviation in which what it stands for is looked for."""
MARKUP = re.compile(r"(?s)<svg.*?</svg>|\(data:[^)]*\)|<[^>]+>|\{[^{}]*\}|\\")


def in_use(text: str) -> dict[str, str]:
    """List the abbreviations in a book's text: those it explains, and the known ones.

    >>> in_use("Rasio Tempat Tidur (RTT) naik; menurut SPM (Standar Pelayanan Minimal), RTT baik.")
    {'RTT': 'Rasio Tempat Tidur', 'SPM': 'Standar Pelayanan Minimal'}
    """
    plain = re.sub(r"\s+", " ", unescape(MARKUP.sub(" ", text)))
    told = KNOWN | {short: KNOWN[short] if same(KNOWN.get(short, ""), said) else said
                    for short, said in _explained(plain)}  # fmt: skip
    words = set(re.findall(r"\w+", plain))
    return {short: told[short] for short in sorted(told, key=str.casefold) if short in words}


def same(one: str, other: str) -> bool:
    """Say whether two explanations differ in capitals alone."""
    return one.casefold() == other.casefold()


def _explained(plain: str) -> Iterator[tuple[str, str]]:
    for match in AFTER.finditer(plain):
        short, said = match[1], SAID.search(plain, max(0, match.start() - LONGEST), match.start())
        words = said[0].split(" ") if said else []
        tails = (words[start:] for start in range(len(words) - 2, -1, -1))
        if tail := next((tail for tail in tails if _spells(short, tail)), None):
            yield short, " ".join([tail[0][0].upper() + tail[0][1:], *tail[1:]])
    for short, said in BEFORE.findall(plain):
        if _spells(short, said.split(" ")):
            yield short, said


def _spells(short: str, words: list[str]) -> bool:
    """Say whether an abbreviation is made of the letters of words, and of each one's first.

    >>> _spells("PATEN", "Pelayanan Administrasi Terpadu Kecamatan".split())
    True
    >>> _spells("BOR", "Tingkat hunian tempat tidur".split())
    False
    """
    letters = iter("".join(words).casefold())
    made = all(letter in letters for letter in short.casefold())
    return made and words[0][:1].casefold() == short[0].casefold() and len(words) <= len(short) + 2


def as_table(text: str) -> str:
    """Write the abbreviations of a book's text as a table in markdown."""
    rows = [f"| {short} | {escape_markdown(said)} |" for short, said in in_use(text).items()]
    return "\n".join(["| Singkatan | Kepanjangan |", f"|:{'-' * 16}|:{'-' * 64}|", *rows])
