"""Figures of the year before, like for like, and what has changed since.

The year before is computed by the same code as this one. Means are taken over the IKU of this year
with their weights of this year, so that a change says something about the unit, not about its list.
"""

from __future__ import annotations

from dataclasses import replace

from lkjip_analysis.data.reading import YearData
from lkjip_analysis.data.schemas import Iku, Program
from lkjip_analysis.measures import achievement, budget, comparison
from lkjip_analysis.measures.formula import DATA
from lkjip_analysis.results import keys
from lkjip_analysis.results.figures import Figure, Ledger
from lkjip_analysis.results.indicators import enter_indicators, weights_of_iku
from lkjip_analysis.results.names import lalu_of
from lkjip_analysis.results.programmes import amounts, enter_budget, enter_indicators_of_items

CHANGES = {
    keys.PERUBAHAN.capaian_iku: (keys.RATA_RATA.capaian_iku, "poin"),
    keys.PERUBAHAN.capaian_program: (keys.RATA_RATA.capaian_program, "poin"),
    keys.PERUBAHAN.kemajuan: (keys.RATA_RATA.kemajuan, "poin"),
    keys.PERUBAHAN.serapan: (keys.ANGGARAN.serapan, "poin"),
    keys.PERUBAHAN.silpa: (keys.ANGGARAN.silpa, "rupiah"),
}
"""Key of a change: the figure of this year, and the unit of the change."""
UNKNOWN = replace(DATA, pola="capaian", satuan="persen")
"""In place of the capaian of an IKU that the year before has not got."""


def enter_last_year(book: Ledger) -> None:
    """Enter what the year before came to, and each change.

    Nothing where there is no such year, and nothing beside a figure that this year has not got:
    last year's results stand in a report only where this year's are compared with them.
    """
    past = book.data.history.get(book.data.tahun - 1)
    if past is None:
        return
    items = enter_indicators_of_items(book, past)
    if book[keys.RATA_RATA.capaian_program].known:
        _enter_programmes(book, past, items)
    if book[keys.RATA_RATA.capaian_iku].known or book[keys.RATA_RATA.kemajuan].known:
        _enter_iku(book, past)
    if book[keys.ANGGARAN.serapan].known:
        _enter_money(book, past)
    for kunci, (now, satuan) in CHANGES.items():
        if (then := lalu_of(now)) in book:
            change = comparison.PERUBAHAN_NILAI.of(book.data.tahun, past.tahun, satuan=satuan)
            book.computed(kunci, change, book[now], book[then])


def _bring(book: Ledger, before: Ledger, kunci: str) -> Figure:
    """Enter a figure of the other year's ledger, and what it was computed from, as ``..._lalu``."""
    name = lalu_of(kunci)
    if name in book:
        return book[name]
    figure = before[kunci]
    if not figure.known:
        return book.enter(replace(figure, kunci=name, dari=()))
    kept = all(keys.pattern_of(lalu_of(part)) for part in figure.dari)
    parts = tuple(_bring(book, before, part).kunci for part in figure.dari if kept)
    return book.enter(replace(figure, kunci=name, dari=parts))


def _enter_programmes(book: Ledger, past: YearData, items: dict[str, list[Figure]]) -> None:
    programmes = [row.kode for row in past[Program] if row.tingkat == "program"]
    parts = [figure for code in programmes for figure in items.get(code, [])]
    mean = comparison.RATA_INDIKATOR_LALU.of(past.tahun)
    book.over_known(keys.RATA_RATA.lalu.capaian_program, mean, parts)


def _enter_money(book: Ledger, past: YearData) -> None:
    """Enter the totals over the lowest items, which hold the amounts, and what follows."""
    before = Ledger(past)
    enter_budget(before)
    totals = []
    for kolom, kunci in amounts(keys.ANGGARAN).items():
        total = before[kunci]
        if not total.known:
            totals.append(_bring(book, before, kunci))
            continue
        parts = [_bring(book, before, leaf.kunci) for leaf in _leaves(before, total)]
        formula = budget.TERBAWAH.of(kolom, len(parts), past.tahun)
        totals.append(book.computed(lalu_of(kunci), formula, *parts))
    for row in past[Program] if all(total.known for total in totals) else ():
        for kunci in amounts(keys.Program(str, row.kode)).values() if not row.induk else ():
            _bring(book, before, kunci)
    book.computed(keys.ANGGARAN.lalu.serapan, budget.SERAPAN, *totals)
    book.computed(keys.ANGGARAN.lalu.silpa, budget.SILPA, *totals)


def _leaves(ledger: Ledger, figure: Figure) -> list[Figure]:
    """List the given figures that a sum comes down to."""
    if not figure.dari:
        return [figure]
    return [leaf for kunci in figure.dari for leaf in _leaves(ledger, ledger[kunci])]


def _enter_iku(book: Ledger, past: YearData) -> None:
    """Enter capaian and progress of every IKU of this year as they stood a year ago."""
    before = Ledger(past)
    enter_indicators(before)
    facts = book.data.identitas
    cap = achievement.batas(facts.batas_capaian)
    reached: list[Figure] = []
    progressed: list[Figure] = []
    for row in book.data[Iku]:
        iku = keys.Iku(str, row.kode_iku)
        if iku.capaian in before:
            raw = _bring(book, before, iku.capaian)
            for beside in (iku.target, iku.realisasi, iku.status):
                _bring(book, before, beside)
        else:
            reason = f"belum tersedia: {row.kode_iku} tidak ada di {past.tahun}/iku.csv"
            raw = book.lacking(iku.lalu.capaian, UNKNOWN, reason)
        reached.append(book.computed(iku.lalu.capaian_batas, cap, raw))
        formula = comparison.kemajuan(row.polaritas, row.rumus_turun or facts.rumus_turun)
        then = book[iku.target_akhir_renstra], book[iku.riwayat[past.tahun]]
        progressed.append(book.compared(iku.lalu.kemajuan, formula, *then))
    weights = weights_of_iku(book.data)
    for kunci, mean, parts in (
        (keys.RATA_RATA.lalu.capaian_iku, achievement.RATA_RATA_LALU, reached),
        (keys.RATA_RATA.lalu.kemajuan, comparison.RATA_KEMAJUAN_LALU, progressed),
    ):
        formula = achievement.weighted(mean.of(past.tahun, book.data.tahun), weights)
        book.computed(kunci, formula, *parts)
