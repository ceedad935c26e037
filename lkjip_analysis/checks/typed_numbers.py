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
from lkjip_analysis.checks.facts import FACTS, Subject
from lkjip_analysis.checks.grammar import PERSONS
from lkjip_analysis.checks.labels import ENDS
from lkjip_analysis.checks.lexicon import TypedNumber, phrase, says, typed_numbers, worded_numbers
from lkjip_analysis.checks.meant_figures import (
    SAID_AS,
    all_figures,
    difference_hits,
    differences,
    equals,
    fits_unit,
    is_one_of,
    is_staff,
    meant_figures,
)
from lkjip_analysis.checks.rules import Hit, rule
from lkjip_analysis.checks.subjects import subjects_of
from lkjip_analysis.checks.texts import STALE, Sentence, numbers_told
from lkjip_analysis.formatting import round_half_up
from lkjip_analysis.results import Figure, Results, keys

NEAR = Decimal("0.03")
"""A typed number this close to a figure (as a share of it) was meant to be that figure."""

MEASURED = ("iku", "indikator", "evaluasi", "sarpras", "komponen", "unsur")
ELSEWHERE = ("serapan", "pagu", "silpa", "selisih", "maksimal", "rata_rata", "belanja")
"""Labels of numbers that are no value of an indicator."""


@rule("K75", "peringatan", menahan=True)
def k75_angka_iku(hasil: Results) -> Iterator[Hit]:
    """Compare the numbers told of indicators, components and staff with their figures."""
    seen: set[tuple[Sentence, Subject]] = set()
    for said, claim, number in numbers_told(hasil):
        if number.rupiah:
            continue
        people = bool(says(claim.text, "pegawai") or PERSONS.match(claim.text, number.akhir))
        people = people and all(one.satuan != "orang" for one in claim.group)
        if claim.attribute == "selisih" and (people or _goods(claim.group)):
            claim = replace(claim, attribute="kekurangan")
        of_more = claim.text.endswith("dari ", 0, number.mulai)
        counted = _goods(claim.group) and _within(claim.text, number, claim.group[-1])
        if counted and not (claim.attribute or of_more) and says(claim.text, "keberadaan"):
            claim = replace(claim, attribute="tersedia")
        if _says_nothing(claim, people):
            continue
        group = _meant_by(hasil, claim, people)
        if claim.attribute == "selisih":
            yield from difference_hits(said, claim, number, group[-1:])
            continue
        described = _described(said, claim, number) if not group or claim.inherited else []
        group = described or group
        if described and OF_TARGET.match(claim.text, number.akhir):
            claim = replace(claim, attribute="capaian")
        elif described:
            label = "sebesar" if is_staff(claim) else claim.attribute or "sebesar"
            claim = replace(claim, attribute=label)
        if group and not any(_agrees(said, claim, number, subject) for subject in group):
            one, text = group[-1], said.text
            sure = (
                not number.persen or _alone(said, number, one)
                if described
                else not people and _within(text, number, one) and _only_unknown(said, claim, one)
            )  # a subject's, whatever word is before it: by its unit behind it
            if sure:
                claim = replace(claim, attribute=claim.attribute or "sebesar")
            hits = list(_number_hits(said, claim, number, one, sure))
            if (said, one) not in seen:  # the first number wrong tells where to look
                yield from hits
            seen |= {(said, one)} if hits else set()


def _says_nothing(claim: Claim, people: bool) -> bool:
    """Say whether a number is only intended, or of something else than staff: "butuh 30 jam"."""
    still = claim.attribute == "selisih" and claim.other == "target_akhir"
    if claim.planned and not (still or (people and is_staff(claim))):
        return True
    return is_staff(claim) and not people and any(s.jenis == "iku" for s in claim.group)


