"""Quarto without lkjip: it renders the staged book, and stops in the project's own folder."""

import re
import shutil
import subprocess

import docx
import lxml.html
import pypdf
import pytest
from docx.oxml.ns import qn
from unit_here import PROJECT, TAHUN

from lkjip_analysis.building.holding import read_holding
from lkjip_analysis.building.request import REVIEW, Request
from lkjip_analysis.rendering.render import describe
from lkjip_analysis.rendering.word.polish import polish_docx

CONFIGS = ("_quarto.yml", "_quarto-laporan.yml", "_quarto-reviu.yml")
QUARTO = shutil.which("quarto")
OWN = {"sampul-jalan", "sampul-data", "lompat"}
PARTS = (*CONFIGS, "_variables.yml", "index.qmd", "report", "notebooks", "_extensions")


def files(folder):
    return {path for path in folder.rglob("*") if ".quarto" not in path.parts}


@pytest.mark.skipif(QUARTO is None, reason="quarto tidak terpasang")
@pytest.mark.parametrize("words", [[], ["--to", "html"], ["report/01-pendahuluan.qmd"]])
def test_the_unstaged_project_names_the_command_to_use(tmp_path, words):
    for name in PARTS:
        source = PROJECT / name
        copy = shutil.copytree if source.is_dir() else shutil.copyfile
        copy(source, tmp_path / name)
    before = files(tmp_path)
    done = subprocess.run([QUARTO, "render", *words], cwd=tmp_path, capture_output=True, text=True)
    assert done.returncode == 1
    said = done.stderr + done.stdout
    assert "lkjip build --renderer quarto" in said and "Stack trace" not in said
    assert files(tmp_path) == before


@pytest.fixture(scope="module")
def quarto_book(report, root, tmp_path_factory):
    """The report as plain ``quarto render`` makes it from the staged book; the staged folder."""
    return rendered(Request(TAHUN, root, report.folder).book, tmp_path_factory)


@pytest.fixture(scope="module")
def quarto_review(report, root, tmp_path_factory):
    """The Berkas Reviu's pages, in the same way."""
    request = Request(TAHUN, root, report.folder, profile=REVIEW)
    return rendered(request.book, tmp_path_factory, "--to", "lkjip-html")


