"""The fifth status: indicators whose target nobody published are neither reached nor missed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from unit_kecil import edit

from lkjip_analysis.data.gaps import list_gaps
from lkjip_analysis.presentation import narrative, tables
from lkjip_analysis.presentation.output import TextOutput
from lkjip_analysis.results import Results, load_results

INDICATORS = "2024/indikator_program.csv"
OLD_HEAD = "target;realisasi;keterangan"
NEW_HEAD = "target;realisasi;capaian_dilaporkan;keterangan"
WHY = "target tidak diterbitkan"


@pytest.fixture
def hasil(unit_kecil: Path) -> Results:
    """The unit with a column more, and three of its eight indicators without a target."""
    edit(unit_kecil, INDICATORS, OLD_HEAD, NEW_HEAD)
    edit(unit_kecil, INDICATORS, "100%;100%;", "100%;100%;;")
    edit(unit_kecil, INDICATORS, "naik;;100;98;", "naik;;100;98;;")
    edit(unit_kecil, INDICATORS, "naik;;14;14;", "naik;;;14;100%;")  # reported in its place
    edit(unit_kecil, INDICATORS, "naik;;4;3;", "naik;;;3;;Target tidak ditetapkan")  # only said
    edit(unit_kecil, INDICATORS, "turun;;4;1;", "turun;;4;1;;")
    edit(unit_kecil, INDICATORS, "naik;;80;88;", "naik;;80;88;;")
    edit(unit_kecil, INDICATORS, "100;;Rekap", "100;;;Rekap")
    edit(unit_kecil, INDICATORS, "naik;;12;12;", "naik;;;12;70;")  # reported as missed
    return load_results(2024, unit_kecil)


def test_it_has_a_status_of_its_own_and_no_capaian(hasil: Results) -> None:
    for codes in (("P1.K1.S1", 1), ("P1.K1.S2", 1), ("P2.K1.S1", 1)):
        one = hasil.indikator[codes]
        assert one.status.nilai == "target_tidak_diterbitkan"
        assert not one.capaian.known
        assert one.capaian.alasan == one.target.alasan == WHY
    assert hasil.indikator["P1.K1", 1].status.nilai == "tidak_mencapai"
    assert hasil.indikator["P2.K1", 1].status.nilai is None  # belum tersedia
    reported = [hasil.indikator[c, 1].capaian_dilaporkan.decimal for c in ("P1.K1.S1", "P2.K1.S1")]
    assert reported == [100, 70]


def test_it_counts_in_no_total_and_enters_no_mean(hasil: Results) -> None:
    counts = hasil.jumlah
    assert counts.indikator_program.number == 8
    assert counts.indikator_program_tanpa_target.number == 3
    assert counts.indikator_program_dinilai.number == 4
    assert counts.indikator_program_tercapai.number == 3  # P1, P1.K1.S2 number 2, P2
    assert counts.indikator_program_tidak_tercapai.number == 1
    assert counts.indikator_program_tanpa_capaian.number == 1
    assert hasil.rata_rata.capaian_tingkat["subkegiatan"].number == 175  # the one that has a target
    assert hasil.program["P1.K1.S1"].capaian.alasan == WHY
    assert hasil.program["P2.K1.S1"].dukungan.nilai is None  # nor is its support judged by it


def test_the_tables_print_what_was_reported_with_its_mark(hasil: Results) -> None:
    for made in (tables.capaian_program(hasil), tables.program_pendukung(hasil)):
        assert made.markup.count("†") == 3  # two cells and the note
        assert f"† sebagaimana dilaporkan; {WHY} sehingga tidak dapat dihitung ulang" in made.markup
        assert f"{WHY}." in made.markup
    assert f"tidak dinilai karena {WHY}" in tables.program_pendukung(hasil).markup


def plain(said: TextOutput) -> str:
    """Give a text without its marks."""
    return re.sub(r"\[([^]]*)\]\{[^}]*\}|<[^>]+>", r"\1", said.markdown)


def test_the_sentences_say_of_how_many(hasil: Results) -> None:
    said = plain(narrative.capaian_program(hasil))
    assert "Sebanyak 3 dari 8 indikator program, kegiatan, dan subkegiatan tidak dapat" in said
    assert "dinilai, sebab targetnya tidak diterbitkan." in said
    assert (
        "Dari lima indikator lain, tiga mencapai atau melampaui target, satu belum mencapai "
        "target, dan satu belum dapat dinilai."
    ) in said
    # of the programmes' own two indicators both are judged, and both are reached
    assert "Kedua indikator program mencapai" in plain(narrative.ikhtisar(hasil))
    assert "2 dari 2" in plain(narrative.kartu_kinerja(hasil))


def test_a_target_that_was_forgotten_is_still_a_gap(hasil: Results, unit_kecil: Path) -> None:
    gaps = {(g.baris, g.kolom): g for g in list_gaps(hasil.data) if g.berkas == INDICATORS}
    for row in (4, 5, 9):
        assert not gaps[row, "target"].wajib
        assert gaps[row, "target"].apa.endswith("tidak diterbitkan")
    edit(unit_kecil, INDICATORS, "naik;;80;88;;", "naik;;;88;;")
    forgotten = load_results(2024, unit_kecil)
    assert forgotten.indikator["P2", 1].status.nilai is None
    wajib = [g.baris for g in list_gaps(forgotten.data) if g.berkas == INDICATORS and g.wajib]
    assert wajib == [7]


def test_where_none_can_be_judged_the_mean_says_why(hasil: Results, unit_kecil: Path) -> None:
    edit(unit_kecil, INDICATORS, "turun;;4;1;;", "turun;;;1;100;")
    mean = load_results(2024, unit_kecil).rata_rata.capaian_tingkat["subkegiatan"]
    assert (mean.nilai, mean.alasan) == (None, WHY)
