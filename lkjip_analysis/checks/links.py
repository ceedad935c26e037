"""Rules on links: sasaran, IKU, programmes and indicators must hang together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

from lkjip_analysis.checks.rows import cells_of, fact_cells, with_children
from lkjip_analysis.checks.rules import Hit, Repair, hit, rule
from lkjip_analysis.checks.scales import AKIP
from lkjip_analysis.data import schemas
from lkjip_analysis.data.reading import TableData
from lkjip_analysis.data.schemas import Program
from lkjip_analysis.formatting import format_percent, format_rupiah
from lkjip_analysis.results import Results

LEVEL_BELOW = {"program": "kegiatan", "kegiatan": "subkegiatan"}

CUT = 3
"""So many last items without an indicator: the file of the indicators ends too early."""


@rule("K20", "galat")
def k20_sasaran_tanpa_iku(hasil: Results) -> Iterator[Hit]:
    """Look for sasaran that no IKU measures."""
    measured = {row.kode_sasaran for row in hasil.data[schemas.Iku]}
    for row in hasil.data[schemas.Sasaran]:
        if row.kode_sasaran not in measured:
            yield hit("K20", row.cells("kode_sasaran"), row=row)


@rule("K21", "peringatan")
def k21_sasaran_tanpa_program(hasil: Results) -> Iterator[Hit]:
    """Look for sasaran that no programme serves."""
    if not hasil.data[schemas.Program]:
        return
    served = {row.kode_sasaran for row in hasil.data[schemas.Program] if row.tingkat == "program"}
    for row in hasil.data[schemas.Sasaran]:
        if row.kode_sasaran not in served:
            yield hit("K21", row.cells("kode_sasaran"), row=row)


@rule("K22", "peringatan")
def k22_program_tanpa_sasaran(hasil: Results) -> Iterator[Hit]:
    """Look for programmes linked to no sasaran."""
    total = hasil.anggaran.pagu
    for item in hasil.at_level("program"):
        row, pagu = item.row, item.pagu.decimal
        if row.kode_sasaran:
            continue
        what = "" if pagu is None else f"pagu {format_rupiah(pagu)}"
        if pagu and total.known:
            what += f", {format_percent(pagu / total.number * 100)} dari seluruh pagu"
        cells = (*row.cells("kode_sasaran", "pagu"), *fact_cells(hasil, "total_pagu_dpa"))
        yield hit("K22", cells, row=row, anggaran=f" ({what})" if what else "")


@rule("K23", "peringatan")
def k23_tanpa_indikator(hasil: Results) -> Iterator[Hit]:
    """Look for items that no indicator measures."""
    for data in (hasil.data, *hasil.data.history.values()):
        indicators, items = data[schemas.IndikatorProgram].rows, data[schemas.Program].rows
        measured = {row.kode for row in indicators}
        missing = [row for row in items if measured and row.kode not in measured]
        measured_first = missing == list(items[len(items) - len(missing) :])
        if measured_first and CUT <= len(missing) <= len(items) - CUT:
            last = indicators[-1]
            cells = (last.cell("kode"), *cells_of("kode", missing))
            yield hit("K23.terpotong", cells, last=last, missing=missing)
        elif data is hasil.data:
            yield from _without_indicator(items, missing)


def _without_indicator(items: Sequence[Program], missing: Sequence[Program]) -> Iterator[Hit]:
    """Name a level of which nothing is measured once, and else each item that is not."""
    for level in dict.fromkeys(row.tingkat for row in missing):
        lacking = [row for row in missing if row.tingkat == level]
        if len(lacking) > 1 and len(lacking) == sum(row.tingkat == level for row in items):
            yield hit("K23.tingkat", cells_of("kode", lacking), level=level, missing=lacking)
        else:
            yield from (hit("K23.baris", row.cells("kode"), row=row) for row in lacking)


@rule("K24", "peringatan")
def k24_tanpa_anak(hasil: Results) -> Iterator[Hit]:
    """Look for parents without children, where such children exist elsewhere."""
    levels = {row.tingkat for row in hasil.data[schemas.Program]}
    for item, below in with_children(hasil):
        row, level = item.row, LEVEL_BELOW.get(item.row.tingkat, "")
        if level in levels and not below:
            yield hit("K24", row.cells("kode"), row=row, level=level)


@rule("K25", "peringatan")
def k25_sasaran_berbeda(hasil: Results) -> Iterator[Hit]:
    """Compare a child's sasaran with that of the nearest item above it that names one."""
    items = {row.kode: row for row in hasil.data[schemas.Program]}
    for row in items.values():
        above, own, passed = items.get(row.induk), row.kode_sasaran, set[str]()
        while above and not above.kode_sasaran and above.kode not in passed:
            passed.add(above.kode)
            above = items.get(above.induk)
        if own and above and above.kode_sasaran not in ("", own):
            whose = above.kode if passed else "induknya"
            yield hit("K25", row.cells("kode_sasaran"), row=row, above=above, whose=whose)


