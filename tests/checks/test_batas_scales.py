"""Rating scales: letters at the bounds of their classes, gaps, overlaps, two scales of one kind."""

from __future__ import annotations

import pytest
from kasus import look, places, told, unit
from syrupy.assertion import SnapshotAssertion

from lkjip_analysis.results import Results

HEADER = "skala;urutan;kategori;batas_bawah;batas_atas;termasuk"
IKU = (
    "kode_iku;indikator;satuan;polaritas;skala;target;target_predikat;realisasi;realisasi_predikat"
)
NATIONAL = (
    "akip_nasional;1;A;80;100;atas",
    "akip_nasional;2;BB;70;80;atas",
    "akip_nasional;3;B;60;70;keduanya",
)


def scaled(*scale: str, iku: tuple[str, ...] = (), **facts: str) -> Results:
    rows = [f"{code};Nilai;nilai;naik;{row}" for code, row in zip("ABCDE", iku, strict=False)]
    return unit(
        skala_predikat="\n".join([HEADER, *scale]), iku="\n".join([IKU, *rows]), facts=facts
    )


@pytest.mark.parametrize(
    ("value", "letter", "expected"),
    [
        ("80", "BB", None),
        ("80", "A", "80 tepat pada batas kelas dan masih milik BB"),
        ("80,01", "A", None),
        ("80,01", "BB", ""),
        ("80,01", "a", None),
        ("70,004", "B", None),  # printed as 70,00
        ("100", "A", None),
        ("100", "BB", "100 tepat pada batas kelas dan masih milik A"),
        ("60", "A", "60 tepat pada batas kelas dan masih milik B"),
        ("59", "A", None),  # in no class
        ("80", "", None),
        ("", "A", None),
    ],
)
@pytest.mark.parametrize("column", ["target", "realisasi"])
def test_letter_beside_a_number(column: str, value: str, letter: str, expected: str | None) -> None:
    pair = {"target": f"{value};{letter};;", "realisasi": f";;{value};{letter}"}[column]
    hasil = scaled(*NATIONAL, iku=("akip_nasional;75;BB;75;BB", f"akip_nasional;{pair}"))
    found = look("K40", hasil)
    assert [f.dugaan for f in found] == ([] if expected is None else [expected])
    assert all((f.baris, f.kolom) == (3, f"{column}_predikat") for f in found)


def test_a_letter_without_a_scale_cannot_be_wrong() -> None:
    assert look("K40", scaled(*NATIONAL, iku=(";75;A;;", "akip_lain;75;A;;"))) == []


def test_both_letters_of_a_row_are_read() -> None:
    hasil = scaled(*NATIONAL, iku=("akip_nasional;75;;75;A", "akip_nasional;75;A;75;B"))
    columns = [(2, "realisasi_predikat"), (3, "target_predikat"), (3, "realisasi_predikat")]
    assert places("K40", hasil) == columns


@pytest.mark.parametrize(
    ("letter", "seen"), [("AA", True), ("Sangat Baik", True), ("bb", False), ("", False)]
)
@pytest.mark.parametrize("column", ["target", "realisasi"])
def test_a_letter_that_no_class_has(column: str, letter: str, seen: bool) -> None:
    for value in ("", "75"):
        pair = {"target": f"{value};{letter};;", "realisasi": f";;{value};{letter}"}[column]
        found = places("K40", scaled(*NATIONAL, iku=(f"akip_nasional;{pair}",)))
        assert found == [(2, f"{column}_predikat")] * seen


@pytest.mark.parametrize(
    ("value", "letter", "seen"),
    [("2", "Sedang", False), ("3", "Sedang", True), ("60", "Sedang", False), ("80", "Baru", True)],
)
def test_letters_of_earlier_years_and_scores(value: str, letter: str, seen: bool) -> None:
    scale = "\n".join(
        [f"{HEADER};skor", "patuh;1;Tinggi;70;100;keduanya;3", "patuh;2;Sedang;0;70;bawah;2"]
    )
    last = f"{IKU}\nA;Nilai;nilai;naik;;;;{value};{letter}"
    now = f"{IKU}\nA;Nilai;nilai;naik;patuh;;;;Tinggi"
    hasil = unit(skala_predikat=scale, iku=now, past={2023: {"iku": last}})
    assert places("K40", hasil) == [(2, "realisasi_predikat")] * seen


def test_one_fault_of_a_letter_is_told_once() -> None:
    last = f"{IKU}\nA;Nilai;nilai;naik;;;;;Baik"
    past = {year: {"iku": last} for year in (2022, 2023)}
    now = f"{IKU}\nA;Nilai;nilai;naik;akip_nasional;;;75;BB"
    hasil = unit(skala_predikat="\n".join([HEADER, *NATIONAL]), iku=now, past=past)
    assert len(look("K40", hasil)) == 1


LOCAL = ("akip_daerah;1;A;80;100;atas", "akip_daerah;2;BB;70;80;atas")


