"""Anggaran: absorption, remainder, roll-up and share.

Money is whole rupiah, exact; a parent's amount is the sum of its children's.
Source: PermenPANRB 53/2014, Bab III B.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from lkjip_analysis.exceptions import NotComputableError

HUNDRED = Decimal(100)


def compute_serapan(pagu: Decimal, realisasi: Decimal) -> Decimal:
    """Absorption (serapan) in percent: realisasi / pagu × 100.

    >>> round(compute_serapan(Decimal(2639389253), Decimal(2575209979)), 2)
    Decimal('97.57')
    """
    if pagu == 0:
        raise NotComputableError("pagu nol, serapan tidak dapat dihitung")
    return realisasi / pagu * HUNDRED


def compute_silpa(pagu: Decimal, realisasi: Decimal) -> Decimal:
    """Remainder (sisa anggaran, SILPA) in rupiah: pagu - realisasi; negative where overspent.

    >>> compute_silpa(Decimal(2639389253), Decimal(2575209979))
    Decimal('64179274')
    """
    return pagu - realisasi


def compute_porsi(bagian: Decimal, jumlah: Decimal) -> Decimal:
    """Share (porsi) in percent of a total: part / total × 100.

    >>> compute_porsi(Decimal(1), Decimal(4))
    Decimal('25.00')
    """
    if jumlah == 0:
        raise NotComputableError("jumlah nol, porsi tidak dapat dihitung")
    return bagian / jumlah * HUNDRED


def roll_up(
    parents: Mapping[str, str | None], amounts: Mapping[str, Decimal | None]
) -> dict[str, tuple[Decimal | None, tuple[str, ...]]]:
    """Amount of every item and the codes it was added up from, exact to the rupiah.

    An item with children takes the sum of theirs where all of them have one; else its own
    amount; a leaf has its own. ``None`` means not available, never 0.

    >>> roll_up({"P": None, "K1": "P", "K2": "P"}, {"P": None, "K1": Decimal(2), "K2": Decimal(3)})["P"]
    (Decimal('5'), ('K1', 'K2'))
    """
    children: dict[str, list[str]] = {}
    for code, parent in parents.items():
        if parent is not None:
            children.setdefault(parent, []).append(code)
    result: dict[str, tuple[Decimal | None, tuple[str, ...]]] = {}

    def amount_of(code: str) -> tuple[Decimal | None, tuple[str, ...]]:
        if code not in result:
            parts = [(child, *amount_of(child)) for child in children.get(code, ())]
            if parts and all(amount is not None for _, amount, _ in parts):
                total = sum((amount for _, amount, _ in parts if amount is not None), Decimal(0))
                result[code] = total, tuple(child for child, _, _ in parts)
            else:
                own = amounts.get(code)
                result[code] = own, (code,) if own is not None else ()
        return result[code]

    for code in parents:
        amount_of(code)
    return result


def add_up(amounts: Sequence[Decimal]) -> Decimal:
    """Sum of amounts, exact."""
    return sum(amounts, Decimal(0))
