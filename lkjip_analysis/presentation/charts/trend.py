"""The realisation of each IKU over the years, as small multiples."""

from __future__ import annotations

import math
from dataclasses import dataclass

from lkjip_analysis.presentation.charts import style
from lkjip_analysis.presentation.charts.bars import extent
from lkjip_analysis.presentation.charts.canvas import Canvas, block_height, shrink, text_width, wrap
from lkjip_analysis.presentation.charts.svg import Picture, listing, missing_picture, publish
from lkjip_analysis.presentation.charts.words import berkas, iku_rows, shown, value_of
from lkjip_analysis.presentation.output import FigureOutput
from lkjip_analysis.results import Figure, Results

GUTTER = 26.0


@dataclass(frozen=True)
class _Panel:
    name: str
    note: str
    satuan: str
    target: Figure
    years: list[tuple[int, Figure]]


def tren_iku(hasil: Results) -> FigureOutput:
    """Realisation of each IKU this year and the two years before, with this year's target."""
    return publish(draw_tren_iku, hasil)


def draw_tren_iku(hasil: Results) -> Picture:
    """Draw ``tren_iku``."""
    if not hasil.data.has("iku"):
        return missing_picture("Realisasi IKU antartahun", berkas(hasil, "iku"))
    panels, said = [], []
    for key, name, row in iku_rows(hasil):
        years = [
            (year, hasil[f"{key}.riwayat.{year}"]) for year in (hasil.tahun - 2, hasil.tahun - 1)
        ]
        years.append((hasil.tahun, hasil[f"{key}.realisasi"]))
        target = hasil[f"{key}.target"]
        panels.append(
            _Panel(
                name, f"target {hasil.tahun}: {shown(target)}", str(row["satuan"]), target, years
            )
        )
        values = ", ".join(f"{year} {shown(figure)}" for year, figure in years)
        said.append(f"{name} ({row['satuan']}): {values}, target {hasil.tahun} {shown(target)}")
    first, last = hasil.tahun - 2, hasil.tahun
    return Picture(
        _draw(panels),
        f"Realisasi {len(panels)} IKU tahun {first} sampai {last}: {listing(said, 8)}.",
    )


def _draw(panels: list[_Panel]) -> Canvas:
    count = len(panels)
    columns, plot, size = (
        (2, 96.0, 9.0) if count <= 6 else (3, 70.0, 8.5) if count <= 15 else (4, 42.0, 7.5)
    )
    width = (style.PORTRAIT - GUTTER * (columns - 1)) / columns
    left = (style.PORTRAIT - width) / 2 if count == 1 else 0.0
    heads = [wrap(panel.name, width, size, True) for panel in panels]
    rows = math.ceil(count / columns)
    tops, y = [], 0.0
    for row in range(rows):
        tops.append(y)
        y += max(block_height(head, size) for head in heads[row * columns : (row + 1) * columns])
        y += 16 + 14 + plot + 16 + (14 if row < rows - 1 else 0)
    canvas = Canvas(style.PORTRAIT, y)
    for number, panel in enumerate(panels):
        row, column = divmod(number, columns)
        tall = max(block_height(head, size) for head in heads[row * columns : (row + 1) * columns])
        _draw_panel(
            canvas,
            panel,
            heads[number],
            left + column * (width + GUTTER),
            tops[row],
            width,
            tall,
            plot,
            size,
        )
    return canvas


def _draw_panel(
    canvas: Canvas,
    panel: _Panel,
    head: list[str],
    left: float,
    top: float,
    width: float,
    tall: float,
    plot: float,
    size: float,
) -> None:
    from matplotlib.patches import Rectangle

    canvas.lines(left, top, head, size, bold=True)
    small = min(8.0, size)
    note = top + block_height(head, size) + 9
    unit = f"satuan {panel.satuan}"
    mark = 17 if panel.target.known else 0  # a sample of the target's line
    fit = shrink(unit + panel.note, width - mark - 10, small)
    canvas.text(left, note, unit, fit, color=style.MUTED)
    sample = left + text_width(unit, fit) + 10
    if mark:
        canvas.rule([(sample, note - 2.6), (sample + 13, note - 2.6)], color=style.WARN, width=1.4)
    canvas.text(sample + mark, note, panel.note, fit, color=style.MUTED)
    start = top + tall + 16 + 14  # the highest value's label stands above its column
    target = value_of(panel.target)
    known = [v for v in (value_of(figure) for _, figure in panel.years) if v is not None]
    low, high = extent([*known, *([target] if target is not None else [])])
    axes = canvas.axes(left, start, width, plot, (0, len(panel.years)), (low, high))
    slot = width / len(panel.years)

    def down(value: float) -> float:
        return start + (high - value) / (high - low) * plot

    for place, (year, figure) in enumerate(panel.years):
        middle, value = left + (place + 0.5) * slot, value_of(figure)
        now = place == len(panel.years) - 1
        ink = style.INK if now else style.MUTED
        canvas.text(
            middle, start + plot + 12, str(year), small, bold=now, align="center", color=ink
        )
        if value is None:
            words = (
                [style.MISSING]
                if text_width(style.MISSING, 7.2) < slot - 2
                else style.MISSING.split()
            )
            base = down(max(low, 0.0)) - 5 - block_height(words, 7.2)
            canvas.lines(middle, base, words, 7.2, color=style.MUTED, align="center")
            continue
        axes.add_patch(
            Rectangle(
                (place + 0.22, 0),
                0.56,
                value,
                facecolor=style.ACCENT if now else style.TINT,
                edgecolor="none",
                gid=f"kolom:{panel.name}:{year}",
                clip_on=False,
            )
        )
        peak = max(value, 0.0)
        if now and target is not None and 0 <= down(peak) - down(target) < size + 5:
            peak = target  # the target's line would cross the label
        fit = shrink(figure.tampil, slot - 4, size, now)
        canvas.text(middle, down(peak) - 3.5, figure.tampil, fit, bold=now, align="center")
    zero = down(0)
    canvas.rule([(left, zero), (left + width, zero)], color=style.STRONG_LINE, width=0.9)
    if target is not None:
        middle, y = left + (len(panel.years) - 0.5) * slot, down(target)
        canvas.rule(
            [(middle - slot * 0.36, y), (middle + slot * 0.36, y)], color=style.WARN, width=1.4
        )
