"""One frame over years or units, and the frame of what differs."""

from __future__ import annotations

import shutil
from pathlib import Path

import pandas as pd
import pytest
from unit_kecil import SOURCE, copy_unit, edit, set_cell

import lkjip_analysis as lk
from lkjip_analysis.exceptions import CallError, UnknownKeyError


def test_years_stand_below_each_other() -> None:
    years = lk.deret(SOURCE)
    assert list(years.columns[:2]) == ["tahun", "kode_iku"]
    akip = years[years.kode_iku == "AKIP"].set_index("tahun")
    assert akip.index.to_list() == [2022, 2023, 2024]
    assert akip["realisasi"].to_list()[1:] == [78.5, 84]
    assert akip.loc[2023, "capaian"] == pytest.approx(7850 / 79)
    assert not [name for name in years if "2023" in name]
    assert list(years.attrs["satuan"]) == list(years.attrs["arti"]) == list(years)
    assert years.attrs["satuan"]["capaian"] == "persen"


def test_other_subjects_over_the_years() -> None:
    money = lk.deret(SOURCE, "anggaran").set_index("tahun")
    assert money.loc[2024, "serapan"] == 92 and pd.isna(money.loc[2023, "serapan"])
    assert set(lk.deret(SOURCE, "angka")["tahun"]) == {2022, 2023, 2024}
    with pytest.raises(UnknownKeyError, match='maksud Anda "iku"'):
        lk.deret(SOURCE, "ikuu")


def test_a_year_without_identitas_is_measured_by_the_nearest_one_that_has_it(
    unit_kecil: Path,
) -> None:
    """WAKTU: 25 ÷ 18 in 2023, 25 ÷ 24 in 2022; only what is chosen is taken over."""
    edit(unit_kecil, "2024/identitas.csv", "rumus_turun;(2T-R)/T", "rumus_turun;T/R")
    edit(unit_kecil, "2024/identitas.csv", "batas_capaian;tanpa_batas", "batas_capaian;0_120")
    years = lk.deret(unit_kecil)
    waktu = years[years.kode_iku == "WAKTU"].set_index("tahun")
    assert waktu.loc[2023, "capaian"] == pytest.approx(2500 / 18)
    assert waktu.loc[2022, "capaian"] == pytest.approx(2500 / 24)
    assert waktu.loc[2023, "capaian_batas"] == 120
    assert pd.isna(lk.deret(unit_kecil, "anggaran").set_index("tahun").loc[2023, "pagu_dpa"])
    text = (unit_kecil / "2024" / "identitas.csv").read_text(encoding="utf-8")
    (unit_kecil / "2022" / "identitas.csv").write_text(
        text.replace("rumus_turun;T/R", "rumus_turun;(2T-R)/T"), encoding="utf-8"
    )
    (unit_kecil / "2021").mkdir()
    shutil.copy(unit_kecil / "2022" / "iku.csv", unit_kecil / "2021")
    years = lk.deret(unit_kecil)
    waktu = years[years.kode_iku == "WAKTU"].set_index("tahun")
    assert waktu.loc[2023, "capaian"] == pytest.approx(2500 / 18)  # 2022 and 2024: the later
    assert [waktu.loc[year, "capaian"] for year in (2021, 2022)] == [104, 104]  # (2 × 25 - 24) ÷ 25


def test_a_folder_without_years_is_said(tmp_path: Path) -> None:
    for ask in (lk.deret, lk.unit):
        with pytest.raises(CallError, match="tidak berisi folder tahun"):
            ask(tmp_path)


@pytest.fixture
def units(tmp_path: Path) -> Path:
    root = tmp_path / "kabupaten"
    root.mkdir()
    for name in ("utara", "selatan"):
        copy_unit(tmp_path).rename(root / name)
    set_cell(root / "utara", "2024/iku.csv", 2, "realisasi", "88")
    return root


def test_units_stand_below_each_other(units: Path) -> None:
    frame = lk.unit(units)
    assert frame.loc[frame.kode_iku == "AKIP", ["unit", "capaian"]].to_numpy().tolist() == [
        ["selatan", 105],
        ["utara", 110],
    ]
    assert list(frame.attrs["satuan"]) == list(frame)


def test_a_year_of_units_may_be_a_text_but_must_be_a_year(units: Path) -> None:
    assert len(lk.unit(units, tahun="2024")) == 6  # type: ignore[arg-type]
    for year in ("abc", 2024.5):
        with pytest.raises(CallError, match=f"Tidak ada unit dengan data tahun {year}"):
            lk.unit(units, tahun=year)  # type: ignore[arg-type]


