"""Pages of the office's documents as pages of the book, in every format."""

from __future__ import annotations

import re
import shutil
import zipfile
from pathlib import Path

import pypdf
import pytest
import typst
from PIL import Image

from lkjip_analysis.presentation.annexes import annex_parts
from lkjip_analysis.presentation.variables import make_variables
from lkjip_analysis.rendering.errors import RendererError
from lkjip_analysis.rendering.pages import draw_pages
from lkjip_analysis.rendering.render import render
from lkjip_analysis.results import load_results

LOOK = Path(__file__).parents[2] / "_extensions" / "lkjip"
LISTED = [
    {"judul": 'Perjanjian "Kinerja" 2024', "jenis": "perjanjian_kinerja"},
    {"judul": "Pernyataan Reviu", "jenis": "pernyataan_reviu"},
    {"judul": "Keputusan IKU", "jenis": "sk_iku"},
]
TWO_PAGES = b"Pihak pertama#pagebreak()Pihak kedua"
TURNED = b'#set page("a5", flipped: true, fill: yellow)\nLebar'


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> Path:
    held, folder = tmp_path_factory.mktemp("naskah"), tmp_path_factory.mktemp("halaman")
    (held / "pk.pdf").write_bytes(typst.compile(TWO_PAGES, format="pdf", ignore_system_fonts=True))
    (held / "sk.pdf").write_bytes(typst.compile(TURNED, format="pdf", ignore_system_fonts=True))
    photo = Image.effect_noise((1000, 700), 60).convert("RGB")
    photo.getexif()[0x0112] = 6  # lies on its side
    photo.save(held / "reviu.jpg", exif=photo.getexif())
    for number, (name, pages) in enumerate({"pk.pdf": 2, "reviu.jpg": 1, "sk.pdf": 1}.items(), 1):
        draw_pages(held / name, pages, folder, f"{number:02d}")
    return folder


def names(drawn: Path) -> list[str]:
    return sorted(path.name for path in drawn.iterdir())


def test_pages_are_drawn_small_upright_and_framed(drawn):
    assert names(drawn) == ["01-001.png", "01-002.png", "02-001.jpg", "03-001-mendatar.png"]
    with Image.open(drawn / "01-001.png") as page:
        assert page.mode == "L" and page.size == (1240, 1754)
        assert page.getpixel((0, 0)) == 150 and page.getpixel((2, 2)) == 255
        assert page.getextrema()[0] < 60, "the text is drawn"
    with Image.open(drawn / "02-001.jpg") as photo:
        assert photo.size == (700, 1000)


def test_a_page_that_cannot_be_drawn_is_told(tmp_path):
    path = tmp_path / "pk.pdf"
    path.write_bytes(typst.compile(TWO_PAGES, format="pdf", ignore_system_fonts=True))
    with pytest.raises(RendererError, match=r"pk.pdf: halaman 3 tidak dapat digambar"):
        draw_pages(path, 3, tmp_path, "01")


@pytest.fixture(scope="module")
def book(drawn, tmp_path_factory):
    folder = tmp_path_factory.mktemp("buku")
    parts = annex_parts(LISTED, names(drawn))
    config = """\
book: {title: Laporan, author: Unit, date: "2025-01-06", output-file: laporan,
  chapters: [index.qmd, bab.qmd], appendices: [a.qmd, b.qmd]}
lkjip: {instansi: Unit, tahun: 2024, tanggal: "2025-01-06"}
"""
    (folder / "_quarto.yml").write_text(config)
    (folder / "index.qmd").write_text("# Pengantar {.unnumbered}\n\nIsi.\n")
    (folder / "bab.qmd").write_text("# Isi\n\nKata.\n")
    (folder / "a.qmd").write_text(f"# Perjanjian\n\nTabel.\n\n{parts['perjanjian']}")
    (folder / "b.qmd").write_text(f"# Pendukung\n\n{parts['pendukung']}")
    shutil.copytree(drawn, folder / "lampiran")
    shutil.copytree(LOOK, folder / "_extensions" / "lkjip")
    output = tmp_path_factory.mktemp("keluaran")
    render(folder, output)
    return output


def test_the_pdf_shows_a_page_each_named_in_the_bookmarks(book):
    reader = pypdf.PdfReader(book / "laporan.pdf")
    shown = [
        (len(page.images), page.mediabox.width > page.mediabox.height, page.extract_text())
        for page in reader.pages
    ]
    with_pictures = [one for one in shown if one[0]]
    assert [one[:2] for one in with_pictures] == [
        (1, False), (1, False), (1, False), (1, True)
    ]  # fmt: skip
    assert "A.1 Perjanjian" in with_pictures[0][2] and "B.2 Keputusan IKU" in with_pictures[3][2]
    assert not any("Tabel." in one[2] for one in with_pictures), "it begins a page"
    titles = [item.title for item in flat(reader.outline)]
    assert [title.rpartition(" 2024")[0] or title for title in titles][-4:] == [
        'A.1 Perjanjian "Kinerja"', "LAMPIRAN B Pendukung", "B.1 Pernyataan Reviu",
        "B.2 Keputusan IKU",
    ]  # fmt: skip


def flat(items):
    for item in items:
        yield from flat(item) if isinstance(item, list) else [item]


ALT = ["Perjanjian ”Kinerja” 2024, halaman 1 dari 2", "Perjanjian ”Kinerja” 2024, halaman 2 dari 2",
       "Pernyataan Reviu", "Keputusan IKU"]  # fmt: skip


def test_each_page_says_what_it_is(book):
    word = zipfile.ZipFile(book / "laporan.docx").read("word/document.xml").decode()
    said = [alt for alt in re.findall(r'<wp:docPr[^>]* descr="([^"]*)"', word)]
    assert said[-4:] == ALT
    web = "".join((book / f"{one}.html").read_text("utf-8") for one in "ab")
    assert re.findall(r'<img[^>]* alt="([^"]+)"', web)[-4:] == ALT
    root = pypdf.PdfReader(book / "laporan.pdf").trailer["/Root"]["/StructTreeRoot"]
    assert list(alternatives(root["/K"])) == ALT


def alternatives(node):
    node = node.get_object()
    for one in node if isinstance(node, list) else [node]:
        one = one.get_object()
        if isinstance(one, dict):
            yield from [str(one["/Alt"])] if "/Alt" in one else []
            yield from alternatives(one["/K"]) if "/K" in one else []


@pytest.mark.parametrize(
    ("jenis", "there"),
    [("lhe", "belum dilampirkan"), ("perjanjian_kinerja", "dilampirkan sesudah")],
)
def test_whether_the_agreement_is_annexed_is_said(jenis, there, unit_kecil):
    folder = unit_kecil / "2024" / "lampiran"
    (folder / "lampiran.csv").write_text(f"berkas;judul;jenis\na.png;Naskah;{jenis}\n")
    Image.new("L", (40, 50)).save(folder / "a.png")
    said = make_variables(load_results(2024, unit_kecil))["laporan.naskah_perjanjian"]
    assert f"Naskah bertanda tangan {there}" in said
