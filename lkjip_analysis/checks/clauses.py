"""Clauses: a sentence's parts, the words in them, and whom, when and how each word is said."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from lkjip_analysis.checks import lexicon
from lkjip_analysis.checks.described import Described, described_of
from lkjip_analysis.checks.facts import Subject
from lkjip_analysis.checks.lexicon import Token, phrase, says, words_of
from lkjip_analysis.checks.subjects import WORD, Subjects
from lkjip_analysis.data.dialect import MONTHS

QUOTED = re.compile(r"[“\"](?:[^“”\"\s]+\s+){4,}[^“”\"]*[”\"]")
"""Somebody else's words: a quotation of more than four."""

MONTH = re.compile(rf"\s*(?:{'|'.join(MONTHS)})\b", re.IGNORECASE)
PLAN_REACH = 60
"""A word of intention governs what stands at most so many letters after it."""

NOUN = re.compile(r"(?:ke|pe)(?:naikan|nurunan|ningkatan)", re.IGNORECASE)
"""A course as a thing: what it will do, and what it is compared with, is no course."""

PREDICATES = ("tercapai", "melebihi", "naik", "turun", "selesai", "selesai sebagian")
"""Relations that can be told of many at once."""


@dataclass(frozen=True)
class Claim:
    """What a text says: a subject's attribute in a year, and its relation to something.

    ``other`` is what it is compared with (``target``, ``nasional``, the year before, …),
    ``number`` the number it is said to be or to differ by, ``span`` the years of a course,
    ``steady`` whether it is said of every step, ``quantity`` of how many of the kind
    ``attribute`` it is said. ``planned`` claims are intentions or conditions.
    """

    text: str
    relation: str
    subject: Subject | None
    attribute: str
    tahun: int
    other: str = ""
    number: lexicon.TypedNumber | None = None
    span: tuple[int, int] = (0, 0)
    steady: bool = False
    denied: bool = False
    planned: bool = False
    quantity: int | str = ""
    versus: Subject | None = None
    group: tuple[Subject, ...] = ()
    inherited: bool = False
    since: int = 0  # where the name of whom a number is told ends


