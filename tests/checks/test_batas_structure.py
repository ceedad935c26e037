"""Numbers that jump, rows that stand twice, counts in sentences."""

from __future__ import annotations

import pytest
from kasus import look, narasi, told, unit
from syrupy.assertion import SnapshotAssertion

from lkjip_analysis.results import Results

FORMS = {
    "narasi": ("bagian;urutan;jenis;teks", "kesimpulan;{n};paragraf;Teks {i}"),
    "evaluasi": ("urutan;komponen", "{n};Komponen {i}"),
    "tindak_lanjut": ("urutan;rekomendasi", "{n};Rekomendasi {i}"),
    "sarpras": ("urutan;uraian", "{n};Barang {i}"),
    "skm": ("urutan;unsur", "{n};Unsur {i}"),
    "struktur": ("kode_jabatan;atasan;urutan;jabatan", "J{i};KEPALA;{n};Jabatan {i}"),
    "tugas": ("kode_jabatan;jenis;urutan;teks", "J;tugas;{n};Teks {i}"),
    "proses_bisnis": ("kode;induk;urutan;nama;jenis", "P{i};P;{n};Nama {i};inti"),
    "indikator_program": ("kode;urutan;indikator;satuan;polaritas", "P1;{n};Nilai {i};nilai;naik"),
}


def numbered(table: str, *numbers: str) -> Results:
    header, form = FORMS[table]
    rows = [form.format(n=n, i=i) for i, n in enumerate(numbers)]
    return unit(**{table: "\n".join([header, *rows])})


@pytest.mark.parametrize(
    ("numbers", "row", "said"),
    [
        ("1 2 3", None, ""),
        ("3 1 2", None, ""),  # the order of rows is free
        ("1 2 4", 4, "nomor 3 tidak ada"),
        ("1 4 5", 3, "nomor 2, 3 tidak ada"),
        ("2 3", 2, "nomor 1 tidak ada"),
        ("1 2 2 3", 3, "nomor 2 berulang"),
        ("1 1 3", 2, "nomor 2 tidak ada, nomor 1 berulang"),
        ("4 1 2", 2, "nomor 3 tidak ada"),
        ("0 1 2", 2, "tidak mulai dari 1"),
        ("1 10", 3, "nomor 2, 3, 4, 5, 6, 7, 8, 9 tidak ada"),
        ("1 11", 3, "nomor 2, 3, 4, 5, 6, 7, 8, 9 … tidak ada"),
        ("1", None, ""),
    ],
)
def test_numbers(numbers: str, row: int | None, said: str) -> None:
    found = look("K80", numbered("tindak_lanjut", *numbers.split()))
    assert [(f.baris, f.kolom) for f in found] == ([] if row is None else [(row, "urutan")])
    assert all(f.pesan == f"urutan tindak_lanjut.csv: {said}" for f in found)


@pytest.mark.parametrize("table", FORMS)
def test_every_numbered_table(table: str) -> None:
    found = look("K80", numbered(table, "1", "2", "4"))
    assert [(f.berkas, f.baris) for f in found] == [(f"2024/{table}.csv", 4)]


@pytest.mark.parametrize(
    ("table", "rows", "group"),
    [
        ("narasi", ["solusi;1;paragraf;A", "kesimpulan;2;paragraf;B"], "kesimpulan"),
        ("struktur", ["A;;1;Satu", "B;A;2;Dua"], "A"),
        ("tugas", ["A;tugas;1;Satu", "A;fungsi;2;Dua"], "A fungsi"),
        ("tugas", ["A;tugas;1;Satu", "B;tugas;2;Dua"], "B tugas"),
        ("proses_bisnis", ["P;;1;Satu;inti", "P.1;P;2;Dua;inti"], "P"),
        ("indikator_program", ["P1;1;Satu;nilai;naik", "P2;2;Dua;nilai;naik"], "P2"),
    ],
)
def test_numbers_run_within_their_group(table: str, rows: list[str], group: str) -> None:
    found = look("K80", unit(**{table: "\n".join([FORMS[table][0], *rows])}))
    assert [f.pesan for f in found] == [f"urutan {table}.csv pada {group}: nomor 1 tidak ada"]


def test_classes_are_numbered_within_their_scale() -> None:
    rows = ["a;1;A;50;;atas", "a;2;B;;50;atas", "b;1;A;50;;atas", "b;3;B;;50;atas"]
    scale = "\n".join(["skala;urutan;kategori;batas_bawah;batas_atas;termasuk", *rows])
    (found,) = look("K80", unit(skala_predikat=scale))
    assert (found.baris, found.pesan) == (5, "urutan skala_predikat.csv pada b: nomor 2 tidak ada")


