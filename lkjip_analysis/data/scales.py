"""Rating scales of ``skala_predikat.csv``: all there, and each value in one class only."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from lkjip_analysis.data.dialect import suggest
from lkjip_analysis.data.reading import TableData, YearData
from lkjip_analysis.exceptions import Problem, printable
from lkjip_analysis.formatting import format_number

STEP = Decimal("0.01")
"""Values are classed with two decimals: 65,00-76,60 and 76,61-88,30 leave no gap."""


@dataclass(frozen=True)
class _Bounds:
    """Bounds of one class, open ends as None."""

    baris: int
    kategori: str
    low: Decimal | None
    high: Decimal | None
    termasuk: str


def check_scales(year: YearData) -> list[Problem]:
    """Check that every named scale exists, and that its classes neither overlap nor leave gaps."""
    data = year.tables["skala_predikat"]
    problems = _check_names(year) if data.readable else []
    groups: dict[str, list[_Bounds]] = {}
    for baris in data.typed.index.tolist():
        name, termasuk = data.value(baris, "skala"), data.value(baris, "termasuk")
        if name is None or termasuk is None or not _bounds_are_read(data, baris):
            continue
        low, high = data.value(baris, "batas_bawah"), data.value(baris, "batas_atas")
        if low is not None or high is not None:  # else a class of letters only
            kategori = str(data.value(baris, "kategori"))
            groups.setdefault(str(name), []).append(_Bounds(baris, kategori, low, high, termasuk))
    for classes in groups.values():
        problems += _check_classes(data, classes)
    return problems


def _bounds_are_read(data: TableData, baris: int) -> bool:
    return all(
        data.value(baris, name) is not None or not data.cell(baris, name).nilai
        for name in ("batas_bawah", "batas_atas")
    )


def _check_names(year: YearData) -> list[Problem]:
    scales = list(
        dict.fromkeys(str(name) for name in year["skala_predikat"]["skala"] if name is not None)
    )
    named: list[tuple[str, int | None, str, str]] = []
    if "identitas" not in year.missing:
        berkas = year.tables["identitas"].berkas
        for key in ("skala_capaian", "skala_dukungan"):
            if year.identitas[key] is not None:
                cell = year.fact_cell(key)
                place = (cell.baris, "nilai") if cell else (None, key)
                named.append((berkas, *place, str(year.identitas[key])))
    iku = year.tables["iku"]
    for baris in iku.typed.index.tolist():
        if (name := iku.value(baris, "skala")) is not None:
            named.append((iku.berkas, baris, "skala", str(name)))
    problems = []
    for berkas, baris, kolom, name in named:
        if name in scales:
            continue
        if "skala_predikat" in year.missing:
            remedy = f"salin skala_predikat.csv dari data/ proyek ke {printable(year.root.name)}/"
        else:
            remedy = suggest(name, scales) or "tambahkan skala itu di skala_predikat.csv"
        allowed = ", ".join(scales) or "skala_predikat.csv tidak ada"
        problems.append(
            Problem(berkas, baris, kolom, "skala predikat tidak ada", name, allowed, remedy)
        )
    return problems


def _check_classes(data: TableData, classes: list[_Bounds]) -> list[Problem]:
    problems = []
    for one in classes:
        if one.low is not None and one.high is not None and one.low >= one.high:
            problems.append(
                Problem(
                    data.berkas,
                    one.baris,
                    "batas_bawah",
                    "batas bawah tidak di bawah batas atas",
                    _range(one),
                    "batas bawah lebih kecil",
                    "tukar atau perbaiki kedua batas",
                )
            )
    if problems:
        return problems
    ordered = sorted(classes, key=lambda one: (one.low is not None, one.low or Decimal(0)))
    for lower, upper in pairwise(ordered):
        found = f"{lower.kategori} {_range(lower)}; {upper.kategori} {_range(upper)}"
        fault, allowed, remedy = _meeting(lower, upper)
        if fault:
            fault = fault.format(baris=lower.baris)
            problems.append(
                Problem(data.berkas, upper.baris, "batas_bawah", fault, found, allowed, remedy)
            )
    return problems


def _meeting(lower: _Bounds, upper: _Bounds) -> tuple[str, str, str]:
    """Say what is wrong where two neighbouring classes meet: fault, allowed, remedy; or nothing."""
    overlap = (
        "kelas ini bertumpang tindih dengan baris {baris}",
        "satu nilai hanya masuk satu kelas",
        "perbaiki batasnya, atau pilih atas atau bawah pada kolom termasuk",
    )
    gap = (
        "ada nilai tanpa kelas di antara baris ini dan baris {baris}",
        "kelas yang bersambung",
        "samakan batasnya, lalu pilih atas atau bawah pada kolom termasuk",
    )
    if lower.high is None or upper.low is None or lower.high > upper.low:
        return overlap
    top = lower.termasuk in ("atas", "keduanya")
    bottom = upper.termasuk in ("bawah", "keduanya")
    if lower.high == upper.low:
        return overlap if top and bottom else ("", "", "") if top or bottom else gap
    return ("", "", "") if top and bottom and upper.low - lower.high <= STEP else gap


def _range(one: _Bounds) -> str:
    low = "tanpa batas" if one.low is None else format_number(one.low)
    high = "tanpa batas" if one.high is None else format_number(one.high)
    return f"{low} sampai {high} (termasuk {one.termasuk})"
