"""The unit's own years as workbooks: every byte comes back, and a new year asks for little."""

from __future__ import annotations

import shutil
from collections import Counter
from pathlib import Path

import pytest

from lkjip_analysis import paths
from lkjip_analysis.data.facts import FACTS
from lkjip_analysis.data.following import following
from lkjip_analysis.data.gaps import list_gaps
from lkjip_analysis.data.reading import YearData
from lkjip_analysis.data.schemas import TABLES, Identitas, Iku, Pengakuan, Program
from lkjip_analysis.data.validation import load_year
from lkjip_analysis.exchange.converted_year import export_year, plan_import
from lkjip_analysis.exchange.new_year import create_year


@pytest.mark.parametrize("year", [2022, 2023, 2024])
def test_the_files_come_back_byte_by_byte(tmp_path: Path, year: int) -> None:
    book = tmp_path / f"data-{year}.xlsx"
    book.write_bytes(export_year(paths.DATA, year)[0])
    made = plan_import(book, tmp_path, None).after
    held = {
        f"{year}/{path.name}": path.read_bytes()
        for path in (paths.DATA / str(year)).glob("*.csv")
        if path.name != Pengakuan.file
    }
    assert made == held


def cells_to_type(year: YearData) -> Counter[tuple[str, str]]:
    """Count the cells that a new year asks for: what is missing and is filled in anew each year.

    The money of a subkegiatan is typed, what stands above it follows.
    """
    tables = {data.berkas: data for data in year.tables.values()}
    yearly = {
        (table.name, column.name)
        for table in TABLES.values()
        for column in table.columns
        if column.to_fill
    }
    asked: Counter[tuple[str, str]] = Counter()
    for gap in list_gaps(year):
        data = tables[gap.berkas]
        kolom = gap.kolom or ""
        if data.table is Identitas:
            row = next((r for r in data if r.line == gap.baris), None)
            asked["identitas", "nilai"] += row is not None and FACTS[row.kunci].to_fill
        elif data.table is not Program or kolom != "pagu":
            asked[data.table.name, kolom] += (data.table.name, kolom) in yearly
    above = {row.induk for row in year[Program]}
    asked["program", "pagu"] = sum(
        row.kode not in above and row.pagu is None for row in year[Program]
    )
    return asked


def test_a_new_year_asks_for_173_cells_at_most(tmp_path: Path) -> None:
    asked = {}
    for form in ("csv", "xlsx"):
        root = Path(shutil.copytree(paths.DATA, tmp_path / form))
        create_year(root, 2025, 2024, xlsx=form == "xlsx")
        asked[form] = cells_to_type(load_year(2025, root))
    assert asked["xlsx"].total() <= 173, asked["xlsx"]
    assert asked["csv"].total() - asked["xlsx"].total() >= 110, "what the tool fills in itself"
    assert not any(table in ("sarpras", "sdm") for (table, _), n in asked["xlsx"].items() if n)


def test_no_fact_is_asked_for_twice(tmp_path: Path) -> None:
    root = Path(shutil.copytree(paths.DATA, tmp_path / "data"))
    create_year(root, 2025, 2024, xlsx=True)
    year = load_year(2025, root)
    gaps = list_gaps(year)
    names = {data.berkas: name for name, data in year.tables.items()}
    asked = {(names[gap.berkas], gap.baris, gap.kolom) for gap in gaps}
    assert not asked & following(year).keys(), "what follows from another cell is not asked for"
    mark = next(row for row in year[Iku] if row.kode_iku == year.identitas.kode_iku_akip)
    assert ("iku", mark.line, "realisasi") in following(year), "the mark is that of the LHE"
    assert len({(gap.berkas, gap.baris, gap.kolom, gap.apa) for gap in gaps}) == len(gaps)
    proof = [gap.baris for gap in gaps if gap.kolom == "bukti" and "iku" in gap.berkas]
    assert len(proof) == 1, "the AKIP mark is proven by the LHE, asked for as a fact"
    parents = [gap for gap in gaps if gap.kolom == "pagu" and gap.baris]
    assert all("atau pada semua item di bawahnya" in gap.apa for gap in parents)
