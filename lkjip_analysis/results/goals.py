"""Figures of the sasaran strategis: capaian, money through linked programmes, efficiency."""

from __future__ import annotations

from decimal import Decimal
from functools import partial

from lkjip_analysis.data.validation import frame_rows
from lkjip_analysis.exceptions import NotComputableError
from lkjip_analysis.measures import achievement, budget, efficiency
from lkjip_analysis.results.figures import Figure, Ledger, slug

UNLINKED = "tanpa_sasaran"


def enter_goals(book: Ledger) -> None:
    """Enter every figure of every sasaran, of what is linked to none, and the means."""
    data = book.data
    goals = [str(row["kode_sasaran"]) for _, row in frame_rows(data["sasaran"])]
    school = data.identitas["rumus_efisiensi"]
    formula, unit = efficiency.RUMUS_EFISIENSI[school]
    for goal in goals:
        key = f"sasaran.{slug(goal)}"
        own = [
            f"iku.{slug(row['kode_iku'])}"
            for _, row in frame_rows(data["iku"])
            if row["kode_sasaran"] == goal
        ]
        capaian = book.over_known(
            f"{key}.capaian",
            "persen",
            "rata-rata capaian IKU sasaran ini",
            [book[f"{iku}.capaian_batas"] for iku in own],
            achievement.mean,
        )
        _enter_status(book, key, [book[f"{iku}.status"] for iku in own])
        _enter_money(book, key, goal)
        book.computed(
            f"{key}.efisiensi",
            unit,
            formula,
            [capaian, book[f"{key}.serapan"]],
            partial(efficiency.compute_efisiensi, rumus=school),
        )
        book.computed(
            f"{key}.nilai_efisiensi",
            "teks",
            "penilaian atas efisiensi",
            [book[f"{key}.efisiensi"]],
            partial(efficiency.judge_efisiensi, rumus=school),
        )
    _enter_money(book, UNLINKED, None)
    for name, field, satuan in (
        ("capaian_sasaran", "capaian", "persen"),
        ("serapan_sasaran", "serapan", "persen"),
        ("efisiensi", "efisiensi", unit),
    ):
        book.over_known(
            f"rata_rata.{name}",
            satuan,
            f"rata-rata {field} semua sasaran",
            [book[f"sasaran.{slug(goal)}.{field}"] for goal in goals],
            achievement.mean,
        )
    _enter_linked_totals(book, goals)
    _enter_counts(book, goals)


def _enter_status(book: Ledger, key: str, parts: list[Figure]) -> None:
    """Judge a sasaran by its IKU: short if one is short, beyond if one is beyond and none short.

    One that is short decides, whatever those still unknown will say.
    """
    if not all(part.known for part in parts):
        parts = [part for part in parts if part.nilai == "tidak_mencapai"] or parts

    def judge(*statuses: str) -> str:
        if not statuses:
            raise NotComputableError("sasaran ini belum mempunyai IKU")
        if "tidak_mencapai" in statuses:
            return "tidak_mencapai"
        return "melebihi" if "melebihi" in statuses else "sesuai"

    book.computed(
        f"{key}.status",
        "status",
        "tidak mencapai bila satu IKU tidak mencapai target; "
        "melebihi bila ada IKU melebihi dan tidak ada yang kurang",
        parts,
        judge,
    )


def _enter_money(book: Ledger, key: str, goal: str | None) -> None:
    """Enter pagu, realisasi, absorption and share of the programmes linked to a sasaran."""
    linked = [f"program.{slug(row['kode'])}" for _, row in frame_rows(book.data["program"])
              if row["tingkat"] == "program" and row["kode_sasaran"] == goal]  # fmt: skip
    what = (
        "program yang menunjang sasaran ini" if goal else "program yang belum ditautkan ke sasaran"
    )

    def total(*values: Decimal) -> Decimal:
        if goal and not values:
            raise NotComputableError(
                "belum ada program yang ditautkan ke sasaran itu "
                f"({book.data.berkas('program')} kolom kode_sasaran)"
            )
        return budget.add_up(values)

    for kolom in ("pagu", "realisasi"):
        book.computed(
            f"{key}.{kolom}",
            "rupiah",
            f"jumlah {kolom} {what}",
            [book[f"{p}.{kolom}"] for p in linked],
            total,
        )
    pagu, realisasi = book[f"{key}.pagu"], book[f"{key}.realisasi"]
    book.computed(
        f"{key}.serapan", "persen", "realisasi anggaran ÷ pagu × 100", [pagu, realisasi], _absorbed
    )
    book.computed(
        f"{key}.silpa",
        "rupiah",
        "pagu − realisasi anggaran",
        [pagu, realisasi],
        budget.compute_silpa,
    )
    book.computed(
        f"{key}.porsi",
        "persen",
        "pagu sasaran ÷ jumlah pagu semua program × 100",
        [pagu, book["anggaran.pagu"]],
        budget.compute_porsi,
    )
    book.counted(
        f"{key}.jumlah_program",
        len(linked),
        "program",
        f"banyaknya {what}",
        [cell for p in linked for cell in book[f"{p}.pagu"].masukan[:1]],
    )


def _absorbed(pagu: Decimal, realisasi: Decimal) -> Decimal:
    return budget.compute_serapan(pagu, realisasi)


def _enter_linked_totals(book: Ledger, goals: list[str]) -> None:
    for kolom in ("pagu", "realisasi"):
        parts = [book[f"sasaran.{slug(goal)}.{kolom}"] for goal in goals]
        book.over_known(
            f"jumlah.{kolom}_sasaran",
            "rupiah",
            f"jumlah {kolom} semua sasaran",
            parts,
            budget.add_up,
        )


def _enter_counts(book: Ledger, goals: list[str]) -> None:
    data = book.data
    for name, table, column in (("sasaran", "sasaran", "kode_sasaran"), ("iku", "iku", "kode_iku")):
        cells = [data.cell(table, baris, column) for baris, _ in frame_rows(data[table])]
        book.counted(f"jumlah.{name}", len(cells), name, f"banyaknya baris {table}.csv", cells)
    for status in ("melebihi", "sesuai", "tidak_mencapai"):
        keys = [
            f"sasaran.{slug(g)}" for g in goals if book[f"sasaran.{slug(g)}.status"].nilai == status
        ]
        cells = [cell for key in keys for cell in book[f"{key}.status"].masukan]
        book.counted(
            f"jumlah.sasaran_{status}",
            len(keys),
            "sasaran",
            f"banyaknya sasaran berstatus {status.replace('_', ' ')}",
            cells,
        )
        book.over_known(
            f"rata_rata.capaian_sasaran_{status}",
            "persen",
            f"rata-rata capaian sasaran berstatus {status.replace('_', ' ')}",
            [book[f"{key}.capaian"] for key in keys],
            achievement.mean,
        )
