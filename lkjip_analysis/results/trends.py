"""What an indicator reached over all years, as far as it is the same: code, name and unit agree."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lkjip_analysis.results.figures import Figure

if TYPE_CHECKING:
    from lkjip_analysis.data.schemas import Iku as IkuRow
    from lkjip_analysis.data.schemas import IndikatorProgram
    from lkjip_analysis.results.entities import Iku, Indikator


@dataclass(frozen=True)
class Trend:
    """The realisations of an indicator by year, oldest first, this year's at the end.

    Years in which it is not in the data are left out; in ``lain`` stands, by year, what is
    different ("nama", "satuan") where its code belongs to another indicator.
    """

    nilai: Mapping[int, Figure]
    lain: Mapping[int, str]

    @property
    def years(self) -> set[int]:
        """All years of which it has something to tell."""
        return {*self.nilai, *self.lain}

    @property
    def sebelumnya(self) -> Figure | None:
        """The value of the latest year before this one that has any."""
        return next((f for f in list(self.nilai.values())[-2::-1] if f.known), None)


def trend(one: Iku | Indikator, riwayat: Callable[[int], Figure]) -> Trend:
    """Follow an indicator through the years of the data."""
    values, others = {}, {}
    for year, data in one.data.past.items():
        if old := data[type(one.row)].like(one.row):
            if what := unlike(one, old):
                others[year] = what
            else:
                values[year] = riwayat(year)
    return Trend(values | {one.data.tahun: one.realisasi}, others)


def unlike(one: Iku | Indikator, old: IkuRow | IndikatorProgram) -> str:
    """Say in what an indicator's row of another year is another's; blank where in nothing.

    The unit's own name may stand in the indicator's name, or not.
    """
    facts = one.data.identitas
    own = {*f"{facts.nama_unit} {facts.tempat}".casefold().split()}
    now, then = ({*name.casefold().split()} - own for name in (one.row.indikator, old.indikator))
    if now != then:
        return "nama"
    return "" if one.row.satuan.casefold() == old.satuan.casefold() else "satuan"
