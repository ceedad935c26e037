"""Planted errors of money and percentages."""

from __future__ import annotations

import random
from decimal import ROUND_DOWN, Decimal

from planting import (
    FACTS,
    ITEMS,
    PROGRAM,
    Place,
    alter,
    change_digit,
    kind,
    level,
    number,
    pick,
    set_at,
    set_fact,
    swap_digits,
)
from unit_bersih import CENT, Record, Unit, dots, half_up, say


@kind("Satu angka salah pada pagu induk", "K01", "K02")
def _parent_pagu(rng: random.Random, unit: Unit) -> Place | None:
    return alter(
        rng, unit, PROGRAM, "pagu", lambda t: change_digit(rng, t), level("program", "kegiatan")
    )


@kind("Dua angka tertukar pada realisasi induk", "K01")
def _parent_realisasi(rng: random.Random, unit: Unit) -> Place | None:
    return alter(
        rng, unit, PROGRAM, "realisasi", lambda t: swap_digits(rng, t), level("program", "kegiatan")
    )


@kind("Satu angka salah pada realisasi subkegiatan", "K01", "K10")
def _leaf_realisasi(rng: random.Random, unit: Unit) -> Place | None:
    return alter(
        rng, unit, PROGRAM, "realisasi", lambda t: change_digit(rng, t), level("subkegiatan")
    )


@kind("Selisih satu rupiah pada total DPA", "K02")
def _control_total(rng: random.Random, unit: Unit) -> Place | None:
    total = next(row["nilai"] for row in unit[FACTS] if row["kunci"] == "total_pagu_dpa")
    return set_fact(unit, "total_pagu_dpa", dots(int(number(total)) + rng.choice((-1, 1))))


@kind("Satu angka salah pada total LRA", "K07")
def _spent_total(rng: random.Random, unit: Unit) -> Place | None:
    total = next(row["nilai"] for row in unit[FACTS] if row["kunci"] == "total_realisasi_lra")
    return set_fact(unit, "total_realisasi_lra", change_digit(rng, total))


@kind("Pagu program satu setengah kali (pagu di bawahnya tidak terbit)", "K16")
def _pagu_unlike_shares(rng: random.Random, unit: Unit) -> Place | None:
    index = pick(rng, unit, PROGRAM, "pagu", level("program"))
    assert index is not None
    row = unit[PROGRAM][index]
    pagu = number(row["pagu"])
    _hide_pagu(unit, row["kode"])
    row["serapan_dilaporkan"] = ""
    return set_at(unit, PROGRAM, index, "pagu", dots(int(pagu * 3 / 2)))


