"""What ``import lkjip_analysis as lk`` gives: a year opened from anywhere, short views, frames."""

from __future__ import annotations

import doctest
import math
import shutil
import subprocess
import sys
from decimal import Decimal
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest
from unit_here import PROJECT
from unit_kecil import SOURCE, copy_unit, set_cell

import lkjip_analysis as lk
from lkjip_analysis import paths
from lkjip_analysis.exceptions import CallError, LkjipError, UnknownKeyError

SUBJECTS = ["iku", "indikator", "program", "anggaran", "sdm", "sarpras", "evaluasi", "angka"]
COUNTS = dict(zip(SUBJECTS[:-1], (3, 8, 7, 1, 2, 3, 4), strict=True))


@pytest.fixture(scope="module")
def hasil() -> lk.Hasil:
    return lk.buka(SOURCE / "2024")


def run(folder: Path, code: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code], cwd=folder, capture_output=True, text=True, timeout=120,
        env={"PYTHONPATH": str(PROJECT), "PYTHONIOENCODING": "utf-8"},
    )  # fmt: skip


def test_a_folder_with_one_year_is_all_it_takes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(SOURCE / "2024", tmp_path / "data" / "2024")
    shutil.copy(SOURCE / "skala_predikat.csv", tmp_path / "data")
    code = 'import lkjip_analysis as lk; h = lk.buka("data/2024"); print(len(h.frame("program")))'
    done = run(tmp_path, code)
    assert (done.stdout, done.stderr) == ("7\n", "")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(paths, "_found", {})
    monkeypatch.delenv("LKJIP_DATA", raising=False)
    assert (len(lk.buka(2024).frame("iku")), len(lk.deret())) == (3, 3)
    (tmp_path / "data" / "skala_predikat.csv").unlink()
    told = "skala_predikat.csv tidak ada, jadi predikat tidak dibaca"
    with pytest.warns(UserWarning, match=told):
        hasil = lk.buka(2024)
    reason = "skala predikatnya tidak ada di skala_predikat.csv"
    assert str(hasil.iku["AKIP"].predikat) == f"iku.AKIP.predikat = – ({reason})"
    assert hasil.andai({"iku.AKIP.realisasi": 88}).iku["AKIP"].capaian.tampil == "110,00%"
    set_cell(tmp_path / "data", "2024/iku.csv", 2, "target", "delapan")
    with pytest.raises(LkjipError, match=r"2024/iku\.csv, baris 2, kolom target") as wrong:
        lk.buka(2024)
    assert "skala predikat tidak ada" not in str(wrong.value)
    (tmp_path / "data").rename(tmp_path / "lain")
    with pytest.raises(CallError, match="Folder ini bukan proyek laporan"):
        lk.buka(2024)


def test_the_package_loads_nothing_before_it_is_asked(tmp_path: Path) -> None:
    code = "import lkjip_analysis, sys; print([n for n in sys.modules if n.startswith('lkjip')])"
    assert run(tmp_path, code).stdout == "['lkjip_analysis']\n"
    code = "import sys, lkjip_analysis.cli, lkjip_analysis.results; print('pandas' in sys.modules)"
    assert run(tmp_path, code).stdout == "False\n"


@pytest.mark.parametrize(
    "asked", [(2024, SOURCE), (np.int64(2024), SOURCE), ("2024", SOURCE), (SOURCE,), (None, SOURCE)]
)
def test_ways_to_name_a_year(asked: tuple[Any, ...]) -> None:
    assert repr(lk.buka(*asked).tahun) == "2024"


