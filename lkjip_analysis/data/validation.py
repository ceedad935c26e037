"""Is the data sound enough to compute with? Schema checks by pandera, links by our own rules.

``load_year`` is the door: it returns sound data with its history, or raises every fault at once.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pandas as pd
import pandera.pandas as pa

from lkjip_analysis.data.columns import Column, Table
from lkjip_analysis.data.facts import FACTS
from lkjip_analysis.data.reading import TableData, YearData, available_years, raise_problems, read_year, suggest
from lkjip_analysis.data.schemas import LEVELS, TABLES
from lkjip_analysis.exceptions import CallError, Problem
from lkjip_analysis.formatting import format_number
from lkjip_analysis.paths import data_folder

HISTORY_YEARS = 2


@cache
def pandera_schema(table: Table) -> pa.DataFrameSchema:
    """Build the pandera schema of a table from its column descriptions."""
    columns = {column.name: _pandera_column(column) for column in table.columns}
    return pa.DataFrameSchema(columns, strict=True, name=table.name)


def _pandera_column(column: Column) -> pa.Column:
    checks = []
    if column.minimum is not None:
        checks.append(pa.Check.ge(column.minimum, name="minimum"))
    if column.maximum is not None:
        checks.append(pa.Check.le(column.maximum, name="maximum"))
    return pa.Column(object, checks=checks, nullable=not column.required)


def check_schema(data: TableData) -> list[Problem]:
    """Check a table against its schema: compulsory cells, ranges."""
    try:
        pandera_schema(data.table).validate(data.typed, lazy=True)
    except pa.errors.SchemaErrors as errors:
        cases = errors.failure_cases
        cells = cases[cases["index"].notna()].drop_duplicates(["column", "index"])
        return [
            _cell_problem(data, data.table.column(str(column)), int(baris), str(check))
            for column, baris, check in zip(cells["column"], cells["index"], cells["check"], strict=True)
        ]
    return []


def _cell_problem(data: TableData, column: Column, baris: int, check: str) -> Problem:
    found = data.cell(baris, column.name).nilai
    if check == "not_nullable":
        return Problem(data.berkas, baris, column.name, "sel wajib masih kosong", found,
                       column.meaning + (f" (misalnya {column.example})" if column.example else ""), "isi sel ini")
    low, high = (None if limit is None else format_number(_decimal(limit)) for limit in (column.minimum, column.maximum))
    allowed = f"{low} sampai {high}" if low and high else f"paling kecil {low}" if low else f"paling besar {high}"
    return Problem(data.berkas, baris, column.name, "nilai di luar batas", found, allowed, "periksa angkanya pada dokumen sumber")


def _decimal(value: float) -> object:
    from decimal import Decimal

    return Decimal(str(value))


def check_keys(data: TableData) -> list[Problem]:
    """Check that no two rows have the same key."""
    key = [name for name in data.table.key if name in data.typed.columns]
    frame = data.typed[key]
    if frame.empty or data.table.name == "pengakuan":
        return []
    problems = []
    first: dict[tuple[object, ...], int] = {}
    for baris, values in zip(frame.index, frame.itertuples(index=False, name=None), strict=True):
        if any(value is None for value in values):
            continue
        if values in first:
            shown = " / ".join(str(value) for value in values)
            problems.append(Problem(data.berkas, int(baris), " + ".join(key), "kode ganda", shown,
                                    "setiap baris berkode sendiri", f"sudah dipakai di baris {first[values]}; ganti salah satu"))
        first.setdefault(values, int(baris))
    return problems


def check_references(year: YearData) -> list[Problem]:
    """Check that codes pointing to other rows point somewhere."""
    problems = []
    for data in year.tables.values():
        for column in data.table.columns:
            if not column.refers_to or data.typed.empty:
                continue
            target, key = column.refers_to.split(".")
            if target in year.missing:
                continue
            allowed = list(dict.fromkeys(value for value in year[target][key] if value is not None))
            known = set(allowed)
            cells = data.typed[column.name]
            for baris in cells.index[[value is not None and value not in known for value in cells]]:
                found = str(cells[baris])
                listed = ", ".join(map(str, allowed[:12])) + (", …" if len(allowed) > 12 else "")
                problems.append(Problem(data.berkas, int(baris), column.name,
                                        f"kode tidak ada di {year.tables[target].berkas}", found, listed,
                                        suggest(found, allowed) or f"tambahkan kode itu di {target}.csv atau perbaiki di sini"))
    return problems


def check_tree(data: TableData, key: str, parent: str) -> list[Problem]:
    """Check that parents form a tree: no circle, and levels one below the other."""
    frame = data.typed
    parents = {k: p for k, p in zip(frame[key], frame[parent], strict=True) if k is not None}
    levels = dict(zip(frame[key], frame["tingkat"], strict=True)) if "tingkat" in frame.columns else {}
    problems = []
    sound: set[object] = set()
    for baris, code in zip(frame.index, frame[key], strict=True):
        path, current = [], code
        while current is not None and current in parents and current not in sound and current not in path:
            path.append(current)
            current = parents[current]
        if current is not None and current in path:
            if code in path[path.index(current):]:
                problems.append(Problem(data.berkas, int(baris), parent, "induk berputar kembali ke dirinya sendiri",
                                        " → ".join(map(str, [*path, current])), "pohon tanpa lingkaran", "perbaiki kode induk"))
        else:
            sound.update(path)
        if levels and code is not None:
            problems += _check_level(data, int(baris), levels.get(code), parents.get(code), levels)
    return problems


def _check_level(
    data: TableData, baris: int, level: object, parent: object, levels: dict[object, object]
) -> list[Problem]:
    if level not in LEVELS:
        return []
    place = LEVELS.index(str(level))
    expected = LEVELS[place - 1] if place else None
    if expected is None and parent is not None:
        return [Problem(data.berkas, baris, "induk", "program tidak boleh berinduk", str(parent), "kosong", "kosongkan induk, atau perbaiki tingkat")]
    if expected is not None and parent is None:
        return [Problem(data.berkas, baris, "induk", f"{level} harus berinduk {expected}", "", f"kode {expected}", "isi kode induknya")]
    if expected is not None and parent in levels and levels[parent] != expected:
        return [Problem(data.berkas, baris, "induk", f"induk {level} harus {expected}", f"{parent} ({levels[parent]})", f"kode {expected}", "perbaiki induk atau tingkat")]
    return []


def check_scales(year: YearData) -> list[Problem]:
    """Check that every named scale exists in ``skala_predikat.csv``."""
    scales = list(dict.fromkeys(year["skala_predikat"]["skala"]))
    problems = []
    named = []
    if "identitas" not in year.missing:
        keys = ("skala_capaian", "skala_dukungan")
        named = [("identitas", year.fact_cell(key), year.identitas[key]) for key in keys]
    named += [("iku", year.cell("iku", int(str(b)), "skala"), name) for b, name in year["iku"]["skala"].items() if name]
    for table, cell, name in named:
        if name is None or name in scales:
            continue
        where = (cell.berkas, cell.baris, cell.kolom) if cell else (year.tables[table].berkas, None, None)
        if "skala_predikat" in year.missing:
            remedy = f"berkas skala_predikat.csv tidak ada di {year.root.name}/; salin dari data/ proyek"
        else:
            remedy = suggest(str(name), scales) or "tambahkan skalanya di skala_predikat.csv"
        problems.append(Problem(*where, "skala predikat tidak ada", str(name), ", ".join(scales), remedy))
    return problems


def check_year(year: YearData) -> list[Problem]:
    """Run all checks on the files of one year."""
    problems: list[Problem] = []
    for data in year.tables.values():
        if not data.typed.empty:
            problems += check_schema(data) + check_keys(data)
    problems += check_references(year)
    for name, key, parent in (
        ("program", "kode", "induk"), ("renstra", "kode", "induk"),
        ("struktur", "kode_jabatan", "atasan"), ("proses_bisnis", "kode", "induk"),
    ):  # fmt: skip
        problems += check_tree(year.tables[name], key, parent)
    facts = year.identitas
    if facts["renstra_awal"] and facts["renstra_akhir"] and facts["renstra_awal"] > facts["renstra_akhir"]:
        cell = year.fact_cell("renstra_akhir")
        assert cell is not None
        problems.append(Problem(cell.berkas, cell.baris, "nilai", "akhir Renstra mendahului awalnya", cell.nilai,
                                f"{facts['renstra_awal']} atau sesudahnya", "perbaiki renstra_awal atau renstra_akhir"))
    return problems + check_scales(year)


def load_year(tahun: int, root: str | Path | None = None) -> YearData:
    """Load a year's data with the two years before it, checked; raise every fault at once.

    Parameters
    ----------
    tahun
        The report's year.
    root
        Folder with the year folders and ``skala_predikat.csv``; default: see ``paths.data_folder``.
    """
    year, problems = inspect_year(tahun, root)
    raise_problems(problems)
    return year


def inspect_year(tahun: int, root: str | Path | None = None) -> tuple[YearData, list[Problem]]:
    """Load a year's data with its history, and list the faults instead of raising them."""
    folder = data_folder(root)
    years = available_years(folder)
    if tahun not in years:
        known = ", ".join(map(str, years)) or "tidak ada"
        raise CallError(
            f"Tidak ada data untuk tahun {tahun} di {folder}.\n"
            f"  tahun yang ada : {known}\n"
            f"  perbaikan      : jalankan 'lkjip new-year {tahun}' atau periksa --tahun dan --data"
        )
    year, problems = read_year(folder, tahun)
    if "identitas" in year.missing:
        known = [y for y in years if (folder / str(y) / TABLES["identitas"].file).exists()]
        problems.append(Problem(f"{tahun}/identitas.csv", None, None, "berkas wajib tidak ada",
                                diizinkan=f"tahun dengan data lengkap: {', '.join(map(str, known)) or 'tidak ada'}",
                                saran=f"jalankan 'lkjip new-year {tahun}', atau isi identitas.csv"))
    else:
        problems += [problem for problem in missing_facts(year) if problem.kolom]
    problems += check_year(year)
    history = {}
    for before in range(tahun - HISTORY_YEARS, tahun):
        if before in years:
            earlier, faults = read_year(folder, before)
            problems += [p for p in [*faults, *check_year(earlier)] if p.berkas.startswith(f"{before}/")]
            history[before] = earlier
    year = YearData(year.tahun, year.root, year.tables, year.missing, year.identitas, history)
    return year, list(dict.fromkeys(problems))


def missing_facts(year: YearData) -> list[Problem]:
    """List required facts of ``identitas.csv`` that never change from year to year and are blank."""
    problems = []
    for fact in FACTS.values():
        if fact.required and not fact.each_year and year.identitas[fact.key] is None:
            cell = year.fact_cell(fact.key)
            problems.append(Problem(f"{year.tahun}/identitas.csv", cell.baris if cell else None, "nilai",
                                    f"fakta wajib '{fact.key}' belum diisi", diizinkan=fact.meaning,
                                    saran="isi nilainya" if cell else f"tambahkan baris dengan kunci {fact.key}"))
    return problems


def frame_rows(frame: pd.DataFrame) -> list[tuple[int, dict[str, object]]]:
    """List a table's rows as ``(row number, record)``, in file order."""
    return [(int(b), r) for b, r in zip(frame.index, frame.to_dict("records"), strict=True)]
