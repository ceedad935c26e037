"""How far a doubt travels: from the cell of a finding to the figures that rest on it."""

from __future__ import annotations

import re
from copy import deepcopy

import pytest
from spoiled import CleanUnit, read_clean
from unit_bersih import Unit, make_unit, write_unit

from lkjip_analysis.checks import RULES, acknowledgement, run_checks
from lkjip_analysis.checks.doubts import with_doubts
from lkjip_analysis.checks.findings import Acknowledgement
from lkjip_analysis.data.validation import load_year
from lkjip_analysis.results import Results, compute_results

FACTS = "2024/identitas.csv"


@pytest.fixture(scope="module")
def clean() -> CleanUnit:
    return read_clean(make_unit(11))


def opened(unit: Unit, tmp_path) -> Results:  # type: ignore[no-untyped-def]
    return with_doubts(compute_results(load_year(2024, write_unit(unit, tmp_path))))


def doubts(hasil: Results) -> dict[str, str]:
    return {figure.kunci: figure.diragukan for figure in hasil if figure.diragukan}


def test_a_clean_unit_has_no_doubt(clean: CleanUnit) -> None:
    assert doubts(with_doubts(compute_results(clean.data))) == {}


def test_the_values_stay_as_they_are(clean: CleanUnit, tmp_path) -> None:  # type: ignore[no-untyped-def]
    marked = opened(without_one_rupiah(clean), tmp_path)
    plain = compute_results(marked.data)
    strip = [{k: v for k, v in r.items() if k != "diragukan"} for r in marked.as_records()]
    assert strip == [{k: v for k, v in r.items() if k != "diragukan"} for r in plain.as_records()]


def test_an_impossible_value_and_what_is_computed_of_it_on_its_indicator(
    clean: CleanUnit,
    tmp_path,  # type: ignore[no-untyped-def]
) -> None:
    unit: Unit = deepcopy(clean.unit)
    row = next(r for r in unit["2024/iku.csv"] if r["kode_iku"] == "AKIP")
    row["target"], row["target_predikat"] = "100,5", ""
    hasil = opened(unit, tmp_path)
    akip = hasil.iku["AKIP"]
    for figure in (akip.target, akip.capaian, akip.capaian_batas, akip.status):
        assert "100,5, yang mungkin 0 sampai 100" in figure.diragukan, figure.kunci
    for figure in (
        akip.realisasi,
        akip.kemajuan,
        akip.perubahan[2024],
        hasil.rata_rata.capaian_iku,
    ):
        assert figure.known and not figure.diragukan, figure.kunci
    (goal,) = [goal for goal in hasil.sasaran if [iku.kode for iku in goal.iku] == ["AKIP"]]
    assert goal.capaian.diragukan == akip.capaian.diragukan, "it rests on nothing else"
    assert not goal.serapan.diragukan
    assert all(k.startswith(("iku.AKIP.", f"{goal.kunci}.")) for k in doubts(hasil))


def test_the_figure_of_a_sums_only_part_is_the_same_figure(clean: CleanUnit, tmp_path) -> None:  # type: ignore[no-untyped-def]
    unit: Unit = deepcopy(clean.unit)
    items = [row for row in unit["2024/program.csv"] if row["tingkat"] == "program"]
    only = next(
        i for i in items if [r["kode_sasaran"] for r in items].count(i["kode_sasaran"]) == 1
    )
    only["serapan_dilaporkan"] = "12,5"
    hasil = opened(unit, tmp_path)
    item, goal = hasil.program[only["kode"]], hasil.sasaran[only["kode_sasaran"]]
    assert item.serapan.diragukan and goal.serapan.diragukan == item.serapan.diragukan
    assert not goal.pagu.diragukan and not hasil.anggaran.serapan.diragukan


def test_a_doubt_about_an_indicator_is_none_about_the_money_of_its_sasaran(
    clean: CleanUnit,
    tmp_path,  # type: ignore[no-untyped-def]
) -> None:
    unit: Unit = deepcopy(clean.unit)
    row = next(r for r in unit["2024/iku.csv"] if r["kode_iku"] == "AKIP")
    row["realisasi"] = "100,5"
    hasil = opened(unit, tmp_path)
    (goal,) = [goal for goal in hasil.sasaran if [iku.kode for iku in goal.iku] == ["AKIP"]]
    assert hasil.iku["AKIP"].realisasi.diragukan and goal.capaian.diragukan
    for figure in (goal.realisasi, goal.serapan, goal.silpa):
        assert figure.known and not figure.diragukan, figure.kunci


