"""A whole build, in order: data, figures, notebooks, staged book, formats, one move into place.

Each step runs only where something it may read has changed (see ``building.remember``); the
imports that cost time wait until a step needs them.
"""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any

from lkjip_analysis import paths
from lkjip_analysis.building import inputs, placing
from lkjip_analysis.building.alone import BUSY, only_one, writing_to
from lkjip_analysis.building.commit import program_and_commit
from lkjip_analysis.building.figures import YearWords, read_words, refuse_unfinished, write_figures
from lkjip_analysis.building.holding import Holding, read_holding, seen_from
from lkjip_analysis.building.moving import put_right
from lkjip_analysis.building.notebooks import (
    embedded_notebooks,
    execute_notebook,
    load_libraries,
    tidy,
)
from lkjip_analysis.building.remember import StepNote, Store
from lkjip_analysis.building.request import RESULTS_FILE, Request, refuse_odd_clock
from lkjip_analysis.building.runs import Run
from lkjip_analysis.building.staging import stage_book
from lkjip_analysis.data.content import digest
from lkjip_analysis.data.emblem import EmblemFault, content_fault, find_emblem
from lkjip_analysis.exceptions import CallError, DataError, Problem
from lkjip_analysis.rendering.yaml_text import read_yaml

DRAFT_ONLY = frozenset({"report/lampiran-temuan.qmd"})
"""Chapters that only a draft has: a signed report carries no open findings."""

Progress = Callable[[str], None]


@dataclass(frozen=True)
class Report:
    """What was built: folder, files to open, renderer, what is missing, why each step ran.

    ``placed`` tells what became of the old result.
    """

    folder: Path
    files: tuple[Path, ...]
    renderer: str
    gaps: tuple[Mapping[str, Any], ...]
    steps: tuple[StepNote, ...] = ()
    findings: Mapping[str, int] = field(default_factory=dict)
    acknowledged: int = 0
    placed: placing.Placed = field(default_factory=placing.Placed)

    @property
    def missing(self) -> int:
        """Count the compulsory entries that are missing."""
        return sum(bool(gap["wajib"]) for gap in self.gaps)

    @property
    def draft(self) -> bool:
        """Whether the report is marked as a draft."""
        return self.missing > 0

    @property
    def counts(self) -> str:
        """Count the findings: ``3 galat, 5 peringatan, 12 catatan; 4 lainnya diakui``."""
        open_ = ", ".join(f"{count} {kind}" for kind, count in self.findings.items())
        return f"{open_}; {self.acknowledged} lainnya diakui"

    @property
    def warnings(self) -> list[str]:
        """Say what a person should look at before the report is signed."""
        counts = {f"temuan {kind} yang belum diakui": n for kind, n in self.findings.items()}
        counts["isian wajib yang belum ada"] = self.missing
        return [f"{what}: {count}" for what, count in counts.items() if count]


def build(request: Request, progress: Progress = lambda step: None) -> Report:
    """Build the report of one unit and year; the old output stays whole until all is done."""
    made_by = program_and_commit(request.source or request.data)
    with Run(request, made_by, progress) as run:
        report = _build(request, made_by, run.step)
        run.done((note.step for note in report.steps if note.reason is None), report.warnings)
    return report


def _build(request: Request, made_by: str, progress: Progress) -> Report:
    refuse_odd_clock()
    renderer = choose_renderer(request.renderer)
    placing.refuse_to_overwrite(request.output, request.data)
    with _alone(request), Store(request.store, force=request.force) as store:
        put_right(request.output)
        figures = _figures(request, store, progress)
        year = read_words(figures)
        data = seen_from(request.output, request.source or request.data)
        mine = Holding(year.unit, request.tahun, data, asal=made_by)
        if not request.take_over:
            placing.refuse_anothers(request.output, mine)
        if request.final:
            refuse_unfinished(year)
        executed = [_notebook(request, store, path, progress) for path in embedded_notebooks()]
        book = _book(request, store, year, executed, progress)
        rendered = _formats(request, store, year.settings["tanggal"], renderer, book, progress)
        made_from = digest(store.read("susunan buku") | {"pilihan": ""})
        mine = replace(mine, dibuat_dari=dict.fromkeys(request.formats, made_from))
        placed = _output(request, store, mine, rendered, executed, progress)
        holds = read_holding(request.output)
        names = [*placing.main_files(book, request.formats), RESULTS_FILE, "notebooks"]
    return Report(
        request.output,
        tuple(request.output / name for name in names),
        renderer,
        tuple(year.gaps),
        tuple(store.notes),
        year.findings,
        year.acknowledged,
        replace(placed, older=holds.older(request.output, made_from) if holds else ()),
    )


@contextmanager
def _alone(request: Request) -> Iterator[None]:
    """Have no other build work on the same unit and year, or write to the same folder."""
    busy = f"Laporan {request.tahun} dari folder {request.data} sedang dibuat {BUSY}"
    with only_one(str(request.store), busy), writing_to(request.output):
        yield


def _figures(request: Request, store: Store, progress: Progress) -> Path:
    """Read and check the data, compute every figure."""

    def make(folder: Path) -> None:
        progress("membaca dan memeriksa data")
        write_figures(request.tahun, request.data, folder)

    return store.step("angka", lambda: inputs.of_figures(request), make)


def _notebook(request: Request, store: Store, path: Path, progress: Progress) -> Path:
    """Execute a notebook with the year and the data as its parameters."""

    def make(folder: Path) -> None:
        progress(f"notebook {path.stem}")
        load_libraries()
        parameters = {"tahun": request.tahun, "data": str(request.data)}
        execute_notebook(path, folder / path.name, parameters, engine=request.engine)
        tidy(folder / path.name)

    name = f"notebook {path.stem}"
    return store.step(name, lambda: inputs.of_notebook(request, path), make) / path.name


