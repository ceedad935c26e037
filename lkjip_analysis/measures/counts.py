"""Pencacahan: how many rows of the data there are, of some kind."""

from __future__ import annotations

from decimal import Decimal

from lkjip_analysis.measures.formula import Formula


def count(*rows: object) -> Decimal:
    """How many there are; none is 0.

    >>> count("a", "b"), count()
    (Decimal('2'), Decimal('0'))
    """
    return Decimal(len(rows))


def _count(nama: str, pola: str, satuan: str) -> Formula:
    return Formula(nama, pola, count, "pencacahan atas data", satuan)


IKU_STATUS = _count(
    "Banyaknya IKU menurut status",
    "banyaknya IKU berstatus {melebihi, sesuai, atau tidak mencapai}",
    "IKU",
)
SASARAN_STATUS = _count(
    "Banyaknya sasaran menurut status",
    "banyaknya sasaran berstatus {melebihi, sesuai, atau tidak mencapai}",
    "sasaran",
)
BARIS = _count("Banyaknya baris", "banyaknya baris {satu berkas data}", "baris")
TINGKAT = _count(
    "Banyaknya program, kegiatan, subkegiatan",
    "banyaknya baris bertingkat {program, kegiatan, atau subkegiatan}",
    "baris",
)
PROGRAM = _count(
    "Banyaknya program sasaran", "banyaknya program {yang menunjang sasaran}", "program"
)
INDIKATOR = _count(
    "Banyaknya indikator program",
    "banyaknya indikator {program/kegiatan/subkegiatan menurut capaian}",
    "indikator",
)
