"""Links between sasaran, IKU, programmes and indicators: there, lacking, and wrong."""

from __future__ import annotations

import pytest
from kasus import look, places, told, unit
from syrupy.assertion import SnapshotAssertion

from lkjip_analysis.checks import Finding

GOALS = "kode_sasaran;tujuan;sasaran\nS1;Aman;Tertib\nS2;Maju;Terlayani"
TREE = "kode;induk;tingkat;nama;kode_sasaran;pagu"


def test_goal_without_indicator() -> None:
    iku = "kode_iku;kode_sasaran;indikator;satuan;polaritas\nA;S1;Nilai;nilai;naik"
    assert places("K20", unit(sasaran=GOALS, iku=iku)) == [(3, "kode_sasaran")]
    assert places("K20", unit(sasaran=GOALS, iku=f"{iku}\nB;S2;Nilai;nilai;naik")) == []


@pytest.mark.parametrize(
    ("rows", "lacking"),
    [
        (["P1;;program;Satu;S1;", "P2;;program;Dua;S2;"], []),
        (["P1;;program;Satu;S1;"], [3]),
        (["P1;;program;Satu;S1;", "P1.K1;P1;kegiatan;Dua;S2;"], [3]),  # a kegiatan serves none
        (["P1;;program;Satu;;"], [2, 3]),
        ([], []),  # programmes are not filled in yet
    ],
)
def test_goal_without_programme(rows: list[str], lacking: list[int]) -> None:
    found = places("K21", unit(sasaran=GOALS, program="\n".join([TREE, *rows])))
    assert found == [(row, "kode_sasaran") for row in lacking]


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("P2;;program;Dua;;100", "(pagu Rp100, 25,00% dari seluruh pagu)"),
        ("P2;;program;Dua;;0", "(pagu Rp0)"),
        ("P2;;program;Dua;;", "mana pun"),
        ("P2;;program;Dua;S1;100", None),
        ("P1.K1;P1;kegiatan;Dua;;100", None),
    ],
)
def test_programme_without_goal(row: str, said: str | None) -> None:
    found = look("K22", unit(program=f"{TREE}\nP1;;program;Satu;S1;300\n{row}"))
    assert [(f.baris, f.kolom) for f in found] == ([] if said is None else [(3, "kode_sasaran")])
    assert all(f.pesan.endswith(str(said)) for f in found)


def test_no_share_of_an_unknown_total() -> None:
    rows = f"{TREE}\nP1;;program;Satu;S1;\nP2;;program;Dua;;100"
    assert look("K22", unit(program=rows))[0].pesan.endswith("(pagu Rp100)")


def test_what_a_programme_without_goal_takes_of_all_is_bound() -> None:
    """An acknowledgement must fall when its pagu, or that of the unit, is another."""
    rows = f"{TREE}\nP1;;program;Satu;S1;300\nP2;;program;Dua;;100"
    (found,) = look("K22", unit(program=rows, facts={"total_pagu_dpa": "400"}))
    assert [(c.kolom, c.nilai) for c in found.sel] == [
        ("kode_sasaran", ""), ("pagu", "100"), ("nilai", "400"),
    ]  # fmt: skip


def test_item_without_indicator() -> None:
    tree = f"{TREE}\nP1;;program;Satu;;\nP1.K1;P1;kegiatan;Dua;;"
    item = "kode;urutan;indikator;satuan;polaritas\nP1;1;Nilai;nilai;naik"
    assert places("K23", unit(program=tree, indikator_program=item)) == [(3, "kode")]
    assert look("K23", unit(program=tree)) == []  # none is filled in yet
    level = f"{tree}\nP1.K2;P1;kegiatan;Tiga;;"  # one finding for a level that measures nothing
    assert [
        len(found.sel) for found in look("K23", unit(program=level, indikator_program=item))
    ] == [2]


WHOLE = ["P1;;program;", "P1.K1;P1;kegiatan;", "P1.K1.S1;P1.K1;subkegiatan;"]