def rendered(book, tmp_path_factory, *words):
    if QUARTO is None:
        pytest.skip("quarto tidak terpasang")
    staged = tmp_path_factory.mktemp("quarto") / "buku"
    shutil.copytree(book, staged)
    done = subprocess.run([QUARTO, "render", str(staged), *words], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr[-2000:]
    return staged


def test_the_staged_book_renders_with_quarto_alone(quarto_book):
    book = quarto_book / "_book"
    (word,) = book.glob("lkjip-*.docx")
    pages = pypdf.PdfReader(word.with_suffix(".pdf")).pages
    assert len(pages) > 50
    for page in (*book.glob("*.html"), *book.glob("report/*.html")):
        text = page.read_text(encoding="utf-8")
        assert "Invalid Date" not in text and "{{<" not in text, page.name
        assert not re.search(r'"rujukan"[^>]*>(?:Tabel|Gambar|Bagian) [a-z]', text), page.name
        names = re.findall(r'<nav[^>]* aria-label="([^"]+)"', text)
        assert len(names) == len(re.findall(r"<nav\s", text)) and len(set(names)) > 2, page.name
        assert re.search(r'class="navbar-title">[^<]+ · LKjIP 20\d\d<', text), page.name
        assert re.search(r'class="nav-footer-right">\s*<p>\d+ \w+ 20\d\d<', text), page.name
        assert re.search(r'href="[./]*lkjip-20\d\d\.pdf"', text), page.name
        assert '<script src="http' not in text and str(quarto_book) not in text, page.name


def test_quartos_pages_offer_the_data_and_open_their_cells(quarto_book, report):
    front = (quarto_book / "_book" / "index.html").read_text(encoding="utf-8")
    offered = re.findall(r'href="(data/[^"]+|hasil.json)" download', front)
    tables = (name for name in read_holding(report.folder).berkas if name.startswith("data/"))
    assert offered == ["hasil.json", *sorted(tables)]
    for name in ("data.js", "jejak.js"):
        theirs = (quarto_book / "_book" / "aset" / name).read_text(encoding="utf-8")
        assert "2024/iku.csv" in theirs
    (chapter,) = (quarto_book / "_book" / "report").glob("03-*.html")
    assert re.search(r'<tr id="indikator\.', chapter.read_text(encoding="utf-8"))


def text_of_page(path):
    """Give the words of a page's text, and what its pictures say to who cannot see them.

    Each renderer has a list of the page's tables of its own, and its own first place of an
    abbreviation.
    """
    main = lxml.html.fromstring(path.read_text(encoding="utf-8")).find(".//main")
    pictures = []
    for element in list(main.iter()):
        classes = (element.get("class") or "").split()
        if element.tag in ("img", "svg") and (
            said := element.get("alt", element.get("aria-label"))
        ):
            pictures.append(said)
        if element.tag == "abbr":
            element.drop_tag()
        elif element.tag in ("script", "style", "svg", "nav") or OWN & {*classes}:
            element.drop_tree()
    return " ".join(main.itertext()).split(), pictures


def test_quartos_pages_say_the_same_word_for_word(quarto_book, report):
    ours = {page.name: page for page in report.folder.glob("*.html")}
    book = quarto_book / "_book"
    theirs = {page.name: page for page in (*book.glob("*.html"), *book.glob("report/*.html"))}
    assert theirs.keys() == ours.keys() and len(ours) >= 8
    for name, page in ours.items():
        assert text_of_page(theirs[name]) == text_of_page(page), name


def test_quartos_pages_for_the_reviewer_say_the_same_word_for_word(quarto_review, report):
    review = report.folder.with_name(f"reviu-{report.folder.name}")
    ours = {page.name: page for page in review.glob("*.html")}
    book = quarto_review / "_book"
    theirs = {page.name: page for page in (*book.glob("*.html"), *book.glob("report/**/*.html"))}
    assert theirs.keys() == ours.keys() and len(ours) > 5
    for name, page in ours.items():
        assert text_of_page(theirs[name]) == text_of_page(page), name
    answers = " ".join(text_of_page(theirs["perkiraan-mandiri.html"])[0])
    assert re.search(r"Tabel 3\.\d+ LKjIP", answers) and "Tabel efisiensi anggaran" not in answers


def test_quartos_word_file_says_the_same_word_for_word(quarto_book, report, tmp_path):
    (ours,) = report.folder.glob("lkjip-*.docx")
    theirs = tmp_path / ours.name
    shutil.copyfile(quarto_book / "_book" / ours.name, theirs)
    polish_docx(theirs, describe(quarto_book), quarto_book)

    def said(path):
        body = docx.Document(str(path)).element.body
        texts = ("".join(p.xpath(".//w:t/text()")) for p in body.iter(qn("w:p")))
        return [text for text in texts if text.strip()]

    assert len(said(ours)) > 500 and said(theirs) == said(ours)


def test_every_picture_of_quartos_word_file_has_pixels_and_says_what_it_shows(quarto_book):
    (word,) = (quarto_book / "_book").glob("lkjip-*.docx")
    body = docx.Document(str(word)).element.body
    pictures = body.xpath(".//wp:inline")
    assert len(pictures) > 10
    for picture in pictures:
        said = picture.xpath("./wp:docPr/@descr")
        assert said and said[0] and picture.xpath(".//a:blip/@r:embed"), said


def test_quartos_pdf_says_the_same_page_by_page(quarto_book, report):
    def said(path):  # the dots that lead to a page number are no words
        texts = (page.extract_text().replace(" .", " ") for page in pypdf.PdfReader(path).pages)
        return [" ".join(text.split()) for text in texts]

    (ours,) = report.folder.glob("lkjip-*.pdf")
    expected, found = said(ours), said(quarto_book / "_book" / ours.name)
    assert len(expected) > 50 and 0 <= len(found) - len(expected) <= 2
    if len(found) > len(expected):  # ours opens a turned page on an upright one almost empty
        words = [{word for word in " ".join(pages).split() if not word.isdecimal()}
                 for pages in (expected, found)]  # fmt: skip
        assert words[0] == words[1]
        return
    assert [
        n for n, pair in enumerate(zip(expected, found, strict=True), 1) if len({*pair}) > 1
    ] == []
