"""The data model: every CSV file, its columns, units and meanings.

The data dictionary ``data/README.md`` is generated from here, the pandera checks are built
from here, and ``new-year`` decides from here what it carries over.
"""

from __future__ import annotations

from lkjip_analysis.data.columns import Column, Table
from lkjip_analysis.data.facts import SECTIONS

LEVELS = ("program", "kegiatan", "subkegiatan")
POLARITIES = ("naik", "turun")

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

TABLES: dict[str, Table] = {
    table.name: table
    for table in (
        IDENTITAS,
        SASARAN,
        IKU,
        KOMPONEN_IKU,
        SKM,
        IPP,
        PROGRAM,
        INDIKATOR_PROGRAM,
        RENSTRA,
        SDM,
        SARPRAS,
        EVALUASI,
        TINDAK_LANJUT,
        STRUKTUR,
        TUGAS,
        PROSES_BISNIS,
        NARASI,
        PENGAKUAN,
        PENILAIAN_MANDIRI,
        SKALA_PREDIKAT,
    )
}
