"""The rule on offices: who answers for an indicator or acts has a place in the organisation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from lkjip_analysis.checks.lexicon import WORDS
from lkjip_analysis.checks.names import abbreviates, misspelt, normalise
from lkjip_analysis.checks.rows import filled
from lkjip_analysis.checks.rules import Hit, hit, rule
from lkjip_analysis.data.columns import Column, Row
from lkjip_analysis.data.schemas import Iku, ProsesBisnis, SebabTindakan, Struktur, Tugas
from lkjip_analysis.results import Results

NAMED = (Iku.penanggung_jawab, SebabTindakan.pelaksana)
"""Columns that hold an office, or several."""

TOLD = (Struktur.uraian, Tugas.teks, ProsesBisnis.nama, ProsesBisnis.uraian)
"""Texts that speak of offices by their names."""

OFFICE = re.compile(
    r"(?<!di )\b(?:Bidang|Seksi|Sub ?[Bb]agian)(?:(?:,? dan|,)? [A-Z][\w-]+)+(?! [A-Z])"
)
"""An office inside of this kind of unit, as a text names it."""


LINKS = re.compile(r"^(?:dan|serta|bersama)\b|\b(?:dan|serta|bersama)$")


@rule("K88", "peringatan")
def k88_bagian_tidak_ada(hasil: Results) -> Iterator[Hit]:
    """Compare the offices that tables name with those of the organisation."""
    own = {office_of(row.jabatan): row for row in hasil.data[Struktur]}
    named = [(row, column, row[column]) for row, column in filled(hasil.data, NAMED)]
    for row, column in filled(hasil.data, TOLD):
        named += [(row, column, match[0]) for match in OFFICE.finditer(row[column])]
    missing: dict[str, list[tuple[Row, Column[str], str]]] = {}
    for row, column, text in named if own else ():
        rest = office_of(text)
        for office in sorted(own, key=len, reverse=True):
            rest = re.sub(rf"\b{re.escape(office)}\b", " ", rest)
        rest = LINKS.sub("", rest.strip()).strip()
        if rest and (_meant(rest, own) or _within(rest, own)):
            missing.setdefault(rest, []).append((row, column, text))
    for rest, told in missing.items():
        meant, (row, column, text) = _meant(rest, own), told[0]
        cells = tuple(one.cell(where) for one, where, _ in told)
        yield hit(
            "K88",
            (*cells, *((meant.cell("jabatan"),) if meant else ())),
            column=column,
            row=row,
            text=text,
            dugaan="salah ketik" if meant else "nama lama, atau bagian unit lain",
            saran=f"tulis {meant.jabatan}" if meant else "samakan dengan struktur.csv",
        )


def office_of(name: str) -> str:
    """Bring the name of an office, or of who heads it, to one spelling.

    >>> office_of("Kepala Sub Bagian Umum"), office_of("Sekretaris")
    ('subbagian umum', 'sekretariat')
    """
    words = normalise(name).replace("sub bagian", "subbagian").removeprefix("kepala ")
    return " ".join(WORDS["bagian"].get(word, word) for word in words.split())


def _meant(rest: str, own: Mapping[str, Struktur]) -> Struktur | None:
    """Find the office that a name is, with letters wrong."""
    return next((row for office, row in own.items() if misspelt(rest, office)), None)


def _within(rest: str, own: dict[str, Struktur]) -> bool:
    """Say whether a name is of an office inside a unit, and none of its own, even in short."""
    first, *words = rest.split()
    inside = first in WORDS["bagian"].values() and first != "sekretariat" and words
    several = {*words} & {*WORDS["bagian_umum"]}
    return bool(inside and not several) and not any(abbreviates(rest, office) for office in own)
