"""Do codes point somewhere, and do parents form a tree? Links between rows and files."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from lkjip_analysis.data.columns import Row
from lkjip_analysis.data.dialect import is_blank, suggest
from lkjip_analysis.data.reading import TableData, YearData
from lkjip_analysis.data.schemas import LEVELS, Sasaran
from lkjip_analysis.exceptions import Problem

MAX_GUESSES = 20
"""Guessing the meant code compares it with every known one: enough for a column's first faults."""


MANY_ABSENT = 3
"""So many codes that point nowhere are no slips: rows of the other file are missing."""


def suggest_code(found: str, allowed: list[str]) -> str:
    """Offer the nearest code; one with other numbers names another thing, and is not meant.

    >>> suggest_code("SS1", ["S1", "S2"]), suggest_code("P1.K9", ["P1.K1"])
    ('maksud Anda "S1"?', '')
    """
    numbers = re.findall(r"[0-9]+", found)
    return suggest(found, [code for code in allowed if re.findall(r"[0-9]+", code) == numbers])


def same_key(values: tuple[object, ...]) -> tuple[str, ...]:
    """Give what a key is told apart by in dotted keys and addresses: no case, no kind of separator.

    >>> same_key(("P1.K1",)) == same_key(("p1-K1",))
    True
    """
    return tuple(re.sub(r"[.\-_\s]+", "-", str(value).casefold()) for value in values)


def check_keys(data: TableData[Any]) -> list[Problem]:
    """Check that no two rows have the same key; a number that may be left out is the first."""
    problems = []
    first: dict[tuple[str, ...], tuple[int, tuple[object, ...]]] = {}
    optional = {column.name for column in data.table.columns if not column.required}
    for row in data:
        left_out = [n for n in data.table.key if n in optional and is_blank(row.cell(n).nilai)]
        values = tuple(1 if name in left_out else row[name] for name in data.table.key)
        if any(value in (None, "") for value in values):
            continue
        before, held = first.setdefault(same_key(values), (row.line, values))
        if before == row.line:
            continue
        fault = f"isinya sama dengan baris {before}"
        if held != values:
            fault = f"hanya berbeda huruf besar, spasi, titik, atau strip dengan baris {before}"
        shown = " / ".join("kosong" if n in left_out else str(row[n]) for n in data.table.key)
        place = (data.berkas, row.line, " + ".join(data.table.key))
        allowed = "setiap baris harus berbeda pada kolom ini"
        remedy = "ganti salah satu, atau hapus baris yang berlebih"
        problems.append(Problem(*place, fault, shown, allowed, remedy))
    return problems


def check_references(year: YearData) -> list[Problem]:
    """Check that codes pointing to other rows point somewhere."""
    problems = []
    for data in year.tables.values():
        for column in data.table.columns:
            if not column.refers_to:
                continue
            name, listed = column.refers_to.split(".")
            target = year.tables[name]
            keys = [key for key in listed.split("|") if key in target.header]
            if name not in year.missing and target.readable and keys:
                problems += _check_reference(data, column.name, target, keys)
    return problems


def _check_reference(
    data: TableData[Any], kolom: str, target: TableData[Any], keys: list[str]
) -> list[Problem]:
    allowed = list(dict.fromkeys(row[key] for key in keys for row in target if row[key]))
    known = set(allowed)
    unread = [row.cell(key).nilai for key in keys for row in target if not row[key]]
    unread = [text for text in unread if not is_blank(text)]
    listed = ", ".join(allowed[:12]) + (", …" if len(allowed) > 12 else "") or "belum ada satu pun"
    absent = dict.fromkeys(row[kolom] for row in data if row[kolom] and row[kolom] not in known)
    guesses = {value: suggest_code(value, allowed) for value in list(absent)[:MAX_GUESSES]}
    short = " (mungkin berkas itu terpotong)" if len(absent) >= MANY_ABSENT else ""
    anew = f"tambahkan kode itu di {target.table.file}{short}, atau perbaiki di sini"
    problems = []
    for row in data:
        value = row[kolom]
        if value not in absent or (unread and suggest(value, unread)):
            continue  # it was meant for a code that could not be read, and that is told there
        remedy = guesses.get(value) or anew
        if unread:
            remedy = f"perbaiki dahulu kode yang tidak terbaca di {target.table.file}"
        fault = f"kode tidak ada di {target.berkas}"
        problems.append(Problem(data.berkas, row.line, kolom, fault, value, listed, remedy))
    return problems


