"""The first steps of a build: a year's figures, and the notebooks that a change touches.

Which figures, files and facts a notebook read is noted while it runs (``results.reads``); it runs
again when one of those, the notebook itself, the program or a library is another.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from lkjip_analysis import paths
from lkjip_analysis.building import inputs
from lkjip_analysis.building.cache import Memory
from lkjip_analysis.building.figures import MARKS_FILE, read_words, write_figures
from lkjip_analysis.building.inputs import Marks, hash_tree
from lkjip_analysis.building.notebooks import list_notebooks
from lkjip_analysis.building.placing import remove_others
from lkjip_analysis.building.request import Request
from lkjip_analysis.building.workers import Job, crew, worthwhile
from lkjip_analysis.data.fingerprint import ALL, FACTS, FIGURES, FILES, Names, digest
from lkjip_analysis.exceptions import LkjipError


def compute(
    request: Request,
    read: Mapping[str, Marks],
    memory: Memory,
    progress: Callable[[str], None],
) -> None:
    """Compute the figures and execute the notebooks, as far as their inputs changed.

    While this process computes the figures a second one loads its libraries; where every notebook
    is to run whatever the data say, it begins with them at once.
    """
    figures, executed = request.store / "angka", request.store / "notebook"
    sources = {path.name: path for path in list_notebooks(paths.NOTEBOOKS)}
    basis = _basis(request)
    needs = basis | {"data": read["data"]}
    fixed = {name: basis | _beside_data(name, request, read) for name in sources}

    def helpers(count: int) -> int:
        return worthwhile(count) if request.processes is None else request.processes - 1

    def begin(names: Iterable[str]) -> None:
        remove_others(executed, set(sources) - set(names))
        chosen = tuple(str(sources[name]) for name in names)
        parameters = {"tahun": request.tahun, "data": str(request.data)}
        team.begin(Job(chosen, str(executed), parameters, request.engine))

    with ExitStack() as stack:
        computing = memory.reason("angka", needs, figures)
        every = all(memory.differs(_step(name), fixed[name]) for name in sources)
        if computing or every:
            team = stack.enter_context(crew(helpers(len(sources))))
        if every:
            begin(sources)
        if computing:
            progress("membaca dan memeriksa data")
            write_figures(request.tahun, request.data, figures)
            memory.record("angka", needs, hash_tree(figures))
        if request.final:
            refuse_gaps(read_words(figures).gaps)
        marks = DataMarks(figures / MARKS_FILE, request.data)
        before = {name: marks.of(memory.names(_step(name))) for name in sources}
        stale = [
            name
            for name in sources
            if memory.reason(_step(name), fixed[name] | before[name], executed)
        ]
        if not (computing or every):
            team = stack.enter_context(crew(helpers(len(stale))))
        if not every:
            begin(stale)
        names = team.finish(progress)
    for name in stale:
        made = hash_tree(executed, [executed / name])
        memory.record(_step(name), fixed[name] | marks.of(names[name]), made)


def _step(name: str) -> str:
    return f"notebook {name}"


def _basis(request: Request) -> dict[str, Marks]:
    return {
        "program": inputs.computing_program(),
        "pustaka": inputs.libraries(),
        "pilihan": {"tahun": str(request.tahun)},
    }


def _beside_data(name: str, request: Request, read: Mapping[str, Marks]) -> dict[str, Marks]:
    return {
        "notebook": {name: read["notebook"][name], **read["di samping notebook"]},
        "tampilan": inputs.of_charts(read["tampilan"]),
        "pilihan": {"tahun": str(request.tahun), "mesin": request.engine or ""},
    }


class DataMarks:
    """Hashes of what can be read of a year's data, as ``write_figures`` left them."""

    def __init__(self, file: Path, data: Path) -> None:
        self._known: dict[str, dict[str, str]] = json.loads(file.read_text(encoding="utf-8"))
        self._data = data

    def of(self, names: Names) -> dict[str, Marks]:
        """Give the hashes of names; blank for a name that is not known (any more)."""
        return {kind: {n: self._mark(kind, n) for n in sorted(names.get(kind, ()))}
                for kind in (FIGURES, FILES, FACTS)}  # fmt: skip

    def _mark(self, kind: str, name: str) -> str:
        if name != ALL:
            return self._known[kind].get(name, "")
        return digest(hash_tree(self._data) if kind == FILES else list(self._known[kind].items()))


def refuse_gaps(gaps: Sequence[Mapping[str, Any]]) -> None:
    """Refuse a final report while anything compulsory is missing."""
    missing = [gap for gap in gaps if gap["wajib"]]
    if missing:
        from lkjip_analysis.data.gaps import Gap

        lines = "\n".join(f"  - {Gap(**gap).as_text()}" for gap in missing)
        raise LkjipError(
            f"Laporan final belum dapat dibuat: {len(missing)} isian wajib belum ada.\n{lines}"
        )
