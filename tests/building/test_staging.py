"""The staged book: what both renderers read alike."""

import json
import re

import pytest
import yaml

from lkjip_analysis.building.books import read_config
from lkjip_analysis.building.staging import Words, stage_book
from lkjip_analysis.exceptions import LkjipError

LINK = '<a class="rujukan" href="#tbl-satu">Tabel satu</a>'
TABLE = f"<table><tr><td>{LINK}; @sec-bab</td></tr></table>"
CONFIG = {
    "book": {
        "title": "Laporan",
        "author": "Unit",
        "output-file": "laporan",
        "chapters": ["index.qmd", "report/bab.qmd"],
    },
    "lkjip": {"tanggal": "2025-01-06"},
}
CHAPTER = "# Bab {#sec-bab}\n\n" + "".join(
    f"{{{{< embed ../notebooks/sel.ipynb#{label} >}}}}\n\n" for label in ("tbl-satu", "teks")
)


def make_project(folder):
    """Write a book whose notebook points at its own table and chapter, in both kinds of output."""
    (folder / "_extensions").mkdir()
    (folder / "report").mkdir()
    (folder / "_quarto.yml").write_text(yaml.safe_dump(CONFIG), encoding="utf-8")
    (folder / "index.qmd").write_text("# Depan {#sec-depan .unnumbered}\n", encoding="utf-8")
    (folder / "report" / "bab.qmd").write_text(CHAPTER, encoding="utf-8")
    outputs = {
        "#| label: tbl-satu\n#| tbl-cap: Satu\n": {"text/html": [TABLE]},
        "#| label: teks\n": {"text/markdown": f"Lihat @sec-bab.\n\n```{{=html}}\n{TABLE}\n```\n"},
    }
    cells = [
        {
            "cell_type": "code",
            "source": source,
            "metadata": {},
            "execution_count": None,
            "outputs": [{"output_type": "display_data", "metadata": {}, "data": data}],
        }
        for source, data in outputs.items()
    ]
    path = folder / "sel.ipynb"
    cells.append({"cell_type": "markdown", "source": ["# Judul\n", "Teks"], "metadata": {}})
    notebook = {"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
    path.write_text(json.dumps(notebook), encoding="utf-8")
    return path


def test_references_in_a_notebooks_html_carry_their_numbers(tmp_path):
    project, staged = tmp_path / "proyek", tmp_path / "buku"
    project.mkdir()
    notebook = make_project(project)
    stage_book(project, staged, [notebook], Words({}), settings={}, rasterise=None)
    cells = json.loads((staged / "notebooks" / "sel.ipynb").read_text(encoding="utf-8"))["cells"]
    table = TABLE.replace("Tabel satu", "Tabel 1.1").replace(
        "@sec-bab", '<a class="rujukan" href="#sec-bab">Bab I</a>'
    )
    shaped = '<table><colgroup><col style="width: 100.00%"></colgroup>'
    table = table.replace("<table>", shaped)
    printed = cells[0]["outputs"][0]["data"]["text/markdown"]
    assert "Tabel 1.1</a>; " in printed and 'href="#sec-bab">Bab I</a>' in printed
    text = cells[1]["outputs"][0]["data"]["text/markdown"]
    assert text == f"Lihat @sec-bab.\n\n```{{=html}}\n{table}\n```\n", "prose is the renderer's"


@pytest.mark.parametrize("given", [True, False])
def test_a_chapter_of_nothing_but_blocks_it_lacks_is_left_out(tmp_path, given):
    project, staged = tmp_path / "proyek", tmp_path / "buku"
    project.mkdir()
    notebook = make_project(project)
    names = ["report/bab.qmd", "report/lalu.qmd"]
    config = {**CONFIG, "book": {**CONFIG["book"], "chapters": ["index.qmd"], "appendices": names}}
    (project / "_quarto.yml").write_text(yaml.safe_dump(config), encoding="utf-8")
    block = ':::: {.content-visible when-meta="lkjip.lalu"}\n\n# Tahun lalu {#sec-lalu}\n\n::::\n'
    (project / "report" / "lalu.qmd").write_text(block, encoding="utf-8")
    stage_book(project, staged, [notebook], Words({}), settings={"lalu": given}, rasterise=None)
    book = yaml.safe_load((staged / "_quarto.yml").read_text(encoding="utf-8"))["book"]
    assert book["appendices"] == names[: 1 + given]
    assert (staged / "report" / "lalu.qmd").exists() == given


def test_quartos_pages_get_the_downloads_and_the_emblem(tmp_path):
    project, staged = tmp_path / "proyek", tmp_path / "buku"
    project.mkdir()
    notebook = make_project(project)
    config = CONFIG | {"book": CONFIG["book"] | {"navbar": {"title": "Unit"}}}
    (project / "_quarto.yml").write_text(yaml.safe_dump(config), encoding="utf-8")
    staged.mkdir()
    (staged / "lambang.png").touch()
    logo = {"logo": "lambang.png"}
    stage_book(
        project,
        staged,
        [notebook],
        Words({}),
        settings=logo,
        rasterise=None,
        beside=["pdf", "docx"],
    )
    book = yaml.safe_load((staged / "_quarto.yml").read_text(encoding="utf-8"))["book"]
    assert book["downloads"] == ["pdf", "docx"]
    assert book["navbar"] == {"title": "Unit", "logo": "lambang.png"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a: 1\nb: [}\n", "_quarto.yml, baris 2: bukan YAML yang utuh"),
        ("lkjip:\n", "bagian 'book:' tidak ada"),
        ("book: {}\nlkjip: 5\n", "bagian 'lkjip:' tidak ada atau tidak berisi kunci"),
        ("- satu\n", "bagian 'book:' tidak ada"),
    ],
)
def test_a_config_that_is_none(tmp_path, text, said):
    (tmp_path / "_quarto.yml").write_text(text, encoding="utf-8")
    with pytest.raises(LkjipError, match=re.escape(said)):
        read_config(tmp_path)


