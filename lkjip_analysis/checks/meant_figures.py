"""Which figures, or differences of two, a number typed in a sentence may be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from lkjip_analysis.checks.clauses import Claim
from lkjip_analysis.checks.facts import FACTS, Subject
from lkjip_analysis.checks.lexicon import TypedNumber, phrase
from lkjip_analysis.checks.rules import Hit
from lkjip_analysis.checks.texts import Sentence
from lkjip_analysis.formatting import format_number, is_percent
from lkjip_analysis.results import Figure, Results, keys

SIGNLESS = (keys.Iku.perubahan, keys.Iku.selisih_nasional, keys.Iku.pertumbuhan)
"""Figures whose sign the sentence says in words."""

AGREED = (keys.Iku.target, keys.Indikator.target)
"""Figures that were agreed, not measured: never rounded."""

SAID_AS = dict.fromkeys(("sebesar", "mencapai", "nilai"), "realisasi")
SAID_AS |= dict.fromkeys(("naik", "turun"), "perubahan")


def is_staff(claim: Claim) -> bool:
    """Say whether a number is told of what is needed or there."""
    return claim.attribute in FACTS["sdm"]


def meant_figures(
    hasil: Results, claim: Claim, number: TypedNumber, subject: Subject
) -> list[Figure]:
    """List the figures a number can be by its label; none where the sentence gives it no label."""
    label = SAID_AS.get(claim.attribute, claim.attribute)
    label = label or ("realisasi" if claim.tahun != hasil.tahun else "")
    percent = is_percent(subject.satuan)
    there = label == "realisasi" and phrase("keberadaan").search(claim.text)
    if subject.jenis == "sarpras" and there:
        label = "tersedia"
    if label == "perubahan" and subject.jenis != "sarpras":
        return _changes(hasil, claim, number, subject)
    if label in ("realisasi", "target", "capaian") and number.persen and not percent:
        label = "capaian"
    elif label == "capaian" and not number.persen:
        label = "realisasi"
    own = is_staff(claim) and not claim.inherited
    facts = (subject.own_facts if own else subject.facts)(hasil, label, claim.tahun)
    years = (hasil.tahun, hasil.data.identitas.renstra_akhir)
    if label == "target" and claim.tahun in years and phrase("renstra").search(claim.text):
        final = subject.facts(hasil, "target_akhir", claim.tahun)
        facts = facts + final if final else []
    if label == "realisasi" and subject.jenis == "iku":
        facts += _parts(hasil, subject) if facts else []
    if number.persen and percent and label in ("realisasi", "capaian"):
        other = "capaian" if label == "realisasi" else "realisasi"
        facts += subject.facts(hasil, other, claim.tahun)
    signless = percent and not number.persen and label != "capaian"  # "tercapai 73,4" of a percent
    return [figure for figure in facts if signless or fits_unit(number, figure)]


def _parts(hasil: Results, subject: Subject) -> list[Figure]:
    """List the values of what an IKU is made of: its components, the marks of the evaluation."""
    parts = [part.nilai for part in subject.entity.komponen]
    if subject.entity is hasil.akip:
        parts += [mark.nilai for mark in hasil.evaluasi] + [hasil.jumlah.nilai_evaluasi]
    return [figure for figure in parts if figure.decimal is not None]


def _changes(hasil: Results, claim: Claim, number: TypedNumber, subject: Subject) -> list[Figure]:
    """List by how much an IKU changed in the years told of: its value, or its growth in percent."""
    first, last = claim.span
    if subject.jenis != "iku" or last - first > 1:
        now, past = (subject.facts(hasil, "realisasi", year) for year in (last, first))
        grown = number.persen and not is_percent(subject.satuan)
        pairs = [(a, b, b.number / 100 if grown else 1) for a, b in zip(now, past, strict=False)]
        return [
            replace(a, kunci=f"{a.kunci} - {b.kunci}", nilai=abs(a.number - b.number) / base)
            for a, b, base in pairs
            if base
        ]
    if last - first != 1:
        return []
    one = subject.entity
    found = [one.pertumbuhan[last]] if number.persen else []
    if not number.persen or is_percent(subject.satuan):
        found.append(one.perubahan[last])
    return [figure for figure in found if figure.decimal is not None]


def all_figures(hasil: Results, subject: Subject) -> list[Figure]:
    """List the numeric figures of a subject; of the IKU with the evaluation also its marks."""
    whole = subject.entity is hasil  # of all staff, all goods: no figure of its own
    figures: list[Figure] = [] if whole else list(getattr(subject.entity, "figures", ()))
    if subject.entity is hasil.akip:
        figures += [f for mark in hasil.evaluasi for f in mark.figures]
        figures.append(hasil.jumlah.nilai_evaluasi)
    return [figure for figure in figures if figure.decimal is not None]


def equals(number: TypedNumber, figure: Figure) -> bool:
    """Say whether a number is a figure as it may be written: a change without its sign."""
    angka = keys.angka_of(figure.kunci)
    if angka in AGREED:
        return number.nilai == figure.number
    return number.writes(abs(figure.number) if angka in SIGNLESS else figure.number)


def fits_unit(number: TypedNumber, figure: Figure) -> bool:
    """Say whether a number is a percentage where a figure is one."""
    return number.persen == is_percent(figure.satuan)


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
