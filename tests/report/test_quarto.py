"""Quarto alone, in the project's folder: all formats of the default year, no lkjip command."""

import re
import shutil
import subprocess

import pypdf
import pytest

from lkjip_analysis import paths
from lkjip_analysis.default_year import default_year

QUARTO = shutil.which("quarto")
PARTS = ("_quarto.yml", "_variables.yml", "index.qmd", "report", "notebooks", "_extensions")


@pytest.mark.skipif(QUARTO is None, reason="quarto tidak terpasang")
def test_the_project_renders_with_quarto_alone(tmp_path):
    for name in PARTS:
        source = paths.PROJECT / name
        copy = shutil.copytree if source.is_dir() else shutil.copyfile
        copy(source, tmp_path / name)
    done = subprocess.run([QUARTO, "render", str(tmp_path)], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr[-2000:]
    book = tmp_path / "_book"
    assert (book / f"lkjip-{default_year()}.docx").is_file()
    pages = pypdf.PdfReader(book / f"lkjip-{default_year()}.pdf").pages
    assert len(pages) > 50
    answers = " ".join(page.extract_text() for page in pages[-15:])
    assert "Tabel 3.13" in answers and "Tabel efisiensi anggaran" not in answers
    for page in (*book.glob("*.html"), *book.glob("report/*.html")):
        text = page.read_text(encoding="utf-8")
        assert "Invalid Date" not in text and "{{<" not in text, page.name
        names = re.findall(r'<nav[^>]* aria-label="([^"]+)"', text)
        assert len(names) == len(re.findall(r"<nav\s", text)) and len(set(names)) > 2, page.name
        assert '<script src="http' not in text and str(tmp_path) not in text, page.name
