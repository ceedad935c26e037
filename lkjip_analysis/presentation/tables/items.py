"""Programmes, kegiatan and subkegiatan as the rows of trees and lists."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from lkjip_analysis.data import schemas
from lkjip_analysis.presentation.cell import Cell, status, text
from lkjip_analysis.presentation.layout import Row
from lkjip_analysis.presentation.tables.cells import Cells, join_cells
from lkjip_analysis.results.entities import Entities, Indikator, Program

LEVEL_WORDS = {"program": "Program", "kegiatan": "Kegiatan", "subkegiatan": "Subkegiatan"}
ITEM_HEAD = "Program / Kegiatan / Subkegiatan"
BOTH_HEAD = f"{ITEM_HEAD} dan Indikatornya"
CHANGED = "indikator berganti"


def realised(cells: Cells, one: Indikator) -> Cell:
    """Write a realisation without its unit."""
    return cells.berpredikat(one, Indikator.realisasi, bare=True)


SHOWN: Mapping[str, Callable[[Cells, Indikator], Cell]] = {
    "satuan": lambda cells, one: text(one.row.satuan),
    "target": lambda cells, one: cells.berpredikat(one, Indikator.target),
    "target tanpa satuan": lambda cells, one: cells.berpredikat(one, Indikator.target, bare=True),
    "lalu": lambda cells, one: realised(cells, one.pendahulu) if one.pendahulu else CHANGED,
    "realisasi": lambda cells, one: cells.berpredikat(one, Indikator.realisasi),
    "realisasi tanpa satuan": lambda cells, one: realised(cells, one),
    "capaian": lambda cells, one: cells.capaian(one),
    "status": lambda cells, one: status(one.status),
}
"""How the columns of an indicator are written."""
MEASURED = ("target", "realisasi", "capaian", "status")
BESIDE_UNIT = ("satuan", "target tanpa satuan"), ("realisasi tanpa satuan", "capaian", "status")
"""The same beside a column of the units, before and after the place of last year's realisation."""


OFFICIAL = re.compile(r"[\dX]\.(\d\d|XX)(\.\d+)*")
"""A code of the nomenclature (``7.01.02.2.01``); another is the unit's own and says nothing."""


def numbers(items: Iterable[Program]) -> dict[str, str]:
    """Number items in the order of the data, by code: ``2``, under it ``2.1``, ``2.1.3``."""
    found: dict[str, str] = {}
    count = Counter[str]()
    for item in items:
        above = found.get(item.row.induk or "", "")
        count[above] += 1
        found[item.kode] = f"{above}.{count[above]}".lstrip(".")
    return found


def item_name(item: Program, number: str) -> str:
    """Write an item's name after its level, number and official code, as HTML; programmes bold."""
    codes = filter(OFFICIAL.fullmatch, (getattr(item.row, "kode_nomenklatur", ""), item.kode))
    code = f" ({official})" if (official := next(codes, "")) else ""
    level = LEVEL_WORDS.get(item.row.tingkat, item.row.tingkat)
    label = text(f"{level} {number}{code}: {item.nama}")
    return f"<strong>{label}</strong>" if item.row.tingkat == "program" else label


def item_lead(cells: Cells, item: Program, number: str) -> list[Cell]:
    """Write an item's name and its sasaran."""
    return [item_name(item, number), cells.teks(item.row, "sasaran")]


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
    items: Sequence[Program] | Entities[Program],
    head: Callable[[Program, str], list[Cell]] | None,
    *columns: str,
    tail: Callable[[Program], list[Cell]] = lambda item: [],
    anchored: bool = False,
) -> list[Row]:
    """Lay out items with one row per indicator, which may be its anchor.

    ``head`` and ``tail`` give the cells that belong to the item, left blank on its further rows;
    ``columns`` are those of ``SHOWN`` between them. Without a ``head`` the item stands over its
    first indicator, in one cell.
    """
    rows, number = [], numbers(items)
    for item in items:
        before, after = head(item, number[item.kode]) if head else [], tail(item)
        for place, one in enumerate(indicators(item), start=1):
            if place == 2:
                before, after = [""] * len(before), [""] * len(after)
            line = indicator_cells(cells, item, one, *columns)
            if not head:
                line[0] = join_cells(
                    [item_name(item, number[item.kode])] * (place == 1) + [f"Indikator: {line[0]}"]
                )
            row = item_row(item, [*before, *line, *after], place)
            if anchored and one:
                row = replace(row, anchor=one._stem, data={**row.data, "nama": one.nama})
            rows.append(row)
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
