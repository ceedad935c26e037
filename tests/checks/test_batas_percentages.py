"""Reported percentages at the bounds of their rules, against amounts and against children."""

from __future__ import annotations

import pytest
from kasus import look, places, told, unit
from syrupy.assertion import SnapshotAssertion

from lkjip_analysis.results import Results


def shares(*rows: str) -> Results:
    """Make a unit of ``program.csv``: code, parent, pagu, realisasi, reported absorption."""
    lines = []
    for row in rows:
        code, parent, *rest = row.split(";")
        level = ("program", "kegiatan", "subkegiatan")[code.count(".")]
        lines.append(";".join([code, parent, level, f"Nama {code}", *rest]))
    header = "kode;induk;tingkat;nama;pagu;realisasi;serapan_dilaporkan"
    return unit(program="\n".join([header, *lines]))


@pytest.mark.parametrize(
    ("reported", "gap", "severity"),
    [  # the amounts give 97,42 exactly
        ("97,42", None, ""),
        ("97,4", None, ""),
        ("97", None, ""),
        ("97,43", "0,01", "peringatan"),
        ("97,41", "-0,01", "peringatan"),
        ("98,42", "1,00", "peringatan"),
        ("98,43", "1,01", "galat"),
        ("96,42", "-1,00", "peringatan"),
        ("96,41", "-1,01", "galat"),
        ("98", "0,58", "peringatan"),
        ("0", "-97,42", "galat"),
        ("", None, ""),
    ],
)
def test_reported_and_computed(reported: str, gap: str | None, severity: str) -> None:
    found = look("K10", shares(f"P1;;10000;9742;{reported}"))
    assert [(f.selisih, f.keparahan) for f in found] == (
        [] if gap is None else [(f"{gap} poin persentase", severity)]
    )
    assert all((f.baris, f.kolom) == (2, "serapan_dilaporkan") for f in found)


@pytest.mark.parametrize("row", ["P1;;;9742;50", "P1;;10000;;50", "P1;;0;0;50"])
def test_nothing_to_compare_with(row: str) -> None:
    assert look("K10", shares(row)) == []


def test_every_row_is_compared() -> None:
    hasil = shares("P1;;100;90;90", "P2;;;90;90", "P3;;100;90;", "P4;;100;90;80")
    assert places("K10", hasil) == [(5, "serapan_dilaporkan")]


@pytest.mark.parametrize(
    ("reported", "cause"),
    [
        ("97,24", "dua angka tertukar tempat"),  # although P2 has it
        ("61,05", "angka milik P3"),
        ("50,17", ""),
        ("98,42", "satu angka berbeda"),
    ],
)
def test_where_the_reported_one_comes_from(reported: str, cause: str) -> None:
    hasil = shares(f"P1;;10000;9742;{reported}", "P2;;10000;9724;", "P3;;10000;6105;")
    assert look("K10", hasil)[0].dugaan == cause


def test_a_row_does_not_own_its_own_error() -> None:
    found = look("K10", shares("P1;;1000000;974249;97,420"))  # 97,4249 printed with three places
    assert [f.dugaan for f in found] == [""]


@pytest.mark.parametrize(
    ("reported", "seen"),
    [("78,94", True), ("78,95", False), ("78,93", False), ("78,9", False), ("78", True),
     ("79", False), ("", False)],
)  # fmt: skip
def test_cut_off_instead_of_rounded(reported: str, seen: bool) -> None:
    hasil = shares("P0;;;5;50", f"P1;;19;15;{reported}")  # 78,947 …
    assert places("K11", hasil) == ([(3, "serapan_dilaporkan")] if seen else [])


@pytest.mark.parametrize(
    ("spent", "reported", "seen"),
    [
        ("9750", "98", True),
        ("9750", "97,5", False),
        ("9746", "97,5", True),
        ("9746", "97,46", False),
        ("9746", "97,460", False),
        ("9800", "98", False),
        ("9749", "98", False),  # no rounding gives that
        ("9960", "100", True),
        ("", "98", False),
        ("9746", "", False),
    ],
)
def test_rounded_to_fewer_places(spent: str, reported: str, seen: bool) -> None:
    hasil = shares("P0;;10000;9800;98,00", f"P1;;10000;{spent};{reported}")
    assert places("K12", hasil) == ([(3, "serapan_dilaporkan")] if seen else [])


@pytest.mark.parametrize(("count", "dots"), [(8, False), (9, True)])
def test_roundings_are_told_together(count: int, dots: bool) -> None:
    rows = [f"P{n};;10000;9960;100" for n in range(1, count)]
    found = look("K12", shares(*rows, "P99;;10000;9746;97,5"))
    assert len(found) == 1
    assert found[0].pesan.startswith(f"{count} serapan dilaporkan dibulatkan: P1 100% dari 99,60%;")
    assert found[0].pesan.endswith(" …") is dots
    assert ("P99" in found[0].pesan) is not dots
    assert f"{count - 1} di antaranya tampak 100%" in found[0].dugaan
    assert len(found[0].sel) == 3 * count


@pytest.mark.parametrize(
    ("parent", "gap"),
    [
        ("97", None),  # 96,5 to 97,5, and the lowest child may be 97,5
        ("96", "-2,00"),
        ("97,5", None),
        ("97,4", "-0,60"),
        ("97,49", "-0,51"),
        ("100", None),
        ("101", None),
        ("102", "2,00"),
        ("100,5", None),
        ("100,6", "0,60"),
        ("", None),
    ],
)
def test_parent_outside_its_children(parent: str, gap: str | None) -> None:
    hasil = shares(f"P1;;;;{parent}", "P1.K1;P1;;;98", "P1.K2;P1;;;100")
    found = look("K13", hasil)
    assert [f.selisih for f in found] == ([] if gap is None else [f"{gap} poin persentase"])
    assert all((f.baris, f.kolom, len(f.sel)) == (2, "serapan_dilaporkan", 3) for f in found)
    assert all("2 item di bawahnya: 98% sampai 100%" in f.pesan for f in found)