def test_scales_beside_the_units_serve_all(units: Path) -> None:
    shutil.copy(SOURCE / "skala_predikat.csv", units)
    for name in ("utara", "selatan"):
        (units / name / "skala_predikat.csv").unlink()
    before = sorted(units.rglob("*"))
    assert lk.unit(units, "rata_rata", 2024)["predikat_kinerja"].to_list() == ["AA", "AA"]
    assert sorted(units.rglob("*")) == before


def test_a_year_of_a_unit_without_identitas_is_measured_by_the_nearest(units: Path) -> None:
    """WAKTU in 2023: 25 ÷ 18; a unit that has no identitas at all is no unit."""
    edit(units / "utara", "2024/identitas.csv", "rumus_turun;(2T-R)/T", "rumus_turun;T/R")
    frame = lk.unit(units, tahun=2023).set_index(["unit", "kode_iku"])
    assert frame.loc[("utara", "WAKTU"), "capaian"] == pytest.approx(2500 / 18)
    assert frame.loc[("selatan", "WAKTU"), "capaian"] == 128
    (units / "utara" / "2024" / "identitas.csv").unlink()
    with pytest.raises(CallError, match=r"Unit utara: .*\n2023/identitas\.csv: berkas wajib"):
        lk.unit(units, tahun=2023)


def test_advice_is_that_of_python(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("lkjip_analysis.paths._found", {})
    monkeypatch.delenv("LKJIP_PROYEK", raising=False)
    asked = (lk.buka, lk.deret, lambda: lk.buka(2031, SOURCE), lambda: lk.deret(tmp_path / "x"))
    for ask in asked:
        with pytest.raises(CallError) as raised:
            ask()
        assert 'lk.buka(2024, data="FOLDER")' in str(raised.value)
        assert "--" not in str(raised.value)


def test_a_faulty_unit_is_named(units: Path) -> None:
    edit(units / "selatan", "2024/iku.csv", ";80;A;84;", ";80;A;banyak;")
    with pytest.raises(CallError, match=r"(?s)^Unit selatan: Ditemukan 1 masalah.*kolom realisasi"):
        lk.unit(units)


def test_what_differs_is_a_frame() -> None:
    hasil = lk.buka(SOURCE / "2024")
    frame = lk.banding(hasil, hasil.andai({"iku.AKIP.realisasi": 88})).set_index("kunci")
    row = frame.loc["iku.AKIP.capaian"]
    assert (row.jenis, row.satuan, row.lama, row.baru) == (
        "berubah",
        "persen",
        "105,00%",
        "110,00%",
    )
    assert (row.nilai_lama, row.nilai_baru) == (105, 110)
    assert row.relatif == pytest.approx(5 / 105)
    assert "iku.WAKTU.capaian" not in frame.index
    assert lk.banding(hasil, SOURCE / "2024").empty


def test_two_years_and_words_are_compared(tmp_path: Path) -> None:
    root = copy_unit(tmp_path)
    set_cell(root, "2024/iku.csv", 2, "realisasi", "60")
    frame = lk.banding(SOURCE / "2024", root / "2024").set_index("kunci")
    status = frame.loc["iku.AKIP.status"]
    assert (status.lama, status.baru) == ("melebihi", "tidak_mencapai")
    assert pd.isna(status.nilai_lama) and pd.isna(status.relatif)
    assert frame.loc["iku.AKIP.perubahan.tahun", "nilai_baru"] == -18.5


def test_what_was_computed_is_held_against_what_is_published() -> None:
    iku = lk.buka(SOURCE / "2024").frame("iku").set_index("kode_iku")
    assert lk.cocok(lk.capaian(iku), iku["capaian"]) == (
        "cocok dengan yang terbit: 3 dari 3 (AKIP 105,00; WAKTU 125,00; IKPP 105,00)"
    )
    named = lk.cocok(pd.Series({"a": "A", "b": "B", "c": "C"}), pd.Series({"a": "A", "b": None}))
    assert named == "cocok dengan yang terbit: 1 dari 3 (a A); tanpa nilai terbit: b, c"
    items = lk.buka(SOURCE / "2024").frame("indikator").set_index(["kode", "urutan"]).tail(2)
    assert lk.cocok(lk.capaian(items), items["capaian"]).endswith(
        "1 dari 2 (P2.K1.S1 1 100,00); tanpa nilai terbit: P2.K1 1"
    )
    short = lk.cocok(pd.Series({"a": 1.0}), pd.Series({"a": 1.0, "b": 2.0}))
    assert short.endswith("(a 1,00); terbit, tidak terhitung dari tabel: b")
    assert lk.cocok(pd.Series(dtype=float), pd.Series(dtype=float)) == "belum ada yang dicocokkan"
    with pytest.raises(AssertionError, match=r"^WAKTU: dihitung 75\.0, terbit 125\.0$"):
        lk.cocok(lk.capaian(iku, polaritas="naik"), iku["capaian"])
