"""Efisiensi: five things share the word, so each has its own name and formula here.

Sources: LKjIP 2024 table 3.2.2.1 (``selisih_poin``), BPOM reports (``indeks``),
the Sukabumi tool (``sisa_anggaran``), PMK 22/2021 (``pmk_22_2021``, made for ministries).
"""

from __future__ import annotations

from decimal import Decimal
from functools import partial

from lkjip_analysis.exceptions import NotComputableError
from lkjip_analysis.measures.arithmetic import HUNDRED, exact
from lkjip_analysis.measures.formula import formula


def compute_efisiensi(capaian: Decimal, serapan: Decimal, rumus: str = "selisih_poin") -> Decimal:
    """Budget efficiency by the unit's chosen formula (see ``EFISIENSI``).

    >>> round(compute_efisiensi(Decimal("102.0417"), Decimal("97.4249")), 2)
    Decimal('4.62')
    >>> round(compute_efisiensi(Decimal("99.92"), Decimal("94.00"), "indeks"), 3)
    Decimal('1.063')
    >>> round(compute_efisiensi(Decimal(100), Decimal(95), "pmk_22_2021"), 2)
    Decimal('5.00')
    """
    _refuse_unknown(rumus)
    if rumus == "selisih_poin":
        return exact(lambda: capaian - serapan)
    if rumus == "indeks":
        if serapan == 0:
            raise NotComputableError("serapan nol, indeks tidak dapat dihitung")
        return exact(lambda: capaian / serapan)
    if rumus == "pmk_22_2021":
        if capaian <= 0:
            raise NotComputableError("capaian nol atau negatif, efisiensi tidak dapat dihitung")
        return exact(lambda: (capaian - serapan) * HUNDRED / capaian)
    if capaian < HUNDRED:
        raise NotComputableError("capaian di bawah 100%, efisiensi tidak dinilai")
    return exact(lambda: HUNDRED - serapan)


def judge_efisiensi(efisiensi: Decimal, rumus: str = "selisih_poin") -> str:
    """Word for an efficiency: points above 5, within ±5, below -5; an index against 1.

    >>> judge_efisiensi(Decimal("4.62")), judge_efisiensi(Decimal("1.06"), "indeks")
    ('cukup efisien', 'efisien')
    """
    _refuse_unknown(rumus)
    if rumus == "indeks":
        return "efisien" if efisiensi >= 1 else "tidak efisien"
    if rumus in ("sisa_anggaran", "pmk_22_2021"):
        saved = "efisien" if efisiensi > 0 else "tidak efisien"
        return saved if efisiensi else "tanpa penghematan"
    if efisiensi > 5:
        return "efisien"
    return "cukup efisien" if efisiensi >= -5 else "tidak efisien"


def _refuse_unknown(rumus: str) -> None:
    if rumus not in EFISIENSI:
        raise NotComputableError(f"rumus efisiensi '{rumus}' tidak dikenal")


SCHOOLS = {
    "selisih_poin": "selisih poin capaian dan serapan",
    "indeks": "indeks capaian terhadap serapan",
    "sisa_anggaran": "sisa anggaran bila target tercapai",
    "pmk_22_2021": "efisiensi menurut PMK 22/2021",
}
"""What each formula of efficiency is called."""
EFISIENSI = {
    rumus: formula(f"Efisiensi anggaran ({called})", partial(compute_efisiensi, rumus=rumus))
    for rumus, called in SCHOOLS.items()
}
"""The formulas of efficiency, by the unit's choice."""
PENILAIAN = {
    rumus: formula(f"Penilaian efisiensi ({called})", partial(judge_efisiensi, rumus=rumus))
    for rumus, called in SCHOOLS.items()
}
