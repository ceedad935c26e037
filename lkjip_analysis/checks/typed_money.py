"""The rule on money typed in the texts: amounts and shares must equal the budget's figures."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from lkjip_analysis.checks.clauses import Claim
from lkjip_analysis.checks.described import described_of
from lkjip_analysis.checks.facts import Subject
from lkjip_analysis.checks.lexicon import TypedNumber, phrase, says
from lkjip_analysis.checks.meant_figures import fits_unit
from lkjip_analysis.checks.rules import Hit, rule
from lkjip_analysis.checks.subjects import subjects_of
from lkjip_analysis.checks.texts import Sentence, numbers_told
from lkjip_analysis.checks.typed_numbers import is_near, near_hit
from lkjip_analysis.results import Figure, Results

SHARE = re.compile(
    r"\s*(?:dari )?(?:(?:total|seluruh) )?(?:pagu|anggaran|belanja)\b", re.IGNORECASE
)
SPENT = re.compile(r"\brealisasi (?:anggaran|keuangan|belanja)\b", re.IGNORECASE)


@rule("K76", "peringatan", menahan=True)
def k76_uang(hasil: Results) -> Iterator[Hit]:
    """Compare amounts and percentages of sentences about money with the budget's figures."""
    figures = [f for f in hasil if f.decimal is not None]
    money = [f for f in figures if f.satuan == "rupiah"]
    shares = [f for f in figures if f.satuan == "persen"]
    heads = _heads(hasil)
    known_here = subjects_of(hasil)
    budget, described = known_here.budget, described_of(known_here)
    for said, claim, number in numbers_told(hasil):
        last = claim.tahun == hasil.tahun - 1
        if claim.planned or not (last or claim.tahun == hasil.tahun):
            continue
        before = said.text[: number.mulai]
        amount = number.rupiah or number.nilai >= 1_000_000
        share = number.persen and says(claim.text, "uang")
        if says(before, "semula") or not (amount or share):
            continue
        items = [s for s in claim.group if s.jenis in ("program", "sasaran")]
        hinted = amount and not claim.group and described.meant(claim.text, "program")
        if hinted:
            items, claim = [hinted], replace(claim, group=(hinted,))
        owner = items[-1] if items else budget
        labels = _labels(claim, number, before, bool(items), amount)
        meant = [f for name in labels for f in owner.facts(hasil, name, claim.tahun)]
        meant = [f for f in meant if fits_unit(number, f)]
        loose = amount and items and (hinted or claim.attribute in ("", "sebesar"))
        if loose:
            meant = meant or owner.facts(hasil, "belanja", claim.tahun)
        rough = not number.decimals and all(abs(f.number - number.nilai) < 1 for f in meant)
        of_else = share and not amount and not items and (claim.group or rough)
        if of_else or (last and not (meant and claim.attribute)):
            continue
        known = (money, money, Decimal("0.0001")) if amount else (shares, heads, Decimal("0.01"))
        known = (meant, meant[:1], known[2]) if last else known
        if any(number.writes(f.number) for f in (meant if claim.attribute else None) or known[0]):
            continue
        compares = phrase("membandingkan").search(before) or not claim.since or number.persen
        if phrase("bersama").search(claim.text) or (compares and _compared(hasil, owner, number)):
            continue
        if loose and not any(is_near(number, f) for f in meant):
            continue
        yield from _money_hits(said, claim, number, meant, known)


def _labels(
    claim: Claim, number: TypedNumber, before: str, named: bool, amount: bool
) -> tuple[str, ...]:
    """Name what an amount or a share is of its owner, by the words around it."""
    label = "realisasi" if claim.attribute == "mencapai" else claim.attribute
    if phrase("diberi", after=r"(?: \w+)?\s*$").search(before):
        label = "belanja"
    if amount:
        return ("realisasi" if label == "serapan" else label,)
    if named and label != "serapan" and SHARE.match(claim.text, number.akhir):
        return ("porsi",)
    if label in ("realisasi", "") and (named or SPENT.search(claim.text)):
        return ("serapan",)
    return ("serapan", "capaian") if label == "capaian" and named else (label,)


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
        rest = own.get("pagu", Decimal(0)) - own.get("realisasi", Decimal(0))
        found = [*whole.values(), abs(rest)]
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
    named = any(s.jenis in ("program", "sasaran") for s in claim.group)
    parted = says(claim.text, "bagian_uang") and not says(claim.text, "semua_uang")
    whole = named or not (parted or claim.group)
    if meant and whole and (named or not elsewhere):
        nearly = [f for f in close if number.persen and is_near(number, f, near)]
        figures = sorted([*meant, *nearly], key=lambda f: abs(f.number - number.nilai))
        yield near_hit(said, number, figures[0])
    elif not any(number.writes(figure.number) for figure in every):
        nearly = [f for f in meant if is_near(number, f, near, slips=whole)]
        slips = whole and not number.rupiah  # among so many amounts some differ by a slip
        nearly = nearly or [f for f in close if is_near(number, f, near, slips=slips)]
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
