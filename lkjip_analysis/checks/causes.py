"""Guesses at why two numbers that should be equal are not."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import ROUND_DOWN, Context, Decimal

from lkjip_analysis.formatting import round_half_up

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
        differing = [i for i in range(len(a)) if a[i] != b[i]]
        if len(differing) == 1:
            return "satu angka berbeda" if len(a) > 2 else ""
        if (
            len(differing) == 2
            and a[differing[0]] == b[differing[1]]
            and a[differing[1]] == b[differing[0]]
        ):
            return "dua angka tertukar tempat"
    longer, shorter = (a, b) if len(a) > len(b) else (b, a)
    if len(longer) == len(shorter) + 1 and len(shorter) > 2:
        for i in range(len(longer)):
            if longer[:i] + longer[i + 1 :] == shorter:
                return "satu angka terketik lebih" if longer is a else "satu angka hilang"
    return ""


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
