"""The numbers of each chart as a table that opens under it (web only), every figure traced.

One function per chart, of the chart's own name: ``data-tren-iku`` is made by ``tren_iku``.
"""

from __future__ import annotations

from collections.abc import Sequence

from lkjip_analysis.data.validation import frame_rows
from lkjip_analysis.formatting import MISSING
from lkjip_analysis.presentation.charts.words import STATUS, iku_rows
from lkjip_analysis.presentation.output import Column, Row, TextOutput, make_table, text
from lkjip_analysis.presentation.tables.cells import Cells
from lkjip_analysis.results import Results, slug

NAME = 40.0  # percent of the width for the column of names


def capaian_iku(hasil: Results) -> TextOutput:
    """Target, realisation, capaian and status of each IKU."""
    cells = Cells(hasil)
    rows = [
        [
            text(name),
            *(cells.bersatuan(f"{key}.{part}") for part in ("target", "realisasi")),
            cells.angka(f"{key}.capaian"),
            text(STATUS.get(str(hasil[f"{key}.status"].nilai))),
        ]
        for key, name, _ in iku_rows(hasil)
    ]
    heads = ["Indikator", "Target", "Realisasi", "Capaian", "Status"]
    return _data("capaian-iku", "capaian IKU", heads, rows)


def kemajuan_renstra(hasil: Results) -> TextOutput:
    """Target at the end of the Renstra, realisation and progress of each IKU."""
    cells = Cells(hasil)
    rows = [
        [
            text(name),
            *(cells.bersatuan(f"{key}.{part}") for part in ("target_akhir_renstra", "realisasi")),
            cells.angka(f"{key}.kemajuan"),
        ]
        for key, name, _ in iku_rows(hasil)
    ]
    heads = ["Indikator", "Target Akhir Renstra", "Realisasi", "Kemajuan"]
    return _data("kemajuan-renstra", "kemajuan terhadap akhir Renstra", heads, rows)


def tren_iku(hasil: Results) -> TextOutput:
    """Realisation of each IKU over the years, and this year's target."""
    cells = Cells(hasil)
    past = range(hasil.tahun - 2, hasil.tahun)
    rows = [
        [
            text(name),
            text(row["satuan"]),
            *(cells.angka(f"{key}.riwayat.{year}") for year in past),
            *(cells.angka(f"{key}.{part}") for part in ("realisasi", "target")),
        ]
        for key, name, row in iku_rows(hasil)
    ]
    years = [str(year) for year in (*past, hasil.tahun)]
    heads = ["Indikator", "Satuan", *years, f"Target {hasil.tahun}"]
    return _data("tren-iku", "realisasi IKU antartahun", heads, rows)


def capaian_serapan(hasil: Results) -> TextOutput:
    """Capaian and serapan of each sasaran."""
    rows = _keyed(hasil, "sasaran", "kode_sasaran", "sasaran", ("capaian", "serapan"))
    heads = ["Sasaran", "Capaian", "Serapan"]
    return _data("capaian-serapan", "capaian dan serapan per sasaran", heads, rows)


def serapan_program(hasil: Results) -> TextOutput:
    """Pagu, realisation and serapan of each programme."""
    parts = ("pagu", "realisasi", "serapan")
    rows = _keyed(hasil, "program", "kode", "nama", parts, tingkat="program")
    heads = ["Program", "Pagu", "Realisasi", "Serapan"]
    return _data("serapan-program", "serapan anggaran program", heads, rows)


def ketersediaan_sdm(hasil: Results) -> TextOutput:
    """Staff needed, staff there and their share, for each IKU."""
    names = {row["kode_iku"]: row["indikator"] for _, row in frame_rows(hasil.data["iku"])}
    rows = _keyed(hasil, "sdm", "kode_iku", "kode_iku", ("kebutuhan", "tersedia", "ketersediaan"))
    for row, (_, source) in zip(rows, frame_rows(hasil.data["sdm"]), strict=True):
        row[0] = text(names.get(source["kode_iku"], source["kode_iku"]))
    heads = ["Indikator", "Kebutuhan", "Tersedia", "Ketersediaan"]
    return _data("ketersediaan-sdm", "pegawai tersedia dan kebutuhan", heads, rows)


def ketersediaan_sarpras(hasil: Results) -> TextOutput:
    """What is there, bought and needed of each kind of facility, complete ones too."""
    parts = ("hasil_rekon", "pengadaan_rkbmd", "standar_kebutuhan", "ketersediaan")
    rows = _keyed(hasil, "sarpras", "urutan", "uraian", parts)
    heads = ["Jenis", "Hasil Rekon", "Pengadaan RKBMD", "Standar Kebutuhan", "Ketersediaan"]
    return _data("ketersediaan-sarpras", "ketersediaan sarana dan prasarana", heads, rows)


def _keyed(
    hasil: Results, table: str, code: str, name: str, parts: Sequence[str], tingkat: str = ""
) -> list[list[str]]:
    """Make a row for each row of a data file: its name, then its figures."""
    cells = Cells(hasil)
    return [
        [text(row[name]), *(cells.angka(f"{table}.{slug(row[code])}.{part}") for part in parts)]
        for _, row in frame_rows(hasil.data[table])
        if not tingkat or row["tingkat"] == tingkat
    ]


def _data(name: str, what: str, heads: Sequence[str], rows: list[list[str]]) -> TextOutput:
    """Fold the table away under its chart; a chart without data has said so already."""
    width = (100 - NAME) / (len(heads) - 1)
    columns = [Column(heads[0], NAME)]
    columns += [Column(head, width, "left" if head in TEXTS else "right") for head in heads[1:]]
    shown = [Row(row) for row in rows] or [Row([MISSING] * len(heads))]
    table = make_table(f"data-{name}", columns, shown)
    return TextOutput(
        '```{=html}\n<details class="rincian data-gambar">'
        f"<summary>Data gambar: {text(what)}</summary>\n{table.markup}\n</details>\n```"
    )


TEXTS = ("Status", "Satuan")
"""Columns of words; all others hold numbers."""
