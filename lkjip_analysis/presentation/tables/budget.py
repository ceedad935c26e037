"""Tables of money: allocation and use per sasaran and per programme."""

from __future__ import annotations

from lkjip_analysis.data import schemas
from lkjip_analysis.presentation.cell import bilangan, shortfall, text
from lkjip_analysis.presentation.layout import LEFT, Row, center, left, right
from lkjip_analysis.presentation.output import TableOutput, make_table, published
from lkjip_analysis.presentation.tables import goals
from lkjip_analysis.presentation.tables.cells import Cells, joined_rows, total_row
from lkjip_analysis.presentation.tables.items import MEASURED, indicator_cells, indicators
from lkjip_analysis.presentation.tables.notes import (
    achievement_note,
    formula_note,
    mean_note,
    source_note,
)
from lkjip_analysis.results import Figure, Results
from lkjip_analysis.results.keys import Uang

MONEY_COLUMNS = right("Pagu", "Realisasi", "Sisa (SILPA)", "Serapan", spanner="Anggaran")
PERFORMANCE_COLUMNS = goals.performance_columns("Kinerja")
PER_GOAL = "anggaran dihitung per sasaran, bukan per tujuan"
MONEY_NOTE = "Serapan = realisasi anggaran ÷ pagu × 100; sisa (SILPA) = pagu − realisasi anggaran."


def _money(of: Uang[Figure]) -> tuple[Figure, ...]:
    """List the figures of ``MONEY_COLUMNS``."""
    return of.pagu, of.realisasi, of.silpa, of.serapan


def _has_unlinked(hasil: Results) -> bool:
    return hasil.tanpa_sasaran.jumlah_program.number > 0


def _unlinked_label(cells: Cells) -> str:
    return f"{goals.UNLINKED} ({cells.angka(cells.hasil.tanpa_sasaran.jumlah_program)} program)"


@published("Alokasi anggaran per sasaran", schemas.Sasaran, schemas.Program)
def alokasi_sasaran(hasil: Results) -> TableOutput:
    """Pagu of every sasaran through its programmes, and its share of the whole."""
    cells = Cells(hasil)
    columns = [*center("No"), *goals.LEAD, *right("Anggaran (Pagu)", "% Anggaran")]
    rows: list[Row] = []
    for number, goal in enumerate(hasil.sasaran, start=1):
        money = cells.each(goal.pagu, goal.porsi)
        lines = [[name] for name in goals.indicator_names(goal)]
        rows += joined_rows([str(number), text(goal.nama)], lines, money)
    if _has_unlinked(hasil):
        money = cells.each(hasil.tanpa_sasaran.pagu, hasil.tanpa_sasaran.porsi)
        rows.append(Row(["", _unlinked_label(cells), LEFT, *money]))
    pagu = hasil.anggaran.pagu
    whole = bilangan(100, "100%", "persen") if pagu.decimal else ""
    rows.append(total_row("Jumlah", 3, cells.angka(pagu), whole))
    notes = cells.notes(
        "% anggaran = pagu sasaran ÷ jumlah pagu semua program × 100; pagu sasaran = jumlah pagu "
        "program yang ditautkan kepadanya.",
        source_note(hasil.data, schemas.Sasaran, schemas.Program),
    )
    summary = f"Pagu per sasaran tahun {hasil.tahun}; jumlah {pagu.tampil}"
    return make_table("alokasi-sasaran", columns, rows, notes=notes, summary=summary)


@published("Pencapaian kinerja dan anggaran sasaran", schemas.Sasaran, schemas.Program)
def kinerja_anggaran_sasaran(hasil: Results) -> TableOutput:
    """Set performance and money of every sasaran side by side."""
    cells = Cells(hasil)
    columns = [*goals.LEAD, *PERFORMANCE_COLUMNS, *MONEY_COLUMNS]
    rows: list[Row] = []
    for goal in hasil.sasaran:
        lines = [[text(iku.nama), *cells.kinerja(iku)] for iku in goal.iku_tujuan]
        blank = [cells.dash(PER_GOAL) for _ in MONEY_COLUMNS if lines]
        rows += joined_rows([text(f"Tujuan: {goal.row.tujuan}")], lines, blank)
        money = cells.each(*_money(goal))
        lines = [[text(iku.nama), *cells.kinerja(iku)] for iku in goal.iku]
        if not goal.iku:
            reason = f"sasaran belum mempunyai IKU ({hasil.data[schemas.Iku].berkas})"
            lines = [[cells.dash(reason), *[""] * 4]]
        rows += joined_rows([text(goal.nama)], lines, money)
    if _has_unlinked(hasil):
        money = cells.each(*_money(hasil.tanpa_sasaran))
        rows.append(Row([_unlinked_label(cells), *[LEFT] * 5, *money]))
    totals = cells.each(*_money(hasil.anggaran))
    mean = cells.angka(hasil.rata_rata.capaian_iku)
    short = shortfall(hasil.jumlah.iku_status["tidak_mencapai"], hasil.jumlah.iku)
    rows.append(total_row("Rata-rata capaian IKU dan jumlah anggaran", 4, mean, short, *totals))
    notes = cells.notes(
        achievement_note("Capaian", [iku.capaian for iku in hasil.iku]),
        mean_note(hasil),
        MONEY_NOTE,
        "Anggaran sasaran = jumlah program yang ditautkan kepadanya; serapan pada baris jumlah "
        "dihitung dari jumlah anggaran, bukan rata-rata persentase.",
        source_note(hasil.data, schemas.Sasaran, schemas.Iku, schemas.Program),
    )
    used = hasil.anggaran.serapan.tampil
    summary = f"Kinerja dan anggaran per sasaran; serapan keseluruhan {used}"
    return make_table("kinerja-anggaran-sasaran", columns, rows, notes=notes, summary=summary)


@published("Pencapaian kinerja dan anggaran program", schemas.Program)
def kinerja_anggaran_program(hasil: Results) -> TableOutput:
    """Set performance and money of every programme side by side."""
    items = hasil.at_level("program")
    cells = Cells(hasil)
    columns = [*left("Program", "Indikator Kinerja"), *PERFORMANCE_COLUMNS, *MONEY_COLUMNS]
    rows: list[Row] = []
    for item in items:
        money = [*cells.each(item.pagu, item.realisasi, item.silpa), cells.serapan(item)]
        lines = [indicator_cells(cells, item, one, *MEASURED) for one in indicators(item)]
        rows += joined_rows([text(f"Program {item.nama}")], lines, money)
    totals = cells.each(*_money(hasil.anggaran))
    mean = cells.angka(hasil.rata_rata.capaian_program)
    label = "Rata-rata capaian indikator program dan jumlah anggaran"
    counts = hasil.jumlah
    short = counts.indikator_belum["program"], counts.indikator_dinilai["program"]
    rows.append(total_row(label, 4, mean, shortfall(*short), *totals))
    notes = cells.notes(
        formula_note("Rata-rata", [hasil.rata_rata.capaian_program]),
        source_note(hasil.data, schemas.Program, schemas.IndikatorProgram),
    )
    used = hasil.anggaran.serapan.tampil
    summary = f"Kinerja dan anggaran {len(items)} program; serapan keseluruhan {used}"
    return make_table("kinerja-anggaran-program", columns, rows, notes=notes, summary=summary)
