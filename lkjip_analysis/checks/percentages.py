"""Rules on reported percentages: against computed ones, and parents against children."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from lkjip_analysis.checks.bounds import USUAL, Interval, exactly, mending, pagu_bounds, printed
from lkjip_analysis.checks.causes import decimals_of, guess_slip, is_truncated, likely_slips, mend
from lkjip_analysis.checks.rows import cells_of, with_children
from lkjip_analysis.checks.rules import Hit, Repair, hit, rule
from lkjip_analysis.data.columns import Cell
from lkjip_analysis.data.schemas import Program
from lkjip_analysis.formatting import PRINTED, format_percent, round_half_up
from lkjip_analysis.measures.arithmetic import HUNDRED
from lkjip_analysis.results import Results, entities

RATE = ("serapan_dilaporkan", "pagu", "realisasi")
"""A reported absorption, and what it is computed from."""

SHIFTED = Decimal(200)
"""A reported absorption from here on is likelier a shifted decimal point than money overspent."""


def _reported(hasil: Results) -> Iterator[tuple[Program, Decimal, Decimal]]:
    """Walk over the items with a reported absorption beside a computed one."""
    for item in hasil.program:
        reported, exact = item.row.serapan_dilaporkan, item.serapan.decimal
        if reported is not None and exact is not None:
            yield item.row, reported, exact


def _cells(item: entities.Program, below: list[entities.Program]) -> tuple[Cell, ...]:
    """Point at the reported absorptions of a parent and of its children."""
    return cells_of("serapan_dilaporkan", (one.row for one in (item, *below)))


@rule("K10", "galat", ragu=("angka",))
def k10_serapan_dilaporkan(hasil: Results) -> Iterator[Hit]:
    """Compare a reported absorption with the computed one."""
    known = [item for item in hasil.program if item.serapan.known]
    by_value = {round_half_up(one.serapan.number, PRINTED): one.kode for one in known}
    for row, reported, exact in _reported(hasil):
        if printed(reported).holds(exact) or is_truncated(reported, exact):
            continue
        gap, item = reported - exact, hasil.program[row.kode]
        other = by_value.get(reported, row.kode)
        cause = guess_slip(reported, round_half_up(exact, PRINTED))
        if not cause and other != row.kode:
            cause = f"angka milik {other}"
        usul = (
            *_mended(row, reported, exactly(exact)),
            *mending(hasil, item.realisasi, _plausible(item, item.pagu.number)),
            *mending(hasil, item.pagu, printed(reported).share_of(item.realisasi.number)),
        )
        said: dict[str, Any] = {"row": row, "exact": exact, "beda": gap, "dugaan": cause}
        figures = (item.serapan, item.serapan_dilaporkan)
        case = "K10.jauh" if abs(gap) > 1 else "K10.dekat"
        yield hit(case, row.cells(*RATE), **said, angka=figures, usul=usul)


@rule("K11", "catatan")
def k11_dipotong(hasil: Results) -> Iterator[Hit]:
    """Look for truncated percentages."""
    for row, reported, exact in _reported(hasil):
        if is_truncated(reported, exact):
            yield hit("K11", row.cells(*RATE), row=row, exact=exact, beda=reported - exact)


@rule("K12", "catatan", seunit=True)
def k12_dibulatkan(hasil: Results) -> Iterator[Hit]:
    """Look for percentages rounded to fewer decimals than we print; one finding for all."""
    hits = [
        (row, reported, exact)
        for row, reported, exact in _reported(hasil)
        if decimals_of(reported) < PRINTED
        and round_half_up(exact, decimals_of(reported)) == reported != round_half_up(exact, PRINTED)
    ]
    if hits:
        shown = "; ".join(
            f"{row.kode} {format_percent(r, None)} dari {format_percent(e)}"
            for row, r, e in hits[:8]
        )
        full = sum(1 for _, reported, _ in hits if reported == HUNDRED)
        cells = tuple(cell for row, _, _ in hits for cell in row.cells(*RATE))
        more = " …" if len(hits) > 8 else ""
        also = f"; {full} di antaranya tampak 100% walaupun ada sisa anggaran" if full else ""
        yield hit("K12", cells, hits=hits, shown=shown, more=more, also=also)


@rule("K13", "galat", ragu=("angka",))
def k13_di_luar_rentang(hasil: Results) -> Iterator[Hit]:
    """Compare a parent's reported absorption with the range of its children's."""
    for item, below in with_children(hasil):
        reported, shares = item.row.serapan_dilaporkan, [o.row.serapan_dilaporkan for o in below]
        known = [share for share in shares if share is not None]
        if reported is None or not known or len(known) < len(shares):
            continue
        span = Interval(printed(min(known)).low, printed(max(known)).high)
        if span.meets(printed(reported)):
            continue
        gap = reported - (min(known) if reported < span.low else max(known))
        said: dict[str, Any] = {"known": known, "low": min(known), "high": max(known)}
        figures, usul = (item.serapan_dilaporkan,), tuple(_mended(item.row, reported, span))
        yield hit("K13", _cells(item, below), item=item, beda=gap, **said, angka=figures, usul=usul)


@rule("K14", "peringatan", ragu=("angka",))
def k14_rata_tertimbang(hasil: Results) -> Iterator[Hit]:
    """Compare a parent's reported absorption with what its children imply."""
    for item, below in with_children(hasil):
        reported = item.row.serapan_dilaporkan
        both = ((one.realisasi.decimal, one.row.serapan_dilaporkan) for one in below)
        known = [(spent, share) for spent, share in both if spent and share]
        if reported is None or not known or len(known) < len(below):
            continue
        shares = [share for _, share in known]
        if not min(shares) <= reported <= max(shares):
            continue  # K13 speaks
        total = sum((spent for spent, _ in known), Decimal(0))
        whole = sum((printed(share).share_of(spent) for spent, share in known), exactly(0))
        if whole.share_of(total).meets(printed(reported)):
            continue
        implied = total / sum((spent / share for spent, share in known), Decimal(0))
        cells = (*_cells(item, below), *cells_of("realisasi", (one.row for one in below)))
        usul = tuple(_mended(item.row, reported, whole.share_of(total)))
        said: dict[str, Any] = {"row": item.row, "known": known, "implied": implied}
        figures, beda = (item.serapan_dilaporkan,), reported - implied
        yield hit("K14", cells, **said, beda=beda, angka=figures, usul=usul)


