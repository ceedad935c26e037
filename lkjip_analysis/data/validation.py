"""Is the data sound enough to compute with? Schema checks by pandera, links by our own rules.

``load_year`` is the door: it returns sound data with its history, or raises every fault at once.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from functools import cache
from pathlib import Path

import pandas as pd
import pandera.pandas as pa

from lkjip_analysis.data.arranging import arrange
from lkjip_analysis.data.columns import Column, Table
from lkjip_analysis.data.dialect import is_blank
from lkjip_analysis.data.files import almost_years, folder_fault
from lkjip_analysis.data.identity import check_facts, check_identity
from lkjip_analysis.data.links import check_keys, check_references, check_tree
from lkjip_analysis.data.reading import (
    TableData,
    YearData,
    available_years,
    raise_problems,
    read_year,
)
from lkjip_analysis.data.scales import check_scales
from lkjip_analysis.exceptions import CallError, Problem, cut, printable
from lkjip_analysis.formatting import format_number
from lkjip_analysis.paths import data_folder, same_place

HISTORY_YEARS = 2

TREES = (
    ("program", "kode", "induk"),
    ("renstra", "kode", "induk"),
    ("struktur", "kode_jabatan", "atasan"),
    ("proses_bisnis", "kode", "induk"),
)
"""Tables whose rows have a parent in the same table: name, code, parent."""


@cache
def pandera_schema(table: Table) -> pa.DataFrameSchema:
    """Build the pandera schema of a table from the columns that can be wrong once read."""
    columns = {
        column.name: _pandera_column(column) for column in table.columns
        if column.required or column.minimum is not None or column.maximum is not None
    }  # fmt: skip
    return pa.DataFrameSchema(columns, name=table.name)


def _pandera_column(column: Column) -> pa.Column:
    checks = []
    if column.minimum is not None:
        checks.append(pa.Check.ge(column.minimum, name="minimum"))
    if column.maximum is not None:
        checks.append(pa.Check.le(column.maximum, name="maximum"))
    return pa.Column(checks=checks, nullable=not column.required)


def check_schema(data: TableData) -> list[Problem]:
    """Check a table against its schema: compulsory cells, ranges."""
    try:
        pandera_schema(data.table).validate(data.typed, lazy=True)
    except pa.errors.SchemaErrors as errors:
        cases = errors.failure_cases
        cells = cases[cases["index"].notna()].drop_duplicates(["column", "index"])
        found = [
            _cell_problem(data, data.table.column(str(column)), int(baris), str(check))
            for column, baris, check in zip(
                cells["column"], cells["index"], cells["check"], strict=True
            )
        ]
        return [problem for problem in found if problem is not None]
    return []


def _cell_problem(data: TableData, column: Column, baris: int, check: str) -> Problem | None:
    found = data.cell(baris, column.name).nilai
    if check == "not_nullable":
        if column.name not in data.text.columns or (
            found and data.value(baris, column.name) is None and not is_blank(found)
        ):
            return None  # the header or the reader has said so
        example = f" (misalnya {column.example})" if column.example else ""
        return Problem(
            data.berkas,
            baris,
            column.name,
            "sel wajib masih kosong",
            found,
            column.meaning + example,
            "isi sel ini",
        )
    low, high = (
        None if limit is None else format_number(Decimal(str(limit)))
        for limit in (column.minimum, column.maximum)
    )
    allowed = (
        f"{low} sampai {high}"
        if low and high
        else f"paling kecil {low}"
        if low
        else f"paling besar {high}"
    )
    remedy = "periksa angkanya pada dokumen sumber"
    return Problem(data.berkas, baris, column.name, "nilai di luar batas", found, allowed, remedy)


def check_year(year: YearData) -> list[Problem]:
    """Run all checks on the files of one year."""
    problems: list[Problem] = []
    for data in year.tables.values():
        if not data.typed.empty:
            problems += check_schema(data) + check_keys(data)
    problems += check_references(year)
    for name, key, parent in TREES:
        problems += check_tree(year.tables[name], key, parent)
    return problems + check_facts(year) + check_scales(year)


def load_year(tahun: int, root: str | Path | None = None, *, whole: bool = True) -> YearData:
    """Load a year's data with the two years before it, checked; raise every fault at once.

    Parameters
    ----------
    tahun
        The report's year.
    root
        Folder with the year folders and ``skala_predikat.csv``; default: see ``paths.data_folder``.
    whole
        A report needs ``identitas.csv``; a year that only gives history does not.
    """
    year, problems = inspect_year(tahun, root, whole=whole)
    raise_problems(problems)
    return year


def inspect_year(
    tahun: int, root: str | Path | None = None, *, whole: bool = True
) -> tuple[YearData, list[Problem]]:
    """Load a year's data with its history, and list the faults instead of raising them."""
    folder = _data_folder(root)
    years = available_years(folder)
    if tahun not in years:
        raise CallError(_no_such_year(tahun, folder, years))
    year, problems = read_year(folder, tahun)
    problems += (check_identity(year, folder, years) if whole else []) + check_year(year)
    history = {}
    for before in range(tahun - HISTORY_YEARS, tahun):
        if before in years:
            earlier, faults = read_year(folder, before)
            problems += [
                p for p in [*faults, *check_year(earlier)] if p.berkas.startswith(f"{before}/")
            ]
            history[before] = replace(earlier, tables=arrange(earlier.tables))
    year = replace(year, tables=arrange(year.tables), history=history)
    files = [data.berkas for one in (year, *history.values()) for data in one.tables.values()]
    return year, _told_once(problems, files)


