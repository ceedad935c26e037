"""The course of an indicator over all years: joined only where code, name and unit agree."""

from __future__ import annotations

from pathlib import Path

import pytest
from several_years import add_years
from unit_kecil import edit, set_cell

from lkjip_analysis.data.validation import load_year
from lkjip_analysis.results import Results, load_results
from lkjip_analysis.results.difference import since_last_year


@pytest.fixture
def hasil(unit_kecil: Path) -> Results:
    return load_results(2024, add_years(unit_kecil))


def course(hasil: Results, kode: str) -> dict[int, str]:
    return {year: figure.tampil for year, figure in hasil.iku[kode].tren.nilai.items()}


def test_all_years_that_are_alike_are_told_and_the_others_are_named(hasil: Results) -> None:
    assert course(hasil, "AKIP") == {
        2020: "70", 2021: "72,5", 2022: "77", 2023: "78,5", 2024: "84",
    }  # fmt: skip
    assert hasil.iku["AKIP"].tren.lain == {2018: "nama"}
    assert list(course(hasil, "WAKTU")) == [2021, 2022, 2023, 2024]
    assert hasil.iku["WAKTU"].tren.lain == {2018: "satuan", 2020: "satuan"}


def test_each_value_leads_to_its_cell(hasil: Results) -> None:
    (cell,) = hasil["iku.AKIP.riwayat.2021"].masukan
    assert (cell.berkas, cell.baris, cell.kolom) == ("2021/iku.csv", 2, "realisasi")
    assert hasil["indikator.P1.1.riwayat.2018"].nilai == 97


def test_a_programmes_indicator_has_a_course_too(hasil: Results) -> None:
    assert list(hasil.indikator["P1.1"].tren.nilai) == [2018, 2020, 2021, 2023, 2024]
    assert list(hasil.indikator["P2.1"].tren.nilai) == [2024]
    before = hasil.indikator["P1.1"].tren.sebelumnya
    assert before is not None and before.kunci == "indikator_lalu.P1.1.realisasi"


def test_a_capital_or_the_units_own_name_is_no_other_name(unit_kecil: Path) -> None:
    edit(unit_kecil, "2023/iku.csv", "Nilai AKIP", "NILAI  Akip Dinas Contoh")
    hasil = load_results(2024, unit_kecil)
    assert hasil.iku["AKIP"].tren.lain == {}


def test_a_year_long_past_that_has_faults_stops_nothing(unit_kecil: Path) -> None:
    add_years(unit_kecil)
    set_cell(unit_kecil, "2018/iku.csv", 2, "realisasi", "enam puluh")
    data = load_year(2024, unit_kecil)
    assert data.earlier[2018] is None
    assert list(data.past) == [2020, 2021, 2022, 2023]


def test_what_differs_from_last_year_is_told_as_diff_tells_it(hasil: Results) -> None:
    told = {change.kunci: change for change in since_last_year(hasil)}
    assert (told["iku.AKIP.capaian"].lama, told["iku.AKIP.capaian"].baru) == ("99,37%", "105,00%")
    assert told["iku.AKIP.capaian"].selisih == "+5,63 poin persentase"
    assert told["iku.AKIP.status"].lama == "tidak_mencapai"
    assert "iku.WAKTU.status" not in told  # beyond its target in both years
