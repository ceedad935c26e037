"""IKU that are rated, not measured (Opini BPK, predikat), and years measured by this one's rules.

Opini WTP, WDP, TMP with scores 4, 3, 1; the unit aims at WTP.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from unit_kecil import edit, set_cell

from lkjip_analysis.results import Results, load_results

IKU, LAST = "2024/iku.csv", "2023/iku.csv"


def rated(root: Path, realisasi: str, scores: tuple[str, str, str] = ("4", "3", "1")) -> Results:
    """Make AKIP an indicator that has only predikat."""
    scale = root / "skala_predikat.csv"
    rows = zip(("WTP", "WDP", "TMP"), scores, ("wajar", "dengan pengecualian", "-"), strict=True)
    text = "".join(
        f"opini;{n};{kategori};;;atas;{skor};{arti};\n"
        for n, (kategori, skor, arti) in enumerate(rows, 1)
    )
    scale.write_text(scale.read_text(encoding="utf-8") + text, encoding="utf-8")
    for kolom, value in (("skala", "opini"), ("target", ""), ("target_predikat", "WTP"),
                         ("realisasi", ""), ("realisasi_predikat", realisasi)):  # fmt: skip
        set_cell(root, IKU, 2, kolom, value)
    return load_results(2024, root)


def test_a_predikat_counts_by_its_score(unit_kecil: Path) -> None:
    hasil = rated(unit_kecil, "WDP")
    letter, score = hasil["iku.AKIP.realisasi_predikat"], hasil["iku.AKIP.realisasi"]
    assert (letter.nilai, letter.satuan, letter.rumus) == ("WDP", "predikat", "dari data")
    assert [(c.kolom, c.nilai) for c in letter.masukan] == [("realisasi_predikat", "WDP")]
    assert (score.nilai, score.satuan, score.tampil) == (3, "skor", "3")
    assert score.rumus == "skor predikat pada skala opini"
    assert score.dari == ("iku.AKIP.realisasi_predikat",)
    assert hasil["iku.AKIP.target"].nilai == 4
    assert hasil["iku.AKIP.capaian"].nilai == 75
    status = hasil["iku.AKIP.status"]
    assert (status.nilai, status.rumus) == (
        "tidak_mencapai",
        "realisasi dibandingkan dengan target",
    )


def test_a_predikat_is_not_read_off_the_scale_again(unit_kecil: Path) -> None:
    """The opinion is the data; a class of its score would be another one."""
    hasil = rated(unit_kecil, "WDP")
    assert hasil.get("iku.AKIP.predikat") is None
    assert hasil.get("iku.AKIP.interpretasi") is None


@pytest.mark.parametrize(("realisasi", "status"), [("WTP", "sesuai"), ("TMP", "tidak_mencapai")])
def test_without_scores_the_order_of_the_classes_decides(
    unit_kecil: Path, realisasi: str, status: str
) -> None:
    hasil = rated(unit_kecil, realisasi, ("", "", ""))
    figure = hasil["iku.AKIP.status"]
    assert (figure.nilai, figure.satuan) == (status, "status")
    assert figure.rumus == "predikat dibandingkan menurut urutan kelas pada skala opini"
    assert figure.dari == ("iku.AKIP.target_predikat", "iku.AKIP.realisasi_predikat")
    assert hasil["iku.AKIP.capaian"].alasan == "predikat WTP tidak punya skor pada skala"


def test_one_class_without_a_score_is_enough_to_judge_by_order(unit_kecil: Path) -> None:
    """WTP counts 4, WDP nothing: there is no percentage, but it is plainly less."""
    hasil = rated(unit_kecil, "WDP", ("4", "", ""))
    assert hasil["iku.AKIP.target"].nilai == 4
    assert hasil["iku.AKIP.capaian"].alasan == "predikat WDP tidak punya skor pada skala"
    assert hasil["iku.AKIP.status"].nilai == "tidak_mencapai"


def test_without_a_scale_only_the_predikat_itself_is_met(unit_kecil: Path) -> None:
    rated(unit_kecil, "WTP")
    set_cell(unit_kecil, IKU, 2, "skala", "")
    hasil = load_results(2024, unit_kecil)
    figure = hasil["iku.AKIP.status"]
    assert (figure.nilai, figure.rumus) == (
        "sesuai",
        "predikat dibandingkan dengan yang ditargetkan",
    )
    assert hasil["iku.AKIP.target"].rumus == "skor predikat"
    set_cell(unit_kecil, IKU, 2, "realisasi_predikat", "WDP")
    figure = load_results(2024, unit_kecil)["iku.AKIP.status"]
    assert figure.alasan == "skala predikat belum diisi pada kolom skala"


def test_a_value_and_a_predikat_side_by_side(unit_kecil: Path) -> None:
    """The value decides, and its class is read off the scale; the predikat aimed at is kept."""
    set_cell(unit_kecil, IKU, 2, "realisasi_predikat", "BB")
    hasil = load_results(2024, unit_kecil)
    assert hasil["iku.AKIP.realisasi"].nilai == 84
    assert hasil["iku.AKIP.predikat"].nilai == "A"
    assert hasil.get("iku.AKIP.realisasi_predikat") is None


def test_a_year_before_that_has_only_the_predikat(unit_kecil: Path) -> None:
    """The scale of this year's row counts where the old row names none."""
    rated(unit_kecil, "WDP")
    for kolom, value in (("target", ""), ("target_predikat", "WTP"),
                         ("realisasi", ""), ("realisasi_predikat", "TMP")):  # fmt: skip
        set_cell(unit_kecil, LAST, 2, kolom, value)
    hasil = load_results(2024, unit_kecil)
    past = hasil["iku.AKIP.riwayat.2023"]
    assert (past.nilai, past.satuan) == (1, "skor")
    letter = hasil["iku.AKIP.riwayat.2023_predikat"]
    assert letter.nilai == "TMP"
    assert [c.berkas for c in letter.masukan] == ["2023/iku.csv"]
    assert hasil["iku.AKIP.perubahan.2024"].nilai == 2


