"""Subjects told in other words than their names: by their unit, and most of their words."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache, lru_cache

from lkjip_analysis.checks.facts import Subject
from lkjip_analysis.checks.lexicon import WORDS
from lkjip_analysis.checks.subjects import Subjects, shared
from lkjip_analysis.formatting import is_percent

ENOUGH = 0.75
"""A sentence tells of a subject when it has so much of its words."""

LONG = 4
"""Of a long name so many words are enough, where they are half of it."""

_ENDING = re.compile(r"(?<=\w{4})(?:nya|kan|an|i)$")
GENERAL = frozenset(WORDS["satuan_umum"])
PERCENT = "persen"


@cache
def kin(one: str, other: str) -> bool:
    """Say whether two words have one stem: they end alike, but for what is put behind it.

    >>> kin("melayani", "terlayani"), kin("dibina", "pembinaan"), kin("desa", "dewan")
    (True, True, False)
    """
    one, other = (_ENDING.sub("", word) for word in (one, other))
    short, same = min(len(one), len(other)), shared(one[::-1], other[::-1])
    return same == short or same >= max(4, 0.6 * short)


Known = defaultdict[str, list[tuple[Subject, frozenset[str]]]]


class Described:
    """The indicators of programmes, by their units and by what they count."""

    def __init__(self, known: Subjects) -> None:
        facts = known.hasil.data.identitas
        general = {*WORDS["kata_umum"], *words_in(f"{facts.nama_unit} {facts.tempat}")}
        self.named, self.by_unit, self.by_noun = Known(list), Known(list), Known(list)
        for subject in known.all:
            words = words_in(subject.nama) - general
            self.named[subject.jenis].append((subject, words))
            if subject.jenis in ("indikator", "iku"):
                unit = PERCENT if is_percent(subject.satuan) else subject.satuan.casefold()
                words -= {unit}
                own = words - {*WORDS["kata_hasil"]}
                words = own if len(own) > 1 else words
                self.by_unit[unit].append((subject, words))
                for noun in words if unit != PERCENT else ():
                    self.by_noun[noun].append((subject, words))

    def told(self, text: str, unit: str) -> list[Subject]:
        """List what a text tells of that has a unit; that with most of its words last."""
        said, found, noun = words_in(text), [], unit not in self.by_unit
        kin_of = self.by_noun if noun else self.by_unit
        counted = [(in_common(words, said), words, one) for one, words in kin_of.get(unit, [])]
        second, most = sorted((0, 0, *(common for common, *_ in counted)))[-2:]
        for common, words, subject in counted:
            alone = common == most > max(2, second + 1)  # of three words no other has two
            known = common + (unit not in GENERAL and not noun)  # an own unit tells as a word does
            enough = max(1, len(words) / 2, min(ENOUGH * len(words), LONG))
            told = common >= enough and known >= 2 + (unit == PERCENT and common < len(words))
            if alone or told:
                found.append((common, subject))
        return [subject for _, subject in sorted(found, key=lambda pair: pair[0])]

    def meant(self, text: str, jenis: str = "indikator") -> Subject | None:
        """Name the only one of a kind of which a text has nearly all words, two at least."""
        said = words_in(text)
        counts = [(in_common(words, said), words, one) for one, words in self.named[jenis]]
        counts = [(n, w, one) for n, w, one in counts if n >= max(2, ENOUGH * len(w))]
        most = max((n for n, *_ in counts), default=0)
        best = [one for n, _, one in counts if n == most]
        return best[0] if len(best) == 1 else None

    def unit_at(self, text: str, place: int) -> str:
        """Name the unit that stands at a place."""
        word = re.match(r"\W*(\w+)", text[place:])
        unit = word[1].casefold() if word else ""
        return unit if unit in self.by_unit or unit in self.by_noun else ""


def in_common(words: frozenset[str], said: frozenset[str]) -> int:
    """Count how many words two texts have in common, but for their endings."""
    alike = [akin for word in words if (akin := _kin_among(word, said))]
    return min(len(alike), len(frozenset[str]().union(*alike)))


@lru_cache(maxsize=100_000)
def _kin_among(word: str, said: frozenset[str]) -> frozenset[str]:
    """List the words of a text that have one stem with a word; asked for by every name with it."""
    return frozenset(one for one in said if kin(word, one))


def words_in(text: str) -> frozenset[str]:
    """List the words of a text that can name something."""
    return frozenset(re.findall(r"[^\W\d_]{4,}", text.casefold()))


@lru_cache(maxsize=2)
def described_of(known: Subjects) -> Described:
    """Give what can be told of in other words in a year; made once for all rules."""
    return Described(known)
