"""The list of abbreviations: what a text uses, what it explains itself, and nothing else."""

from __future__ import annotations

import pytest

from lkjip_analysis.presentation.abbreviations import KNOWN, as_table, in_use


def test_only_what_is_used_is_listed() -> None:
    assert in_use("Nilai AKIP naik; SAKIPX dan akip bukan singkatan.") == {"AKIP": KNOWN["AKIP"]}
    assert "| IKU |" not in as_table("Nilai AKIP naik.")


def test_a_new_term_that_the_text_explains_is_listed() -> None:
    said = in_use("Layanan Rujuk Balik (LRB) dibuka. BTA (Basil Tahan Asam) ditemukan; LRB ramai.")
    assert said == {"BTA": "Basil Tahan Asam", "LRB": "Layanan Rujuk Balik"}


def test_the_texts_own_meaning_comes_first_in_the_known_spelling() -> None:
    assert in_use("Indeks Profesi Perawat (IPP)")["IPP"] == "Indeks Profesi Perawat"
    told = in_use("kegiatan Pelayanan Administrasi terpadu Kecamatan (PATEN)")
    assert told == {"PATEN": "Pelayanan Administrasi Terpadu Kecamatan"}


@pytest.mark.parametrize(
    "text",
    [
        "Tingkat hunian tempat tidur (XYZ) naik",  # not made of these letters
        "Kabupaten (JOMBANG) dan PT (Persero)",
        "dokumen (LHE)",
    ],
)
def test_what_stands_in_brackets_beside_other_words_explains_nothing(text: str) -> None:
    assert {*in_use(text)} <= {"LHE"}


def test_markup_is_not_read() -> None:
    marked = (
        '<td data-kunci="iku.AKIP">9</td> [9]{.angka kunci="iku.SKM"} <svg>LRA</svg> '
        "![grafik](data:image/svg+xml;base64,DPA) Rencana&nbsp;Strategis \\(Renstra\\)"
    )
    assert in_use(marked) == {"Renstra": "Rencana Strategis"}


def test_the_list_is_in_order_whatever_the_capitals() -> None:
    assert [*in_use("SKM, Renstra, APBDes, APBD")] == ["APBD", "APBDes", "Renstra", "SKM"]
