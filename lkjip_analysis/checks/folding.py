"""One fault, one finding: what would vanish with the repair of a cell is told at that cell.

Rules propose repairs (``Hit.usul``). Each is tried on a copy of the data: the findings that are
gone then are consequences of that one cell. They are folded into the one that proposed it, which
points at the cell and says what it seems to have been. A repair after which anything new is wrong
is none; cells that explain as much are named side by side. Acknowledged findings stay as they are.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from lkjip_analysis.checks.acknowledgement import UNUSED
from lkjip_analysis.checks.findings import KEPARAHAN, Finding, Repair
from lkjip_analysis.data.rewriting import rewrite
from lkjip_analysis.exceptions import DataError
from lkjip_analysis.results import Results, compute_results

MOST, SMALL = 12, 1500
"""So many repairs are tried where a year has so many figures, fewer where it has more; data with
more faults than that are mended step by step."""

NAMED = 3
"""More cells than this that explain as much are no guess."""

Check = Callable[[Results, Collection[str]], Iterable[Finding]]
"""Runs the rules of these IDs; gives the findings, with what is acknowledged."""

Place = tuple[str, frozenset[tuple[str, int, str]]]


class Trial(NamedTuple):
    """A repair, and the open findings that are gone with it."""

    repair: Repair
    gone: tuple[Place, ...]


def folded(hasil: Results, findings: Sequence[Finding], check: Check) -> list[Finding]:
    """Give the findings, those that others explain folded into them."""
    open_ = {_place(one): one for one in findings if _is_open(one)}
    most = max(1, MOST * SMALL // max(SMALL, len(hasil.figures)))
    trials = list(_tried(hasil, open_, _worth_trying(open_.values())[:most], check))
    trials.sort(key=lambda trial: (-len(trial.gone), not trial.repair.dugaan))
    heads: dict[Place, Finding] = {}
    settled = set[Place]()
    for trial in trials:
        gone = [place for place in trial.gone if place not in settled]
        own = [place for place in gone if trial.repair in open_[place].usul]
        if own:
            rivals = [t for t in trials if set(t.gone) >= set(gone) and t.repair != trial.repair]
            suspects = {one.repair.sel: one.repair for one in (trial, *rivals) if one.repair.dugaan}
            first = min(own, key=lambda place: _rank(open_[place]))
            others = tuple(open_[place] for place in gone if place != first)
            heads[first] = _head(open_[first], others, tuple(suspects.values()))
            settled.update(gone)
    gone_with = settled - heads.keys()
    left = [one for one in findings if not (_is_open(one) and _place(one) in gone_with)]
    return [heads.get(_place(one), one) for one in left]


def _worth_trying(findings: Collection[Finding]) -> list[Repair]:
    """List the repairs, those first that name a slip, or whose cell several findings speak of."""
    told = Counter(cell for one in findings for cell in dict.fromkeys(one.sel))
    repairs = dict.fromkeys(repair for one in findings for repair in one.usul)
    return sorted(repairs, key=lambda repair: not repair.dugaan and told[repair.sel] < 2)


def _tried(
    hasil: Results, open_: dict[Place, Finding], repairs: list[Repair], check: Check
) -> Iterator[Trial]:
    ids = {one.sel[0].nilai if one.id == UNUSED else one.id for one in open_.values()}
    for repair in repairs:
        try:
            mended = compute_results(rewrite(hasil.data, repair.sel, repair.nilai))
        except DataError:
            continue
        left = {_place(one) for one in check(mended, ids) if _is_open(one)}
        if left <= open_.keys():
            yield Trial(repair, tuple(place for place in open_ if place not in left))


def _head(one: Finding, others: tuple[Finding, ...], suspects: tuple[Repair, ...]) -> Finding:
    """Give the finding that stands for the others too, at the cells that may be to be mended."""
    together = (one, *others)
    named = suspects if len(suspects) <= NAMED else ()
    return replace(
        one,
        keparahan=min((other.keparahan for other in together), key=KEPARAHAN.index),
        sel=tuple(dict.fromkeys((*(repair.sel for repair in named), *one.sel))),
        dugaan="; atau ".join(repair.dugaan for repair in named) or one.dugaan,
        ragu=tuple(dict.fromkeys(cell for other in together for cell in other.ragu)),
        angka=tuple(dict.fromkeys(kunci for other in together for kunci in other.angka)),
        akibat=others,
    )


def _is_open(one: Finding) -> bool:
    return one.pengakuan is None and one.keparahan != "catatan"


def _rank(one: Finding) -> tuple[int, int]:
    """Gravest first, then the one that speaks of the fewest cells."""
    return KEPARAHAN.index(one.keparahan), len(one.sel)


def _place(one: Finding) -> Place:
    """Tell a finding by its rule and cells, whatever they hold."""
    return one.id, frozenset((cell.berkas, cell.baris, cell.kolom) for cell in one.sel)
