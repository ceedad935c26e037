"""Figures of the sasaran strategis: capaian, money through linked programmes, efficiency."""

from __future__ import annotations

from lkjip_analysis.data.schemas import Iku, Program, Sasaran
from lkjip_analysis.measures import achievement, budget, counts, efficiency
from lkjip_analysis.results import keys
from lkjip_analysis.results.figures import Figure, Ledger


def enter_goals(book: Ledger) -> None:
    """Enter every figure of every sasaran, of what is linked to none, and the means."""
    data = book.data
    goals = {row.kode_sasaran: keys.Sasaran(str, row.kode_sasaran) for row in data[Sasaran]}
    school = data.identitas.rumus_efisiensi
    formula = efficiency.EFISIENSI[school]
    for code, goal in goals.items():
        own = [keys.Iku(str, row.kode_iku) for row in data[Iku] if row.kode_sasaran == code]
        capped = [book[iku.capaian_batas] for iku in own]
        capaian = book.over_known(goal.capaian, achievement.SASARAN, capped)
        _enter_status(book, goal, [book[iku.status] for iku in own])
        _enter_money(book, goal, code)
        gain = book.computed(goal.efisiensi, formula, capaian, book[goal.serapan])
        book.computed(goal.nilai_efisiensi, efficiency.PENILAIAN[school], gain)
    _enter_money(book, keys.TANPA_SASARAN, "")
    every = list(goals.values())
    for kunci, field, satuan, parts in (
        (keys.RATA_RATA.capaian_sasaran, "capaian", "persen", [goal.capaian for goal in every]),
        (keys.RATA_RATA.serapan_sasaran, "serapan", "persen", [goal.serapan for goal in every]),
        (keys.RATA_RATA.efisiensi, "efisiensi", formula.satuan, [goal.efisiensi for goal in every]),
    ):
        mean = achievement.RATA_SASARAN.of(field, satuan=satuan)
        book.over_known(kunci, mean, [book[part] for part in parts])
    for kunci, kolom, parts in (
        (keys.JUMLAH.pagu_sasaran, "pagu", [goal.pagu for goal in every]),
        (keys.JUMLAH.realisasi_sasaran, "realisasi", [goal.realisasi for goal in every]),
    ):
        total = budget.SEMUA_SASARAN.of(kolom)
        book.over_known(kunci, total, [book[part] for part in parts])
    _enter_counts(book, every)


def _enter_status(book: Ledger, goal: keys.Sasaran[str], parts: list[Figure]) -> None:
    """Judge a sasaran by its IKU; one that is short decides, whatever those unknown will say."""
    if not all(part.known for part in parts):
        parts = [part for part in parts if part.nilai == "tidak_mencapai"] or parts
    book.computed(goal.status, achievement.STATUS_SASARAN, *parts)


def _enter_money(book: Ledger, goal: keys.TanpaSasaran[str], code: str) -> None:
    """Enter pagu, realisasi, absorption and share of the programmes linked to a sasaran."""
    linked = [keys.Program(str, row.kode) for row in book.data[Program]
              if row.tingkat == "program" and row.kode_sasaran == code]  # fmt: skip
    what = "yang menunjang sasaran ini" if code else "yang belum ditautkan ke sasaran"
    formula = budget.SASARAN.of(berkas=book.data[Program].berkas if code else "")
    pagus, spent = [book[p.pagu] for p in linked], [book[p.realisasi] for p in linked]
    pagu = book.computed(goal.pagu, formula.of("pagu", what), *pagus)
    realisasi = book.computed(goal.realisasi, formula.of("realisasi", what), *spent)
    book.computed(goal.serapan, budget.SERAPAN, pagu, realisasi)
    book.computed(goal.silpa, budget.SILPA, pagu, realisasi)
    book.computed(goal.porsi, budget.PORSI, pagu, book[keys.ANGGARAN.pagu])
    cells = [figure.masukan[:1] for figure in pagus]
    book.counted(goal.jumlah_program, counts.PROGRAM.of(what), cells)


def _enter_counts(book: Ledger, goals: list[keys.Sasaran[str]]) -> None:
    data = book.data
    for kunci, column in (
        (keys.JUMLAH.sasaran, Sasaran.kode_sasaran),
        (keys.JUMLAH.iku, Iku.kode_iku),
    ):
        table = column.table
        cells = [[row.cell(column)] for row in data[table]]
        book.counted(kunci, counts.BARIS.of(table.file, satuan=table.name), cells)
    for status in keys.STATUSES:
        words = status.replace("_", " ")
        chosen = [goal for goal in goals if book[goal.status].nilai == status]
        found = [book[goal.status].masukan for goal in chosen]
        book.counted(keys.JUMLAH.sasaran_status[status], counts.SASARAN_STATUS.of(words), found)
        kunci, parts = keys.RATA_RATA.capaian_sasaran_status[status], [g.capaian for g in chosen]
        mean = achievement.RATA_STATUS.of(words)
        book.over_known(kunci, mean, [book[part] for part in parts])
