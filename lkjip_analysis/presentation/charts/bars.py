"""Horizontal bars with their names, values and a goal line: one drawing for several charts.

Names stand left, values in a column of their own at the right: nothing can run into anything,
whether a bar is negative, missing or three times the goal.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from lkjip_analysis.formatting import format_number
from lkjip_analysis.presentation.charts import style
from lkjip_analysis.presentation.charts.canvas import (
    ASCENT,
    Canvas,
    block_height,
    shrink,
    text_width,
    wrap,
)

if TYPE_CHECKING:
    from matplotlib.axes import Axes

NAMES = 176.0  # width of the column of names, in points
VALUES = 86.0
GAP = 14.0
THICK = 11.0


@dataclass(frozen=True)
class Bar:
    """One row: ``value`` None means not available; ``of`` is the whole behind it, drawn pale."""

    name: str
    value: float | None
    label: str  # as printed: the figure's own text
    detail: str = ""
    remark: str = ""  # the judgement in words under the value
    short: bool = False  # short of the goal
    of: float | None = None


@dataclass(frozen=True)
class Density:
    """How closely rows are set: many are set closer to fit a page, too many roomily on several."""

    name: float
    detail: float  # 0: details are left to the table
    value: float
    gap: float


DENSITIES = (Density(9, 7.8, 10, 12), Density(8.5, 7.2, 9, 8), Density(8, 0, 8.5, 6))
PARTED = DENSITIES[1]


def percent_tick(value: float) -> str:
    """Write a tick of a percent axis: ``25%``."""
    return number_tick(value) + "%"


def number_tick(value: float) -> str:
    """Write a tick of a plain axis: ``1.000``."""
    return format_number(Decimal(str(value)))


def ticks(low: float, high: float, most: int = 5) -> list[float]:
    """Choose round ticks from ``low`` to ``high``, zero among them.

    >>> ticks(0, 105), ticks(-20, 100), ticks(0, 19)
    ([0, 25, 50, 75, 100], [0, 25, 50, 75, 100], [0, 5, 10, 15])
    """
    span = high - low
    power = 10.0 ** (math.floor(math.log10(span)) - 1)
    steps = [power * factor for factor in (1, 2, 2.5, 5, 10, 20, 25, 50, 100)]
    step = next(s for s in steps if span / s < most and (s >= 1 or span < 4))
    first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
    values = [round(n * step, 10) for n in range(first, last + 1)]
    return [int(v) if v == int(v) else v for v in values]


def fitting_ticks(
    low: float, high: float, tick: Callable[[float], str], width: float
) -> list[float]:
    """Choose as many round ticks, at most five, as have room for their numbers."""
    chosen = ticks(low, high)
    for most in (5, 4, 3, 2, 1):
        chosen = ticks(low, high, most)
        widest = max((text_width(tick(value), 7.5) for value in chosen), default=0.0)
        if len(chosen) < 2 or widest + 6 <= (chosen[1] - chosen[0]) / (high - low) * width:
            break
    return chosen


def extent(numbers: Sequence[float]) -> tuple[float, float]:
    """Give an honest range: from zero, with a little room beyond the extremes."""
    low, high = min(0.0, *numbers, 0.0), max(0.0, *numbers, 0.0)
    room = (high - low or 1.0) * 0.03
    return (low - room if low < 0 else 0.0, high + room if high > 0 or low == 0 else 0.0)


@dataclass(frozen=True)
class _Row:
    bar: Bar
    names: list[str]
    details: list[str]
    top: float
    height: float


def draw_bars(
    bars: Sequence[Bar],
    *,
    goal: float | None = 100.0,
    goal_label: str = "",
    heading: str = "",
    tick: Callable[[float], str] = percent_tick,
    lead: str = "",
    key: Sequence[tuple[str, str]] = (),
) -> Canvas:
    """Draw the rows in the order given.

    Parameters
    ----------
    bars
        The rows.
    goal, goal_label
        Where the goal line stands, and its name above it.
    heading
        Head of the column of values.
    tick
        How the axis writes its numbers.
    lead
        A sentence above the rows.
    key
        Colours and names of the two parts of a bar, where it has two; stands in the goal's place.
    """
    lead_lines = wrap(lead, style.PORTRAIT, 9.5)
    head = block_height(lead_lines, 9.5) + (8 if lead else 0) + 18
    foot = 18.0
    density, rows = _fitted(bars, head, foot)
    end = _end(rows, head)
    gaps = [(row.top, 0.0) for row in rows[1:]]
    canvas = Canvas(style.PORTRAIT, end + (foot if rows else 0), gaps, head, foot)
    canvas.lines(0, 0, lead_lines, 9.5)
    if not rows:
        return canvas
    left = NAMES + GAP
    width = style.PORTRAIT - left - GAP - VALUES
    low, high = _range(bars, goal)
    plot, across = draw_axis(canvas, (left, width), (head, end), (low, high), tick)
    _draw_key(canvas, key, head - 15.5)
    if heading:
        canvas.text(style.PORTRAIT, head - 6, heading, 8, color=style.MUTED, align="right")
    for row in rows:
        _draw_row(canvas, plot, row, head, density)
    canvas.rule([(across(0), head), (across(0), end)], color=style.STRONG_LINE, width=0.9)
    if goal is not None:
        _draw_goal(canvas, across(goal), goal_label, head, end)
    return canvas


def draw_axis(
    canvas: Canvas,
    columns: tuple[float, float],
    rows: tuple[float, float],
    limits: tuple[float, float],
    tick: Callable[[float], str] = percent_tick,
) -> tuple[Axes, Callable[[float], float]]:
    """Open a plot with ticks under it; give it, and the way from a value to its place.

    Parameters
    ----------
    columns, rows
        Left edge and width; upper and lower edge.
    limits
        Least and greatest value.
    """
    (left, width), (head, end), (low, high) = columns, rows, limits

    def across(value: float) -> float:
        return left + (value - low) / (high - low) * width

    for value in fitting_ticks(low, high, tick, width):
        canvas.rule([(across(value), head), (across(value), end)])
        canvas.text(across(value), end + 11, tick(value), 7.5, color=style.MUTED, align="center")
    return canvas.axes(left, head, width, end - head, limits), across


def _fitted(bars: Sequence[Bar], head: float, foot: float) -> tuple[Density, list[_Row]]:
    """Set the rows as roomily as one page allows; too many go roomily on several."""
    for density in DENSITIES:
        rows = _place(bars, density, head)
        if _end(rows, head) + foot <= style.PAGE:
            return density, rows
    return PARTED, _place(bars, PARTED, head)


def _end(rows: Sequence[_Row], head: float) -> float:
    return rows[-1].top + rows[-1].height if rows else head


def _range(bars: Sequence[Bar], goal: float | None) -> tuple[float, float]:
    """Choose the range of the axis; without a goal line it ends at a tick."""
    known = [n for bar in bars for n in (bar.value, bar.of) if n is not None]
    low, high = extent([*known, *([goal] if goal is not None else [])])
    if goal is None:
        marks = ticks(low, high)
        step = marks[1] - marks[0] if len(marks) > 1 else high
        high = math.ceil(high / step - 0.04) * step
    return low, high


def _place(bars: Sequence[Bar], density: Density, top: float) -> list[_Row]:
    rows = []
    for bar in bars:
        names = wrap(bar.name, NAMES, density.name)
        details = wrap(bar.detail, NAMES, density.detail) if density.detail else []
        right = density.value * style.LEADING + (
            7.5 * style.LEADING if bar.remark and density.detail else 0
        )
        text = block_height(names, density.name) + block_height(details, density.detail)
        height = max(text, right, THICK) + density.gap
        rows.append(_Row(bar, names, details, top, height))
        top += height
    return rows


def _draw_row(canvas: Canvas, plot: Axes, row: _Row, head: float, density: Density) -> None:
    bar = row.bar
    middle = row.top + row.height / 2
    canvas.rule([(0, row.top), (style.PORTRAIT, row.top)], color=style.LINE, width=0.5)
    text = block_height(row.names, density.name) + block_height(row.details, density.detail)
    y = canvas.lines(0, middle - text / 2, row.names, density.name)
    canvas.lines(0, y, row.details, density.detail or 1, color=style.MUTED)
    thick = min(THICK, row.height - 3)

    def rectangle(value: float, color: str, part: str) -> None:
        place, gid = (0, middle - head - thick / 2), f"{part}:{bar.name}"
        canvas.bar(place, value, thick, fill=color, gid=gid, plot=plot)

    if bar.of is not None:
        rectangle(bar.of, style.TINT, "dari")
    color = style.WARN if bar.short else style.ACCENT
    if bar.value is None:
        y = middle + 8 * ASCENT / 2 - 0.5
        words, ink = bar.remark or style.MISSING, color if bar.short else style.MUTED
        canvas.text(style.PORTRAIT, y, words, shrink(words, VALUES, 8), color=ink, align="right")
        return
    rectangle(bar.value, color, "batang")
    remark = bar.remark if density.detail else ""
    tall = density.value * style.LEADING + (7.5 * style.LEADING if remark else 0)
    size = shrink(bar.label, VALUES, density.value, True)
    y, ink = middle - tall / 2, color if bar.short else style.INK
    y = canvas.lines(style.PORTRAIT, y, [bar.label], size, bold=True, align="right", color=ink)
    if remark:
        size, ink = shrink(remark, VALUES, 7.5), color if bar.short else style.MUTED
        canvas.lines(style.PORTRAIT, y, [remark], size, align="right", color=ink)


def _draw_goal(canvas: Canvas, x: float, label: str, head: float, end: float) -> None:
    """Draw the goal line, with its name above it, kept between the columns beside the plot."""
    canvas.rule([(x, head - 3), (x, end)], color=style.INK, width=1.0, dashes=(3, 2))
    half = text_width(label, 8) / 2
    middle = min(max(x, NAMES + GAP + half), style.PORTRAIT - GAP - VALUES - half)
    canvas.text(middle, head - 6, label, 8, align="center")


def _draw_key(canvas: Canvas, key: Sequence[tuple[str, str]], top: float) -> None:
    x = NAMES + GAP
    for color, name in key:
        canvas.box(x, top + 2.5, 8, 8, fill=color, round_=0.5)
        canvas.text(x + 12, top + 9.5, name, 8, color=style.MUTED)
        x += 12 + text_width(name, 8) + 14
