"""What sentences count: so many of all, all of them or none, and how many there are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lkjip_analysis.checks.clauses import Claim, Clause, number_of, who
from lkjip_analysis.checks.lexicon import Token, phrase
from lkjip_analysis.checks.numerals import TypedNumber

BESIDE = re.compile(r"\s*(?:\([^)]*\)\s*)?(?:(?:buah|dari|macam|jenis|butir)\s+)?", re.IGNORECASE)
"""What may stand between a quantity and what it counts."""


def counts_in(clause: Clause) -> Iterator[Claim]:
    """Read "semua indikator tercapai", "dua dari tiga IKU", "6 program dan 12 kegiatan"."""
    counted = [(thing, q) for thing in clause.of("benda") if (q := _quantity_before(clause, thing))]
    for at, (thing, amount) in enumerate(counted):
        said = [t for t in clause.of("hubungan", start=thing.akhir) if clause.predicates(t)][:1]
        year = clause.year_at(amount.mulai, thing.akhir)
        number = amount.arti if isinstance(amount.arti, int | str) else int(number_of(amount).nilai)
        every = clause.text[amount.mulai : amount.akhir].casefold().startswith("ke")
        if every and re.match(r"\s*(?:tersebut|ini|itu)\b", clause.text[thing.akhir :]):
            continue  # two of more, told of before
        if said and not clause.of("subjek", start=thing.akhir):
            part = "semua" if every else _part_before(clause, amount)
            yield Claim(
                clause.text, "banyak", None, str(thing.arti), year, other=str(said[0].arti),
                denied=clause.denied_at(said[0].mulai), planned=clause.planned_at(said[0].mulai),
                quantity=number if part is None else part,
            )  # fmt: skip
        if said:
            continue
        ends = [0, *(t.akhir for t, _ in counted[:at])][-1], thing.akhir
        starts = amount.mulai, [*(q.mulai for _, q in counted[at + 1 :]), 0][0]
        listed = any(
            _LISTED.fullmatch(clause.text, e, s) for e, s in zip(ends, starts, strict=True)
        )
        few = thing.arti not in ("program", "kegiatan", "subkegiatan", "indikator")
        total = any(
            phrase(verb, after=r"\s+(?:\w+\s+)?$").search(clause.text[: amount.mulai])
            for verb in ("memiliki", "terdapat")[: 1 + few]
        )
        whole = (every and few) or phrase("semuanya", after=r"\s*$").search(
            clause.text[: amount.mulai]
        )
        narrowed = not (whole or listed or _whole(clause.text[thing.akhir :]))
        if isinstance(number, int) and (whole or listed or total) and not narrowed:
            owners = [t for t in clause.of("subjek", end=amount.mulai) if who(t).tingkat]
            yield Claim(
                clause.text, "jumlah", who(owners[-1]) if owners else None, str(thing.arti),
                0 if clause.of("rentang") else year, quantity=number,
                other=clause.text[thing.mulai : thing.akhir].casefold(),
                planned=bool(re.search("renstra|rencana strategis", clause.text, re.IGNORECASE)),
            )  # fmt: skip


_LISTED = re.compile(
    r"\s*(?:\(IKU\))?\s*(?:,|,?\s*(?:dan|serta|dengan|yang (?:di\w+) (?:ke )?dalam))\s*",
    re.IGNORECASE,
)


def _quantity_before(clause: Clause, thing: Token) -> Token | None:
    """Find the quantity that counts a thing: a word, or a whole number, right before it."""
    for token in reversed([t for t in clause.tokens if t.akhir <= thing.mulai]):
        number = token.arti if isinstance(token.arti, TypedNumber) else None
        if number and (number.rupiah or number.persen or not number.whole):
            continue
        beside = BESIDE.fullmatch(clause.text, token.akhir, thing.mulai)
        if beside and token.jenis in ("banyak", "angka"):
            return token
    whole = clause.text[thing.mulai : thing.akhir].casefold().startswith("out")
    return Token("banyak", "semua", thing.mulai, thing.mulai) if whole else None


def _part_before(clause: Clause, amount: Token) -> int | None:
    """Read the part in "dua dari tiga IKU"."""
    for token in clause.of("banyak", end=amount.mulai) + clause.of("angka", end=amount.mulai):
        if re.fullmatch(r"\s*(?:\([^)]*\)\s*)?dari\s*", clause.text[token.akhir : amount.mulai]):
            arti = token.arti
            return arti if isinstance(arti, int) else int(number_of(token).nilai)
    return None


def _whole(after: str) -> bool:
    """Say whether nothing narrows what is counted: "3 program" of all, "3 program magang" not."""
    ends = re.match(r"\s*(?:\(IKU\))?\s*(?:$|[.,;:()□])", after)
    return bool(ends or phrase("seluruhnya").match(after.lstrip()))
