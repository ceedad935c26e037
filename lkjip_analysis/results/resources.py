"""Figures of people and facilities (SDM, sarpras) and of the SAKIP evaluation (LHE)."""

from __future__ import annotations

from collections.abc import Sequence

from lkjip_analysis.data.schemas import Evaluasi, Sarpras, Sdm, TindakLanjut
from lkjip_analysis.measures import counts, evaluation, resources
from lkjip_analysis.measures.formula import Formula
from lkjip_analysis.results import keys
from lkjip_analysis.results.figures import Figure, Ledger


def enter_people(book: Ledger) -> None:
    """Enter need, availability and shortage of staff for every IKU, and of all together."""
    needs, staffs, every = [], [], []
    for row in book.data[Sdm]:
        one = keys.Sdm(str, row.kode_iku)
        need = book.given(one.kebutuhan, row, Sdm.kebutuhan, "orang")
        staff = book.given(one.tersedia, row, Sdm.ketersediaan, "orang")
        _enter_share(book, one, resources.SDM, staff, need)
        needs.append(need)
        staffs.append(staff)
        every.append(one)
    _enter_means(book, every, "SDM", keys.RATA_RATA.ketersediaan_sdm, keys.RATA_RATA.kekurangan_sdm)
    need = book.computed(keys.JUMLAH.kebutuhan_sdm, resources.JUMLAH_SDM.of("dibutuhkan"), *needs)
    staff = book.computed(keys.JUMLAH.tersedia_sdm, resources.JUMLAH_SDM.of("tersedia"), *staffs)
    book.computed(keys.GABUNGAN.ketersediaan_sdm, resources.GABUNGAN_SDM, staff, need)


def enter_facilities(book: Ledger) -> None:
    """Enter availability and shortage of every kind of facility."""
    every = []
    for row in book.data[Sarpras]:
        one = keys.Sarpras(str, row.urutan)
        stock = book.given(one.hasil_rekon, row, Sarpras.hasil_rekon, "unit")
        book.given(one.pengadaan_periode, row, Sarpras.pengadaan_periode, "unit")
        need = book.given(one.standar_kebutuhan, row, Sarpras.standar_kebutuhan, "unit")
        bought = book.given(one.pengadaan_rkbmd, row, Sarpras.pengadaan_rkbmd, "unit")
        _enter_share(book, one, resources.SARPRAS, stock, bought, need)
        every.append(one)
    means = keys.RATA_RATA.ketersediaan_sarpras, keys.RATA_RATA.kekurangan_sarpras
    _enter_means(book, every, "sarpras", *means)


def _enter_share(
    book: Ledger, one: keys.Ketersediaan[str], formula: Formula, *inputs: Figure
) -> None:
    """Enter what is available of the need, and what is short of it."""
    share = book.computed(one.ketersediaan, formula, *inputs)
    book.computed(one.kekurangan, resources.KEKURANGAN, share)


def _enter_means(
    book: Ledger, every: Sequence[keys.Ketersediaan[str]], what: str, share: str, gap: str
) -> None:
    """Enter the mean of what is available, and of what is short of it."""
    shares, gaps = [book[e.ketersediaan] for e in every], [book[e.kekurangan] for e in every]
    book.over_known(share, resources.RATA_KETERSEDIAAN.of(what), shares)
    book.over_known(gap, resources.RATA_KEKURANGAN.of(what), gaps)


def enter_evaluation(book: Ledger) -> None:
    """Enter the components of the SAKIP evaluation, their totals, and the lowest of them.

    An IKU that takes their sum may have had them entered.
    """
    if keys.JUMLAH.nilai_evaluasi in book:
        return
    marks, weights, shares = [], [], []
    rows = book.data[Evaluasi]
    for row in rows:
        one = keys.Evaluasi(str, row.urutan)
        weight = book.given(one.bobot, row, Evaluasi.bobot, "poin")
        mark = book.given(one.nilai, row, Evaluasi.nilai, "poin")
        shares.append(book.computed(one.capaian, evaluation.KOMPONEN, weight, mark))
        marks.append(mark)
        weights.append(weight)
    book.computed(keys.JUMLAH.nilai_evaluasi, evaluation.NILAI, *marks)
    book.computed(keys.JUMLAH.bobot_evaluasi, evaluation.BOBOT, *weights)
    book.computed(keys.TERENDAH.capaian_evaluasi, evaluation.TERENDAH, *shares)
    names = evaluation.KOMPONEN_TERENDAH.of(komponen=[row.komponen for row in rows])
    book.computed(keys.TERENDAH.komponen_evaluasi, names, *shares)
    formula = counts.BARIS.of(TindakLanjut.file, satuan="rekomendasi")
    cells = [[row.cell("urutan")] for row in book.data[TindakLanjut]]
    book.counted(keys.JUMLAH.rekomendasi, formula, cells)
