"""Which years of a unit's report lie beside each other: each folder says it, for its pages' switch.

It is no part of what was made there (``berkas``), since it changes as other years come and go.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from lkjip_analysis.building.alone import writing_to
from lkjip_analysis.building.holding import YEARS, Holding, read_holding
from lkjip_analysis.data.writing import write_whole
from lkjip_analysis.exceptions import LkjipError
from lkjip_analysis.rendering.web.assets import years_script


def tell_years(output: Path) -> None:
    """Have the reports of a unit that lie beside each other name one another.

    Beside: in the same folder, or, as batches lay them, of the same name in folders beside that.
    The caller writes to ``output``; a folder that another build writes to is told by that build.
    """
    reports = _beside(output)
    for folder in reports.values():
        if folder == output:
            _tell(folder, reports)
            continue
        with suppress(LkjipError, OSError), writing_to(folder):
            _tell(folder, reports)


def _tell(folder: Path, reports: Mapping[int, Path]) -> None:
    others = {
        str(year): {"di": f"{Path(os.path.relpath(other, folder)).as_posix()}/",
                    "halaman": sorted(_pages(other))}
        for year, other in sorted(reports.items(), reverse=True) if other != folder
    }  # fmt: skip
    write_whole(folder / YEARS, years_script(others).encode())


def _pages(folder: Path) -> list[str]:
    found = (path.relative_to(folder) for path in folder.rglob("*.html"))
    return [path.as_posix() for path in found if path.parts[0] != "notebooks"]


def _beside(output: Path) -> dict[int, Path]:
    """Find the reports of one unit and book, by year; of two of one year ``output``, or the first.

    A folder that lies beside by chance, or is a copy from other data, is none of them.
    """
    mine = read_holding(output)
    if mine is None:
        return {}
    near = [*output.parent.glob("[!.]*"), *output.parent.parent.glob(f"[!.]*/{output.name}")]
    of = {mine.tahun: output}
    for folder in sorted(near):
        held = read_holding(folder)
        if held and _series(held, folder) == _series(mine, output):
            with_pages = (folder / "index.html").is_file()
            of |= {} if held.tahun in of or not with_pages else {held.tahun: folder}
    return of


def _series(held: Holding, folder: Path) -> tuple[str, str, str]:
    """Tell of which reports a folder's is one: those of a book, of a unit, from a data folder."""
    unit = " ".join(held.unit.split()).casefold()
    return held.buku, unit, os.path.normpath(folder / held.data)
