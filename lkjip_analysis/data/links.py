"""Do codes point somewhere, and do parents form a tree? Links between rows and files."""

from __future__ import annotations

import re
from collections.abc import Mapping

from lkjip_analysis.data.dialect import is_blank, suggest
from lkjip_analysis.data.reading import TableData, YearData
from lkjip_analysis.data.schemas import LEVELS
from lkjip_analysis.exceptions import Problem

MAX_GUESSES = 20
"""Guessing the meant code compares it with every known one: enough for a column's first faults."""


def same_key(values: tuple[object, ...]) -> tuple[str, ...]:
    """Give what a key is told apart by in dotted keys and addresses: no case, no kind of separator.

    >>> same_key(("P1.K1",)) == same_key(("p1-K1",))
    True
    """
    return tuple(re.sub(r"[.\-_\s]+", "-", str(value).casefold()) for value in values)


def check_keys(data: TableData) -> list[Problem]:
    """Check that no two rows have the same key."""
    key = list(data.table.key)
    if data.typed.empty or data.table.name == "pengakuan":
        return []
    problems = []
    first: dict[tuple[str, ...], tuple[int, tuple[object, ...]]] = {}
    cells = zip(*(data.typed[name].tolist() for name in key), strict=True)
    for baris, values in zip(data.typed.index.tolist(), cells, strict=True):
        if any(value is None for value in values):
            continue
        before, held = first.setdefault(same_key(values), (baris, values))
        if before == baris:
            continue
        fault = f"isinya sama dengan baris {before}"
        if held != values:
            fault = f"hanya berbeda huruf besar, spasi, titik, atau strip dengan baris {before}"
        shown = " / ".join(str(value) for value in values)
        problems.append(Problem(
            data.berkas, baris, " + ".join(key), fault, shown,
            "setiap baris harus berbeda pada kolom ini",
            "ganti salah satu, atau hapus baris yang berlebih",
        ))  # fmt: skip
    return problems


def check_references(year: YearData) -> list[Problem]:
    """Check that codes pointing to other rows point somewhere."""
    problems = []
    for data in year.tables.values():
        for column in data.table.columns:
            if not column.refers_to or data.typed.empty:
                continue
            name, key = column.refers_to.split(".")
            target = year.tables[name]
            if name not in year.missing and target.readable and key in target.text.columns:
                problems += _check_reference(data, column.name, target, key)
    return problems


def _check_reference(data: TableData, kolom: str, target: TableData, key: str) -> list[Problem]:
    allowed = list(dict.fromkeys(str(value) for value in target.typed[key] if value is not None))
    known = set(allowed)
    unread = [
        target.cell(baris, key).nilai
        for baris in target.typed.index[target.typed[key].isna()].tolist()
    ]
    unread = [text for text in unread if not is_blank(text)]
    listed = ", ".join(allowed[:12]) + (", …" if len(allowed) > 12 else "") or "belum ada satu pun"
    guesses: dict[str, str] = {}
    problems = []
    for baris, value in zip(data.typed.index.tolist(), data.typed[kolom].tolist(), strict=True):
        if value is None or value in known:
            continue
        if value not in guesses:
            guesses[value] = suggest(value, allowed) if len(guesses) < MAX_GUESSES else ""
        if unread and suggest(value, unread):
            continue  # it was meant for a code that could not be read, and that is told there
        remedy = (
            guesses[value] or f"tambahkan kode itu di {target.table.file}, atau perbaiki di sini"
        )
        if unread:
            remedy = f"perbaiki dahulu kode yang tidak terbaca di {target.table.file}"
        fault = f"kode tidak ada di {target.berkas}"
        problems.append(Problem(data.berkas, baris, kolom, fault, value, listed, remedy))
    return problems


def check_tree(data: TableData, key: str, parent: str) -> list[Problem]:
    """Check that parents form a tree: no circle, and levels one below the other."""
    rows = list(zip(data.typed.index.tolist(), data.typed[key].tolist(), strict=True))
    parents = dict(zip(data.typed[key].tolist(), data.typed[parent].tolist(), strict=True))
    parents.pop(None, None)
    levels: dict[object, object] = {}
    if "tingkat" in data.typed.columns:
        levels = dict(zip(data.typed[key].tolist(), data.typed["tingkat"].tolist(), strict=True))
    circles = _circles(parents)
    problems = []
    for baris, code in rows:
        if code is None:
            continue
        if code in circles:
            problems.append(Problem(
                data.berkas, baris, parent, "induk berputar kembali ke dirinya sendiri",
                " → ".join(map(str, circles[code])), "pohon tanpa lingkaran", "perbaiki kode induk",
            ))  # fmt: skip
        elif levels:
            problems += _check_level(data, baris, levels.get(code), parents.get(code), levels)
    return problems


def _circles(parents: Mapping[object, object]) -> dict[object, list[object]]:
    """Find the circles among codes: the first code of each in file order, with the way round."""
    order = {code: place for place, code in enumerate(parents)}
    done: set[object] = set()
    circles: dict[object, list[object]] = {}
    for start in parents:
        path: dict[object, None] = {}
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
    data: TableData, baris: int, level: object, parent: object, levels: Mapping[object, object]
) -> list[Problem]:
    if level not in LEVELS:
        return []
    place = LEVELS.index(str(level))
    above = LEVELS[place - 1] if place else None
    if above is None and parent is not None:
        fault = (
            "program tidak boleh berinduk",
            str(parent),
            "kosong",
            "kosongkan induk, atau perbaiki tingkat",
        )
    elif above is not None and parent is None:
        if data.cell(baris, "induk").nilai:
            return []  # not readable, and said so
        fault = (
            f"{level} harus berinduk {above}",
            "",
            f"kode {above}",
            f"isi kode {above} di atasnya",
        )
    elif above is not None and parent in levels and levels[parent] not in (above, None):
        found = f"{parent} ({levels[parent]})"
        fault = (
            f"induk {level} harus {above}",
            found,
            f"kode {above}",
            "perbaiki induk atau tingkat",
        )
    else:
        return []
    return [Problem(data.berkas, baris, "induk", *fault)]
