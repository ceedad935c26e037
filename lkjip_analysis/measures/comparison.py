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
from lkjip_analysis.measures.formula import CAPAIAN, Formula, over

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


def _progress(formula: Formula) -> Formula:
    """Tingkat kemajuan: capaian against the medium-term target."""
    return replace(
        formula,
        nama=formula.nama.replace("Capaian", "Tingkat kemajuan").removesuffix(HIGHER),
        pola=formula.pola.replace("target", "target akhir Renstra"),
        sumber=f"{CAPAIAN} (perbandingan dengan target jangka menengah)",
        syarat=formula.syarat.replace("Target", "Target akhir Renstra"),
        operan=("target akhir Renstra", "realisasi"),
    )


PERUBAHAN = Formula(
    "Perubahan antartahun",
    "realisasi {tahun ini} − realisasi {tahun sebelumnya}",
    compute_perubahan,
    f"{CAPAIAN} (perbandingan dengan tahun lalu)",
    "satuan indikator",
    operan=("realisasi {tahun ini}", "realisasi {tahun sebelumnya}"),
)
PERTUMBUHAN = Formula(
    "Pertumbuhan (perubahan persen)",
    "(realisasi {tahun ini} − realisasi {tahun sebelumnya}) ÷ realisasi {tahun sebelumnya} × 100",
    compute_pertumbuhan,
    PERUBAHAN.sumber,
    syarat="Realisasi tahun sebelumnya lebih dari 0.",
    operan=PERUBAHAN.operan,
)
KEMAJUAN = {name: _progress(formula) for name, formula in achievement.RUMUS.items()}
RATA_KEMAJUAN = Formula(
    "Rata-rata tingkat kemajuan",
    "rata-rata tingkat kemajuan semua IKU",
    over(mean),
    achievement.RATA_RATA.sumber,
)
RATA_KEMAJUAN_LALU = Formula(
    "Rata-rata tingkat kemajuan tahun lalu",
    "rata-rata tingkat kemajuan tahun {lalu} semua IKU tahun {laporan}",
    over(mean),
)
NASIONAL = Formula(
    "Selisih dengan nasional",
    "realisasi − realisasi nasional",
    compute_perubahan,
    f"{CAPAIAN} (perbandingan dengan standar nasional)",
    "satuan indikator",
    operan=("realisasi", "realisasi nasional"),
)
RATA_INDIKATOR_LALU = Formula(
    "Rata-rata capaian indikator program tahun lalu",
    "rata-rata capaian semua indikator program tahun {lalu}",
    over(mean),
)
PERUBAHAN_NILAI = Formula(
    "Perubahan angka ringkas",
    "nilai {tahun ini} − nilai {tahun sebelumnya}",
    compute_perubahan,
    satuan="satuan angkanya",
    operan=("nilai {tahun ini}", "nilai {tahun sebelumnya}"),
)


def kemajuan(polaritas: str, rumus_turun: str = BAKU) -> Formula:
    """Choose the formula of an indicator's progress.

    >>> kemajuan("naik").kata, round(kemajuan("naik")(Decimal(74), Decimal("73.47")), 2)
    ('realisasi ÷ target akhir Renstra × 100', Decimal('99.28'))
    """
    return KEMAJUAN[rumus_turun if polaritas == "turun" else polaritas]
