"""The facts of ``identitas.csv`` and the sections of ``narasi.csv``: their keys and meanings."""

from __future__ import annotations

from dataclasses import dataclass

from lkjip_analysis.beside import beside
from lkjip_analysis.data.columns import Record, amount, choice, code, day, text, year
from lkjip_analysis.measures.achievement import BAKU, RUMUS, TURUN, UNCAPPED
from lkjip_analysis.measures.efficiency import EFISIENSI


class Facts(Record):
    """What a unit is and chooses, each a row of ``identitas.csv``: ``facts.nama_unit``."""

    nama_unit = text("nama lengkap unit", required=True, example="Kecamatan Contoh")
    nama_unit_singkat = text("nama pendek untuk kepala halaman dan label", example="Kec. Contoh")
    jenis_unit = text("sebutan jenis unit di dalam kalimat", required=True, example="kecamatan")
    pemerintah_daerah = text("nama pemerintah daerah", required=True, example="Kabupaten Contoh")
    kepala_daerah = text("jabatan kepala daerah", required=True, example="Bupati Contoh")
    jabatan_kepala = text("jabatan kepala unit", required=True, example="Camat Contoh")
    nama_kepala = text("nama kepala unit dengan gelar", required=True)
    pangkat_kepala = text("pangkat kepala unit")
    nip_kepala = text("NIP kepala unit, 18 angka", public=False)
    alamat = text("alamat unit")
    situs = text("situs web atau surel unit, dicetak sebagai teks")
    logo = text(
        "berkas gambar lambang (PNG/SVG) di folder data; kosong = sampul tanpa lambang",
        public=False,
    )
    tempat = text("tempat penandatanganan", required=True)
    tanggal_kata_pengantar = day("tanggal kata pengantar", required=True, to_fill=True)
    tanggal_penutup = day("tanggal penandatanganan penutup", required=True, to_fill=True)
    renstra_awal = year("tahun pertama periode Renstra", required=True, example="2024")
    renstra_akhir = year("tahun terakhir periode Renstra", required=True, example="2026")
    tujuan_renstra = text("tujuan perangkat daerah di dalam Renstra")
    tema_pembangunan = text("tema pembangunan daerah tahun ini", to_fill=True)
    dasar_organisasi = text("peraturan tentang susunan organisasi; kosong = tidak disebut")
    nomor_lhe = text("nomor Laporan Hasil Evaluasi (LHE) AKIP", to_fill=True)
    tanggal_lhe = day("tanggal LHE", to_fill=True)
    kode_iku_akip = code("kode IKU yang sama dengan nilai LHE, bila ada", example="AKIP")
    total_pagu_dpa = amount(
        "jumlah pagu menurut DPA, sebagai angka kontrol; kosong = jumlah pagu program",
        to_fill=True,
    )
    total_realisasi_lra = amount(
        "jumlah realisasi belanja menurut laporan realisasi anggaran (LRA), sebagai angka kontrol; "
        "kosong = tidak dibandingkan",
        to_fill=True,
        public=False,
    )
    sumber_nasional = text("sumber pembanding nasional pada tabel", to_fill=True)
    sarpras_tahun_rekon = year("tahun hasil rekonsiliasi barang")
    sarpras_periode_pengadaan = text("periode pengadaan sarpras", example="Januari-Juni 2023")
    sarpras_tahun_rkbmd = year("tahun P-RKBMD")
    tautan_publikasi = text("alamat publikasi laporan, dicetak sebagai teks", to_fill=True)
    skala_capaian = text(
        "skala di skala_predikat.csv untuk predikat kinerja; kosong = tanpa predikat",
        example="akip_lokal",
    )
    skala_dukungan = text("skala untuk menilai dukungan program", default="dukungan_program")
    batas_capaian = choice(
        "batas capaian untuk rata-rata: tanpa_batas, 0_100, 0_120, 0_200, atau persentase lain "
        "sebagai batas atas, misalnya 0_150 atau 0_112,5",
        default=UNCAPPED,
        choices=(UNCAPPED, "0_100", "0_120", "0_200"),
        pattern="0_[1-9][0-9]*([.,][0-9]+)?",
    )
    rumus_turun = choice(
        "rumus capaian indikator turun: "
        + "; ".join(f"{name} = {RUMUS[name].kata}" for name in TURUN)
        + "; kolom rumus_turun memilihnya per indikator",
        default=BAKU,
        choices=TURUN,
    )
    rumus_efisiensi = choice(
        "rumus efisiensi anggaran: "
        + "; ".join(f"{name} = {formula.kata}" for name, formula in EFISIENSI.items()),
        default="selisih_poin",
        choices=tuple(EFISIENSI),
    )


FACTS = {fact.name: fact for fact in Facts.columns}
CHOSEN = ("skala_capaian", "skala_dukungan", "batas_capaian", "rumus_turun", "rumus_efisiensi")
"""By which rules a unit measures; a year that names none is measured by those of another."""


@dataclass(frozen=True)
class Section:
    """One ``bagian`` of ``narasi.csv``: where its text is printed."""

    key: str
    place: str
    meaning: str
    compulsory: bool = False
    each_year: bool = False  # this year's own text: blank after ``new-year``


SECTIONS: dict[str, Section] = {
    key: Section(key, **told) for key, told in beside(__file__, "sections").items()
}
