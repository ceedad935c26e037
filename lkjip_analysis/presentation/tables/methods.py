"""The table of methods: every formula used, with unit, source, and a worked example."""

from __future__ import annotations

import html
import re

from lkjip_analysis.presentation.output import Column, Row, TableOutput, angka, make_table, text
from lkjip_analysis.presentation.tables.cells import Cells
from lkjip_analysis.presentation.tables.formulas_used import Method, list_methods
from lkjip_analysis.presentation.tables.goals import STATUS
from lkjip_analysis.results import Figure, Results

MANY_INPUTS = 6


def metode(hasil: Results) -> TableOutput:
    """Every formula this report uses, with unit, source, and an example in its own figures."""
    cells = Cells(hasil)
    columns = [
        Column("Angka", 17),
        Column("Rumus", 26),
        Column("Satuan", 9),
        Column("Sumber Aturan", 23),
        Column("Contoh dengan Angka Laporan Ini", 25),
    ]
    rows = []
    for method in list_methods(hasil):
        figure = hasil[method.kunci]
        rows.append(
            Row(
                [
                    text(method.nama),
                    text(method.rumus or figure.rumus),
                    text(method.satuan or figure.satuan),
                    text(method.sumber),
                    _worked(cells, figure, method),
                ]
            )
        )
    if not rows:
        rows = [Row(["–"] * 5)]
    notes = cells.notes(
        "Angka dihitung dengan ketelitian penuh dan dibulatkan setengah ke atas hanya ketika "
        "dicetak, sehingga hitungan dari angka tercetak dapat berbeda pada angka terakhir."
    )
    return make_table(
        "metode", columns, rows, notes=notes, summary=f"{len(rows)} rumus yang dipakai laporan ini"
    )


def _worked(cells: Cells, figure: Figure, method: Method) -> str:
    """Write the formula with figures in place of its words, and what it gives."""
    if not figure.known:
        return cells.angka(figure.kunci)
    hasil, kata = cells.hasil, method.kata
    if kata:
        words = "|".join(re.escape(word) for word in sorted(kata, key=len, reverse=True))
        parts = re.split(f"({words})", figure.rumus.split(",")[0])
        worked = [
            _show(hasil[kata[part]]) if part in kata else html.escape(part, quote=False)
            for part in parts
        ]
        return f"{''.join(worked)} = {_show(figure)}"
    if figure.satuan == "status":
        return _show(figure)
    shown = [_show(hasil[kunci]) for kunci in figure.dari[:MANY_INPUTS]]
    shown += ["…"] * (len(figure.dari) > MANY_INPUTS)
    if method.tanda:
        return f"{method.tanda.join(shown)} = {_show(figure)}"
    return f"dari {'; '.join(shown)}: {_show(figure)}" if shown else _show(figure)


def _show(figure: Figure) -> str:
    return angka(figure, STATUS.get(str(figure.nilai)) if figure.satuan == "status" else None)
