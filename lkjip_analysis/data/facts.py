"""The facts of ``identitas.csv`` and the sections of ``narasi.csv``: their keys and meanings."""

from __future__ import annotations

from dataclasses import dataclass

from lkjip_analysis.data.columns import Kind
from lkjip_analysis.measures.achievement import BAKU, RUMUS, TURUN, UNCAPPED
from lkjip_analysis.measures.efficiency import EFISIENSI


@dataclass(frozen=True)
class Fact:
    """One key of ``identitas.csv``."""

    key: str
    kind: Kind
    meaning: str
    required: bool = False
    default: str = ""  # used, and named in the report's methods, where the file is silent
    choices: tuple[str, ...] = ()
    pattern: str = ""  # of choices beyond those
    each_year: bool = False  # blank after ``new-year``
    example: str = ""


FACTS: dict[str, Fact] = {
    fact.key: fact
    for fact in (
        Fact("nama_unit", "teks", "nama lengkap unit", required=True, example="Kecamatan Contoh"),
        Fact(
            "nama_unit_singkat",
            "teks",
            "nama pendek untuk kepala halaman dan label",
            example="Kec. Contoh",
        ),
        Fact(
            "jenis_unit",
            "teks",
            "sebutan jenis unit di dalam kalimat",
            required=True,
            example="kecamatan",
        ),
        Fact(
            "pemerintah_daerah",
            "teks",
            "nama pemerintah daerah",
            required=True,
            example="Kabupaten Contoh",
        ),
        Fact(
            "kepala_daerah", "teks", "jabatan kepala daerah", required=True, example="Bupati Contoh"
        ),
        Fact(
            "jabatan_kepala", "teks", "jabatan kepala unit", required=True, example="Camat Contoh"
        ),
        Fact("nama_kepala", "teks", "nama kepala unit dengan gelar", required=True),
        Fact("pangkat_kepala", "teks", "pangkat kepala unit"),
        Fact("nip_kepala", "teks", "NIP kepala unit, 18 angka"),
        Fact("alamat", "teks", "alamat unit"),
        Fact("situs", "teks", "situs web atau surel unit, dicetak sebagai teks"),
        Fact(
            "logo", "teks", "berkas gambar lambang (PNG/SVG) di folder data; kosong = tanda netral"
        ),
        Fact("tempat", "teks", "tempat penandatanganan", required=True),
        Fact(
            "tanggal_kata_pengantar",
            "tanggal",
            "tanggal kata pengantar",
            each_year=True,
            required=True,
        ),
        Fact(
            "tanggal_penutup",
            "tanggal",
            "tanggal penandatanganan penutup",
            each_year=True,
            required=True,
        ),
        Fact(
            "renstra_awal", "tahun", "tahun pertama periode Renstra", required=True, example="2024"
        ),
        Fact(
            "renstra_akhir",
            "tahun",
            "tahun terakhir periode Renstra",
            required=True,
            example="2026",
        ),
        Fact("tujuan_renstra", "teks", "tujuan perangkat daerah di dalam Renstra"),
        Fact("tema_pembangunan", "teks", "tema pembangunan daerah tahun ini", each_year=True),
        Fact("dasar_organisasi", "teks", "peraturan tentang susunan organisasi", required=True),
        Fact("nomor_lhe", "teks", "nomor Laporan Hasil Evaluasi (LHE) AKIP", each_year=True),
        Fact("tanggal_lhe", "tanggal", "tanggal LHE", each_year=True),
        Fact(
            "kode_iku_akip", "kode", "kode IKU yang sama dengan nilai LHE, bila ada", example="AKIP"
        ),
        Fact(
            "total_pagu_dpa",
            "rupiah",
            "jumlah pagu menurut DPA, sebagai angka kontrol",
            each_year=True,
        ),
        Fact("sumber_nasional", "teks", "sumber pembanding nasional pada tabel", each_year=True),
        Fact("sarpras_tahun_rekon", "tahun", "tahun hasil rekonsiliasi barang"),
        Fact(
            "sarpras_periode_pengadaan",
            "teks",
            "periode pengadaan sarpras",
            example="Januari-Juni 2023",
        ),
        Fact("sarpras_tahun_rkbmd", "tahun", "tahun P-RKBMD"),
        Fact(
            "tautan_publikasi",
            "teks",
            "alamat publikasi laporan, dicetak sebagai teks",
            each_year=True,
        ),
        Fact(
            "skala_capaian",
            "teks",
            "skala di skala_predikat.csv untuk predikat kinerja",
            required=True,
            example="akip_lokal",
        ),
        Fact(
            "skala_dukungan",
            "teks",
            "skala untuk menilai dukungan program",
            default="dukungan_program",
        ),
        Fact(
            "batas_capaian",
            "pilihan",
            "batas capaian untuk rata-rata: tanpa_batas, 0_100, 0_120, 0_200, atau persentase lain "
            "sebagai batas atas, misalnya 0_150",
            default=UNCAPPED,
            choices=(UNCAPPED, "0_100", "0_120", "0_200"),
            pattern="0_[1-9][0-9]*",
        ),
        Fact(
            "rumus_turun",
            "pilihan",
            "rumus capaian indikator turun: "
            + "; ".join(f"{name} = {RUMUS[name].kata}" for name in TURUN)
            + "; kolom rumus_turun memilihnya per indikator",
            default=BAKU,
            choices=TURUN,
        ),
        Fact(
            "rumus_efisiensi",
            "pilihan",
            "rumus efisiensi anggaran: "
            + "; ".join(f"{name} = {formula.kata}" for name, formula in EFISIENSI.items()),
            default="selisih_poin",
            choices=tuple(EFISIENSI),
        ),
    )
}


