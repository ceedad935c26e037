"""The workbook of all figures: what can be computed with it, and that it is the same each time."""

from __future__ import annotations

import pytest
from openpyxl import load_workbook
from unit_kecil import SOURCE

from lkjip_analysis.cli import main
from lkjip_analysis.exchange.results_workbook import write_results


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    path = tmp_path_factory.mktemp("hasil") / "hasil.xlsx"
    call = ["results", "--xlsx", "--tahun", "2024", "--data", str(SOURCE), "--output", str(path)]
    assert main(call) == 0
    return path


def test_a_row_a_figure_with_numbers_as_numbers(path):
    book = load_workbook(path)
    head, *rows = book["IKU"].iter_rows(values_only=True)
    told = {row[head.index("Kunci")]: dict(zip(head, row, strict=True)) for row in rows}
    one = told["iku.AKIP.capaian"]
    assert (one["Kode"], one["Angka"], one["Satuan"], one["Tahun"]) == (
        *("AKIP", "capaian", "persen", 2024),
    )
    assert one["Nilai"] == pytest.approx(105) and one["Rumus"] == "realisasi ÷ target × 100"
    assert "2024/iku.csv baris" in one["Sumber"]
    assert told["iku.AKIP.status"]["Kata"] and told["iku.AKIP.status"]["Nilai"] is None
    assert "Program" in book.sheetnames and book.sheetnames[0] == "Keterangan"


def test_the_same_data_give_the_same_bytes(path):
    assert path.read_bytes() == write_results(2024, SOURCE)
