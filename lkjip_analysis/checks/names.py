"""Rules on names: one item, one name, in the Renstra, this year, last year and the texts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher, get_close_matches

from rapidfuzz import fuzz, process

from lkjip_analysis.checks.findings import Hit, rule
from lkjip_analysis.checks.rows import shorten
from lkjip_analysis.checks.texts import quote, spoken
from lkjip_analysis.data.schemas import Evaluasi, Iku, Narasi, Program, Renstra, Sasaran
from lkjip_analysis.results import Results

ALIKE = 85
"""Names at least this alike (0 to 100) are meant to be the same."""

COMPONENTS = (
    "Perencanaan Kinerja",
    "Pengukuran Kinerja",
    "Pelaporan Kinerja",
    "Evaluasi Akuntabilitas Kinerja Internal",
)
"""The components of the evaluation by PermenPANRB 88/2021."""

QUOTED_GOAL = re.compile(r"\bsasaran\b[^.:;]*?[“\"]", re.IGNORECASE)
QUOTED = re.compile(r"[“\"]([^“”\"]+)[”\"]")
ELSE_QUOTED = re.compile(r"\b(?:tema|visi|misi|slogan|moto|motto|inovasi)\b", re.IGNORECASE)


def normalise(name: str) -> str:
    """Bring a name to what matters: words in lower case, blanks and signs alike.

    >>> normalise("Pemeliharaan/ Rehabilitasi  Gedung Kantor.")
    'pemeliharaan rehabilitasi gedung kantor'
    """
    return " ".join(re.findall(r"\w+", name.casefold()))


def misspelt(name: str, other: str) -> bool:
    """Say whether a name is another with letters wrong: as many words, each nearly the same.

    >>> misspelt("Pengukran Kinerja", "Pengukuran Kinerja")
    True
    >>> misspelt("Pelaporan Kinerja", "Perencanaan Kinerja")
    False
    """
    pairs = list(zip(normalise(name).split(), normalise(other).split(), strict=False))
    same = len(name.split()) == len(other.split()) and normalise(name) != normalise(other)
    return same and all(one == two or fuzz.ratio(one, two) >= ALIKE - 5 for one, two in pairs)


@rule("K50", "peringatan")
def k50_nama_berbeda(hasil: Results) -> Iterator[Hit]:
    """Compare the names of items with the Renstra's and with last year's."""
    own = hasil.data[Program]
    exact = {(row.tingkat, normalise(row.nama)) for row in own}
    for level in dict.fromkeys(row.tingkat for row in own):
        rows = {normalise(row.nama): row for row in reversed(own.rows) if row.tingkat == level}
        for planned in hasil.data[Renstra]:
            name = normalise(planned.nama)
            if planned.tingkat != level or (level, name) in exact:
                continue
            near = process.extractOne(name, rows.keys(), scorer=fuzz.ratio, score_cutoff=ALIKE)
            if near is not None:
                yield _name_hit(rows[near[0]], planned, "Renstra")
    for part in hasil.data[Evaluasi]:
        for meant in COMPONENTS:
            if misspelt(part.komponen, meant):
                yield Hit(
                    f"komponen LHE '{part.komponen}', menurut peraturan '{meant}'",
                    part.cells("komponen"),
                    dugaan="salah ketik",
                    saran="tulis nama komponen seperti pada LHE",
                )
    for row in own:
        before = hasil.program_lalu.get(row.kode)
        old = before.row if before else row
        one, other = normalise(row.nama), normalise(old.nama)
        if one == other:
            continue
        if fuzz.ratio(one, other) >= ALIKE:
            yield _name_hit(row, old, f"tahun {hasil.tahun - 1}")
        else:
            yield Hit(
                f"kode {row.kode} bernama '{shorten(row.nama)}', "
                f"tahun {hasil.tahun - 1} '{shorten(old.nama)}'",
                (row.cell("nama"), old.cell("nama")),
                dugaan="kode dipakai lagi untuk item lain",
                saran="beri kode baru, atau samakan namanya",
            )


def _name_hit(row: Program, other: Program | Renstra, where: str) -> Hit:
    one, two = row.nama.split(), other.nama.split()
    changes = [
        f"'{' '.join(one[a:b])}' di sini, '{' '.join(two[c:d])}' di sana"
        if tag == "replace"
        else f"kata '{' '.join(one[a:b])}' hanya di sini"
        if tag == "delete"
        else f"kata '{' '.join(two[c:d])}' hanya di sana"
        for tag, a, b, c, d in SequenceMatcher(None, one, two, autojunk=False).get_opcodes()
        if tag != "equal"
    ]
    return Hit(
        f"nama {row.kode} berbeda dengan {where} ({other.kode}): {'; '.join(changes[:4])}",
        (row.cell("nama"), other.cell("nama")),
        dugaan="ejaan atau kata yang berbeda untuk item yang sama",
        saran="samakan dengan nomenklatur pada DPA",
    )


@rule("K56", "peringatan")
def k56_sasaran_dikutip(hasil: Results) -> Iterator[Hit]:
    """Compare what sentences quote as a sasaran with the names that the report prints."""
    facts = hasil.data.identitas
    names = [
        *(row[kolom] for row in hasil.data[Sasaran] for kolom in ("sasaran", "tujuan")),
        *(row.indikator for row in hasil.data[Iku]),
        *(row[kolom] for row in hasil.data[Program] for kolom in ("nama", "sasaran")),
        facts.tujuan_renstra,
        facts.tema_pembangunan,
    ]
    known = {normalise(name): name for name in names if name}
    for said in spoken(hasil, Narasi):
        goal = QUOTED_GOAL.search(said.text)
        if goal is None or ELSE_QUOTED.search(said.text):
            continue
        for match in QUOTED.finditer(said.text, goal.end() - 1):
            name = normalise(match[1])
            if len(name.split()) < 3 or name in known:
                continue
            near = get_close_matches(name, list(known), n=1, cutoff=0.5)
            yield Hit(
                f"sasaran yang dikutip tidak ada di sasaran.csv: {quote(match[1])}",
                (said.passage.cell,),
                dugaan=f"maksudnya “{known[near[0]]}”" if near else "sasaran Renstra lama",
                saran="samakan dengan Perjanjian Kinerja",
            )
