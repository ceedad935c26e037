"""From a drawn picture to a small, stable SVG that scales and says what it shows."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any

from lkjip_analysis.data.columns import Row
from lkjip_analysis.presentation.charts import style
from lkjip_analysis.presentation.charts.canvas import Canvas, block_height, wrap
from lkjip_analysis.presentation.charts.parting import cuts_of
from lkjip_analysis.presentation.output import FigureOutput
from lkjip_analysis.presentation.plain import data_name
from lkjip_analysis.results import Results

SVG = "{http://www.w3.org/2000/svg}"
XLINK = "{http://www.w3.org/1999/xlink}href"


@dataclass(frozen=True)
class Picture:
    """A drawn canvas and its text alternative."""

    canvas: Canvas
    alt: str


def published(
    what: str, table: type[Row]
) -> Callable[[Callable[[Results], Picture]], Callable[[Results], FigureOutput]]:
    """Make of a function that draws the one that notebooks call: a cell's output in the one look.

    Without the table it draws from, the picture says what is missing. The drawing itself stays
    within reach as ``inspect.unwrap(function)``: tests read its canvas.

    Parameters
    ----------
    what
        What the picture shows, in words.
    table
        The table without which there is nothing to draw.
    """

    def make(draw: Callable[[Results], Picture]) -> Callable[[Results], FigureOutput]:
        def drawn(hasil: Results) -> Picture:
            rows = hasil.data[table]
            return draw(hasil) if rows else _missing(what, rows.berkas)

        @wraps(draw)
        def show(hasil: Results) -> FigureOutput:
            with style.look():
                picture = drawn(hasil)
                return FigureOutput(as_svg(picture), picture.alt)

        show.__wrapped__ = drawn
        return show

    return make


def as_svg(picture: Picture) -> str:
    """Save as SVG: same bytes for the same picture, no clock, nothing that leaks into a page."""
    from lxml import etree

    stream = io.BytesIO()
    picture.canvas.figure.savefig(stream, format="svg", metadata={"Date": None})
    parser = etree.XMLParser(remove_comments=True, remove_blank_text=True)
    root = etree.fromstring(stream.getvalue(), parser)
    _tidy(root)
    title = etree.Element(f"{SVG}title")
    title.text = picture.alt
    root.insert(0, title)
    root.set("role", "img")
    if cuts := cuts_of(picture.canvas):
        root.set("data-potong", " ".join(f"{cut:.2f}" for cut in cuts))
        root.set("data-kepala", f"{picture.canvas.head:g}")
        root.set("data-kaki", f"{picture.canvas.foot:g}")
    etree.cleanup_namespaces(root)
    svg: str = etree.tostring(root, encoding="unicode")
    return re.sub(r"(?<=>)(?=<(?:g|/g|defs|/defs|title|/svg)\b)", "\n", svg)


def _tidy(root: Any) -> None:
    """Drop what nobody needs; name the typeface once, and marks in few letters."""
    for part in (*root.findall(f"{SVG}metadata"), *root.iter(f"{SVG}style")):
        part.getparent().remove(part)  # its rules would hold for a whole page
    root.set("stroke-linejoin", "round")
    root.set("stroke-linecap", "butt")
    root.set("font-family", style.PRINTED)
    names: dict[str, str] = {}
    for use in root.iter(f"{SVG}use"):
        target = use.attrib.pop(XLINK)[1:]
        use.set("href", "#" + names.setdefault(target, f"h{len(names)}"))
    for element in root.iter():
        name = names.get(element.attrib.pop("id", ""))
        if name:
            element.set("id", name)
        if element.get("transform", "").startswith("rotate(-0 "):
            del element.attrib["transform"]
        for key in ("d", "x", "y", "transform"):
            if key in element.attrib:
                element.set(key, _short(element.get(key), 2))
        if "style" in element.attrib:
            said = re.sub(r"font-family: [^;]*;? ?", "", element.get("style"))
            said = said.replace("font-weight: 700", f"font-weight: {style.BOLD}")
            element.set("style", said.replace(": ", ":").replace("; ", ";"))


def _short(numbers: str, decimals: int) -> str:
    """Round the numbers of a path or place.

    >>> _short("M 1.23456 7  L 10.50 3 ", 2)
    'M1.23 7L10.5 3'
    """
    text = re.sub(
        r"\d+\.\d+", lambda m: f"{float(m[0]):.{decimals}f}".rstrip("0").rstrip("."), numbers
    )
    return re.sub(r"\s*([MLQCZz])\s*", r"\1", text).strip()


def _missing(what: str, berkas: str) -> Picture:
    """Say in a picture that it cannot be drawn, and which data lack it."""
    lines = wrap(f"Belum tersedia: {data_name(berkas)}", style.PORTRAIT - 40, 10)
    height = 44 + block_height(lines, 10)
    canvas = Canvas(style.PORTRAIT, height)
    canvas.box(
        0.5, 0.5, style.PORTRAIT - 1, height - 1, fill=style.FAINT, edge=style.LINE, dashes=(3, 2)
    )
    canvas.lines(style.PORTRAIT / 2, 22, lines, 10, color=style.MUTED, align="center")
    return Picture(canvas, f"{what}: belum tersedia, lengkapi {data_name(berkas)}.")


def listing(parts: list[str], limit: int = 12) -> str:
    """Join parts of a text alternative; a long list is cut with a count of the rest.

    >>> listing(["A 1", "B 2", "C 3"], 2)
    'A 1; B 2; dan 1 lainnya'
    """
    rest = len(parts) - limit
    return "; ".join(parts if rest <= 0 else [*parts[:limit], f"dan {rest} lainnya"])
