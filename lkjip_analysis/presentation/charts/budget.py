"""Charts of the money: absorption per programme, capaian beside absorption per sasaran."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from lkjip_analysis.data import schemas
from lkjip_analysis.presentation.cell import marked
from lkjip_analysis.presentation.charts import style
from lkjip_analysis.presentation.charts.bars import Bar, draw_axis, draw_bars, extent, percent_tick
from lkjip_analysis.presentation.charts.canvas import Canvas, block_height, shrink, text_width, wrap
from lkjip_analysis.presentation.charts.svg import Picture, listing, published
from lkjip_analysis.presentation.charts.words import shown, value_of
from lkjip_analysis.results import Figure, Results

if TYPE_CHECKING:
    from matplotlib.axes import Axes


@published("Serapan anggaran program", schemas.Program)
def serapan_program(hasil: Results) -> Picture:
    """Serapan (absorption, realisation in percent of the pagu) of each programme."""
    items = hasil.at_level("program")
    bars, said = [], []
    for item in items:
        share = item.serapan
        detail = f"{shown(item.realisasi)} dari pagu {shown(item.pagu)}"
        bars.append(Bar(item.nama, value_of(share), marked(share), detail))
        said.append(f"{item.nama} {shown(share)}")
    total = hasil.anggaran.serapan
    canvas = draw_bars(bars, goal_label="Pagu 100%", heading="Serapan")
    whole = f", seluruhnya {shown(total)}" if total.known else ""
    return Picture(
        canvas, f"Serapan anggaran {len(bars)} program terhadap pagu{whole}: {listing(said)}."
    )


@published("Capaian dan serapan sasaran", schemas.Sasaran)
def capaian_serapan(hasil: Results) -> Picture:
    """Capaian beside serapan of each sasaran: how much was reached with how much money."""
    rows, said = [], []
    for goal in hasil.sasaran:
        rows.append((goal.nama, goal.capaian, goal.serapan))
        pair = f"capaian {shown(goal.capaian)}, serapan {shown(goal.serapan)}"
        said.append(f"{goal.nama}: {pair}")
    return Picture(
        _draw_pairs(rows),
        f"Capaian kinerja dan serapan anggaran {len(rows)} sasaran: {listing(said)}.",
    )


NAMES, COLUMN, GAP = 160.0, 58.0, 14.0


@dataclass(frozen=True)
class _Kind:
    """One of the two figures of a row: name, colour, right end of its column; a disc or a ring."""

    name: str
    color: str
    right: float
    filled: bool


CAPAIAN = _Kind("Capaian", style.ACCENT, style.PORTRAIT - COLUMN, True)
SERAPAN = _Kind("Serapan", style.WARN, style.PORTRAIT, False)


def _draw_pairs(rows: list[tuple[str, Figure, Figure]]) -> Canvas:
    """Draw a row for each sasaran: its capaian and serapan as dots on one axis, and as numbers."""
    head, foot, end = 20.0, 18.0, 0.0
    for size, gap in ((9.0, 16.0), (8.0, 5.0), (8.5, 9.0)):
        names = [wrap(name, NAMES, size) for name, _, _ in rows]
        heights = [max(block_height(lines, size), 14.0) + gap for lines in names]
        end = head + sum(heights)
        if end + foot <= style.PAGE:
            break
    tops = [head + sum(heights[:place]) for place in range(1, len(heights))]
    canvas = Canvas(style.PORTRAIT, end + foot, [(top, 0.0) for top in tops], head, foot)
    left = NAMES + GAP
    width = style.PORTRAIT - left - GAP - 2 * COLUMN
    known = [v for _, *pair in rows for v in map(value_of, pair) if v is not None]
    low, high = _dot_range([100.0, *known])
    plot, across = draw_axis(canvas, (left, width), (head, end), (low, high))
    if low <= 0:
        canvas.rule([(across(0), head), (across(0), end)], color=style.STRONG_LINE, width=0.9)
    else:
        canvas.text(0, end + 11, f"Sumbu dimulai dari {percent_tick(low)}", 7.5, color=style.MUTED)
    canvas.rule([(across(100), head), (across(100), end)], color=style.INK, dashes=(3, 2))
    for kind in (CAPAIAN, SERAPAN):
        canvas.text(kind.right, head - 7, kind.name, 8, color=style.MUTED, align="right")
        start = kind.right - text_width(kind.name, 8) - 8
        _dot(canvas.page, start, head - 9.8, kind, "")
    top = head
    for (name, capaian, serapan), lines, height in zip(rows, names, heights, strict=True):
        middle = top + height / 2
        canvas.rule([(0, top), (style.PORTRAIT, top)], width=0.5)
        canvas.lines(0, middle - block_height(lines, size) / 2, lines, size)
        ends = [across(v) for v in map(value_of, (capaian, serapan)) if v is not None]
        if len(ends) == 2:
            span = [(min(ends), middle), (max(ends), middle)]
            canvas.rule(span, color=style.STRONG_LINE, width=1.6)
        for kind, figure in ((SERAPAN, serapan), (CAPAIAN, capaian)):
            number = value_of(figure)
            if number is not None:
                _dot(plot, number, middle - head, kind, f"{kind.name.lower()}:{name}")
            _draw_number(canvas, figure, kind, middle, size)
        top += height
    return canvas


def _draw_number(canvas: Canvas, figure: Figure, kind: _Kind, middle: float, size: float) -> None:
    """Write a figure into its column, or that it is not there."""
    if not figure.known:
        y, shown = middle + 2.6, style.MISSING
        canvas.text(kind.right, y, shown, 7.8, color=style.MUTED, align="right")
        return
    y, fit = middle + size * 0.33, shrink(marked(figure), COLUMN - 6, size + 0.5, True)
    canvas.text(kind.right, y, marked(figure), fit, bold=True, align="right", color=kind.color)


def _dot_range(numbers: list[float]) -> tuple[float, float]:
    """Choose the range of a chart of dots: around values close together, else from 0."""
    low, high = math.floor(min(numbers) / 10 - 0.5) * 10, math.ceil(max(numbers) / 10 + 0.1) * 10
    return (float(low), float(high)) if low > 0 and high - low <= 60 else extent(numbers)


def _dot(axes: Axes, x: float, y: float, kind: _Kind, gid: str) -> None:
    """Mark capaian with a disc and serapan with a wider ring: both show where they coincide."""
    size, fill, edge = (5.5, kind.color, 0.0) if kind.filled else (8.5, style.PAPER, 1.5)
    mark: Any = {"markersize": size, "markeredgewidth": edge, "markerfacecolor": fill}
    mark |= {"markeredgecolor": kind.color, "linestyle": "none", "clip_on": False}
    axes.plot([x], [y], marker="o", gid=gid or None, **mark)
