"""What an analyst may ask wrongly, or of the rest of what there is: one sentence, a short sight."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest
from unit_kecil import SOURCE

import lkjip_analysis as lk
from lkjip_analysis.data.schemas import Iku
from lkjip_analysis.exceptions import (
    CallError,
    UnknownAttributeError,
    UnknownKeyError,
    WrongTypeError,
)


@pytest.fixture(scope="module")
def hasil() -> lk.Hasil:
    return lk.buka(SOURCE / "2024")


WRONG: list[tuple[Callable[[lk.Hasil], object], str]] = [
    (lambda h: lk.buka(2024, 5), 'folder data ("data") yang diminta, bukan int 5'),  # type: ignore[arg-type]
    (lambda h: lk.deret(2024), "bukan int 2024"),  # type: ignore[arg-type]
    (lambda h: lk.unit(5), "bukan int 5"),  # type: ignore[arg-type]
    (lambda h: h.andai(75), "andai: kunci dan nilainya"),  # type: ignore[arg-type]
    (lambda h: h.andai([("iku.AKIP.realisasi", 75)]), "bukan list"),  # type: ignore[arg-type]
    (lambda h: lk.capaian(h.iku["AKIP"], 5), "target harus bilangan, bukan Iku"),  # type: ignore[arg-type]
    (lambda h: lk.capaian(5, pd.DataFrame({"a": range(9)})), "bukan DataFrame"),
    (lambda h: lk.cocok(1, 1), "cocok: dua kolom (Series) yang diminta, bukan int 1"),  # type: ignore[arg-type]
    (lambda h: h["iku.AKIP.capaian"] > 100, "iku.AKIP.capaian adalah angka beserta asalnya"),  # type: ignore[operator]
    (lambda h: sorted(h), "ambil bilangannya: float(...)"),  # type: ignore[type-var]
    (lambda h: sum(one.capaian for one in h.iku), "ambil bilangannya: float(...)"),  # type: ignore[misc]
    (lambda h: h["iku.AKIP.capaian"] / 2, "ambil bilangannya: float(...)"),  # type: ignore[operator]
]


@pytest.mark.parametrize(("ask", "said"), WRONG)
def test_a_wrong_type_is_told_on_one_line(
    hasil: lk.Hasil, ask: Callable[[lk.Hasil], object], said: str
) -> None:
    with pytest.raises(WrongTypeError) as raised:
        ask(hasil)
    assert said in str(raised.value) and len(str(raised.value).splitlines()) == 1


def test_what_only_one_of_several_has(hasil: lk.Hasil) -> None:
    for name in ("WAKTU", "capaian"):
        with pytest.raises(UnknownAttributeError, match=rf'^IKU diminta .* dengan "\.{name}"$'):
            getattr(hasil.iku, name)
    with pytest.raises(UnknownAttributeError, match=r'misalnya \["WAKTU"\]'):
        hasil.iku.WAKTU  # type: ignore[attr-defined]  # noqa: B018
    with pytest.raises(UnknownAttributeError, match=r'tidak mempunyai "ikku"; maksud Anda "iku"'):
        hasil.ikku  # type: ignore[attr-defined]  # noqa: B018
    assert not hasattr(hasil, "_repr_png_") and not hasattr(hasil.iku, "_repr_png_")


def test_a_key_that_is_no_text(hasil: lk.Hasil) -> None:
    with pytest.raises(UnknownKeyError, match='Angka "5" tidak ada'):
        hasil.andai({5: 5})  # type: ignore[dict-item]


def test_a_figure_may_be_supposed(hasil: lk.Hasil) -> None:
    supposed = hasil.andai({"iku.AKIP.realisasi": hasil.iku["AKIP"].target})
    assert float(supposed.iku["AKIP"].capaian) == 100


def test_what_is_walked_over_is_in_it(hasil: lk.Hasil) -> None:
    akip = hasil.iku["AKIP"]
    assert akip in hasil.iku and "AKIP" in hasil.iku and hasil.sdm["AKIP"] not in hasil.iku
    assert "iku.AKIP.capaian" in hasil and akip.capaian in hasil
    assert "iku.AKIP.capain" not in hasil
    assert hasil.andai({"iku.AKIP.realisasi": 1}).iku["AKIP"].capaian not in hasil


def test_data_show_themselves_shortly(hasil: lk.Hasil) -> None:
    row = hasil.iku["AKIP"].row
    assert repr(row).startswith("2024/iku.csv baris 2: kode_iku=AKIP; kode_sasaran=")
    assert repr(hasil.data[Iku]) == "2024/iku.csv: 3 baris"
    assert repr(hasil.data).startswith("data 2024 di ")
    assert repr(hasil.data.identitas).startswith("nama_unit=Dinas Contoh; ")
    supposed = hasil.andai({"iku.AKIP.realisasi": 75})
    assert repr(hasil.figures) == repr(supposed.figures)
    assert repr(hasil.figures).startswith(f"{len([*hasil])} angka; ")
    every = hasil.data, hasil.data.identitas, *hasil.data.tables.values(), row, hasil.figures
    assert max(len(repr(one)) for one in every) < 300


def test_what_cannot_be_computed_is_one_sentence_in_jupyter() -> None:
    with pytest.raises(lk.NotComputableError) as raised:
        lk.capaian(0, 5)
    assert raised.value._render_traceback_() == ["target nol, persentase tidak dapat dihitung"]


def test_words_flags_and_days_are_held_against_each_other() -> None:
    day = pd.Timestamp("2024-02-01")
    for value in ("A", True, day):
        one = pd.Series({"a": value})
        assert lk.cocok(one, one).startswith("cocok dengan yang terbit: 1 dari 1")
    with pytest.raises(AssertionError, match="dihitung A, terbit 1"):
        lk.cocok(pd.Series(["A"]), pd.Series([1]))
    with pytest.raises(AssertionError, match="tidak ada baris yang sama"):
        lk.cocok(pd.Series({"a": 1}), pd.Series({"c": 1}))
    known, lacking = pd.Series({"a": 1}), pd.Series({"a": None})
    none = "belum ada yang dicocokkan; "
    assert lk.cocok(known, lacking) == f"{none}tanpa nilai terbit: a"
    assert lk.cocok(lacking, known) == f"{none}terbit, tidak terhitung dari tabel: a"
    twice = pd.Series([1, 2], index=["a", "a"])
    with pytest.raises(CallError, match="indeks yang berulang"):
        lk.cocok(twice, pd.Series([1, 2], index=["a", "b"]))
    assert lk.cocok(twice, twice).startswith("cocok dengan yang terbit: 2 dari 2")


def test_years_of_history_are_compared_as_the_command_does() -> None:
    """2023 of the small unit has ``identitas.csv`` no more than any year before it."""
    frame = lk.banding(SOURCE / "2023", SOURCE / "2024").set_index("kunci")
    assert frame.loc["iku.AKIP.realisasi", ["nilai_lama", "nilai_baru"]].to_list() == [78.5, 84]
    assert frame.loc["jumlah.sasaran", "jenis"] == "baru"  # no file of it: not 0


def test_without_scales_years_and_units_open_as_one_does(unit_kecil: Path) -> None:
    (unit_kecil / "skala_predikat.csv").unlink()
    with pytest.warns(UserWarning, match=r"skala_predikat\.csv tidak ada") as told:
        years = lk.deret(unit_kecil, "rata_rata").set_index("tahun")
    assert told[0].filename == __file__
    assert years["capaian_iku"].notna().all() and years["predikat_kinerja"].isna().all()
    root = unit_kecil.parent / "kabupaten"
    shutil.copytree(unit_kecil, root / "utara")
    with pytest.warns(UserWarning, match=r"skala_predikat\.csv tidak ada") as told:
        assert lk.unit(root)["unit"].to_list() == ["utara"] * 3
    assert told[0].filename == __file__
