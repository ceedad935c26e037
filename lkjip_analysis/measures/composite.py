"""Composite indices: IKM from its survey elements, IPP from weighted aspects, and sums of both.

Sources: PermenPANRB 14/2017 (IKM = Σ NRR/9 × 25), the service-evaluation form F-01 (IPP),
and the unit's own IKU formula, e.g. IKPP = 1,25 × IKM + IPP.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any

from lkjip_analysis.exceptions import NotComputableError
from lkjip_analysis.measures.achievement import mean
from lkjip_analysis.measures.arithmetic import exact
from lkjip_analysis.measures.budget import add_up
from lkjip_analysis.measures.formula import Formula, formula, over


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


def weigh_items(skor: Sequence[Decimal], butir: Sequence[tuple[Any, Decimal, Decimal]]) -> Decimal:
    """IPP from the score of every item; ``butir`` says its aspect, and the weights of both.

    >>> butir = [("A", Decimal("0.6"), Decimal(1)), ("B", Decimal("0.4"), Decimal(1))]
    >>> weigh_items([Decimal(5), Decimal(3)], butir)
    Decimal('4.2')
    """
    aspects: dict[Any, tuple[Decimal, list[tuple[Decimal, Decimal]]]] = {}
    for (aspek, bobot_aspek, bobot), score in zip(butir, skor, strict=True):
        aspects.setdefault(aspek, (bobot_aspek, []))[1].append((bobot, score))
    return compute_ipp(aspects.values())


def compute_hasil(koefisien: Decimal, nilai: Decimal) -> Decimal:
    """One component's part of a composite IKU: coefficient × value."""
    return compute_komposit([(koefisien, nilai)])


IKM = formula("Nilai IKM", over(compute_ikm))
IPP = formula("Nilai IPP", over(weigh_items))
KOMPONEN = formula("Hasil komponen IKU komposit", compute_hasil)
KOMPOSIT = formula("Nilai IKU komposit", over(add_up))


def ikm(skala_100: bool) -> Formula:
    """Make the formula of the IKM on the scale 25-100, or 1-4."""
    return IKM.of(" × 25" if skala_100 else "", skala_100=skala_100)


def komposit(komponen: Iterable[tuple[object, object]], satuan: str) -> Formula:
    """Make the formula of a composite IKU from the coefficient and the name of each component.

    >>> komposit([(Decimal("1.25"), "IKM"), (Decimal(1), "IPP")], "indeks").kata
    '1,25 × IKM + 1 × IPP'
    """
    words = " + ".join(f"{str(number).replace('.', ',')} × {name}" for number, name in komponen)
    return KOMPOSIT.of(words, satuan=satuan)
