"""Figures of people and facilities (SDM, sarpras) and of the SAKIP evaluation (LHE)."""

from __future__ import annotations

from lkjip_analysis.data.validation import frame_rows
from lkjip_analysis.measures import counts, evaluation, resources
from lkjip_analysis.results.figures import Figure, Ledger, slug


def enter_people(book: Ledger) -> None:
    """Enter need, availability and shortage of staff for every IKU, and of all together."""
    needs, staffs, shares = [], [], []
    for baris, row in frame_rows(book.data["sdm"]):
        key = f"sdm.{slug(row['kode_iku'])}"
        need = book.given(f"{key}.kebutuhan", "sdm", baris, "kebutuhan", "orang")
        staff = book.given(f"{key}.tersedia", "sdm", baris, "ketersediaan", "orang")
        share = book.computed(f"{key}.ketersediaan", resources.SDM, staff, need)
        book.computed(f"{key}.kekurangan", resources.KEKURANGAN, share)
        needs.append(need)
        staffs.append(staff)
        shares.append(share)
    _enter_means(book, "sdm", "SDM", shares)
    need, staff = (
        book.computed(f"jumlah.{name}_sdm", resources.JUMLAH_SDM.of(word), *parts)
        for name, word, parts in (
            ("kebutuhan", "dibutuhkan", needs),
            ("tersedia", "tersedia", staffs),
        )
    )
    book.computed("gabungan.ketersediaan_sdm", resources.GABUNGAN_SDM, staff, need)


def enter_facilities(book: Ledger) -> None:
    """Enter availability and shortage of every kind of facility."""
    shares = []
    for baris, row in frame_rows(book.data["sarpras"]):
        key = f"sarpras.{slug(row['urutan'])}"
        stock, _, need, bought = (
            book.given(f"{key}.{kolom}", "sarpras", baris, kolom, "unit")
            for kolom in (
                "hasil_rekon",
                "pengadaan_periode",
                "standar_kebutuhan",
                "pengadaan_rkbmd",
            )
        )
        share = book.computed(f"{key}.ketersediaan", resources.SARPRAS, stock, bought, need)
        book.computed(f"{key}.kekurangan", resources.KEKURANGAN, share)
        shares.append(share)
    _enter_means(book, "sarpras", "sarpras", shares)


def _enter_means(book: Ledger, name: str, what: str, shares: list[Figure]) -> None:
    """Enter the mean of what is available, and of what is short of it."""
    gaps = [book[f"{share.kunci.rpartition('.')[0]}.kekurangan"] for share in shares]
    mean = resources.RATA_KETERSEDIAAN.of(what)
    book.over_known(f"rata_rata.ketersediaan_{name}", mean, shares)
    book.over_known(f"rata_rata.kekurangan_{name}", resources.RATA_KEKURANGAN.of(what), gaps)


def enter_evaluation(book: Ledger) -> None:
    """Enter the components of the SAKIP evaluation, their totals, and the lowest of them."""
    marks, weights, shares = [], [], []
    rows = frame_rows(book.data["evaluasi"])
    for baris, row in rows:
        key = f"evaluasi.{slug(row['urutan'])}"
        weight = book.given(f"{key}.bobot", "evaluasi", baris, "bobot", "poin")
        mark = book.given(f"{key}.nilai", "evaluasi", baris, "nilai", "poin")
        shares.append(book.computed(f"{key}.capaian", evaluation.KOMPONEN, weight, mark))
        marks.append(mark)
        weights.append(weight)
    book.computed("jumlah.nilai_evaluasi", evaluation.NILAI, *marks)
    book.computed("jumlah.bobot_evaluasi", evaluation.BOBOT, *weights)
    book.computed("terendah.capaian_evaluasi", evaluation.TERENDAH, *shares)
    names = evaluation.KOMPONEN_TERENDAH.of(komponen=[str(row["komponen"]) for _, row in rows])
    book.computed("terendah.komponen_evaluasi", names, *shares)
    book.counted(
        "jumlah.rekomendasi",
        counts.BARIS.of("tindak_lanjut.csv", satuan="rekomendasi"),
        [
            [book.data.cell("tindak_lanjut", baris, "urutan")]
            for baris, _ in frame_rows(book.data["tindak_lanjut"])
        ],
    )
