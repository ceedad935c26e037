"""An analyst's own cells in the book: figures, tables and texts of any library, in each format."""

import re
import shutil
import struct
from pathlib import Path

import docx
import lxml.html
import pypdf
import pytest
from docx.oxml.ns import qn
from proyek_kecil import make_project

NOTEBOOK = Path(__file__).with_name("sel_sendiri.ipynb")
LABELS = re.findall(r"label: ([\w-]+)", NOTEBOOK.read_text(encoding="utf-8"))
FIGURES = {
    "fig-garis": "Grafik garis capaian setiap IKU",
    "fig-sumbu": "Target dan Realisasi",
    "fig-gambar": "Gambar yang Dikembalikan",
    "fig-pandas": "Capaian menurut pandas",
}
"""Each figure's alternative text: its own, else its caption."""
TABLES = {
    "Tabel great-tables": ["AKIP 105,00", "WAKTU 125,00"],
    "Pagu dan Serapan": ["program P1 800.000.000 95", "subkegiatan P2.K1.S1 200.000.000 80"],
    "Rata-rata Capaian": ["AKIP 105", "WAKTU 125"],
    "Tabel Berwarna": ["AKIP 105,0", "WAKTU 125,0"],
}
LINES = [line for lines in TABLES.values() for line in lines]
EMU = 914400  # of Word, an inch
TEXTS = ("Capaian AKIP 105,00%.", "Baris pertama", "Kalimat kedua.", "WAKTU")


def squeezed(text):
    """Its words, a blank between them."""
    return " ".join(text.replace("\xa0", " ").split())


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """A small project with the notebook and a chapter that embeds its cells."""
    project = make_project(tmp_path_factory.mktemp("sel"))
    for name in ("capaian", "perbandingan"):
        (project.folder / "notebooks" / f"{name}.ipynb").unlink()
    shutil.copy(NOTEBOOK, project.folder / "notebooks")
    embeds = (f"{{{{< embed ../notebooks/sel_sendiri.ipynb#{label} >}}}}" for label in LABELS)
    text = "\n\n".join(["# Uji {#sec-uji}", "Lihat @fig-garis dan @tbl-gt.", *embeds])
    (project.folder / "report" / "01-uji.qmd").write_text(text, encoding="utf-8")
    return project


@pytest.fixture(scope="module", params=["pandoc", "quarto"])
def built(request, project):
    """Its report, by one renderer and by the other."""
    if request.param == "quarto" and shutil.which("quarto") is None:
        pytest.skip("quarto tidak terpasang")
    output = project.folder / request.param
    project.run(*("build", "--tahun", "2024", "--renderer", request.param, "--output", str(output)))
    return output


def test_they_stand_on_the_page(built):
    (path,) = (*built.glob("01-uji.html"), *built.glob("report/01-uji.html"))
    page = lxml.html.fromstring(path.read_text(encoding="utf-8"))
    for number, (label, alt) in enumerate(FIGURES.items(), 1):
        (figure,) = page.xpath("//*[@id=$name]", name=label)
        (picture,) = figure.xpath(".//svg | .//img")
        told = f"Gambar 1.{number}. {alt}"
        assert told in (picture.get("aria-label"), picture.get("alt"))
        assert picture.tag == "svg" or picture.get("src").endswith(".svg")
        assert f"Gambar 1.{number}" in squeezed(figure.text_content())
    rules = "".join(page.xpath("//svg//style/text()"))
    assert rules.count("[id$=figure_1] *{") == rules.count("{"), "a rule for the whole page"
    words = squeezed(page.text_content())
    rows = [squeezed(" ".join(row.itertext())) for row in page.iter("tr")]
    assert all(caption in words for caption in TABLES) and set(LINES) <= set(rows)
    coloured = page.xpath("//td[contains(@style, 'background-color')]/@style")
    assert len(coloured) == 2 and all("text-align: right" in style for style in coloured)
    assert all(text in words for text in TEXTS)
    assert "<Axes" not in words and "Lihat Gambar 1.1 dan Tabel 1.1." in words


def test_they_stand_in_the_pdf(built):
    reader = pypdf.PdfReader(built / "lkjip-2024.pdf")
    words = squeezed(" ".join(page.extract_text() for page in reader.pages))
    for number, caption in enumerate(TABLES, 1):
        assert f"Tabel 1.{number} {caption}" in words
    for line in LINES:
        assert line in words, line
    assert all(text in words for text in TEXTS)
    assert not any(page.images for page in reader.pages[1:]), "pixels where vectors should be"
    assert set(names_of_figures()) <= set(described(reader))


def names_of_figures():
    """What a screen reader is told of each figure."""
    return [f"Gambar 1.{number}. {alt}" for number, alt in enumerate(FIGURES.values(), 1)]


def described(reader):
    """The alternative texts of a tagged PDF."""
    things = (reader.get_object(number) for number in range(1, int(reader.trailer["/Size"])))
    yield from (thing["/Alt"] for thing in things if isinstance(thing, dict) and "/Alt" in thing)


def test_they_stand_in_word(built):
    path = built / "lkjip-2024.docx"
    document = docx.Document(path)
    words = squeezed(" ".join(node.text or "" for node in document.element.body.iter("{*}t")))
    assert all(text in words for text in TEXTS)
    rows = [
        squeezed(" ".join(cell.text for cell in row.cells))
        for table in document.tables
        for row in table.rows
    ]
    for line in LINES:
        assert line in rows, line
    fills = {shade.get(qn("w:fill")) for shade in document.element.body.iter(qn("w:shd"))}
    assert {"ffe08a", "c6f6d5"} <= fills
    shapes = {shape._inline.docPr.get("descr"): shape._inline for shape in document.inline_shapes}
    for alt in names_of_figures():
        (blip,) = shapes[alt].iter("{*}blip")
        picture = document.part.related_parts[blip.embed].blob
        assert struct.unpack(">I", picture[16:20])[0] / (shapes[alt].extent.cx / EMU) >= 200, alt
