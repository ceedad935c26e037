"""Sasaran and their IKU as the rows of tables: who belongs to whom, and the cells they share."""

from __future__ import annotations

from collections.abc import Iterable

from lkjip_analysis.data.schemas import SkalaPredikat
from lkjip_analysis.measures.achievement import UNCAPPED
from lkjip_analysis.presentation.cell import Cell, angka, status, text
from lkjip_analysis.presentation.layout import ABOVE, Column, left, right
from lkjip_analysis.presentation.tables.cells import Cells, formula_note, shown_with_unit
from lkjip_analysis.results import Figure, Results
from lkjip_analysis.results.entities import Iku, Indikator, Sasaran
from lkjip_analysis.results.names import Angka, predikat_of

LEAD = left("Sasaran Strategis", "Indikator Kinerja")


def mean_has_no_class(hasil: Results) -> bool:
    """Say whether no class is given to the mean: one fell short, or evaluators use its scale."""
    return any(
        iku.missed or iku.row.skala == hasil.data.identitas.skala_capaian for iku in hasil.iku
    )


def performance_columns(spanner: str) -> list[Column]:
    """Make the columns that ``performance_cells`` fills."""
    measured = right("Target", "Realisasi", "Capaian", spanner=spanner)
    return [*measured, *left("Status", spanner=spanner)]


LONG_UNIT = 16
ALL_IKU, FEW = 10, 3
"""So many IKU are all told, so many named in one sentence; of more the number is told."""
UNLINKED = "Program yang belum ditautkan ke sasaran"


def lead_cells(iku: Iku) -> list[str]:
    """Write the sasaran of an IKU, said once for all its IKU, and its name."""
    return [text(iku.sasaran) if iku.begins else ABOVE, text(iku.nama)]


def indicator_names(goal: Sasaran) -> list[str]:
    """Name the IKU of a sasaran; a dash where it has none."""
    return [text(iku.nama) for iku in goal.iku] or [text(None)]


def target_cell(cells: Cells, iku: Iku, *, unit: bool = True) -> Cell:
    """Write a target with its predikat: ``72 (BB)``; ``Tinggi (4)`` where the predikat is given.

    ``unit`` is off where the table has a column for it.
    """
    return rated_cell(cells, iku, Iku.target, bare=not unit or _has_long_unit(iku))


def realisasi_cell(cells: Cells, iku: Iku) -> Cell:
    """Write a realisation with its predikat, where the data give one."""
    return rated_cell(cells, iku, Iku.realisasi, bare=_has_long_unit(iku))


def performance_cells(cells: Cells, iku: Iku) -> list[Cell]:
    """Write target, realisation, capaian and status of an IKU."""
    measured = cells.angka(iku.capaian), status(iku.status)
    return [target_cell(cells, iku), realisasi_cell(cells, iku), *measured]


def value_cell(cells: Cells, iku: Iku, figure: Figure) -> Cell:
    """Write another figure of an IKU in the indicator's unit, a score with its predikat."""
    if letter := predikat_of_score(iku, figure):
        return angka(figure, f"{letter} ({figure.tampil})")
    rated_only = iku.predikat_of(figure)
    if rated_only.known and not figure.known:
        return angka(rated_only)
    return cells.angka(figure) if _has_long_unit(iku) else cells.bersatuan(figure)


def rated_cell(cells: Cells, one: Iku | Indikator, kind: Angka, *, bare: bool = False) -> Cell:
    """Write a target or realisation of an indicator; ``bare``: without its unit."""
    figure, letter = one.at(kind), one.row[predikat_of(kind.nama)]
    rated_only = one.predikat_of(figure)
    if rated_only.known:
        score = f" ({figure.tampil})" if figure.known else ""
        return cells.angka(rated_only, f"{rated_only.tampil}{score}")
    if letter and figure.known:
        return angka(figure, f"{figure.tampil if bare else shown_with_unit(figure)} ({letter})")
    return cells.angka(figure) if bare else cells.bersatuan(figure)


def predikat_of_score(iku: Iku, score: Figure) -> str:
    """Name the class of a score, for an IKU whose realisation is a predikat only."""
    if not (score.known and iku.realisasi_predikat.known):
        return ""
    same = (
        one.kategori
        for one in iku.data[SkalaPredikat]
        if one.skala == iku.row.skala and one.skor == score.nilai
    )
    return next(same, "")


def _has_long_unit(iku: Iku) -> bool:
    """Say whether the unit is too long for a narrow column (and so told in a note)."""
    return len(iku.row.satuan) > LONG_UNIT


def unit_note(rows: Iterable[Iku]) -> str:
    """Name the units of IKU whose figures are printed without one."""
    units: dict[str, list[str]] = {}
    for iku in rows:
        if iku.row.satuan in ("nilai", "indeks") or _has_long_unit(iku):
            units.setdefault(iku.row.satuan, []).append(iku.nama)
    parts = [f"{unit} ({', '.join(names) if len(names) <= ALL_IKU else f'{len(names)} indikator'})"
             for unit, names in units.items()]  # fmt: skip
    return f"Satuan: {'; '.join(parts)}." if parts else ""


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


def evidence_note(rows: Iterable[Iku]) -> str:
    """Name the documents that the realisations come from, and the IKU without one."""
    told = [iku for iku in rows if iku.row.bukti or iku.realisasi.known]
    if len(told) > ALL_IKU:
        lacking = sum(not iku.row.bukti for iku in told)
        rest = f"; pada {lacking} IKU belum tersedia" * bool(lacking)
        return f"Bukti realisasi disebut pada lembar setiap IKU{rest}."
    proofs = [f"{iku.nama}: {iku.row.bukti or 'belum tersedia'}" for iku in told]
    return f"Bukti realisasi: {'; '.join(proofs)}." if proofs else ""
