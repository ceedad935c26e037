"""What readers get of the data: public columns alone, every row at its own number, as typed."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any

import pytest
from spreadsheets import as_workbook, save_with_commas
from unit_kecil import set_cell

from lkjip_analysis.data.facts import FACTS
from lkjip_analysis.data.public import PublicTable, public_tables
from lkjip_analysis.data.schemas import TABLES
from lkjip_analysis.data.sheet import decode, parse_sheet
from lkjip_analysis.data.validation import load_year
from lkjip_analysis.results import compute_results
from lkjip_analysis.results.figures import ABSENT, Figure

PRIVATE = {
    "iku": {"catatan"},
    "program": {"catatan"},
    "komponen_iku": {"minimum", "maksimum"},
    "lampiran": {"berkas"},
}
"""Columns of public tables that stay with the unit."""


def tables_of(root: Path) -> dict[str, PublicTable]:
    """Give the public tables of the tiny unit's year by their file."""
    hasil = compute_results(load_year(2024, root))
    named = {cell.berkas for figure in hasil for cell in figure.masukan}
    return {table.file: table for table in public_tables(hasil.data, named)}


def typed(path: Path) -> dict[int, dict[str, str]]:
    """Read a file's cells by the number of their row."""
    sheet = parse_sheet(decode(path.read_bytes()), TABLES[path.stem].column_names)
    return {number: dict(zip(sheet.header, row, strict=True)) for number, row in sheet.rows}


def test_what_is_private_is_declared() -> None:
    assert {name for name, t in TABLES.items() if not t.public} == {
        "pengakuan",
        "penilaian_mandiri",
    }
    hidden = {
        name: {column.name for column in table.columns if not column.public}
        for name, table in TABLES.items()
    }
    assert {name: columns for name, columns in hidden.items() if columns} == PRIVATE
    assert {f.name for f in FACTS.values() if not f.public} == {
        "nip_kepala", "logo", "total_realisasi_lra",
    }  # fmt: skip


def test_every_public_cell_reads_back_at_its_own_row(unit_kecil: Path, tmp_path: Path) -> None:
    path = unit_kecil / "2024" / "program.csv"
    head, *rest = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join([head, "\n", rest[0], "\n", "\n", *rest[1:]]), encoding="utf-8")
    set_cell(unit_kecil, "2024/iku.csv", 2, "sumber_data", "-")
    made = tables_of(unit_kecil)
    assert {"data/iku.csv", "data/2022/iku.csv", "data/2023/program.csv"} <= made.keys()
    assert "data/skala_predikat.csv" in made and "data/2023/skala_predikat.csv" not in made
    for file, table in made.items():
        source = unit_kecil / table.data.berkas
        (written := tmp_path / source.name).write_bytes(table.as_csv())
        hidden = PRIVATE.get(source.stem, set())
        facts = {name for name, fact in FACTS.items() if not fact.public}
        assert typed(written) == {
            number: {name: text for name, text in row.items() if name not in hidden}
            for number, row in typed(source).items()
            if row.get("kunci") not in facts
        }, file


@pytest.mark.parametrize("change", [as_workbook, lambda root, year: None])
def test_no_private_word_is_in_it(unit_kecil: Path, change: Any) -> None:
    set_cell(unit_kecil, "2024/iku.csv", 2, "catatan", "RAHASIA")
    set_cell(unit_kecil, "2024/program.csv", 2, "catatan", "RAHASIA")
    set_cell(unit_kecil, "2024/penilaian_mandiri.csv", 2, "bukti", "RAHASIA")
    change(unit_kecil, 2024)
    for table in tables_of(unit_kecil).values():
        text = table.as_csv().decode("utf-8-sig") + str(table.as_record())
        assert not any(word in text for word in ("RAHASIA", "nip_kepala", "197001012000032001"))


def test_the_same_data_in_other_forms_are_published_alike(unit_kecil: Path) -> None:
    ours = {file: table.as_csv() for file, table in tables_of(unit_kecil).items()}
    for path in unit_kecil.rglob("*.csv"):
        if path.stem not in ("pengakuan", "lampiran"):
            save_with_commas(path)
    commas = {file: table.as_csv() for file, table in tables_of(unit_kecil).items()}
    plain = {file: text.replace(b".000", b"000") for file, text in ours.items()}
    assert {f: t.replace(b".000", b"000") for f, t in commas.items()} == plain


def test_a_workbook_says_where_each_column_stands(unit_kecil: Path) -> None:
    (table,) = (
        table for file, table in tables_of(as_workbook(unit_kecil, 2024)).items()
        if file == "data/iku.csv"
    )  # fmt: skip
    record = table.as_record()
    rows = list(csv.reader(io.StringIO(table.as_csv().decode("utf-8-sig")), delimiter=";"))
    place = record["kolom"].index("realisasi")
    number, *texts = record["baris"][0]
    assert rows[number - 1] == texts and texts[place] == "84"
    cell = next(iter(table.data)).cell("realisasi")
    assert cell.as_record()["sel"] == f"{record['huruf'][place]}{number}"


def test_the_record_of_a_private_cell_says_only_where_it_is(unit_kecil: Path) -> None:
    set_cell(unit_kecil, "2024/iku.csv", 2, "catatan", "RAHASIA")
    data = load_year(2024, unit_kecil)
    (row, *_), nip = data[TABLES["iku"]], data.fact_cell("nip_kepala")
    assert row.cell("catatan").as_record()["nilai"] == "RAHASIA"  # for the unit itself
    assert row.cell("catatan").as_published() == {
        "berkas": "2024/iku.csv", "baris": 2, "kolom": "catatan", "nilai": None, "publik": False,
    }  # fmt: skip
    assert nip is not None and nip.as_published()["nilai"] is None
    figure = Figure("x.y", None, ABSENT, (row.cell("target"), nip))
    assert [cell["nilai"] for cell in figure.as_record()["masukan"]] == ["80", None]
    assert row.cell("target").as_published() == row.cell("target").as_record()
