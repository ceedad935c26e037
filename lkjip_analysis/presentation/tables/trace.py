"""The annex "Jejak perhitungan": every computed figure with its formula and its cells."""

from __future__ import annotations

from lkjip_analysis.presentation.output import Column, Row, TableOutput, angka, make_table, text
from lkjip_analysis.presentation.tables.cells import describe_rows
from lkjip_analysis.results import Figure, Results, slug

MANY = 6
"""Up to so many cells are listed with their values; beyond, by the figures and rows they lie in."""


def jejak(hasil: Results) -> TableOutput:
    """Every computed figure: key, value, formula, inputs."""
    columns = [
        Column("Kunci", 30),
        Column("Nilai", 13, "right"),
        Column("Rumus", 23),
        Column("Masukan", 34),
    ]
    figures = [figure for figure in hasil if figure.dari and figure.known]
    rows = [
        Row([_name(figure), angka(figure), text(figure.rumus), _inputs(figure)])
        for figure in figures
    ]
    if not rows:
        rows = [Row(["–", "–", "Belum ada angka yang dapat dihitung.", "–"])]
    notes = [
        "Kunci adalah nama tetap angka di hasil.json. Masukan ditulis berkas:baris kolom = nilai; "
        "baris dihitung seperti di Excel (judul kolom = baris 1). "
        f"Bila masukannya lebih dari {MANY} sel, yang ditulis angka antara atau baris asalnya.",
    ]
    summary = f"{len(figures)} angka hasil hitungan beserta rumus dan sel sumbernya"
    return make_table("jejak", columns, rows, notes=notes, summary=summary)


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
        return "<br>".join(
            f"{text(cell.berkas)}:{cell.baris} {text(cell.kolom)} = {text(cell.nilai)}"
            for cell in figure.masukan
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
