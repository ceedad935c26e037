"""The year of what is stored but generated: ``tahun-bawaan`` under ``lkjip:`` in ``_quarto.yml``.

It stands there and nowhere else; the notebooks' parameter and outputs, ``_variables.yml`` and
the docs made of data follow it by ``make tahun TAHUN=...``. Read as a line of text: YAML
would take longer to import than the command line takes to start.
"""

from __future__ import annotations

import re
from pathlib import Path

from lkjip_analysis import paths
from lkjip_analysis.exceptions import CallError

LINE = re.compile(r"(?m)^( +tahun-bawaan: *)([0-9]{4})(?= *(?:#.*)?$)")


def year_file() -> Path:
    """Where the year stands."""
    return paths.PROJECT / "_quarto.yml"


def default_year() -> int:
    """Read the project's default year (tahun bawaan)."""
    file = year_file()
    line = LINE.search(file.read_text(encoding="utf-8")) if file.is_file() else None
    if line is None:
        raise CallError(
            "Tahun laporan tidak disebut, dan proyek ini tidak mempunyai tahun bawaan.\n"
            "  perbaikan : beri --tahun, atau tulis 'tahun-bawaan: TAHUN' di bawah 'lkjip:' "
            "di _quarto.yml"
        )
    return int(line[2])


def set_year(text: str, tahun: int) -> str:
    r"""Give the text of ``_quarto.yml`` with another default year.

    >>> set_year("lkjip:\n  tahun-bawaan: 2024  # keluaran yang tersimpan\n", 2025)
    'lkjip:\n  tahun-bawaan: 2025  # keluaran yang tersimpan\n'
    """
    return LINE.sub(rf"\g<1>{tahun}", text)