def test_last_year_is_measured_by_this_years_rules(unit_kecil: Path) -> None:
    """WAKTU of 2023: 25 ÷ 18, and as the folder has no identitas.csv, capped as this year's."""
    edit(unit_kecil, "2024/identitas.csv", "(2T-R)/T", "T/R")
    edit(unit_kecil, "2024/identitas.csv", "batas_capaian;tanpa_batas", "batas_capaian;0_120")
    hasil = load_results(2024, unit_kecil)
    past = hasil["iku_lalu.WAKTU.capaian"]
    assert (past.tampil, past.rumus) == ("138,89%", "target ÷ realisasi × 100")
    assert hasil["iku_lalu.WAKTU.capaian_batas"].nilai == 120
    progress = hasil["iku_lalu.WAKTU.kemajuan"]
    assert (progress.tampil, progress.rumus) == ("88,89%", "target akhir Renstra ÷ realisasi × 100")


def test_last_year_keeps_the_rules_it_states_itself(unit_kecil: Path) -> None:
    """A year before with its own identitas.csv was measured by that."""
    (unit_kecil / "2023" / "identitas.csv").write_text(
        (unit_kecil / "2024" / "identitas.csv").read_text(encoding="utf-8"), encoding="utf-8"
    )
    edit(unit_kecil, "2024/identitas.csv", "(2T-R)/T", "T/R")
    hasil = load_results(2024, unit_kecil)
    assert hasil["iku_lalu.WAKTU.capaian"].nilai == 128  # (2 × 25 - 18) ÷ 25


def test_no_year_before_no_comparison(unit_kecil: Path) -> None:
    for path in (unit_kecil / "2023").iterdir():
        path.unlink()
    (unit_kecil / "2023").rmdir()
    keys = {figure.kunci for figure in load_results(2024, unit_kecil)}
    assert not [key for key in keys if "_lalu" in key or key.startswith("perubahan.")]


