"""The second unit: invented, contrasting, and in need of nothing but data."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest

from lkjip_analysis.checks import run_checks
from lkjip_analysis.data.facts import SECTIONS
from lkjip_analysis.data.gaps import has_compulsory_gap, list_gaps
from lkjip_analysis.data.schemas import Narasi
from lkjip_analysis.data.validation import load_year
from lkjip_analysis.formatting import round_half_up
from lkjip_analysis.paths import PROJECT
from lkjip_analysis.results import Results, compute_results

DINAS = PROJECT / "examples" / "dinas"
FILES = sorted(DINAS.rglob("*.csv"))


@pytest.fixture(scope="module")
def hasil() -> Results:
    return compute_results(load_year(2024, DINAS))


def test_its_report_is_no_draft(hasil: Results) -> None:
    gaps = list_gaps(hasil.data)
    assert not has_compulsory_gap(gaps)
    assert [(gap.berkas, gap.kolom) for gap in gaps] == [
        ("2024/indikator_program.csv", "realisasi")
    ]


def test_it_says_that_it_is_invented() -> None:
    assert "Semua nama, angka, nomor dokumen, dan kalimat di folder ini rekaan" in (
        DINAS / "README.md"
    ).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "path", [DINAS / "README.md", *FILES], ids=lambda path: f"{path.parent.name}-{path.name}"
)
def test_no_word_of_the_first_unit_is_in_it(path) -> None:  # type: ignore[no-untyped-def]
    assert not re.search(
        "kecamatan|camat|sumobito|jombang", path.read_text(encoding="utf-8"), re.IGNORECASE
    )


def test_it_has_every_file_and_every_section(hasil: Results) -> None:
    assert hasil.data.missing == ()
    assert {row.bagian for row in hasil.data[Narasi]} == set(SECTIONS)


def test_two_dialects_are_read_side_by_side(hasil: Results) -> None:
    delimiters = {name: table.delimiter for name, table in hasil.data.tables.items()}
    assert [name for name, delimiter in delimiters.items() if delimiter == ","] == [
        "program",
        "evaluasi",
        "tugas",
    ]
    assert hasil.data.history[2023].tables["iku"].delimiter == ","


FIGURES = [
    # Lower is better, T/R: 9 / 7,2 = 1,25; the mean takes it as 120.
    ("iku.KORBAN.capaian", "125"),
    ("iku.KORBAN.capaian_batas", "120"),
    ("iku.TANGGAP.capaian", "80"),
    # SKM: 30,24 / 9 = 3,36 × 25 = 84; IPP: 1,32 + 1 + 0,72 + 0,6 + 0,45 = 4,09; 42 + 40,9.
    ("iku.IKLT.komponen.ikm.nilai", "84"),
    ("iku.IKLT.komponen.ipp.nilai", "4.09"),
    ("iku.IKLT.realisasi", "82.9"),
    ("iku.IKLT.capaian", "103.625"),
    # Rated only: Tinggi is 4 on its scale.
    ("iku.KEPATUHAN.realisasi", "4"),
    ("iku.KEPATUHAN.capaian", "100"),
    ("iku.AKIP.selisih_nasional", "-1.75"),
    ("iku.KORBAN.selisih_nasional", "-2.6"),
    # (120 × 30 + 80 × 20 + 103,625 × 25 + 100 × 10 + 100,49296 × 15) / 100
    ("rata_rata.capaian_iku", "102.9802"),
    ("jumlah.nilai_evaluasi", "71.35"),
    ("anggaran.pagu", "14611500000"),
    ("anggaran.selisih_dpa", "0"),
    # 2.687.040.000 / 2.640.000.000
    ("program.2-15-04.serapan", "101.7818"),
    ("program.2-15-06.serapan", "0"),
    ("program.2-15-02.pagu", "3485000000"),
    # (120 + 80) / 2 = 100, over (3.188.289.400 + 491.130.000) / 3.980.000.000 = 92,4477
    ("sasaran.S1.efisiensi", "1.0817"),
]


@pytest.mark.parametrize(("kunci", "nilai"), FIGURES, ids=[kunci for kunci, _ in FIGURES])
def test_a_figure_computed_by_hand(hasil: Results, kunci: str, nilai: str) -> None:
    expected = Decimal(nilai)
    places = max(0, -int(expected.as_tuple().exponent))
    assert round_half_up(hasil[kunci].number, places) == expected


def test_the_course_of_the_years_goes_every_way(hasil: Results) -> None:
    changes = {
        code: hasil[f"iku.{code}.perubahan.2024"].number
        for code in ("KORBAN", "TANGGAP", "IKLT", "AKIP")
    }
    assert changes == {
        "KORBAN": Decimal("-1.9"),
        "TANGGAP": Decimal(0),
        "IKLT": Decimal("3.7"),
        "AKIP": Decimal("-0.75"),
    }
    assert [hasil[f"iku.{code}.status"].nilai for code in ("KORBAN", "TANGGAP", "KEPATUHAN")] == [
        "melebihi",
        "tidak_mencapai",
        "sesuai",
    ]


def test_only_the_intended_findings_remain_and_are_acknowledged(hasil: Results) -> None:
    findings = run_checks(hasil)
    serious = [finding for finding in findings if finding.keparahan in ("galat", "peringatan")]
    assert {finding.id for finding in serious} >= {"K03", "K05"}
    assert [finding for finding in serious if not finding.diakui] == []


def test_a_predikat_has_no_growth_in_percent(hasil: Results) -> None:
    """KEPATUHAN is rated only: its scores say an order, and 4 is no third more than 3."""
    assert hasil["iku.KEPATUHAN.perubahan.2024"].nilai == 1
    growth = hasil["iku.KEPATUHAN.pertumbuhan.2024"]
    assert (growth.nilai, growth.tampil) == (None, "–")
    assert growth.alasan.startswith("skor predikat hanya menyatakan urutan")
