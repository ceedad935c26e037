"""Figures of programmes, kegiatan and subkegiatan: money rolled up, indicators measured."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from lkjip_analysis.data.columns import Column
from lkjip_analysis.data.reading import YearData
from lkjip_analysis.data.schemas import IndikatorProgram, Program
from lkjip_analysis.measures import achievement, budget, counts, ratings
from lkjip_analysis.measures.formula import Formula, given_in, same
from lkjip_analysis.results import keys
from lkjip_analysis.results.figures import Figure, Ledger
from lkjip_analysis.results.indicators import (
    enter_status,
    on_scale,
    past_realisation,
    value_or_rating,
    years_with,
)

AMOUNTS = (Program.pagu, Program.realisasi)


def amounts(money: keys.Uang[str]) -> dict[str, str]:
    """Give the keys of the amounts that stand in the data, by their columns."""
    return {Program.pagu.name: money.pagu, Program.realisasi.name: money.realisasi}


def enter_programmes(book: Ledger) -> None:
    """Enter money and performance of every item, then the totals of the unit."""
    data = book.data
    enter_budget(book)
    indicators = enter_indicators_of_items(book, data)
    support = on_scale(data, ratings.DUKUNGAN, data.identitas.skala_dukungan)
    for row in data[Program]:
        item = keys.Program(str, row.kode)
        pagu, realisasi = book[item.pagu], book[item.realisasi]
        book.computed(item.serapan, budget.SERAPAN, pagu, realisasi)
        book.computed(item.silpa, budget.SILPA, pagu, realisasi)
        book.given(item.serapan_dilaporkan, row, Program.serapan_dilaporkan, "persen")
        own = indicators.get(row.kode, [])
        capaian = _mean(book, item.capaian, achievement.ITEM, own)
        book.computed(item.dukungan, support, capaian)
    _enter_totals(book, indicators)


def enter_budget(book: Ledger) -> None:
    """Enter the amounts of every item, and pagu, realisasi, absorption and rest of the unit."""
    rows = book.data[Program]
    for column in AMOUNTS:
        _enter_amounts(book, rows.rows, column)
    programmes = [keys.Program(str, row.kode) for row in rows if row.tingkat == "program"]
    both = []
    for kolom, kunci in amounts(keys.ANGGARAN).items():
        parts = [book[amounts(programme)[kolom]] for programme in programmes]
        both.append(book.computed(kunci, budget.SEMUA_PROGRAM.of(kolom), *parts))
    book.computed(keys.ANGGARAN.serapan, budget.SERAPAN, *both)
    book.computed(keys.ANGGARAN.silpa, budget.SILPA, *both)


def _enter_amounts(book: Ledger, rows: Sequence[Program], column: Column[Decimal | None]) -> None:
    """Enter an amount for every item: its own, its children's sum, or that of its only parent."""
    kolom, items = column.name, {row.kode: row for row in rows}
    parents = {row.kode: row.induk or None for row in rows}
    rolled = budget.roll_up(parents, {row.kode: row[column] for row in rows})
    order = budget.leaves_first(parents)
    lent = [code for code in order if rolled[code][1] == (parents[code],)]
    for code in (*(code for code in order if code not in lent), *reversed(lent)):
        _, parts = rolled[code]
        key = amounts(keys.Program(str, code))[kolom]
        if parts in ((), (code,)):
            book.given(key, items[code], column, "rupiah")
            continue
        others = [book[amounts(keys.Program(str, part))[kolom]] for part in parts]
        formula = budget.TUNGGAL.of(kolom) if code in lent else budget.ITEM.of(kolom, len(parts))
        book.computed(key, formula, *others)


def enter_indicators_of_items(book: Ledger, data: YearData) -> dict[str, list[Figure]]:
    """Enter target, realisation and capaian of each item's indicators; give the capaian by item.

    ``data`` are those of the ledger's year, or of the year before.
    """
    school = data.identitas.rumus_turun
    capaian: dict[str, list[Figure]] = {}
    for row in data[IndikatorProgram]:
        one = keys.Indikator(str, row.kode, row.urutan)
        one = one if data is book.data else one.lalu
        target = _enter_target(book, one, row)
        realisasi = value_or_rating(book, one.realisasi, row, IndikatorProgram.realisasi.name)
        formula = achievement.capaian(row.polaritas, row.rumus_turun or school)
        figure = book.compared(one.capaian, formula, target, realisasi)
        if not row.unpublished:
            enter_status(book, one, row, target, realisasi)
        for year in years_with(data, row) if data is book.data else ():
            if year == data.tahun - 1:
                continue  # that is ``lalu``
            past_realisation(book, one.riwayat[year], year, row)
        capaian.setdefault(row.kode, []).append(figure)
    return capaian


