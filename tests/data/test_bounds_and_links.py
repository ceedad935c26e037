"""Ranges, codes, levels and heads: each bound, and the words for what lies beyond it."""

from __future__ import annotations

from pathlib import Path
from string import ascii_uppercase

import pytest
from faults import put, text_of
from unit_kecil import edit, set_cell

from lkjip_analysis.data import links
from lkjip_analysis.data.reading import MAX_STRANGE_COLUMNS
from lkjip_analysis.data.schemas import Sdm
from lkjip_analysis.data.validation import inspect_year
from lkjip_analysis.exceptions import Problem

IKU, PROGRAM = "2024/iku.csv", "2024/program.csv"
SCALES = "skala_predikat.csv"


def faults_of(root: Path) -> list[Problem]:
    return inspect_year(2024, root)[1]


def words_of(root: Path) -> list[str]:
    return [problem.pesan for problem in faults_of(root)]


@pytest.mark.parametrize(
    ("file", "baris", "kolom", "inside", "outside", "allowed"),
    [
        ("2024/skm.csv", 2, "nilai_rata_rata", ("1", "4"), ("0,99", "4,01"), "1 sampai 4"),
        ("2024/ipp.csv", 2, "skor", ("0", "5"), ("-0,1", "5,1"), "0 sampai 5"),
        ("2024/ipp.csv", 2, "bobot", ("0", "1"), ("-0,1", "1,1"), "0 sampai 1"),
        ("2024/ipp.csv", 2, "bobot_aspek", ("0", "1"), ("-0,1", "1,1"), "0 sampai 1"),
        ("2024/evaluasi.csv", 2, "bobot", ("0", "100"), ("-1", "101"), "0 sampai 100"),
        ("2024/evaluasi.csv", 2, "nilai", ("0", "100"), ("-1", "101"), "0 sampai 100"),
        ("2024/narasi.csv", 13, "tingkat", ("1", "3"), ("0", "4"), "1 sampai 3"),
        ("2024/program.csv", 4, "pagu", ("0",), ("-1",), "paling kecil 0"),
        ("2024/program.csv", 4, "realisasi", ("0",), ("-1",), "paling kecil 0"),
        ("2024/program.csv", 4, "serapan_dilaporkan", ("0", "250"), ("-1",), "paling kecil 0"),
        ("2024/iku.csv", 2, "bobot", ("0", "250"), ("-1",), "paling kecil 0"),
        ("2024/sdm.csv", 2, "kebutuhan", ("0",), (), ""),
        ("2024/sarpras.csv", 2, "urutan", ("9999",), ("10000",), "paling besar 9.999"),
        ("2024/indikator_program.csv", 2, "urutan", ("9999",), ("10000",), "paling besar 9.999"),
    ],
)
def test_ranges(
    unit_kecil: Path, file: str, baris: int, kolom: str, inside: tuple[str, ...],
    outside: tuple[str, ...], allowed: str,
) -> None:  # fmt: skip
    for value in inside:
        set_cell(unit_kecil, file, baris, kolom, value)
        assert faults_of(unit_kecil) == []
    for value in outside:
        set_cell(unit_kecil, file, baris, kolom, value)
        (problem,) = faults_of(unit_kecil)
        assert (problem.baris, problem.kolom, problem.pesan, problem.ditemukan) == (
            baris,
            kolom,
            "nilai di luar batas",
            value,
        )
        assert problem.diizinkan == allowed


def test_a_compulsory_cell_shows_what_belongs_there(unit_kecil: Path) -> None:
    set_cell(unit_kecil, IKU, 2, "satuan", "")
    set_cell(unit_kecil, IKU, 2, "indikator", "")
    assert [(p.kolom, p.pesan, p.diizinkan, p.saran) for p in faults_of(unit_kecil)] == [
        ("indikator", "sel wajib masih kosong", "nama indikator sesuai Perjanjian Kinerja",
         "isi sel ini"),
        ("satuan", "sel wajib masih kosong", "satuan target dan realisasi (misalnya nilai)",
         "isi sel ini"),
    ]  # fmt: skip


def test_a_cell_that_cannot_be_read_is_not_blank_as_well(unit_kecil: Path) -> None:
    set_cell(unit_kecil, IKU, 2, "polaritas", "entah")
    assert words_of(unit_kecil) == ["pilihan tidak dikenal"]


def test_bounds_of_a_class(unit_kecil: Path) -> None:
    set_cell(unit_kecil, SCALES, 3, "batas_bawah", "")  # open below
    assert faults_of(unit_kecil) == []
    set_cell(unit_kecil, SCALES, 3, "batas_bawah", "89,99")
    assert faults_of(unit_kecil) == []
    set_cell(unit_kecil, SCALES, 3, "batas_bawah", "90,01")
    assert faults_of(unit_kecil) == [
        Problem(SCALES, 3, "batas_bawah", "batas bawah tidak di bawah batas atas",
                "90,01 sampai 90", "batas bawah lebih kecil", "tukar atau perbaiki kedua batas")
    ]  # fmt: skip


