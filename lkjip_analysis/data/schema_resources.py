"""People, facilities, and the yearly SAKIP evaluation with its follow-up."""

from __future__ import annotations

from lkjip_analysis.data.columns import Column, Table

SDM = Table(
    name="sdm",
    row_is="kebutuhan dan ketersediaan pegawai untuk satu IKU",
    key=("kode_iku",),
    compulsory=False,
    used_in="BAB III efisiensi SDM",
    columns=(
        Column(
            "kode_iku",
            "kode",
            "IKU yang didukung",
            required=True,
            refers_to="iku.kode_iku",
            example="AKIP",
        ),
        Column(
            "kebutuhan",
            "cacah",
            "kebutuhan pegawai menurut analisis beban kerja (ABK)",
            unit="orang",
            to_fill=True,
            example="19",
        ),
        Column(
            "ketersediaan", "cacah", "pegawai yang ada", unit="orang", to_fill=True, example="4"
        ),
    ),
)

SARPRAS = Table(
    name="sarpras",
    row_is="satu jenis sarana/prasarana",
    key=("urutan",),
    compulsory=False,
    used_in="BAB III efisiensi sarana dan prasarana",
    columns=(
        Column("urutan", "cacah", "nomor urut", required=True, maximum=9999, example="1"),
        Column("uraian", "teks", "nama barang", required=True, example="Pompa Air"),
        Column(
            "hasil_rekon",
            "cacah",
            "jumlah menurut rekonsiliasi barang; tidak ada = 0",
            unit="unit",
            to_fill=True,
            example="1",
        ),
        Column(
            "pengadaan_periode",
            "cacah",
            "pengadaan pada periode berjalan; tidak ada = 0",
            unit="unit",
            to_fill=True,
            example="0",
        ),
        Column(
            "standar_kebutuhan",
            "cacah",
            "standar kebutuhan menurut P-RKBMD",
            unit="unit",
            to_fill=True,
            example="1",
        ),
        Column(
            "pengadaan_rkbmd",
            "cacah",
            "pengadaan menurut P-RKBMD; tidak ada = 0",
            unit="unit",
            to_fill=True,
            example="0",
        ),
    ),
)

EVALUASI = Table(
    name="evaluasi",
    row_is="satu komponen evaluasi AKIP menurut Laporan Hasil Evaluasi (LHE)",
    key=("urutan",),
    used_in="BAB I ringkasan hasil evaluasi",
    columns=(
        Column("urutan", "cacah", "nomor komponen", required=True, maximum=9999, example="1"),
        Column("komponen", "teks", "nama komponen", required=True, example="Perencanaan Kinerja"),
        Column(
            "bobot",
            "bilangan",
            "bobot komponen",
            required=True,
            unit="poin",
            minimum=0,
            maximum=100,
            example="30",
        ),
        Column(
            "nilai",
            "bilangan",
            "nilai yang diberikan evaluator",
            unit="poin",
            minimum=0,
            maximum=100,
            to_fill=True,
            example="23,34",
        ),
        Column("predikat", "teks", "predikat dari evaluator", to_fill=True, example="B"),
        Column("kesimpulan", "teks", "arti nilai menurut evaluator", to_fill=True),
        Column("catatan", "teks", "hal yang perlu mendapat perhatian", to_fill=True),
    ),
)

TINDAK_LANJUT = Table(
    name="tindak_lanjut",
    row_is="satu rekomendasi evaluator dan tindak lanjutnya",
    key=("urutan",),
    carried_over=False,
    used_in="BAB III matriks tindak lanjut",
    columns=(
        Column("urutan", "cacah", "nomor", required=True, maximum=9999, example="1"),
        Column("rekomendasi", "teks", "bunyi rekomendasi", required=True),
        Column("rencana_aksi", "teks", "rencana aksi tindak lanjut", to_fill=True),
        Column(
            "target",
            "bilangan",
            "jumlah yang ditargetkan",
            to_fill=True,
            example="1",
            bad_example="1 kegiatan",
        ),
        Column("satuan", "teks", "satuan target", to_fill=True, example="kegiatan"),
        Column("waktu", "teks", "waktu pelaksanaan", to_fill=True, example="2024"),
        Column("status", "teks", "status atau kemajuan penyelesaian", to_fill=True),
        Column("bukti", "teks", "bukti dukung", to_fill=True),
    ),
)
