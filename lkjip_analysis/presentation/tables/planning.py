"""Tables of BAB II: Perjanjian Kinerja, IKU, programme indicators, Renstra."""

from __future__ import annotations

from functools import partial

from lkjip_analysis.data import schemas
from lkjip_analysis.presentation.cell import text
from lkjip_analysis.presentation.layout import ABOVE, Column, Row, left, right
from lkjip_analysis.presentation.output import TableOutput, make_table, missing_table, published
from lkjip_analysis.presentation.tables.cells import Cells, joined_rows, total_row
from lkjip_analysis.presentation.tables.goals import lead_cells
from lkjip_analysis.presentation.tables.items import (
    ITEM_HEAD,
    indicator_cells,
    indicators,
    item_lead,
    item_name,
    item_row,
    numbers,
    tree_rows,
)
from lkjip_analysis.presentation.tables.notes import source_note
from lkjip_analysis.results import Results

NO = Column("No", "center")
GIVEN = ("satuan", "formula", "sumber_data", "penanggung_jawab")
"""Columns of an IKU that are printed as they are."""


def perjanjian_sasaran(hasil: Results) -> TableOutput:
    """Sasaran strategis, indicators and yearly targets, as the Perjanjian Kinerja has them."""
    name, data = "perjanjian-sasaran", hasil.data
    if not data[schemas.Sasaran] and not data[schemas.Iku]:
        return missing_table(
            name, "Sasaran dan indikator Perjanjian Kinerja", data[schemas.Sasaran].berkas
        )
    cells = Cells(hasil)
    columns = [NO, *left("Sasaran Strategis", "Indikator Kinerja", "Satuan"), *right("Target")]
    rows: list[Row] = []
    number = 0
    for iku in hasil.iku:
        number += iku.begins
        shown = str(number) if iku.begins else ABOVE
        target = cells.target(iku, unit=False)
        rows.append(Row([shown, *lead_cells(iku), text(iku.row.satuan), target]))
    for goal in hasil.sasaran:
        if not goal.iku:
            number += 1
            gap = cells.dash(f"sasaran belum mempunyai IKU ({data[schemas.Iku].berkas})")
            rows.append(Row([str(number), text(goal.nama), gap, "", ""]))
    notes = cells.notes(source_note(data, schemas.Sasaran, schemas.Iku))
    what = f"{len(rows)} baris sasaran dan indikator dengan targetnya"
    summary = f"Perjanjian Kinerja {hasil.tahun}: {what}"
    return make_table(name, columns, rows, notes=notes, summary=summary)


@published("Program pada Perjanjian Kinerja", schemas.Program)
def perjanjian_program(hasil: Results) -> TableOutput:
    """Programmes of the Perjanjian Kinerja with indicators, targets and pagu."""
    items, cells = hasil.at_level("program"), Cells(hasil)
    columns = [NO, *left("Program", "Sasaran Program", "Indikator Program")]
    columns += right("Target", "Anggaran")
    rows: list[Row] = []
    for number, item in enumerate(items, start=1):
        own = [str(number), text(f"Program {item.nama}"), cells.teks(item.row, "sasaran")]
        lines = [indicator_cells(cells, item, one, "target") for one in indicators(item)]
        rows += joined_rows(own, lines, cells.each(item.pagu))
    rows.append(total_row("Jumlah", 5, *cells.each(hasil.anggaran.pagu)))
    notes = cells.notes(
        "Anggaran = pagu menurut Perjanjian Kinerja.",
        source_note(hasil.data, schemas.Program, schemas.IndikatorProgram),
    )
    what = f"{len(items)} program dengan indikator, target, dan anggaran"
    summary = f"Perjanjian Kinerja {hasil.tahun}: {what}"
    return make_table("perjanjian-program", columns, rows, notes=notes, summary=summary)


@published("Indikator Kinerja Utama", schemas.Iku)
def iku(hasil: Results) -> TableOutput:
    """Indikator Kinerja Utama with formula, data source and who answers for them."""
    cells = Cells(hasil)
    columns = [NO, *left("Sasaran Strategis", "Indikator Kinerja Utama", "Satuan")]
    columns += left("Rumus Penghitungan", "Sumber Data", "Penanggung Jawab")
    rows = []
    for number, one in enumerate(hasil.iku, start=1):
        given = [cells.teks(one.row, kolom) for kolom in GIVEN]
        rows.append(Row([str(number), *lead_cells(one), *given]))
    summary = f"{len(rows)} Indikator Kinerja Utama dengan rumus, sumber data, dan penanggung jawab"
    notes = cells.notes(_direction_note(hasil), source_note(hasil.data, schemas.Iku))
    return make_table("iku", columns, rows, notes=notes, summary=summary)


def _direction_note(hasil: Results) -> str:
    lower = [iku.nama for iku in hasil.iku if iku.row.polaritas == "turun"]
    if not lower:
        return "Semua indikator: makin tinggi makin baik."
    return f"Makin rendah makin baik: {'; '.join(lower)}. Indikator lain: makin tinggi makin baik."


@published("Indikator program, kegiatan, dan subkegiatan", schemas.Program)
def indikator_program(hasil: Results) -> TableOutput:
    """Tree of programmes, kegiatan, subkegiatan with sasaran, indicator and target."""
    items, cells = hasil.program, Cells(hasil)
    columns = [*left(ITEM_HEAD, "Sasaran", "Indikator"), *right("Target")]
    rows = tree_rows(cells, items, partial(item_lead, cells), "target")
    notes = cells.notes(source_note(hasil.data, schemas.Program, schemas.IndikatorProgram))
    name, what = "indikator-program", f"{len(items)} program, kegiatan, dan subkegiatan"
    summary = f"Pohon {what} dengan indikator dan target {hasil.tahun}"
    return make_table(name, columns, rows, kind="pohon", notes=notes, summary=summary)


def renstra(hasil: Results) -> TableOutput:
    """Tree of the programmes in the Renstra; this year's programmes where that list is missing."""
    name, data = "renstra", hasil.data
    planned = data[schemas.Renstra]
    if not planned and not hasil.program:
        return missing_table(name, "Daftar program Renstra", planned.berkas)
    items = hasil.renstra if planned else hasil.program
    columns = [Column(ITEM_HEAD)]
    number = numbers(items)
    rows = [item_row(item, [item_name(item, number[item.kode])]) for item in items]
    other = f"Daftar Renstra belum tersedia; yang ditampilkan adalah program tahun {hasil.tahun}."
    source = source_note(data, schemas.Renstra if planned else schemas.Program)
    notes = [source] if planned else [other, source]
    summary = f"Pohon {len(items)} program, kegiatan, dan subkegiatan Renstra"
    return make_table(name, columns, rows, kind="pohon", notes=notes, summary=summary)
