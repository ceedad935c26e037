"""Slips of people who fill in tables: found at their cell; their harmless neighbours are not."""

from __future__ import annotations

import pytest
from kasus import look, places, unit

from lkjip_analysis.checks import Finding, run_checks

TREE = "kode;induk;tingkat;nama"
COMPLETE = "P1;;program;A", "P1.K1;P1;kegiatan;B", "P4;;program;C", "P4.K1;P4;kegiatan;D"


@pytest.mark.parametrize(
    ("row", "seen"),
    [
        ("P1.K1.S2;P1.K1;subkegiatan;E", False),
        ("P1.K1.S2;P4.K1;subkegiatan;E", True),
        ("P1.K1.S2;;subkegiatan;E", True),
        ("P9.K9.S2;P4.K1;subkegiatan;E", False),  # its code begins with no item's
        ("X7;P4.K1;subkegiatan;E", False),
    ],
)
@pytest.mark.parametrize("table", ["program", "renstra"])
def test_parent_and_code(table: str, row: str, seen: bool) -> None:
    hasil = unit(**{table: "\n".join([TREE, *COMPLETE, row])})
    assert places("K29", hasil) == ([(6, "induk")] if seen else [])


def test_codes_of_the_nomenclature_are_read_by_their_longest_parent() -> None:
    rows = "2.15.06;;program;A", "2.15.06.2.01;2.15.06;kegiatan;B", "2.15.05;;program;C"
    leaf = "2.15.06.2.01.0001;{};subkegiatan;D"
    for parent, found in (("2.15.06.2.01", []), ("2.15.05", [(5, "induk")])):
        hasil = unit(program="\n".join([TREE, *rows, leaf.format(parent)]))
        assert places("K29", hasil) == found


def measured(*codes: str) -> list[Finding]:
    tree = "\n".join([TREE, *(f"P{n};;program;Urusan {n}" for n in range(1, 8))])
    rows = [f"{code};1;Nilai;nilai;naik" for code in codes]
    return look("K23", unit(
        program=tree,
        indikator_program="\n".join(["kode;urutan;indikator;satuan;polaritas", *rows]),
    ))  # fmt: skip


def test_a_file_that_ends_early_is_told_once() -> None:
    (found,) = measured("P1", "P2", "P3", "P4")
    assert (found.berkas, found.baris) == ("2024/indikator_program.csv", 5)
    assert found.dugaan == "indikator_program.csv terpotong sesudah baris 5"
    gaps = measured("P1", "P2", "P4", "P7"), measured("P1", "P2", "P3", "P4", "P5")
    assert [[f.berkas for f in own] for own in gaps] == [
        ["2024/program.csv"] * 3,
        ["2024/program.csv"] * 2,
    ]


SCALE = "skala;urutan;kategori;batas_bawah;batas_atas;termasuk"
CLASSES = [("AA", 90), ("A", 80), ("BB", 70), ("B", 60), ("CC", 50), ("C", 30), ("D", 0)]


@pytest.mark.parametrize(
    ("letter", "severity"),
    [
        ("BB", None), ("A", "catatan"), ("B", "catatan"),
        ("AA", "peringatan"), ("CC", "peringatan"), ("D", "peringatan"),
    ],
)  # fmt: skip
def test_a_letter_far_from_its_share(letter: str, severity: str | None) -> None:
    tops = [100, *(low for _, low in CLASSES)]
    rows = [
        f"akip_nasional;{n};{name};{low};{top};atas"
        for n, ((name, low), top) in enumerate(zip(CLASSES, tops, strict=False), 1)
    ]
    found = look("K34", unit(
        skala_predikat="\n".join([SCALE, *rows]),
        evaluasi=f"urutan;komponen;bobot;nilai;predikat\n1;Perencanaan Kinerja;30;22,5;{letter}",
        iku="kode_iku;indikator;satuan;polaritas;skala\nAKIP;Nilai;nilai;naik;akip_nasional",
        facts={"kode_iku_akip": "AKIP"},
    ))  # fmt: skip
    assert [(f.baris, f.kolom, f.keparahan) for f in found] == (
        [] if severity is None else [(2, "predikat", severity)]
    )


@pytest.mark.parametrize(
    ("name", "seen"),
    [
        ("Perencanaan Kinerja", False),
        ("Perencanan Kinerja", True),
        ("Pelaporan Kinrja", True),
        ("Evaluasi Akuntabilitas Kinerja Internal", False),
        ("Evaluasi Akuntabiltas Kinerja Internal", True),
        ("Evaluasi Akuntabilitas Kinerja Instansi", False),  # another word, not a slip
        ("EVALUASI INTERNAL", False),
        ("Capaian Kinerja", False),
    ],
)
def test_components_misspelt(name: str, seen: bool) -> None:
    found = places("K50", unit(evaluasi=f"urutan;komponen;bobot;nilai\n1;{name};30;20"))
    assert found == ([(2, "komponen")] if seen else [])


