"""What a person sees of an output: no mark of the pipeline; the book's form travels beside it."""

import re

import pytest
from lxml import html
from table_grid import PUBLISHED
from unit_here import DINAS

from lkjip_analysis.presentation import chart_data, narrative, tables
from lkjip_analysis.presentation.shown import BOOK, plain_markdown, words
from lkjip_analysis.results import load_results

MARKS = re.compile(r"\{\.|:::|data-kunci|\{\{<|\{=html\}|(?<!\w)@(?:tbl|fig|sec)-")
SENTENCES = (
    "kartu_kinerja", "ikhtisar", "capaian_iku", "capaian_program", "kinerja_anggaran", "jejak",
)  # fmt: skip


@pytest.fixture(scope="module")
def hasil():
    return load_results(2024, DINAS)


@pytest.fixture(params=[*PUBLISHED, *SENTENCES, "tanda_tangan", "data_tren"])
def forms(request, hasil):
    name = request.param
    if name in SENTENCES:
        output = getattr(narrative, name)(hasil)
    elif name == "tanda_tangan":
        output = narrative.tanda_tangan(hasil, "tanggal_penutup")
    elif name == "data_tren":
        output = chart_data.tren_iku(hasil)
    else:
        output = getattr(tables, name)(hasil)
    return output._repr_mimebundle_()


def test_a_person_sees_no_mark_of_the_pipeline(forms):
    seen = {mime: text for mime, text in forms.items() if mime != BOOK}
    assert seen["text/plain"].strip()
    assert {mime: MARKS.findall(text) for mime, text in seen.items() if MARKS.search(text)} == {}
    assert len(seen) == 2  # one form to look at, one for the terminal


def test_both_forms_say_the_same_numbers(forms):
    book = re.findall(r'kunci="[\w.-]+"[}>]?', forms[BOOK])
    if not book:
        return
    labels = re.findall(r'\[([^\]]*)\]\{\.angka|data-kunci="[^"]*">([^<]*)<', forms[BOOK])
    seen = forms.get("text/html") or forms["text/markdown"]
    assert labels
    for label in {one or other for one, other in labels}:
        assert label in seen, label


def test_cards_read_without_styles(hasil):
    forms = narrative.kartu_kinerja(hasil)._repr_mimebundle_()
    (table,) = html.fromstring(forms["text/html"]).xpath("self::table|.//table")
    heads = [cell.text_content() for cell in table.iter("th")]
    assert heads == ["Angka utama", "Nilai", "Keterangan", "Perubahan"]
    assert 'class="kartu-kinerja"' in forms[BOOK]


@pytest.mark.parametrize(
    ("markdown", "seen"),
    [
        (r'\[1\] lihat pagu [Rp5]{.angka kunci="a.b"}.', r"\[1\] lihat pagu Rp5."),
        (r'[\[3\]]{.angka kunci="a"} dan [4]{.angka kunci="b"}', r"\[3\] dan 4"),
        (r"\[y\]\{z\} tetap", r"\[y\]\{z\} tetap"),
        (
            "[laman](https://a.example/{x}) surat@a.example",
            "[laman](https://a.example/{x}) surat@a.example",
        ),
        ("a.  Camat\n    1.  Staf\nb.  Sekretaris", "- a.  Camat\n    1.  Staf\n- b.  Sekretaris"),
        (r"a\. bukan daftar", r"a\. bukan daftar"),
    ],
)
def test_words_of_the_data_stay(markdown, seen):
    assert plain_markdown(markdown) == seen


def test_plain_words_part_at_cells_only():
    assert words("<tr><td>93%<sup>1</sup></td><td>iku.<wbr>AKIP</td></tr>") == "93%1 iku.AKIP"
