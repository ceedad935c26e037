"""Errors planted anywhere, whatever the rules may think of it."""

from __future__ import annotations

import random
import re

from planting import (
    FACTS,
    Kind,
    Place,
    change_digit,
    set_at,
)
from unit_bersih import Unit

from lkjip_analysis.data.schemas import TABLES

NUMBERS = ("bilangan", "rupiah")


def _any_number(rng: random.Random, unit: Unit) -> tuple[str, int, str]:
    """Draw any filled number of this year's files."""
    cells = [
        (file, index, column.name)
        for file, rows in unit.items()
        if file.startswith("2024/")
        for column in TABLES[file[5:-4]].columns
        if column.kind in NUMBERS
        for index, row in enumerate(rows)
        if row.get(column.name)
    ]
    return rng.choice(cells)


def any_digit(rng: random.Random, unit: Unit) -> Place | None:
    """Change one digit of any number."""
    file, index, column = _any_number(rng, unit)
    text = unit[file][index][column]
    if len(re.sub(r"\D", "", text)) < 2:
        return set_at(unit, file, index, column, str((int(text) + 1) % 10))
    return set_at(unit, file, index, column, change_digit(rng, text))


def any_swap(rng: random.Random, unit: Unit) -> Place | None:
    """Swap two different numbers of one column."""
    file, index, column = _any_number(rng, unit)
    text = unit[file][index][column]
    others = [i for i, row in enumerate(unit[file]) if row.get(column) not in ("", text)]
    if not others:
        return None
    other = rng.choice(others)
    unit[file][index][column] = unit[file][other][column]
    return set_at(unit, file, other, column, text)


def any_row(rng: random.Random, unit: Unit) -> Place | None:
    """Delete any row but the unit's facts."""
    files = [
        file for file in unit if file.startswith("2024/") and file != FACTS and len(unit[file]) > 1
    ]
    file = rng.choice(files)
    unit[file].pop(rng.randrange(len(unit[file])))
    return file, 2, ""


BLIND = (
    Kind("Satu angka mana pun berubah satu digit", (), any_digit),
    Kind("Dua angka mana pun pada satu kolom tertukar", (), any_swap),
    Kind("Satu baris mana pun terhapus", (), any_row),
)
"""Errors planted without regard to any rule; any finding counts."""
