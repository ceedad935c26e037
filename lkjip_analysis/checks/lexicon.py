"""The words that claims are made of, and what each means: ``lexicon.toml``, read; and numbers.

What stands in no table there is no token, and the grammar reads over it. Numbers, amounts, counts
and years are read as sentences write them, in figures and in words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache
from typing import Any

from lkjip_analysis.beside import beside
from lkjip_analysis.checks.causes import decimals_of
from lkjip_analysis.data.offices import UNITS
from lkjip_analysis.formatting import round_half_up

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
    words = "|".join(LEXICON["frasa"][name]).replace("{sebutan}", "|".join(UNITS))
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


SCALES = {"ribu": 3, "rb": 3, "juta": 6, "jt": 6, "miliar": 9, "milyar": 9, "triliun": 12}
_NUMBER = re.compile(
    r"(?<![\w.,/-])(Rp\.?\s?)?(\d{1,3}(?:\.\d{3})+|\d+)(,\d+)?"
    rf"(?:\s?({'|'.join(SCALES)})\b)?(\s?%|\s?persen\b)?(\s?rupiah\b)?(?![\w/])(?!,\d)(?!\.\d)",
    re.IGNORECASE,
)
SPAN = re.compile(
    r"(?<!\d)(20\d\d)\s*(?:-|–|s\.?d\.?|sampai(?: dengan)?|hingga)\s*(?:tahun )?(20\d\d)(?!\d)"
)
YEAR = re.compile(r"(?<![\d.,/-])(20[1-4]\d)(?![\d]|[.,]\d|/)")


_ABOUT = {">": (0, 1), "<": (-1, 0), "~": (-1, 1)}
_UP_TO = r"(?: (?:mencapai|menyentuh|menembus))?\s*$"
_BOUNDS = ((">", "lebih_dari"), ("<", "hampir"), ("~", "sekitar"))


@dataclass(frozen=True)
class TypedNumber:
    """A number typed in a text: its value, its writing, and where its sentence has it."""

    nilai: Decimal
    tulisan: str
    rupiah: bool
    persen: bool
    mulai: int
    pangkat: int = 0
    batas: str = ""  # it is said to be more (">"), less ("<"), or about ("~") that

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
        """Say whether it is a value: rounded to the places it is written with, or about that."""
        if round_half_up(value, self.decimals) == self.nilai:
            return True
        away = (value - self.nilai).scaleb(self.decimals)  # in steps of its last digit
        step = 10 if self.nilai.scaleb(self.decimals) % 10 == 0 else 1
        low, high = _ABOUT.get(self.batas, (0, 0))
        return low * step < away < high * step


def typed_numbers(sentence: str) -> list[TypedNumber]:
    """List the numbers of a sentence, Indonesian style.

    >>> [str(n.nilai) for n in typed_numbers("tercapai 73,37 dari Rp1.250.000 (97,42%), lihat 1.3")]
    ['73.37', '1250000', '97.42']
    >>> [(int(n.nilai), n.rupiah, n.decimals) for n in typed_numbers("pagu 2,64 miliar rupiah")]
    [(2640000000, True, -7)]
    """
    found = []
    for match in _NUMBER.finditer(sentence):
        ahead = sentence[max(0, match.start() - 20) : match.start()]
        bound = [sign for sign, name in _BOUNDS if phrase(name, after=_UP_TO).search(ahead)]
        base = Decimal(match[2].replace(".", "") + (match[3] or "").replace(",", "."))
        power = SCALES[match[4].casefold()] if match[4] else 0
        money = bool(match[1] or match[6] or power >= 6)
        first, written, said = match.start(), match[0].strip(), "".join(bound[:1])
        number = base.scaleb(power)
        found.append(TypedNumber(number, written, money, bool(match[5]), first, power, said))
    return found


DIGITS = ("satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan")
_VALUES = {word: value for value, word in enumerate(DIGITS, 1)}
_VALUES |= {"sepuluh": 10, "sebelas": 11, "seratus": 100}
_TIMES = {"puluh": 9, "ratus": 99}
"""What the word adds to the digit before it: so many times that."""


_TEN = f"(?:{'|'.join((*DIGITS, 'sepuluh', 'sebelas'))})"
_MORE = f"(?: (?:belas|puluh|ratus|{'|'.join(SCALES)}))"
_PART = f"(?:(?:seratus|seribu|sejuta){_MORE}*|{_TEN}{_MORE}+)"
_WORDED = re.compile(
    rf"(?<!salah )(?<![\w-])(?:(ke)?({_PART}(?: {_PART})*(?: {_TEN})?|{_TEN})|pertama)"
    rf"( koma(?: (?:nol|{'|'.join(DIGITS)}))+)?( persen| rupiah)?(?![\w-])(?! (?:pun|sama))",
    re.IGNORECASE,
)
"""A number in words: parts of hundreds or more, then the rest; "kedua" is all or the second."""


def value_of(words: str) -> tuple[int, int]:
    """Read a number in words: its value, and the power of ten of its last scale.

    >>> value_of("dua miliar lima ratus tujuh puluh lima juta"), value_of("seratus dua belas")
    ((2575000000, 6), (112, 0))
    """
    total = group = digit = power = 0
    for word in words.casefold().split():
        scale = SCALES.get(word.removeprefix("se") if word in ("seribu", "sejuta") else word)
        if scale is not None:
            total, group, power = total + (group or 1) * 10**scale, 0, scale
            continue
        value = _VALUES.get(word, 0)
        group += 10 if word == "belas" else value or digit * _TIMES[word]
        digit, power = value, 0
    return total + group, power


def count_words(text: str) -> Iterator[tuple[int, bool, int, int]]:
    """Walk over the counts in words: the number, whether it means all of them, and the place.

    >>> list(count_words("kedua sasaran dan dua belas rekomendasi, salah satu program"))
    [(2, True, 0, 5), (12, False, 18, 27)]
    """
    for match in _WORDED.finditer(text):
        if match[4]:
            continue  # "delapan puluh persen" counts nothing
        number = value_of(match[2])[0] if match[2] else 1
        yield number, bool(match[1] or not match[2]), match.start(), match.end()


def worded_numbers(text: str, units: re.Pattern[str]) -> list[TypedNumber]:
    """List the numbers in words that a unit follows, or that are an amount of money.

    >>> [(int(n.nilai), n.rupiah) for n in worded_numbers("lima puluh dua jam dan dua juta rupiah",
    ...     re.compile("jam"))]
    [(52, False), (2000000, True)]
    """
    found = []
    for match in _WORDED.finditer(text):
        value, power = value_of(match[2] or "")
        money, percent = match[4] == " rupiah", match[4] == " persen"
        digits = "".join(str(_VALUES.get(word, 0)) for word in (match[3] or "").split()[1:])
        unit = money or percent or units.match(text[match.end() :].lstrip())
        if unit and match[2] and not match[1]:
            number = Decimal(f"{value // 10**power}.{digits}").scaleb(power)
            found.append(TypedNumber(number, match[0], money, percent, match.start(), power))
    return found


_COUNTED = re.compile(rf"\b({'|'.join(DIGITS)})\s$", re.IGNORECASE)


def years_of(text: str, tahun: int) -> list[Token]:
    """List the years and spans of years a text names, in figures or in words."""
    spans = [
        Token("rentang", (int(m[1]), int(m[2])), m.start(), m.end()) for m in SPAN.finditer(text)
    ]
    years = [Token("tahun", int(m[1]), m.start(), m.end()) for m in YEAR.finditer(text)]
    for step, name in ((-1, "tahun_lalu"), (0, "tahun_ini"), (1, "tahun_depan")):
        for match in phrase(name).finditer(text):
            many = _COUNTED.search(text, 0, match.start()) if step < 0 else None
            back = value_of(many[1])[0] if many else 1
            start = many.start() if many else match.start()
            years.append(Token("tahun", tahun + step * back, start, match.end()))
    inside = [y for y in years if not any(s.mulai <= y.mulai < s.akhir for s in spans)]
    return sorted(spans + inside, key=lambda token: token.mulai)
