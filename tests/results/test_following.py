"""A fact is typed once: the cell that repeats it may stay blank, and the trace says where from."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from unit_kecil import edit, set_cell

from lkjip_analysis.checks import run_checks
from lkjip_analysis.data.following import following
from lkjip_analysis.data.gaps import list_gaps
from lkjip_analysis.data.validation import load_year
from lkjip_analysis.results import compute_results, load_results

IKU, LAST = "2024/iku.csv", "2023/iku.csv"
MARKS = """urutan;komponen;bobot;nilai;predikat;kesimpulan;catatan
1;Perencanaan Kinerja;50;40,5;;;
2;Pengukuran Kinerja;50;38;;;
"""


def test_the_mark_of_the_lhe_is_its_parts_sum(unit_kecil: Path) -> None:
    set_cell(unit_kecil, IKU, 2, "realisasi", "")
    hasil = load_results(2024, unit_kecil)
    mark = hasil["iku.AKIP.realisasi"]
    assert (mark.nilai, mark.satuan, mark.dari) == (84, "nilai", ("jumlah.nilai_evaluasi",))
    assert [(cell.berkas, cell.baris) for cell in mark.masukan] == [
        ("2024/evaluasi.csv", row) for row in range(2, 6)
    ]
    assert hasil["iku.AKIP.capaian"].nilai == 105
    assert hasil["iku.AKIP.predikat"].nilai == "A"


def test_a_mark_that_lacks_a_part_says_which(unit_kecil: Path) -> None:
    set_cell(unit_kecil, IKU, 2, "realisasi", "")
    set_cell(unit_kecil, "2024/evaluasi.csv", 4, "nilai", "")
    mark = load_results(2024, unit_kecil)["iku.AKIP.realisasi"]
    assert mark.nilai is None and "2024/evaluasi.csv baris 4 kolom nilai" in mark.alasan


def test_a_mark_typed_otherwise_is_found(unit_kecil: Path) -> None:
    def told() -> list[str]:
        hasil = compute_results(load_year(2024, unit_kecil))
        return [finding.id for finding in run_checks(hasil) if finding.id == "K33"]

    assert told() == []
    set_cell(unit_kecil, IKU, 2, "realisasi", "48")
    assert told() == ["K33"]
    set_cell(unit_kecil, IKU, 2, "realisasi", "")
    assert told() == []


@pytest.mark.parametrize("kolom", ["realisasi_predikat", "kode_iku"])
def test_only_the_mark_itself_follows(unit_kecil: Path, kolom: str) -> None:
    """Neither what was given as a predikat, nor the value of another IKU."""
    set_cell(unit_kecil, IKU, 2, "realisasi", "")
    if kolom == "kode_iku":
        edit(unit_kecil, "2024/identitas.csv", "kode_iku_akip;AKIP", "kode_iku_akip;WAKTU")
    else:
        set_cell(unit_kecil, IKU, 2, kolom, "BB")
    assert load_results(2024, unit_kecil)["iku.AKIP.realisasi"].nilai != 84


def test_last_year_follows_too(unit_kecil: Path) -> None:
    set_cell(unit_kecil, LAST, 2, "realisasi", "")
    facts = (unit_kecil / "2024" / "identitas.csv").read_text(encoding="utf-8")
    (unit_kecil / "2023" / "identitas.csv").write_text(facts, encoding="utf-8")
    (unit_kecil / "2023" / "evaluasi.csv").write_text(MARKS, encoding="utf-8")
    hasil = load_results(2024, unit_kecil)
    past = hasil["iku.AKIP.riwayat.2023"]
    assert past.nilai == hasil["iku_lalu.AKIP.realisasi"].nilai == 78.5
    assert [cell.tempat for cell in past.masukan] == [
        f"2023/evaluasi.csv baris {row} kolom nilai" for row in (2, 3)
    ]


def test_years_long_past_follow_too(unit_kecil: Path) -> None:
    (unit_kecil / "2024").rename(unit_kecil / "2020")
    for name, year in (("2023", "2021"), ("2022", "2019")):
        (unit_kecil / name).rename(unit_kecil / year)
    shutil.copytree(unit_kecil / "2020", unit_kecil / "2024")
    set_cell(unit_kecil, "2020/iku.csv", 2, "realisasi", "")
    riwayat = load_results(2024, unit_kecil).iku["AKIP"].riwayat
    assert riwayat["2020"].nilai == 84 and len(riwayat["2020"].masukan) == 4
    set_cell(unit_kecil, "2020/evaluasi.csv", 3, "nilai", "dua puluh")
    assert load_results(2024, unit_kecil).iku["AKIP"].riwayat["2020"].nilai is None


def test_a_total_of_the_dpa_that_nobody_typed_is_that_of_the_programmes(unit_kecil: Path) -> None:
    set_cell(unit_kecil, "2024/identitas.csv", 25, "nilai", "")
    hasil = load_results(2024, unit_kecil)
    assert hasil["anggaran.pagu_dpa"].dari == ("anggaran.pagu",)
    assert hasil["anggaran.selisih_dpa"].nilai == 0


def test_what_follows_is_no_gap(unit_kecil: Path) -> None:
    for kolom in ("realisasi", "bukti"):
        set_cell(unit_kecil, IKU, 2, kolom, "")
    set_cell(unit_kecil, "2024/identitas.csv", 25, "nilai", "")
    year = load_year(2024, unit_kecil)
    names = {data.berkas: name for name, data in year.tables.items()}
    asked = {(names[gap.berkas], gap.baris, gap.kolom) for gap in list_gaps(year)}
    told = following(year)
    assert not asked & told.keys()
    assert {("iku", 2, "realisasi"), ("iku", 2, "bukti"), ("identitas", 25, "nilai")} < {*told}
    assert ("iku", 4, "realisasi") in told, "a composite"
    assert ("iku", 3, "realisasi") not in told


def test_pagu_is_asked_for_where_it_stood(unit_kecil: Path) -> None:
    """Below, where last year's was summed up; at the programme, where only that had one."""
    rows = range(2, 9)

    def asked() -> list[int | None]:
        for baris in rows:
            set_cell(unit_kecil, "2024/program.csv", baris, "pagu", "")
        return [g.baris for g in list_gaps(load_year(2024, unit_kecil)) if g.kolom == "pagu"]

    last = (unit_kecil / "2024" / "program.csv").read_text(encoding="utf-8")
    (unit_kecil / "2023" / "program.csv").write_text(last, encoding="utf-8")
    assert asked() == [4, 5, 8]
    (unit_kecil / "2023" / "program.csv").unlink()
    assert asked() == [None, 2, 6]
