"""Guesses at why two numbers that should be equal are not."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import ROUND_DOWN, Context, Decimal
from itertools import pairwise

from lkjip_analysis.checks.findings import Repair
from lkjip_analysis.data.columns import Cell
from lkjip_analysis.formatting import format_number, round_half_up

SHIFTS = {1: "10", 2: "100", 3: "1.000", 6: "1.000.000"}
"""Shifts of the decimal point that occur: by one or two places, thousands, millions."""


def decimals_of(number: Decimal) -> int:
    """Count the decimals a number is written with.

    >>> decimals_of(Decimal("86.22")), decimals_of(Decimal("100"))
    (2, 0)
    """
    exponent = number.as_tuple().exponent
    return max(-exponent, 0) if isinstance(exponent, int) else 0


def is_truncated(found: Decimal, exact: Decimal, decimals: int | None = None) -> bool:
    """Say whether the exact number was cut off, not rounded, to give the one found.

    >>> is_truncated(Decimal("101.11"), Decimal("101.118"))
    True
    """
    places = decimals_of(found) if decimals is None else decimals
    room = Context(prec=max(28, exact.adjusted() + places + 2))
    cut = exact.quantize(Decimal(1).scaleb(-places), ROUND_DOWN, room)
    return cut == found and round_half_up(exact, places) != found


def _digits(number: Decimal, decimals: int) -> str:
    return str(int(abs(round_half_up(number, decimals)).scaleb(decimals))).zfill(decimals + 1)


def _guess_shift(found: Decimal, right: Decimal) -> str:
    for power, word in SHIFTS.items():
        if found == right * 10**power:
            return f"koma atau nol bergeser ({word} kali yang seharusnya)"
        if found * 10**power == right:
            return f"koma atau nol bergeser (1/{word} dari yang seharusnya)"
    return ""


def guess_slip(found: Decimal, right: Decimal) -> str:
    """Name the slip of hand or eye that turns the right number into the one found, or nothing.

    >>> guess_slip(Decimal("73.37"), Decimal("73.47"))
    'satu angka berbeda'
    >>> guess_slip(Decimal("97.24"), Decimal("97.42"))
    'dua angka tertukar tempat'
    >>> guess_slip(Decimal("1942"), Decimal("19420"))
    'koma atau nol bergeser (1/10 dari yang seharusnya)'
    """
    if found == right:
        return ""
    if found == -right:
        return "tanda minus terbalik"
    if right and found and (shifted := _guess_shift(found, right)):
        return shifted
    places = max(decimals_of(found), min(decimals_of(right), 2))
    a, b = _digits(found, places), _digits(right, places)
    if len(a) == len(b):
        differing = [pair for pair in zip(a, b, strict=True) if len({*pair}) > 1]
        if len(differing) == 1:
            return "satu angka berbeda" if len(a) > 2 else ""
        if len(differing) == 2 and differing[0] == differing[1][::-1]:
            return "dua angka tertukar tempat"
    shorter, longer = sorted((a, b), key=len)
    less = (longer[:i] + longer[i + 1 :] for i in range(len(longer)))
    if len(shorter) > 2 and shorter in less:
        return "satu angka terketik lebih" if longer == a else "satu angka hilang"
    return ""


def likely_slips(value: Decimal) -> list[Decimal]:
    """List what a number may have been: with zeros more or less, or two neighbours swapped.

    >>> likely_slips(Decimal(12))[:3], likely_slips(Decimal(12))[-1]
    ([Decimal('120'), Decimal('1.2'), Decimal('1200')], Decimal('21'))
    """
    shifted = [value.scaleb(sign * power) for power in SHIFTS for sign in (1, -1)]
    whole = [n if n != n.to_integral_value() else n.quantize(Decimal(1)) for n in shifted]
    return whole + swapped(value)


def swapped(value: Decimal) -> list[Decimal]:
    """Give what a number is with two neighbouring digits the other way round.

    >>> swapped(Decimal("17.3"))
    [Decimal('71.3'), Decimal('13.7')]
    """
    text = str(value)
    spots = [i for i, sign in enumerate(text) if sign.isdigit()]
    found = []
    for a, b in pairwise(spots):
        signs = list(text)
        signs[a], signs[b] = signs[b], signs[a]
        found.append(Decimal("".join(signs)))
    return [other for other in found if other != value]


ZEROS = {1: "satu", 2: "dua", 3: "tiga", 6: "enam"}


def slip_of(found: Decimal, right: Decimal) -> str:
    """Say in words for people how a number seems to have become another; blank: by no slip.

    >>> slip_of(Decimal(27041500), Decimal(270415000))
    'angka 27.041.500 tampaknya kurang satu nol'
    >>> slip_of(Decimal(24), Decimal(42))
    'angka 24 tampaknya 42 (dua angka tertukar tempat)'
    """
    for power, word in ZEROS.items() if found == int(found) and right == int(right) else ():
        if right == found.scaleb(power):
            return f"angka {format_number(found)} tampaknya kurang {word} nol"
        if found == right.scaleb(power):
            return f"angka {format_number(found)} tampaknya kelebihan {word} nol"
    why = guess_slip(found, right)
    return f"angka {format_number(found)} tampaknya {format_number(right)} ({why})" if why else ""


def mend(cell: Cell, name: str, found: Decimal, meant: Decimal) -> Repair:
    """Propose what a cell was meant to hold, and by what slip it became what it is, if by one."""
    why = slip_of(found, meant)
    return Repair(cell, meant, f"{cell.kolom} {name}: {why}" if why else "")


def guess_sum(stated: Decimal, total: Decimal, parts: Mapping[str, Decimal]) -> str:
    """Say why a stated total differs from the sum of its parts.

    >>> guess_sum(Decimal(99), Decimal(100), {})
    'selisih satu rupiah, biasanya pembulatan atau angka terakhir salah ketik'
    >>> guess_sum(Decimal(70), Decimal(100), {"K1": Decimal(30), "K2": Decimal(70)})
    'K1 tidak ikut dijumlahkan'
    """
    gap = stated - total
    if abs(gap) == 1:
        return "selisih satu rupiah, biasanya pembulatan atau angka terakhir salah ketik"
    for code, part in parts.items():
        if part and part == -gap:
            return f"{code} tidak ikut dijumlahkan"
        if part and part == gap:
            return f"{code} terhitung dua kali"
    for code, part in parts.items():
        slip = guess_slip(part, part + gap) if part + gap > 0 else ""
        if "bergeser" in slip or "tertukar" in slip:
            return f"pada {code}: {slip}"
    return guess_slip(stated, total)