@pytest.mark.parametrize(
    ("table", "rows", "gone", "kept"),
    [
        ("iku", (2, 3), "perubahan.capaian_iku", "perubahan.serapan"),
        ("indikator_program", (2, 7), "perubahan.capaian_program", "perubahan.capaian_iku"),
        ("program", (4, 5, 8), "perubahan.serapan", "perubahan.capaian_program"),
    ],
)
def test_last_year_stands_only_beside_this_year(
    unit_kecil: Path, table: str, rows: tuple[int, ...], gone: str, kept: str
) -> None:
    """What this year has not got must not be read as last year's."""
    for baris in rows:
        set_cell(unit_kecil, f"2024/{table}.csv", baris, "realisasi", "")
    for name in ("komponen_iku", "evaluasi") if table == "iku" else ():  # its IKU follow from these
        (unit_kecil / "2024" / f"{name}.csv").unlink()
    keys = {figure.kunci for figure in load_results(2024, unit_kecil)}
    assert gone not in keys
    assert kept in keys
    assert ("rata_rata_lalu." + gone.removeprefix("perubahan.")) not in keys


def test_a_score_is_not_taken_from_a_value(unit_kecil: Path) -> None:
    """84 of this year and the 3 that WDP counted last year say nothing of each other."""
    rated(unit_kecil, "WDP")
    for kolom, value in (("realisasi", "84"), ("realisasi_predikat", ""),
                         ("target", "80"), ("target_predikat", "")):  # fmt: skip
        set_cell(unit_kecil, IKU, 2, kolom, value)
    for kolom, value in (("realisasi", ""), ("realisasi_predikat", "WDP"), ("skala", "opini")):
        set_cell(unit_kecil, LAST, 2, kolom, value)
    hasil = load_results(2024, unit_kecil)
    assert hasil["iku.AKIP.riwayat.2023"].nilai == 3
    for name in ("iku.AKIP.perubahan.2024", "iku.AKIP.perubahan.2023", "iku_lalu.AKIP.kemajuan",
                 "iku_lalu.AKIP.capaian"):  # fmt: skip
        figure = hasil[name]
        assert not figure.known, name
        assert figure.alasan == "skor predikat dan angka bersatuan nilai tidak dapat dibandingkan"
    assert hasil["iku.AKIP.capaian"].nilai == 105


def test_a_predikat_does_not_reach_a_target_that_is_a_value(unit_kecil: Path) -> None:
    rated(unit_kecil, "WDP")
    set_cell(unit_kecil, IKU, 2, "target_predikat", "")
    set_cell(unit_kecil, IKU, 2, "target", "80")
    hasil = load_results(2024, unit_kecil)
    for name in ("capaian", "status", "kemajuan", "selisih_nasional"):
        figure = hasil[f"iku.AKIP.{name}"]
        assert not figure.known, name
        assert figure.alasan == "skor predikat dan angka bersatuan nilai tidak dapat dibandingkan"
    assert "iku.AKIP.realisasi" in hasil["iku.AKIP.capaian"].dari


@pytest.mark.parametrize("unit", ["skor", "Predikat"])
def test_a_number_whose_unit_is_the_predikat_is_its_score(unit_kecil: Path, unit: str) -> None:
    rated(unit_kecil, "WDP")
    for kolom, value in (("satuan", unit), ("target_akhir_renstra", "4"), ("target", "4")):
        set_cell(unit_kecil, IKU, 2, kolom, value)
    set_cell(unit_kecil, IKU, 2, "target_predikat", "")
    hasil = load_results(2024, unit_kecil)
    assert [hasil[f"iku.AKIP.{name}"].nilai for name in ("capaian", "kemajuan")] == [75, 75]
    assert hasil["iku.AKIP.status"].nilai == "tidak_mencapai"


def test_a_unit_is_the_same_in_small_and_capital_letters(unit_kecil: Path) -> None:
    set_cell(unit_kecil, LAST, 2, "satuan", "Nilai")
    hasil = load_results(2024, unit_kecil)
    past = hasil["iku.AKIP.riwayat.2023"]
    assert (past.tampil, past.satuan) == ("78,5", "nilai")
    assert hasil["iku.AKIP.perubahan.2024"].tampil == "5,50"
    set_cell(unit_kecil, LAST, 2, "satuan", "indeks")
    hasil = load_results(2024, unit_kecil)
    assert "satuan tahun 2023 (indeks) berbeda" in hasil["iku.AKIP.riwayat.2023"].alasan