def without_one_rupiah(clean: CleanUnit) -> Unit:
    unit: Unit = deepcopy(clean.unit)
    fact = next(row for row in unit[FACTS] if row["kunci"] == "total_pagu_dpa")
    fact["nilai"] = str(int(fact["nilai"].replace(".", "")) - 1)
    return unit


def test_a_wrong_total_doubts_the_total_and_not_its_parts(clean: CleanUnit, tmp_path) -> None:  # type: ignore[no-untyped-def]
    assert set(doubts(opened(without_one_rupiah(clean), tmp_path))) == {
        "anggaran.pagu", "anggaran.silpa", "anggaran.pagu_dpa", "anggaran.silpa_dpa",
        "anggaran.selisih_dpa",
    }  # fmt: skip


def test_an_acknowledged_doubt_stays_and_says_what_the_unit_says(
    clean: CleanUnit,
    tmp_path,  # type: ignore[no-untyped-def]
) -> None:
    unit = without_one_rupiah(clean)
    [found] = run_checks(opened(unit, tmp_path))
    known = Acknowledgement("tercetak demikian", "", "2024", "DPA mencetak jumlah lain.")
    names = [column.name for column in acknowledgement.Pengakuan.columns]
    row = acknowledgement.as_row(found, known)
    unit["2024/pengakuan.csv"] = [dict(zip(names, row, strict=True))]
    hasil = opened(unit, tmp_path)
    assert [one.diakui for one in run_checks(hasil)] == ["tercetak demikian"]
    assert set(doubts(hasil).values()) == {"DPA mencetak jumlah lain."}
    assert found.kalimat.startswith("Pagu ") and found.kalimat.endswith(".")


def test_a_rule_that_doubts_says_so_in_its_declaration() -> None:
    columns = {name for rule in RULES for name in rule.ragu}
    assert columns <= {
        "angka", "pagu", "realisasi", "target", "target_akhir_renstra", "realisasi_nasional",
        "target_predikat", "realisasi_predikat", "serapan_dilaporkan", "capaian_dilaporkan",
        "nilai", "bobot", "kebutuhan", "ketersediaan", "hasil_rekon", "pengadaan_rkbmd",
        "standar_kebutuhan",
    }  # fmt: skip
    told = {rule.id for rule in RULES if rule.ragu}
    assert {"K02", "K10", "K60", "K62", "K63"} <= told
    assert not told & {"K22", "K34", "K50", "K51", "K53", "K77", "K84", "K90"}


SLIPS = {
    ("2024/iku.csv", "target"): "734,7",
    ("2024/iku.csv", "realisasi"): "0,5",
    ("2024/iku.csv", "target_predikat"): "AA",
    ("2024/iku.csv", "target_akhir_renstra"): "999",
    ("2024/program.csv", "pagu"): "2487",
    ("2024/program.csv", "realisasi"): "999999999999",
    ("2024/program.csv", "serapan_dilaporkan"): "12,5",
    ("2024/evaluasi.csv", "nilai"): "99",
    ("2024/evaluasi.csv", "bobot"): "99",
    ("2024/indikator_program.csv", "target"): "0",
    ("2024/sdm.csv", "ketersediaan"): "999",
    ("2024/sarpras.csv", "hasil_rekon"): "9999",
    ("2024/indikator_program.csv", "realisasi"): "99999",
}


@pytest.mark.parametrize("place", SLIPS, ids=lambda place: " ".join(place))
def test_a_slip_is_said_to_readers_without_the_words_of_the_machine(
    place: tuple[str, str], clean: CleanUnit
) -> None:
    file, kolom = place
    unit: Unit = deepcopy(clean.unit)
    unit[file][0][kolom] = SLIPS[place]
    found = [finding for finding in clean.findings(unit)[0] if finding.doubts]
    assert found, place
    for finding in found:
        assert not re.search(r"\bK\d\d\b|\.csv|_|\bbaris\b|\bkolom\b", finding.kalimat), finding
        assert re.fullmatch(r"[A-Z].*\.", finding.kalimat), finding
