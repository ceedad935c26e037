"""Predikat: reading a value on a scale of classes with half-open bounds.

The scales are data (``skala_predikat.csv``), so that a local scale and the national one of
PermenPANRB 88/2021 can stand side by side and the report names the one it used.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import partial

from lkjip_analysis.exceptions import NotComputableError
from lkjip_analysis.formatting import PRINTED, round_half_up
from lkjip_analysis.measures.achievement import Status
from lkjip_analysis.measures.formula import formula


@dataclass(frozen=True)
class RatingClass:
    """One class of a scale; ``termasuk`` says which bound belongs to it."""

    kategori: str
    batas_bawah: Decimal | None
    batas_atas: Decimal | None
    termasuk: str  # atas, bawah, or keduanya
    interpretasi: str = ""
    skor: Decimal | None = None

    def holds(self, value: Decimal) -> bool:
        """Say whether the value lies in this class."""
        low, high = self.batas_bawah, self.batas_atas
        with_low, with_high = (self.termasuk in (end, "keduanya") for end in ("bawah", "atas"))
        above = low is None or value > low or (value == low and with_low)
        below = high is None or value < high or (value == high and with_high)
        return above and below


def classify(value: Decimal, scale: Sequence[RatingClass] | None) -> RatingClass:
    """Find the class of a value as it is printed, with two decimals.

    ``scale`` is None where the unit has chosen none.

    So the word never contradicts the number beside it (90,00 is not "> 90"), and tables printed
    with gaps of 0,01 between their classes (PermenPANRB 14/2017) leave no value without a class.

    >>> a = RatingClass("A", Decimal(80), Decimal(90), "atas")
    >>> aa = RatingClass("AA", Decimal(90), Decimal(100), "atas")
    >>> classify(Decimal(90), [aa, a]).kategori, classify(Decimal("90.01"), [aa, a]).kategori
    ('A', 'AA')
    >>> classify(Decimal("90.004"), [aa, a]).kategori
    'A'
    """
    if scale is None:
        raise NotComputableError("skala_capaian belum dipilih di identitas.csv")
    if not scale:
        raise NotComputableError("skala predikatnya tidak ada di skala_predikat.csv")
    as_printed = round_half_up(value, PRINTED)
    for rating in scale:
        if rating.holds(as_printed):
            return rating
    raise NotComputableError("nilai berada di luar semua kelas skala predikat")


def score_of(kategori: str, scale: Sequence[RatingClass] | None) -> Decimal:
    """Score of a class, for indicators that are only rated (Opini BPK, predikat).

    ``scale`` is None where the data name none.

    >>> score_of("WTP", [RatingClass("WTP", None, None, "atas", skor=Decimal(4))])
    Decimal('4')
    """
    if scale is None:
        raise NotComputableError(f"skala predikat {kategori} belum diisi pada kolom skala")
    for rating in scale:
        if rating.kategori.casefold() == kategori.casefold():
            if rating.skor is None:
                raise NotComputableError(f"predikat {kategori} tidak punya skor pada skala")
            return rating.skor
    raise NotComputableError(f"predikat {kategori} tidak ada pada skala")


def judge_rating(target: str, realisasi: str, scale: Sequence[RatingClass]) -> Status:
    """Say whether a predikat is beyond, at, or short of the one aimed at, by the classes' order.

    ``scale`` is ordered, best class first; no score is needed. Without a scale only the predikat
    aimed at itself can be judged.

    >>> a, b = (RatingClass(letter, None, None, "atas") for letter in "AB")
    >>> judge_rating("B", "a", [a, b]), judge_rating("A", "B", [a, b])
    ('melebihi', 'tidak_mencapai')
    >>> judge_rating("WTP", "WTP", [])
    'sesuai'
    """
    if not scale:
        if target.casefold() == realisasi.casefold():
            return "sesuai"
        raise NotComputableError("skala predikat belum diisi pada kolom skala")
    places = {rating.kategori.casefold(): place for place, rating in enumerate(scale)}
    for letter in (target, realisasi):
        if letter.casefold() not in places:
            raise NotComputableError(f"predikat {letter} tidak ada pada skala")
    aim, got = places[target.casefold()], places[realisasi.casefold()]
    return "sesuai" if got == aim else "melebihi" if got < aim else "tidak_mencapai"


def look_up(
    value: Decimal, scale: Sequence[RatingClass] | None, what: str = "kategori"
) -> str | None:
    """Word for a value on a scale: the class, or its meaning (``interpretasi``).

    >>> a = RatingClass("A", Decimal(80), Decimal(90), "atas", "memuaskan")
    >>> look_up(Decimal(85), [a]), look_up(Decimal(85), [a], "interpretasi")
    ('A', 'memuaskan')
    """
    return getattr(classify(value, scale), what) or None


KINERJA = formula("Predikat kinerja", look_up)
PREDIKAT = formula("Predikat nilai IKU", look_up)
ARTI = formula("Arti predikat", partial(look_up, what="interpretasi"))
DUKUNGAN = formula("Penilaian menunjang / kurang", look_up)
SKOR = formula("Skor predikat", score_of)
STATUS = formula("Status menurut predikat", judge_rating)
