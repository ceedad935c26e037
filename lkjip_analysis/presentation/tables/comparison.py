"""Tables of comparison: with earlier years, with the end of the Renstra, with the nation."""

from __future__ import annotations

from lkjip_analysis.data import schemas
from lkjip_analysis.formatting import is_percent
from lkjip_analysis.presentation.cell import angka, shortfall, standing, text
from lkjip_analysis.presentation.layout import Row, left, right
from lkjip_analysis.presentation.output import TableOutput, make_table, published
from lkjip_analysis.presentation.plain import data_name
from lkjip_analysis.presentation.tables.cells import Cells, total_row
from lkjip_analysis.presentation.tables.goals import LEAD, lead_cells
from lkjip_analysis.presentation.tables.notes import (
    achievement_note,
    formula_note,
    source_note,
    unit_note,
)
from lkjip_analysis.results import Results
from lkjip_analysis.results.entities import Entities, Iku


@published("Perbandingan realisasi antartahun", schemas.Iku)
def perbandingan_tahun(hasil: Results) -> TableOutput:
    """Realisation of this year against the two years before, and the changes."""
    data, year = hasil.data, hasil.tahun
    every, cells = hasil.iku, Cells(hasil)
    past = [year - 2, year - 1]
    columns = [*LEAD, *right(f"Target {year}")]
    columns += right(*map(str, (*past, year)), spanner="Realisasi")
    columns += right(*(f"{y - 1}–{y}" for y in (year - 1, year)), spanner="Perubahan")
    rows = []
    for iku in every:
        realised = [cells.nilai(iku, iku.riwayat[y]) for y in past]
        changes = cells.each(iku.perubahan[year - 1], iku.perubahan[year])
        course = [cells.target(iku), *realised, cells.realisasi(iku), *changes]
        rows.append(Row([*lead_cells(iku), *course]))
    files = [f"{y}/iku.csv" for y in past if y in data.history and data.history[y][schemas.Iku]]
    points = " (persen: poin persentase)" * any(is_percent(iku.row.satuan) for iku in every)
    notes = cells.notes(
        "Perubahan = realisasi tahun itu − realisasi tahun sebelumnya, dalam satuan indikator"
        f"{points}.",
        unit_note(every),
        f"Sumber: {data_name(*files, data[schemas.Iku].berkas)}.",
    )
    summary = f"Realisasi {len(every)} IKU tahun {year - 2} sampai {year}"
    return make_table("perbandingan-tahun", columns, rows, notes=notes, summary=summary)


@published("Kemajuan terhadap target akhir Renstra", schemas.Iku)
def kemajuan_renstra(hasil: Results) -> TableOutput:
    """Realisation against the target at the end of the Renstra, and the mean progress."""
    data = hasil.data
    every, cells = hasil.iku, Cells(hasil)
    end = data.identitas.renstra_akhir
    head = f"Target Akhir Renstra ({end})" if end else "Target Akhir Renstra"
    columns = [*LEAD, *right(head, f"Realisasi {hasil.tahun}", "Tingkat Kemajuan"), *left("Status")]
    rows = []
    for iku in every:
        final = cells.nilai(iku, iku.target_akhir_renstra)
        reached = [cells.realisasi(iku), cells.angka(iku.kemajuan), standing(iku.kemajuan)]
        rows.append(Row([*lead_cells(iku), final, *reached]))
    mean = hasil.rata_rata.kemajuan
    short = shortfall(hasil.jumlah.iku_renstra_belum, hasil.jumlah.iku_renstra_dinilai)
    rows.append(total_row("Rata-rata tingkat kemajuan", 4, cells.angka(mean), short))
    notes = cells.notes(
        achievement_note("Tingkat kemajuan", [iku.kemajuan for iku in every]),
        formula_note("Rata-rata", [mean]),
        unit_note(every),
        source_note(data, schemas.Iku),
    )
    summary = f"Kemajuan {len(every)} IKU terhadap target akhir Renstra; rata-rata {mean.tampil}"
    return make_table("kemajuan-renstra", columns, rows, notes=notes, summary=summary)


@published("Perbandingan dengan realisasi nasional", schemas.Iku)
def nasional(hasil: Results) -> TableOutput:
    """Realisation against the national level; what is missing is said to be missing."""
    data = hasil.data
    every, cells = hasil.iku, Cells(hasil)
    compared, whole = (some(iku.realisasi_nasional.known for iku in every) for some in (any, all))
    heads = f"Realisasi {hasil.tahun}", "Realisasi Nasional", *["Selisih"] * compared
    columns = [*LEAD, *right(*heads), *left("Keterangan")]
    rows = [_nation_row(cells, iku, compared) for iku in every]
    notes = cells.notes(
        formula_note("Selisih", [iku.selisih_nasional for iku in every if compared]),
        unit_note(every),
        "Realisasi nasional sebagian indikator belum tersedia." * (compared and not whole),
        _nation_source(hasil, every),
        source_note(data, schemas.Iku),
    )
    summary = (
        f"Realisasi {len(every)} IKU tahun {hasil.tahun} dibandingkan dengan realisasi nasional"
    )
    return make_table("nasional", columns, rows, notes=notes, summary=summary)


def _nation_row(cells: Cells, iku: Iku, compared: bool) -> Row:
    """Set an IKU beside the nation; ``compared`` says whether any IKU has a difference to show."""
    nation = iku.realisasi_nasional
    value = cells.nilai(iku, nation) if nation.known else angka(nation, "belum tersedia")
    gap = [cells.angka(iku.selisih_nasional) if nation.known else ""] * compared
    remarks = [r for r in (iku.row.catatan_nasional, iku.row.sumber_nasional) if r]
    remark = text("; ".join(remarks)) if remarks else ""
    return Row([*lead_cells(iku), cells.realisasi(iku), value, *gap, remark])


def _nation_source(hasil: Results, every: Entities[Iku]) -> str:
    """Name the source of the national figures: one for all, or each with its row."""
    source = hasil.data.identitas.sumber_nasional
    if source:
        known = any(iku.realisasi_nasional.known for iku in every)
        without = "" if known else "; nilainya belum tersedia"
        return f"Sumber pembanding nasional: {source}{without}."
    if any(iku.row.sumber_nasional for iku in every):
        return "Sumber pembanding nasional disebut pada kolom Keterangan."
    return "Sumber pembanding nasional belum tersedia."
