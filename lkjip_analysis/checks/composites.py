"""Rules on composite IKU: sums that differ, components that cannot be, incomplete surveys."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import permutations, product
from statistics import mode
from typing import Any

from lkjip_analysis.checks.causes import decimals_of, guess_slip, mend
from lkjip_analysis.checks.plausibility import known_range
from lkjip_analysis.checks.rows import cells_of, shorten
from lkjip_analysis.checks.rules import Hit, Repair, hit, rule
from lkjip_analysis.checks.texts import passages
from lkjip_analysis.data.schemas import Iku, Ipp, KomponenIku, Narasi, Skm
from lkjip_analysis.formatting import format_number, round_half_up
from lkjip_analysis.results import Results, entities

ALL = ("nilai", "koefisien", "minimum", "maksimum")
"""What decides about a component."""


@rule("K61", "galat", ragu=("realisasi",))
def k61_komposit(hasil: Results) -> Iterator[Hit]:
    """Compare a typed composite with its components."""
    for row in hasil.data[Iku]:
        code, stated = row.kode_iku, row.realisasi
        composed = hasil.iku[code].komposit
        if stated is None or not composed.known:
            continue
        exact = composed.number
        if round_half_up(exact, decimals_of(stated)) == stated:
            continue
        cells, beda = (row.cell("realisasi"), *composed.masukan), stated - exact
        slip = guess_slip(stated, round_half_up(exact, decimals_of(stated)))
        said: dict[str, Any] = {"row": row, "exact": exact, "composed": composed, "beda": beda}
        usul = tuple(_mended(row, exact, hasil.iku[code].komponen))
        yield hit("K61", cells, **said, dugaan=slip, usul=usul)


def _mended(iku: Iku, exact: Decimal, parts: list[entities.Komponen]) -> Iterator[Repair]:
    """List the slips without which a composite would be what its components come to."""
    stated = iku.realisasi or exact
    whole = round_half_up(exact, decimals_of(stated))
    yield mend(iku.cell("realisasi"), iku.kode_iku, stated, whole)
    for part in parts:
        factor, value = part.row.koefisien, part.nilai.decimal
        for kolom, own, other in (("koefisien", factor, value), ("nilai", value, factor)):
            if own and other and part.row.has(kolom):
                meant = round_half_up(own + (stated - exact) / other, max(2, decimals_of(own)))
                mended = mend(part.row.cell(kolom), part.kode, own, meant)
                if mended.dugaan:
                    yield mended


@rule("K62", "galat", ragu=("target", "realisasi", "target_akhir_renstra", "nilai"))
def k62_komponen_mustahil(hasil: Results) -> Iterator[Hit]:
    """Check the components' bounds, and solve for the one that is missing."""
    for iku in hasil.iku:
        yield from _component_hits(iku, iku.komponen)


def _component_hits(iku: entities.Iku, own: list[entities.Komponen]) -> Iterator[Hit]:
    row, code = iku.row, iku.kode
    parts = [part.row for part in own]
    for part in own:
        value = part.nilai.decimal
        if value is not None and not _possible(part.row, value):
            limits = _limits(part.row)
            cells = part.row.cells(*ALL)
            yield hit("K62.komponen", cells, part=part, code=code, value=value, limits=limits)
    missing = [part.row for part in own if part.nilai.decimal is None]
    stated = row.realisasi
    if len(missing) == 1 and stated is not None and missing[0].koefisien:
        terms = (part.row.koefisien * (part.nilai.decimal or Decimal(0)) for part in own)
        solved = (stated - sum(terms, Decimal(0))) / missing[0].koefisien
        if not _possible(missing[0], solved):
            cells = (row.cell("realisasi"), *(c for p in parts for c in p.cells(*ALL)))
            last, limits = missing[0], _limits(missing[0])
            yield hit("K62.sisa", cells, row=row, part=last, solved=solved, limits=limits)
    ceiling = _ceiling(parts)
    for kolom in ("target", "realisasi", "target_akhir_renstra"):
        value = row[kolom]
        if value is not None and ceiling is not None and value > ceiling:
            cells = (row.cell(kolom), *cells_of("maksimum", parts))
            beda, what = value - ceiling, f"{kolom} {code} {format_number(value)}"
            yield hit("K62.tertinggi", cells, what=what, ceiling=ceiling, beda=beda)


def _possible(part: KomponenIku, value: Decimal) -> bool:
    low, high = part.minimum, part.maksimum
    return (low is None or value >= low) and (high is None or value <= high)


def _limits(part: KomponenIku) -> str:
    return f"{format_number(part.minimum)} sampai {format_number(part.maksimum)}"


def _ceiling(parts: list[KomponenIku]) -> Decimal | None:
    """Give the highest value that components allow; None where one has no upper bound."""
    tops = [p.koefisien * p.maksimum for p in parts if p.maksimum is not None and p.koefisien >= 0]
    return sum(tops, Decimal(0)) if parts and len(tops) == len(parts) else None


