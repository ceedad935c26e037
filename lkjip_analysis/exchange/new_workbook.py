"""The workbook of a new year: what it starts with, proposes, shows of last year, and asks for.

Proposals are values that are likely the same, or follow from last year's. They are coloured, so
that no old figure passes for a new one; a new year in CSV files, where nothing has a colour,
starts without them.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

from lkjip_analysis.data.columns import Row
from lkjip_analysis.data.reading import TableData, YearData
from lkjip_analysis.data.schemas import Identitas, Iku, IndikatorProgram, Narasi, Sarpras, Sdm
from lkjip_analysis.data.validation import inspect_year
from lkjip_analysis.data.writing import cell_text, csv_bytes, write_files
from lkjip_analysis.exchange.filling import Filling, guided, scales
from lkjip_analysis.exchange.workbook import workbook_bytes
from lkjip_analysis.formatting import is_percent
from lkjip_analysis.results import Results, compute_results

WHOLE = Decimal(100)

Records = Mapping[type[Row], Sequence[dict[str, str]]]
"""The rows that each table starts with."""


def new_workbook(started: Records, old: YearData, tahun: int) -> bytes:
    """Write the workbook of a new year; proposals are put into the blank cells of ``started``."""
    hasil = compute_results(old)
    fillings = [_filling(table, records, hasil) for table, records in started.items()]
    full = guided(fillings, _as_read(started, old, tahun))
    return workbook_bytes(tahun, old.tahun, old.identitas.nama_unit, full, scales(old))


def _filling(table: type[Row], records: Sequence[dict[str, str]], hasil: Results) -> Filling:
    data: TableData[Any] = hasil.data[table]
    rows = {tuple(row.cell(name).nilai for name in table.key): row for row in data}
    shown = [c.name for c in table.columns if c.to_fill or (table is Identitas and not c.key)]
    words = {c.name for c in table.columns if c.kind == "teks"}  # shown where they are others
    last, proposed = {}, set()
    for line, record in enumerate(records, start=2):
        row = rows.get(tuple(record[name] for name in table.key))
        if row is None:
            continue
        for name, value in _proposals(row):
            if value is not None and not record[name]:
                record[name] = cell_text(value, data.delimiter)
                proposed.add((line, name))
        held = {name: row.cell(name).nilai for name in shown}
        if isinstance(row, Iku) and not (row.has(Iku.realisasi) or row.realisasi_predikat):
            reached = hasil.iku[row.kode_iku].realisasi  # it followed from other cells
            held["realisasi"] = cell_text(reached.decimal, data.delimiter)
        last[line] = {n: text for n, text in held.items() if n not in words or text != record[n]}
    kept = [n for n, r in enumerate(records, start=2) if table is Narasi and r["teks"]]
    return Filling(
        *(table, table.column_names, records, data.delimiter),
        last=last,
        proposed=proposed,
        carried=kept,
    )


def _proposals(row: Row) -> Iterator[tuple[str, Any]]:
    """Say what a row's cells of the next year likely hold.

    Staff and equipment stay as they are, what was bought is there; a target of a hundred percent
    stays, and so does the reason why there is no national figure.
    """
    if isinstance(row, Sdm):
        yield from (("kebutuhan", row.kebutuhan), ("ketersediaan", row.ketersediaan))
    elif isinstance(row, Sarpras):
        there, bought = row.hasil_rekon, row.pengadaan_periode
        yield "hasil_rekon", None if there is None else there + (bought or 0)
        yield "standar_kebutuhan", row.standar_kebutuhan
        yield from (("pengadaan_periode", Decimal(0)), ("pengadaan_rkbmd", Decimal(0)))
    elif isinstance(row, Iku) and row.realisasi_nasional is None:
        yield "catatan_nasional", row.catatan_nasional or None
    elif isinstance(row, IndikatorProgram) and row.target == WHOLE and is_percent(row.satuan):
        yield "target", row.target


def as_files(started: Records, old: YearData) -> dict[str, bytes]:
    """Write the tables of the new year as files in the dialect of the old ones."""
    files = {}
    for table, records in started.items():
        names = table.column_names
        rows = ([record[name] for name in names] for record in records)
        files[table.file] = csv_bytes(names, rows, old[table].delimiter)
    return files


def _as_read(started: Records, old: YearData, tahun: int) -> YearData:
    """Read the new year as its files would be."""
    with tempfile.TemporaryDirectory() as scratch:
        files = {path.name: path.read_bytes() for path in old.root.glob("*.csv")}
        files |= {f"{tahun}/{name}": content for name, content in as_files(started, old).items()}
        year, _ = inspect_year(tahun, write_files(Path(scratch), files))
    return replace(year, history={old.tahun: old})
