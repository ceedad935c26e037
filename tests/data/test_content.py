"""What counts as a change of a unit's data: the content of its files, and which there are."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from unit_kecil import set_cell

from lkjip_analysis.data import content, validation
from lkjip_analysis.data.content import digest, hash_data


def test_as_many_years_are_hashed_as_are_read() -> None:
    assert content.HISTORY_YEARS == validation.HISTORY_YEARS == 2
    assert tuple(table.name for table in validation.INDICATORS) == content.INDICATORS


def add(name: str, text: str = "a;b\n") -> Callable[[Path], object]:
    def change(root: Path) -> None:
        (root / name).parent.mkdir(exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")

    return change


def remove(name: str) -> Callable[[Path], object]:
    return lambda root: (root / name).unlink()


def touch(root: Path) -> None:
    os.utime(root / "2024/iku.csv", (1, 1))


COUNTS: dict[str, Callable[[Path], object]] = {
    "sel-tahun-laporan": lambda root: set_cell(root, "2024/iku.csv", 2, "realisasi", "85"),
    "sel-tahun-lalu": lambda root: set_cell(root, "2023/iku.csv", 2, "realisasi", "79"),
    "sel-dua-tahun-lalu": lambda root: set_cell(root, "2022/iku.csv", 2, "realisasi", "79"),
    "tiga-tahun-lalu": add("2021/iku.csv"),
    "skala": lambda root: set_cell(root, "skala_predikat.csv", 2, "batas_bawah", "91"),
    "berkas-hilang": remove("2024/sdm.csv"),
    "berkas-asing": add("2024/Catatan.CSV"),
    "lambang-baru": add("2024/lambang.png"),
    "lambang-di-samping": add("lambang.svg"),
    "bukan-tahun": add("2024x/iku.csv"),
}
NOTHING: dict[str, Callable[[Path], object]] = {
    "waktu-berkas": touch,
    "narasi-tiga-tahun-lalu": add("2021/narasi.csv"),
    "tahun-sesudahnya": add("2025/iku.csv"),
    "tersembunyi": add("2024/.iku.csv"),
    "kunci-excel": add("2024/~$iku.csv"),
    "kunci-libreoffice": add("2024/.~lock.iku.csv#"),
}


@pytest.mark.parametrize("change", COUNTS)
def test_it_counts(unit_kecil: Path, change: str) -> None:
    before = hash_data(unit_kecil, 2024)
    COUNTS[change](unit_kecil)
    assert hash_data(unit_kecil, 2024) != before


@pytest.mark.parametrize("change", NOTHING)
def test_it_counts_for_nothing(unit_kecil: Path, change: str) -> None:
    before = hash_data(unit_kecil, 2024)
    NOTHING[change](unit_kecil)
    assert hash_data(unit_kecil, 2024) == before


def test_a_picture_counts_by_its_name_only(unit_kecil: Path) -> None:
    """What is not CSV is not read: neither its content, nor a folder's, nor a pipe's."""
    add("2024/lambang.png", "satu")(unit_kecil)
    (unit_kecil / "2024" / "folder.csv").mkdir()
    os.mkfifo(unit_kecil / "2024" / "pipa.csv")
    marks = hash_data(unit_kecil, 2024)
    add("2024/lambang.png", "dua")(unit_kecil)
    assert hash_data(unit_kecil, 2024) == marks
    assert {marks[f"2024/{name}"] for name in ("lambang.png", "folder.csv", "pipa.csv")} == {""}
    assert marks["2024"] == ""
    assert list(marks) == sorted(marks)


def test_a_hash_is_that_of_the_bytes(unit_kecil: Path) -> None:
    (unit_kecil / "2024" / "iku.csv").write_bytes(b"")
    nothing = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    assert hash_data(unit_kecil, 2024)["2024/iku.csv"] == nothing


def test_a_broken_link_counts_as_not_readable(unit_kecil: Path) -> None:
    (unit_kecil / "2024" / "lain.csv").symlink_to("tidak-ada.csv")
    assert hash_data(unit_kecil, 2024)["2024/lain.csv"] == "tidak terbaca: 2"


def test_a_folder_that_is_not_there_holds_nothing(tmp_path: Path) -> None:
    assert hash_data(tmp_path / "tidak-ada", 2024) == {}


def test_digests_tell_apart_and_keep() -> None:
    assert digest({"a": 1, "b": 2}) == digest({"b": 2, "a": 1})
    assert digest({"a": "é"}) != digest({"a": "e"})
    assert digest([Path("a")]) == digest(["a"])
    assert len(digest([])) == 64
