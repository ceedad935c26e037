"""The annex "Jejak perhitungan": every computed figure with its formula and its cells."""

from __future__ import annotations

from lkjip_analysis.beside import beside
from lkjip_analysis.exceptions import address
from lkjip_analysis.presentation.cell import angka, text
from lkjip_analysis.presentation.layout import Row, left, right
from lkjip_analysis.presentation.output import TableOutput, make_table
from lkjip_analysis.presentation.tables.cells import describe_rows
from lkjip_analysis.results import Figure, Results
from lkjip_analysis.results.names import slug

MANY = 6
"""Up to so many cells are listed with their values; beyond, by the figures and rows they lie in."""
WEB_ONLY = "hanya-web"
"""The class of a row that the renderers leave out on paper."""


LEFT_OUT: dict[str, list[str]] = beside(__file__)
"""Kinds of figures whose working paper leaves out: what they are, and where it can be followed."""


def list_traced(hasil: Results) -> list[tuple[Figure, str]]:
    """List the figures that were computed, each with its kind in ``LEFT_OUT`` (blank: printed)."""
    below = {item.kunci for item in hasil.program if item.row.tingkat != "program"}

    def left_out(figure: Figure) -> str:
        stem, _, _ = figure.kunci.rpartition(".")
        family = figure.kunci.partition(".")[0]
        if family in LEFT_OUT:
            return family
        if family.endswith("_lalu"):
            return "lalu"
        if stem in below:
            return "rincian"
        if isinstance(figure.nilai, str):
            return "kata"
        alone = len(figure.dari) == 1 and hasil[figure.dari[0]].nilai == figure.nilai
        return "sama" if alone else ""

    return [(figure, left_out(figure)) for figure in hasil if figure.dari and figure.known]


def jejak(hasil: Results) -> TableOutput:
    """Every computed figure: key, value, formula, inputs; on paper those that decide."""
    columns = [*left("Kunci"), *right("Nilai"), *left("Rumus", "Masukan")]
    traced = list_traced(hasil)
    rows = [
        Row(
            [_name(figure), angka(figure), text(figure.rumus), _inputs(figure)],
            WEB_ONLY if left_out else "",
        )
        for figure, left_out in traced
    ]
    notes = [
        "Kunci adalah nama tetap angka di hasil.json. Masukan ditulis berkas:baris kolom = nilai; "
        "baris dihitung seperti di Excel (judul kolom = baris 1). "
        f"Bila masukannya lebih dari {MANY} sel, yang ditulis angka antara atau baris asalnya."
    ]
    summary = f"{len(traced)} angka hasil hitungan beserta rumus dan sel sumbernya"
    empty = {"Rumus": "Belum ada angka yang dapat dihitung."}
    return make_table("jejak", columns, rows, notes=notes, summary=summary, empty=empty)


def anchor(kunci: str) -> str:
    """Name the place of a figure in the annex.

    >>> anchor("iku.AKIP.capaian")
    'jejak-iku-AKIP-capaian'
    """
    return f"jejak-{slug(kunci)}"


def _name(figure: Figure) -> str:
    broken = text(figure.kunci).replace(".", ".<wbr>").replace("_", "_<wbr>")
    return f'<span id="{text(anchor(figure.kunci))}"><code>{broken}</code></span>'


def _inputs(figure: Figure) -> str:
    if len(figure.masukan) <= MANY:
        rows: dict[tuple[str, int], list[str]] = {}
        for cell in figure.masukan:
            at = address(cell.berkas, cell.baris, cell.kolom)
            shown = f"{at} {text(cell.kolom)} = {text(cell.nilai)}".strip()
            rows.setdefault((cell.berkas, cell.baris), []).append(shown)
        return "<br>".join(
            f"{text(berkas)}:{baris} {'; '.join(shown)}" for (berkas, baris), shown in rows.items()
        )
    if len(figure.dari) <= MANY:
        return "<br>".join(text(kunci).replace(".", ".<wbr>") for kunci in figure.dari)
    places: dict[tuple[str, str], list[int]] = {}
    for cell in figure.masukan:
        places.setdefault((cell.berkas, cell.kolom), []).append(cell.baris)
    return "<br>".join(
        f"{text(berkas)} {describe_rows(baris)} kolom {text(kolom)}"
        for (berkas, kolom), baris in places.items()
    )
