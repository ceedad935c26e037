"""What changed since the year before, and the course of every indicator, as a reader sees them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from several_years import add_years
from table_grid import Grid
from unit_kecil import edit, set_cell

from lkjip_analysis.presentation import charts, narrative, tables
from lkjip_analysis.presentation.charts.trend import tren
from lkjip_analysis.results import load_results


def lines(root: Path) -> list[str]:
    """What stands before the tables, an item a line."""
    listed = narrative.yang_berubah(load_results(2024, root)).parts[0].markdown
    listed = re.sub(r'<span class="angka"[^>]*>(.*?)</span>', r"\1", listed)
    plain = re.sub(r"<[^>]+>", "", re.sub(r"</span>|</li>", "\n", listed))
    return [line.strip() for line in plain.split("\n") if line.strip() and "```" not in line]


def table(root: Path, name: str) -> Grid:
    parts = narrative.yang_berubah(load_results(2024, root)).parts
    return Grid(next(part for part in parts if getattr(part, "name", "") == f"berubah-{name}"))


def test_status_comes_first(unit_kecil: Path) -> None:
    set_cell(unit_kecil, "2024/iku.csv", 3, "realisasi", "22")  # of 20, lower is better
    told = lines(unit_kecil)
    assert told[:3] == [
        "▲ Kini mencapai target",
        "1 IKU dan 1 indikator program",
        "Nilai AKIP: capaian 99,37% menjadi 105,00%",
    ]
    gone = told.index("▼ Tidak lagi mencapai target")
    assert told[gone + 2] == "Rata-rata waktu pelayanan: capaian 128,00% menjadi 90,00%"
    assert told[told.index("● Tetap mencapai target") + 1] == "1 IKU"


def test_what_cannot_be_compared_is_said(unit_kecil: Path) -> None:
    edit(unit_kecil, "2023/iku.csv", "Nilai AKIP", "Skor lama")
    edit(unit_kecil, "2023/iku.csv", ";menit;", ";jam;")
    edit(unit_kecil, "2023/iku.csv", "IKPP;S2", "LAMA;S2")
    told = lines(unit_kecil)
    assert "Nilai AKIP: namanya lain pada 2023 (Skor lama)" in told
    assert "Rata-rata waktu pelayanan: satuannya lain pada 2023 (jam)" in told
    assert "Indeks Kualitas Pelayanan Publik: belum ada pada 2023" in told
    assert "7 indikator program: belum ada pada 2023" in told
    assert told[told.index("– Tidak ada lagi pada 2024") + 1] == "Indeks Kualitas Pelayanan Publik"


def test_a_target_that_was_missing_is_said(unit_kecil: Path) -> None:
    set_cell(unit_kecil, "2023/iku.csv", 2, "target", "")
    assert "Nilai AKIP: tidak dinilai pada 2023" in lines(unit_kecil)


def test_figures_of_both_years_stand_side_by_side(unit_kecil: Path) -> None:
    row = table(unit_kecil, "iku").rows()[0]
    assert row == [
        "Nilai AKIP (nilai)", "78,5", "84", "+5,50 nilai",
        "99,37%", "105,00%", "+5,63 poin persentase", "▼\xa0belum tercapai", "▲\xa0melampaui",
    ]  # fmt: skip


def test_what_stayed_is_not_in_the_table(unit_kecil: Path) -> None:
    set_cell(unit_kecil, "2023/indikator_program.csv", 2, "realisasi", "100")
    parts = narrative.yang_berubah(load_results(2024, unit_kecil)).parts
    assert "berubah-indikator" not in [getattr(part, "name", "") for part in parts]


def test_money_is_compared_where_last_years_is_known(unit_kecil: Path) -> None:
    names = [getattr(part, "name", "")
             for part in narrative.yang_berubah(load_results(2024, unit_kecil)).parts]  # fmt: skip
    assert "berubah-anggaran" not in names
    set_cell(unit_kecil, "2023/program.csv", 2, "pagu", "500")
    set_cell(unit_kecil, "2023/program.csv", 2, "realisasi", "450")
    total = table(unit_kecil, "anggaran").rows()[-1]
    assert total[:4] == ["Jumlah semua program", "Rp500", "Rp1.000.000.000", "+Rp999.999.500"]
    assert any("serapan 90,00% menjadi 92,00% (+2 poin persentase)" in line
               for line in lines(unit_kecil))  # fmt: skip


def test_the_first_screen_leads_there(unit_kecil: Path) -> None:
    cards = narrative.kartu_kinerja(load_results(2024, unit_kecil)).markdown
    assert '<a href="#sec-berubah">2 kini mencapai target</a>' in cards


def test_the_course_of_every_indicator_that_has_one(unit_kecil: Path) -> None:
    shown = Grid(tables.tren_indikator(load_results(2024, add_years(unit_kecil))))
    assert shown.columns[3:] == ["2018", "2020", "2021", "2022", "2023", "2024"]
    rows = {row[0]: row[1:] for row in shown.rows()}
    assert rows["IKU: Nilai AKIP"] == [
        "naik (membaik)", "nilai", "nama lain", "70", "72,5", "77", "78,5", "84",
    ]  # fmt: skip
    assert rows["IKU: Rata-rata waktu pelayanan"][:4] == [
        "turun (membaik)", "menit", "satuan lain", "satuan lain",
    ]  # fmt: skip
    assert rows["Program 1: Persentase kinerja aparatur"][4:6] == ["97%", ""]
    assert "Tanpa realisasi tahun lain: 7 indikator." in shown.notes


def test_a_year_left_out_for_its_faults_is_named(unit_kecil: Path) -> None:
    add_years(unit_kecil)
    set_cell(unit_kecil, "2018/iku.csv", 2, "realisasi", "enam puluh")
    shown = Grid(tables.tren_indikator(load_results(2024, unit_kecil)))
    assert "Data tahun 2018 berisi kesalahan dan tidak ikut." in shown.notes


@pytest.mark.parametrize("years", [0, 3])
def test_the_chart_of_a_sheet_goes_back_as_far_as_the_data(unit_kecil: Path, years: int) -> None:
    hasil = load_results(2024, add_years(unit_kecil) if years else unit_kecil)
    alt = tren(hasil.iku["AKIP"]).alt
    assert ("2020 70," in alt) == bool(years)
    assert "60" not in alt  # another name then
    assert charts.tren_iku(hasil).alt.count("2022") >= 1
