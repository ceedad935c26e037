"""The extension alone: added to an empty Quarto book, it makes all three formats."""

from __future__ import annotations

import base64
import re
import shutil
import subprocess
from pathlib import Path

import docx
import pypdf
import pytest

from lkjip_analysis.paths import EXTENSION

QUARTO = shutil.which("quarto")
pytestmark = pytest.mark.skipif(QUARTO is None, reason="quarto tidak terpasang")

PICTURE = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGD4DwABBAEAX+XDSwAAAABJRU5ErkJggg=="
)
CONFIG = """project: {type: book}
lang: id
book:
  title: Buku Percobaan
  author: Unit Coba
  date: 2025-01-06
  output-file: buku
  chapters: [index.qmd, bab.qmd]
  appendices: [data.qmd]
crossref: {chapters: true, appendix-title: Lampiran}
format: {lkjip-html: default, lkjip-typst: default, lkjip-docx: default}
"""
CHAPTER = r"""# Bab Pertama {#sec-bab}

Lihat @fig-lambang, @tbl-satu, dan @sec-data.

| Uraian | Nilai |
|--------|------:|
| Satu   |     1 |

: Isi percobaan {#tbl-satu}

## Bagian {#sec-bagian}

![Lambang unit](lambang.png){#fig-lambang fig-alt="Sebuah titik" width=2cm}

::: {.landscape}
Kalimat di halaman mendatar.

```{=html}
<table class="tabel"><thead><tr><th>A</th></tr></thead><tbody>
<tr class="hanya-web"><td>layar</td></tr><tr class="jumlah"><td>kertas</td></tr></tbody></table>
```
:::

::: {.tanda-tangan}
KEPALA UNIT,

**NAMA**
:::
"""


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The rendered empty book."""
    source, book = tmp_path_factory.mktemp("asal"), tmp_path_factory.mktemp("kosong")
    ignored = shutil.ignore_patterns("grafik", "node_modules")
    shutil.copytree(EXTENSION, source / "_extensions" / "lkjip", ignore=ignored)
    (book / "_quarto.yml").write_text(CONFIG, "utf-8")
    (book / "index.qmd").write_text("# Kata Pengantar {.unnumbered}\n\nLihat @sec-bab.\n", "utf-8")
    (book / "bab.qmd").write_text(CHAPTER, "utf-8")
    (book / "data.qmd").write_text("# Data Pendukung {#sec-data}\n\nIsi lampiran.\n", "utf-8")
    (book / "lambang.png").write_bytes(PICTURE)
    for words in (["add", str(source), "--no-prompt"], ["render"]):
        done = subprocess.run([str(QUARTO), *words], cwd=book, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr[-2000:]
    return book / "_book"


def test_quarto_writes_the_web_pages(pages: Path) -> None:
    chapter = (pages / "bab.html").read_text("utf-8")
    assert '<span class="chapter-number">BAB I</span>' in chapter
    assert re.search(r"<figcaption[^>]*>\s*Tabel&nbsp;1\.1 Isi percobaan", chapter)
    assert "Lampiran A</span>" in chapter.replace("&nbsp;", " ") and ">layar<" in chapter
    lists = (pages / "daftar-tabel-gambar.html").read_text("utf-8")
    assert 'href="bab.html#tbl-satu"' in lists and 'href="bab.html#fig-lambang"' in lists


def test_quarto_writes_the_pdf(pages: Path) -> None:
    read = pypdf.PdfReader(pages / "buku.pdf")
    cover, *rest = (" ".join(page.extract_text().split()) for page in read.pages)
    assert "BUKU PERCOBAAN" in cover and "UNIT COBA" in cover and "TAHUN" not in cover
    text = " ".join(rest)
    for words in ("BAB I BAB PERTAMA", "DAFTAR GAMBAR", "LAMPIRAN A", "Tabel 1.1 Isi", "kertas"):
        assert words in text
    assert "layar" not in text
    wide = [page for page in read.pages if page.mediabox.width > page.mediabox.height]
    assert ["halaman mendatar" in page.extract_text() for page in wide] == [True]


def test_quarto_writes_the_word_file(pages: Path) -> None:
    document = docx.Document(str(pages / "buku.docx"))
    styles = {p.text: p.style.name for p in document.paragraphs}
    assert styles["Bab Pertama"] == "Heading 1" and styles["Data Pendukung"] == "Judul Lampiran 1"
    assert styles["NAMA"] == "Tanda Tangan Nama"
    assert any(text.startswith("Tabel 1.1") for text in styles)
    assert [int(section.orientation) for section in document.sections] == [0, 1, 0]
    assert [cell.text for cell in document.tables[1].column_cells(0)] == ["A", "kertas"]
