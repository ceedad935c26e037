"""Programmes, kegiatan and subkegiatan as the rows of trees and lists."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from lkjip_analysis.data.reading import YearData
from lkjip_analysis.data.validation import frame_rows
from lkjip_analysis.presentation.output import Row, text
from lkjip_analysis.presentation.tables.cells import Cells
from lkjip_analysis.results import slug

LEVEL_WORDS = {"program": "Program", "kegiatan": "Kegiatan", "subkegiatan": "Subkegiatan"}
ITEM_HEAD = "Program / Kegiatan / Subkegiatan"


@dataclass(frozen=True)
class Item:
    """One row of ``program.csv`` (or ``renstra.csv``) and the rows of its indicators."""

    baris: int
    row: dict[str, object]
    indikator: tuple[tuple[int, dict[str, object]], ...] = ()

    @property
    def kode(self) -> str:
        """The item's code."""
        return str(self.row["kode"])

    @property
    def key(self) -> str:
        """Start of its figures' keys."""
        return f"program.{slug(self.kode)}"

    @property
    def tingkat(self) -> str:
        """Its level."""
        return str(self.row["tingkat"])

    @property
    def nama(self) -> str:
        """Its name after the word of its level, as HTML; programmes stand out."""
        label = text(f"{LEVEL_WORDS.get(self.tingkat, self.tingkat)}: {self.row['nama']}")
        return f"<strong>{label}</strong>" if self.tingkat == "program" else label

    def indicators(self, prefix: str) -> list[tuple[int, str]]:
        """List row number and figures' key of its indicators; one blank pair where it has none."""
        found = [
            (baris, f"{prefix}.{slug(self.kode)}.{row['urutan']}") for baris, row in self.indikator
        ]
        return found or [(0, "")]

    def tree_data(self, place: int = 1) -> dict[str, str]:
        """Give the row's place in the tree; further indicators stand beside the first."""
        data = {
            "kode": self.kode if place == 1 else f"{self.kode}#{place}",
            "tingkat": self.tingkat,
        }
        if self.row["induk"] is not None:
            data["induk"] = str(self.row["induk"])
        return data


def list_items(data: YearData, levels: Sequence[str] = tuple(LEVEL_WORDS)) -> list[Item]:
    """List a year's items in file order, each with its indicators."""
    indicators: dict[object, list[tuple[int, dict[str, object]]]] = {}
    for baris, row in frame_rows(data["indikator_program"]):
        indicators.setdefault(row["kode"], []).append((baris, row))
    return [
        Item(baris, row, tuple(indicators.get(row["kode"], ())))
        for baris, row in frame_rows(data["program"])
        if row["tingkat"] in levels
    ]


def tree_rows(
    items: Sequence[Item],
    prefix: str,
    head: Callable[[Item], list[str]],
    line: Callable[[Item, int, str, bool], list[str]],
) -> list[Row]:
    """Lay out items with one row per indicator.

    ``head`` gives the cells that belong to the item (left blank on its further rows), ``line``
    those of an indicator from its row number, its figures' key, and whether it is the first.
    """
    rows = []
    for item in items:
        own = head(item)
        for place, (baris, key) in enumerate(item.indicators(prefix), start=1):
            lead = own if place == 1 else [""] * len(own)
            rows.append(
                Row(
                    [*lead, *line(item, baris, key, place == 1)],
                    item.tingkat,
                    item.tree_data(place),
                )
            )
    return rows


def indicator_cells(cells: Cells, data: YearData, baris: int, key: str, *fields: str) -> list[str]:
    """Write an indicator's name and the asked of its target, realisasi, capaian, formula."""
    if not key:
        reason = f"indikator belum tersedia ({data.tables['indikator_program'].berkas})"
        return [cells.dash(reason), *("" for _ in fields)]
    line = [cells.teks("indikator_program", baris, "indikator", data)]
    for name in fields:
        if name == "formula":
            line.append(cells.teks("indikator_program", baris, name, data))
        elif name == "capaian":
            line.append(cells.angka(f"{key}.{name}"))
        else:
            line.append(cells.bersatuan(f"{key}.{name}"))
    return line
