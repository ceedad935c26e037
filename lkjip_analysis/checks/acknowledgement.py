"""Acknowledged findings: known, explained, still shown.

A row of ``data/<tahun>/pengakuan.csv`` names rule, entity, and the values of all cells it was
given for. It holds for exactly those, in any order of the rows, in its year or for good. Where a
value is another one the finding is open again and says what changed. A row that meets no finding
is a finding itself.

What a finding is about is told by keys and values: never by row numbers, which move. Numbers stand
as they are worth, however the file writes them; a long text by its first words and its hash; a
cell whose figure is computed with the computed value, too.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import zip_longest

from lkjip_analysis.checks.findings import UNIT, Acknowledgement, Finding, Repair
from lkjip_analysis.checks.rows import shorten
from lkjip_analysis.data.columns import Cell, Row
from lkjip_analysis.data.dialect import CellError
from lkjip_analysis.data.numbers import parse_number
from lkjip_analysis.data.reading import YearData
from lkjip_analysis.data.schema_judgement import FOR_GOOD
from lkjip_analysis.data.schemas import Identitas, Narasi, Pengakuan, Tugas
from lkjip_analysis.data.writing import cell_text
from lkjip_analysis.results import Results
from lkjip_analysis.results.names import slug

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
        free = {n: its for n, its in told.items() if not (bound[n].pengakuan or bound[n].gugur)}
        whom = row.entitas.casefold()
        open_ = {n: its for n, its in free.items() if bound[n].entitas.casefold() == whom}
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
    changed = []
    for place in sorted(old.keys() | new.keys()):
        both = zip_longest(old.get(place, ()), new.get(place, ()), fillvalue="tidak ada")
        changed += [f"nilai berubah dari {one} menjadi {other} ({place})" for one, other in both]
    if len(changed) > TOLD:
        changed[TOLD:] = [f"dan {len(changed) - TOLD} lainnya"]
    return "; ".join(changed)


def _unused(row: Pengakuan, repairs: tuple[Repair, ...]) -> Finding:
    pesan = f"pengakuan {row.aturan} untuk {row.entitas} tidak bertemu temuan apa pun"
    cells = (*row.cells("aturan"), *(repair.sel for repair in repairs))
    why = "".join(one.dugaan for one in repairs)
    why = why or "temuannya sudah diperbaiki, atau nilainya sudah lain"
    lasting = ", bila data tahun ini sudah lengkap" if row.berlaku == FOR_GOOD else ""
    told = pesan, cells, "", why, f"hapus pengakuan ini{lasting}", row.entitas
    return Finding(UNUSED, "peringatan", UNUSED_TITLE, *told, usul=repairs)


LONG = 60
"""A text longer than this (characters) is told by its hash."""

MANY = 50
"""More cells than this are told by one hash."""

IS = " = "
"""Stands between a cell's place and its value."""

BLANK = "(kosong)"
EARLIER = {0: "", 1: " (tahun lalu)", 2: " (dua tahun lalu)"}