def stage_picture(tmp_path, rasterise, chapter_picture="<svg/>"):
    """Stage a book whose notebook shows a picture inside a text; the text, and the folder."""
    project, staged = tmp_path / "proyek", tmp_path / "buku"
    project.mkdir()
    path = make_project(project)
    notebook = json.loads(path.read_text(encoding="utf-8"))
    data = notebook["cells"][1]["outputs"][0]["data"]
    data["text/markdown"] = (
        'Naik.\n\n![IKU "A" \\[%\\]: 2024 8](data:image/svg+xml;base64,PHN2Zy8+)\n\nTurun.'
    )
    path.write_text(json.dumps(notebook), encoding="utf-8")
    (project / "report" / "peta.svg").write_text(chapter_picture, encoding="utf-8")
    stage_book(project, staged, [path], Words({}), settings={}, rasterise=rasterise)
    cells = json.loads((staged / "notebooks" / "sel.ipynb").read_text(encoding="utf-8"))["cells"]
    return "".join(cells[1]["outputs"][0]["data"]["text/markdown"]), staged


def test_a_picture_inside_a_text_says_what_it_shows_without_a_caption(tmp_path):
    text, staged = stage_picture(tmp_path, None)
    found = re.fullmatch(r"Naik\.\n\n!\[\]\(/(.+\.svg)\)\{fig-alt=\"(.+)\"\}\n\nTurun\.", text)
    assert found[2] == r"IKU \"A\" \[%\]: 2024 8"
    assert (staged / found[1]).read_text(encoding="utf-8") == "<svg/>"
    assert not list(staged.rglob("*.png"))


def test_every_svg_has_pixels_beside_it_where_word_is_wanted(tmp_path):
    png = b"\x89PNG\r\n\x1a\n" + b"kepala gambar, 25 bytes. " + b"isi"
    _, staged = stage_picture(tmp_path, lambda svg: png + svg.encode())
    pictures = sorted(path.name for path in staged.rglob("*.svg"))
    assert len(pictures) == 2 and "peta.svg" in pictures
    drawn = list(staged.rglob("*.svg.png"))
    assert sorted(path.name.removesuffix(".png") for path in drawn) == pictures
    assert all(path.read_bytes().endswith(b"isi<svg/>") for path in drawn)


def test_an_svg_that_cannot_be_drawn_is_named(tmp_path):
    def rasterise(svg):
        if svg == "rusak":
            raise RuntimeError("failed to parse SVG")
        return b""

    with pytest.raises(LkjipError, match=r"report/peta\.svg: gambar SVG tidak terbaca"):
        stage_picture(tmp_path, rasterise, "rusak")
