"""A whole build, in order: data, figures, notebooks, staged book, formats, one move into place.

Each step runs only where something it reads has changed (see ``building.cache``); the imports
that cost time wait until a step needs them.
"""

from __future__ import annotations

import datetime as dt
import os
import shutil
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from lkjip_analysis import paths
from lkjip_analysis.building import inputs
from lkjip_analysis.building.cache import Memory, StepNote, only_one, stored_pictures
from lkjip_analysis.building.computing import compute
from lkjip_analysis.building.figures import (
    RESULTS_FILE,
    WORDS_FILE,
    YearWords,
    read_words,
)
from lkjip_analysis.building.inputs import Marks, hash_file, hash_tree
from lkjip_analysis.building.placing import (
    divide,
    keep_own_files,
    main_files,
    refuse_to_overwrite,
    replace_output,
)
from lkjip_analysis.building.request import Request
from lkjip_analysis.building.staging import stage_book
from lkjip_analysis.data.files import logo_folders
from lkjip_analysis.exceptions import CallError, LkjipError

DRAFT_ONLY = frozenset({"report/lampiran-temuan.qmd"})
"""Chapters that only a draft has: a signed report carries no open findings."""

Progress = Callable[[str], None]


@dataclass(frozen=True)
class Report:
    """What was built: folder, files to open, renderer, what is missing, why each step ran.

    ``edited`` names the Word files that people had edited in the old result and that were kept.
    """

    folder: Path
    files: tuple[Path, ...]
    renderer: str
    gaps: tuple[Mapping[str, Any], ...]
    steps: tuple[StepNote, ...] = ()
    findings: Mapping[str, int] = field(default_factory=dict)
    edited: tuple[str, ...] = ()

    @property
    def missing(self) -> int:
        """Count the compulsory entries that are missing."""
        return sum(bool(gap["wajib"]) for gap in self.gaps)

    @property
    def draft(self) -> bool:
        """Whether the report is marked as a draft."""
        return self.missing > 0


def build(request: Request, progress: Progress = lambda step: None) -> Report:
    """Build the report of one unit and year; the old output stays whole until all is done."""
    renderer = choose_renderer(request.renderer)
    refuse_to_overwrite(request.output, request.data)
    busy = (
        f"Laporan {request.tahun} dari folder {request.data} sedang dibuat oleh proses lain.\n"
        "  perbaikan : tunggu sampai selesai, lalu ulangi"
    )
    writing = (
        f"Folder hasil {request.output} sedang ditulis oleh proses lain.\n"
        "  perbaikan : tunggu sampai selesai, lalu ulangi"
    )
    with only_one(str(request.store), busy), only_one(f"hasil {request.output}", writing):
        return _Build(request, renderer, progress).run()