@rule("K16", "peringatan", ragu=("angka",))
def k16_pagu_tersirat(hasil: Results) -> Iterator[Hit]:
    """Compare a pagu with what the amounts and absorptions below it leave room for."""
    children = {item.kode: below for item, below in with_children(hasil)}
    for item in hasil.program:
        pagu, spent, below = item.row.pagu, item.realisasi.decimal, children[item.kode]
        if pagu is None or all(one.pagu.known for one in below) or (spent and spent > pagu):
            continue
        room = sum((pagu_bounds(one, children) for one in below), exactly(0))
        if room.holds(pagu):
            continue
        short = pagu > room.high
        bound = room.high if short else room.low
        spent_below = cells_of("realisasi", (one.row for one in below))
        cells = (item.row.cell("pagu"), *_cells(item, below)[1:], *spent_below)
        said: dict[str, Any] = {"row": item.row, "most": "besar" if short else "kecil"}
        said |= {"bound": bound, "beda": pagu - bound, "angka": (item.pagu, item.realisasi)}
        usul = mending(hasil, item.realisasi, _plausible(item, pagu))
        yield hit("K16", cells, **said, usul=usul)


def _plausible(item: entities.Program, pagu: Decimal) -> Interval:
    """Give what may have been spent of a pagu: as reported, else most of it."""
    reported = item.row.serapan_dilaporkan
    if reported is None:
        return Interval(pagu * USUAL, pagu)
    span = printed(reported)
    return Interval(pagu * span.low / HUNDRED, min(pagu * span.high / HUNDRED, pagu))


def _mended(row: Program, reported: Decimal, wanted: Interval) -> Iterator[Repair]:
    """List the slips without which a reported absorption would be as wanted."""
    for meant in likely_slips(reported):
        if wanted.meets(printed(meant)):
            yield mend(row.cell("serapan_dilaporkan"), row.kode, reported, meant)


@rule("K15", "peringatan", ragu=("serapan_dilaporkan",))
def k15_lebih_seratus(hasil: Results) -> Iterator[Hit]:
    """Look for reported absorptions above 100 % that the amounts do not explain."""
    for item in hasil.program:
        row, reported = item.row, item.row.serapan_dilaporkan
        if reported is not None and reported > HUNDRED and not item.serapan.known:
            case = "K15.bergeser" if reported >= SHIFTED else "K15.lebih"
            usul = tuple(_mended(row, reported, Interval(HUNDRED / 2, HUNDRED)))
            yield hit(case, row.cells("serapan_dilaporkan"), row=row, usul=usul)