TWICE = {
    "sasaran": ("kode_sasaran;tujuan;sasaran", "S1;Aman;Tertib", "S2;Maju;tertib."),
    "iku": ("kode_iku;indikator;satuan;polaritas", "A;Nilai;nilai;naik", "B;Nilai;nilai;naik"),
    "program": ("kode;induk;tingkat;nama", "A;P1;kegiatan;Loket", "B;P1;kegiatan;Loket"),
    "indikator_program": (
        "kode;urutan;indikator;satuan;polaritas",
        "P1;1;Nilai;nilai;naik",
        "P1;2;Nilai;nilai;naik",
    ),
    "renstra": ("kode;induk;tingkat;nama", "A;P1;kegiatan;Loket", "B;P1;kegiatan;Loket"),
    "sarpras": ("urutan;uraian", "1;Meja", "2;MEJA"),
    "tindak_lanjut": ("urutan;rekomendasi", "1;Latih", "2;Latih"),
    "struktur": ("kode_jabatan;atasan;urutan;jabatan", "A;K;1;Staf", "B;K;2;Staf"),
    "tugas": ("kode_jabatan;jenis;urutan;teks", "A;tugas;1;Melapor", "A;tugas;2;Melapor"),
    "evaluasi": ("urutan;komponen", "1;Perencanaan", "2;Perencanaan"),
    "skm": ("urutan;unsur", "1;Biaya", "2;Biaya"),
}


@pytest.mark.parametrize("table", TWICE)
def test_rows_that_stand_twice(table: str) -> None:
    found = look("K81", unit(**{table: "\n".join(TWICE[table])}))
    assert [(f.berkas, f.baris) for f in found] == [(f"2024/{table}.csv", 3)]
    assert "yang sama dengan baris 2" in found[0].pesan
    assert look("K81", unit(**{table: "\n".join(TWICE[table][:2])})) == []


@pytest.mark.parametrize(
    ("table", "rows"),
    [
        ("program", ["A;P1;kegiatan;Loket", "B;P2;kegiatan;Loket"]),
        ("renstra", ["A;P1;kegiatan;Loket", "B;P2;kegiatan;Loket"]),
        ("indikator_program", ["P1;1;Nilai;nilai;naik", "P2;1;Nilai;nilai;naik"]),
        ("struktur", ["A;K;1;Staf", "B;L;1;Staf"]),
        ("tugas", ["A;tugas;1;Melapor", "A;fungsi;1;Melapor"]),
        ("tugas", ["A;tugas;1;Melapor", "B;tugas;1;Melapor"]),
        ("sarpras", ["1;-", "2;-"]),
    ],
)
def test_the_same_words_in_another_group(table: str, rows: list[str]) -> None:
    assert look("K81", unit(**{table: "\n".join([TWICE[table][0], *rows])})) == []


def test_a_row_that_stands_three_times_is_told_twice() -> None:
    hasil = unit(sarpras="urutan;uraian\n1;Meja\n2;…\n3;Meja\n4;Meja")
    assert [[cell.baris for cell in f.sel] for f in look("K81", hasil)] == [[4, 2], [5, 2]]


def posts(*above: str) -> Results:
    rows = [f"J{n};{code};{n};Jabatan {n}" for n, code in enumerate(above, 1)]
    return unit(struktur="\n".join([FORMS["struktur"][0], *rows]))


def test_one_head() -> None:
    assert look("K82", posts("", "J1", "J1")) == []
    assert look("K82", posts()) == []
    found = look("K82", posts("", "J1", "", ""))
    assert [[cell.baris for cell in f.sel] for f in found] == [[4, 5]]
    assert "3 jabatan tanpa atasan: J1, J3, J4" in found[0].pesan
    assert look("K82", posts(*[""] * 7))[0].pesan.endswith("J5, J6")


@pytest.mark.parametrize("table", ["program", "renstra"])
@pytest.mark.parametrize(
    ("rows", "seen"),
    [
        (["A;P1;kegiatan;Loket", "B;P2;kegiatan;LOKET"], [(3, "nama")]),
        (
            ["A;P1;kegiatan;Loket", "B;P2;kegiatan;Loket", "C;P3;kegiatan;Loket"],
            [(3, "nama"), (4, "nama")],
        ),
        (["A;P1;kegiatan;Loket", "B;P1;kegiatan;Loket"], []),
        (["A;P1;kegiatan;Loket", "B;P2;kegiatan;Loket keliling"], []),
        (["A;P1;subkegiatan;Loket", "B;P2;subkegiatan;Loket"], []),
        (["A;P1;subkegiatan;Loket", "B;P2;kegiatan;Loket"], []),
    ],
)
def test_kegiatan_of_two_programmes(
    table: str, rows: list[str], seen: list[tuple[int, str]]
) -> None:
    found = look("K83", unit(**{table: "\n".join(["kode;induk;tingkat;nama", *rows])}))
    assert [(f.baris, f.kolom) for f in found] == seen
    assert all(f.berkas == f"2024/{table}.csv" and f.sel[1].baris == 2 for f in found)


