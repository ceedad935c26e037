"""A new year's folder, made from an earlier one: structure and names kept, this year's cells blank.

What is carried over is decided by the data model alone: tables (``carried_over``), columns
(``to_fill``), facts and sections (``each_year``). A target is carried over only where it is
known: in the last year of the Renstra it is the Renstra's final target. Everything else that a
plan or a result of the new year decides is left blank, so that no old figure passes for a new one.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lkjip_analysis.beside import beside
from lkjip_analysis.data import skema
from lkjip_analysis.data.columns import Row
from lkjip_analysis.data.facts import FACTS, SECTIONS
from lkjip_analysis.data.files import available_years, complete_years, workbook_file
from lkjip_analysis.data.gaps import Gap, list_gaps
from lkjip_analysis.data.reading import TableData, YearData
from lkjip_analysis.data.schema_judgement import FOR_GOOD
from lkjip_analysis.data.schemas import APART, TABLES, Iku, Lampiran, Pengakuan, SebabTindakan
from lkjip_analysis.data.validation import load_year
from lkjip_analysis.data.writing import write_files, write_whole
from lkjip_analysis.exceptions import CallError, file_fault
from lkjip_analysis.exchange.new_workbook import as_files, new_workbook
from lkjip_analysis.exchange.new_year_notes import MOVED_FACTS, Period, notes_of
from lkjip_analysis.paths import same_place
from lkjip_analysis.results import compute_results

REFUSED: dict[str, str] = beside(__file__)["refused"]
"""Why no year is made, and what to do."""

FARTHEST = 10
"""A new year lies at most so many years from its source; more is a slip of the keyboard."""

OF_ONE_RENSTRA = ("renstra",)
"""Tables that hold for one Renstra only: not carried into the next one."""

Record = dict[str, str]


@dataclass(frozen=True)
class NewYear:
    """What ``create_year`` made, from what: folder, files, decisions, and what remains to fill."""

    folder: Path
    asal: int
    files: tuple[str, ...]
    catatan: tuple[str, ...]
    gaps: tuple[Gap, ...]


def create_year(
    root: Path, tahun: int, source: int | None = None, *, xlsx: bool = False
) -> NewYear:
    """Make ``<root>/<tahun>/`` ready to fill from an earlier year; never overwrites anything.

    Parameters
    ----------
    root
        Folder of the unit's data.
    tahun
        The year to make.
    source
        The year to take structure, names and formulas from; it must be sound. Default: see
        ``find_source``.
    xlsx
        Whether it gets a workbook instead of CSV files.
    """
    if source is None:
        _refuse_to_overwrite(root / str(tahun), tahun)
        source = find_source(root, tahun)
    _check_call(root, tahun, source)
    old = load_year(source, root)
    period = Period.of(old, tahun)
    tables = _tables_to_write(old, whole=xlsx)
    folder = root / str(tahun)
    workshop = root / f".baru-{tahun}-{os.getpid()}"
    try:
        started = {table: list(_carry_over(old[table], old, tahun, period)) for table in tables}
        book = {table: rows for table, rows in started.items() if xlsx and table not in APART}
        files = as_files({table: started[table] for table in tables if table not in book}, old)
        files |= {workbook_file(tahun): new_workbook(book, old, tahun)} if xlsx else {}
        write_files(workshop, files)
        if folder.is_dir():
            folder.rmdir()  # it is empty, see _check_call
        workshop.rename(folder)
        write_whole(root / skema.FILE, skema.CONTENT)
    except OSError as error:
        raise CallError(file_fault(error, folder)) from None
    finally:
        shutil.rmtree(workshop, ignore_errors=True)
    gaps = list_gaps(load_year(tahun, root))
    return NewYear(
        folder, source, tuple(sorted(files)), tuple(notes_of(old, tahun, period)), tuple(gaps)
    )


def find_source(root: Path, tahun: int) -> int:
    """Find the year to start from: the latest complete one before ``tahun``, else the next."""
    complete = [year for year in complete_years(root) if year != tahun]
    if not complete:
        raise CallError(REFUSED["none"].format(root=root))
    return max((year for year in complete if year < tahun), default=min(complete))


def _check_call(root: Path, tahun: int, source: int) -> None:
    years = available_years(root)
    if source not in years:
        known = ", ".join(map(str, years)) or "tidak ada"
        remedy = _guess(source, years[::-1]) if years else "periksa --from dan --data"
        told = {"source": source, "root": root, "known": known, "remedy": remedy}
        raise CallError(REFUSED["unknown"].format_map(told))
    if tahun == source:
        told = {"tahun": tahun, "next": tahun + 1, "place": same_place(root)}
        raise CallError(REFUSED["same"].format_map(told))
    first, last = source - FARTHEST, source + FARTHEST
    if not first <= tahun <= last:
        remedy = _guess(tahun, list(range(source + 1, last + 1)))
        told = {"tahun": tahun, "source": source, "first": first, "last": last, "remedy": remedy}
        raise CallError(REFUSED["far"].format_map(told))
    _refuse_to_overwrite(root / str(tahun), tahun)


def _refuse_to_overwrite(folder: Path, tahun: int) -> None:
    if not folder.exists():
        return
    held = sorted(path.name for path in folder.iterdir()) if folder.is_dir() else [folder.name]
    if held:
        told = {"tahun": tahun, "folder": folder, "held": ", ".join(held)}
        raise CallError(REFUSED["there"].format_map(told))


def _guess(year: int, allowed: list[int]) -> str:
    """Offer the year that was meant: the same digits in another order, else the first allowed."""
    swapped = [one for one in allowed if sorted(str(one)) == sorted(str(year))]
    return f"maksud Anda {(swapped or allowed)[0]}?"


def _tables_to_write(old: YearData, *, whole: bool) -> list[type[Row]]:
    """List the tables the new year gets: those of the source, and every compulsory one.

    A workbook is ``whole``: nobody adds a sheet by hand.
    """
    dropped = set() if whole else {*old.missing}
    if not any(row.berlaku == FOR_GOOD for row in old[Pengakuan]):
        dropped.add(Pengakuan.name)
    return [
        table
        for name, table in TABLES.items()
        if table in (SebabTindakan, Lampiran)
        or (not table.shared and (table.compulsory or (table.carried_over and name not in dropped)))
    ]


def _carry_over(
    data: TableData[Any], old: YearData, tahun: int, period: Period
) -> Iterator[Record]:
    """Give the rows of a table as the new year starts with them, in the source's own dialect."""
    name = data.table.name
    if not data.table.carried_over or (period.baru and name in OF_ONE_RENSTRA):
        return
    records = [_record(row) for row in data]
    if name == "identitas":
        yield from _facts(records, old.tahun, tahun, period)
    elif name == "narasi":
        yield from _narrative(records)
    elif name == "sebab_tindakan":
        yield from _to_explain(old)
    elif name == "pengakuan":
        yield from (record for record in records if record["berlaku"].casefold() == FOR_GOOD)
    else:
        for record in records:
            final = record.get("target_akhir_renstra", "")
            for column in data.table.columns:
                if column.to_fill:
                    record[column.name] = ""
            if name == "iku" and period.baru:
                record["target_akhir_renstra"] = ""
            elif name == "iku" and tahun == period.akhir:
                record["target"] = final
            yield record


