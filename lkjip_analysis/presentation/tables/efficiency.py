"""Tables of efficiency: of money per sasaran, and what is available of people and facilities."""

from __future__ import annotations

from lkjip_analysis.measures.efficiency import EFISIENSI, PENILAIAN
from lkjip_analysis.presentation.output import (
    ABOVE,
    Column,
    Row,
    TableOutput,
    make_table,
    missing_table,
    text,
)
from lkjip_analysis.presentation.tables.cells import (
    Cells,
    formula_note,
    joined_rows,
    source_note,
    total_row,
)
from lkjip_analysis.presentation.tables.goals import (
    indicator_names,
    mean_notes,
    realisasi_cell,
    target_cell,
    unit_note,
)
from lkjip_analysis.results import Results
from lkjip_analysis.results.entities import Iku

KIND = "Efisiensi anggaran "
SHORTAGE_NOTE = (
    "Kekurangan = 100 − ketersediaan, paling kecil 0; kekurangan bukan ukuran efisiensi."
)


def efisiensi_anggaran(hasil: Results) -> TableOutput:
    """Capaian against absorption of every sasaran, by the unit's chosen formula."""
    name, data = "efisiensi-anggaran", hasil.data
    for table in ("sasaran", "iku", "program"):
        if not data.has(table):
            return missing_table(name, "Efisiensi penggunaan anggaran", data.tables[table].berkas)
    cells = Cells(hasil)
    school = data.identitas.rumus_efisiensi
    goals, means = hasil.sasaran, hasil.rata_rata
    unit = means.efisiensi.satuan
    columns = [
        Column("No", "center"),
        Column("Sasaran Strategis"),
        Column("Indikator Kinerja"),
        Column("Capaian Kinerja", "right"),
        Column("Serapan Anggaran", "right"),
        Column(f"Tingkat Efisiensi ({unit})", "right"),
        Column("Penilaian"),
    ]
    rows: list[Row] = []
    for number, goal in enumerate(goals, start=1):
        own = cells.each(goal.capaian, goal.serapan, goal.efisiensi, goal.nilai_efisiensi)
        lines = [[name] for name in indicator_names(goal)]
        rows += joined_rows([str(number), text(goal.nama)], lines, own)
    total = cells.each(means.capaian_sasaran, means.serapan_sasaran, means.efisiensi)
    rows.append(total_row("Rata-rata", 3, *total, ""))
    notes = cells.notes(
        formula_note(
            f"Rumus efisiensi yang dipakai {EFISIENSI[school].nama.removeprefix(KIND)}",
            [goal.efisiensi for goal in goals],
        ),
        f"Penilaian: {PENILAIAN[school].syarat}",
        "Capaian sasaran = rata-rata capaian IKU-nya; serapan = realisasi anggaran ÷ pagu × 100 "
        "atas program yang ditautkan.",
        source_note(data, "iku", "program", "identitas"),
    )
    return make_table(
        name,
        columns,
        rows,
        notes=notes,
        summary=f"Efisiensi anggaran {len(goals)} sasaran; rata-rata "
        f"{means.efisiensi.tampil} {unit}",
    )


def efisiensi_sdm(hasil: Results) -> TableOutput:
    """Staff needed and available for every IKU."""
    name, data = "efisiensi-sdm", hasil.data
    if not data.has("sdm"):
        return missing_table(name, "Kebutuhan dan ketersediaan SDM", data.tables["sdm"].berkas)
    cells = Cells(hasil)
    done, staff = f"Kinerja Tahun {hasil.tahun}", f"Sumber Daya Manusia Tahun {hasil.tahun}"
    columns = [
        Column("Sasaran Strategis"),
        Column("Indikator Kinerja"),
        *(Column(head, "right", done) for head in ("Target", "Realisasi", "Capaian")),
        Column("Kebutuhan (ABK)", "right", staff),
        Column("Tersedia", "right", staff),
        Column("Ketersediaan", "right", staff),
        Column("Kekurangan", "right", staff),
    ]
    rows, used, before = [], [], None
    for one in hasil.sdm:
        iku = hasil.iku.get(one.kode)
        if iku is None:
            lacking = cells.dash(f"IKU belum tersedia ({data.tables['iku'].berkas})")
            lead = ["", text(one.kode), *[lacking] * 3]
        else:
            used.append(iku)
            lead = _performance(cells, iku, before)
        before = iku.sasaran if iku else None
        counts = [cells.bersatuan(figure) for figure in (one.kebutuhan, one.tersedia)]
        shares = cells.each(one.ketersediaan, one.kekurangan)
        rows.append(Row([*lead, *counts, *shares]))
    mean = hasil.rata_rata
    shares = cells.each(mean.ketersediaan_sdm, mean.kekurangan_sdm)
    label = "Rata-rata capaian IKU dan ketersediaan SDM"
    rows.append(total_row(label, 4, cells.angka(mean.capaian_iku), "", "", *shares))
    notes = cells.notes(
        "Ketersediaan = pegawai tersedia ÷ kebutuhan menurut analisis beban kerja (ABK) × 100.",
        SHORTAGE_NOTE,
        *mean_notes(hasil),
        unit_note(used),
        source_note(data, "sdm", "iku"),
    )
    return make_table(
        name,
        columns,
        rows,
        notes=notes,
        summary=f"Kebutuhan dan ketersediaan SDM tahun {hasil.tahun}; rata-rata ketersediaan "
        f"{mean.ketersediaan_sdm.tampil}",
    )


