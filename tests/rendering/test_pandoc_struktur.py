"""Numbers of chapters, sections, tables and figures, and what references say."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from lkjip_analysis.rendering.numbering import roman
from lkjip_analysis.rendering.render import describe, make_book, read_book


@pytest.mark.parametrize(
    ("number", "letters"), [(1, "I"), (4, "IV"), (5, "V"), (9, "IX"), (14, "XIV"), (29, "XXIX")]
)
def test_roman(number: int, letters: str) -> None:
    assert roman(number) == letters


def test_chapters_are_numbered_by_their_place(book: Path) -> None:
    chapters = describe(book).chapters
    assert [(c.file, c.kind, c.label, c.title_text) for c in chapters] == [
        ("index.html", "depan", "", "Kata Pengantar"),
        ("01-pendahuluan.html", "bab", "BAB I", "Pendahuluan"),
        ("02-kinerja.html", "bab", "BAB II", "Akuntabilitas Kinerja"),
        ("lampiran-data.html", "lampiran", "Lampiran A", "Data Pendukung"),
    ]


def test_sections_count_within_their_chapter(book: Path) -> None:
    heads = [(h.number, h.title_text) for c in describe(book).chapters for h in c.headings]
    assert heads == [
        ("", "Kata Pengantar"),
        ("", "Ikhtisar Eksekutif"),
        ("I", "Pendahuluan"),
        ("1.1", "Susunan Organisasi"),
        ("1.1.1", "Tugas"),
        ("II", "Akuntabilitas Kinerja"),
        ("2.1", "Capaian Kinerja"),
        ("2.2", "Anggaran"),
        ("2.3", "Penutup Bab"),
        ("A", "Data Pendukung"),
        ("A.1", "Sumber Data"),
    ]


def test_floats_count_within_their_chapter(book: Path) -> None:
    floats = [f for chapter in describe(book).chapters for f in chapter.floats]
    assert [(f.id, f.label, f.caption_text) for f in floats] == [
        ("tbl-capaian", "Tabel 2.1", "Capaian Indikator & Kinerja Utama Tahun 2024"),
        ("fig-serapan", "Gambar 2.1", "Serapan Anggaran Tahun 2024"),
        ("tbl-program", "Tabel 2.2", "Realisasi Anggaran menurut Subkegiatan"),
        ("tbl-lampiran", "Tabel A.1", "Berkas Data"),
    ]


def body_of(folder: Path, output: Path, file: str = "bab.html") -> str:
    book = make_book(read_book(folder), output)
    return next(c.body_html for c in book.chapters if c.file == file).replace("\u00a0", " ")


def test_references_are_links_into_the_right_page(book: Path, tmp_path: Path) -> None:
    body = body_of(book, tmp_path, "01-pendahuluan.html")
    for target, words in [
        ("#sec-susunan", "Bagian 1.1"),
        ("02-kinerja.html#sec-kinerja", "Bab II"),
        ("lampiran-data.html#sec-lampiran-data", "Lampiran A"),
        ("lampiran-data.html#tbl-lampiran", "Tabel A.1"),
    ]:
        assert f'<a href="{target}" class="rujukan">{words}</a>' in body


def test_reference_to_an_unnumbered_head_says_its_title(
    write_book: Callable[..., Path], tmp_path: Path
) -> None:
    folder = write_book(
        "# Bab {#sec-bab}\n\n## Sisipan {#sec-sisipan .unnumbered}\n\n@sec-sisipan."
    )
    assert ">“Sisipan”</a>." in body_of(folder, tmp_path)


def test_bare_and_bracketed_references(write_book: Callable[..., Path], tmp_path: Path) -> None:
    folder = write_book("# Bab {#sec-bab}\n\n## Isi {#sec-isi}\n\n(-@sec-isi) [@sec-bab; @sec-isi]")
    text = body_of(folder, tmp_path)
    assert '(<a href="#sec-isi" class="rujukan">1.1</a>)' in text
    assert ">Bab I</a>, <a" in text


def test_footnotes_of_two_chapters_do_not_meet(
    write_book: Callable[..., Path], tmp_path: Path
) -> None:
    folder = write_book("# Bab {#sec-bab}\n\nSatu[^a].\n\n[^a]: Catatan bab.\n")
    (folder / "index.qmd").write_text(
        "# Depan {.unnumbered}\n\nDua[^a].\n\n[^a]: Catatan depan.\n", encoding="utf-8"
    )
    assert "Catatan bab." in body_of(folder, tmp_path)
    assert "Catatan depan." in body_of(folder, tmp_path, "index.html")
    assert "Catatan bab." not in body_of(folder, tmp_path, "index.html")


def test_conditions_choose_by_format(book: Path, tmp_path: Path) -> None:
    body = body_of(book, tmp_path, "02-kinerja.html")
    assert "Hanya untuk layar." in body
    assert "Hanya untuk cetak." not in body


def test_tables_keep_their_html_and_figures_are_inline(book: Path, tmp_path: Path) -> None:
    body = body_of(book, tmp_path, "02-kinerja.html")
    assert '<figure id="tbl-capaian" class="lkjip-tabel">' in body
    assert '<table class="tabel" id="tbl-capaian-isi">' in body
    assert '<span class="angka" data-kunci="iku.AKIP.capaian">102,04%</span>' in body
    assert body.count('id="tbl-capaian"') == 1
    assert 'aria-label="Diagram batang: serapan 89,75% dari &quot;pagu&quot;."' in body
    assert 'clip-path="url(#fig-serapan-p1)"' in body
    assert "<?xml" not in body and "<!DOCTYPE" not in body
    caption = body.index('<span class="nomor">Tabel 2.1</span>')
    assert caption < body.index('id="tbl-capaian-isi"')
    assert body.index("<svg") < body.index('<span class="nomor">Gambar 2.1</span>')


def test_heads_carry_numbers_and_ids(book: Path, tmp_path: Path) -> None:
    body = body_of(book, tmp_path, "01-pendahuluan.html")
    assert '<h1 id="sec-pendahuluan"><span class="nomor">BAB I</span> Pendahuluan</h1>' in body
    assert '<h2 id="sec-susunan"><span class="nomor">1.1</span> Susunan Organisasi</h2>' in body


def test_head_inside_a_landscape_block_keeps_its_title(book: Path, tmp_path: Path) -> None:
    chapters = make_book(read_book(book), tmp_path).chapters
    titles = {h.id: h.title_html for c in chapters for h in c.headings}
    assert titles["sec-anggaran"] == "Anggaran"
    assert all(titles.values())


def test_lettered_and_nested_lists(book: Path, tmp_path: Path) -> None:
    body = body_of(book, tmp_path, "01-pendahuluan.html")
    assert '<ol type="a">' in body
    assert body.index("membawahi") < body.index('<ol type="1">') < body.index("Subbagian Umum")


def test_comments_are_dropped(book: Path, tmp_path: Path) -> None:
    assert "komentar ini" not in body_of(book, tmp_path, "01-pendahuluan.html")