def _to_explain(old: YearData) -> Iterator[Record]:
    """Lay a blank row for each IKU, and for each indicator of a programme that fell short."""
    blank = dict.fromkeys(SebabTindakan.column_names, "") | {"urutan": "1"}
    yield from (blank | {"kode": row.kode_iku} for row in old[Iku])
    for programme in compute_results(old).at_level("program"):
        for one in programme.indikator:
            if one.missed:
                yield blank | {"kode": programme.kode, "indikator": str(one.row.urutan)}


def _record(row: Row) -> Record:
    """Give a row's cells as they stand in the file, blanks as blanks."""
    return {name: row.cell(name).nilai if row.has(name) else "" for name in row.column_names}


def _facts(records: list[Record], source: int, tahun: int, period: Period) -> Iterator[Record]:
    moved = {"renstra_awal": str(period.awal), "renstra_akhir": str(period.akhir)}
    for record in records:
        key = record["kunci"]
        if FACTS[key].to_fill or (period.baru and key == "tujuan_renstra"):
            record["nilai"] = ""
        elif key in MOVED_FACTS:
            record["nilai"] = _move_years(record["nilai"], tahun - source)
        elif key in moved:
            record["nilai"] = moved[key]
        yield record
    present = {record["kunci"] for record in records}
    for key, fact in FACTS.items():
        if fact.to_fill and key not in present:
            yield {"kunci": key, "nilai": ""}


def _move_years(text: str, by: int) -> str:
    """Move every year named in a text.

    >>> _move_years("Januari-Juni 2023", 1)
    'Januari-Juni 2024'
    """
    return re.sub(r"\b(?:19|20|21)\d{2}\b", lambda match: str(int(match[0]) + by), text)


def _narrative(records: list[Record]) -> Iterator[Record]:
    """Keep lasting texts; leave each section of the year's own texts blank rows to type in.

    One row a section; where every text of it belongs to an IKU, one row for each of these.
    """
    for key in dict.fromkeys(record["bagian"] for record in records):
        own = [record for record in records if record["bagian"] == key]
        if not SECTIONS[key].each_year:
            yield from own
            continue
        codes = list(dict.fromkeys(record["kode"] for record in own))
        for number, code in enumerate(codes if all(codes) else codes[:1], start=1):
            first = next(record for record in own if record["kode"] == code)
            yield first | {"urutan": str(number), "teks": ""}
    yield from blank_sections({record["bagian"] for record in records})


def blank_sections(present: Collection[str] = ()) -> Iterator[Record]:
    """Give a blank row of ``narasi.csv`` for each compulsory section that is not there yet."""
    blank = dict.fromkeys(TABLES["narasi"].column_names, "")
    for key, section in SECTIONS.items():
        if section.compulsory and key not in present:
            yield blank | {"bagian": key, "urutan": "1", "jenis": "paragraf"}