def test_a_class_of_one_value(unit_kecil: Path) -> None:
    set_cell(unit_kecil, SCALES, 3, "batas_bawah", "90")
    assert [fault.pesan for fault in faults_of(unit_kecil)] == [
        "batas bawah tidak di bawah batas atas"
    ]
    set_cell(unit_kecil, SCALES, 3, "termasuk", "keduanya")
    assert faults_of(unit_kecil) == []


def test_known_codes_are_listed_up_to_twelve(unit_kecil: Path) -> None:
    set_cell(unit_kecil, IKU, 2, "kode_sasaran", "Z9")
    path = "2024/sasaran.csv"
    more = [f"S{n};Tujuan;Sasaran" for n in range(3, 13)]
    put(unit_kecil, path, text_of(unit_kecil, path) + "\n".join(more) + "\n")
    (problem,) = faults_of(unit_kecil)
    assert problem.pesan == "kode tidak ada di 2024/sasaran.csv"
    assert problem.saran == "tambahkan kode itu di sasaran.csv, atau perbaiki di sini"
    assert problem.diizinkan == ", ".join(f"S{n}" for n in range(1, 13))
    put(unit_kecil, path, text_of(unit_kecil, path) + "S13;Tujuan;Sasaran\n")
    (problem,) = faults_of(unit_kecil)
    assert problem.diizinkan == ", ".join(f"S{n}" for n in range(1, 13)) + ", …"


def test_rows_that_are_cut_off_are_no_slips(unit_kecil: Path) -> None:
    path = "2024/program.csv"
    put(unit_kecil, path, "\n".join(text_of(unit_kecil, path).splitlines()[:2]) + "\n")
    remedies = {problem.saran for problem in faults_of(unit_kecil) if "kode" in problem.pesan}
    assert remedies == {
        "tambahkan kode itu di program.csv (mungkin berkas itu terpotong), atau perbaiki di sini"
    }


def test_no_code_at_all(unit_kecil: Path) -> None:
    for name in ("program", "indikator_program", "renstra"):
        (unit_kecil / "2024" / f"{name}.csv").unlink()
    put(unit_kecil, "2024/sasaran.csv", "kode_sasaran;tujuan;sasaran\n")
    problems = faults_of(unit_kecil)
    assert [p.diizinkan for p in problems] == ["belum ada satu pun"] * 3


def test_the_first_twenty_wrong_codes_are_guessed_at(unit_kecil: Path) -> None:
    assert links.MAX_GUESSES == 20
    path = "2024/indikator_program.csv"
    lost = [f"P1.K1.S1{letter};1;Indikator;dokumen;naik;;1;1;" for letter in ascii_uppercase[:25]]
    put(unit_kecil, path, text_of(unit_kecil, path) + "\n".join(lost) + "\n")
    guessed = [problem.saran.startswith("maksud Anda") for problem in faults_of(unit_kecil)]
    assert guessed == [True] * 20 + [False] * 5


def test_a_code_that_could_not_be_read_is_told_where_it_stands(unit_kecil: Path) -> None:
    """What points to it is no second fault; what points elsewhere waits for it."""
    set_cell(unit_kecil, "2024/sasaran.csv", 3, "kode_sasaran", "S 2")
    set_cell(unit_kecil, IKU, 2, "kode_sasaran", "Z9")
    problems = faults_of(unit_kecil)
    assert [(p.berkas, p.baris, p.pesan) for p in problems] == [
        ("2024/sasaran.csv", 3, "kode tidak boleh berisi spasi"),
        (IKU, 2, "kode tidak ada di 2024/sasaran.csv"),
    ]
    assert problems[1].saran == "perbaiki dahulu kode yang tidak terbaca di sasaran.csv"


@pytest.mark.parametrize(
    ("more", "fault"),
    [("S2;a;b", "isinya sama dengan baris 3"),
     ("s2;a;b", "hanya berbeda huruf besar, spasi, titik, atau strip dengan baris 3")],
)  # fmt: skip
def test_a_row_that_stands_twice(unit_kecil: Path, more: str, fault: str) -> None:
    path = "2024/sasaran.csv"
    put(unit_kecil, path, text_of(unit_kecil, path) + f"{more}\n")
    assert faults_of(unit_kecil) == [
        Problem(path, 4, "kode_sasaran", fault, more[:2],
                "setiap baris harus berbeda pada kolom ini",
                "ganti salah satu, atau hapus baris yang berlebih")
    ]  # fmt: skip


LEVELS = [
    ((6, "induk", "P1"), "program tidak boleh berinduk", "P1", "kosong",
     "kosongkan induk, atau perbaiki tingkat"),
    ((7, "induk", ""), "kegiatan harus berinduk program", "", "kode program",
     "isi kode program di atasnya"),
    ((8, "induk", ""), "subkegiatan harus berinduk kegiatan", "", "kode kegiatan",
     "isi kode kegiatan di atasnya"),
    ((8, "induk", "P2"), "induk subkegiatan harus kegiatan", "P2 (program)", "kode kegiatan",
     "perbaiki induk atau tingkat"),
    ((7, "induk", "P1.K1.S1"), "induk kegiatan harus program", "P1.K1.S1 (subkegiatan)",
     "kode program", "perbaiki induk atau tingkat"),
]  # fmt: skip


