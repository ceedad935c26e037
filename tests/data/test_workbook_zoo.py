"""What people really save: each is read as it is meant, or answered with a sentence."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from unit_kecil import copy_unit

from lkjip_analysis.data.schemas import Identitas, Iku, IndikatorProgram, Program, Sasaran, Sdm
from lkjip_analysis.data.validation import inspect_year
from lkjip_analysis.exceptions import CallError
from lkjip_analysis.exchange.converted_year import export_year

Change = Callable[[openpyxl.Workbook], None]


SHEETS = ("Petunjuk", "identitas", "sasaran", "iku", "program", "indikator_program", "sdm",
          "sebab_tindakan")  # fmt: skip
"""What is spoilt; the other tables stay files, so that each test reads little."""


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, bytes]:
    root = copy_unit(tmp_path_factory.mktemp("zoo"))
    book = openpyxl.load_workbook(io.BytesIO(export_year(root, 2024)[0]))
    for sheet in book.worksheets:
        if sheet.title not in SHEETS:
            book.remove(sheet)
        elif sheet.title != "Petunjuk":
            (root / "2024" / f"{sheet.title}.csv").unlink()
        sheet.data_validations.dataValidation = []
        for cell in sheet[1]:
            cell.comment = None
    buffer = io.BytesIO()
    book.save(buffer)
    return root, buffer.getvalue()


class Saved:
    """A workbook as someone saved it, and what comes of reading it."""

    def __init__(self, exported: tuple[Path, bytes]) -> None:
        self.root, self.content = exported
        self.path = self.root / "2024" / "data-2024.xlsx"

    def after(self, change: Change) -> tuple[Any, list[str]]:
        book = openpyxl.load_workbook(io.BytesIO(self.content))
        change(book)
        buffer = io.BytesIO()
        book.save(buffer)
        return self.read(buffer.getvalue())

    def with_xml(self, sheet: str, old: str, new: str) -> tuple[Any, list[str]]:
        """Change the XML of a sheet, where a library would not write what people's Excel does."""
        number = openpyxl.load_workbook(io.BytesIO(self.content)).sheetnames.index(sheet) + 1
        buffer, name = io.BytesIO(), f"xl/worksheets/sheet{number}.xml"
        source = zipfile.ZipFile(io.BytesIO(self.content))
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as target:
            for item in source.infolist():
                data = source.read(item.filename)
                if item.filename == name:
                    text, times = re.subn(old, new, data.decode(), count=1)
                    assert times == 1, f"{old} does not stand in {name}"
                    data = text.encode()
                target.writestr(item.filename, data)
        return self.read(buffer.getvalue())

    def read(self, content: bytes) -> tuple[Any, list[str]]:
        self.path.write_bytes(content)
        year, problems = inspect_year(2024, self.root)
        assert self.path.read_bytes() == content, "the user's file is never written to"
        return year, [problem.as_text() for problem in problems]


@pytest.fixture
def saved(exported: tuple[Path, bytes]) -> Saved:
    return Saved(exported)


def place(book: openpyxl.Workbook, sheet: str, column: str, row: int = 2) -> Any:
    """Find a cell by the name of its column."""
    head = [str(cell.value).rstrip(" *").replace(" ", "_") for cell in book[sheet][1]]
    return book[sheet].cell(row, head.index(column) + 1)


def put(sheet: str, column: str, value: object, form: str = "General", row: int = 2) -> Change:
    def change(book: openpyxl.Workbook) -> None:
        cell = place(book, sheet, column, row)
        cell.value, cell.number_format = value, form

    return change


def test_as_it_was_made(saved: Saved) -> None:
    year, problems = saved.read(saved.content)
    assert problems == [] and year.catatan == ()
    assert year[Iku].rows[0].target == Decimal(80)


TARGET = "target", IndikatorProgram, "indikator_program"

