"""The notes under the tables: formulas, sources, units, evidence."""

from __future__ import annotations

from collections.abc import Iterable

from lkjip_analysis.data.columns import Row as DataRow
from lkjip_analysis.data.reading import YearData
from lkjip_analysis.measures.achievement import UNCAPPED
from lkjip_analysis.presentation.plain import data_name
from lkjip_analysis.presentation.tables.cells import has_long_unit
from lkjip_analysis.presentation.tables.goals import ALL_IKU
from lkjip_analysis.results import Figure, Results
from lkjip_analysis.results.entities import Iku


def formula_note(nama: str, figures: Iterable[Figure]) -> str:
    """Say the formula (or formulas) of a column: ``Capaian = realisasi ÷ target × 100.``."""
    formulas = _formulas(figures)
    return f"{nama} = {' atau '.join(formulas)}." if formulas else ""


def _formulas(figures: Iterable[Figure]) -> list[str]:
    return list(dict.fromkeys(figure.rumus for figure in figures if figure.rumus))


def achievement_note(nama: str, figures: Iterable[Figure]) -> str:
    """Say the formula of capaian or progress, and which one is for lower-is-better indicators."""
    formulas = _formulas(figures)
    higher = [rumus for rumus in formulas if rumus.startswith("realisasi")]
    lower = [rumus for rumus in formulas if rumus not in higher]
    parts = higher + [f"bila makin rendah makin baik, {' atau '.join(lower)}"] * bool(lower)
    return f"{nama} = {'; '.join(parts)}." if parts else ""


def source_note(data: YearData, *tables: type[DataRow]) -> str:
    """Name the data that a table rests on."""
    files = [data[table].berkas for table in tables if data[table]]
    return f"Sumber: {data_name(*files)}." if files else ""


def mean_note(hasil: Results) -> str:
    """Say how the mean of the IKU is made."""
    return formula_note("Rata-rata", [hasil.rata_rata.capaian_iku])


def cap_note(hasil: Results) -> str:
    """Say which limits each capaian has in that mean; once, in the first table of capaian."""
    policy = hasil.data.identitas.batas_capaian
    if policy == UNCAPPED:
        return "Capaian dicetak dan dirata-ratakan tanpa batas atas dan bawah."
    low, high = policy.split("_")
    cap = f"Capaian di bawah {low} dihitung {low} dan di atas {high} dihitung {high}"
    return f"{cap} di dalam rata-rata."


def unit_note(rows: Iterable[Iku]) -> str:
    """Name the units of IKU whose figures are printed without one."""
    units: dict[str, list[str]] = {}
    for iku in rows:
        if iku.row.satuan in ("nilai", "indeks") or has_long_unit(iku):
            units.setdefault(iku.row.satuan, []).append(iku.nama)
    parts = [f"{unit} ({', '.join(names) if len(names) <= ALL_IKU else f'{len(names)} indikator'})"
             for unit, names in units.items()]  # fmt: skip
    return f"Satuan: {'; '.join(parts)}." if parts else ""


def evidence_note(rows: Iterable[Iku]) -> str:
    """Name the documents that the realisations come from, and the IKU without one."""
    told = [iku for iku in rows if iku.row.bukti or iku.realisasi.known]
    if len(told) > ALL_IKU:
        lacking = sum(not iku.row.bukti for iku in told)
        rest = f"; pada {lacking} IKU belum tersedia" * bool(lacking)
        return f"Bukti realisasi disebut pada lembar setiap IKU{rest}."
    proofs = [f"{iku.nama}: {iku.row.bukti or 'belum tersedia'}" for iku in told]
    return f"Bukti realisasi: {'; '.join(proofs)}." if proofs else ""
