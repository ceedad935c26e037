"""Anggaran: absorption, remainder, roll-up and share.

Money is whole rupiah, exact; a parent's amount is the sum of its children's.
Source: PermenPANRB 53/2014, Bab III B.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from lkjip_analysis.exceptions import NotComputableError
from lkjip_analysis.measures.arithmetic import exact, percent_of
from lkjip_analysis.measures.formula import formula, over, same


def compute_serapan(pagu: Decimal, realisasi: Decimal) -> Decimal:
    """Absorption (serapan) in percent: realisasi / pagu × 100.

    >>> round(compute_serapan(Decimal(2639389253), Decimal(2575209979)), 2)
    Decimal('97.57')
    """
    if pagu == 0:
        raise NotComputableError("pagu nol, serapan tidak dapat dihitung")
    return percent_of(realisasi, pagu)


def compute_silpa(pagu: Decimal, realisasi: Decimal) -> Decimal:
    """Remainder (sisa anggaran, SILPA) in rupiah: pagu - realisasi; negative where overspent.

    >>> compute_silpa(Decimal(2639389253), Decimal(2575209979))
    Decimal('64179274')
    """
    return exact(lambda: pagu - realisasi)


def compute_porsi(bagian: Decimal, jumlah: Decimal) -> Decimal:
    """Share (porsi) in percent of a total: part / total × 100.

    >>> compute_porsi(Decimal(1), Decimal(4))
    Decimal('25')
    """
    if jumlah == 0:
        raise NotComputableError("jumlah nol, porsi tidak dapat dihitung")
    return percent_of(bagian, jumlah)


def roll_up(
    parents: Mapping[str, str | None], amounts: Mapping[str, Decimal | None]
) -> dict[str, tuple[Decimal | None, tuple[str, ...]]]:
    """Amount of every item and the codes it was added up from, exact to the rupiah.

    An item with children takes the sum of theirs where all of them have one; else its own
    amount; a leaf has its own. The only child of an item that has an amount, itself without one,
    has that of the item above it. ``None`` means not available, never 0.

    >>> amounts = {"P": None, "K1": Decimal(2), "K2": Decimal(3)}
    >>> roll_up({"P": None, "K1": "P", "K2": "P"}, amounts)["P"]
    (Decimal('5'), ('K1', 'K2'))
    >>> roll_up({"P": None, "K": "P"}, {"P": Decimal(7)})["K"]
    (Decimal('7'), ('P',))
    """
    children: dict[str, list[str]] = {}
    for code, parent in parents.items():
        if parent is not None:
            children.setdefault(parent, []).append(code)
    result: dict[str, tuple[Decimal | None, tuple[str, ...]]] = {}
    order = leaves_first(parents)
    for code in order:
        own = amounts.get(code)
        parts = children.get(code, [])
        given = (result.get(part, (None, ()))[0] for part in parts)
        known = [amount for amount in given if amount is not None]
        if parts and len(known) == len(parts):
            result[code] = add_up(known), tuple(parts)
        else:
            result[code] = own, (code,) if own is not None else ()
    for code in reversed(order):
        above = parents[code]
        if above in result and children[above] == [code] and result[code][0] is None:
            amount = result[above][0]
            result[code] = amount, (above,) if amount is not None else ()
    return {code: result[code] for code in parents}


def leaves_first(parents: Mapping[str, str | None]) -> list[str]:
    """Order codes so that children come before their parent, however deep the tree.

    Codes that run in a circle (refused in sound data) come last.
    """
    waiting = dict.fromkeys(parents, 0)
    for parent in parents.values():
        if parent in waiting:
            waiting[parent] += 1
    order = [code for code, count in waiting.items() if not count]
    for code in order:  # grows while it is walked
        parent = parents[code]
        if parent in waiting:
            waiting[parent] -= 1
            if not waiting[parent]:
                order.append(parent)
    done = set(order)
    return order + [code for code in parents if code not in done]


def add_up(amounts: Sequence[Decimal]) -> Decimal:
    """Sum of amounts, exact; nothing to add up is no zero.

    >>> add_up([Decimal(2), Decimal(3)])
    Decimal('5')
    """
    if not amounts:
        raise NotComputableError("tidak ada yang dijumlahkan")
    return exact(lambda: sum(amounts, Decimal(0)))


def add_linked(amounts: Sequence[Decimal], berkas: str = "") -> Decimal:
    """Sum of the amounts of a sasaran's programmes; none linked in ``berkas`` is no zero.

    >>> add_linked([Decimal(2), Decimal(3)], "2024/program.csv")
    Decimal('5')
    """
    if berkas and not amounts:
        raise NotComputableError(
            f"belum ada program yang ditautkan ke sasaran itu ({berkas} kolom kode_sasaran)"
        )
    return add_up(amounts)


ITEM = formula("Anggaran kegiatan dan program", over(add_up))
TUNGGAL = formula("Anggaran satu-satunya item di bawahnya", same)
SEMUA_PROGRAM = formula("Anggaran unit", over(add_up))
TERBAWAH = formula("Anggaran unit tahun lalu", over(add_up))
SERAPAN = formula("Serapan anggaran", compute_serapan)
SILPA = formula("Sisa anggaran (SILPA)", compute_silpa)
SELISIH_DPA = formula("Selisih dengan DPA", compute_silpa)
SILPA_DPA = formula("Sisa anggaran terhadap DPA", compute_silpa)
SASARAN = formula("Anggaran sasaran", over(add_linked))
SEMUA_SASARAN = formula("Anggaran semua sasaran", over(add_up))
PORSI = formula("Porsi anggaran sasaran", compute_porsi)