@dataclass(frozen=True)
class Section:
    """One ``bagian`` of ``narasi.csv``: where its text is printed."""

    key: str
    place: str
    meaning: str
    compulsory: bool = False
    each_year: bool = False  # this year's own text: blank after ``new-year``


SECTIONS: dict[str, Section] = {
    section.key: section
    for section in (
        Section("kata_pengantar", "Kata Pengantar", "paragraf kata pengantar", True),
        Section("pendahuluan", "BAB I", "pembuka pendahuluan", True),
        Section("struktur_organisasi", "1.1", "kedudukan dan susunan organisasi", True),
        Section("tugas_fungsi", "1.2", "tugas unit dan daftar fungsinya", True),
        Section("isu_strategis", "1.3", "isu strategis, permasalahan, tema", True),
        Section("cascading", "1.4", "pengantar cascading kinerja"),
        Section("proses_bisnis", "1.5", "penjelasan peta proses bisnis"),
        Section("evaluasi", "1.6", "tambahan atas ringkasan LHE"),
        Section("renstra", "2.1.1", "uraian Rencana Strategis", True),
        Section("renja", "2.1.2", "uraian Rencana Kerja", True),
        Section("perjanjian_kinerja", "2.2", "uraian Perjanjian Kinerja", True),
        Section("iku", "2.3", "uraian Indikator Kinerja Utama", True),
        Section(
            "indikator_program", "2.3", "pengantar indikator program, kegiatan, dan subkegiatan"
        ),
        Section("akuntabilitas", "BAB III", "pembuka sebelum skala predikat", True),
        Section("skala", "BAB III", "uraian sesudah skala predikat"),
        Section("capaian_organisasi", "3.1", "pembuka capaian kinerja organisasi", True),
        Section(
            "rincian_capaian", "3.1.1", "penjelasan capaian per IKU (isi kolom kode)", False, True
        ),
        Section("dasar_capaian", "3.1.1", "landasan pencapaian kinerja"),
        Section(
            "rincian_perbandingan",
            "3.1.2",
            "penjelasan perbandingan antartahun per IKU",
            False,
            True,
        ),
        Section(
            "rincian_kemajuan", "3.1.3", "penjelasan kemajuan terhadap Renstra per IKU", False, True
        ),
        Section("rincian_nasional", "3.1.4", "penjelasan pembanding nasional per IKU", False, True),
        Section("analisis", "3.1.5", "pembuka analisis"),
        Section("faktor_pendukung", "3.1.5", "penyebab keberhasilan", True, True),
        Section("faktor_penghambat", "3.1.5", "penyebab kegagalan dan hambatan", True, True),
        Section("solusi", "3.1.5", "langkah pemecahan masalah", True, True),
        Section("analisis_program", "3.1.5", "analisis program yang menunjang"),
        Section("anggaran", "3.2", "pembuka realisasi anggaran"),
        Section("efisiensi", "3.2.2", "uraian efisiensi sumber daya"),
        Section("upaya_perbaikan", "3.3", "upaya perbaikan kinerja", True, True),
        Section("tindak_lanjut", "3.4", "pengantar tindak lanjut hasil evaluasi"),
        Section("kesimpulan", "4.1", "kesimpulan", True, True),
        Section("langkah_ke_depan", "4.2", "langkah ke depan", True, True),
        Section("penutup", "4.2", "kalimat penutup"),
    )
}
