"""The mark at a doubted figure: one at its place, or one at the head of a column full of them."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from table_grid import Grid
from unit_bersih import make_unit, write_unit
from unit_kecil import set_cell

import lkjip_analysis as lk
from lkjip_analysis.checks import FOUND, Finding
from lkjip_analysis.checks.findings import Acknowledgement
from lkjip_analysis.measures.formula import given_in
from lkjip_analysis.presentation import chart_data, charts, narrative, tables
from lkjip_analysis.presentation.cell import RAGU, angka
from lkjip_analysis.presentation.layout import Row, left, right
from lkjip_analysis.presentation.narrative.doubts import PAGE, reader_notes
from lkjip_analysis.presentation.output import make_table
from lkjip_analysis.presentation.shown import BOOK
from lkjip_analysis.results import Figure, Results

NOTE = "‡ diragukan; sebabnya pada Catatan atas Data."


def everything(hasil: Results) -> Iterator[tuple[str, Any]]:
    """All that notebooks show of the report's own content, by name."""
    for room in (tables, narrative, chart_data, charts):
        names = getattr(room, "__all__", None) or [
            name
            for name, function in inspect.getmembers(room, inspect.isfunction)
            if function.__module__ == room.__name__ and not name.startswith("_")
        ]
        for name in names:
            show = getattr(room, name)
            if list(inspect.signature(show).parameters) == ["hasil"]:
                yield f"{room.__name__}.{name}", show(hasil)


def marked(shown: Any) -> bool:
    return any(RAGU in str(form) for form in shown._repr_mimebundle_().values())


def test_a_clean_unit_has_no_mark_and_no_note(tmp_path: Path) -> None:
    hasil = lk.buka(2024, write_unit(make_unit(11), tmp_path))
    shown = dict(everything(hasil))
    assert len(shown) > 50
    assert [name for name, one in shown.items() if marked(one)] == []
    for name in ("catatan_data", "tanda_ragu"):
        assert shown[f"lkjip_analysis.presentation.narrative.{name}"].markdown == "<!-- kosong -->"


@pytest.fixture
def doubted(unit_kecil: Path) -> Results:
    """The tiny unit with an AKIP that cannot be."""
    set_cell(unit_kecil, "2024/iku.csv", 2, "target_predikat", "BB")
    set_cell(unit_kecil, "2024/iku.csv", 2, "realisasi", "100,5")
    set_cell(unit_kecil, "2024/sarpras.csv", 3, "standar_kebutuhan", "20")  # no other doubt
    return lk.buka(2024, unit_kecil)


def test_a_doubt_is_seen_wherever_its_figure_stands(doubted: Results) -> None:
    names = {name.rpartition("presentation.")[2] for name, o in everything(doubted) if marked(o)}
    assert {
        "tables.capaian_iku", "tables.perbandingan_tahun", "tables.kemajuan_renstra",
        "narrative.ikhtisar", "narrative.capaian_iku", "narrative.kartu_kinerja",
        "chart_data.capaian_iku", "chart_data.tren_iku", "charts.tren_iku", "charts.capaian_iku",
        "narrative.catatan_data", "narrative.tanda_ragu",
    } <= names  # fmt: skip
    assert not names & {"tables.iku", "tables.efisiensi_sarpras", "narrative.sarpras"}


def test_a_card_marks_the_change_of_a_doubted_value(doubted: Results) -> None:
    card = re.sub("<[^>]+>", "", narrative.kartu_kinerja(doubted)._repr_mimebundle_()["text/html"])
    assert re.search(r"naik [\d,]+‡ dari", card), card
    assert "tidak ada yang kurang; 1 diragukan" in card, card


def test_the_mark_stands_beside_the_number_that_a_person_and_the_book_see(
    doubted: Results,
) -> None:
    table = tables.capaian_iku(doubted)
    assert Grid(table).rows()[0][2:5] == ["80 (BB)", "100,5‡", "125,63%‡"]
    assert Grid(table).notes[-1] == NOTE
    assert 'role="img" aria-label="diragukan"' in table.markup
    assert "100,5" in table.forms[0] and table.forms[0].count(RAGU) == table.markup.count(RAGU)
    assert table.frame["realisasi"][0] == 100.5, "the frame keeps the number"
    said = narrative.ikhtisar(doubted)._repr_mimebundle_()
    assert 'data-kunci="iku.AKIP.realisasi">100,5</span><span class="ragu"' in said[BOOK]
    row = re.sub(r"<[^>]+>|\s+", " ", said["text/markdown"])
    assert re.search(r"100,5 ‡ .{0,30}125,63% ‡", row), row