def counted(*texts: str) -> Results:
    """Make a unit of 2 programmes, 3 kegiatan, 4 subkegiatan, 2 sasaran and 1 IKU."""
    tree = ["P1;;program;A", "P2;;program;B", "K1;P1;kegiatan;C", "K2;P1;kegiatan;D",
            "K3;P2;kegiatan;E", *(f"S{n};K1;subkegiatan;F{n}" for n in range(4))]  # fmt: skip
    return unit(
        program="\n".join(["kode;induk;tingkat;nama", *tree]),
        sasaran="kode_sasaran;tujuan;sasaran\nS1;Aman;Tertib\nS2;Maju;Terlayani",
        iku="kode_iku;indikator;satuan;polaritas\nA;Nilai;nilai;naik",
        narasi=narasi(*(("anggaran", "", text) for text in texts)),
    )


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Didukung 2 program, 3 kegiatan, dan 4 subkegiatan.", []),
        ("Didukung 2 program, 3 kegiatan, dan 4 sub kegiatan.", []),
        ("Didukung 3 program, 3 kegiatan, dan 4 subkegiatan.", ["3 program"]),
        ("Didukung 2 program, 4 kegiatan, dan 4 subkegiatan.", ["4 kegiatan"]),
        ("Didukung 2 program, 3 kegiatan, dan 3 subkegiatan.", ["3 subkegiatan"]),
        ("Didukung 1 Program dan 5 Sub Kegiatan.", ["1 program", "5 sub kegiatan"]),
        ("Didukung 1 (satu) program serta 3 (tiga) kegiatan.", ["1 program"]),
        ("Ada 2 sasaran strategis dengan 1 indikator kinerja utama (IKU).", []),
        ("Ada 3 sasaran strategis yang dijabarkan dalam 2 IKU.", ["3 sasaran strategis", "2 iku"]),
        (
            "Ada 2 sasaran strategis dengan 2 indikator kinerja utama.",
            ["2 indikator kinerja utama"],
        ),
        ("Ada 1 indikator kinerja utama (IKU) dan 5 program.", ["5 program"]),
        ("Didukung 5 program.", ["5 program"]),
        ("Ada 5 program.", []),  # alone it may be anything
        ("Unit memiliki dua belas program.", ["12 program"]),
        ("Unit memiliki dua program dan tiga kegiatan.", []),
        ("Unit memiliki 5 program magang.", []),
        ("Ada 5 program magang dan 7 kegiatan lomba.", []),  # not side by side
        ("Tahun 2024 ada 5 program dan 3 kegiatan.", ["5 program"]),
        ("Tahun 2023 ada 5 program dan 3 kegiatan.", []),
        ("Pada 2023-2024 ada 5 program dan 3 kegiatan.", []),
        ("Renstra memuat 5 program dan 3 kegiatan.", []),
    ],
)
def test_counts_in_sentences(text: str, wrong: list[str]) -> None:
    found = look("K85", counted("Baik.", text))
    assert [f.pesan.split(",")[0].removeprefix("teks menyebut ") for f in found] == wrong
    assert all((f.baris, f.kolom) == (3, "teks") for f in found)


def test_every_sentence_is_counted_by_itself() -> None:
    text = "Ada 5 program. Renstra memuat 5 program dan 9 kegiatan. Ada 3 kegiatan dan 1 program."
    assert len(look("K85", counted(text))) == 1


SPOILED = {
    "K80": lambda: numbered("tugas", "1", "1", "3"),
    "K81": lambda: unit(sarpras="urutan;uraian\n1;Meja kerja\n2;Meja kerja"),
    "K82": lambda: posts("", ""),
    "K83": lambda: unit(
        program="kode;induk;tingkat;nama\nA;P1;kegiatan;Loket\nB;P2;kegiatan;Loket"
    ),
    "K85": lambda: counted(
        "Didukung 2 program, 5 kegiatan, dan 7 sub kegiatan.", "Ada 3 sasaran strategis dan 2 IKU."
    ),
}


@pytest.mark.parametrize("case", SPOILED)
def test_what_is_said(case: str, snapshot: SnapshotAssertion) -> None:
    assert told(look(case, SPOILED[case]())) == snapshot