def _enter_target(book: Ledger, one: keys.Indikator[str], row: IndikatorProgram) -> Figure:
    """Enter a target; one that nobody published is no gap, and its indicator is not judged."""
    if not row.unpublished:
        return value_or_rating(book, one.target, row)
    cell, unit = row.cell(IndikatorProgram.target), given_in(row.satuan)
    judge = achievement.TANPA_TARGET
    book.enter(Figure(one.status, judge(None), judge, (cell,)))
    book.given(one.capaian_dilaporkan, row, IndikatorProgram.capaian_dilaporkan, "persen")
    return book.lacking(one.target, unit, achievement.UNPUBLISHED, cell)


def _mean(book: Ledger, kunci: str, formula: Formula, figures: Sequence[Figure]) -> Figure:
    """Enter the mean of the capaian that can be judged; why there is none."""
    judged = [f for f in figures if f.alasan != achievement.UNPUBLISHED]
    if figures and not judged:
        return book.lacking(kunci, formula, achievement.UNPUBLISHED)
    return book.over_known(kunci, formula, judged)


def _enter_totals(book: Ledger, indicators: dict[str, list[Figure]]) -> None:
    if book.data.identitas.total_pagu_dpa is None:
        total = book[keys.ANGGARAN.pagu]
        control = book.computed(keys.ANGGARAN.pagu_dpa, replace(total.formula, hitung=same), total)
    else:
        control = book.fact(keys.ANGGARAN.pagu_dpa, "total_pagu_dpa", "rupiah")
    book.computed(keys.ANGGARAN.selisih_dpa, budget.SELISIH_DPA, book[keys.ANGGARAN.pagu], control)
    book.computed(keys.ANGGARAN.silpa_dpa, budget.SILPA_DPA, control, book[keys.ANGGARAN.realisasi])
    for level in keys.LEVELS:
        found = [row for row in book.data[Program] if row.tingkat == level]
        cells = [[row.cell("kode")] for row in found]
        book.counted(keys.JUMLAH.banyak[level], counts.TINGKAT.of(level, satuan=level), cells)
        figures = [figure for row in found for figure in indicators.get(row.kode, [])]
        mean = achievement.RATA_INDIKATOR.of(level)
        _mean(book, keys.RATA_RATA.capaian_tingkat[level], mean, figures)
    level_of = {row.kode: row.tingkat for row in book.data[Program]}
    entered = [(level_of.get(row.kode), keys.Indikator(str, row.kode, row.urutan))
               for row in book.data[IndikatorProgram]]  # fmt: skip
    every = [(level, book[one.status].nilai, book[one.capaian]) for level, one in entered]
    of_all, told = "program/kegiatan/subkegiatan", [f.masukan[:1] for _, _, f in every]
    book.counted(keys.JUMLAH.indikator_program, counts.INDIKATOR.of(of_all), told)
    reached, short = ("melebihi", "sesuai"), ("tidak_mencapai",)
    without = (achievement.judge_nothing(None),)
    of, whole = keys.JUMLAH, keys.LEVELS
    for kunci, levels, statuses, what in (
        (of.indikator_program_tercapai, whole, reached, "yang mencapai atau melampaui target"),
        (of.indikator_program_tidak_tercapai, whole, short, "yang belum mencapai target"),
        (of.indikator_program_tanpa_capaian, whole, (None,), "yang belum dapat dinilai"),
        (of.indikator_program_tanpa_target, whole, without, "yang targetnya tidak diterbitkan"),
        (of.indikator_program_dinilai, whole, reached + short, "yang dapat dinilai"),
        *(
            (kunci[level], (level,), statuses, f"{level} {what}")
            for level in whole
            for kunci, statuses, what in (
                (of.indikator_dinilai, reached + short, "yang dapat dinilai"),
                (of.indikator_tercapai, reached, "yang mencapai atau melampaui target"),
                (of.indikator_belum, short, "yang belum mencapai target"),
            )
        ),
    ):
        chosen = [f for level, status, f in every if level in levels and status in statuses]
        book.counted(kunci, counts.INDIKATOR.of(what), [f.masukan for f in chosen])
