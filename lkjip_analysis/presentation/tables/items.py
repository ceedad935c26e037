"""Programmes, kegiatan and subkegiatan as the rows of trees and lists."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from lkjip_analysis.data import schemas
from lkjip_analysis.presentation.cell import status
from lkjip_analysis.presentation.output import Cell, Row, text
from lkjip_analysis.presentation.tables.cells import Cells
from lkjip_analysis.presentation.tables.goals import rated_cell
from lkjip_analysis.results.entities import Indikator, Program

LEVEL_WORDS = {"program": "Program", "kegiatan": "Kegiatan", "subkegiatan": "Subkegiatan"}
ITEM_HEAD = "Program / Kegiatan / Subkegiatan"


SHOWN: Mapping[str, Callable[[Cells, Indikator], Cell]] = {
    "target": lambda cells, one: rated_cell(cells, one, Indikator.target),
    "realisasi": lambda cells, one: rated_cell(cells, one, Indikator.realisasi),
    "capaian": lambda cells, one: cells.capaian(one),
    "status": lambda cells, one: status(one.status),
    "formula": lambda cells, one: cells.teks(one.row, "formula"),
}
"""How the columns of an indicator are written."""
MEASURED = ("target", "realisasi", "capaian", "status")


def item_name(item: Program) -> str:
    """Write an item's name after the word of its level, as HTML; programmes stand out."""
    label = text(f"{LEVEL_WORDS.get(item.row.tingkat, item.row.tingkat)}: {item.nama}")
    return f"<strong>{label}</strong>" if item.row.tingkat == "program" else label


def item_lead(cells: Cells, item: Program) -> list[Cell]:
    """Write an item's name and its sasaran."""
    return [item_name(item), cells.teks(item.row, "sasaran")]


def item_row(item: Program, cells: Sequence[Cell], place: int = 1) -> Row:
    """Make a row of the tree; an item's further indicators stand beside the first."""
    data = {
        "kode": item.kode if place == 1 else f"{item.kode}#{place}",
        "tingkat": item.row.tingkat,
    }
    if item.row.induk:
        data["induk"] = item.row.induk
    return Row(cells, item.row.tingkat, data)


def indicators(item: Program) -> Sequence[Indikator | None]:
    """List an item's indicators; None where it has none, so that it has its row."""
    return item.indikator or [None]


def tree_rows(
    cells: Cells,
    items: Iterable[Program],
    head: Callable[[Program], list[Cell]],
    *columns: str,
    tail: Callable[[Program], list[Cell]] = lambda item: [],
) -> list[Row]:
    """Lay out items with one row per indicator.

    ``head`` and ``tail`` give the cells that belong to the item, left blank on its further rows;
    ``columns`` are those of ``SHOWN`` between them.
    """
    rows = []
    for item in items:
        before, after = head(item), tail(item)
        for place, one in enumerate(indicators(item), start=1):
            if place == 2:
                before, after = [""] * len(before), [""] * len(after)
            line = indicator_cells(cells, item, one, *columns)
            rows.append(item_row(item, [*before, *line, *after], place))
    return rows


def indicator_cells(
    cells: Cells, item: Program, one: Indikator | None, *columns: str
) -> list[Cell]:
    """Write an indicator's name and the asked of its target, realisasi, capaian, formula."""
    if one is None:
        berkas = item.data[schemas.IndikatorProgram].berkas
        reason = f"indikator belum tersedia ({berkas})"
        return [cells.dash(reason), *("" for _ in columns)]
    name = cells.teks(one.row, "indikator")
    return [name, *(SHOWN[column](cells, one) for column in columns)]
