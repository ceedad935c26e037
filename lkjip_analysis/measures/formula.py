"""A formula as one object: what computes a figure and what every page says of it are the same.

The modules beside this one hold the formulas, by subject, and ``formulas.toml`` their words;
``catalogue.py`` lists them all.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import lru_cache, partial
from typing import Any

from lkjip_analysis.beside import beside

Value = Decimal | str | None

WORDS: dict[str, dict[str, Any]] = beside(__file__, "formulas")
"""The words of every formula by its name, and the sources (``sumber``) that several share."""
ATURAN_LAPORAN = "aturan laporan ini; tidak ditetapkan peraturan"

_BLANK = re.compile(r"\{([^}]*)\}")


@dataclass(frozen=True)
class Formula:
    """One kind of figure: its name, its words, its function, its unit, its condition, its source.

    Parameters
    ----------
    nama
        Name of the kind, as Lampiran Metode prints it; no two formulas share one.
    pola
        The words as printed. What stands in braces says in general what a figure's own words
        take the place of: ``realisasi {tahun ini} − realisasi {tahun sebelumnya}``.
    hitung
        The pure function; it takes the values of the figure's inputs in their order.
    sumber
        Source of the rule.
    satuan
        Unit of what it gives.
    syarat
        When it applies, or which value gets which word.
    operan
        The words of ``pola`` that stand for the inputs, in their order: an example puts the
        inputs in place of them.
    tanda
        Sign that joins the inputs of an example where they are too many for words of their own.
    isi
        What the braces are filled with.

    >>> double = Formula("Dua kali", "2 × {angka}", lambda value: 2 * value, "contoh", "unit")
    >>> double.of("target").kata, double.umum, double(Decimal(3))
    ('2 × target', '2 × angka', Decimal('6'))
    """

    nama: str
    pola: str
    hitung: Callable[..., Value]
    sumber: str = ATURAN_LAPORAN
    satuan: str = "persen"
    syarat: str = ""
    operan: tuple[str, ...] = ()
    tanda: str = ""
    isi: Mapping[str, str] = field(default_factory=dict)

    def __call__(self, *values: Any) -> Value:
        """Compute it from the values of its inputs."""
        return self.hitung(*values)

    @property
    def kata(self) -> str:
        """The words as printed beside a figure."""
        return self.fill(self.pola)

    @property
    def umum(self) -> str:
        """The words for every figure of the kind."""
        return _BLANK.sub(r"\1", self.pola)

    def fill(self, words: str) -> str:
        """Fill the braces in some words; those without a word of their own stay general."""
        return _BLANK.sub(lambda blank: self.isi.get(blank[1], blank[1]), words)

    def of(self, *isi: object, satuan: str = "", sumber: str = "", **parameters: Any) -> Formula:
        """Make the formula of one unit or figure: its words, unit, source, and parameters.

        ``isi`` fills the braces from left to right; ``parameters`` go to the function.
        """
        blanks = dict.fromkeys(_BLANK.findall(self.pola))
        words = dict(zip(blanks, map(str, isi), strict=True)) if isi else self.isi
        return replace(
            self,
            isi=words,
            satuan=satuan or self.satuan,
            sumber=sumber or self.sumber,
            hitung=partial(self.hitung, **parameters) if parameters else self.hitung,
        )


def formula(nama: str, hitung: Callable[..., Value]) -> Formula:
    """Make the formula of this name: the function that computes it, the words of ``WORDS``.

    >>> formula("Serapan anggaran", lambda pagu, realisasi: realisasi / pagu * 100).kata
    'realisasi anggaran ÷ pagu × 100'
    """
    told = {"sumber": ATURAN_LAPORAN, "operan": ()} | WORDS[nama]
    told["sumber"] = told["sumber"].format_map(WORDS["sumber"])
    return Formula(nama, hitung=hitung, **told | {"operan": tuple(told["operan"])})


def over(function: Callable[..., Value]) -> Callable[..., Value]:
    """Let a function of a list of values take any number of inputs.

    >>> over(max)(1, 3, 2)
    3
    """
    return partial(_over, function)


def _over(function: Callable[..., Value], *values: Value, **parameters: Any) -> Value:
    return function(values, **parameters)


def same(value: Value) -> Value:
    """Give a value as it is."""
    return value


DATA = Formula("Angka dari data", "dari data", same, "berkas data unit", "satuan pada data")
"""No formula: the figure stands in a data file."""


@lru_cache
def given_in(satuan: str) -> Formula:
    """Give the formula of a figure that stands in a data file in some unit."""
    return DATA.of(satuan=satuan)
