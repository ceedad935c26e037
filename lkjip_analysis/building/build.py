"""A whole build, in order: data, figures, notebooks, staged book, formats, one move into place.

Each step runs only where something it may read has changed (see ``building.remember``); the
imports that cost time wait until a step needs them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from lkjip_analysis import paths
from lkjip_analysis.building import inputs, placing
from lkjip_analysis.building.alone import BUSY, only_one, writing_to
from lkjip_analysis.building.bookmaking import Shared, make_book, place_book
from lkjip_analysis.building.commit import program_and_commit
from lkjip_analysis.building.figures import YearWords, read_words, refuse_unfinished, write_figures
from lkjip_analysis.building.holding import Holding, seen_from
from lkjip_analysis.building.moving import put_right
from lkjip_analysis.building.notebooks import embedded_notebooks, execute_notebook, tidy
from lkjip_analysis.building.remember import StepNote, Store
from lkjip_analysis.building.request import RESULTS_FILE, Request, refuse_odd_clock
from lkjip_analysis.building.runs import Run
from lkjip_analysis.data.content import digest, hash_data
from lkjip_analysis.data.public import FOLDER as PUBLIC
from lkjip_analysis.exceptions import CallError
from lkjip_analysis.rendering.yaml_text import read_yaml

Progress = Callable[[str], None]


@dataclass(frozen=True)
class Report:
    """What was built: folder, files to open, renderer, what is missing, why each step ran.

    ``review`` are the files to open of the Berkas Reviu, ``notes`` tell what became of old results.
    """

    folder: Path
    files: tuple[Path, ...]
    renderer: str
    gaps: tuple[Mapping[str, Any], ...]
    steps: tuple[StepNote, ...] = ()
    findings: Mapping[str, int] = field(default_factory=dict)
    acknowledged: int = 0
    review: tuple[Path, ...] = ()
    notes: tuple[str, ...] = ()

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
    books = request.books()
    for book in books:
        placing.refuse_to_overwrite(book.output, book.data)
    with _alone(books), Store(request.store, force=request.force) as store:
        for book in books:
            put_right(book.output)
        year = read_words(_figures(request, store, progress))
        holdings = [_holding(book, year, made_by) for book in books]
        if request.final:
            refuse_unfinished(year)
        shared = _shared(request, store, year, progress)
        made = [make_book(shared, *one) for one in zip(books, holdings, strict=True)]
        placed = [place_book(shared, book) for book in made]  # none before all are whole
    files, *review = [files for files, _ in placed]
    return Report(
        request.output,
        (*files, *(request.output / name for name in (RESULTS_FILE, PUBLIC, "notebooks"))),
        shared.renderer,
        tuple(year.gaps),
        tuple(store.notes),
        year.findings,
        year.acknowledged,
        tuple(file for files in review for file in files),
        tuple(note for _, notes in placed for note in notes),
    )


def make_word(request: Request, progress: Progress = lambda step: None) -> Path:
    """Make the Word file that the data give today, or take the one that is remembered.

    Nothing is put into the output; the next build begins where this one ends.
    """
    refuse_odd_clock()
    made_by = program_and_commit(request.source or request.data)
    with _alone((request,)), Store(request.store) as store:
        year = read_words(_figures(request, store, progress))
        made = make_book(
            _shared(request, store, year, progress), request, _holding(request, year, made_by)
        )
        return made.rendered / placing.main_files(made.staged, ("docx",))[0]


def _shared(request: Request, store: Store, year: YearWords, progress: Progress) -> Shared:
    """Make what the books share: the executed notebooks."""
    renderer = choose_renderer(request.renderer)
    fonts = inputs.hash_tree(paths.EXTENSION / "fonts")
    executed = [_notebook(request, store, path, fonts, progress) for path in embedded_notebooks()]
    return Shared(store, year, executed, renderer, progress)


def _holding(book: Request, year: YearWords, made_by: str) -> Holding:
    """Say what the folder of a book is to hold; refuse one that holds another."""
    data = seen_from(book.output, book.source or book.data)
    mark = digest(hash_data(book.data, book.tahun))
    mine = Holding(year.unit, book.tahun, data, {}, {}, made_by, book.profile, mark)
    if not book.take_over:
        placing.refuse_anothers(book.output, mine)
    return mine


@contextmanager
def _alone(books: Sequence[Request]) -> Iterator[None]:
    """Have no other build work on the same unit and year, or write to the same folders."""
    request = books[0]
    busy = f"Laporan {request.tahun} dari folder {request.data} sedang dibuat {BUSY}"
    with only_one(str(request.store), busy), ExitStack() as folders:
        for book in books:
            folders.enter_context(writing_to(book.output))
        yield


def _figures(request: Request, store: Store, progress: Progress) -> Path:
    """Read and check the data, compute every figure."""

    def make(folder: Path) -> None:
        progress("membaca dan memeriksa data")
        write_figures(request.tahun, request.data, folder)

    return store.step("angka", lambda: inputs.of_figures(request), make)


def _notebook(
    request: Request, store: Store, path: Path, fonts: inputs.Marks, progress: Progress
) -> Path:
    """Execute a notebook with the year and the data as its parameters."""

    def make(folder: Path) -> None:
        progress(f"notebook {path.stem}")
        parameters = {"tahun": request.tahun, "data": str(request.data)}
        execute_notebook(path, folder / path.name, parameters, engine=request.engine)
        tidy(folder / path.name)

    name = f"notebook {path.stem}"
    return store.step(name, lambda: inputs.of_notebook(request, path, fonts), make) / path.name


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
