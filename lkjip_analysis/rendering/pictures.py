"""Pixels for Word: SVG to PNG with Typst, which the PDF needs anyway."""

from __future__ import annotations

import struct
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING
from zlib import crc32

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


def with_density(png: bytes, ppi: float = PIXELS_PER_INCH) -> bytes:
    """Let a PNG say how large it is on paper; Word's writer takes 96 pixels an inch otherwise."""
    dots = round(ppi / 0.0254)
    chunk = b"pHYs" + struct.pack(">IIB", dots, dots, 1)
    return png[:33] + struct.pack(">I", 9) + chunk + struct.pack(">I", crc32(chunk)) + png[33:]


@cache
def _fonts_in(folder: Path) -> Fonts:
    from typst import Fonts

    return Fonts(include_system_fonts=False, font_paths=[str(folder)])
