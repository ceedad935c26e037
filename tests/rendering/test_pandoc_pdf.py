"""The PDF: standards, numbering, long tables, bookmarks, drafts, the same bytes."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pypdf
import pytest

from lkjip_analysis.rendering.errors import RendererError
from lkjip_analysis.rendering.pdf import timestamp
from lkjip_analysis.rendering.render import render

ROWS = 200
ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def reader(rendered: Path) -> pypdf.PdfReader:
    return pypdf.PdfReader(rendered / "lkjip-2024.pdf")


@pytest.fixture(scope="module")
def pages(reader: pypdf.PdfReader) -> list[str]:
    return [page.extract_text() for page in reader.pages]


def page_of(pages: list[str], words: str) -> int:
    """Index of the only page whose text has a line that starts so."""
    found = [i for i, text in enumerate(pages) if re.search(rf"(?m)^\s*{words}", text)]
    assert len(found) == 1, (words, found)
    return found[0]


def test_every_row_of_a_long_table_is_printed_once(pages: list[str]) -> None:
    text = "\n".join(pages)
    codes = re.findall(r"7\.01\.\d\d\.(\d{3})", text)
    assert codes == [f"{i:03d}" for i in range(1, ROWS + 1)]
    assert text.count("Jumlah akhir") == 1


def test_heads_repeat_on_every_page_of_the_table(pages: list[str]) -> None:
    with_rows = [text for text in pages if re.search(r"7\.01\.\d\d\.\d{3}", text)]
    assert len(with_rows) > 3
    assert all("Pagu (Rp)" in text and "Serapan" in text for text in with_rows)


@pytest.mark.parametrize("words", [60, 500])
def test_the_opening_of_a_turned_page_fills_one_that_is_almost_empty(
    write_book: Callable[..., Path], tmp_path: Path, words: int
) -> None:
    """The sentence before the table stays with the table."""
    turned = "## Mendatar\n\nPembuka.\n\nTersaji di bawah.\n\n| A |\n|---|\n| b |\n"
    chapter = f"# Bab {{#sec-bab}}\n\n## Tegak\n\nAwal {'kata ' * words}\n\n"
    chapter += f"::: {{.landscape}}\n\n{turned}\n:::\n"
    folder = write_book(chapter)
    shutil.copytree(ROOT / "_extensions" / "lkjip", folder / "_extensions" / "lkjip")
    (path,) = render(folder, tmp_path / "keluaran", ["pdf"])
    pages = [page.extract_text() for page in pypdf.PdfReader(path).pages]
    before = pages[page_of(pages, "Awal")]
    assert ("Pembuka." in before) is ("Mendatar" in before) is (words == 60)
    assert "Tersaji" not in before
    assert sum(text.count("Pembuka.") for text in pages) == 1


def test_landscape_pages_are_turned_and_turned_back(
    reader: pypdf.PdfReader, pages: list[str]
) -> None:
    wide = [page.mediabox.width > page.mediabox.height for page in reader.pages]
    tables = [bool(re.search(r"7\.01\.\d\d\.\d{3}", text)) for text in pages]
    assert wide == tables


def test_numbers_agree_with_the_references(pages: list[str]) -> None:
    text = "\n".join(pages)
    for words in (
        r"Tabel\s2\.1\s+Capaian Indikator",
        r"Tabel\s2\.2\s+Realisasi Anggaran",
        r"Gambar\s2\.1\s+Serapan Anggaran",
        r"Tabel\sA\.1\s+Berkas Data",
        r"Lihat Bagian\s1\.1, Bab\sII, Lampiran\sA, dan Tabel\sA\.1\.",
    ):
        assert re.search(words, text), words
    assert re.search(r"BAB I\s+PENDAHULUAN", text)
    assert re.search(r"LAMPIRAN A\s+DATA PENDUKUNG", text)


def test_roman_front_matter_then_arabic_from_the_first_chapter(
    reader: pypdf.PdfReader, pages: list[str]
) -> None:
    first = next(i for i, text in enumerate(pages) if re.match(r"\s*BAB I\n", text))
    assert pages[first].rstrip().endswith("1")
    assert pages[first - 1].rstrip().endswith("v")
    assert pages[1].rstrip().endswith("i")


def test_lists_name_every_chapter_table_and_figure(pages: list[str]) -> None:
    contents = pages[page_of(pages, "DAFTAR ISI$")]
    for words in ("KATA PENGANTAR", "BAB I", "2.2", "Anggaran", "LAMPIRAN A", "A.1"):
        assert words in contents
    tables = pages[page_of(pages, "DAFTAR TABEL$")]
    assert all(f"Tabel {number}" in tables.replace("\u00a0", " ") for number in ("2.1", "A.1"))
    assert "Serapan Anggaran" in pages[page_of(pages, "DAFTAR GAMBAR$")]


def test_signature_is_not_alone(pages: list[str]) -> None:
    page = pages[page_of(pages, "SITI AMINAH")]
    assert "Semoga laporan ini bermanfaat" in page


def test_standards_title_language_and_tags(reader: pypdf.PdfReader, rendered: Path) -> None:
    data = (rendered / "lkjip-2024.pdf").read_bytes()
    assert b"<pdfaid:part>2</pdfaid:part>" in data
    assert b"<pdfaid:conformance>B</pdfaid:conformance>" in data
    assert b"<pdfuaid:part>1</pdfuaid:part>" in data
    root = reader.trailer["/Root"]
    assert root["/Lang"] == "id-ID"
    assert root["/MarkInfo"]["/Marked"]
    assert reader.metadata is not None
    assert reader.metadata.title == (
        "Laporan Kinerja Instansi Pemerintah Kecamatan Contoh Tahun 2024"
    )
    assert reader.metadata.author == "Kecamatan Contoh"
    assert str(reader.metadata.creation_date).startswith("2025-01-06")


def test_alternative_text_is_in_the_file(reader: pypdf.PdfReader) -> None:
    found = [
        o.get_object()["/Alt"]
        for o in (reader.get_object(i) for i in range(1, len(reader.xref_objStm) + 2000))
        if isinstance(o, dict) and "/Alt" in o
    ]
    assert 'Diagram batang: serapan 89,75% dari "pagu".' in found


def test_bookmarks(reader: pypdf.PdfReader) -> None:
    titles = [item.title for item in reader.outline if not isinstance(item, list)]
    assert titles[:2] == ["Kata Pengantar", "Ikhtisar Eksekutif"]
    assert "BAB II Akuntabilitas Kinerja" in titles
    assert any(title.startswith("LAMPIRAN A ") for title in titles)


def test_only_the_report_fonts_are_used(reader: pypdf.PdfReader) -> None:
    names = set()
    for page in reader.pages:
        for font in page["/Resources"].get("/Font", {}).values():
            names.add(str(font.get_object()["/BaseFont"]).split("+")[-1])
    assert names <= {
        f"SourceSerif4-{face}{end}"
        for face in ("Regular", "Bold", "Italic", "It", "BoldItalic", "BoldIt")
        for end in ("", "-Identity-H")
    } | {"DejaVuSans", "DejaVuSans-Identity-H", "NotoEmoji-Regular", "NotoEmoji"}


def test_same_bytes_in_another_folder(copy_of_book: Path, rendered: Path, tmp_path: Path) -> None:
    (path,) = render(copy_of_book, tmp_path / "lain", ["pdf"])
    assert path.read_bytes() == (rendered / "lkjip-2024.pdf").read_bytes()


def test_draft_is_marked_on_every_page(copy_of_book: Path, tmp_path: Path) -> None:
    path = copy_of_book / "_quarto.yml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("draf: false", "draf: true"), encoding="utf-8"
    )
    (pdf,) = render(copy_of_book, tmp_path / "draf", ["pdf"])
    assert all("DRAF" in page.extract_text() for page in pypdf.PdfReader(pdf).pages)


def test_final_report_has_no_draft_mark(pages: list[str]) -> None:
    assert not any("DRAF" in text for text in pages)


def test_missing_logo(copy_of_book: Path, tmp_path: Path) -> None:
    path = copy_of_book / "_quarto.yml"
    path.write_text(
        path.read_text(encoding="utf-8").replace('logo: ""', "logo: lambang.png"), encoding="utf-8"
    )
    with pytest.raises(RendererError) as caught:
        render(copy_of_book, tmp_path / "keluaran", ["pdf", "docx"])
    assert [str(p) for p in caught.value.problems] == [
        '_quarto.yml, baris 32: lambang "lambang.png" tidak ada.'
    ]


def test_timestamp_follows_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    assert timestamp("2025-01-06") == 1736121600
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1")
    assert timestamp("2025-01-06") == 1