FOLLOWED = "urutan;rekomendasi;rencana_aksi;target;satuan;waktu;status;bukti"


@pytest.mark.parametrize(
    ("row", "column"),
    [
        ("4;rapat;2024;Selesai;Notula", None),
        ("4;rapat;2024;Selesai;", "status"),
        ("4;rapat;2024;Sudah selesai;", "status"),
        ("4;rapat;2024;Belum selesai;", None),
        ("4;rapat;2024;Telah dilakukan rapat;", None),
        ("4;rapat;2024;Selesai, tetapi belum disusun;Notula", "status"),
        ("4;rapat;2024;Selesai;Masih dalam proses", "status"),
        ("4;rapat;2024;Selesai: sebab target belum tercapai dijelaskan;Notula", None),
        ("4;rapat;2024;Selesai: yang sebelumnya tidak ada kini lengkap;Notula", None),
        ("4;rapat;Triwulan IV 2024;;", None),
        ("4;rapat;Triwulan V 2024;;", "waktu"),
        ("4;rapat;Triwulan 5;;", "waktu"),
        ("4;rapat;Triwulan I, II, dan III 2024;;", None),
        ("4;rapat;Semester II 2024;;", None),
        ("4;rapat;Semester III 2024;;", "waktu"),
        ("4;rapat;29 Februari 2024;;", None),
        ("4;rapat;29 Februari 2025;;", "waktu"),
        ("4;rapat;31 Februari 2024;;", "waktu"),
        ("4;rapat;1924;;", "waktu"),
        ("4;rapat;Juni 2024;;", None),
        ("4000;rapat;2024;;", "target"),
        ("12;rapat;2024;;", None),
        ("150;persen;2024;;", None),
    ],
)
def test_follow_ups(row: str, column: str | None) -> None:
    others = [f"{n};Susun;Menyusun;2;dokumen;2024;Proses;" for n in (1, 2, 3)]
    table = "\n".join([FOLLOWED, *others, f"4;Rapat;Mengadakan;{row}"])
    assert places("K38", unit(tindak_lanjut=table)) == ([] if column is None else [(5, column)])


@pytest.mark.parametrize(
    ("name", "seen"),
    [("Baik", False), ("01-Jan", True), ("45292", True), ("1/2", True), ("2 Agustus", True)],
)
def test_a_class_with_no_name(name: str, seen: bool) -> None:
    hasil = unit(skala_predikat=f"{SCALE}\nx;1;Tinggi;50;100;keduanya\nx;2;{name};0;50;bawah")
    assert places("K46", hasil) == ([(3, "kategori")] if seen else [])


def test_a_scale_may_call_all_its_classes_by_number() -> None:
    assert (
        look("K46", unit(skala_predikat=f"{SCALE}\nx;1;2;50;100;keduanya\nx;2;1;0;50;bawah")) == []
    )


@pytest.mark.parametrize("filler", ["(diisi)", "(isi nama)", "xxx", "........"])
@pytest.mark.parametrize("fact", ["nama_kepala", "alamat", "dasar_organisasi"])
def test_fillers_in_facts(fact: str, filler: str) -> None:
    (found,) = look("K54", unit(facts={fact: filler}))
    assert (found.berkas, found.kolom) == ("2024/identitas.csv", "nilai")
    assert look("K54", unit(facts={fact: "Jalan Diisi Nomor 1 (Kantor)"})) == []


def test_fillers_in_any_table() -> None:
    assert places("K54", unit(program=f"{TREE}\nP1;;program;xxx")) == [(2, "nama")]


PLACE = {"jenis_unit": "kecamatan", "nama_unit": "Kecamatan Melati"}


