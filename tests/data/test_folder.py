"""What lies in a data folder: years, files that would be overlooked, files that cannot be read."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest
from faults import put

from lkjip_analysis.data import files
from lkjip_analysis.data.files import almost_years, folder_fault, logo_folders, read_bytes
from lkjip_analysis.data.reading import YearData, read_year
from lkjip_analysis.data.validation import inspect_year
from lkjip_analysis.exceptions import CallError, Problem


def faults_of(root: Path) -> list[Problem]:
    return inspect_year(2024, root)[1]


def rename(root: Path, old: str, new: str) -> None:
    (root / old).rename(root / new)


@pytest.mark.parametrize(
    "ending", [".xlsx", ".xls", ".xlsm", ".xlsb", ".ods", ".txt", ".tsv", ".numbers", ".XLSX"]
)
def test_a_table_that_was_not_saved_as_csv(unit_kecil: Path, ending: str) -> None:
    rename(unit_kecil, "2024/sdm.csv", f"2024/sdm{ending}")
    assert faults_of(unit_kecil) == [
        Problem(
            f"2024/sdm{ending}",
            None,
            None,
            "sdm.csv tidak ada, tetapi ada berkas ini yang bukan CSV",
            f"sdm{ending}",
            "sdm.csv",
            "buka di Excel, lalu simpan sebagai 'CSV UTF-8' dengan nama sdm.csv",
        )
    ]


@pytest.mark.parametrize("name", ["sdm.xlsx", "catatan.xlsx", "rapat.txt", "sdm.pdf"])
def test_other_files_beside_the_tables_are_nobodys_fault(unit_kecil: Path, name: str) -> None:
    put(unit_kecil, f"2024/{name}", "bukan data")
    assert faults_of(unit_kecil) == []


@pytest.mark.parametrize(
    "name",
    ["sdm (1).csv", "sdm (12).csv", "sdm - Copy.csv", "sdm - salinan (2).csv", "sdm.csv.csv",
     "sdmm.csv", "sdm-copy.csv"],
)  # fmt: skip
def test_a_misnamed_file_is_guessed(unit_kecil: Path, name: str) -> None:
    rename(unit_kecil, "2024/sdm.csv", f"2024/{name}")
    (problem,) = faults_of(unit_kecil)
    assert (problem.berkas, problem.pesan) == (f"2024/{name}", "nama berkas tidak dikenal")
    assert problem.ditemukan == name
    assert problem.saran == 'maksud Anda "sdm.csv"?'
    assert problem.diizinkan.startswith("evaluasi.csv, identitas.csv, iku.csv, ")
    assert "skala_predikat" not in problem.diizinkan  # lies elsewhere


def test_a_file_nobody_misses_is_to_be_taken_away(unit_kecil: Path) -> None:
    put(unit_kecil, "2024/sdm (1).csv", "a;b\n")
    (problem,) = faults_of(unit_kecil)
    assert problem.saran == "pindahkan berkas ini ke luar folder tahun"


def test_capitals_in_a_name(unit_kecil: Path) -> None:
    rename(unit_kecil, "2024/sdm.csv", "2024/SDM.csv")
    assert faults_of(unit_kecil) == [
        Problem("2024/SDM.csv", None, None, "nama berkas harus huruf kecil semua", "SDM.csv",
                "sdm.csv", "ganti namanya menjadi sdm.csv")
    ]  # fmt: skip


def test_capitals_beside_the_file_itself(unit_kecil: Path) -> None:
    put(unit_kecil, "2024/SDM.csv", "a;b\n")
    assert faults_of(unit_kecil) == []


def test_scales_belong_beside_the_years(unit_kecil: Path) -> None:
    put(unit_kecil, "2024/Skala_Predikat.csv", "a;b\n")
    (problem,) = faults_of(unit_kecil)
    assert (problem.berkas, problem.pesan, problem.saran) == (
        "2024/Skala_Predikat.csv",
        "berkas ini dipakai bersama semua tahun",
        "pindahkan ke samping folder tahun: unit/skala_predikat.csv",
    )


def test_a_table_beside_the_years_belongs_into_one(unit_kecil: Path) -> None:
    rename(unit_kecil, "2024/sdm.csv", "SDM.csv")
    (problem,) = faults_of(unit_kecil)
    assert (problem.berkas, problem.pesan, problem.saran) == (
        "SDM.csv",
        "berkas ini harus berada di dalam folder tahun",
        "pindahkan ke 2024/sdm.csv",
    )


def test_a_table_in_both_places_is_read_where_it_belongs(unit_kecil: Path) -> None:
    put(unit_kecil, "sdm.csv", "a;b\n")
    assert faults_of(unit_kecil) == []


def test_folders_that_look_like_years(tmp_path: Path) -> None:
    for name in ("2024", "02024", "2024 ", "20x4", "2x4", "arsip", ".2023", "laporan 2022"):
        (tmp_path / name).mkdir()
    (tmp_path / "2021b").write_text("berkas", encoding="utf-8")
    assert almost_years(tmp_path) == ['"02024"', '"2024 "', '"20x4"', '"laporan 2022"']
    assert almost_years(tmp_path / "tidak-ada") == []


def test_at_most_five_of_them_are_told(unit_kecil: Path) -> None:
    rename(unit_kecil, "2024", "2024 a")
    for letter in "bcdefg":
        (unit_kecil / f"2024 {letter}").mkdir()
    with pytest.raises(CallError) as caught:
        inspect_year(2024, unit_kecil)
    assert str(caught.value) == (
        f"Tidak ada data untuk tahun 2024 di {unit_kecil}.\n"
        "  tahun yang ada : 2022, 2023\n"
        '  bukan tahun    : "2024 a", "2024 b", "2024 c", "2024 d", "2024 e" '
        "(nama folder harus tepat empat angka)\n"
        "  perbaikan      : periksa --tahun dan --data"
    )


@pytest.mark.parametrize("named", ["2024", ".."])
def test_a_folder_above_or_below_that_has_the_year_is_named(unit_kecil: Path, named: str) -> None:
    with pytest.raises(CallError) as caught:
        inspect_year(2024, (unit_kecil / named).resolve())
    assert str(caught.value).endswith(f'  perbaikan      : maksud Anda --data "{unit_kecil}"?')


def test_why_a_folder_cannot_be_looked_into(tmp_path: Path) -> None:
    (tmp_path / "berkas").write_text("x", encoding="utf-8")
    (tmp_path / "lingkaran").symlink_to("lingkaran")
    assert folder_fault(tmp_path) == ""
    assert folder_fault(tmp_path / "tidak-ada") == "tidak ada"
    assert folder_fault(tmp_path / "berkas") == "ternyata sebuah berkas, bukan folder"
    assert folder_fault(tmp_path / "lingkaran") == "adalah tautan yang berputar"
    assert folder_fault(tmp_path / "a\0b") == "tidak dapat dibuka"


def test_a_disk_that_fails_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "iku.csv"
    path.write_text("a;b\n", encoding="utf-8")

    def fail(_: Path) -> bytes:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(Path, "read_bytes", fail)
    assert read_bytes(path, "2024/iku.csv") == Problem(
        "2024/iku.csv",
        None,
        None,
        "berkas tidak dapat dibaca (Input/output error)",
        saran="periksa media penyimpanan, atau salin ulang berkasnya",
    )


def test_a_file_may_be_as_large_as_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert files.MAX_BYTES == 20_000_000
    monkeypatch.setattr(files, "MAX_BYTES", 2_000_000)
    path = tmp_path / "iku.csv"
    path.write_bytes(b"x" * 2_000_000)
    assert read_bytes(path, "iku.csv") == path.read_bytes()
    path.write_bytes(b"x" * 2_000_001)
    problem = read_bytes(path, "iku.csv")
    assert isinstance(problem, Problem)
    assert (problem.pesan, problem.diizinkan, problem.saran) == (
        "berkas terlalu besar (2,1 MB)",  # more than 2,0
        "paling besar 2 MB",
        "hapus baris dan kolom kosong di Excel, lalu simpan ulang",
    )


def test_the_emblem_may_lie_in_the_year_or_beside_it(tmp_path: Path) -> None:
    assert logo_folders(tmp_path, 2024) == (tmp_path / "2024", tmp_path)


def test_an_unread_year_is_told_with_its_place(tmp_path: Path) -> None:
    (tmp_path / "2024").write_text("berkas", encoding="utf-8")
    year, problems = read_year(tmp_path, 2024)
    assert isinstance(year, YearData)
    assert [(p.berkas, p.pesan, p.saran) for p in problems] == [
        (
            "2024/",
            "folder ternyata sebuah berkas, bukan folder",
            "beri izin baca pada folder itu",
        )
    ]