class Binder:
    """Tells findings of a year by the keys and values of their cells."""

    def __init__(self, hasil: Results) -> None:
        years = (hasil.data, *hasil.data.history.values())
        self.figures, self.tahun = hasil.figures, hasil.tahun
        told = ((year, table) for year in reversed(years) for table in year.tables.values())
        self.files = {table.berkas: (year, table) for year, table in told}
        self.rows: dict[str, dict[int, Row]] = {}
        self.stems: dict[str, dict[str, Row]] = {}

    def bind(self, findings: Iterable[Finding]) -> Iterator[Finding]:
        """Give findings with their entity and the values of all their cells.

        Those that a rule tells of the very same cells are told apart by what they say.
        """
        bound = list(self._bind(findings))
        same = Counter((finding.id, finding.nilai) for finding in bound)
        for finding in bound:
            said = (_said(finding),) if same[finding.id, finding.nilai] > 1 else ()
            yield replace(finding, nilai=finding.nilai + said)

    def _bind(self, findings: Iterable[Finding]) -> Iterator[Finding]:
        for finding in findings:
            told = [self._tell(cell) for cell in dict.fromkeys(finding.sel)]
            entity = finding.entitas or (told[0][0] if told else "") or UNIT
            lines = [f"{place}{IS}{value}" for _, place, value in told]
            if len(lines) > MANY:
                lines = list(_together(finding.sel, lines))
            yield replace(finding, entitas=entity, nilai=tuple(lines) or (_said(finding),))

    def _tell(self, cell: Cell) -> tuple[str, str, str]:
        """Give the entity of a cell, its place, and its value."""
        found = self.files.get(cell.berkas)
        if found is None:
            return "", f"{cell.berkas} {cell.kolom}", as_value(cell.nilai)
        year, table = found
        if cell.berkas not in self.rows:
            self.rows[cell.berkas] = {row.line: row for row in table}
        row = self.rows[cell.berkas][cell.baris]
        key = _keyed(row)
        entity = "/".join(key)
        column = "" if isinstance(row, Identitas) else f" {cell.kolom}"
        value = self._value(year, row, cell.kolom, [row.name, *map(slug, key), cell.kolom])
        earlier = EARLIER.get(self.tahun - year.tahun, f" ({year.tahun})")
        return entity, f"{row.name} {entity}{column}{earlier}", value

    def cell_at(self, place: str) -> Cell | None:
        """Find the only cell of a place, as ``bind`` tells it; None where there is no such."""
        for year, table in self.files.values():
            earlier = EARLIER.get(self.tahun - year.tahun, f" ({year.tahun})")
            name, bare = table.table.name, place.removesuffix(earlier)
            if not (place.startswith(f"{name} ") and place.endswith(earlier)):
                continue
            if table.berkas not in self.stems:
                own = table if table.table not in (Narasi, Tugas) else ()
                self.stems[table.berkas] = {f"{name} {'/'.join(_keyed(row))}": row for row in own}
            stem, _, kolom = (bare, "", "nilai") if name == "identitas" else bare.rpartition(" ")
            row = self.stems[table.berkas].get(stem)
            if row is not None and kolom in row.column_names:
                return row.cell(kolom)
        return None

    def now(self, lines: Iterable[str]) -> Iterator[str]:
        """Tell the places of some lines with the values they have now, where they have any."""
        for line in lines:
            place = " ".join(line.split()).partition(IS)[0]
            if cell := self.cell_at(place):
                yield f"{place}{IS}{self._tell(cell)[2]}"

    def _value(self, year: YearData, row: Row, kolom: str, kunci: list[str]) -> str:
        if isinstance(row, Identitas) and row.kunci in year.identitas.column_names:
            return as_value(year.identitas[row.kunci])
        typed = as_value(row[kolom])
        figure = self.figures.get(".".join(kunci)) if year.tahun == self.tahun else None
        computed = as_value(figure.nilai) if figure is not None and figure.known else typed
        if typed in (computed, BLANK):
            return computed
        return f"{typed} (dihitung {computed})"


def as_value(value: object) -> str:
    """Write a value so that the same one is always written the same.

    >>> as_value(Decimal("73.470")), as_value(Decimal("100")), as_value(None), as_value(" a  b")
    ('73,47', '100', '(kosong)', 'a b')
    """
    if isinstance(value, Decimal):
        value = value.normalize()
    text = " ".join((value if isinstance(value, str) else cell_text(value)).split())
    return (text or BLANK) if len(text) <= LONG else f"{shorten(text, 40)} {_hash(text)}"


def _identity(row: Row) -> tuple[str, ...]:
    """Give the key of a row; a paragraph is told by its text, its number changes with others."""
    return row.key[:-1] if isinstance(row, Narasi | Tugas) else row.key


def _keyed(row: Row) -> list[str]:
    return [as_value(row[name]) for name in _identity(row) if row.has(name)]


def is_whole(value: str) -> bool:
    """Say whether a value stands in full: not by its hash, nor with what is computed of it."""
    return not re.search(r" #[0-9a-f]{12}$| \(dihitung .*\)$", value)


def _said(finding: Finding) -> str:
    return f"temuan{IS}{as_value(finding.pesan)}"


def _together(cells: Iterable[Cell], lines: Iterable[str]) -> Iterator[str]:
    """Tell many cells by the hash of their lines, in any order of the rows."""
    columns = {f"{cell.berkas.split('/')[-1]} {cell.kolom}" for cell in cells}
    told = sorted(lines)
    yield f"{', '.join(sorted(columns))}{IS}{len(told)} sel {_hash(chr(10).join(told))}"


def _hash(text: str) -> str:
    return f"#{hashlib.sha256(text.encode()).hexdigest()[:12]}"
