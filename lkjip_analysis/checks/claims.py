"""Rules on what the texts claim: comparisons, courses, success; the numbers must agree."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from typing import Any

from lkjip_analysis.checks.clauses import Claim
from lkjip_analysis.checks.facts import Subject
from lkjip_analysis.checks.lexicon import LEXICON, phrase
from lkjip_analysis.checks.rules import Hit, rule
from lkjip_analysis.checks.subjects import subjects_of
from lkjip_analysis.checks.targets import is_better
from lkjip_analysis.checks.texts import Sentence, claims_of, told
from lkjip_analysis.checks.wholes import follow_up_hits, whole_hits
from lkjip_analysis.formatting import format_number
from lkjip_analysis.results import Figure, Results


@rule("K71", "galat")
def k71_nasional(hasil: Results) -> Iterator[Hit]:
    """Test claims about the national level."""
    every = [s for s in subjects_of(hasil).all if s.jenis == "iku"]
    for one in claims_of(hasil):
        claim, said = one.claim, one.said
        if claim.other != "nasional" or claim.number or phrase("nasional_lain").search(said.text):
            continue
        whole = claim.subject
        if whole and whole.jenis == "komponen":  # known of none: its IKU's national value, if any
            owner = whole.entity.row.kode_iku
            whole = next((s for s in every if s.entity.kode == owner), None)
            if whole is None or whole.entity.realisasi_nasional.known:
                continue
        meant = [whole] if whole else every
        meant = [s for s in meant if s.jenis == "iku" and not _wish(claim, s)]
        hits = [hit for subject in meant if (hit := _national_hit(said, claim, subject))]
        unknown = [s.entity for s in meant if s.entity.realisasi_nasional.decimal is None]
        if unknown and len(unknown) == len(meant):
            yield _no_nation(said, claim, unknown)
        elif claim.subject or len(hits) == len(meant):
            yield from hits


def _wish(claim: Claim, subject: Subject) -> bool:
    """Say whether a claim is what one wants of an indicator: planned, it claims nothing yet."""
    wanted = "<" if subject.polaritas == "turun" else ">"
    return claim.planned and claim.relation in ("melebihi", "lebih baik", "sampai", wanted)


def _no_nation(said: Sentence, claim: Claim, meant: list[Any]) -> Hit:
    codes = ", ".join(iku.kode for iku in meant[:5])
    return said.hit(
        f"kalimat membandingkan dengan nasional, tetapi nilai nasional {codes} belum tersedia",
        *(iku.row.cell("realisasi_nasional") for iku in meant[:5]),
        dugaan="sisa teks, atau nilai nasionalnya belum diisi",
        saran="isi realisasi_nasional beserta sumbernya, atau hapus pernyataan ini",
    )


def _national_hit(said: Sentence, claim: Claim, subject: Subject) -> Hit | None:
    iku = subject.entity
    real, nation = iku.realisasi.decimal, iku.realisasi_nasional.decimal
    if real is None or nation is None or not iku.realisasi.beside(iku.realisasi_nasional):
        return None
    if _compares(claim, real, nation, subject.polaritas) != claim.denied:
        return None
    return said.hit(
        f"kalimat menyatakan '{_words(claim)}' nasional, padahal {iku.kode} "
        f"{format_number(real)} dan nasional {format_number(nation)}",
        *iku.row.cells("realisasi", "realisasi_nasional"),
        selisih=format_number(real - nation),
        dugaan="",
    )


WORDS = {">": "di atas", "<": "di bawah", "sampai": "mencapai"}


def _words(claim: Claim) -> str:
    said = WORDS.get(claim.relation, claim.relation)
    return f"belum {said}" if claim.denied else said


def _compares(claim: Claim, value: Decimal, other: Decimal, polaritas: str) -> bool:
    """Say whether one value stands so to another; equal ones pass where a report is modest.

    'di bawah' is said of the number and 'lebih baik' of the performance; 'melebihi' of an
    indicator that is better low can mean either.
    """
    relation = claim.relation
    if relation == "melebihi" and polaritas == "turun":
        return value != other
    if relation == "<":
        return value < other or (value == other and not claim.denied)
    if relation == ">":
        return value > other
    if relation in ("sampai", "tertinggal"):
        reached = is_better(value, other, polaritas)
        return reached if relation == "sampai" else not reached
    return is_better(value, other, polaritas)


@rule("K72", "galat")
def k72_arah(hasil: Results) -> Iterator[Hit]:
    """Test claims about the course over the years."""
    for said, claim, subject in told(hasil, *SIGNS):
        if claim.relation not in COURSES and claim.other != "tahun":
            continue
        attribute = "realisasi" if claim.attribute in ("nilai", "nasional") else claim.attribute
        if phrase("bagian_tahun").search(claim.text):
            continue
        if claim.planned or attribute.startswith("target") or claim.span[1] > hasil.tahun:
            continue
        years = range(claim.span[0], claim.span[1] + 1)
        if not claim.steady:
            years = claim.span  # type: ignore[assignment]
        values = {year: subject.facts(hasil, attribute, year) for year in years}
        yield from _course_hits(said, claim, subject, values)


SIGNS = LEXICON["arah"]
"""Which way a value went that is said to stand so, or to stand so to an earlier year's."""

