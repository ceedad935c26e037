"""Programmes, kegiatan and subkegiatan: their money and their indicators."""

from __future__ import annotations

from lkjip_analysis.data.columns import Column, Table
from lkjip_analysis.data.schema_goals import POLARITIES, RUMUS_TURUN

LEVELS = ("program", "kegiatan", "subkegiatan")

PROGRAM = Table(
    name="program",
    row_is="satu program, kegiatan, atau subkegiatan",
    key=("kode",),
    used_in="BAB I cascading, BAB II, BAB III anggaran",
    columns=(
        Column("kode", "kode", "kode unik", required=True, example="P1.K1.S1"),
        Column(
            "induk",
            "kode",
            "kode program/kegiatan di atasnya; kosong untuk program",
            refers_to="program.kode",
            example="P1.K1",
        ),
        Column(
            "tingkat",
            "pilihan",
            "tingkat baris",
            required=True,
            choices=LEVELS,
            example="subkegiatan",
        ),
        Column(
            "nama", "teks", "nama tanpa kata Program/Kegiatan/Subkegiatan di depan", required=True
        ),
        Column(
            "kode_sasaran",
            "kode",
            "sasaran strategis yang didukung (pada baris program)",
            refers_to="sasaran.kode_sasaran",
            example="S1",
        ),
        Column("sasaran", "teks", "sasaran program/kegiatan/subkegiatan"),
        Column(
            "pagu",
            "rupiah",
            "anggaran sesuai Perjanjian Kinerja/DPA; kosong pada induk = jumlah anaknya",
            unit="rupiah",
            minimum=0,
            to_fill=True,
            example="2.487.371.653",
        ),
        Column(
            "realisasi",
            "rupiah",
            "realisasi anggaran; kosong pada induk = jumlah anaknya",
            unit="rupiah",
            minimum=0,
            to_fill=True,
            example="7.651.150",
        ),
        Column(
            "serapan_dilaporkan",
            "bilangan",
            "persentase serapan yang dilaporkan pelaksana, bila pagu tidak diterbitkan",
            unit="persen",
            percent_sign=True,
            to_fill=True,
            minimum=0,
            example="99,81",
        ),
        Column("catatan", "teks", "catatan penyusun, tidak dicetak", to_fill=True),
    ),
)

INDIKATOR_PROGRAM = Table(
    name="indikator_program",
    row_is="satu indikator program, kegiatan, atau subkegiatan",
    key=("kode", "urutan"),
    used_in="BAB II dan BAB III pengukuran kinerja; tahun lalu ikut ditampilkan",
    columns=(
        Column(
            "kode",
            "kode",
            "kode program/kegiatan/subkegiatan",
            required=True,
            refers_to="program.kode",
            example="P1.K1",
        ),
        Column(
            "urutan",
            "cacah",
            "nomor indikator pada item itu",
            required=True,
            maximum=9999,
            example="1",
        ),
        Column("indikator", "teks", "nama indikator", required=True),
        Column(
            "satuan",
            "teks",
            "satuan target dan realisasi",
            required=True,
            example="dokumen",
            bad_example="3 dokumen",
        ),
        Column(
            "polaritas",
            "pilihan",
            "naik atau turun",
            required=True,
            choices=POLARITIES,
            example="naik",
        ),
        RUMUS_TURUN,
        Column("formula", "teks", "rumus penghitungan"),
        Column(
            "target", "bilangan", "target tahunan", percent_sign=True, to_fill=True, example="100"
        ),
        Column(
            "realisasi",
            "bilangan",
            "realisasi; kosong = belum tersedia",
            percent_sign=True,
            to_fill=True,
            example="100",
        ),
        Column(
            "keterangan",
            "teks",
            "keterangan asal angka, atau alasan angkanya tidak ada; dicetak sebagai catatan",
            to_fill=True,
        ),
    ),
)

RENSTRA = Table(
    name="renstra",
    row_is="satu program, kegiatan, atau subkegiatan menurut Renstra",
    key=("kode",),
    compulsory=False,
    used_in="BAB II daftar program Renstra; bila berkas tidak ada, daftar diambil dari program.csv",
    columns=(
        Column("kode", "kode", "kode unik di berkas ini", required=True, example="R1.1"),
        Column("induk", "kode", "kode di atasnya", refers_to="renstra.kode", example="R1"),
        Column(
            "tingkat", "pilihan", "tingkat baris", required=True, choices=LEVELS, example="kegiatan"
        ),
        Column("nama", "teks", "nama", required=True),
    ),
)
