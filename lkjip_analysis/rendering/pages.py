"""Pages of documents as pictures, the same pixels in every format.

Typst refuses a PDF inside PDF/A and PDF/UA, and neither Word nor a browser shows one as pages. It
draws the pages itself, so no other library is needed for that.
"""

from __future__ import annotations

import io
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lkjip_analysis.rendering.errors import Fault, RendererError

if TYPE_CHECKING:
    from PIL.Image import Image

SOURCE = b"""#set page(width: auto, height: auto, margin: 0pt)
#image(sys.inputs.file, page: int(sys.inputs.page))
"""
PIXELS_PER_INCH = 150
LONGEST = 1754  # pixels: the long side of A4
FRAME = 150  # grey, so that white paper is seen on white paper
WIDE = "-mendatar"
"""Ends the names of pages wider than high."""


def draw_pages(path: Path, pages: int, folder: Path, stem: str) -> None:
    """Draw a document (PDF, or a picture of one page) into ``<stem>-001.png``, or ``.jpg``."""
    with ThreadPoolExecutor() as pool:
        for _ in pool.map(partial(_draw, path, folder / stem), range(1, pages + 1)):
            pass  # a page's fault is raised here


def _draw(path: Path, stem: Path, page: int) -> None:
    from PIL import Image, ImageChops, ImageDraw, ImageOps

    image = _page(path, page) if path.suffix.lower() == ".pdf" else Image.open(path)
    image = ImageOps.exif_transpose(image).convert("RGBA")
    flat = Image.new("RGB", image.size, "white")
    flat.paste(image, mask=image)
    flat.thumbnail((LONGEST, LONGEST))
    grey = flat.convert("L")
    plain = ImageChops.difference(flat, grey.convert("RGB")).getbbox() is None
    drawn: Image.Image = grey if plain else flat
    edge = (0, 0, drawn.width - 1, drawn.height - 1)
    ImageDraw.Draw(drawn).rectangle(edge, outline=FRAME if plain else (FRAME,) * 3)
    name = f"{stem.name}-{page:03d}{WIDE * (drawn.width > drawn.height)}"
    kinds: dict[str, dict[str, Any]] = {"png": {"optimize": True}, "jpg": {"quality": 82}}
    coded = {ending: _coded(drawn, ending, **how) for ending, how in kinds.items()}
    ending = min(coded, key=lambda one: len(coded[one]))
    (stem.parent / f"{name}.{ending}").write_bytes(coded[ending])


def _page(path: Path, page: int) -> Image:
    import typst
    from PIL import Image

    asked = {"file": f"/{path.name}", "page": str(page)}
    how = {"format": "png", "ppi": float(PIXELS_PER_INCH), "ignore_system_fonts": True}
    try:
        png = typst.compile(SOURCE, root=path.parent, sys_inputs=asked, **how)  # type: ignore[call-overload]
        return Image.open(io.BytesIO(png))
    except typst.TypstError as error:
        said = f"halaman {page} tidak dapat digambar; simpan ulang PDF itu ({error.message})."
        raise RendererError([Fault(path.name, 0, said)]) from error


def _coded(image: Image, ending: str, **how: Any) -> bytes:
    into = io.BytesIO()
    kind = {"jpg": "JPEG"}.get(ending, ending)
    image.save(into, kind, dpi=(PIXELS_PER_INCH, PIXELS_PER_INCH), **how)
    return into.getvalue()
