"""What is missing is listed, once, and told apart: compulsory or not."""

from __future__ import annotations

from pathlib import Path

import pytest
from unit_kecil import SOURCE, edit, set_cell

from lkjip_analysis.data.gaps import NOT_EXPECTED, Gap, group_gaps, has_compulsory_gap, list_gaps
from lkjip_analysis.data.reading import YearData
from lkjip_analysis.data.schemas import TABLES
from lkjip_analysis.data.validation import inspect_year, load_year


def new_gaps(before: list[Gap], data: YearData) -> list[Gap]:
    return [gap for gap in list_gaps(data) if gap not in before]


@pytest.fixture(scope="module")
def before() -> list[Gap]:
    """Gaps of the sound unit, before something is taken out."""
    return list_gaps(load_year(2024, SOURCE))


def test_what_a_sound_unit_lacks_leaves_its_report_no_draft(before: list[Gap]) -> None:
    assert not has_compulsory_gap(before)
    assert [gap.as_text() for gap in group_gaps(before)] == [
        "2024/identitas.csv, baris 30, kolom nilai: tautan_publikasi belum diisi: "
        "alamat publikasi laporan, dicetak sebagai teks (pilihan)",
        "2024/iku.csv, baris 4, kolom realisasi_nasional: realisasi nasional belum diisi; "
        "bila tidak ada, sebutkan alasannya di catatan_nasional (pilihan)",
        "2024/indikator_program.csv, baris 8, kolom realisasi: realisasi indikator "
        "program/kegiatan/subkegiatan tidak tersedia, dijelaskan di keterangan (pilihan)",
        "2024/evaluasi.csv, kolom kesimpulan: kesimpulan evaluator belum diisi "
        "pada 2 baris: 4-5 (pilihan)",
        "2024/tindak_lanjut.csv, baris 3, kolom bukti: bukti tindak lanjut belum diisi (pilihan)",
    ]


def test_a_compulsory_gap_makes_a_draft(unit_kecil: Path) -> None:
    set_cell(unit_kecil, "2024/iku.csv", 3, "realisasi", "")
    assert has_compulsory_gap(list_gaps(load_year(2024, unit_kecil)))


CELLS = [
    ("iku.csv", 3, "target", True),  # row 2 also names a predikat
    ("iku.csv", 3, "realisasi", True),
    ("iku.csv", 2, "realisasi", None),  # it is the sum of the marks of the LHE
    ("iku.csv", 2, "target_akhir_renstra", True),
    ("iku.csv", 2, "realisasi_nasional", None),  # the row says why in catatan_nasional
    ("iku.csv", 2, "formula", False),
    ("iku.csv", 3, "bukti", False),
    ("skm.csv", 2, "nilai_rata_rata", True),  # the realisasi of a composite IKU rests on it
    ("ipp.csv", 2, "skor", True),
    ("program.csv", 4, "realisasi", True),
    ("program.csv", 4, "serapan_dilaporkan", None),
    ("program.csv", 2, "kode_sasaran", False),
    ("indikator_program.csv", 2, "target", True),
    ("indikator_program.csv", 2, "realisasi", True),
    ("sdm.csv", 2, "kebutuhan", False),
    ("sarpras.csv", 2, "hasil_rekon", False),
    ("evaluasi.csv", 2, "nilai", True),
    ("evaluasi.csv", 2, "predikat", False),
    ("tindak_lanjut.csv", 2, "status", True),
    ("tindak_lanjut.csv", 2, "bukti", False),
    ("narasi.csv", 2, "teks", True),
    ("narasi.csv", 15, "teks", False),  # faktor_penghambat keeps another text
]


@pytest.mark.parametrize(
    ("file", "baris", "kolom", "wajib"), CELLS, ids=[f"{c[0]}-{c[2]}-{c[1]}" for c in CELLS]
)
def test_a_blank_cell(
    unit_kecil: Path, before: list[Gap], file: str, baris: int, kolom: str, wajib: bool | None
) -> None:
    set_cell(unit_kecil, f"2024/{file}", baris, kolom, "")
    found = new_gaps(before, load_year(2024, unit_kecil))
    expected = [] if wajib is None else [(f"2024/{file}", baris, kolom, wajib)]
    assert [(gap.berkas, gap.baris, gap.kolom, gap.wajib) for gap in found] == expected


def test_a_leaf_without_pagu_leaves_its_programme_without_one(
    unit_kecil: Path, before: list[Gap]
) -> None:
    set_cell(unit_kecil, "2024/program.csv", 4, "pagu", "")
    found = new_gaps(before, load_year(2024, unit_kecil))
    assert [(gap.baris, gap.kolom, gap.wajib) for gap in found] == [
        (None, "pagu", False),
        (2, "pagu", True),
    ]
    assert found[0].apa == "pagu 2 kegiatan dan subkegiatan belum tersedia"
    set_cell(unit_kecil, "2024/program.csv", 2, "pagu", "800.000.000")
    assert [gap.wajib for gap in new_gaps(before, load_year(2024, unit_kecil))] == [False]


def test_an_explanation_excuses_a_programme_indicator(unit_kecil: Path) -> None:
    explained = [
        gap for gap in list_gaps(load_year(2024, unit_kecil)) if "indikator_program" in gap.berkas
    ]
    assert [(gap.baris, gap.wajib) for gap in explained] == [(8, False)]
    set_cell(unit_kecil, "2024/indikator_program.csv", 8, "keterangan", "")
    unexplained = [
        gap for gap in list_gaps(load_year(2024, unit_kecil)) if "indikator_program" in gap.berkas
    ]
    assert [(gap.baris, gap.wajib) for gap in unexplained] == [(8, True)]