@pytest.mark.parametrize(("cell", "fault", "found", "allowed", "remedy"), LEVELS)
def test_levels(
    unit_kecil: Path, cell: tuple[int, str, str], fault: str, found: str, allowed: str, remedy: str
) -> None:
    set_cell(unit_kecil, PROGRAM, *cell)
    assert faults_of(unit_kecil) == [
        Problem(PROGRAM, cell[0], "induk", fault, found, allowed, remedy)
    ]


def test_a_level_or_parent_that_could_not_be_read_is_no_second_fault(unit_kecil: Path) -> None:
    set_cell(unit_kecil, PROGRAM, 7, "tingkat", "bidang")
    assert words_of(unit_kecil) == ["pilihan tidak dikenal"]
    set_cell(unit_kecil, PROGRAM, 7, "tingkat", "kegiatan")
    set_cell(unit_kecil, PROGRAM, 7, "induk", "P 2")
    assert words_of(unit_kecil) == ["kode tidak boleh berisi spasi"]


def test_a_circle_is_told_once_from_its_first_row(unit_kecil: Path) -> None:
    for baris, parent in ((3, "P1.K1.S2"), (4, "P1.K1"), (5, "P1.K1.S1")):
        set_cell(unit_kecil, PROGRAM, baris, "induk", parent)
    circle = [p for p in faults_of(unit_kecil) if "berputar" in p.pesan]
    assert circle == [
        Problem(PROGRAM, 3, "induk", "induk berputar kembali ke dirinya sendiri",
                "P1.K1 → P1.K1.S2 → P1.K1.S1 → P1.K1", "pohon tanpa lingkaran",
                "perbaiki kode induk")
    ]  # fmt: skip


def head(root: Path, file: str, more: list[str]) -> list[Problem]:
    first, rest = text_of(root, file).split("\n", 1)
    put(root, file, ";".join([first, *more]) + "\n" + rest)
    return faults_of(root)


def test_twenty_strange_columns_are_told_one_by_one(unit_kecil: Path) -> None:
    assert MAX_STRANGE_COLUMNS == 20
    problems = head(unit_kecil, "2024/sdm.csv", [f"x{n}" for n in range(20)])
    assert [p.kolom for p in problems] == [f"x{n}" for n in range(20)]
    assert {p.saran for p in problems} == {"hapus kolom ini"}
    assert problems[0].diizinkan == "kode_iku, kebutuhan, ketersediaan"


def test_twenty_one_strange_columns_are_one_fault(unit_kecil: Path) -> None:
    (problem,) = head(unit_kecil, "2024/sdm.csv", [f"x{n}" for n in range(21)])
    assert (problem.baris, problem.kolom) == (1, None)
    assert problem.pesan == "21 kolom tidak dikenal"
    assert problem.ditemukan == "x0, x1, x2, x3, x4, …"
    assert problem.saran == "hapus kolom-kolom itu; periksa apakah ini berkas yang benar"


def test_a_misspelt_column_is_not_missing_as_well(unit_kecil: Path) -> None:
    edit(unit_kecil, "2024/sasaran.csv", "tujuan;", "tujuann;")
    (problem,) = faults_of(unit_kecil)
    assert (problem.kolom, problem.saran) == ("tujuann", 'maksud Anda "tujuan"?')
    edit(unit_kecil, "2024/sasaran.csv", "tujuann;", "warna;")
    told = [(p.kolom, p.pesan, p.saran) for p in faults_of(unit_kecil)]
    assert told == [
        ("warna", "kolom tidak dikenal", "hapus kolom ini, atau betulkan judulnya"),
        ("tujuan", "kolom wajib tidak ada", "tambahkan kolom ini pada baris judul"),
    ]


def test_data_under_no_head(unit_kecil: Path) -> None:
    put(unit_kecil, "2024/sdm.csv", "kode_iku;;kebutuhan;ketersediaan\nAKIP;;1;1\nIKPP;x;1;1\n")
    assert faults_of(unit_kecil) == [
        Problem("2024/sdm.csv", 1, "ke-2", "kolom berisi data tetapi tanpa judul",
                saran="isi judulnya atau hapus kolom ini; data pertama di baris 3")
    ]  # fmt: skip


def test_a_head_that_stands_twice(unit_kecil: Path) -> None:
    put(unit_kecil, "2024/sdm.csv", "kode_iku;kebutuhan;ketersediaan;Kebutuhan\nAKIP;1;2;3\n")
    (problem,) = faults_of(unit_kecil)
    assert (problem.kolom, problem.pesan, problem.saran) == (
        "Kebutuhan",
        "judul kolom muncul lebih dari sekali",
        "sisakan satu kolom saja",
    )
    assert inspect_year(2024, unit_kecil)[0][Sdm].rows[0].kebutuhan == 1  # the first one
