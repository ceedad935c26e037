"""What people read of a hit: sentences of ``rules.toml``, filled in with what the rule saw.

A rule names the case (``K92.sesudah``) and gives what its sentences speak of; how numbers, names
and days are written stands in the sentence: ``{row:nama} {beda:rupiah} {hari:tanggal}``.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from string import Formatter
from typing import Any

from lkjip_analysis.checks.findings import DESCRIPTIONS, Hit, Keparahan, Repair
from lkjip_analysis.checks.rows import name_of, shorten
from lkjip_analysis.data.columns import Cell
from lkjip_analysis.formatting import format_date, format_number, format_percent, format_rupiah
from lkjip_analysis.results import Figure

WORDS = ("pesan", "selisih", "dugaan", "saran", "pembaca")
"""What a case says; a blank one is that of its rule."""

FORMATS: dict[str, Callable[..., object]] = {
    "angka": format_number,
    "rupiah": format_rupiah,
    "persen": format_percent,
    "persennya": partial(format_percent, decimals=None),
    "tanggal": format_date,
    "nama": name_of,
    "singkat": shorten,
    "banyak": len,
}
"""How a value is written; a number behind the name is the format's own: ``angka 2``."""


class Sentence(Formatter):
    """Fills sentences as ``str.format`` does, with the formats of this report."""

    def format_field(self, value: Any, format_spec: str) -> str:
        """Write a value.

        >>> from decimal import Decimal
        >>> seen = {"teks": "Meningkatnya mutu", "n": Decimal(2)}
        >>> Sentence().format("{teks:singkat 12}, {n:angka 1}", **seen)
        'Meningkatnya …, 2,0'
        """
        name, *more = format_spec.split()[:2] or [""]
        return str(FORMATS[name](value, *map(int, more)) if name else value)


def hit(
    kasus: str,
    sel: tuple[Cell, ...],
    *,
    dugaan: str = "",
    saran: str = "",
    keparahan: Keparahan | None = None,
    angka: tuple[Figure, ...] = (),
    usul: tuple[Repair, ...] = (),
    **isi: object,
) -> Hit:
    """Make the hit of a case: the ID of its rule, and its own name where the rule has several.

    ``dugaan`` and ``saran`` stand for those of the case where they are not blank, ``keparahan``
    for its own; ``isi`` is what the sentences speak of.
    """
    rule, _, name = kasus.partition(".")
    case = DESCRIPTIONS[rule] | (DESCRIPTIONS[rule][name] if name else {})
    given = {"dugaan": dugaan, "saran": saran}
    said = {key: given.get(key) or Sentence().format(case.get(key, ""), **isi) for key in WORDS}
    grave = keparahan or case.get("keparahan")
    return Hit(**said, sel=sel, keparahan=grave, angka=angka, usul=usul)
