"""Sasaran strategis and their IKU, with what a composite IKU is made of."""

from __future__ import annotations

from lkjip_analysis.data.columns import Column, Table
from lkjip_analysis.measures.achievement import TURUN

POLARITIES = ("naik", "turun")
RUMUS_TURUN = Column(
    "rumus_turun",
    "pilihan",
    "rumus capaian indikator berpolaritas turun; kosong = pilihan unit di identitas.csv",
    choices=TURUN,
)

SASARAN = Table(
    name="sasaran",
    row_is="satu sasaran strategis",
    key=("kode_sasaran",),
    used_in="BAB I cascading, BAB II Perjanjian Kinerja, BAB III",
    columns=(
        Column("kode_sasaran", "kode", "kode sasaran", required=True, example="S1"),
        Column("tujuan", "teks", "tujuan yang dilayani sasaran ini", required=True),
        Column(
            "sasaran", "teks", "bunyi sasaran strategis sesuai Perjanjian Kinerja", required=True
        ),
    ),
)

IKU = Table(
    name="iku",
    row_is="satu Indikator Kinerja Utama (IKU)",
    key=("kode_iku",),
    used_in="BAB II dan BAB III; folder tahun-tahun sebelumnya memberi riwayat realisasi",
    columns=(
        Column("kode_iku", "kode", "kode IKU, sama setiap tahun", required=True, example="AKIP"),
        Column(
            "kode_sasaran",
            "kode",
            "sasaran yang diukur",
            required=True,
            refers_to="sasaran.kode_sasaran",
            example="S1",
        ),
        Column("indikator", "teks", "nama indikator sesuai Perjanjian Kinerja", required=True),
        Column(
            "satuan",
            "teks",
            "satuan target dan realisasi",
            required=True,
            example="nilai",
            bad_example="3 dokumen",
        ),
        Column(
            "polaritas",
            "pilihan",
            "naik: makin tinggi makin baik; turun: makin rendah makin baik",
            required=True,
            choices=POLARITIES,
            example="naik",
        ),
        RUMUS_TURUN,
        Column("formula", "teks", "rumus penghitungan menurut dokumen IKU"),
        Column("sumber_data", "teks", "sumber data realisasi"),
        Column("penanggung_jawab", "teks", "penanggung jawab indikator"),
        Column(
            "bobot",
            "bilangan",
            "bobot untuk rata-rata berbobot; kosong semua = rata-rata sederhana",
            minimum=0,
        ),
        Column(
            "skala",
            "teks",
            "nama skala di skala_predikat.csv untuk membaca predikat nilai ini",
            example="akip_lokal",
        ),
        Column(
            "target",
            "bilangan",
            "target tahunan sesuai Perjanjian Kinerja",
            to_fill=True,
            example="72",
            bad_example="BB (72)",
        ),
        Column(
            "target_predikat",
            "teks",
            "predikat yang ditargetkan, bila Perjanjian Kinerja menyebutnya",
            to_fill=True,
            example="BB",
        ),
        Column(
            "realisasi",
            "bilangan",
            "realisasi tahun ini",
            to_fill=True,
            example="73,47",
            bad_example="N/A (belum)",
        ),
        Column(
            "realisasi_predikat",
            "teks",
            "predikat yang diperoleh, untuk indikator yang hanya berpredikat",
            to_fill=True,
        ),
        Column(
            "target_akhir_renstra", "bilangan", "target pada akhir periode Renstra", example="74"
        ),
        Column(
            "realisasi_nasional",
            "bilangan",
            "realisasi tingkat nasional; kosong = belum tersedia",
            to_fill=True,
        ),
        Column("sumber_nasional", "teks", "sumber angka nasional", to_fill=True),
        Column(
            "catatan_nasional",
            "teks",
            "keterangan pembanding nasional, atau alasan angkanya tidak ada",
            to_fill=True,
        ),
        Column("bukti", "teks", "dokumen sumber realisasi: nomor, tanggal", to_fill=True),
        Column("catatan", "teks", "catatan penyusun, tidak dicetak", to_fill=True),
    ),
)

KOMPONEN_IKU = Table(
    name="komponen_iku",
    row_is="satu komponen pembentuk IKU komposit",
    key=("kode_iku", "komponen"),
    compulsory=False,
    used_in="BAB III, tabel komponen IKU komposit; realisasi IKU = jumlah koefisien × nilai",
    columns=(
        Column(
            "kode_iku",
            "kode",
            "IKU yang disusun",
            required=True,
            refers_to="iku.kode_iku",
            example="IKPP",
        ),
        Column("komponen", "teks", "nama komponen", required=True, example="IKM"),
        Column("koefisien", "bilangan", "pengali komponen", required=True, example="1,25"),
        Column(
            "nilai",
            "bilangan",
            "nilai komponen; kosong bila dihitung dari skm.csv atau ipp.csv",
            to_fill=True,
        ),
        Column(
            "sumber",
            "pilihan",
            "asal nilai: langsung, skm (dari skm.csv), ipp (dari ipp.csv)",
            choices=("langsung", "skm", "ipp"),
            example="langsung",
        ),
        Column("minimum", "bilangan", "nilai terendah yang mungkin", example="1"),
        Column("maksimum", "bilangan", "nilai tertinggi yang mungkin", example="4"),
        Column("keterangan", "teks", "keterangan komponen"),
    ),
)

SKM = Table(
    name="skm",
    row_is="satu unsur Survei Kepuasan Masyarakat (PermenPANRB 14/2017)",
    key=("unsur",),
    compulsory=False,
    used_in="BAB III, nilai IKM",
    columns=(
        Column("urutan", "cacah", "nomor unsur", required=True, maximum=9999, example="1"),
        Column("unsur", "teks", "nama unsur pelayanan", required=True, example="Persyaratan"),
        Column(
            "nilai_rata_rata",
            "bilangan",
            "nilai rata-rata responden, skala 1-4",
            to_fill=True,
            minimum=1,
            maximum=4,
        ),
    ),
)

IPP = Table(
    name="ipp",
    row_is="satu butir penilaian Indeks Pelayanan Publik (IPP)",
    key=("aspek", "butir"),
    compulsory=False,
    used_in="BAB III, nilai IPP",
    columns=(
        Column("aspek", "teks", "nama aspek", required=True, example="Kebijakan Pelayanan"),
        Column(
            "bobot_aspek",
            "bilangan",
            "bobot aspek, bagian dari 1",
            required=True,
            minimum=0,
            maximum=1,
            example="0,30",
        ),
        Column("butir", "teks", "butir pertanyaan", required=True),
        Column(
            "bobot",
            "bilangan",
            "bobot butir di dalam aspek",
            required=True,
            minimum=0,
            maximum=1,
            example="0,089",
        ),
        Column(
            "skor", "bilangan", "skor butir 0-5", to_fill=True, minimum=0, maximum=5, example="4"
        ),
    ),
)
