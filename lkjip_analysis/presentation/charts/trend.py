"""The realisation of each IKU over the years, as small multiples."""

from __future__ import annotations

from dataclasses import dataclass, replace

from lkjip_analysis.data import schemas
from lkjip_analysis.presentation.cell import marked
from lkjip_analysis.presentation.charts import style
from lkjip_analysis.presentation.charts.bars import extent
from lkjip_analysis.presentation.charts.canvas import Canvas, block_height, shrink, text_width, wrap
from lkjip_analysis.presentation.charts.svg import Picture, as_svg, listing, published
from lkjip_analysis.presentation.charts.words import shown, value_of
from lkjip_analysis.presentation.output import FigureOutput
from lkjip_analysis.results import Figure, Results
from lkjip_analysis.results.entities import Iku
from lkjip_analysis.results.figures import ABSENT

GUTTER = 26.0
PANELS = 12  # more IKU than these are drawn in rows
FEW = 6  # years; a sheet's chart of more takes the whole width
ABOVE, BELOW = 30.0, 16.0  # room over the columns for target and labels, under them for years


@dataclass(frozen=True)
class Series:
    """The realisations of one IKU over the years, and this year's target."""

    name: str
    satuan: str
    target: Figure
    years: list[tuple[int, Figure]]
    lower_is_better: bool = False

    @property
    def title(self) -> str:
        """Name, unit, and where less is better a word on that."""
        note = "; makin rendah makin baik" if self.lower_is_better else ""
        return f"{self.name} ({self.satuan}{note})"

    @property
    def told(self) -> str:
        """Its values and the target in words."""
        values = ", ".join(f"{year} {shown(figure, '')}" for year, figure in self.years)
        return f"{self.title}: {values}, target {self.years[-1][0]} {shown(self.target, '')}"

    def extent(self) -> tuple[float, float]:
        """Give the range of the values, from zero."""
        values = [value_of(figure) for figure in (self.target, *(f for _, f in self.years))]
        return extent([value for value in values if value is not None])


@published("Realisasi IKU antartahun", schemas.Iku)
def tren_iku(hasil: Results) -> Picture:
    """Realisation of each IKU this year and the two years before, with this year's target."""
    first, last = hasil.tahun - 2, hasil.tahun
    series = [_series(iku) for iku in hasil.iku]
    canvas = _draw_panels(series) if len(series) <= PANELS else _draw_rows(series)
    told = listing([one.told for one in series], 8)
    return Picture(canvas, f"Realisasi {len(series)} IKU tahun {first} sampai {last}: {told}.")


def tren(iku: Iku) -> FigureOutput:
    """Realisation of one IKU over all years of the data, with this year's target.

    A year between them stays empty where it has none, or its code was another indicator's.
    """
    with style.look():
        one, known = _series(iku), iku.tren.nilai
        none = Figure(iku.realisasi.kunci, None, ABSENT)
        earlier = range(min(known), one.years[0][0])
        one = replace(one, years=[*((y, known.get(y, none)) for y in earlier), *one.years])
        picture = Picture(_draw_panels([one]), f"Realisasi {one.told}.")
        return FigureOutput(as_svg(picture), picture.alt)


def _series(iku: Iku) -> Series:
    last = iku.data.tahun
    years = [(year, iku.riwayat[year]) for year in range(last - 2, last)]
    years.append((last, iku.realisasi))
    return Series(iku.nama, iku.row.satuan, iku.target, years, iku.row.polaritas == "turun")


def _draw_panels(series: list[Series]) -> Canvas:
    """Draw a small chart for each IKU, side by side."""
    columns, plot, size = (2, 96.0, 9.0) if len(series) <= 6 else (3, 70.0, 8.5)
    width = (style.PORTRAIT - GUTTER * (columns - 1)) / columns
    if len(series) == 1 and len(series[0].years) > FEW:
        width = style.PORTRAIT
    titles = [wrap(one.title, width, size, True) for one in series]
    tops, heads, y = [], [], 0.0
    for first in range(0, len(series), columns):
        tops.append(y)
        heads.append(max(block_height(title, size) for title in titles[first : first + columns]))
        y += heads[-1] + ABOVE + plot + BELOW + 14
    canvas = Canvas(width if len(series) == 1 else style.PORTRAIT, y - 14)
    for number, one in enumerate(series):
        row, column = divmod(number, columns)
        panel = _Panel(canvas, column * (width + GUTTER), width, plot, size)
        below = canvas.lines(panel.left, tops[row], titles[number], size, bold=True)
        panel.note_target(one, below + 9)
        panel.draw(one, tops[row] + heads[row] + ABOVE)
    return canvas