@dataclass(frozen=True)
class Clause:
    """A part of a sentence with one train of thought: its tokens, and the subjects it inherits."""

    text: str
    tokens: tuple[Token, ...]
    tahun: int
    before: tuple[Subject, ...]
    budget: Subject | None = None
    mulai: int = 0
    described: Described | None = None

    @cached_property
    def hinted(self) -> Subject | None:
        """The indicator it tells of in other words than its name, where it names nothing."""
        told = self.described if not (self.of("subjek") or self.before) else None
        return told.meant(self.text[self.mulai :]) if told else None

    def of(self, jenis: str, *arti: object, start: int = 0, end: int = 1 << 30) -> list[Token]:
        """List its tokens of a kind between two places."""
        return [
            t for t in self.tokens if t.means(jenis, *arti) and start <= t.mulai and t.akhir <= end
        ]

    @property
    def named(self) -> list[Subject]:
        """The subjects it names."""
        return [who(token) for token in self.of("subjek")]

    def subjects_at(self, place: int) -> list[Subject]:
        """Name whom a word at a place is said of."""
        if self.of("asing", end=place):
            return []
        named = self.of("subjek")
        ahead = [t for t in named if t.akhir <= place]
        if not ahead:
            own = [who(t) for t in named]
            return own or ([] if self.of("kata", "lain", end=place) else list(self.before))
        group = [ahead.pop()]
        if self.of("kata", "lain", start=group[0].akhir, end=place):
            return []
        while ahead and not self._parted(ahead[-1].akhir, group[0].mulai):
            group.insert(0, ahead.pop())
        return [who(t) for t in group]

    def _parted(self, start: int, end: int) -> bool:
        """Say whether something is told between two places."""
        return any(self.of(jenis, start=start, end=end) for jenis in ("hubungan", "angka"))

    def planned_at(self, place: int) -> bool:
        """Say whether a word at a place is only intended, or a condition."""
        if NOUN.match(self.text, place) and self.of("kata", "maksud", start=place):
            return True
        meant = [t for t in self.of("kata", "maksud") if 0 <= place - t.akhir <= PLAN_REACH]
        aims = [t for t in meant if not phrase("tujuan").match(self.text, t.mulai)]
        done = phrase("keadaan").search(self.text, meant[-1].akhir, place) if meant else None
        return bool(aims or (meant and not done)) or bool(self.of("kata", "syarat", end=place))

    def denied_at(self, place: int) -> bool:
        """Say whether a word at a place is denied: a "belum" or "tidak" little before it."""
        denials = self.of("kata", "ingkar", end=place)
        between = [self.text[t.akhir : place] for t in denials]
        return any(len(b.split()) <= 2 and not says(b, "kini_sudah") for b in between)

    def ahead(self, place: int, letters: int = 1 << 30) -> str:
        """Give the words before a place, at most so many letters."""
        return self.text[max(0, place - letters) : place]

    def claim(
        self, token: Token, relation: str, subject: Subject | None, attribute: str, **more: Any
    ) -> Claim:
        """Make a claim of what a word says, with the year, the denial and the plan it stands in."""
        year, place = self.year_at(token.mulai, token.akhir), token.mulai
        told = {"tahun": year, "inherited": not self.of("subjek")}
        told |= {"planned": self.planned_at(place), "denied": self.denied_at(place)}
        return Claim(self.text, relation, subject, attribute, **(told | more))

    def predicates(self, token: Token) -> bool:
        """Say whether a relation can be told of many: "tercapai", "mencapai target", "naik"."""
        active = self.text[token.mulai : token.akhir].casefold() in ("mencapai", "memenuhi")
        aims = self.of("sifat", "target", "target_akhir", start=token.akhir, end=token.akhir + 45)
        return token.arti in PREDICATES and (not active or bool(aims))

    def year_at(self, start: int, end: int) -> int:
        """Name the year a word or number is said of: right behind it, else the last before it."""
        years = self.of("tahun")
        for year in years:
            if _BESIDE.fullmatch(self.text, year.akhir, start):
                return int(str(year.arti))
        for year in years:
            if year.mulai >= end and self.joins(end, year):
                return int(str(year.arti))
        ahead = [y for y in years if y.akhir <= start and not self._taken(y, start)]
        return int(str(ahead[-1].arti)) if ahead else self.tahun

    def joined(self, token: Token) -> bool:
        """Say whether a year stands right behind a number: "8,14 pada tahun 2023"."""
        return any(y.mulai >= token.akhir and self.joins(token.akhir, y) for y in self.of("tahun"))

    def joins(self, end: int, year: Token) -> bool:
        """Say whether a year stands right behind a place."""
        opens = self.text[year.akhir :].lstrip().startswith((":", "sebesar"))
        return not opens and bool(_JOINS.fullmatch(self.text[end : year.mulai]))

    def _taken(self, year: Token, end: int) -> bool:
        """Say whether a year belongs to a number right before it."""
        beside = phrase("sama_dengan", after=r"\s*(?:tahun\s*)?$").search(self.ahead(year.mulai))
        left = beside and phrase("dan").search(self.text, year.akhir, end)
        numbers = [n.akhir for n in self.of("angka") if n.akhir <= year.mulai]
        return bool(left) or any(self.joins(number, year) for number in numbers)


_JOINS = re.compile(
    r"\s*(?:poin|persen|%|menit|hari|orang)?\s*[(,]?\s*(?:pada|di|untuk|dalam)?\s*(?:tahun)?\s*",
    re.IGNORECASE,
)


_BESIDE = re.compile(r"\s*[:(]?\s*(?:sebesar|adalah|mencapai|tercatat)?\s*")
_BACK = re.compile(r"\s+(?:ini|tersebut|itu|nasional)\b", re.IGNORECASE)


def who(token: Token) -> Subject:
    """Give the subject a token names."""
    assert isinstance(token.arti, Subject)
    return token.arti


def number_of(token: Token) -> lexicon.TypedNumber:
    """Give the number a token is."""
    assert isinstance(token.arti, lexicon.TypedNumber)
    return token.arti


