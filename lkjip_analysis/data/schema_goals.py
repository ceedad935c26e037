"""Sasaran strategis and their IKU, with what a composite IKU is made of."""

from __future__ import annotations

from functools import partial

from lkjip_analysis.data.columns import Row, choice, code, count, day, factor, number, ordinal, text
from lkjip_analysis.measures.achievement import TURUN

POLARITIES = ("naik", "turun")
formula_choice = partial(
    choice,
    "rumus capaian indikator berpolaritas turun; kosong = pilihan unit di identitas.csv",
    choices=TURUN,
)


class Sasaran(
    Row,
    row_is="satu sasaran strategis",
    used_in="BAB I penjenjangan kinerja, BAB II Perjanjian Kinerja, BAB III",
):
    """A sasaran strategis (strategic goal)."""

    kode_sasaran = code("kode sasaran", key=True, example="S1")
    tujuan = text("tujuan yang dilayani sasaran ini", required=True)
    sasaran = text("bunyi sasaran strategis sesuai Perjanjian Kinerja", naming=True)
    kode_tujuan = code(
        "kode tujuannya, bila sebuah IKU mengukur tujuan itu sendiri; sama pada semua sasarannya",
        example="T1",
    )


class Iku(
    Row,
    row_is="satu Indikator Kinerja Utama (IKU)",
    used_in="BAB II dan BAB III; folder tahun-tahun sebelumnya memberi riwayat realisasi",
):
    """An Indikator Kinerja Utama (IKU, key performance indicator)."""

    kode_iku = code("kode IKU, sama setiap tahun", key=True, example="AKIP")
    kode_sasaran = code(
        "sasaran yang diukur, atau tujuan bila IKU ini mengukur tujuannya",
        required=True,
        refers_to="sasaran.kode_sasaran|kode_tujuan",
        example="S1",
    )
    indikator = text("nama indikator sesuai Perjanjian Kinerja", naming=True)
    satuan = text(
        "satuan target dan realisasi", required=True, example="nilai", bad_example="3 dokumen"
    )
    polaritas = choice(
        "naik: makin tinggi makin baik; turun: makin rendah makin baik",
        required=True,
        choices=POLARITIES,
        example="naik",
    )
    rumus_turun = formula_choice()
    formula = text("rumus penghitungan menurut dokumen IKU")
    sumber_data = text("sumber data realisasi")
    penanggung_jawab = text("penanggung jawab indikator")
    bobot = number("bobot untuk rata-rata berbobot; kosong semua = rata-rata sederhana", minimum=0)
    skala = text(
        "nama skala di skala_predikat.csv untuk membaca predikat nilai ini", example="akip_lokal"
    )
    target = number(
        "target tahunan sesuai Perjanjian Kinerja",
        to_fill=True,
        example="72",
        bad_example="BB (72)",
    )
    target_predikat = text(
        "predikat yang ditargetkan, bila Perjanjian Kinerja menyebutnya", to_fill=True, example="BB"
    )
    realisasi = number(
        "realisasi tahun ini; kosong pada IKU AKIP = jumlah nilai di evaluasi.csv, pada IKU "
        "komposit = hitungan komponen_iku.csv",
        to_fill=True,
        example="73,47",
        bad_example="N/A (belum)",
    )
    realisasi_predikat = text(
        "predikat yang diperoleh, untuk indikator yang hanya berpredikat", to_fill=True
    )
    target_akhir_renstra = number("target pada akhir periode Renstra", example="74")
    realisasi_nasional = number("realisasi tingkat nasional; kosong = belum tersedia", to_fill=True)
    sumber_nasional = text("sumber angka nasional", to_fill=True)
    catatan_nasional = text(
        "keterangan pembanding nasional, atau alasan angkanya tidak ada", to_fill=True
    )
    bukti = text(
        "dokumen sumber realisasi: nomor, tanggal; kosong pada IKU AKIP = LHE di identitas.csv",
        to_fill=True,
    )
    catatan = text("catatan penyusun, tidak dicetak", to_fill=True, public=False)


class KomponenIku(
    Row,
    row_is="satu komponen pembentuk IKU komposit",
    compulsory=False,
    used_in="BAB III, tabel komponen IKU komposit; realisasi IKU = jumlah koefisien × nilai",
):
    """A component of a composite IKU."""

    kode_iku = code("IKU yang disusun", key=True, refers_to="iku.kode_iku", example="IKPP")
    komponen = text("nama komponen", naming=True, key=True, example="IKM")
    koefisien = factor("pengali komponen", example="1,25")
    nilai = number("nilai komponen; kosong bila dihitung dari skm.csv atau ipp.csv", to_fill=True)
    sumber = choice(
        "asal nilai: langsung, skm (dari skm.csv), ipp (dari ipp.csv)",
        choices=("langsung", "skm", "ipp"),
        example="langsung",
    )
    minimum = number("nilai terendah yang mungkin", public=False, example="1")
    maksimum = number("nilai tertinggi yang mungkin", public=False, example="4")
    keterangan = text("keterangan komponen")


class Skm(
    Row,
    row_is="satu unsur Survei Kepuasan Masyarakat (PermenPANRB 14/2017)",
    compulsory=False,
    used_in="BAB III, nilai IKM",
):
    """An element of the Survei Kepuasan Masyarakat (SKM)."""

    urutan = ordinal("nomor unsur")
    unsur = text("nama unsur pelayanan", naming=True, key=True, example="Persyaratan")
    nilai_rata_rata = number(
        "nilai rata-rata responden, skala 1-4", to_fill=True, minimum=1, maximum=4
    )


class Ipp(
    Row,
    row_is="satu butir penilaian Indeks Pelayanan Publik (IPP)",
    compulsory=False,
    used_in="BAB III, nilai IPP",
):
    """An item of the Indeks Pelayanan Publik (IPP)."""

    aspek = text("nama aspek", key=True, example="Kebijakan Pelayanan")
    bobot_aspek = factor("bobot aspek, bagian dari 1", minimum=0, maximum=1, example="0,30")
    butir = text("butir pertanyaan", key=True)
    bobot = factor("bobot butir di dalam aspek", minimum=0, maximum=1, example="0,089")
    skor = number("skor butir 0-5", to_fill=True, minimum=0, maximum=5, example="4")


class SebabTindakan(
    Row,
    row_is="satu tindakan atas satu indikator, dengan sebab dan hambatan capaiannya",
    compulsory=False,
    used_in="BAB III 3.1.1, BAB IV langkah ke depan; wajib bagi indikator yang tidak tercapai",
):
    """An action on an IKU or an indicator of a programme; the first tells the cause, too."""

    kode = code("kode IKU, atau kode program", key=True, example="AKIP")
    indikator = count("nomor indikator pada program itu; kosong = IKU, atau nomor 1", key=True)
    urutan = ordinal("nomor tindakan atas indikator itu", key=True)
    sebab = text("sebab indikator itu tercapai atau tidak tercapai", to_fill=True)
    hambatan = text("hambatan yang ditemui", to_fill=True)
    tindakan = text("tindakan yang diambil atau direncanakan", to_fill=True)
    pelaksana = text("siapa yang melaksanakan", to_fill=True)
    batas_waktu = day("selesai paling lambat", to_fill=True, example="30 Juni 2025")
    ukuran = text("ukuran keberhasilan tindakan", to_fill=True, example="waktu tanggap 24 jam")
    bukti = text("dokumen bukti tindakan", to_fill=True)
