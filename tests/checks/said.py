"""Sentences added to a unit's texts, and what the rules find in each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from lkjip_analysis.checks import Finding, run_checks
from lkjip_analysis.data.reading import YearData
from lkjip_analysis.results import compute_results

Said = tuple[str, str, str]
"""IKU, section and text of a sentence."""


def say(year: YearData, said: Sequence[Said]) -> dict[Said, list[Finding]]:
    """Add sentences to the report's texts and give the findings on each."""
    table = year.tables["narasi"]
    typed, raw = table.typed.copy(), table.text.copy()
    first = int(typed.index.max()) + 1
    for row, (kode, bagian, text) in enumerate(said, first):
        record = {"bagian": bagian, "jenis": "paragraf", "kode": kode or None, "teks": text}
        typed.loc[row] = [record.get(name) for name in typed.columns]
        raw.loc[row] = [record.get(name) or "" for name in raw.columns]
    tables = {**year.tables, "narasi": replace(table, typed=typed, text=raw)}
    findings = run_checks(compute_results(replace(year, tables=tables)))
    found = [f for f in findings if f.berkas.endswith("narasi.csv")]
    return {key: [f for f in found if f.baris == row] for row, key in enumerate(said, first)}
