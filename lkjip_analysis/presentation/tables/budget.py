"""Tables of money: allocation and use per sasaran and per programme."""

from __future__ import annotations

from lkjip_analysis.presentation.output import (
    LEFT,
    Column,
    Row,
    TableOutput,
    make_table,
    missing_table,
    text,
)
from lkjip_analysis.presentation.tables.cells import (
    Cells,
    achievement_note,
    formula_note,
    joined_rows,
    source_note,
    total_row,
)
from lkjip_analysis.presentation.tables.goals import (
    UNLINKED,
    indicator_names,
    list_goals,
    mean_notes,
    realisasi_cell,
    target_cell,
    unit_note,
)
from lkjip_analysis.presentation.tables.items import indicator_cells, list_items
from lkjip_analysis.results import Results

MONEY = ("pagu", "realisasi", "silpa", "serapan")
MONEY_COLUMNS = (
    Column("Pagu", 12, "right", "Anggaran"),
    Column("Realisasi", 12, "right", "Anggaran"),
    Column("Sisa (SILPA)", 10, "right", "Anggaran"),
    Column("Serapan", 8, "right", "Anggaran"),
)
PERFORMANCE_COLUMNS = (
    Column("Target", 8, "right", "Kinerja"),
    Column("Realisasi", 8, "right", "Kinerja"),
    Column("Capaian", 8, "right", "Kinerja"),
)
MONEY_NOTE = "Serapan = realisasi anggaran ÷ pagu × 100; sisa (SILPA) = pagu − realisasi anggaran."


def _missing(hasil: Results, name: str, what: str, *tables: str) -> TableOutput | None:
    for table in tables:
        if not hasil.data.has(table):
            return missing_table(name, what, hasil.data.tables[table].berkas)
    return None


def _has_unlinked(hasil: Results) -> bool:
    return hasil["tanpa_sasaran.jumlah_program"].number > 0


def _unlinked_label(cells: Cells) -> str:
    return f"{UNLINKED} ({cells.angka('tanpa_sasaran.jumlah_program')} program)"


def alokasi_sasaran(hasil: Results) -> TableOutput:
    """Pagu of every sasaran through its programmes, and its share of the whole."""
    name, data = "alokasi-sasaran", hasil.data
    if gap := _missing(hasil, name, "Alokasi anggaran per sasaran", "sasaran", "program"):
        return gap
    cells = Cells(hasil)
    columns = [
        Column("No", 5, "center"),
        Column("Sasaran Strategis", 30),
        Column("Indikator Kinerja", 31),
        Column("Anggaran (Pagu)", 19, "right"),
        Column("% Anggaran", 15, "right"),
    ]
    rows: list[Row] = []
    for number, goal in enumerate(list_goals(hasil), start=1):
        money = [cells.angka(f"{goal.key}.{field}") for field in ("pagu", "porsi")]
        lines = [[name] for name in indicator_names(goal)]
        rows += joined_rows([str(number), text(goal.sasaran)], lines, money)
    if _has_unlinked(hasil):
        money = [cells.angka(f"tanpa_sasaran.{field}") for field in ("pagu", "porsi")]
        rows.append(Row(["", _unlinked_label(cells), LEFT, *money]))
    whole = "100%" if hasil["anggaran.pagu"].known and hasil["anggaran.pagu"].number else ""
    rows.append(total_row("Jumlah", 3, cells.angka("anggaran.pagu"), whole))
    notes = cells.notes(
        "% anggaran = pagu sasaran ÷ jumlah pagu semua program × 100; pagu sasaran = jumlah pagu "
        "program yang ditautkan kepadanya.",
        source_note(data, "sasaran", "program"),
    )
    return make_table(
        name,
        columns,
        rows,
        notes=notes,
        summary=f"Pagu per sasaran tahun {hasil.tahun}; jumlah {hasil['anggaran.pagu'].tampil}",
    )


