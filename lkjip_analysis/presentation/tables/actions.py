"""Tables of the actions on what the indicators came to, and of programmes that fell short."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from operator import itemgetter

from lkjip_analysis.data import schemas
from lkjip_analysis.data.schemas import SebabTindakan
from lkjip_analysis.formatting import format_date, join_words
from lkjip_analysis.presentation.cell import status, text
from lkjip_analysis.presentation.layout import Row, center, left
from lkjip_analysis.presentation.output import TableOutput, make_table, missing_table, published
from lkjip_analysis.presentation.tables.cells import Cells, join_cells, joined_rows
from lkjip_analysis.presentation.tables.notes import source_note
from lkjip_analysis.results import Results
from lkjip_analysis.results.entities import Iku, Indikator

WHAT = "Tindakan atas capaian indikator"
TOLD = {
    "pelaksana": "Pelaksana",
    "batas_waktu": "Batas Waktu",
    "ukuran": "Ukuran Keberhasilan",
    "bukti": "Bukti",
}
"""What may be told of an action; a column that no row fills is named under the table instead."""
DUE, WHOLE = ("pelaksana", "batas_waktu"), ("pelaksana", "batas_waktu", "ukuran")
Step = tuple[Iku | Indikator, SebabTindakan]


@published(WHAT, schemas.SebabTindakan)
def tindakan(hasil: Results) -> TableOutput:
    """Actions on IKU and indicators of programmes, of the missed ones first."""
    every = sorted((*hasil.iku, *hasil.indikator), key=lambda one: not one.missed)
    told = [(one, row) for one in every for row in one.tindakan if row.tindakan]
    if not told:
        return missing_table("tindakan", WHAT, hasil.data[SebabTindakan].berkas)
    programmes = (one for item in hasil.at_level("program") for one in item.indikator)
    untold = [one.nama for one in (*hasil.iku, *programmes)
              if one.missed and not any(row.tindakan for row in one.tindakan)]  # fmt: skip
    note = f"Belum mencapai target, tanpa tindakan di tabel ini: {join_words(untold)}."
    notes = [*[note] * bool(untold), source_note(hasil.data, SebabTindakan)]
    return steps_table(hasil, "tindakan", told, notes=notes)


def steps_table(
    hasil: Results,
    name: str,
    told: Sequence[Step],
    kolom: Sequence[str] = tuple(TOLD),
    *,
    named: bool = True,
    notes: Sequence[str] = (),
) -> TableOutput:
    """Set out actions: who, until when, measured by what; ``named``: on which indicator."""
    cells = Cells(hasil)
    shown = [one for one in kolom if any(row.has(one) for _, row in told)]
    rows: list[Row] = []
    for number, (one, own) in enumerate(groupby(told, key=itemgetter(0)), start=1):
        lines = [[text(row.tindakan), *(_cell(cells, row, one) for one in shown)] for _, row in own]
        short = str(status(one.status)) if one.missed else ""
        lead = [str(number), join_cells([text(one.nama), short])] if named else []
        rows += joined_rows(lead, lines)
    lacking = [TOLD[one].lower() for one in kolom if one not in shown]
    lacks = f"Belum tersedia: {join_words(lacking)}." if lacking else ""
    columns = [*center("No"), *left("Indikator")] if named else []
    columns += left("Tindakan", *(TOLD[one] for one in shown))
    summary = f"{len(told)} tindakan atas capaian indikator tahun {hasil.tahun}"
    return make_table(name, columns, rows, notes=cells.notes(lacks, *notes), summary=summary)


def _cell(cells: Cells, row: SebabTindakan, kolom: str) -> str:
    if kolom == "batas_waktu" and row.batas_waktu is not None:
        return text(format_date(row.batas_waktu))
    return cells.teks(row, kolom)


def step_words(row: SebabTindakan, kolom: Sequence[str] = WHOLE) -> str:
    """Write an action in one line: ``Membeli server (Sekretariat; 30 Juni 2025; …)``."""
    told = [format_date(row[one]) if one == "batas_waktu" else row[one]
            for one in kolom if row.has(one)]  # fmt: skip
    lacks = [TOLD[one].lower() for one in kolom if not row.has(one)]
    told += [f"{join_words(lacks)} belum disebut"] * bool(lacks)
    return f"{row.tindakan.rstrip('.')} ({'; '.join(told)})"