def tokens_of(text: str, known: Subjects, about: Sequence[Subject] = ()) -> list[Token]:
    """List what the lexicon, the year's subjects and the numbers say of a text, in its order."""
    subjects = known.find(text, about)

    years, ordinal = lexicon.years_of(text, known.hasil.tahun), phrase("nomor", after=r"\W*$")

    def named(start: int, end: int) -> bool:
        """Say whether a word is part of a name."""
        return any(s.mulai <= start and end <= s.akhir for s in subjects)

    def counts(n: lexicon.TypedNumber) -> bool:
        """Say whether a number is no part of a name, a year, a date or a reference."""
        dated = any(y.mulai <= n.mulai < y.akhir for y in years) or MONTH.match(text[n.akhir :])
        return not (dated or named(n.mulai, n.akhir) or ordinal.search(text[: n.mulai]))

    every = (*lexicon.typed_numbers(text), *lexicon.worded_numbers(text, known.units))
    numbers = [Token("angka", n, n.mulai, n.akhir) for n in every if counts(n)]
    spelt = [Token("banyak", n, start, end) for n, _, start, end in lexicon.count_words(text)]
    free = [
        w for w in (*words_of(text), *spelt)
        if not named(w.mulai, w.akhir) and not (w.arti == "lain" and _BACK.match(text, w.akhir))
    ]  # fmt: skip
    told = {t.akhir for t in free if t.means("sifat")}  # "kebutuhan" tells of staff, no other thing
    own = {*WORD.findall(about[0].nama.casefold())} if len(about) == 1 else set()
    others = [t for t in free if t.means("kata", "lain") and t.akhir not in told]
    its = [t for t in others if {text[t.mulai : t.akhir].casefold(), _next_word(text, t)} & own]
    others = [t for t in others if t not in its]  # "jumlah korban" where deaths are the indicator
    free = [t for t in free if t in others or not t.means("kata", "lain")]
    return sorted((*subjects, *years, *numbers, *free), key=lambda t: (t.mulai, -t.akhir))


def _next_word(text: str, token: Token) -> str:
    word = WORD.search(text, token.akhir)
    return word[0].casefold() if word else ""


def _last_named(tokens: Sequence[Token], word: Token) -> set[str]:
    """List the words of what is named last before a word."""
    ahead = [t for t in tokens if t.jenis == "subjek" and t.akhir <= word.mulai]
    return {*WORD.findall(who(ahead[-1]).nama.casefold())} if ahead else set()


def clauses(text: str, known: Subjects, about: Sequence[Subject] = ()) -> Iterator[Clause]:
    """Split a sentence where its train of thought changes; a reason's subject is its own."""
    text = QUOTED.sub(lambda m: "□" * len(m[0]), text)
    excepted = phrase("kecuali", after=r"\s+(?:IKU |indikator )?$")
    tokens = tokens_of(text, known, about)
    for n, t in enumerate(tokens):
        if t.jenis == "subjek" and excepted.search(text[: t.mulai]):
            tokens[n] = replace(t, jenis="kecuali")
    tokens += [Token("asing", m[0], m.end() - 1, m.end()) for m in known.others(text)]
    for m in known.classes(text):  # "mutu pelayanan A" tells of no other thing
        inside = [t for t in tokens if t.means("kata", "lain") and m.start() <= t.mulai < m.end()]
        tokens = [t for t in tokens if t not in inside]
        tokens.append(Token("kelas", m[1], m.start(1), m.end(1)))
    name = {*WORD.findall(about[0].nama.casefold())} if len(about) == 1 else set()
    cuts = [t for t in tokens if t.means("kata", "batas")]
    for t in tokens:  # "kematian akibat kecelakaan" is one thing
        if t.means("kata", "sebab") and _next_word(text, t) not in name | _last_named(tokens, t):
            cuts.append(t)
    cuts += [Token("kata", "batas", m.start(), m.end()) for m in re.finditer(";", text)]
    cuts.sort(key=lambda t: t.mulai)
    ends = [*(cut.mulai for cut in cuts), len(text)]
    before, start = tuple(about), 0
    for end, cut in zip(ends, [*cuts, None], strict=True):
        own = tuple(t for t in tokens if start <= t.mulai and t.akhir <= end)
        clause = Clause(
            text[:end], own, known.hasil.tahun, before, known.budget, start, described_of(known)
        )
        yield clause
        before = tuple(clause.named) or before
        if cut is not None:
            start = cut.akhir
            before = () if cut.arti == "sebab" else before
