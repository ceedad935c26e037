"""Tables of programmes, kegiatan and subkegiatan: what they reached and what they support."""

from __future__ import annotations

from collections.abc import Iterable

from lkjip_analysis.presentation.output import Column, TableOutput, make_table, missing_table
from lkjip_analysis.presentation.tables.cells import (
    Cells,
    achievement_note,
    formula_note,
    source_note,
    total_row,
)
from lkjip_analysis.presentation.tables.items import ITEM_HEAD, LEVEL_WORDS, item_name, tree_rows
from lkjip_analysis.results import Results
from lkjip_analysis.results.entities import Program

UNJUDGED = "belum dapat dinilai karena capaiannya belum tersedia"
MEASURED = ("target", "realisasi", "capaian")
COLUMNS = (
    Column(ITEM_HEAD),
    Column("Sasaran"),
    Column("Indikator"),
    Column("Target", "right"),
    Column("Realisasi", "right"),
    Column("Capaian", "right"),
)
LAST_YEARS_COLUMNS = (
    Column(ITEM_HEAD),
    Column("Sasaran"),
    Column("Indikator"),
    Column("Rumus Penghitungan"),
    Column("Target", "right"),
    Column("Realisasi", "right"),
    Column("Capaian", "right"),
)


def capaian_program(hasil: Results) -> TableOutput:
    """Tree of this year's targets, realisations and capaian, with the mean of each level."""
    name, data = "capaian-program", hasil.data
    items = hasil.program
    if not items:
        return missing_table(
            name, "Capaian program, kegiatan, dan subkegiatan", data.tables["program"].berkas
        )
    cells = Cells(hasil)
    rows = tree_rows(cells, items, lambda item: _lead(cells, item), *MEASURED)
    for level in (level for level in LEVEL_WORDS if hasil.at_level(level)):
        mean = cells.angka(hasil.rata_rata.capaian_tingkat[level])
        rows.append(total_row(f"Rata-rata capaian indikator {level}", 5, mean))
    notes = cells.notes(
        _formulas(items),
        *_remarks(items),
        source_note(data, "program", "indikator_program"),
    )
    return make_table(
        name,
        COLUMNS,
        rows,
        kind="pohon",
        notes=notes,
        summary=f"Pohon capaian {len(items)} program, kegiatan, dan subkegiatan tahun "
        f"{hasil.tahun}",
    )


def capaian_program_lalu(hasil: Results) -> TableOutput:
    """Tree of last year's targets, realisations and capaian."""
    name, year = "capaian-program-lalu", hasil.tahun - 1
    what = f"Capaian program, kegiatan, dan subkegiatan tahun {year}"
    data = hasil.data.history.get(year)
    if data is None:
        return missing_table(name, what, f"{year}/program.csv")
    for table in ("program", "indikator_program"):
        if not data.has(table):
            return missing_table(name, what, data.tables[table].berkas)
    items = hasil.program_lalu
    cells = Cells(hasil)
    rows = tree_rows(cells, items, lambda item: _lead(cells, item), "formula", *MEASURED)
    notes = cells.notes(
        _formulas(items),
        *_remarks(items),
        source_note(data, "program", "indikator_program"),
    )
    return make_table(
        name,
        LAST_YEARS_COLUMNS,
        rows,
        kind="pohon",
        notes=notes,
        summary=f"Pohon capaian {len(items)} program, kegiatan, dan subkegiatan tahun {year}",
    )


def program_pendukung(hasil: Results) -> TableOutput:
    """Tree of performance, money used, and how far each item supports the sasaran."""
    name, data = "program-pendukung", hasil.data
    items = hasil.program
    if not items:
        return missing_table(name, "Program yang menunjang capaian", data.tables["program"].berkas)
    cells = Cells(hasil)
    columns = [
        Column(ITEM_HEAD),
        Column("Indikator Program (Outcome) dan Kegiatan (Output)"),
        Column("Realisasi Kinerja", "right"),
        Column("Capaian Kinerja", "right"),
        Column("Realisasi Anggaran", "right"),
        Column("Serapan Anggaran", "right"),
        Column("Menunjang / Kurang"),
    ]
    rows = tree_rows(
        cells,
        items,
        lambda item: [item_name(item)],
        "realisasi",
        "capaian",
        tail=lambda item: [
            cells.angka(item.realisasi),
            cells.serapan(item),
            cells.angka(item.dukungan, reason=UNJUDGED),
        ],
    )
    total = cells.each(hasil.anggaran.realisasi, hasil.anggaran.serapan)
    rows.append(total_row("Jumlah", 4, *total, ""))
    notes = cells.notes(
        _formulas(items),
        formula_note("Serapan", [item.serapan for item in items]),
        formula_note("Menunjang / kurang", [item.dukungan for item in items]),
        *_remarks(items),
        "Anggaran, serapan, dan penilaian adalah milik program/kegiatan/subkegiatan, bukan milik "
        "masing-masing indikator.",
        source_note(data, "program", "indikator_program"),
    )
    return make_table(
        name,
        columns,
        rows,
        kind="pohon",
        notes=notes,
        summary=f"Pohon kinerja, anggaran, dan dukungan {len(items)} program, kegiatan, dan "
        "subkegiatan",
    )


def _lead(cells: Cells, item: Program) -> list[str]:
    return [item_name(item), cells.teks("program", item.baris, "sasaran", item.data)]


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
