"""Pages that Quarto writes are mended by the extension's script."""

import os
import re
import subprocess

import pypandoc

from lkjip_analysis.paths import EXTENSION


def mend(folder):
    """Run the script as Quarto does after rendering; pandoc has the same Lua. Give what it says."""
    done = subprocess.run(
        [pypandoc.get_pandoc_path(), "lua", str(EXTENSION / "html" / "rapikan.lua")],
        check=True,
        capture_output=True,
        cwd=folder.parent,
        env={**os.environ, "QUARTO_PROJECT_OUTPUT_DIR": str(folder)},
    )
    return (done.stdout + done.stderr).decode()


def test_quarto_pages_are_mended(tmp_path):
    (tmp_path / "report").mkdir()
    (tmp_path / "site_libs").mkdir()
    index, chapter = tmp_path / "index.html", tmp_path / "report" / "bab.html"
    outside = '<script src="https://cdn.jsdelivr.net/npm/jquery@3.5.1/dist/jquery.min.js"></script>'
    index.write_text(
        f'<head>{outside}</head><a href="#tbl-x">x</a> <div data-notebook="/rumah/a">'
        '<a href="#sec-z" class="quarto-xref"><span>Bab&nbsp;3</span></a>',
        encoding="utf-8",
    )
    chapter.write_text(
        '<title>4&nbsp; Penutup</title><span class="chapter-number">4</span>'
        '<div id="tbl-x"></div><a href="#tbl-x">x</a><svg><title>6 program</title></svg>'
        '<a title="Download"><i class="bi bi-file-pdf pe-1"></i>\n Download PDF</a> Download ',
        encoding="utf-8",
    )
    mend(tmp_path)
    assert index.read_text(encoding="utf-8") == (
        '<head></head><a href="report/bab.html#tbl-x">x</a> <div>'
        '<a href="#sec-z" class="quarto-xref"><span>Bab&nbsp;III</span></a>'
    )
    assert chapter.read_text(encoding="utf-8") == (
        '<title>BAB IV&nbsp; Penutup</title><span class="chapter-number">BAB IV</span>'
        '<div id="tbl-x"></div><a href="#tbl-x">x</a><svg><title>6 program</title></svg>'
        '<a title="Unduh"><i class="bi bi-file-pdf pe-1"></i>\n Unduh PDF</a> Download '
    )


def test_the_reports_pictures_go_into_the_page_for_its_typeface(tmp_path):
    drawn = "<svg width='9pt' font-family=\"'Source Sans 3', x\"><text>Capaian</text></svg>"
    (tmp_path / "a.svg").write_text(f'<?xml version="1.0"?>{drawn}', encoding="utf-8")
    (tmp_path / "b.svg").write_text("<svg><text>lain</text></svg>", encoding="utf-8")
    other = '<img src="b.svg" alt="b"> <img src="tiada.svg" alt="c"> <img src="d.png">'
    index = tmp_path / "index.html"
    index.write_text(f'<img src="a.svg" class="x" alt="naik 102,04%1"> {other}', encoding="utf-8")
    mend(tmp_path)
    shown = drawn.replace("<svg", '<svg class="img-fluid figure-img" aria-label="naik 102,04%1"')
    assert index.read_text(encoding="utf-8") == f"{shown} {other}"


def page(body, up=".", names=("index", "report/dua", "report/satu")):
    """A page as Quarto writes it: contents with the page's own heads at the side, then the text."""
    items = "".join(
        f'<li class="sidebar-item"><a href="{up}/{name}.html" class="sidebar-item-text '
        f'sidebar-link active">{name}</a></li>'
        for name in names
    )
    return (
        f'<head><title>Laporan</title></head><nav id="quarto-sidebar"><ul>{items}</ul>\n</div>'
        '<nav id="TOC"><ul><li>judul</li></ul></nav></nav>'
        f'<main><header id="title-block-header"><h1>Judul</h1></header>{body}</main>'
        '<nav class="page-navigation">lanjut</nav>'
    )


def caption(id_, words):
    return f'<figcaption class="x" id="{id_}-caption-0ce">\n{words}\n</figcaption>'


def test_quarto_gets_a_page_with_the_list_of_tables_and_figures(tmp_path):
    (tmp_path / "report").mkdir()
    index = tmp_path / "index.html"
    index.write_text(page("<p>Isi</p>"), encoding="utf-8")
    for name, body in {
        "satu": caption("tbl-b", "Tabel&nbsp;2.1 Isi <em>B</em>"),
        "dua": caption("fig-c", "Gambar&nbsp;1.1 Bagan") + caption("tbl-a", "Tabel&nbsp;1.1 Isi A"),
    }.items():
        (tmp_path / "report" / f"{name}.html").write_text(page(body, ".."), encoding="utf-8")
    mend(tmp_path)
    lists = (tmp_path / "daftar-tabel-gambar.html").read_text(encoding="utf-8")
    assert re.findall(r'<li><a href="([^"]+)"><span class="nomor">([^<]+)</span>', lists) == [
        ("report/dua.html#tbl-a", "Tabel&nbsp;1.1"),
        ("report/satu.html#tbl-b", "Tabel&nbsp;2.1"),
        ("report/dua.html#fig-c", "Gambar&nbsp;1.1"),
    ]
    assert "<span>Isi <em>B</em></span>" in lists
    for gone in ("<p>Isi</p>", "lanjut", 'id="TOC"', "active", "Judul"):
        assert gone not in lists
    link = '<a href="daftar-tabel-gambar.html" class="sidebar-item-text'
    assert index.read_text(encoding="utf-8").count(link) == lists.count(link) == 1
    mend(tmp_path)  # once more changes nothing
    assert (tmp_path / "daftar-tabel-gambar.html").read_text(encoding="utf-8") == lists
    assert index.read_text(encoding="utf-8").count(link) == 1
    chapter = (tmp_path / "report" / "satu.html").read_text(encoding="utf-8")
    assert 'href="../daftar-tabel-gambar.html"' in chapter.partition('id="TOC"')[0]


def test_a_book_without_tables_has_no_page_of_lists(tmp_path):
    (tmp_path / "index.html").write_text(page("<p>Isi</p>"), encoding="utf-8")
    mend(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["index.html"]
    assert "daftar-tabel" not in (tmp_path / "index.html").read_text(encoding="utf-8")


def test_quarto_says_what_a_word_file_of_a_staged_book_lacks(tmp_path):
    output = tmp_path / "_book"
    output.mkdir()
    (output / "lkjip-2024.docx").touch()
    assert mend(output) == ""  # a book of anybody's
    (tmp_path / "hasil.json").touch()
    assert re.search(r"lkjip-2024\.docx belum bersampul.*\n.*lkjip build", mend(output))
    (output / "lkjip-2024.docx").unlink()
    assert mend(output) == ""
