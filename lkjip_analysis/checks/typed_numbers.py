"""Rules on numbers typed in the texts: each must equal the figure that its sentence says it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import combinations

from lkjip_analysis.checks.causes import guess_slip, is_truncated
from lkjip_analysis.checks.clauses import Claim
from lkjip_analysis.checks.described import PERCENT, described_of
from lkjip_analysis.checks.differences import difference_hits, differences, is_one_of
from lkjip_analysis.checks.facts import FACTS, Subject
from lkjip_analysis.checks.findings import Hit, rule
from lkjip_analysis.checks.grammar import PERSONS
from lkjip_analysis.checks.lexicon import phrase
from lkjip_analysis.checks.numerals import TypedNumber, typed_numbers, worded_numbers
from lkjip_analysis.checks.subjects import subjects_of
from lkjip_analysis.checks.texts import STALE, Sentence, claims_of
from lkjip_analysis.formatting import is_percent, round_half_up
from lkjip_analysis.results import Figure, Results, keys

NEAR = Decimal("0.03")
"""A typed number this close to a figure (as a share of it) was meant to be that figure."""

SIGNLESS = (keys.Iku.perubahan, keys.Iku.selisih_nasional, keys.Iku.pertumbuhan)
"""Figures whose sign the sentence says in words."""

AGREED = (keys.Iku.target, keys.Indikator.target)
"""Figures that were agreed, not measured: never rounded."""

MEASURED = ("iku", "indikator", "evaluasi", "sarpras", "komponen", "unsur")
SAID_AS = dict.fromkeys(("sebesar", "mencapai", "nilai"), "realisasi")
SAID_AS |= dict.fromkeys(("naik", "turun"), "perubahan")
ELSEWHERE = ("serapan", "pagu", "silpa", "selisih", "maksimal", "rata_rata", "belanja")
"""Labels of numbers that are no value of an indicator."""


@rule("K75", "peringatan", menahan=True)
def k75_angka_iku(hasil: Results) -> Iterator[Hit]:
    """Compare the numbers told of indicators, components and staff with their figures."""
    seen: set[tuple[Sentence, Subject]] = set()
    for told in claims_of(hasil):
        claim, said, number = told.claim, told.said, told.claim.number
        if number is None or number.rupiah:
            continue
        people = bool(
            phrase("pegawai").search(claim.text) or PERSONS.match(claim.text, number.akhir)
        )
        if claim.attribute == "selisih" and (people or _goods(claim.group)):
            claim = replace(claim, attribute="kekurangan")
        if _says_nothing(claim, people):
            continue
        group = _meant_by(hasil, claim, people)
        if claim.attribute == "selisih":
            yield from difference_hits(said, claim, number, group[-1:])
            continue
        described = _described(said, claim, number) if not group or claim.inherited else []
        group = described or group
        if described:
            claim = replace(claim, attribute=claim.attribute or "sebesar")
        if group and not any(_agrees(said, claim, number, subject) for subject in group):
            sure = _sure(said, claim, number, group[-1], bool(described), people)
            if sure:
                claim = replace(claim, attribute=claim.attribute or "sebesar")
            hits = list(_number_hits(said, claim, number, group[-1], sure))
            if (said, group[-1]) not in seen:  # the first number wrong tells where to look
                yield from hits
            seen |= {(said, group[-1])} if hits else set()


def _says_nothing(claim: Claim, people: bool) -> bool:
    """Say whether a number is only intended, or of something else than staff: "butuh 30 jam"."""
    still = claim.attribute == "selisih" and claim.other == "target_akhir"
    if claim.planned and not (still or (people and _staff(claim))):
        return True
    return _staff(claim) and not people and any(s.jenis == "iku" for s in claim.group)


def _meant_by(hasil: Results, claim: Claim, people: bool) -> list[Subject]:
    """List whom a number can be told of: those named, or all staff and goods together."""
    known = subjects_of(hasil)
    if _staff(claim) and not claim.group:
        whole = [one for one in (known.staff, known.goods) if phrase(one.nama).search(claim.text)]
        return [] if phrase("sebagian_pegawai").search(claim.text) else whole
    group = [s for s in claim.group if s.jenis in MEASURED]
    if claim.attribute == "kekurangan" and not people:
        return [s for s in group if s.jenis == "sarpras" and claim.since]
    if phrase("bagian_tahun").search(claim.text):
        return [one for one in group if one.jenis != "unsur"]
    return group


def _sure(
    said: Sentence,
    claim: Claim,
    number: TypedNumber,
    subject: Subject,
    described: bool,
    people: bool,
) -> bool:
    """Say whether a number is a subject's, whatever word is before it: by its unit behind it."""
    if described:
        return not number.persen or _alone(said, number, subject)
    if people or not _within(said.text, number, subject):
        return False
    return _only_unknown(said, claim, number, subject)


