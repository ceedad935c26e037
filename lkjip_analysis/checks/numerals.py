"""Numbers, amounts, counts and years as sentences write them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from lkjip_analysis.checks.causes import decimals_of
from lkjip_analysis.checks.lexicon import Token, phrase
from lkjip_analysis.formatting import number_word, round_half_up

SCALES = {"ribu": 3, "rb": 3, "juta": 6, "jt": 6, "miliar": 9, "milyar": 9, "triliun": 12}
_NUMBER = re.compile(
    r"(?<![\w.,/-])(Rp\.?\s?)?(\d{1,3}(?:\.\d{3})+|\d+)(,\d+)?"
    rf"(?:\s?({'|'.join(SCALES)})\b)?(\s?%|\s?persen\b)?(\s?rupiah\b)?(?![\w/])(?!,\d)(?!\.\d)",
    re.IGNORECASE,
)
COUNTED = 200
"""Counts are read in words up to here."""

SPAN = re.compile(
    r"(?<!\d)(20\d\d)\s*(?:-|–|s\.?d\.?|sampai(?: dengan)?|hingga)\s*(?:tahun )?(20\d\d)(?!\d)"
)
YEAR = re.compile(r"(?<![\d.,/-])(20[1-4]\d)(?![\d]|[.,]\d|/)")


@dataclass(frozen=True)
class TypedNumber:
    """A number typed in a text: its value, its writing, and where its sentence has it."""

    nilai: Decimal
    tulisan: str
    rupiah: bool
    persen: bool
    mulai: int
    pangkat: int = 0

    @property
    def akhir(self) -> int:
        """Where it ends."""
        return self.mulai + len(self.tulisan)

    @property
    def decimals(self) -> int:
        """Count the decimals it is written with; below 0 where the last digits are left out."""
        return decimals_of(self.nilai.scaleb(-self.pangkat)) - self.pangkat

    @property
    def whole(self) -> bool:
        """Say whether it is a whole number."""
        return self.nilai == self.nilai.to_integral_value()

    def writes(self, value: Decimal) -> bool:
        """Say whether it is a value, rounded to the places it is written with."""
        return round_half_up(value, self.decimals) == self.nilai


def typed_numbers(sentence: str) -> list[TypedNumber]:
    """List the numbers of a sentence, Indonesian style.

    >>> [str(n.nilai) for n in typed_numbers("tercapai 73,37 dari Rp1.250.000 (97,42%), lihat 1.3")]
    ['73.37', '1250000', '97.42']
    >>> [(int(n.nilai), n.rupiah, n.decimals) for n in typed_numbers("pagu 2,64 miliar rupiah")]
    [(2640000000, True, -7)]
    """
    found = []
    for match in _NUMBER.finditer(sentence):
        base = Decimal(match[2].replace(".", "") + (match[3] or "").replace(",", "."))
        power = SCALES[match[4].casefold()] if match[4] else 0
        money = bool(match[1] or match[6] or power >= 6)
        number = base.scaleb(power)
        found.append(
            TypedNumber(number, match[0].strip(), money, bool(match[5]), match.start(), power)
        )
    return found


@cache
def _count_words() -> tuple[dict[str, int], re.Pattern[str]]:
    words = {number_word(n): n for n in range(1, COUNTED)}
    every = "|".join(sorted(words, key=len, reverse=True))
    return words, re.compile(
        rf"(?<!salah )(?<![\w-])(ke)?({every})(?![\w-])(?! (?:pun|sama))", re.IGNORECASE
    )


def count_words(text: str) -> Iterator[tuple[int, bool, int, int]]:
    """Walk over the counts in words: the number, whether it means all of them, and the place.

    >>> list(count_words("kedua sasaran dan dua belas rekomendasi, salah satu program"))
    [(2, True, 0, 5), (12, False, 18, 27)]
    """
    words, pattern = _count_words()
    for match in pattern.finditer(text):
        yield words[match[2].casefold()], bool(match[1]), match.start(), match.end()


def years_of(text: str, tahun: int) -> list[Token]:
    """List the years and spans of years a text names, in figures or in words."""
    spans = [
        Token("rentang", (int(m[1]), int(m[2])), m.start(), m.end()) for m in SPAN.finditer(text)
    ]
    years = [Token("tahun", int(m[1]), m.start(), m.end()) for m in YEAR.finditer(text)]
    for step, name in ((-1, "tahun_lalu"), (0, "tahun_ini"), (1, "tahun_depan")):
        for match in phrase(name).finditer(text):
            years.append(Token("tahun", tahun + step, match.start(), match.end()))
    inside = [y for y in years if not any(s.mulai <= y.mulai < s.akhir for s in spans)]
    return sorted(spans + inside, key=lambda token: token.mulai)
