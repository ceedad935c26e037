"""Sasaran and their IKU as the rows of tables: who belongs to whom, and the cells they share."""

from __future__ import annotations

from dataclasses import dataclass

from lkjip_analysis.data.validation import frame_rows
from lkjip_analysis.measures.achievement import UNCAPPED
from lkjip_analysis.presentation.output import ABOVE, angka, text
from lkjip_analysis.presentation.tables.cells import Cells, formula_note, shown_with_unit
from lkjip_analysis.results import Results, slug

STATUS = {
    "melebihi": "Melebihi/melampaui target",
    "sesuai": "Sesuai target",
    "tidak_mencapai": "Tidak mencapai target",
}
LONG_UNIT = 16
UNLINKED = "Program yang belum ditautkan ke sasaran"


@dataclass(frozen=True)
class Iku:
    """One row of ``iku.csv``: its figures' key, its names, and whether its sasaran begins here."""

    baris: int
    row: dict[str, object]
    key: str
    sasaran: str
    begins: bool

    @property
    def sasaran_cell(self) -> str:
        """The sasaran, said once for all its IKU."""
        return text(self.sasaran) if self.begins else ABOVE


@dataclass(frozen=True)
class Goal:
    """One row of ``sasaran.csv`` with its IKU."""

    key: str
    sasaran: str
    iku: tuple[Iku, ...]


def list_iku(hasil: Results) -> list[Iku]:
    """List the IKU in file order, each with the sasaran it measures (its code where unnamed)."""
    names = {
        row["kode_sasaran"]: str(row["sasaran"]) for _, row in frame_rows(hasil.data["sasaran"])
    }
    result: list[Iku] = []
    before: object = None
    for baris, row in frame_rows(hasil.data["iku"]):
        code = row["kode_sasaran"]
        key = f"iku.{slug(row['kode_iku'])}"
        result.append(Iku(baris, row, key, names.get(code, str(code)), code != before))
        before = code
    return result


def list_goals(hasil: Results) -> list[Goal]:
    """List the sasaran in file order with their IKU."""
    every = list_iku(hasil)
    goals = []
    for _, row in frame_rows(hasil.data["sasaran"]):
        code = row["kode_sasaran"]
        own = tuple(iku for iku in every if iku.row["kode_sasaran"] == code)
        goals.append(Goal(f"sasaran.{slug(code)}", str(row["sasaran"]), own))
    return goals


def indicator_names(goal: Goal) -> list[str]:
    """Name the IKU of a sasaran; a dash where it has none."""
    return [text(iku.row["indikator"]) for iku in goal.iku] or [text(None)]


def name_iku(hasil: Results) -> dict[str, Iku]:
    """Find an IKU by its code."""
    return {str(iku.row["kode_iku"]): iku for iku in list_iku(hasil)}


def target_cell(cells: Cells, iku: Iku, *, unit: bool = True) -> str:
    """Write a target with its predikat: ``72 (BB)``; ``Tinggi (4)`` where the predikat is given.

    ``unit`` is off where the table has a column for it.
    """
    return _rated_cell(cells, iku, "target", unit)


def realisasi_cell(cells: Cells, iku: Iku) -> str:
    """Write a realisation with its predikat, where the data give one."""
    return _rated_cell(cells, iku, "realisasi")


def value_cell(cells: Cells, iku: Iku, field: str) -> str:
    """Write another figure of an IKU in the indicator's unit, a score with its predikat."""
    kunci = f"{iku.key}.{field}"
    letter = predikat_of_score(cells.hasil, iku.key, iku.row, kunci)
    rated_only = cells.hasil.get(f"{kunci}_predikat")
    if letter:
        return angka(cells.hasil[kunci], f"{letter} ({cells.hasil[kunci].tampil})")
    if rated_only is not None and not cells.hasil[kunci].known:
        return angka(rated_only)
    return cells.angka(kunci) if _has_long_unit(iku) else cells.bersatuan(kunci)


def _rated_cell(cells: Cells, iku: Iku, kolom: str, unit: bool = True) -> str:
    rated_only = cells.hasil.get(f"{iku.key}.{kolom}_predikat")
    figure = cells.hasil[f"{iku.key}.{kolom}"]
    if rated_only is not None:
        score = f" ({figure.tampil})" if figure.known else ""
        return cells.angka(rated_only.kunci, f"{rated_only.tampil}{score}")
    letter = iku.row[f"{kolom}_predikat"]
    bare = not unit or _has_long_unit(iku)
    if letter is not None and figure.known:
        return angka(figure, f"{figure.tampil if bare else shown_with_unit(figure)} ({letter})")
    return cells.angka(figure.kunci) if bare else cells.bersatuan(figure.kunci)


def predikat_of_score(hasil: Results, key: str, row: dict[str, object], kunci: str) -> str:
    """Name the class of a score, for an IKU whose realisation is a predikat only."""
    score = hasil.get(kunci)
    if score is None or not score.known or f"{key}.realisasi_predikat" not in hasil.figures:
        return ""
    classes = [one for _, one in frame_rows(hasil.data["skala_predikat"])]
    return next(
        (
            str(one["kategori"])
            for one in classes
            if one["skala"] == row["skala"] and one["skor"] == score.nilai
        ),
        "",
    )


def _has_long_unit(iku: Iku) -> bool:
    """Say whether the unit is too long for a narrow column (and so told in a note)."""
    return len(str(iku.row["satuan"])) > LONG_UNIT


def unit_note(rows: list[Iku]) -> str:
    """Name the units of IKU whose figures are printed without one."""
    units: dict[str, list[str]] = {}
    for iku in rows:
        if iku.row["satuan"] in ("nilai", "indeks") or _has_long_unit(iku):
            units.setdefault(str(iku.row["satuan"]), []).append(str(iku.row["indikator"]))
    parts = [f"{unit} ({', '.join(names)})" for unit, names in units.items()]
    return f"Satuan: {'; '.join(parts)}." if parts else ""


def mean_notes(hasil: Results) -> list[str]:
    """Say how the mean of the IKU is made: its formula, and the cap on each."""
    policy = str(hasil.data.identitas["batas_capaian"])
    how = formula_note("Rata-rata", [hasil.get("rata_rata.capaian_iku")])
    if policy == UNCAPPED:
        return [how, "Capaian dicetak dan dirata-ratakan tanpa batas atas dan bawah."]
    low, high = policy.split("_")
    cap = f"Capaian di bawah {low} dihitung {low} dan di atas {high} dihitung {high}"
    return [how, f"{cap} di dalam rata-rata."]


def evidence_note(hasil: Results, rows: list[Iku]) -> str:
    """Name the documents that the realisations come from, and the IKU without one."""
    proofs = [
        f"{iku.row['indikator']}: {iku.row['bukti'] or 'belum tersedia'}"
        for iku in rows
        if iku.row["bukti"] or hasil[f"{iku.key}.realisasi"].known
    ]
    return f"Bukti realisasi: {'; '.join(proofs)}." if proofs else ""