@pytest.mark.parametrize(
    ("rows", "lacking"),
    [
        (WHOLE, []),
        (["P1;;program;", "P1.K1;P1;kegiatan;"], []),  # the unit plans no subkegiatan
        (["P1;;program;", "P1.K1;P1;kegiatan;", "P2;;program;"], [4]),
        ([*WHOLE, "P1.K2;P1;kegiatan;"], [5]),
        (["P1;;program;"], []),
    ],
)
def test_parent_without_children(rows: list[str], lacking: list[int]) -> None:
    tree = "\n".join([TREE, *(f"{row}Nama;;" for row in rows)])
    assert places("K24", unit(program=tree)) == [(row, "kode") for row in lacking]


@pytest.mark.parametrize(
    ("parent", "child", "seen"),
    [
        ("S1", "S1", False),
        ("S1", "S2", True),
        ("S1", "", False),
        ("", "S2", False),
    ],
)
def test_goal_of_child_and_parent(parent: str, child: str, seen: bool) -> None:
    tree = f"{TREE}\nP1;;program;Satu;{parent};\nP1.K1;P1;kegiatan;Dua;{child};"
    assert places("K25", unit(program=tree)) == ([(3, "kode_sasaran")] if seen else [])


@pytest.mark.parametrize(("middle", "seen"), [("", True), ("S2", False)])
def test_sasaran_is_compared_with_the_nearest_one_above(middle: str, seen: bool) -> None:
    tree = (
        f"{TREE}\nP1;;program;Satu;S1;\nK1;P1;kegiatan;Dua;{middle};\nK1.S1;K1;subkegiatan;Tiga;S2;"
    )
    found = [f.pesan for f in look("K25", unit(program=tree)) if f.baris == 4]
    assert found == (["K1.S1 (Tiga) berkode_sasaran S2, sedangkan P1 S1"] if seen else [])


IKU = "kode_iku;indikator;satuan;polaritas;bobot;realisasi_nasional;sumber_nasional"
MARKS = "urutan;komponen;bobot;nilai\n1;Perencanaan;30;20"


@pytest.mark.parametrize(
    ("code", "name", "expected"),
    [
        ("AKIP", "Nilai AKIP", []),
        ("SAKIP", "Nilai AKIP", [("2024/identitas.csv", "galat")]),
        ("", "Nilai AKIP", [("2024/iku.csv", "catatan")]),
        ("", "Nilai Sakip unit", [("2024/iku.csv", "catatan")]),
        ("", "Nilai akipan", []),
        ("", "Indeks mutu", []),
    ],
)
def test_indicator_of_the_evaluation(code: str, name: str, expected: list[tuple[str, str]]) -> None:
    hasil = unit(
        iku=f"{IKU}\nAKIP;{name};nilai;naik;;;", evaluasi=MARKS, facts={"kode_iku_akip": code}
    )
    assert [(f.berkas, f.keparahan) for f in look("K26", hasil)] == expected


@pytest.mark.parametrize(("real", "seen"), [("8", True), ("20", False), ("", True)])
def test_the_link_names_another_indicator(real: str, seen: bool) -> None:
    header = "kode_iku;indikator;satuan;polaritas;realisasi"
    rows = f"{header}\nMUTU;Indeks mutu;indeks;naik;{real}\nAKIP;Nilai AKIP;nilai;naik;20"
    hasil = unit(iku=rows, evaluasi=MARKS, facts={"kode_iku_akip": "MUTU"})
    found = look("K26", hasil)
    assert [(f.kolom, f.sel[0].nilai) for f in found] == [("nilai", "MUTU")] * seen


def test_no_link_is_asked_for_without_an_evaluation() -> None:
    assert look("K26", unit(iku=f"{IKU}\nAKIP;Nilai AKIP;nilai;naik;;;")) == []


@pytest.mark.parametrize(
    ("weights", "blank"),
    [(["1", "2"], []), (["", ""], []), (["1", ""], [3]), (["", "0", ""], [2, 4]), ([], [])],
)
def test_weights_on_some_indicators(weights: list[str], blank: list[int]) -> None:
    iku = "\n".join([IKU, *(f"A{n};Nilai;nilai;naik;{w};;" for n, w in enumerate(weights))])
    found = look("K27", unit(iku=iku))
    assert [[cell.baris for cell in f.sel] for f in found] == ([blank] if blank else [])
    assert all(f.pesan.startswith(f"{len(blank)} dari {len(weights)} IKU") for f in found)


