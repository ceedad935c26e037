"""Many units at once: each unit's report, whatever happens to the others, and the roll-up.

A folder of units is ``<folder>/<unit>/<tahun>/``; ``skala_predikat.csv`` lies with each unit or
once beside them. Every core works in a process of its own, unit after unit; what is already built
from the same content is not built again, so an interrupted batch goes on where it stopped.
"""

from __future__ import annotations

import json
import os
import queue
import shutil
import sys
import threading
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from lkjip_analysis import paths
from lkjip_analysis.building.build import build
from lkjip_analysis.building.figures import RESULTS_FILE, WORDS_FILE
from lkjip_analysis.building.request import FORMATS, Request
from lkjip_analysis.building.standing import Standing, answer
from lkjip_analysis.data.fingerprint import digest
from lkjip_analysis.exceptions import CallError, LkjipError

SCALES = "skala_predikat.csv"
FIGURES = {
    "capaian": "rata_rata.capaian_iku",
    "serapan": "anggaran.serapan",
    "pagu": "anggaran.pagu",
    "realisasi": "anggaran.realisasi",
}
"""Figures of a unit that the roll-up shows, by their keys in ``hasil.json``."""


@dataclass(frozen=True)
class Unit:
    """A unit of the batch as it turned out.

    ``status`` is ``selesai``, ``draf`` (compulsory entries are missing) or ``gagal``; ``celah``
    counts what is missing, ``temuan`` the findings nobody acknowledged, ``pesan`` is the fault.
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


def told_apart(units: Sequence[Unit]) -> dict[str, str]:
    """Give each unit's name by its folder; units of the same name are told apart by the folder."""
    names = Counter(unit.nama for unit in units)
    alone = {unit.unit: unit.nama for unit in units if unit.nama and names[unit.nama] == 1}
    named = {unit.unit: f"{unit.nama} ({unit.unit})" for unit in units if unit.nama}
    return {unit.unit: unit.unit for unit in units} | named | alone


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


def unit_data(folder: Path, unit: str) -> Path:
    """Give a unit's data folder; with scales kept beside the units, a copy that has both."""
    own, shared = folder / unit, folder / SCALES
    if (own / SCALES).exists() or not shared.exists():
        return own
    name = f"{folder.name}-{digest(str(folder))[:8]}"
    copy = paths.BUILD / ".unit" / name / unit
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(own, copy)
    shutil.copyfile(shared, copy / SCALES)
    return copy


def build_unit(job: dict[str, Any]) -> Unit:
    """Build one unit's report and describe how it went; a fault of the unit is no exception."""
    unit = str(job["unit"])
    try:
        data = unit_data(Path(job["folder"]), unit)
        output = Path(job["output"]) / unit
        formats = tuple(job["formats"])
        request = Request(
            job["tahun"], data, output, formats, job["renderer"], force=job["force"], processes=1
        )
        report = build(request)
    except LkjipError as error:
        return Unit(unit, "gagal", pesan=str(error))
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
        **figures,
    )


def build_in(standing: Standing, job: dict[str, Any]) -> Unit:
    """Have a unit built by a process that stays."""
    said = standing.ask(job)
    if said is None:
        return Unit(str(job["unit"]), "gagal", pesan="Proses pembuatnya berhenti mendadak.")
    return Unit(**said)


def build_units(
    folder: Path,
    tahun: int,
    output: Path,
    *,
    jobs: int | None = None,
    formats: Sequence[str] = FORMATS,
    renderer: str = "auto",
    force: bool = False,
    progress: Callable[[str], None] = lambda step: None,
) -> list[Unit]:
    """Build every unit of a folder; give how each turned out, by name.

    Parameters
    ----------
    jobs
        Processes at work; default: one a core.
    """
    waiting: queue.SimpleQueue[str] = queue.SimpleQueue()
    units = list_units(folder, tahun)
    for unit in units:
        waiting.put(unit)
    common = job_of(folder, tahun, output, formats, renderer, force)
    done: dict[str, Unit] = {}
    workers = [Standing(__name__) for _ in range(min(jobs or os.cpu_count() or 1, len(units)))]

    def work(worker: Standing) -> None:
        while True:
            try:
                unit = waiting.get_nowait()
            except queue.Empty:
                return
            done[unit] = build_in(worker, common | {"unit": unit})
            progress(f"{unit}: {done[unit].status}")

    threads = [threading.Thread(target=work, args=[worker], daemon=True) for worker in workers]
    try:
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    finally:
        while not waiting.empty():  # interrupted: begin nothing more
            waiting.get()
        for worker in workers:
            worker.stop()
    return [done[unit] for unit in units]


def main() -> None:
    """Be a worker: a job a line in, a unit a line out; or build the one unit that is named.

    ``python -m lkjip_analysis.units.batch FOLDER UNIT TAHUN HASIL [FORMAT [PENYUSUN]]`` is what
    the Snakemake workflow calls.
    """
    jobs: list[dict[str, Any]] | None = None
    if sys.argv[1:]:
        folder, unit, tahun, output, *rest = sys.argv[1:]
        formats = rest[0].split(",") if rest else FORMATS
        renderer = rest[1] if len(rest) > 1 else "auto"
        where = Path(folder).resolve(), int(tahun), Path(output).resolve()
        common = job_of(*where, formats, renderer)
        jobs = [common | {"unit": unit}]
    answer(lambda job: asdict(build_unit(job)), jobs)


def job_of(
    folder: Path,
    tahun: int,
    output: Path,
    formats: Sequence[str] = FORMATS,
    renderer: str = "auto",
    force: bool = False,
) -> dict[str, Any]:
    """Say what is the same for every unit of a batch, as plain values."""
    return {
        "folder": str(folder),
        "tahun": tahun,
        "output": str(output),
        "formats": list(formats),
        "renderer": renderer,
        "force": force,
    }


if __name__ == "__main__":
    main()
