"""Rules on rating scales: letters against numbers, local against national, gaps between classes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import chain, pairwise, product
from statistics import mode
from typing import Any

from lkjip_analysis.checks.rows import Indicator, indicators
from lkjip_analysis.checks.rules import Hit, Repair, hit, rule
from lkjip_analysis.data.dialect import SHORT_MONTHS
from lkjip_analysis.data.schemas import Evaluasi, Iku, SkalaPredikat
from lkjip_analysis.exceptions import NotComputableError
from lkjip_analysis.formatting import PRINTED, format_number, round_half_up
from lkjip_analysis.measures.ratings import RatingClass, classify
from lkjip_analysis.results import Results
from lkjip_analysis.results.indicators import rating_of, scale

LOWEST = Decimal("-Infinity")
NO_NAME = re.compile(
    rf"[\d.,]+|\d{{1,4}}[-/ .]({'|'.join(SHORT_MONTHS)}|\d)[-\w/ .]*", re.IGNORECASE
)
"""What spreadsheets make of a name: a number, a date."""
FEW = 4
"""More pairs of open ends than this tell no slip."""

SPAN = ("batas_bawah", "batas_atas", "termasuk")
ON_EDGE = "tepat pada batas kelas dan masih milik"


@rule("K40", "galat", ragu=("target", "realisasi", "target_predikat", "realisasi_predikat"))
def k40_predikat(hasil: Results) -> Iterator[Hit]:
    """Look for predikat that no scale has, and compare the others with the class of the number."""
    told = set[tuple[object, ...]]()
    for row in chain(*map(indicators, (hasil.data, *hasil.data.history.values()))):
        if not (row.target_predikat or row.realisasi_predikat):
            continue
        classes, code = classes_for(hasil, row), row[row.key[0]]
        name = row.skala or ("AKIP" if AKIP.search(row.indikator) else "indikatornya")
        for kolom in ("target", "realisasi"):
            value, letter = row[kolom], row[f"{kolom}_predikat"]
            own = next((r for r in classes if r.kategori.casefold() == letter.casefold()), None)
            expected = _class_meant(value, classes)
            once = (*(row[key] for key in row.key), letter, own and value)
            right = own and expected in ("", own.kategori)
            if not letter or not classes or once in told or right:
                continue
            told.add(once)
            edge = any(value in (rating.batas_bawah, rating.batas_atas) for rating in classes)
            case = "K40.kelas" if own else "K40.tidak_ada"
            cells = row.cells(f"{kolom}_predikat", kolom)
            why = f"{format_number(value)} {ON_EDGE} {expected}" if own and edge else ""
            said: dict[str, Any] = {"kolom": kolom, "code": code, "letter": letter, "name": name}
            usul = () if own else tuple(other_scales(hasil, row, {letter.casefold()}))
            yield hit(case, cells, **said, value=value, expected=expected, dugaan=why, usul=usul)


def other_scales(hasil: Results, row: Indicator, letters: set[str]) -> Iterator[Repair]:
    """Propose for an indicator with a scale the others that know all of some predikat."""
    for name in dict.fromkeys(one.skala for one in hasil.data[SkalaPredikat]):
        if row.skala not in ("", name) and letters <= set(map(str.casefold, _classes(hasil, name))):
            yield Repair(row.cell("skala"), name, f"skala {row[row.key[0]]} tampaknya {name}")


def _class_meant(value: Decimal | None, classes: list[RatingClass]) -> str:
    """Name the class of a value, which may be the score of one; blank where there is none."""
    scored = (r.kategori for r in classes if value is not None and r.skor == value)
    return next(scored, "") or (class_of(value, classes) if value is not None else "")


def akip_scale(hasil: Results) -> tuple[str, list[RatingClass]]:
    """Give the scale the evaluation is read on: that of its IKU, else the unit's.

    The unit's own scale of capaian need not be one of AKIP: it counts if it knows a predikat that
    the evaluators gave.
    """
    code = hasil.data.identitas.kode_iku_akip
    named = next((r.skala for r in hasil.data[Iku] if r.kode_iku == code), "")
    name = named or hasil.data.identitas.skala_capaian
    classes = scale(hasil.data, name) if name else []
    given = {row.predikat.casefold() for row in hasil.data[Evaluasi]} - {""}
    known = {rating.kategori.casefold() for rating in classes}
    return (name, classes) if named or not given or given & known else ("", [])


def classes_for(hasil: Results, row: Indicator) -> list[RatingClass]:
    """Give the classes a predikat is read on, in any year; a mark of AKIP always has one."""
    same = (one for one in indicators(hasil.data) if one.key == row.key)
    now = (one.skala for one in same if all(one[name] == row[name] for name in row.key))
    if name := row.skala or next(now, ""):
        return scale(hasil.data, name)
    akip = row[row.key[0]] == hasil.data.identitas.kode_iku_akip or AKIP.search(row.indikator)
    return akip_scale(hasil)[1] or scale(hasil.data, "akip_nasional") if akip else []


AKIP = re.compile(r"\b(?:S?AKIP|LHE)\b")


def class_of(value: Decimal, classes: list[RatingClass]) -> str:
    """Name the class of a value; blank where the scale has none for it."""
    try:
        return classify(value, classes).kategori
    except NotComputableError:
        return ""


@rule("K45", "catatan")
def k45_skala_daerah(hasil: Results) -> Iterator[Hit]:
    """Compare the scales in use with the national scale of the same family."""
    used = {hasil.data.identitas.skala_capaian} | {row.skala for row in indicators(hasil.data)}
    for name in sorted(used - {""}):
        national = f"{name.rsplit('_', 1)[0]}_nasional"
        own, other = _classes(hasil, name), _classes(hasil, national)
        if name == national or not own or not other:
            continue
        both = [kind for kind in own if kind in other]
        differing = [kind for kind in both if _bounds(own[kind]) != _bounds(other[kind])]
        missing = [kind for kind in (*other, *own) if kind not in both]
        said = [f"{kind}: {_difference(own[kind], other[kind])}" for kind in differing]
        said += [f"hanya di satu skala: {', '.join(missing)}"] if missing else []
        if said:
            rows = (scale[kind] for kind in differing for scale in (own, other))
            cells = tuple(cell for row in rows for cell in row.cells(*SPAN))
            cells = cells or next(iter(own.values())).cells("skala")
            yield hit("K45", cells, name=name, national=national, said="; ".join(said))


def _classes(hasil: Results, name: str) -> dict[str, SkalaPredikat]:
    return {row.kategori: row for row in hasil.data[SkalaPredikat] if row.skala == name}


def _bounds(row: SkalaPredikat) -> tuple[object, ...]:
    return tuple(row[end] for end in SPAN)


def _difference(own: SkalaPredikat, other: SkalaPredikat) -> str:
    """Say in what a class differs: its span, or who owns the ends of the same span."""
    if _span(own) != _span(other):
        return f"{_span(own)}, nasional {_span(other)}"
    return f"{_span(own)} termasuk {own.termasuk}, nasional {other.termasuk}"


def _span(row: SkalaPredikat) -> str:
    return f"{format_number(row.batas_bawah)}-{format_number(row.batas_atas)}"


@rule("K46", "galat")
def k46_celah_skala(hasil: Results) -> Iterator[Hit]:
    """Look for gaps and overlaps between neighbouring classes."""
    names = dict.fromkeys(row.skala for row in hasil.data[SkalaPredikat])
    for name in names:
        classes = _classes(hasil, name)
        odd = [row for row in classes.values() if NO_NAME.fullmatch(row.kategori)]
        if len(odd) == len(classes):
            odd = []  # a scale whose classes are called by numbers
        for row in odd:
            others = ", ".join(one for one in classes if one != row.kategori)
            yield hit("K46.nama", row.cells("kategori"), name=name, row=row, others=others)
        owned = [row for row in classes.values() if row.termasuk]
        bounded = [row for row in owned if row.has("batas_bawah") or row.has("batas_atas")]
        bounded.sort(key=_ends)
        for lower, upper in pairwise(bounded):
            if fault := _fault_between(rating_of(lower), rating_of(upper)):
                ends = ("batas_atas", "batas_bawah", "termasuk")
                cells = tuple(row.cell(end) for end in ends for row in (lower, upper))
                said: dict[str, Any] = {"name": name, "lower": lower, "upper": upper}
                said |= {"low": _span(lower), "high": _span(upper)}
                usul = tuple(_closing(name, bounded))
                yield hit("K46.celah", cells, **said, fault=fault, usul=usul)


def _ends(row: SkalaPredikat) -> tuple[Decimal, Decimal]:
    """Give where a class begins and ends; an open end lies beyond all others."""
    low, high = row.batas_bawah, row.batas_atas
    return LOWEST if low is None else low, -LOWEST if high is None else high


def _closing(name: str, classes: list[SkalaPredikat]) -> Iterator[Repair]:
    """Propose for the end of a class that meets no other the end of one that no class meets."""
    usual = mode(row.termasuk for row in classes)
    for row in classes:
        if row.termasuk != usual:
            why = f"termasuk {row.kategori} pada skala {name} tampaknya {usual}"
            yield Repair(row.cell("termasuk"), usual, why)
    tops, bottoms = ({row[end] for row in classes} for end in ("batas_atas", "batas_bawah"))
    high = [row for row in classes if row.batas_atas not in bottoms]
    low = [row for row in classes if row.batas_bawah not in tops]
    for one, other in product(high, low) if len(high) * len(low) <= FEW else ():
        for row, end, meant in (
            (other, "batas_bawah", one.batas_atas),
            (one, "batas_atas", other.batas_bawah),
        ):
            if one is not other and meant is not None and row[end] != meant:
                why = f"{end} {row.kategori} pada skala {name} tampaknya {format_number(meant)}"
                yield Repair(row.cell(end), meant, why)


def _fault_between(lower: RatingClass, upper: RatingClass) -> str:
    """Say whether a value as it is printed falls between two neighbours, or into both."""
    top, bottom = lower.batas_atas, upper.batas_bawah
    if top is None or bottom is None or top > bottom:
        return "bertumpuk"
    step = Decimal(1).scaleb(-PRINTED)
    ends = round_half_up(top, PRINTED), round_half_up(bottom, PRINTED)
    near = {ends[0], ends[0] + step, ends[1] - step, ends[1]}
    owners = [lower.holds(v) + upper.holds(v) for v in near if top <= v <= bottom]
    return "berlubang" if 0 in owners else "bertumpuk" if 2 in owners else ""
