"""Sentences of units unlike the example: blanks, a single item, nothing short, all of it short."""

from __future__ import annotations

import re
from pathlib import Path

from unit_here import DINAS
from unit_kecil import edit, set_cell

from lkjip_analysis.data.facts import FACTS
from lkjip_analysis.exchange.new_project import NewUnit, create_project
from lkjip_analysis.presentation import narrative, tables
from lkjip_analysis.presentation.output import TextOutput
from lkjip_analysis.presentation.variables import make_variables
from lkjip_analysis.results import load_results
from lkjip_analysis.results.keys import WORDS

NOT_COMPARED = "Capaian{} tahun 2023 tidak dibandingkan karena targetnya belum tersedia."


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
    assert "(LHE) belum tersedia." in tables.evaluasi(hasil).markup


def test_a_unit_that_names_no_regulation(unit_kecil: Path) -> None:
    rule = "Peraturan Bupati Contoh Nomor 1 Tahun 2020"
    whole = said(narrative.susunan_organisasi(load_results(2024, unit_kecil)))
    assert whole.startswith(f"Susunan organisasi Dinas Contoh sebagaimana {rule}, terdiri atas:")
    edit(unit_kecil, "2024/identitas.csv", f"dasar_organisasi;{rule}", "dasar_organisasi;")
    hasil = load_results(2024, unit_kecil)
    words = said(narrative.susunan_organisasi(hasil))
    assert words.startswith("Susunan organisasi Dinas Contoh terdiri atas:")
    words = said(narrative.tugas_jabatan(hasil))
    assert words.startswith("Tugas pokok dan fungsi dinas adalah sebagai berikut:")


def test_a_component_not_evaluated_yet(unit_kecil: Path) -> None:
    set_cell(unit_kecil, "2024/evaluasi.csv", 4, "nilai", "")
    set_cell(unit_kecil, "2024/evaluasi.csv", 4, "predikat", "")
    words = said(narrative.catatan_evaluasi(load_results(2024, unit_kecil)))
    assert "Nilai komponen Pelaporan Kinerja (bobot 15) belum tersedia." in words
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
    assert "melaksanakan dua program." in words


def test_what_has_no_row_is_not_counted_as_none(tmp_path: Path) -> None:
    """An empty file means "belum tersedia"; "0 (nol) sasaran" would be a claim."""
    create_project(tmp_path, NewUnit("Dinas Baru", "", 2031, (2030, 2034)))
    data = tmp_path / "data"

    def sentences() -> list[str]:
        hasil = load_results(2031, data)
        return [said(narrative.jumlah_sasaran(hasil)), said(narrative.anggaran(hasil))]

    assert sentences() == [
        "*Sasaran strategis dan IKU: belum tersedia (lengkapi data sasaran tahun 2031).*",
        "*Program: belum tersedia (lengkapi data program dan anggaran tahun 2031).*",
    ]
    for name, row in (("sasaran", "S1;Maju;Naik"), ("program", "P1;;program;Layanan;;;;;;")):
        with (data / f"2031/{name}.csv").open("a", encoding="utf-8") as file:
            file.write(row + "\n")
    goals, money = sentences()
    assert goals == "*Sasaran strategis dan IKU: belum tersedia (lengkapi data IKU tahun 2031).*"
    assert money.startswith("Pada tahun 2031 Dinas Baru melaksanakan satu program.")


def test_nothing_short(unit_kecil: Path) -> None:
    for baris, needed in ((2, "4"), (3, "6")):
        set_cell(unit_kecil, "2024/sdm.csv", baris, "kebutuhan", needed)
    assert said(narrative.sdm(load_results(2024, unit_kecil))).endswith(
        "100,00%; tidak ada yang kurang."
    )


def test_the_summary_counts_every_iku(unit_kecil: Path) -> None:
    set_cell(unit_kecil, "2024/iku.csv", 3, "realisasi", "")
    words = said(narrative.ikhtisar(load_results(2024, unit_kecil)))
    assert "Dari tiga IKU, dua melampaui target dan satu belum dapat dinilai." in words


def test_a_head_without_nip(unit_kecil: Path) -> None:
    edit(unit_kecil, "2024/identitas.csv", "nip_kepala;197001012000032001", "nip_kepala;")
    assert "NIP" not in said(
        narrative.tanda_tangan(load_results(2024, unit_kecil), "tanggal_penutup")
    )