def _within(text: str, number: TypedNumber, subject: Subject) -> bool:
    """Say whether a number has a subject's unit: its word behind, or half of its words."""
    unit = _WORD.findall(subject.satuan.casefold())
    after = _WORD.findall(text[number.akhir :].casefold())[: len(unit) + 2]
    if len(unit) < 2:
        return bool(unit) and unit == after[:1]
    return 2 * len({*unit} & {*after}) >= len({*unit})


_WORD = re.compile(r"\w+")


def _only_unknown(said: Sentence, claim: Claim, number: TypedNumber, subject: Subject) -> bool:
    """Say whether a number in a subject's unit, not far from its value, alone is none of its own.

    Where two are none, a sentence more likely tells of its parts; a target, another year's value
    and a difference are its own where the sentence has the word for it.
    """
    text, hasil = said.text, said.hasil
    real = [f.number for f in subject.facts(hasil, "realisasi", claim.tahun)]
    parted = phrase("sebagiannya").search(text) or phrase("bagiannya").search(text[: number.mulai])
    if parted or not any(value / 2 <= number.nilai <= 2 * value for value in real):
        return False
    own = [f for f in _all(hasil, subject) if _told_as(f, text)]
    steps = differences(hasil, subject, replace(claim, other=""), number)
    every = (*typed_numbers(text), *worded_numbers(text, subjects_of(hasil).units))
    strange = [
        one for one in every
        if _within(text, one, subject) and not any(_equals(one, figure) for figure in own)
    ]  # fmt: skip
    return len(strange) == 1 and not is_one_of(number, steps)


def _told_as(figure: Figure, text: str) -> bool:
    """Say whether a sentence has the word for a figure: "target", or the year it is of."""
    name = figure.kunci.rsplit(".", 1)[-1]
    if name.startswith("target"):
        return bool(phrase("aim").search(text))
    return not name.isdigit() or name in text


def _goods(group: Sequence[Subject]) -> bool:
    """Say whether only goods are spoken of."""
    return bool(group) and all(one.jenis == "sarpras" for one in group)


def _described(said: Sentence, claim: Claim, number: TypedNumber) -> list[Subject]:
    """List the indicators a number with a unit tells of, by other words than their names."""
    known = described_of(said.hasil)
    unit = PERCENT if number.persen else known.unit_at(claim.text, number.akhir)
    part = phrase("sebagiannya").search(said.text) or phrase("bagian_tahun").search(said.text)
    if part or not unit or claim.tahun != said.hasil.tahun:
        return []
    found = known.told(claim.text, unit)
    done = [f for s in found for f in s.facts(said.hasil, "realisasi", said.hasil.tahun)]
    text, units = said.text, subjects_of(said.hasil).units
    alike = [
        one
        for one in (*typed_numbers(text), *worded_numbers(text, units))
        if known.unit_at(text, one.akhir) == unit
    ]
    planned = phrase("direncanakan", before=r"\W*\w+(?: \w+){0,3} ")
    whole = any(
        one.mulai < number.mulai and one.writes(f.number) and not planned.match(text[one.akhir :])
        for one in alike
        for f in done
    )  # "of the 24 villages, 5 …"
    parts = len(alike) > 1 and not phrase("beberapanya").search(text)
    return [] if whole or parts else found


