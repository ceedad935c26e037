"""Numbers in the Word file count by themselves: heads by lists, the rest by fields."""

from __future__ import annotations

import copy
import re
import subprocess
import zipfile
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn
from finished import pdf_pages


@pytest.fixture(scope="module")
def path(rendered: Path) -> Path:
    return rendered / "lkjip-2024.docx"


@pytest.fixture(scope="module")
def document(path: Path) -> docx.document.Document:
    return docx.Document(str(path))


@pytest.fixture(scope="module")
def fields(path: Path) -> list[str]:
    with zipfile.ZipFile(path) as package:
        xml = package.read("word/document.xml").decode()
    found = re.findall(r"<w:instrText[^>]*> (.*?) </w:instrText>", xml)
    return [code for code in found if not code.startswith("TOC")]


def converted(source: Path, form: str, folder: Path) -> Path:
    """Convert with LibreOffice."""
    profile = f"-env:UserInstallation={(folder / 'profil').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", form, "--outdir", str(folder)]
    subprocess.run([*command, str(source)], check=True, capture_output=True)
    return folder / source.with_suffix(f".{form}").name


def lines_of(path: Path, folder: Path) -> list[str]:
    """Lines that LibreOffice prints, each with single spaces."""
    pdf = converted(path, "pdf", folder)
    text = "\n".join(pdf_pages(pdf, "-layout"))
    return [" ".join(line.split()) for line in text.splitlines()]


def test_heads_carry_no_number_but_a_numbered_style(document: docx.document.Document) -> None:
    names = ("Heading", "Judul", "TOC Heading")
    heads = [(p.style.name, p.text) for p in document.paragraphs if p.style.name.startswith(names)]
    assert [head for head in heads if head[0] != "Judul Kotak"] == [
        ("Judul Tanpa Nomor 1", "Kata Pengantar"),
        ("Judul Tanpa Nomor 1", "Ikhtisar Eksekutif"),
        ("TOC Heading", "Daftar Isi"),
        ("TOC Heading", "Daftar Tabel"),
        ("TOC Heading", "Daftar Gambar"),
        ("Heading 1", "\nPendahuluan"),
        ("Heading 2", "Susunan Organisasi"),
        ("Heading 3", "Tugas"),
        ("Heading 1", "\nAkuntabilitas Kinerja"),
        ("Heading 2", "Capaian Kinerja"),
        ("Heading 2", "Anggaran"),
        ("Heading 2", "Penutup Bab"),
        ("Judul Lampiran 1", "\nData Pendukung"),
        ("Judul Lampiran 2", "Sumber Data"),
    ]


def test_every_head_style_has_its_list(document: docx.document.Document) -> None:
    numbering = document.part.numbering_part.element
    home = {n.numId: n.abstractNumId.val for n in numbering.num_lst}

    def list_of(style: str) -> tuple[int, int]:
        number = document.styles[style].element.pPr.numPr
        id_ = number.numId.val
        return home.get(id_, 0), number.ilvl.val if number.ilvl is not None else 0

    for level in range(1, 6):
        chapters, appendices = list_of(f"Heading {level}"), list_of(f"Judul Lampiran {level}")
        assert chapters[1] == appendices[1] == level - 1
        assert 0 != chapters[0] != appendices[0] != 0
        assert chapters[0] == list_of("Heading 1")[0]
        assert list_of(f"Judul Tanpa Nomor {level}") == (0, 0)


def test_captions_count_tables_and_chapters(fields: list[str]) -> None:
    reset = ["SEQ NomorTabel \\h \\r 0", "SEQ NomorGambar \\h \\r 0"]
    table, figure = (
        (f"SEQ Nomor{word} \\* ARABIC", f"SEQ {word} \\h") for word in ("Tabel", "Gambar")
    )
    chapter, appendix = "SEQ Bab \\c \\* ARABIC", "SEQ Lampiran \\c \\* ALPHABETIC"
    assert [code for code in fields if code.startswith("SEQ")] == [
        *("SEQ Bab \\h", *reset),
        *("SEQ Bab \\h", *reset),
        *(chapter, *table),
        *(chapter, *figure),
        *(chapter, *table),
        *("SEQ Lampiran \\h", *reset),
        *(appendix, *table),
    ]


def test_the_lists_find_captions_only(document: docx.document.Document) -> None:
    """Word and LibreOffice list every paragraph that holds the sequence of a list."""
    found = [
        p.style.name
        for p in document.paragraphs
        for code in p._p.iter(qn("w:instrText"))
        if re.fullmatch(r" SEQ (Tabel|Gambar) .*", code.text)
    ]
    captions = [p.style.name for p in document.paragraphs if p.style.name.endswith(" Caption")]
    assert found == captions


