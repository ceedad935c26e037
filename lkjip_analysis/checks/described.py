"""Subjects told in other words than their names: by their unit, and most of their words."""

from __future__ import annotations

import re
from functools import lru_cache

from lkjip_analysis.checks.facts import Subject
from lkjip_analysis.checks.lexicon import WORDS
from lkjip_analysis.checks.subjects import shared, subjects_of
from lkjip_analysis.formatting import is_percent
from lkjip_analysis.results import Results

ENOUGH = 0.75
"""A sentence tells of a subject when it has so much of its words."""

LONG = 4
"""Of a long name so many words are enough, where they are half of it."""

_ENDING = re.compile(r"(?<=\w{4})(?:nya|kan|an|i)$")
GENERAL = frozenset(WORDS["satuan_umum"])
PERCENT = "persen"


def kin(one: str, other: str) -> bool:
    """Say whether two words have one stem: they end alike, but for what is put behind it.

    >>> kin("melayani", "terlayani"), kin("dibina", "pembinaan"), kin("desa", "dewan")
    (True, True, False)
    """
    one, other = (_ENDING.sub("", word) for word in (one, other))
    short, same = min(len(one), len(other)), shared(one[::-1], other[::-1])
    return same == short or same >= max(4, 0.6 * short)


class Described:
    """The indicators of programmes, by their units and by what they count."""

    def __init__(self, hasil: Results) -> None:
        facts = hasil.data.identitas
        general = {*WORDS["kata_umum"], *_words(f"{facts.nama_unit} {facts.tempat}")}
        self.by_unit: dict[str, list[tuple[Subject, set[str]]]] = {}
        self.by_noun: dict[str, list[tuple[Subject, set[str]]]] = {}
        for subject in subjects_of(hasil).all:
            if subject.jenis == "indikator":
                unit = PERCENT if is_percent(subject.satuan) else subject.satuan.casefold()
                words = _words(subject.nama) - general - {unit}
                own = words - {*WORDS["kata_hasil"]}
                words = own if len(own) > 1 else words
                self.by_unit.setdefault(unit, []).append((subject, words))
                for noun in words if unit != PERCENT else ():
                    self.by_noun.setdefault(noun, []).append((subject, words))

    def told(self, text: str, unit: str) -> list[Subject]:
        """List what a text tells of that has a unit; that with most of its words last."""
        said, found, noun = _words(text), [], unit not in self.by_unit
        for subject, words in self.by_noun.get(unit, []) if noun else self.by_unit[unit]:
            alike = [(word, one) for word in words for one in said if kin(word, one)]
            common = min(len({word for word, _ in alike}), len({one for _, one in alike}))
            known = common + (unit not in GENERAL and not noun)  # an own unit tells as a word does
            enough = max(1, len(words) / 2, min(ENOUGH * len(words), LONG))
            if common >= enough and known >= 2 + (unit == PERCENT and common < len(words)):
                found.append((common, subject))
        return [subject for _, subject in sorted(found, key=lambda pair: pair[0])]

    def unit_at(self, text: str, place: int) -> str:
        """Name the unit that stands at a place."""
        word = re.match(r"\W*(\w+)", text[place:])
        unit = word[1].casefold() if word else ""
        return unit if unit in self.by_unit or unit in self.by_noun else ""


def _words(text: str) -> set[str]:
    return set(re.findall(r"[^\W\d_]{4,}", text.casefold()))


@lru_cache(maxsize=2)
def described_of(hasil: Results) -> Described:
    """Give what can be told of in other words in a year; made once for all rules."""
    return Described(hasil)
