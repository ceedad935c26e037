"""A year's data once read: sections, facts, cells, the report's own day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from unit_kecil import SOURCE, edit, set_cell

from lkjip_analysis.data.columns import Row
from lkjip_analysis.data.reading import Cell, TableData, YearData, raise_problems, report_day
from lkjip_analysis.data.schemas import Iku, Narasi, Program, Sasaran, Sdm, SkalaPredikat
from lkjip_analysis.data.validation import inspect_year, load_year
from lkjip_analysis.exceptions import DataError


@pytest.fixture(scope="module")
def year() -> YearData:
    return load_year(2024, SOURCE)


def test_rows_are_numbered_as_in_a_spreadsheet(year: YearData) -> None:
    assert [row.line for row in year[Iku]] == [2, 3, 4]
    row = year[Iku].rows[1]
    assert row.realisasi == row[Iku.realisasi] == row["realisasi"] == Decimal(15)
    assert row.cell("realisasi") == Cell("2024/iku.csv", 3, "realisasi", "15")
    people = [(row.line, row.kode_iku, row.kebutuhan, row.ketersediaan) for row in year[Sdm]]
    assert people[1] == (3, "IKPP", Decimal(8), Decimal(6))


@pytest.mark.parametrize("ask", [Row.__getitem__, Row.cell, lambda row, name: getattr(row, name)])
def test_a_misspelt_column_is_no_blank(ask: Callable[[Row, str], object], year: YearData) -> None:
    with pytest.raises((KeyError, AttributeError), match="targt"):
        ask(year[Iku].rows[0], "targt")


def test_a_row_of_another_value_points_at_the_same_cell(year: YearData) -> None:
    row = year[Sasaran].rows[0]
    other = row.having(tujuan="Lain")
    assert (other.tujuan, row.tujuan) == ("Lain", "Meningkatkan akuntabilitas")
    assert other.cell("tujuan") == row.cell("tujuan")
    with pytest.raises(KeyError, match="tujun"):
        row.having(tujun="Lain")


def test_a_section_of_the_texts(year: YearData) -> None:
    assert [row.line for row in year[Narasi] if row.bagian == "faktor_penghambat"] == [15, 16]
    assert year[Narasi].berkas == "2024/narasi.csv"
    assert year[SkalaPredikat].berkas == "skala_predikat.csv"


def test_facts_are_typed_and_have_a_place(year: YearData) -> None:
    assert year.identitas.renstra_awal == 2024
    assert year.identitas.total_pagu_dpa == 1_000_000_000
    assert year.identitas.tanggal_lhe == dt.date(2024, 8, 1)
    assert year.identitas.logo == ""
    assert year.fact_cell("tempat") == Cell("2024/identitas.csv", 14, "nilai", "Contoh")
    assert year.fact_cell("tidak_ada") is None


def test_silent_facts_have_their_default(unit_kecil: Path) -> None:
    path = unit_kecil / "2024" / "identitas.csv"
    lines = path.read_text(encoding="utf-8").splitlines()
    silent = ("batas_capaian", "rumus_turun", "rumus_efisiensi", "skala_dukungan")
    kept = [line for line in lines if not line.startswith(silent)]
    path.write_text("\n".join(kept) + "\n", encoding="utf-8")
    facts = load_year(2024, unit_kecil).identitas
    assert {key: facts[key] for key in silent} == {
        "batas_capaian": "tanpa_batas",
        "rumus_turun": "(2T-R)/T",
        "rumus_efisiensi": "selisih_poin",
        "skala_dukungan": "dukungan_program",
    }


def test_of_a_fact_that_stands_twice_the_first_cell_is_told(unit_kecil: Path) -> None:
    path = unit_kecil / "2024" / "identitas.csv"
    text = path.read_text(encoding="utf-8")
    path.write_text(text + "tempat;Lain\n", encoding="utf-8")
    year, problems = inspect_year(2024, unit_kecil)
    assert year.fact_cell("tempat") == Cell("2024/identitas.csv", 14, "nilai", "Contoh")
    assert [p.pesan for p in problems] == ["isinya sama dengan baris 14"]


def test_the_report_is_of_the_day_it_was_closed(unit_kecil: Path) -> None:
    assert report_day(load_year(2024, unit_kecil)) == dt.date(2025, 1, 16)
    edit(unit_kecil, "2024/identitas.csv", "penutup;16 Januari 2025", "penutup;")
    assert report_day(load_year(2024, unit_kecil)) == dt.date(2024, 12, 31)


def test_history_is_of_the_two_years_before(unit_kecil: Path) -> None:
    (unit_kecil / "2021").mkdir()
    (unit_kecil / "2025").mkdir()
    year = load_year(2024, unit_kecil)
    assert list(year.history) == [2022, 2023]
    assert year.history[2023].tahun == 2023
    assert "identitas" in year.history[2023].missing
    assert not year.missing


def test_what_is_not_there_is_an_empty_table(unit_kecil: Path) -> None:
    (unit_kecil / "2024" / "sdm.csv").unlink()
    year = load_year(2024, unit_kecil)
    assert year.missing == ("sdm",)
    assert year[Iku]
    assert year[Sdm] == TableData(Sdm, "2024/sdm.csv")
    assert year[Sdm].readable  # nothing there is nothing broken


def test_a_column_left_out_is_blank_and_cited_so(unit_kecil: Path) -> None:
    path = unit_kecil / "2024" / "sdm.csv"
    path.write_text("kode_iku;kebutuhan\nAKIP;10\n", encoding="utf-8")
    year = load_year(2024, unit_kecil)
    (row,) = year[Sdm]
    assert row.ketersediaan is None
    assert row.cell("ketersediaan") == Cell("2024/sdm.csv", 2, "ketersediaan", "")


def test_a_broken_file_is_told_apart_from_a_missing_one(unit_kecil: Path) -> None:
    (unit_kecil / "2024" / "sdm.csv").write_bytes(b"%PDF-1.7 ...")
    year, problems = inspect_year(2024, unit_kecil)
    assert not year.tables["sdm"].readable
    assert "sdm" not in year.missing
    assert [p.pesan for p in problems] == ["isi berkas adalah dokumen PDF, bukan CSV"]


def test_choices_are_read_whatever_their_letters(unit_kecil: Path) -> None:
    set_cell(unit_kecil, "2024/iku.csv", 2, "polaritas", "NAIK")
    edit(unit_kecil, "2024/identitas.csv", "(2T-R)/T", "(2t-r)/t")
    year = load_year(2024, unit_kecil)
    assert year[Iku].rows[0].polaritas == "naik"
    assert year.identitas.rumus_turun == "(2T-R)/T"


def test_a_percent_sign_is_read_where_it_may_stand(unit_kecil: Path) -> None:
    set_cell(unit_kecil, "2024/program.csv", 4, "serapan_dilaporkan", "97,5 %")
    year = load_year(2024, unit_kecil)
    assert year[Program].rows[2].serapan_dilaporkan == Decimal("97.5")


def test_faults_are_raised_all_at_once(unit_kecil: Path) -> None:
    set_cell(unit_kecil, "2024/iku.csv", 2, "realisasi", "BB")
    set_cell(unit_kecil, "2023/iku.csv", 2, "realisasi", "BB")
    _, problems = inspect_year(2024, unit_kecil)
    assert [p.berkas for p in problems] == ["2024/iku.csv", "2023/iku.csv"]
    with pytest.raises(DataError) as caught:
        raise_problems(problems)
    assert caught.value.problems == tuple(problems)
    raise_problems([])
