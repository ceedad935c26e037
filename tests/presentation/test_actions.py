"""Causes, obstacles and actions in print: told, not told, and told by an acknowledgement."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from table_grid import Grid
from unit_kecil import SOURCE, set_cell

from lkjip_analysis.checks import run_checks
from lkjip_analysis.checks.acknowledgement import as_row
from lkjip_analysis.checks.findings import Acknowledgement
from lkjip_analysis.data.schemas import Pengakuan
from lkjip_analysis.presentation import narrative, tables
from lkjip_analysis.results import Results, load_results

ACTIONS = "2024/sebab_tindakan.csv"
UNTOLD = "*Sebab belum dijelaskan dan tindakan belum disebut.*"


@pytest.fixture
def missed(unit_kecil: Path) -> Path:
    """The unit with WAKTU and the indicator of P2 missed; nothing is said of either."""
    set_cell(unit_kecil, "2024/iku.csv", 3, "realisasi", "25")  # at most 20
    set_cell(unit_kecil, "2024/indikator_program.csv", 7, "realisasi", "79")
    return unit_kecil


def write(root: Path, *rows: str) -> Results:
    """Replace the rows of the file, and compute the year."""
    path = root / ACTIONS
    head = path.read_text(encoding="utf-8").splitlines()[0]
    path.write_text("\n".join([head, *rows]) + "\n", encoding="utf-8")
    return load_results(2024, root)


def test_what_is_not_told_is_said(missed: Path) -> None:
    hasil = write(missed)
    iku = narrative.capaian_iku(hasil).markdown.splitlines()
    assert [UNTOLD in line for line in iku if line[:1].isdigit()] == [False, True, False]
    said = narrative.capaian_program(hasil).markdown
    assert said.endswith(f"-   Nilai pelayanan. {UNTOLD}")


def test_what_is_told_is_printed_with_its_indicator(missed: Path) -> None:
    hasil = write(
        missed,
        "WAKTU;;1;Data terlambat.;Jaringan putus;Membeli server;;;;",
        "WAKTU;;2;Petugas berganti;;;;;;",
        "P2;1;1;Hujan;;;;;;",
    )
    iku = narrative.capaian_iku(hasil).markdown
    assert "Sebab: Data terlambat; Petugas berganti. Hambatan: Jaringan putus." in iku
    assert "belum dijelaskan" not in iku
    said = narrative.capaian_program(hasil).markdown
    assert said.endswith("-   Nilai pelayanan. Sebab: Hujan. *Tindakan belum disebut.*")


def test_what_is_said_of_several_is_said_once(missed: Path) -> None:
    set_cell(missed, "2024/indikator_program.csv", 2, "realisasi", "90%")
    said = narrative.capaian_program(write(missed)).markdown
    assert f"-   Persentase kinerja aparatur dan Nilai pelayanan. {UNTOLD}" in said


def test_a_cause_of_success_is_printed_too() -> None:
    iku = narrative.capaian_iku(load_results(2024, SOURCE)).markdown
    assert "Sebab: Loket ditambah." in iku
    assert "belum dijelaskan" not in iku


def test_an_acknowledgement_tells_the_reader_instead(missed: Path) -> None:
    hasil = write(missed)
    told = "Dokumen asal tidak menjelaskan sebabnya."
    found = [f for f in run_checks(hasil) if f.id in ("K77", "K84")]
    assert [f.entitas for f in found] == ["WAKTU", "P2/1"]
    known = [Acknowledgement("tidak ada", "", "2024", words) for words in (told, "")]
    rows = [as_row(f, one) for f, one in zip(found, known, strict=True)]
    with (missed / "2024" / "pengakuan.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=";").writerows([Pengakuan.column_names, *rows])
    hasil = load_results(2024, missed)
    iku = narrative.capaian_iku(hasil).markdown
    assert told in iku and "belum dijelaskan" not in iku
    assert UNTOLD in narrative.capaian_program(hasil).markdown  # without a sentence nothing is told


def test_the_table_of_actions(missed: Path) -> None:
    hasil = write(
        missed,
        "WAKTU;;1;Data terlambat;;Membeli server;Sekretariat;2025-03-31;;",
        "WAKTU;;2;;;Melatih petugas;;;;",
        "IKPP;;1;Ramah;;;;;;",  # a cause, no action
        "P2;;1;;;Menambah loket;Seksi;31 Mei 2025;;",
    )
    grid = Grid(tables.tindakan(hasil))
    assert grid.rows() == [
        ["1", "Rata-rata waktu pelayanan", "Membeli server", "Sekretariat", "31 Maret 2025"],
        ["1", "Rata-rata waktu pelayanan", "Melatih petugas", "–", "–"],
        ["2", "Nilai pelayanan", "Menambah loket", "Seksi", "31 Mei 2025"],
    ]
    assert "Belum tersedia: ukuran keberhasilan dan bukti." in grid.notes
    assert not any("tanpa tindakan" in note for note in grid.notes)


def test_under_the_table_stands_what_was_missed_and_has_no_action(missed: Path) -> None:
    hasil = write(missed, "WAKTU;;1;;;Melatih petugas;;;;", "P2;1;1;Hujan;;;;;;")
    notes = Grid(tables.tindakan(hasil)).notes
    assert "Belum mencapai target, tanpa tindakan di tabel ini: Nilai pelayanan." in notes
