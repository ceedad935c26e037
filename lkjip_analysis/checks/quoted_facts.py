"""Rules on facts that texts repeat: predikat, the evaluation's number and date, people's names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from rapidfuzz import fuzz

from lkjip_analysis.checks.clauses import who
from lkjip_analysis.checks.facts import Subject
from lkjip_analysis.checks.lexicon import WORDS, phrase, says
from lkjip_analysis.checks.rows import fact_cells
from lkjip_analysis.checks.rules import Hit, rule
from lkjip_analysis.checks.scales import class_of, classes_for
from lkjip_analysis.checks.structure import office_of
from lkjip_analysis.checks.subjects import subjects_of
from lkjip_analysis.checks.texts import Sentence, spoken, told
from lkjip_analysis.data.dialect import MONTHS
from lkjip_analysis.data.schemas import Iku, Narasi, SkalaPredikat, Struktur, TindakLanjut
from lkjip_analysis.measures.ratings import RatingClass
from lkjip_analysis.results import Results, entities
from lkjip_analysis.results.indicators import scale


@rule("K67", "galat")
def k67_predikat(hasil: Results) -> Iterator[Hit]:
    """Compare the predikat that sentences tell with those of the data."""
    for said, claim, subject in told(hasil, "predikat"):
        if claim.planned or phrase("terencana").search(claim.text):
            continue
        right = _grades(hasil, subject, claim.attribute, claim.tahun)
        meant = {row.interpretasi for row in hasil.data[SkalaPredikat] if row.kategori in right}
        if right and claim.other.casefold() not in map(str.casefold, right | meant):
            column = COLUMNS.get(subject.jenis, claim.attribute)
            yield said.hit(
                f"teks menyebut predikat {claim.other} untuk {subject.nama}, padahal "
                f"{' atau '.join(sorted(right))}",
                subject.entity.row.cell(column),
                saran="perbaiki predikatnya, atau nilainya",
            )


COLUMNS = {"evaluasi": "predikat", "komponen": "nilai"}
"""Where the predikat stands that is not given beside its value."""


def _grades(hasil: Results, subject: Subject, attribute: str, tahun: int) -> set[str]:
    """List the classes that a value can rightly be said to have."""
    row: Any = subject.entity.row
    if subject.jenis == "evaluasi":
        return {row.predikat} - {""}
    if subject.jenis == "komponen" and subject.nama == "IKM" and tahun == hasil.tahun:
        usual = ((kind, Decimal(low), Decimal(high)) for kind, low, high in WORDS["mutu_ikm"])
        own = scale(hasil.data, "ikm") or [RatingClass(*span, "bawah") for span in usual]
        marks = [f.number for f in subject.facts(hasil, "nilai", tahun)]
        return {class_of(mark * (25 if mark <= 4 else 1), own) for mark in marks} - {""}
    if subject.jenis not in ("iku", "indikator"):
        return set()
    classes = classes_for(hasil, row)
    values = [figure.number for figure in subject.facts(hasil, attribute, tahun)]
    scored = {one.kategori for one in classes if one.skor is not None and one.skor in values}
    if row.target_predikat and scored:  # its values are the classes' scores
        return scored
    found = {class_of(value, classes) for value in values} if classes else set()
    return (found | ({row[f"{attribute}_predikat"]} if tahun == hasil.tahun else set())) - {""}


EVALUATED = re.compile(
    r"\b(?:LHE|hasil evaluasi|evaluasi (?:atas )?(?:implementasi )?S?AKIP)\b", re.I
)
NUMBERED = re.compile(r"(?i)\b(?:ber)?(?:nomor|no)\b\s*[.:]*\s*([\w.-]*\d[\w.-]*(?:/[\w.-]+)+)")
DATED = re.compile(
    r"\b(?:(?:ber|ter)?tanggal|(?:di)?terbit\w*|dikeluarkan)(?: pada)?(?: tanggal)?\s*:?\s*"
    rf"(\d{{1,2}})\s+({'|'.join(MONTHS)})\s+(20\d\d)\b",
    re.IGNORECASE,
)


@rule("K37", "galat")
def k37_lhe(hasil: Results) -> Iterator[Hit]:
    """Compare the number and the date of the evaluation that sentences tell."""
    facts = hasil.data.identitas
    for said in spoken(hasil, Narasi, Iku, TindakLanjut):
        if not EVALUATED.search(said.text) or _other_year(said):
            continue
        number, day = NUMBERED.search(said.text), DATED.search(said.text)
        if number and facts.nomor_lhe and _letters(number[1]) != _letters(facts.nomor_lhe):
            yield _other(said, f"LHE nomor {number[1]}", "nomor_lhe")
        if day and facts.tanggal_lhe and not phrase("bukan_lhe").search(said.text[: day.start()]):
            told_day = (int(day[1]), MONTHS.index(day[2].casefold()) + 1, int(day[3]))
            right = facts.tanggal_lhe
            if told_day != (right.day, right.month, right.year):
                yield _other(said, f"LHE {day[0]}", "tanggal_lhe")


def _other_year(said: Sentence) -> bool:
    """Say whether a sentence speaks of the evaluation of another year."""
    named = re.findall(r"\btahun (20\d\d)\b", DATED.sub("", said.text))
    past = says(said.text, "tahun_lalu") or "{tahun_lalu}" in said.passage.text
    return past or bool(set(named) - {str(said.hasil.tahun)})


def _letters(text: str) -> str:
    return re.sub(r"[\s.]", "", text).casefold()


NAME = re.compile(r"\b[A-Z][\w'’]+(?:\s+[A-Z][\w'’]+)+")
ALIKE, BEHIND = 80, 65
"""Likeness (0 to 100) from which on a name is meant to be the head's; and behind the office."""