def _agrees(said: Sentence, claim: Claim, number: TypedNumber, subject: Subject) -> bool:
    """Say whether a number is what its sentence says it is, as far as the data know."""
    meant = _meant(said.hasil, claim, number, subject)
    if subject.jenis == "sarpras" and not number.persen:
        known = {f.number for f in meant}
        if not meant or phrase("pengadaan").search(said.text):
            known |= _sums([f.number for f in _all(said.hasil, subject) if f.satuan == "unit"])
        return not claim.attribute or number.nilai in known
    if SAID_AS.get(claim.attribute, claim.attribute) == "realisasi":  # "%" said of a value
        meant += subject.facts(said.hasil, "realisasi", claim.tahun)
    if subject.jenis == "komponen":  # "… dan IPP diperoleh nilai 82,90"
        whole = said.hasil.iku.get(subject.entity.row.kode_iku)
        if whole and whole.realisasi.known and _equals(number, whole.realisasi):
            return True
    if (
        phrase("membandingkan").search(said.text[: number.mulai])
        or phrase("beberapa_tahun").search(claim.text)
        or (
            claim.attribute in ("naik", "turun")
            and re.search("capaian|kemajuan", claim.text.casefold())
        )
    ):
        if _staff(claim):
            meant = [
                f for name in FACTS["sdm"] for f in subject.facts(said.hasil, name, claim.tahun)
            ]
        if is_one_of(number, differences(said.hasil, subject, claim, number)):
            return True
    return any(_equals(number, figure) for figure in meant or _all(said.hasil, subject))


def _staff(claim: Claim) -> bool:
    """Say whether a number is told of what is needed or there."""
    return claim.attribute in FACTS["sdm"]


def _sums(parts: list[Decimal]) -> set[Decimal]:
    """List what some counts are one by one, two by two, and together."""
    pairs = {one + other for one, other in combinations(parts, 2)}
    return {*parts, *pairs, sum(parts, Decimal(0))}


def _meant(hasil: Results, claim: Claim, number: TypedNumber, subject: Subject) -> list[Figure]:
    """List the figures a number can be by its label; none where the sentence gives it no label."""
    label = SAID_AS.get(claim.attribute, claim.attribute)
    label = label or ("realisasi" if claim.tahun != hasil.tahun else "")
    percent = is_percent(subject.satuan)
    if subject.jenis == "sarpras" and label == "realisasi" and "jumlah" in claim.text.casefold():
        label = "tersedia"
    if label == "perubahan" and subject.jenis != "sarpras":
        return _changes(hasil, claim, number, subject)
    if label in ("realisasi", "target", "capaian") and number.persen and not percent:
        label = "capaian"
    elif label == "capaian" and not number.persen:
        label = "realisasi"
    facts = subject.facts(hasil, label, claim.tahun)
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
    if last - first != 1:
        return []
    if subject.jenis != "iku":
        now, past = (subject.facts(hasil, "realisasi", year) for year in (last, first))
        return [
            replace(a, kunci=f"{a.kunci} - {b.kunci}", nilai=abs(a.number - b.number))
            for a, b in zip(now, past, strict=False)
        ]
    one = subject.entity
    found = [one.pertumbuhan[last]] if number.persen else []
    if not number.persen or is_percent(subject.satuan):
        found.append(one.perubahan[last])
    return [figure for figure in found if figure.decimal is not None]


def _all(hasil: Results, subject: Subject) -> list[Figure]:
    """List the numeric figures of a subject; of the IKU with the evaluation also its marks."""
    whole = subject.entity is hasil  # of all staff, all goods: no figure of its own
    figures: list[Figure] = [] if whole else list(getattr(subject.entity, "figures", ()))
    if subject.entity is hasil.akip:
        figures += [f for mark in hasil.evaluasi for f in mark.figures]
        figures.append(hasil.jumlah.nilai_evaluasi)
    return [figure for figure in figures if figure.decimal is not None]


def _equals(number: TypedNumber, figure: Figure) -> bool:
    angka = keys.angka_of(figure.kunci)
    if angka in AGREED:
        return number.nilai == figure.number
    return number.writes(abs(figure.number) if angka in SIGNLESS else figure.number)


def fits_unit(number: TypedNumber, figure: Figure) -> bool:
    """Say whether a number is a percentage where a figure is one."""
    return number.persen == is_percent(figure.satuan)


