"""Rules on what must be explained: missed targets and setbacks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import chain

from lkjip_analysis.checks.lexicon import WORDS
from lkjip_analysis.checks.names import normalise
from lkjip_analysis.checks.rows import Indicator, cells_of, since_last_year
from lkjip_analysis.checks.rules import Hit, hit, rule
from lkjip_analysis.checks.targets import is_better
from lkjip_analysis.checks.texts import named_iku, passages, tells
from lkjip_analysis.data.columns import Cell, Column
from lkjip_analysis.data.links import suggest_code
from lkjip_analysis.data.schema_judgement import QUESTION_IDS
from lkjip_analysis.data.schemas import Narasi, PenilaianMandiri, SebabTindakan
from lkjip_analysis.results import Results, entities

Missed = entities.Iku | entities.Indikator

AHEAD = 3
"""So many years after the report an action may end, or as long as the Renstra lasts."""


@rule("K77", "peringatan", menahan=True)
def k77_tanpa_penjelasan(hasil: Results) -> Iterator[Hit]:
    """Look for missed targets whose cause or remedy nothing tells."""
    for iku, lacking in _unexplained_iku(hasil):
        said = [f"{what}nya ({' atau '.join(OF_IKU[what][1])})" for what in lacking]
        yield hit("K77", _measured(iku.row), row=iku.row, said=" dan ".join(said))


Demanded = Mapping[str, tuple[Column[str], tuple[str, ...]]]
CAUSE, STEP = "penyebab", "langkah"
OF_IKU: Demanded = {
    CAUSE: (SebabTindakan.sebab, ("faktor_penghambat", "rincian_capaian")),
    STEP: (SebabTindakan.tindakan, ("solusi", "upaya_perbaikan")),
}
"""What must be told of a missed target: the column for it, and the sections that tell it, too."""


def _lacking(one: Missed, demanded: Demanded, told: set[str]) -> list[str]:
    """List what neither the file nor the sections with a text on an indicator tell of it."""
    untold = {what: column for what, (column, s) in demanded.items() if told.isdisjoint(s)}
    rows = one.tindakan
    return [w for w, column in untold.items() if not any(tells(row[column]) for row in rows)]


def _unexplained_iku(hasil: Results) -> Iterator[tuple[entities.Iku, list[str]]]:
    for iku in hasil.iku:
        if iku.missed and (lacking := _lacking(iku, OF_IKU, _told_of(iku, hasil))):
            yield iku, lacking


def unexplained(hasil: Results) -> dict[Cell, list[str]]:
    """Say what is not told of each missed indicator, by the cell of its realisation.

    ``CAUSE``, ``STEP``, or both; an indicator of which everything is told is not there.
    """
    every: Iterator[tuple[Missed, list[str]]]
    every = chain(_unexplained_iku(hasil), _unexplained_items(hasil))
    return {one.row.cell("realisasi"): lacking for one, lacking in every}


def _measured(row: Indicator) -> tuple[Cell, ...]:
    """Point at what a missed indicator rests on: its values, and the predikat that it has."""
    rated = ("realisasi_predikat", "target_predikat")
    return row.cells("realisasi", "target", *(kolom for kolom in rated if row[kolom]))


def _told_of(iku: entities.Iku, hasil: Results) -> set[str]:
    """Name the sections with a text on an IKU."""
    texts = passages(hasil, Narasi)
    return {p.bagian for p in texts if p.kode == iku.kode or iku in named_iku(hasil, p.text)}


SHORTFALL = re.compile(
    r"(?!.*\b(?:sempat|semula|walau|meski|namun|tetapi|awalnya))"
    r".*?\b(gagal|batal|terlambat|tertunda|(?:tidak|belum) (?:ter\w+|di\w+|selesai))\b",
    re.IGNORECASE | re.DOTALL,
)
"""What a remark says of something that fell short."""

OF_PROGRAMMES: Demanded = {
    CAUSE: (SebabTindakan.sebab, ("faktor_penghambat", "analisis", "analisis_program")),
    STEP: (SebabTindakan.tindakan, ("solusi", "upaya_perbaikan", "langkah_ke_depan")),
}
"""What must be told of an indicator of a programme that fell short, likewise."""


@rule("K84", "peringatan", menahan=True)
def k84_program_tanpa_penjelasan(hasil: Results) -> Iterator[Hit]:
    """Look for programmes that fell short and whose cause or remedy nothing names."""
    for one, lacking in _unexplained_items(hasil):
        said = f"tercapai {one.capaian.tampil}" if one.capaian.known else "tidak mencapai target"
        lacks = " dan ".join(lacking)
        blank = (row.cell(OF_PROGRAMMES[what][0]) for row in one.tindakan for what in lacking)
        cells = (*_measured(one.row), *blank)
        yield hit("K84.tidak_disebut", cells, row=one.row, said=said, lacks=lacks)
    for one in hasil.indikator:
        short = SHORTFALL.match(one.row.keterangan)
        if short and one.capaian.known and not one.missed:
            cells = one.row.cells("realisasi", "target", "keterangan")
            yield hit("K84.keterangan", cells, one=one, short=short)


def _unexplained_items(hasil: Results) -> Iterator[tuple[entities.Indikator, list[str]]]:
    """Find the missed indicators of programmes; a text tells of one by words of its own."""
    told = [(p.bagian, set(normalise(p.text).split())) for p in passages(hasil, Narasi)]
    place = f"{hasil.data.identitas.nama_unit} {hasil.data.identitas.tempat}"
    ignored = {*WORDS["kata_umum"]} | set(normalise(place).split())
    indicators = [
        (one, {w for w in normalise(one.nama).split() if len(w) > 3} - ignored)
        for programme in hasil.at_level("program")
        for one in programme.indikator
    ]
    shared = Counter(word for _, words in indicators for word in words)
    for one, words in indicators:
        own = {word for word in words if shared[word] == 1} or words
        if not one.missed or not own:
            continue
        naming = {bagian for bagian, text in told if len(own & text) >= 0.6 * len(own)}
        if lacking := _lacking(one, OF_PROGRAMMES, naming):
            yield one, lacking


@rule("K89", "peringatan")
def k89_tanpa_baris(hasil: Results) -> Iterator[Hit]:
    """Look for what fell short and has no row, or no cause, where the file tells those of others.

    What nothing tells at all is K77 and K84. A file of actions alone, on programmes alone, need
    not tell of the IKU.
    """
    rows = hasil.data[SebabTindakan].rows
    causes = any(tells(row.sebab) for row in rows)
    items = (one for item in hasil.at_level("program") for one in item.indikator)
    every = list[Missed](chain[Missed](hasil.iku, items))
    sorts = {type(one) for one in every if causes or one.tindakan}
    silent = unexplained(hasil) if rows else {}
    for one in every if rows else ():
        told = type(one) not in sorts or any(tells(r.sebab) or not causes for r in one.tindakan)
        if one.missed and not told and one.row.cell("realisasi") not in silent:
            own = cells_of("sebab", one.tindakan) or (rows[-1].cell("kode"),)
            cells = (*one.row.cells("realisasi", "target"), *own)
            yield hit("K89", cells, row=one.row)


@rule("K86", "galat")
def k86_indikator_tidak_ada(hasil: Results) -> Iterator[Hit]:
    """Look for causes and actions of no indicator."""
    used = {row.line for one in (*hasil.iku, *hasil.indikator) for row in one.tindakan}
    codes = [one.kode for one in hasil.iku] + [one.row.kode for one in hasil.indikator]
    for row in hasil.data[SebabTindakan]:
        if row.line not in used:
            which = "" if row.indikator is None else f" nomor {row.indikator}"
            meant = suggest_code(row.kode, codes) if row.kode not in codes else ""
            yield hit("K86", row.cells("kode", "indikator"), row=row, which=which, saran=meant)


@rule("K87", "peringatan")
def k87_batas_waktu(hasil: Results) -> Iterator[Hit]:
    """Look for deadlines before the report's year, and for those long after it."""
    last = max(hasil.data.identitas.renstra_akhir or 0, hasil.tahun + AHEAD)
    for row in hasil.data[SebabTindakan]:
        if row.batas_waktu is not None and not hasil.tahun <= row.batas_waktu.year <= last:
            yield hit("K87", row.cells("batas_waktu"), row=row, tahun=hasil.tahun)


@rule("K79", "catatan")
def k79_memburuk(hasil: Results) -> Iterator[Hit]:
    """Look for setbacks against last year that no text explains."""
    explaining = {"rincian_perbandingan", "rincian_capaian", "faktor_penghambat", "analisis"}
    for iku, now, past, before in since_last_year(hasil, "realisasi"):
        worse = is_better(past, now, iku.row.polaritas)
        if worse and not _told_of(iku, hasil) & explaining:
            cells = (iku.row.cell("realisasi"), *before.masukan)
            yield hit("K79", cells, row=iku.row, past=past, now=now, beda=now - past)


@rule("K96", "peringatan")
def k96_penilaian_mandiri(hasil: Results) -> Iterator[Hit]:
    """Check the answers people gave: a known question, and evidence for a yes."""
    for row in hasil.data[PenilaianMandiri]:
        code = row.id
        if code not in QUESTION_IDS:
            known = ", ".join(QUESTION_IDS[:6])
            yield hit("K96.tidak_dikenal", row.cells("id"), row=row, known=known)
        elif row.jawaban in ("ya", "sebagian") and not row.bukti:
            yield hit("K96.tanpa_bukti", row.cells("bukti", "jawaban"), row=row)
