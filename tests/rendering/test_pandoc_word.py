"""The Word file: styles, native tables, fields, sections, the same bytes."""

from __future__ import annotations

import re
import shutil
import uuid
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn
from lxml import etree

from lkjip_analysis.rendering.pictures import rasterise
from lkjip_analysis.rendering.render import render
from lkjip_analysis.rendering.word.package import obfuscated

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def path(rendered: Path) -> Path:
    return rendered / "lkjip-2024.docx"


@pytest.fixture(scope="module")
def document(path: Path) -> docx.document.Document:
    return docx.Document(str(path))


@pytest.fixture(scope="module")
def xml(path: Path) -> str:
    with zipfile.ZipFile(path) as package:
        return package.read("word/document.xml").decode()


def test_tables_are_native_and_whole(document: docx.document.Document) -> None:
    sizes = [(len(table.rows), len(table.columns)) for table in document.tables]
    assert sizes == [(3, 2), (6, 5), (203, 5), (3, 2)]  # the notes below a table are its last row
    assert (1, 1) not in sizes
    long = document.tables[2]
    codes = [row.cells[0].text for row in long.rows[1:-2]]
    assert [code[-3:] for code in codes] == [f"{i:03d}" for i in range(1, 201)]


def test_head_rows_repeat_and_rows_stay_whole(document: docx.document.Document) -> None:
    heads = []
    for table in document.tables:
        rows = table._tbl.tr_lst
        heads.append(sum(row.trPr.find(qn("w:tblHeader")) is not None for row in rows))
        assert all(row.trPr.find(qn("w:cantSplit")) is not None for row in rows)
    assert heads == [1, 2, 1, 1]


def test_merged_heads_alignment_and_bold_sums(document: docx.document.Document) -> None:
    table = document.tables[1]
    first = table.rows[0].cells
    assert first[2]._tc is first[4]._tc and first[2].text == "Tahun 2024"
    assert table.rows[1].cells[0].text == "No"
    assert table.rows[2].cells[4].paragraphs[0].alignment == docx.enum.text.WD_ALIGN_PARAGRAPH.RIGHT
    assert all(run.bold for run in table.rows[4].cells[1].paragraphs[0].runs)
    assert not any(run.bold for run in table.rows[3].cells[1].paragraphs[0].runs)


def test_column_widths_fill_the_page(document: docx.document.Document) -> None:
    def widths(index: int) -> list[int]:
        grid = document.tables[index]._tbl.tblGrid
        return [int(c.get(qn("w:w"))) for c in grid.findall(qn("w:gridCol"))]

    assert sum(widths(1)) == 8505
    assert sum(widths(2)) == 13437
    assert widths(2)[1] == pytest.approx(13437 * 0.4, abs=2)  # as the cell's HTML says


def test_captions_stand_right(document: docx.document.Document) -> None:
    body = list(document.element.body)
    captions = [p for p in document.paragraphs if p.style.name == "Table Caption"]
    assert [p.text.replace("\u2002", " ") for p in captions] == [
        "Tabel\u00a02.1 Capaian Indikator & Kinerja Utama Tahun 2024",
        "Tabel\u00a02.2 Realisasi Anggaran menurut Subkegiatan",
        "Tabel\u00a0A.1 Berkas Data",
    ]
    for paragraph in captions:
        following = body[body.index(paragraph._p) + 1]
        assert following.tag == qn("w:tbl")
    (figure,) = [p for p in document.paragraphs if p.style.name == "Image Caption"]
    before = body[body.index(figure._p) - 1]
    assert before.find(f".//{qn('w:drawing')}") is not None


def test_picture_is_a_png_with_alternative_text(path: Path, xml: str) -> None:
    with zipfile.ZipFile(path) as package:
        media = [name for name in package.namelist() if name.startswith("word/media/")]
    assert media and all(name.endswith(".png") for name in media)
    assert "/tmp" not in xml
    assert 'descr="Diagram batang: serapan 89,75% dari &quot;pagu&quot;."' in xml


def test_picture_stands_at_the_margin(document: docx.document.Document) -> None:
    """LibreOffice takes a distance that is not said for one of its own, and cuts the picture."""
    for shape in document.inline_shapes:
        assert [shape._inline.get(f"dist{side}") for side in "TBLR"] == ["0"] * 4


