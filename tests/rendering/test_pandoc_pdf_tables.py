"""Long tables in the PDF: what belongs together stays on one page, and nothing is cut off."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pypdf
import pytest
from conftest_buku import QUARTO, cell

from lkjip_analysis.rendering.render import render

pytestmark = pytest.mark.lambat
EXTENSION = Path(__file__).parents[2] / "_extensions" / "lkjip"
SIZES = range(46, 60)
WORDS = 3000


def table(rows: list[str], note: str) -> dict[str, str]:
    """A table of two columns as notebooks give it, with a note."""
    columns = '<colgroup><col style="width: 60%"><col style="width: 40%"></colgroup>'
    head = '<thead><tr><th scope="col">Butir</th><th scope="col">Nilai</th></tr></thead>'
    body = f"<tbody>{''.join(rows)}</tbody>"
    return {
        "text/html": f'<div class="tabel-wadah"><table class="tabel">{columns}{head}{body}</table>'
        f'<div class="catatan-tabel"><p>{note}</p></div></div>'
    }


def row(*cells: str, kind: str = "") -> str:
    return f'<tr class="{kind}">{"".join(f"<td>{cell}</td>" for cell in cells)}</tr>'


def sized(size: int) -> dict[str, str]:
    rows = [row(f"baris {size}-{i}.", "1") for i in range(1, size + 1)]
    return table([*rows, row(f"Jumlah {size}.", "9", kind="jumlah")], f"Catatan {size}.")


def grouped() -> dict[str, str]:
    """Items of one to four rows whose first cell is blank from the second row on."""
    rows = [
        row(f"butir {item}." if place == 1 else "", f"nilai {item}-{place}.")
        for item in range(1, 90)
        for place in range(1, 2 + item % 4)
    ]
    return table(rows, "Catatan butir.")


def spanning() -> dict[str, str]:
    """One cell over more rows than a page holds."""
    rows = [f'<tr><td rowspan="80">Satu untuk semua</td><td>lajur {i}.</td></tr>' for i in (1,)]
    rows += [f"<tr><td>lajur {i}.</td></tr>" for i in range(2, 81)]
    return table([*rows, row("Jumlah lajur.", "80", kind="jumlah")], "Catatan lajur.")


def tall() -> dict[str, str]:
    words = " ".join(f"kata{i:04d}" for i in range(WORDS))
    return table([row("pendek", "1"), row(words, "2"), row("sesudah", "3")], "Catatan kata.")


LINK = "https://contoh.id/berkas/folder_bukti/" + "abcdefghij" * 9 + "?bagikan=ya&kunci=0-abcdefg"
WORD = "panjang" * 40


def linked() -> dict[str, str]:
    return table([row("tautan", LINK), row(WORD, "kata")], "Catatan tautan.")


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The pages of a book of such tables, each starting a page."""
    tables = {f"tbl-a{size}": sized(size) for size in SIZES}
    tables |= {
        "tbl-butir": grouped(),
        "tbl-lajur": spanning(),
        "tbl-kata": tall(),
        "tbl-tautan": linked(),
    }
    folder = tmp_path_factory.mktemp("tabel") / "buku"
    (folder / "_extensions").mkdir(parents=True)
    shutil.copytree(
        EXTENSION, folder / "_extensions" / "lkjip", ignore=shutil.ignore_patterns("grafik")
    )
    (folder / "_quarto.yml").write_text(QUARTO, encoding="utf-8")
    (folder / "index.qmd").write_text("# Pengantar {.unnumbered}\n", encoding="utf-8")
    embeds = "\n\n".join(
        f"{{{{< pagebreak >}}}}\n\n{{{{< embed sel.ipynb#{t} >}}}}" for t in tables
    )
    (folder / "bab.qmd").write_text(f"# Bab {{#sec-bab}}\n\n{embeds}\n", encoding="utf-8")
    cells = [cell(label, data, caption="Tabel") for label, data in tables.items()]
    notebook = {"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
    (folder / "sel.ipynb").write_text(json.dumps(notebook), encoding="utf-8")
    (pdf,) = render(folder, folder.parent / "keluaran", ["pdf"])
    return [page.extract_text() for page in pypdf.PdfReader(pdf).pages]


def page_with(pages: list[str], words: str) -> str:
    (found,) = [page for page in pages if words in page]
    return found


@pytest.mark.parametrize("size", SIZES)
def test_the_sum_and_the_note_stay_with_the_last_two_rows(pages: list[str], size: int) -> None:
    last = page_with(pages, f"Jumlah {size}.")
    for words in (f"baris {size}-{size - 1}.", f"baris {size}-{size}.", f"Catatan {size}."):
        assert words in last, words


def test_some_of_those_tables_would_have_left_the_sum_alone(pages: list[str]) -> None:
    """Else the test above could not fail: the sizes must reach over the end of a page."""
    split = [
        size for size in SIZES if f"baris {size}-1." not in page_with(pages, f"Jumlah {size}.")
    ]
    assert 2 <= len(split) < len(SIZES)


def test_rows_of_one_item_stay_together(pages: list[str]) -> None:
    for item in range(1, 90):
        page = page_with(pages, f"butir {item}.")
        assert f"nilai {item}-{1 + item % 4}." in page, item


def test_a_cell_over_many_pages_keeps_its_rows_and_the_sum(pages: list[str]) -> None:
    text = "\n".join(pages)
    assert re.findall(r"lajur (\d+)\.", text)[:80] == [str(i) for i in range(1, 81)]
    last = page_with(pages, "Jumlah lajur.")
    assert "lajur 79." in last and "lajur 80." in last


def test_links_and_endless_words_are_broken_within_their_cells(pages: list[str]) -> None:
    """Unbroken they would run over the next column and off the paper."""
    lines = page_with(pages, "Catatan tautan.").splitlines()
    text = "".join(line.strip() for line in lines).replace("\u200b", "")
    assert WORD in text and LINK in text
    assert max(len(line) for line in lines) < 70
    assert sum("abcdefghij" in line for line in lines) > 2


def test_a_row_taller_than_the_page_is_not_cut_off(pages: list[str]) -> None:
    """Cut off, its words would still be in the file, but below the paper's edge."""
    found = [re.findall(r"kata(\d{4})", page.replace("\n", "")) for page in pages]
    assert [word for page in found for word in page] == [f"{i:04d}" for i in range(WORDS)]
    assert max(len(page) for page in found) < WORDS / 3
    assert any("sesudah" in page for page in pages)
