"""``lkjip ekspor``, ``impor`` and ``new-year --xlsx`` as they are typed."""

from __future__ import annotations

import shutil
import time
from pathlib import Path

import openpyxl
import pytest
from spreadsheets import as_workbook
from unit_kecil import copy_unit

from lkjip_analysis.cli import main
from lkjip_analysis.data.schemas import IndikatorProgram
from lkjip_analysis.data.workbook import read_workbook
from lkjip_analysis.exchange.filling import Filling
from lkjip_analysis.exchange.new_year import create_year
from lkjip_analysis.exchange.workbook import workbook_bytes

Said = pytest.CaptureFixture[str]


def say(capsys: Said, *words: str) -> tuple[int, str]:
    code = main([*words])
    told = capsys.readouterr()
    return code, told.out + told.err


def test_out_and_in_again(tmp_path: Path, capsys: Said) -> None:
    root, book = copy_unit(tmp_path), tmp_path / "data-2024.xlsx"
    place = "--data", str(root)
    code, said = say(capsys, "ekspor", "--xlsx", "--tahun", "2024", "--output", str(book), *place)
    assert code == 0 and "Kembali ke CSV: lkjip impor data-2024.xlsx" in said
    assert "pengakuan.csv tetap berkas tersendiri" in said
    code, said = say(capsys, "ekspor", "--xlsx", "--tahun", "2024", "--output", str(book), *place)
    assert code == 2 and "sudah ada dan tidak ditimpa" in said
    assert "tidak ada yang diubah" in say(capsys, "impor", str(book), *place)[1]
    opened = openpyxl.load_workbook(book)
    head = [str(cell.value).rstrip(" *") for cell in opened["iku"][1]]
    opened["iku"].cell(2, head.index("realisasi") + 1).value = 79.25
    opened.save(book)
    path = root / "2024" / "iku.csv"
    before = path.read_bytes()
    code, said = say(capsys, "impor", str(book), *place)
    assert code == 0 and "79,25" in said and "Belum ada yang diubah" in said
    assert path.read_bytes() == before
    code, said = say(capsys, "impor", str(book), "--terapkan", *place)
    assert code == 0 and "1 berkas" in said
    assert ";79,25;" in path.read_text(encoding="utf-8-sig")
    assert (root / ".sebelum-impor" / "2024" / "iku.csv").read_bytes() == before


def test_faults_of_an_imported_workbook_name_sheet_and_cell(tmp_path: Path, capsys: Said) -> None:
    root, book = copy_unit(tmp_path), tmp_path / "data-2024.xlsx"
    place = "--data", str(root)
    say(capsys, "ekspor", "--xlsx", "--tahun", "2024", "--output", str(book), *place)
    opened = openpyxl.load_workbook(book)
    opened["iku"]["K2"].value = "#REF!"
    opened.save(book)
    code, said = say(capsys, "impor", str(book), "--terapkan", *place)
    assert code == 1 and "data-2024.xlsx lembar iku, sel K2 (target): sel berisi galat" in said


def test_a_new_year_names_sheets_not_files(tmp_path: Path, capsys: Said) -> None:
    root = copy_unit(tmp_path)
    code, said = say(capsys, "new-year", "2025", "--xlsx", "--data", str(root))
    assert code == 0 and "lembar sebab_tindakan: satu baris untuk setiap IKU" in said
    assert "iku.csv" not in said and "2025/data-2025.xlsx lembar iku" in said


def test_a_new_renstra_has_its_sheet(tmp_path: Path) -> None:
    root = as_workbook(copy_unit(tmp_path), 2024)
    shutil.rmtree(root / "2023")
    create_year(root, 2027, xlsx=True)
    sheet = openpyxl.load_workbook(root / "2027" / "data-2027.xlsx")["renstra"]
    assert sheet["A1"].value == "kode *" and sheet["A2"].value is None


def test_every_command_names_the_sheet_to_mend(tmp_path: Path, capsys: Said) -> None:
    root = as_workbook(copy_unit(tmp_path), 2024)
    book = root / "2024" / "data-2024.xlsx"
    place = "--data", str(root)
    opened = openpyxl.load_workbook(book)
    opened["iku"]["B2"].value = "S99"
    opened.save(book)
    remedy = "tambahkan kode itu di lembar sasaran, atau perbaiki di sini"
    for call in (("check",), ("build",), ("results",)):
        code, said = say(capsys, *call, *place)
        assert code == 1 and remedy in said and "lembar iku, sel B2" in said
    copy_unit(tmp_path / "lagi")
    shutil.copy(tmp_path / "lagi" / "unit" / "2024" / "iku.csv", root / "2024")
    code, said = say(capsys, "check", *place)
    assert code == 1 and "ada dua kali: di lembar ini dan di 2024/iku.csv" in said


@pytest.mark.lambat
def test_five_thousand_rows_are_read_in_four_seconds(tmp_path: Path) -> None:
    names = IndikatorProgram.column_names
    row = dict.fromkeys(names, "") | {"urutan": "1", "satuan": "persen", "polaritas": "naik"}
    rows = [
        row
        | {"kode": f"P{n}", "indikator": f"Persentase {n}", "target": "100", "realisasi": "97,81"}
        for n in range(5000)
    ]
    path = tmp_path / "data-2025.xlsx"
    path.write_bytes(workbook_bytes(2025, 2024, "Unit", [Filling(IndikatorProgram, names, rows)]))
    started = time.process_time()
    book = read_workbook(path, path.name)
    assert time.process_time() - started < 4
    sheet = book.sheets["indikator_program"]
    assert not isinstance(sheet, Exception) and len(sheet.rows) == 5000
