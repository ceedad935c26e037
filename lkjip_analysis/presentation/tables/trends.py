"""The course of every indicator over all years of the data (web only)."""

from __future__ import annotations

from collections.abc import Iterator

from lkjip_analysis.data import schemas
from lkjip_analysis.measures.comparison import direction, is_improvement
from lkjip_analysis.presentation.cell import Cell, text
from lkjip_analysis.presentation.layout import Row, left, right
from lkjip_analysis.presentation.output import TableOutput, make_table
from lkjip_analysis.presentation.tables.cells import Cells
from lkjip_analysis.presentation.tables.items import LEVEL_WORDS, numbers
from lkjip_analysis.presentation.tables.notes import source_note
from lkjip_analysis.results import Results
from lkjip_analysis.results.entities import Iku, Indikator
from lkjip_analysis.results.trends import Trend

OTHER = {"nama": "nama lain", "satuan": "satuan lain"}
BETTER = {True: " (membaik)", False: " (memburuk)", None: ""}


def tren_indikator(hasil: Results) -> TableOutput:
    """Realisation over all years of every indicator that has a past; IKU come first."""
    every = [(label, one, one.tren) for label, one in _indicators(hasil)]
    told = [(label, one, course) for label, one, course in every if len(course.years) > 1]
    years = sorted({year for *_, course in told for year in course.years})
    columns = [*left("Indikator", "Arah", "Satuan"), *right(*map(str, years))]
    cells = Cells(hasil)
    rows = []
    for label, one, course in told:
        lead = [text(f"{label}: {one.nama}"), _way(course, one), text(one.row.satuan)]
        rows.append(Row([*lead, *(_value(cells, one, course, year) for year in years)]))
    unlike = {what for *_, course in told for what in course.lain.values()}
    faulty = [str(year) for year, data in hasil.data.earlier.items() if data is None]
    notes = cells.notes(
        f"Arah: realisasi {hasil.tahun} terhadap yang terakhir sebelumnya; membaik dan memburuk "
        "menurut arah yang baik bagi indikatornya.",
        *(f"{OTHER[what].capitalize()}: kode itu dipakai indikator ber{what} lain pada tahun itu, "
          "jadi tidak disambung." for what in sorted(unlike)),
        f"Tanpa realisasi tahun lain: {len(every) - len(told)} indikator."
        * (len(told) < len(every)),
        f"Data tahun {', '.join(faulty)} berisi kesalahan dan tidak ikut." * bool(faulty),
        source_note(hasil.data, schemas.Iku, schemas.IndikatorProgram),
    )  # fmt: skip
    summary = f"Realisasi {len(told)} indikator menurut tahun"
    return make_table("tren-indikator", columns, rows, kind="tren", notes=notes, summary=summary)


def _indicators(hasil: Results) -> Iterator[tuple[str, Iku | Indikator]]:
    """Name every indicator's place: IKU, or the number of its programme, kegiatan, subkegiatan."""
    yield from (("IKU", iku) for iku in hasil.iku)
    number = numbers(hasil.program)
    for item in hasil.program:
        level = LEVEL_WORDS.get(item.row.tingkat, item.row.tingkat)
        yield from ((f"{level} {number[item.kode]}", one) for one in item.indikator)


def _value(cells: Cells, one: Iku | Indikator, course: Trend, year: int) -> Cell:
    if year in course.lain:
        return OTHER[course.lain[year]]
    if (figure := course.nilai.get(year)) is None:
        return ""
    rated = one.predikat_of(figure)
    return cells.angka(rated if rated.known and not figure.known else figure)


def _way(course: Trend, one: Iku | Indikator) -> str:
    """Say where an indicator has gone since the latest year before, and whether that is good."""
    now, then = one.realisasi, course.sebelumnya
    if then is None or now.decimal is None or then.decimal is None or not now.beside(then):
        return ""
    change = now.decimal - then.decimal
    return direction(change) + BETTER[is_improvement(change, one.row.polaritas)]