@pytest.mark.parametrize(
    ("local", "said"),
    [
        ((*LOCAL, "akip_daerah;3;B;60;70;keduanya"), None),
        ((*LOCAL, "akip_daerah;3;B;50;70;keduanya"), "pada B: 50-70, nasional 60-70"),
        ((*LOCAL, "akip_daerah;3;B;60;75;keduanya"), "pada B: 60-75, nasional 60-70"),
        ((*LOCAL, "akip_daerah;3;B;60;70;atas"), "pada B: 60-70 termasuk atas, nasional keduanya"),
        (LOCAL, "pada hanya di satu skala: B"),
        (
            (*LOCAL, "akip_daerah;3;B;50;70;keduanya", "akip_daerah;4;C;0;50;atas"),
            "pada B: 50-70, nasional 60-70; hanya di satu skala: C",
        ),
    ],
)
def test_local_and_national_scale(local: tuple[str, ...], said: str | None) -> None:
    found = look("K45", scaled(*NATIONAL, *local, skala_capaian="akip_daerah"))
    assert [f.pesan.split("nasional ", 1)[1] for f in found] == ([] if said is None else [said])


@pytest.mark.parametrize(
    ("used", "seen"),
    [("akip_daerah", True), ("akip_nasional", False), ("mutu_daerah", False), ("", False)],
)
def test_only_scales_in_use_are_compared(used: str, seen: bool) -> None:
    scales = (*NATIONAL, *LOCAL, "mutu_daerah;1;A;0;9;keduanya")
    assert bool(look("K45", scaled(*scales, skala_capaian=used))) is seen
    assert bool(look("K45", scaled(*scales, iku=(f"{used};;;;",)))) is seen


def test_where_the_scales_differ() -> None:
    hasil = scaled(*NATIONAL, *LOCAL, "akip_daerah;3;B;50;70;keduanya", skala_capaian="akip_daerah")
    assert places("K45", hasil) == [(7, "batas_bawah")]
    assert places("K45", scaled(*NATIONAL, *LOCAL, skala_capaian="akip_daerah")) == [(5, "skala")]


@pytest.mark.parametrize(
    ("lower", "upper", "fault"),
    [
        ("70;80;atas", "80;100;atas", None),
        ("70;80;bawah", "80;100;bawah", None),
        ("70;80;keduanya", "80;100;atas", None),
        ("70;80;bawah", "80;100;atas", "berlubang"),
        ("70;80;atas", "80;100;bawah", "bertumpuk"),
        ("70;80;keduanya", "80;100;keduanya", "bertumpuk"),
        ("70;80;atas", "80;100;keduanya", "bertumpuk"),
        ("76;90;keduanya", "91;100;keduanya", "berlubang"),
        ("76,61;88,3;keduanya", "88,31;100;keduanya", None),  # PermenPANRB 14/2017
        ("76,61;88,3;atas", "88,31;100;atas", "berlubang"),
        ("76,61;88,3;bawah", "88,31;100;keduanya", "berlubang"),
        ("76,61;88,3;keduanya", "88,32;100;keduanya", "berlubang"),
        ("76,61;88,305;keduanya", "88,305;100;keduanya", None),  # never printed
        ("70;81;atas", "80;100;atas", "bertumpuk"),
        (";80;atas", "80;;atas", None),
        (";80;atas", "81;;atas", "berlubang"),
        ("70;;atas", "80;100;atas", "bertumpuk"),  # has no upper end
        ("70;80;", "85;100;atas", None),  # owns no bound: rated only
        (";;atas", "80;100;atas", None),
    ],
)
def test_neighbouring_classes(lower: str, upper: str, fault: str | None) -> None:
    hasil = scaled("uji;1;A;" + upper, "uji;2;B;" + lower)
    found = look("K46", hasil)
    assert [f.pesan.split()[2] for f in found] == ([] if fault is None else [fault])
    assert all((f.baris, f.kolom) == (3, "batas_atas") for f in found)
    assert all([cell.baris for cell in f.sel] == [3, 2] * 3 for f in found)


def test_two_classes_without_a_lower_end_overlap() -> None:
    found = look("K46", scaled("uji;1;A;;100;atas", "uji;2;B;;80;atas"))
    assert [f.pesan.split()[2] for f in found] == ["bertumpuk"]


def test_a_class_of_one_value() -> None:
    rows = ("uji;1;Melebihi;100;;atas", "uji;2;Tercapai;100;100;keduanya")
    assert look("K46", scaled(*rows, "uji;3;Tidak;;100;bawah")) == []
    gap = look("K46", scaled(*rows, "uji;3;Tidak;;99;atas"))
    assert [f.pesan.split()[2] for f in gap] == ["berlubang"]


def test_every_scale_is_looked_at_by_itself() -> None:
    rows = (
        "satu;1;A;50;100;atas",
        "dua;1;A;50;100;atas",
        "dua;2;B;0;40;atas",
        "satu;2;B;0;50;atas",
    )
    found = look("K46", scaled(*rows))
    assert [(f.baris, f.pesan.split()[1]) for f in found] == [(4, "dua")]


SPOILED = {
    "K40": lambda: scaled(*NATIONAL, iku=("akip_nasional;80;A;72;B",)),
    "K45": lambda: scaled(
        *NATIONAL, *LOCAL, "akip_daerah;3;B;50;70;keduanya", skala_capaian="akip_daerah"
    ),
    "K46": lambda: scaled(
        "uji;1;A;91;100;keduanya", "uji;2;B;76;90;keduanya", "uji;3;C;0;76;keduanya"
    ),
}


@pytest.mark.parametrize("case", SPOILED)
def test_what_is_said(case: str, snapshot: SnapshotAssertion) -> None:
    assert told(look(case, SPOILED[case]())) == snapshot
