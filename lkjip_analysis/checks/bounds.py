"""Between what bounds a number lies that nobody published, or that was printed rounded.

As XBRL's calculation rules compare: a printed number stands for all that round to it, half a unit
of its last place up and down; sums and ratios of such are intervals, and two numbers contradict
each other where their intervals do not meet.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from lkjip_analysis.checks.causes import decimals_of, likely_slips, slip_of
from lkjip_analysis.checks.findings import Repair
from lkjip_analysis.data.schemas import Program
from lkjip_analysis.measures.arithmetic import HUNDRED
from lkjip_analysis.results import Figure, Results, entities

ENDLESS = Decimal("Infinity")
USUAL = Decimal("0.8")
"""Spending is at least this share of a pagu, where a guess must choose."""

CONTROL = {"pagu": "total_pagu_dpa", "realisasi": "total_realisasi_lra"}
"""The facts that a column's sum is controlled with."""

MANY = 12
"""More slips than this that would mend one sum tell nothing."""


@dataclass(frozen=True)
class Interval:
    """All numbers from ``low`` to ``high``, both among them.

    >>> printed(Decimal("97.4")).holds(Decimal("97.44")), printed(Decimal(98)).meets(exactly(97))
    (True, False)
    """

    low: Decimal
    high: Decimal

    def __add__(self, other: Interval) -> Interval:
        return Interval(self.low + other.low, self.high + other.high)

    def holds(self, value: Decimal) -> bool:
        """Can it be this number?"""
        return self.low <= value <= self.high

    def meets(self, other: Interval) -> bool:
        """Can both be the same number?"""
        return self.low <= other.high and other.low <= self.high

    def share_of(self, spent: Decimal) -> Interval:
        """Give what an amount may be a share (in percent) of, or what share it is of an amount."""
        whole = spent * HUNDRED
        return Interval(*(whole / end if end else ENDLESS for end in (self.high, self.low)))


def exactly(value: Decimal | int) -> Interval:
    """Give the interval of one number."""
    return Interval(Decimal(value), Decimal(value))


def printed(value: Decimal) -> Interval:
    """Give what a printed number stands for."""
    half = Decimal(5).scaleb(-decimals_of(value) - 1)
    return Interval(value - half, value + half)


def pagu_bounds(item: entities.Program, children: Mapping[str, list[entities.Program]]) -> Interval:
    """Bound the pagu of an item by its own, its children's, or what it spent and says that is.

    ``children`` are those right below each code. Who says nothing had at least what it spent.
    """
    row, spent = item.row, item.realisasi.decimal
    if row.pagu is not None:
        return exactly(row.pagu)
    if below := children.get(item.kode):
        return sum((pagu_bounds(one, children) for one in below), exactly(0))
    if spent and row.serapan_dilaporkan:
        return printed(row.serapan_dilaporkan).share_of(spent)
    return Interval(spent or Decimal(0), ENDLESS)


def sources(hasil: Results, figure: Figure) -> Iterator[Figure]:
    """Walk over the filled cells that a figure comes down to."""
    if figure.given and figure.known:
        yield figure
    for kunci in figure.dari:
        yield from sources(hasil, hasil[kunci])


def mending(hasil: Results, total: Figure, wanted: Interval) -> tuple[Repair, ...]:
    """List the slips in the amounts below a total without which it would be as wanted.

    Where one number is wanted, any slip of the hand; else a shift of zeros or two digits swapped,
    or what the control total wants.
    """
    found = []
    over = _over_control(hasil, total.kunci.rpartition(".")[2])
    for part in {one.kunci: one for one in sources(hasil, total)}.values():
        own, rest = part.number, total.number - part.number
        gap = wanted.low - rest
        meant = [gap] if wanted.low == wanted.high else [*likely_slips(own), own - over]
        for value in meant:
            if value > 0 and wanted.holds(rest + value) and (why := slip_of(own, value)):
                found.append(Repair(part.masukan[0], value, f"{_called(hasil, part)}: {why}"))
    return tuple(found) if len(found) <= MANY else ()


def _over_control(hasil: Results, kolom: str) -> Decimal:
    """Give by how much a column's sum exceeds its control total; 0 where there is none."""
    own = hasil.anggaran.pagu if kolom == "pagu" else hasil.anggaran.realisasi
    stated = hasil.data.identitas[CONTROL[kolom]] if kolom in CONTROL else None
    return own.number - stated if own.known and stated is not None else Decimal(0)


def _called(hasil: Results, part: Figure) -> str:
    """Name the column and the item of a cell."""
    cell = part.masukan[0]
    years = (hasil.data, *hasil.data.history.values())
    tables = (table for year in years if (table := year[Program]).berkas == cell.berkas)
    rows = (row.kode for table in tables for row in table if row.line == cell.baris)
    return f"{cell.kolom} {next(rows, '')}".strip()
