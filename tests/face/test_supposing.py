"""``hasil.andai``: other values where the data give them, everything computed anew."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pytest
from unit_kecil import SOURCE, copy_unit, edit, set_cell

import lkjip_analysis as lk
from lkjip_analysis.exceptions import CallError, DataError, UnknownKeyError


@pytest.fixture(scope="module")
def hasil() -> lk.Hasil:
    return lk.buka(SOURCE / "2024")


@pytest.mark.parametrize(
    ("kunci", "value", "file", "baris", "kolom", "text"),
    [
        ("iku.AKIP.realisasi", 73.47, "2024/iku.csv", 2, "realisasi", "73,47"),
        ("iku.WAKTU.target", None, "2024/iku.csv", 3, "target", ""),
        ("iku.IKPP.realisasi_nasional", 8, "2024/iku.csv", 4, "realisasi_nasional", "8"),
        ("iku.AKIP.riwayat.2023", 70, "2023/iku.csv", 2, "realisasi", "70"),
        ("program.P1-K1-S1.realisasi", 6e8, "2024/program.csv", 4, "realisasi", "600.000.000"),
        ("anggaran.pagu_dpa", 5, "2024/identitas.csv", 25, "nilai", "5"),
        ("sdm.AKIP.tersedia", "9", "2024/sdm.csv", 2, "ketersediaan", "9"),
    ],
)
def test_as_if_the_cell_had_said_so(
    hasil: lk.Hasil, tmp_path: Path, kunci: str, value: object,
    file: str, baris: int, kolom: str, text: str,
) -> None:  # fmt: skip
    before = hasil.as_records()
    root = copy_unit(tmp_path)
    set_cell(root, file, baris, kolom, text)
    expected = lk.buka(2024, root)
    supposed = hasil.andai({kunci: value})
    for mine, theirs in zip(supposed, expected, strict=True):
        assert (mine.kunci, mine.nilai, mine.alasan) == (theirs.kunci, theirs.nilai, theirs.alasan)
    assert supposed[kunci].nilai != hasil[kunci].nilai
    assert isinstance(supposed, lk.Hasil) and hasil.as_records() == before


def test_several_at_once_and_once_more(hasil: lk.Hasil) -> None:
    both = hasil.andai({"iku.AKIP.target": 84}).andai({"iku.AKIP.realisasi": 42})
    assert float(both.iku["AKIP"].capaian) == 50
    assert both["iku.AKIP.capaian"].masukan[0].nilai == "84"


def test_what_is_computed_is_refused(hasil: lk.Hasil) -> None:
    with pytest.raises(CallError, match=r"capaian bukan angka yang diisi .*: iku\.AKIP\.target"):
        hasil.andai({"iku.AKIP.capaian": 100})
    with pytest.raises(CallError, match=r"program\.P1-K1-S1\.pagu|program\.P1-K1\.pagu"):
        hasil.andai({"program.P1.pagu": 100})
    with pytest.raises(CallError, match=r"riwayat\.2022 bukan .*IKPP tidak ada di 2022/iku\.csv"):
        lk.buka(SOURCE / "2024").andai({"iku.IKPP.riwayat.2022": 1})


def test_what_it_rests_on_in_the_end_is_named_with_its_cell(hasil: lk.Hasil) -> None:
    """A composite IKU: the target, and two components each of a factor and its marks."""
    with pytest.raises(CallError) as raised:
        hasil.andai({"iku.IKPP.capaian": 100})
    said = str(raised.value)
    assert "iku.IKPP.target (2024/iku.csv baris 4 kolom target), iku.IKPP.komponen.ikm." in said
    assert "iku.IKPP.komponen.ikm.unsur.1 (2024/skm.csv baris 2 kolom nilai_rata_rata)" in said
    assert "iku.IKPP.realisasi" not in said and "komposit" not in said


def test_an_unknown_key_names_the_nearest(hasil: lk.Hasil) -> None:
    with pytest.raises(UnknownKeyError, match=r"iku\.AKIP\.realisasi"):
        hasil.andai({"iku.AKIP.realisas": 1})


@pytest.mark.parametrize("value", ["banyak", -5, float("nan"), [1]])
def test_a_value_the_data_may_not_hold_is_refused(hasil: lk.Hasil, value: object) -> None:
    with pytest.raises(DataError, match=r"2024/program\.csv, baris 4, kolom pagu"):
        hasil.andai({"program.P1-K1-S1.pagu": value})


def test_files_stay_as_they_are(tmp_path: Path) -> None:
    root = copy_unit(tmp_path)
    opened = lk.buka(2024, root)
    shutil.rmtree(root)
    assert float(opened.andai({"iku.AKIP.realisasi": 40}).iku["AKIP"].capaian) == 50


@pytest.mark.parametrize(
    ("kunci", "said"),
    [
        ("anggaran.pagu_dpa", "total_pagu_dpa"),
        ("program_lalu.P1.pagu", "2023/program.csv, baris 2, kolom pagu"),
    ],
)
def test_facts_and_past_years_are_checked_too(tmp_path: Path, kunci: str, said: str) -> None:
    root = copy_unit(tmp_path)
    set_cell(root, "2023/program.csv", 2, "pagu", "5")
    with pytest.raises(DataError, match=said):
        lk.buka(2024, root).andai({kunci: -1})


def test_a_fact_is_read_as_its_cell_is(hasil: lk.Hasil) -> None:
    with pytest.raises(DataError, match="total_pagu_dpa: bukan bilangan"):
        hasil.andai({"anggaran.pagu_dpa": "banyak"})


def test_numbers_of_numpy_are_numbers(hasil: lk.Hasil) -> None:
    for value in (np.float64(88.5), np.int64(88)):
        assert float(hasil.andai({"iku.AKIP.realisasi": value}).iku["AKIP"].realisasi) == value


def test_last_year_keeps_the_choices_it_was_measured_by(unit_kecil: Path) -> None:
    """WAKTU of 2023, which names no choices of its own: 25 ÷ 20."""
    edit(unit_kecil, "2024/identitas.csv", "rumus_turun;(2T-R)/T", "rumus_turun;T/R")
    supposed = lk.buka(2024, unit_kecil).andai({"iku.WAKTU.riwayat.2023": 20})
    assert supposed["iku_lalu.WAKTU.capaian"].nilai == 125
    assert supposed["iku.WAKTU.capaian"].rumus == "target ÷ realisasi × 100"
