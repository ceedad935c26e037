"""Letters that no typeface of the report has: asked of the typesetter itself, Typst.

Its own typefaces help out where those of the project end, and it shapes letters before it looks
for them, so a list of code points read from the font files would not say the same. Charts, which
matplotlib draws letter by letter, are asked by such a list. Common letters are known to be there
and cost nothing; only a text with others starts all this (some 0.2 seconds, once).
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from pathlib import Path

from lkjip_analysis import paths

COMMON = frozenset(
    map(chr, (*range(0x20, 0x7F), *range(0xA0, 0xAD), *range(0xAE, 0x180)))
) | frozenset("\n‐‑–—‘’“”„†‡•…‰′″€≤≥≠≈−×÷√→₀₁₂₃₄")
"""Letters that the report's own text typeface has (a test asks Typst)."""

SOURCE = b"""#set document(title: "x")
#set text(font: "Source Serif 4", lang: "id")
#sys.inputs.teks
"""
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")
_NO_GLYPH = re.compile(r'the text `"(.+?)"` could not be displayed', re.DOTALL)


def unprintable(text: str) -> str:
    """Give the first letters of a text that the printed report cannot show; blank if it has all.

    >>> unprintable("Capaian ≥ 100 persen – “baik”")
    ''
    """
    if COMMON.issuperset(text) or not paths.is_here():
        return ""
    odd = " ".join(word for word in text.split() if not COMMON.issuperset(word))
    return _missing(odd) or next((letter for letter in odd if not _drawn(letter)), "")


def _drawn(letter: str) -> bool:
    """Whether charts have a letter, or it is none that is drawn by itself."""
    shown = unicodedata.category(letter) not in ("Mn", "Me", "Cf")
    return not shown or ord(letter) in _chart_letters()


@cache
def _chart_letters() -> set[int]:
    """Code points of the typefaces of charts (see ``presentation.charts.style``)."""
    import matplotlib
    from fontTools.ttLib import TTFont

    fonts = paths.EXTENSION / "fonts"
    own = fonts / "grafik" / "SourceSans3-Regular.ttf", fonts / "NotoEmoji-Regular.ttf"
    files = (*own, Path(matplotlib.get_data_path()) / "fonts" / "ttf" / "DejaVuSans.ttf")
    letters: set[int] = set()
    for file in files:
        with TTFont(file, lazy=True) as font:
            letters |= font.getBestCmap().keys()
    return letters


@cache
def _missing(words: str) -> str:
    """Have Typst set the words; give what it has no letters for."""
    fonts, standards = [paths.EXTENSION / "fonts"], ["a-2b", "ua-1"]
    told = _NO_GLYPH.search(
        typst_complaint(SOURCE, words, font_paths=fonts, pdf_standards=standards)
    )
    return _ESCAPED.sub(lambda code: chr(int(code[1], 16)), told[1]) if told else ""


def typst_complaint(source: bytes, teks: str, **options: object) -> str:
    """Have Typst set a source that asks for ``sys.inputs.teks``; give its fault with hints."""
    import typst

    how = {"sys_inputs": {"teks": teks}, "ignore_system_fonts": True, "format": "pdf"}
    try:
        typst.compile(source, **how, **options)  # type: ignore[call-overload]
    except typst.TypstError as error:
        return " ".join([error.message, *(error.hints or ())])
    return ""
