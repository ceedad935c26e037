"""Evaluasi AKIP: the components of the evaluation report (LHE), their sum, and the lowest.

Source: PermenPANRB 88/2021.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from lkjip_analysis.exceptions import NotComputableError
from lkjip_analysis.formatting import join_words
from lkjip_analysis.measures.achievement import compute_capaian
from lkjip_analysis.measures.budget import add_up
from lkjip_analysis.measures.formula import formula, over


def find_lowest(capaian: Sequence[Decimal]) -> Decimal:
    """Lowest capaian among the components.

    >>> find_lowest([Decimal(78), Decimal(53)])
    Decimal('53')
    """
    if not capaian:
        raise NotComputableError("komponen LHE belum tersedia")
    return min(capaian)


def name_lowest(capaian: Sequence[Decimal], komponen: Sequence[str]) -> str:
    """Name the component of the lowest capaian, or those that share it.

    >>> name_lowest([Decimal(78), Decimal(53)], ["Perencanaan", "Evaluasi"])
    'Evaluasi'
    """
    least = find_lowest(capaian)
    return join_words([k for k, value in zip(komponen, capaian, strict=True) if value == least])


KOMPONEN = formula("Capaian komponen LHE", compute_capaian)
NILAI = formula("Nilai evaluasi AKIP", over(add_up))
BOBOT = formula("Bobot evaluasi AKIP", over(add_up))
TERENDAH = formula("Capaian komponen LHE terendah", over(find_lowest))
KOMPONEN_TERENDAH = formula("Komponen LHE terendah", over(name_lowest))