class _Build:
    """One build: what it reads, what it remembers, its steps in order."""

    def __init__(self, request: Request, renderer: str, progress: Progress) -> None:
        self.request = request
        self.renderer = renderer
        self.progress = progress
        self.store = request.store
        self.edited: list[str] = []
        self.read = inputs.read_inputs(request.tahun, request.data)
        self.memory = Memory(self.store / "ingatan.json", force=request.force)

    def run(self) -> Report:
        """Do the steps; remember those that were done, unless their inputs changed meanwhile."""
        try:
            compute(self.request, self.read, self.memory, self.progress)
            year = read_words(self.store / "angka")
            self.book(year)
            made = self.formats(year)
            self.output(made)
        finally:
            now = inputs.read_inputs(self.request.tahun, self.request.data)
            if now == self.read and now["program"] == inputs.program():
                self.memory.save()
        files = [made[form] for form in self.request.formats]
        shown = [self.request.output / name for name in (*files, RESULTS_FILE, "notebooks")]
        return Report(
            self.request.output,
            tuple(shown),
            self.renderer,
            tuple(year.gaps),
            tuple(self.memory.notes),
            year.findings,
            tuple(self.edited),
        )

    def book(self, year: YearWords) -> None:
        """Stage the book."""
        logo = find_logo(self.request.data, self.request.tahun, year.logo)
        beside = [form for form in self.request.formats if form != "html"]
        figures = self.store / "angka"
        needs = {
            "angka": hash_tree(figures, [figures / RESULTS_FILE, figures / WORDS_FILE]),
            "hasil notebook": hash_tree(self.store / "notebook"),
            "bab": self.read["bab"],
            "tampilan": self.read["tampilan"],
            "lambang": {year.logo: hash_file(logo)} if logo else {},
            "program": inputs.computing_program(),
            "pustaka": inputs.libraries(),
            "pilihan": {"format": ", ".join(self.request.formats)},
        }
        folder = self.request.book
        if not self.memory.reason("susunan buku", needs, folder):
            return
        from lkjip_analysis.rendering.web.trace import stage_trace

        self.progress("menyusun buku")
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        settings = dict(year.settings)
        if logo:
            settings["logo"] = f"lambang{logo.suffix.lower()}"
            shutil.copyfile(logo, folder / settings["logo"])
        with stored_pictures(self.store / "gambar") as rasterise:
            stage_book(
                paths.PROJECT,
                folder,
                self.store / "notebook",
                year.words,
                settings=settings,
                beside=beside,
                rasterise=rasterise if "docx" in self.request.formats else None,
                leave_out=frozenset() if settings["draf"] else DRAFT_ONLY,
            )
        shutil.copyfile(self.store / "angka" / RESULTS_FILE, folder / RESULTS_FILE)
        stage_trace(folder)
        self.memory.record("susunan buku", needs, hash_tree(folder))

    def formats(self, year: YearWords) -> dict[str, str]:
        """Render what changed; give the main file of each format."""
        epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
        base = {
            "program": inputs.rendering_program(),
            "pustaka": inputs.libraries(),
            "pilihan": {"penyusun": self.renderer, "SOURCE_DATE_EPOCH": epoch},
        }
        made = main_files(self.request.book, self.request.formats)
        if self.renderer == "quarto":
            self._with_quarto(base, dt.date.fromisoformat(year.settings["tanggal"]))
            return made
        folder = self.store / "format"
        needs = {}
        for form in made:
            needs[form] = base | {"buku": inputs.of_format(self.request.book, form)}
        stale = [
            form
            for form, need in needs.items()
            if self.memory.reason(f"format {form}", need, folder / form)
        ]
        if not stale:
            return made
        from lkjip_analysis.rendering.render import render

        self.progress(f"merender {', '.join(stale)} dengan {self.renderer}")
        # Pages written along with only some of the other files would offer only those.
        together = set(stale) == set(made) or "html" not in stale
        for group in [stale] if together else [["html"], [f for f in stale if f != "html"]]:
            if not group:
                continue
            with tempfile.TemporaryDirectory(prefix="render-", dir=self.store) as name:
                fresh = Path(name) / "semua"
                render(self.request.book, fresh, group)
                for form in group:
                    divide(fresh, folder / form, form, made[form])
        for form in stale:
            self.memory.record(f"format {form}", needs[form], hash_tree(folder / form))
        return made

    def _with_quarto(self, base: Mapping[str, Marks], day: dt.date) -> None:
        from lkjip_analysis.rendering import quarto

        formats = ", ".join(self.request.formats)
        version = ".".join(map(str, (quarto.find_quarto() or ("", ()))[1]))
        pilihan = {**base["pilihan"], "format": formats, "versi Quarto": version}
        needs = {**base, "pilihan": pilihan, "buku": hash_tree(self.request.book)}
        folder = self.store / "quarto"
        if not self.memory.reason("format dengan Quarto", needs, folder):
            return
        self.progress(f"merender {formats} dengan quarto")
        shutil.rmtree(folder, ignore_errors=True)
        epoch = int(dt.datetime(day.year, day.month, day.day, tzinfo=dt.UTC).timestamp())
        quarto.render(self.request.book, folder, self.request.formats, epoch)
        needs["buku"] = hash_tree(self.request.book)
        self.memory.record("format dengan Quarto", needs, hash_tree(folder))

    def output(self, main: Mapping[str, str]) -> None:
        """Put everything in place of the old output, in one move."""
        if self.renderer == "quarto":
            parts = [self.store / "quarto"]
        else:
            parts = [self.store / "format" / form for form in main]
        figures, executed = self.store / "angka" / RESULTS_FILE, self.store / "notebook"
        needs = {
            "format": {k: v for folder in parts for k, v in hash_tree(folder).items()},
            "hasil": {RESULTS_FILE: hash_file(figures)},
            "hasil notebook": hash_tree(executed),
            "tujuan": {str(self.request.output): ""},
        }
        output = self.request.output
        if not self.memory.reason("folder hasil", needs, output):
            return
        if inputs.hash_data(self.request.data, self.request.tahun) != self.read["data"]:
            raise LkjipError(
                "Berkas data berubah selama laporan dibuat; hasil lama tidak diganti.\n"
                "  perbaikan : simpan semua berkas data, lalu ulangi"
            )
        self.progress("menaruh hasil")
        output.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=f".{output.name}-", dir=output.parent) as name:
            fresh = Path(name) / "hasil"
            fresh.mkdir()
            for folder in parts:
                shutil.copytree(folder, fresh, dirs_exist_ok=True)
            shutil.copyfile(figures, fresh / RESULTS_FILE)
            shutil.copytree(executed, fresh / "notebooks")
            made = hash_tree(fresh)
            self.edited = keep_own_files(output, fresh, self.memory.made("folder hasil"))
            replace_output(fresh, output)
        self.memory.record("folder hasil", needs, made)


def choose_renderer(wanted: str) -> str:
    """Choose Quarto where it is asked for or found, else the embedded renderer."""
    found = None
    if wanted != "pandoc" and shutil.which("quarto"):
        from lkjip_analysis.rendering.quarto import find_quarto

        found = find_quarto()
    if wanted == "quarto" and found is None:
        raise CallError(
            "Quarto 1.9 atau lebih baru tidak ditemukan di PATH.\n"
            "  perbaikan : pasang Quarto, atau pakai --renderer pandoc"
        )
    return "quarto" if found else "pandoc"


def find_logo(data: Path, tahun: int, logo: str) -> Path | None:
    """Find the emblem that the data name, in the year's folder or beside it."""
    if not logo:
        return None
    for place in logo_folders(data, tahun):
        if (place / logo).is_file():
            return place / logo
    raise LkjipError(
        f"Berkas lambang '{logo}' tidak ditemukan di {data.name}/{tahun}/ atau {data.name}/."
    )