def _data_folder(root: str | Path | None) -> Path:
    try:
        return data_folder(root)
    except ValueError:  # a NUL in the name
        raise CallError(f"Folder data tidak dapat dibuka: {printable(str(root))}") from None


def _no_such_year(tahun: int, folder: Path, years: list[int]) -> str:
    """Say that a year has no folder, and what there is instead."""
    shown = printable(str(folder))
    if fault := folder_fault(folder):
        return f"Folder data {fault}: {cut(shown, 200)}\n  perbaikan : periksa --data"
    lines = [
        f"Tidak ada data untuk tahun {tahun} di {shown}.",
        f"  tahun yang ada : {', '.join(map(str, years)) or 'tidak ada'}",
    ]
    if almost := almost_years(folder):
        lines.append(
            f"  bukan tahun    : {', '.join(almost[:5])} (nama folder harus tepat empat angka)"
        )
    lines.append(
        f"  perbaikan      : jalankan 'lkjip new-year {tahun}{same_place(folder)}' "
        "atau periksa --tahun dan --data"
    )
    return "\n".join(lines)


def _told_once(problems: list[Problem], files: list[str]) -> list[Problem]:
    """Sort faults by file and row, without what only follows from a row that is torn apart."""
    torn = {(p.berkas, p.baris) for p in problems if p.baris is not None and p.kolom is None}
    once = dict.fromkeys(p for p in problems if p.kolom is None or (p.berkas, p.baris) not in torn)
    strangers = [p.berkas for p in once if p.berkas not in files]  # they explain what follows
    place = {berkas: number for number, berkas in enumerate(dict.fromkeys([*strangers, *files]))}
    return sorted(once, key=lambda p: (place[p.berkas], p.baris or 0))


def frame_rows(frame: pd.DataFrame) -> list[tuple[int, dict[str, object]]]:
    """List a table's rows as ``(row number, record)``, in file order."""
    names = [str(name) for name in frame.columns]
    columns = [frame[name].tolist() for name in frame.columns]
    records = zip(*columns, strict=True)
    return [
        (b, dict(zip(names, record, strict=True)))
        for b, record in zip(frame.index.tolist(), records, strict=True)
    ]
