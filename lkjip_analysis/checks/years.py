"""The rule on years: a report speaks of its own year, or says which other one it means."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lkjip_analysis.checks.lexicon import phrase, says
from lkjip_analysis.checks.numerals import SPAN, typed_numbers
from lkjip_analysis.checks.rules import Hit, hit, rule
from lkjip_analysis.checks.texts import Passage, Sentence, spoken
from lkjip_analysis.data.schemas import Iku, TindakLanjut
from lkjip_analysis.results import Results

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