@kind("Realisasi sepersepuluh, padahal keluarannya tercapai", "K08")
def _a_tenth(rng: random.Random, unit: Unit) -> Place | None:
    index = pick(rng, unit, PROGRAM, "realisasi", level("subkegiatan"))
    assert index is not None
    for row in unit[ITEMS]:
        if row["kode"] == unit[PROGRAM][index]["kode"]:
            row["realisasi"] = row["target"]
    spent = int(number(unit[PROGRAM][index]["realisasi"]))
    return set_at(unit, PROGRAM, index, "realisasi", dots(spent // 10))


@kind("Realisasi melebihi pagu", "K03")
def _overspent(rng: random.Random, unit: Unit) -> Place | None:
    index = pick(rng, unit, PROGRAM, "pagu", level("subkegiatan"))
    assert index is not None
    return set_at(
        unit,
        PROGRAM,
        index,
        "realisasi",
        dots(int(number(unit[PROGRAM][index]["pagu"]) * Decimal("1.1"))),
    )


@kind("Kolom pagu dan realisasi tertukar", "K03")
def _swapped_columns(rng: random.Random, unit: Unit) -> Place | None:
    index = pick(rng, unit, PROGRAM, "pagu", level("subkegiatan"))
    assert index is not None
    row = unit[PROGRAM][index]
    row["pagu"], row["realisasi"] = row["realisasi"], row["pagu"]
    return PROGRAM, index + 2, "realisasi"


@kind("Pagu berisi salinan realisasi", "K04")
def _copied_pagu(rng: random.Random, unit: Unit) -> Place | None:
    index = pick(rng, unit, PROGRAM, "pagu", level("subkegiatan"))
    assert index is not None
    return set_at(unit, PROGRAM, index, "pagu", unit[PROGRAM][index]["realisasi"])


@kind("Pagu nol", "K05")
def _zero_pagu(rng: random.Random, unit: Unit) -> Place | None:
    return alter(rng, unit, PROGRAM, "pagu", lambda _: "0")


@kind("Rupiah diketik dalam ribuan", "K06")
def _thousands(rng: random.Random, unit: Unit) -> Place | None:
    return alter(
        rng,
        unit,
        PROGRAM,
        "realisasi",
        lambda t: dots(int(number(t)) // 1000),
        level("subkegiatan"),
    )


@kind("Satu angka salah pada serapan yang dilaporkan", "K10", "K11")
def _share_digit(rng: random.Random, unit: Unit) -> Place | None:
    return alter(rng, unit, PROGRAM, "serapan_dilaporkan", lambda t: change_digit(rng, t))


@kind("Dua angka tertukar pada serapan yang dilaporkan", "K10")
def _share_swapped(rng: random.Random, unit: Unit) -> Place | None:
    return alter(rng, unit, PROGRAM, "serapan_dilaporkan", lambda t: swap_digits(rng, t))


def _exact_share(row: Record) -> Decimal:
    return number(row["realisasi"]) / number(row["pagu"]) * 100


@kind("Serapan dipotong, bukan dibulatkan", "K11")
def _share_cut(rng: random.Random, unit: Unit) -> Place | None:
    def cut(row: Record) -> Decimal:
        return _exact_share(row).quantize(CENT, rounding=ROUND_DOWN)

    index = pick(rng, unit, PROGRAM, "pagu", lambda row: cut(row) != half_up(_exact_share(row)))
    return (
        None
        if index is None
        else set_at(unit, PROGRAM, index, "serapan_dilaporkan", say(cut(unit[PROGRAM][index])))
    )


@kind("Serapan dibulatkan ke bilangan bulat", "K12")
def _share_rounded(rng: random.Random, unit: Unit) -> Place | None:
    index = pick(rng, unit, PROGRAM, "pagu")
    assert index is not None
    return set_at(
        unit,
        PROGRAM,
        index,
        "serapan_dilaporkan",
        say(half_up(_exact_share(unit[PROGRAM][index]), Decimal(1))),
    )


def _hide_pagu(unit: Unit, code: str) -> None:
    for row in unit[PROGRAM]:
        if row["kode"].startswith(code):
            row["pagu"] = ""


@kind("Serapan induk di luar rentang anaknya (pagu tidak terbit)", "K13")
def _share_outside(rng: random.Random, unit: Unit) -> Place | None:
    index = pick(rng, unit, PROGRAM, "kode", level("kegiatan"))
    assert index is not None
    code = unit[PROGRAM][index]["kode"]
    shares = [number(row["serapan_dilaporkan"]) for row in unit[PROGRAM] if row["induk"] == code]
    _hide_pagu(unit, code)
    wrong = min(shares) - Decimal(rng.randrange(300, 1500)) / 100
    return set_at(unit, PROGRAM, index, "serapan_dilaporkan", say(wrong))


@kind("Serapan induk di dalam rentang tetapi salah (pagu tidak terbit)", "K14")
def _share_inside(rng: random.Random, unit: Unit) -> Place | None:
    index = pick(rng, unit, PROGRAM, "kode", level("kegiatan"))
    assert index is not None
    row = unit[PROGRAM][index]
    shares = [number(r["serapan_dilaporkan"]) for r in unit[PROGRAM] if r["induk"] == row["kode"]]
    own = number(row["serapan_dilaporkan"])
    options = [v for v in (min(shares), max(shares)) if abs(v - own) > 1]
    if not options:
        return None
    _hide_pagu(unit, row["kode"])
    return set_at(
        unit,
        PROGRAM,
        index,
        "serapan_dilaporkan",
        say(half_up((rng.choice(options) * 2 + own) / 3)),
    )
