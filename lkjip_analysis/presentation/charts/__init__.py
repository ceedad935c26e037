"""The charts the notebooks show: one public function per published chart.

Each takes the year's results and gives a ``FigureOutput``: it draws a ``Picture``, and the
decorator ``published`` makes the cell's output of it.
"""

from lkjip_analysis.presentation.charts.achievement import capaian_iku, kemajuan_renstra
from lkjip_analysis.presentation.charts.budget import capaian_serapan, serapan_program
from lkjip_analysis.presentation.charts.resources import ketersediaan_sarpras, ketersediaan_sdm
from lkjip_analysis.presentation.charts.trend import tren_iku

__all__ = [
    "capaian_iku", "capaian_serapan", "kemajuan_renstra", "ketersediaan_sarpras",
    "ketersediaan_sdm", "serapan_program", "tren_iku",
]  # fmt: skip
