"""Figures of programmes, kegiatan and subkegiatan: money rolled up, indicators measured."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import partial

from lkjip_analysis.data.reading import YearData
from lkjip_analysis.data.validation import frame_rows
from lkjip_analysis.formatting import name_scale
from lkjip_analysis.measures import achievement, budget, ratings
from lkjip_analysis.results.figures import Figure, Ledger, slug
from lkjip_analysis.results.indicators import scale

AMOUNTS = ("pagu", "realisasi")


def enter_programmes(book: Ledger) -> None:
    """Enter money and performance of every item, then the totals of the unit."""
    data = book.data
    rows = frame_rows(data["program"])
    enter_budget(book)
    indicators = enter_indicators_of_items(book, data, "indikator")
    classes = scale(data, data.identitas["skala_dukungan"])
    for baris, row in rows:
        key = f"program.{slug(row['kode'])}"
        pagu, realisasi = book[f"{key}.pagu"], book[f"{key}.realisasi"]
        book.computed(
            f"{key}.serapan",
            "persen",
            "realisasi anggaran ÷ pagu × 100",
            [pagu, realisasi],
            budget.compute_serapan,
        )
        book.computed(
            f"{key}.silpa",
            "rupiah",
            "pagu − realisasi anggaran",
            [pagu, realisasi],
            budget.compute_silpa,
        )
        book.given(f"{key}.serapan_dilaporkan", "program", baris, "serapan_dilaporkan", "persen")
        capaian = book.over_known(
            f"{key}.capaian",
            "persen",
            "rata-rata capaian indikatornya",
            indicators.get(str(row["kode"]), []),
            achievement.mean,
        )
        book.computed(
            f"{key}.dukungan",
            "teks",
            f"kelas capaian pada skala {name_scale(data.identitas['skala_dukungan'])}",
            [capaian],
            lambda value: ratings.classify(value, classes).kategori,
        )
    _enter_totals(book, rows, indicators)


def enter_budget(book: Ledger) -> None:
    """Enter the amounts of every item, and pagu, realisasi, absorption and rest of the unit."""
    rows = frame_rows(book.data["program"])
    for kolom in AMOUNTS:
        _enter_amounts(book, rows, kolom)
    programmes = [str(row["kode"]) for _, row in rows if row["tingkat"] == "program"]
    for kolom in AMOUNTS:
        parts = [book[f"program.{slug(code)}.{kolom}"] for code in programmes]
        book.computed(
            f"anggaran.{kolom}",
            "rupiah",
            f"jumlah {kolom} semua program",
            parts,
            lambda *values: budget.add_up(values),
        )
    both = [book["anggaran.pagu"], book["anggaran.realisasi"]]
    book.computed(
        "anggaran.serapan",
        "persen",
        "realisasi anggaran ÷ pagu × 100",
        both,
        budget.compute_serapan,
    )
    book.computed(
        "anggaran.silpa", "rupiah", "pagu − realisasi anggaran", both, budget.compute_silpa
    )


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
            book.computed(
                key,
                "rupiah",
                f"jumlah {kolom} {len(parts)} item di bawahnya",
                [book[f"program.{slug(part)}.{kolom}"] for part in parts],
                lambda *values: budget.add_up(values),
            )


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
        figure = book.computed(
            f"{key}.capaian",
            "persen",
            achievement.rumus_capaian(polaritas, school),
            [target, realisasi],
            partial(achievement.compute_capaian, polaritas=polaritas, rumus_turun=school),
        )
        capaian.setdefault(str(row["kode"]), []).append(figure)
    return capaian


def _enter_totals(
    book: Ledger, rows: Sequence[tuple[int, dict[str, object]]], indicators: dict[str, list[Figure]]
) -> None:
    control = book.fact("anggaran.pagu_dpa", "total_pagu_dpa", "rupiah")
    book.computed(
        "anggaran.selisih_dpa",
        "rupiah",
        "jumlah pagu program − total pagu DPA",
        [book["anggaran.pagu"], control],
        lambda total, stated: total - stated,
    )
    book.computed(
        "anggaran.silpa_dpa",
        "rupiah",
        "total pagu DPA − realisasi anggaran",
        [control, book["anggaran.realisasi"]],
        budget.compute_silpa,
    )
    for level in ("program", "kegiatan", "subkegiatan"):
        cells = [
            book.data.cell("program", baris, "kode")
            for baris, row in rows
            if row["tingkat"] == level
        ]
        book.counted(
            f"jumlah.{level}", len(cells), level, f"banyaknya baris bertingkat {level}", cells
        )
        codes = [str(row["kode"]) for _, row in rows if row["tingkat"] == level]
        figures = [figure for code in codes for figure in indicators.get(code, [])]
        book.over_known(
            f"rata_rata.capaian_{level}",
            "persen",
            f"rata-rata capaian semua indikator {level}",
            figures,
            achievement.mean,
        )
    every = [f for figures in indicators.values() for f in figures]
    book.counted(
        "jumlah.indikator_program",
        len(every),
        "indikator",
        "banyaknya indikator program/kegiatan/subkegiatan",
        [cell for f in every for cell in f.masukan[:1]],
    )
    known = [f for f in every if f.known]
    for name, chosen, what in (
        ("tercapai", [f for f in known if f.number >= Decimal(100)], "bercapaian ≥ 100%"),
        ("tidak_tercapai", [f for f in known if f.number < Decimal(100)], "bercapaian < 100%"),
        ("tanpa_capaian", [f for f in every if not f.known], "yang capaiannya belum tersedia"),
    ):
        book.counted(
            f"jumlah.indikator_program_{name}",
            len(chosen),
            "indikator",
            f"banyaknya indikator {what}",
            [cell for f in chosen for cell in f.masukan],
        )