@dataclass(frozen=True)
class _Panel:
    """A place for one small chart."""

    canvas: Canvas
    left: float
    width: float
    plot: float
    size: float

    def note_target(self, one: Series, baseline: float) -> None:
        """Write the target under the title, with a sample of its line."""
        note = f"target {one.years[-1][0]}: {shown(one.target, '')}"
        mark = 17 if one.target.known else 0
        if mark:
            ends = [(self.left, baseline - 2.6), (self.left + 13, baseline - 2.6)]
            self.canvas.rule(ends, color=style.WARN, width=1.4)
        fit = shrink(note, self.width - mark, 8)
        self.canvas.text(self.left + mark, baseline, note, fit, color=style.MUTED)

    def draw(self, one: Series, top: float) -> None:
        """Draw a column for each year; a year without a value stays empty and says so."""
        low, high = one.extent()
        plot = self.canvas.axes(
            self.left, top, self.width, self.plot, (0, len(one.years)), (low, high)
        )
        slot = self.width / len(one.years)
        target = value_of(one.target)

        def down(value: float) -> float:
            return top + (high - value) / (high - low) * self.plot

        for place, (year, figure) in enumerate(one.years):
            now = place == len(one.years) - 1
            middle, value = self.left + (place + 0.5) * slot, value_of(figure)
            foot = top + self.plot + 12
            color = style.INK if now else style.MUTED
            self.canvas.text(middle, foot, str(year), 8, bold=now, align="center", color=color)
            if value is None:
                self._say_missing(middle, down(max(low, 0.0)), slot)
                continue
            fill = style.ACCENT if now else style.TINT
            gid = f"kolom:{one.name}:{year}"
            self.canvas.bar((place + 0.22, 0), 0.56, value, fill=fill, gid=gid, plot=plot)
            peak = max(value, 0.0)
            if now and target is not None and 0 <= down(peak) - down(target) < self.size + 5:
                peak = target  # the target's line would cross the label
            fit = shrink(marked(figure), slot - 4, self.size, now)
            y = down(peak) - 3.5
            self.canvas.text(middle, y, marked(figure), fit, bold=now, align="center")
        ends = [(self.left, down(0)), (self.left + self.width, down(0))]
        self.canvas.rule(ends, color=style.STRONG_LINE, width=0.9)
        if target is not None:
            middle = self.left + (len(one.years) - 0.5) * slot
            ends = [(middle - slot * 0.36, down(target)), (middle + slot * 0.36, down(target))]
            self.canvas.rule(ends, color=style.WARN, width=1.4)

    def _say_missing(self, middle: float, base: float, slot: float) -> None:
        fits = text_width(style.MISSING, 7.2) < slot - 6
        words = [style.MISSING] if fits else style.MISSING.split()
        top = base - 5 - block_height(words, 7.2)
        self.canvas.lines(middle, top, words, 7.2, color=style.MUTED, align="center")


ROW_NAMES, ROW_SIZE, ROW_BAR, ROW_HEAD = 158.0, 7.2, 5.0, 16.0


def _draw_rows(series: list[Series]) -> Canvas:
    """Draw many IKU as rows: the name, then for each year its value over a small bar."""
    size = ROW_SIZE
    cell = (style.PORTRAIT - ROW_NAMES) / len(series[0].years)
    titles = [wrap(one.title, ROW_NAMES - 8, size) for one in series]
    pair = size * style.LEADING + ROW_BAR
    heights = [max(block_height(title, size), pair) + 4.5 for title in titles]
    tops = [ROW_HEAD + sum(heights[:place]) for place in range(1, len(heights))]
    gaps = [(top, 0.0) for top in tops]
    canvas = Canvas(style.PORTRAIT, ROW_HEAD + sum(heights) + 1, gaps, ROW_HEAD)
    last = len(series[0].years) - 1
    for place, (year, _) in enumerate(series[0].years):
        x = ROW_NAMES + place * cell
        canvas.text(x, 9, str(year), 8, color=style.MUTED, bold=place == last)
    canvas.text(style.PORTRAIT, 9, "target", 8, color=style.MUTED, align="right")
    x = style.PORTRAIT - text_width("target", 8) - 5
    canvas.rule([(x, 2.5), (x, 10)], color=style.WARN, width=1.4)
    top = ROW_HEAD
    for one, title, height in zip(series, titles, heights, strict=True):
        canvas.rule([(0, top), (style.PORTRAIT, top)], width=0.5)
        canvas.lines(0, top + (height - block_height(title, size)) / 2, title, size)
        for place in range(len(one.years)):
            left = ROW_NAMES + place * cell
            _draw_cell(canvas, one, place, left, top + (height - pair) / 2, cell - 14)
        top += height
    return canvas


def _draw_cell(
    canvas: Canvas, one: Series, place: int, left: float, top: float, width: float
) -> None:
    """Draw one year of a row; this year's with the target's mark."""
    year, figure = one.years[place]
    value, now = value_of(figure), place == len(one.years) - 1
    low, high = one.extent()
    label = shown(figure, "")
    fit = shrink(label, width, ROW_SIZE, now)
    color = style.MUTED if value is None else style.INK
    canvas.lines(left, top, [label], fit, bold=now and value is not None, color=color)
    y = top + ROW_SIZE * style.LEADING
    zero, scale = left - low / (high - low) * width, width / (high - low)
    if value is not None:
        fill = style.ACCENT if now else style.TINT
        canvas.bar((zero, y), value * scale, ROW_BAR, fill=fill, gid=f"batang:{one.name}:{year}")
    if low < 0:
        canvas.rule([(zero, y), (zero, y + ROW_BAR)], color=style.STRONG_LINE, width=0.9)
    target = value_of(one.target)
    if now and target is not None:
        x = zero + target * scale
        canvas.rule([(x, y - 1.5), (x, y + ROW_BAR + 1.5)], color=style.WARN, width=1.4)
