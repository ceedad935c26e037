"""A whole build, in order: data, results, notebooks, staged book, renderer, one move into place."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import shutil
import tempfile
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from lkjip_analysis import paths
from lkjip_analysis.building import notebooks, quarto
from lkjip_analysis.building.staging import Words, stage_book
from lkjip_analysis.data.gaps import Gap, group_gaps, list_gaps
from lkjip_analysis.data.reading import report_day
from lkjip_analysis.exceptions import CallError, LkjipError
from lkjip_analysis.presentation.output import angka_md, escape_markdown
from lkjip_analysis.presentation.variables import make_variables
from lkjip_analysis.results import Results, load_results

FORMATS = ("html", "pdf", "docx")
RENDERERS = ("auto", "quarto", "pandoc")
Progress = Callable[[str], None]


@dataclass(frozen=True)
class Request:
    """What to build."""

    tahun: int
    data: Path
    output: Path
    formats: tuple[str, ...] = FORMATS
    renderer: str = "auto"
    final: bool = False
    engine: str | None = None


@dataclass(frozen=True)
class Report:
    """What was built: the folder, the files to open, the renderer, and what is still missing."""

    folder: Path
    files: tuple[Path, ...]
    renderer: str
    gaps: tuple[Gap, ...]

    @property
    def draft(self) -> bool:
        """Is the report marked as a draft?"""
        return any(gap.wajib for gap in self.gaps)


def build(request: Request, progress: Progress = lambda step: None) -> Report:
    """Build the report of one unit and year; the old output stays whole until all is done."""
    renderer = choose_renderer(request.renderer)
    progress("membaca dan memeriksa data")
    hasil = load_results(request.tahun, request.data)
    gaps = tuple(list_gaps(hasil.data))
    if request.final:
        refuse_gaps(gaps)
    folder = work_folder(request)
    shutil.rmtree(folder, ignore_errors=True)
    executed = folder.with_name(folder.name + "-notebook")
    shutil.rmtree(executed, ignore_errors=True)
    parameters = {"tahun": request.tahun, "data": str(request.data)}
    notebooks.execute_all(paths.NOTEBOOKS, executed, parameters, progress, engine=request.engine)
    progress("menyusun buku")
    stage(hasil, gaps, folder, executed)
    progress(f"merender {', '.join(request.formats)} dengan {renderer}")
    request.output.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{request.output.name}-", dir=request.output.parent) as name:
        fresh = Path(name) / "hasil"
        fresh.mkdir()
        files = _render(renderer, folder, fresh, request.formats, report_day(hasil.data))
        shutil.copyfile(folder / "hasil.json", fresh / "hasil.json")
        shutil.copytree(executed, fresh / "notebooks")
        progress("menaruh hasil")
        replace_output(fresh, request.output)
    shown = [*files, fresh / "hasil.json", fresh / "notebooks"]
    placed = tuple(request.output / path.relative_to(fresh) for path in shown)
    return Report(request.output, placed, renderer, gaps)


def choose_renderer(wanted: str) -> str:
    """Choose Quarto where it is asked for or found, else the embedded renderer."""
    if wanted == "quarto" and quarto.find_quarto() is None:
        raise CallError("Quarto 1.9 atau lebih baru tidak ditemukan di PATH.\n  perbaikan : pasang Quarto, atau pakai --renderer pandoc")
    if wanted == "auto":
        return "quarto" if quarto.find_quarto() else "pandoc"
    return wanted


def refuse_gaps(gaps: Sequence[Gap]) -> None:
    """Refuse a final report while anything compulsory is missing."""
    missing = [gap for gap in gaps if gap.wajib]
    if missing:
        lines = "\n".join(f"  - {gap.as_text()}" for gap in group_gaps(missing))
        raise LkjipError(f"Laporan final belum dapat dibuat: {len(missing)} isian wajib belum ada.\n{lines}")


def work_folder(request: Request) -> Path:
    """Name the build's own folder: by year, and by unit where the data are not the project's."""
    if request.data == paths.DATA:
        return paths.BUILD / str(request.tahun)
    mark = hashlib.sha256(str(request.data).encode()).hexdigest()[:8]
    return paths.BUILD / f"{request.data.name}-{mark}" / str(request.tahun)


def stage(hasil: Results, gaps: Sequence[Gap], folder: Path, executed: Path) -> None:
    """Stage the book of these results, with ``hasil.json`` beside it."""
    from lkjip_analysis.building.pictures import rasterise

    def traced(name: str) -> str | None:
        figure = hasil.get(name)
        return angka_md(figure) if figure else None

    words = Words(make_variables(hasil), escape_markdown, traced)
    settings: dict[str, object] = {
        "draf": any(gap.wajib for gap in gaps),
        "celah": bool(gaps),
        "komposit": hasil.data.has("komponen_iku"),
        "tahun-lalu": hasil.tahun - 1 in hasil.data.history and hasil.data.history[hasil.tahun - 1].has("indikator_program"),
        "tanggal": report_day(hasil.data).isoformat(),
    }
    logo = hasil.data.identitas["logo"]
    if logo:
        source = hasil.data.root / str(hasil.tahun) / logo
        if not source.is_file():
            source = hasil.data.root / logo
        if not source.is_file():
            raise LkjipError(f"Berkas lambang '{logo}' tidak ditemukan di {hasil.data.root.name}/{hasil.tahun}/ atau {hasil.data.root.name}/.")
        folder.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, folder / f"lambang{source.suffix.lower()}")
        settings["logo"] = f"lambang{source.suffix.lower()}"
    stage_book(paths.PROJECT, folder, executed, words, settings=settings, rasterise=rasterise)
    write_results(hasil, folder / "hasil.json")


def write_results(hasil: Results, path: Path) -> None:
    """Write ``hasil.json``: every figure with formula and source cells."""
    text = json.dumps(hasil.as_records(), ensure_ascii=False, indent=1)
    path.write_text(text + "\n", encoding="utf-8", newline="\n")


def _render(renderer: str, folder: Path, output: Path, formats: Sequence[str], day: dt.date) -> list[Path]:
    if renderer == "quarto":
        epoch = int(dt.datetime(day.year, day.month, day.day, tzinfo=dt.UTC).timestamp())
        return quarto.render(folder, output, formats, epoch)
    from lkjip_analysis.building.pandoc.render import render

    return render(folder, output, formats)


def replace_output(fresh: Path, output: Path) -> None:
    """Put the complete result in place of the old one; on failure the old one is put back."""
    old = output.with_name(f".{output.name}-lama")
    shutil.rmtree(old, ignore_errors=True)
    try:
        if output.exists():
            output.rename(old)
        fresh.rename(output)
    except OSError as error:
        if old.exists() and not output.exists():
            with suppress(OSError):
                old.rename(output)
        raise LkjipError(
            f"Folder hasil {output} tidak dapat diganti ({error.strerror}).\n"
            "  perbaikan : tutup berkas laporan yang sedang terbuka (Word, PDF, Explorer), lalu ulangi"
        ) from None
    fresh.mkdir()  # its parent is a temporary folder that expects it
    shutil.rmtree(old, ignore_errors=True)
