"""Data text comes out as it is in all formats, whatever signs it holds."""

from __future__ import annotations

import html
import re
from pathlib import Path

import docx
import pypdf
import pytest

CELL = '<script>alert("x")</script> & # $ _a_ *b* @c | d\\e \U0001f600 ✓ ≥ = - + 1. ~ ^ `k` [x](y)'
ITEM = "butir <b>dua</b> & #$_*@|\\ \U0001f600"
PARAGRAPH = "Tanda literal: <script>alert(1)</script> & # $ _ * @ | \\ selesai."


def squeezed(text: str) -> str:
    """Drop all white space: a PDF breaks lines where it likes."""
    return re.sub(r"\s+", "", text)


@pytest.fixture(scope="module")
def texts(rendered: Path) -> dict[str, str]:
    pages = pypdf.PdfReader(rendered / "lkjip-2024.pdf").pages
    document = docx.Document(str(rendered / "lkjip-2024.docx"))
    cells = [c.text for table in document.tables for row in table.rows for c in row.cells]
    web = "".join(path.read_text(encoding="utf-8") for path in sorted(rendered.glob("*.html")))
    body = re.sub(r"(?s)<script.*?</script>", "", web)
    return {
        "pdf": squeezed("".join(page.extract_text() for page in pages)),
        "docx": squeezed("".join([*cells, *(p.text for p in document.paragraphs)])),
        "html": squeezed(html.unescape(re.sub(r"<[^>]*>", "", body))),
    }


@pytest.mark.parametrize("format_", ["html", "pdf", "docx"])
@pytest.mark.parametrize("words", [CELL, ITEM, PARAGRAPH], ids=["sel", "butir", "paragraf"])
def test_signs_are_literal(texts: dict[str, str], format_: str, words: str) -> None:
    assert squeezed(words) in texts[format_]


def test_no_script_of_the_data_runs(rendered: Path) -> None:
    for path in rendered.glob("*.html"):
        assert "<script>alert" not in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("format_", ["html", "pdf", "docx"])
def test_nothing_of_the_source_language_is_left(texts: dict[str, str], format_: str) -> None:
    for trace in ("{{<", ":::", "lkjip-float", "lkjip-keterangan", "[^", "@tbl-", "@sec-"):
        assert squeezed(trace) not in texts[format_]