def kinerja_anggaran_sasaran(hasil: Results) -> TableOutput:
    """Set performance and money of every sasaran side by side."""
    name, data = "kinerja-anggaran-sasaran", hasil.data
    if gap := _missing(
        hasil, name, "Pencapaian kinerja dan anggaran sasaran", "sasaran", "program"
    ):
        return gap
    cells = Cells(hasil)
    columns = [
        Column("Sasaran Strategis", 16),
        Column("Indikator Kinerja", 18),
        *PERFORMANCE_COLUMNS,
        *MONEY_COLUMNS,
    ]
    rows: list[Row] = []
    goals = list_goals(hasil)
    for goal in goals:
        money = [cells.angka(f"{goal.key}.{field}") for field in MONEY]
        lines = [
            [
                text(iku.row["indikator"]),
                target_cell(cells, iku),
                realisasi_cell(cells, iku),
                cells.angka(f"{iku.key}.capaian"),
            ]
            for iku in goal.iku
        ]
        if not goal.iku:
            reason = f"sasaran belum mempunyai IKU ({data.tables['iku'].berkas})"
            lines = [[cells.dash(reason), "", "", ""]]
        rows += joined_rows([text(goal.sasaran)], lines, money)
    if _has_unlinked(hasil):
        money = [cells.angka(f"tanpa_sasaran.{field}") for field in MONEY]
        rows.append(Row([_unlinked_label(cells), *[LEFT] * 4, *money]))
    totals = [cells.angka(f"anggaran.{field}") for field in MONEY]
    mean = cells.angka("rata_rata.capaian_iku")
    rows.append(total_row("Rata-rata capaian IKU dan jumlah anggaran", 4, mean, *totals))
    every = [iku for goal in goals for iku in goal.iku]
    notes = cells.notes(
        achievement_note("Capaian", [hasil.get(f"{iku.key}.capaian") for iku in every]),
        *mean_notes(hasil),
        MONEY_NOTE,
        "Anggaran sasaran = jumlah program yang ditautkan kepadanya; serapan pada baris jumlah "
        "dihitung dari jumlah anggaran, bukan rata-rata persentase.",
        unit_note(every),
        source_note(data, "sasaran", "iku", "program"),
    )
    return make_table(
        name,
        columns,
        rows,
        notes=notes,
        summary="Kinerja dan anggaran per sasaran; serapan keseluruhan "
        f"{hasil['anggaran.serapan'].tampil}",
    )


def kinerja_anggaran_program(hasil: Results) -> TableOutput:
    """Set performance and money of every programme side by side."""
    name, data = "kinerja-anggaran-program", hasil.data
    items = list_items(data, ["program"])
    if not items:
        return missing_table(
            name, "Pencapaian kinerja dan anggaran program", data.tables["program"].berkas
        )
    cells = Cells(hasil)
    columns = [
        Column("Program", 16),
        Column("Indikator Kinerja", 18),
        *PERFORMANCE_COLUMNS,
        *MONEY_COLUMNS,
    ]
    rows: list[Row] = []
    for item in items:
        money = [
            cells.serapan(item.key) if field == "serapan" else cells.angka(f"{item.key}.{field}")
            for field in MONEY
        ]
        lines = [
            indicator_cells(cells, data, baris, key, "target", "realisasi", "capaian")
            for baris, key in item.indicators("indikator")
        ]
        rows += joined_rows([text(f"Program {item.row['nama']}")], lines, money)
    totals = [cells.angka(f"anggaran.{field}") for field in MONEY]
    mean = cells.angka("rata_rata.capaian_program")
    rows.append(
        total_row("Rata-rata capaian indikator program dan jumlah anggaran", 4, mean, *totals)
    )
    keys = [key for item in items for _, key in item.indicators("indikator") if key]
    notes = cells.notes(
        achievement_note("Capaian", [hasil.get(f"{key}.capaian") for key in keys]),
        MONEY_NOTE,
        formula_note("Rata-rata", [hasil.get("rata_rata.capaian_program")]),
        source_note(data, "program", "indikator_program"),
    )
    return make_table(
        name,
        columns,
        rows,
        notes=notes,
        summary=f"Kinerja dan anggaran {len(items)} program; serapan keseluruhan "
        f"{hasil['anggaran.serapan'].tampil}",
    )
