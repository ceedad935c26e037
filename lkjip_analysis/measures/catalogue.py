"""Every formula of the reports, in the order of the chapters, and its list for ``docs/rumus.md``.

A formula is added by writing it into the module of its subject; ``python -m
lkjip_analysis.measures.catalogue`` then writes the document anew (a test says when it is stale).
"""

from __future__ import annotations

from collections.abc import Iterator
from types import ModuleType

from lkjip_analysis import paths
from lkjip_analysis.measures import (
    achievement,
    budget,
    comparison,
    composite,
    counts,
    efficiency,
    evaluation,
    ratings,
    resources,
)
from lkjip_analysis.measures.formula import DATA, Formula

SUBJECTS: dict[str, ModuleType] = {
    "Capaian kinerja": achievement,
    "Predikat dan penilaian": ratings,
    "IKU komposit": composite,
    "Perbandingan": comparison,
    "Anggaran": budget,
    "Efisiensi anggaran": efficiency,
    "Sumber daya": resources,
    "Evaluasi AKIP": evaluation,
    "Pencacahan": counts,
}


def list_formulas(subject: ModuleType) -> Iterator[Formula]:
    """List the formulas that a module holds, by themselves or under the unit's choices."""
    for value in vars(subject).values():
        for formula in value.values() if isinstance(value, dict) else [value]:
            if isinstance(formula, Formula) and formula is not DATA:
                yield formula


def catalogue() -> dict[str, Formula]:
    """Give every formula by its name."""
    return {f.nama: f for subject in SUBJECTS.values() for f in list_formulas(subject)}


def formulas_document() -> str:
    """Write the document: for each subject its formulas with unit, condition and source."""
    lines = [
        "# Rumus",
        "",
        "Semua rumus yang dikenal program, dibuat dari katalognya (`python -m "
        "lkjip_analysis.measures.catalogue`); jangan disunting. Rumus yang dipakai suatu laporan "
        "beserta contoh angkanya ada di Lampiran Metode laporan itu.",
    ]
    for title, subject in SUBJECTS.items():
        lines += ["", f"## {title}", "", "| Angka | Rumus | Satuan | Syarat | Sumber aturan |"]
        lines.append("|---|---|---|---|---|")
        lines += [
            f"| {' | '.join((f.nama, f.umum, f.satuan, f.syarat, f.sumber))} |"
            for f in list_formulas(subject)
        ]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    paths.FORMULAS.write_text(formulas_document(), encoding="utf-8", newline="\n")
