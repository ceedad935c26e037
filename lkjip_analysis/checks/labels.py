"""What a number in a clause is, by the words before it; and whether it is a difference."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from lkjip_analysis.checks.clauses import Clause, number_of
from lkjip_analysis.checks.lexicon import Token, phrase

NEAR = 80
"""What a comparison is made with stands at most so many letters after it."""

COURSES = ("naik", "turun", "tetap", "membaik", "memburuk")
COMPARED = ("melebihi", ">", "<", "lebih baik", "tertinggal")
LABELLED = 110
"""A word says what a number is that stands at most so many letters after it."""

REFERENCES = ("nasional", "target", "target_akhir")
AIMS = ("target", "target_akhir")
ENDS = re.compile(r"\bmenjadi(?: sebesar| predikat)?\s*$", re.IGNORECASE)
STARTS = re.compile(r"\b(?:dari|semula)(?: sebesar| angka| nilai| predikat)?\s*$", re.IGNORECASE)

REACHED = ("realisasi", "nilai", "mencapai", "sebesar")
"""Labels of values that a percentage right after tells the capaian of: "tercapai 84 atau 105%"."""

WEAK = ("mencapai", "nilai")
"""Words that say what a number is only where no other does: "target nilai", "serapan mencapai"."""


_AND = re.compile(r"(?:\s+\w+)?\s*(?:,|/|\bdan\b|\bserta\b)+\s*(?:\w+\s+)?", re.IGNORECASE)


def _strongest(labels: list[Token]) -> Token | None:
    labels = [t for t in labels if t.arti == "selisih"] or labels
    labels = [t for t in labels if t.arti != "sebesar"] or labels
    if not labels or labels[-1].arti not in WEAK:
        return labels[-1] if labels else None
    before = labels[-2:-1]
    if before and before[0].jenis == "hubungan" and before[0].akhir + 1 == labels[-1].mulai:
        return before[0]  # "kenaikan nilai AKIP sebesar"
    strong = [t for t in labels if t.jenis == "sifat" and t.arti not in WEAK]
    return strong[-1] if strong else labels[-1]


def labels_of(clause: Clause, numbers: list[Token]) -> Iterator[Token | None]:
    """Give each number the word that says what it is; "target dan realisasi 7 dan 8" share two."""
    courses = clause.of("hubungan", "naik", "turun", *COMPARED)
    words = sorted((*clause.of("sifat"), *courses), key=lambda t: t.mulai)
    against = phrase("menuju", after=r"\s*$")  # "kemajuan terhadap target akhir": of the first
    words = [t for t in words if t.arti not in AIMS or not against.search(clause.ahead(t.mulai))]
    runs: list[list[Token]] = []
    for one in numbers:
        start = runs[-1][-1].akhir if runs else 0
        between = any(start <= t.mulai < one.mulai for t in words)
        if runs and not between:
            runs[-1].append(one)
        else:
            runs.append([one])
    start = 0
    for run in runs:
        place = run[0].mulai
        own = [t for t in words if max(start, place - LABELLED) <= t.mulai and t.akhir <= place]
        shared = [t for t in own if t.arti not in (*WEAK, "sebesar")][-len(run) :]
        linked = all(
            t.jenis == "sifat" and _AND.fullmatch(clause.text, last.akhir, t.mulai)
            for last, t in pairwise(shared)
        )
        if linked and 1 < len(run) == len(shared):
            yield from shared
        else:
            first = _strongest(own)
            chain = STARTS.search(clause.ahead(place)) or (first and first.jenis == "hubungan")
            first = None if len(run) > 2 and chain else first  # a course of many years
            yield first  # "naik 0,46 atau 5,99%": both tell of the change
            for one in run[1:]:
                share = number_of(one).persen and first and first.arti in REACHED
                again = Token("sifat", "capaian", 0, 0) if share else first
                yield again if share or (first and first.jenis == "hubungan") else None
        start = run[-1].akhir


_COMMA = re.compile(r"[,;](?!\d)")
_AMOUNT = r"\s*(?:sebesar|sebanyak|sekitar|hanya|ada)?\s*$"


def difference_at(clause: Clause, token: Token, label: Token | None) -> str | None:
    """Name what a number is the difference to, blank where that is not said; None: it is none."""
    told = "dari_acuan" if label and label.arti in COURSES else "beda_sesudah"
    before = phrase("beda_sebelum", after=_AMOUNT).search(clause.ahead(token.mulai))
    behind = phrase(told, before=r"\s*(?:\w+\s+)?").match(clause.text, token.akhir)
    if not (before or behind or (label and label.means("sifat", "selisih"))):
        return None
    comma = _COMMA.search(clause.text, token.akhir)
    end = min(token.akhir + NEAR, comma.start() if comma else 1 << 30)
    after = clause.of("sifat", *REFERENCES, start=token.akhir, end=end)
    after += clause.of("tahun", start=token.akhir, end=end)
    against = phrase("sejak", after=r"\s*(?:tahun\s*)?$")
    years = clause.of("tahun", end=token.mulai)
    ahead = [year for year in years if against.search(clause.ahead(year.mulai))]
    ahead += clause.of("sifat", *REFERENCES, end=token.mulai)
    named = sorted(after, key=lambda t: t.mulai)[:1] or ahead[-1:]
    if not named and phrase("beberapa_tahun").search(clause.text):
        return "tahun"
    if label and label.arti == "kekurangan" and not named:
        return None  # of people or goods
    if STARTS.search(clause.ahead(token.mulai)):
        return ""  # what it was before
    return "" if not named else named[0].jenis if named[0].means("tahun") else str(named[0].arti)