def _meant_by(hasil: Results, claim: Claim, people: bool) -> list[Subject]:
    """List whom a number can be told of: those named, or all staff and goods together."""
    known = subjects_of(hasil)
    if is_staff(claim) and not claim.group:
        whole = [one for one in (known.staff, known.goods) if says(claim.text, one.nama)]
        return [] if says(claim.text, "sebagian_pegawai") else whole
    group = [s for s in claim.group if s.jenis in MEASURED]
    if claim.attribute == "kekurangan" and not people:
        return [s for s in group if s.jenis == "sarpras" and claim.since]
    if says(claim.text, "bagian_tahun"):
        return [one for one in group if one.jenis != "unsur"]
    return group


def _within(text: str, number: TypedNumber, subject: Subject) -> bool:
    """Say whether a number has a subject's unit: its word behind, or half of its words."""
    unit = _WORD.findall(subject.satuan.casefold())
    after = _WORD.findall(text[number.akhir :].casefold())[: len(unit) + 2]
    if len(unit) < 2:
        return bool(unit) and unit == after[:1]
    return 2 * len({*unit} & {*after}) >= len({*unit})


_WORD = re.compile(r"\w+")


def _only_unknown(said: Sentence, claim: Claim, subject: Subject) -> bool:
    """Say whether a number in a subject's unit, not far from its value, alone is none of its own.

    Where two are none, a sentence more likely tells of its parts; a target, another year's value
    and a difference are its own where the sentence has the word for it.
    """
    text, hasil, number = said.text, said.hasil, claim.number
    assert number is not None
    real = [f.number for f in subject.facts(hasil, "realisasi", claim.tahun)]
    parted = says(text, "sebagiannya", "bagian_tahun") or says(text[: number.mulai], "bagiannya")
    if parted or not any(value / 2 <= number.nilai <= 2 * value for value in real):
        return False
    own = [f for f in all_figures(hasil, subject) if _told_as(f, text)]
    steps = differences(hasil, subject, replace(claim, other=""), number)
    inside = [one for one in numbers_in(said) if _within(text, one, subject)]
    strange = [one for one in inside if not any(equals(one, figure) for figure in own)]
    return len(strange) == 1 and not is_one_of(number, steps)


def numbers_in(said: Sentence) -> list[TypedNumber]:
    """List the numbers of a sentence, in figures and in words."""
    units = subjects_of(said.hasil).units
    return [*typed_numbers(said.text), *worded_numbers(said.text, units)]


def _told_as(figure: Figure, text: str) -> bool:
    """Say whether a sentence has the word for a figure: "target", or the year it is of."""
    name = figure.kunci.rsplit(".", 1)[-1]
    if name.startswith("target"):
        return says(text, "aim")
    return not name.isdigit() or name in text


OF_TARGET = re.compile(r"\s*dari target(?:nya)?\b", re.IGNORECASE)


def _goods(group: Sequence[Subject]) -> bool:
    """Say whether only goods are spoken of."""
    return bool(group) and all(one.jenis == "sarpras" for one in group)


def _described(said: Sentence, claim: Claim, number: TypedNumber) -> list[Subject]:
    """List the indicators a number with a unit tells of, by other words than their names."""
    known = described_of(subjects_of(said.hasil))
    unit = PERCENT if number.persen else known.unit_at(claim.text, number.akhir)
    text, planned = said.text, phrase("direncanakan", before=r"\W*\w+(?: \w+){0,3} ")
    part = says(text, "sebagiannya", "bagian_tahun") or planned.match(text[number.akhir :])
    if part or not unit or claim.tahun != said.hasil.tahun:
        return []
    if number.persen and OF_TARGET.match(claim.text, number.akhir):
        one = known.meant(claim.text)
        return [one] if one else []
    within = says(text[: number.mulai], "bagiannya")
    found = [s for s in known.told(claim.text, unit) if not (within and s.jenis == "iku")]
    done = [f for s in found for f in s.facts(said.hasil, "realisasi", said.hasil.tahun)]
    alike = [one for one in numbers_in(said) if known.unit_at(text, one.akhir) == unit]
    ahead = [one for one in alike if one.mulai < number.mulai]
    ahead = [one for one in ahead if not planned.match(text[one.akhir :])]
    whole = any(one.writes(f.number) for one in ahead for f in done)  # "of the 24 villages, 5 …"
    parts = len(alike) > 1 and not says(text, "beberapanya")
    return [] if parts or (whole and not ENDS.search(text[: number.mulai])) else found