def test_sections_cover_front_portrait_landscape_portrait(
    document: docx.document.Document,
) -> None:
    found = []
    for section in document.sections:
        numbering = section._sectPr.find(qn("w:pgNumType"))
        found.append(
            (
                section.orientation,
                numbering.get(qn("w:fmt")),
                numbering.get(qn("w:start")),
                section._sectPr.find(qn("w:titlePg")) is not None,
            )
        )
        size = sorted([section.page_width.twips, section.page_height.twips])
        assert size == [11906, 16838]
    assert found == [
        (0, "lowerRoman", "1", True),
        (0, "lowerRoman", "1", False),
        (0, "decimal", "1", False),
        (1, "decimal", None, False),
        (0, "decimal", None, False),
    ]


def test_every_section_has_head_and_foot(document: docx.document.Document) -> None:
    for section in document.sections:
        tags = [child.tag for child in section._sectPr]
        assert qn("w:headerReference") in tags
        assert qn("w:footerReference") in tags
    head = document.sections[-1].header.paragraphs[0]
    assert head.text.strip() == "Kec. Contoh | Laporan Kinerja Instansi Pemerintah 2024"
    (code,) = head._p.iter(qn("w:instrText"))
    style = re.fullmatch(r' STYLEREF "(.+)" ', code.text or "")[1]
    titles = [run.text for p in document.paragraphs for run in p.runs if run.style.name == style]
    assert [t for t in titles if t in ("Pendahuluan", "Kinerja", "Penutup")]


def test_lists_are_fields_with_their_content(document: docx.document.Document, xml: str) -> None:
    assert re.findall(r"<w:instrText[^>]*> (TOC .*?) </w:instrText>", xml) == [
        'TOC \\o "1-3" \\h \\z \\u',
        'TOC \\h \\z \\c "Tabel"',
        'TOC \\h \\z \\c "Gambar"',
    ]
    assert xml.count('fldCharType="begin"') == xml.count('fldCharType="end"') == 35
    listed = (p for p in document.paragraphs if re.fullmatch(r"(?i)toc \d", p.style.name))
    entries = [p.text.replace("\t", " ") for p in listed]
    assert entries[:4] == [
        "KATA PENGANTAR",
        "IKHTISAR EKSEKUTIF",
        "BAB I PENDAHULUAN",
        "1.1 Susunan Organisasi",
    ]


def test_every_link_has_its_bookmark(xml: str) -> None:
    anchors = set(re.findall(r'w:anchor="([^"]+)"', xml))
    bookmarks = set(re.findall(r'<w:bookmarkStart [^>]*w:name="([^"]+)"', xml))
    assert anchors <= bookmarks
    assert {"tbl-capaian", "fig-serapan", "sec-kinerja"} <= anchors


def test_signature_keeps_with_the_paragraph_before(document: docx.document.Document) -> None:
    names = [p.style.name for p in document.paragraphs]
    place = names.index("Tanda Tangan")
    assert names[place + 1] == "Tanda Tangan Nama"
    assert document.paragraphs[place - 1].style.paragraph_format.keep_with_next
    assert document.styles["Tanda Tangan"].paragraph_format.keep_with_next


def test_the_words_before_a_list_stay_with_it(document: docx.document.Document) -> None:
    opening = next(p for p in document.paragraphs if p.text == "Susunan organisasi terdiri atas:")
    assert opening.style.paragraph_format.keep_with_next
    other = next(p for p in document.paragraphs if p.text.startswith("Lihat Bagian"))
    assert not other.paragraph_format.keep_with_next


def test_a_bold_line_is_a_small_head(write_book: Callable[..., Path], tmp_path: Path) -> None:
    folder = write_book("# Bab {#sec-bab}\n\n**Sub Bagian**\n\nIsi **tebal**.\n")
    shutil.copytree(ROOT / "_extensions" / "lkjip", folder / "_extensions" / "lkjip")
    (path,) = render(folder, tmp_path / "keluaran", ["docx"])
    document = docx.Document(str(path))
    said = {p.text: p for p in document.paragraphs}
    assert said["Sub Bagian"].style.name == "Judul Kecil"
    assert not said["Sub Bagian"].runs[0].font.bold
    assert document.styles["Judul Kecil"].font.bold
    assert document.styles["Judul Kecil"].paragraph_format.keep_with_next
    assert said["Isi tebal."].style.name == "Body Text"


