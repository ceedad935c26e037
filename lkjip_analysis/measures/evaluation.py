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
from lkjip_analysis.measures.formula import LHE, Formula, over


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


KOMPONEN = Formula(
    "Capaian komponen LHE",
    "nilai ÷ bobot × 100",
    compute_capaian,
    LHE,
    syarat="Bobot lebih dari 0.",
    operan=("bobot", "nilai"),
)
NILAI = Formula(
    "Nilai evaluasi AKIP", "jumlah nilai komponen LHE", over(add_up), LHE, "nilai", tanda=" + "
)
BOBOT = Formula(
    "Bobot evaluasi AKIP", "jumlah bobot komponen LHE", over(add_up), LHE, "poin", tanda=" + "
)
TERENDAH = Formula(
    "Capaian komponen LHE terendah", "capaian terendah di antara komponen LHE", over(find_lowest)
)
KOMPONEN_TERENDAH = Formula(
    "Komponen LHE terendah",
    "komponen LHE dengan capaian terendah",
    over(name_lowest),
    satuan="komponen",
)