READ = {
    "persen-berformat": (put("indikator_program", "target", 0.9781, "0.00%"), Decimal("97.81")),
    "persen-teks": (put("indikator_program", "target", "97,81%"), Decimal("97.81")),
    "persen-bulat": (put("indikator_program", "target", 1, "0%"), Decimal(100)),
    "bilangan-teks": (put("indikator_program", "target", "97,81"), Decimal("97.81")),
    "bilangan-teks-inggris": (put("indikator_program", "target", "97.81"), Decimal("97.81")),
    "ribuan-teks": (put("indikator_program", "target", "1.234,5"), Decimal("1234.5")),
    "spasi-tak-putus": (put("indikator_program", "target", " 97,81\u00a0"), Decimal("97.81")),
    "pecahan-biner": (put("indikator_program", "target", 0.1 + 0.2), Decimal("0.3")),
    "nol-terlihat": (put("indikator_program", "target", 97.5, "#,##0.00"), Decimal("97.50")),
    "strip": (put("indikator_program", "target", "-"), None),
    "baris-kosong": (lambda book: book["indikator_program"].insert_rows(2, 3), Decimal(100)),
    "lembar-huruf-besar": (
        lambda book: setattr(book["indikator_program"], "title", "INDIKATOR PROGRAM "),
        Decimal(100),
    ),
    "lembar-lain": (lambda book: book.create_sheet("Hitungan saya"), Decimal(100)),
    "lembar-tersembunyi": (
        lambda book: setattr(book["indikator_program"], "sheet_state", "hidden"),
        Decimal(100),
    ),
    "baris-tersembunyi": (
        lambda book: setattr(book["indikator_program"].row_dimensions[2], "hidden", True),
        Decimal(100),
    ),
    "kolom-tersembunyi": (
        lambda book: setattr(book["indikator_program"].column_dimensions["H"], "hidden", True),
        Decimal(100),
    ),
    "format-sampai-bawah": (
        lambda book: setattr(book["indikator_program"].cell(1_048_576, 3), "number_format", "0.00"),
        Decimal(100),
    ),
    "kolom-disisipkan": (
        lambda book: book["indikator_program"].insert_cols(1),
        Decimal(100),
    ),
}


@pytest.mark.parametrize("fault", READ)
def test_read_as_it_is_meant(saved: Saved, fault: str) -> None:
    change, expected = READ[fault]
    year, problems = saved.after(change)
    assert problems == []
    row = year[IndikatorProgram].rows[0]
    assert row.target == expected
    if expected is not None and row.target is not None:
        assert str(row.target) == str(expected), "with the decimals that were seen"


def test_columns_may_be_moved(saved: Saved) -> None:
    def moved(book: openpyxl.Workbook) -> None:
        sheet = book["indikator_program"]
        last = sheet.max_column + 1
        for row in sheet.iter_rows(min_row=1, max_row=sheet.max_row, max_col=4, min_col=4):
            sheet.cell(row[0].row, last).value, row[0].value = row[0].value, None

    year, problems = saved.after(moved)
    assert problems == []
    assert year[IndikatorProgram].rows[0].satuan == "persen"
    cell = year[IndikatorProgram].rows[0].cell("satuan")
    assert "sel" in cell.as_record()


REFUSED = {
    "galat-kosong": (
        put("iku", "target", "#N/A"),
        r"lembar iku, sel \w2 \(target\): sel berisi galat Excel",
    ),
    "galat-bagi-nol": (put("iku", "target", "#DIV/0!"), r"\(target\): sel berisi galat Excel"),
    "rumus-tanpa-hasil": (put("iku", "target", "=2*40"), r"\(target\): rumus tanpa hasil"),
    "kode-menjadi-tanggal": (
        put("program", "kode", dt.datetime(2024, 1, 7), "dd/mm/yyyy"),
        r"\(kode\): Excel mengubah isian ini menjadi tanggal",
    ),
    "bilangan-menjadi-tanggal": (
        put("iku", "target", dt.datetime(2024, 1, 7), "dd/mm/yyyy"),
        r"\(target\): Excel mengubah isian ini menjadi tanggal(.|\n)*bilangan",
    ),
    "kode-menjadi-bilangan": (put("program", "kode", 7.1), r"\(kode\): kode tersimpan sebagai"),
    "nilai-logika": (put("iku", "target", True), r"\(target\): sel berisi nilai logika"),
    "persen-di-kolom-nilai": (
        put("iku", "target", 0.8, "0%"),
        r"\(target\): sel berformat persen \(80%\)(.|\n)*tulis 80",
    ),
    "angka-dan-satuan": (put("iku", "target", "80 poin"), r"angka dan teks tercampur"),
    "ribuan-mendua": (put("iku", "target", "80.5.1"), r"\(target\): "),
    "bulan-dahulu": (
        put("sebab_tindakan", "batas_waktu", "01/25/2025"),
        r"\(batas_waktu\): tidak ada bulan ke-25",
    ),
    "sel-digabung": (
        lambda book: book["iku"].merge_cells("B2:B3"),
        r"lembar iku, baris 2: sel digabung \(merge\): B2:B3",
    ),
    "judul-di-atas": (
        lambda book: (book["iku"].insert_rows(1), book["iku"].cell(1, 1, "Daftar IKU 2024")),
        r"judul kolom tidak berada di baris pertama, tetapi di baris 2",
    ),
    "kolom-asing": (
        lambda book: book["iku"].cell(1, 40, "realisasii"),
        r"lembar iku, baris 1, kolom realisasii: kolom tidak dikenal",
    ),
    "lembar-berganti-nama": (
        lambda book: setattr(book["iku"], "title", "Sheet3"),
        r"lembar 'Sheet3' berjudul kolom seperti tabel iku(.|\n)*ganti nama lembarnya menjadi iku",
    ),
    "lembar-disalin": (
        lambda book: setattr(book.copy_worksheet(book["iku"]), "title", "iku (2)"),
        r"lembar 'iku \(2\)' tampaknya salinan lembar iku",
    ),
    "lembar-dua-kali": (
        lambda book: setattr(
            book.copy_worksheet(book["sebab_tindakan"]), "title", "Sebab Tindakan"
        ),
        r"dua lembar untuk tabel sebab_tindakan: sebab_tindakan dan Sebab Tindakan",
    ),
    "lembar-identitas-hilang": (
        lambda book: book.remove(book["identitas"]),
        r"lembar identitas: berkas wajib tidak ada",
    ),
    "semua-lembar-hilang": (
        lambda book: [book.remove(s) for s in book.worksheets if s.title != "Petunjuk"],
        r"buku kerja tanpa satu pun lembar data",
    ),
    "versi-lain": (
        lambda book: [
            setattr(row[1], "value", 99)
            for row in book["Petunjuk"].iter_rows()
            if row[0].value == "bentuk"
        ],
        r"ditulis untuk program yang lain \(bentuk 99\)",
    ),
    "nilai-jauh-di-bawah": (
        lambda book: book["iku"].cell(900_000, 1, "x"),
        r"lembar iku, baris 900000: lembar berisi sampai baris 900000",
    ),
}


