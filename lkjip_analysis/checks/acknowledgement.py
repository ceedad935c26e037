"""Acknowledged findings: known, explained, still shown.

A row of ``data/<tahun>/pengakuan.csv`` names rule, entity, and the values of all cells it was
given for. It holds for exactly those, in any order of the rows, in its year or for good. Where a
value is another one the finding is open again and says what changed. A row that meets no finding
is a finding itself.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from itertools import zip_longest

from lkjip_analysis.checks.binding import BLANK, IS, Binder, as_value, is_whole
from lkjip_analysis.checks.findings import Acknowledgement, Finding, Repair
from lkjip_analysis.data.dialect import CellError
from lkjip_analysis.data.numbers import parse_number
from lkjip_analysis.data.schema_judgement import FOR_GOOD
from lkjip_analysis.data.schemas import Pengakuan
from lkjip_analysis.results import Results

UNUSED = "K99"
UNUSED_TITLE = "Pengakuan tanpa temuan"
TOLD = 3
"""So many changed values are told of an acknowledgement that fell."""


def apply_acknowledgements(hasil: Results, findings: Iterable[Finding]) -> list[Finding]:
    """Give the findings with the acknowledgement that holds for each, or why one fell.

    Each comes bound to its entity and values. Acknowledgements that meet none are reported.
    """
    binder = Binder(hasil)
    bound = list(binder.bind(findings))
    ruled = {row.aturan.casefold() for row in hasil.data[Pengakuan]}
    values: dict[str, dict[int, Counter[str]]] = {rule: {} for rule in ruled}
    for n, one in enumerate(bound):
        if (rule := one.id.casefold()) in ruled:
            values[rule][n] = _values(one.nilai)
    idle = []
    for row in hasil.data[Pengakuan]:
        own, told = _values(row.nilai.splitlines()), values[row.aturan.casefold()]
        holds = row.berlaku in (FOR_GOOD, str(hasil.tahun))
        met = next((n for n, its in told.items() if holds and its == own), None)
        if met is None:
            idle.append((row, own, told))
        else:
            known = Acknowledgement(row.alasan, row.oleh, row.berlaku, row.kalimat_pembaca)
            bound[met] = replace(bound[met], pengakuan=known)
    unused = []
    for row, own, told in idle:
        open_ = {
            n: its
            for n, its in told.items()
            if not (bound[n].pengakuan or bound[n].gugur)
            and row.entitas.casefold() == bound[n].entitas.casefold()
        }
        now = _values(binder.now(row.nilai.splitlines()))
        repairs = _repairs(binder, own, now) if len(now) == len(own) else ()
        if not open_:
            unused.append(_unused(row, repairs))
            continue
        near = max(open_, key=lambda n: _alike(own, open_[n]))
        why = _why(own, open_[near]) or f"pengakuannya hanya untuk tahun {row.berlaku}"
        usul = (*bound[near].usul, *repairs)
        bound[near] = replace(bound[near], gugur=why, baris_gugur=row.line, usul=usul)
    return bound + unused


def _repairs(binder: Binder, own: Counter[str], now: Counter[str]) -> tuple[Repair, ...]:
    """Give what the only cell held, that holds another value since it was acknowledged."""
    old, new = list(own - now), list(now - own)
    if len(old) != 1 or len(new) != 1:
        return ()
    place, _, was = old[0].partition(IS)
    cell, value = binder.cell_at(place), new[0].partition(IS)[2]
    if cell is None or not is_whole(was):
        return ()
    meant = None if was == BLANK else was if _number(cell.nilai) is None else _number(was)
    return (Repair(cell, meant, f"{place} {was} waktu diakui, kini {value}"),)


def _alike(own: Counter[str], its: Counter[str]) -> tuple[int, int]:
    """Say how like what an acknowledgement was given for a finding is: values, then places."""
    return (own & its).total(), len(_by_place(own).keys() & _by_place(its).keys())


def _values(lines: Iterable[str]) -> Counter[str]:
    """Give values, a line for each cell, with numbers as they are worth, however written."""
    return Counter(_plain(" ".join(line.split())) for line in lines if line.strip())


def _plain(line: str) -> str:
    place, _, value = line.partition(IS)
    number = _number(value)
    return line if number is None else f"{place}{IS}{as_value(number)}"


def _number(text: str) -> Decimal | None:
    try:
        return parse_number(text, ";")
    except CellError:
        return None


def as_row(finding: Finding, known: Acknowledgement) -> list[str]:
    """Give the row of ``pengakuan.csv`` that acknowledges a finding as it is now."""
    values = "\n".join(finding.nilai)
    told = known.alasan, known.oleh, known.berlaku, known.kalimat_pembaca
    return [finding.id, finding.entitas, values, *told]


def _by_place(lines: Counter[str]) -> dict[str, list[str]]:
    told: dict[str, list[str]] = {}
    for place, _, value in (line.partition(IS) for line in sorted(lines.elements())):
        told.setdefault(place, []).append(value)
    return told


def _why(own: Counter[str], its: Counter[str]) -> str:
    """Say what changed since an acknowledgement was given; blank where nothing did."""
    old, new = _by_place(own - its), _by_place(its - own)
    changed = [
        f"nilai berubah dari {before} menjadi {after} ({place})"
        for place in sorted(old.keys() | new.keys())
        for before, after in zip_longest(
            old.get(place, ()), new.get(place, ()), fillvalue="tidak ada"
        )
    ]
    if len(changed) > TOLD:
        changed[TOLD:] = [f"dan {len(changed) - TOLD} lainnya"]
    return "; ".join(changed)


def _unused(row: Pengakuan, repairs: tuple[Repair, ...]) -> Finding:
    lasting = row.berlaku == FOR_GOOD
    return Finding(
        UNUSED,
        "peringatan",
        UNUSED_TITLE,
        f"pengakuan {row.aturan} untuk {row.entitas} tidak bertemu temuan apa pun",
        (*row.cells("aturan"), *(repair.sel for repair in repairs)),
        "",
        "".join(one.dugaan for one in repairs)
        or "temuannya sudah diperbaiki, atau nilainya sudah lain",
        "hapus pengakuan ini" + (", bila data tahun ini sudah lengkap" if lasting else ""),
        row.entitas,
        usul=repairs,
    )