def rate(root: Path, target: str, realisasi: str) -> None:
    """Leave the first IKU its predikat only, on a scale whose classes have no score."""
    for kolom, value in (
        ("target", ""),
        ("target_predikat", target),
        ("realisasi", ""),
        ("realisasi_predikat", realisasi),
    ):
        set_cell(root, "2024/iku.csv", 2, kolom, value)


def test_a_predikat_without_score_is_judged_by_the_order_of_classes(unit_kecil: Path) -> None:
    rate(unit_kecil, "A", "AA")
    hasil = load_results(2024, unit_kecil)
    assert hasil["iku.AKIP.status"].nilai == "melebihi"
    assert (
        "Nilai AKIP ditargetkan predikat A dan terealisasi predikat AA atau melampaui target; "
        "persentase capaian tidak dihitung (predikat A tidak punya skor pada skala)."
    ) in said(narrative.capaian_iku(hasil))
    assert "Realisasinya predikat AA pada tahun 2024." in said(narrative.perbandingan_tahun(hasil))


def test_one_iku_short_decides_its_sasaran_whatever_is_unknown(unit_kecil: Path) -> None:
    set_cell(unit_kecil, "2024/iku.csv", 3, "realisasi", "21")  # at most 20 minutes were the aim
    (unit_kecil / "2024/komponen_iku.csv").unlink()  # the other IKU of this sasaran is unknown
    hasil = load_results(2024, unit_kecil)
    assert hasil["sasaran.S2.status"].nilai == "tidak_mencapai"
    assert "satu belum mencapai target." in said(narrative.status_sasaran(hasil))


def test_a_target_of_zero_still_tells_whether_it_was_reached(unit_kecil: Path) -> None:
    set_cell(unit_kecil, "2024/iku.csv", 3, "target", "0")
    words = said(narrative.capaian_iku(load_results(2024, unit_kecil)))
    assert (
        "Rata-rata waktu pelayanan (makin rendah makin baik) ditargetkan 0 menit dan terealisasi "
        "15 menit atau belum mencapai target; persentase capaian tidak dihitung"
    ) in words


def test_percentages_are_points_apart_and_other_changes_have_their_unit(unit_kecil: Path) -> None:
    words = said(narrative.perbandingan_tahun(load_results(2024, unit_kecil)))
    assert "turun 3 menit (membaik)" in words
    for year in ("2023", "2024"):
        set_cell(unit_kecil, f"{year}/iku.csv", 2, "satuan", "persen")
    hasil = load_results(2024, unit_kecil)
    assert re.search(
        r"Nilai AKIP.* naik [0-9,]+ poin persentase", said(narrative.perbandingan_tahun(hasil))
    )
    assert "dengan selisih 14,00 poin persentase (lebih baik)" in said(narrative.nasional(hasil))


def test_an_iku_that_did_not_move_is_said_so_once(unit_kecil: Path) -> None:
    set_cell(unit_kecil, "2023/iku.csv", 2, "realisasi", "84")
    set_cell(unit_kecil, "2022/iku.csv", 2, "realisasi", "84")
    words = said(narrative.perbandingan_tahun(load_results(2024, unit_kecil)))
    assert "Nilai AKIP tetap dari tahun 2022 ke tahun 2024. Tingkat capaiannya" in words


def test_what_is_left_of_the_dpa_is_told_where_the_programmes_differ_from_it(
    unit_kecil: Path,
) -> None:
    assert "DPA" not in said(narrative.anggaran(load_results(2024, unit_kecil)))
    edit(unit_kecil, "2024/identitas.csv", "dpa;1.000.000.000", "dpa;999.999.998")
    hasil = load_results(2024, unit_kecil)
    assert hasil["anggaran.realisasi"].tampil == "Rp920.000.000"
    assert said(narrative.anggaran(hasil)).endswith(
        "Pada DPA tercantum total pagu Rp999.999.998; terhadap total itu sisa anggarannya "
        "Rp79.999.998."
    )
    # the difference is explained once, where the marks of doubt lead
    assert "DPA" in said(narrative.catatan_data(hasil))


def test_a_surplus_of_staff_does_not_fill_the_gap_elsewhere(unit_kecil: Path) -> None:
    words = "Kelebihan pegawai pada satu indikator tidak menutup kekurangan pada yang lain."
    assert words not in said(narrative.sdm(load_results(2024, unit_kecil)))
    set_cell(unit_kecil, "2024/sdm.csv", 3, "ketersediaan", "9")
    assert said(narrative.sdm(load_results(2024, unit_kecil))).endswith(words)


