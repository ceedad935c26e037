"""Published tables of the real year, against values worked out by hand."""

from __future__ import annotations

from table_grid import Grid
from unit_here import DATA

from lkjip_analysis.presentation import tables
from lkjip_analysis.results import Results

UNIT = ["Rp2.639.389.253", "Rp2.575.209.979", "Rp64.179.274", "97,57%"]


def test_capaian_iku(hasil: Results) -> None:
    grid = Grid(tables.capaian_iku(hasil))
    assert [row[2:5] for row in grid.rows()] == [
        ["72 (BB)", "73,47", "102,04%"],  # 73,47 / 72
        ["7,7", "8,14", "105,71%"],  # 8,14 / 7,7
        ["Rata-rata capaian", "Rata-rata capaian", "103,88%"],
    ]
    assert grid.rows()[0][5] == "▲\u00a0melampaui; predikat BB (Sangat Baik)"
    assert "Capaian = realisasi ÷ target × 100." in grid.notes
    assert any("LHE Nomor X.700/531/415.15/2024" in note for note in grid.notes)


def test_status_sasaran(hasil: Results) -> None:
    rows = Grid(tables.status_sasaran(hasil)).rows()
    assert [[row[1], row[2], row[4]] for row in rows] == [
        ["▲\u00a0melampaui", "2", "103,88%"],
        ["●\u00a0tercapai", "0", "–"],
        ["▼\u00a0belum tercapai", "0", "–"],
    ]


def test_kemajuan_renstra(hasil: Results) -> None:
    grid = Grid(tables.kemajuan_renstra(hasil))
    assert [row[2:] for row in grid.rows()[:2]] == [
        ["74", "73,47", "99,28%", "▼\u00a0belum tercapai"],
        ["8,05", "8,14", "101,12%", "▲\u00a0melampaui"],
    ]
    assert grid.totals()[0][-2:] == ["100,20%", "▼\u00a01 dari 2 belum tercapai"]
    assert grid.columns[2] == "Target Akhir Renstra (2026)"


def test_perbandingan_tahun(hasil: Results) -> None:
    grid = Grid(tables.perbandingan_tahun(hasil))
    assert grid.columns[3:] == ["2022", "2023", "2024", "2022–2023", "2023–2024"]
    assert [row[3:] for row in grid.rows()] == [
        ["70,03", "71,13", "73,47", "1,10", "2,34"],
        ["–", "7,68", "8,14", "–", "0,46"],
    ]
    assert grid.notes[-1] == "– pada 2 sel: belum tersedia."


def test_nasional_claims_nothing(hasil: Results) -> None:
    grid = Grid(tables.nasional(hasil))
    assert [row[3] for row in grid.rows()] == ["belum tersedia"] * 2
    assert "Selisih" not in grid.columns
    source = "Laporan Kinerja Kemenpan RB tahun 2024"
    assert f"Sumber pembanding nasional: {source}; nilainya belum tersedia." in grid.notes


def test_kinerja_anggaran_program(hasil: Results) -> None:
    grid = Grid(tables.kinerja_anggaran_program(hasil))
    assert len(grid.rows()) == 6 + 1 + 1  # one programme has two indicators
    paten = next(row for row in grid.rows() if row[1].startswith("Nilai Paten"))
    assert paten[2:] == [
        "84",
        "80,55",
        "95,89%",
        "▼\u00a0belum tercapai",
        "Rp19.861.000",
        "Rp19.769.500",
        "Rp91.500",
        "99,54%",
    ]
    assert grid.totals()[0][4:] == [
        "99,41%",
        "▼\u00a01 dari 7 belum tercapai",
        "Rp2.639.389.253",
        "Rp2.575.209.979",
        "Rp64.179.274",
        "97,57%",
    ]


def test_kinerja_anggaran_sasaran_totals_are_those_of_the_unit(hasil: Results) -> None:
    grid = Grid(tables.kinerja_anggaran_sasaran(hasil))
    first, second, unlinked, total = grid.rows()
    assert first[6:] == ["Rp2.487.371.653", "Rp2.423.318.229", "Rp64.053.424", "97,42%"]
    assert second[6:] == ["Rp19.861.000", "Rp19.769.500", "Rp91.500", "99,54%"]
    assert unlinked[0] == "Program yang belum ditautkan ke sasaran (4 program)"
    assert unlinked[6:] == ["Rp132.156.600", "Rp132.122.250", "Rp34.350", "99,97%"]
    assert total[4:] == [
        "103,88%",
        "",
        "Rp2.639.389.253",
        "Rp2.575.209.979",
        "Rp64.179.274",
        "97,57%",
    ]


