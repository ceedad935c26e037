"""Files and folders that are not what they should be: each fault's message, by snapshot."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from faults import message_of, put, text_of
from syrupy.assertion import SnapshotAssertion
from unit_kecil import copy_unit

from lkjip_analysis.data.files import MAX_BYTES, available_years
from lkjip_analysis.data.validation import load_year
from lkjip_analysis.exceptions import CallError


def rename(old: str, new: str) -> Callable[[Path], object]:
    return lambda root: (root / old).rename(root / new)


def replace_by_folder(root: Path) -> None:
    (root / "2024/iku.csv").unlink()
    (root / "2024/iku.csv").mkdir()


def replace_by_pipe(root: Path) -> None:
    (root / "2024/iku.csv").unlink()
    os.mkfifo(root / "2024/iku.csv")


def link_to_itself(root: Path) -> None:
    (root / "2024/iku.csv").unlink()
    (root / "2024/iku.csv").symlink_to("iku.csv")


def link_to_nothing(root: Path) -> None:
    (root / "2024/sdm.csv").unlink()
    (root / "2024/sdm.csv").symlink_to("/tidak/ada/sdm.csv")


def name_in_latin1(root: Path) -> None:
    (root / "2024/sasaran.csv").rename(
        os.fsdecode(os.fsencode(root / "2024") + b"/sasaran\xe9.csv")
    )


FAULTS: dict[str, Callable[[Path], object]] = {
    "identitas-tidak-ada": lambda root: (root / "2024/identitas.csv").unlink(),
    "nama-berkas-salah-ketik": rename("2024/iku.csv", "2024/ikku.csv"),
    "nama-berkas-salinan": rename("2024/program.csv", "2024/program (1).csv"),
    "nama-berkas-huruf-besar": rename("2024/sasaran.csv", "2024/Sasaran.CSV"),
    "nama-berkas-asing": lambda root: put(root, "2024/catatan rapat.csv", "a;b\n"),
    "nama-berkas-bukan-utf8": name_in_latin1,
    "nama-berkas-berkode-terminal": lambda root: put(root, "2024/\x1b[31mmerah.csv", "a;b\n"),
    "masih-xlsx": rename("2024/program.csv", "2024/program.xlsx"),
    "akhiran-ganda-txt": rename("2024/program.csv", "2024/program.csv.txt"),
    "skala-di-folder-tahun": rename("skala_predikat.csv", "2024/skala_predikat.csv"),
    "iku-di-luar-folder-tahun": rename("2024/iku.csv", "iku.csv"),
    "folder-di-tempat-berkas": replace_by_folder,
    "bukan-berkas-biasa": replace_by_pipe,
    "tautan-berputar": link_to_itself,
    "tautan-putus": link_to_nothing,
    "terlalu-besar": lambda root: put(root, "2024/iku.csv", b"a;b\n" * (MAX_BYTES // 4 + 1)),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_message(fault: str, unit_kecil: Path, snapshot: SnapshotAssertion) -> None:
    FAULTS[fault](unit_kecil)
    assert message_of(unit_kecil) == snapshot


def test_locks_and_hidden_files_are_no_data(unit_kecil: Path) -> None:
    for name in (
        ".~lock.iku.csv#",
        "~$iku.csv",
        "._iku.csv",
        ".DS_Store",
        "CATATAN.md",
        "sumber.xlsx",
    ):
        put(unit_kecil, f"2024/{name}", "bukan data")
    (unit_kecil / "2024/arsip").mkdir()
    load_year(2024, unit_kecil)


YEARS: dict[str, Callable[[Path], object]] = {
    "tahun-tidak-ada": lambda root: shutil.rmtree(root / "2024"),
    "tahun-berhuruf": rename("2024", "20x4"),
    "tahun-lima-angka": rename("2024", "02024"),
    "tahun-angka-arab": rename("2024", "٢٠٢٤"),
    "tahun-berspasi": rename("2024", "2024 "),
    "tahun-berkas-bukan-folder": lambda root: (
        shutil.rmtree(root / "2024"),
        put(root, "2024", "bukan folder"),
    ),
    "folder-data-kosong": lambda root: (shutil.rmtree(root), root.mkdir()),
    "folder-data-tidak-ada": shutil.rmtree,
    "folder-data-berkas": lambda root: (shutil.rmtree(root), root.write_text("x")),
    "folder-data-berputar": lambda root: (shutil.rmtree(root), root.symlink_to(root)),
}


@pytest.mark.parametrize("fault", YEARS)
def test_message_of_year(fault: str, unit_kecil: Path, snapshot: SnapshotAssertion) -> None:
    YEARS[fault](unit_kecil)
    assert message_of(unit_kecil) == snapshot


@pytest.mark.parametrize("root", ["~tidakadapemakai/data", "da\0ta", "a" * 5000])
def test_impossible_folder_names(root: str) -> None:
    with pytest.raises(CallError):
        load_year(2024, root)


def test_only_years_are_years(tmp_path: Path) -> None:
    for name in ("2024", "2023", "0999", "20x4", "02024", "9999", "٢٠٢٤", "2024b", ".2025"):
        (tmp_path / name).mkdir()
    (tmp_path / "2022").write_text("a file")
    assert available_years(tmp_path) == [2023, 2024]


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX permissions")
@pytest.mark.parametrize(
    ("name", "mode"), [("2024/iku.csv", 0), ("2024", 0), ("2024", 0o444), ("2023", 0), (".", 0)]
)
def test_no_right_to_read(name: str, mode: int, snapshot: SnapshotAssertion) -> None:
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    root = copy_unit(folder)
    (root / name).chmod(mode)
    somebody = os.geteuid() == 0
    try:
        if somebody:
            os.seteuid(65534)
        message = message_of(root)
    finally:
        if somebody:
            os.seteuid(0)
        (root / name).chmod(0o755)
        shutil.rmtree(folder)
    assert message == snapshot


def test_a_sound_unit_is_sound(unit_kecil: Path) -> None:
    load_year(2024, unit_kecil)
    assert "identitas" in text_of(unit_kecil, "2024/narasi.csv")


def test_a_year_that_only_gives_history(unit_kecil: Path, snapshot: SnapshotAssertion) -> None:
    assert message_of(unit_kecil, 2023) == snapshot


def test_a_copy_is_not_taken_for_another_file(tmp_path: Path) -> None:
    root = copy_unit(tmp_path)
    (root / "2024/skm.csv").unlink()
    text = (root / "2024/iku.csv").read_text(encoding="utf-8")
    (root / "2024/iku - Copy.csv").write_text(text, encoding="utf-8")
    assert "skm.csv?" not in message_of(root) and "pindahkan berkas ini" in message_of(root)
