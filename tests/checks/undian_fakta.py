"""What a unit's figures offer to be said."""

from __future__ import annotations

import random
from decimal import Decimal
from typing import Any

from undian import Basis

Lot = random.Random
BULAN = [
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
]


def measured(base: Basis) -> list[Any]:
    """IKU of this year with target and realisasi as numbers."""
    return [
        i
        for i in base.hasil.iku
        if i.target.decimal is not None
        and i.realisasi.decimal is not None
        and not i.row.target_predikat
    ] or []


def name_of(rng: Lot, iku: Any) -> str:
    """Name an IKU as a text does."""
    return str(iku.row.indikator)


def last_year(iku: Any) -> Decimal | None:
    """Give last year's realisasi, or nothing."""
    try:
        return iku.riwayat[2023].decimal
    except KeyError:
        return None


def reached(iku: Any) -> bool:
    t, r = iku.target.decimal, iku.realisasi.decimal
    return bool(r <= t if iku.row.polaritas == "turun" else r >= t)


def programmes(base: Basis) -> list[Any]:
    """Programmes only, not what is below them."""
    return [p for p in base.hasil.program if p.row.tingkat == "program"]


def number_of(base: Basis, level: str) -> int:
    """Count the items of a level."""
    return sum(p.row.tingkat == level for p in base.hasil.program)


def one(rng: Lot, things: list[Any]) -> Any:
    return rng.choice(things) if things else None
