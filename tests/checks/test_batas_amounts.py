"""Money at the bounds of its rules: just inside no finding, just outside one in its place."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from kasus import look, places, told, unit
from syrupy.assertion import SnapshotAssertion

from lkjip_analysis.results import Results

HEADER = "kode;induk;tingkat;nama;pagu;realisasi;serapan_dilaporkan"


def money(*rows: str) -> str:
    """Write ``program.csv``: code, parent, pagu, realisasi, reported absorption."""
    lines = []
    for row in rows:
        code, parent, *amounts = row.split(";")
        level = ("program", "kegiatan", "subkegiatan")[code.count(".")]
        lines.append(";".join([code, parent, level, f"Nama {code}", *amounts]))
    return "\n".join([HEADER, *lines])


def unit_of(*rows: str, total: str = "") -> Callable[[], Results]:
    """Name a unit with this money and this total of its DPA; computed when called."""
    return lambda: unit(program=money(*rows), facts={"total_pagu_dpa": total})


@pytest.mark.parametrize(
    ("parent", "children", "gap"),
    [
        ("300", ("100", "200"), None),
        ("301", ("100", "200"), "Rp1"),
        ("299", ("100", "200"), "-Rp1"),
        ("300", ("100", ""), None),  # the blank one may hold the rest
        ("100", ("100", ""), None),
        ("99", ("100", ""), "-Rp1"),  # what is filled is already more
        ("", ("100", "200"), None),
        ("300", ("", ""), None),
        ("0", ("100", "200"), "-Rp300"),
    ],
)
def test_parent_and_children(parent: str, children: tuple[str, str], gap: str | None) -> None:
    rows = [f"P1;;{parent};;", *(f"P1.K{n};P1;{part};;" for n, part in enumerate(children, 1))]
    found = look("K01", unit(program=money(*rows)))
    assert [finding.selisih for finding in found] == ([] if gap is None else [gap])
    assert all((f.baris, f.kolom, len(f.sel)) == (2, "pagu", 3) for f in found)


def test_a_sum_of_what_is_filled_says_so() -> None:
    whole = look("K01", unit(program=money("P1;;350;;", "P1.K1;P1;100;;", "P1.K2;P1;200;;")))[0]
    assert "jumlah 2 item di bawahnya Rp300" in whole.pesan
    assert "laporan memakai jumlah anaknya" in whole.saran
    part = look("K01", unit(program=money("P1;;50;;", "P1.K1;P1;100;;", "P1.K2;P1;;;")))[0]
    assert "jumlah 1 item di bawahnya yang terisi Rp100" in part.pesan
    assert "isi item di bawahnya" in part.saran


def test_realisasi_is_added_up_as_well() -> None:
    rows = money("P1;;;90;", "P1.K1;P1;;40;", "P1.K2;P1;;45;")
    assert places("K01", unit(program=rows)) == [(2, "realisasi")]
    rows = money("P1;;85;90;", "P1.K1;P1;40;40;", "P1.K2;P1;45;45;")  # pagu is right
    assert places("K01", unit(program=rows)) == [(2, "realisasi")]


@pytest.mark.parametrize(
    ("stated", "gap"), [("300", None), ("299", "Rp1"), ("301", "-Rp1"), ("", None)]
)
def test_control_total(stated: str, gap: str | None) -> None:
    rows = money("P1;;100;;", "P2;;200;;", "P2.K1;P2;200;;")
    found = look("K02", unit(program=rows, facts={"total_pagu_dpa": stated}))
    assert [finding.selisih for finding in found] == ([] if gap is None else [gap])
    for finding in found:
        assert finding.berkas == "2024/identitas.csv"
        assert [cell.baris for cell in finding.sel[1:]] == [
            2,
            3,
        ]  # the programmes, not the kegiatan
        assert "pagu 2 program berjumlah Rp300" in finding.pesan


def test_control_total_names_the_programme_left_out() -> None:
    rows = money("P1;;100;;", "P2;;200;;")
    found = look("K02", unit(program=rows, facts={"total_pagu_dpa": "200"}))
    assert found[0].dugaan == "P1 tidak ikut dijumlahkan"


def test_control_total_waits_for_every_pagu() -> None:
    rows = money("P1;;100;;", "P2;;;;")
    assert look("K02", unit(program=rows, facts={"total_pagu_dpa": "150"})) == []


@pytest.mark.parametrize(
    ("pagu", "realisasi", "gap"),
    [("100", "100", None), ("100", "101", "Rp1"), ("100", "99", None), ("0", "1", "Rp1"),
     ("", "101", None), ("100", "", None)],
)  # fmt: skip
def test_overspent(pagu: str, realisasi: str, gap: str | None) -> None:
    found = look("K03", unit(program=money(f"P1;;{pagu};{realisasi};")))
    assert [finding.selisih for finding in found] == ([] if gap is None else [gap])
    assert all((f.baris, f.kolom) == (2, "realisasi") for f in found)


@pytest.mark.parametrize(("realisasi", "seen"), [("100", False), ("101", True)])
def test_overspent_last_year(realisasi: str, seen: bool) -> None:
    past = {2023: {"program": money(f"P1;;100;{realisasi};")}}
    found = look("K03", unit(program=money("P1;;100;90;"), past=past))
    assert [(f.berkas, f.baris, f.kolom) for f in found] == (
        [("2023/program.csv", 2, "realisasi")] if seen else []
    )
    assert all(f.pesan.startswith("realisasi tahun lalu P1 ") for f in found)


def test_overspent_after_a_sound_row() -> None:
    found = look("K03", unit(program=money("P1;;100;90;", "P2;;100;1000;", "P3;;100;290;")))
    assert [(f.baris, f.dugaan) for f in found] == [
        (3, "koma atau nol bergeser (10 kali yang seharusnya)"),
        (4, "kolom pagu dan realisasi tertukar, atau pagu sebelum perubahan anggaran"),
    ]


def test_overspent_by_children_is_seen_at_the_parent() -> None:
    rows = money("P1;;100;;", "P1.K1;P1;;60;", "P1.K2;P1;;50;")
    assert places("K03", unit(program=rows)) == [(2, "realisasi")]


@pytest.mark.parametrize(
    ("pagu", "realisasi", "reported", "seen"),
    [
        ("100", "100", "97", True),
        ("100", "100", "100", False),
        ("100", "100", "", False),
        ("100", "99", "97", False),
        ("0", "0", "97", False),
        ("100", "100", "101", True),
    ],
)
def test_copied_amount(pagu: str, realisasi: str, reported: str, seen: bool) -> None:
    found = places("K04", unit(program=money(f"P1;;{pagu};{realisasi};{reported}")))
    assert found == ([(2, "pagu")] if seen else [])


@pytest.mark.parametrize(
    ("rows", "seen"),
    [
        (["7;7;"] * 5, True),
        (["7;7;"] * 4, False),
        ([*["7;7;"] * 5, "7;6;"], False),
        ([*["7;7;"] * 5, "7;;"], True),  # not filled in yet: says nothing
        ([*["7;7;"] * 5, "0;0;"], False),
        ([*["7;7;"] * 4, "7;7;100"], False),  # reported as all spent
    ],
)
def test_copied_column(rows: list[str], seen: bool) -> None:
    hasil = unit(program=money(*(f"P{n};;{row}" for n, row in enumerate(rows, 1))))
    found = look("K04", hasil)
    assert [finding.keparahan for finding in found] == (["peringatan"] if seen else [])
    assert all("semua 5 baris yang terisi" in f.pesan and len(f.sel) == 5 for f in found)


ITEM = "kode;urutan;indikator;satuan;polaritas;target;realisasi\nP1;1;Jumlah orang;orang;naik;400;"


@pytest.mark.parametrize(
    ("pagu", "realisasi", "columns"),
    [
        ("0", "0", ["pagu"]),
        ("0", "", ["pagu"]),
        ("", "0", ["realisasi"]),
        ("5", "0", ["realisasi"]),
        ("1", "1", []),
        ("", "", []),
    ],
)
def test_zero_money(pagu: str, realisasi: str, columns: list[str]) -> None:
    found = places("K05", unit(program=money(f"P1;;{pagu};{realisasi};")))
    assert found == [(2, column) for column in columns]


@pytest.mark.parametrize(
    ("note", "seen"), [("Tidak dianggarkan tahun ini", 0), ("", 1), ("Dianggarkan", 1)]
)
def test_what_is_planned_but_not_funded(note: str, seen: int) -> None:
    rows = f"kode;tingkat;nama;pagu;realisasi;catatan\nP1;program;Satu;0;0;{note}"
    assert len(look("K05", unit(program=rows))) == seen


@pytest.mark.parametrize(("done", "told"), [("1", True), ("0", False), ("", False)])
def test_nothing_spent_but_something_done(done: str, told: bool) -> None:
    hasil = unit(program=money("P1;;50000;0;"), indikator_program=ITEM + done)
    assert ("padahal indikatornya terlaksana" in look("K05", hasil)[0].pesan) is told


@pytest.mark.parametrize(
    ("pagu", "realisasi", "columns"),
    [
        ("9999", "", ["pagu"]),
        ("10000", "", []),
        ("", "9999", ["realisasi"]),
        ("", "10000", []),
        ("0", "0", []),  # zero is for another rule
        ("2000000", "10000", []),  # exactly half a percent
        ("2000001", "10000", ["realisasi"]),
        ("2000001", "9999", ["realisasi"]),  # told once, as too small
        ("2000001", "", []),
    ],
)
def test_size_of_money(pagu: str, realisasi: str, columns: list[str]) -> None:
    found = places("K06", unit(program=money(f"P1;;{pagu};{realisasi};")))
    assert found == [(2, column) for column in columns]


@pytest.mark.parametrize(
    ("pagu", "realisasi", "cause"),
    [
        ("10000000", "10000", "realisasi terketik seperseribu dari yang seharusnya"),
        ("20000000", "10000", "realisasi terketik seperseribu dari yang seharusnya"),
        ("20000001", "10000", "angka nol hilang, atau realisasi belum lengkap"),
        ("9999999", "10000", "angka nol hilang, atau realisasi belum lengkap"),
        ("10000000000", "10000", "realisasi terketik sepersejuta dari yang seharusnya"),
    ],
)
def test_zeros_lost(pagu: str, realisasi: str, cause: str) -> None:
    finding = look("K06", unit(program=money(f"P1;;{pagu};{realisasi};")))[0]
    assert finding.dugaan == cause
    assert "kurang dari 0,5% pagunya" in finding.pesan


def test_every_child_is_pointed_at() -> None:
    children = [f"P1.K{n};P1;10;;" for n in range(1, 14)]
    found = look("K01", unit(program=money("P1;;131;;", *children)))
    assert len(found[0].sel) == 14 and "13 item" in found[0].pesan
    programmes = [f"P{n};;10;10;" for n in range(1, 14)]
    hasil = unit(program=money(*programmes), facts={"total_pagu_dpa": "131"})
    assert len(look("K02", hasil)[0].sel) == 14
    assert len(look("K04", hasil)[0].sel) == 13


SPOILED = {
    "K01": unit_of("P1;;350;90;", "P1.K1;P1;100;100;", "P1.K2;P1;200;;"),
    "K02": unit_of("P1;;100;;", "P2;;201;;", total="300"),
    "K03": unit_of("P1;;100;101;"),
    "K04": unit_of("P1;;100;100;97", *(f"P{n};;{n};{n};" for n in range(2, 6))),
    "K04 satu kolom": unit_of(*(f"P{n};;{n};{n};" for n in range(1, 6))),
    "K05": unit_of("P1;;0;;", "P2;;90000;0;"),
    "K06": unit_of("P1;;9999;9998;", "P2;;20000000;10000;", "P3;;90000000;10000;"),
}


@pytest.mark.parametrize("case", SPOILED)
def test_what_is_said(case: str, snapshot: SnapshotAssertion) -> None:
    assert told(look(case[:3], SPOILED[case]())) == snapshot
