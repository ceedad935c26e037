"""Rating scales of ``skala_predikat.csv``: every named one is there, no class upside down.

Whether the classes of a scale meet without gap or overlap is a finding of ``checks``.
"""

from __future__ import annotations

from collections.abc import Iterator

from lkjip_analysis.data.dialect import suggest
from lkjip_analysis.data.reading import TableData, YearData
from lkjip_analysis.data.schemas import Identitas, Iku, IndikatorProgram, SkalaPredikat
from lkjip_analysis.exceptions import Problem, printable
from lkjip_analysis.formatting import format_number

NO_SCALE = "skala predikat tidak ada"


def check_scales(year: YearData) -> list[Problem]:
    """Check that every named scale exists, and that each class has its bounds in order."""
    data = year[SkalaPredikat]
    return [*(_check_names(year) if data.readable else ()), *_check_bounds(data)]


def _check_bounds(data: TableData[SkalaPredikat]) -> Iterator[Problem]:
    for row in data:
        low, high = row.batas_bawah, row.batas_atas
        point = low == high and row.termasuk == "keduanya"  # "Tercapai = 100"
        if low is not None and high is not None and low >= high and not point:
            fault, allowed = "batas bawah tidak di bawah batas atas", "batas bawah lebih kecil"
            found = f"{format_number(low)} sampai {format_number(high)}"
            remedy = "tukar atau perbaiki kedua batas"
            yield Problem(data.berkas, row.line, "batas_bawah", fault, found, allowed, remedy)


def _check_names(year: YearData) -> Iterator[Problem]:
    scales = list(dict.fromkeys(row.skala for row in year[SkalaPredikat] if row.skala))
    named: list[tuple[str, int | None, str, str]] = []
    if "identitas" not in year.missing:
        berkas = year[Identitas].berkas
        for key in ("skala_capaian", "skala_dukungan"):
            if year.identitas.has(key):
                cell = year.fact_cell(key)
                place = (cell.baris, "nilai") if cell else (None, key)
                named.append((berkas, *place, str(year.identitas[key])))
    for rows in (year[Iku], year[IndikatorProgram]):
        named += [(rows.berkas, row.line, "skala", row.skala) for row in rows if row.skala]
    for berkas, baris, kolom, name in named:
        if name in scales:
            continue
        if "skala_predikat" in year.missing:
            remedy = f"salin skala_predikat.csv dari data/ proyek ke {printable(year.root.name)}/"
        else:
            remedy = suggest(name, scales) or "tambahkan skala itu di skala_predikat.csv"
        allowed = ", ".join(scales) or "skala_predikat.csv tidak ada"
        yield Problem(berkas, baris, kolom, NO_SCALE, name, allowed, remedy)
