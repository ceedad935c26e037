"""Quarto alone, in a project's folder: all formats of the stored year, no lkjip command."""

import re
import shutil
import subprocess

import pypdf
import pytest

QUARTO = shutil.which("quarto")


@pytest.mark.skipif(QUARTO is None, reason="quarto tidak terpasang")
def test_the_project_renders_with_quarto_alone(quarto_project):
    done = subprocess.run([QUARTO, "render", str(quarto_project)], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr[-2000:]
    book = quarto_project / "_book"
    (word,) = book.glob("lkjip-*.docx")
    pages = pypdf.PdfReader(word.with_suffix(".pdf")).pages
    assert len(pages) > 50
    answers = " ".join(page.extract_text() for page in pages[-15:])
    assert "Tabel 3.13" in answers and "Tabel efisiensi anggaran" not in answers
    for page in (*book.glob("*.html"), *book.glob("report/*.html")):
        text = page.read_text(encoding="utf-8")
        assert "Invalid Date" not in text and "{{<" not in text, page.name
        names = re.findall(r'<nav[^>]* aria-label="([^"]+)"', text)
        assert len(names) == len(re.findall(r"<nav\s", text)) and len(set(names)) > 2, page.name
        assert '<script src="http' not in text and str(quarto_project) not in text, page.name
