"""Tables of the annexes: where the data come from, and what is missing from them."""

from __future__ import annotations

from typing import Any

from lkjip_analysis.data.gaps import Gap, group_gaps, list_gaps
from lkjip_analysis.data.reading import TableData
from lkjip_analysis.presentation.cell import bilangan, text
from lkjip_analysis.presentation.layout import Row, center, left, right
from lkjip_analysis.presentation.output import TableOutput, make_table
from lkjip_analysis.presentation.tables.cells import breakable
from lkjip_analysis.results import Results


def asal_data(hasil: Results) -> TableOutput:
    """Every data file read, with its rows and its SHA-256."""
    data = hasil.data
    columns = [*left("Berkas"), *right("Baris Data"), *left("SHA-256")]
    tables = list(data.tables.values())
    for year in sorted(data.past, reverse=True):
        tables += [table for table in data.past[year].tables.values() if not table.table.shared]
    read = [table for table in tables if table.sha256]
    rows = [
        Row([_file(table), bilangan(len(table)), f"<code>{breakable(table.sha256)}</code>"])
        for table in read
    ]
    absent = [table.berkas for table in data.tables.values() if not table.sha256]
    notes = [
        "SHA-256 adalah sidik isi berkas: isi yang sama memberi sidik yang sama, satu huruf "
        "berubah memberi sidik lain."
    ]
    if absent:
        notes.append(f"Tidak ada atau tidak terbaca: {', '.join(absent)}.")
    summary = f"{len(read)} berkas data dengan sidik SHA-256"
    return make_table("asal-data", columns, rows, notes=notes, summary=summary)


def _file(table: TableData[Any]) -> str:
    return f"<code>{text(table.berkas)}</code>"


def celah(hasil: Results) -> TableOutput:
    """List what is still missing from the data, compulsory things first."""
    gaps = group_gaps(list_gaps(hasil.data))
    ordered = [gap for gap in gaps if gap.wajib] + [gap for gap in gaps if not gap.wajib]
    columns = [*center("No"), *left("Yang Belum Tersedia", "Tempat", "Sifat")]
    rows = [
        Row([str(number), text(gap.apa), _place(gap), "Wajib" if gap.wajib else "Pilihan"])
        for number, gap in enumerate(ordered, start=1)
    ]
    compulsory = sum(gap.wajib for gap in ordered)
    notes = [
        "Wajib: laporan masih berupa draf selama bagian itu kosong. Pilihan: laporan dapat "
        "diterbitkan, dan kekosongannya disebutkan."
    ]
    summary = f"{len(ordered)} celah data, {compulsory} di antaranya wajib diisi"
    empty = {"Yang Belum Tersedia": "Tidak ada data yang belum tersedia."}
    return make_table("celah", columns, rows, notes=notes, summary=summary, empty=empty)


def _place(gap: Gap) -> str:
    parts = [f"<code>{text(gap.berkas)}</code>"]
    if gap.baris is not None:
        parts.append(f"baris {gap.baris}")
    if gap.kolom:
        parts.append(f"kolom {text(gap.kolom)}")
    return ", ".join(parts)
