"""The one look of every picture: colours, sizes, typeface.

Text stays text, to be searched and copied, in the Source Sans 3 of the page and the PDF; its files
are those that the text is measured with. Word gets pixels drawn from the same files.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING

from lkjip_analysis import paths

if TYPE_CHECKING:
    from matplotlib.font_manager import FontProperties

INK = "#182225"
MUTED = "#4b5a5f"
LINE = "#dbe2e3"
FAINT = "#eef2f2"
STRONG_LINE = "#87979c"
ACCENT = "#0b5d70"
SOFT = "#e4f0f2"
TINT = "#9fc3cb"
# short of a target; with ACCENT safe for colour-blind readers, always beside a word
WARN = "#b4501e"
PAPER = "#ffffff"

PORTRAIT = 425.0  # width of the text on a standing A4 page: 15 cm, in whole points
LANDSCAPE = 671.0  # the same on a page on its side: 23.7 cm
PAGE = 600.0  # greatest height beside its caption on a standing page
LANDSCAPE_PAGE = 408.0

LEADING = 1.22  # baseline to baseline, in font sizes
MISSING = "belum tersedia"

# names of our own: no installed font can take their place while it is measured
FAMILY = ["Grafik LKjIP", "DejaVu Sans", "Lambang LKjIP"]
PRINTED = "'Source Sans 3', 'DejaVu Sans', sans-serif"  # unquoted, the 3 would be no name
BOLD = 600  # what the bold file is; to matplotlib it is 700, for DejaVu Sans has no other
FILES = [
    (FAMILY[0], 400, "grafik/SourceSans3-Regular.ttf"),
    (FAMILY[0], 700, "grafik/SourceSans3-SemiBold.ttf"),
    (FAMILY[2], 400, "NotoEmoji-Regular.ttf"),
    (FAMILY[2], 700, "NotoEmoji-Regular.ttf"),
]


@cache
def _load_fonts() -> None:
    """Make the project's own font files known to matplotlib."""
    from matplotlib.font_manager import FontEntry, fontManager

    folder = paths.EXTENSION / "fonts"
    for family, weight, name in FILES:
        entry = FontEntry(fname=str(folder / name), name=family, weight=weight, size="scalable")
        fontManager.ttflist.append(entry)


@cache
def font(size: float, bold: bool = False) -> FontProperties:
    """Give the typeface in a size (points)."""
    from matplotlib.font_manager import FontProperties

    _load_fonts()
    return FontProperties(family=FAMILY, size=size, weight=700 if bold else 400)


@contextmanager
def look() -> Iterator[None]:
    """Draw and save in here: matplotlib's defaults, whatever the reader's own settings are."""
    from matplotlib import style

    settings = {"svg.fonttype": "none", "svg.hashsalt": "lkjip", "font.family": FAMILY}
    with style.context(["default", settings]):
        yield