@pytest.mark.parametrize("fault", REFUSED)
def test_answered_with_a_sentence(saved: Saved, fault: str) -> None:
    change, sentence = REFUSED[fault]
    _, problems = saved.after(change)
    told = "\n".join(problems)
    assert re.search(sentence, told), told
    assert "data-2024.xlsx" in told and "perbaikan" in told
    if "(target)" in sentence.replace("\\", ""):
        assert len(problems) == 1, "told once"


def test_a_nip_that_became_a_number(saved: Saved) -> None:
    def nip(book: openpyxl.Workbook) -> None:
        rows = {row[0].value: row for row in book["identitas"].iter_rows()}
        cell = rows["nip_kepala"][-1]
        cell.value, cell.number_format = 198001012005011001, "0"

    _, problems = saved.after(nip)
    assert "bilangan lebih dari 15 angka" in problems[0] and "(nilai)" in problems[0]


def test_dates_of_both_kinds(saved: Saved) -> None:
    def dates(book: openpyxl.Workbook) -> None:
        rows = {row[0].value: row for row in book["identitas"].iter_rows()}
        rows["tanggal_penutup"][-1].value = dt.datetime(2025, 1, 6)
        rows["tanggal_penutup"][-1].number_format = "mm/dd/yyyy"
        rows["tanggal_kata_pengantar"][-1].value = "06/01/2025"

    year, problems = saved.after(dates)
    assert problems == []
    assert year.identitas.tanggal_penutup == dt.date(2025, 1, 6)
    assert year.identitas.tanggal_kata_pengantar == dt.date(2025, 1, 6)


V = r'(<c r="[A-Z]+2"(?: s="\d+")?)(?: t="n")?><v>80</v></c>'


def test_a_formula_counts_with_its_stored_result(saved: Saved) -> None:
    year, problems = saved.with_xml("iku", V, r"\1><f>40*2</f><v>81</v></c>")
    assert problems == []
    assert year[Iku].rows[0].target == 81


def test_a_formula_whose_result_is_an_error(saved: Saved) -> None:
    _, problems = saved.with_xml("iku", V, r'\1 t="e"><f>1/0</f><v>#DIV/0!</v></c>')
    assert len(problems) == 1 and 'ditemukan : "#DIV/0!"' in problems[0]


def test_a_formula_whose_result_is_no_text_is_blank(saved: Saved) -> None:
    year, problems = saved.with_xml("iku", V, r'\1 t="str"><f>""</f><v></v></c>')
    assert problems == []
    assert year[Iku].rows[0].target is None


def test_an_error_without_formula_is_no_blank(saved: Saved) -> None:
    _, problems = saved.with_xml("iku", V, r'\1 t="e"><v>#N/A</v></c>')
    assert len(problems) == 1 and "galat Excel" in problems[0]


def test_a_sheet_whose_xml_is_broken(saved: Saved) -> None:
    _, problems = saved.with_xml("iku", "<sheetData>", "<sheetData><row><c></row>")
    assert len(problems) == 1 and "lembar iku: isi lembar rusak" in problems[0]


