"""Sasaran and their IKU as the rows of tables: who belongs to whom, and the cells they share."""

from __future__ import annotations

from collections.abc import Iterable

from lkjip_analysis.measures.achievement import UNCAPPED
from lkjip_analysis.presentation.cell import text
from lkjip_analysis.presentation.layout import ABOVE, Column, left, right
from lkjip_analysis.presentation.tables.cells import formula_note, has_long_unit
from lkjip_analysis.results import Results
from lkjip_analysis.results.entities import Iku, Sasaran

LEAD = left("Sasaran Strategis", "Indikator Kinerja")


def mean_has_no_class(hasil: Results) -> bool:
    """Say whether no class is given to the mean.

    The unit has chosen no scale, an IKU fell short, or evaluators use the scale.
    """
    chosen = hasil.data.identitas.skala_capaian
    return not chosen or any(iku.missed or iku.row.skala == chosen for iku in hasil.iku)


def performance_columns(spanner: str) -> list[Column]:
    """Make the columns that ``Cells.kinerja`` fills."""
    measured = right("Target", "Realisasi", "Capaian", spanner=spanner)
    return [*measured, *left("Status", spanner=spanner)]


ALL_IKU, FEW = 10, 3
"""So many IKU are all told, so many named in one sentence; of more the number is told."""
UNLINKED = "Program yang belum ditautkan ke sasaran"


def lead_cells(iku: Iku) -> list[str]:
    """Write the sasaran of an IKU, said once for all its IKU, and its name."""
    return [text(iku.sasaran) if iku.begins else ABOVE, text(iku.nama)]


def indicator_names(goal: Sasaran) -> list[str]:
    """Name the IKU of a sasaran; a dash where it has none."""
    return [text(iku.nama) for iku in goal.iku] or [text(None)]


def unit_note(rows: Iterable[Iku]) -> str:
    """Name the units of IKU whose figures are printed without one."""
    units: dict[str, list[str]] = {}
    for iku in rows:
        if iku.row.satuan in ("nilai", "indeks") or has_long_unit(iku):
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