def test_facilities_counted_in_other_years_are_told_as_such(unit_kecil: Path) -> None:
    for year, words in (("2024", "%"), ("2022", "% (data tahun 2022–2023)")):
        for key, own in (("rekon", year), ("rkbmd", str(min(int(year) + 1, 2024)))):
            path = unit_kecil / "2024/identitas.csv"
            text = path.read_text(encoding="utf-8")
            path.write_text(
                re.sub(rf"(?m)^(sarpras_tahun_{key};).*$", rf"\g<1>{own}", text), encoding="utf-8"
            )
        hasil = load_results(2024, unit_kecil)
        share = hasil["rata_rata.ketersediaan_sarpras"].tampil.rstrip("%")
        assert f"prasarana adalah {share}{words};" in said(narrative.sarpras(hasil))


def test_beside_the_money_nothing_is_judged(unit_kecil: Path) -> None:
    words = said(narrative.kinerja_anggaran(load_results(2024, unit_kecil)))
    first = "1.  Meningkatnya akuntabilitas kinerja: capaian 105,00%, serapan anggaran 95,00%."
    assert words.startswith(first) and "efektif" not in words


def test_beside_a_mean_stands_how_many_fell_short(unit_kecil: Path) -> None:
    set_cell(unit_kecil, "2024/iku.csv", 3, "realisasi", "21")  # at most 20
    hasil = load_results(2024, unit_kecil)
    words = "▼\u00a01 dari 3 belum tercapai"
    for table in (tables.capaian_iku, tables.kinerja_anggaran_sasaran, tables.efisiensi_sdm):
        assert words in re.sub(r"<[^>]+>", "", table(hasil).markup), table.__name__
    card = re.sub(r"<[^>]+>", " ", narrative.kartu_kinerja(hasil).markdown)
    assert "2 dari  3" in card.replace("  dari", " dari") and "▼ 1 belum tercapai" in card
    assert hasil.rata_rata.capaian_iku.tampil not in said(narrative.ikhtisar(hasil))


def test_the_capaian_of_last_year_stands_beside_this_years(unit_kecil: Path) -> None:
    set_cell(unit_kecil, "2023/iku.csv", 2, "target", "")
    words = said(narrative.perbandingan_tahun(load_results(2024, unit_kecil)))
    # 2 − 18 ÷ 25 and 2 − 15 ÷ 20; 8,1 ÷ 8 and 8,4 ÷ 8
    told = re.findall(r"(\S+ \S+) pada tahun 2023 dan (\S+) pada tahun 2024", words)
    assert told == [("capaiannya 128,00%", "125,00%"), ("capaiannya 101,25%", "105,00%")]
    assert words.endswith(NOT_COMPARED.format(" Nilai AKIP"))
    for baris in (3, 4):
        set_cell(unit_kecil, "2023/iku.csv", baris, "target", "")
    words = said(narrative.perbandingan_tahun(load_results(2024, unit_kecil)))
    assert words.endswith(NOT_COMPARED.format(""))


def test_a_predikat_is_compared_with_the_predikat_aimed_at_in_the_end() -> None:
    words = said(narrative.kemajuan_renstra(load_results(2024, DINAS)))
    assert "realisasi predikat Tinggi terhadap target predikat Tertinggi, tingkat" in words


def test_duties_after_a_description_do_not_begin_like_it(unit_kecil: Path) -> None:
    set_cell(unit_kecil, "2024/struktur.csv", 3, "uraian", "Sekretariat mempunyai tugas menata.")
    words = said(narrative.tugas_jabatan(load_results(2024, unit_kecil)))
    assert words.count("Sekretariat mempunyai tugas") == 1
    assert "Rincian tugas Sekretariat:" in words


def test_an_iku_without_evidence_is_named(unit_kecil: Path) -> None:
    assert (
        "Bukti realisasi: Nilai AKIP: LHE Nomor 700/1/2024; "
        in tables.capaian_iku(load_results(2024, unit_kecil)).markup
    )
    set_cell(unit_kecil, "2024/iku.csv", 3, "bukti", "")
    assert (
        "Rata-rata waktu pelayanan: belum tersedia; "
        in tables.capaian_iku(load_results(2024, unit_kecil)).markup
    )


def test_the_words_that_a_text_may_name_are_those_that_are_made(unit_kecil: Path) -> None:
    """The rule on what is in braces knows them by the list beside the keys."""
    hasil = load_results(2024, unit_kecil)
    made = [name for name in make_variables(hasil) if name not in hasil.figures]
    facts = {f"identitas.{name}" for name in FACTS}
    assert sorted(set(made) - facts) == sorted(WORDS)
