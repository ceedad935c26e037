"""Decimal arithmetic for the formulas: more digits inside than outside, and no crash.

A result is worked out with 60 digits and then rounded once to the usual 28, so that a mean never
leaves the range of its values and equal inputs give equal results. What cannot be represented
becomes a reason, not a traceback.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Context, Decimal, localcontext

from lkjip_analysis.exceptions import NotComputableError

HUNDRED = Decimal(100)

_INSIDE = Context(prec=60)
_OUTSIDE = Context(prec=28)


def exact(formula: Callable[[], Decimal]) -> Decimal:
    """Work out a formula with spare digits, rounded once at the end.

    >>> exact(lambda: Decimal(1) / 3 * 3)
    Decimal('1.000000000000000000000000000')
    """
    try:
        with localcontext(_INSIDE):
            value = formula()
        return _OUTSIDE.plus(value)
    except ArithmeticError:
        raise NotComputableError(
            "hasilnya terlalu besar atau terlalu kecil untuk dihitung"
        ) from None


def percent_of(part: Decimal, whole: Decimal) -> Decimal:
    """Part in percent of the whole: part / whole × 100; the whole must not be zero.

    >>> percent_of(Decimal(1), Decimal(4))
    Decimal('25')
    """
    return exact(lambda: part * HUNDRED / whole)