def test_small_heads_whose_numbers_were_typed_count_themselves(
    write_book: Callable[..., Path], tmp_path: Path
) -> None:
    """A number that is not the next one begins a list of its own; any other word stays."""
    typed = [
        "1. Camat",
        "2. Sekretariat",
        "a. Umum",
        "b. Keuangan",
        "3. Seksi",
        "1. Lagi",
        "x) Lain",
    ]
    folder = write_book("# Bab {#sec-bab}\n\n" + "".join(f"**{t}**\n\nIsi.\n\n" for t in typed))
    shutil.copytree(ROOT / "_extensions" / "lkjip", folder / "_extensions" / "lkjip")
    (path,) = render(folder, tmp_path / "keluaran", ["docx"])
    document = docx.Document(str(path))
    heads = [p for p in document.paragraphs if p.style.name.startswith("Judul Kecil")]
    assert [p.text for p in heads] == [
        "Camat", "Sekretariat", "Umum", "Keuangan", "Seksi", "Lagi", "x) Lain",
    ]  # fmt: skip
    counted = [p._p.pPr.numPr for p in heads[:-1]]
    assert [numbers.ilvl.val for numbers in counted] == [0, 0, 1, 1, 0, 0]
    lists = [numbers.numId.val for numbers in counted]
    assert len(set(lists[:5])) == 1 and lists[5] != lists[0]
    numbering = document.part.numbering_part.element
    (own,) = (num for num in numbering.num_lst if num.numId == lists[5])
    assert own.find(f".//{qn('w:startOverride')}").get(qn("w:val")) == "1"


def test_two_pictures_of_one_name_are_two(write_book: Callable[..., Path], tmp_path: Path) -> None:
    """Of an SVG Word gets the PNG that staging put beside it."""
    folder = write_book("# Bab {#sec-bab}\n\n![a](a/x.svg)\n\n![b](b/x.svg)\n")
    shutil.copytree(ROOT / "_extensions" / "lkjip", folder / "_extensions" / "lkjip")
    for name, colour in (("a", "red"), ("b", "blue")):
        (folder / name).mkdir()
        size = 'width="40" height="40"'
        svg = f'<svg xmlns="http://www.w3.org/2000/svg" {size}><rect {size} fill="{colour}"/></svg>'
        (folder / name / "x.svg").write_text(svg, encoding="utf-8")
    staged = rasterise((folder / "b" / "x.svg").read_text(encoding="utf-8"), folder, ppi=30)
    (folder / "b" / "x.svg.png").write_bytes(staged)
    (path,) = render(folder, tmp_path / "keluaran", ["docx"])
    with zipfile.ZipFile(path) as package:
        media = [package.read(n) for n in package.namelist() if n.startswith("word/media/rId")]
    assert len(set(media)) == 2
    assert staged in media
    shown = [p for p in docx.Document(str(path)).paragraphs if "<w:drawing" in p._p.xml]
    assert [p.style.paragraph_format.line_spacing for p in shown] == [1.0, 1.0]  # else it is cut


DOUBTED = (
    "# Bab {#sec-bab}\n\n"
    + 'Nilai 8[‡]{.ragu title="Tidak sejalan."} dan 9[‡]{.ragu title="Tidak sejalan."} '
    + 'serta 7[‡]{.ragu title="Tidak <wajar>."}.\n'
)


@pytest.mark.parametrize("draft", [True, False])
def test_doubts_are_comments_in_a_draft_only(
    write_book: Callable[..., Path], tmp_path: Path, draft: bool
) -> None:
    folder = write_book(DOUBTED)
    shutil.copytree(ROOT / "_extensions" / "lkjip", folder / "_extensions" / "lkjip")
    settings = folder / "_quarto.yml"
    text = settings.read_text(encoding="utf-8")
    text = text.replace("lkjip: {", f"lkjip: {{draf: {str(draft).lower()}, ")
    settings.write_text(text, encoding="utf-8")
    (path,) = render(folder, tmp_path / "keluaran", ["docx"])
    said = list(docx.Document(str(path)).comments)
    assert [one.text for one in said] == ["Tidak sejalan.", "Tidak <wajar>."] * draft
    assert {str(one.timestamp)[:10] for one in said} <= {"2025-01-06"}
    with zipfile.ZipFile(path) as package:
        xml = package.read("word/document.xml").decode()
    for mark in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        assert sorted(re.findall(rf'<w:{mark} w:id="(\d+)"', xml)) == ["1", "2"] * draft


