"""Rules on names: one item, one name, in the Renstra, this year, last year and the texts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher, get_close_matches
from itertools import chain

from rapidfuzz import fuzz, process

from lkjip_analysis.checks.lexicon import WORDS, phrase
from lkjip_analysis.checks.rows import cells_of, name_of
from lkjip_analysis.checks.rules import Hit, Repair, hit, rule
from lkjip_analysis.checks.texts import quote, spoken
from lkjip_analysis.data.schemas import LEVELS, Evaluasi, Iku, Narasi, Program, Renstra, Sasaran
from lkjip_analysis.results import Results

ALIKE = 85
"""Names at least this alike (0 to 100) are meant to be the same."""

CODES_ALIKE = 70
"""Codes at least this alike, and of the same numbers, are meant to be the same."""

WHOLE = 3
"""A name of so many words is told apart from a part of another."""

QUOTED_GOAL = re.compile(r"\b(?:sasaran|tujuan)\b[^.:;]*?[“\"]", re.IGNORECASE)
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


def abbreviates(short: str, name: str) -> bool:
    """Say whether the letters of a short name stand in the long one, in their order.

    >>> abbreviates("Disdukcapil", "Dinas Kependudukan dan Catatan Sipil")
    True
    >>> abbreviates("Dinas Harapan", "Dinas Mekarwangi")
    False
    """
    letters = iter(name.casefold())
    return all(letter in letters for letter in short.casefold() if letter.isalpha())


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
    yield from _joined(own, hasil.data[Renstra], (item.row for item in hasil.program_lalu))
    for part in hasil.data[Evaluasi]:
        for meant in WORDS["komponen_lhe"]:
            if misspelt(part.komponen, meant):
                yield hit("K50.komponen", part.cells("komponen"), part=part, meant=meant)
    for row in own:
        before = hasil.program_lalu.get(row.kode)
        old = before.row if before else row
        one, other = normalise(row.nama), normalise(old.nama)
        if one == other:
            continue
        if fuzz.ratio(one, other) >= ALIKE:
            yield _name_hit(row, old, f"tahun {hasil.tahun - 1}")
        else:
            cells = (row.cell("nama"), old.cell("nama"))
            yield hit("K50.kode", cells, row=row, old=old, year=hasil.tahun - 1)


def _joined(*tables: Iterable[Program | Renstra]) -> Iterator[Hit]:
    """Look for names that are two known ones, one behind the other."""
    rows = [(normalise(row.nama).split(), row) for row in chain(*tables)]
    known = {" ".join(words): row for words, row in rows if len(words) >= WHOLE}
    for words, row in rows:
        for cut in range(WHOLE, len(words) - WHOLE + 1):
            first, other = known.get(" ".join(words[:cut])), known.get(" ".join(words[cut:]))
            if first and other:
                cells = (row.cell("nama"), first.cell("nama"), other.cell("nama"))
                usul = (Repair(cells[0], first.nama),)
                yield hit("K50.menyatu", cells, row=row, first=first, other=other, usul=usul)


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
    cells = (row.cell("nama"), other.cell("nama"))
    usul = (Repair(cells[0], other.nama), Repair(cells[1], row.nama))
    said = "; ".join(changes[:4])
    return hit("K50.nama", cells, row=row, other=other, where=where, said=said, usul=usul)


@rule("K39", "peringatan")
def k39_hilang(hasil: Results) -> Iterator[Hit]:
    """Look for IKU of earlier years whose code is spelt otherwise, gone, new, or moved.

    In the first year of a Renstra the list of IKU is a new one, so that only a code that an older
    year has, and last year not, is missed.
    """
    now = {row.kode_iku: row for row in hasil.data[Iku]}
    lists = {year: {row.kode_iku: row for row in past[Iku]} for year, past in
             sorted(hasil.data.history.items(), reverse=True)}  # fmt: skip
    anew = (hasil.data.identitas.renstra_awal or 0) >= hasil.tahun
    for year, before in lists.items():
        new = [row for code, row in now.items() if code not in before]
        for code, row in before.items():
            twin = next((one for one in new if _same_indicator(one, row)), None)
            if code not in now and twin:
                new.remove(twin)
                said = f"kode {twin.kode_iku} ditulis {code} pada {year}"
                usul = (Repair(row.cell("kode_iku"), twin.kode_iku, f"kode IKU {said}"),
                        Repair(twin.cell("kode_iku"), code))  # fmt: skip
                yield _gone(said, row, "kode_iku", twin, usul=usul)
            elif code not in now and year == hasil.tahun - 1 and not anew:
                yield _gone(f"{code} tidak ada pada {hasil.tahun}", row, "kode_iku")
        goals = {row.kode_sasaran for row in before.values()}
        for code, row in now.items() if year == hasil.tahun - 1 and before else ():
            old = before.get(code, row)
            missed = any(code in older for older in lists.values()) if anew else row in new
            if old.kode_sasaran not in ("", row.kode_sasaran) and row.kode_sasaran in goals:
                yield _gone(f"{code} pindah dari {old.kode_sasaran}", row, "kode_sasaran", old)
            elif row in new and missed and not phrase("tanpa_riwayat").search(row.catatan):
                yield _gone(f"{code} tidak ada pada {year}", row, "kode_iku")
    yield from _programmes_gone(hasil, anew)


def _same_indicator(row: Iku, old: Iku) -> bool:
    """Say whether two codes are one, in other letters or cut short, or name one indicator."""
    one, other = row.kode_iku.casefold(), old.kode_iku.casefold()
    numbers = re.findall(r"\d+", one) == re.findall(r"\d+", other)
    alike = numbers and fuzz.ratio(one, other) >= CODES_ALIKE
    return alike or normalise(row.indikator) == normalise(old.indikator)


def _gone(said: str, row: Iku, column: str, *others: Iku, usul: tuple[Repair, ...] = ()) -> Hit:
    cells = tuple(one.cell(column) for one in (row, *others))
    return hit("K39.iku", cells, said=said, usul=usul)


def _programmes_gone(hasil: Results, anew: bool) -> Iterator[Hit]:
    """Look for items that are gone, new, or serve another sasaran; once for each programme.

    The Renstra tells what is to be there, on the levels that it lists; on the others, what was
    there last year is missed unless the Renstra is a new one. What is new and planned needs none.
    """
    own, old, year = hasil.data[Program].rows, [o.row for o in hasil.program_lalu], hasil.tahun - 1
    plans = {normalise(row.nama): row for row in hasil.data[Renstra]}
    told, notes = {row.tingkat for row in plans.values()}, {row.kode: row.catatan for row in own}
    if not own or not old:
        return
    for gone in _strangers(old, own, notes, "tidak_lagi"):
        planned = [plans[normalise(row.nama)] for row in gone if normalise(row.nama) in plans]
        unlisted = [row for row in gone if row.tingkat not in told and not anew]
        missed = [row for row in gone if normalise(row.nama) in plans or row in unlisted]
        if missed:
            cells = cells_of("nama", (*missed, *planned))
            also = " dan di dalam Renstra" if planned else ""
            yield hit("K39.terhapus", cells, missed=_listed(missed), year=year, also=also)
    for new in () if anew else _strangers(own, old, notes, "tanpa_riwayat"):
        if missed := [row for row in new if normalise(row.nama) not in plans]:
            yield hit("K39.baru", cells_of("nama", missed), missed=_listed(missed), year=year)
    before = {row.kode: row for row in old}
    for row in () if anew else own:
        then = before.get(row.kode, row)
        if then.kode_sasaran not in ("", row.kode_sasaran) and row.kode_sasaran and not row.catatan:
            cells = (row.cell("kode_sasaran"), then.cell("kode_sasaran"))
            usul = (Repair(cells[0], then.kode_sasaran),)
            yield hit("K39.pindah", cells, row=row, then=then, year=year, usul=usul)


def _strangers(
    rows: Sequence[Program], others: Sequence[Program], notes: Mapping[str, str], word: str
) -> Iterable[list[Program]]:
    """Group by programme the rows that others have not got, and that no note speaks of."""
    there = {text for row in others for text in (row.kode, normalise(row.nama))}
    above = {row.kode: row for row in rows}
    found = dict[str, list[Program]]()
    for row in rows:
        if there.isdisjoint((row.kode, normalise(row.nama))):
            line = [row]
            while len(line) < len(LEVELS) and (up := above.get(line[-1].induk)):
                line.append(up)
            if not any(phrase(word).search(notes.get(one.kode, "")) for one in line):
                found.setdefault(line[-1].kode, []).append(row)
    return found.values()


def _listed(rows: list[Program]) -> str:
    """Name the first of some items, and how many more there are."""
    more = f" dan {len(rows) - 1} lainnya pada program itu" if rows[1:] else ""
    return f"{rows[0].tingkat} {name_of(rows[0])}{more}"


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
            meant = f"maksudnya “{known[near[0]]}”" if near else ""
            yield hit("K56", (said.passage.cell,), quoted=quote(match[1]), dugaan=meant)