COURSES = ("naik", "turun", "tetap", "membaik", "memburuk")
JUDGED = ("melebihi", "lebih baik", "membaik", "memburuk")
"""Said of the performance, not of the number."""


def _course_hits(
    said: Sentence, claim: Claim, subject: Subject, values: dict[int, list[Figure]]
) -> Iterator[Hit]:
    """Compare each year with the next one told of."""
    years = sorted(values)
    unknown = [year for year in years if not values[year] and year < said.hasil.tahun]
    code = getattr(subject.entity, "kode", subject.nama)
    wrong = []
    for one, other in pairwise(years):
        steps = [
            (a, b, b.number - a.number) for a, b in zip(values[one], values[other], strict=False)
        ]
        signs = {(step > 0) - (step < 0) for *_, step in steps}
        better_low = claim.relation in JUDGED and subject.polaritas == "turun"
        holds = SIGNS[claim.relation] * (-1 if better_low else 1) in signs
        if steps and holds == claim.denied:
            wrong.append((one, other, *steps[0]))
    cells = [cell for year in reversed(years) for f in values[year][:1] for cell in f.masukan[:1]]
    word = ("selalu " if claim.steady else "") + claim.relation
    if wrong:
        one, other, _, _, step = wrong[-1]
        yield said.hit(
            f"kalimat menyatakan {code} {claim.relation}, padahal perubahan "
            f"{one}-{other} {format_number(step)}",
            *cells,
            selisih=format_number(step),
        )
    elif unknown and subject.jenis == "iku" and claim.attribute in ("realisasi", "nilai"):
        yield said.hit(
            f"kalimat menyatakan {code} {word}, tetapi realisasi "
            f"{' dan '.join(map(str, reversed(unknown)))} tidak tersedia",
            *cells,
            subject.entity.row.cell("realisasi"),
            dugaan="pernyataan lebih luas daripada datanya",
            saran="sebut tahun yang ada angkanya saja",
        )


@rule("K74", "galat")
def k74_tercapai(hasil: Results) -> Iterator[Hit]:
    """Test claims of reaching, passing or missing a target."""
    for said, claim, subject in told(hasil, *SUCCESS):
        spent = claim.other == "pagu" and claim.attribute == "realisasi"
        aimed = spent or claim.other.startswith(("target", "kebutuhan"))
        if aimed and not claim.planned and claim.tahun == hasil.tahun:
            yield from _success_hits(said, claim, subject)
    for said, claim, subject in told(hasil, *SPENT):
        for share in subject.facts(hasil, "serapan", claim.tahun)[:1]:
            right = SPENT[(share.number > 0) + (share.number >= 100)]
            if claim.relation != right and not claim.planned:
                said_of = f"teks menyatakan {subject.nama} {claim.relation}"
                yield said.hit(f"{said_of}, padahal terserap {share.tampil}", *share.masukan)
    for one in claims_of(hasil):
        claim = one.claim
        if claim.relation == "banyak" and not claim.planned and claim.tahun == hasil.tahun:
            yield from whole_hits(one.said, claim)
        if claim.attribute == "rekomendasi" and claim.relation.startswith("selesai"):
            yield from follow_up_hits(one.said, claim)


SPENT = ("tidak terserap", "terserap sebagian", "terserap penuh")
SUCCESS = LEXICON["terhadap_target"]
"""How a claim of success is told, and where a result then stands to its target: -1, 0 or 1."""


def _success_hits(said: Sentence, claim: Claim, subject: Subject) -> Iterator[Hit]:
    hasil = said.hasil
    aimed = subject.facts(hasil, claim.other, hasil.tahun)
    staff = claim.other == "kebutuhan"
    reached = subject.facts(hasil, "tersedia" if staff else "realisasi", hasil.tahun)
    if not aimed or not reached or not reached[0].beside(aimed[0]):
        return
    target, real = aimed[0].number, reached[0].number
    counted = claim.other in ("pagu", "kebutuhan")
    literal = counted or claim.relation in ("<", ">")  # of the number, not of the performance
    beyond = is_better(real, target, "naik" if literal else subject.polaritas)
    words, right = SUCCESS[claim.relation]
    holds = (1 if beyond else 0 if real == target else -1) in right
    if holds == (claim.denied and claim.relation != "belum"):
        code = getattr(subject.entity, "kode", subject.nama)
        aim = aimed[0].kunci.rsplit(".")[-1].replace("_", " ")
        words = words.replace("target", claim.other.split("_")[0])
        yield said.hit(
            f"teks menyatakan {words} untuk {code}, padahal {aim} "
            f"{format_number(target)} dan realisasi {format_number(real)}",
            *(*reached[0].masukan[:1], *aimed[0].masukan[:1]),
            selisih=format_number(real - target),
        )
