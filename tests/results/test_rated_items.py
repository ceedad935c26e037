"""Indicators of programmes that are rated, not measured (opini, predikat): judged as IKU are.

The first indicator of programme P2 becomes "Opini atas laporan"; WTP, WDP, TMP score 4, 3, 1.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from unit_kecil import copy_unit, edit

from lkjip_analysis.checks import run_checks
from lkjip_analysis.checks.doubts import with_doubts as marked
from lkjip_analysis.exceptions import DataError
from lkjip_analysis.presentation import narrative, tables
from lkjip_analysis.results import Results, load_results

HEAD = ("kode", "urutan", "indikator", "satuan", "polaritas", "skala", "target", "target_predikat",
        "realisasi", "realisasi_predikat", "capaian_dilaporkan", "keterangan")  # fmt: skip
PLAIN = (
    ("P1", "1", "Persentase kinerja aparatur", "persen", "naik", "", "100", "", "100"),
    ("P1.K1", "1", "Persentase keuangan tertib", "persen", "naik", "", "100", "", "98"),
)


def rated(
    root: Path,
    aim: str,
    got: str,
    *,
    skala: str = "opini",
    scores: tuple[str, str, str] = ("4", "3", "1"),
    years: tuple[int, ...] = (2024,),
    **cells: str,
) -> Results:
    """Give P2 an indicator with predikat only."""
    scale = root / "skala_predikat.csv"
    rows = zip(("WTP", "WDP", "TMP"), scores, strict=True)
    text = "".join(f"opini;{n};{name};;;atas;{s};;\n" for n, (name, s) in enumerate(rows, 1))
    if "opini;" not in scale.read_text(encoding="utf-8"):
        scale.write_text(scale.read_text(encoding="utf-8") + text, encoding="utf-8")
    own = {"kode": "P2", "urutan": "1", "indikator": "Opini atas laporan", "satuan": "predikat",
           "polaritas": "naik", "skala": skala, "target_predikat": aim,
           "realisasi_predikat": got} | cells  # fmt: skip
    lines = [";".join(HEAD), *(";".join((*row, "", "", "")) for row in PLAIN),
             ";".join(own.get(name, "") for name in HEAD)]  # fmt: skip
    for year in years:
        folder = root / str(year)
        (folder / "indikator_program.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return load_results(2024, root)


def test_a_predikat_counts_by_its_score(unit_kecil: Path) -> None:
    hasil = rated(unit_kecil, "WTP", "WDP")
    one = hasil.indikator["P2", 1]
    assert (one.target_predikat.nilai, one.realisasi_predikat.nilai) == ("WTP", "WDP")
    assert [(c.kolom, c.nilai) for c in one.realisasi_predikat.masukan] == [
        ("realisasi_predikat", "WDP")
    ]
    assert (one.target.nilai, one.realisasi.nilai, one.realisasi.satuan) == (4, 3, "skor")
    assert (one.capaian.nilai, one.status.nilai) == (75, "tidak_mencapai")
    assert hasil.program["P2"].capaian.nilai == 75
    assert hasil["rata_rata.capaian_program"].nilai == (100 + 75) / 2


@pytest.mark.parametrize(
    ("realisasi", "status"), [("WTP", "melebihi"), ("wdp", "sesuai"), ("TMP", "tidak_mencapai")]
)
def test_without_scores_the_order_of_the_classes_decides(
    unit_kecil: Path, realisasi: str, status: str
) -> None:
    hasil = rated(unit_kecil, "WDP", realisasi, scores=("", "", ""))
    one = hasil.indikator["P2", 1]
    assert one.status.nilai == status
    assert one.status.dari == (
        "indikator.P2.1.target_predikat",
        "indikator.P2.1.realisasi_predikat",
    )
    assert one.capaian.alasan == "predikat WDP tidak punya skor pada skala"
    counted = hasil.jumlah
    reached = status != "tidak_mencapai"
    assert counted.indikator_program_dinilai.nilai == 3
    assert counted.indikator_program_tercapai.nilai == 1 + reached
    assert counted.indikator_program_tidak_tercapai.nilai == 2 - reached
    assert counted.indikator_program_tanpa_capaian.nilai == 0
    assert hasil["rata_rata.capaian_program"].nilai == 100  # P2 has no percentage to count in


def test_without_a_scale_only_the_predikat_itself_is_met(unit_kecil: Path) -> None:
    assert rated(unit_kecil, "Baik", "Baik", skala="").indikator["P2", 1].status.nilai == "sesuai"
    hasil = rated(unit_kecil, "Baik", "Sangat Baik", skala="")
    status = hasil.indikator["P2", 1].status
    assert (status.nilai, status.alasan) == (None, "skala predikat belum diisi pada kolom skala")
    assert hasil.jumlah.indikator_program_tanpa_capaian.nilai == 1


def test_a_predikat_that_the_scale_has_not_got(unit_kecil: Path) -> None:
    one = rated(unit_kecil, "WTP", "Baik").indikator["P2", 1]
    assert one.status.alasan == "predikat Baik tidak ada pada skala"


def test_a_scale_that_is_not_there_is_told(unit_kecil: Path) -> None:
    with pytest.raises(
        DataError, match=r"indikator_program\.csv, baris 4, kolom skala: skala predikat"
    ):
        rated(unit_kecil, "WTP", "WDP", skala="opini_bpk")


def test_a_predikat_beside_its_value_must_be_its_class(unit_kecil: Path) -> None:
    hasil = rated(unit_kecil, "BB", "BB", skala="akip_nasional", target="75", realisasi="82")
    one = hasil.indikator["P2", 1]
    assert (one.target.nilai, one.realisasi.nilai) == (75, 82)
    found = [f for f in run_checks(hasil) if f.id == "K40"]
    said = "realisasi P2 82 berpredikat BB, padahal pada skala akip_nasional A"
    assert said in [f.pesan for f in found]
    assert marked(hasil).indikator["P2", 1].realisasi.diragukan


def test_a_predikat_against_a_value_is_not_judged(unit_kecil: Path) -> None:
    one = rated(unit_kecil, "", "WDP", target="80", satuan="nilai").indikator["P2", 1]
    for figure in (one.capaian, one.status):
        assert figure.alasan == "skor predikat dan angka bersatuan nilai tidak dapat dibandingkan"


def test_a_target_that_is_a_predikat_was_published(unit_kecil: Path) -> None:
    hasil = rated(unit_kecil, "WTP", "WTP", keterangan="Menurut LHP BPK")
    assert hasil.indikator["P2", 1].status.nilai == "sesuai"
    assert hasil.jumlah.indikator_program_tanpa_target.nilai == 0


def test_the_year_before_is_rated_likewise(unit_kecil: Path) -> None:
    program = (unit_kecil / "2024" / "program.csv").read_text(encoding="utf-8")
    (unit_kecil / "2023" / "program.csv").write_text(program, encoding="utf-8")
    hasil = rated(unit_kecil, "WTP", "WDP", years=(2023, 2024))
    last = hasil.indikator_lalu["P2", 1]
    assert last.realisasi_predikat.kunci == "indikator_lalu.P2.1.realisasi_predikat"
    assert last.capaian.nilai == 75


def test_it_is_printed_by_its_predikat(unit_kecil: Path) -> None:
    hasil = rated(unit_kecil, "WTP", "WDP")
    for table in (tables.capaian_program, tables.indikator_program, tables.perjanjian_program,
                  tables.kinerja_anggaran_program, tables.program_pendukung):  # fmt: skip
        shown = table(hasil).markup
        assert "WTP (4)" in shown or "WDP (3)" in shown, table
    told = narrative.capaian_program(hasil).markdown
    assert "Opini atas laporan" in told and "75,00%" in told


def test_without_a_percentage_it_is_told_by_its_predikat(unit_kecil: Path) -> None:
    hasil = rated(unit_kecil, "WTP", "WDP", scores=("", "", ""))
    told = narrative.capaian_program(hasil).markdown
    assert " dan Opini atas laporan (predikat [WDP]" in told
    alone = copy_unit(unit_kecil)
    rated(alone, "WTP", "WDP", scores=("", "", ""))
    edit(alone, "2024/indikator_program.csv", ";".join((*PLAIN[0], "", "", "")) + "\n", "")
    edit(alone, "2024/indikator_program.csv", ";".join((*PLAIN[1], "", "", "")) + "\n", "")
    told = narrative.capaian_program(load_results(2024, alone)).markdown
    assert told.startswith("Satu-satunya indikator program belum") and "Rata-rata" not in told


def test_a_missed_one_must_be_explained_and_the_acknowledgement_holds_its_predikat(
    unit_kecil: Path,
) -> None:
    hasil = rated(unit_kecil, "WTP", "WDP", scores=("", "", ""))
    (found,) = (f for f in run_checks(hasil) if f.id == "K84")
    assert found.pesan.startswith("P2 (Opini atas laporan) tidak mencapai target, tetapi")
    assert [(c.kolom, c.nilai) for c in found.sel] == [
        ("realisasi", ""), ("target", ""), ("realisasi_predikat", "WDP"),
        ("target_predikat", "WTP"),
    ]  # fmt: skip


def test_neither_is_a_gap_where_the_predikat_is_given(unit_kecil: Path) -> None:
    from lkjip_analysis.data.gaps import list_gaps

    hasil = rated(unit_kecil, "WTP", "")
    gaps = [g.kolom for g in list_gaps(hasil.data) if "indikator_program" in g.berkas]
    assert gaps == ["realisasi"]
