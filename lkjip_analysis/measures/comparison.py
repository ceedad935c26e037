"""Perbandingan: this year against earlier years, the end of the Renstra, and the nation.

Sources: PermenPANRB 53/2014, Bab III A items 2 to 4.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise
from typing import Literal

from lkjip_analysis.measures.achievement import compute_capaian
from lkjip_analysis.measures.arithmetic import exact

Direction = Literal["naik", "turun", "tetap"]
Trend = Literal["naik", "turun", "tetap", "berfluktuasi", "tidak_dapat_dibandingkan"]


def compute_perubahan(sekarang: Decimal, sebelumnya: Decimal) -> Decimal:
    """Change (perubahan) in the indicator's own unit: this year - the year before.

    >>> compute_perubahan(Decimal("73.47"), Decimal("71.13"))
    Decimal('2.34')
    """
    return exact(lambda: sekarang - sebelumnya)


def direction(perubahan: Decimal) -> Direction:
    """Name the direction of a change."""
    return "naik" if perubahan > 0 else "turun" if perubahan < 0 else "tetap"


def is_improvement(perubahan: Decimal, polaritas: str) -> bool | None:
    """Say whether a change is for the better; None where nothing changed.

    >>> is_improvement(Decimal(-2), "turun")
    True
    """
    if perubahan == 0:
        return None
    return (perubahan > 0) == (polaritas == "naik")


def trend(values: Sequence[Decimal | None]) -> Trend:
    """Name the course of a series; gaps are left out, fewer than two values say nothing.

    >>> trend([Decimal("70.03"), Decimal("71.13"), Decimal("73.47")])
    'naik'
    >>> trend([None, None, Decimal(1)])
    'tidak_dapat_dibandingkan'
    """
    known = [value for value in values if value is not None]
    if len(known) < 2:
        return "tidak_dapat_dibandingkan"
    steps = {direction(after - before) for before, after in pairwise(known)}
    if len(steps) == 1:
        return steps.pop()
    rest = steps - {"tetap"}
    return "berfluktuasi" if len(rest) == 2 else rest.pop()


def compute_kemajuan(
    target_akhir: Decimal,
    realisasi: Decimal,
    polaritas: str = "naik",
    rumus_turun: str = "(2T-R)/T",
) -> Decimal:
    """Progress (tingkat kemajuan) in percent of the medium-term target: capaian against it.

    >>> round(compute_kemajuan(Decimal(74), Decimal("73.47")), 2)
    Decimal('99.28')
    """
    return compute_capaian(target_akhir, realisasi, polaritas, rumus_turun)
