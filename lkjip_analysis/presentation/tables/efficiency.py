"""Tables of efficiency: of money per sasaran, and what is available of people and facilities."""

from __future__ import annotations

from lkjip_analysis.data import schemas
from lkjip_analysis.formatting import join_words
from lkjip_analysis.measures.efficiency import EFISIENSI, PENILAIAN
from lkjip_analysis.presentation.cell import shortfall, status, text
from lkjip_analysis.presentation.layout import Column, Row, center, left, right
from lkjip_analysis.presentation.output import TableOutput, make_table, published
from lkjip_analysis.presentation.tables.cells import Cells, join_cells, joined_rows, total_row
from lkjip_analysis.presentation.tables.goals import LEAD, indicator_names
from lkjip_analysis.presentation.tables.notes import formula_note, mean_note, source_note
from lkjip_analysis.results import Results

KIND = "Efisiensi anggaran "
SHORTAGE_NOTE = (
    "Kekurangan = 100 − ketersediaan, paling kecil 0; kekurangan bukan ukuran efisiensi."
)


@published("Efisiensi penggunaan anggaran", schemas.Sasaran, schemas.Iku, schemas.Program)
def efisiensi_anggaran(hasil: Results) -> TableOutput:
    """Capaian against absorption of every sasaran, by the unit's chosen formula."""
    cells, school = Cells(hasil), hasil.data.identitas.rumus_efisiensi
    goals, means = hasil.sasaran, hasil.rata_rata
    unit = means.efisiensi.satuan
    heads = "Capaian Kinerja", "Serapan Anggaran", f"Tingkat Efisiensi ({unit})"
    columns = [*center("No"), *LEAD, *right(*heads), *left("Penilaian")]
    rows: list[Row] = []
    for number, goal in enumerate(goals, start=1):
        own = cells.each(goal.capaian, goal.serapan, goal.efisiensi, goal.nilai_efisiensi)
        lines = [[name] for name in indicator_names(goal)]
        name = join_cells([text(goal.nama), str(status(goal.status))])
        rows += joined_rows([str(number), name], lines, own)
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
        source_note(hasil.data, schemas.Iku, schemas.Program, schemas.Identitas),
    )
    summary = f"Efisiensi anggaran {len(goals)} sasaran; rata-rata {means.efisiensi.tampil} {unit}"
    return make_table("efisiensi-anggaran", columns, rows, notes=notes, summary=summary)


@published("Kebutuhan dan ketersediaan SDM", schemas.Sdm)
def efisiensi_sdm(hasil: Results) -> TableOutput:
    """Staff needed and available for every IKU, which stands below its sasaran in one cell."""
    cells = Cells(hasil)
    staff = f"Sumber Daya Manusia Tahun {hasil.tahun}"
    columns = [*left("Sasaran Strategis dan Indikatornya"), *right("Capaian"), *left("Status")]
    columns += right("Kebutuhan (ABK)", "Tersedia", "% Tersedia", "% Kurang", spanner=staff)
    rows, before = [], None
    for one in hasil.sdm:
        if iku := hasil.iku.get(one.kode):
            above = [f"<strong>{text(iku.sasaran)}</strong>"] * (iku.sasaran != before)
            name = join_cells([*above, text(iku.nama)])
            lead = [name, cells.angka(iku.capaian), status(iku.status)]
        else:
            lacking = cells.dash(f"IKU belum tersedia ({hasil.data[schemas.Iku].berkas})")
            lead = [text(one.kode), *[lacking] * 2]
        before = iku.sasaran if iku else None
        counts = [cells.bersatuan(figure) for figure in (one.kebutuhan, one.tersedia)]
        shares = cells.each(one.ketersediaan, one.kekurangan)
        rows.append(Row([*lead, *counts, *shares]))
    mean = hasil.rata_rata
    shares = cells.each(mean.ketersediaan_sdm, mean.kekurangan_sdm)
    short = shortfall(hasil.jumlah.iku_status["tidak_mencapai"], hasil.jumlah.iku)
    rows.append(total_row("Rata-rata", 1, cells.angka(mean.capaian_iku), short, "", "", *shares))
    notes = cells.notes(
        "% tersedia = pegawai tersedia ÷ kebutuhan menurut analisis beban kerja (ABK) × 100.",
        "% kurang = 100 − % tersedia, paling kecil 0; kekurangan bukan ukuran efisiensi.",
        mean_note(hasil),
        source_note(hasil.data, schemas.Sdm, schemas.Iku),
    )
    year, share = hasil.tahun, mean.ketersediaan_sdm.tampil
    summary = f"Kebutuhan dan ketersediaan SDM tahun {year}; rata-rata ketersediaan {share}"
    return make_table("efisiensi-sdm", columns, rows, notes=notes, summary=summary)


@published("Kebutuhan dan ketersediaan sarana prasarana", schemas.Sarpras)
def efisiensi_sarpras(hasil: Results) -> TableOutput:
    """Facilities needed and available, of the years the data are of."""
    cells, mean, every = Cells(hasil), hasil.rata_rata, hasil.sarpras
    columns, rows = _sarpras_columns(hasil), []
    for one in every:
        stock = cells.each(one.hasil_rekon, one.pengadaan_periode)
        plan = cells.each(one.standar_kebutuhan, one.pengadaan_rkbmd)
        shares = cells.each(one.ketersediaan, one.kekurangan)
        rows.append(Row([text(one.kode), text(one.nama), *stock, *plan, *shares]))
    total = cells.each(mean.ketersediaan_sarpras, mean.kekurangan_sarpras)
    rows.append(total_row("Rata-rata", 6, *total))
    notes = cells.notes(
        _sarpras_years(hasil),
        "Satuan: unit.",
        formula_note("Tersedia (ketersediaan)", [one.ketersediaan for one in every]),
        SHORTAGE_NOTE,
        source_note(hasil.data, schemas.Sarpras, schemas.Identitas),
    )
    share = mean.ketersediaan_sarpras.tampil
    summary = f"Ketersediaan {len(every)} jenis sarana prasarana; rata-rata {share}"
    return make_table("efisiensi-sarpras", columns, rows, notes=notes, summary=summary)


def _sarpras_columns(hasil: Results) -> list[Column]:
    """Heads with the years that the counts, purchases and plans are of."""
    facts = hasil.data.identitas
    counted, period = facts.sarpras_tahun_rekon, facts.sarpras_periode_pengadaan
    plan = f"P-RKBMD {facts.sarpras_tahun_rkbmd or ''}".strip()
    stock = f"Hasil Rekon {counted or ''}".strip(), f"Pengadaan {period or 'Periode Berjalan'}"
    columns = [*center("No"), *left("Uraian"), *right(*stock)]
    return [*columns, *right("Standar", "Pengadaan", spanner=plan), *right("Tersedia", "Kurang")]


def _sarpras_years(hasil: Results) -> str:
    """Say of which years the facilities' figures are."""
    facts = hasil.data.identitas
    counted, planned = facts.sarpras_tahun_rekon, facts.sarpras_tahun_rkbmd
    labels = "hasil rekonsiliasi barang tahun", "pengadaan periode", "P-RKBMD tahun"
    values = counted, facts.sarpras_periode_pengadaan, planned
    parts = [f"{what} {value}" for what, value in zip(labels, values, strict=True) if value]
    if not parts:
        return "Tahun data sarana dan prasarana belum tersedia."
    years = {counted, planned} - {None}
    other = f"; bukan angka tahun {hasil.tahun}" if years and hasil.tahun not in years else ""
    return f"Angka berasal dari {join_words(parts)}{other}."
