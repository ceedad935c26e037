"""What was found comes back in the analyst's own workbook, on its cells."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from unit_kecil import copy_unit, set_cell

from lkjip_analysis.exchange.converted_year import export_year
from lkjip_analysis.exchange.new_year import create_year
from lkjip_analysis.terminal import report_check


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = copy_unit(tmp_path)
    set_cell(root, "2024/iku.csv", 3, "realisasi", "")
    set_cell(root, "2024/program.csv", 4, "realisasi", "999999999999")
    content = export_year(root, 2024)[0]
    for path in (root / "2024").glob("*.csv"):
        if path.name != "pengakuan.csv":
            path.unlink()
    (root / "2024" / "data-2024.xlsx").write_bytes(content)
    return root


def checked(root: Path, tahun: int = 2024) -> openpyxl.Workbook:
    path = root / str(tahun) / f"data-{tahun}.xlsx"
    before = path.read_bytes()
    report_check(tahun, root, "text")
    assert path.read_bytes() == before
    return openpyxl.load_workbook(path.with_name(f"data-{tahun}-diperiksa.xlsx"))


def test_gaps_and_findings_stand_on_their_cells(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    book = checked(root)
    said = capsys.readouterr().out
    assert "Salinan dengan temuan pada selnya: " in said and "data-2024-diperiksa.xlsx" in said
    source = openpyxl.load_workbook(root / "2024" / "data-2024.xlsx")
    listed = [[cell.value for cell in row] for row in book["Temuan"].iter_rows(min_row=6)]
    gap = next(row for row in listed if row[0] == "wajib")
    assert gap[1] == "iku" and "realisasi IKU belum diisi" in gap[3]
    cell = book["iku"][gap[2]]
    assert cell.value is None and cell.fill.fgColor.rgb == "FFFFF2CC"
    assert cell.comment.text.startswith("WAJIB: realisasi IKU belum diisi")
    link = book["Temuan"].cell(6 + listed.index(gap), 3).hyperlink
    assert link.location == f"'iku'!{gap[2]}"
    wrong = next(row for row in listed if row[1] == "program" and row[0] in ("galat", "peringatan"))
    assert source["program"][wrong[2]].value == book["program"][wrong[2]].value, "same place"
    assert wrong[3].split("]")[0][1:] in book["program"][wrong[2]].comment.text


def test_every_value_stands_where_it_stood(root: Path) -> None:
    book = checked(root)
    source = openpyxl.load_workbook(root / "2024" / "data-2024.xlsx")
    for title in ("identitas", "iku", "narasi", "sarpras"):
        for row in source[title].iter_rows():
            for cell in row:
                assert book[title][cell.coordinate].value == cell.value


def test_faults_are_marked_too(root: Path) -> None:
    path = root / "2024" / "data-2024.xlsx"
    book = openpyxl.load_workbook(path)
    book["iku"]["K2"].value = "80 poin"
    assert book["iku"]["K1"].value == "target"
    book.save(path)
    marked = checked(root)
    assert marked["iku"]["K2"].comment.text.startswith("KESALAHAN: angka dan teks tercampur")
    assert marked["iku"]["K2"].value == "80 poin"


def test_how_far_along_a_new_year_is(root: Path) -> None:
    set_back = root / "2024" / "data-2024.xlsx"
    book = openpyxl.load_workbook(set_back)
    book["iku"]["M2"].value = 70
    book.save(set_back)
    create_year(root, 2025, xlsx=True)
    told = checked(root, 2025)["Temuan"]["A2"].value
    assert told.startswith("Terisi ") and "Masih wajib: 0" not in told


def test_a_copy_that_is_open_elsewhere_stops_nothing(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (root / "2024" / "data-2024-diperiksa.xlsx").mkdir()  # cannot be replaced, as on Windows
    report_check(2024, root, "text")
    assert "tutup data-2024-diperiksa.xlsx di Excel" in capsys.readouterr().out


def test_a_workbook_that_cannot_be_read_has_no_copy(root: Path) -> None:
    (root / "2024" / "data-2024.xlsx").write_bytes(b"PK\x03\x04 broken")
    assert report_check(2024, root, "text") == 1
    assert not (root / "2024" / "data-2024-diperiksa.xlsx").exists()
