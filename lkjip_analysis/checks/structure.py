"""Rules on the order of things: numbers without gaps, rows that stand twice, heads and offices."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from operator import itemgetter
from typing import Any

from lkjip_analysis.checks.lexicon import WORDS
from lkjip_analysis.checks.names import abbreviates, misspelt, normalise
from lkjip_analysis.checks.rows import cells_of, filled, name_of
from lkjip_analysis.checks.rules import Hit, Repair, hit, rule
from lkjip_analysis.checks.texts import quote
from lkjip_analysis.data import schemas
from lkjip_analysis.data.columns import Column, Row
from lkjip_analysis.data.schemas import Iku, ProsesBisnis, SebabTindakan, Struktur, Tugas
from lkjip_analysis.results import Results

Columns = tuple[Column[str], ...]
NUMBERED: tuple[tuple[Column[Decimal], Columns], ...] = (
    (schemas.Narasi.urutan, (schemas.Narasi.bagian,)),
    (schemas.Evaluasi.urutan, ()),
    (schemas.TindakLanjut.urutan, ()),
    (schemas.Sarpras.urutan, ()),
    (schemas.Skm.urutan, ()),
    (schemas.Struktur.urutan, (schemas.Struktur.atasan,)),
    (schemas.Tugas.urutan, (schemas.Tugas.kode_jabatan, schemas.Tugas.jenis)),
    (schemas.ProsesBisnis.urutan, (schemas.ProsesBisnis.induk,)),
    (schemas.IndikatorProgram.urutan, (schemas.IndikatorProgram.kode,)),
    (schemas.SkalaPredikat.urutan, (schemas.SkalaPredikat.skala,)),
)
"""The numbers of rows, and what they are counted within."""

CONTENT: tuple[tuple[Column[str], Columns], ...] = (
    (schemas.Sasaran.sasaran, ()),
    (schemas.Iku.indikator, ()),
    (schemas.Program.nama, (schemas.Program.induk,)),
    (schemas.IndikatorProgram.indikator, (schemas.IndikatorProgram.kode,)),
    (schemas.Renstra.nama, (schemas.Renstra.induk,)),
    (schemas.Sarpras.uraian, ()),
    (schemas.TindakLanjut.rekomendasi, ()),
    (schemas.Struktur.jabatan, (schemas.Struktur.atasan,)),
    (schemas.Tugas.teks, (schemas.Tugas.kode_jabatan, schemas.Tugas.jenis)),
    (schemas.Evaluasi.komponen, ()),
    (schemas.Skm.unsur, ()),
)
"""Columns in which rows must differ, and within what group."""


ENOUGH, FEW = 0.9, 5
"""A column of so many rows is filled where this share of them is."""

REPORTED: tuple[tuple[Column[Any], Column[str]], ...] = (
    (schemas.Program.serapan_dilaporkan, schemas.Program.catatan),
    (schemas.IndikatorProgram.capaian_dilaporkan, schemas.IndikatorProgram.keterangan),
)
MEASURED: tuple[tuple[Column[Any], Column[str]], ...] = (
    (schemas.Program.pagu, schemas.Program.catatan),
    (schemas.Program.realisasi, schemas.Program.catatan),
    (schemas.IndikatorProgram.target, schemas.IndikatorProgram.keterangan),
    (schemas.IndikatorProgram.realisasi, schemas.IndikatorProgram.keterangan),
)
"""Columns whose holes no list of gaps tells, and the column for notes; those of last year."""


def _groups(hasil: Results, column: Column[Any], keys: Columns) -> dict[tuple[str, ...], list[Row]]:
    groups: dict[tuple[str, ...], list[Row]] = {}
    for row in hasil.data[column.table]:
        groups.setdefault(tuple(row[key] for key in keys), []).append(row)
    return groups


@rule("K80", "peringatan")
def k80_nomor_urut(hasil: Results) -> Iterator[Hit]:
    """Check that numbers run from 1 without gap; one finding for each group."""
    for column, keys in NUMBERED:
        groups = _groups(hasil, column, keys)
        for group, members in groups.items():
            numbered = [(int(row[column]), row) for row in members]
            found = sorted(number for number, _ in numbered)
            if not found or found == list(range(1, len(found) + 1)):
                continue
            lacking = sorted(set(range(1, found[-1] + 1)) - set(found))
            twice = sorted({number for number in found if found.count(number) > 1})
            said = [f"nomor {_list(lacking)} tidak ada"] if lacking else []
            said += [f"nomor {_list(twice)} berulang"] if twice else []
            where = f" pada {' '.join(part for part in group if part)}" if any(group) else ""
            ordered = sorted(numbered, key=itemgetter(0))
            odd = [row for number, row in ordered if number in twice or number - 1 in lacking]
            told = ", ".join(said) or "tidak mulai dari 1"
            usul = tuple(one for row in odd for one in _elsewhere(row, column, keys, groups))
            cells, file = cells_of(column.name, odd[:FEW] or members[:1]), column.table.file
            usul = usul if len(usul) <= FEW else ()
            yield hit("K80", cells, file=file, where=where, told=told, usul=usul)


def _elsewhere(
    row: Row, column: Column[Decimal], keys: Columns, groups: Mapping[tuple[str, ...], list[Row]]
) -> Iterator[Repair]:
    """Propose for a row the groups that lack just its number, and differ in one key alone."""
    for group, members in groups.items():
        other = [(key, value) for key, value in zip(keys, group, strict=True) if row[key] != value]
        numbers = {one[column] for one in members}
        if len(other) == 1 and row[column] not in numbers and row[column] <= len(members) + 1:
            key, value = other[0]
            if value:
                called = name_of(row) or f"nomor {row[column]}"
                why = f"{key.name} {called} tampaknya {value}"
                yield Repair(row.cell(key), value, why)


def _list(numbers: list[int]) -> str:
    return ", ".join(map(str, numbers[:8])) + (" …" if len(numbers) > 8 else "")


@rule("K81", "peringatan")
def k81_baris_ganda(hasil: Results) -> Iterator[Hit]:
    """Look for rows that say the same within their group."""
    for column, keys in CONTENT:
        for members in _groups(hasil, column, keys).values():
            first: dict[str, Row] = {}
            for row in members:
                key = normalise(row[column])
                other = first.setdefault(key, row)
                if key and other is not row:
                    cells, quoted = (row.cell(column), other.cell(column)), quote(row[column])
                    yield hit("K81", cells, column=column, other=other, quoted=quoted)


@rule("K82", "peringatan")
def k82_pimpinan(hasil: Results) -> Iterator[Hit]:
    """Count the positions without a superior."""
    heads = [row for row in hasil.data[schemas.Struktur] if not row.atasan]
    if len(heads) > 1:
        codes = ", ".join(row.kode_jabatan for row in heads[:6])
        below = schemas.Struktur.urutan, (schemas.Struktur.atasan,)
        groups = _groups(hasil, *below)
        usul = tuple(one for row in heads[1:] for one in _elsewhere(row, *below, groups))
        yield hit("K82", cells_of("atasan", heads[1:]), heads=heads, codes=codes, usul=usul)


@rule("K19", "peringatan", seunit=True)
def k19_sel_kosong(hasil: Results) -> Iterator[Hit]:
    """Look for blank cells without a note in columns that are filled otherwise."""
    past = hasil.data.history.get(hasil.tahun - 1)
    looked = [(hasil.data, REPORTED), *([(past, (*REPORTED, *MEASURED))] if past else [])]
    for data, columns in looked:
        for column, note in columns:
            rows = [row for row in data[column.table] if _may_hold(row, column)]
            blank = [row for row in rows if not row.has(column) and not row[note]]
            if blank and len(rows) - len(blank) >= ENOUGH * len(rows) and len(rows) >= FEW:
                named = ", ".join(name_of(row) for row in blank[:4])
                cells = cells_of(column.name, blank)
                said: dict[str, Any] = {"column": column, "blank": blank, "rows": rows}
                yield hit("K19.tanpa_catatan", cells, **said, note=note, named=named)
    years = hasil.data.history.items()
    older = [row for year, data in years if year < hasil.tahun - 1 for row in data[schemas.Iku]]
    known = {row.kode_iku: row.realisasi for row in older if row.realisasi is not None}
    for row in past[schemas.Iku] if past else ():
        if row.kode_iku in known and row.realisasi is None and not row.realisasi_predikat:
            now = hasil.iku[row.kode_iku].realisasi.decimal if row.kode_iku in hasil.iku else None
            between = (known[row.kode_iku] + (now or known[row.kode_iku])) / 2
            cells, usul = row.cells("realisasi"), (Repair(row.cell("realisasi"), between),)
            yield hit("K19.tahun_lalu", cells, row=row, year=hasil.tahun - 1, usul=usul)


def _may_hold(row: Row, column: Column[Any]) -> bool:
    """Say whether a row has its own value in a column; a reported capaian stands for a target."""
    if isinstance(row, schemas.IndikatorProgram):
        reported = column is schemas.IndikatorProgram.capaian_dilaporkan
        return not row.has("target" if reported else "capaian_dilaporkan")
    return column is schemas.Program.serapan_dilaporkan or row["tingkat"] == "subkegiatan"


@rule("K83", "peringatan")
def k83_kegiatan_sama(hasil: Results) -> Iterator[Hit]:
    """Look for kegiatan of one name under different programmes."""
    for table in (hasil.data[schemas.Program], hasil.data[schemas.Renstra]):
        first: dict[str, schemas.Program | schemas.Renstra] = {}
        for row in table:
            if row.tingkat != "kegiatan":
                continue
            earlier = first.setdefault(normalise(row.nama), row)
            if earlier.induk != row.induk:
                cells = (row.cell("nama"), earlier.cell("nama"))
                yield hit("K83", cells, row=row, earlier=earlier, quoted=quote(row.nama))


NAMED = (Iku.penanggung_jawab, SebabTindakan.pelaksana)
"""Columns that hold an office, or several."""

TOLD = (Struktur.uraian, Tugas.teks, ProsesBisnis.nama, ProsesBisnis.uraian)
"""Texts that speak of offices by their names."""

OFFICE = re.compile(
    r"(?<!di )\b(?:Bidang|Seksi|Sub ?[Bb]agian)(?:(?:,? dan|,)? [A-Z][\w-]+)+(?! [A-Z])"
)
"""An office inside of this kind of unit, as a text names it."""


LINKS = re.compile(r"^(?:dan|serta|bersama)\b|\b(?:dan|serta|bersama)$")


@rule("K88", "peringatan")
def k88_bagian_tidak_ada(hasil: Results) -> Iterator[Hit]:
    """Compare the offices that tables name with those of the organisation."""
    own = {office_of(row.jabatan): row for row in hasil.data[Struktur]}
    named = [(row, column, row[column]) for row, column in filled(hasil.data, NAMED)]
    for row, column in filled(hasil.data, TOLD):
        named += [(row, column, match[0]) for match in OFFICE.finditer(row[column])]
    missing: dict[str, list[tuple[Row, Column[str], str]]] = {}
    for row, column, text in named if own else ():
        rest = office_of(text)
        for office in sorted(own, key=len, reverse=True):
            rest = re.sub(rf"\b{re.escape(office)}\b", " ", rest)
        rest = LINKS.sub("", rest.strip()).strip()
        if rest and (_meant(rest, own) or _within(rest, own)):
            missing.setdefault(rest, []).append((row, column, text))
    for rest, told in missing.items():
        meant, (row, column, text) = _meant(rest, own), told[0]
        cells = tuple(one.cell(where) for one, where, _ in told)
        cells += meant.cells("jabatan") if meant else ()
        said: dict[str, Any] = {"column": column, "row": row, "text": text}
        said["saran"] = f"tulis {meant.jabatan}" if meant else ""
        yield hit("K88", cells, **said, dugaan="salah ketik" if meant else "")


def office_of(name: str) -> str:
    """Bring the name of an office, or of who heads it, to one spelling.

    >>> office_of("Kepala Sub Bagian Umum"), office_of("Sekretaris")
    ('subbagian umum', 'sekretariat')
    """
    words = normalise(name).replace("sub bagian", "subbagian").removeprefix("kepala ")
    return " ".join(WORDS["bagian"].get(word, word) for word in words.split())


def _meant(rest: str, own: Mapping[str, Struktur]) -> Struktur | None:
    """Find the office that a name is, with letters wrong."""
    return next((row for office, row in own.items() if misspelt(rest, office)), None)


def _within(rest: str, own: dict[str, Struktur]) -> bool:
    """Say whether a name is of an office inside a unit, and none of its own, even in short."""
    first, *words = rest.split()
    inside = first in WORDS["bagian"].values() and first != "sekretariat" and words
    several = {*words} & {*WORDS["bagian_umum"]}
    return bool(inside and not several) and not any(abbreviates(rest, office) for office in own)