@pytest.mark.parametrize(
    ("facts", "seen"),
    [
        ({"pemerintah_daerah": "Kabupaten Mawar", "kepala_daerah": "Bupati Mawar"}, False),
        ({"pemerintah_daerah": "Kabupaten Mawar", "kepala_daerah": "Bupati Anggrek"}, True),
        ({"pemerintah_daerah": "Kota Mawar", "kepala_daerah": "Wali Kota Anggrek"}, True),
        ({"pemerintah_daerah": "Pemerintah Kota Mawar", "kepala_daerah": "Walikota Mawar"}, False),
        ({"pemerintah_daerah": "Provinsi Mawar", "kepala_daerah": "Gubernur"}, False),
        ({**PLACE, "nama_unit_singkat": "Kec. Melati", "jabatan_kepala": "Camat Melati"}, False),
        ({**PLACE, "nama_unit_singkat": "Kec. Kenanga", "jabatan_kepala": "Camat Kenanga"}, True),
    ],
)
def test_places_of_the_identity(facts: dict[str, str], seen: bool) -> None:
    assert bool(look("K95", unit(facts=facts))) is seen


NAMED = "kode_iku;kode_sasaran;indikator;satuan;polaritas;catatan"
NOW = (
    "AKIP;S1;Nilai AKIP;nilai;naik;Lihat LHE",
    "IKPP;S2;Indeks pelayanan;indeks;naik;Baru diukur tahun ini",
)


@pytest.mark.parametrize(
    ("year", "last", "cells"),
    [
        (2023, NOW, []),
        (2023, ("akip;S1;Nilai AKIP;nilai;naik;", NOW[1]), [("2023/iku.csv", 2, "kode_iku")]),
        (2023, ("AKI;S1;Nilai AKIP;nilai;naik;", NOW[1]), [("2023/iku.csv", 2, "kode_iku")]),
        (2023, ("AKI;S1;Nilai evaluasi;nilai;naik;", NOW[1]), [("2023/iku.csv", 2, "kode_iku")]),
        (2022, ("AKI;S1;Nilai AKIP;nilai;naik;", NOW[1]), [("2022/iku.csv", 2, "kode_iku")]),
        (2022, NOW[1:], []),  # only last year's list is held against this year's
        (2023, NOW[1:], [("2024/iku.csv", 2, "kode_iku")]),
        (2023, NOW[:1], []),  # its note says that it is new
        (2023, (*NOW, "SPBE;S1;Tingkat daring;skor;naik;"), [("2023/iku.csv", 4, "kode_iku")]),
        (2023, (NOW[0].replace("S1", "S2"), NOW[1].replace("S2", "S1")),
         [("2024/iku.csv", 2, "kode_sasaran"), ("2024/iku.csv", 3, "kode_sasaran")]),
        (2023, (NOW[0].replace("S1", "T1"), NOW[1]), []),  # the sasaran has a new code
    ],
)  # fmt: skip
def test_iku_over_the_years(year: int, last: list[str], cells: list[tuple[str, int, str]]) -> None:
    goals = "kode_sasaran;tujuan;sasaran\nS1;A;Tertib\nS2;B;Terlayani"
    past = {year: {"iku": "\n".join([NAMED, *last])}}
    found = look("K39", unit(sasaran=goals, iku="\n".join([NAMED, *NOW]), past=past))
    assert [(f.berkas, f.baris, f.kolom) for f in found] == cells


VALUED = (
    "kode_iku;indikator;satuan;polaritas;skala;target;realisasi;target_akhir_renstra"
    ";realisasi_nasional"
)


def over_years(
    values: str, *past: str, name: str = "Mutu layanan", scale: str = ""
) -> list[Finding]:
    """Look at an IKU by target, realisation, end of the Renstra and nation, and at its past."""
    header = "kode_iku;indikator;satuan;polaritas;realisasi"
    years = {2023 - n: {"iku": f"{header}\nA;{name};nilai;naik;{v}"} for n, v in enumerate(past)}
    return look("K48", unit(iku=f"{VALUED}\nA;{name};nilai;naik;{scale};{values}", past=years))


@pytest.mark.parametrize(
    ("values", "past", "cell"),
    [
        ("72;73,47;74;", ("71,13", "70,03"), None),
        ("72;73,47;74;", ("17,13", "70,03"), ("2023/iku.csv", "realisasi")),
        ("72;73,47;74;", ("71,13", "07,03"), ("2022/iku.csv", "realisasi")),
        ("72;73,47;74;", ("71,13", "7,003"), ("2022/iku.csv", "realisasi")),
        ("76;76,6;78;", ("57,1", "74"), ("2023/iku.csv", "realisasi")),
        ("76;67,6;78;", ("75,1", "74"), ("2024/iku.csv", "realisasi")),
        ("76;66,1;78;", ("75,1", "74"), None),  # a fall that no swapped digits explain
        ("67;76,6;78;", ("75,1", "74"), ("2024/iku.csv", "target")),
        ("30;35;50;", ("28", "20"), None),  # values that move
        ("5;5,1;50;", ("4,9",), ("2024/iku.csv", "target_akhir_renstra")),
        ("5;5,1;9;", ("4,9",), None),
        ("78;77,5;87;", ("76", "75"), None),  # an end may lie ahead
        ("9;9,1;9,5;98", ("9,2",), ("2024/iku.csv", "realisasi_nasional")),
        ("9;9,1;9,5;14", ("9,2",), None),
        ("9;9,1;9,5;30", ("9,2",), None),
        ("72;17;;", (), None),  # too few to tell
    ],
)
def test_a_value_beside_its_like(
    values: str, past: tuple[str, ...], cell: tuple[str, str] | None
) -> None:
    found = over_years(values, *past)
    assert [(f.berkas, f.kolom) for f in found] == ([cell] if cell else [])
    assert all("seharusnya" in f.dugaan for f in found)


