"""The rule on money typed in the texts: amounts and shares must equal the budget's figures."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from lkjip_analysis.checks.clauses import Claim
from lkjip_analysis.checks.facts import Subject
from lkjip_analysis.checks.findings import Hit, rule
from lkjip_analysis.checks.lexicon import phrase
from lkjip_analysis.checks.numerals import TypedNumber
from lkjip_analysis.checks.subjects import subjects_of
from lkjip_analysis.checks.texts import Sentence, claims_of
from lkjip_analysis.checks.typed_numbers import fits_unit, is_near, near_hit
from lkjip_analysis.results import Figure, Results

SPENT = re.compile(r"\brealisasi (?:anggaran|keuangan|belanja)\b", re.IGNORECASE)


@rule("K76", "peringatan", menahan=True)
def k76_uang(hasil: Results) -> Iterator[Hit]:
    """Compare amounts and percentages of sentences about money with the budget's figures."""
    known = [f for f in hasil if f.decimal is not None]
    money = [f for f in known if f.satuan == "rupiah"]
    shares = [f for f in known if f.satuan == "persen"]
    heads = _heads(hasil)
    budget = subjects_of(hasil).budget
    for told in claims_of(hasil):
        claim, said = told.claim, told.said
        number = claim.number
        last = claim.tahun == hasil.tahun - 1
        if number is None or not (last or claim.tahun == hasil.tahun) or claim.planned:
            continue
        items = [s for s in claim.group if s.jenis == "program"]
        label = "realisasi" if claim.attribute == "mencapai" else claim.attribute
        if phrase("semula").search(said.text[: number.mulai]):
            continue
        if phrase("diberi", after=r"(?: \w+)?\s*$").search(said.text[: number.mulai]):
            label = "belanja"
        if number.rupiah or number.nilai >= 1_000_000:
            label = "realisasi" if label == "serapan" else label
            every, close, near = money, money, Decimal("0.0001")
        elif number.persen and phrase("uang").search(claim.text):
            told_of_money = items or SPENT.search(claim.text)
            label = "serapan" if label in ("realisasi", "") and told_of_money else label
            every, close, near = shares, heads, Decimal("0.01")
            if not items and (claim.group or not number.decimals):
                continue
        else:
            continue
        labels = ("serapan", "capaian") if label == "capaian" and items else (label,)
        owner = items[-1] if items else budget
        meant = [f for name in labels for f in owner.facts(hasil, name, claim.tahun)]
        meant = [f for f in meant if fits_unit(number, f)]
        every, close = (meant, meant[:1]) if last else (every, close)
        if last and not (meant and claim.attribute):
            continue
        if any(number.writes(f.number) for f in (meant if claim.attribute else None) or every):
            continue
        compares = phrase("membandingkan").search(said.text[: number.mulai]) or not claim.since
        compares = compares or number.persen
        if phrase("bersama").search(claim.text) or (compares and _compared(hasil, owner, number)):
            continue
        yield from _money_hits(said, claim, number, meant, (every, close, near))


def _compared(hasil: Results, owner: Subject, number: TypedNumber) -> bool:
    """Say whether a number is the unit's own beside a programme's, or what lies between two."""
    own, whole = (
        {name: f.number for name in MONEY for f in one.facts(hasil, name, hasil.tahun)[:1]}
        for one in (owner, subjects_of(hasil).budget)
    )
    if number.persen:
        found = [own[name] / whole[name] * 100 for name in own if whole.get(name)]
        found += [whole[name] for name in whole if name == "serapan"]
    else:
        found = [
            *whole.values(),
            abs(own.get("pagu", Decimal(0)) - own.get("realisasi", Decimal(0))),
        ]
    return any(number.writes(value) for value in found)


MONEY = ("pagu", "realisasi", "serapan", "silpa")


def _money_hits(
    said: Sentence,
    claim: Claim,
    number: TypedNumber,
    meant: Sequence[Figure],
    known: tuple[list[Figure], list[Figure], Decimal],
) -> Iterator[Hit]:
    """Say which figure an amount was meant to be: that of its label, else one nearly it."""
    every, close, near = known
    told = {_last_word(figure) for figure in meant}
    alike = [f for f in every if _last_word(f) in told] if meant else every
    elsewhere = any(number.writes(figure.number) for figure in alike)
    named = any(s.jenis == "program" for s in claim.group)
    every_bit = phrase("semuanya", after=" (?:pagu|anggaran|realisasi|belanja)").search(claim.text)
    parted = phrase("bagian_uang").search(claim.text) and not every_bit
    whole = named or not (parted or claim.group)
    if meant and whole and (named or not elsewhere):
        nearly = [f for f in close if number.persen and is_near(number, f, near)]
        figures = sorted([*meant, *nearly], key=lambda f: abs(f.number - number.nilai))
        yield near_hit(said, number, figures[0])
    elif not any(number.writes(figure.number) for figure in every):
        nearly = [f for f in meant if is_near(number, f, near, slips=whole)]
        nearly = nearly or [
            f for f in close if is_near(number, f, near, slips=whole and not number.rupiah)
        ]  # among so many amounts some differ by a slip
        for figure in sorted(nearly, key=lambda f: abs(f.number - number.nilai))[:1]:
            yield near_hit(said, number, figure)


def _last_word(figure: Figure) -> str:
    return figure.kunci.rsplit(".", 1)[-1].split("_")[0]


def _heads(hasil: Results) -> list[Figure]:
    """List the percentages that a report tells of itself as a whole."""
    means = hasil.rata_rata
    chosen = [hasil.anggaran.serapan, means.capaian_iku, means.kemajuan, means.serapan_sasaran]
    for goal in hasil.sasaran:
        chosen += [goal.serapan, goal.porsi, goal.capaian]
    return [figure for figure in chosen if figure.decimal is not None]
