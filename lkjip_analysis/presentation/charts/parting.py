"""Where a picture higher than a page is parted on paper."""

from __future__ import annotations

from lkjip_analysis.presentation.charts import style
from lkjip_analysis.presentation.charts.canvas import Canvas

LATE = 0.6  # a part fills at least this share of its page, if a gap is there


def cuts_of(canvas: Canvas) -> list[float]:
    """Give the heights at which a picture is parted, none where it fits its page.

    As few parts as can be, and of these about equally high ones.
    """
    page = page_of(canvas)
    cuts = _cuts(canvas, page)
    for share in (0.6, 0.7, 0.8, 0.9):
        even = _cuts(canvas, page * share)
        if len(even) == len(cuts):
            return even
    return cuts


def page_of(canvas: Canvas) -> float:
    """Give the greatest height of a picture on the page that its width is made for."""
    whole = style.PAGE if canvas.width <= style.PORTRAIT else style.LANDSCAPE_PAGE
    return canvas.room or whole


def _cuts(canvas: Canvas, page: float) -> list[float]:
    cuts: list[float] = []
    start, head = 0.0, 0.0
    while canvas.height - start + head > page:
        end = start + page - head - canvas.foot
        places = [(gap, place) for place, gap in canvas.gaps if start < place <= end]
        late = [(gap, place) for gap, place in places if place > end - (end - start) * (1 - LATE)]
        if not places:
            return cuts
        start, head = max(late or places)[1], canvas.head
        cuts.append(start)
    return cuts
