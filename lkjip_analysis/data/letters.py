"""Letters that no typeface of the report has: asked of the typesetter itself, Typst.

Its own typefaces help out where those of the project end, and it shapes letters before it looks
for them, so a list of code points read from the font files would not say the same. Common letters
are known to be there and cost nothing; only a text with others starts Typst (some 50 ms, once).
"""

from __future__ import annotations

import re
from functools import cache

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
    return _missing(" ".join(word for word in text.split() if not COMMON.issuperset(word)))


@cache
def _missing(words: str) -> str:
    """Have Typst set the words; give what it has no letters for."""
    import typst

    try:
        typst.compile(  # type: ignore[call-overload]
            SOURCE,
            font_paths=[paths.EXTENSION / "fonts"],
            ignore_system_fonts=True,
            format="pdf",
            pdf_standards=["a-2b", "ua-1"],
            sys_inputs={"teks": words},
        )
    except typst.TypstError as error:
        told = _NO_GLYPH.search(error.message)
        return _ESCAPED.sub(lambda code: chr(int(code[1], 16)), told[1]) if told else ""
    return ""
