"""What stays together on a page of the PDF, and pictures that need more than one."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import docx
import pypdf
import pytest
from conftest_buku import QUARTO, cell

from lkjip_analysis.rendering.render import render

pytestmark = pytest.mark.lambat
EXTENSION = Path(__file__).parents[2] / "_extensions" / "lkjip"
TALL = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="300pt" height="900pt" viewBox="0 0 300 900"'
    ' data-potong="420" data-kepala="20" data-kaki="10">'
    '<path d="M0 0h300v900H0z" fill="#e4f0f2"/><text x="5" y="15">lajur</text>'
    '<text x="5" y="200">kotak-atas</text><text x="5" y="700">kotak-bawah</text></svg>'
)
LINES = "Satu baris saja.\n\n"
GROUPS = range(20, 44)


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A book with a tall picture, and introductions at every height of a page."""
    folder = tmp_path_factory.mktemp("bagian") / "buku"
    shutil.copytree(EXTENSION, folder / "_extensions" / "lkjip")
    picture = cell("fig-a", {"image/svg+xml": TALL, "text/plain": "Bagan."}, caption="Bagan")
    (folder / "sel.ipynb").write_text(json.dumps({"cells": [picture], "metadata": {}}))
    groups = [
        f"{LINES * number}**Kepala {number}.**\n\nPengantar {number}:\n\n1. butir {number}.\n\n"
        "{{< pagebreak >}}\n\n"
        for number in GROUPS
    ]
    chapter = "# Bab {#sec-bab}\n\n@fig-a\n\n{{< embed sel.ipynb#fig-a >}}\n\n{{< pagebreak >}}\n\n"
    (folder / "bab.qmd").write_text(chapter + "".join(groups))
    (folder / "index.qmd").write_text("# Pengantar {.unnumbered}\n\nKata.\n")
    (folder / "_quarto.yml").write_text(QUARTO)
    render(folder, folder.parent / "keluaran", ["pdf", "docx"])
    return folder.parent / "keluaran"


@pytest.fixture(scope="module")
def pages(output: Path) -> list[str]:
    return [page.extract_text() for page in pypdf.PdfReader(output / "laporan.pdf").pages]


def test_a_small_head_and_an_introduction_stay_with_their_list(pages: list[str]) -> None:
    for number in GROUPS:
        texts = (f"Kepala {number}.", f"Pengantar {number}:", f"butir {number}.")
        places = [[i for i, page in enumerate(pages) if text in page] for text in texts]
        assert places[0] == places[1] == places[2], (number, places)
        assert len(places[0]) == 1


def test_a_tall_picture_goes_on_and_its_caption_stands_once_below_the_last_part(
    pages: list[str],
) -> None:
    begins = next(i for i, page in enumerate(pages) if "bersambung ke bagian berikutnya" in page)
    captions = [i for i, page in enumerate(pages) if "\nGambar 1.1 Bagan\n" in page]
    assert captions == [begins + 1]


def test_words_of_a_tall_picture_are_found_where_they_are_seen(pages: list[str]) -> None:
    begins = next(i for i, page in enumerate(pages) if "bersambung ke bagian berikutnya" in page)
    found = {
        word: [i - begins for i, page in enumerate(pages) for _ in range(page.count(word))]
        for word in ("lajur", "kotak-atas", "kotak-bawah")
    }
    assert found == {"lajur": [0, 1], "kotak-atas": [0], "kotak-bawah": [1]}


def test_word_gets_the_same_parts(output: Path) -> None:
    document = docx.Document(str(output / "laporan.docx"))
    said = [shape._inline.docPr.get("descr") for shape in document.inline_shapes]
    assert [text for text in said if text and "Bagan" in text] == [
        "Bagian 1 dari 2: Bagan.",
        "Bagian 2 dari 2: Bagan.",
    ]
    tall = [shape.height.pt for shape in document.inline_shapes][-2:]
    assert tall == [pytest.approx(430, abs=2), pytest.approx(500, abs=2)]
