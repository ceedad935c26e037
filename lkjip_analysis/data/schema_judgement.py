"""What people decide: accepted findings, own answers, rating scales."""

from __future__ import annotations

from lkjip_analysis.data.columns import Column, Table

PENGAKUAN = Table(
    name="pengakuan",
    row_is="satu temuan pemeriksaan yang diakui beserta alasannya",
    key=("id_temuan", "berkas", "baris", "kolom"),
    compulsory=False,
    carried_over=False,
    used_in="hasil pemeriksaan (lkjip check)",
    columns=(
        Column("id_temuan", "kode", "ID aturan temuan", required=True, example="K02"),
        Column("berkas", "teks", "berkas temuan; kosong = semua berkas", example="program.csv"),
        Column("baris", "cacah", "baris temuan; kosong = semua baris"),
        Column("kolom", "teks", "kolom temuan; kosong = semua kolom"),
        Column("alasan", "teks", "mengapa temuan ini dapat diterima", required=True),
        Column("oleh", "teks", "siapa yang mengakui"),
    ),
)

# fmt: off
QUESTION_IDS: tuple[str, ...] = (
    "R22", "R23", "R24",
    *(f"REV-I{n}" for n in range(1, 7)), *(f"REV-II{n}" for n in range(1, 8)),
    *(f"REV-III{n}" for n in range(1, 11)),
    *(f"LKE-3a{n}" for n in range(1, 7)), *(f"LKE-3b{n}" for n in range(1, 10)),
    *(f"LKE-3c{n}" for n in range(1, 8)),
)
# fmt: on
"""Questions that people may answer: of the regulation, the reviewer's form, the evaluator's."""

PENILAIAN_MANDIRI = Table(
    name="penilaian_mandiri",
    row_is="satu jawaban penyusun atas pertanyaan yang hanya dapat dijawab manusia",
    key=("id",),
    compulsory=False,
    used_in="lampiran perkiraan mandiri kepatuhan",
    columns=(
        Column("id", "kode", "ID pertanyaan", required=True, example="R22"),
        Column(
            "jawaban",
            "pilihan",
            "jawaban",
            choices=("ya", "sebagian", "tidak"),
            to_fill=True,
            example="ya",
        ),
        Column("bukti", "teks", "bukti atau penjelasan", to_fill=True),
    ),
)

SKALA_PREDIKAT = Table(
    name="skala_predikat",
    row_is="satu kelas pada suatu skala predikat",
    key=("skala", "kategori"),
    shared=True,
    used_in="BAB III skala predikat, predikat nilai, penilaian dukungan program",
    columns=(
        Column("skala", "teks", "nama skala", required=True, example="akip_nasional"),
        Column(
            "urutan",
            "cacah",
            "urutan kelas, terbaik lebih dahulu",
            required=True,
            maximum=9999,
            example="1",
        ),
        Column("kategori", "teks", "nama kelas", required=True, example="AA"),
        Column("batas_bawah", "bilangan", "batas bawah; kosong = tanpa batas", example="90"),
        Column("batas_atas", "bilangan", "batas atas; kosong = tanpa batas", example="100"),
        Column(
            "termasuk",
            "pilihan",
            "batas mana yang termasuk kelas: atas, bawah, atau keduanya",
            required=True,
            choices=("atas", "bawah", "keduanya"),
            example="atas",
        ),
        Column("skor", "bilangan", "skor kelas untuk indikator yang hanya berpredikat"),
        Column("interpretasi", "teks", "arti kelas", example="Sangat Memuaskan"),
        Column("sumber", "teks", "peraturan atau dokumen asal skala"),
    ),
)
