"""Pixels for Word: SVG to PNG with Typst, which the PDF needs anyway."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typst import Fonts

SOURCE = b"""#set page(width: auto, height: auto, margin: 0pt)
#image(bytes(sys.inputs.svg), format: "svg")
"""

PIXELS_PER_INCH = 216.0  # three pixels a point: pictures of whole points keep every row of pixels


def rasterise(svg: str, fonts: Path, ppi: float = PIXELS_PER_INCH) -> bytes:
    """Turn an SVG into a PNG of the same size on paper; the same bytes for the same picture.

    Letters are taken from the folder ``fonts`` only.
    """
    import typst

    png: bytes = typst.compile(
        SOURCE,
        format="png",
        ppi=ppi,
        sys_inputs={"svg": svg},
        font_paths=_fonts_in(fonts),
    )
    return png


@cache
def _fonts_in(folder: Path) -> Fonts:
    from typst import Fonts

    return Fonts(include_system_fonts=False, font_paths=[str(folder)])
