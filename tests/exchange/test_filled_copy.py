"""Values that an import brings to a workbook: in a whole copy of it, which she puts in place."""

from __future__ import annotations

import shutil
import zipfile
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
from spreadsheets import as_workbook
from unit_kecil import copy_unit

from lkjip_analysis.data.reading import read_year
from lkjip_analysis.data.schemas import IndikatorProgram, Narasi, Program
from lkjip_analysis.data.validation import load_year
from lkjip_analysis.exceptions import CallError, DataError
from lkjip_analysis.exchange.edited_table import Changes, plan_edits
from lkjip_analysis.exchange.filled_copy import fill_cells

BOOK, COPY = "2024/data-2024.xlsx", "2024/data-2024-dengan-koreksi.xlsx"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return as_workbook(copy_unit(tmp_path), 2024)


def parts(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as package:
        return {name: package.read(name) for name in package.namelist()}


def put_in_place(root: Path) -> None:
    shutil.move(root / COPY, root / BOOK)


def test_the_copy_differs_in_its_cells_alone(root: Path) -> None:
    before = (root / BOOK).read_bytes()
    table = load_year(2024, root)[Program]
    row = table.rows[2]
    changes = Changes({row.line: {"realisasi": Decimal(123456789), "catatan": "LRA"}})
    plan = plan_edits(root, table, ["ini berubah"], changes)
    assert not (root / COPY).exists(), "shown first"
    plan.apply()
    assert (root / BOOK).read_bytes() == before
    old, new = parts(root / BOOK), parts(root / COPY)
    differing = [name for name in old if old[name] != new[name]]
    assert old.keys() == new.keys() and differing == ["xl/worksheets/sheet8.xml"]
    _, faults = read_year(root, 2024)
    assert faults == []
    assert read_year(root, 2024)[0].catatan == (
        "data-2024-dengan-koreksi.xlsx belum menggantikan data-2024.xlsx, jadi tidak dibaca",
    )
    put_in_place(root)
    fresh = load_year(2024, root)[Program]
    assert [(one.realisasi, one.catatan) for one in fresh][2] == (123456789, "LRA")
    rest = [one.realisasi for one in fresh]
    assert rest[:2] + rest[3:] == [one.realisasi for one in table if one is not row]


def test_rows_that_come_and_go_move_no_other(root: Path) -> None:
    table = load_year(2024, root)[Narasi]
    first, second, last = (sorted(row.line for row in table)[n] for n in (0, 1, -1))
    new = {"bagian": "penutup", "urutan": 9, "jenis": "paragraf", "teks": "= 5% < 6 & “sah”\n\tdua"}
    changes = Changes({first: {"teks": "-baru"}}, [second], {first: [new]})
    plan_edits(root, table, (), changes).apply()
    put_in_place(root)
    fresh = {row.line: row for row in load_year(2024, root)[Narasi]}
    assert fresh[first].teks == "-baru" and second not in fresh
    assert fresh[last + 1].teks == "= 5% < 6 & “sah”\ndua"
    assert {line: row.teks for line, row in fresh.items() if line not in (first, last + 1)} == {
        row.line: row.teks for row in table if row.line not in (first, second)
    }


def test_a_copy_that_waits_is_not_overwritten(root: Path) -> None:
    table = load_year(2024, root)[Program]
    changes = Changes({table.rows[2].line: {"realisasi": Decimal(1)}})
    plan_edits(root, table, (), changes).apply()
    with pytest.raises(CallError, match="Salinan dari impor sebelumnya masih ada"):
        plan_edits(root, table, (), changes)


def test_what_a_column_does_not_take_is_refused(root: Path) -> None:
    table = load_year(2024, root)[Narasi]
    changes = Changes({table.rows[0].line: {"jenis": "pantun"}})
    with pytest.raises(DataError, match="pilihan tidak dikenal"):
        plan_edits(root, table, (), changes)


def test_a_number_that_its_format_turns_into_another_is_refused(root: Path) -> None:
    book = openpyxl.load_workbook(root / BOOK)
    sheet = book["indikator_program"]
    at = next(cell.column for cell in sheet[1] if str(cell.value).startswith("realisasi"))
    sheet.cell(2, at).number_format = "0.00%"
    sheet.cell(2, at).value = None
    book.save(root / BOOK)
    table = load_year(2024, root)[IndikatorProgram]
    changes = Changes({2: {"realisasi": Decimal("55.5")}})
    with pytest.raises(CallError, match="terbaca 5550"):
        plan_edits(root, table, (), changes)


@pytest.fixture
def lively(tmp_path: Path) -> Path:
    """A workbook with what libraries lose: a chart, a picture of its own, a formula's result."""
    path = tmp_path / "ramai.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("program")
        sheet.write_row("A1", ["kode", "realisasi", "dua kali"])
        sheet.write_row("A3", ["P1", 5])
        sheet.write_formula("C3", "=B3*2", None, 10)
        chart = book.add_chart({"type": "bar"})
        chart.add_series({"values": "=program!$B$3:$B$4"})
        sheet.insert_chart("E2", chart)
        sheet.insert_textbox("E20", "catatan saya")
        book.add_worksheet("milik saya").write("A1", "jangan hilang")
    return path


def test_charts_and_stored_results_come_along(lively: Path, tmp_path: Path) -> None:
    cells = {"B3": Decimal("6.5"), "B2": 7, "A9": "baru", "AA3": None}
    copy = tmp_path / "salinan.xlsx"
    copy.write_bytes(fill_cells(lively.read_bytes(), "program", cells))
    assert {n for n in parts(lively) if parts(lively)[n] != parts(copy)[n]} == {
        "xl/worksheets/sheet1.xml"
    }
    sheet = openpyxl.load_workbook(copy, data_only=True)["program"]
    assert [sheet[place].value for place in ("B2", "B3", "C3", "A9")] == [7, 6.5, 10, "baru"]
    with pytest.raises(CallError, match="sel C3 berisi rumus"):
        fill_cells(lively.read_bytes(), "program", {"C3": 1})
