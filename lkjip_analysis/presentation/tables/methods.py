"""The table of methods: every kind of formula used, with unit, source, and a worked example."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from decimal import Decimal

from lkjip_analysis.data.schemas import IndikatorProgram
from lkjip_analysis.measures.catalogue import catalogue
from lkjip_analysis.measures.formula import DATA
from lkjip_analysis.presentation.cell import angka, status, text
from lkjip_analysis.presentation.layout import Row, left
from lkjip_analysis.presentation.output import TableOutput, make_table, missing_table
from lkjip_analysis.results import Figure, Results

MANY_INPUTS = 6
PLAIN = (Decimal(0), Decimal(100))
"""Values that show little of their formula."""


def metode(hasil: Results) -> TableOutput:
    """Every kind of formula this report uses, with an example in its own figures."""
    columns = left("Angka", "Rumus", "Satuan", "Sumber Aturan", "Penerapan pada Angka Laporan Ini")
    rows = [_row(hasil, nama, figures) for nama, figures in list_kinds(hasil).items()]
    notes = [
        "Angka dihitung dengan ketelitian penuh dan dibulatkan setengah ke atas hanya ketika "
        "dicetak, sehingga hitungan dari angka tercetak dapat berbeda pada angka terakhir."
    ]
    summary = f"{len(rows)} rumus yang dipakai laporan ini"
    return make_table("metode", columns, rows, notes=notes, summary=summary)


def rumus_indikator(hasil: Results) -> TableOutput:
    """The formula of every programme indicator of this year and the last, in the tree's order."""
    years: dict[tuple[str, str], list[int]] = {}
    for one in (*hasil.indikator, *hasil.indikator_lalu):
        if one.row.formula:
            years.setdefault((one.nama, one.row.formula), []).insert(0, one.data.tahun)
    if not years:
        berkas = hasil.data[IndikatorProgram].berkas
        return missing_table("rumus-indikator", "Rumus penghitungan indikator", berkas)
    columns = left("Indikator", "Rumus Penghitungan", "Tahun")
    rows = [
        Row([text(nama), text(rumus), ", ".join(map(str, dict.fromkeys(told)))])
        for (nama, rumus), told in years.items()
    ]
    without = sum(not one.row.formula for one in hasil.indikator)
    notes = [f"Rumus {without} indikator tahun {hasil.tahun} belum tersedia."] * (without > 0)
    summary = f"Rumus {len(rows)} indikator program, kegiatan, dan subkegiatan"
    return make_table("rumus-indikator", columns, rows, notes=notes, summary=summary)


def list_kinds(hasil: Results) -> dict[str, list[Figure]]:
    """List the known figures of each kind of formula, in the order of the catalogue."""
    kinds: dict[str, list[Figure]] = {nama: [] for nama in catalogue()}
    for figure in hasil:
        if figure.known and figure.formula.nama != DATA.nama:
            kinds.setdefault(figure.formula.nama, []).append(figure)
    return {nama: figures for nama, figures in kinds.items() if figures}


def _row(hasil: Results, nama: str, figures: list[Figure]) -> Row:
    formulas = [figure.formula for figure in figures]
    general = catalogue().get(nama, formulas[0])
    unit = _shared([formula.satuan for formula in formulas], general.satuan)
    words = _shared([formula.kata for formula in formulas], general.umum)
    rule = "\n".join(part for part in (words, general.syarat) if part)
    sources = "; ".join(dict.fromkeys(formula.sumber for formula in formulas))
    told = map(text, (nama, rule, "kelas" if unit == "teks" else unit, sources))
    return Row([*told, _worked(hasil, min(figures, key=lambda f: _obscurity(hasil, f)))])


def _shared(words: Sequence[str], general: str) -> str:
    """Give what all figures of a kind say alike, else what is said of the kind."""
    return words[0] if len(set(words)) == 1 else general


def _obscurity(hasil: Results, figure: Figure) -> tuple[bool, bool, int]:
    """Rank an example: of this year, with a telling value, the shortest sum of more than one."""
    of_year = any(cell.berkas.startswith(f"{hasil.tahun}/") for cell in figure.masukan)
    parts = len(figure.dari) if figure.formula.tanda else 0
    return not of_year, figure.nilai in PLAIN, 99 if parts == 1 else parts


def _worked(hasil: Results, figure: Figure) -> str:
    """Write the formula with figures in place of its words, and what it gives."""
    parts = _operands(hasil, figure)
    if parts:
        words = "|".join(re.escape(word) for word in sorted(parts, key=len, reverse=True))
        worked = [
            _show(parts[piece]) if piece in parts else html.escape(piece, quote=False)
            for piece in re.split(f"({words})", figure.rumus.split(",")[0])
        ]
        return f"{''.join(worked)} = {_show(figure)}"
    shown = [_show(hasil[kunci]) for kunci in figure.dari[:MANY_INPUTS]]
    shown += ["…"] * (len(figure.dari) > MANY_INPUTS)
    if figure.formula.tanda and shown:
        return f"{figure.formula.tanda.join(shown)} = {_show(figure)}"
    return f"dari {'; '.join(shown)}: {_show(figure)}" if shown else _show(figure)


def _operands(hasil: Results, figure: Figure) -> dict[str, Figure]:
    """Find the figure for each word of a formula that stands for one.

    A word may also stand for what an input was computed from: ``pagu`` where that is ``serapan``.
    """
    formula, inputs = figure.formula, [hasil[kunci] for kunci in figure.dari]
    if not formula.operan:
        return {}
    below = [pair for part in inputs for pair in _operands(hasil, part).items()]
    return dict(below) | dict(
        zip((formula.fill(word) for word in formula.operan), inputs, strict=False)
    )


def _show(figure: Figure) -> str:
    return str(status(figure) if figure.satuan == "status" else angka(figure))