def test_properties_language_and_fonts(path: Path, document: docx.document.Document) -> None:
    properties = document.core_properties
    assert properties.title == "Laporan Kinerja Instansi Pemerintah Kecamatan Contoh Tahun 2024"
    assert properties.author == "Kecamatan Contoh"
    assert properties.language == "id-ID"
    assert str(properties.created)[:10] == str(properties.modified)[:10] == "2025-01-06"
    with zipfile.ZipFile(path) as package:
        styles = package.read("word/styles.xml").decode()
        fonts = [n for n in package.namelist() if n.startswith("word/fonts/")]
    assert re.search(r'<w:lang [^>]*w:val="id-ID"', styles)
    assert len(fonts) == 4


def test_numbers_of_lists_have_room_for_two_digits(document: docx.document.Document) -> None:
    numbering = document.part.numbering_part.element
    room: dict[str, set[int]] = {}
    for level in numbering.iter(qn("w:lvl")):
        hanging = int(level.find(f"{qn('w:pPr')}/{qn('w:ind')}").get(qn("w:hanging")))
        if level.find(qn("w:pStyle")) is None and hanging:
            room.setdefault(level.find(qn("w:numFmt")).get(qn("w:val")), set()).add(hanging)
    assert room["decimal"] == room["lowerLetter"] == {480}
    assert 480 not in room["bullet"]


def test_code_in_a_cell_is_as_small_as_the_cell(document: docx.document.Document) -> None:
    assert document.styles["Verbatim Char"].font.size is None


def test_package_is_well_formed(path: Path) -> None:
    with zipfile.ZipFile(path) as package:
        names = set(package.namelist())
        for name in names:
            if name.endswith((".xml", ".rels")):
                etree.fromstring(package.read(name))
        types = package.read("[Content_Types].xml").decode()
        relations = package.read("word/_rels/document.xml.rels").decode()
    assert set(re.findall(r'PartName="/([^"]+)"', types)) <= names
    internal = re.findall(r'<Relationship [^>]*Target="([^":]+)"', relations)
    assert {f"word/{target}" for target in internal} <= names


def test_same_bytes_in_another_folder(copy_of_book: Path, path: Path, tmp_path: Path) -> None:
    (again,) = render(copy_of_book, tmp_path / "lain", ["docx"])
    assert again.read_bytes() == path.read_bytes()


def test_draft_is_marked(copy_of_book: Path, tmp_path: Path) -> None:
    settings = copy_of_book / "_quarto.yml"
    text = settings.read_text(encoding="utf-8").replace("draf: false", "draf: true")
    settings.write_text(text, encoding="utf-8")
    (path,) = render(copy_of_book, tmp_path / "draf", ["docx"])
    with zipfile.ZipFile(path) as package:
        heads = [n for n in package.namelist() if re.match(r"word/header\d*\.xml", n)]
        assert heads and all(b'string="DRAF"' in package.read(name) for name in heads)


def test_figure_without_png_is_drawn_from_the_svg(copy_of_book: Path, tmp_path: Path) -> None:
    notebook = copy_of_book / "notebooks" / "capaian.ipynb"
    text = notebook.read_text(encoding="utf-8").replace('"image/png"', '"image/x-lain"')
    notebook.write_text(text, encoding="utf-8")
    (path,) = render(copy_of_book, tmp_path / "keluaran", ["docx"])
    with zipfile.ZipFile(path) as package:
        pictures = [package.read(n) for n in package.namelist() if n.startswith("word/media/")]
    assert len(pictures) == 1
    assert all(data.startswith(b"\x89PNG") for data in pictures)


def test_reference_document_is_what_its_script_makes(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    folder = ROOT / "_extensions" / "lkjip" / "docx"
    monkeypatch.syspath_prepend(str(folder))
    import make_reference

    monkeypatch.setattr(make_reference, "TARGET", tmp_path / "reference.docx")
    make_reference.main()
    assert (tmp_path / "reference.docx").read_bytes() == (folder / "reference.docx").read_bytes()


def test_font_is_hidden_under_its_key() -> None:
    key = uuid.UUID("00112233-4455-6677-8899-aabbccddeeff")
    data = bytes(range(64))
    hidden = obfuscated(data, key)
    assert hidden[0] == 0xFF and hidden[1] == 0xEE ^ 1
    assert hidden[32:] == data[32:]
    assert obfuscated(hidden, key) == data
