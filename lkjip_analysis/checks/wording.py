"""Rules on words: spelling, units that do not fit, passages said twice, what is filled in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

from lkjip_analysis.checks.lexicon import LEXICON, WORDS, phrase
from lkjip_analysis.checks.names import normalise
from lkjip_analysis.checks.rows import fact_cells, filled, indicators
from lkjip_analysis.checks.rules import Hit, hit, rule
from lkjip_analysis.checks.texts import PLACEHOLDER, Passage, passages
from lkjip_analysis.data import schemas
from lkjip_analysis.data.columns import Cell
from lkjip_analysis.data.facts import FACTS
from lkjip_analysis.data.schemas import Narasi, Pengakuan
from lkjip_analysis.formatting import is_percent
from lkjip_analysis.results import Figure, Results, keys

LONG = 80
"""A passage this long (characters) is not repeated by chance."""

VARIANTS = [tuple(group.split("|")) for group in WORDS["ejaan"]]
"""Words with more than one spelling; the standard one first."""

UNIT_NOUNS = {**dict.fromkeys(WORDS["satuan"], ""), **WORDS["satuan_lain"]}
"""Nouns after 'Jumlah', and the unit they are counted in; blank: the noun itself."""

SAME_UNITS = [set(group.split("|")) for group in WORDS["satuan_sama"]]

LEFTOVERS = re.compile(
    r"\blorem\b|\bipsum\b|\bTODO\b|\bxxx+\b|\.\.\.\.+|…{2,}|_{3,}|\[(?:isi|nama|tanggal|nomor|diisi)[^\]]*\]"
    r"|<(?:isi|nama|tanggal|nomor)[^>]*>|\((?:diisi|isi|tulis|ketik|lengkapi)\b[^)]*\)"
    r"|\bisi di ?sini\b|(?<!abad )(?<!bab )\b(?-i:XX)\b(?= [a-z])|\bcontoh teks\b",
    re.IGNORECASE,
)


WRITTEN = tuple(c for t in schemas.TABLES.values() for c in t.columns if c.kind == "teks")
"""Every column that people write words in."""


TYPED = tuple(
    column for column in WRITTEN if column.table not in (schemas.Identitas, schemas.Pengakuan)
)
"""Those that may bear the name of another unit unseen; facts and reasons are read elsewhere."""


@rule("K51", "catatan", seunit=True)
def k51_dua_ejaan(hasil: Results) -> Iterator[Hit]:
    """Look for words that the data spell in two ways."""
    places: dict[str, list[Cell]] = {}
    words = {word for group in VARIANTS for word in group}
    pattern = re.compile(rf"\b({'|'.join(sorted(words, key=len, reverse=True))})\b")
    for row, column in filled(hasil.data, SPELT):
        for word in dict.fromkeys(pattern.findall(row[column].casefold())):
            places.setdefault(word, []).append(row.cell(column))
    for group in VARIANTS:
        used = [word for word in group if word in places]
        if len(used) > 1:
            counts = ", ".join(f"'{word}' ({len(places[word])} sel)" for word in used)
            odd = [cell for word in used if word != group[0] for cell in places[word]]
            yield hit("K51", tuple(odd), counts=counts, word=group[0])


SPELT = (
    schemas.Sasaran.tujuan, schemas.Sasaran.sasaran, schemas.Iku.indikator, schemas.Program.nama,
    schemas.Program.sasaran, schemas.IndikatorProgram.indikator, schemas.Struktur.jabatan,
    schemas.Struktur.uraian, schemas.Tugas.teks, schemas.Narasi.teks,
    schemas.TindakLanjut.rekomendasi, schemas.TindakLanjut.rencana_aksi,
    schemas.TindakLanjut.status, schemas.Evaluasi.kesimpulan, schemas.Evaluasi.catatan,
)  # fmt: skip
"""Columns whose words are compared."""


@rule("K52", "peringatan")
def k52_satuan(hasil: Results) -> Iterator[Hit]:
    """Compare the unit with the noun of the indicator."""
    for row in indicators(hasil.data):
        unit = row.satuan.casefold()
        expected = expected_unit(row.indikator)
        if not expected or unit == expected or _same_unit(unit, expected):
            continue
        counted = expected not in ("persen", "bukan persen") and unit in UNIT_NOUNS
        if counted or is_percent(unit) != (expected == "persen"):
            meant = "" if expected == "bukan persen" else f", menurut nama indikatornya {expected}"
            yield hit("K52", row.cells("satuan", "indikator"), row=row, meant=meant)


def expected_unit(name: str) -> str:
    """Name the unit an indicator's words ask for, or nothing.

    >>> expected_unit("Jumlah Laporan Koordinasi"), expected_unit("Persentase desa tertib")
    ('laporan', 'persen')
    """
    words = re.findall(r"[\w%]+", name.casefold())
    if not words:
        return ""
    if words[0] in ("persentase", "prosentase"):
        return "persen"
    if words[0] == "jumlah" and len(words) > 1:
        return UNIT_NOUNS.get(words[1], "bukan persen") or words[1]
    return "bukan persen" if words[0] in ("indeks", "nilai") else ""


def _same_unit(unit: str, expected: str) -> bool:
    return any(unit in group and expected in group for group in SAME_UNITS)


@rule("K97", "peringatan", seunit=True)
def k97_kata_mesin(hasil: Results) -> Iterator[Hit]:
    """Look in the unit's own texts for words of the machine room, and for foreign ones."""
    for name, (words, instead) in LEXICON["kata_mesin"].items():
        cells, said = _places_of(words, hasil)
        if cells:
            yield hit("K97.mesin", cells, name=name, said=", ".join(said), saran=instead)
    foreign = LEXICON["kata_asing"]
    cells, said = _places_of(rf"(?i:\b(?:{'|'.join(foreign)})\b)", hasil)
    if cells:
        instead = ", ".join(f"{word}: {foreign[word.casefold()]}" for word in said)
        yield hit("K97.asing", cells, said=", ".join(said), saran=f"tulis padanannya ({instead})")


