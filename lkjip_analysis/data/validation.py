"""Is the data sound enough to compute with? Cells by their declaration, links by rules.

``load_year`` is the door: it returns sound data with its history, or raises every fault at once.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from lkjip_analysis.data.annexes import check_annexes
from lkjip_analysis.data.arranging import arrange
from lkjip_analysis.data.columns import Column, Row, limits_of
from lkjip_analysis.data.dialect import is_blank
from lkjip_analysis.data.facts import CHOSEN
from lkjip_analysis.data.files import (
    almost_years,
    available_years,
    complete_years,
    need_folder,
    workbook_file,
)
from lkjip_analysis.data.identity import check_facts, check_identity
from lkjip_analysis.data.links import check_aims, check_keys, check_references, check_trees
from lkjip_analysis.data.reading import (
    TableData,
    YearData,
    find_table,
    raise_problems,
    read_facts,
    read_year,
)
from lkjip_analysis.data.scales import check_scales
from lkjip_analysis.data.schemas import (
    TABLES,
    Evaluasi,
    Identitas,
    Iku,
    IndikatorProgram,
    Ipp,
    KomponenIku,
    Sasaran,
    Skm,
)
from lkjip_analysis.data.skema import check_version
from lkjip_analysis.data.workbook import in_sheets, open_workbook
from lkjip_analysis.exceptions import CallError, Problem, printable
from lkjip_analysis.paths import data_folder, same_place

HISTORY_YEARS = 2
INDICATORS = (Iku, IndikatorProgram, Identitas, KomponenIku, Skm, Ipp, Evaluasi)
"""What is read of the years before those: the course of an indicator is told over all years, and a
blank realisation follows from the last five."""


def check_schema(data: TableData[Any]) -> list[Problem]:
    """Check a table against its declaration: compulsory cells, ranges."""
    told = [
        column for column in data.table.columns
        if column.required or column.minimum is not None or column.maximum is not None
    ]  # fmt: skip
    found = (_cell_problem(data, row, column) for row in data for column in told)
    return [problem for problem in found if problem is not None]


def _cell_problem(data: TableData[Any], row: Row, column: Column[Any]) -> Problem | None:
    value, place = row[column.name], (data.berkas, row.line, column.name)
    found = row.cell(column.name).nilai
    if value == column.blank:
        if not column.required or column.name not in data.header or not is_blank(found):
            return None  # it may be blank, or the header or the reader has said so
        example = f" (misalnya {column.example})" if column.example else ""
        allowed = column.meaning + example
        return Problem(*place, "sel wajib masih kosong", found, allowed, "isi sel ini")
    low, high = column.minimum, column.maximum
    if (low is None or value >= low) and (high is None or value <= high):
        return None
    remedy = "periksa angkanya pada dokumen sumber"
    return Problem(*place, "nilai di luar batas", found, limits_of(column), remedy)


def check_year(year: YearData) -> list[Problem]:
    """Run all checks on the files of one year."""
    problems: list[Problem] = []
    for data in year.tables.values():
        problems += check_schema(data) + check_keys(data)
    problems += check_references(year)
    for data in year.tables.values():
        problems += check_trees(data)
    return [*problems, *check_aims(year[Sasaran]), *check_facts(year), *check_scales(year)]


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
    """Load a year's data with its history, and list the faults instead of raising them.

    A year without ``identitas.csv`` has the choices (``facts.CHOSEN``) of the nearest one with it.
    """
    folder = _data_folder(root)
    check_version(folder)
    years = available_years(folder)
    if tahun not in years:
        raise CallError(_no_such_year(tahun, folder, years))
    year, problems = read_year(folder, tahun)
    problems += (check_identity(year, folder) if whole else []) + check_year(year)
    problems += check_annexes(year)
    history = {}
    for before in range(tahun - HISTORY_YEARS, tahun):
        if before in years:
            earlier, faults = read_year(folder, before)
            faults += check_year(earlier)
            problems += [p for p in faults if p.berkas.startswith(f"{before}/")]
            history[before] = _measured(arrange(earlier))
    older = {y: _indicators(folder, y) for y in years if y < tahun - HISTORY_YEARS}
    year = replace(_measured(arrange(year)), history=history, earlier=older)
    files = [data.berkas for one in (year, *history.values()) for data in one.tables.values()]
    return year, [_as_said(one) for one in _told_once(problems, files)]


def _indicators(root: Path, tahun: int) -> YearData | None:
    """Read what a year long past tells of its indicators; None where that has faults."""
    book = open_workbook(root, tahun)
    tables: dict[str, TableData[Any]] = {}
    faults = [book.fault] if book and book.fault else []
    for table in TABLES.values():
        tables[table.name] = TableData(table, f"{tahun}/{table.file}")
        if table in INDICATORS:
            held, told = find_table(root, tahun, table, book)
            told += check_schema(held) + check_keys(held)
            tables[table.name] = tables[table.name] if told else held
            faults += told if table in INDICATORS[:2] else []
    missing = [name for name, data in tables.items() if data.readable and not data.sha256]
    facts, _ = read_facts(tables[Identitas.name])
    return None if faults else YearData(tahun, root, tables, tuple(missing), facts)


def _measured(year: YearData) -> YearData:
    """Give a year that names no choices those of the nearest that does, the later of two."""
    complete = complete_years(year.root)
    if "identitas" not in year.missing or not complete:
        return year
    nearest = min(complete, key=lambda other: (abs(other - year.tahun), -other))
    book = open_workbook(year.root, nearest)
    facts, _ = read_facts(find_table(year.root, nearest, Identitas, book)[0])
    own = year.identitas.having(**{name: facts[name] for name in CHOSEN})
    return replace(year, identitas=own)


def _data_folder(root: str | Path | None) -> Path:
    try:
        return data_folder(root)
    except ValueError:  # a NUL in the name
        raise CallError(f"Folder data tidak dapat dibuka: {printable(str(root))}") from None


def _no_such_year(tahun: int, folder: Path, years: list[int]) -> str:
    """Say that a year has no folder, and what there is instead."""
    need_folder(folder)
    shown = printable(str(folder))
    lines = [
        f"Tidak ada data untuk tahun {tahun} di {shown}.",
        f"  tahun yang ada : {', '.join(map(str, years)) or 'tidak ada'}",
    ]
    if almost := almost_years(folder):
        names = ", ".join(almost[:5])
        lines.append(f"  bukan tahun    : {names} (nama folder harus tepat empat angka)")
    near = [folder.parent, *sorted(filter(Path.is_dir, folder.iterdir()))]
    meant = next((path for path in near if not years and tahun in complete_years(path)), None)
    remedy = "periksa --tahun dan --data"
    if (folder / workbook_file(tahun)).exists():
        remedy = f"buat folder {tahun}/, lalu pindahkan {workbook_file(tahun)} ke dalamnya"
    elif meant:
        remedy = f'maksud Anda --data "{printable(str(meant))}"?'
    elif complete_years(folder):
        remedy = f"jalankan 'lkjip new-year {tahun}{same_place(folder)}' atau {remedy}"
    lines.append(f"  perbaikan      : {remedy}")
    return "\n".join(lines)


def _as_said(one: Problem) -> Problem:
    """Name sheets, not files, in what is said of a workbook's cell."""
    if " lembar " not in one.berkas or one.kolom is None:
        return one
    pesan, diizinkan, saran = map(in_sheets, (one.pesan, one.diizinkan, one.saran))
    return replace(one, pesan=pesan, diizinkan=diizinkan, saran=saran)


def _told_once(problems: list[Problem], files: list[str]) -> list[Problem]:
    """Sort faults by file and row, without what only follows from a row that is torn apart."""
    torn = {(p.berkas, p.baris) for p in problems if p.baris is not None and p.kolom is None}
    once = dict.fromkeys(p for p in problems if p.kolom is None or (p.berkas, p.baris) not in torn)
    strangers = [p.berkas for p in once if p.berkas not in files]  # they explain what follows
    place = {berkas: number for number, berkas in enumerate(dict.fromkeys([*strangers, *files]))}
    return sorted(once, key=lambda p: (place[p.berkas], p.baris or 0))
