"""Rules on dates, years and identity: order, deadline, evaluation, NIP, Renstra period."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from lkjip_analysis.checks.causes import guess_slip
from lkjip_analysis.checks.findings import Keparahan
from lkjip_analysis.checks.lexicon import SPAN, WORDS, phrase, says, typed_numbers
from lkjip_analysis.checks.names import abbreviates
from lkjip_analysis.checks.rows import fact_cells
from lkjip_analysis.checks.rules import Hit, hit, rule
from lkjip_analysis.checks.texts import Passage, Sentence, passages, spoken
from lkjip_analysis.data.schemas import Iku, Narasi, TindakLanjut
from lkjip_analysis.results import Results

OLDEST, YOUNGEST = 70, 18
"""Ages (years) an official can have at the end of the report's year."""

PPPK_MONTHS = range(21, 24)
"""The 'month' of a NIP that marks a contract employee (PPPK)."""

PLACE = re.compile(
    r"\b(?!(?:pemerintah(?:an)?|kabupaten|kota|provinsi|daerah|bupati|wali(?:kota)?|gubernur)\b)\w+"
)
"""Words of a region, and of who heads it, that are its own name."""

REGULATION = re.compile(r"\b(Peraturan(?: [A-Z]\w+)+) (?:Nomor|No\.?) (\d+) Tahun (\d{4})")

NAMED_BY_PLACE = ("kecamatan", "kelurahan", "desa")
"""Units called after their place alone, so that a short name is no abbreviation."""


@rule("K90", "peringatan")
def k90_tanggal(hasil: Results) -> Iterator[Hit]:
    """Check the order and the year of the report's dates."""
    facts = hasil.data.identitas
    opening, closing = facts.tanggal_kata_pengantar, facts.tanggal_penutup
    for key, day in (("tanggal_kata_pengantar", opening), ("tanggal_penutup", closing)):
        if day is not None and day.year != hasil.tahun + 1 and day != dt.date(hasil.tahun, 12, 31):
            beda = day.year - hasil.tahun - 1
            grave: Keparahan | None = "galat" if beda < 0 else None
            said: dict[str, Any] = {"key": key, "day": day, "next": hasil.tahun + 1, "beda": beda}
            yield hit("K90.tahun", fact_cells(hasil, key), hasil=hasil, **said, keparahan=grave)
    years = re.findall(r"(?<!\d)20\d\d(?!\d)", facts.tautan_publikasi)
    if years and not {str(hasil.tahun), str(hasil.tahun + 1)} & {*years}:
        cells = fact_cells(hasil, "tautan_publikasi")
        yield hit("K90.tautan", cells, year=years[-1], hasil=hasil)
    if opening is None or closing is None or opening == closing:
        return
    cells = fact_cells(hasil, "tanggal_penutup", "tanggal_kata_pengantar")
    case = "K90.mendahului" if closing < opening else "K90.berbeda"
    yield hit(case, cells, opening=opening, closing=closing, beda=abs(closing - opening))


@rule("K91", "peringatan")
def k91_batas_waktu(hasil: Results) -> Iterator[Hit]:
    """Compare the signing date with the deadline."""
    last = dt.date(hasil.tahun + 1, 3, 1) - dt.timedelta(days=1)
    day = hasil.data.identitas.tanggal_penutup
    if day is not None and last < day < dt.date(hasil.tahun + 3, 1, 1):
        yield hit("K91", fact_cells(hasil, "tanggal_penutup"), day=day, last=last, beda=day - last)


@rule("K92", "galat")
def k92_tanggal_lhe(hasil: Results) -> Iterator[Hit]:
    """Compare the evaluation's date with the report's, and with its number."""
    facts = hasil.data.identitas
    day, closing = facts.tanggal_lhe, facts.tanggal_penutup
    if day is None:
        return
    if closing is not None and day > closing:
        cells = fact_cells(hasil, "tanggal_lhe", "tanggal_penutup")
        yield hit("K92.sesudah", cells, facts=facts, beda=day - closing)
    elif day.year < hasil.tahun:
        beda = day.year - hasil.tahun
        yield hit("K92.lama", fact_cells(hasil, "tanggal_lhe"), day=day, hasil=hasil, beda=beda)
    years = re.findall(r"(?<!\d)(20\d\d)(?!\d)", facts.nomor_lhe)
    if years and str(day.year) not in years:
        cells, beda = fact_cells(hasil, "nomor_lhe", "tanggal_lhe"), int(years[-1]) - day.year
        yield hit("K92.nomor", cells, day=day, year=years[-1], beda=beda)