def _places_of(words: str, hasil: Results) -> tuple[tuple[Cell, ...], list[str]]:
    """Find a pattern in the unit's own texts: the cells, and the words that are there."""
    found = [(one.cell, re.findall(words, one.plain)) for one in passages(hasil, schemas.Narasi)]
    said: dict[str, str] = {}
    for word in (word for _, there in found for word in there):
        said.setdefault(word.casefold(), word)
    return tuple(cell for cell, there in found if there), list(said.values())


@rule("K53", "catatan", seunit=True)
def k53_paragraf_berulang(hasil: Results) -> Iterator[Hit]:
    """Look for long passages that stand twice; one finding for each pair of sections."""
    first: dict[str, Passage] = {}
    pairs: dict[tuple[str, str], list[tuple[Passage, Passage]]] = {}
    for passage in passages(hasil, schemas.Narasi):
        if len(passage.text) >= LONG:
            earlier = first.setdefault(normalise(passage.plain), passage)
            if earlier is not passage:
                pairs.setdefault((earlier.bagian, passage.bagian), []).append((earlier, passage))
    for (one, other), found in pairs.items():
        where = f"bagian {one}" if one == other else f"bagian {one} dan {other}"
        cells = tuple(passage.cell for _, passage in found) + tuple(p.cell for p, _ in found)
        said: dict[str, Any] = {"found": found, "where": where, "text": found[0][1].text}
        yield hit("K53", cells, **said, keparahan="peringatan" if one == other else None)


@rule("K54", "galat")
def k54_teks_contoh(hasil: Results) -> Iterator[Hit]:
    """Look for filler text."""
    for row, column in filled(hasil.data, WRITTEN):
        if match := LEFTOVERS.search(row[column]):
            yield hit("K54", (row.cell(column),), match=match)