def _agrees(said: Sentence, claim: Claim, number: TypedNumber, subject: Subject) -> bool:
    """Say whether a number is what its sentence says it is, as far as the data know."""
    meant = meant_figures(said.hasil, claim, number, subject)
    if subject.jenis == "sarpras" and not number.persen:
        known = {f.number for f in meant}
        if not meant or (claim.attribute != "rekon" and says(said.text, "pengadaan")):
            every = all_figures(said.hasil, subject)
            known |= _sums([f.number for f in every if f.satuan == "unit"])
        return not claim.attribute or number.nilai in known
    if SAID_AS.get(claim.attribute, claim.attribute) == "realisasi":  # "%" said of a value
        meant += subject.facts(said.hasil, "realisasi", claim.tahun)
    if subject.jenis == "komponen":  # "… dan IPP diperoleh nilai 82,90"
        whole = said.hasil.iku.get(subject.entity.row.kode_iku)
        if whole and whole.realisasi.known and equals(number, whole.realisasi):
            return True
    course = claim.attribute in ("naik", "turun") and re.search("(?i)capaian|kemajuan", claim.text)
    compares = says(said.text[: number.mulai], "membandingkan")
    if compares or course or says(claim.text, "beberapa_tahun"):
        if is_staff(claim):
            meant = [f for n in FACTS["sdm"] for f in subject.facts(said.hasil, n, claim.tahun)]
        if is_one_of(number, differences(said.hasil, subject, claim, number)):
            return True
    return any(equals(number, figure) for figure in meant or all_figures(said.hasil, subject))


def _sums(parts: list[Decimal]) -> set[Decimal]:
    """List what some counts are one by one, two by two, and together."""
    pairs = {one + other for one, other in combinations(parts, 2)}
    return {*parts, *pairs, sum(parts, Decimal(0))}


def _number_hits(
    said: Sentence, claim: Claim, number: TypedNumber, subject: Subject, sure: bool
) -> Iterator[Hit]:
    """Say what is wrong with a number: another figure's, nearly one, or none at all."""
    bare = number.whole and not number.persen and "," not in number.tulisan
    people = is_staff(claim)
    alone = sure or (claim.attribute and _alone(said, number, subject))
    if bare and not people and not alone:
        return  # a count, a list, a reference
    if claim.attribute in ELSEWHERE or says(said.text[: number.mulai], "semula"):
        return
    every = [f for f in all_figures(said.hasil, subject) if fits_unit(number, f)]
    every = [] if subject.jenis == "sarpras" else every
    meant = meant_figures(said.hasil, claim, number, subject)
    other_year = claim.tahun != said.hasil.tahun
    same = [figure for figure in every if equals(number, figure)]
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
    unit = "buah" if unit == "unit" and after.startswith("buah") else unit
    ends = not after or after[0] in ".,;:()□%" or phrase("penghubung").match(after)
    return bool(ends or (unit and after.casefold().startswith(unit)))


def _whole_result(said: Sentence, claim: Claim, number: TypedNumber, subject: Subject) -> bool:
    """Say whether a number stands for the whole result of the only subject named."""
    told = not claim.inherited or claim.attribute in ("kemajuan", "target_akhir")
    each = claim.text[: number.mulai].rstrip().endswith("masing-masing")
    named = told and (len(claim.group) == 1 or each)
    between = said.text[claim.since : number.mulai]
    within = subject.jenis != "evaluasi" and says(between, "bagiannya")
    within = within or says(said.text, "bagian_tahun")
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
