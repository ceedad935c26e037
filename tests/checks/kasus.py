"""A unit made of the few rows a case needs, and one rule run over it.

A table is written as its file has it, header first, only the columns that matter; all else of the
unit is empty. Rows count as in a spreadsheet: the first below the header is row 2.

>>> hasil = unit(sasaran="kode_sasaran;tujuan;sasaran\\nS1;Aman;Tertib")
>>> [(finding.baris, finding.kolom) for finding in look("K20", hasil)]
[(2, 'kode_sasaran')]
"""

from __future__ import annotations

import csv
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

from unit_bersih import TAHUN, Record, Unit, write_unit

from lkjip_analysis.checks import RULES, Finding
from lkjip_analysis.checks.rows import shorten
from lkjip_analysis.data.reading import Cell, read_year
from lkjip_analysis.results import Results, compute_results

FACTS = {
    "nama_unit": "Dinas Uji",
    "jenis_unit": "dinas",
    "pemerintah_daerah": "Kabupaten Uji",
    "kepala_daerah": "Bupati Uji",
    "jabatan_kepala": "Kepala Dinas Uji",
    "tempat": "Uji",
    "renstra_awal": "2022",
    "renstra_akhir": "2026",
}
"""What every case's unit is called; a case's own facts come on top."""

BY_ID = {rule.id: rule for rule in RULES}


def unit(
    *,
    facts: Mapping[str, str] | None = None,
    past: Mapping[int, Mapping[str, str]] | None = None,
    **tables: str,
) -> Results:
    """Compute the results of a unit that has these rows and nothing else.

    ``past`` holds tables of earlier years, by year.
    """
    files = [(f"{TAHUN}/{name}.csv", text) for name, text in tables.items()]
    files += [
        (f"{year}/{name}.csv", text)
        for year, own in (past or {}).items()
        for name, text in own.items()
    ]
    given = {**FACTS, **(facts or {})}
    rows = [f"{key};{value}" for key, value in given.items()]
    return _results((*files, (f"{TAHUN}/identitas.csv", "\n".join(["kunci;nilai", *rows]))))


@cache
def _results(files: tuple[tuple[str, str], ...]) -> Results:
    written: Unit = {
        "skala_predikat.csv" if file.endswith("/skala_predikat.csv") else file: _records(text)
        for file, text in files
    }
    years = sorted({int(file.split("/")[0]) for file, _ in files})
    with tempfile.TemporaryDirectory() as folder:
        root = write_unit(written, Path(folder))
        read = {year: read_year(root, year) for year in years}
    faults = [fault for _, own in read.values() for fault in own]
    assert not faults, faults
    history = {year: data for year, (data, _) in read.items() if year != TAHUN}
    return compute_results(replace(read[TAHUN][0], history=history))


def _records(text: str) -> list[Record]:
    names, *rows = csv.reader((line.strip() for line in text.strip().splitlines()), delimiter=";")
    return [dict(zip(names, row, strict=True)) for row in rows]


def look(code: str, hasil: Results) -> list[Finding]:
    """Run one rule."""
    return list(BY_ID[code](hasil))


def places(code: str, hasil: Results) -> list[tuple[int | None, str]]:
    """Run one rule and give row and column of what it finds."""
    return [(finding.baris, finding.kolom) for finding in look(code, hasil)]


def narasi(*texts: tuple[str, str, str]) -> str:
    """Write ``narasi.csv``: section, IKU and text of each row, from row 2 on."""
    rows = [
        f'{bagian};{n};paragraf;{kode};"{teks}"' for n, (bagian, kode, teks) in enumerate(texts, 1)
    ]
    return "\n".join(["bagian;urutan;jenis;kode;teks", *rows])


def told(findings: Iterable[Finding]) -> str:
    """Write findings as people read them, each with all the cells it points at."""
    return "\n".join(
        "\n".join([finding.as_text(), *(f"  | {_cell(cell)}" for cell in finding.sel)])
        for finding in findings
    )


def _cell(cell: Cell) -> str:
    return f"{cell.berkas}:{cell.baris}:{cell.kolom} {shorten(cell.nilai)}"
