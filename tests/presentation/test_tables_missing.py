"""No table fails for want of data: a missing file is named, a missing row or column is a dash."""

from __future__ import annotations

from pathlib import Path

import pytest
from table_grid import PUBLISHED, Grid
from unit_kecil import SOURCE

from lkjip_analysis.data.schemas import TABLES
from lkjip_analysis.data.validation import inspect_year
from lkjip_analysis.presentation import tables
from lkjip_analysis.presentation.plain import data_name
from lkjip_analysis.results import Results, compute_results

pytestmark = pytest.mark.lambat
FILES = [table.file for table in TABLES.values() if table.name != "identitas" and not table.shared]
NEEDS = {
    "alokasi_sasaran": ("sasaran", "program"),
    "capaian_iku": ("iku",),
    "capaian_program": ("program",),
    "efisiensi_anggaran": ("sasaran", "iku", "program"),
    "efisiensi_sarpras": ("sarpras",),
    "efisiensi_sdm": ("sdm",),
    "evaluasi": ("evaluasi",),
    "iku": ("iku",),
    "indikator_program": ("program",),
    "kemajuan_renstra": ("iku",),
    "kinerja_anggaran_program": ("program",),
    "kinerja_anggaran_sasaran": ("sasaran", "program"),
    "komponen_iku": ("komponen_iku",),
    "nasional": ("iku",),
    "perbandingan_tahun": ("iku",),
    "perjanjian_program": ("program",),
    "program_pendukung": ("program",),
    "skala_predikat": ("skala_predikat",),
    "status_sasaran": ("sasaran",),
    "tindak_lanjut": ("tindak_lanjut",),
}
"""What each table cannot be made without; the others are made of whatever there is."""


def look(root: Path) -> Results:
    """Compute from data as they are, faults or not."""
    data, _ = inspect_year(2024, root)
    return compute_results(data)


def show_all(hasil: Results) -> dict[str, Grid]:
    return {name: Grid(getattr(tables, name)(hasil)) for name in PUBLISHED}


@pytest.mark.parametrize("file", FILES)
def test_without_the_file(unit_kecil: Path, file: str) -> None:
    (unit_kecil / "2024" / file).unlink()
    check_named(show_all(look(unit_kecil)), file)


@pytest.mark.parametrize("file", FILES)
def test_file_without_rows(unit_kecil: Path, file: str) -> None:
    path = unit_kecil / "2024" / file
    path.write_text(path.read_text(encoding="utf-8").splitlines()[0] + "\n", encoding="utf-8")
    check_named(show_all(look(unit_kecil)), file)


def check_named(shown: dict[str, Grid], file: str) -> None:
    for name, needed in NEEDS.items():
        if file.removesuffix(".csv") in needed:
            (row,) = shown[name].rows()
            assert row[0].endswith(f"belum tersedia. Lengkapi {data_name(f'2024/{file}')}."), name


def test_without_any_file_but_identity(unit_kecil: Path) -> None:
    for path in (unit_kecil / "2024").glob("*.csv"):
        if path.name != "identitas.csv":
            path.unlink()
    shown = show_all(look(unit_kecil))
    for name in NEEDS:
        if name != "skala_predikat":
            assert "belum tersedia" in shown[name].rows()[0][0], name


def test_without_scales(unit_kecil: Path) -> None:
    (unit_kecil / "skala_predikat.csv").unlink()
    shown = show_all(look(unit_kecil))
    assert shown["skala_predikat"].rows()[0][0].endswith("Lengkapi data skala predikat.")


def test_without_history(unit_kecil: Path) -> None:
    for path in [*(unit_kecil / "2023").iterdir(), *(unit_kecil / "2022").iterdir()]:
        path.unlink()
    (unit_kecil / "2023").rmdir()
    (unit_kecil / "2022").rmdir()
    shown = show_all(look(unit_kecil))
    assert (
        shown["capaian_program_lalu"]
        .rows()[0][0]
        .endswith("Lengkapi data program dan anggaran tahun 2023.")
    )
    assert [row[3:5] for row in shown["perbandingan_tahun"].rows()] == [["–", "–"]] * 3
    assert any("data IKU tahun 2022" in note for note in shown["perbandingan_tahun"].notes)


@pytest.mark.parametrize("file", ["program.csv", "indikator_program.csv"])
def test_last_year_without_one_of_its_files(unit_kecil: Path, file: str) -> None:
    (unit_kecil / "2023" / file).unlink()
    shown = Grid(tables.capaian_program_lalu(look(unit_kecil)))
    assert shown.rows()[0][0].endswith(f"Lengkapi {data_name(f'2023/{file}')}.")


def test_renstra_falls_back_on_this_years_programmes(unit_kecil: Path) -> None:
    (unit_kecil / "2024" / "renstra.csv").unlink()
    shown = Grid(tables.renstra(look(unit_kecil)))
    assert len(shown.rows()) == 7
    assert "Daftar Renstra belum tersedia" in shown.notes[0]
    assert "program tahun 2024" in shown.notes[0]


OPTIONAL = {
    path.name: [c.name for c in TABLES[path.stem].columns if not c.required]
    for path in sorted((SOURCE / "2024").glob("*.csv"))
    if path.name != "identitas.csv"
}


@pytest.mark.parametrize("file", OPTIONAL)
def test_every_optional_column_left_blank(unit_kecil: Path, file: str) -> None:
    path = unit_kecil / "2024" / file
    head, *lines = path.read_text(encoding="utf-8").splitlines()
    blank = [name in OPTIONAL[file] for name in head.split(";")]
    kept = [
        ";".join("" if gone else cell for gone, cell in zip(blank, line.split(";"), strict=False))
        for line in lines
    ]
    path.write_text("\n".join([head, *kept]) + "\n", encoding="utf-8")
    for name, shown in show_all(look(unit_kecil)).items():
        if any("–" in row for row in shown.rows()) and name not in ("asal_data", "celah"):
            assert any(note.startswith("–") for note in shown.notes), name


def test_identity_without_optional_facts(unit_kecil: Path) -> None:
    path = unit_kecil / "2024" / "identitas.csv"
    drop = (
        "nomor_lhe",
        "tanggal_lhe",
        "sumber_nasional",
        "sarpras_",
        "kode_iku_akip",
        "total_pagu_dpa",
        "rumus_",
        "batas_",
    )
    lines = [
        line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith(drop)
    ]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    shown = show_all(look(unit_kecil))
    assert "Tahun data sarana dan prasarana belum tersedia." in shown["efisiensi_sarpras"].notes
    assert any(
        "Nomor Laporan Hasil Evaluasi (LHE) belum tersedia" in note
        for note in shown["evaluasi"].notes
    )
    assert shown["evaluasi"].totals()[0][5] == ""
