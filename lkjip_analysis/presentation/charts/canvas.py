"""A page to draw on, measured in points from its top left corner."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from lkjip_analysis.presentation.charts.style import INK, LEADING, LINE, PAPER, font

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

ASCENT = 0.75  # of the font size: top of a line to its baseline, as capitals and digits look


@cache
def _word_width(word: str, bold: bool) -> float:
    """Measure a word at a size of 100 points."""
    from matplotlib.textpath import text_to_path

    width, _, _ = text_to_path.get_text_width_height_descent(word, font(100, bold), ismath=False)
    return float(width)


def text_width(text: str, size: float, bold: bool = False) -> float:
    """Measure a line of text, in points: its words and the spaces between them."""
    words = text.split(" ")
    space = _word_width("n n", bold) - _word_width("nn", bold)
    width = sum(_word_width(word, bold) for word in words if word) + space * (len(words) - 1)
    return width * size / 100


def wrap(text: str, width: float, size: float, bold: bool = False) -> list[str]:
    """Break text into lines no wider than ``width``; a word that is too long is cut."""
    lines: list[str] = []
    line = ""
    for word in str(text).split():
        joined = f"{line} {word}".strip()
        if text_width(joined, size, bold) <= width:
            line = joined
            continue
        if line:
            lines.append(line)
        *whole, line = _cut(word, width, size, bold)
        lines += whole
    return [*lines, line] if line else lines


def _cut(word: str, width: float, size: float, bold: bool) -> list[str]:
    """Cut a word that is wider than its line, after a slash or hyphen if there is one."""
    parts: list[str] = []
    while text_width(word, size, bold) > width and len(word) > 1:
        fits = next(
            (n for n in range(len(word) - 1, 1, -1) if text_width(word[:n], size, bold) <= width), 1
        )
        mark = max(word.rfind("/", 0, fits), word.rfind("-", 0, fits)) + 1
        parts.append(word[: mark or fits])
        word = word[mark or fits :]
    return [*parts, word]


def block_height(lines: Sequence[str], size: float) -> float:
    """Height of a block of lines, in points."""
    return len(lines) * size * LEADING


def shrink(text: str, width: float, size: float, bold: bool = False, least: float = 5.0) -> float:
    """Find the greatest size, not above ``size``, at which a line fits a width."""
    while size > least and text_width(text, size, bold) > width:
        size -= 0.25
    return size


@dataclass
class Canvas:
    """A matplotlib figure drawn in points, y downwards, with helpers for text and shapes.

    Its size is in whole points, so that no row of pixels is lost where it is rasterised.
    Higher than its room on a page, it is parted on paper: in one of the ``gaps`` (place and
    height), with the strips ``head`` and ``foot`` on every part.
    """

    width: float
    height: float
    gaps: Sequence[tuple[float, float]] = ()
    head: float = 0.0
    foot: float = 0.0
    room: float = 0.0  # 0: all of a page beside the caption

    def __post_init__(self) -> None:
        from matplotlib.figure import Figure

        self.width, self.height = math.ceil(self.width), math.ceil(self.height)
        size = (self.width / 72, self.height / 72)
        self.figure: Figure = Figure(figsize=size, dpi=72, facecolor=PAPER)
        self.page: Axes = self.axes(0, 0, self.width, self.height, (0, self.width))

    def axes(
        self,
        left: float,
        top: float,
        width: float,
        height: float,
        xlim: tuple[float, float],
        ylim: tuple[float, float] | None = None,
    ) -> Axes:
        """Open a plot at a place on the page; without ``ylim`` its y runs downwards in points."""
        place = (left / self.width, 1 - (top + height) / self.height)
        axes = self.figure.add_axes((*place, width / self.width, height / self.height))
        axes.set_xlim(*xlim)
        axes.set_ylim(*(ylim or (height, 0)))
        axes.set_axis_off()
        return axes

    def text(
        self,
        x: float,
        y: float,
        text: str,
        size: float,
        *,
        bold: bool = False,
        color: str = INK,
        align: str = "left",
    ) -> None:
        """Write one line with its baseline at ``y``."""
        self.page.text(
            x, y, text, fontproperties=font(size, bold), color=color, ha=align, parse_math=False
        )

    def lines(self, x: float, top: float, lines: Sequence[str], size: float, **kind: Any) -> float:
        """Write a block of lines from ``top`` on; give where it ends."""
        baseline = top + size * (ASCENT + (LEADING - 1) / 2 + 0.04)
        for number, line in enumerate(lines):
            self.text(x, baseline + number * size * LEADING, line, size, **kind)
        return top + block_height(lines, size)

    def rule(
        self,
        points: Sequence[tuple[float, float]],
        *,
        color: str = LINE,
        width: float = 0.6,
        dashes: tuple[float, ...] = (),
    ) -> None:
        """Draw a line through points."""
        from matplotlib.lines import Line2D

        kind: Any = {"color": color, "linewidth": width, "clip_on": False}
        kind |= {"solid_capstyle": "butt", "solid_joinstyle": "miter"}
        kind |= {"linestyle": (0, dashes) if dashes else "-"}
        self.page.add_line(Line2D([x for x, _ in points], [y for _, y in points], **kind))

    def box(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        *,
        fill: str = PAPER,
        edge: str | None = None,
        dashes: tuple[float, ...] = (),
        round_: float = 2.0,
        gid: str | None = None,
    ) -> None:
        """Draw a box with gently rounded corners."""
        from matplotlib.patches import FancyBboxPatch

        kind: Any = {"facecolor": fill, "edgecolor": edge or "none", "gid": gid, "clip_on": False}
        kind |= {"linewidth": 0.7 if edge else 0, "linestyle": (0, dashes) if dashes else "-"}
        shape = f"round,pad=0,rounding_size={round_}"
        self.page.add_patch(FancyBboxPatch((x, y), width, height, boxstyle=shape, **kind))

    def bar(
        self,
        place: tuple[float, float],
        width: float,
        height: float,
        *,
        fill: str,
        gid: str,
        plot: Axes | None = None,
    ) -> None:
        """Fill a rectangle, on the page or in a plot's own measure."""
        from matplotlib.patches import Rectangle

        kind: Any = {"facecolor": fill, "edgecolor": "none", "gid": gid, "clip_on": False}
        (plot or self.page).add_patch(Rectangle(place, width, height, **kind))

    def polygon(self, points: Sequence[tuple[float, float]], *, fill: str) -> None:
        """Fill a polygon."""
        from matplotlib.patches import Polygon

        self.page.add_patch(Polygon(points, facecolor=fill, edgecolor="none", clip_on=False))
