"""Causes, obstacles and actions in print: told, not told, and told by an acknowledgement."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest
from table_grid import Grid
from unit_kecil import SOURCE, set_cell

from lkjip_analysis.checks import run_checks
from lkjip_analysis.checks.acknowledgement import as_row
from lkjip_analysis.checks.findings import Acknowledgement
from lkjip_analysis.data.schemas import Pengakuan
from lkjip_analysis.presentation import narrative, tables
from lkjip_analysis.presentation.output import TableOutput
from lkjip_analysis.results import Results, load_results

ACTIONS = "2024/sebab_tindakan.csv"
SHORT = "▼\u00a0belum tercapai"


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


def sheet(hasil: Results, kode: str) -> dict[str, str]:
    """Read the sheet of an IKU: what it says of each element."""
    part = next(part for part in narrative.lembar_kinerja(hasil)
                if isinstance(part, TableOutput) and part.name == f"lembar-{kode}")  # fmt: skip
    return {str(row[0]): str(row[1]) for row in Grid(part).rows()}


def missed_items(hasil: Results) -> list[list[str]]:
    """Read the rows of the indicators of programmes that fell short."""
    *_, last = narrative.lembar_kinerja(hasil)
    return Grid(last).rows() if isinstance(last, TableOutput) else []


def test_what_is_not_told_is_said(missed: Path) -> None:
    hasil = write(missed)
    assert sheet(hasil, "WAKTU")["Sebab belum tercapai"] == "belum dijelaskan"
    assert sheet(hasil, "AKIP")["Pendorong"] == "belum dijelaskan tersendiri"
    assert "Tindakan untuk Rata-rata waktu pelayanan belum ditetapkan." in said(hasil)
    ((name, reached, why, step),) = missed_items(hasil)
    assert (name, why, step) == ("Nilai pelayanan", "belum dijelaskan", "belum ditetapkan")
    assert reached.startswith("79 dari target 80, capaian 98,75%")


def said(hasil: Results) -> str:
    """Read the conclusions on the sasaran without their marks."""
    return re.sub(r"\[(.*?)\]\{.*?\}", r"\1", narrative.lembar_kinerja(hasil).markdown)


def test_what_is_told_is_printed_with_its_indicator(missed: Path) -> None:
    hasil = write(
        missed,
        "WAKTU;;1;Data terlambat.;Jaringan putus;Membeli server;;;;",
        "WAKTU;;2;Petugas berganti;;;;;;",
        "P2;1;1;Hujan;Angin;Menunggu;Seksi;;5 hari;",
    )
    told = sheet(hasil, "WAKTU")
    assert told["Sebab belum tercapai"] == "Data terlambat; Petugas berganti"
    assert told["Hambatan"] == "Jaringan putus"
    ((_, _, why, step),) = missed_items(hasil)
    assert why.replace("Hujan", "Hujan ").split() == ["Hujan", "Hambatan:", "Angin"]
    assert step == "Menunggu (Seksi; 5 hari; batas waktu belum disebut)"


@pytest.mark.parametrize("where", ["ikhtisar", "lembar_kinerja", "kesimpulan"])
def test_what_was_missed_and_why_stands_once_in_each_of_three_places(
    missed: Path, where: str
) -> None:
    hasil = write(
        missed,
        "WAKTU;;1;Data terlambat;;Membeli server;Bagian Umum;2025-03-31;;",
        "P2;1;1;Hujan;;Menunggu;Seksi Satu;2025-06-30;;",
    )
    words = getattr(narrative, where)(hasil).markdown
    if where == "kesimpulan":  # the table of the actions closes the chapter
        words += tables.tindakan(hasil).markup
    for one in ("Data terlambat", "Membeli server", "Bagian Umum", "31 Maret 2025", "Hujan",
                "Menunggu", "Seksi Satu", "30 Juni 2025"):  # fmt: skip
        assert words.count(one) == 1, one


def test_a_fall_is_told_where_last_years_indicator_is_the_same(missed: Path) -> None:
    """The name of the unit may stand in the indicator's name, or not; another unit may not."""
    with (missed / "2023" / "program.csv").open("a", encoding="utf-8") as file:
        file.write("P2;;program;Pelayanan;;;;;;\n")
    was = missed / "2023" / "indikator_program.csv"
    before = "P2;1;Nilai pelayanan Dinas Contoh;nilai;naik;;80;81,5"
    head = "kode;urutan;indikator;satuan;polaritas;formula;target;realisasi"
    was.write_text(f"{head}\n{before}\n", encoding="utf-8")
    ((_, reached, _, _),) = missed_items(load_results(2024, missed))
    assert "turun dari 81,5 pada tahun 2023" in reached and reached.endswith("belum tercapai")
    other = before.replace(";nilai;", ";indeks;")
    was.write_text(f"{head}\n{other}\n", encoding="utf-8")
    ((_, reached, _, _),) = missed_items(load_results(2024, missed))
    assert "2023" not in reached


def test_a_cause_of_success_is_printed_too() -> None:
    assert sheet(load_results(2024, SOURCE), "WAKTU")["Pendorong"] == "Loket ditambah"


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
    assert sheet(hasil, "WAKTU")["Sebab belum tercapai"] == told
    assert missed_items(hasil)[0][2] == "belum dijelaskan"  # without a sentence nothing is told


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
        [
            "1",
            f"Rata-rata waktu pelayanan{SHORT}",
            "Membeli server",
            "Sekretariat",
            "31 Maret 2025",
        ],
        ["1", f"Rata-rata waktu pelayanan{SHORT}", "Melatih petugas", "–", "–"],
        ["2", f"Nilai pelayanan{SHORT}", "Menambah loket", "Seksi", "31 Mei 2025"],
    ]
    assert "Belum tersedia: ukuran keberhasilan dan bukti." in grid.notes
    assert not any("tanpa tindakan" in note for note in grid.notes)


def test_under_the_table_stands_what_was_missed_and_has_no_action(missed: Path) -> None:
    hasil = write(missed, "WAKTU;;1;;;Melatih petugas;;;;", "P2;1;1;Hujan;;;;;;")
    notes = Grid(tables.tindakan(hasil)).notes
    assert "Belum mencapai target, tanpa tindakan di tabel ini: Nilai pelayanan." in notes