def check_aims(data: TableData[Sasaran]) -> Iterator[Problem]:
    """Check that a code names one tujuan, which has no other code, and no sasaran."""
    goals = {row.kode_sasaran for row in data}
    told: dict[str, Sasaran] = {}
    for row in data:
        code = row.kode_tujuan
        same = told.setdefault(f"tujuan {' '.join(row.tujuan.casefold().split())}", row)
        taken = code and (code in goals or told.setdefault(code, same) is not same)
        if taken or same.kode_tujuan != code:
            before = f"tujuan ini berkode {same.kode_tujuan or '-'} di baris {same.line}"
            fault = "kode ini sudah dipakai sasaran atau tujuan lain" if taken else before
            allowed, remedy = "satu kode untuk satu tujuan", "samakan kodenya, atau bunyi tujuannya"
            yield Problem(data.berkas, row.line, "kode_tujuan", fault, code, allowed, remedy)


def check_trees(data: TableData[Any]) -> list[Problem]:
    """Check that the rows of a table that refer to others of it form a tree."""
    own = f"{data.table.name}."
    parents = [column for column in data.table.columns if column.refers_to.startswith(own)]
    trees = (_check_tree(data, c.refers_to.removeprefix(own), c.name) for c in parents)
    return [problem for tree in trees for problem in tree]


def _check_tree(data: TableData[Any], key: str, parent: str) -> Iterator[Problem]:
    """Look for circles, and for levels that are not one below the other."""
    parents = {row[key]: row[parent] for row in data if row[key]}
    levels: dict[str, str] = {}
    if "tingkat" in data.table.column_names:
        levels = {row[key]: row["tingkat"] for row in data}
    circles = _circles(parents)
    for row in data:
        code = row[key]
        if code in circles:
            fault, way = "induk berputar kembali ke dirinya sendiri", " → ".join(circles[code])
            told = (fault, way, "pohon tanpa lingkaran", "perbaiki kode induk")
            yield Problem(data.berkas, row.line, parent, *told)
        elif code and levels:
            yield from _check_level(row, data.berkas, levels[code], parents[code], levels)


def _circles(parents: Mapping[str, str]) -> dict[str, list[str]]:
    """Find the circles among codes: the first code of each in file order, with the way round."""
    order = {code: place for place, code in enumerate(parents)}
    done: set[str] = set()
    circles: dict[str, list[str]] = {}
    for start in parents:
        path: dict[str, None] = {}
        current = start
        while current in order and current not in done and current not in path:
            path[current] = None
            current = parents[current]
        if current in path:
            way = list(path)
            ring = way[way.index(current) :]
            first = min(ring, key=order.__getitem__)
            place = ring.index(first)
            circles[first] = [*ring[place:], *ring[:place], first]
        done.update(path)
    return circles


def _check_level(
    row: Row, berkas: str, level: str, parent: str, levels: Mapping[str, str]
) -> Iterator[Problem]:
    place = LEVELS.index(level) if level in LEVELS else None
    above = LEVELS[place - 1] if place else ""
    if place is None:
        return
    if not above and parent:
        fault = "program tidak boleh berinduk"
        told = (parent, "kosong", "kosongkan induk, atau perbaiki tingkat")
    elif above and not parent:
        if row.cell("induk").nilai:
            return  # not readable, and said so
        fault = f"{level} harus berinduk {above}"
        told = ("", f"kode {above}", f"isi kode {above} di atasnya")
    elif above and levels.get(parent, above) not in (above, ""):
        fault = f"induk {level} harus {above}"
        told = (f"{parent} ({levels[parent]})", f"kode {above}", "perbaiki induk atau tingkat")
    else:
        return
    yield Problem(berkas, row.line, "induk", fault, *told)
