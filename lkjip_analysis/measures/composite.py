"""Composite indices: IKM from its survey elements, IPP from weighted aspects, and sums of both.

Sources: PermenPANRB 14/2017 (IKM = Σ NRR/9 × 25), the service-evaluation form F-01 (IPP),
and the unit's own IKU formula, e.g. IKPP = 1,25 × IKM + IPP.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from lkjip_analysis.exceptions import NotComputableError
from lkjip_analysis.measures.achievement import mean


def compute_ikm(nilai_unsur: Sequence[Decimal], skala_100: bool = True) -> Decimal:
    """IKM (satisfaction index) from the mean score of each element, scores 1-4.

    Equal weights 1/n (nine elements: 1/9); ``skala_100`` multiplies by 25 (25-100).

    >>> compute_ikm([Decimal(4)] * 9), compute_ikm([Decimal(3)] * 9, skala_100=False)
    (Decimal('100'), Decimal('3'))
    """
    nrr = mean(nilai_unsur)
    return nrr * 25 if skala_100 else nrr


def compute_ipp(aspek: Iterable[tuple[Decimal, Sequence[tuple[Decimal, Decimal]]]]) -> Decimal:
    """IPP (public service index, 0-5): Σ aspect weight × Σ(item weight × score).

    >>> compute_ipp([(Decimal("0.6"), [(Decimal(1), Decimal(5))]), (Decimal("0.4"), [(Decimal(1), Decimal(3))])])
    Decimal('4.2')
    """
    parts = [w * sum((b * s for b, s in items), Decimal(0)) for w, items in aspek]
    if not parts:
        raise NotComputableError("butir penilaian belum tersedia")
    return sum(parts, Decimal(0))


def compute_komposit(komponen: Iterable[tuple[Decimal, Decimal]]) -> Decimal:
    """Composite IKU: Σ coefficient × component.

    >>> compute_komposit([(Decimal("1.25"), Decimal("3.2")), (Decimal(1), Decimal("4.1"))])
    Decimal('8.100')
    """
    parts = [koefisien * nilai for koefisien, nilai in komponen]
    if not parts:
        raise NotComputableError("komponen belum tersedia")
    return sum(parts, Decimal(0))
