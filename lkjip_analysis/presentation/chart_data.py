"""The numbers of each chart as a table that opens under it (web only), every figure traced.

One function per chart, of the chart's own name: ``data-tren-iku`` is made by ``tren_iku``.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from lkjip_analysis.presentation.cell import Cell, standing, status, text
from lkjip_analysis.presentation.layout import Column, Row
from lkjip_analysis.presentation.output import TextOutput, make_table
from lkjip_analysis.presentation.tables.cells import Cells
from lkjip_analysis.results import Figure, Results
from lkjip_analysis.results.entities import Entity


def capaian_iku(hasil: Results) -> TextOutput:
    """Target, realisation, capaian and status of each IKU."""
    cells = Cells(hasil)
    rows = []
    for iku in hasil.iku:
        measured = [*map(cells.bersatuan, (iku.target, iku.realisasi)), cells.angka(iku.capaian)]
        rows.append([text(iku.nama), *measured, status(iku.status)])
    heads = ["Indikator", "Target", "Realisasi", "Capaian", "Status"]
    return _data("capaian-iku", "capaian IKU", heads, rows)


def kemajuan_renstra(hasil: Results) -> TextOutput:
    """Target at the end of the Renstra, realisation and progress of each IKU."""
    cells = Cells(hasil)
    rows = []
    for iku in hasil.iku:
        reached = map(cells.bersatuan, (iku.target_akhir_renstra, iku.realisasi))
        rows.append([text(iku.nama), *reached, cells.angka(iku.kemajuan), standing(iku.kemajuan)])
    heads = ["Indikator", "Target Akhir Renstra", "Realisasi", "Kemajuan", "Status"]
    return _data("kemajuan-renstra", "kemajuan terhadap akhir Renstra", heads, rows)


def tren_iku(hasil: Results) -> TextOutput:
    """Realisation of each IKU over the years, and this year's target."""
    past = range(hasil.tahun - 2, hasil.tahun)
    rows = []
    for iku in hasil.iku:
        figures = [*(iku.riwayat[year] for year in past), iku.realisasi, iku.target]
        rows.append([text(iku.nama), text(iku.row.satuan), *Cells(hasil).each(*figures)])
    years = [str(year) for year in (*past, hasil.tahun)]
    heads = ["Indikator", "Satuan", *years, f"Target {hasil.tahun}"]
    return _data("tren-iku", "realisasi IKU antartahun", heads, rows)


def capaian_serapan(hasil: Results) -> TextOutput:
    """Capaian and serapan of each sasaran."""
    rows = [
        [*_row(hasil, goal, goal.capaian, goal.serapan), status(goal.status)]
        for goal in hasil.sasaran
    ]
    heads = ["Sasaran", "Capaian", "Serapan", "Status"]
    return _data("capaian-serapan", "capaian dan serapan per sasaran", heads, rows)


def serapan_program(hasil: Results) -> TextOutput:
    """Pagu, realisation and serapan of each programme."""
    items = hasil.at_level("program")
    rows = [_row(hasil, item, item.pagu, item.realisasi, item.serapan) for item in items]
    heads = ["Program", "Pagu", "Realisasi", "Serapan"]
    return _data("serapan-program", "serapan anggaran program", heads, rows)


def ketersediaan_sdm(hasil: Results) -> TextOutput:
    """Staff needed, staff there and their share, for each IKU."""
    rows = [_row(hasil, one, one.kebutuhan, one.tersedia, one.ketersediaan) for one in hasil.sdm]
    heads = ["Indikator", "Kebutuhan", "Tersedia", "Ketersediaan"]
    return _data("ketersediaan-sdm", "pegawai tersedia dan kebutuhan", heads, rows)


def ketersediaan_sarpras(hasil: Results) -> TextOutput:
    """What is there, bought and needed of each kind of facility, complete ones too."""
    rows = []
    for one in hasil.sarpras:
        stock = one.hasil_rekon, one.pengadaan_rkbmd, one.standar_kebutuhan
        rows.append(_row(hasil, one, *stock, one.ketersediaan))
    heads = ["Jenis", "Hasil Rekon", "Pengadaan RKBMD", "Standar Kebutuhan", "Ketersediaan"]
    return _data("ketersediaan-sarpras", "ketersediaan sarana dan prasarana", heads, rows)


def _row(hasil: Results, one: Entity[Any], *figures: Figure) -> list[Cell]:
    """Make the row of an entity: its name, then its figures."""
    return [text(one.nama), *Cells(hasil).each(*figures)]


def _data(name: str, what: str, heads: Sequence[str], rows: Sequence[Sequence[Cell]]) -> TextOutput:
    """Fold the table away under its chart; a chart without data has said so already."""
    columns = [Column(heads[0])]
    columns += [Column(head, "left" if head in TEXTS else "right") for head in heads[1:]]
    table = make_table(f"data-{name}", columns, [Row(row) for row in rows])
    return TextOutput(
        '```{=html}\n<details class="rincian data-gambar">'
        f"<summary>Data gambar: {text(what)}</summary>\n{table.markup}\n</details>\n```"
    )


TEXTS = ("Status", "Satuan")
"""Columns of words; all others hold numbers."""
