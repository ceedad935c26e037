"""Pixels for Word: SVG to PNG with Typst, which the PDF needs anyway."""

from __future__ import annotations

SOURCE = b"""#set page(width: auto, height: auto, margin: 0pt)
#image(bytes(sys.inputs.svg), format: "svg")
"""

PIXELS_PER_INCH = 216.0  # three pixels a point: pictures of whole points keep every row of pixels


def rasterise(svg: str, ppi: float = PIXELS_PER_INCH) -> bytes:
    """Turn an SVG into a PNG of the same size on paper; the same bytes for the same picture."""
    import typst

    png: bytes = typst.compile(
        SOURCE, format="png", ppi=ppi, sys_inputs={"svg": svg}, ignore_system_fonts=True
    )
    return png
