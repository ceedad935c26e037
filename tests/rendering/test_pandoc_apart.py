"""Sections that are printed once more as a PDF of one page."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pypdf
import pytest
from unit_kecil import copy_unit

from lkjip_analysis.presentation import narrative
from lkjip_analysis.presentation.layout import Row, left
from lkjip_analysis.presentation.output import make_table
from lkjip_analysis.rendering.errors import RendererError
from lkjip_analysis.rendering.labels import with_words
from lkjip_analysis.rendering.render import render
from lkjip_analysis.rendering.table_widths import with_widths
from lkjip_analysis.results import load_results

LOOK = Path(__file__).parents[2] / "_extensions" / "lkjip"
SETTING = """
  judul-singkat: Lap 2024
  tersendiri: [{bagian: sec-ringkas, berkas: ringkas.pdf, judul: Ringkas (PDF)}]
"""
FRONT = """
# Ringkas {#sec-ringkas .unnumbered}

%s

::: {.cetak-dahulu}

# Pengantar {#sec-pengantar .unnumbered}

Kata pengantar.

:::
"""


def book(write_book, said, setting=SETTING):
    folder = write_book("# Bab {#sec-bab}\n\n## Analisis {#sec-analisis}\n\nIsi bab.\n")
    (folder / "index.qmd").write_text(FRONT % said, encoding="utf-8")
    config = (folder / "_quarto.yml").read_text(encoding="utf-8")
    told = "lkjip:\n  instansi: Unit\n  pemerintah: Kabupaten\n  tahun: 2024" + setting
    (folder / "_quarto.yml").write_text(config.partition("lkjip:")[0] + told, encoding="utf-8")
    shutil.copytree(LOOK, folder / "_extensions" / "lkjip")
    return folder


def page(path: Path) -> str:
    (only,) = pypdf.PdfReader(path).pages
    heights = []

    def see(text, user, matrix, *_):
        if text.strip():
            heights.append(user[1] * matrix[4] + user[3] * matrix[5] + user[5])

    text = only.extract_text(visitor_text=see)
    assert heights and min(heights) > 40, "text below the paper's margin"
    return re.sub(r"\s+", " ", text)


def test_a_section_stands_alone_and_the_web_offers_it(write_book, tmp_path):
    said = "Dua hal tercapai (@sec-analisis).\n\n## Rincian {.unnumbered}\n\nAkhir."
    render(book(write_book, said), tmp_path, ["pdf", "html"])
    text = page(tmp_path / "ringkas.pdf")
    assert "KABUPATEN UNIT RINGKAS Dua hal tercapai" in text
    assert "(Bagian 1.1 Lap 2024). Rincian Akhir. Bagian dari Laporan." in text
    assert "pengantar" not in text.casefold() and "Isi bab" not in text
    assert pypdf.PdfReader(tmp_path / "ringkas.pdf").metadata.title == "Ringkas Laporan"
    assert re.search(
        r'<a[^>]* href="ringkas.pdf"[^>]*>.*?Ringkas \(PDF\)',
        (tmp_path / "index.html").read_text("utf-8"),
    )


def test_the_note_of_a_table_may_refer_to_what_lies_outside(write_book, tmp_path):
    made = make_table("x", left("Unsur"), [Row(["Isi"])], notes=["Lihat @sec-analisis."])
    said = with_widths(with_words(made.markdown, {"sec-analisis": "Bagian 1.1"}), turned=False)
    render(book(write_book, said), tmp_path, ["pdf"])
    assert "Lihat Bagian 1.1 Lap 2024." in page(tmp_path / "ringkas.pdf")


def test_without_pdf_there_is_none(write_book, tmp_path):
    render(book(write_book, "Isi."), tmp_path, ["html"])
    assert "ringkas.pdf" not in (tmp_path / "index.html").read_text("utf-8")
    assert not list(tmp_path.glob("*.pdf"))


def test_the_year_of_forty_iku_fits_one_page(write_book, tmp_path):
    root = copy_unit(tmp_path)
    path = root / "2024" / "iku.csv"
    lines = path.read_text(encoding="utf-8").splitlines()
    name = "Indikator ke-{} dengan nama yang panjang sekali dan rinci sampai ke tempatnya"
    for number in range(3, 41):
        row = lines[2].replace("Rata-rata waktu pelayanan", name.format(number))
        lines.append(row.replace("WAKTU", f"K{number}").replace(";20;;15;", ";20;;99;"))
    path.write_text("\n".join(lines), encoding="utf-8")
    said = narrative.ikhtisar(load_results(2024, root)).markdown
    render(book(write_book, said + "\n\nKalimat." * 60), tmp_path, ["pdf"])
    text = page(tmp_path / "ringkas.pdf")
    assert "Indikator ke-10 " in text and text.endswith("Bagian dari Laporan.")
    assert text.count("Kalimat.") == 60


def test_a_section_that_is_not_there_is_told(write_book, tmp_path):
    folder = book(write_book, "Isi.", SETTING.replace("sec-ringkas", "sec-lain"))
    with pytest.raises(RendererError, match='menyebut bagian "sec-lain" yang tidak ada'):
        render(folder, tmp_path, ["pdf"])
    spelt = book_again(folder, "bagian:", "bab:")
    with pytest.raises(RendererError, match="berisi bagian, berkas, dan judul"):
        render(spelt, tmp_path, ["pdf"])


def book_again(folder: Path, old: str, new: str) -> Path:
    path = folder / "_quarto.yml"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    return folder
