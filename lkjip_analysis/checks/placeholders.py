"""The rule on what is filled in: a key in braces must be known, have a value, and be in a text."""

from __future__ import annotations

from collections.abc import Iterator

from lkjip_analysis.checks.cases import hit
from lkjip_analysis.checks.findings import Hit, rule
from lkjip_analysis.checks.rows import filled
from lkjip_analysis.checks.texts import PLACEHOLDER
from lkjip_analysis.checks.wording import WRITTEN
from lkjip_analysis.data.facts import FACTS
from lkjip_analysis.data.schemas import Narasi, Pengakuan
from lkjip_analysis.results import Results, keys

LITERAL = tuple(c for c in WRITTEN if c not in (Narasi.teks, Pengakuan.nilai, Pengakuan.alasan))
"""Texts that are printed as typed; the last two tell of others, braces and all."""


@rule("K78", "galat")
def k78_kunci(hasil: Results) -> Iterator[Hit]:
    """Look up every filled-in place of the texts."""
    facts = hasil.data.identitas
    known = {*keys.WORDS, *(f"identitas.{key}" for key in FACTS), *hasil.figures}
    for row, column in filled(hasil.data, LITERAL):
        for name in dict.fromkeys(PLACEHOLDER.findall(row[column])):
            if name in known:
                yield hit("K78.apa_adanya", (row.cell(column),), name=name)
    for row in hasil.data[Narasi]:
        for name in dict.fromkeys(PLACEHOLDER.findall(row.teks)):
            figure = hasil.figures.get(name)
            if name not in known:
                if meant := keys.meant_key(name, known):
                    yield hit("K78.tidak_dikenal", (row.cell("teks"),), name=name, saran=meant)
                continue
            blank = figure is not None and not figure.known
            blank |= (
                name.startswith("identitas.") and name[10:] in FACTS and not facts.has(name[10:])
            )
            if blank:
                yield hit(
                    "K78.belum_ada",
                    (row.cell("teks"), *(figure.masukan[:3] if figure is not None else ())),
                    name=name,
                    dugaan=figure.alasan if figure is not None else "belum diisi di identitas.csv",
                )
