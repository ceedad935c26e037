"""Table of the actions on what the indicators came to."""

from __future__ import annotations

from itertools import groupby
from operator import itemgetter

from lkjip_analysis.data import schemas
from lkjip_analysis.data.schemas import SebabTindakan
from lkjip_analysis.formatting import format_date, join_words
from lkjip_analysis.presentation.output import (
    Row,
    TableOutput,
    center,
    left,
    make_table,
    missing_table,
    published,
    text,
)
from lkjip_analysis.presentation.tables.cells import Cells, joined_rows, source_note
from lkjip_analysis.results import Results

WHAT = "Tindakan atas capaian indikator"
TOLD = {
    "pelaksana": "Pelaksana",
    "batas_waktu": "Batas Waktu",
    "ukuran": "Ukuran Keberhasilan",
    "bukti": "Bukti",
}
"""What may be told of an action; a column that no row fills is named under the table instead."""


@published(WHAT, schemas.SebabTindakan)
def tindakan(hasil: Results) -> TableOutput:
    """Actions on IKU and indicators of programmes: who, until when, measured by what."""
    cells = Cells(hasil)
    told = [(one, row) for one in (*hasil.iku, *hasil.indikator) for row in one.tindakan
            if row.tindakan]  # fmt: skip
    if not told:
        return missing_table("tindakan", WHAT, hasil.data[SebabTindakan].berkas)
    shown = [kolom for kolom in TOLD if any(row.has(kolom) for _, row in told)]
    rows: list[Row] = []
    for number, (one, own) in enumerate(groupby(told, key=itemgetter(0)), start=1):
        lines = [
            [text(row.tindakan), *(_cell(cells, row, kolom) for kolom in shown)] for _, row in own
        ]
        rows += joined_rows([str(number), text(one.nama)], lines)
    lacking = [head.lower() for kolom, head in TOLD.items() if kolom not in shown]
    programmes = (one for item in hasil.at_level("program") for one in item.indikator)
    untold = [one.nama for one in (*hasil.iku, *programmes)
              if one.missed and not any(row.tindakan for row in one.tindakan)]  # fmt: skip
    notes = cells.notes(
        f"Belum mencapai target, tanpa tindakan di tabel ini: {join_words(untold)}."
        if untold
        else "",
        f"Belum tersedia: {join_words(lacking)}." if lacking else "",
        source_note(hasil.data, SebabTindakan),
    )
    columns = [*center("No"), *left("Indikator", "Tindakan", *(TOLD[kolom] for kolom in shown))]
    summary = f"{len(told)} tindakan atas capaian indikator tahun {hasil.tahun}"
    return make_table("tindakan", columns, rows, notes=notes, summary=summary)


def _cell(cells: Cells, row: SebabTindakan, kolom: str) -> str:
    if kolom == "batas_waktu" and row.batas_waktu is not None:
        return text(format_date(row.batas_waktu))
    return cells.teks(row, kolom)
