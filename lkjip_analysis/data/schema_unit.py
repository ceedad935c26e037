"""The unit itself: its facts, organisation, duties, processes, and the texts of its report."""

from __future__ import annotations

from lkjip_analysis.data.columns import Column, Table
from lkjip_analysis.data.facts import SECTIONS

IDENTITAS = Table(
    name="identitas",
    row_is="satu fakta tentang unit, tahun laporan, atau aturan hitung yang dipilih",
    key=("kunci",),
    used_in="semua bab",
    columns=(
        Column("kunci", "kode", "nama fakta (daftar di bawah)", required=True, example="nama_unit"),
        Column("nilai", "teks", "nilainya", example="Kecamatan Contoh"),
    ),
)

STRUKTUR = Table(
    name="struktur",
    row_is="satu jabatan atau unit dalam susunan organisasi",
    key=("kode_jabatan",),
    used_in="BAB I struktur organisasi",
    columns=(
        Column("kode_jabatan", "kode", "kode jabatan", required=True, example="SEKRETARIAT"),
        Column(
            "atasan",
            "kode",
            "kode jabatan di atasnya; kosong untuk pimpinan",
            refers_to="struktur.kode_jabatan",
        ),
        Column(
            "urutan",
            "cacah",
            "urutan di bawah atasan yang sama",
            required=True,
            maximum=9999,
            example="1",
        ),
        Column("jabatan", "teks", "nama jabatan/unit", required=True, example="Sekretariat"),
        Column(
            "jenis",
            "pilihan",
            "jenis jabatan",
            required=True,
            choices=("pimpinan", "struktural", "fungsional"),
            example="struktural",
        ),
        Column("uraian", "teks", "kalimat kedudukan dan tugas pokok"),
    ),
)

TUGAS = Table(
    name="tugas",
    row_is="satu butir tugas atau fungsi suatu jabatan",
    key=("kode_jabatan", "jenis", "urutan"),
    used_in="BAB I tugas jabatan",
    columns=(
        Column("kode_jabatan", "kode", "jabatan", required=True, refers_to="struktur.kode_jabatan"),
        Column(
            "jenis",
            "pilihan",
            "tugas atau fungsi",
            required=True,
            choices=("tugas", "fungsi"),
            example="tugas",
        ),
        Column("urutan", "cacah", "nomor butir", required=True, maximum=9999, example="1"),
        Column("teks", "teks", "bunyi tugas atau fungsi", required=True),
    ),
)

PROSES_BISNIS = Table(
    name="proses_bisnis",
    row_is="satu proses atau pengaruh pada peta proses bisnis",
    key=("kode",),
    compulsory=False,
    used_in="BAB I peta proses bisnis",
    columns=(
        Column("kode", "kode", "kode proses", required=True, example="P.1"),
        Column("induk", "kode", "proses di atasnya", refers_to="proses_bisnis.kode"),
        Column("urutan", "cacah", "urutan", required=True, maximum=9999, example="1"),
        Column("nama", "teks", "nama proses", required=True),
        Column(
            "jenis",
            "pilihan",
            "inti: proses utama; pendukung: proses pendukung; pengaruh: variabel yang mempengaruhi",
            required=True,
            choices=("inti", "pendukung", "pengaruh"),
            example="inti",
        ),
        Column("uraian", "teks", "penjelasan proses"),
    ),
)

NARASI = Table(
    name="narasi",
    row_is="satu paragraf, judul kecil, atau butir daftar",
    key=("bagian", "urutan"),
    used_in="semua bab",
    columns=(
        Column(
            "bagian",
            "pilihan",
            "bagian laporan tempat teks ini (daftar di bawah)",
            required=True,
            choices=tuple(SECTIONS),
            example="isu_strategis",
        ),
        Column(
            "urutan", "cacah", "urutan di dalam bagian", required=True, maximum=9999, example="1"
        ),
        Column(
            "jenis",
            "pilihan",
            "bentuk teks",
            required=True,
            choices=("paragraf", "judul", "nomor", "huruf", "butir"),
            example="paragraf",
        ),
        Column(
            "tingkat", "cacah", "kedalaman daftar: 1, 2, atau 3", minimum=1, maximum=3, example="1"
        ),
        Column(
            "kode",
            "kode",
            "kode IKU yang dibahas, bila ada",
            refers_to="iku.kode_iku",
            example="AKIP",
        ),
        Column(
            "teks",
            "teks",
            "teksnya; {tahun}, {identitas.nama_unit}, {anggaran.serapan} dan kunci hasil lain "
            "diganti nilainya",
            to_fill=True,
        ),
    ),
)
