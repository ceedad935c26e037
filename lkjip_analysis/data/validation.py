"""Is the data sound enough to compute with? Schema checks by pandera, links by our own rules.

``load_year`` is the door: it returns sound data with its history, or raises every fault at once.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from functools import cache
from pathlib import Path, PurePosixPath

import pandas as pd
import pandera.pandas as pa

from lkjip_analysis.data.arranging import arrange
from lkjip_analysis.data.columns import Column, Table
from lkjip_analysis.data.dialect import is_blank, suggest
from lkjip_analysis.data.facts import FACTS
from lkjip_analysis.data.files import almost_years, find_file, folder_fault, logo_folders
from lkjip_analysis.data.links import check_keys, check_references, check_tree
from lkjip_analysis.data.reading import (
    TableData,
    YearData,
    available_years,
    raise_problems,
    read_year,
    unnamed_facts,
)
from lkjip_analysis.data.scales import check_scales
from lkjip_analysis.data.schemas import TABLES
from lkjip_analysis.exceptions import CallError, Problem, cut, printable
from lkjip_analysis.formatting import format_number
from lkjip_analysis.paths import data_folder

HISTORY_YEARS = 2

TREES = (
    ("program", "kode", "induk"),
    ("renstra", "kode", "induk"),
    ("struktur", "kode_jabatan", "atasan"),
    ("proses_bisnis", "kode", "induk"),
)
"""Tables whose rows have a parent in the same table: name, code, parent."""

LOGO_ENDINGS = (".png", ".svg", ".jpg", ".jpeg")


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


def check_facts(year: YearData) -> list[Problem]:
    """Check facts of ``identitas.csv`` that can be wrong by themselves or against each other."""
    facts = year.identitas
    problems = []

    def fault(key: str, message: str, allowed: str, remedy: str) -> None:
        cell = year.fact_cell(key)
        if cell is not None:
            problems.append(
                Problem(
                    cell.berkas,
                    cell.baris,
                    "nilai",
                    f"{key}: {message}",
                    cell.nilai,
                    allowed,
                    remedy,
                )
            )

    if (
        facts["renstra_awal"]
        and facts["renstra_akhir"]
        and facts["renstra_awal"] > facts["renstra_akhir"]
    ):
        fault(
            "renstra_akhir",
            "akhir Renstra mendahului awalnya",
            f"{facts['renstra_awal']} atau sesudahnya",
            "perbaiki renstra_awal atau renstra_akhir",
        )
    if facts["total_pagu_dpa"] is not None and facts["total_pagu_dpa"] < 0:
        fault(
            "total_pagu_dpa",
            "nilai di luar batas",
            "paling kecil 0",
            "periksa angkanya pada dokumen sumber",
        )
    nip = re.sub(r"[\s.]", "", str(facts["nip_kepala"] or ""))
    if re.search(r"[0-9][.,]?[0-9]*e\+?[0-9]", nip, re.IGNORECASE) or re.fullmatch(
        r"[0-9]{15}000", nip
    ):
        fault(
            "nip_kepala",
            "NIP sudah diubah Excel menjadi bilangan, angka belakangnya hilang",
            "18 angka",
            "atur format sel menjadi Teks, ketik ulang NIP dari dokumen sumber, lalu simpan",
        )
    elif nip and not re.fullmatch(r"[0-9]{18}", nip):
        fault(
            "nip_kepala",
            "NIP tidak berisi 18 angka",
            "18 angka, boleh berspasi; kosong bila tidak ber-NIP",
            "tulis ulang NIP dari dokumen sumber",
        )
    logo = facts["logo"]
    if logo is not None:
        path = PurePosixPath(logo.replace("\\", "/"))
        if path.is_absolute() or ".." in path.parts or re.match(r"[A-Za-z]:", logo):
            fault(
                "logo",
                "lambang harus berada di folder data",
                "nama berkas, misalnya lambang.png",
                "salin gambarnya ke folder data, lalu tulis namanya saja",
            )
        elif path.suffix.lower() not in LOGO_ENDINGS:
            fault(
                "logo",
                "lambang harus berupa gambar PNG, SVG, atau JPG",
                ", ".join(LOGO_ENDINGS),
                "ganti gambarnya",
            )
        elif not any((folder / logo).is_file() for folder in logo_folders(year.root, year.tahun)):
            fault(
                "logo",
                "berkas lambang tidak ditemukan",
                f"gambar di {year.root.name}/{year.tahun}/ atau {year.root.name}/",
                "salin gambarnya ke folder data, atau kosongkan",
            )
    return problems


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
    problems += (_check_identity(year, folder, years) if whole else []) + check_year(year)
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
    except (OSError, RuntimeError, ValueError):
        raise CallError(
            f"Folder data tidak dapat dibuka: {printable(str(root))}\n"
            "  perbaikan : periksa --data; mungkin tautan yang putus atau berputar"
        ) from None


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
        f"  perbaikan      : jalankan 'lkjip new-year {tahun}' atau periksa --tahun dan --data"
    )
    return "\n".join(lines)


def _check_identity(year: YearData, folder: Path, years: list[int]) -> list[Problem]:
    """Check that ``identitas.csv`` is there with the facts that every report needs."""
    if "identitas" not in year.missing:
        data = year.tables["identitas"]
        if data.readable and "nilai" not in data.text.columns:
            fault, remedy = "kolom wajib tidak ada", "tambahkan kolom ini pada baris judul"
            return [Problem(data.berkas, 1, "nilai", fault, "", "nilai setiap fakta", remedy)]
        return missing_facts(year) if data.readable else []
    if folder_fault(folder / str(year.tahun)):
        return []  # said so
    full = [y for y in years if find_file(folder / str(y), TABLES["identitas"].file)]
    known = ", ".join(map(str, full))
    allowed = (
        f"tahun dengan data lengkap: {known}" if full else "identitas.csv, kolom kunci dan nilai"
    )
    remedy = "pilih tahun itu, atau salin identitas.csv ke sini lalu sesuaikan isinya"
    if not full:
        remedy = "buat identitas.csv; daftar kuncinya ada di data/README.md"
    fault = "berkas wajib tidak ada"
    berkas = year.tables["identitas"].berkas
    return [Problem(berkas, None, None, fault, "", allowed, remedy)]


def _told_once(problems: list[Problem], files: list[str]) -> list[Problem]:
    """Sort faults by file and row, without what only follows from a row that is torn apart."""
    torn = {(p.berkas, p.baris) for p in problems if p.baris is not None and p.kolom is None}
    once = dict.fromkeys(p for p in problems if p.kolom is None or (p.berkas, p.baris) not in torn)
    strangers = [p.berkas for p in once if p.berkas not in files]  # they explain what follows
    place = {berkas: number for number, berkas in enumerate(dict.fromkeys([*strangers, *files]))}
    return sorted(once, key=lambda p: (place[p.berkas], p.baris or 0))


def missing_facts(year: YearData) -> list[Problem]:
    """List required facts of ``identitas.csv`` that last for years and are blank."""
    data = year.tables["identitas"]
    if not {"kunci", "nilai"} <= set(data.text.columns):
        return []  # the header has been refused
    unnamed = unnamed_facts(data)
    keys = [data.cell(baris, "kunci").nilai for baris in data.typed.index.tolist()]
    meant = "".join(suggest(key, unnamed) for key in keys if key not in FACTS)
    problems = []
    for fact in FACTS.values():
        if not fact.required or fact.each_year or year.identitas[fact.key] is not None:
            continue
        if f'"{fact.key}"' in meant:
            continue  # misspelt, and said so
        cell = year.fact_cell(fact.key)
        if cell is None:
            remedy = f"tambahkan baris dengan kunci {fact.key}"
        elif cell.nilai and not is_blank(cell.nilai):
            continue  # not readable, and said so
        else:
            remedy = "isi nilainya"
        allowed = fact.meaning + (f" (misalnya {fact.example})" if fact.example else "")
        problems.append(
            Problem(
                data.berkas,
                cell.baris if cell else None,
                "nilai",
                f"fakta wajib '{fact.key}' belum diisi",
                "",
                allowed,
                remedy,
            )
        )
    return problems


def frame_rows(frame: pd.DataFrame) -> list[tuple[int, dict[str, object]]]:
    """List a table's rows as ``(row number, record)``, in file order."""
    names = [str(name) for name in frame.columns]
    columns = [frame[name].tolist() for name in frame.columns]
    records = zip(*columns, strict=True)
    return [
        (b, dict(zip(names, record, strict=True)))
        for b, record in zip(frame.index.tolist(), records, strict=True)
    ]
