"""Where things lie. Every other module asks here."""

from __future__ import annotations

import os
from pathlib import Path

PROJECT: Path = Path(__file__).resolve().parent.parent
"""The project's folder: _quarto.yml, report/, notebooks/ and data/ lie here."""

DATA: Path = PROJECT / "data"
"""The default unit's data: one folder a year, and the scales beside them."""

NOTEBOOKS: Path = PROJECT / "notebooks"
"""The parameterised notebooks, committed with the default year's outputs."""

EXTENSION: Path = PROJECT / "_extensions" / "lkjip"
"""The report's look: Typst template, web theme, Word reference document."""

BUILD: Path = PROJECT / "build"
"""Working folders of builds, one a year; never committed."""

OUTPUT: Path = PROJECT / "output"
"""Finished reports, one folder a year; replaced only by complete ones."""

DATA_VARIABLE = "LKJIP_DATA"


def data_folder(folder: str | Path | None = None) -> Path:
    """Folder of the unit's data: the given one, else ``$LKJIP_DATA``, else ``data/``."""
    chosen = folder or os.environ.get(DATA_VARIABLE) or DATA
    return Path(chosen).expanduser().resolve()
