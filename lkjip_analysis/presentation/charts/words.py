"""Words around figures in pictures: names, units, judgements. Figures print as in the tables."""

from __future__ import annotations

from lkjip_analysis.data.validation import frame_rows
from lkjip_analysis.presentation.charts.style import MISSING
from lkjip_analysis.results import Figure, Results, slug

UNITLESS = ("persen", "%", "rupiah", "nilai", "indeks", "skor", "")

STATUS = {
    "melebihi": "melebihi target",
    "sesuai": "sesuai target",
    "tidak_mencapai": "tidak mencapai target",
}


def value_of(figure: Figure | None) -> float | None:
    """Give a figure as a number to draw; None where it is not available."""
    return float(figure.number) if figure is not None and figure.known else None


def shown(figure: Figure | None, satuan: str | None = None) -> str:
    """Write a figure as the tables print it, with its unit, or that it is missing."""
    if figure is None or not figure.known:
        return MISSING
    unit = figure.satuan if satuan is None else satuan
    return figure.tampil if unit in UNITLESS else f"{figure.tampil} {unit}"


def iku_rows(hasil: Results) -> list[tuple[str, str, dict[str, object]]]:
    """List the IKU: key, name, row."""
    return [
        (f"iku.{slug(row['kode_iku'])}", str(row["indikator"]), row)
        for _, row in frame_rows(hasil.data["iku"])
    ]
