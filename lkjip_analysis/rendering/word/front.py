"""Before the first chapter of a Word file: the cover, and the lists of contents."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any
from xml.sax.saxutils import quoteattr

from lxml import etree

from lkjip_analysis.rendering.appearance import appearance
from lkjip_analysis.rendering.errors import Fault, RendererError
from lkjip_analysis.rendering.model import Book
from lkjip_analysis.rendering.pictures import rasterise
from lkjip_analysis.rendering.word.fields import CHAPTERS
from lkjip_analysis.rendering.word.lists import lists_of_contents
from lkjip_analysis.rendering.word.names import (
    RELATIONS,
    R,
    declare_type,
    insert,
    part,
    style_of,
    w,
)
from lkjip_analysis.rendering.word.openxml import run, section_break_code

FONTS = Path("_extensions/lkjip/fonts")
# Room for the emblem, in centimetres: a tall one fills the height, a wide one the width.
EMBLEM_ROOM = (9.0, 3.2)
EMU_PER_CM = 360_000
MIME = {"png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg"}
POINTS_PER_CM = 28.35
LEFT = '<w:jc w:val="left"/>'
RULED = '<w:pBdr><w:bottom w:val="single" w:sz="24" w:space="14" w:color="0B5D70"/></w:pBdr>'
OPENING = ("JudulTanpaNomor1", *CHAPTERS)


def put_front(parts: dict[str, bytes], body: Any, book: Book, folder: Path) -> None:
    """Put the cover first and the lists before the first chapter, each in its section.

    ``parts`` are the files of the package; the emblem is added to them.
    """
    heads = [p for p in body.findall(w("p")) if style_of(p) in OPENING]
    chapters = [p for p in heads if style_of(p) in CHAPTERS]
    if chapters:
        printed = [str(mark.get(w("name"))) for mark in body.iter(w("bookmarkStart"))]
        lists = lists_of_contents(book.chapters, printed)
        code = "".join(lists) + section_break_code("depan", start=True)
        insert(body, body.index(chapters[0]), code)
    insert(
        body, 0, cover(book, emblem(parts, book, folder)) + section_break_code("sampul", start=True)
    )


def cover(book: Book, picture: str) -> str:
    """Write the cover as the PDF has it: a band at the edge, emblem if any, words to the left."""
    height = str(appearance(book.lkjip).paper[1] * POINTS_PER_CM)
    picture = part("band.xml", height=height) + picture
    government = str(book.lkjip.get("pemerintah") or "").upper()
    lines = [("SampulLambang", picture), ("Sampul", run(government))]
    lines += [("Title", run(book.title)), ("Subtitle", run(book.subtitle))]
    if book.lkjip.get("draf"):
        lines.append(("Sampul", run("DRAF", style="LabelKeterangan")))
    looks = {"Title": RULED}
    return "".join(
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{looks.get(style, "")}{LEFT}</w:pPr>{code}</w:p>'
        for style, code in lines
    )


def emblem(parts: dict[str, bytes], book: Book, folder: Path) -> str:
    """Put the unit's emblem, if it has one, into the package; give the picture's run."""
    from PIL import Image, UnidentifiedImageError

    logo = str(book.lkjip.get("logo") or "")
    if not logo:
        return ""
    path = folder / logo
    ending, data = path.suffix.lower().lstrip("."), path.read_bytes()
    if ending == "svg":
        ending, data = "png", rasterise(data.decode("utf-8"), folder / FONTS)
    parts[f"word/media/lambang.{ending}"] = data
    _relate(parts, f"media/lambang.{ending}")
    declare_type(parts, ending, MIME[ending])
    try:
        with Image.open(io.BytesIO(data)) as image:
            width, height = image.size
    except UnidentifiedImageError as error:
        message = f'lambang "{logo}" bukan gambar yang dapat dibaca.'
        raise RendererError([Fault("_quarto.yml", 0, message)]) from error
    scale = min(EMBLEM_ROOM[0] / width, EMBLEM_ROOM[1] / height) * EMU_PER_CM
    alt = quoteattr("Lambang daerah")
    sizes = {"width": str(round(width * scale)), "height": str(round(height * scale))}
    return part("emblem.xml", alt=alt, **sizes)


def _relate(parts: dict[str, bytes], target: str) -> None:
    """List the emblem in the document's relations."""
    name = "word/_rels/document.xml.rels"
    relations = etree.fromstring(parts[name])
    link = etree.SubElement(relations, f"{{{RELATIONS}}}Relationship")
    for key, value in (("Id", "rIdLambang"), ("Type", f"{R}/image"), ("Target", target)):
        link.set(key, value)
    parts[name] = etree.tostring(relations, xml_declaration=True, encoding="UTF-8")
