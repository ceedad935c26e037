"""Sumber daya: staff (SDM) and facilities (sarana prasarana) against what is needed.

Sources: the workload analysis (ABK) for staff, the plan of needs (P-RKBMD) for facilities.
"""

from __future__ import annotations

from decimal import Decimal

from lkjip_analysis.exceptions import NotComputableError
from lkjip_analysis.measures.achievement import mean
from lkjip_analysis.measures.arithmetic import HUNDRED, exact, percent_of
from lkjip_analysis.measures.budget import add_up
from lkjip_analysis.measures.formula import formula, over


def compute_ketersediaan(
    tersedia: Decimal, kebutuhan: Decimal, batas: Decimal | None = None
) -> Decimal:
    """Availability (ketersediaan) in percent of the need, at most ``batas`` where given.

    >>> round(compute_ketersediaan(Decimal(4), Decimal(19)), 2)
    Decimal('21.05')
    """
    if kebutuhan == 0:
        raise NotComputableError("kebutuhan nol, ketersediaan tidak dapat dihitung")
    share = percent_of(tersedia, kebutuhan)
    return share if batas is None else min(share, batas)


def compute_kekurangan(ketersediaan: Decimal) -> Decimal:
    """Shortage (kekurangan) in percent: 100 - availability, at least 0.

    The LKjIP of 2024 prints it as "efisiensi"; a shortage is no efficiency, so only the label
    keeps the word.
    """
    return max(exact(lambda: HUNDRED - ketersediaan), Decimal(0))


def compute_sarpras(rekon: Decimal, pengadaan: Decimal, kebutuhan: Decimal) -> Decimal:
    """Availability of a kind of facility: what is there and what is bought, at most 100 percent.

    >>> round(compute_sarpras(Decimal(1), Decimal(1), Decimal(3)), 2)
    Decimal('66.67')
    """
    return compute_ketersediaan(rekon + pengadaan, kebutuhan, HUNDRED)


SDM = formula("Ketersediaan SDM", compute_ketersediaan)
JUMLAH_SDM = formula("Jumlah pegawai", over(add_up))
GABUNGAN_SDM = formula("Ketersediaan SDM gabungan", compute_ketersediaan)
SARPRAS = formula("Ketersediaan sarana prasarana", compute_sarpras)
KEKURANGAN = formula("Kekurangan SDM dan sarana prasarana", compute_kekurangan)
RATA_KETERSEDIAAN = formula("Rata-rata ketersediaan", over(mean))
RATA_KEKURANGAN = formula("Rata-rata kekurangan", over(mean))
