"""Composite indices: IKM from its survey elements, IPP from weighted aspects, and sums of both.

Sources: PermenPANRB 14/2017 (IKM = Σ NRR/9 × 25), the service-evaluation form F-01 (IPP),
and the unit's own IKU formula, e.g. IKPP = 1,25 × IKM + IPP.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from lkjip_analysis.exceptions import NotComputableError
from lkjip_analysis.measures.achievement import mean
from lkjip_analysis.measures.arithmetic import exact


def compute_ikm(nilai_unsur: Sequence[Decimal], skala_100: bool = True) -> Decimal:
    """IKM (satisfaction index) from the mean score of each element, scores 1-4.

    Equal weights 1/n (nine elements: 1/9); ``skala_100`` multiplies by 25 (25-100).

    >>> compute_ikm([Decimal(4)] * 9), compute_ikm([Decimal(3)] * 9, skala_100=False)
    (Decimal('100'), Decimal('3'))
    """
    nrr = mean(nilai_unsur)
    return exact(lambda: nrr * 25) if skala_100 else nrr


def compute_ipp(aspek: Iterable[tuple[Decimal, Sequence[tuple[Decimal, Decimal]]]]) -> Decimal:
    """IPP (public service index, 0-5): Σ aspect weight × Σ(item weight × score).

    >>> kebijakan, sdm = [(Decimal(1), Decimal(5))], [(Decimal(1), Decimal(3))]
    >>> compute_ipp([(Decimal("0.6"), kebijakan), (Decimal("0.4"), sdm)])
    Decimal('4.2')
    """
    parts = [(weight, list(items)) for weight, items in aspek]
    if not parts:
        raise NotComputableError("butir penilaian belum tersedia")
    return exact(
        lambda: sum((w * sum((b * s for b, s in i), Decimal(0)) for w, i in parts), Decimal(0))
    )


def compute_komposit(komponen: Iterable[tuple[Decimal, Decimal]]) -> Decimal:
    """Composite IKU: Σ coefficient × component.

    >>> compute_komposit([(Decimal("1.25"), Decimal("3.2")), (Decimal(1), Decimal("4.1"))])
    Decimal('8.100')
    """
    parts = list(komponen)
    if not parts:
        raise NotComputableError("komponen belum tersedia")
    return exact(lambda: sum((koefisien * nilai for koefisien, nilai in parts), Decimal(0)))
