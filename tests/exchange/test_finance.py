"""Exports of the finance system, laid beside the data of the invented unit."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Sequence
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
from spreadsheets import as_workbook
from unit_here import DINAS

from lkjip_analysis.cli import main
from lkjip_analysis.exceptions import CallError, DataError
from lkjip_analysis.exchange.finance_import import read_realisation

UNIT = "Dinas Perhubungan Kabupaten Rekaan"
HEADS = ["Kode SKPD", "Nama SKPD", "Nama Sub SKPD", "Kode Sub Kegiatan", "Nama Sub Kegiatan",
         "Kode Rekening", "Nilai Realisasi", "Nilai Setoran", "Nomor SP2D",
         "Nilai SP2D"]  # fmt: skip
TITLES = [["LAPORAN REALISASI PER DOKUMEN"], ["KAB. REKAAN"], ["TAHUN 2024"], []]


def document(kode: object, value: object, setoran: object = 0, unit: str = UNIT, sp2d: str = "1"):
    return ["2.15", unit, unit, kode, "Apa saja", "5.1.02.01.01.0024", value, setoran, sp2d, value]


def write(
    path: Path,
    rows: Sequence[Sequence[object]],
    heads: Sequence[str] = HEADS,
    titles: Sequence[Sequence[str]] = TITLES,
) -> Path:
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Data Realisasi Dokumen")
        for number, row in enumerate([*titles, heads, *rows]):
            for at, value in enumerate(row):
                sheet.write_string(number, at, value) if isinstance(value, str) else sheet.write(
                    number, at, value
                )
    return path


@pytest.fixture
def data(tmp_path):
    return Path(shutil.copytree(DINAS, tmp_path / "data"))


def cell(data: Path, kode: str) -> str:
    lines = (data / "2024/program.csv").read_text(encoding="utf-8-sig").splitlines()
    (line,) = [line for line in lines if line.startswith(f"{kode},")]
    return line


def test_rows_are_summed_to_the_subkegiatan_whatever_its_code_looks_like(data, tmp_path):
    rows = [
        document("2.15.01.2.01.0001", 40_000_000),
        document("2.15.01.201.0001", "7.925.000", sp2d="2"),
        document("2.15.1.2.1.6 - Penyusunan Laporan", 21340500),
        document("2.15.02.2.99.0001", 5000),
        document("2.15.01.2.01.0001", 999, unit="Dinas Lain"),
        ["Total", *[None] * 5, 69271499],
    ]
    read = read_realisation(write(tmp_path / "a.xlsx", rows), data, 2024)
    assert [(one.row.kode, one.nilai) for one in read.changes] == [
        ("2.15.01.2.01.0001", 47925000),
        ("2.15.01.2.01.0006", 21340500),
    ]
    assert [one.kode for one in read.left] == ["2.15.02.2.99.0001"]
    told = "\n".join(read.shown())
    assert "5 baris dibaca; jumlah Rp69.271.499" in told and "Rp69.271.499: sama" in told
    assert "setiap nomor sekali: Rp7.930.000 (2 SP2D)" in told
    assert not read.clashes and not read.plan().after


def test_only_blank_cells_are_filled_unless_it_is_said(data, tmp_path, capsys):
    program = data / "2024/program.csv"
    text = program.read_bytes().replace(b"48500000,47925000,", b"48500000,,")
    program.write_bytes(text)
    rows = [document("2.15.01.2.01.0001", 1000.5), document("2.15.01.2.01.0006", 2000)]
    path = str(write(tmp_path / "a.xlsx", rows))
    call = ["impor", "realisasi", path, "--data", str(data), "--tahun", "2024"]
    assert main(call) == 1 and program.read_bytes() == text
    assert "baris 4 kolom realisasi: Rp1.001" in capsys.readouterr().out
    assert main([*call, "--terapkan"]) == 1  # the other cell holds another value
    assert program.read_bytes() == text.replace(b"48500000,,", b"48500000,1001,")
    assert main([*call, "--terapkan", "--timpa"]) == 0
    assert cell(data, "2.15.01.2.01.0006").split(",")[-4:-2] == ["2000", ""]


def test_subtotals_of_a_recapitulated_budget_are_not_money(data, tmp_path):
    heads = ["NO", "TAHUN", "NAMA SKPD", "KODE SUB KEGIATAN", "KODE REKENING", "PAGU"]
    rows = [
        [1, 2024, UNIT, "2.15.01.2.01.0001", None, 48500000],
        [2, 2024, UNIT, "2.15.01.2.01.0001", "5.1.02", 48000000],
        [3, 2024, UNIT, "2.15.01.2.01.0001", "5.1.03", 500000],
    ]
    read = read_realisation(write(tmp_path / "a.xlsx", rows, heads), data, 2024)
    assert (read.file.kolom, [one.nilai for one in read.changes]) == ("pagu", [48500000])


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([document("2.15.01.2.01.0001", "#REF!")], "galat Excel"),
        ([document("2.15.01.2.01.0001", "abc")], "baris 6, kolom Nilai Realisasi"),
        ([document(2.15, 1)], "kode berubah menjadi tanggal atau bilangan"),
        ([document("5.1.02", 1)], "kode tidak terbaca"),
        ([document("2.15.01.2.01.0001", 1, setoran=5)], "--setoran kurangi"),
        ([document("2.15.01.2.01.0001", 1, unit="A"),
          document("2.15.01.2.01.0001", 1, unit="B")], "sebut namanya: --skpd"),
    ],
)  # fmt: skip
def test_what_cannot_be_known_is_asked(rows, said, data, tmp_path):
    with pytest.raises((CallError, DataError)) as told:
        read_realisation(write(tmp_path / "a.xlsx", rows), data, 2024)
    assert said in str(told.value)


def test_a_file_of_another_year_or_kind_is_refused(data, tmp_path):
    path = write(tmp_path / "a.xlsx", [document("2.15.01.2.01.0001", 1)])
    with pytest.raises(CallError, match="berkas tahun 2024, bukan 2023"):
        read_realisation(path, data, 2023)
    dated = [[*row, "7 Januari 2025"] for row in [document("2.15.01.2.01.0001", 1)]]
    path = write(tmp_path / "c.xlsx", dated, [*HEADS, "Tanggal Dokumen"])
    assert read_realisation(path, data, 2024).file.tahun == {2024}, "the title says it"
    path = write(tmp_path / "d.xlsx", dated, [*HEADS, "Tanggal Dokumen"], titles=[])
    with pytest.raises(CallError, match="berkas tahun 2025, bukan 2024"):
        read_realisation(path, data, 2024)
    other = write(tmp_path / "b.xlsx", [], ["Kode", "Uraian"])
    with pytest.raises(CallError, match="tidak ada lembar yang berjudul kolom"):
        read_realisation(other, data, 2024)


def test_money_that_was_paid_back_is_taken_off_where_that_is_said(data, tmp_path):
    path = write(tmp_path / "a.xlsx", [document("2.15.01.2.01.0001", 100, setoran=30)])
    read = {how: read_realisation(path, data, 2024, setoran=how) for how in ("kurangi", "biarkan")}
    assert [one.changes[0].nilai for one in read.values()] == [70, 100]


def test_a_year_in_a_workbook_is_told_by_sheet_and_cell(data, tmp_path):
    rows = [document("2.15.01.2.01.0001", 1000), document("2.15.02.2.99.0001", 5000)]
    path = write(tmp_path / "a.xlsx", rows)
    told = "\n".join(read_realisation(path, as_workbook(data, 2024), 2024).plan().catatan)
    assert "tidak ada di lembar program (1)" in told and "program.csv" not in told
    assert "2024/data-2024.xlsx lembar program sel H4 kolom realisasi: Rp47.925.000" in told


def test_a_year_in_a_workbook_is_filled_in_a_copy(data, tmp_path, capsys):
    path = str(write(tmp_path / "a.xlsx", [document("2.15.01.2.01.0001", 1000)]))
    own = as_workbook(data, 2024) / "2024" / "data-2024.xlsx"
    before = own.read_bytes()
    call = ["impor", "realisasi", path, "--data", str(data), "--tahun", "2024", "--timpa"]
    assert main([*call, "--terapkan"]) == 0
    copy = own.with_name("data-2024-dengan-koreksi.xlsx")
    said = capsys.readouterr().out
    assert f"Salinan lengkap dengan perubahan di atas: {copy}" in said and "gantikan" in said
    assert own.read_bytes() == before
    assert main(call) == 2, "the copy waits"
    copy.replace(own)
    assert main(call) == 0 and "Tidak ada sel yang perlu diisi" in capsys.readouterr().out


def test_money_below_a_wide_gap_and_other_page_heads_counts(data, tmp_path):
    """Pages of an export: blank rows, titles and heads between them, columns in another order."""
    pages = [
        document("2.15.01.2.01.0001", 1000),
        *([[]] * 400),
        ["KAB. REKAAN", None, None, "LAPORAN REALISASI PER DOKUMEN"],
        [None, None, None, "Halaman 2"],
        HEADS,
        document("2.15.01.2.01.0001", 200),
        HEADS[::-1],
        document("2.15.01.2.01.0006", 30)[::-1],
        [None, "Jumlah", None, 1230],
    ]
    read = read_realisation(write(tmp_path / "a.xlsx", pages), data, 2024)
    assert [one.nilai for one in read.changes] == [1200, 30]
    assert read.file.total == read.file.jumlah == 1230


def test_formats_down_to_the_last_row_cost_nothing(data, tmp_path):
    path = write(tmp_path / "a.xlsx", [document("2.15.01.2.01.0001", 1000)])
    book = openpyxl.load_workbook(path)
    book.active.cell(1_048_576, 3).font = openpyxl.styles.Font(bold=True)
    book.save(path)
    assert [one.nilai for one in read_realisation(path, data, 2024).changes] == [1000]


@pytest.mark.parametrize("value", ["1" * 40, 1e40, "1" * 40 + ",5"])
def test_a_number_of_forty_digits_is_a_sentence(value, data, tmp_path):
    path = write(tmp_path / "a.xlsx", [document("2.15.01.2.01.0001", value)])
    with pytest.raises(DataError, match="bilangan terlalu panjang"):
        read_realisation(path, data, 2024)


def test_two_sheets_of_money_are_not_added_up(data, tmp_path):
    path = write(tmp_path / "a.xlsx", [document("2.15.01.2.01.0001", 1000)])
    book = openpyxl.load_workbook(path)
    book.copy_worksheet(book.active)
    book.create_sheet("Pivot").append(["Kode Sub Kegiatan", "Sum of Nilai Realisasi"])
    book.save(path)
    with pytest.raises(CallError, match=r"Data Realisasi Dokumen, Data Realisasi Dokumen Copy ber"):
        read_realisation(path, data, 2024)


@pytest.mark.parametrize(
    ("value", "meant"),
    [("Rp 1.000,-", 1000), ("(1.000)", -1000), ("1,000.00", 1000), ("-Rp1.000", None),
     ("Rp. 1.000,00", 1000), ("(Rp 1.000,50)", -1001)],
)  # fmt: skip
def test_money_is_read_as_it_is_written(value, meant, data, tmp_path):
    heads = [head.replace(" ", "\n", 1) for head in HEADS]
    path = write(tmp_path / "a.xlsx", [document("2.15.01.2.01.0001", value)], heads)
    if meant is None:
        with pytest.raises(DataError, match="kolom Nilai Realisasi"):
            read_realisation(path, data, 2024)
    else:
        assert [one.nilai for one in read_realisation(path, data, 2024).changes] == [meant]


def test_a_file_without_any_money_says_so(data, tmp_path):
    with pytest.raises(CallError, match="tidak ada satu baris pun yang berkode dan bernilai"):
        read_realisation(write(tmp_path / "a.xlsx", []), data, 2024)


@pytest.mark.parametrize("fault", ["terpotong", "hilang", "kosong"])
def test_a_torn_sheet_is_a_sentence(fault, data, tmp_path):
    path = write(tmp_path / "a.xlsx", [document("2.15.01.2.01.0001", 1000)] * 50)
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    sheet = "xl/worksheets/sheet1.xml"
    with zipfile.ZipFile(tmp_path / "b.xlsx", "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            if name != sheet:
                package.writestr(name, content)
        if fault != "hilang":
            package.writestr(sheet, parts[sheet][:3000] if fault == "terpotong" else b"")
    with pytest.raises(CallError, match=r"rusak|tidak ada lembar") as told:
        read_realisation(tmp_path / "b.xlsx", data, 2024)
    assert "perbaikan" in str(told.value)


@pytest.mark.parametrize(
    "called", ["DINAS PERHUBUNGAN", "2.15.0.00 Dinas Perhubungan Kab. Rekaan", "dinas  perhubungan"]
)
def test_a_unit_is_known_by_what_it_may_be_called(called, data, tmp_path):
    rows = [document("2.15.01.2.01.0001", 1, unit=name) for name in (called, "Dinas Pertanian")]
    assert read_realisation(write(tmp_path / "a.xlsx", rows), data, 2024).unit == called.strip()