@rule("K26", "galat")
def k26_iku_akip(hasil: Results) -> Iterator[Hit]:
    """Check the link between the evaluation and the IKU that holds its mark."""
    code, cells = hasil.data.identitas.kode_iku_akip, fact_cells(hasil, "kode_iku_akip")
    rows = {row.kode_iku: row for row in hasil.data[schemas.Iku]}
    named = [row for row in rows.values() if AKIP.search(row.indikator)]
    own, total = rows.get(code), hasil.jumlah.nilai_evaluasi.decimal
    if code and own is None:
        yield hit("K26.tidak_ada", cells, code=code, codes=", ".join(rows))
    if own and named and own not in named and own.realisasi != total:
        meant = named[0]
        yield hit("K26.keliru", (*cells, meant.cell("indikator")), row=own, meant=meant)
    for row in rows.values() if not code and hasil.data[schemas.Evaluasi] else ():
        if {"AKIP", "SAKIP"} & {*row.indikator.upper().split()}:
            yield hit("K26.kosong", row.cells("indikator"), row=row)


@rule("K27", "peringatan")
def k27_bobot_iku(hasil: Results) -> Iterator[Hit]:
    """Look for weights on some IKU only."""
    indicators = hasil.data[schemas.Iku]
    blank = [row for row in indicators if row.bobot is None]
    if blank and len(blank) < len(indicators):
        yield hit("K27.sebagian", cells_of("bobot", blank), blank=blank, every=indicators)
    total = sum((row.bobot or Decimal(0) for row in indicators), Decimal(0))
    whole = Decimal(100 if total > 2 else 1)
    if not blank and whole / 100 < abs(total - whole) < whole / 2:
        cells, beda = cells_of("bobot", indicators), total - whole
        yield hit("K27.jumlah", cells, every=indicators, total=total, whole=whole, beda=beda)


@rule("K28", "peringatan")
def k28_pembanding_nasional(hasil: Results) -> Iterator[Hit]:
    """Check that a national value names its source, and a source has a value."""
    data = hasil.data
    fact, cell = data.identitas.sumber_nasional, data.fact_cell("sumber_nasional")
    indicators = data[schemas.Iku]
    for row in indicators:
        value, source = row.realisasi_nasional, row.sumber_nasional
        both = row.cells("realisasi_nasional", "sumber_nasional")
        if value is not None and not source and not fact:
            yield hit("K28.tanpa_sumber", both, row=row)
        if value is None and source:
            yield hit("K28.tanpa_nilai", both[::-1], row=row)
    if fact and cell and indicators and not any(iku.realisasi_nasional.known for iku in hasil.iku):
        yield hit("K28.tidak_satu_pun", (cell,), fact=str(fact))


@rule("K29", "galat")
def k29_induk_lain(hasil: Results) -> Iterator[Hit]:
    """Compare the parent a row names with the one that its own code begins with."""
    tables: list[TableData[Any]] = [hasil.data[schemas.Renstra], hasil.data[schemas.ProsesBisnis]]
    tables += (year[schemas.Program] for year in (hasil.data, *hasil.data.history.values()))
    for rows in tables:
        codes = {row["kode"] for row in rows}
        for row in rows:
            above = [row["kode"][: sign.start()] for sign in re.finditer(r"[.\-_ /]", row["kode"])]
            own = next((code for code in reversed(above) if code in codes), "")
            if own and row["induk"] != own:
                mend = Repair(row.cell("induk"), own, f"induk {row['kode']} seharusnya {own}")
                cells, said = row.cells("induk", "kode"), row["induk"] or "kosong"
                yield hit("K29", cells, row=row, said=said, own=own, usul=(mend,))
