"""The formulas for an analyst's own numbers: worked by hand, never a second implementation."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from unit_kecil import SOURCE, edit

import lkjip_analysis as lk
from lkjip_analysis.exceptions import CallError, LkjipError, NoNumberError, UnknownKeyError
from lkjip_analysis.face import computing
from lkjip_analysis.measures.catalogue import catalogue

YEAR = SOURCE / "2024"


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"target": 80, "realisasi": 84}, 105.0),
        ({"target": Decimal(80), "realisasi": 84}, Decimal(105)),
        ({"target": 20, "realisasi": 15, "polaritas": "turun"}, 125.0),
        ({"target": 20, "realisasi": 25, "polaritas": "turun", "rumus": "T/R"}, 80.0),
        ({"target": 20, "realisasi": 60, "batas": "0_150"}, 150.0),
        ({"target": 20, "realisasi": 70, "polaritas": "turun", "batas": "0_100"}, 0.0),
        ({"target": 0.1, "realisasi": 0.3}, 300.0),
    ],
)
def test_capaian_of_plain_numbers(given: dict[str, Any], expected: object) -> None:
    found = lk.capaian(**given)
    assert found == expected and type(found) is type(expected)


def test_the_others_of_plain_numbers() -> None:
    assert lk.serapan(800, 760) == 95.0
    assert lk.efisiensi(105, 95) == 10.0
    assert lk.efisiensi(114, 95, rumus="indeks") == 1.2
    assert lk.perubahan(sekarang=0.3, sebelumnya=0.1) == 0.2
    assert lk.predikat(80, "akip_nasional", YEAR) == "BB"
    assert lk.predikat(Decimal("80.01"), "akip_nasional", lk.buka(YEAR)) == "A"


def test_a_figure_is_a_number() -> None:
    hasil = lk.buka(YEAR)
    iku = hasil.iku["AKIP"]
    assert lk.capaian(iku.target, iku.realisasi) == iku.capaian.nilai
    assert lk.serapan(hasil.anggaran.pagu, hasil.anggaran.realisasi) == Decimal(92)
    lacking = hasil.iku["WAKTU"].realisasi_nasional
    with pytest.raises(NoNumberError, match=r"capaian: masukannya belum tersedia \(realisasi\)$"):
        lk.capaian(80, lacking)
    with pytest.raises(NoNumberError, match=r"\(target, realisasi\)$"):
        lk.capaian(lacking, None)


def test_whole_frames_give_what_is_published() -> None:
    hasil = lk.buka(YEAR)
    iku, program = hasil.frame("iku"), hasil.frame("program")
    pd.testing.assert_series_equal(lk.capaian(iku), iku["capaian"])
    pd.testing.assert_series_equal(lk.serapan(program), program["serapan"])
    pd.testing.assert_series_equal(
        lk.capaian(iku["target"], iku["realisasi"], polaritas=iku["polaritas"]), iku["capaian"]
    )
    nation = lk.capaian(iku, realisasi=iku["realisasi_nasional"], polaritas="naik")
    assert nation.to_list()[0] == 87.5 and nation.isna().to_list() == [False, True, True]
    named = lk.predikat(iku["realisasi"], iku["skala"], hasil)
    pd.testing.assert_series_equal(named, iku["predikat"])
    with pytest.raises(UnknownKeyError, match='tabel tidak mempunyai kolom "sebelumnya"'):
        lk.perubahan(iku.rename(columns={"realisasi": "sekarang"}))


def test_a_frame_is_computed_by_what_its_unit_chose(unit_kecil: Path) -> None:
    """WAKTU: 20 ÷ 15, in 2023 25 ÷ 18; the formula of the unit where its row names none."""
    edit(unit_kecil, "2024/identitas.csv", "rumus_turun;(2T-R)/T", "rumus_turun;T/R")
    edit(unit_kecil, "2024/identitas.csv", "selisih_poin", "indeks")
    hasil = lk.buka(2024, unit_kecil)
    iku, goals = hasil.frame("iku"), hasil.frame("sasaran")
    found = lk.capaian(iku).to_list()
    assert found[1] == pytest.approx(2000 / 15) and found == iku["capaian"].to_list()
    items = hasil.frame("indikator")
    pd.testing.assert_series_equal(lk.capaian(items), items["capaian"])
    assert lk.capaian(iku, rumus="(2T-R)/T")[1] == 125
    pd.testing.assert_series_equal(lk.efisiensi(goals), goals["efisiensi"])
    assert lk.efisiensi(goals)[0] == pytest.approx(goals["capaian"][0] / goals["serapan"][0])
    years = lk.deret(unit_kecil)
    assert lk.capaian(years).dropna().to_list() == years["capaian"].dropna().to_list()
    assert years.attrs["rumus_efisiensi"] == "indeks"


def test_missing_stays_missing_and_the_index_stays() -> None:
    target = pd.Series([80, None, 50], index=list("abc"))
    realisasi = pd.Series([Decimal(84), Decimal(1), None], index=list("abc"))
    found = lk.capaian(target, realisasi)
    assert found.index.to_list() == ["a", "b", "c"] and found.name == "capaian"
    assert found["a"] == 105 and found.isna().to_list() == [False, True, True]
    assert lk.capaian(80, pd.Series([84.0, 40.0])).to_list() == [105, 50]
    assert lk.capaian(pd.Series([], dtype=float), 3).empty


def test_a_zero_target_raises_alone_and_is_told_in_a_series() -> None:
    with pytest.raises(lk.NotComputableError, match="target nol"):
        lk.capaian(0, 5)
    with pytest.raises(lk.NotComputableError, match="pagu nol"):
        lk.serapan(0, 5)
    told = r"capaian: 1 dari 2 baris dibiarkan kosong \(baris 1: target nol, persentase"
    with pytest.warns(UserWarning, match=told) as caught:
        found = lk.capaian(pd.Series([80, 0]), pd.Series([84, 5]))
    assert found.isna().to_list() == [False, True]
    assert Path(caught[0].filename).name == Path(__file__).name


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (lambda: lk.capaian("72", 3), "capaian: target harus bilangan, bukan str '72'"),
        (lambda: lk.capaian(72, True), "capaian: realisasi harus bilangan, bukan bool True"),
        (lambda: lk.serapan([1], 3), "serapan: pagu harus bilangan, bukan list [1]"),
        (lambda: lk.capaian(72, float("inf")), "harus bilangan, bukan float inf"),
        (lambda: lk.capaian(pd.Series([1, 2]), pd.Series([1, "x"])),
         "capaian: realisasi baris 1 harus bilangan, bukan str 'x'"),
    ],
)  # fmt: skip
def test_a_wrong_type_is_one_sentence(call: Any, said: str) -> None:
    with pytest.raises(TypeError, match=re.escape(said)) as caught:
        call()
    assert isinstance(caught.value, LkjipError) and "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (lambda: lk.capaian(7, 3, polaritas="turunn"), 'polaritas "turunn".*maksud Anda "turun"'),
        (lambda: lk.capaian(7, 3, rumus="R/T"), r"yang ada: \(2T-R\)/T, T/R"),
        (lambda: lk.capaian(7, 3, batas="120"), "0_120"),
        (lambda: lk.efisiensi(7, 3, rumus="index"), 'maksud Anda "indeks"'),
        (lambda: lk.predikat(7, "akip_nasionall", YEAR), 'maksud Anda "akip_nasional"'),
    ],
)
def test_an_unknown_choice_names_what_there_is(call: Any, said: str) -> None:
    with pytest.raises(UnknownKeyError, match=said):
        call()


def test_missing_numbers_alone_are_refused() -> None:
    for call in (lambda: lk.capaian(None, 3), lambda: lk.predikat(7, "", YEAR)):
        with pytest.raises(NoNumberError, match="belum tersedia"):
            call()


def test_rows_of_different_frames_are_refused() -> None:
    with pytest.raises(CallError, match="baris target dan realisasi tidak sama"):
        lk.capaian(pd.Series([1, 2]), pd.Series([1, 2], index=[1, 2]))


def test_the_formulas_are_those_of_the_reports(monkeypatch: pytest.MonkeyPatch) -> None:
    other = replace(catalogue()["Serapan anggaran"], hitung=lambda pagu, realisasi: Decimal(7))
    monkeypatch.setattr(computing.budget, "SERAPAN", other)
    assert lk.serapan(800, 760) == 7
