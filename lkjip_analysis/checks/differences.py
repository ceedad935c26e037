"""By how much a value differs: from its target, the national one, another year's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from lkjip_analysis.checks.clauses import Claim
from lkjip_analysis.checks.facts import Subject
from lkjip_analysis.checks.lexicon import phrase
from lkjip_analysis.checks.numerals import TypedNumber
from lkjip_analysis.checks.rules import Hit
from lkjip_analysis.checks.texts import Sentence
from lkjip_analysis.formatting import format_number, is_percent
from lkjip_analysis.results import Results

REFERENCES = ("target", "target_akhir", "nasional", "tahun")


def differences(
    hasil: Results, subject: Subject, claim: Claim, number: TypedNumber
) -> list[Decimal]:
    """List by how much a value can be said to differ: from what is named, else from anything."""
    tahun, found = hasil.tahun, list[Decimal]()
    real = [f.number for f in subject.facts(hasil, "realisasi", tahun)]
    known = [claim.other] if claim.other else REFERENCES
    for name in ("capaian", "kemajuan"):
        told = [f.number for y in (tahun, tahun - 1) for f in subject.facts(hasil, name, y)[:1]]
        if len(told) == 2 and name in claim.text.casefold():
            found.append(abs(told[0] - told[1]))
    for name in known:
        years = (tahun - 1, tahun - 2) if name == "tahun" else (tahun,)
        attribute = "realisasi" if name == "tahun" else name
        others = [f.number for year in years for f in subject.facts(hasil, attribute, year)]
        pairs = [(one, other) for one in real + others for other in others if one != other]
        if not number.persen or is_percent(subject.satuan):
            found += [abs(one - other) for one, other in pairs]
        if number.persen:
            found += [abs(one - other) / other * 100 for one, other in pairs if other]
            found += [abs(f.number - 100) for f in subject.facts(hasil, "capaian", tahun)]
    return found


def is_one_of(number: TypedNumber, differences: Sequence[Decimal]) -> bool:
    """Say whether a number is a difference, of the exact values or of the rounded ones."""
    about = replace(number, batas="~") if number.decimals > 0 else number
    return any(about.writes(one) for one in differences)


def difference_hits(
    said: Sentence, claim: Claim, number: TypedNumber, group: Sequence[Subject]
) -> Iterator[Hit]:
    """Compare by how much a value is said to differ with by how much it does."""
    known = claim.other and not phrase("berkala").search(claim.text)
    for subject in group if known and claim.tahun == said.hasil.tahun else ():
        found = differences(said.hasil, subject, claim, number)
        if found and not is_one_of(number, found):
            name = claim.other.replace("_", " ")
            yield said.hit(
                f"teks menyebut selisih {number.tulisan} terhadap {name} untuk "
                f"{subject.nama}, padahal {format_number(found[0])}",
                *(f.masukan[0] for f in subject.facts(said.hasil, "realisasi", claim.tahun)[:1]),
            )