@rule("K93", "galat")
def k93_nip(hasil: Results) -> Iterator[Hit]:
    """Read the NIP of the unit's head."""
    text = hasil.data.identitas.nip_kepala
    fault = nip_fault(text, hasil.tahun) if text else ""
    if fault:
        yield hit("K93", fact_cells(hasil, "nip_kepala"), fault=fault)


def nip_fault(text: str, tahun: int) -> str:
    """Name what is wrong with the 18 digits of a NIP, or nothing.

    >>> nip_fault("196808031990031011", 2024), nip_fault("19680803 199003 1 011", 2024)
    ('', '')
    >>> nip_fault("196813031990031011", 2024)
    'memuat tanggal lahir yang tidak ada (03-13-1968)'
    """
    digits = re.sub(r"[\s.]", "", text)
    year, month, day = int(digits[:4]), int(digits[4:6]), int(digits[6:8])
    try:
        dt.date(year, month, day)
    except ValueError:
        return f"memuat tanggal lahir yang tidak ada ({digits[6:8]}-{digits[4:6]}-{digits[:4]})"
    if not YOUNGEST <= tahun - year <= OLDEST:
        return f"memuat tahun lahir {year}, tidak wajar untuk pejabat tahun {tahun}"
    start, start_month = int(digits[8:12]), int(digits[12:14])
    if not 1 <= start_month <= 12 and start_month not in PPPK_MONTHS:
        return f"memuat bulan pengangkatan {digits[12:14]}"
    if not year + YOUNGEST - 1 <= start <= tahun + 1:
        return f"memuat tahun pengangkatan {start}, padahal lahir {year}"
    sex = digits[14]
    return "" if sex in "12" else f"memuat kode jenis kelamin {sex}, seharusnya 1 atau 2"


@rule("K94", "galat")
def k94_periode_renstra(hasil: Results) -> Iterator[Hit]:
    """Check that the Renstra covers the report's year, for a usual span."""
    first, last = hasil.data.identitas.renstra_awal, hasil.data.identitas.renstra_akhir
    if first is None or last is None:
        return
    cells = fact_cells(hasil, "renstra_awal", "renstra_akhir")
    if not first <= hasil.tahun <= last:
        yield hit("K94.lama", cells, first=first, last=last, tahun=hasil.tahun)
    elif last - first > 5:
        yield hit("K94.panjang", cells, first=first, last=last, lama=last - first + 1)


@rule("K95", "peringatan")
def k95_identitas(hasil: Results) -> Iterator[Hit]:
    """Compare the place name of the unit with that of its head."""
    facts = hasil.data.identitas
    unit, head = facts.nama_unit, facts.jabatan_kepala
    general = {*WORDS["jabatan"]} | {facts.jenis_unit.casefold()}
    names, said, short = (text.casefold().split() for text in (unit, head, facts.nama_unit_singkat))
    known = {*names[1:]}
    if facts.jenis_unit.casefold() not in NAMED_BY_PLACE:
        known |= {word for word in short if abbreviates(word, f"{unit} daerah")} - general
    if names[1:] and set(said) - general and not known & set(said):
        yield hit("K95.kepala", fact_cells(hasil, "jabatan_kepala", "nama_unit"), facts=facts)
    for own in REGULATION.finditer(facts.dasar_organisasi):
        for passage in passages(hasil, Narasi):
            for match in REGULATION.finditer(passage.text):
                one, other = match[2] == own[2], match[3] == own[3]
                slip = guess_slip(Decimal(own[2]), Decimal(match[2])) if other else ""
                replaced = phrase("digantikan").search(passage.text)
                told = phrase("organisasi").search(passage.text) and not replaced
                if match[1] == own[1] and (slip or (told and one is not other)):
                    cells = (passage.cell, *fact_cells(hasil, "dasar_organisasi"))
                    yield hit("K95.dasar", cells, own=own, match=match, dugaan=slip)
    region, ruler = (
        {*PLACE.findall(text.casefold())} for text in (facts.pemerintah_daerah, facts.kepala_daerah)
    )
    if region and ruler and not region & ruler:
        cells = fact_cells(hasil, "pemerintah_daerah", "kepala_daerah")
        yield hit("K95.daerah", cells, facts=facts)