def _performance(cells: Cells, iku: Iku, before: str | None) -> list[str]:
    """Name an IKU with what it reached; its sasaran only where the row above has another."""
    return [
        text(iku.sasaran) if iku.sasaran != before else ABOVE,
        text(iku.nama),
        target_cell(cells, iku),
        realisasi_cell(cells, iku),
        cells.angka(iku.capaian),
    ]


def efisiensi_sarpras(hasil: Results) -> TableOutput:
    """Facilities needed and available, of the years the data are of."""
    name, data = "efisiensi-sarpras", hasil.data
    if not data.has("sarpras"):
        return missing_table(
            name, "Kebutuhan dan ketersediaan sarana prasarana", data.tables["sarpras"].berkas
        )
    cells = Cells(hasil)
    rows = []
    for one in hasil.sarpras:
        stock = cells.each(one.hasil_rekon, one.pengadaan_periode)
        plan = cells.each(one.standar_kebutuhan, one.pengadaan_rkbmd)
        shares = cells.each(one.ketersediaan, one.kekurangan)
        rows.append(Row([text(one.kode), text(one.nama), *stock, *plan, *shares]))
    mean = hasil.rata_rata
    total = cells.each(mean.ketersediaan_sarpras, mean.kekurangan_sarpras)
    rows.append(total_row("Rata-rata", 6, *total))
    notes = cells.notes(
        _sarpras_years(hasil),
        "Satuan: unit.",
        formula_note("Tersedia (ketersediaan)", [one.ketersediaan for one in hasil.sarpras]),
        SHORTAGE_NOTE,
        source_note(data, "sarpras", "identitas"),
    )
    return make_table(
        name,
        _sarpras_columns(hasil),
        rows,
        notes=notes,
        summary=f"Ketersediaan {len(hasil.sarpras)} jenis sarana prasarana; rata-rata "
        f"{mean.ketersediaan_sarpras.tampil}",
    )


def _sarpras_columns(hasil: Results) -> list[Column]:
    """Heads with the years that the counts, purchases and plans are of."""
    facts = hasil.data.identitas
    counted, period = facts.sarpras_tahun_rekon, facts.sarpras_periode_pengadaan
    plan = f"P-RKBMD {facts.sarpras_tahun_rkbmd or ''}".strip()
    return [
        Column("No", "center"),
        Column("Uraian"),
        Column(f"Hasil Rekon {counted or ''}".strip(), "right"),
        Column(f"Pengadaan {period or 'Periode Berjalan'}", "right"),
        Column("Standar", "right", plan),
        Column("Pengadaan", "right", plan),
        Column("Tersedia", "right"),  # long heads would take the width of the names
        Column("Kurang", "right"),
    ]


def _sarpras_years(hasil: Results) -> str:
    """Say of which years the facilities' figures are."""
    facts = hasil.data.identitas
    counted, planned = facts.sarpras_tahun_rekon, facts.sarpras_tahun_rkbmd
    parts = [
        f"{label} {value}"
        for label, value in (
            ("hasil rekonsiliasi barang tahun", counted),
            ("pengadaan periode", facts.sarpras_periode_pengadaan),
            ("P-RKBMD tahun", planned),
        )
        if value
    ]
    if not parts:
        return f"Tahun data sarpras belum disebut di {hasil.data.tables['identitas'].berkas}."
    years = {counted, planned} - {None}
    other = f"; bukan angka tahun {hasil.tahun}" if years and hasil.tahun not in years else ""
    return f"Angka berasal dari {', '.join(parts)}{other}."
