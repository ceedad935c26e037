"""Capaian kinerja: how much of a target was reached.

Sources: PermenPANRB 53/2014 (item 1 of Bab III A); lower-is-better as printed in
LKjIP Kab. Maluku Tengah 2021 p. III.2 (default) or the T/R school of regional MONEV tools.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Literal

from lkjip_analysis.exceptions import NotComputableError
from lkjip_analysis.measures.arithmetic import HUNDRED, exact, percent_of

Status = Literal["melebihi", "sesuai", "tidak_mencapai"]

RUMUS_NAIK = "realisasi ÷ target × 100"
RUMUS_TURUN = {
    "(2T-R)/T": "(2 × target − realisasi) ÷ target × 100",
    "T/R": "target ÷ realisasi × 100",
}
CAPS: dict[str, tuple[int, int] | None] = {
    "tanpa_batas": None, "0_100": (0, 100), "0_120": (0, 120), "0_200": (0, 200),
}  # fmt: skip


def rumus_capaian(polaritas: str, rumus_turun: str = "(2T-R)/T") -> str:
    """Name the formula that ``compute_capaian`` uses, for the report."""
    return RUMUS_NAIK if polaritas == "naik" else RUMUS_TURUN[rumus_turun]


def compute_capaian(
    target: Decimal, realisasi: Decimal, polaritas: str = "naik", rumus_turun: str = "(2T-R)/T"
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
    if rumus_turun not in RUMUS_TURUN:
        raise NotComputableError(f"rumus turun '{rumus_turun}' tidak dikenal")
    if rumus_turun == "T/R":
        if realisasi == 0:
            return HUNDRED
        if realisasi < 0:
            raise NotComputableError("realisasi negatif, T/R tidak bermakna")
        return percent_of(target, realisasi)
    return exact(lambda: (2 * target - realisasi) * HUNDRED / target)


def name_cap(batas: str) -> str:
    """Say a cap policy as the formula of what it does.

    >>> name_cap("tanpa_batas"), name_cap("0_120")
    ('capaian tanpa batas', 'capaian, dibatasi 0–120')
    """
    limits = CAPS[batas]
    return f"capaian, dibatasi {limits[0]}–{limits[1]}" if limits else "capaian tanpa batas"


def cap_capaian(capaian: Decimal, batas: str = "tanpa_batas") -> Decimal:
    """Capaian within the unit's cap policy: ``tanpa_batas``, ``0_100``, ``0_120``, ``0_200``.

    >>> cap_capaian(Decimal("105.7"), "0_100"), cap_capaian(Decimal(-5), "0_120")
    (Decimal('100'), Decimal('0'))
    """
    limits = CAPS[batas]
    if limits is None:
        return capaian
    return min(max(capaian, Decimal(limits[0])), Decimal(limits[1]))


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
