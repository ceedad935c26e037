"""Where results go: whose folder that is, what of the old result stays, what is kept beside it."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from lkjip_analysis import paths
from lkjip_analysis.building.holding import RECORD, SAID, Holding, read_holding, write_holding
from lkjip_analysis.building.inputs import hash_file, hash_tree
from lkjip_analysis.building.moving import put_in_place
from lkjip_analysis.building.request import FORMATS, RESULTS_FILE, REVIEW, marked
from lkjip_analysis.exceptions import CallError
from lkjip_analysis.rendering.yaml_text import read_yaml


@dataclass(frozen=True)
class Placed:
    """What became of the old result.

    ``made`` holds the hashes of what was put there, ``kept`` the names under which people's files
    are kept, ``held`` the name of the new file by that of an old one that another program holds,
    ``older`` names files of formats that were not asked for, made from other data or programs;
    ``gone`` names what was there and is no longer made.
    """

    made: Mapping[str, str] = field(default_factory=dict)
    kept: Sequence[str] = ()
    held: Mapping[str, str] = field(default_factory=dict)
    older: Sequence[str] = ()
    gone: Sequence[str] = ()

    def notes(self) -> list[str]:
        """Say it, a line each."""
        told = {
            "Dipakai program lain (tutup, lalu ulangi); yang baru ditaruh di sampingnya": [
                f"{name} (baru: {other})" for name, other in self.held.items()
            ],
            "Yang Anda sunting atau taruh sendiri disimpan di sampingnya": self.kept,
            "Tidak ikut dibuat, lebih lama daripada data atau program kini": self.older,
            "Dibuang, sebab kali ini dibuat tanpa --satu-berkas": self.gone,
        }
        return [f"{what}: {', '.join(names)}." for what, names in told.items() if names]


def main_files(book: Path, formats: Sequence[str]) -> list[str]:
    """Name the file to open of each format."""
    config = read_yaml((book / "_quarto.yml").read_text(encoding="utf-8"))
    stem = config["book"]["output-file"]
    return ["index.html" if form == "html" else f"{stem}.{form}" for form in formats]


def single_file(book: Path) -> str:
    """Name the one HTML file that holds a whole staged book."""
    return main_files(book, ("pdf",))[0].removesuffix("pdf") + "html"


def default_output(tahun: int, data: Path) -> Path:
    """Choose the folder for a report: by year, and by data folder where that is not ``data/``."""
    if data == paths.DATA:
        return paths.OUTPUT / str(tahun)
    return _not_anothers(data, data.name, marked(data)) / str(tahun)


def default_batch_output(tahun: int, folder: Path) -> Path:
    """Choose the folder for the reports of a folder of units."""
    return _not_anothers(folder, f"{folder.name}-{tahun}", f"{marked(folder)}-{tahun}")


def review_output(output: Path) -> Path:
    """Choose the folder for the Berkas Reviu: beside the LKjIP, so that each is published alone."""
    return output.with_name(f"{REVIEW}-{output.name}")


def _not_anothers(data: Path, name: str, own_name: str) -> Path:
    """Choose between two places: the plain one, unless reports from other data lie there."""
    plain, own = paths.OUTPUT / name, paths.OUTPUT / own_name

    def is_anothers(place: Path) -> bool:
        held = read_holding(place)
        found = (place / held.data).resolve() if held else data
        return found.exists() and data not in (found, *found.parents)

    taken = re.fullmatch(rf"({REVIEW}-)?\d+", name) or any(
        map(is_anothers, (plain, *plain.glob("*")))
    )
    return own if taken or own.exists() else plain


def refuse_to_overwrite(output: Path, data: Path) -> None:
    """Refuse a place for the results where something else would be lost."""
    reason = ""
    kept = (data, paths.PROJECT)
    a_result = any((output / name).exists() for name in (RESULTS_FILE, RECORD))
    if any(output == folder or output in folder.parents for folder in kept):
        reason = "memuat data atau program ini"
    elif data in output.parents:
        reason = "berada di dalam folder data"
    elif output.exists() and not output.is_dir():
        reason = "ternyata sebuah berkas"
    elif output.is_dir() and any(output.iterdir()) and not a_result:
        reason = "sudah berisi berkas yang bukan hasil pembuatan laporan"
    if reason:
        raise CallError(
            f"Folder hasil {output} {reason}, jadi tidak ditimpa.\n"
            "  perbaikan : pilih folder baru atau kosong dengan --output"
        )


def refuse_anothers(output: Path, mine: Holding) -> None:
    """Refuse a folder that holds a report of another unit, year or data folder."""
    held = read_holding(output)
    if held and not held.is_of(mine, output):
        book = "Berkas Reviu" if held.buku == REVIEW else "laporan"
        data = os.path.normpath(output / held.data)
        raise CallError(
            f"Folder hasil {output} berisi {book} lain: {held.unit or 'unit tanpa nama'}, "
            f"tahun {held.tahun}, dari data {data}; jadi tidak ditimpa.\n"
            "  perbaikan : pilih folder lain dengan --output; bila laporan itu boleh diganti "
            "(misalnya nama unitnya dibetulkan), tambahkan --ambil-alih"
        )


def put(
    output: Path,
    mine: Holding,
    fill: Callable[[Path], object],
    made_before: Mapping[str, str] | None = None,
    *,
    whole: bool = True,
) -> Placed:
    """Put a result in place of the old one; nothing that people put or edited there is lost.

    Parameters
    ----------
    mine
        What the folder is to hold, with the formats that are made anew; the files of the others
        stay.
    fill
        Writes the result into an empty folder.
    made_before
        What the program made there when it did not yet write that down in the folder.
    whole
        The result takes the place of everything in ``output``; else only its files are put there.
    """
    before = read_holding(output)
    mark = hash_file(output / RESULTS_FILE)
    if before is None and made_before and mark and made_before.get(RESULTS_FILE) == mark:
        before = Holding(mine.unit, mine.tahun, mine.data, dict.fromkeys(FORMATS, ""), made_before)
    made: dict[str, str] = {}

    def fill_and_say(folder: Path) -> None:
        fill(folder)
        made.update({name: mark for name, mark in hash_tree(folder).items() if name not in SAID})
        write_holding(folder, replace(mine, berkas=made))

    laid = put_in_place(output, fill_and_say, before, whole=whole)
    return Placed(made, laid.kept, laid.held)
