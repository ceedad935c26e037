"""What a unit chooses: the lower-is-better formula per indicator, the cap at any percentage."""

from __future__ import annotations

from pathlib import Path

import pytest
from table_grid import Grid
from unit_kecil import edit

from lkjip_analysis.exceptions import DataError
from lkjip_analysis.presentation import narrative, tables
from lkjip_analysis.results import Results, load_results

FACTS = "2024/identitas.csv"
T_R = "target ÷ realisasi × 100"
BOTH = "(2 × target − realisasi) ÷ target × 100"


def choose(root: Path, file: str, start: str, choice: str) -> Results:
    """Add the column ``rumus_turun``, filled in the row that starts so, and compute anew."""
    path = root / file
    head, *lines = path.read_text(encoding="utf-8").splitlines()
    rows = [f"{line};{choice if line.startswith(start) else ''}" for line in lines]
    path.write_text("\n".join([f"{head};rumus_turun", *rows]) + "\n", encoding="utf-8")
    return load_results(2024, root)


def test_one_iku_has_a_formula_of_its_own(unit_kecil: Path) -> None:
    """WAKTU: 15 of 20 minutes, 16 at the end of the Renstra, 18 the year before."""
    hasil = choose(unit_kecil, "2024/iku.csv", "WAKTU;", "T/R")
    found = {
        name: (figure.tampil, figure.rumus)
        for name in ("iku.WAKTU.capaian", "iku.WAKTU.kemajuan", "iku_lalu.WAKTU.kemajuan")
        if (figure := hasil[name])
    }
    assert found == {
        "iku.WAKTU.capaian": ("133,33%", T_R),
        "iku.WAKTU.kemajuan": ("106,67%", "target akhir Renstra ÷ realisasi × 100"),
        "iku_lalu.WAKTU.kemajuan": ("88,89%", "target akhir Renstra ÷ realisasi × 100"),
    }
    assert hasil["iku_lalu.WAKTU.capaian"].rumus == BOTH  # that year chose nothing of its own


def test_an_indicator_of_a_programme_has_one_too(unit_kecil: Path) -> None:
    """P1.K1.S2 has two: the second, 1 finding of 4 allowed, is better the lower it is."""
    before = load_results(2024, unit_kecil)["indikator.P1-K1-S2.2.capaian"]
    assert (before.tampil, before.rumus) == ("175,00%", BOTH)
    hasil = choose(unit_kecil, "2024/indikator_program.csv", "P1.K1.S2;2;", "T/R")
    figure = hasil["indikator.P1-K1-S2.2.capaian"]
    assert (figure.tampil, figure.rumus) == ("400,00%", T_R)
    assert hasil["iku.WAKTU.capaian"].rumus == BOTH
    names = [row[0] for row in Grid(tables.metode(hasil)).rows()]
    assert "Capaian, makin rendah makin baik" in names
    assert "Capaian, makin rendah makin baik (target dibagi realisasi)" in names


def test_a_choice_for_an_indicator_goes_before_the_units(unit_kecil: Path) -> None:
    edit(unit_kecil, FACTS, "rumus_turun;(2T-R)/T", "rumus_turun;T/R")
    assert load_results(2024, unit_kecil)["iku.WAKTU.capaian"].rumus == T_R
    hasil = choose(unit_kecil, "2024/iku.csv", "WAKTU;", "(2T-R)/T")
    assert hasil["iku.WAKTU.capaian"].rumus == BOTH
    assert hasil["indikator.P1-K1-S2.2.capaian"].rumus == T_R


def test_a_note_names_both_formulas(unit_kecil: Path) -> None:
    lines = (unit_kecil / "2024" / "iku.csv").read_text(encoding="utf-8")
    second = lines.splitlines()[2].replace("WAKTU", "TUNGGU")
    (unit_kecil / "2024" / "iku.csv").write_text(f"{lines}{second}\n", encoding="utf-8")
    hasil = choose(unit_kecil, "2024/iku.csv", "TUNGGU;", "T/R")
    assert Grid(tables.capaian_iku(hasil)).notes[0] == (
        f"Capaian = realisasi ÷ target × 100; bila makin rendah makin baik, {BOTH} atau {T_R}."
    )


def test_a_formula_that_there_is_not_is_refused(unit_kecil: Path) -> None:
    with pytest.raises(DataError, match=r"kolom rumus_turun: pilihan tidak dikenal"):
        choose(unit_kecil, "2024/iku.csv", "WAKTU;", "R/T")


def test_a_cap_of_any_percentage(unit_kecil: Path) -> None:
    """WAKTU: 125%."""
    edit(unit_kecil, FACTS, "batas_capaian;tanpa_batas", "batas_capaian;0_110")
    hasil = load_results(2024, unit_kecil)
    figure = hasil["iku.WAKTU.capaian_batas"]
    assert (figure.tampil, figure.rumus) == ("110,00%", "capaian, dibatasi 0–110")
    said = narrative.batas_capaian(hasil).markdown
    assert said.startswith(
        "Dalam rata-rata, capaian di atas 110% dihitung 110% dan capaian di bawah 0% dihitung 0%."
    )


@pytest.mark.parametrize("cap", ["0_112,5", "0_112.5"])
def test_a_cap_may_have_decimals(unit_kecil: Path, cap: str) -> None:
    edit(unit_kecil, FACTS, "batas_capaian;tanpa_batas", f"batas_capaian;{cap}")
    hasil = load_results(2024, unit_kecil)
    figure = hasil["iku.WAKTU.capaian_batas"]
    assert (figure.tampil, figure.rumus) == ("112,50%", "capaian, dibatasi 0–112,5")
    assert "di atas 112,5% dihitung 112,5%" in narrative.batas_capaian(hasil).markdown


@pytest.mark.parametrize("cap", ["110", "0_0", "10_110", "0_110%", "0_112,"])
def test_what_is_no_cap_is_refused(unit_kecil: Path, cap: str) -> None:
    edit(unit_kecil, FACTS, "batas_capaian;tanpa_batas", f"batas_capaian;{cap}")
    with pytest.raises(DataError, match="batas_capaian: pilihan tidak dikenal"):
        load_results(2024, unit_kecil)
