"""A year out of its files into a workbook and back, and a new year as a workbook."""

from __future__ import annotations

import shutil
from pathlib import Path

import openpyxl
import pytest
from spreadsheets import as_workbook
from unit_kecil import copy_unit

from lkjip_analysis.data.content import hash_data
from lkjip_analysis.data.gaps import list_gaps
from lkjip_analysis.data.schemas import TABLES, Iku, Narasi, Pengakuan
from lkjip_analysis.data.validation import load_year
from lkjip_analysis.data.workbook import ASIDE
from lkjip_analysis.exceptions import CallError, DataError
from lkjip_analysis.exchange.converted_year import export_year, plan_import, set_aside
from lkjip_analysis.exchange.new_project import NewUnit, create_project
from lkjip_analysis.exchange.new_year import create_year
from lkjip_analysis.results import compute_results, load_results

EXAMPLE = Path(__file__).parents[2] / "examples" / "dinas"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return copy_unit(tmp_path)


@pytest.mark.parametrize("year", [2022, 2023, 2024])
def test_the_files_come_back_cell_by_cell(root: Path, year: int) -> None:
    def files() -> dict[str, str]:
        found = (root / str(year)).glob("*.csv")
        return {path.name: path.read_text(encoding="utf-8-sig") for path in found}

    held = files()
    book = root / "buku.xlsx"
    book.write_bytes(export_year(root, year)[0])
    assert plan_import(book, root, None).after == {}, "over the files there"
    for path in (root / str(year)).glob("*.csv"):
        path.unlink()
    plan_import(book, root, year).apply()
    held.pop(Pengakuan.file, None)
    assert files() == held


def test_a_unit_with_comma_files_keeps_its_dialect(tmp_path: Path) -> None:
    root = Path(shutil.copytree(EXAMPLE, tmp_path / "dinas"))
    book = tmp_path / "data-2024.xlsx"
    book.write_bytes(export_year(root, 2024)[0])
    assert plan_import(book, root, None).after == {}
    path = root / "2024" / "evaluasi.csv"
    before = path.read_bytes()
    assert before.count(b",") > before.count(b";")
    path.write_bytes(before.replace(b",30,", b",31,", 1))
    assert path.read_bytes() != before
    plan_import(book, root, None).apply()
    assert path.read_bytes().replace(b"\r", b"") == before.replace(b"\r", b"")
    kept = root / ".sebelum-impor" / "2024" / "evaluasi.csv"
    assert b",31," in kept.read_bytes(), "what is replaced is kept"


def test_the_report_is_the_same_from_the_workbook(root: Path) -> None:
    figures = load_results(2024, root)
    book = load_results(2024, as_workbook(root, 2022, 2023, 2024))
    assert [(f.kunci, f.nilai, f.tampil) for f in book] == [
        (f.kunci, f.nilai, f.tampil) for f in figures
    ]
    record = book["iku.AKIP.target"].as_record()["masukan"][0]
    assert record["berkas"] == "2024/data-2024.xlsx lembar iku"
    sheet = openpyxl.load_workbook(root / "2024" / "data-2024.xlsx")["iku"]
    assert sheet[record["sel"]].value == int(record["nilai"])


def test_the_same_year_makes_the_same_bytes(root: Path) -> None:
    assert export_year(root, 2024)[0] == export_year(root, 2024)[0]


def test_a_workbook_counts_as_data_and_one_that_was_checked_does_not(root: Path) -> None:
    marks = hash_data(as_workbook(root, 2024), 2024)
    assert len(marks["2024/data-2024.xlsx"]) == 64
    (root / "2024" / "data-2024-diperiksa.xlsx").write_bytes(b"anything")
    (root / "2024" / "~$data-2024.xlsx").write_bytes(b"a lock")
    assert hash_data(root, 2024) == marks


def test_a_table_in_two_places_is_refused(root: Path) -> None:
    (root / "2024" / "data-2024.xlsx").write_bytes(export_year(root, 2024)[0])
    with pytest.raises(DataError, match=r"tabel iku ada dua kali: .* dan di 2024/iku\.csv"):
        load_year(2024, root)


def test_an_imported_workbook_of_the_year_steps_aside(root: Path) -> None:
    as_workbook(root, 2024)
    book = root / "2024" / "data-2024.xlsx"
    plan_import(book, root, None).apply()
    moved = set_aside(book, root)
    assert moved is not None
    assert (moved.name, book.exists()) == ("data-2024-sudah-diimpor.xlsx", False)
    load_year(2024, root)


