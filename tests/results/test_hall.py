"""The hall: figures by key, afresh for everybody, and anew once a file changes."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from unit_kecil import SOURCE, set_cell

from lkjip_analysis.data.schemas import Iku
from lkjip_analysis.exceptions import CallError, DataError
from lkjip_analysis.results import Results, load_results


@pytest.fixture(scope="module")
def hasil() -> Results:
    return load_results(2024, SOURCE)


def test_figures_by_key(hasil: Results) -> None:
    assert hasil.tahun == 2024
    assert hasil["iku.AKIP.target"].number == 80
    assert hasil.get("iku.AKIP.target") is hasil["iku.AKIP.target"]
    with pytest.raises(KeyError):
        hasil.get("iku.AKIP.TIDAK")
    with pytest.raises(KeyError):
        hasil["iku.TIDAK.ADA"]
    assert [figure.kunci for figure in hasil] == list(hasil.figures)


def test_records_hold_whole_numbers_as_integers(hasil: Results) -> None:
    records = {record["kunci"]: record for record in hasil.as_records()}
    assert list(records) == list(hasil.figures)
    assert records["iku.AKIP.target"] == {
        "kunci": "iku.AKIP.target",
        "nilai": 80,
        "satuan": "nilai",
        "tampil": "80",
        "rumus": "dari data",
        "masukan": [{"berkas": "2024/iku.csv", "baris": 2, "kolom": "target", "nilai": "80"}],
        "dari": (),
        "alasan": "",
        "diragukan": "",
    }
    assert isinstance(records["anggaran.serapan"]["nilai"], int)  # 92,00%
    assert records["iku.AKIP.riwayat.2023"]["nilai"] == 78.5
    assert records["iku.AKIP.status"]["nilai"] == "melebihi"
    assert records["iku.WAKTU.realisasi_nasional"]["nilai"] is None


def test_nobody_alters_what_the_next_one_gets(hasil: Results) -> None:
    again = load_results(2024, SOURCE)
    assert again is not hasil
    assert again.as_records() == hasil.as_records()
    row = again.data[Iku].rows[0]
    with pytest.raises(AttributeError, match="read only"):
        row.target = 1  # type: ignore[misc, assignment]
    vars(row)["target"] = 1
    assert load_results(2024, SOURCE).data[Iku].rows[0].target == 80


def test_a_changed_cell_counts_at_once(unit_kecil: Path) -> None:
    """Though the file keeps its size and its time."""
    path = unit_kecil / "2024" / "iku.csv"
    times = path.stat()
    assert load_results(2024, unit_kecil)["iku.AKIP.realisasi"].nilai == 84
    set_cell(unit_kecil, "2024/iku.csv", 2, "realisasi", "48")
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))
    assert load_results(2024, unit_kecil)["iku.AKIP.realisasi"].nilai == 48


def test_each_year_and_folder_has_its_own(unit_kecil: Path) -> None:
    assert load_results(2024, unit_kecil).tahun == 2024
    (unit_kecil / "2023" / "identitas.csv").write_text(
        (unit_kecil / "2024" / "identitas.csv").read_text(encoding="utf-8"), encoding="utf-8"
    )
    (unit_kecil / "2023" / "sasaran.csv").write_text(
        (unit_kecil / "2024" / "sasaran.csv").read_text(encoding="utf-8"), encoding="utf-8"
    )
    hasil = load_results(2023, unit_kecil)
    assert hasil.tahun == 2023
    assert hasil["iku.AKIP.realisasi"].number * 2 == 157
    assert hasil.data.root == unit_kecil


def test_faults_are_told_each_time(unit_kecil: Path) -> None:
    set_cell(unit_kecil, "2024/iku.csv", 2, "realisasi", "BB")
    for _ in range(2):
        with pytest.raises(DataError, match="bukan bilangan"):
            load_results(2024, unit_kecil)


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(CallError, match="tidak ada"):
        load_results(2024, tmp_path / "tidak-ada")


@pytest.mark.parametrize(
    ("waktu", "ikpp", "status"),
    [
        ("15", "8,4", "melebihi"),
        ("20", "8,4", "melebihi"),  # one at its target, one beyond
        ("20", "8", "sesuai"),
        ("21", "8,4", "tidak_mencapai"),  # one short decides
        ("21", "", "tidak_mencapai"),  # whatever the other will come to
        ("20", "", None),
        ("15", "", None),
    ],
)
def test_status_of_a_sasaran(unit_kecil: Path, waktu: str, ikpp: str, status: str | None) -> None:
    """WAKTU: 20 minutes at most. IKPP: 8 at least."""
    (unit_kecil / "2024" / "komponen_iku.csv").unlink()
    set_cell(unit_kecil, "2024/iku.csv", 3, "realisasi", waktu)
    set_cell(unit_kecil, "2024/iku.csv", 4, "realisasi", ikpp)
    hasil = load_results(2024, unit_kecil)
    figure = hasil["sasaran.S2.status"]
    assert figure.nilai == status
    if status is None:
        assert figure.alasan == "belum tersedia: 2024/iku.csv baris 4 kolom realisasi"
    elif not ikpp:
        assert figure.dari == ("iku.WAKTU.status",)
    assert hasil["jumlah.sasaran_tidak_mencapai"].nilai == (status == "tidak_mencapai")
