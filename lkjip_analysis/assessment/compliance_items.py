"""What the rules ask of the report: the questions, where they come from, where the answer stands.

Sources: PermenPANRB 53/2014 (contents of the report, review form) and the evaluation sheet (LKE)
of PermenPANRB 88/2021. Answers are computed in ``compliance`` and ``self_assessment``.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

Status = Literal["terpenuhi", "sebagian", "belum", "perlu_manusia"]

P53 = "PermenPANRB 53/2014"
LKE = "LKE PermenPANRB 88/2021"


@dataclass(frozen=True)
class Question:
    """One thing asked: its ID, wording, source, and the section or table that answers it."""

    id: str
    uraian: str
    dasar: str
    bagian: tuple[str, ...] = ()


@dataclass(frozen=True)
class Item:
    """One question with its answer.

    ``terpenuhi`` of ``jumlah`` parts are there; ``penjelasan`` says what was seen in the data,
    ``kurang`` what is missing, ``bagian`` where the report shows it.
    """

    id: str
    uraian: str
    status: Status
    dasar: str
    penjelasan: str
    bagian: tuple[str, ...] = ()
    kurang: str = ""
    terpenuhi: int = 0
    jumlah: int = 0


REQUIREMENTS: dict[str, Question] = {
    question.id: question
    for question in (
        Question(
            "R01",
            "Bab I sampai IV lengkap dan berurutan, dengan lampiran Perjanjian Kinerja",
            f"{P53} Lampiran II.C",
            (
                "sec-pendahuluan",
                "sec-perencanaan-kinerja",
                "sec-akuntabilitas-kinerja",
                "sec-penutup",
                "sec-lampiran-perjanjian-kinerja",
            ),
        ),
        Question(
            "R02",
            "Organisasi, aspek strategis, dan isu strategis diuraikan",
            f"{P53} Bab I",
            ("sec-struktur-organisasi", "sec-tugas-fungsi", "sec-isu-strategis"),
        ),
        Question(
            "R03",
            "Perjanjian Kinerja: setiap sasaran berindikator, setiap indikator "
            "bertarget dan bersatuan, "
            "setiap program beranggaran",
            f"{P53} Bab II",
            ("tbl-perjanjian-sasaran", "tbl-perjanjian-program"),
        ),
        Question(
            "R04",
            "Sasaran, indikator, dan target di Bab III sama dengan Perjanjian Kinerja",
            f"{P53} formulir reviu III.1 dan III.4",
            ("tbl-perjanjian-sasaran", "tbl-capaian-iku"),
        ),
        Question(
            "R05",
            "IKU lengkap dengan rumus, sumber data, dan penanggung jawab",
            f"{P53} formulir reviu III.5",
            ("tbl-iku",),
        ),
        Question(
            "R06",
            "Sasaran dan target selaras dengan Renstra",
            f"{P53} formulir reviu III.2",
            ("tbl-kemajuan-renstra", "tbl-renstra"),
        ),
        Question(
            "R07",
            "Target, realisasi, dan capaian tahun ini untuk setiap indikator",
            f"{P53} Bab III A.1",
            ("tbl-capaian-iku",),
        ),
        Question(
            "R08",
            "Perbandingan dengan tahun lalu dan tahun sebelumnya",
            f"{P53} Bab III A.2",
            ("tbl-perbandingan-tahun", "fig-tren-iku"),
        ),
        Question(
            "R09",
            "Perbandingan dengan target akhir Renstra",
            f"{P53} Bab III A.3",
            ("tbl-kemajuan-renstra",),
        ),
        Question(
            "R10",
            "Perbandingan dengan standar nasional, atau pernyataan bahwa standarnya tidak ada",
            f"{P53} Bab III A.4",
            ("tbl-nasional",),
        ),
        Question(
            "R11",
            "Penyebab keberhasilan atau kegagalan dan langkah pemecahannya, per indikator",
            f"{P53} Bab III A.5",
            ("sec-faktor-pendukung", "sec-faktor-penghambat", "sec-solusi"),
        ),
        Question(
            "R12",
            "Efisiensi penggunaan sumber daya per sasaran, dengan rumusnya",
            f"{P53} Bab III A.6",
            ("tbl-efisiensi-anggaran", "sec-efisiensi-sdm", "sec-efisiensi-sarpras"),
        ),
        Question(
            "R13",
            "Setiap program dikaitkan dengan sasaran dan dinilai menunjang atau tidak",
            f"{P53} Bab III A.7",
            ("tbl-program-pendukung",),
        ),
        Question(
            "R14",
            "Pagu, realisasi, dan serapan per program; jumlahnya tepat sampai ke rupiah",
            f"{P53} Bab III B",
            ("tbl-kinerja-anggaran-program",),
        ),
        Question(
            "R15",
            "Pagu, realisasi, dan persentase serapan saling cocok",
            f"{P53} Bab III B",
            ("tbl-program-pendukung", "tbl-kinerja-anggaran-program"),
        ),
        Question(
            "R16", "Anggaran disajikan per sasaran", f"{P53} Bab III B", ("tbl-alokasi-sasaran",)
        ),
        Question(
            "R17",
            "Kesimpulan dan langkah ke depan yang berkaitan dengan indikator atau "
            "rekomendasi evaluasi",
            f"{P53} Bab IV",
            ("sec-kesimpulan", "sec-langkah-ke-depan", "sec-upaya-perbaikan"),
        ),
        Question(
            "R18",
            "Matriks tindak lanjut: rekomendasi, rencana aksi, target, waktu, status, bukti",
            LKE,
            ("tbl-tindak-lanjut",),
        ),
        Question(
            "R19", "Setiap angka pada kalimat sama dengan tabelnya", f"{P53} formulir reviu I.4", ()
        ),
        Question(
            "R20",
            "Tahun dan nama unit pada teks benar; tidak ada sisa teks lama",
            f"{P53} formulir reviu II.5",
            (),
        ),
        Question(
            "R21",
            "Bukti, sumber data, dan penanggung jawab setiap realisasi",
            f"{P53} formulir reviu II.2-II.5",
            ("tbl-iku", "tbl-capaian-iku"),
        ),
        Question(
            "R22",
            "Laporan bukan gabungan laporan unit di bawahnya",
            f"{P53} formulir reviu II.7",
            (),
        ),
        Question(
            "R23",
            "Indikator cukup mengukur sasarannya dan memenuhi SMART",
            f"{P53} formulir reviu III.8 dan III.10",
            ("tbl-iku",),
        ),
        Question(
            "R24",
            "Ditandatangani, bertanggal satu, tepat waktu, direviu, dan dipublikasikan",
            f"{LKE} 3.a",
            ("sec-penutup", "sec-kata-pengantar"),
        ),
        Question(
            "R25",
            "Semua nilai di dalam batas yang mungkin",
            "skala masing-masing indeks",
            ("tbl-capaian-iku",),
        ),
    )
}

REVIEW: tuple[tuple[Question, tuple[str, ...]], ...] = tuple(
    (
        Question(
            f"REV-{number}",
            text,
            f"{P53} formulir reviu {number[:-1]}.{number[-1]}"
            if number != "III10"
            else f"{P53} formulir reviu III.10",
        ),
        parts,
    )
    for number, text, parts in (
        ("I1", "Laporan menampilkan data penting unit", ("R02", "R03")),
        ("I2", "Laporan menyajikan informasi target", ("R03",)),
        ("I3", "Laporan menyajikan informasi capaian yang memadai", ("R07", "R08", "R09")),
        ("I4", "Lampiran mendukung badan laporan", ("R01", "R19")),
        ("I5", "Laporan menyajikan upaya perbaikan ke depan", ("R17",)),
        ("I6", "Laporan menyajikan akuntabilitas keuangan", ("R14", "R15", "R16")),
        ("II1", "Laporan disusun unit yang bertugas untuk itu", ()),
        ("II2", "Informasi didukung data yang memadai", ("R21",)),
        ("II3", "Ada mekanisme penyampaian data dari unit ke penyusun", ()),
        ("II4", "Penanggung jawab data ditetapkan di setiap unit", ("R05",)),
        ("II5", "Data diyakini keandalannya", ("R15", "R20", "R25")),
        ("II6", "Analisis diketahui unit yang bersangkutan", ()),
        ("II7", "Laporan bukan gabungan laporan unit di bawahnya", ("R22",)),
        ("III1", "Tujuan dan sasaran sesuai Perjanjian Kinerja", ("R04",)),
        ("III2", "Tujuan dan sasaran selaras dengan Renstra", ("R06",)),
        ("III3", "Bila tidak selaras, ada penjelasan yang memadai", ()),
        ("III4", "Target sesuai Perjanjian Kinerja", ("R04",)),
        ("III5", "IKU sesuai dokumen IKU", ("R05",)),
        ("III6", "Bila tidak sesuai, ada penjelasan yang memadai", ("R05",)),
        (
            "III7",
            "Dibandingkan dengan tahun lalu, standar nasional, dan pembanding lain",
            ("R08", "R09", "R10"),
        ),
        ("III8", "IKU cukup mengukur sasarannya", ("R23",)),
        ("III9", "Bila tidak cukup, ada penjelasan yang memadai", ()),
        ("III10", "IKU memenuhi SMART", ("R23",)),
    )
)
"""The 23 lines of the review form, and what pre-fills them; nothing: a person answers."""

EXISTENCE: tuple[Question, ...] = tuple(
    Question(f"LKE-3a{n}", text, f"{LKE} 3.a.{n}")
    for n, text in enumerate(
        (
            "Laporan kinerja telah disusun",
            "Laporan kinerja disusun secara berkala",
            "Laporan kinerja telah diformalkan",
            "Laporan kinerja telah direviu",
            "Laporan kinerja telah dipublikasikan",
            "Laporan kinerja disampaikan tepat waktu",
        ),
        1,
    )
)

QUALITY: tuple[tuple[Question, tuple[str, ...]], ...] = tuple(
    (Question(f"LKE-3b{n}", text, f"{LKE} 3.b.{n}"), parts)
    for n, (text, parts) in enumerate(
        (
            (
                "Laporan disusun berkualitas sesuai standar",
                tuple(f"R{k:02d}" for k in range(1, 18)),
            ),
            ("Mengungkap seluruh informasi pencapaian kinerja", ("R07", "R13", "R14")),
            ("Membandingkan realisasi dengan target tahunan", ("R07",)),
            ("Membandingkan realisasi dengan target jangka menengah", ("R09",)),
            ("Membandingkan realisasi dengan tahun-tahun sebelumnya", ("R08",)),
            ("Membandingkan realisasi dengan tingkat nasional", ("R10",)),
            ("Menjelaskan kualitas capaian beserta upaya dan hambatannya", ("R11",)),
            ("Menjelaskan efisiensi penggunaan sumber daya", ("R12",)),
            ("Menjelaskan upaya perbaikan ke depan", ("R17",)),
        ),
        1,
    )
)

USE: tuple[Question, ...] = tuple(
    Question(f"LKE-3c{n}", text, f"{LKE} 3.c.{n}")
    for n, text in enumerate(
        (
            "Informasi laporan menjadi perhatian utama pimpinan",
            "Informasi laporan menjadi kepedulian seluruh pegawai",
            "Dipakai untuk menyesuaikan aktivitas",
            "Dipakai untuk menyesuaikan penggunaan anggaran",
            "Dipakai untuk menilai keberhasilan",
            "Dipakai untuk menyesuaikan perencanaan berikutnya",
            "Mempengaruhi perubahan budaya kinerja",
        ),
        1,
    )
)

WEIGHTS = {"3.a": Decimal("3.0"), "3.b": Decimal("4.5"), "3.c": Decimal("7.5")}
"""Weights of the sub-components Keberadaan, Kualitas and Pemanfaatan of Pelaporan Kinerja."""

NAMES = {"3.a": "Keberadaan", "3.b": "Kualitas", "3.c": "Pemanfaatan"}

GRADES: tuple[tuple[str, Decimal], ...] = (
    ("BB", Decimal(1)),
    ("B", Decimal("0.75")),
    ("CC", Decimal("0.5")),
    ("C", Decimal("0.25")),
    ("D", Decimal(0)),
)
"""Grade and the share of criteria it asks for: BB all, the others more than this.

E has no criterion at all; A and AA ask for more than the criteria and are left to people.
"""