def test_an_import_needs_a_year(root: Path, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.title = "sasaran"
    book.active.append(["kode_sasaran", "tujuan", "sasaran"])
    book.active.append(["S1", "A", "B"])
    path = tmp_path / "kiriman.xlsx"
    book.save(path)
    with pytest.raises(CallError, match="sebut dengan --tahun"):
        plan_import(path, root, None)
    plan = plan_import(path, root, 2024)
    assert [*plan.after] == ["2024/sasaran.csv"]
    assert "2024/iku.csv tetap: buku kerja tidak mempunyai lembarnya" in plan.catatan


def new_sheets(root: Path) -> openpyxl.Workbook:
    create_year(root, 2025, xlsx=True)
    return openpyxl.load_workbook(root / "2025" / "data-2025.xlsx")


def test_a_new_year_is_a_workbook_that_can_be_filled_in(root: Path) -> None:
    book = new_sheets(root)
    assert book.sheetnames[0] == "Petunjuk" and book.sheetnames[-2:] == ["Daftar", "Periksa"]
    assert Pengakuan.name not in book.sheetnames
    sheet = book["iku"]
    head = [cell.value for cell in sheet[1]]
    target, last = head.index("target *"), head.index("target 2024 (tahun lalu)")
    assert last == target + 1, "beside the cell to fill"
    assert (
        sheet.cell(2, target + 1).value is None and not sheet.cell(2, target + 1).protection.locked
    )
    before = load_year(2024, root)[Iku].rows[0].target
    assert sheet.cell(2, last + 1).value == before and sheet.cell(2, last + 1).protection.locked
    assert sheet.protection.sheet and not sheet.protection.password
    lists = {str(rule.sqref): rule for rule in sheet.data_validations.dataValidation}
    polarity = next(rule for rule in lists.values() if rule.formula1.startswith("Daftar!"))
    assert polarity.type == "list" and polarity.showErrorMessage and "naik" in polarity.error
    assert "Perjanjian Kinerja" in sheet.cell(1, target + 1).comment.text
    codes = [[row.kode_iku for row in load_year(year, root)[Iku]] for year in (2024, 2025)]
    assert codes[0] == codes[1]


def test_what_is_required_and_blank_is_counted_in_the_workbook(root: Path) -> None:
    book = new_sheets(root)
    required = [gap for gap in list_gaps(load_year(2025, root)) if gap.wajib and gap.kolom]
    counted = {row[0].value: row[1].value for row in book["Periksa"].iter_rows(min_row=2)}
    assert counted["iku"].startswith("=COUNTBLANK('iku'!")
    saved = openpyxl.load_workbook(root / "2025" / "data-2025.xlsx", data_only=True)["Periksa"]
    shown = sum(cell.value for cell in saved["B"][1:] if isinstance(cell.value, int))
    assert shown >= len([gap for gap in required if gap.baris])


def test_a_cell_that_follows_says_where_from(root: Path) -> None:
    sheet = new_sheets(root)["iku"]
    at = [cell.value for cell in sheet[1]].index("realisasi *") + 1
    mark, other = sheet.cell(2, at), sheet.cell(3, at)
    assert mark.comment.text.startswith("Mengikuti lembar evaluasi: jumlah nilai komponen LHE.")
    assert mark.fill.fgColor.rgb == "FFE2EFDA" and not mark.protection.locked
    assert other.comment is None and other.fill.fill_type is None
    composite = load_results(2024, root).iku["IKPP"].realisasi.number
    assert sheet.cell(4, at + 1).value == float(composite), "last year's, which followed too"
    yellow = [str(place.sqref) for place in sheet.conditional_formatting]
    assert f"{other.column_letter}3" in yellow


def test_proposals_stand_in_the_workbook_alone(root: Path, tmp_path: Path) -> None:
    book = new_sheets(root)
    sheet = book["sdm"]
    head = [cell.value for cell in sheet[1]]
    cell = sheet.cell(2, head.index("kebutuhan") + 1)
    before = load_year(2024, root)[TABLES["sdm"]].rows[0]
    assert cell.value == before["kebutuhan"] and cell.fill.fgColor.rgb == "FFDDEBF7"
    other = copy_unit(tmp_path / "csv")
    create_year(other, 2025)
    assert all(row["kebutuhan"] is None for row in load_year(2025, other)[TABLES["sdm"]])


def test_texts_that_were_carried_over_are_named(root: Path) -> None:
    made = create_year(root, 2025, xlsx=True)
    told = next(note for note in made.catatan if "dibawa tanpa perubahan" in note)
    kept = [row for row in load_year(2025, root)[Narasi] if row.teks]
    assert told.startswith(f"{len(kept)} teks narasi")


def test_helping_columns_are_no_data() -> None:
    assert ASIDE.search("target 2024 (tahun lalu)") and ASIDE.search("keterangan (bantuan)")
    assert not ASIDE.search("target tahun lalu")


def test_a_whole_year_goes_through(root: Path) -> None:
    """From the workbook of a year the next one is made, and its figures are computed."""
    as_workbook(root, 2024)
    create_year(root, 2025, xlsx=True)
    assert compute_results(load_year(2025, root))["anggaran.pagu"].nilai is None


def test_a_new_unit_starts_with_a_workbook_or_with_a_filled_one(tmp_path: Path) -> None:
    unit = NewUnit("Kecamatan Rintisan", "Kota Maju", 2025, (2025, 2029))
    first, second = tmp_path / "satu", tmp_path / "dua"
    assert create_project(first, unit, xlsx=True) == 2025
    book = first / "data" / "2025" / "data-2025.xlsx"
    assert book.exists() and not (first / "data" / "2025" / "iku.csv").exists()
    assert create_project(second, None, filled=book) == 2025
    assert load_year(2025, second / "data").identitas.nama_unit == "Kecamatan Rintisan"
    assert "Kecamatan Rintisan" in (second / "BACA-SAYA.md").read_text(encoding="utf-8")
    broken = tmp_path / "rusak.xlsx"
    broken.write_bytes(b"PK\x03\x04")
    with pytest.raises(DataError, match=r"rusak\.xlsx: berkas bukan buku kerja"):
        create_project(tmp_path / "tiga", None, filled=broken)
    assert not (tmp_path / "tiga").exists()
