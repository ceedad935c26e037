"""Celah: what is still missing from a year's data, and whether the report can be final without it.

A gap is no fault: the files read well, something has not been filled in yet. A compulsory gap
(``wajib``) makes the report a draft; an optional one is only named in the report.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import asdict, dataclass
from itertools import groupby
from typing import Any

from lkjip_analysis.beside import beside
from lkjip_analysis.data import schemas
from lkjip_analysis.data.facts import FACTS, SECTIONS
from lkjip_analysis.data.following import SCORED, following
from lkjip_analysis.data.reading import TableData, YearData
from lkjip_analysis.exceptions import place_of
from lkjip_analysis.measures.budget import roll_up

NOT_EXPECTED = frozenset(
    {"komponen_iku", "skm", "ipp", "sebab_tindakan", "pengakuan", "penilaian_mandiri", "lampiran"}
)
"""Files that only some units have: their absence is no gap."""

BLANK_HAS_MEANING = frozenset(
    {"kode_iku_akip", "logo", "nama_unit_singkat", "total_pagu_dpa", "total_realisasi_lra"}
)
"""Facts whose blank says something by itself (no such IKU, neutral mark, full name, same sum)."""

WHILE_BLANK: dict[str, dict[str, str]] = beside(__file__)
"""What is missing while a column is blank, by file."""

_FACT_IN_TEXT = re.compile(r"\{identitas\.(\w+)\}")


@dataclass(frozen=True)
class Gap:
    """One thing that is missing: where it belongs and, in Indonesian, what it is.

    ``baris`` counts as a spreadsheet does (header = 1), ``None`` means the whole file;
    ``wajib`` says that the report stays a draft without it.
    """

    berkas: str
    baris: int | None
    kolom: str | None
    apa: str
    wajib: bool

    def as_text(self) -> str:
        """Say the gap on one line."""
        place = place_of(self.berkas, self.baris, self.kolom)
        return f"{place}: {self.apa} ({'wajib' if self.wajib else 'pilihan'})"

    def as_record(self) -> dict[str, object]:
        """Give the gap as a plain record, for JSON."""
        return asdict(self)


def list_gaps(data: YearData) -> list[Gap]:
    """List everything that is missing from a year's data, in the order of the files.

    Parameters
    ----------
    data
        The year as ``load_year`` gives it; it may be only half filled.
    """
    found = (_files, _facts, _iku, _components, _programmes, _indicators, _cells, _narrative)
    gaps = [gap for find in found for gap in find(data)]
    order = {data.tables[name].berkas: place for place, name in enumerate(schemas.TABLES)}
    return sorted(gaps, key=lambda gap: (order[gap.berkas], gap.baris or 0))


def has_compulsory_gap(gaps: Sequence[Gap]) -> bool:
    """Say whether the report is still a draft."""
    return any(gap.wajib for gap in gaps)


def group_gaps(gaps: Sequence[Gap]) -> list[Gap]:
    """Fold gaps of the same kind in one column into one line, for people to read.

    >>> gaps = [Gap("2025/iku.csv", row, "target", "belum diisi", True) for row in (2, 3, 4, 7)]
    >>> [gap.as_text() for gap in group_gaps(gaps)]
    ['2025/iku.csv, kolom target: belum diisi pada 4 baris: 2-4, 7 (wajib)']
    """

    def alike(gap: Gap) -> tuple[object, ...]:
        return gap.berkas, gap.kolom or "", not gap.wajib, gap.apa, gap.baris is None

    folded: dict[tuple[object, ...], list[Gap]] = {}
    for gap in gaps:
        folded.setdefault(alike(gap), []).append(gap)
    lines = []
    for members in folded.values():
        first, rows = members[0], [gap.baris for gap in members if gap.baris is not None]
        if len(rows) < 2:
            lines += members
        else:
            apa = f"{first.apa} pada {len(rows)} baris: {_row_ranges(rows)}"
            lines.append(Gap(first.berkas, None, first.kolom, apa, first.wajib))
    return lines


def _row_ranges(rows: list[int]) -> str:
    """Write row numbers shortly: ``2-4, 7``."""
    parts = []
    for _, run in groupby(enumerate(sorted(rows)), key=lambda pair: pair[1] - pair[0]):
        numbers = [row for _, row in run]
        parts.append(str(numbers[0]) if len(numbers) == 1 else f"{numbers[0]}-{numbers[-1]}")
    return ", ".join(parts)


def _blank_cells(rows: TableData[Any], compulsory: Collection[str] = ()) -> Iterator[Gap]:
    """Find the blank cells of the columns in ``WHILE_BLANK``, each with what is missing there."""
    for row in rows:
        for kolom, apa in WHILE_BLANK[rows.table.name].items():
            if not row.has(kolom):
                yield Gap(rows.berkas, row.line, kolom, apa, kolom in compulsory)


def _files(data: YearData) -> Iterator[Gap]:
    """Find files that are not there, or hold no row."""
    for name, table in schemas.TABLES.items():
        rows = data[table]
        if name in NOT_EXPECTED or rows:
            continue
        state = "berkas belum ada" if name in data.missing else "belum ada barisnya"
        apa = f"{state}; satu baris adalah {table.row_is}"
        yield Gap(rows.berkas, None, None, apa, table.compulsory)


def _facts(data: YearData) -> Iterator[Gap]:
    """Find facts that are required, named by a text, or worth having, and are blank."""
    named: dict[str, int] = {}
    for row in data[schemas.Narasi]:
        for key in _FACT_IN_TEXT.findall(row.teks):
            named.setdefault(key, row.line)
    facts = data[schemas.Identitas]
    if not facts:
        return
    for key, fact in FACTS.items():
        if data.identitas.has(key) or not _is_fact_wanted(data, key, key in named):
            continue
        cell = data.fact_cell(key)
        place = cell.baris if cell else None
        apa = f"{key} belum diisi: {fact.meaning}"
        if key in named and not fact.required:
            apa += f" (disebut di {data[schemas.Narasi].berkas} baris {named[key]})"
        yield Gap(facts.berkas, place, "nilai", apa, fact.required or key in named)


def _is_fact_wanted(data: YearData, key: str, named: bool) -> bool:
    if named or FACTS[key].required:
        return True
    if key.startswith("sarpras_"):
        return bool(data[schemas.Sarpras])
    if key == "sumber_nasional":
        given = (row for row in data[schemas.Iku] if row.realisasi_nasional is not None)
        return any(not row.sumber_nasional for row in given)
    return key not in BLANK_HAS_MEANING


OF_IKU = {
    "target": ("target IKU belum diisi", True),
    "realisasi": ("realisasi IKU belum diisi", True),
    "target_akhir_renstra": ("target akhir Renstra belum diisi", True),
    "realisasi_nasional": (
        "realisasi nasional belum diisi; bila tidak ada, sebutkan alasannya di catatan_nasional",
        False,
    ),
}
"""What is missing of an IKU without a number that no word stands for, and whether it must be."""


def _iku(data: YearData) -> Iterator[Gap]:
    rows, follows = data[schemas.Iku], following(data)
    for row in rows:
        known_by = {
            "target": row.target_predikat,
            "realisasi": row.realisasi_predikat or (row.name, row.line, "realisasi") in follows,
            "target_akhir_renstra": row.target is None and row.target_predikat,
            "realisasi_nasional": row.catatan_nasional,
        }
        for kolom, told in known_by.items():
            if row[kolom] is None and not told:
                yield Gap(rows.berkas, row.line, kolom, *OF_IKU[kolom])
    blank = ((gap, (schemas.Iku.name, gap.baris, gap.kolom)) for gap in _blank_cells(rows))
    yield from (gap for gap, cell in blank if cell not in follows)


def _components(data: YearData) -> Iterator[Gap]:
    """Find missing parts of a composite IKU whose realisation is left to them."""
    open_iku = {row.kode_iku for row in data[schemas.Iku] if row.realisasi is None}
    parts = data[schemas.KomponenIku]
    sources = set()
    for row in parts:
        wajib = row.kode_iku in open_iku
        if row.sumber in SCORED:
            sources.add((row.sumber, wajib))
        elif row.nilai is None:
            yield Gap(parts.berkas, row.line, "nilai", "nilai komponen IKU belum diisi", wajib)
    for source, wajib in sorted(sources):
        rows = data.tables[source]
        if not rows:
            apa = f"berkas belum terisi, padahal komponen IKU bersumber {source}"
            yield Gap(rows.berkas, None, None, apa, wajib)
        yield from _blank_cells(rows, WHILE_BLANK[source] if wajib else ())


def _programmes(data: YearData) -> Iterator[Gap]:
    rows, follows = data[schemas.Program], following(data)
    parents = {row.induk for row in rows}
    tree = {row.kode: row.induk or None for row in rows}
    rolled = roll_up(tree, {row.kode: row.pagu for row in rows})
    sums = {row.kode for row in rows if (schemas.Program.name, row.line, "pagu") in follows}
    below = 0
    for row in rows:
        budgeted = row.kode in sums or rolled[row.kode][0] is not None
        if row.kode not in parents and row.realisasi is None:
            apa = "realisasi anggaran belum diisi"
            yield Gap(rows.berkas, row.line, "realisasi", apa, True)
        if not budgeted and row.induk in sums:
            yield Gap(rows.berkas, row.line, "pagu", "pagu belum diisi", True)
        elif row.tingkat != "program":
            below += not budgeted
        elif not budgeted:
            apa = "pagu program belum dapat dihitung; isi di sini atau pada semua item di bawahnya"
            yield Gap(rows.berkas, row.line, "pagu", apa, True)
        if row.tingkat == "program" and not row.kode_sasaran:
            apa = "program belum ditautkan ke sasaran strategis"
            yield Gap(rows.berkas, row.line, "kode_sasaran", apa, False)
    if below:
        apa = f"pagu {below} kegiatan dan subkegiatan belum tersedia"
        yield Gap(rows.berkas, None, "pagu", apa, False)


def _indicators(data: YearData) -> Iterator[Gap]:
    rows = data[schemas.IndikatorProgram]
    for row in rows:
        for kolom in ("target", "realisasi"):
            if row[kolom] is None and not row[f"{kolom}_predikat"]:
                withheld = kolom == "target" and row.unpublished
                open_ = not row.keterangan and not withheld
                state = "belum diisi" if open_ else "tidak tersedia, dijelaskan di keterangan"
                state = "tidak diterbitkan" if withheld else state
                apa = f"{kolom} indikator program/kegiatan/subkegiatan {state}"
                yield Gap(rows.berkas, row.line, kolom, apa, open_)


def _cells(data: YearData) -> Iterator[Gap]:
    """Find what is not told of resources, of the evaluation, and of what was done about it."""
    yield from _blank_cells(data[schemas.Sdm])
    yield from _blank_cells(data[schemas.Sarpras])
    yield from _blank_cells(data[schemas.Evaluasi], ["nilai"])
    yield from _blank_cells(data[schemas.TindakLanjut], ["status"])


def _narrative(data: YearData) -> Iterator[Gap]:
    """Find sections without any text, and blank texts beside written ones."""
    rows = data[schemas.Narasi]
    if not rows:
        return
    for key, section in SECTIONS.items():
        own = [row for row in rows if row.bagian == key]
        blank = [row.line for row in own if not row.teks]
        if len(blank) < len(own):
            for line in blank:
                apa = f"teks pada bagian {key} masih kosong"
                yield Gap(rows.berkas, line, "teks", apa, False)
        elif own or section.compulsory:
            apa = f"bagian {key} ({section.place}) belum ditulis: {section.meaning}"
            place = blank[0] if blank else None
            yield Gap(rows.berkas, place, "teks", apa, section.compulsory)
