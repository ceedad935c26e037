"""Rows as they are told: IKU under their sasaran, names without the word of their level."""

from unit_kecil import copy_unit, edit

from lkjip_analysis.data.schemas import Iku, Narasi, Program
from lkjip_analysis.data.validation import load_year


def test_iku_of_one_sasaran_stand_together(tmp_path):
    root = copy_unit(tmp_path)
    path = root / "2024" / "iku.csv"
    head, akip, *others = path.read_text(encoding="utf-8").splitlines()
    more = akip.replace("AKIP;S1;Nilai AKIP", "LAIN;S1;Nilai lain")
    path.write_text("\n".join([head, *others, akip, others[0].replace("WAKTU", "TUNGGU"), more]))
    year = load_year(2024, root)
    assert [row.kode_iku for row in year[Iku]] == ["AKIP", "LAIN", "WAKTU", "IKPP", "TUNGGU"]
    assert [row.line for row in year[Iku]] == [4, 6, 2, 3, 5]  # the rows of the file
    assert year[Iku].rows[1].cell("kode_iku").nilai == "LAIN"


def test_paragraphs_stand_in_their_order(tmp_path):
    root = copy_unit(tmp_path)
    told = [(row.bagian, row.urutan) for row in load_year(2024, root)[Narasi]]
    path = root / "2024" / "narasi.csv"
    head, *rows = path.read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join([head, *reversed(rows)]), encoding="utf-8")
    assert [(row.bagian, row.urutan) for row in load_year(2024, root)[Narasi]] == told
    assert [n for part, n in told if part == told[0][0]] == sorted(
        n for part, n in told if part == told[0][0]
    )


def test_a_level_is_named_once(tmp_path):
    root = copy_unit(tmp_path)
    edit(root, "2024/program.csv", "m;Penunjang Urusan;", "m;PROGRAM  Penunjang Urusan;")
    edit(root, "2024/program.csv", ";Administrasi Keuangan;", ";Kegiatan: Administrasi Keuangan;")
    year = load_year(2024, root)
    assert [row.nama for row in year[Program]][:2] == ["Penunjang Urusan", "Administrasi Keuangan"]
    assert year[Program].rows[0].cell("nama").nilai == "PROGRAM  Penunjang Urusan"


def test_number_and_date_of_the_lhe_are_typed_once(tmp_path):
    root = copy_unit(tmp_path)
    year = load_year(2024, root)
    typed = {row.kode_iku: row.bukti for row in year[Iku]}
    rows = (root / "2024" / "iku.csv").read_text(encoding="utf-8")
    (root / "2024" / "iku.csv").write_text(
        rows.replace(f";{typed['AKIP']};", ";;").replace(f";{typed['WAKTU']};", ";;")
    )
    proof = {row.kode_iku: row.bukti for row in load_year(2024, root)[Iku]}
    assert proof == typed | {"AKIP": "LHE Nomor 700/1/2024 tanggal 1 Agustus 2024", "WAKTU": ""}