def test_alokasi_sasaran_adds_up(hasil: Results) -> None:
    grid = Grid(tables.alokasi_sasaran(hasil))
    assert [row[3:] for row in grid.rows()] == [
        ["Rp2.487.371.653", "94,24%"],
        ["Rp19.861.000", "0,75%"],
        ["Rp132.156.600", "5,01%"],
        ["Rp2.639.389.253", "100%"],
    ]


def test_perjanjian_program(hasil: Results) -> None:
    grid = Grid(tables.perjanjian_program(hasil))
    assert grid.rows()[0][1:] == [
        "Program Penunjang Urusan Pemerintahan Daerah Kabupaten/Kota",
        "Meningkatnya capaian kinerja aparatur",
        "Persentase rata-rata capaian kinerja aparatur",
        "100%",
        "Rp2.487.371.653",
    ]
    assert grid.totals()[0][-1] == "Rp2.639.389.253"


def test_efisiensi_anggaran(hasil: Results) -> None:
    grid = Grid(tables.efisiensi_anggaran(hasil))
    assert [row[3:] for row in grid.rows()] == [
        ["102,04%", "97,42%", "4,62", "cukup efisien"],  # 102,0417 - 97,4249
        ["105,71%", "99,54%", "6,17", "efisien"],  # 105,7143 - 99,5393
        ["103,88%", "98,48%", "5,40", ""],
    ]
    assert grid.columns[5] == "Tingkat Efisiensi (poin)"


def test_efisiensi_sdm(hasil: Results) -> None:
    grid = Grid(tables.efisiensi_sdm(hasil))
    assert [row[3:] for row in grid.rows()] == [
        ["19 orang", "4 orang", "21,05%", "78,95%"],
        ["10 orang", "5 orang", "50,00%", "50,00%"],
        ["", "", "35,53%", "64,47%"],
    ]


def test_efisiensi_sarpras_says_of_which_years_it_is(hasil: Results) -> None:
    grid = Grid(tables.efisiensi_sarpras(hasil))
    assert len(grid.rows()) == 27 + 1
    assert grid.rows()[4] == ["5", "LCD Projector/Infocus", "1", "1", "3", "1", "66,67%", "33,33%"]
    assert grid.totals()[0][-2:] == ["93,95%", "6,05%"]
    assert grid.heads[0][2:5] == ["Hasil Rekon 2022", "Pengadaan Januari-Juni 2023", "P-RKBMD 2023"]
    assert grid.notes[0].endswith("bukan angka tahun 2024.")


def test_evaluasi(hasil: Results) -> None:
    grid = Grid(tables.evaluasi(hasil))
    assert [row[2:6] for row in grid.rows()] == [
        ["30", "23,34", "77,80%", "B"],
        ["30", "25,66", "85,53%", "BB"],
        ["15", "11,19", "74,60%", "B"],
        ["25", "13,28", "53,12%", "B"],
        ["100", "73,47", "", "BB"],
    ]
    assert any(
        "LHE) Nomor X.700/531/415.15/2024 tanggal 16 Agustus 2024" in note for note in grid.notes
    )


def test_program_pendukung(hasil: Results) -> None:
    grid = Grid(tables.program_pendukung(hasil))
    by_code = {line.data["data-kode"]: line.cells for line in grid.lines if line.kind != "jumlah"}
    assert by_code["P1"][1:] == [
        "100%",
        "100,00%",
        "●\u00a0tercapai",
        "Rp2.423.318.229",
        "97,42%",
        "Sangat menunjang",
    ]
    assert by_code["P2"][2:] == [
        "95,89%",
        "▼\u00a0belum tercapai",
        "Rp19.769.500",
        "99,54%",
        "Menunjang",
    ]
    assert by_code["P1.K4"][4:6] == [
        "Rp125.520.224",
        "95%†",
    ]  # sum of its six subkegiatan; as reported
    assert by_code["P3#2"][0].startswith("Indikator: ") and by_code["P3#2"][4:] == ["", "", ""]
    assert by_code["P6.K1.S2"][-1] == "–"
    assert any(note.startswith("† sebagaimana dilaporkan") for note in grid.notes)
    assert by_code["P1.K1"][2] == "100%†"  # as Tabel 4.1 prints it; no target is published
    assert by_code["P2.K1.S1"][2] == "–"  # Tabel 4.1 prints "12 Laporan" there
    assert "– pada 37 sel: tidak dinilai karena target tidak diterbitkan." in grid.notes
    assert not any("126 lembaga" in note for note in grid.notes)  # said with the tree of capaian