def test_references_are_fields_that_show_the_number(
    document: docx.document.Document, fields: list[str]
) -> None:
    names = {b.get(qn("w:name")) for b in document.element.body.iter(qn("w:bookmarkStart"))}
    references = [code.split() for code in fields if code.startswith("REF")]
    assert {code[1] for code in references} <= names
    kinds = "".join("k" if code[2] == "\\h" else "j" for code in references)
    assert kinds == "jkkkjjjkkkj"  # judul, keterangan; by chapter
    # The label is bold: without the switch Word would print each reference to it in bold.
    assert all(code[3:] == ["\\*", "MERGEFORMAT"] for code in references if code[2] == "\\h")
    said = [p.text for p in document.paragraphs if "Lihat" in p.text or "tampak" in p.text]
    assert [words.replace("\u00a0", " ") for words in said] == [
        "Lihat Bagian 1.1, Bab II, Lampiran A, dan Tabel A.1.",
        "Dari Tabel 2.1 tampak capaian baik; lihat pula Tabel 2.2.",
    ]


NUMBERED = re.compile(r"BAB|LAMPIRAN|[12A](\.\d)+ |Tabel [\dA]\.\d [A-Z]|Gambar \d\.\d [A-Z]|Lihat")


@pytest.mark.usefixtures("libreoffice")
def test_a_new_section_and_table_move_the_others_on(path: Path, tmp_path: Path) -> None:
    document = docx.Document(str(path))
    heads = {p.text: p for p in document.paragraphs if p.style.name == "Heading 2"}
    new = document.add_paragraph("Pengantar Baru", style="Heading 2")
    heads["Susunan Organisasi"]._p.addprevious(new._p)
    new = document.add_paragraph("Bagian Baru", style="Heading 2")
    heads["Capaian Kinerja"]._p.addprevious(new._p)
    first = next(p for p in document.paragraphs if p.style.name == "Table Caption")
    caption = copy.deepcopy(first._p)
    for mark in caption.findall(qn("w:bookmarkStart")) + caption.findall(qn("w:bookmarkEnd")):
        caption.remove(mark)
    new._p.addnext(caption)
    changed = tmp_path / "tambahan.docx"
    document.save(str(changed))
    lines = lines_of(changed, tmp_path)
    found = [line for line in lines[lines.index("BAB I") :] if NUMBERED.match(line)]
    assert found == [
        "BAB I",
        "1.1 Pengantar Baru",
        "1.2 Susunan Organisasi",
        "1.2.1 Tugas",
        "Lihat Bagian 1.2, Bab II, Lampiran A, dan Tabel A.1.",
        "BAB II",
        "2.1 Bagian Baru",
        "Tabel 2.1 Capaian Indikator & Kinerja Utama Tahun 2024",
        "2.2 Capaian Kinerja",
        "Tabel 2.2 Capaian Indikator & Kinerja Utama Tahun 2024",
        "Gambar 2.1 Serapan Anggaran Tahun 2024",
        "2.3 Anggaran",
        "Tabel 2.3 Realisasi Anggaran menurut Subkegiatan",
        "2.4 Penutup Bab",
        "LAMPIRAN A",
        "A.1 Sumber Data",
        "Tabel A.1 Berkas Data",
    ]


@pytest.mark.usefixtures("libreoffice")
def test_saved_again_by_libreoffice_nothing_is_lost(path: Path, tmp_path: Path) -> None:
    again = converted(path, "docx", tmp_path)
    before, after = docx.Document(str(path)), docx.Document(str(again))

    def shape(document: docx.document.Document) -> tuple[object, ...]:
        def printed(style: str) -> list[str]:
            found = (p for p in document.paragraphs if p.style.name == style)
            # Hidden counts of a head stand before its line break.
            return [re.split("[\u2002\n]", p.text)[-1] for p in found]

        return (
            [(len(t.rows), len(t.columns)) for t in document.tables],
            [int(s.orientation) for s in document.sections],
            [printed(f"Heading {level}") for level in (1, 2, 3)],
            [printed(f"Judul Lampiran {level}") for level in (1, 2)],
            [printed(style) for style in ("Table Caption", "Image Caption")],
            len(document.inline_shapes),
        )

    assert shape(after) == shape(before)
    lines = lines_of(again, tmp_path)
    heads = re.compile(r"BAB|LAMPIRAN|[12A](\.\d)+ ")
    assert [line for line in lines[lines.index("BAB I") :] if heads.match(line)] == [
        "BAB I",
        "1.1 Susunan Organisasi",
        "1.1.1 Tugas",
        "BAB II",
        "2.1 Capaian Kinerja",
        "2.2 Anggaran",
        "2.3 Penutup Bab",
        "LAMPIRAN A",
        "A.1 Sumber Data",
    ]
