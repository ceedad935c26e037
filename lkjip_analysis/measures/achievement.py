"""Capaian kinerja: how much of a target was reached.

Sources: PermenPANRB 53/2014 (item 1 of Bab III A); lower-is-better as printed in
LKjIP Kab. Maluku Tengah 2021 p. III.2 (default) or the T/R school of regional MONEV tools.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from functools import partial
from typing import Literal

from lkjip_analysis.exceptions import NotComputableError
from lkjip_analysis.measures.arithmetic import HUNDRED, exact, percent_of
from lkjip_analysis.measures.formula import Formula, formula, over

Status = Literal["melebihi", "sesuai", "tidak_mencapai", "target_tidak_diterbitkan"]
UNPUBLISHED = "target tidak diterbitkan"
"""Why an indicator whose target nobody published has no capaian."""

TURUN = ("(2T-R)/T", "T/R")
"""The lower-is-better formulas to choose from, the usual one first."""
BAKU = TURUN[0]
UNCAPPED = "tanpa_batas"


def compute_capaian(
    target: Decimal, realisasi: Decimal, polaritas: str = "naik", rumus_turun: str = BAKU
) -> Decimal:
    """Capaian (achievement) in percent of the target, uncapped.

    ``naik`` (higher is better): R / T × 100. ``turun`` (lower is better):
    (2T - R) / T × 100, or T / R × 100 where the unit chose that school (R = 0 counts as 100).
    A zero target is not computable, neither is a negative one; never 0, never NaN.

    >>> round(compute_capaian(Decimal(72), Decimal("73.47")), 4)
    Decimal('102.0417')
    >>> round(compute_capaian(Decimal(67), Decimal(41), "turun"), 2)
    Decimal('138.81')
    >>> round(compute_capaian(Decimal(67), Decimal(41), "turun", "T/R"), 2)
    Decimal('163.41')
    """
    if target == 0:
        raise NotComputableError("target nol, persentase tidak dapat dihitung")
    if target < 0:
        raise NotComputableError("target negatif, persentase tidak bermakna")
    if polaritas == "naik":
        return percent_of(realisasi, target)
    if polaritas != "turun":
        raise NotComputableError(f"polaritas '{polaritas}' tidak dikenal")
    if rumus_turun not in TURUN:
        raise NotComputableError(f"rumus turun '{rumus_turun}' tidak dikenal")
    if rumus_turun == "T/R":
        if realisasi == 0:
            return HUNDRED
        if realisasi < 0:
            raise NotComputableError("realisasi negatif, T/R tidak bermakna")
        return percent_of(target, realisasi)
    return exact(lambda: (2 * target - realisasi) * HUNDRED / target)


def cap_capaian(capaian: Decimal, batas: str = UNCAPPED) -> Decimal:
    """Capaian within the unit's cap policy: ``tanpa_batas``, or the two bounds, ``0_120``.

    Any percentage can be a bound:

    >>> cap_capaian(Decimal("105.7"), "0_100"), cap_capaian(Decimal(-5), "0_120")
    (Decimal('100'), Decimal('0'))
    >>> cap_capaian(Decimal("163.41"), "0_112,5"), cap_capaian(Decimal("163.41"))
    (Decimal('112.5'), Decimal('163.41'))
    """
    if batas == UNCAPPED:
        return capaian
    low, high = batas.replace(",", ".").split("_")
    return min(max(capaian, Decimal(low)), Decimal(high))


def judge_target(target: Decimal, realisasi: Decimal, polaritas: str = "naik") -> Status:
    """Say whether the realisation is beyond, at, or short of the target.

    Decided on the values, not on rounded percentages.

    >>> judge_target(Decimal(5), Decimal(4), "turun"), judge_target(Decimal(100), Decimal(100))
    ('melebihi', 'sesuai')
    """
    if polaritas not in ("naik", "turun"):
        raise NotComputableError(f"polaritas '{polaritas}' tidak dikenal")
    if target == realisasi:
        return "sesuai"
    better = realisasi > target if polaritas == "naik" else realisasi < target
    return "melebihi" if better else "tidak_mencapai"


def judge_nothing(target: None) -> Status:
    """Say that there is no target to judge by: neither reached nor missed."""
    return "target_tidak_diterbitkan"


def mean(values: Sequence[Decimal], weights: Sequence[Decimal] | None = None) -> Decimal:
    """Mean (rata-rata), weighted where weights (none negative) are given: Σ(w × v) / Σw.

    >>> values = [Decimal(90), Decimal(110)]
    >>> mean(values), mean(values, [Decimal(3), Decimal(1)])
    (Decimal('100'), Decimal('95'))
    """
    if not values:
        raise NotComputableError("belum ada nilai yang dapat dirata-ratakan")
    if weights is None:
        return exact(lambda: sum(values, Decimal(0)) / len(values))
    if not any(weights):
        raise NotComputableError("jumlah bobot nol")
    weighted = list(zip(values, weights, strict=True))
    return exact(lambda: sum((v * w for v, w in weighted), Decimal(0)) / sum(weights, Decimal(0)))


def judge_goal(*statuses: str) -> Status:
    """Status of a sasaran by its IKU: short if one is, beyond if one is and none is short.

    >>> judge_goal("sesuai", "melebihi"), judge_goal("melebihi", "tidak_mencapai")
    ('melebihi', 'tidak_mencapai')
    """
    if not statuses:
        raise NotComputableError("sasaran ini belum mempunyai IKU")
    if "tidak_mencapai" in statuses:
        return "tidak_mencapai"
    return "melebihi" if "melebihi" in statuses else "sesuai"


_turun = partial(compute_capaian, polaritas="turun")
RUMUS = {
    "naik": formula("Capaian, makin tinggi makin baik", compute_capaian),
    "(2T-R)/T": formula("Capaian, makin rendah makin baik", partial(_turun, rumus_turun=BAKU)),
    "T/R": formula(
        "Capaian, makin rendah makin baik (target dibagi realisasi)",
        partial(_turun, rumus_turun="T/R"),
    ),
}
"""Capaian where higher is better, and by each of the lower-is-better formulas."""
BATAS = formula("Batas capaian untuk rata-rata", cap_capaian)
STATUS = formula("Status indikator", judge_target)
TANPA_TARGET = formula("Status indikator tanpa target", judge_nothing)
RATA_RATA = formula("Rata-rata capaian IKU", over(mean))
RATA_RATA_LALU = formula("Rata-rata capaian IKU tahun lalu", over(mean))
ANGKA_KINERJA = formula("Angka capaian kinerja", partial(cap_capaian, batas="0_100"))
SASARAN = formula("Capaian sasaran", over(mean))
STATUS_SASARAN = formula("Status sasaran", judge_goal)
RATA_SASARAN = formula("Rata-rata sasaran", over(mean))
RATA_STATUS = formula("Rata-rata capaian menurut status", over(mean))
ITEM = formula("Capaian program, kegiatan, subkegiatan", over(mean))
RATA_INDIKATOR = formula("Rata-rata capaian indikator menurut tingkat", over(mean))


def capaian(polaritas: str, rumus_turun: str = BAKU) -> Formula:
    """Choose the formula of an indicator's capaian.

    >>> capaian("turun", "T/R").kata, capaian("turun", "T/R")(Decimal(20), Decimal(25))
    ('target ÷ realisasi × 100', Decimal('80'))
    """
    return RUMUS[rumus_turun if polaritas == "turun" else polaritas]


def batas(policy: str) -> Formula:
    """Make the formula of a cap, whatever its percentages.

    >>> batas("tanpa_batas").kata, batas("0_150").kata, batas("0_150")(Decimal(180))
    ('capaian tanpa batas', 'capaian, dibatasi 0–150', Decimal('150'))
    """
    words = " tanpa batas" if policy == UNCAPPED else f", dibatasi {policy.replace('_', '–')}"
    return BATAS.of(words, batas=policy)


def weighted(formula: Formula, weights: Sequence[Decimal] | None) -> Formula:
    """Make the formula of a mean that of a weighted one, where there are weights.

    >>> weighted(RATA_RATA, [Decimal(3), Decimal(1)]).kata
    'rata-rata berbobot capaian semua IKU'
    """
    if weights is None:
        return formula
    pola = formula.pola.replace("rata-rata", "rata-rata berbobot", 1)
    return replace(formula.of(weights=weights), pola=pola)
