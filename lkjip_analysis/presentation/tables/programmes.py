"""Tables of programmes, kegiatan and subkegiatan: what they reached and what they support."""

from __future__ import annotations

from collections.abc import Iterable

from lkjip_analysis.data import schemas
from lkjip_analysis.measures.achievement import UNPUBLISHED
from lkjip_analysis.presentation.cell import Cell, shortfall
from lkjip_analysis.presentation.layout import Column, left, right
from lkjip_analysis.presentation.output import TableOutput, make_table, missing_table, published
from lkjip_analysis.presentation.tables.cells import Cells, total_row
from lkjip_analysis.presentation.tables.items import (
    BESIDE_UNIT,
    BOTH_HEAD,
    CHANGED,
    LEVEL_WORDS,
    tree_rows,
)
from lkjip_analysis.presentation.tables.notes import achievement_note, formula_note, source_note
from lkjip_analysis.results import Results
from lkjip_analysis.results.entities import Program

UNJUDGED = "belum dapat dinilai karena capaiannya belum tersedia"
WITHOUT_TARGET = f"tidak dinilai karena {UNPUBLISHED}"


@published("Capaian program, kegiatan, dan subkegiatan", schemas.Program)
def capaian_program(hasil: Results) -> TableOutput:
    """Tree of this year's targets, realisations and capaian, with the mean of each level."""
    items, cells = hasil.program, Cells(hasil)
    last = any(one.pendahulu for one in hasil.indikator)
    columns = _columns(*[f"Realisasi {hasil.tahun - 1}"] * last)
    shown = *BESIDE_UNIT[0], *["lalu"] * last, *BESIDE_UNIT[1]
    rows = tree_rows(cells, items, None, *shown, anchored=True)
    for level in (level for level in LEVEL_WORDS if hasil.at_level(level)):
        mean = cells.angka(hasil.rata_rata.capaian_tingkat[level])
        judged = hasil.jumlah.indikator_belum[level], hasil.jumlah.indikator_dinilai[level]
        label = f"Rata-rata capaian indikator {level}"
        rows.append(total_row(label, 4 + last, mean, shortfall(*judged)))
    notes = cells.notes(
        f"{CHANGED.capitalize()}: kode, nama, atau satuannya lain pada {hasil.tahun - 1}." * last,
        _formulas(items),
        *_remarks(items),
        source_note(hasil.data, schemas.Program, schemas.IndikatorProgram),
    )
    summary = f"Pohon capaian {len(items)} program, kegiatan, dan subkegiatan tahun {hasil.tahun}"
    return make_table("capaian-program", columns, rows, kind="pohon", notes=notes, summary=summary)


def capaian_program_lalu(hasil: Results) -> TableOutput:
    """Tree of last year's targets, realisations and capaian."""
    name, year = "capaian-program-lalu", hasil.tahun - 1
    what = f"Capaian program, kegiatan, dan subkegiatan tahun {year}"
    data = hasil.data.history.get(year)
    if data is None:
        return missing_table(name, what, f"{year}/program.csv")
    for needed in (data[schemas.Program], data[schemas.IndikatorProgram]):
        if not needed:
            return missing_table(name, what, needed.berkas)
    items, cells = hasil.program_lalu, Cells(hasil)
    rows = tree_rows(cells, items, None, *BESIDE_UNIT[0], *BESIDE_UNIT[1])
    notes = cells.notes(
        _formulas(items),
        *_remarks(items),
        source_note(data, schemas.Program, schemas.IndikatorProgram),
    )
    summary = f"Pohon capaian {len(items)} program, kegiatan, dan subkegiatan tahun {year}"
    return make_table(name, _columns(), rows, kind="pohon", notes=notes, summary=summary)


@published("Program yang menunjang capaian", schemas.Program)
def program_pendukung(hasil: Results) -> TableOutput:
    """Tree of performance, money used, and how far each item supports the sasaran."""
    items, cells = hasil.program, Cells(hasil)
    columns = [*left(BOTH_HEAD), *right("Realisasi Kinerja", "Capaian Kinerja"), *left("Status")]
    columns += [*right("Realisasi Anggaran", "Serapan Anggaran"), *left("Menunjang / Kurang")]

    def support(item: Program) -> list[Cell]:
        why = WITHOUT_TARGET if item.capaian.alasan == UNPUBLISHED else UNJUDGED
        used = cells.angka(item.realisasi), cells.serapan(item)
        return [*used, cells.angka(item.dukungan, reason=why)]

    rows = tree_rows(cells, items, None, "realisasi", "capaian", "status", tail=support)
    total = cells.each(hasil.anggaran.realisasi, hasil.anggaran.serapan)
    rows.append(total_row("Jumlah", 4, *total, ""))
    notes = cells.notes(
        formula_note("Serapan", [item.serapan for item in items]),
        formula_note("Menunjang / kurang", [item.dukungan for item in items]),
        "Anggaran, serapan, dan penilaian adalah milik program/kegiatan/subkegiatan, bukan milik "
        "masing-masing indikator.",
        source_note(hasil.data, schemas.Program, schemas.IndikatorProgram),
    )
    name, what = "program-pendukung", f"{len(items)} program, kegiatan, dan subkegiatan"
    summary = f"Pohon kinerja, anggaran, dan dukungan {what}"
    return make_table(name, columns, rows, kind="pohon", notes=notes, summary=summary)


def _columns(*last: str) -> list[Column]:
    heads = right("Target", *last, "Realisasi", "Capaian")
    return [*left(BOTH_HEAD, "Satuan"), *heads, *left("Status")]


def _formulas(items: Iterable[Program]) -> str:
    return achievement_note("Capaian", [one.capaian for item in items for one in item.indikator])


def _remarks(items: Iterable[Program]) -> list[str]:
    """Print what the data remark on single figures (column ``keterangan``)."""
    return [
        f"Keterangan {one.nama} ({LEVEL_WORDS[item.row.tingkat]} {item.nama}): "
        f"{one.row.keterangan}."
        for item in items
        for one in item.indikator
        if one.row.keterangan
    ]
