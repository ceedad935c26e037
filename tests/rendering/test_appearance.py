"""Paper, margins, typeface and signature as settings: in PDF and Word alike, or refused."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import docx
import pypdf
import pytest
import yaml

from lkjip_analysis.building.staging import ELECTRONIC, SIGNATURE
from lkjip_analysis.rendering.appearance import complaints
from lkjip_analysis.rendering.errors import RendererError
from lkjip_analysis.rendering.render import render

F4 = {"kertas": "F4", "tepi": {"kiri": 3, "kanan": 2}, "huruf": "Libertinus Serif"}


def with_look(book: Path, **settings: object) -> Path:
    path = book / "_quarto.yml"
    config = yaml.safe_load(path.read_text(encoding="utf-8"))
    config["lkjip"] |= settings
    path.write_text(yaml.safe_dump(config, sort_keys=False), encoding="utf-8")
    return book


def test_paper_margins_and_letters_are_those_that_are_set(copy_of_book, tmp_path):
    pdf, word = render(with_look(copy_of_book, **F4), tmp_path / "k", ["pdf", "docx"])
    reader = pypdf.PdfReader(pdf)
    sizes = {tuple(sorted(round(float(n)) for n in page.mediabox[2:])) for page in reader.pages}
    assert sizes == {(609, 935)}
    wide = [page.mediabox.width > page.mediabox.height for page in reader.pages]
    assert any(wide) and not all(wide)
    fonts = reader.pages[0]["/Resources"]["/Font"].values()
    assert all("Libertinus" in str(font.get_object()["/BaseFont"]) for font in fonts)
    document = docx.Document(str(word))
    for section in document.sections:
        short, long = sorted((section.page_width.cm, section.page_height.cm))
        assert (short, long) == pytest.approx((21.5, 33), abs=0.01)
        assert section.left_margin.cm == pytest.approx(3, abs=0.01)
        assert section.top_margin.cm == pytest.approx(2.5, abs=0.01)
    styles = zipfile.ZipFile(word).read("word/styles.xml").decode()
    assert '"Libertinus Serif"' in styles and "Source Serif" not in styles
    widths = [sum(column.width.cm for column in table.columns) for table in document.tables]
    assert max(widths) == pytest.approx(33 - 5, abs=0.1)
    assert any(width == pytest.approx(21.5 - 5, abs=0.1) for width in widths)


def test_nothing_changes_where_nothing_is_set(rendered):
    document = docx.Document(str(rendered / "lkjip-2024.docx"))
    assert {round(section.left_margin.cm, 1) for section in document.sections} == {3.5}
    assert pypdf.PdfReader(rendered / "lkjip-2024.pdf").pages[0].mediabox.width < 596


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ({"kertas": "legal"}, '"lkjip: kertas" berisi "legal"; pilih A4 atau F4.'),
        (
            {"tanda-tangan": "digital"},
            '"lkjip: tanda-tangan" berisi "digital"; pilih basah atau elektronik.',
        ),
        (
            {"tepi": {"kiri": "3,5"}},
            '"lkjip: tepi" tidak dapat dipakai: kiri 3,5; tulis 1 sampai 5 sentimeter, ditulis '
            "dengan titik (2.5).",
        ),
        (
            {"tepi": {"kiri": 35}},
            '"lkjip: tepi" tidak dapat dipakai: kiri 35; tulis 1 sampai 5 sentimeter, ditulis '
            "dengan titik (2.5).",
        ),
        (
            {"tepi": {"kiri": 4, "kanan": 4}},
            '"lkjip: tepi" kiri dan kanan berjumlah 8 cm; paling banyak 7 cm.',
        ),
        (
            {"tepi": {"left": 3}},
            '"lkjip: tepi" berisi kiri, kanan, atas, bawah, masing-masing sentimeter, '
            "misalnya 2.5.",
        ),
        (
            {"huruf": "Arial"},
            '"lkjip: huruf" berisi "Arial", yang tidak ada; salin berkas .ttf-nya ke '
            "_extensions/lkjip/fonts/, atau hapus baris itu.",
        ),
    ],
)
def test_what_cannot_be_printed_is_refused(settings, said, book):
    assert list(complaints(settings, book / "_extensions" / "lkjip" / "fonts")) == [said]


def test_it_is_refused_before_anything_is_rendered(copy_of_book, tmp_path):
    with pytest.raises(RendererError, match=re.escape('_quarto.yml: "lkjip: kertas" berisi "A5"')):
        render(with_look(copy_of_book, kertas="A5"), tmp_path / "k", ["html"])


def test_an_electronic_signature_is_said_above_its_room():
    block = "::: {.tanda-tangan}\nContoh, 6 Januari 2025\\\n**CAMAT,**\n\n**SITI**\\\nNIP. 1\n:::"
    signed = SIGNATURE.sub(ELECTRONIC, f"Isi.\n\n{block}\n\nIsi.")
    assert (
        signed
        == "Isi.\n\n"
        + block.replace("\n\n", "\n\nDitandatangani secara elektronik\n\n")
        + "\n\nIsi."
    )
