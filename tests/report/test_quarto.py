"""Quarto without lkjip: it renders the staged book, and stops in the project's own folder."""

import re
import shutil
import subprocess

import pypdf
import pytest
from unit_here import PROJECT, TAHUN

from lkjip_analysis.building.request import Request

QUARTO = shutil.which("quarto")
PARTS = ("_quarto.yml", "_variables.yml", "index.qmd", "report", "notebooks", "_extensions")


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


@pytest.mark.skipif(QUARTO is None, reason="quarto tidak terpasang")
def test_the_staged_book_renders_with_quarto_alone(report, root, tmp_path):
    staged = tmp_path / "buku"
    shutil.copytree(Request(TAHUN, root, report.folder).book, staged)
    done = subprocess.run([QUARTO, "render", str(staged)], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr[-2000:]
    book = staged / "_book"
    (word,) = book.glob("lkjip-*.docx")
    pages = pypdf.PdfReader(word.with_suffix(".pdf")).pages
    assert len(pages) > 50
    answers = " ".join(page.extract_text() for page in pages[-15:])
    assert "Tabel 3.13" in answers and "Tabel efisiensi anggaran" not in answers
    for page in (*book.glob("*.html"), *book.glob("report/*.html")):
        text = page.read_text(encoding="utf-8")
        assert "Invalid Date" not in text and "{{<" not in text, page.name
        assert not re.search(r'"rujukan"[^>]*>(?:Tabel|Gambar|Bagian) [a-z]', text), page.name
        names = re.findall(r'<nav[^>]* aria-label="([^"]+)"', text)
        assert len(names) == len(re.findall(r"<nav\s", text)) and len(set(names)) > 2, page.name
        assert '<script src="http' not in text and str(staged) not in text, page.name
    answers = (book / "report" / "lampiran-perkiraan-mandiri.html").read_text(encoding="utf-8")
    assert ">Tabel 3.13</a>" in answers
