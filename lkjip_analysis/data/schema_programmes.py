"""Programmes, kegiatan and subkegiatan: their money and their indicators."""

from __future__ import annotations

from functools import partial

from lkjip_analysis.data.columns import Row, choice, code, number, ordinal, rupiah, text
from lkjip_analysis.data.schema_goals import POLARITIES, formula_choice

LEVELS = ("program", "kegiatan", "subkegiatan")
reported = partial(number, to_fill=True, unit="persen", minimum=0, percent_sign=True)


class Program(
    Row,
    row_is="satu program, kegiatan, atau subkegiatan",
    used_in="BAB I penjenjangan kinerja, BAB II, BAB III anggaran",
):
    """A program, kegiatan or subkegiatan, with its money."""

    kode = code("kode unik", key=True, example="P1.K1.S1")
    induk = code(
        "kode program/kegiatan di atasnya; kosong untuk program",
        refers_to="program.kode",
        example="P1.K1",
    )
    tingkat = choice("tingkat baris", required=True, choices=LEVELS, example="subkegiatan")
    nama = text("nama tanpa kata Program/Kegiatan/Subkegiatan di depan", naming=True)
    kode_sasaran = code(
        "sasaran strategis yang didukung (pada baris program)",
        refers_to="sasaran.kode_sasaran",
        example="S1",
    )
    sasaran = text("sasaran program/kegiatan/subkegiatan")
    pagu = rupiah(
        "anggaran sesuai Perjanjian Kinerja/DPA; kosong pada induk = jumlah anaknya",
        example="2.487.371.653",
    )
    realisasi = rupiah(
        "realisasi anggaran; kosong pada induk = jumlah anaknya", example="7.651.150"
    )
    serapan_dilaporkan = reported(
        "persentase serapan yang dilaporkan pelaksana, bila pagu tidak diterbitkan", example="99,81"
    )
    catatan = text("catatan penyusun, tidak dicetak", to_fill=True, public=False)
    kode_nomenklatur = code(
        "kode resminya di DPA (Kepmendagri 050-3708/2020 dan pemutakhirannya)",
        example="7.01.01.2.01.0001",
        bad_example="7,1",
    )


class IndikatorProgram(
    Row,
    row_is="satu indikator program, kegiatan, atau subkegiatan",
    used_in="BAB II dan BAB III pengukuran kinerja; tahun lalu ikut ditampilkan",
):
    """An indicator of a program, kegiatan or subkegiatan."""

    kode = code(
        "kode program/kegiatan/subkegiatan", key=True, refers_to="program.kode", example="P1.K1"
    )
    urutan = ordinal("nomor indikator pada item itu", key=True)
    indikator = text("nama indikator", naming=True)
    satuan = text(
        "satuan target dan realisasi", required=True, example="dokumen", bad_example="3 dokumen"
    )
    polaritas = choice("naik atau turun", required=True, choices=POLARITIES, example="naik")
    rumus_turun = formula_choice()
    formula = text("rumus penghitungan")
    target = number(
        "target tahunan; kosong dengan capaian_dilaporkan atau keterangan = tidak diterbitkan",
        to_fill=True,
        percent_sign=True,
        example="100",
    )
    realisasi = number(
        "realisasi; kosong = belum tersedia", to_fill=True, percent_sign=True, example="100"
    )
    capaian_dilaporkan = reported(
        "persentase capaian yang dilaporkan pelaksana, bila targetnya tidak diterbitkan",
        example="100",
    )
    keterangan = text(
        "keterangan asal angka, atau alasan angkanya tidak ada; dicetak sebagai catatan",
        to_fill=True,
    )
    skala = text("skala predikatnya di skala_predikat.csv, bila berpredikat", example="akip_lokal")
    target_predikat = text("predikat yang ditargetkan", to_fill=True, example="BB")
    realisasi_predikat = text("predikat yang diperoleh", to_fill=True)

    @property
    def unpublished(self) -> bool:
        """Was there no target, as what was reported in its place or a remark says?"""
        given = self.target is not None or bool(self.target_predikat)
        return not given and (self.has("capaian_dilaporkan") or bool(self.keterangan))


class Renstra(
    Row,
    row_is="satu program, kegiatan, atau subkegiatan menurut Renstra",
    compulsory=False,
    used_in="BAB II daftar program Renstra; bila berkas tidak ada, daftar diambil dari program.csv",
):
    """A program, kegiatan or subkegiatan as the Renstra (five-year plan) names it."""

    kode = code("kode unik di berkas ini", key=True, example="R1.1")
    induk = code("kode di atasnya", refers_to="renstra.kode", example="R1")
    tingkat = choice("tingkat baris", required=True, choices=LEVELS, example="kegiatan")
    nama = text("nama", naming=True)
