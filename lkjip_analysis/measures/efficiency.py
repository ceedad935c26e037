"""Efisiensi: five things share the word, so each has its own name and formula here.

Sources: LKjIP 2024 table 3.2.2.1 (``selisih_poin``), BPOM reports (``indeks``),
the Sukabumi tool (``sisa_anggaran``), PMK 22/2021 (``pmk_22_2021``, made for ministries).
"""

from __future__ import annotations

from decimal import Decimal
from functools import partial

from lkjip_analysis.exceptions import NotComputableError
from lkjip_analysis.measures.arithmetic import HUNDRED, exact
from lkjip_analysis.measures.formula import Formula


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
        return (
            "efisien"
            if efisiensi > 0
            else "tidak efisien"
            if efisiensi < 0
            else "tanpa penghematan"
        )
    if efisiensi > 5:
        return "efisien"
    return "cukup efisien" if efisiensi >= -5 else "tidak efisien"


def _refuse_unknown(rumus: str) -> None:
    if rumus not in EFISIENSI:
        raise NotComputableError(f"rumus efisiensi '{rumus}' tidak dikenal")


def _school(rumus: str, sebutan: str, pola: str, satuan: str, sumber: str, *operan: str) -> Formula:
    return Formula(
        f"Efisiensi anggaran ({sebutan})",
        pola,
        partial(compute_efisiensi, rumus=rumus),
        f"dipilih unit di identitas.csv (rumus_efisiensi: {rumus}); {sumber}",
        satuan,
        operan=operan or ("capaian kinerja (%)", "serapan anggaran (%)"),
    )


_CUSTOM = (
    "lazim pada laporan kinerja daerah; PermenPANRB Nomor 53 Tahun 2014 meminta analisis efisiensi "
    "tanpa menetapkan rumus"
)
EFISIENSI = {
    "selisih_poin": _school(
        "selisih_poin", "selisih poin capaian dan serapan",
        "capaian kinerja (%) − serapan anggaran (%)", "poin", _CUSTOM,
    ),
    "indeks": _school(
        "indeks", "indeks capaian terhadap serapan",
        "capaian kinerja (%) ÷ serapan anggaran (%)", "indeks",
        "laporan kinerja BPOM (indeks efisiensi)",
    ),
    "sisa_anggaran": _school(
        "sisa_anggaran", "sisa anggaran bila target tercapai",
        "100 − serapan anggaran (%), hanya bila capaian kinerja ≥ 100%", "poin", _CUSTOM,
        "capaian kinerja", "serapan anggaran (%)",
    ),
    "pmk_22_2021": _school(
        "pmk_22_2021", "efisiensi menurut PMK 22/2021",
        "(pagu × capaian − realisasi anggaran) ÷ (pagu × capaian) × 100", "persen",
        "PMK Nomor 22 Tahun 2021 (untuk kementerian/lembaga)", "capaian",
    ),
}  # fmt: skip
"""The formulas of efficiency, by the unit's choice."""
_SAVED = "Di atas 0: efisien; 0: tanpa penghematan; di bawah 0: tidak efisien."
_BOUNDS = {
    "selisih_poin": "Di atas 5: efisien; −5 sampai 5: cukup efisien; di bawah −5: tidak efisien.",
    "indeks": "1 atau lebih: efisien; kurang dari 1: tidak efisien.",
    "sisa_anggaran": _SAVED,
    "pmk_22_2021": _SAVED,
}
PENILAIAN = {
    rumus: Formula(
        EFISIENSI[rumus].nama.replace("Efisiensi anggaran", "Penilaian efisiensi"),
        "penilaian atas efisiensi",
        partial(judge_efisiensi, rumus=rumus),
        satuan="teks",
        syarat=bounds,
    )
    for rumus, bounds in _BOUNDS.items()
}