@pytest.mark.parametrize(
    ("parent", "seen"),
    [
        ("98,0", False),
        ("97,9", True),
        ("97,5", True),
        ("100", False),
        ("100,5", False),
        ("100,6", True),
    ],
)
def test_the_lowest_and_highest_child_are_rounded_by_their_own_places(
    parent: str, seen: bool
) -> None:
    hasil = shares(f"P1;;;;{parent}", "P1.K1;P1;;;98,00", "P1.K2;P1;;;100")
    assert bool(look("K13", hasil)) is seen


def test_a_child_without_share_may_explain_the_parent() -> None:
    assert look("K13", shares("P1;;;;50", "P1.K1;P1;;;98", "P1.K2;P1;;;")) == []
    assert look("K13", shares("P1;;;;50", "P2;;;;98")) == []
    rows = ["P1;;;;98", "P1.K1;P1;;;98", "P2;;;;50", "P2.K1;P2;;;98"]
    assert places("K13", shares(*rows)) == [(4, "serapan_dilaporkan")]


@pytest.mark.parametrize(
    ("parent", "gap"),
    [  # 50 of 50 and 45 of 50 million: 95 of 100
        ("95,00", None),
        ("94,99", None),
        ("94,98", "-0,02"),
        ("95,01", None),
        ("95,02", "0,02"),
        ("94", "-1,00"),  # stands for 93,5 to 94,5
        ("93", "-2,00"),
        ("96", "1,00"),
        ("97", "2,00"),
        ("90,00", "-5,00"),
        ("100,00", "5,00"),
        ("89,99", None),  # outside the children: told by the other rule
        ("100,01", None),
        ("", None),
    ],
)
def test_parent_against_the_weighted_mean(parent: str, gap: str | None) -> None:
    hasil = shares(f"P1;;;;{parent}", "P1.K1;P1;;50000000;100,00", "P1.K2;P1;;45000000;90,00")
    found = look("K14", hasil)
    assert [f.selisih for f in found] == ([] if gap is None else [f"{gap} poin persentase"])
    assert all((f.baris, f.kolom, len(f.sel)) == (2, "serapan_dilaporkan", 5) for f in found)
    assert all("2 item di bawahnya 95,00%" in f.pesan for f in found)


@pytest.mark.parametrize(
    ("parent", "seen"), [("94", False), ("93", True), ("96", False), ("97", True), ("92,9", True)]
)
def test_children_rounded_to_whole_percents_leave_room(parent: str, seen: bool) -> None:
    hasil = shares(f"P1;;;;{parent}", "P1.K1;P1;;50000000;100", "P1.K2;P1;;45000000;90")
    assert bool(look("K14", hasil)) is seen


@pytest.mark.parametrize(
    "child", ["P1.K2;P1;;;90,00", "P1.K2;P1;;45000000;", "P1.K2;P1;;45000000;0", "P1.K2;P1;;0;90"]
)
def test_no_mean_without_all_children(child: str) -> None:
    rows = [
        "P1;;;;91,00", "P1.K1;P1;;50000000;100,00", child,
        "P2;;;;91,00", "P2.K1;P2;;50000000;100,00", "P2.K2;P2;;45000000;90,00",
    ]  # fmt: skip
    assert places("K14", shares(*rows)) == [(5, "serapan_dilaporkan")]


@pytest.mark.parametrize(
    ("row", "cause"),
    [
        ("P1;;;;100", None),
        ("P1;;;;100,01", "belanja melampaui pagu, atau salah ketik"),
        ("P1;;;;199,99", "belanja melampaui pagu, atau salah ketik"),
        ("P1;;;;200", "koma bergeser"),
        ("P1;;;;998,1", "koma bergeser"),
        ("P1;;;;9981", "koma bergeser"),
        ("P1;;100;101;101", None),  # the amounts say so: another rule
        ("P1;;;;", None),
    ],
)
def test_more_than_all(row: str, cause: str | None) -> None:
    found = look("K15", shares(row))
    assert [f.dugaan for f in found] == ([] if cause is None else [cause])
    assert all((f.baris, f.kolom) == (2, "serapan_dilaporkan") for f in found)


SPOILED = {
    "K10": ("P1;;10000;9742;86,22", "P2;;10000;6105;97,42"),
    "K11": ("P1;;19;15;78,94",),
    "K12": ("P1;;10000;9960;100", "P2;;10000;9746;97,5"),
    "K12 tanpa 100": ("P1;;10000;9746;97,5",),
    "K13": ("P1;;;;83,67", "P1.K1;P1;;;98", "P1.K2;P1;;;100"),
    "K14": ("P1;;;;91", "P1.K1;P1;;50000000;100", "P1.K2;P1;;45000000;90"),
    "K15": ("P1;;;;998,1", "P2;;;;101"),
}


@pytest.mark.parametrize("case", SPOILED)
def test_what_is_said(case: str, snapshot: SnapshotAssertion) -> None:
    assert told(look(case[:3], shares(*SPOILED[case]))) == snapshot


def test_every_child_is_pointed_at() -> None:
    children = [f"P1.K{n};P1;;1000;90,00" for n in range(1, 14)]
    assert len(look("K13", shares("P1;;;;50,00", *children))[0].sel) == 14
    assert len(look("K14", shares("P1;;;;90,00", "P1.K0;P1;;1000;10,00", *children))[0].sel) == 29