def test_the_project_of_the_current_folder_is_opened(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    copy_unit(tmp_path).rename(tmp_path / "data")
    (tmp_path / "_quarto.yml").write_text("lkjip:\n", encoding="utf-8")
    (tmp_path / "notebooks").mkdir()
    done = run(tmp_path / "notebooks", "import lkjip_analysis as lk; print(lk.buka(2024))")
    assert done.stdout.startswith("Dinas Contoh 2024\n")


def test_what_cannot_be_opened_is_said() -> None:
    with pytest.raises(CallError, match="Tidak ada data untuk tahun 1999"):
        lk.buka(1999, SOURCE)
    for wrong in ([2024], True, 2024.0):
        with pytest.raises(TypeError, match=r"^buka: tahun \(2024\) atau folder"):
            lk.buka(wrong)  # type: ignore[arg-type]


def test_exported_names_are_there() -> None:
    assert dir(lk) == sorted(lk.__all__)
    for name in lk.__all__:
        assert getattr(lk, name).__doc__
    with pytest.raises(AttributeError, match="bukka"):
        lk.bukka  # type: ignore[attr-defined]  # noqa: B018


def test_views_are_short(hasil: lk.Hasil) -> None:
    iku = hasil.iku["AKIP"]
    for view in (hasil, hasil.iku, iku, iku.capaian, hasil.anggaran, hasil.program):
        assert len(repr(view)) < 700, view
        assert len(repr(view).splitlines()) < 12
        assert repr(view._repr_html_()).count("<table>") in (1, 2)
    assert repr(hasil.iku) == "3 IKU: AKIP, WAKTU, IKPP"
    heads = ["kode", "nama", "target", "realisasi", "capaian", "capaian_batas", "status"]
    table = hasil.iku._repr_html_()
    assert "<caption>3 IKU, 5 dari 12 angkanya</caption>" in table
    assert "".join(f"<th>{head}</th>" for head in heads) in table
    assert "<td>AKIP</td><td>Nilai AKIP</td><td>80 nilai‡</td><td>84 nilai</td>" in table
    assert "angkanya" not in hasil.sdm._repr_html_()
    assert repr(iku).startswith("IKU AKIP: Nilai AKIP\n  target                80 nilai‡\n")
    past = "IKU AKIP: Nilai AKIP: realisasi tahun sebelumnya\n  2022  77 nilai\n  2023  78,5 nilai"
    assert repr(iku.riwayat) == past and "<td>2023</td>" in iku.riwayat._repr_html_()
    assert list(iku.riwayat) == [2022, 2023] and 2023 in iku.riwayat and 2019 not in iku.riwayat
    assert "tidak_mencapai  0 IKU" in repr(hasil.jumlah.iku_status)
    assert repr(hasil.program["P1"].lalu) == "program tahun lalu P1: Penunjang Urusan"


def test_a_figure_shows_why_it_has_no_value(tmp_path: Path) -> None:
    root = copy_unit(tmp_path)
    set_cell(root, "2024/iku.csv", 3, "target", "")
    shown = lk.buka(2024, root).iku["WAKTU"].capaian
    why = "belum tersedia: 2024/iku.csv baris 3 kolom target"
    assert repr(shown) == f"iku.WAKTU.capaian = – ({why})"
    assert f"<td>{why}</td>" in shown._repr_html_()


def test_names_of_users_are_escaped_in_tables(tmp_path: Path) -> None:
    root = copy_unit(tmp_path)
    set_cell(root, "2024/iku.csv", 2, "indikator", "<b>A & B</b>")
    html = lk.buka(2024, root)._repr_html_()
    assert "<td>&lt;b&gt;A &amp; B&lt;/b&gt;</td>" in html and "<b>" not in html


def test_completion_offers_what_there_is(hasil: lk.Hasil) -> None:
    offered = dir(hasil.iku["AKIP"])
    assert {"capaian", "target", "row", "lalu"} <= set(offered)
    assert not {"akar", "at", "_look"} & set(offered)
    assert "predikat" in offered and "predikat" not in dir(hasil.iku["AKIP"].lalu)
    assert hasil.iku._ipython_key_completions_() == ["AKIP", "WAKTU", "IKPP"]
    assert "iku.AKIP.capaian" in hasil._ipython_key_completions_()


@pytest.mark.parametrize("pokok", SUBJECTS)
def test_every_subject_is_a_tidy_frame(hasil: lk.Hasil, pokok: str) -> None:
    frame = hasil.frame(pokok)
    assert len(frame) == COUNTS.get(pokok, len(hasil.figures))
    assert {str(kind) for kind in frame.dtypes} <= {"float64", "int64", "str"}
    for said in ("satuan", "arti"):
        assert list(frame.attrs[said]) == list(frame)
    assert all(frame.attrs["arti"].values())
    assert not (frame == "").any(axis=None)


def test_cells_are_the_numbers_of_the_data(hasil: lk.Hasil) -> None:
    iku = hasil.frame("iku").set_index("kode_iku")
    assert iku.loc["AKIP", ["target", "realisasi", "capaian"]].to_list() == [80, 84, 105]
    assert iku.loc["WAKTU", "capaian"] == 125 and iku.loc["WAKTU", "status"] == "melebihi"
    assert iku.loc["AKIP", ["riwayat_2023", "perubahan_2024"]].to_list() == [78.5, 5.5]
    assert math.isnan(iku.loc["WAKTU", "realisasi_nasional"])
    program = hasil.frame("program").set_index("kode")
    assert program.loc["P1", ["pagu", "realisasi", "serapan"]].to_list() == [8e8, 7.6e8, 95]
    assert pd.isna(program.loc["P1", "induk"])
    sdm = hasil.frame("sdm").set_index("kode_iku")
    people = ["kebutuhan", "tersedia", "ketersediaan", "ketersediaan_persen"]
    assert sdm.loc["AKIP", people].to_list() == [10, 4, 4, 40]
    assert [sdm.attrs["satuan"][name] for name in people[2:]] == ["orang", "persen"]
    assert iku["target_predikat"].to_list()[0] == "A"  # beside the value, no figure of its own
    assert hasil.frame("anggaran").loc[0, "silpa"] == 8e7
    parts = hasil.frame("komponen")
    assert parts["maksimum"].dtype == parts["unsur_1"].dtype == "float64"
    assert parts["keterangan"].dtype == "str"
    past = hasil.frame("program_lalu")
    assert "pagu" in past and "serapan" not in hasil.frame("indikator_lalu")


def test_units_stand_beside_the_frame(hasil: lk.Hasil) -> None:
    units = hasil.frame("iku").attrs["satuan"]
    assert (units["target"], units["capaian"]) == ("satuan indikator", "persen")
    assert hasil.frame("anggaran").attrs["satuan"]["pagu"] == "rupiah"


def test_all_figures_in_one_frame(hasil: lk.Hasil) -> None:
    frame = hasil.frame("angka").set_index("kunci")
    row = frame.loc["iku.AKIP.capaian"]
    assert (row.nilai, row.satuan, row.tampil) == (105, "persen", "105,00%")
    assert row.sel == "2024/iku.csv:2:target; 2024/iku.csv:2:realisasi"
    status = frame.loc["iku.AKIP.status"]
    assert status.teks == "melebihi" and math.isnan(status.nilai)
    assert hasil["iku.AKIP.capaian"].nilai == Decimal(105)


def test_the_findings_are_a_frame(tmp_path: Path) -> None:
    root = copy_unit(tmp_path)
    set_cell(root, "2024/program.csv", 4, "realisasi", "700.000.000")
    frame = lk.buka(2024, root).frame("temuan").set_index(["id", "baris"])
    found = frame.loc[("K03", 4)]
    assert (found.keparahan, found.berkas) == ("galat", "2024/program.csv")
    assert pd.isna(found.diakui) and "P1.K1.S1" in found.pesan


def test_an_unknown_subject_names_the_nearest(hasil: lk.Hasil) -> None:
    with pytest.raises(UnknownKeyError, match='maksud Anda "program"'):
        hasil.frame("progam")
    with pytest.raises(LkjipError, match="sarpras"):
        hasil.frame("")


def test_a_year_without_a_file_has_an_empty_frame_with_the_same_columns(
    hasil: lk.Hasil, tmp_path: Path
) -> None:
    root = copy_unit(tmp_path)
    (root / "2024" / "sdm.csv").unlink()
    empty = lk.buka(2024, root).frame("sdm")
    assert empty.empty and dict(empty.dtypes) == dict(hasil.frame("sdm").dtypes)


def test_the_chapter_is_true(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copy_unit(tmp_path).rename(tmp_path / "data")
    set_cell(tmp_path / "data", "2024/iku.csv", 2, "target_predikat", "BB")  # nothing doubted
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(paths, "_found", {})
    monkeypatch.setattr("pandas.options.display.width", 120)
    page = PROJECT / "docs" / "antarmuka.md"
    failed, tried = doctest.testfile(str(page), module_relative=False, encoding="utf-8")
    assert failed == 0 and tried > 5
