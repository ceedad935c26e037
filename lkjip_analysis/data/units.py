"""A folder of units: ``<folder>/<unit>/<tahun>/``, with scales in each unit or once beside them."""

from __future__ import annotations

import shutil
from pathlib import Path

from lkjip_analysis.data.schemas import SkalaPredikat
from lkjip_analysis.exceptions import CallError


def list_units(folder: Path, tahun: int) -> list[str]:
    """List the units that have data of the year."""
    if not folder.is_dir():
        raise CallError(f"Folder unit tidak ada: {folder}\n  perbaikan : periksa nama foldernya")
    found = [path.name for path in folder.iterdir() if (path / str(tahun)).is_dir()]
    units = sorted(name for name in found if not name.startswith("."))
    if not units:
        raise CallError(
            f"Tidak ada unit dengan data tahun {tahun} di {folder}.\n"
            f"  perbaikan : susun sebagai {folder.name}/<unit>/{tahun}/"
        )
    return units


def unit_data(folder: Path, unit: str, place: Path) -> Path:
    """Give a unit's data folder; a copy in ``place`` where the scales lie beside the units."""
    own, shared = folder / unit, folder / SkalaPredikat.file
    if (own / shared.name).exists() or not shared.exists():
        return own
    copy = place / unit
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(own, copy)
    shutil.copyfile(shared, copy / shared.name)
    return copy