def _number_hits(
    said: Sentence, claim: Claim, number: TypedNumber, subject: Subject, sure: bool
) -> Iterator[Hit]:
    """Say what is wrong with a number: another figure's, nearly one, or none at all."""
    bare = number.whole and not number.persen and "," not in number.tulisan
    people = _staff(claim)
    alone = sure or (claim.attribute and _alone(said, number, subject))
    if bare and not people and not alone:
        return  # a count, a list, a reference
    if claim.attribute in ELSEWHERE or phrase("semula").search(said.text[: number.mulai]):
        return
    every = [f for f in _all(said.hasil, subject) if fits_unit(number, f)]
    every = [] if subject.jenis == "sarpras" else every
    meant = _meant(said.hasil, claim, number, subject)
    other_year = claim.tahun != said.hasil.tahun
    same = [figure for figure in every if _equals(number, figure)]
    if not meant and claim.attribute in ("target", "target_akhir"):
        return  # of a part, or of a year to come: nobody said it elsewhere
    told = [f for f in same if keys.angka_of(f.kunci) == keys.Iku.riwayat]
    if any(f.kunci.rsplit(".", 1)[-1] in said.text for f in told):
        return  # another year's, and the sentence names that year
    if same and meant and not number.persen:
        yield _mislabelled(said, claim, number, same[0], meant[0])
        return
    strict = bool(meant) and (sure or people or _whole_result(said, claim, number, subject))
    near = [figure for figure in meant if is_near(number, figure)]
    if not (near or strict or other_year):
        near = [figure for figure in every if is_near(number, figure)]
    near.sort(key=lambda f: abs(f.number - number.nilai))
    if near and not (number.persen and not claim.attribute and number.whole):
        yield near_hit(said, number, near[0])
    elif strict:
        yield said.hit(
            f"teks menyebut {number.tulisan}, sedangkan {meant[0].kunci} {meant[0].tampil}",
            *meant[0].masukan,
            dugaan="angka sebelum perubahan, atau milik tahun lain",
            saran=f"pakai {{{meant[0].kunci}}}",
        )


def _alone(said: Sentence, number: TypedNumber, subject: Subject) -> bool:
    """Say whether a number stands for a result, and not for something counted."""
    after, unit = said.text[number.akhir :].lstrip(), subject.satuan.casefold()
    ends = not after or after[0] in ".,;:()□%" or phrase("penghubung").match(after)
    return bool(ends or (unit and after.casefold().startswith(unit)))


def _whole_result(said: Sentence, claim: Claim, number: TypedNumber, subject: Subject) -> bool:
    """Say whether a number stands for the whole result of the only subject named."""
    told = not claim.inherited or claim.attribute in ("kemajuan", "target_akhir")
    named = told and len(claim.group) == 1
    within = subject.jenis != "evaluasi" and phrase("bagiannya").search(
        said.text[claim.since : number.mulai]
    )
    return named and not within and _alone(said, number, subject)


def _mislabelled(
    said: Sentence, claim: Claim, number: TypedNumber, same: Figure, meant: Figure
) -> Hit:
    label = SAID_AS.get(claim.attribute, claim.attribute).replace("_", " ")
    return said.hit(
        f"teks menyebut {number.tulisan} sebagai {label}, padahal itu {same.kunci}",
        *same.masukan,
        dugaan=STALE if keys.angka_of(same.kunci) == keys.Iku.riwayat else "",
        saran=f"pakai {{{meant.kunci}}}",
    )


def is_near(
    number: TypedNumber, figure: Figure, near: Decimal = NEAR, *, slips: bool = True
) -> bool:
    """Say whether a number was likely meant to be a figure: nearly it, or it with a slip."""
    value = figure.number
    if not value or not number.nilai or not value / 11 < number.nilai < value * 11:
        return False
    if abs(number.nilai - value) <= near * abs(value):
        return True
    if max(number.nilai, value) < 1 or not slips:
        return False
    slip = guess_slip(number.nilai, round_half_up(value, number.decimals))
    return bool(slip) and not (number.persen and "bergeser" in slip)


def near_hit(said: Sentence, number: TypedNumber, figure: Figure) -> Hit:
    """Say which figure a number was meant to be, and the likely slip."""
    cut = is_truncated(number.nilai, figure.number, number.decimals)
    slip = guess_slip(number.nilai, round_half_up(figure.number, number.decimals))
    return said.hit(
        f"teks menyebut {number.tulisan}, sedangkan {figure.kunci} {figure.tampil}",
        *figure.masukan,
        dugaan="dipotong, bukan dibulatkan" if cut else slip,
        saran=f"pakai {{{figure.kunci}}} agar selalu sama dengan tabelnya",
        keparahan="catatan" if cut else None,
    )