def _book(
    request: Request, store: Store, year: YearWords, executed: Sequence[Path], progress: Progress
) -> Path:
    """Put the book together: chapters, executed notebooks and look, all variables resolved."""
    logo = find_logo(request.data, request.tahun, year.logo)
    settings = year.settings | ({"logo": f"lambang{logo.suffix.lower()}"} if logo else {})

    def make(folder: Path) -> None:
        from lkjip_analysis.rendering.pictures import rasterise
        from lkjip_analysis.rendering.web.trace import stage_trace

        progress("menyusun buku")
        draw = partial(rasterise, fonts=paths.EXTENSION / "fonts")
        if logo:
            refuse_emblem(content_fault(logo), request.tahun, year.logo)
            shutil.copyfile(logo, folder / settings["logo"])
        shutil.copyfile(store.folder / "angka" / RESULTS_FILE, folder / RESULTS_FILE)
        stage_book(
            paths.PROJECT,
            folder,
            executed,
            year.words,
            settings=settings,
            beside=[form for form in request.formats if form != "html"],
            rasterise=draw if "docx" in request.formats else None,
            leave_out=frozenset() if settings["draf"] else DRAFT_ONLY,
        )
        stage_trace(folder)

    def reads() -> inputs.Groups:
        notebooks = {path.name: inputs.hash_file(path) for path in executed}
        figures = store.made("angka")
        return inputs.of_book(request, logo, **{"angka": figures, "hasil notebook": notebooks})

    return store.step("susunan buku", reads, make, target=request.book)


def _formats(
    request: Request, store: Store, day: str, renderer: str, book: Path, progress: Progress
) -> Path:
    """Render the book in the formats that are wanted."""

    def make(folder: Path) -> None:
        progress(f"merender {', '.join(request.formats)} dengan {renderer}")
        if renderer == "quarto":
            from lkjip_analysis.rendering.quarto import render_with_quarto

            epoch = int(dt.datetime.fromisoformat(f"{day}T00:00:00+00:00").timestamp())
            render_with_quarto(book, folder, request.formats, store.work, epoch)
        else:
            from lkjip_analysis.rendering.render import render

            render(book, folder, request.formats, store.work)

    made = store.made("susunan buku")
    return store.step("format", lambda: inputs.of_formats(request, renderer, made), make)


def _output(
    request: Request,
    store: Store,
    mine: Holding,
    rendered: Path,
    executed: Sequence[Path],
    progress: Progress,
) -> placing.Placed:
    """Put everything in place of the old output, in one move."""
    figures = store.folder / "angka" / RESULTS_FILE
    known = "" if read_holding(request.output) else "tanpa keterangan pemilik"
    reads = {
        "format": store.made("format"),
        "hasil": {RESULTS_FILE: inputs.hash_file(figures)},
        "hasil notebook": {path.name: inputs.hash_file(path) for path in executed},
        "tujuan": {str(request.output): known},
        "asal": {mine.asal: ""},
    }
    if not store.needed("folder hasil", reads, request.output):
        return placing.Placed()
    progress("menaruh hasil")

    def fill(fresh: Path) -> None:
        shutil.copytree(rendered, fresh, dirs_exist_ok=True)
        shutil.copyfile(figures, fresh / RESULTS_FILE)
        (fresh / "notebooks").mkdir()
        for path in executed:
            shutil.copyfile(path, fresh / "notebooks" / path.name)

    placed = placing.put(request.output, mine, fill, store.made("folder hasil"))
    store.keep("folder hasil", reads | {"tujuan": {str(request.output): ""}}, placed.made)
    return placed


def choose_renderer(wanted: str) -> str:
    """Choose what makes the book: as the call says, else as ``lkjip: renderer`` in ``_quarto.yml``.

    Where neither says anything it is the embedded renderer, whatever is installed: the same project
    must give the same book on every machine.
    """
    if wanted == "auto":
        wanted = _project_renderer()
    if wanted == "quarto":
        from lkjip_analysis.rendering.quarto import find_quarto

        find_quarto()
    return wanted


def _project_renderer() -> str:
    """Read the project's own choice; pandoc where it has none."""
    file = paths.PROJECT / "_quarto.yml"
    config = read_yaml(file.read_text(encoding="utf-8")) if file.is_file() else None
    own = config.get("lkjip") if isinstance(config, dict) else None
    wanted = own.get("renderer", "pandoc") if isinstance(own, dict) else "pandoc"
    if wanted not in ("quarto", "pandoc"):
        raise CallError(
            f'_quarto.yml: "renderer" di bawah "lkjip:" berisi {wanted!r}.\n'
            "  perbaikan : tulis quarto atau pandoc, atau hapus barisnya"
        )
    return str(wanted)


def find_logo(data: Path, tahun: int, logo: str) -> Path | None:
    """Find the emblem that the data name."""
    found = find_emblem(data, tahun, logo) if logo else None
    if isinstance(found, EmblemFault):
        refuse_emblem(found, tahun, logo)
        return None
    return found


def refuse_emblem(fault: EmblemFault | None, tahun: int, logo: str) -> None:
    """Refuse an emblem that was changed since the data were checked."""
    if fault:
        place = (f"{tahun}/identitas.csv", None, "nilai")
        raise DataError([Problem(*place, fault.pesan, logo, fault.diizinkan, fault.saran)])
