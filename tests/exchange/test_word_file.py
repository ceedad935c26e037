"""Word files that are none, or would do harm; each is refused with what to do."""

from __future__ import annotations

import io
import zipfile

import pytest

from lkjip_analysis.exceptions import CallError
from lkjip_analysis.exchange.lining_up import line_up
from lkjip_analysis.exchange.retold import retell
from lkjip_analysis.exchange.word_file import Paragraph
from lkjip_analysis.exchange.word_import import year_of

DOCUMENT = "word/document.xml"


def packed(**parts: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name.replace("__", "/"), content)
    return buffer.getvalue()


BAD = {
    "teks": (b"bukan apa-apa", "bukan berkas Word"),
    "kata-sandi": (b"\xd0\xcf\x11\xe0\xa1\xb1", "bentuk lama"),
    "buku-kerja": (packed(**{"xl__workbook.xml": "<a/>"}), "berformat lain, bukan .docx"),
    "bom-zip": (packed(**{DOCUMENT: " " * 5_000_000}), "mengembang"),
    "makro": (packed(**{DOCUMENT: "<a/>", "word__vbaProject.bin": ""}), "makro"),
    "entitas": (packed(**{DOCUMENT: '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}), "deklarasi XML"),
    "word-lain": (packed(**{DOCUMENT: "<a/>"}), "bukan Word laporan yang dibuat program ini"),
}


@pytest.mark.parametrize("fault", BAD)
def test_a_bad_file_is_refused_with_what_to_do(fault, tmp_path):
    content, said = BAD[fault]
    path = tmp_path / f"{fault}.docx"
    path.write_bytes(content)
    with pytest.raises(CallError, match=said) as told:
        year_of(path)
    assert "perbaikan" in str(told.value)


VALUES = {"tahun": "2024", "unit": "Kecamatan Contoh", "x": "Rp1.250.000", "y": "95,5%"}


@pytest.mark.parametrize(
    ("teks", "corrected", "told", "faults"),
    [
        ("Tahun {tahun} “ini”.", 'Tahun\u00a02024 "itu".', "Tahun {tahun} “itu”.", []),
        ("{unit} serapannya {y}.", "Serapannya 95,5% di Kecamatan Contoh.",
         "Serapannya {y} di {unit}.", []),
        ("Pagu {x}.", "Pagu Rp1.300.000.", "Pagu {x}.", [("x", "1.300.000")]),
        ("{unit} maju.", "Kecamatan Contho maju.", "{unit} maju.", [("unit", "Kecamatan Contho")]),
        ("Capaian {y} dan 3 desa.", "Capaian dan 4 desa.", "Capaian dan 4 desa.", []),
        ("Serapan {y} baik.", "Serapan 95,5%‡ cukup.", "Serapan {y} cukup.", []),
        ("Kata {apa} saja.", "Kata {apa} pun.", "Kata {apa} pun.", []),
    ],
)  # fmt: skip
def test_what_stayed_is_filled_in_again(teks, corrected, told, faults):
    assert retell(teks, corrected, VALUES) == (told, faults)


def test_a_paragraph_without_its_bookmark_is_known_by_its_words():
    old = [Paragraph("Judul"), Paragraph("Camat memimpin kecamatan.", {"a_1": (0, 25)}),
           Paragraph("Sekretaris membantu camat.", {"a_2": (0, 26)})]  # fmt: skip
    new = [Paragraph("Judul"), Paragraph("Camat memimpin kecamatan dan desa."),
           Paragraph("Yang baru sama sekali."),
           Paragraph("Sekretaris membantu.", {"a_2": (0, 20)})]  # fmt: skip
    assert line_up(old, new) == {0: 0, 1: 1, 2: 3}
