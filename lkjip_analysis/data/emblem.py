"""The unit's emblem (lambang): is its file there, inside the data folder, a picture, and safe?

A drawing (SVG) is a program for browsers: it may run scripts and fetch things. One that does is
refused, with the remedy; a sanitiser would change the emblem silently, and the maintained ones
(nh3, bleach) know HTML, not SVG.
"""

from __future__ import annotations

import io
import os
import re
import warnings
from collections.abc import Iterator
from functools import cache
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

from lkjip_analysis.beside import beside
from lkjip_analysis.data.files import logo_folders
from lkjip_analysis.data.letters import typst_complaint
from lkjip_analysis.exceptions import cut

if TYPE_CHECKING:
    from lxml.etree import _Element

FORMATS = {".png": "PNG", ".svg": "SVG", ".jpg": "JPEG", ".jpeg": "JPEG"}
MAX_BYTES, MAX_PIXELS, MAX_COPIES = 5_000_000, 50_000_000, 10_000
SVG = "{http://www.w3.org/2000/svg}"

RUNNING = frozenset({"script", "foreignobject", "iframe", "handler", "listener", "animate", "set"})
"""Elements that run, hold web pages, or change what the others refer to."""

_WITHIN = re.compile(r"\s*(#|data:image/(png|jpeg|gif);base64,|$)", re.IGNORECASE)
_OUTSIDE = re.compile(
    r"@import|(?:url|image|image-set)\(\s*[\"']?\s*(?!#|data:)[^)\s\"']|\\[0-9a-f]", re.IGNORECASE
)


FAULTS: dict[str, list[str]] = beside(__file__)
"""What is wrong with an emblem or a document, what is allowed, what to do."""


class EmblemFault(NamedTuple):
    """What is wrong with an emblem, what is allowed, what to do."""

    pesan: str
    diizinkan: str
    saran: str

    @classmethod
    def of(cls, name: str, **values: object) -> EmblemFault:
        """Put values into one of ``FAULTS``."""
        return cls(*(text.format_map(values) for text in FAULTS[name]))


def find_emblem(root: Path, tahun: int, logo: str) -> Path | EmblemFault:
    """Find the emblem that the data name, in the year's folder or beside it, or say why not.

    Parameters
    ----------
    logo
        The file's name as ``identitas.csv`` gives it.
    """
    name = PurePosixPath(logo.replace("\\", "/"))
    if name.is_absolute() or ".." in name.parts or re.match(r"[A-Za-z]:", logo):
        return EmblemFault.of("outside")
    if name.suffix.lower() not in FORMATS:
        return EmblemFault.of("ending", endings=", ".join(FORMATS))
    places = [folder / name for folder in logo_folders(root, tahun)]
    path = next((place for place in places if os.path.isfile(place)), None)  # noqa: PTH113 (a Path raises on odd names)
    if path is None:
        return EmblemFault.of("gone", root=root.name, tahun=tahun)
    if not path.resolve().is_relative_to(root.resolve()):
        return EmblemFault.of("link")
    return path


def content_fault(path: Path, what: str = "lambang", most: int = MAX_BYTES) -> EmblemFault | None:
    """Say what keeps a file's content from being printed; ``what`` is its name for people."""
    try:
        size = path.stat().st_size
        raw = path.read_bytes() if size <= most else b""
    except OSError:
        return EmblemFault.of("denied", what=what)
    if size > most:
        return EmblemFault.of("heavy", what=what, size=size / 1e6, most=most // 1_000_000)
    if path.suffix.lower() == ".svg":
        return _drawing_fault(raw, path)
    return _photo_fault(raw, path, what)


def _photo_fault(raw: bytes, path: Path, what: str) -> EmblemFault | None:
    from PIL import Image

    ending = path.suffix.lower()
    meant = FORMATS[ending]
    told = {"what": what, "meant": meant, "ending": ending, "most": MAX_PIXELS // 1_000_000}
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            image = Image.open(io.BytesIO(raw))
            pixels = image.width * image.height
            if pixels <= MAX_PIXELS:
                image.load()
    except Exception:  # whatever the decoders stumble over
        return EmblemFault.of("unreadable", **told)
    if pixels > MAX_PIXELS:
        return EmblemFault.of("large", **told, pixels=pixels // 1_000_000)
    found = "JPEG" if image.format == "MPO" else str(image.format)
    if found != meant:
        return EmblemFault.of("other", **told, found=found)
    return None if _can_be_set(path) else EmblemFault.of("unset", **told)


def _drawing_fault(raw: bytes, path: Path) -> EmblemFault | None:
    told = next(_drawing_faults(raw, path), None)  # the first one: the others cost time
    return EmblemFault.of("drawing", told=told) if told else None


def _drawing_faults(raw: bytes, path: Path) -> Iterator[str]:
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(raw, parser)
    except (etree.XMLSyntaxError, ValueError):
        yield "isi berkas lambang bukan SVG yang dapat dibaca, atau terpotong"
        return
    if root.tag != SVG + "svg":
        yield "isi berkas lambang bukan SVG"
    if root.getroottree().docinfo.internalDTD is not None and b"<!ENTITY" in raw:
        yield "SVG lambang memuat singkatan (ENTITY)"
    for element in (*root.itersiblings(preceding=True), *root.iter()):
        yield from (f"SVG lambang memuat {told}" for told in _unsafe(element))
    if _copies_of_copies(root):
        yield "SVG lambang menyalin bagian (use) yang menyalin bagian lain"
    if not _can_be_set(path):
        yield "SVG lambang tidak dapat dicetak"


def _unsafe(element: _Element) -> Iterator[str]:
    """Name what runs or reaches outside in an element, with its line."""
    place = f"(baris {element.sourceline})"
    if not isinstance(element.tag, str):
        if "xml-stylesheet" in str(getattr(element, "target", "")):
            yield f"lembar gaya dari luar {place}"
        return
    name = element.tag.rpartition("}")[2].lower()
    if name in RUNNING or name.startswith("animate"):
        yield f"unsur <{name}> {place}"
    if name == "style" and _OUTSIDE.search("".join(map(str, element.itertext()))):
        yield f"rujukan ke luar di dalam <style> {place}"
    for key, value in element.attrib.items():
        if _reaches_out(str(key), str(value)):
            yield f"'{cut(str(key).rpartition('}')[2], 30)}={cut(str(value), 40)}' {place}"


def _reaches_out(key: str, value: str) -> bool:
    """Tell whether an attribute runs something or names something outside of the drawing."""
    name = key.rpartition("}")[2].lower()
    if name in ("href", "src"):
        return not _WITHIN.match(value)
    styled = "}" not in key and _OUTSIDE.search(value) is not None
    return name.startswith("on") or name == "base" or styled


def _copies_of_copies(root: _Element) -> bool:
    """Tell whether copied parts copy others so often that they fill any memory."""
    parts = {str(part.get("id")): part for part in root.iter("{*}*") if part.get("id")}

    @cache
    def copies(of: str) -> int:
        uses = parts[of].iter("{*}use") if of in parts else ()
        return 1 + sum(copies(_target(use)) for use in uses)

    try:
        return sum(copies(_target(use)) for use in root.iter("{*}use")) > MAX_COPIES
    except RecursionError:  # a part that copies itself
        return True


def _target(use: _Element) -> str:
    href = use.get("href") or use.get("{http://www.w3.org/1999/xlink}href") or ""
    return str(href).strip().removeprefix("#")


def _can_be_set(path: Path) -> bool:
    """Have Typst, which sets the cover, try."""
    return not typst_complaint(b"#image(sys.inputs.teks)", f"/{path.name}", root=path.parent)
