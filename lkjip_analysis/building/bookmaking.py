"""One book of a build: put together, rendered, put in place of the old one."""

from __future__ import annotations

import datetime as dt
import json
import shutil
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from lkjip_analysis import paths
from lkjip_analysis.building import inputs, placing
from lkjip_analysis.building.annexes import STEP, drawn_annexes, lay_annexes
from lkjip_analysis.building.figures import YearWords
from lkjip_analysis.building.holding import Holding, format_of, read_holding
from lkjip_analysis.building.remember import Store
from lkjip_analysis.building.request import REPORT, RESULTS_FILE, REVIEW, SOURCES_FILE, Request
from lkjip_analysis.building.staging import Word, Words, stage_book
from lkjip_analysis.building.years import tell_years
from lkjip_analysis.data.content import digest
from lkjip_analysis.data.emblem import EmblemFault, content_fault, find_emblem
from lkjip_analysis.data.public import FOLDER as PUBLIC
from lkjip_analysis.exceptions import DataError, Problem

Progress = Callable[[str], None]

NAMES = {REPORT: "buku", REVIEW: "Berkas Reviu"}
STAGED = "susunan buku"
SINGLE = "satu berkas"
MADE_BY = "pembuatan.asal"
"""The variable of the reviewer's file that names the program, its version and the commit."""


@dataclass(frozen=True)
class Shared:
    """What the books of a build share; nothing of it is made twice."""

    store: Store
    year: YearWords
    executed: Sequence[Path]
    renderer: str
    progress: Progress


@dataclass(frozen=True)
class Book:
    """A book that is ready to be put in place: what is asked, what its folder is to hold."""

    request: Request
    mine: Holding
    staged: Path
    rendered: Path
    single: Path | None


def make_book(of: Shared, request: Request, mine: Holding) -> Book:
    """Stage and render one book; its output folder is not touched."""
    staged = _book(of, request, mine.asal)
    rendered = _formats(of, request, staged)
    single = _single(of, request, staged) if request.single else None
    return Book(request, mine, staged, rendered, single)


def place_book(of: Shared, made: Book) -> tuple[list[Path], list[str]]:
    """Put a book in place; give its files to open, and what became of old ones."""
    request, mine, book = made.request, made.mine, made.staged
    made_from = digest(of.store.read(request.step(STAGED)) | {"pilihan": ""})
    mine = replace(mine, dibuat_dari=dict.fromkeys(request.formats, made_from))
    held = [path for path in of.executed if (book / "notebooks" / path.name).exists()]
    alone = placing.single_file(book)
    before = read_holding(request.output)
    gone = [alone] if before and alone in before.berkas and not request.single else []
    placed = _output(of, made, mine, held)
    tell_years(request.output)
    gone = [name for name in gone if not (request.output / name).exists()]
    holds = read_holding(request.output)
    every = holds.older(request.output, made_from, ("index.html", alone)) if holds else ()
    older = [name for name in every if format_of(name) not in request.formats]
    notes = replace(placed, older=older, gone=gone).notes()
    names = placing.main_files(book, request.formats) + [alone] * request.single
    names += sorted(
        path.name
        for path in made.rendered.iterdir()
        if path.suffix in (".pdf", ".xlsx") and path.name not in names
    )
    title = f"{NAMES[REVIEW]}: " if request.profile == REVIEW else ""
    return [request.output / name for name in names], [title + note for note in notes]


def _book(of: Shared, request: Request, made_by: str) -> Path:
    """Put a book together: chapters, executed notebooks and look, all variables resolved.

    The reviewer's file is told by whom it was made, and how the LKjIP numbers its tables.
    """
    store, year = of.store, of.year
    logo = find_logo(request.data, request.tahun, year.logo)
    settings = year.settings | ({"logo": f"lambang{logo.suffix.lower()}"} if logo else {})
    review = request.profile == REVIEW
    drawn = drawn_annexes(store, request, year.annexes)

    def make(folder: Path) -> None:
        from lkjip_analysis.presentation.output import escape_markdown
        from lkjip_analysis.rendering.labels import read_labels
        from lkjip_analysis.rendering.pictures import rasterise
        from lkjip_analysis.rendering.web.assets import write_letters
        from lkjip_analysis.rendering.web.sharing import FOLDER, published_at
        from lkjip_analysis.rendering.web.trace import stage_trace

        of.progress(f"menyusun {NAMES[request.profile]}")
        draw = partial(rasterise, fonts=paths.EXTENSION / "fonts")
        if not review:
            lay_annexes(year.annexes, drawn, folder)
        if logo:
            refuse_emblem(content_fault(logo), request.tahun, year.logo)
            shutil.copyfile(logo, folder / settings["logo"])
        figures = store.folder / "angka"
        for name in (RESULTS_FILE, SOURCES_FILE):
            shutil.copyfile(figures / name, folder / name)
        words, others = year.words, {}
        if review:  # it is not published, so nothing in it is quoted by that address
            about = json.loads((figures / SOURCES_FILE).read_text(encoding="utf-8"))
            about |= {"judul": f"Berkas Reviu {about['judul']}", "tautan": ""}
            text = json.dumps(about, ensure_ascii=False)
            (folder / SOURCES_FILE).write_text(text, encoding="utf-8")
            words = Words({**words.known, MADE_BY: Word(made_by, escape_markdown(made_by))})
            labels = read_labels(replace(request, profile=REPORT).book).words
            others = {label: f"{said} LKjIP" for label, said in labels.items()}
        stage_book(
            paths.PROJECT,
            folder,
            of.executed,
            words,
            settings=settings if review else settings | _files(request, figures),
            beside=[form for form in request.formats if form != "html"],
            rasterise=draw if "docx" in request.formats else None,
            profile=request.profile,
            others=others,
        )
        if not review and published_at(settings["publikasi"]):
            from lkjip_analysis.presentation.sharing import draw_cards

            records = json.loads((folder / RESULTS_FILE).read_text(encoding="utf-8"))
            title = f"{year.unit.partition(', ')[0]}, LKjIP {request.tahun}"
            draw_cards(records, year.names, title, folder / FOLDER)
        stage_trace(folder)
        write_letters(folder / "_extensions" / "lkjip" / "html", folder / "aset")

    def reads() -> inputs.Groups:
        made = {
            "angka": store.made("angka"),
            "naskah": store.made(STEP),
            "hasil notebook": {path.name: inputs.hash_file(path) for path in of.executed},
        }
        own = {"asal": {made_by: ""}, "LKjIP": store.made(STAGED)} if review else {}
        return inputs.of_book(request, logo, **made, **own)

    return store.step(request.step(STAGED), reads, make, target=request.book)


