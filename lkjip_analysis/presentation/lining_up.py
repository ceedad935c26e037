"""Numbers of a column in different units stand digit under digit, with their units beside them.

What follows the whole part of a number (decimals, unit, predikat) is as wide in every cell: blanks
that no format drops at the end of a line fill the rest. Widths are in digits, the mean of the
report's two typefaces.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

WIDTHS = {0.4: " \xa0", 0.6: "fijltI(),.-/°", 0.8: "rszJ²³", 1.2: "bdhnpquABCEKPRTVXY",
          1.4: "DGHNOQU", 1.6: "wM", 1.8: "mW%"}  # fmt: skip
WIDTH = {letter: width for width, letters in WIDTHS.items() for letter in letters}
BLANK, BLANK_WIDTH = "\xa0", 0.425
LONG = 12.0
"""What follows a number and is wider would be broken: it stays out of the line."""
WHOLE = re.compile(r"-?(?:Rp)?(?:–|\d[\d.]*)")


def blanks(shown: Sequence[str]) -> list[str]:
    r"""Give what to put behind each cell of a column so that its numbers line up.

    >>> blanks(["98,75%", "7,7", "belum tersedia", "–"])
    ['', '\xa0\xa0\xa0\xa0\xa0\xa0\xa0', '', '\xa0\xa0\xa0\xa0\xa0\xa0\xa0\xa0\xa0\xa0']
    """
    tails = [tail_width(words) for words in shown]
    widest = max((tail for tail in tails if tail is not None), default=0.0)
    return ["" if t is None else BLANK * round((widest - t) / BLANK_WIDTH) for t in tails]


def tail_width(words: str) -> float | None:
    """Measure what follows the whole part of a number; None for words, and for what is too long."""
    found = WHOLE.match(words)
    width = sum(WIDTH.get(letter, 1.0) for letter in words[found.end() :]) if found else LONG
    return width if width < LONG else None
