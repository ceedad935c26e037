"""What holds for every published table of any unit."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import pytest
from table_grid import PUBLISHED, Grid

from lkjip_analysis.presentation import tables
from lkjip_analysis.results import Results


@pytest.mark.parametrize("name", tables.__all__)
def test_every_table_is_a_sound_grid(hasil: Results, name: str) -> None:
    output = getattr(tables, name)(hasil)
    grid = Grid(output)
    assert grid.table.get("id") == f"tabel-{name.replace('_', '-')}"
    assert output.summary
    assert len(grid.notes) == len(set(grid.notes))


@pytest.mark.parametrize("name", PUBLISHED)
def test_every_dash_has_its_reason_under_the_table(hasil: Results, name: str) -> None:
    grid = Grid(getattr(tables, name)(hasil))
    if any("–" in row for row in grid.rows()):
        assert any(note.startswith("–") for note in grid.notes)


@pytest.mark.parametrize("name", PUBLISHED)
def test_every_figure_can_be_traced(hasil: Results, name: str) -> None:
    grid = Grid(getattr(tables, name)(hasil))
    assert grid.keys() <= set(hasil.figures)


REACHED = re.compile(r"Capaian|Kemajuan")
OTHERS = ("evaluasi",)
"""Its capaian is a part of the weight, not of a target."""


@pytest.mark.parametrize("name", [name for name in PUBLISHED if name not in OTHERS])
def test_a_table_of_capaian_shows_status_by_sign_and_word(hasil: Results, name: str) -> None:
    grid = Grid(getattr(tables, name)(hasil))
    if any(REACHED.search(head) for head in grid.columns):
        shown = " ".join(cell for row in grid.rows() for cell in row)
        assert re.search(r"[▲●▼○]\s\w+", shown)


@pytest.mark.parametrize("name", PUBLISHED)
def test_same_data_same_bytes(hasil: Results, name: str) -> None:
    table = getattr(tables, name)
    assert table(hasil)._repr_mimebundle_() == table(hasil)._repr_mimebundle_()


def test_trees_hang_together(hasil: Results) -> None:
    for table in (
        tables.capaian_program,
        tables.capaian_program_lalu,
        tables.indikator_program,
        tables.program_pendukung,
        tables.renstra,
    ):
        grid = Grid(table(hasil))
        assert "pohon" in grid.table.get("class")
        seen: set[str] = set()
        for line in (line for line in grid.lines if line.kind != "jumlah"):
            parent = line.data.get("data-induk")
            assert (parent is None) == (line.data["data-tingkat"] == "program") and (
                parent is None or parent in seen
            )
            assert line.kind == line.data["data-tingkat"]
            assert line.data["data-kode"] not in seen
            seen.add(line.data["data-kode"])


def test_every_source_has_its_hash_and_its_rows(hasil: Results, root: Path) -> None:
    rows = {row[0]: row for row in Grid(tables.asal_data(hasil)).rows()}
    for berkas in ("2024/program.csv", "2022/iku.csv", "skala_predikat.csv"):
        content = (root / berkas).read_bytes()
        assert rows[berkas][2] == hashlib.sha256(content).hexdigest()
        assert rows[berkas][1] == str(content.count(b"\n") - 1)
