"""How texts are read: sentences, numbers, and the indicator a sentence speaks of."""

from __future__ import annotations

import pytest
from kasus import narasi, unit

from lkjip_analysis.checks.lexicon import typed_numbers
from lkjip_analysis.checks.rows import name_of, shorten, with_children
from lkjip_analysis.checks.texts import (
    GAP,
    Sentence,
    named_iku,
    passages,
    quote,
    sentences,
)
from lkjip_analysis.data.schemas import (
    Evaluasi,
    Iku,
    IndikatorProgram,
    Narasi,
    Program,
    Sasaran,
)
from lkjip_analysis.results import Results


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Satu. Dua! Tiga? Empat; Lima: Enam", 6),
        ("Nilai 7.5 dicatat. dua hal.", 1),  # no capital
        ("Disebut “satu”. “Dua” juga.", 2),
        ("Satu. (Dua) juga.", 2),
        ("Satu. {tahun} juga.", 2),
        (f"Satu. {GAP} juga.", 2),
        ('Satu. "Dua" juga.', 2),
        ("", 0),
        ("   ", 0),
    ],
)
def test_sentences(text: str, parts: int) -> None:
    assert len(sentences(text)) == parts


@pytest.mark.parametrize(
    "short",
    ["No", "Nomor", "Kec", "Kab", "Drs", "Dr", "Ir", "St", "hal", "dll", "dst", "yth", "a.n",
     "u.p", "s.d", "NO"],
)  # fmt: skip
def test_abbreviations_end_no_sentence(short: str) -> None:
    assert sentences(f"Lihat {short}. Satu dan dua.") == [f"Lihat {short} Satu dan dua."]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("73,47", [("73.47", False, False, 2)]),
        ("Rp1.250.000", [("1250000", True, False, 0)]),
        ("Rp. 1.250,50", [("1250.50", True, False, 2)]),
        ("97,42%", [("97.42", False, True, 2)]),
        ("97 %", [("97", False, True, 0)]),
        ("97,4 persen", [("97.4", False, True, 1)]),
        ("bab 1.3 dan 2", [("2", False, False, 0)]),
        ("pada 12/2024 dan A4", []),
        ("1.2345", []),
        ("3,4,5", []),
        ("nomor 7.500 ada", [("7500", False, False, 0)]),
        ("tidak ada", []),
    ],
)
def test_typed_numbers(text: str, numbers: list[tuple[str, bool, bool, int]]) -> None:
    found = [(str(n.nilai), n.rupiah, n.persen, n.decimals) for n in typed_numbers(text)]
    assert found == numbers


def test_where_a_number_stands() -> None:
    (number,) = typed_numbers("tercapai 73,47 poin")
    assert (number.mulai, number.tulisan) == (9, "73,47")


IKU = """kode_iku;indikator;satuan;polaritas
MUTU;Persentase Mutu Pelayanan;persen;naik
LAIN;Jumlah Indeks Nilai Kecamatan Kinerja;indeks;naik
"""


def said(text: str, kode: str = "MUTU") -> Results:
    return unit(iku=IKU, narasi=narasi(("analisis", kode, text)))


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("MUTU naik.", ["MUTU"]),
        ("Persentase Mutu Pelayanan naik.", ["MUTU"]),
        ("persentase mutu pelayanan naik.", []),
        ("MUTUAL naik.", []),
        ("MUTU dan LAIN naik.", ["MUTU", "LAIN"]),
        ("Nilai naik.", []),
    ],
)
def test_named_indicators(text: str, named: list[str]) -> None:
    assert [iku.kode for iku in named_iku(said(text), text)] == named