@pytest.mark.parametrize(
    ("weights", "total"),
    [
        (["30", "45", "25"], None),
        (["20", "45", "25"], "90"),
        (["30", "45", "35"], "110"),
        (["0,3", "0,7"], None),
        (["0,3", "0,6"], "0,9"),
        (["33,3", "33,3", "33,3"], None),  # rounded
        (["2", "1", "1"], None),  # proportions
        (["10", "10", "10"], None),
    ],
)
def test_weights_add_up(weights: list[str], total: str | None) -> None:
    iku = "\n".join([IKU, *(f"A{n};Nilai;nilai;naik;{w};;" for n, w in enumerate(weights))])
    found = look("K27", unit(iku=iku))
    assert [f.pesan.split("berjumlah ")[1].split(", bukan")[0] for f in found] == (
        [total] if total else []
    )


@pytest.mark.parametrize(
    ("value", "source", "fact", "expected"),
    [
        ("70", "Laporan", "", []),
        ("70", "", "Laporan nasional", []),
        ("70", "", "", [("realisasi_nasional", "peringatan")]),
        ("0", "", "", [("realisasi_nasional", "peringatan")]),
        ("", "Laporan", "", [("sumber_nasional", "catatan")]),
        ("", "", "", []),
        ("", "", "Laporan nasional", [("nilai", "catatan")]),
        ("", "Laporan", "Laporan nasional", [("sumber_nasional", "catatan"), ("nilai", "catatan")]),
    ],
)
def test_national_value_and_source(
    value: str, source: str, fact: str, expected: list[tuple[str, str]]
) -> None:
    hasil = unit(
        iku=f"{IKU}\nA;Nilai;nilai;naik;;{value};{source}", facts={"sumber_nasional": fact}
    )
    assert [(f.kolom, f.keparahan) for f in look("K28", hasil)] == expected


def test_one_national_value_is_enough_for_the_source() -> None:
    iku = f"{IKU}\nA;Nilai;nilai;naik;;;\nB;Nilai;nilai;naik;;70;"
    assert look("K28", unit(iku=iku, facts={"sumber_nasional": "Laporan nasional"})) == []
    assert look("K28", unit(facts={"sumber_nasional": "Laporan nasional"})) == []


def spoiled(code: str) -> list[Finding]:
    """Look at a unit in which every link is wrong."""
    return look(
        code,
        unit(
            sasaran=GOALS,
            program=f"{TREE}\nP1;;program;Satu;;100\nP1.K1;P1;kegiatan;Dua;S1;"
            "\nP2;;program;Tiga;S1;300\nP2.K1;P2;kegiatan;Empat;S2;",
            indikator_program="kode;urutan;indikator;satuan;polaritas\nP1;1;Nilai;nilai;naik",
            iku=f"{IKU}\nAKIP;Nilai AKIP;nilai;naik;1;70;\nB;Nilai;nilai;naik;;;Laporan",
            evaluasi=MARKS,
            facts={"kode_iku_akip": "SAKIP"},
        ),
    )


@pytest.mark.parametrize("code", ["K20", "K21", "K22", "K23", "K25", "K26", "K27", "K28"])
def test_what_is_said(code: str, snapshot: SnapshotAssertion) -> None:
    assert told(spoiled(code)) == snapshot


def test_what_is_said_of_lacking_rows(snapshot: SnapshotAssertion) -> None:
    tree = f"{TREE}\nP1;;program;Satu;;\nP1.K1;P1;kegiatan;Dua;;\nP2;;program;Tiga;;"
    hasil = unit(
        program=tree,
        iku=f"{IKU}\nAKIP;Nilai AKIP;nilai;naik;;;",
        evaluasi=MARKS,
        facts={"sumber_nasional": "Laporan nasional"},
    )
    assert told([*look("K24", hasil), *look("K26", hasil), *look("K28", hasil)]) == snapshot
