"""Words around figures in pictures: names, units, judgements. Figures print as in the tables."""

from __future__ import annotations

from lkjip_analysis.formatting import is_percent
from lkjip_analysis.presentation.cell import marked
from lkjip_analysis.presentation.charts.style import MISSING
from lkjip_analysis.results import Figure

UNITLESS = ("rupiah", "nilai", "indeks", "skor", "")


def value_of(figure: Figure) -> float | None:
    """Give a figure as a number to draw; None where it is not available."""
    return float(figure) if figure.known else None


def shown(figure: Figure, satuan: str | None = None) -> str:
    """Write a figure as the tables print it, with its unit, or that it is missing."""
    if not figure.known:
        return MISSING
    unit = figure.satuan if satuan is None else satuan
    return marked(figure) if unit in UNITLESS or is_percent(unit) else f"{marked(figure)} {unit}"