@rule("K63", "peringatan", ragu=("realisasi",), menahan=True)
def k63_rumus_dan_teks(hasil: Results) -> Iterator[Hit]:
    """Solve a two-term formula with the component that the texts name."""
    described = {part.kode_iku for part in hasil.data[KomponenIku]}
    for iku in hasil.iku:
        stated, terms = iku.realisasi.decimal, formula_terms(iku.row.formula)
        if stated is None or len(terms) != 2 or iku.kode in described:
            continue
        texts = [passage for passage in passages(hasil, Narasi) if passage.kode == iku.kode]
        for passage, ((name, factor), (other, weight)) in product(texts, permutations(terms)):
            value, limits = _value_in(passage.plain, name), known_range(other)
            if value is None or limits is None:
                continue
            solved = (stated - factor * value) / weight
            if not limits.holds(solved):
                gap = min(abs(solved - edge) for span in limits.spans for edge in span)
                cells = (passage.cell, *iku.row.cells("realisasi", "formula"))
                said: dict[str, Any] = {"name": name, "value": value, "other": other}
                said |= {"solved": solved, "limits": limits, "beda": gap}
                yield hit("K63", cells, iku=iku, stated=stated, **said)


TERM = re.compile(r"(?:(\d+(?:,\d+)?)\s*[×x*]\s*)?(?:nilai\s+)?\b([A-Z]{2,6})\b")


def formula_terms(formula: str) -> list[tuple[str, Decimal]]:
    """Read the terms of a linear formula: component and factor.

    >>> formula_terms("IKPP = (1,25 × nilai IKM) + nilai IPP")
    [('IKM', Decimal('1.25')), ('IPP', Decimal('1'))]
    """
    right = formula.rsplit("=", 1)[-1]
    parts = right.replace("(", " ").replace(")", " ").split("+")
    found = [TERM.fullmatch(part.strip()) for part in parts]
    if len(parts) < 2 or not all(found):
        return []
    return [(match[2], Decimal((match[1] or "1").replace(",", "."))) for match in found if match]


def _value_in(text: str, name: str) -> Decimal | None:
    """Find the value that a text gives a component: ``IPP ... memperoleh nilai 3,08``."""
    said = r"[^.;]{0,80}?(?:nilai|sebesar|mencapai|realisasi|adalah|=)\s+"
    match = re.search(rf"\b{name}\b{said}(\d+(?:,\d+)?)\b(?!%)", text)
    return Decimal(match[1].replace(",", ".")) if match else None


@rule("K66", "peringatan")
def k66_survei(hasil: Results) -> Iterator[Hit]:
    """Count the survey's elements and add up the index's weights."""
    elements = hasil.data[Skm]
    if elements and len(elements) != 9:
        last = elements.rows[-1].cell("unsur")
        yield hit("K66.unsur", (last,), elements=elements, beda=len(elements) - 9)
    aspects: dict[str, list[Ipp]] = {}
    for row in hasil.data[Ipp]:
        aspects.setdefault(row.aspek, []).append(row)
    parted = [(f"butir aspek {name}", "bobot", own) for name, own in aspects.items()]
    weights = {name: [r for r in own if r.bobot_aspek is not None] for name, own in aspects.items()}
    uneven = [name for name, own in weights.items() if len({row.bobot_aspek for row in own}) > 1]
    for name in uneven:
        usual = mode(row.bobot_aspek for row in weights[name])
        odd, *others = sorted(weights[name], key=lambda row: row.bobot_aspek == usual)
        cells = cells_of("bobot_aspek", (odd, others[-1]))
        yield hit("K66.aspek", cells, name=name, odd=odd, other=others[-1])
    if aspects and not uneven:
        parted.append(("aspek IPP", "bobot_aspek", [own[0] for own in aspects.values()]))
    usul = tuple(_moved(aspects))
    for what, kolom, parts in parted:
        total = sum((part[kolom] or Decimal(0) for part in parts), Decimal(0))
        if abs(total - 1) > Decimal("0.011"):
            said: dict[str, Any] = {"what": what, "total": total, "beda": total - 1}
            yield hit("K66.jumlah", cells_of(kolom, parts), **said, usul=usul)


def _moved(aspects: Mapping[str, list[Ipp]]) -> Iterator[Repair]:
    """Propose for an item the aspect whose weights lack its own."""
    for name, own in aspects.items():
        lacking = 1 - sum((row.bobot or Decimal(0) for row in own), Decimal(0))
        rows = (row for other in aspects.values() if other is not own for row in other)
        for row in rows if lacking > 0 else ():
            if row.bobot == lacking:
                why = f"aspek butir '{shorten(row.butir, 40)}' tampaknya {name}"
                yield Repair(row.cell("aspek"), name, why)
