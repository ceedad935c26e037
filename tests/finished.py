"""Building reports to look at, and reading finished ones as text: PDF, Word, web pages."""

import re
import shutil
import subprocess
from functools import cache
from pathlib import Path

from docx import Document
from lxml import html
from programs import find_program

from lkjip_analysis.building.build import build
from lkjip_analysis.building.placing import review_output
from lkjip_analysis.building.request import Request

RENDERER = "pandoc"
DRAFT_MARK = re.compile(r"\bD ?R ?A ?F\b")
"""The word across a draft's pages; in the PDF its letters stand apart."""

WORD_JOINER = "\u2060"
PRIVATE = "hanya untuk unit ini"
LITERAL = (
    r"""<script>alert(1)</script> & #1 $5 _u_ *b* @x |p| \n "q" 'z' {{< var tahun >}} {apa}"""
    + " a--b c... [^1] 😀"
)


def build_report(folder: Path, tahun: int, data: Path, **options):
    """Build a report into ``folder``, and the Berkas Reviu beside it."""
    output = folder / str(tahun)
    options = {"renderer": RENDERER, "review": review_output(output)} | options
    return build(Request(tahun, data, output, **options))


def copy_data(target: Path, source: Path) -> Path:
    """Copy a unit's data to play with."""
    shutil.copytree(source, target)
    return target


def edit(path: Path, old: str, new: str) -> None:
    """Change one text in a data file; it must be there exactly once."""
    text = path.read_text(encoding="utf-8-sig")
    assert text.count(old) == 1, (path.name, old, text.count(old))
    path.write_text(text.replace(old, new), encoding="utf-8-sig", newline="\n")


def squeeze(text: str) -> str:
    """One blank between words, none at line ends, hyphenation kept."""
    return re.sub(r"\s+", " ", text)


@cache
def pdf_pages(path: Path, layout: str = "-raw") -> list[str]:
    """Text of each page, lines in reading order."""
    command = [find_program("pdftotext"), layout, str(path), "-"]
    text = subprocess.run(command, check=True, capture_output=True).stdout.decode()
    return text.replace(WORD_JOINER, "").removesuffix("\f").split("\f")


FOOT = 62.0
"""Points: below this stands the number of the page alone."""


def filled(path: Path) -> list[float]:
    """Say of each page how far down its words reach, in parts of its height."""
    (text,) = pdf_pages(path, "-bbox")
    parts = []
    for height, words in re.findall(r'(?s)<page [^>]*height="([\d.]+)">(.*?)</page>', text):
        ends = [float(end) for end in re.findall(r'yMax="([\d.]+)"', words)]
        body = [end for end in ends if end < float(height) - FOOT]
        parts.append(max(body, default=0.0) / float(height))
    return parts


def _without_furniture(page: str) -> str:
    """Give a page's text without its running head and number, which may stand amid a sentence."""
    lines = page.splitlines()
    if lines and " | " in lines[0]:
        lines = lines[1:]
    if lines and re.fullmatch(r"\s*(\d+|[ivxlc]+)\s*", lines[-1]):
        lines = lines[:-1]
    return "\n".join(lines)


@cache
def pdf_text(path: Path) -> str:
    """All words of a PDF in reading order."""
    return squeeze(" ".join(map(_without_furniture, pdf_pages(path))))


@cache
def docx_text(path: Path) -> str:
    """All words of a Word file, paragraphs and tables in document order."""
    body = Document(str(path)).element.body
    parts = []
    for node in body.iter():
        if node.tag.endswith("}t"):
            parts.append(node.text or "")
        elif node.tag.endswith(("}p", "}tc", "}tab", "}br")):
            parts.append(" ")
    return squeeze("".join(parts))


@cache
def html_text(folder: Path) -> str:
    """All visible words of the web pages, scripts and styles left out."""
    words = []
    for path in sorted(folder.glob("*.html")):
        tree = html.fromstring(path.read_text(encoding="utf-8"))
        for node in tree.xpath("//script | //style | //svg"):
            node.drop_tree()
        words.append(tree.text_content())
    return squeeze(" ".join(words))


def texts(report) -> dict[str, str]:
    """The report's words by format."""
    pdf = next(path for path in report.files if path.suffix == ".pdf")
    docx = next(path for path in report.files if path.suffix == ".docx")
    return {"html": html_text(report.folder), "pdf": pdf_text(pdf), "docx": docx_text(docx)}
