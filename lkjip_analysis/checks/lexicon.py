"""The words that claims are made of, and what each means: ``lexicon.toml``, read.

What stands in no table there is no token, and the grammar reads over it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from lkjip_analysis.beside import beside

LEXICON: dict[str, dict[str, Any]] = beside(__file__)
WORDS: dict[str, Any] = LEXICON["kosakata"]
"""Lists of words that rules on other things than claims go by."""

KINDS = ("banyak", "sifat", "hubungan", "benda", "kata")
"""The tables whose words are tokens; those of ``frasa`` decide how the tokens are read."""


@dataclass(frozen=True)
class Token:
    """A word of the dictionary, a number, a year or a subject, and where it stands."""

    jenis: str
    arti: object
    mulai: int
    akhir: int

    def means(self, jenis: str, *arti: object) -> bool:
        """Say whether it is of a kind, and one of some meanings."""
        return self.jenis == jenis and (not arti or self.arti in arti)


@cache
def phrase(name: str, before: str = "", after: str = "") -> re.Pattern[str]:
    r"""Compile the words of a phrase, with patterns that stand before and after them.

    >>> phrase("sejak", after=r"\s*$").search("naik dibandingkan ")[0]
    'dibandingkan '
    """
    words = "|".join(LEXICON["frasa"][name])
    return re.compile(rf"{before}\b(?:{words})\b{after}", re.IGNORECASE)


def says(text: str, *names: str) -> bool:
    """Say whether a text has words of one of some phrases."""
    return any(phrase(name).search(text) for name in names)


@cache
def _pattern(jenis: str) -> re.Pattern[str]:
    """Compile the words of one kind; each meaning is a group, the earlier ones first."""
    parts = (f"(?P<m{n}>{'|'.join(words)})" for n, words in enumerate(LEXICON[jenis].values()))
    return re.compile(rf"(?<![\w-])(?:{'|'.join(parts)})(?![\w-])", re.IGNORECASE)


@lru_cache(maxsize=10_000)
def words_of(text: str) -> tuple[Token, ...]:
    """List the dictionary's words in a text; of a kind they do not overlap."""
    found = []
    for jenis in KINDS:
        meanings = list(LEXICON[jenis])
        for match in _pattern(jenis).finditer(text):
            meaning = meanings[int(str(match.lastgroup)[1:])]
            found.append(Token(jenis, meaning, match.start(), match.end()))
    return tuple(found)
