"""Rows as a report tells them: IKU under their sasaran, names without the word of their level.

The files may hold them otherwise: an IKU added at the end, a name pasted with ``PROGRAM`` before
it. Row numbers and the text of the cells stay as they are in the file.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

import pandas as pd

from lkjip_analysis.data.reading import TableData

NAMED_BY_LEVEL = ("program", "renstra")


def arrange(tables: Mapping[str, TableData]) -> dict[str, TableData]:
    """Give the tables of a year as they are told."""
    arranged = dict(tables)
    for name in NAMED_BY_LEVEL:
        arranged[name] = _without_level_words(tables[name])
    arranged["iku"] = _by_goal(tables["iku"], list(tables["sasaran"].typed["kode_sasaran"]))
    return arranged


def _by_goal(iku: TableData, goals: list[object]) -> TableData:
    """Put the IKU in the order of their sasaran; those of one sasaran keep theirs."""
    place = {goal: number for number, goal in enumerate(goals)}
    order = iku.typed["kode_sasaran"].map(lambda goal: place.get(goal, len(place)))
    return replace(iku, typed=iku.typed.loc[order.sort_values(kind="stable").index])


def _without_level_words(items: TableData) -> TableData:
    levels, names = items.typed["tingkat"], items.typed["nama"]
    plain = [without_level_word(name, level) for name, level in zip(names, levels, strict=True)]
    column = pd.Series(plain, index=items.typed.index, dtype=object)
    return replace(items, typed=items.typed.assign(nama=column))


def without_level_word(name: str | None, level: str | None) -> str | None:
    """Take the word of its level off a name, because tables and sentences put it there.

    >>> without_level_word("PROGRAM PENUNJANG URUSAN", "program")
    'PENUNJANG URUSAN'
    >>> without_level_word("Programa Siaran", "program"), without_level_word(None, "program")
    ('Programa Siaran', None)
    """
    if name is None or level is None:
        return name
    return re.sub(rf"^{level}[:\s]\s*(?=\S)", "", name, flags=re.IGNORECASE)