RESULTS = (
    "nilai", "capaian", "pencapaian", "realisasi", "realisasinya", "terealisasi", "indikator",
    "IKU", "indeks", "target", "targetnya", "ditargetkan", "tercapai", "predikat", "skor", "hasil",
)  # fmt: skip
FRONTS = (
    "Hal ini bagus", "Dibanding dulu bagus", "Dibandingkan dulu bagus", "Mengalami kemajuan",
    "Selalu bagus", "Terjadi perubahan", "Dari tahun ke tahun bagus", "Pada tahun ini bagus",
    "Kenaikan bagus", "Penurunan bagus", "Peningkatan bagus",
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "kode", "meant"),
    [
        ("LAIN naik.", "MUTU", ["LAIN"]),  # what is named comes first
        ("Warga senang.", "MUTU", []),
        ("Warga senang.", "", []),
        ("Nilai bagus.", "", []),
        *((f"Adapun {word} bagus.", "MUTU", ["MUTU"]) for word in RESULTS),
        *((f"{front} sekali.", "MUTU", ["MUTU"]) for front in FRONTS),
        ("Warga selalu senang.", "MUTU", []),  # it has a subject of its own
        ("Adapun pelayanan bagus.", "MUTU", ["MUTU"]),  # a word of its name
        ("Adapun mutu bagus.", "MUTU", []),  # four letters say too little
        *((f"Adapun {word} bagus.", "LAIN", []) for word in ("jumlah", "kecamatan", "kinerja")),
        ("Adapun persentase bagus.", "MUTU", []),
    ],
)
def test_meant_indicators(text: str, kode: str, meant: list[str]) -> None:
    hasil = said(text, kode)
    (passage,) = passages(hasil, Narasi)
    assert [iku.kode for iku in Sentence(hasil, passage, text).meant] == meant


def test_a_passage_knows_its_place() -> None:
    hasil = unit(
        narasi=narasi(("solusi", "MUTU", "Pada {tahun} naik {iku.MUTU.capaian}.")),
        iku="kode_iku;indikator;satuan;polaritas;bukti\nMUTU;Nilai;nilai;naik;Rekap",
        struktur="kode_jabatan;urutan;jabatan;uraian\nA;1;Kepala;",
    )
    first, second = passages(hasil)
    assert (first.plain, first.bagian, first.kode) == (f"Pada {GAP} naik {GAP}.", "solusi", "MUTU")
    assert (second.text, second.bagian, second.kode, second.cell.kolom) == (
        "Rekap", "iku", "MUTU", "bukti"
    )  # fmt: skip
    assert [passage.bagian for passage in passages(hasil, Iku)] == ["iku"]


def test_quotations() -> None:
    assert quote("a " * 60) == f'"{"a " * 44}a …"'
    assert quote("Satu dua.") == '"Satu dua."'


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("satu dua", "satu dua"),
        ("satu dua t", "satu dua t"),
        ("satu dua ti", "satu dua …"),
        ("satu  dua\ttiga", "satu dua …"),
        ("satuduatigaempat", "satuduatig …"),
    ],
)
def test_shortened(text: str, short: str) -> None:
    assert shorten(text, 10) == short


def test_names_of_rows() -> None:
    hasil = unit(
        program="kode;induk;tingkat;nama;pagu\nP1;;program;Loket;5\nK1;P1;kegiatan;Antrean;",
        iku=IKU,
        sasaran="kode_sasaran;tujuan;sasaran\nS1;Aman;Tertib",
        evaluasi="urutan;komponen\n1;Perencanaan",
        indikator_program="kode;urutan;indikator;satuan;polaritas\nP1.K1;2;Mutu;nilai;naik",
    )
    first = [hasil.data[table].rows[0] for table in (Program, Iku, Sasaran, Evaluasi)]
    assert [name_of(row) for row in first] == [
        "P1 (Loket)", "MUTU (Persentase Mutu Pelayanan)", "S1 (Tertib)", "Perencanaan"
    ]  # fmt: skip
    item = hasil.data[IndikatorProgram].rows[0]
    assert name_of(item) == "P1.K1 (Mutu)"
    assert {item.kode: [one.kode for one in below] for item, below in with_children(hasil)} == {
        "P1": ["K1"],
        "K1": [],
    }
    assert str(hasil.program["P1"].pagu.decimal) == "5"
    assert hasil.program["P1"].realisasi.decimal is None
