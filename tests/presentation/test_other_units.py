"""Sentences and tables of units unlike the examples: predikat only, no history, many programmes."""

import re

from unit_kecil import copy_unit, edit, set_cell

from lkjip_analysis.checks import run_checks
from lkjip_analysis.data.gaps import list_gaps
from lkjip_analysis.presentation import narrative, tables
from lkjip_analysis.results import load_results


def opinion(root, realisasi="WTP"):
    """Make the first IKU one that is only rated, on no scale, in every year."""
    rated = {"target_predikat": "WTP", "realisasi_predikat": "WTP"}
    blank = dict.fromkeys(("skala", "target", "realisasi", "target_akhir_renstra"), "")
    for file in ("2024/iku.csv", "2023/iku.csv", "2022/iku.csv"):
        for kolom, value in (blank | rated).items():
            set_cell(root, file, 2, kolom, value)
    set_cell(root, "2024/iku.csv", 2, "realisasi_predikat", realisasi)
    edit(root, "2024/identitas.csv", "kode_iku_akip;AKIP", "kode_iku_akip;")
    return load_results(2024, root)


def test_the_predikat_aimed_at_is_reached_without_a_scale(tmp_path):
    hasil = opinion(copy_unit(tmp_path))
    assert hasil["iku.AKIP.status"].nilai == "sesuai"
    assert "tetap berpredikat WTP sejak tahun 2022" in narrative.perbandingan_tahun(hasil).markdown
    said = re.sub(r"\[(.*?)\]\{.*?\}", r"\1", narrative.ikhtisar(hasil).markdown)
    said = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", said))
    assert "WTP WTP – WTP ● tercapai" in said.replace("\u00a0", " ")
    assert tables.perbandingan_tahun(hasil).markup.count("WTP") >= 4  # target and three years
    gaps = [gap for gap in list_gaps(hasil.data) if gap.wajib]
    assert [gap.kolom for gap in gaps if gap.baris == 2] == []


def test_another_predikat_waits_for_a_scale(tmp_path):
    status = opinion(copy_unit(tmp_path), "WDP")["iku.AKIP.status"]
    assert not status.known and "skala predikat belum diisi" in status.alasan


def test_a_year_without_file_is_told_once(tmp_path):
    root = copy_unit(tmp_path)
    (root / "2022" / "iku.csv").unlink()
    markup = tables.perbandingan_tahun(load_results(2024, root)).markup
    assert markup.count("data IKU tahun 2022 tidak ada") == 1


def test_of_many_indicators_only_the_lowest_are_named(tmp_path):
    root = copy_unit(tmp_path)
    path = root / "2024" / "indikator_program.csv"
    lines = path.read_text(encoding="utf-8").splitlines()
    head = lines[0].split(";")
    for number in range(10, 40):
        row = dict.fromkeys(head, "") | {
            "kode": lines[1].split(";")[0], "urutan": str(number), "indikator": f"Layanan {number}",
            "satuan": "orang", "polaritas": "naik", "target": "100", "realisasi": str(number),
        }  # fmt: skip
        lines.append(";".join(row.values()))
    path.write_text("\n".join(lines), encoding="utf-8")
    said = narrative.capaian_program(load_results(2024, root)).markdown
    assert "; lima yang capaiannya terendah adalah Layanan 10" in said
    assert "Layanan 14" in said and "Layanan 15" not in said


def test_a_sasaran_without_programme_is_no_part_of_the_comparison(tmp_path):
    root = copy_unit(tmp_path)
    set_cell(root, "2024/program.csv", 2, "kode_sasaran", "")
    hasil = load_results(2024, root)
    said = narrative.kinerja_anggaran(hasil).markdown
    assert "serapan anggaran belum tersedia." in said and "efektif" not in said
    assert "dihitung dari 1 di antara 2 sasaran" in narrative.efisiensi(hasil).markdown
    assert "belum ada program yang ditautkan" in hasil["sasaran.S1.efisiensi"].alasan


def test_a_predikat_is_not_explained_by_itself(tmp_path):
    root = copy_unit(tmp_path)
    path = root / "skala_predikat.csv"
    path.write_text(path.read_text(encoding="utf-8").replace(";Sangat Memuaskan;", ";AA;"), "utf-8")
    set_cell(root, "2024/iku.csv", 2, "skala", "")  # no evaluator's scale: the unit's own may say
    said = narrative.capaian_iku(load_results(2024, root)).markdown
    assert "AA" in said and "(AA)" not in said


def test_the_mean_has_no_predikat_beside_the_evaluators(tmp_path):
    said = narrative.capaian_iku(load_results(2024, copy_unit(tmp_path))).markdown
    assert "predikat kinerja" not in said


def test_an_office_without_a_place_is_nobody_elses(tmp_path):
    root = copy_unit(tmp_path)
    ids = lambda: {finding.id for finding in run_checks(load_results(2024, root))}  # noqa: E731
    set_cell(root, "2024/identitas.csv", head_row(root), "nilai", "Kepala Dinas")
    assert "K95" not in ids()
    set_cell(root, "2024/identitas.csv", head_row(root), "nilai", "Camat Mekarsari")
    assert "K95" in ids()


def head_row(root):
    lines = (root / "2024" / "identitas.csv").read_text(encoding="utf-8").splitlines()
    return next(n for n, line in enumerate(lines, 1) if line.startswith("jabatan_kepala;"))
