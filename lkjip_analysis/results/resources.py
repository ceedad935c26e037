"""Figures of people and facilities (SDM, sarpras) and of the SAKIP evaluation (LHE)."""

from __future__ import annotations

from decimal import Decimal

from lkjip_analysis.data.validation import frame_rows
from lkjip_analysis.measures import achievement, budget, efficiency
from lkjip_analysis.results.figures import Ledger, slug

FULL = Decimal(100)


def enter_people(book: Ledger) -> None:
    """Enter need, availability and shortage of staff for every IKU."""
    shares, gaps = [], []
    for baris, row in frame_rows(book.data["sdm"]):
        key = f"sdm.{slug(row['kode_iku'])}"
        need = book.given(f"{key}.kebutuhan", "sdm", baris, "kebutuhan", "orang")
        staff = book.given(f"{key}.tersedia", "sdm", baris, "ketersediaan", "orang")
        share = book.computed(
            f"{key}.ketersediaan",
            "persen",
            "pegawai tersedia ÷ kebutuhan × 100",
            [staff, need],
            efficiency.compute_ketersediaan,
        )
        shares.append(share)
        gaps.append(
            book.computed(
                f"{key}.kekurangan",
                "persen",
                "100 − ketersediaan",
                [share],
                efficiency.compute_kekurangan,
            )
        )
    book.over_known(
        "rata_rata.ketersediaan_sdm",
        "persen",
        "rata-rata ketersediaan SDM",
        shares,
        achievement.mean,
    )
    book.over_known(
        "rata_rata.kekurangan_sdm", "persen", "rata-rata kekurangan SDM", gaps, achievement.mean
    )


def enter_facilities(book: Ledger) -> None:
    """Enter availability and shortage of every kind of facility."""
    shares, gaps = [], []
    for baris, row in frame_rows(book.data["sarpras"]):
        key = f"sarpras.{slug(row['urutan'])}"
        stock = book.given(f"{key}.hasil_rekon", "sarpras", baris, "hasil_rekon", "unit")
        book.given(f"{key}.pengadaan_periode", "sarpras", baris, "pengadaan_periode", "unit")
        need = book.given(f"{key}.standar_kebutuhan", "sarpras", baris, "standar_kebutuhan", "unit")
        bought = book.given(f"{key}.pengadaan_rkbmd", "sarpras", baris, "pengadaan_rkbmd", "unit")
        share = book.computed(
            f"{key}.ketersediaan",
            "persen",
            "(hasil rekon + pengadaan P-RKBMD) ÷ standar kebutuhan × 100, paling besar 100",
            [stock, bought, need],
            lambda s, b, n: efficiency.compute_ketersediaan(s + b, n, FULL),
        )
        shares.append(share)
        gaps.append(
            book.computed(
                f"{key}.kekurangan",
                "persen",
                "100 − ketersediaan",
                [share],
                efficiency.compute_kekurangan,
            )
        )
    book.over_known(
        "rata_rata.ketersediaan_sarpras",
        "persen",
        "rata-rata ketersediaan sarpras",
        shares,
        achievement.mean,
    )
    book.over_known(
        "rata_rata.kekurangan_sarpras",
        "persen",
        "rata-rata kekurangan sarpras",
        gaps,
        achievement.mean,
    )


def enter_evaluation(book: Ledger) -> None:
    """Enter the components of the SAKIP evaluation and their totals."""
    marks, weights = [], []
    for baris, row in frame_rows(book.data["evaluasi"]):
        key = f"evaluasi.{slug(row['urutan'])}"
        weight = book.given(f"{key}.bobot", "evaluasi", baris, "bobot", "poin")
        mark = book.given(f"{key}.nilai", "evaluasi", baris, "nilai", "poin")
        book.computed(
            f"{key}.capaian",
            "persen",
            "nilai ÷ bobot × 100",
            [weight, mark],
            achievement.compute_capaian,
        )
        marks.append(mark)
        weights.append(weight)
    book.computed(
        "jumlah.nilai_evaluasi",
        "nilai",
        "jumlah nilai komponen LHE",
        marks,
        lambda *v: budget.add_up(v),
    )
    book.computed(
        "jumlah.bobot_evaluasi",
        "poin",
        "jumlah bobot komponen LHE",
        weights,
        lambda *v: budget.add_up(v),
    )
    rows = frame_rows(book.data["tindak_lanjut"])
    book.counted(
        "jumlah.rekomendasi",
        len(rows),
        "rekomendasi",
        "banyaknya baris tindak_lanjut.csv",
        [book.data.cell("tindak_lanjut", baris, "urutan") for baris, _ in rows],
    )
