"""How errors are planted: kinds of error, and the small changes they are made of."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from unit_bersih import Record, Unit

Place = tuple[str, int, str]
"""File, row as a spreadsheet counts, column."""

Plant = Callable[[random.Random, Unit], Place | None]

PROGRAM, IKU, ITEMS = "2024/program.csv", "2024/iku.csv", "2024/indikator_program.csv"
ACTIONS = "2024/sebab_tindakan.csv"
NARASI, LHE, FACTS = "2024/narasi.csv", "2024/evaluasi.csv", "2024/identitas.csv"


@dataclass(frozen=True)
class Kind:
    """One kind of error: its name for people, and the rules that should see it."""

    nama: str
    aturan: tuple[str, ...]
    plant: Plant


def kind(nama: str, *aturan: str) -> Callable[[Plant], Kind]:
    """Make a function a kind of error, with the rules that should see it."""
    return lambda plant: Kind(nama, aturan, plant)


def number(text: str) -> Decimal:
    """Read a number of a semicolon file."""
    return Decimal(text.replace(".", "").replace(",", "."))


def change_digit(rng: random.Random, text: str) -> str:
    """Change one digit, not the first, to another."""
    spots = [i for i, sign in enumerate(text) if sign.isdigit()][1:]
    spot = rng.choice(spots)
    return text[:spot] + rng.choice([d for d in "0123456789" if d != text[spot]]) + text[spot + 1 :]


def swap_digits(rng: random.Random, text: str) -> str | None:
    """Swap two neighbouring digits that differ."""
    digits = [i for i, sign in enumerate(text) if sign.isdigit()]
    pairs = [(a, b) for a, b in pairwise(digits) if text[a] != text[b]]
    if not pairs:
        return None
    a, b = rng.choice(pairs)
    signs = list(text)
    signs[a], signs[b] = signs[b], signs[a]
    return "".join(signs)


def pick(
    rng: random.Random, unit: Unit, file: str, column: str, where: Callable[[Record], bool] = bool
) -> int | None:
    """Draw a row whose cell is filled and that fits."""
    found = [i for i, row in enumerate(unit[file]) if row.get(column) and where(row)]
    return rng.choice(found) if found else None


def set_at(unit: Unit, file: str, index: int, column: str, value: str) -> Place:
    """Set a cell and give its place."""
    unit[file][index][column] = value
    return file, index + 2, column


def set_fact(unit: Unit, key: str, value: str) -> Place:
    """Set a fact and give its place."""
    index = next(i for i, row in enumerate(unit[FACTS]) if row["kunci"] == key)
    return set_at(unit, FACTS, index, "nilai", value)


def level(*names: str) -> Callable[[Record], bool]:
    """Choose rows of these levels."""
    return lambda row: row["tingkat"] in names


def alter(
    rng: random.Random,
    unit: Unit,
    file: str,
    column: str,
    how: Callable[[str], str | None],
    where: Callable[[Record], bool] = bool,
) -> Place | None:
    """Change one drawn cell."""
    index = pick(rng, unit, file, column, where)
    if index is None:
        return None
    old = unit[file][index][column]
    new = how(old)
    return None if new is None or new == old else set_at(unit, file, index, column, new)


def alter_text(
    rng: random.Random, unit: Unit, pattern: str, how: Callable[[re.Match[str]], str]
) -> Place | None:
    """Change one match of a pattern in a drawn text."""
    index = pick(rng, unit, NARASI, "teks", lambda row: re.search(pattern, row["teks"]) is not None)
    if index is None:
        return None
    old = unit[NARASI][index]["teks"]
    match = rng.choice(list(re.finditer(pattern, old)))
    new = old[: match.start()] + how(match) + old[match.end() :]
    return None if new == old else set_at(unit, NARASI, index, "teks", new)


def add_text(unit: Unit, section: str, text: str, code: str = "") -> Place:
    """Add a paragraph at the end of a section."""
    order = 1 + sum(row["bagian"] == section for row in unit[NARASI])
    unit[NARASI].append(
        {
            "bagian": section,
            "urutan": str(order),
            "jenis": "paragraf",
            "tingkat": "",
            "kode": code,
            "teks": text,
        }
    )
    return NARASI, len(unit[NARASI]) + 1, "teks"
