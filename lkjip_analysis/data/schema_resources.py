"""People, facilities, and the yearly SAKIP evaluation with its follow-up."""

from __future__ import annotations

from functools import partial

from lkjip_analysis.data.columns import Row, code, count, factor, number, ordinal, text

people = partial(count, to_fill=True, unit="orang")
pieces = partial(count, to_fill=True, unit="unit")


class Sdm(
    Row,
    row_is="kebutuhan dan ketersediaan pegawai untuk satu IKU",
    compulsory=False,
    used_in="BAB III efisiensi SDM",
):
    """Staff (SDM) needed and there for an IKU."""

    kode_iku = code("IKU yang didukung", key=True, refers_to="iku.kode_iku", example="AKIP")
    kebutuhan = people("kebutuhan pegawai menurut analisis beban kerja (ABK)", example="19")
    ketersediaan = people("pegawai yang ada", example="4")


class Sarpras(
    Row,
    row_is="satu jenis sarana/prasarana",
    compulsory=False,
    used_in="BAB III efisiensi sarana dan prasarana",
):
    """A kind of equipment (sarana prasarana)."""

    urutan = ordinal("nomor urut", key=True)
    uraian = text("nama barang", naming=True, example="Pompa Air")
    hasil_rekon = pieces("jumlah menurut rekonsiliasi barang; tidak ada = 0", example="1")
    pengadaan_periode = pieces("pengadaan pada periode berjalan; tidak ada = 0", example="0")
    standar_kebutuhan = pieces("standar kebutuhan menurut P-RKBMD", example="1")
    pengadaan_rkbmd = pieces("pengadaan menurut P-RKBMD; tidak ada = 0", example="0")


class Evaluasi(
    Row,
    row_is="satu komponen evaluasi AKIP menurut Laporan Hasil Evaluasi (LHE)",
    used_in="BAB I ringkasan hasil evaluasi",
):
    """A component of the evaluation (LHE)."""

    urutan = ordinal("nomor komponen", key=True)
    komponen = text("nama komponen", naming=True, example="Perencanaan Kinerja")
    bobot = factor("bobot komponen", unit="poin", minimum=0, maximum=100, example="30")
    nilai = number(
        "nilai yang diberikan evaluator",
        to_fill=True,
        unit="poin",
        minimum=0,
        maximum=100,
        example="23,34",
    )
    predikat = text("predikat dari evaluator", to_fill=True, example="B")
    kesimpulan = text("arti nilai menurut evaluator", to_fill=True)
    catatan = text("hal yang perlu mendapat perhatian", to_fill=True)


class TindakLanjut(
    Row,
    row_is="satu rekomendasi evaluator dan tindak lanjutnya",
    carried_over=False,
    used_in="BAB III matriks tindak lanjut",
):
    """A recommendation and what was done about it."""

    urutan = ordinal("nomor", key=True)
    rekomendasi = text("bunyi rekomendasi", naming=True)
    rencana_aksi = text("rencana aksi tindak lanjut", to_fill=True)
    target = number("jumlah yang ditargetkan", to_fill=True, example="1", bad_example="1 kegiatan")
    satuan = text("satuan target", to_fill=True, example="kegiatan")
    waktu = text("waktu pelaksanaan", to_fill=True, example="2024")
    status = text("status atau kemajuan penyelesaian", to_fill=True)
    bukti = text("bukti dukung", to_fill=True)
