"""What a finding is about, told by keys and values: never by row numbers, which move.

Numbers stand as they are worth, however the file writes them; a long text by its first words and
its hash; a cell whose figure is computed with the computed value, too.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal

from lkjip_analysis.checks.findings import UNIT, Finding
from lkjip_analysis.checks.rows import shorten
from lkjip_analysis.data.columns import Cell, Row
from lkjip_analysis.data.reading import YearData
from lkjip_analysis.data.schemas import Identitas, Narasi, Tugas
from lkjip_analysis.data.writing import cell_text
from lkjip_analysis.results import Results
from lkjip_analysis.results.names import slug

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
        self.files = {
            table.berkas: (year, table)
            for year in reversed(years)
            for table in year.tables.values()
        }
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
