"""Many units at once: each unit's report, whatever happens to the others, and the roll-up.

A folder of units is ``<folder>/<unit>/<tahun>/``; ``skala_predikat.csv`` lies with each unit or
once beside them. Every core works in a process of its own, unit after unit; what is already built
from the same content is not built again, so an interrupted batch goes on where it stopped.
"""

from __future__ import annotations

import json
import os
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import CancelledError
from contextlib import redirect_stdout
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from typing import Any

from pebble import ProcessExpired, ProcessFuture

from lkjip_analysis import paths
from lkjip_analysis.building.alone import BUSY, only_one
from lkjip_analysis.building.build import build
from lkjip_analysis.building.figures import WORDS_FILE
from lkjip_analysis.building.holding import Holding, seen_from
from lkjip_analysis.building.placing import refuse_anothers, review_output
from lkjip_analysis.building.pool import build_processes
from lkjip_analysis.building.request import FORMATS, RESULTS_FILE, Request, marked
from lkjip_analysis.data.units import list_units, unit_data
from lkjip_analysis.exceptions import LkjipError, file_fault
from lkjip_analysis.results.keys import ANGGARAN, RATA_RATA

FIGURES = {
    "capaian": RATA_RATA.capaian_iku,
    "serapan": ANGGARAN.serapan,
    "pagu": ANGGARAN.pagu,
    "realisasi": ANGGARAN.realisasi,
}
"""Figures of a unit that the roll-up shows, by their keys in ``hasil.json``."""


@dataclass(frozen=True)
class Unit:
    """A unit of the batch as it turned out.

    ``status`` is ``selesai``, ``draf`` (compulsory entries are missing) or ``gagal``; ``celah``
    counts what is missing, ``temuan`` the findings nobody acknowledged, ``pesan`` is the fault,
    ``catatan`` tells what became of the old report.
    """

    unit: str
    status: str
    nama: str = ""
    pemerintah: str = ""
    capaian: float | None = None
    serapan: float | None = None
    pagu: float | None = None
    realisasi: float | None = None
    temuan: int | None = None
    celah: int | None = None
    dikerjakan: bool = True
    pesan: str = ""
    catatan: str = ""


PASSING = ("dikerjakan", "catatan")
"""What tells of this run, and is not written down."""


@dataclass(frozen=True)
class Batch:
    """What is the same for every unit: folder of units, year, folder of results, how to build."""

    folder: Path
    tahun: int
    output: Path
    formats: tuple[str, ...] = FORMATS
    renderer: str = "auto"
    force: bool = False
    take_over: bool = False

    @property
    def holding(self) -> Holding:
        """What the folder of results holds beside the units' reports."""
        data = seen_from(self.output, self.folder)
        return Holding(f"Rekapitulasi {self.folder.name}", self.tahun, data)


def told_apart(units: Sequence[Unit]) -> dict[str, str]:
    """Give each unit's name by its folder; units of the same name are told apart by the folder."""
    names = Counter(unit.nama for unit in units)
    alone = {unit.unit: unit.nama for unit in units if unit.nama and names[unit.nama] == 1}
    named = {unit.unit: f"{unit.nama} ({unit.unit})" for unit in units if unit.nama}
    return {unit.unit: unit.unit for unit in units} | named | alone


def build_unit(batch: Batch, unit: str) -> Unit:
    """Build one unit's report and describe how it went; a fault of the unit is no exception."""
    output = batch.output / unit
    try:
        place = paths.BUILD / ".unit" / marked(batch.folder) / str(batch.tahun)
        with only_one(f"unit {place / unit}", f"Unit {unit} sedang dikerjakan {BUSY}"):
            data = unit_data(batch.folder, unit, place)
            request = Request(
                *(batch.tahun, data, output, batch.formats, batch.renderer),
                force=batch.force,
                take_over=batch.take_over,
                source=batch.folder / unit,
                review=review_output(batch.output) / unit,
            )
            report = build(request)
    except LkjipError as error:
        return Unit(unit, "gagal", pesan=str(error))
    except OSError as error:
        return Unit(unit, "gagal", pesan=file_fault(error, paths.BUILD))
    except Exception as error:  # one unit's trouble is not that of the others
        return Unit(unit, "gagal", pesan=f"{type(error).__name__}: {error}")
    words = json.loads((request.store / "angka" / WORDS_FILE).read_text(encoding="utf-8"))["kata"]
    records = json.loads((output / RESULTS_FILE).read_text(encoding="utf-8"))
    values = {record["kunci"]: record["nilai"] for record in records}
    figures: dict[str, Any] = {name: values.get(key) for name, key in FIGURES.items()}
    return Unit(
        unit,
        "draf" if report.draft else "selesai",
        nama=words["identitas.nama_unit"]["text"],
        pemerintah=words["identitas.pemerintah_daerah"]["text"],
        temuan=sum(report.findings.values()),
        celah=len(report.gaps),
        dikerjakan=any(note.reason for note in report.steps),
        catatan=" ".join(report.notes),
        **figures,
    )


def build_units(
    batch: Batch, jobs: int | None = None, progress: Callable[[str], None] = lambda step: None
) -> list[Unit]:
    """Build every unit of a folder; give how each turned out, by name.

    Parameters
    ----------
    jobs
        Processes at work; default: one a core.
    """
    units = list_units(batch.folder, batch.tahun)
    if not batch.take_over:
        refuse_anothers(batch.output, batch.holding)
    done: dict[str, Unit] = {}

    def note(unit: str, order: ProcessFuture) -> None:
        try:
            done[unit] = order.result()
        except ProcessExpired:
            done[unit] = Unit(unit, "gagal", pesan="Proses pembuatnya berhenti mendadak.")
        except CancelledError:  # the batch was interrupted
            return
        progress(f"{unit}: {done[unit].status}")

    pool = build_processes(min(jobs or os.cpu_count() or 1, len(units)))
    try:
        orders = [pool.schedule(build_unit, args=[batch, unit]) for unit in units]
        for unit, order in zip(units, orders, strict=True):
            order.add_done_callback(partial(note, unit))
        pool.close()
        pool.join()
    finally:
        pool.stop()
        pool.join()
    return [done[unit] for unit in units]


def main() -> None:
    """Build the one unit that is named, and print how it turned out.

    ``python -m lkjip_analysis.units.batch FOLDER UNIT TAHUN HASIL [FORMAT [PENYUSUN]]`` is what
    the Snakemake workflow calls.
    """
    folder, unit, tahun, output, *rest = sys.argv[1:]
    formats = tuple(rest[0].split(",")) if rest else FORMATS
    renderer = rest[1] if len(rest) > 1 else "auto"
    where = Path(folder).resolve(), int(tahun), Path(output).resolve()
    with redirect_stdout(sys.stderr):  # what is printed besides is no answer
        built = build_unit(Batch(*where, formats, renderer), unit)
    print(json.dumps(asdict(built)))


if __name__ == "__main__":
    main()
