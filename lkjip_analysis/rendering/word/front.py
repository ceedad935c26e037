"""Before the first chapter of a Word file: the cover, and the lists of contents."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any
from xml.sax.saxutils import quoteattr

from lxml import etree

from lkjip_analysis.rendering.errors import Fault, RendererError
from lkjip_analysis.rendering.model import Book
from lkjip_analysis.rendering.pictures import rasterise
from lkjip_analysis.rendering.word.fields import CHAPTERS
from lkjip_analysis.rendering.word.lists import lists_of_contents
from lkjip_analysis.rendering.word.names import RELATIONS, TYPES, insert, style_of, w
from lkjip_analysis.rendering.word.openxml import run, section_break_code

FONTS = Path("_extensions/lkjip/fonts")
NEUTRAL_MARK = Path("_extensions/lkjip/docx/lambang-netral.svg")
# Room for the emblem, in centimetres: a tall one fills the height, a wide one the width.
EMBLEM_ROOM = (9.0, 3.2)
EMU_PER_CM = 360_000
PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
INLINE = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MIME = {"png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg"}
OPENING = ("JudulTanpaNomor1", *CHAPTERS)


def put_front(parts: dict[str, bytes], body: Any, book: Book, folder: Path) -> None:
    """Put the cover first and the lists before the first chapter, each in its section.

    ``parts`` are the files of the package; the emblem is added to them.
    """
    heads = [p for p in body.findall(w("p")) if style_of(p) in OPENING]
    chapters = [p for p in heads if style_of(p) in CHAPTERS]
    if chapters:
        code = "".join(lists_of_contents(book.chapters)) + section_break_code("depan", start=True)
        insert(body, body.index(chapters[0]), code)
    insert(
        body, 0, cover(book, emblem(parts, book, folder)) + section_break_code("sampul", start=True)
    )


def cover(book: Book, picture: str) -> str:
    """Write the cover: emblem, government, title, unit and year, and the mark of a draft."""
    government = str(book.lkjip.get("pemerintah") or "").upper()
    lines = [("SampulLambang", picture), ("Sampul", run(government))]
    lines += [("Title", run(book.title)), ("Subtitle", run(book.subtitle))]
    if book.lkjip.get("draf"):
        lines.append(("Sampul", run("DRAF", style="LabelKeterangan")))
    return "".join(
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{code}</w:p>' for style, code in lines
    )


def emblem(parts: dict[str, bytes], book: Book, folder: Path) -> str:
    """Put the unit's emblem, or the neutral mark, into the package; give the picture's run."""
    from PIL import Image, UnidentifiedImageError

    logo = str(book.lkjip.get("logo") or "")
    path = folder / (logo or NEUTRAL_MARK)
    ending, data = path.suffix.lower().lstrip("."), path.read_bytes()
    if ending == "svg":
        ending, data = "png", rasterise(data.decode("utf-8"), folder / FONTS)
    parts[f"word/media/lambang.{ending}"] = data
    _register(parts, f"media/lambang.{ending}", ending)
    try:
        with Image.open(io.BytesIO(data)) as image:
            width, height = image.size
    except UnidentifiedImageError as error:
        message = f'lambang "{logo}" bukan gambar yang dapat dibaca.'
        raise RendererError([Fault("_quarto.yml", 0, message)]) from error
    scale = min(EMBLEM_ROOM[0] / width, EMBLEM_ROOM[1] / height) * EMU_PER_CM
    return _picture(
        "Lambang daerah" if logo else "Tanda hiasan", round(width * scale), round(height * scale)
    )


def _register(parts: dict[str, bytes], target: str, ending: str) -> None:
    """List the emblem in the document's relations, and the type of its file."""
    name = "word/_rels/document.xml.rels"
    relations = etree.fromstring(parts[name])
    link = etree.SubElement(relations, f"{{{RELATIONS}}}Relationship")
    for key, value in (("Id", "rIdLambang"), ("Type", f"{OFFICE}/image"), ("Target", target)):
        link.set(key, value)
    parts[name] = etree.tostring(relations, xml_declaration=True, encoding="UTF-8")
    types = etree.fromstring(parts["[Content_Types].xml"])
    if not any((t.get("Extension") or "").lower() == ending for t in types):
        new = etree.Element(f"{{{TYPES}}}Default")
        new.set("Extension", ending)
        new.set("ContentType", MIME[ending])
        types.insert(0, new)
        parts["[Content_Types].xml"] = etree.tostring(types, xml_declaration=True, encoding="UTF-8")


def _picture(alt: str, width: int, height: int) -> str:
    """Write a run with the emblem, sizes in English metric units."""
    name = f'id="9000" name="Lambang" descr={quoteattr(alt)}'
    return (
        f'<w:r><w:drawing><wp:inline xmlns:wp="{INLINE}" distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{width}" cy="{height}"/><wp:docPr {name}/>'
        f'<a:graphic xmlns:a="{DRAWING}"><a:graphicData uri="{PICTURE}">'
        f'<pic:pic xmlns:pic="{PICTURE}"><pic:nvPicPr><pic:cNvPr {name}/><pic:cNvPicPr/>'
        f'</pic:nvPicPr><pic:blipFill><a:blip xmlns:r="{OFFICE}" r:embed="rIdLambang"/>'
        "<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>"
        f'<a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )
