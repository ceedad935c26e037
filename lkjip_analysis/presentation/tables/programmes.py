"""Tables of programmes, kegiatan and subkegiatan: what they reached and what they support."""

from __future__ import annotations

from lkjip_analysis.data.reading import YearData
from lkjip_analysis.presentation.output import Column, TableOutput, make_table, missing_table
from lkjip_analysis.presentation.tables.cells import (
    Cells,
    achievement_note,
    formula_note,
    source_note,
    total_row,
)
from lkjip_analysis.presentation.tables.items import (
    ITEM_HEAD,
    LEVEL_WORDS,
    Item,
    indicator_cells,
    list_items,
    tree_rows,
)
from lkjip_analysis.results import Results

UNJUDGED = "belum dapat dinilai karena capaiannya belum tersedia"
MEASURED = ("target", "realisasi", "capaian")
COLUMNS = (
    Column(ITEM_HEAD, 25),
    Column("Sasaran", 20),
    Column("Indikator", 25),
    Column("Target", 11, "right"),
    Column("Realisasi", 11, "right"),
    Column("Capaian", 8, "right"),
)
LAST_YEARS_COLUMNS = (
    Column(ITEM_HEAD, 20),
    Column("Sasaran", 17),
    Column("Indikator", 20),
    Column("Rumus Penghitungan", 20),
    Column("Target", 8, "right"),
    Column("Realisasi", 8, "right"),
    Column("Capaian", 7, "right"),
)


def capaian_program(hasil: Results) -> TableOutput:
    """Tree of this year's targets, realisations and capaian, with the mean of each level."""
    name, data = "capaian-program", hasil.data
    items = list_items(data)
    if not items:
        return missing_table(
            name, "Capaian program, kegiatan, dan subkegiatan", data.tables["program"].berkas
        )
    cells = Cells(hasil)
    rows = tree_rows(
        items,
        "indikator",
        lambda item: [item.nama, cells.teks("program", item.baris, "sasaran")],
        lambda item, baris, key, first: indicator_cells(cells, data, baris, key, *MEASURED),
    )
    levels = dict.fromkeys(item.tingkat for item in items)
    for level in (level for level in LEVEL_WORDS if level in levels):
        mean = cells.angka(f"rata_rata.capaian_{level}")
        rows.append(total_row(f"Rata-rata capaian indikator {level}", 5, mean))
    notes = cells.notes(
        _formulas(hasil, items, "indikator"),
        *_remarks(data, items),
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
    items = list_items(data)
    cells = Cells(hasil)
    rows = tree_rows(
        items,
        "indikator_lalu",
        lambda item: [item.nama, cells.teks("program", item.baris, "sasaran", data)],
        lambda item, baris, key, first: indicator_cells(
            cells, data, baris, key, "formula", *MEASURED
        ),
    )
    notes = cells.notes(
        _formulas(hasil, items, "indikator_lalu"),
        *_remarks(data, items),
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
    items = list_items(data)
    if not items:
        return missing_table(name, "Program yang menunjang capaian", data.tables["program"].berkas)
    cells = Cells(hasil)
    columns = [
        Column(ITEM_HEAD, 25),
        Column("Indikator Program (Outcome) dan Kegiatan (Output)", 25),
        Column("Realisasi Kinerja", 10, "right"),
        Column("Capaian Kinerja", 8, "right"),
        Column("Realisasi Anggaran", 12, "right"),
        Column("Serapan Anggaran", 9, "right"),
        Column("Menunjang / Kurang", 11),
    ]

    def line(item: Item, baris: int, key: str, first: bool) -> list[str]:
        money = ["", "", ""]
        if first:
            money = [
                cells.angka(f"{item.key}.realisasi"),
                cells.serapan(item.key),
                cells.angka(f"{item.key}.dukungan", reason=UNJUDGED),
            ]
        return [*indicator_cells(cells, data, baris, key, "realisasi", "capaian"), *money]

    rows = tree_rows(items, "indikator", lambda item: [item.nama], line)
    total = [cells.angka("anggaran.realisasi"), cells.angka("anggaran.serapan")]
    rows.append(total_row("Jumlah", 4, *total, ""))
    keys = [item.key for item in items]
    notes = cells.notes(
        _formulas(hasil, items, "indikator"),
        formula_note("Serapan", [hasil.get(f"{key}.serapan") for key in keys]),
        formula_note("Menunjang / kurang", [hasil.get(f"{key}.dukungan") for key in keys]),
        *_remarks(data, items),
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


def _formulas(hasil: Results, items: list[Item], prefix: str) -> str:
    keys = [key for item in items for _, key in item.indicators(prefix) if key]
    return achievement_note("Capaian", [hasil.get(f"{key}.capaian") for key in keys])


def _remarks(data: YearData, items: list[Item]) -> list[str]:
    """Print what the data remark on single figures (column ``keterangan``)."""
    return [
        f"Keterangan {row['indikator']} ({LEVEL_WORDS[item.tingkat]} {item.row['nama']}): "
        f"{row['keterangan']}."
        for item in items
        for _, row in item.indikator
        if row["keterangan"]
    ]
