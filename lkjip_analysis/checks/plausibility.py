"""Rules on what a number can be at all: ranges of known indices, composites, identical columns."""

from __future__ import annotations

import re
from calendar import isleap
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from lkjip_analysis.checks.causes import mend
from lkjip_analysis.checks.rows import Indicator, cells_of, fact_cells, indicators, shorten
from lkjip_analysis.checks.rules import Hit, hit, rule
from lkjip_analysis.data.reading import YearData
from lkjip_analysis.data.schemas import Iku, IndikatorProgram, Sarpras
from lkjip_analysis.formatting import format_number, is_percent
from lkjip_analysis.results import Results
from lkjip_analysis.results.indicators import scale


@dataclass(frozen=True)
class Range:
    """The values a known index can take: one or two spans, and the rule they come from."""

    pattern: re.Pattern[str]
    spans: tuple[tuple[Decimal, Decimal], ...]
    sumber: str

    def holds(self, value: Decimal) -> bool:
        """Say whether the value can be."""
        return any(low <= value <= high for low, high in self.spans)

    @property
    def allowed(self) -> str:
        """Name the spans."""
        spans = (map(format_number, span) for span in self.spans)
        return " atau ".join(" sampai ".join(ends) for ends in spans)


def _range(pattern: str, sumber: str, *spans: tuple[int, int]) -> Range:
    exact = tuple((Decimal(low), Decimal(high)) for low, high in spans)
    return Range(re.compile(pattern, re.IGNORECASE), exact, sumber)


RANGES = (
    _range(r"\b(IKM|SKM)\b|kepuasan masyarakat", "PermenPANRB 14/2017", (1, 4), (25, 100)),
    _range(r"\bIPP\b|indeks pelayanan publik", "PermenPANRB 29/2022", (0, 5)),
    _range(r"\b(AKIP|SAKIP|LHE)\b|akuntabilitas kinerja instansi", "PermenPANRB 88/2021", (0, 100)),
    _range(r"\bSPBE\b", "PermenPANRB 59/2020", (0, 5)),
    _range(r"\bRB\b|reformasi birokrasi", "PermenPANRB 3/2023", (0, 110)),
    _range(r"\b(PATEN|IPM|IKIP|IPKD)\b|indeks pembangunan manusia", "skala 0-100", (0, 100)),
)
"""Known indices by the words in an indicator's name; the first that fits decides."""

COUNTING = re.compile(r"\s*(?:jumlah|banyaknya|frekuensi|persentase|cakupan)\b", re.IGNORECASE)
"""How a name begins that counts, so that an index in it is only what is counted about."""

MAY_EXCEED = re.compile(
    r"kenaikan|peningkatan|pertumbuhan|capaian|pencapaian|realisasi|serapan|inflasi|laju",
    re.IGNORECASE,
)
"""Percentages that may lie above 100."""

VALUES = (
    Iku.target, Iku.realisasi, Iku.target_akhir_renstra, Iku.realisasi_nasional,
    IndikatorProgram.target, IndikatorProgram.realisasi,
)  # fmt: skip

SAME_SHARE = Decimal("0.95")
SAME_AT_LEAST = 10


def known_range(name: str) -> Range | None:
    """Find the range of a known index by an indicator's name.

    >>> known_range("Nilai IKM Kecamatan").allowed
    '1 sampai 4 atau 25 sampai 100'
    >>> known_range("Indeks Kualitas Pelayanan Publik (IKPP)") is None
    True
    """
    return next((found for found in RANGES if found.pattern.search(name)), None)


def _own_range(data: YearData, row: Indicator) -> Range | None:
    """Give what the scale of an indicator spans: its scores, where only predikat are given."""
    if not row.skala:
        return None
    classes = scale(data, row.skala)
    if row.target is None and row.target_predikat:
        ends = [rating.skor for rating in classes]
    else:
        ends = [end for rating in classes for end in (rating.batas_bawah, rating.batas_atas)]
    known = [end for end in ends if end is not None]
    if not known or len(known) < len(ends):
        return None
    return Range(COUNTING, ((min(known), max(known)),), f"skala {row.skala}")


@rule("K60", "galat", ragu=("target", "realisasi", "target_akhir_renstra", "realisasi_nasional"))
def k60_batas_nilai(hasil: Results) -> Iterator[Hit]:
    """Compare values with the range of the index they name, and shares with 100 %."""
    years = [hasil.data, *hasil.data.history.values()]
    for data in years:
        for row in indicators(data):
            yield from _range_hits(row, data)


def _range_hits(row: Indicator, data: YearData) -> Iterator[Hit]:
    name = row.indikator
    counted = is_percent(row.satuan) or COUNTING.match(name)
    limits = None if counted else known_range(name) or _own_range(data, row)
    if row.satuan.casefold() == "hari" and name.casefold().startswith("jumlah hari"):
        days = 365 + isleap(data.tahun)
        limits = _range("", f"tahun {data.tahun} berisi {days} hari", (0, days))
    shares = ("persentase", "prosentase", "cakupan")
    share = is_percent(row.satuan) and name.casefold().startswith(shares)
    for column in VALUES:
        if column.table is not type(row) or (value := row[column]) is None:
            continue
        said: dict[str, Any] = {"row": row, "column": column, "year": data.tahun, "value": value}
        if limits is not None and not limits.holds(value):
            meant = [value / factor for factor in (10, 100) if limits.holds(value / factor)]
            why = f"koma bergeser, seharusnya {format_number(meant[0])}" if meant else ""
            usul = tuple(mend(row.cell(column), f"tahun {data.tahun}", value, n) for n in meant)
            cells = row.cells(column, "indikator")
            yield hit("K60.luar", cells, **said, limits=limits, dugaan=why, usul=usul)
        elif share and value > 100 and not MAY_EXCEED.search(name):
            why = "koma bergeser" if value >= 500 else ""
            yield hit("K60.bagian", row.cells(column, "indikator"), **said, dugaan=why)
        elif value < 0 and (share or isinstance(row, IndikatorProgram)):
            yield hit("K60.minus", row.cells(column), **said)


@rule("K64", "catatan", seunit=True, ragu=("realisasi",))
def k64_sama_dengan_target(hasil: Results) -> Iterator[Hit]:
    """Count the indicators whose realisation equals the target."""
    rows = hasil.data[IndikatorProgram]
    measured = [row for row in rows if None not in (row.target, row.realisasi)]
    same = [row for row in measured if row.target == row.realisasi]
    if len(measured) >= SAME_AT_LEAST and len(same) >= SAME_SHARE * len(measured):
        yield hit("K64", cells_of("realisasi", same), same=same, measured=measured)


@rule("K65", "catatan")
def k65_tahun_sarpras(hasil: Results) -> Iterator[Hit]:
    """Compare the years of the facilities' data with the report's."""
    if not hasil.data[Sarpras]:
        return
    facts = hasil.data.identitas
    told_in = ("sarpras_tahun_rekon", "sarpras_tahun_rkbmd")
    stale = [key for key in told_in if facts[key] and abs(facts[key] - hasil.tahun) > 1]
    years = re.findall(r"\b20\d\d\b", facts.sarpras_periode_pengadaan)
    if years and abs(int(max(years)) - hasil.tahun) > 1:
        stale.append("sarpras_periode_pengadaan")
    ahead = any(int(year) > hasil.tahun + 1 for year in years)
    if stale:
        told = ", ".join(f"{key} {shorten(str(facts[key]))}" for key in stale)
        case = "K65.kelak" if ahead else "K65.lalu"
        yield hit(case, fact_cells(hasil, *stale), tahun=hasil.tahun, told=told)