def test_hidden_rows_are_named(saved: Saved) -> None:
    year, _ = saved.after(READ["baris-tersembunyi"][0])
    assert any("1 baris tersembunyi" in note and "(2)" in note for note in year.catatan)
    year, _ = saved.after(READ["kolom-tersembunyi"][0])
    assert any("1 kolom tersembunyi" in note and "(H)" in note for note in year.catatan)
    year, _ = saved.after(READ["lembar-tersembunyi"][0])
    told = "2024/data-2024.xlsx lembar indikator_program tersembunyi, dan tetap dibaca"
    assert year.catatan == (told,)
    year, _ = saved.after(READ["lembar-lain"][0])
    assert any("Hitungan saya bukan tabel data" in note for note in year.catatan)


def packed(**members: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in members.items():
            package.writestr(name.replace("__", "/"), text)
    return buffer.getvalue()


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
FILES = {
    "xls-lama": (OLE, "Excel bentuk lama"),
    "berkata-sandi": (OLE + "EncryptedPackage".encode("utf-16-le"), "berkata sandi"),
    "bukan-zip": (b"PK\x03\x04" + b"x" * 300, "bukan buku kerja"),
    "teks": (b"kode;nama\n", "bukan buku kerja"),
    "kosong": (b"", "bukan buku kerja"),
    "ods": (packed(mimetype="x", content__xml="<a/>") and b"", ""),
    "docx": (packed(word__document="<a/>"), "berformat lain"),
    "makro": (packed(xl__workbook="x", xl__vbaProject="x"), "makro"),
    "tautan": (packed(xl__externalLinks__a="x"), "tautan ke berkas lain"),
    "bom": (packed(xl__workbook="0" * 40_000_000), "mengembang menjadi 40 MB"),
    "entitas": (b"", ""),
}


@pytest.mark.parametrize("fault", [name for name, (raw, told) in FILES.items() if told])
def test_files_that_are_no_workbook(saved: Saved, fault: str) -> None:
    raw, told = FILES[fault]
    _, problems = saved.read(raw)
    assert len(problems) == 1, problems
    assert told in problems[0] and "perbaikan" in problems[0]
    assert problems[0].startswith("2024/data-2024.xlsx: ")


def member(name: str, text: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        package.writestr("xl/workbook.xml", "<workbook/>")
        package.writestr(name, text)
    return buffer.getvalue()


def test_an_open_document_and_entities(saved: Saved) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        package.writestr("content.xml", "<a/>")
    _, problems = saved.read(buffer.getvalue())
    assert "OpenDocument" in problems[0]
    bomb = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'
    _, problems = saved.read(member("xl/worksheets/sheet1.xml", bomb))
    assert "deklarasi XML yang tidak aman" in problems[0]
    _, problems = saved.read(member("xl/other.xml", "<a/>"))
    assert "rusak" in problems[0]


@pytest.mark.parametrize(
    "name",
    ["data-2024 (1).xlsx", "data-2024 - Copy.xlsx", "Salinan data-2024.xlsx", "data-2024.ods",
     "data-2024.xls"],
)  # fmt: skip
def test_copies_and_other_formats_beside_it(saved: Saved, name: str) -> None:
    other = saved.path.with_name(name)
    other.write_bytes(b"x")
    _, problems = saved.read(saved.content)
    other.unlink()
    assert len(problems) == 1 and "data-2024.xlsx" in problems[0] and name in problems[0]


def test_locks_and_checked_copies_are_passed_over(saved: Saved) -> None:
    others = [saved.path.with_name(n) for n in ("~$data-2024.xlsx", "data-2024-diperiksa.xlsx")]
    for other in others:
        other.write_bytes(b"x")
    _, problems = saved.read(saved.content)
    assert problems == []
    for other in others:
        other.unlink()


def test_it_lies_in_the_folder_of_its_year(saved: Saved) -> None:
    outside = saved.root / "data-2024.xlsx"
    outside.write_bytes(saved.content)
    _, problems = saved.read(saved.content)
    outside.unlink()
    assert len(problems) == 1 and "pindahkan ke 2024/data-2024.xlsx" in problems[0]


def test_it_lies_beside_folders_that_lack_its_year(saved: Saved) -> None:
    outside = saved.root / "data-2031.xlsx"
    outside.write_bytes(b"x")
    with pytest.raises(CallError, match=r"pindahkan data-2031\.xlsx ke dalamnya"):
        inspect_year(2031, saved.root)
    outside.unlink()


def test_texts_that_look_like_formulas_come_back_as_texts(saved: Saved) -> None:
    year, problems = saved.after(put("sasaran", "tujuan", "-rapat (dua kali)"))
    assert problems == []
    assert year[Sasaran].rows[0].tujuan == "-rapat (dua kali)"


def test_facts_and_counts_are_numbers(saved: Saved) -> None:
    year, _ = saved.read(saved.content)
    assert year.identitas.renstra_awal and isinstance(year[Sdm].rows[0].kebutuhan, Decimal)
    assert year[Identitas].rows and year[Program].rows
