"""Rules on words: spelling that differs, units that do not fit, passages said twice."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lkjip_analysis.checks.lexicon import LEXICON, WORDS, phrase
from lkjip_analysis.checks.names import normalise
from lkjip_analysis.checks.rows import filled, indicators
from lkjip_analysis.checks.rules import Hit, hit, rule
from lkjip_analysis.checks.texts import Passage, passages
from lkjip_analysis.data import schemas
from lkjip_analysis.data.reading import Cell
from lkjip_analysis.formatting import is_percent
from lkjip_analysis.results import Results

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
        if expected == "persen":
            fits = is_percent(unit)
        elif expected == "bukan persen":
            fits = not is_percent(unit)
        else:
            fits = unit not in UNIT_NOUNS and not is_percent(unit)
        if not fits:
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
        key = normalise(passage.plain)
        if len(passage.text) < LONG:
            continue
        if key in first:
            earlier = first[key]
            pairs.setdefault((earlier.bagian, passage.bagian), []).append((earlier, passage))
        else:
            first[key] = passage
    for (one, other), found in pairs.items():
        where = f"bagian {one}" if one == other else f"bagian {one} dan {other}"
        cells = tuple(passage.cell for _, passage in found) + tuple(p.cell for p, _ in found)
        yield hit(
            "K53",
            cells,
            found=found,
            where=where,
            text=found[0][1].text,
            keparahan="peringatan" if one == other else None,
        )


@rule("K54", "galat")
def k54_teks_contoh(hasil: Results) -> Iterator[Hit]:
    """Look for filler text."""
    for row, column in filled(hasil.data, WRITTEN):
        match = LEFTOVERS.search(row[column])
        if match:
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
    pattern = re.compile(
        rf"\b(?i:({'|'.join(map(re.escape, kinds))})) ([A-Z][a-z]{{3,}})\b"
        rf"(?: (?!(?i:{'|'.join(map(re.escape, kinds))}) )[A-Z][a-z]+)?"
    )
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