def test_capaian_program_counts_and_means(hasil: Results) -> None:
    grid = Grid(tables.capaian_program(hasil))
    assert len(grid.lines) == 47 + 3
    assert [row[-2] for row in grid.totals()] == ["99,41%", "–", "–"]
    assert grid.totals()[0][-1] == "▼\u00a01 dari 7 belum tercapai"
    assert any("126 lembaga tanpa persentase capaian" in note for note in grid.notes)
    assert grid.rows()[2] == [
        "Subkegiatan 1.1.1: Penyusunan Dokumen Perencanaan Perangkat Daerah"
        "Indikator: Jumlah Dokumen Perencanaan Perangkat Daerah yang tersusun",
        "dokumen",
        "–",
        "3",
        "3",
        "100%†",
        "–\u00a0target tidak diterbitkan",
    ]


def test_last_years_realisation_stands_only_beside_the_same_indicator(hasil: Results) -> None:
    rows = {
        line.data.get("data-kode"): line.cells for line in Grid(tables.capaian_program(hasil)).lines
    }
    assert rows["P2"][3] == "83,29"  # Nilai PATEN
    assert rows["P1.K1.S2"][3] == "indikator berganti"  # other words in 2023
    assert rows["P1"][3] == "100%"


def test_formulas_of_both_years_stand_once(hasil: Results) -> None:
    rows = Grid(tables.rumus_indikator(hasil)).rows()
    assert rows[0] == [
        "Persentase rata-rata capaian kinerja aparatur",
        "Jumlah capaian kinerja seluruh PNS di OPD ÷ jumlah pegawai × 100",
        "2023, 2024",
    ]
    told = {
        (one.nama, one.row.formula)
        for one in (*hasil.indikator, *hasil.indikator_lalu)
        if one.row.formula
    }
    assert sorted((row[0], row[1]) for row in rows) == sorted(told)


def test_capaian_program_lalu_is_last_years(hasil: Results) -> None:
    grid = Grid(tables.capaian_program_lalu(hasil))
    assert len(grid.lines) == 51
    assert next(row for row in grid.rows() if "Nilai P" in row[0])[1:] == [
        "nilai",
        "83",
        "83,29",
        "100,35%",
        "▲\u00a0melampaui",
    ]
    assert any("Tabel 2.5 mencetak target 5 laporan" in note for note in grid.notes)
    assert not any("2024/" in note for note in grid.notes)


def test_skala_predikat(hasil: Results) -> None:
    rows = Grid(tables.skala_predikat(hasil)).rows()
    assert rows[0] == ["AA", "> 90 s.d. 100", "Sangat Memuaskan", ""]  # the evaluator says BB
    assert rows[2][3] == "Nilai Evaluasi AKIP Kecamatan Sumobito: 73,47"
    assert rows[6][:3] == ["D", "0 s.d. 40", "Kurang"]


def test_metode_works_its_examples_with_the_units_figures(hasil: Results) -> None:
    rows = {row[0]: row for row in Grid(tables.metode(hasil)).rows()}
    assert rows["Capaian, makin tinggi makin baik"][4] == "73,47 ÷ 72 × 100 = 102,04%"
    assert rows["Serapan anggaran"][4] == "Rp2.575.209.979 ÷ Rp2.639.389.253 × 100 = 97,57%"
    assert rows["Tingkat kemajuan"][4] == "73,47 ÷ 74 × 100 = 99,28%"
    assert rows["Perubahan antartahun"][4] == "73,47 − 71,13 = 2,34"
    assert rows["Ketersediaan sarana prasarana"][4] == "(1 + 1) ÷ 3 × 100 = 66,67%"
    assert rows["Nilai evaluasi AKIP"][4] == "23,34 + 25,66 + 11,19 + 13,28 = 73,47"
    assert "Capaian, makin rendah makin baik" not in rows  # no such indicator here
    assert "Nilai IKU komposit" not in rows


def test_asal_data(hasil: Results) -> None:
    import hashlib

    rows = {row[0]: row for row in Grid(tables.asal_data(hasil)).rows()}
    for berkas in ("2024/program.csv", "2022/iku.csv", "skala_predikat.csv"):
        assert rows[berkas][2] == hashlib.sha256((DATA / berkas).read_bytes()).hexdigest()
    assert rows["2024/program.csv"][1] == "43"


def test_komponen_iku_is_honest_where_there_is_no_composite(hasil: Results) -> None:
    (row,) = Grid(tables.komponen_iku(hasil)).rows()
    assert "data komponen IKU tahun 2024" in row[0]
