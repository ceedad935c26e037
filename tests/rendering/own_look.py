"""What became of a cell's own look in a rendered book: fill, colour, bold, italic."""

from __future__ import annotations

import re
from pathlib import Path

import docx
import pypdf
from docx.oxml.ns import qn

FILL, COLOUR = "#ffe0e0", "#c00000"


def in_word(path: Path) -> list[tuple[str, str, bool | None, bool | None]]:
    """List the words, colour, bold and italic of the cells that are filled so."""
    found = []
    for table in docx.Document(str(path)).tables:
        for cell in table._cells:
            shade = cell._tc.find(f"{qn('w:tcPr')}/{qn('w:shd')}")
            if shade is not None and shade.get(qn("w:fill")) == FILL[1:]:
                run = cell.paragraphs[0].runs[0]
                found.append((cell.text, str(run.font.color.rgb), run.bold, run.italic))
    return list(dict.fromkeys(found))


def in_pdf(path: Path) -> set[str]:
    """Give those of both colours that some page is painted with."""
    pages = (page.get_contents().get_data() for page in pypdf.PdfReader(path).pages)
    drawn = b"\n".join(pages).decode("latin-1")
    painted = set()
    for numbers in re.findall(r"([\d.]+ [\d.]+ [\d.]+) scn", drawn):
        painted.add("#" + "".join(f"{round(float(n) * 255):02x}" for n in numbers.split()))
    return painted & {FILL, COLOUR}
