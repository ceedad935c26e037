"""Figures of programmes, kegiatan and subkegiatan: money rolled up, indicators measured."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from lkjip_analysis.data.reading import YearData
from lkjip_analysis.data.validation import frame_rows
from lkjip_analysis.measures import achievement, budget, counts, ratings
from lkjip_analysis.results.figures import Figure, Ledger, slug
from lkjip_analysis.results.indicators import on_scale

AMOUNTS = ("pagu", "realisasi")


def enter_programmes(book: Ledger) -> None:
    """Enter money and performance of every item, then the totals of the unit."""
    data = book.data
    rows = frame_rows(data["program"])
    enter_budget(book)
    indicators = enter_indicators_of_items(book, data, "indikator")
    support = on_scale(data, ratings.DUKUNGAN, data.identitas["skala_dukungan"])
    for baris, row in rows:
        key = f"program.{slug(row['kode'])}"
        pagu, realisasi = book[f"{key}.pagu"], book[f"{key}.realisasi"]
        book.computed(f"{key}.serapan", budget.SERAPAN, pagu, realisasi)
        book.computed(f"{key}.silpa", budget.SILPA, pagu, realisasi)
        book.given(f"{key}.serapan_dilaporkan", "program", baris, "serapan_dilaporkan", "persen")
        own = indicators.get(str(row["kode"]), [])
        capaian = book.over_known(f"{key}.capaian", achievement.ITEM, own)
        book.computed(f"{key}.dukungan", support, capaian)
    _enter_totals(book, rows, indicators)


def enter_budget(book: Ledger) -> None:
    """Enter the amounts of every item, and pagu, realisasi, absorption and rest of the unit."""
    rows = frame_rows(book.data["program"])
    for kolom in AMOUNTS:
        _enter_amounts(book, rows, kolom)
    programmes = [str(row["kode"]) for _, row in rows if row["tingkat"] == "program"]
    both = [
        book.computed(
            f"anggaran.{kolom}",
            budget.SEMUA_PROGRAM.of(kolom),
            *(book[f"program.{slug(code)}.{kolom}"] for code in programmes),
        )
        for kolom in AMOUNTS
    ]
    book.computed("anggaran.serapan", budget.SERAPAN, *both)
    book.computed("anggaran.silpa", budget.SILPA, *both)


def _enter_amounts(book: Ledger, rows: Sequence[tuple[int, dict[str, object]]], kolom: str) -> None:
    """Enter an amount for every item: its own, or the exact sum of its children's."""
    places = {str(row["kode"]): baris for baris, row in rows}
    parents = {
        str(row["kode"]): str(row["induk"]) if row["induk"] is not None else None for _, row in rows
    }
    own = {str(row["kode"]): row[kolom] for _, row in rows}
    rolled = budget.roll_up(parents, own)  # type: ignore[arg-type]
    for code in budget.leaves_first(parents):
        _, parts = rolled[code]
        key = f"program.{slug(code)}.{kolom}"
        if parts in ((), (code,)):
            book.given(key, "program", places[code], kolom, "rupiah")
        else:
            below = [book[f"program.{slug(part)}.{kolom}"] for part in parts]
            book.computed(key, budget.ITEM.of(kolom, len(parts)), *below)


def enter_indicators_of_items(book: Ledger, data: YearData, prefix: str) -> dict[str, list[Figure]]:
    """Enter target, realisation and capaian of each item's indicators; give the capaian by item."""
    facts = book.data.identitas if "identitas" in data.missing else data.identitas
    school = facts["rumus_turun"]
    capaian: dict[str, list[Figure]] = {}
    for baris, row in frame_rows(data["indikator_program"]):
        key = f"{prefix}.{slug(row['kode'])}.{row['urutan']}"
        unit, polaritas = str(row["satuan"]), str(row["polaritas"])
        target = book.given(f"{key}.target", "indikator_program", baris, "target", unit, data)
        realisasi = book.given(
            f"{key}.realisasi", "indikator_program", baris, "realisasi", unit, data
        )
        formula = achievement.capaian(polaritas, str(row["rumus_turun"] or school))
        figure = book.computed(f"{key}.capaian", formula, target, realisasi)
        capaian.setdefault(str(row["kode"]), []).append(figure)
    return capaian


def _enter_totals(
    book: Ledger, rows: Sequence[tuple[int, dict[str, object]]], indicators: dict[str, list[Figure]]
) -> None:
    control = book.fact("anggaran.pagu_dpa", "total_pagu_dpa", "rupiah")
    pagu, realisasi = (book[f"anggaran.{kolom}"] for kolom in AMOUNTS)
    book.computed("anggaran.selisih_dpa", budget.SELISIH_DPA, pagu, control)
    book.computed("anggaran.silpa_dpa", budget.SILPA_DPA, control, realisasi)
    for level in ("program", "kegiatan", "subkegiatan"):
        found = [(baris, str(row["kode"])) for baris, row in rows if row["tingkat"] == level]
        cells = [[book.data.cell("program", baris, "kode")] for baris, _ in found]
        book.counted(f"jumlah.{level}", counts.TINGKAT.of(level, satuan=level), cells)
        figures = [figure for _, code in found for figure in indicators.get(code, [])]
        mean = achievement.RATA_INDIKATOR.of(level)
        book.over_known(f"rata_rata.capaian_{level}", mean, figures)
    every = [f for figures in indicators.values() for f in figures]
    known = [f for f in every if f.known]
    book.counted(
        "jumlah.indikator_program",
        counts.INDIKATOR.of("program/kegiatan/subkegiatan"),
        [f.masukan[:1] for f in every],
    )
    for name, chosen, what in (
        ("tercapai", [f for f in known if f.number >= Decimal(100)], "bercapaian ≥ 100%"),
        ("tidak_tercapai", [f for f in known if f.number < Decimal(100)], "bercapaian < 100%"),
        ("tanpa_capaian", [f for f in every if not f.known], "yang capaiannya belum tersedia"),
    ):
        book.counted(
            f"jumlah.indikator_program_{name}",
            counts.INDIKATOR.of(what),
            [f.masukan for f in chosen],
        )