def _formats(of: Shared, request: Request, book: Path) -> Path:
    """Render a book in the formats that are wanted."""
    store, day = of.store, of.year.settings["tanggal"]

    def make(folder: Path) -> None:
        formats = ", ".join(request.formats)
        of.progress(f"merender {NAMES[request.profile]}: {formats} dengan {of.renderer}")
        with ThreadPoolExecutor(1) as pool:  # Typst takes longer
            table = pool.submit(_write_table, of, request) if request.profile == REPORT else None
            if of.renderer == "quarto":
                from lkjip_analysis.rendering.quarto import render_with_quarto

                epoch = int(dt.datetime.fromisoformat(f"{day}T00:00:00+00:00").timestamp())
                render_with_quarto(book, folder, request.formats, store.work, epoch)
            else:
                from lkjip_analysis.rendering.render import render

                render(book, folder, request.formats, store.work)
            if table is not None:
                (folder / figures_file(request)).write_bytes(table.result())

    made = store.made(request.step(STAGED))
    return store.step(
        request.step("format"), lambda: inputs.of_formats(request, of.renderer, made), make
    )


def _single(of: Shared, request: Request, book: Path) -> Path:
    """Make the one file that holds a whole book; the embedded renderer makes it of every book."""

    def make(folder: Path) -> None:
        from lkjip_analysis.rendering.render import render_single

        of.progress(f"menyatukan {NAMES[request.profile]} dalam satu berkas")
        render_single(book, folder / placing.single_file(book))

    made = of.store.made(request.step(STAGED))
    reads = partial(inputs.of_formats, request, "pandoc", made)
    return of.store.step(request.step(SINGLE), reads, make)


def _files(request: Request, figures: Path) -> dict[str, Any]:
    """Name the files of figures and data that lie beside the LKjIP."""
    tables = sorted(path.relative_to(figures) for path in (figures / PUBLIC).rglob("*.csv"))
    return {
        "angka": figures_file(request),
        "data": [RESULTS_FILE, *(path.as_posix() for path in tables)],
    }


def figures_file(request: Request) -> str:
    """Name the workbook of all figures that lies beside the report."""
    return f"hasil-{request.tahun}.xlsx"


def _write_table(of: Shared, request: Request) -> bytes:
    from lkjip_analysis.exchange.results_workbook import results_workbook

    records = json.loads((of.store.folder / "angka" / RESULTS_FILE).read_text(encoding="utf-8"))
    year, day = of.year, dt.date.fromisoformat(of.year.settings["tanggal"])
    return results_workbook(records, year.names, year.unit, request.tahun, day)


def _output(of: Shared, book: Book, mine: Holding, executed: Sequence[Path]) -> placing.Placed:
    """Put a book in place of the old one, in one move."""
    store, request = of.store, book.request
    step = request.step("folder hasil")
    figures = store.folder / "angka"
    known = "" if read_holding(request.output) else "tanpa keterangan pemilik"
    reads = {
        "format": store.made(request.step("format")),
        SINGLE: store.made(request.step(SINGLE)) if book.single else {},
        "hasil": store.made("angka"),
        "hasil notebook": {path.name: inputs.hash_file(path) for path in executed},
        "tujuan": {str(request.output): known},
        "asal": {mine.asal: ""},
    }
    if not store.needed(step, reads, request.output):
        return placing.Placed()
    of.progress(f"menaruh {NAMES[request.profile]}")

    def fill(fresh: Path) -> None:
        for folder in filter(None, (book.rendered, book.single)):
            shutil.copytree(folder, fresh, dirs_exist_ok=True)
        shutil.copyfile(figures / RESULTS_FILE, fresh / RESULTS_FILE)
        if request.profile == REPORT and (figures / PUBLIC).exists():
            shutil.copytree(figures / PUBLIC, fresh / PUBLIC)
        (fresh / "notebooks").mkdir(exist_ok=True)  # Quarto lays the pictures of their texts there
        for path in executed:
            shutil.copyfile(path, fresh / "notebooks" / path.name)

    placed = placing.put(request.output, mine, fill, store.made(step))
    store.keep(step, reads | {"tujuan": {str(request.output): ""}}, placed.made)
    return placed


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