def test_a_reason_excuses_the_national_value(unit_kecil: Path, before: list[Gap]) -> None:
    set_cell(unit_kecil, "2024/iku.csv", 3, "catatan_nasional", "")
    found = new_gaps(before, load_year(2024, unit_kecil))
    assert [(gap.baris, gap.kolom, gap.wajib) for gap in found] == [
        (3, "realisasi_nasional", False)
    ]


def test_a_required_fact(unit_kecil: Path, before: list[Gap]) -> None:
    edit(unit_kecil, "2024/identitas.csv", "tanggal_penutup;16 Januari 2025", "tanggal_penutup;")
    found = new_gaps(before, load_year(2024, unit_kecil))
    assert [(gap.baris, gap.wajib) for gap in found] == [(16, True)]
    edit(unit_kecil, "2024/identitas.csv", "tanggal_penutup;\n", "")
    found = [gap for gap in list_gaps(load_year(2024, unit_kecil)) if "tanggal_penutup" in gap.apa]
    assert [(gap.baris, gap.wajib) for gap in found] == [(None, True)]


def test_a_fact_that_a_text_names_is_compulsory(unit_kecil: Path, before: list[Gap]) -> None:
    edit(unit_kecil, "2024/identitas.csv", "nomor_lhe;700/1/2024", "nomor_lhe;N/A")
    assert [gap.wajib for gap in new_gaps(before, load_year(2024, unit_kecil))] == [False]
    set_cell(unit_kecil, "2024/narasi.csv", 2, "teks", "LHE Nomor {identitas.nomor_lhe}.")
    found = new_gaps(before, load_year(2024, unit_kecil))
    assert [
        (gap.wajib, gap.apa.endswith("(disebut di 2024/narasi.csv baris 2)")) for gap in found
    ] == [(True, True)]


OWN_FILES = [table for table in TABLES.values() if not table.shared and table.name != "identitas"]


@pytest.mark.parametrize("table", OWN_FILES, ids=lambda table: table.name)
def test_a_missing_file(unit_kecil: Path, before: list[Gap], table) -> None:  # type: ignore[no-untyped-def]
    (unit_kecil / "2024" / table.file).unlink()
    found = new_gaps(before, inspect_year(2024, unit_kecil)[0])
    whole = [
        gap
        for gap in found
        if gap.baris is None and gap.kolom is None and gap.berkas == f"2024/{table.file}"
    ]
    if table.name in ("skm", "ipp"):  # expected only because a composite IKU rests on them
        assert [gap.wajib for gap in whole] == [True]
    elif table.name in NOT_EXPECTED:
        assert whole == []
    else:
        assert [gap.wajib for gap in whole] == [table.compulsory]


def test_a_file_without_rows_is_as_good_as_missing(unit_kecil: Path) -> None:
    path = unit_kecil / "2024" / "tindak_lanjut.csv"
    path.write_text(path.read_text(encoding="utf-8").splitlines()[0] + "\n", encoding="utf-8")
    found = [
        gap for gap in list_gaps(load_year(2024, unit_kecil)) if gap.berkas.endswith(path.name)
    ]
    assert [(gap.baris, gap.wajib) for gap in found] == [(None, True)]
    assert found[0].apa.startswith("belum ada barisnya")


def test_a_composite_with_its_own_realisasi_does_not_need_its_parts(
    unit_kecil: Path, before: list[Gap]
) -> None:
    set_cell(unit_kecil, "2024/iku.csv", 4, "realisasi", "8,1")
    set_cell(unit_kecil, "2024/skm.csv", 2, "nilai_rata_rata", "")
    assert [gap.wajib for gap in new_gaps(before, load_year(2024, unit_kecil))] == [False]


def test_a_circle_of_programmes_does_not_trap_the_list(unit_kecil: Path) -> None:
    set_cell(unit_kecil, "2024/program.csv", 2, "induk", "P1.K1")
    data, problems = inspect_year(2024, unit_kecil)
    assert problems
    assert list_gaps(data)


def test_gaps_follow_the_order_of_the_files(unit_kecil: Path) -> None:
    set_cell(unit_kecil, "2024/iku.csv", 3, "realisasi", "")
    edit(unit_kecil, "2024/identitas.csv", "alamat;Jalan Merdeka Nomor 1", "alamat;")
    files = [gap.berkas for gap in list_gaps(load_year(2024, unit_kecil))]
    assert files == sorted(files, key=[f"2024/{table.file}" for table in TABLES.values()].index)


def test_folding_keeps_single_gaps_and_kinds_apart() -> None:
    gaps = [
        Gap("a.csv", 2, "x", "kosong", True),
        Gap("a.csv", 3, "x", "kosong", False),
        Gap("a.csv", 4, "x", "kosong", True),
        *(Gap("a.csv", baris, "y", "bukti kosong", False) for baris in (2, 3, 4, 6, 8, 9)),
        Gap("a.csv", None, None, "berkas belum ada", True),
    ]
    assert [gap.as_text() for gap in group_gaps(gaps)] == [
        "a.csv, kolom x: kosong pada 2 baris: 2, 4 (wajib)",
        "a.csv, baris 3, kolom x: kosong (pilihan)",
        "a.csv, kolom y: bukti kosong pada 6 baris: 2-4, 6, 8-9 (pilihan)",
        "a.csv: berkas belum ada (wajib)",
    ]
    assert gaps[0].as_record() == {
        "berkas": "a.csv",
        "baris": 2,
        "kolom": "x",
        "apa": "kosong",
        "wajib": True,
    }
