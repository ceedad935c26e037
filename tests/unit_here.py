"""Whose data lie in ``data/``: the tests of Kecamatan Sumobito's report run for its data only."""

from __future__ import annotations

import csv
from pathlib import Path

PROJECT = Path(__file__).parents[1]
DATA = PROJECT / "data"
DINAS = PROJECT / "examples" / "dinas"
SUMOBITO = "Kecamatan Sumobito"
TAHUN = 2024


def unit_here(data: Path = DATA) -> str:
    """Name the unit by the report year's facts; blank where they cannot be read.

    Read with Python's csv, for a fault in the package must not take the tests away.
    """
    try:
        text = (data / str(TAHUN) / "identitas.csv").read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return ""
    delimiter = ";" if ";" in text.partition("\n")[0] else ","
    rows = csv.reader(text.splitlines(), delimiter=delimiter)
    return next((row[1].strip() for row in rows if row[:1] == ["nama_unit"] and row[1:]), "")


def is_sumobito(data: Path = DATA) -> bool:
    """Whether the golden figures and texts of Kecamatan Sumobito are those of the data here."""
    return unit_here(data) == SUMOBITO
