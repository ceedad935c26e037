"""Pencacahan: how many rows of the data there are, of some kind."""

from __future__ import annotations

from decimal import Decimal

from lkjip_analysis.measures.formula import formula


def count(*rows: object) -> Decimal:
    """How many there are; none is 0.

    >>> count("a", "b"), count()
    (Decimal('2'), Decimal('0'))
    """
    return Decimal(len(rows))


IKU_STATUS = formula("Banyaknya IKU menurut status", count)
IKU = formula("Banyaknya IKU", count)
SASARAN_STATUS = formula("Banyaknya sasaran menurut status", count)
BARIS = formula("Banyaknya baris", count)
TINGKAT = formula("Banyaknya program, kegiatan, subkegiatan", count)
PROGRAM = formula("Banyaknya program sasaran", count)
INDIKATOR = formula("Banyaknya indikator program", count)
