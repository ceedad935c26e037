"""A year's tables out of their files into a workbook; nothing is lost on the way."""

from __future__ import annotations

from pathlib import Path

from lkjip_analysis.data.reading import read_year
from lkjip_analysis.data.schemas import APART
from lkjip_analysis.data.validation import load_year
from lkjip_analysis.exchange.filling import Filling, guided, scales
from lkjip_analysis.exchange.workbook import workbook_bytes


def export_year(root: Path, tahun: int) -> tuple[bytes, list[str]]:
    """Make the workbook of a year from its tables, and say what does not come along.

    Some tables stay in their files, see ``APART``.
    """
    sound = load_year(tahun, root, whole=False)
    year, _ = read_year(root, tahun)
    held = (
        Filling.of(data)
        for data in year.tables.values()
        if data.sha256 and not data.table.shared and data.table not in APART
    )
    apart = [(year.tables[table.name], why) for table, why in APART.items()]
    notes = [f"{data.berkas} tetap berkas tersendiri: {why}" for data, why in apart if data]
    content = workbook_bytes(
        tahun, tahun - 1, sound.identitas.nama_unit, guided(held, sound), scales(sound)
    )
    return content, notes