def column(*doubts: str) -> list[Row]:
    figures = [
        Figure(f"iku.A{n}.target", Decimal(n), given_in("nilai"), diragukan=doubt)
        for n, doubt in enumerate(doubts, 1)
    ]
    total = replace(figures[0], kunci="jumlah.iku", nilai=Decimal(99), diragukan="")
    rows = [Row([figure.kunci, angka(figure)]) for figure in figures]
    return [*rows, Row(["Jumlah", angka(total)], "jumlah")]


@pytest.mark.parametrize(
    ("doubts", "head", "cells"),
    [
        (["x"] * 5, "Target‡", ["1", "2", "3", "4", "5", "99"]),
        (["x"] * 4 + [""] * 2, "Target‡", ["1", "2", "3", "4", "5", "6", "99"]),  # most
        (["x"] * 4 + ["y"], "Target‡", ["1", "2", "3", "4", "5‡", "99"]),  # another one shows
        (["x"] * 3, "Target", ["1‡", "2‡", "3‡", "99"]),  # too few to stand for a column
        (["x", "", "", "", "y"], "Target", ["1‡", "2", "3", "4", "5‡", "99"]),
        (list("abcde"), "Target", ["1‡", "2‡", "3‡", "4‡", "5‡", "99"]),  # no doubt in common
        ([""] * 5, "Target", ["1", "2", "3", "4", "5", "99"]),
    ],
)
def test_a_doubt_over_a_column_is_one_mark_at_its_head(
    doubts: list[str], head: str, cells: list[str]
) -> None:
    table = make_table("contoh", [*left("Nama"), *right("Target")], column(*doubts))
    grid = Grid(table)
    assert (
        grid.heads[-1][-1] == head if isinstance(grid.heads[-1], list) else grid.heads[-1] == head
    )
    assert [row[1] for row in grid.rows()] == cells
    assert grid.notes == ([NOTE] if any(doubts) else [])
    assert list(table.frame) == ["nama", "target"]


def test_notes_on_the_data_fill_one_page_at_most(unit_kecil: Path) -> None:
    program = unit_kecil / "2024" / "program.csv"
    head, *rows = program.read_text(encoding="utf-8").splitlines()
    names = head.split(";")
    row = dict(zip(names, rows[0].split(";"), strict=True))
    many = [
        row
        | {"kode": f"X{n}", "nama": f"Program {n}", "pagu": "1000000", "realisasi": f"{n}00000000"}
        for n in range(1, 90)
    ]
    text = [head, *rows, *(";".join(one[name] for name in names) for one in many)]
    program.write_text("\n".join(text) + "\n", encoding="utf-8")
    said = narrative.catatan_data(lk.buka(2024, unit_kecil)).markdown
    assert "melebihi pagunya" in said and re.search(r"Masih ada \d+ catatan lain\.", said)
    assert len(said) < PAGE
    assert ".csv" not in said and "K03" not in said


def test_a_sum_over_its_pagu_is_doubted_like_its_parts(unit_kecil: Path) -> None:
    set_cell(unit_kecil, "2024/program.csv", 4, "realisasi", "990000000")
    hasil = lk.buka(2024, unit_kecil)
    for one in (hasil.program["P1"], hasil.program["P1.K1.S1"]):
        assert "melebihi pagunya" in one.realisasi.diragukan
        assert "melebihi pagunya" in one.serapan.diragukan
    assert not hasil.anggaran.serapan.diragukan, "the whole is not over its pagu"


def test_the_doubt_about_an_iku_is_told_first(unit_kecil: Path) -> None:
    set_cell(unit_kecil, "2024/iku.csv", 2, "realisasi", "100,5")
    set_cell(unit_kecil, "2024/program.csv", 4, "realisasi", "990000000")
    notes = [*reader_notes(lk.buka(2024, unit_kecil))]
    assert "AKIP" in notes[0] and any("melebihi pagunya" in note for note in notes[1:])


def test_what_the_unit_tells_has_room_before_what_the_rules_say(
    monkeypatch: pytest.MonkeyPatch, doubted: Results
) -> None:
    told = Acknowledgement("tercetak demikian", kalimat_pembaca="Dokumen tidak menjelaskannya.")
    open_ones = [
        Finding("K47", "peringatan", "Judul", f"nilai {n} tidak wajar " + "x" * 200, angka=("a",))
        for n in range(30)
    ]
    accepted = Finding("K84", "catatan", "Judul", "tidak dijelaskan", pengakuan=told)
    monkeypatch.setitem(vars(doubted), FOUND, [*open_ones, accepted])
    said = narrative.catatan_data(doubted).markdown
    assert "– Dokumen tidak menjelaskannya." in said
    assert "Nilai 0 tidak wajar" in said and "Nilai 29 tidak wajar" not in said
    assert re.search(r"Masih ada \d+ catatan lain\.", said) and len(said) < PAGE
