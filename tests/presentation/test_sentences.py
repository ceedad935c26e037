"""Sentences of units unlike the example: blanks, a single item, nothing short, all of it short."""

from __future__ import annotations

import re
from pathlib import Path

from unit_kecil import edit, set_cell

from lkjip_analysis.presentation import narrative, tables
from lkjip_analysis.presentation.output import TextOutput
from lkjip_analysis.results import load_results


def said(output: TextOutput) -> str:
    """Take the markup out of a text: only its words remain."""
    return re.sub(r"\[([^]]*)\]\{[^}]*\}", r"\1", output.markdown).replace("\\", "")


def test_an_evaluation_report_without_number(unit_kecil: Path) -> None:
    edit(unit_kecil, "2024/identitas.csv", "nomor_lhe;700/1/2024", "nomor_lhe;")
    edit(unit_kecil, "2024/identitas.csv", "tanggal_lhe;01/08/2024", "tanggal_lhe;")
    hasil = load_results(2024, unit_kecil)
    assert "Instansi Pemerintah, Dinas Contoh memperoleh nilai 84" in said(
        narrative.hasil_evaluasi(hasil)
    )
    assert "(LHE) belum tersedia di 2024/identitas.csv." in tables.evaluasi(hasil).markup


def test_a_component_not_evaluated_yet(unit_kecil: Path) -> None:
    set_cell(unit_kecil, "2024/evaluasi.csv", 4, "nilai", "")
    set_cell(unit_kecil, "2024/evaluasi.csv", 4, "predikat", "")
    words = said(narrative.catatan_evaluasi(load_results(2024, unit_kecil)))
    assert "Nilai evaluasi atas Pelaporan Kinerja (bobot 15) belum tersedia." in words
    assert "memperoleh nilai 27 dari bobot 30 atau 90,00% (predikat A)" in words


def test_positions_without_duties_take_no_number(unit_kecil: Path) -> None:
    edit(unit_kecil, "2024/struktur.csv", "Memimpin dinas.", "")
    words = said(narrative.tugas_jabatan(load_results(2024, unit_kecil)))
    assert "**1. Sekretariat**" in words


def test_programmes_without_activities(unit_kecil: Path) -> None:
    """A unit that keeps its money by programme does not carry out "0 (nol) kegiatan"."""
    lines = (unit_kecil / "2024/program.csv").read_text(encoding="utf-8").splitlines()
    kept = "\n".join(line for line in lines if ".K1" not in line)
    (unit_kecil / "2024/program.csv").write_text(kept + "\n", encoding="utf-8")
    (unit_kecil / "2024/indikator_program.csv").unlink()
    words = said(narrative.anggaran(load_results(2024, unit_kecil)))
    assert "melaksanakan 2 (dua) program." in words


def test_nothing_short(unit_kecil: Path) -> None:
    for baris, needed in ((2, "4"), (3, "6")):
        set_cell(unit_kecil, "2024/sdm.csv", baris, "kebutuhan", needed)
    assert said(narrative.sdm(load_results(2024, unit_kecil))).endswith(
        "100,00%; tidak ada yang kurang."
    )


def test_the_summary_counts_every_iku(unit_kecil: Path) -> None:
    set_cell(unit_kecil, "2024/iku.csv", 3, "realisasi", "")
    words = said(narrative.ikhtisar(load_results(2024, unit_kecil)))
    assert "2 (dua) IKU melampaui target dan 1 (satu) IKU belum dapat dinilai." in words


def test_a_head_without_nip(unit_kecil: Path) -> None:
    edit(unit_kecil, "2024/identitas.csv", "nip_kepala;197001012000032001", "nip_kepala;")
    assert "NIP" not in said(
        narrative.tanda_tangan(load_results(2024, unit_kecil), "tanggal_penutup")
    )