@rule("K57", "peringatan")
def k57_nama_kepala(hasil: Results) -> Iterator[Hit]:
    """Look for the head's name misspelt, or for somebody else behind the office."""
    facts = hasil.data.identitas
    right = [w for w in facts.nama_kepala.split(",")[0].casefold().split() if w[-1] != "."]
    office = facts.jabatan_kepala.casefold()
    offices = {office_of(row.jabatan): row for row in hasil.data[Struktur]}
    for said in spoken(hasil, Narasi) if offices else ():
        if phrase("penanggung_jawab").search(said.text):
            for token in subjects_of(hasil).find(said.text):
                if isinstance(one := who(token).entity, entities.Iku):
                    yield from _charged(said, one.row, offices)
    if len(right) < 2:
        return
    for said in spoken(hasil, Narasi):
        for match in NAME.finditer(said.text):
            words = match[0].casefold().split()
            spans = [words[i : i + len(right)] for i in range(len(words) - len(right) + 1)]
            ahead = said.text[: match.start()].casefold()
            least = BEHIND if office in ahead[-len(office) - 12 :] else ALIKE
            near = [span for span in spans if fuzz.ratio(" ".join(span), " ".join(right)) >= least]
            if near and right not in near and " ".join(near[0]) not in office:
                yield _other(said, " ".join(near[0]).title(), "nama_kepala")
        if facts.nip_kepala and (nip := re.search(r"\bNIP\b\D{0,4}([\d\s]{18,24})", said.text)):
            digits = re.sub(r"\D", "", nip[1])
            its = right[0] in said.text.casefold() or office in said.text.casefold()
            if its and digits != re.sub(r"\D", "", facts.nip_kepala):
                yield _other(said, f"NIP {digits}", "nip_kepala")


def _charged(said: Sentence, iku: Iku, offices: dict[str, Struktur]) -> Iterator[Hit]:
    """Look for another office of the unit told to answer for an indicator."""
    own, text = office_of(iku.penanggung_jawab), office_of(said.text)
    others = [row for name, row in offices.items() if name in text and name not in own]
    if own and others and own not in text and own in offices:
        yield said.hit(
            f"teks menyebut {others[0].jabatan} penanggung jawab {iku.indikator}, padahal "
            f"{iku.penanggung_jawab}",
            iku.cell("penanggung_jawab"),
        )


def _other(said: Sentence, found: str, key: str) -> Hit:
    right = said.hasil.data.fact_cell(key)
    return said.hit(
        f"teks menyebut {found}, sedangkan {key} {right.nilai if right else ''}",
        *fact_cells(said.hasil, key),
        dugaan="salah ketik, atau milik tahun lain",
        saran=f"pakai {{identitas.{key}}}",
    )