YEAR = re.compile(r"(?<![\d.,/-])(20\d\d)(?![\d]|[.,]\d)")
VALUED = re.compile(r"\s*(?::|=|sebesar|mencapai|adalah|yaitu)?\s*\(?\s*(?:Rp\.?\s*)?\d")
VALUED_BEFORE = re.compile(r"\d\s*%?\s*\(\s*(?:tahun\s*)?$", re.IGNORECASE)
"""A value right beside a year: it is told of that year, and compared."""

COMPARING_SECTIONS = ("rincian_perbandingan",)


@rule("K70", "peringatan")
def k70_tahun_lain(hasil: Results) -> Iterator[Hit]:
    """Look for years that neither the report, a regulation, a plan nor a comparison explains."""
    seen: set[tuple[Passage, int]] = set()
    for said in spoken(hasil):
        for year, problem in _strange_years(said):
            if (said.passage, year) in seen:
                continue
            seen.add((said.passage, year))
            case, beda = "K70.lalu" if year < hasil.tahun else "K70.kelak", year - hasil.tahun
            cells, quoted = (said.passage.cell,), said.quoted
            yield hit(case, cells, year=year, problem=problem, quoted=quoted, beda=beda)


def _told_of(said: Sentence, year: int) -> bool:
    """Say whether a sentence tells a value that an IKU had in a year."""
    values = [iku.riwayat[year].decimal for iku in said.hasil.iku]
    past = said.hasil.data.history.get(year)
    graded = [row.realisasi_predikat for row in past[Iku]] if past else []
    return any(n.writes(v) for n in typed_numbers(said.text) for v in values if v is not None) or (
        any(name and re.search(rf"predikat\W+{re.escape(name)}\b", said.text) for name in graded)
    )


def _strange_years(said: Sentence) -> Iterator[tuple[int, str]]:
    facts, tahun = said.hasil.data.identitas, said.hasil.tahun
    first, last = facts.renstra_awal, facts.renstra_akhir
    passage, sentence, rest = said.passage, said.text, said.text
    for match in SPAN.finditer(sentence):
        rest = rest.replace(match[0], " ", 1)
        span = (int(match[1]), int(match[2]))
        before = sentence[: match.start()]
        plans = phrase("rencana").findall(before)
        if plans and plans[-1].casefold() in ("renstra", "rencana strategis") and first and last:
            periods = [(int(m[1]), int(m[2])) for m in SPAN.finditer(sentence)]
            told = (first, last) in periods, bool(phrase("digantikan").search(sentence))
            replaced = sum((span[1] <= first, *told)) > 1
            if span != (first, last) and not phrase("peraturan").search(before) and not replaced:
                said_of = f"pada periode {span[0]}-{span[1]}"
                yield span[0], f"{said_of} bukan periode Renstra {first}-{last}"
        elif not (plans or phrase("peraturan").search(before) or span[0] <= tahun <= span[1] + 1):
            yield span[0], f"pada rentang {span[0]}-{span[1]} tidak memuat tahun laporan {tahun}"
    ends = re.search(r"renstra[^.;]{0,60}\bberakhir\b[^.;]{0,25}?\b(20\d\d)\b", rest, re.IGNORECASE)
    if ends and last and int(ends[1]) != last:
        yield int(ends[1]), f"disebut sebagai akhir Renstra, padahal Renstra berakhir {last}"
    allowed = {tahun, tahun + 1}
    if first and last:
        allowed |= {year for year in range(first, last + 1) if year >= tahun}
    days = (facts.tanggal_lhe, facts.tanggal_kata_pengantar, facts.tanggal_penutup)
    allowed |= {day.year for day in days if day is not None}
    deadline = passage.kolom is TindakLanjut.waktu
    dated = str(tahun) in sentence or re.search(r"\{tahun(?:_lalu)?\}", passage.text)
    compares = dated or passage.bagian in COMPARING_SECTIONS or says(sentence, "perbandingan")
    for match in YEAR.finditer(rest):
        year, before = int(match[1]), rest[: match.start()]
        named = phrase("peraturan").search(before) or phrase("rencana").search(before[-60:])
        if year in allowed or named:
            continue
        if deadline or year > tahun:
            yield year, "di luar periode Renstra" if year > tahun else "bukan tahun laporan"
            continue
        after = rest[match.end() :]
        valued = VALUED.match(after) or VALUED_BEFORE.search(before) or _told_of(said, year)
        old = year < tahun - 2 and not says(before[-60:] + after[:60], "laporan")
        cited = passage.kolom in (TindakLanjut.bukti, Iku.sumber_nasional)
        if not (valued or old or cited or compares or says(before[-80:], "riwayat")):
            yield year, "bukan tahun laporan"
