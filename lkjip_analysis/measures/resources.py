"""Sumber daya: staff (SDM) and facilities (sarana prasarana) against what is needed.

Sources: the workload analysis (ABK) for staff, the plan of needs (P-RKBMD) for facilities.
"""

from __future__ import annotations

from decimal import Decimal

from lkjip_analysis.exceptions import NotComputableError
from lkjip_analysis.measures.achievement import mean
from lkjip_analysis.measures.arithmetic import HUNDRED, exact, percent_of
from lkjip_analysis.measures.budget import add_up
from lkjip_analysis.measures.formula import Formula, over


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


SDM = Formula(
    "Ketersediaan SDM",
    "pegawai tersedia ÷ kebutuhan × 100",
    compute_ketersediaan,
    "analisis beban kerja (ABK)",
    syarat="Kebutuhan bukan 0.",
    operan=("pegawai tersedia", "kebutuhan"),
)
JUMLAH_SDM = Formula(
    "Jumlah pegawai",
    "jumlah pegawai yang {dibutuhkan atau tersedia}",
    over(add_up),
    SDM.sumber,
    "orang",
    tanda=" + ",
)
GABUNGAN_SDM = Formula(
    "Ketersediaan SDM gabungan",
    "jumlah pegawai tersedia ÷ jumlah kebutuhan × 100",
    compute_ketersediaan,
    SDM.sumber,
    syarat="Jumlah kebutuhan bukan 0.",
    operan=("jumlah pegawai tersedia", "jumlah kebutuhan"),
)
SARPRAS = Formula(
    "Ketersediaan sarana prasarana",
    "(hasil rekon + pengadaan P-RKBMD) ÷ standar kebutuhan × 100, paling besar 100",
    compute_sarpras,
    "standar kebutuhan P-RKBMD; batas 100% aturan laporan ini",
    syarat="Standar kebutuhan bukan 0.",
    operan=("hasil rekon", "pengadaan P-RKBMD", "standar kebutuhan"),
)
KEKURANGAN = Formula(
    "Kekurangan SDM dan sarana prasarana",
    "100 − ketersediaan",
    compute_kekurangan,
    syarat="Paling kecil 0.",
    operan=("ketersediaan",),
)
RATA_KETERSEDIAAN = Formula(
    "Rata-rata ketersediaan", "rata-rata ketersediaan {SDM atau sarpras}", over(mean)
)
RATA_KEKURANGAN = Formula(
    "Rata-rata kekurangan", "rata-rata kekurangan {SDM atau sarpras}", over(mean)
)
