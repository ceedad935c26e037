"""Perbandingan: this year against earlier years, the end of the Renstra, and the nation.

Sources: PermenPANRB 53/2014, Bab III A items 2 to 4.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from typing import Literal

from lkjip_analysis.exceptions import NotComputableError
from lkjip_analysis.measures import achievement
from lkjip_analysis.measures.achievement import BAKU, mean
from lkjip_analysis.measures.arithmetic import HUNDRED, exact
from lkjip_analysis.measures.formula import WORDS, Formula, formula, over

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


def compute_pertumbuhan(sekarang: Decimal, sebelumnya: Decimal) -> Decimal:
    """Growth (pertumbuhan, percentage change): (this year - the year before) / the year before.

    >>> round(compute_pertumbuhan(Decimal("73.47"), Decimal("71.13")), 2)
    Decimal('3.29')
    """
    if sebelumnya <= 0:
        raise NotComputableError(
            "nilai tahun sebelumnya nol atau negatif, pertumbuhan tidak dapat dihitung"
        )
    return exact(lambda: (sekarang - sebelumnya) * HUNDRED / sebelumnya)


HIGHER = ", makin tinggi makin baik"


def _progress(capaian: Formula) -> Formula:
    """Tingkat kemajuan: capaian against the medium-term target."""
    return replace(
        capaian,
        nama=capaian.nama.replace("Capaian", "Tingkat kemajuan").removesuffix(HIGHER),
        pola=capaian.pola.replace("target", "target akhir Renstra"),
        sumber=f"{WORDS['sumber']['capaian']} (perbandingan dengan target jangka menengah)",
        syarat=capaian.syarat.replace("Target", "Target akhir Renstra"),
        operan=("target akhir Renstra", "realisasi"),
    )


PERUBAHAN = formula("Perubahan antartahun", compute_perubahan)
PERTUMBUHAN = formula("Pertumbuhan (perubahan persen)", compute_pertumbuhan)
KEMAJUAN = {name: _progress(capaian) for name, capaian in achievement.RUMUS.items()}
RATA_KEMAJUAN = formula("Rata-rata tingkat kemajuan", over(mean))
RATA_KEMAJUAN_LALU = formula("Rata-rata tingkat kemajuan tahun lalu", over(mean))
NASIONAL = formula("Selisih dengan nasional", compute_perubahan)
RATA_INDIKATOR_LALU = formula("Rata-rata capaian indikator program tahun lalu", over(mean))
PERUBAHAN_NILAI = formula("Perubahan angka ringkas", compute_perubahan)


def kemajuan(polaritas: str, rumus_turun: str = BAKU) -> Formula:
    """Choose the formula of an indicator's progress.

    >>> kemajuan("naik").kata, round(kemajuan("naik")(Decimal(74), Decimal("73.47")), 2)
    ('realisasi ÷ target akhir Renstra × 100', Decimal('99.28'))
    """
    return KEMAJUAN[rumus_turun if polaritas == "turun" else polaritas]