def test_a_nation_counts_more_than_a_unit() -> None:
    assert over_years("9;9,1;9,5;98", "9,2", name="Jumlah desa") == []


@pytest.mark.parametrize(
    ("given", "final", "seen"),
    [("80;", "101", True), ("80;", "100", False), (";A", "5", False), (";A", "50", True)],
)
def test_end_of_the_renstra_and_its_scale(given: str, final: str, seen: bool) -> None:
    header = "kode_iku;indikator;satuan;polaritas;skala;target;target_predikat;target_akhir_renstra"
    scale = f"{SCALE};skor\nmutu;1;A;50;100;keduanya;5\nmutu;2;B;0;50;bawah;4"
    hasil = unit(skala_predikat=scale, iku=f"{header}\nA;Mutu;skor;naik;mutu;{given};{final}")
    assert places("K60", hasil) == ([(2, "target_akhir_renstra")] if seen else [])


@pytest.mark.parametrize(
    ("leaf", "place"),
    [
        ("270000000", (4, "realisasi")),
        ("41000000", (2, "realisasi")),  # more than there is, but no zero too many
        ("27000000", None),
    ],
)
def test_the_item_with_a_zero_too_many(leaf: str, place: tuple[int, str] | None) -> None:
    rows = (
        "P1;;program;A;40000000;",
        "P1.K1;P1;kegiatan;B;;",
        f"P1.K1.S1;P1.K1;subkegiatan;C;;{leaf}",
    )
    other = "P1.K1.S2;P1.K1;subkegiatan;D;;12000000"
    found = run_checks(unit(program="\n".join([f"{TREE};pagu;realisasi", *rows, other])))
    told = [(f.baris, f.kolom) for f in found if f.id == "K03"]
    assert told[:1] == ([place] if place else [])


def test_the_first_year_of_a_renstra_has_a_new_list() -> None:
    now, old = "\n".join([NAMED, *NOW]), f"{NAMED}\nSPBE;S1;Tingkat daring;skor;naik;"
    facts = {"renstra_awal": "2024"}
    assert look("K39", unit(iku=now, past={2023: {"iku": old}}, facts=facts)) == []
    assert len(look("K39", unit(iku=now, past={2023: {"iku": old}}))) == 2
    past = {2023: {"iku": old}, 2022: {"iku": now}}  # last year's list has lost what it had
    assert places("K39", unit(iku=now, past=past, facts=facts)) == [(2, "kode_iku")]


def test_codes_of_other_numbers_are_others() -> None:
    old, now = (f"{NAMED}\nIKU{n};S1;Mutu {n};skor;naik;" for n in (1, 2))
    found = look("K39", unit(iku=now, past={2023: {"iku": old}}))
    assert [f.pesan for f in found] == [
        "IKU IKU1 tidak ada pada 2024",
        "IKU IKU2 tidak ada pada 2023",
    ]


@pytest.mark.parametrize(
    ("now", "planned", "seen"),
    [
        (COMPLETE, COMPLETE, []),
        (COMPLETE[:3], COMPLETE, [(5, "nama")]),
        (COMPLETE[:2], COMPLETE, [(4, "nama")]),  # what stood below it went with it
        (COMPLETE[:3], COMPLETE[:3], []),  # no longer planned
        ((*COMPLETE[:3], "P4.K7;P4;kegiatan;D"), COMPLETE, []),  # it has another code
        ((), COMPLETE, []),  # not filled in yet
    ],
)
def test_programmes_gone(
    now: tuple[str, ...], planned: tuple[str, ...], seen: list[tuple[int, str]]
) -> None:
    past = {2023: {"program": "\n".join([TREE, *COMPLETE])}}
    hasil = unit(program="\n".join([TREE, *now]), renstra="\n".join([TREE, *planned]), past=past)
    assert places("K39", hasil) == seen
