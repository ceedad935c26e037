"""Keys, references, trees and scales that do not fit together: each message, by snapshot."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from faults import message_of, put, put_cell, text_of
from syrupy.assertion import SnapshotAssertion
from unit_kecil import edit, set_cell

from lkjip_analysis.data.links import MAX_GUESSES
from lkjip_analysis.data.validation import inspect_year, load_year
from lkjip_analysis.results import compute_results

PROGRAM = "2024/program.csv"
SCALES = "skala_predikat.csv"


def add(file: str, *lines: str) -> Callable[[Path], object]:
    return lambda root: put(root, file, text_of(root, file) + "\n".join(lines) + "\n")


def circle_of_three(root: Path) -> None:
    """P1.K1 under P1.K1.S1 under P1.K1.S2 under P1.K1."""
    set_cell(root, PROGRAM, 3, "induk", "P1.K1.S1")
    set_cell(root, PROGRAM, 4, "induk", "P1.K1.S2")


def no_scales_named(root: Path) -> None:
    edit(root, "2024/identitas.csv", "skala_capaian;akip_nasional", "skala_capaian;akip_nasionl")
    set_cell(root, "2024/iku.csv", 2, "skala", "akip")


FAULTS: dict[str, Callable[[Path], object]] = {
    "kode-ganda": put_cell("2024/sasaran.csv", 3, "kode_sasaran", "S1"),
    "kode-ganda-beda-huruf": add(PROGRAM, "p1.k1;P1;kegiatan;Lain;;;;;;"),
    "kode-ganda-titik-strip": add(PROGRAM, "P1-K1;P1;kegiatan;Lain;;;;;;"),
    "indikator-ganda": put_cell("2024/indikator_program.csv", 6, "urutan", "1"),
    "komponen-ganda-beda-huruf": put_cell("2024/komponen_iku.csv", 3, "komponen", "ikm"),
    "identitas-ganda": add("2024/identitas.csv", "nama_unit;Dinas Lain"),
    "identitas-salah-ketik": put_cell("2024/identitas.csv", 12, "kunci", "situss"),
    "identitas-wajib-kosong": put_cell("2024/identitas.csv", 2, "nilai", ""),
    "identitas-wajib-tidak-ada": lambda root: edit(
        root, "2024/identitas.csv", "tempat;Contoh\n", ""
    ),
    "identitas-tanpa-kolom-nilai": lambda root: edit(
        root, "2024/identitas.csv", "kunci;nilai", "kunci;isi"
    ),
    "induk-tidak-ada": put_cell(PROGRAM, 4, "induk", "P1.K9"),
    "induk-diri-sendiri": put_cell(PROGRAM, 3, "induk", "P1.K1"),
    "induk-berputar": circle_of_three,
    "induk-kosong": put_cell(PROGRAM, 4, "induk", ""),
    "induk-melompati-tingkat": put_cell(PROGRAM, 4, "induk", "P1"),
    "program-berinduk": put_cell(PROGRAM, 6, "induk", "P1"),
    "tingkat-tertukar": put_cell(PROGRAM, 4, "tingkat", "kegiatan"),
    "tingkat-salah-ketik": put_cell(PROGRAM, 4, "tingkat", "sub kegiatan"),
    "atasan-berputar": put_cell("2024/struktur.csv", 2, "atasan", "SEKRETARIAT"),
    "sasaran-tidak-ada": put_cell("2024/iku.csv", 2, "kode_sasaran", "SS1"),
    "iku-tidak-ada": put_cell("2024/sdm.csv", 2, "kode_iku", "AKIPP"),
    "narasi-iku-tidak-ada": put_cell("2024/narasi.csv", 13, "kode", "AKPI"),
    "jabatan-tidak-ada": put_cell("2024/tugas.csv", 2, "kode_jabatan", "SEKRETARAT"),
    "skala-salah-ketik": no_scales_named,
    "skala-tidak-ada-berkas": lambda root: (root / SCALES).unlink(),
    "skala-batas-terbalik": put_cell(SCALES, 3, "batas_bawah", "95"),
    "skala-batas-sama": put_cell(SCALES, 3, "batas_bawah", "90"),
    "renstra-terbalik": put_cell("2024/identitas.csv", 18, "nilai", "2020"),
    "riwayat-rusak": lambda root: put(root, "2023/iku.csv", b"\xff\xfe"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_message(fault: str, unit_kecil: Path, snapshot: SnapshotAssertion) -> None:
    FAULTS[fault](unit_kecil)
    assert message_of(unit_kecil) == snapshot


def test_one_rule_may_be_accepted_for_several_things(unit_kecil: Path) -> None:
    add("2024/pengakuan.csv", "K99;P1;program P1 pagu = 2;Sebab lain;Penyusun;2024;")(unit_kecil)
    add("2024/pengakuan.csv", "K99;P2;program P2 pagu = 1;Sebab lain;Camat;seterusnya;")(unit_kecil)
    load_year(2024, unit_kecil)


def test_a_finding_is_accepted_once(unit_kecil: Path) -> None:
    add("2024/pengakuan.csv", "K99;P1;program P1 pagu = 1;Sebab lain;Camat;2024;")(unit_kecil)
    _, problems = inspect_year(2024, unit_kecil)
    assert [(p.baris, p.kolom, p.pesan) for p in problems] == [
        (3, "aturan + entitas + nilai + berlaku", "isinya sama dengan baris 2")
    ]


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        ("WAKTU;;2 WAKTU;;3 P1.K1;1;2 P1.K1;2;1", []),
        ("WAKTU;;1", [(4, "WAKTU / kosong / 1", 2)]),
        ("P1.K1;;1", [(4, "P1.K1 / kosong / 1", 3)]),  # blank is number 1
        ("waktu;-;1", [(4, "waktu / kosong / 1", 2)]),
        ("P1.K1;x;1", []),  # told of the cell
    ],
)
def test_an_action_is_told_once(
    rows: str, found: list[tuple[int, str, int]], unit_kecil: Path
) -> None:
    for row in rows.split(" "):
        add("2024/sebab_tindakan.csv", f"{row};;;Tindakan;;;;")(unit_kecil)
    _, problems = inspect_year(2024, unit_kecil)
    same = [p for p in problems if p.kolom == "kode + indikator + urutan"]
    assert [(p.baris, p.ditemukan, int(p.pesan.split()[-1])) for p in same] == found


def test_an_unreadable_file_makes_no_faults_elsewhere(unit_kecil: Path) -> None:
    """That nothing points to a code of a broken file is no fault of the files that point to it."""
    for name in ("sasaran", "iku", "program", "struktur"):
        put(unit_kecil, f"2024/{name}.csv", b"")
    _, problems = inspect_year(2024, unit_kecil)
    assert [problem.pesan for problem in problems] == ["berkas kosong"] * 4


def test_guessing_stays_fast(unit_kecil: Path) -> None:
    """Thousands of wrong codes against thousands of right ones are told, not all guessed."""
    rows = [f"Q{n};;program;Program {n};;;;;;" for n in range(3000)]
    add(PROGRAM, *rows)(unit_kecil)
    lost = [f"X{n};1;Indikator;dokumen;naik;;1;1;" for n in range(3000)]
    add("2024/indikator_program.csv", *lost)(unit_kecil)
    _, problems = inspect_year(2024, unit_kecil)
    assert len(problems) == 3000
    assert sum("maksud Anda" in problem.saran for problem in problems) <= MAX_GUESSES


def test_a_deep_chain_is_no_crash(unit_kecil: Path) -> None:
    links = [f"J{n};{f'J{n - 1}' if n else ''};1;Jabatan;struktural;" for n in range(10_000)]
    put(unit_kecil, "2024/struktur.csv", "kode_jabatan;atasan;urutan;jabatan;jenis;uraian\n")
    add("2024/struktur.csv", *links)(unit_kecil)
    (unit_kecil / "2024/tugas.csv").unlink()
    compute_results(load_year(2024, unit_kecil))


def test_a_large_circle_is_no_crash(unit_kecil: Path) -> None:
    size = 3000
    links = [f"J{n};J{(n + 1) % size};1;Jabatan;struktural;" for n in range(size)]
    put(unit_kecil, "2024/struktur.csv", "kode_jabatan;atasan;urutan;jabatan;jenis;uraian\n")
    add("2024/struktur.csv", *links)(unit_kecil)
    (unit_kecil / "2024/tugas.csv").unlink()
    assert len(message_of(unit_kecil)) < 60_000


def test_faulty_data_can_still_be_computed(unit_kecil: Path) -> None:
    """``lkjip check`` may look at figures although a tree is broken."""
    circle_of_three(unit_kecil)
    year, problems = inspect_year(2024, unit_kecil)
    assert problems
    compute_results(year)
