"""What the diagrams show: who is under whom, what serves what, and what is not linked."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from matplotlib.transforms import Bbox
from pictures import boxes, draw, joined, overlaps, spread, text_boxes, words
from unit_kecil import set_cell

from lkjip_analysis.data.schemas import Program, ProsesBisnis, Struktur
from lkjip_analysis.presentation.charts import style
from lkjip_analysis.presentation.diagrams import (
    cascading,
    cascading_kegiatan,
    proses_bisnis,
    struktur_organisasi,
)
from lkjip_analysis.presentation.output import FigureOutput
from lkjip_analysis.results import Results, load_results


@pytest.fixture
def hasil(unit_kecil: Path) -> Results:
    return load_results(2024, unit_kecil)


def test_the_head_stands_on_top(hasil: Results) -> None:
    places = boxes(draw(struktur_organisasi, hasil))
    head = places.pop("Kepala Dinas")
    assert places
    assert all(place.y1 < head.y0 for place in places.values())
    assert {row.jabatan for row in hasil.data[Struktur]} == {"Kepala Dinas", *places}


def test_the_functional_group_is_left_and_the_secretariat_right(unit_kecil: Path) -> None:
    places = boxes(draw(struktur_organisasi, spread(unit_kecil, 3, ["1"])))
    assert places["Kelompok Jabatan Fungsional"].x1 < style.PORTRAIT / 2 < places["Sekretariat"].x0


def box_holds(text: Bbox) -> Callable[[Bbox], bool]:
    """Is the text inside a box, but for a point of room above and below?"""
    return lambda box: (
        box.x0 <= text.x0 and text.x1 <= box.x1 and box.y0 - 1 <= text.y0 and text.y1 <= box.y1 + 1
    )


@pytest.mark.parametrize("count", [1, 30])
@pytest.mark.parametrize("diagram", [struktur_organisasi, cascading, cascading_kegiatan])
def test_boxes_keep_apart_and_hold_their_text(
    diagram: Callable[[Results], FigureOutput], count: int, unit_kecil: Path
) -> None:
    picture = draw(diagram, spread(unit_kecil, count, ["50", ""]))
    places = boxes(picture)
    assert overlaps(list(places.items())) == []
    free = [
        text for text, box in text_boxes(picture) if not any(map(box_holds(box), places.values()))
    ]
    heads = {"Tujuan", "Sasaran strategis", "Indikator kinerja utama", "Program"}
    assert [text for text in free if text not in heads and not re.match(r"\d|Nama ", text)] == []


def test_cascading_leads_from_left_to_right(hasil: Results) -> None:
    picture = draw(cascading, hasil)
    places = boxes(picture)
    row = [
        "Meningkatkan akuntabilitas",
        "Meningkatnya akuntabilitas kinerja",
        "Nilai AKIP",
        "Penunjang Urusan",
    ]
    lefts = [places[name].x0 for name in row]
    assert lefts == sorted(lefts)
    assert {"Target 2024: 80", "Pagu Rp800.000.000"} <= set(words(picture))
    assert "belum ditautkan" not in picture.alt


def test_unlinked_programmes_are_set_apart(unit_kecil: Path) -> None:
    set_cell(unit_kecil, "2024/program.csv", 6, "kode_sasaran", "")
    hasil = load_results(2024, unit_kecil)
    picture = draw(cascading, hasil)
    assert "Belum ditautkan ke sasaran" in joined(picture)
    assert "Belum ada program yang ditautkan" in joined(picture)
    assert "1 program belum ditautkan ke sasaran" in picture.alt
    assert "belum ditautkan ke sasaran" in joined(draw(cascading_kegiatan, hasil))


def test_every_item_is_in_the_tree(hasil: Results) -> None:
    picture = draw(cascading_kegiatan, hasil)
    assert set(boxes(picture)) == {row.nama for row in hasil.data[Program]}
    assert picture.alt.startswith(
        "2 program, 2 kegiatan, dan 3 subkegiatan: Penunjang Urusan (1 kegiatan, 2 subkegiatan)"
    )


def test_processes_hold_their_parts_and_influences(hasil: Results) -> None:
    picture = draw(proses_bisnis, hasil)
    assert {"P.1 Pelayanan", "P.1.1 Loket", "Menerima berkas"} <= set(words(picture))
    assert "proses inti P.1 Pelayanan dengan bagian P.1.1 Loket" in picture.alt
    rows = hasil.data[ProsesBisnis]
    for name in [row.nama for row in rows if row.jenis == "pengaruh"]:
        assert name in joined(picture)
        assert boxes(picture)[name].y0 > boxes(picture)["P.1 Pelayanan"].y1


def test_process_texts_stay_in_their_boxes(unit_kecil: Path) -> None:
    picture = draw(proses_bisnis, spread(unit_kecil, 9, ["1"]))
    assert overlaps(text_boxes(picture)) == []
