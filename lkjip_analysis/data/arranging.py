"""Rows as a report tells them: IKU under their tujuan or sasaran, paragraphs in order, plain names.

The files may hold them otherwise: an IKU or a paragraph added at the end, a name pasted with
``PROGRAM`` before it. Row numbers and the text of the cells stay as they are in the file.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any, TypeVar

from lkjip_analysis.data.facts import SECTIONS, Facts
from lkjip_analysis.data.reading import TableData, YearData
from lkjip_analysis.data.schemas import Iku, Narasi, Program, Renstra, Sasaran
from lkjip_analysis.formatting import format_date

N = TypeVar("N", Program, Renstra)


def arrange(year: YearData) -> YearData:
    """Give a year with its tables as they are told."""
    codes = [code for row in year[Sasaran] for code in (row.kode_tujuan, row.kode_sasaran)]
    place = {code: number for number, code in reversed(list(enumerate(codes)))}
    iku = sorted(year[Iku], key=lambda row: place.get(row.kode_sasaran, len(place)))
    part = {name: number for number, name in enumerate(SECTIONS)}
    texts = sorted(year[Narasi], key=lambda row: (part.get(row.bagian, -1), row.urutan or 0))
    told: list[TableData[Any]] = [
        replace(year[Narasi], rows=tuple(texts)),
        replace(year[Iku], rows=tuple(_with_its_document(row, year.identitas) for row in iku)),
        _without_level_words(year[Program]),
        _without_level_words(year[Renstra]),
    ]
    return replace(year, tables={**year.tables, **{data.table.name: data for data in told}})


def _with_its_document(row: Iku, facts: Facts) -> Iku:
    """Name the LHE, whose number and date are facts, as the proof of the IKU that is its mark."""
    if row.has(Iku.bukti) or not facts.nomor_lhe or row.kode_iku != facts.kode_iku_akip:
        return row
    day = f" tanggal {format_date(facts.tanggal_lhe)}" if facts.tanggal_lhe else ""
    return row.having(bukti=f"LHE Nomor {facts.nomor_lhe}{day}")


def _without_level_words(items: TableData[N]) -> TableData[N]:
    rows = (row.having(nama=without_level_word(row.nama, row.tingkat)) for row in items)
    return replace(items, rows=tuple(rows))


def without_level_word(name: str, level: str) -> str:
    """Take the word of its level off a name, because tables and sentences put it there.

    >>> without_level_word("PROGRAM PENUNJANG URUSAN", "program")
    'PENUNJANG URUSAN'
    >>> without_level_word("Programa Siaran", "program"), without_level_word("", "program")
    ('Programa Siaran', '')
    """
    if not level:
        return name
    return re.sub(rf"^{level}[:\s]\s*(?=\S)", "", name, flags=re.IGNORECASE)