@rule("K55", "peringatan")
def k55_unit_lain(hasil: Results) -> Iterator[Hit]:
    """Look for proper names after the unit's kind, or the region's, that are not its own."""
    facts = hasil.data.identitas
    texts = [Passage(row, column) for row, column in filled(hasil.data, TYPED)]
    lower = {word for passage in texts for word in re.findall(r"\b[a-z]{3,}\b", passage.text)}
    names = (
        facts.nama_unit, facts.nama_unit_singkat, facts.pemerintah_daerah, facts.kepala_daerah,
        facts.jabatan_kepala, facts.tempat,
    )  # fmt: skip
    own = set(re.findall(r"\w+", " ".join(names).casefold()))
    named = facts.pemerintah_daerah, facts.jabatan_kepala, facts.kepala_daerah
    kinds = dict.fromkeys(
        kind for kind in (facts.jenis_unit, *(text.split(" ")[0] for text in named))
        if kind and kind.casefold() != "kepala"
    )  # fmt: skip
    any_kind = "|".join(map(re.escape, kinds))
    more = rf"(?: (?!(?i:{any_kind}) )[A-Z][a-z]+)?"
    pattern = re.compile(rf"\b(?i:({any_kind})) ([A-Z][a-z]{{3,}})\b{more}")
    if not kinds:
        return
    for passage in texts:
        capitals = [word[0].isupper() for word in re.findall(r"\b\w{4,}", passage.text)]
        titled = passage.kolom.naming and len(capitals) > 5 and all(capitals)
        if titled or phrase("bertetangga").search(passage.text):
            continue
        for match in pattern.finditer(passage.text):
            word = match[2].casefold()
            wrote = phrase("penyusun", after=r"\s*$").search(passage.text[: match.start()])
            common = word in lower or word in WORDS["bukan_nama"] or match[1][0].islower()
            if word in own or (common and not wrote):
                continue
            yield hit("K55", (passage.cell,), match=match, facts=facts)
            break


LITERAL = tuple(c for c in WRITTEN if c not in (Narasi.teks, Pengakuan.nilai, Pengakuan.alasan))
"""Texts that are printed as typed; the last two tell of others, braces and all."""


@rule("K78", "galat")
def k78_kunci(hasil: Results) -> Iterator[Hit]:
    """Look up every filled-in place of the texts."""
    facts = hasil.data.identitas
    known = {*keys.WORDS, *(f"identitas.{key}" for key in FACTS), *hasil.figures}
    for row, column in filled(hasil.data, LITERAL):
        for name in dict.fromkeys(PLACEHOLDER.findall(row[column])):
            if name in known:
                yield hit("K78.apa_adanya", (row.cell(column),), name=name)
    told: dict[str, list[Cell]] = {}
    for row in hasil.data[Narasi]:
        for name in dict.fromkeys(PLACEHOLDER.findall(row.teks)):
            if name in known:
                told.setdefault(name, []).append(row.cell("teks"))
            elif meant := keys.meant_key(name, known):
                yield hit("K78.tidak_dikenal", (row.cell("teks"),), name=name, saran=meant)
    for name, cells in told.items():
        figure, fact = hasil.figures.get(name), name.removeprefix("identitas.")
        if figure is not None and not figure.known:
            where = (*cells, *islice(_blank(hasil, figure), 3))
            yield hit("K78.belum_ada", where, name=name, dugaan=figure.alasan)
        elif fact != name and fact in FACTS and not facts.has(fact):
            where = (*fact_cells(hasil, fact), *cells)
            yield hit("K78.belum_ada", where, name=name, dugaan="belum diisi di identitas.csv")


def _blank(hasil: Results, figure: Figure) -> Iterator[Cell]:
    """Walk over the blank cells for which a figure has no value."""
    yield from (cell for cell in figure.masukan if not cell.nilai)
    for part in map(hasil.figures.__getitem__, figure.dari):
        if not part.known:
            yield from _blank(hasil, part)
