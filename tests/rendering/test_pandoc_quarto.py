"""Quarto, where it is installed, prints the same book from the same extension."""

from __future__ import annotations

import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import docx
import pypdf
import pytest
from own_look import COLOUR, FILL, in_pdf, in_word

from lkjip_analysis.rendering import quarto
from lkjip_analysis.rendering.errors import RendererError
from lkjip_analysis.rendering.render import describe
from lkjip_analysis.rendering.word.polish import polish_docx

QUARTO = shutil.which("quarto")
pytestmark = pytest.mark.skipif(QUARTO is None, reason="quarto tidak terpasang")


@pytest.fixture(scope="module")
def quarto_book(tmp_path_factory: pytest.TempPathFactory, book: Path) -> Path:
    """Render the tiny book with Quarto to PDF and Word; give the staged folder."""
    folder = tmp_path_factory.mktemp("quarto") / "buku"
    shutil.copytree(book, folder)
    config = folder / "_quarto.yml"
    plain, kept = "lkjip-typst: {}", "lkjip-typst: {keep-typ: true}"
    assert plain in config.read_text("utf-8")
    config.write_text(config.read_text("utf-8").replace(plain, kept), "utf-8")
    assert QUARTO is not None
    subprocess.run(
        [QUARTO, "render", str(folder), "--to", "all"],
        check=True,
        capture_output=True,
    )
    polish_docx(folder / "_book" / "lkjip-2024.docx", describe(folder), folder)
    return folder


def words_of(path: Path) -> set[str]:
    text = " ".join(page.extract_text() for page in pypdf.PdfReader(path).pages)
    return {word for word in text.replace("\u00a0", " ").split() if not re.fullmatch(r"\W+", word)}


def test_pdf_says_the_same(quarto_book: Path, rendered: Path) -> None:
    theirs = words_of(quarto_book / "_book" / "lkjip-2024.pdf")
    assert theirs == words_of(rendered / "lkjip-2024.pdf")


def test_word_says_the_same(quarto_book: Path, rendered: Path) -> None:
    def said(path: Path) -> list[tuple[object, ...]]:
        found = []
        for paragraph in docx.Document(str(path)).paragraphs:
            layout = paragraph.paragraph_format
            looks = (layout.keep_with_next, layout.space_before)
            if paragraph.text:
                found.append((paragraph.style.name, paragraph.text, *looks))
        return found

    assert said(quarto_book / "_book" / "lkjip-2024.docx") == said(rendered / "lkjip-2024.docx")


def test_a_cells_own_look_is_the_same(quarto_book: Path, rendered: Path) -> None:
    mine, theirs = rendered, quarto_book / "_book"
    assert in_pdf(theirs / "lkjip-2024.pdf") == in_pdf(mine / "lkjip-2024.pdf") == {FILL, COLOUR}
    look = [("Nilai AKIP", COLOUR[1:].upper(), True, True)]
    assert in_word(theirs / "lkjip-2024.docx") == in_word(mine / "lkjip-2024.docx") == look
    page = (theirs / "report" / "02-kinerja.html").read_text("utf-8")
    assert f"background-color: {FILL}; color: {COLOUR}" in page


def test_word_counts_with_the_same_fields(quarto_book: Path, rendered: Path) -> None:
    def fields(path: Path) -> list[str]:
        with zipfile.ZipFile(path) as package:
            xml = package.read("word/document.xml").decode()
        return re.findall(r"<w:instrText[^>]*>([^<]*)", xml)

    theirs = fields(quarto_book / "_book" / "lkjip-2024.docx")
    assert theirs == fields(rendered / "lkjip-2024.docx")


def test_word_shows_the_stored_pictures(quarto_book: Path) -> None:
    with zipfile.ZipFile(quarto_book / "_book" / "lkjip-2024.docx") as package:
        media = [name for name in package.namelist() if name.startswith("word/media/")]
    assert media and all(name.endswith(".png") for name in media)


def test_word_has_the_same_tables_and_sections(quarto_book: Path, rendered: Path) -> None:
    def shape(path: Path) -> tuple[object, ...]:
        document = docx.Document(str(path))
        return (
            [len(table.rows) for table in document.tables],
            [[c.width and round(c.width.cm, 1) for c in t.columns] for t in document.tables],
            len(document.inline_shapes),
            [int(section.orientation) for section in document.sections],
        )

    theirs = shape(quarto_book / "_book" / "lkjip-2024.docx")
    assert theirs == shape(rendered / "lkjip-2024.docx")


def test_a_fault_is_told_by_file_and_line(book: Path, tmp_path: Path) -> None:
    """Quarto ends with its own call stack; the reader gets what the embedded renderer says."""
    folder = tmp_path / "buku"
    shutil.copytree(book, folder)
    chapter = sorted(folder.glob("report/*.qmd"))[0]
    chapter.write_text(chapter.read_text("utf-8") + "\n\n{{< embed x.ipynb#tbl-y >}}\n", "utf-8")
    with pytest.raises(RendererError, match=rf"{chapter.name}, baris \d+"):
        quarto.render_with_quarto(folder, tmp_path / "hasil", ["html"], tmp_path, 0)


def test_a_notebooks_text_runs_to_the_margin(quarto_book: Path) -> None:
    """Not in a block of Typst's, which would be as narrow as the longest of its lines."""
    source = (quarto_book / "index.typ").read_text("utf-8")
    before, found, _ = source.partition("Serapan anggaran mencapai")
    assert found and not before.rstrip().endswith("#block[")
