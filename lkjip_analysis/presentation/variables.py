"""Words and figures that prose may name: ``{{< var >}}`` in chapters, ``{...}`` in narasi."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from functools import partial
from typing import Any

from lkjip_analysis import formatting
from lkjip_analysis.data.facts import FACTS, Facts
from lkjip_analysis.data.gaps import has_compulsory_gap, list_gaps
from lkjip_analysis.data.reading import report_day
from lkjip_analysis.data.schemas import Lampiran
from lkjip_analysis.results import Results
from lkjip_analysis.results.keys import COUNTED

VAR = re.compile(r"\{\{<\s*var\s+([\w.-]+)\s*>\}\}")
"""How a chapter or a caption names a variable."""


class Variables(Mapping[str, str]):
    """Every variable by its dotted name, as printed text; made when asked for.

    So a text depends on no other figures than those it names.
    """

    def __init__(self, hasil: Results) -> None:
        self._hasil = hasil
        self._words = _words(hasil)

    def __getitem__(self, name: str) -> str:
        """Print a variable."""
        return self._words[name]() if name in self._words else self._hasil[name].tampil

    def __iter__(self) -> Iterator[str]:
        """Walk over all names: words, then figures."""
        yield from self._words
        yield from (figure.kunci for figure in self._hasil)

    def __len__(self) -> int:
        """Count the names."""
        return len(self._words) + len(self._hasil.figures)


def make_variables(hasil: Results) -> Variables:
    """List every variable by its dotted name, as printed text."""
    return Variables(hasil)


def _words(hasil: Results) -> dict[str, Callable[[], str]]:
    """Say how each variable that is no figure is made."""
    facts = hasil.data.identitas
    words: dict[str, Callable[[], str]] = {
        "tahun": lambda: str(hasil.tahun),
        "tahun_lalu": lambda: str(hasil.tahun - 1),
        "dua_tahun_lalu": lambda: str(hasil.tahun - 2),
        "tahun_depan": lambda: str(hasil.tahun + 1),
        "renstra.periode": lambda: "–".join(
            _fact_text(facts[key]) for key in ("renstra_awal", "renstra_akhir")
        ),
        "identitas.nama_pendek": lambda: _fact_text(facts.nama_unit_singkat or facts.nama_unit),
        "laporan.status": lambda: "DRAF" if is_draft(hasil) else "FINAL",
        "laporan.tanggal": lambda: report_day(hasil.data).isoformat(),
        "laporan.tanggal_panjang": lambda: formatting.format_date(report_day(hasil.data)),
        "laporan.naskah_perjanjian": lambda: _agreement(hasil),
    }
    words |= {f"identitas.{key}": partial(_fact, facts, key) for key in FACTS}
    return words | {f"terbilang.{name}": partial(_count, hasil, name) for name in COUNTED}


def _agreement(hasil: Results) -> str:
    signed = any(row.jenis == "perjanjian_kinerja" for row in hasil.data[Lampiran])
    there = "dilampirkan sesudahnya" if signed else "belum dilampirkan"
    return f"Naskah bertanda tangan {there}."


def _fact(facts: Facts, key: str) -> str:
    return _fact_text(facts[key])


def _count(hasil: Results, name: str) -> str:
    return formatting.count_in_words(int(hasil.jumlah.banyak[name].number))


def is_draft(hasil: Results) -> bool:
    """Is anything compulsory still missing?"""
    return has_compulsory_gap(list_gaps(hasil.data))


def _fact_text(value: Any) -> str:
    if value in (None, ""):
        return formatting.MISSING
    if isinstance(value, dt.date):
        return formatting.format_date(value)
    if isinstance(value, Decimal):
        return formatting.format_rupiah(value) if value > 9999 else formatting.format_number(value)
    return str(value)
