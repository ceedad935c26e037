"""What sentences count: so many of all, all of them or none, and how many there are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lkjip_analysis.checks.clauses import Claim, Clause, number_of, who
from lkjip_analysis.checks.lexicon import Token, TypedNumber, phrase
from lkjip_analysis.data.schemas import LEVELS

BESIDE = re.compile(r"\s*(?:\([^)]*\)\s*)?(?:(?:buah|dari|macam|jenis|butir)\s+)?", re.IGNORECASE)
"""What may stand between a quantity and what it counts."""


def counts_in(clause: Clause) -> Iterator[Claim]:
    """Read "semua indikator tercapai", "dua dari tiga IKU", "6 program dan 12 kegiatan"."""
    things = clause.of("benda")
    both = ((t, _quantity_before(clause, t) or _quantity_after(clause, t)) for t in things)
    counted = [(thing, amount) for thing, amount in both if amount]
    parts = list(_left_out(clause, counted))
    yield from parts
    for at, (thing, amount) in enumerate(counted):
        end = counted[at + 1][1].mulai if at + 1 < len(counted) else 1 << 30
        told = clause.of("hubungan", start=thing.akhir, end=end)
        said = [t for t in told if clause.predicates(t)][:1]
        said = said if said and ":" not in clause.text[thing.akhir : said[0].mulai] else []
        grades = clause.of("kelas", start=thing.akhir, end=thing.akhir + 45)
        said = said or (grades[:1] if thing.arti == "komponen" else [])
        year = clause.year_at(amount.mulai, thing.akhir)
        number = _count(amount)
        every = clause.text[amount.mulai : amount.akhir].casefold().startswith(("ke", FIRST))
        rest = clause.text[thing.akhir :]
        back = re.match(r"\s*(?:tersebut|ini|itu)\b", rest) or phrase("kecuali").search(rest)
        if every and back:
            continue  # two of more, told of before, or all but one
        of_iku = thing.arti == "indikator" and any(t.arti == "iku" for t, _ in counted[:at])
        kind = "iku" if of_iku else str(thing.arti)
        whole = number if isinstance(number, int) and _in_order(clause, thing, amount) else None
        all_of = (every and thing.arti not in MANY) or _every(clause, amount)
        of_more = _part_before(clause, amount)
        opens = number == "ada" or _opens(clause, amount)
        narrowed = re.match(r"\s*yang\b", rest) and of_more is None and not opens
        parted = parts and re.search(r"\bdari\s*$", clause.ahead(amount.mulai), re.IGNORECASE)
        behind = [who(t) for t in clause.of("subjek", start=thing.akhir)]
        own = len(behind) == 1 and behind[0].tingkat and str(thing.arti).startswith("indikator")
        owner, kind = (behind[0], "indikator_program") if own else (None, kind)
        if said and not (parted or narrowed) and (owner or not behind):
            part = "semua" if every else of_more
            yield clause.claim(
                said[0], "banyak", owner, kind,
                tahun=year, other=str(said[0].arti),
                quantity=number if part is None else part,
                group=tuple(map(who, clause.of("kecuali", end=thing.mulai))),
            )  # fmt: skip
        spent = clause.of("sifat", "serapan", start=thing.akhir, end=thing.akhir + 30)
        shares = [n for n in clause.of("angka", start=thing.akhir) if number_of(n).persen]
        else_said = said or clause.of("hubungan", "terbesar", "terkecil")
        aside = else_said or _FROM.search(clause.ahead(amount.mulai))
        if spent and shares and not aside and thing.arti in LEVELS:
            yield clause.claim(
                spent[0], "banyak", None, str(thing.arti), tahun=year, other="serapan",
                quantity="semua" if every else number if of_more is None else of_more,
                number=number_of(shares[0]),
            )  # fmt: skip
        others = [(t.mulai, t.akhir, q.mulai) for t, q in counted if t is not thing]
        total = all_of or (not said and _total(clause, thing, amount, others))
        if whole is not None and total:
            owners = [t for t in clause.of("subjek", end=amount.mulai) if who(t).tingkat]
            yield clause.claim(
                thing, "jumlah", who(owners[-1]) if owners else None, str(thing.arti),
                tahun=0 if clause.of("rentang") and thing.arti != YEARS else year,
                quantity=whole, since=amount.mulai,
                other=clause.text[thing.mulai : thing.akhir].casefold(),
                planned=bool(phrase("rencana_strategis").search(clause.text)),
            )  # fmt: skip


def _opens(clause: Clause, amount: Token) -> bool:
    """Say whether a number opens the sentence, or what there is: "terdapat dua IKU yang …"."""
    before = clause.ahead(amount.mulai)
    opens = re.fullmatch(r"\W*(?:hanya|baru|tinggal)?\s*", before, re.IGNORECASE)
    return bool(opens or phrase("terdapat", after=r"\s*$").search(before))


def _every(clause: Clause, amount: Token) -> bool:
    """Say whether a number is told of all: "seluruh dua belas rekomendasi"."""
    return bool(phrase("semuanya", after=r"\s*$").search(clause.ahead(amount.mulai)))


YEARS, FIRST = "tahun_renstra", "pertama"
"""What is counted only in its order: "tahun ketiga Renstra"."""


def _in_order(clause: Clause, thing: Token, amount: Token) -> bool:
    """Say whether a number that says the place of one says it of a year, others of other things."""
    nth = bool(_NTH_YEAR.search(clause.ahead(amount.mulai)))
    first = clause.text[amount.mulai : amount.akhir].casefold() == FIRST
    return nth if thing.arti == YEARS else not (nth or first)


_NTH_YEAR = re.compile(r"\b(?:merupakan|adalah|ialah|yaitu|memasuki)\s+tahun\s+$", re.IGNORECASE)

MANY = ("program", "kegiatan", "subkegiatan", "indikator")
"""Things of which a sentence often counts only some."""


def _total(clause: Clause, thing: Token, amount: Token, others: list[tuple[int, int, int]]) -> bool:
    """Say whether a count is that of all: in a list of counts, or by the words around it."""
    before, after = clause.ahead(amount.mulai), clause.text[thing.akhir :]
    behind = any(_LISTED.fullmatch(clause.text, thing.akhir, start) for *_, start in others)
    last = [start for _, end, start in others if _LISTED.fullmatch(clause.text, end, amount.mulai)]
    listed = behind or any(not _FROM.search(clause.ahead(start)) for start in last)
    parted = others and _FROM.search(before)
    if listed or parted:
        return True
    verbs = ("memiliki",) if thing.arti in MANY else ("memiliki", "terdapat")
    if before.rstrip().casefold().endswith("jumlah") or amount.mulai > thing.mulai:
        return True
    told = any(phrase(verb, after=r"\s+(?:\w+\s+)?$").search(before) for verb in verbs)
    told |= thing.arti == "jabatan" and bool(phrase("memiliki").search(before))
    by_unit = phrase("unit_melaksanakan", after=r"\s+$").search(before)
    told |= bool(by_unit) and not clause.of("benda", "jabatan")
    told |= bool(phrase("pembuka", r"\s*", r"\s+(?:sebanyak )?").fullmatch(before))
    return told and _whole(after)


_FROM = re.compile(r"(?:^|,)\s*dari\s*$", re.IGNORECASE)
_LISTED = re.compile(
    r"\s*(?:\(IKU\))?\s*"
    r"(?:,|,?\s*(?:dan|serta|dengan|(?:yang )?di\w+ (?:menjadi|(?:ke )?dalam)))\s*",
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
    there = phrase("ada_yang", after=r"\s+$").search(clause.ahead(thing.mulai))
    if there and re.match(r"\s*yang\b", clause.text[thing.akhir :]):
        return Token("banyak", "ada", there.start(), there.start())
    whole = clause.text[thing.mulai : thing.akhir].casefold().startswith("out")
    return Token("banyak", "semua", thing.mulai, thing.mulai) if whole else None


def _quantity_after(clause: Clause, thing: Token) -> Token | None:
    """Find the quantity of "jumlah rekomendasi adalah 12"."""
    after = _NUMBERED.match(clause.text, thing.akhir)
    every = clause.of("angka") + clause.of("banyak")
    beside = [t for t in every if after and t.mulai == after.end() and t.arti != "semua"]
    if beside or not re.search(r"\bjumlah\s+$", clause.ahead(thing.mulai), re.IGNORECASE):
        return beside[0] if beside else None
    for token in clause.of("angka", start=thing.akhir) + clause.of("banyak", start=thing.akhir):
        between = clause.text[thing.akhir : token.mulai]
        said = phrase("banyaknya", after=r"\s*$").search(between)
        number = said and isinstance(token.arti, int | TypedNumber)
        if said and number and _whole(between[: said.start()] or "."):
            return token
    return None


_NUMBERED = re.compile(
    r"(?: (?:tim|evaluator|strategis|utama|\(IKU\)|LHE))* berjumlah ", re.IGNORECASE
)


def _left_out(clause: Clause, counted: list[tuple[Token, Token]]) -> Iterator[Claim]:
    """Read "…, satu selesai sebagian": a part of what was counted before, not named again."""
    for token in clause.of("banyak") + clause.of("angka"):
        before = [thing for thing, amount in counted if thing.akhir <= token.mulai]
        told = [t for t in clause.of("hubungan", start=token.akhir) if clause.predicates(t)]
        number = _count(token)
        then = before and told and _THEY.fullmatch(clause.text, token.akhir, told[0].mulai)
        if then and isinstance(number, int):
            yield clause.claim(
                told[0], "banyak", None, str(before[-1].arti), other=str(told[0].arti),
                quantity=number,
            )  # fmt: skip


def _count(token: Token) -> int | str:
    """Give the quantity a token is: a number, or a word such as "semua"."""
    return token.arti if isinstance(token.arti, int | str) else int(number_of(token).nilai)


_THEY = re.compile(
    r"\s*(?:(?:di antaranya|telah|sudah|masih|dinyatakan|berstatus|belum|tidak|baru)\s+)*",
    re.IGNORECASE,
)


def _part_before(clause: Clause, amount: Token) -> int | None:
    """Read the part in "dua dari tiga IKU"."""
    for token in clause.of("banyak", end=amount.mulai) + clause.of("angka", end=amount.mulai):
        if re.fullmatch(r"\s*(?:\([^)]*\)\s*)?dari\s*", clause.text[token.akhir : amount.mulai]):
            number = _count(token)
            return number if isinstance(number, int) else None
    return None


def _whole(after: str) -> bool:
    """Say whether nothing narrows what is counted: "3 program" of all, "3 program magang" not."""
    ends = re.match(r"\s*(?:\(IKU\))?\s*(?:$|[.,;:()□])", after)
    return bool(ends or phrase("seluruhnya").match(after.lstrip()))
