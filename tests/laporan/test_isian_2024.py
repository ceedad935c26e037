"""What was typed in for 2024: complete but for what is known, in our files' form, all asked."""

from __future__ import annotations

from pathlib import Path

import pytest

from lkjip_analysis.assessment.compliance_items import EXISTENCE, REVIEW, USE
from lkjip_analysis.data.gaps import group_gaps, has_compulsory_gap, list_gaps
from lkjip_analysis.data.reading import YearData, read_table
from lkjip_analysis.data.schemas import TABLES, PenilaianMandiri
from lkjip_analysis.data.validation import load_year
from lkjip_analysis.data.writing import csv_bytes
from lkjip_analysis.paths import DATA

FILES = [path for tahun in (2022, 2023, 2024) for path in sorted((DATA / str(tahun)).glob("*.csv"))]


@pytest.fixture(scope="module")
def year() -> YearData:
    return load_year(2024, DATA)


def test_the_report_is_no_draft(year: YearData) -> None:
    gaps = list_gaps(year)
    assert not has_compulsory_gap(gaps)
    assert [gap.as_text() for gap in group_gaps(gaps)] == [
        "2024/identitas.csv, baris 9, kolom nilai: pangkat_kepala belum diisi: "
        "pangkat kepala unit (pilihan)",
        "2024/identitas.csv, baris 11, kolom nilai: alamat belum diisi: alamat unit (pilihan)",
        "2024/identitas.csv, baris 12, kolom nilai: situs belum diisi: situs web atau surel unit, "
        "dicetak sebagai teks (pilihan)",
        "2024/identitas.csv, baris 30, kolom nilai: tautan_publikasi belum diisi: "
        "alamat publikasi laporan, dicetak sebagai teks (pilihan)",
        "2024/iku.csv, baris 3, kolom bukti: dokumen bukti realisasi IKU belum diisi (pilihan)",
        "2024/program.csv, kolom pagu: pagu 29 kegiatan dan subkegiatan belum tersedia (pilihan)",
        "2024/program.csv, kolom kode_sasaran: program belum ditautkan ke sasaran strategis "
        "pada 4 baris: 31, 35, 38, 41 (pilihan)",
        "2024/indikator_program.csv, kolom target: target indikator program/kegiatan/subkegiatan "
        "tidak diterbitkan pada 40 baris: 3-28, 30-31, 34-37, 39-40, 42-43, 45-48 (pilihan)",
        "2024/evaluasi.csv, baris 4, kolom kesimpulan: kesimpulan evaluator belum diisi (pilihan)",
        "2024/tindak_lanjut.csv, kolom bukti: bukti tindak lanjut belum diisi "
        "pada 11 baris: 2-10, 12-13 (pilihan)",
    ]


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_the_files_have_the_form_we_write(path: Path) -> None:
    """Written again from its cells, a file of ours is the same to the byte."""
    data, problems = read_table(path, TABLES[path.stem], path.name)
    assert problems == []
    rows = [[row.cell(name).nilai for name in data.header] for row in data]
    assert csv_bytes(data.header, rows, data.delimiter) == path.read_bytes()


def test_people_are_asked_what_only_they_know(year: YearData) -> None:
    asked = [row.id for row in year[PenilaianMandiri]]
    not_computed = [question for question, parts in REVIEW if not parts] + [*EXISTENCE[1:5], *USE]
    assert asked == ["R22", "R23", "R24", *(question.id for question in not_computed)]
