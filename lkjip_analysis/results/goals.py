"""Figures of the sasaran strategis: capaian, money through linked programmes, efficiency."""

from __future__ import annotations

from lkjip_analysis.data.validation import frame_rows
from lkjip_analysis.measures import achievement, budget, counts, efficiency
from lkjip_analysis.results.figures import Figure, Ledger, slug

UNLINKED = "tanpa_sasaran"


def enter_goals(book: Ledger) -> None:
    """Enter every figure of every sasaran, of what is linked to none, and the means."""
    data = book.data
    goals = [str(row["kode_sasaran"]) for _, row in frame_rows(data["sasaran"])]
    school = data.identitas["rumus_efisiensi"]
    formula = efficiency.EFISIENSI[school]
    for goal in goals:
        key = f"sasaran.{slug(goal)}"
        own = [
            f"iku.{slug(row['kode_iku'])}"
            for _, row in frame_rows(data["iku"])
            if row["kode_sasaran"] == goal
        ]
        capped = [book[f"{iku}.capaian_batas"] for iku in own]
        capaian = book.over_known(f"{key}.capaian", achievement.SASARAN, capped)
        _enter_status(book, key, [book[f"{iku}.status"] for iku in own])
        _enter_money(book, key, goal)
        gain = book.computed(f"{key}.efisiensi", formula, capaian, book[f"{key}.serapan"])
        book.computed(f"{key}.nilai_efisiensi", efficiency.PENILAIAN[school], gain)
    _enter_money(book, UNLINKED, None)
    for name, field, satuan in (
        ("capaian_sasaran", "capaian", "persen"),
        ("serapan_sasaran", "serapan", "persen"),
        ("efisiensi", "efisiensi", formula.satuan),
    ):
        parts = [book[f"sasaran.{slug(goal)}.{field}"] for goal in goals]
        mean = achievement.RATA_SASARAN.of(field, satuan=satuan)
        book.over_known(f"rata_rata.{name}", mean, parts)
    for kolom in ("pagu", "realisasi"):
        parts = [book[f"sasaran.{slug(goal)}.{kolom}"] for goal in goals]
        book.over_known(f"jumlah.{kolom}_sasaran", budget.SEMUA_SASARAN.of(kolom), parts)
    _enter_counts(book, goals)


def _enter_status(book: Ledger, key: str, parts: list[Figure]) -> None:
    """Judge a sasaran by its IKU; one that is short decides, whatever those unknown will say."""
    if not all(part.known for part in parts):
        parts = [part for part in parts if part.nilai == "tidak_mencapai"] or parts
    book.computed(f"{key}.status", achievement.STATUS_SASARAN, *parts)


def _enter_money(book: Ledger, key: str, goal: str | None) -> None:
    """Enter pagu, realisasi, absorption and share of the programmes linked to a sasaran."""
    linked = [f"program.{slug(row['kode'])}" for _, row in frame_rows(book.data["program"])
              if row["tingkat"] == "program" and row["kode_sasaran"] == goal]  # fmt: skip
    what = "yang menunjang sasaran ini" if goal else "yang belum ditautkan ke sasaran"
    berkas = book.data.berkas("program") if goal else ""
    pagu, realisasi = (
        book.computed(
            f"{key}.{kolom}",
            budget.SASARAN.of(kolom, what, berkas=berkas),
            *(book[f"{p}.{kolom}"] for p in linked),
        )
        for kolom in ("pagu", "realisasi")
    )
    book.computed(f"{key}.serapan", budget.SERAPAN, pagu, realisasi)
    book.computed(f"{key}.silpa", budget.SILPA, pagu, realisasi)
    book.computed(f"{key}.porsi", budget.PORSI, pagu, book["anggaran.pagu"])
    cells = [book[f"{p}.pagu"].masukan[:1] for p in linked]
    book.counted(f"{key}.jumlah_program", counts.PROGRAM.of(what), cells)


def _enter_counts(book: Ledger, goals: list[str]) -> None:
    data = book.data
    for name, table, column in (("sasaran", "sasaran", "kode_sasaran"), ("iku", "iku", "kode_iku")):
        cells = [[data.cell(table, baris, column)] for baris, _ in frame_rows(data[table])]
        book.counted(f"jumlah.{name}", counts.BARIS.of(f"{table}.csv", satuan=name), cells)
    for status in ("melebihi", "sesuai", "tidak_mencapai"):
        words = status.replace("_", " ")
        keys = [
            f"sasaran.{slug(g)}" for g in goals if book[f"sasaran.{slug(g)}.status"].nilai == status
        ]
        found = [book[f"{key}.status"].masukan for key in keys]
        book.counted(f"jumlah.sasaran_{status}", counts.SASARAN_STATUS.of(words), found)
        book.over_known(
            f"rata_rata.capaian_sasaran_{status}",
            achievement.RATA_STATUS.of(words),
            [book[f"{key}.capaian"] for key in keys],
        )
