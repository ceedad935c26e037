"""What people decide: accepted findings, own answers, rating scales."""

from __future__ import annotations

from lkjip_analysis.data.columns import Row, choice, code, number, ordinal, text

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


FOR_GOOD = "seterusnya"
"""An acknowledgement of what lasts; any other is good for one year."""


class Pengakuan(
    Row,
    row_is="satu temuan pemeriksaan yang diakui, dengan nilai yang diakui dan alasannya",
    compulsory=False,
    public=False,
    used_in="hasil pemeriksaan (lkjip check)",
):
    """A finding that was accepted, for what values, and why; written by ``lkjip akui``."""

    aturan = code("ID aturan temuan", key=True, example="K02")
    entitas = text("yang dikenai: kunci baris sel pertamanya, atau unit", key=True)
    nilai = text(
        "nilai semua sel temuan ketika diakui, satu sel satu baris; teks panjang dengan sidiknya",
        key=True,
        example="identitas total_pagu_dpa = 2639389252",
    )
    alasan = text("mengapa temuan ini dapat diterima", required=True)
    oleh = text("siapa yang mengakui")
    berlaku = choice(
        f"tahun yang diakui, atau {FOR_GOOD}: untuk tahun-tahun berikutnya juga",
        key=True,
        choices=(FOR_GOOD,),
        pattern=r"(19|20|21)\d{2}",
        example="2024",
    )
    kalimat_pembaca = text("kalimat untuk pembaca laporan; kosong = pembaca tidak diberi tahu")


class PenilaianMandiri(
    Row,
    row_is="satu jawaban penyusun atas pertanyaan yang hanya dapat dijawab manusia",
    compulsory=False,
    public=False,
    used_in="lampiran perkiraan mandiri kepatuhan",
):
    """An own answer to a question that only people can answer."""

    id = code("ID pertanyaan", key=True, example="R22")
    jawaban = choice("jawaban", to_fill=True, choices=("ya", "sebagian", "tidak"), example="ya")
    bukti = text("bukti atau penjelasan", to_fill=True)


class SkalaPredikat(
    Row,
    row_is="satu kelas pada suatu skala predikat",
    shared=True,
    used_in="BAB III skala predikat, predikat nilai, penilaian dukungan program",
):
    """A class of a rating scale."""

    skala = text("nama skala", key=True, example="akip_nasional")
    urutan = ordinal("urutan kelas, terbaik lebih dahulu")
    kategori = text("nama kelas", key=True, example="AA")
    batas_bawah = number("batas bawah; kosong = tanpa batas", example="90")
    batas_atas = number("batas atas; kosong = tanpa batas", example="100")
    termasuk = choice(
        "batas mana yang termasuk kelas: atas, bawah, atau keduanya",
        required=True,
        choices=("atas", "bawah", "keduanya"),
        example="atas",
    )
    skor = number("skor kelas untuk indikator yang hanya berpredikat")
    interpretasi = text("arti kelas", example="Sangat Memuaskan")
    sumber = text("peraturan atau dokumen asal skala")
