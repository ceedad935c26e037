"""Sasaran and their IKU as the rows of tables: who belongs to whom, and the cells they share."""

from __future__ import annotations

from lkjip_analysis.presentation.cell import text
from lkjip_analysis.presentation.layout import ABOVE, Column, left, right
from lkjip_analysis.results import Results
from lkjip_analysis.results.entities import Iku, Sasaran

LEAD = left("Sasaran Strategis", "Indikator Kinerja")


def mean_has_no_class(hasil: Results) -> bool:
    """Say whether no class is given to the mean.

    The unit has chosen no scale, an IKU fell short, or evaluators use the scale.
    """
    chosen = hasil.data.identitas.skala_capaian
    return not chosen or any(iku.missed or iku.row.skala == chosen for iku in hasil.iku)


def performance_columns(spanner: str) -> list[Column]:
    """Make the columns that ``Cells.kinerja`` fills."""
    measured = right("Target", "Realisasi", "Capaian", spanner=spanner)
    return [*measured, *left("Status", spanner=spanner)]


ALL_IKU, FEW = 10, 3
"""So many IKU are all told, so many named in one sentence; of more the number is told."""
UNLINKED = "Program yang belum ditautkan ke sasaran"


def lead_cells(iku: Iku) -> list[str]:
    """Write the sasaran of an IKU, said once for all its IKU, and its name."""
    return [text(iku.sasaran) if iku.begins else ABOVE, text(iku.nama)]


def indicator_names(goal: Sasaran) -> list[str]:
    """Name the IKU of a sasaran; a dash where it has none."""
    return [text(iku.nama) for iku in goal.iku] or [text(None)]
