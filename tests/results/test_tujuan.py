"""An IKU may measure a tujuan: it counts among the IKU and belongs to no sasaran."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from unit_kecil import edit, set_cell
from unit_tujuan import SASARAN, with_ipm

from lkjip_analysis.checks import run_checks
from lkjip_analysis.exceptions import DataError
from lkjip_analysis.presentation import diagrams, narrative, tables
from lkjip_analysis.results import Results, load_results

PLAIN = {"AKIP": Decimal(84) * 100 / 80, "WAKTU": Decimal(125)}


def loaded(root: Path) -> Results:
    return load_results(2024, root)


def test_it_counts_among_the_iku_and_in_no_sasaran(unit_kecil: Path) -> None:
    before = loaded(unit_kecil)
    hasil = loaded(with_ipm(unit_kecil))
    ipm = hasil.iku["IPM"]
    assert round(ipm.capaian.number, 6) == Decimal("102.857143")
    assert (ipm.tujuan, ipm.sasaran) == (
        "Meningkatkan akuntabilitas",
        "Tujuan: Meningkatkan akuntabilitas",
    )
    assert hasil.jumlah.iku.nilai == 4
    assert hasil.jumlah.iku_status["melebihi"].nilai == (
        before.jumlah.iku_status["melebihi"].number + 1
    )
    assert "iku.IPM.capaian_batas" in hasil.rata_rata.capaian_iku.dari
    for code in ("S1", "S2"):
        assert hasil.sasaran[code].capaian.nilai == before.sasaran[code].capaian.nilai
        assert "IPM" not in [iku.kode for iku in hasil.sasaran[code].iku]
    assert hasil.sasaran["S1"].capaian.nilai == PLAIN["AKIP"]
    assert hasil.rata_rata.capaian_sasaran.nilai == before.rata_rata.capaian_sasaran.nilai


@pytest.mark.parametrize(
    ("tujuan", "order"),
    [("T1", ["IPM", "AKIP", "WAKTU", "IKPP"]), ("T2", ["AKIP", "IPM", "WAKTU", "IKPP"])],
)
def test_it_stands_before_those_of_its_sasaran(
    unit_kecil: Path, tujuan: str, order: list[str]
) -> None:
    hasil = loaded(with_ipm(unit_kecil, tujuan))
    assert [iku.kode for iku in hasil.iku] == order
    assert [iku.kode for iku in hasil.iku if iku.begins] == list(
        dict.fromkeys([*order[: order.index("WAKTU")], "WAKTU"])
    )
    shown = [goal.kode for goal in hasil.sasaran if goal.iku_tujuan]
    assert shown == ["S1" if tujuan == "T1" else "S2"]


def test_of_several_sasaran_of_a_tujuan_it_is_told_once(unit_kecil: Path) -> None:
    root = with_ipm(unit_kecil)
    (root / "2024" / "sasaran.csv").write_text(
        SASARAN.replace(";T2", ";T1").replace(
            "S2;Meningkatkan pelayanan", "S2;Meningkatkan akuntabilitas"
        ),
        encoding="utf-8",
    )
    hasil = loaded(root)
    assert [len(goal.iku_tujuan) for goal in hasil.sasaran] == [1, 0]
    table = tables.kinerja_anggaran_sasaran(hasil).markup
    assert table.count("Tujuan: Meningkatkan akuntabilitas") == 1
    alt = diagrams.cascading(hasil).alt
    assert alt.count("Indeks Pembangunan Manusia") == 1 and "Penjenjangan 1 tujuan" in alt


def test_two_tujuan_and_two_iku_of_one(unit_kecil: Path) -> None:
    root = with_ipm(with_ipm(unit_kecil), "T2", nama="Angka Kemiskinan", polaritas="turun",
                    satuan="persen", target="10", realisasi="8", akhir="7")  # fmt: skip
    edit(root, "2024/iku.csv", "IPM;T2", "MISKIN;T2")
    with_ipm(root, "T2", nama="Indeks Gini", target="0,4", realisasi="0,4", akhir="0,3")
    edit(root, "2024/iku.csv", "IPM;T2", "GINI;T2")
    hasil = loaded(root)
    order = ["IPM", "AKIP", "MISKIN", "GINI", "WAKTU", "IKPP"]
    assert [iku.kode for iku in hasil.iku] == order
    assert hasil.iku["MISKIN"].capaian.nilai == 120  # (2 × 10 - 8) ÷ 10
    told = narrative.jumlah_sasaran(hasil).markdown
    assert "enam Indikator Kinerja Utama (IKU), tiga di antaranya mengukur tujuan" in told
    assert "Meningkatkan akuntabilitas, diukur dengan Indeks Pembangunan Manusia;" in told
    assert "Meningkatkan pelayanan, diukur dengan Angka Kemiskinan dan Indeks Gini." in told


def test_lower_is_better_and_missed(unit_kecil: Path) -> None:
    root = with_ipm(unit_kecil, polaritas="turun", nama="Angka Kemiskinan", realisasi="84")
    hasil = loaded(root)
    ipm = hasil.iku["IPM"]
    assert (ipm.capaian.nilai, ipm.status.nilai) == (80, "tidak_mencapai")  # (140 - 84) ÷ 70
    assert hasil.sasaran["S1"].status.nilai == "melebihi"
    assert [f.sel[0].nilai for f in run_checks(hasil) if f.id == "K77"] == ["84"]


def test_nobody_need_be_assigned_to_it(unit_kecil: Path) -> None:
    """The staff is that of its sasaran; another IKU without a row is found as ever."""
    said = "IKU IPM tidak mempunyai baris pegawai"
    assert said not in [f.pesan for f in run_checks(loaded(with_ipm(unit_kecil)))]
    edit(unit_kecil, "2024/iku.csv", "IPM;T1", "IPM;S1")
    assert said in [f.pesan for f in run_checks(loaded(unit_kecil))]


def test_tables_name_the_tujuan(unit_kecil: Path) -> None:
    hasil = loaded(with_ipm(unit_kecil))
    for table in (tables.perjanjian_sasaran, tables.iku, tables.capaian_iku,
                  tables.kinerja_anggaran_sasaran, tables.perbandingan_tahun,
                  tables.kemajuan_renstra):  # fmt: skip
        shown = table(hasil).markup
        at = shown.index("Tujuan: Meningkatkan akuntabilitas")
        assert at < shown.index("Indeks Pembangunan Manusia", at) < shown.index("Nilai AKIP", at)
    money = tables.kinerja_anggaran_sasaran(hasil).markup
    assert "– pada 4 sel: anggaran dihitung per sasaran, bukan per tujuan." in money
    assert "Untuk mencapai tujuan dan dua sasaran strategis dengan empat indikator" in (
        narrative.anggaran(hasil).markdown
    )


def test_a_unit_without_such_iku_says_nothing_of_them(unit_kecil: Path) -> None:
    hasil = loaded(unit_kecil)
    assert "mengukur tujuan" not in narrative.jumlah_sasaran(hasil).markdown
    assert "tujuan dan" not in narrative.anggaran(hasil).markdown
    assert "Tujuan:" not in tables.kinerja_anggaran_sasaran(hasil).markup


def test_only_iku_of_tujuan(unit_kecil: Path) -> None:
    """The report is made; that each sasaran needs an IKU of its own is found."""
    root = with_ipm(unit_kecil)
    lines = (root / "2024" / "iku.csv").read_text(encoding="utf-8").splitlines()
    (root / "2024" / "iku.csv").write_text("\n".join([lines[0], lines[-1]]) + "\n")
    for name in ("komponen_iku", "sdm", "narasi", "sebab_tindakan"):
        (root / "2024" / f"{name}.csv").unlink(missing_ok=True)
    hasil = loaded(root)
    assert hasil.rata_rata.capaian_iku.nilai == hasil.iku["IPM"].capaian.nilai
    assert hasil.sasaran["S1"].status.alasan == "sasaran ini belum mempunyai IKU"
    found = {f.id: f for f in run_checks(hasil)}
    assert found["K20"].sel[0].nilai in ("S1", "S2")
    assert "Tujuan: Meningkatkan akuntabilitas" in tables.perjanjian_sasaran(hasil).markup
    alt = diagrams.cascading(hasil).alt
    assert "Tujuan Meningkatkan akuntabilitas diukur dengan IKU Indeks Pembangunan Manusia" in alt


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("pelayanan;T2", "pelayanan;T1", "baris 3, kolom kode_tujuan: kode ini sudah dipakai"),
        ("pelayanan;T2", "pelayanan;S1", "baris 3, kolom kode_tujuan: kode ini sudah dipakai"),
        (
            "S2;Meningkatkan pelayanan;Meningkatnya kualitas pelayanan;T2",
            "S2;meningkatkan  Akuntabilitas;Meningkatnya kualitas pelayanan;",
            "baris 3, kolom kode_tujuan: tujuan ini berkode T1 di baris 2",
        ),
        ("kinerja;T1", "kinerja;", r"iku.csv, baris 5, kolom kode_sasaran: kode tidak ada di"),
    ],
)
def test_codes_that_cannot_be(unit_kecil: Path, old: str, new: str, told: str) -> None:
    root = with_ipm(unit_kecil)
    edit(root, "2024/sasaran.csv", old, new)
    with pytest.raises(DataError, match=told):
        loaded(root)


def test_a_programme_serves_a_sasaran_not_a_tujuan(unit_kecil: Path) -> None:
    root = with_ipm(unit_kecil)
    set_cell(root, "2024/program.csv", 2, "kode_sasaran", "T1")
    with pytest.raises(DataError, match=r"program.csv, baris 2, kolom kode_sasaran: kode tidak"):
        loaded(root)
