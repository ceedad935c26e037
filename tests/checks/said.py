"""Sentences added to a unit's texts, and what the rules find in each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from lkjip_analysis.checks import Finding, run_checks
from lkjip_analysis.data.reading import YearData
from lkjip_analysis.data.schemas import Narasi
from lkjip_analysis.results import compute_results

Said = tuple[str, str, str]
"""IKU, section and text of a sentence."""


CHOICE = re.compile(r"\[\[(.*?)\|(.*?)\]\]")


def told_in(*paths: Path) -> tuple[list[Said], list[Said]]:
    """Read sentences, ``bagian;kode;text [[false|true]]`` a line: those that are false, and true.

    A line without a choice is true, however hard it is.
    """
    lines = [line for path in paths for line in path.read_text(encoding="utf-8").splitlines()]
    told = [(kode, bagian, text) for bagian, kode, text in (line.split(";", 2) for line in lines)]
    false = [(*own, CHOICE.sub(r"\1", text)) for *own, text in told if CHOICE.search(text)]
    return false, [(*own, CHOICE.sub(r"\2", text)) for *own, text in told]


def say(year: YearData, said: Sequence[Said]) -> dict[Said, list[Finding]]:
    """Add sentences to the report's texts and give the findings on each."""
    table = year[Narasi]
    first = max(row.line for row in table) + 1
    blank = {column.name: column.blank for column in Narasi.columns}
    more: list[Narasi] = []
    for line, (kode, bagian, text) in enumerate(said, first):
        record = {"bagian": bagian, "jenis": "paragraf", "kode": kode, "teks": text}
        number = 1 + sum(row.bagian == bagian for row in (*table, *more))
        more.append(Narasi(table.berkas, line, blank | record | {"urutan": number}, record))
    tables = {**year.tables, "narasi": replace(table, rows=(*table, *more))}
    findings = run_checks(compute_results(replace(year, tables=tables)))
    found = [f for f in findings if f.berkas.endswith("narasi.csv")]
    return {key: [f for f in found if f.baris == row] for row, key in enumerate(said, first)}
