"""A second process that executes notebooks beside the first, where there are cores for it.

It is started like a command of its own, with nothing forked or inherited, so it works alike
everywhere, and loads its libraries while the first one finds out what there is to do. Both
processes claim one notebook after another by making a file that must not exist yet; what the second
one fails at is left to the first, which then says what is wrong.
"""

from __future__ import annotations

import gc
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

from lkjip_analysis import paths
from lkjip_analysis.building.notebooks import NotebookError, execute_notebook, tidy
from lkjip_analysis.building.standing import start
from lkjip_analysis.data.fingerprint import ALL, FILES, Names

WORTH = 8
"""From this many notebooks on a second process saves more than its start costs."""

CLAIMS = ".kerja"
"""Folder inside the target with claims and unfinished notebooks; gone when all is done."""


@dataclass(frozen=True)
class Job:
    """Notebooks to execute, and where to put them.

    ``parameters`` name the year (``tahun``) and the data folder (``data``); what the notebooks
    read of these is noted.
    """

    sources: tuple[str, ...]
    target: str
    parameters: Mapping[str, Any]
    engine: str | None = None

    def run(self, progress: Callable[[str], None] = lambda step: None) -> list[Path]:
        """Execute every notebook that nobody has claimed yet, and note what it read."""
        if not self.sources:
            return []  # nothing to do must not cost the libraries
        from lkjip_analysis.results.reads import watch

        warm_up()
        folder = Path(self.parameters.get("data", paths.DATA))
        done = []
        for source in map(Path, self.sources):
            target = Path(self.target) / source.name
            if not claim(target):
                continue
            progress(f"notebook {source.stem}")
            fresh = target.parent / CLAIMS / target.name
            with watch(folder, self.parameters.get("tahun", 0)) as reads:
                execute_notebook(source, fresh, self.parameters, engine=self.engine)
            if self.engine:
                reads.note(FILES, ALL)  # a kernel of its own: nobody sees what it reads
            names = {kind: sorted(names) for kind, names in reads.shortened().items()}
            reads_of(target).write_text(json.dumps(names), encoding="utf-8")
            tidy(fresh)
            fresh.replace(target)
            done.append(target)
        return done


@cache
def warm_up() -> None:
    """Import what every notebook imports, once, and set them apart from what comes and goes.

    Python's search for garbage then passes over them: a tenth of the time of all notebooks.
    """
    import_module("lkjip_analysis.building.engine")
    for name in ("charts", "diagrams", "narrative", "tables"):
        import_module(f"lkjip_analysis.presentation.{name}")
    gc.freeze()


def claim(target: Path) -> bool:
    """Claim a notebook for this process; False where another was first."""
    mark = mark_of(target)
    mark.parent.mkdir(parents=True, exist_ok=True)
    try:
        mark.touch(exist_ok=False)
    except FileExistsError:
        return False
    return True


def mark_of(target: Path) -> Path:
    """Name the file that claims a notebook."""
    return target.parent / CLAIMS / f"{target.stem}.diambil"


def reads_of(target: Path) -> Path:
    """Name the file that says what a notebook read."""
    return target.parent / CLAIMS / f"{target.stem}.dibaca"


class Crew:
    """A process and those beside it, at one job."""

    def __init__(self, helpers: Sequence[subprocess.Popen[bytes]]) -> None:
        self.helpers = helpers
        self.job: Job | None = None

    def begin(self, job: Job) -> None:
        """Hand the job out to the processes beside this one."""
        self.job = job
        for helper in self.helpers:
            assert helper.stdin is not None
            with suppress(OSError):  # a helper that could not start: its share is done here
                helper.stdin.write(json.dumps(asdict(job)).encode() + b"\n")
                helper.stdin.flush()

    def finish(self, progress: Callable[[str], None]) -> dict[str, Names]:
        """Do what is left; give what each notebook read, by the notebook's name."""
        assert self.job is not None
        mine = set(self.job.run(progress))
        targets = [Path(self.job.target) / Path(source).name for source in self.job.sources]
        for target in targets:
            if target in mine:
                continue
            progress(f"notebook {target.stem}")
            while not target.exists() and any(helper.poll() is None for helper in self.helpers):
                time.sleep(0.01)
            if not target.exists():  # the other process gave up: here it is told why
                mark_of(target).unlink(missing_ok=True)
                self.job.run()
        return {
            target.name: {
                kind: set(names)
                for kind, names in json.loads(reads_of(target).read_text(encoding="utf-8")).items()
            }
            for target in targets
        }


_kept: list[subprocess.Popen[bytes]] | None = None
"""Helpers that wait for the next build, in a process that stays; else ``None``."""


def keep_helpers() -> None:
    """Start a helper, and let it wait for the next build instead of ending with each."""
    global _kept
    _kept = [start(__name__)] if cores() > 1 else []


@contextmanager
def crew(helpers: int) -> Iterator[Crew]:
    """Have so many processes beside this one; they load their libraries and wait for a job."""
    waiting = [_kept.pop() if _kept else start(__name__) for _ in range(helpers)]
    team = Crew(waiting)
    try:
        yield team
        if _kept is not None:
            _kept.extend(helper for helper in waiting if helper.poll() is None)
    finally:
        for helper in waiting:
            if helper not in (_kept or ()):
                helper.kill()
                helper.communicate()
        if team.job is not None:
            shutil.rmtree(Path(team.job.target) / CLAIMS, ignore_errors=True)


def worthwhile(notebooks: int) -> int:
    """Say how many helpers are worth having for so many notebooks."""
    started = warm_up.cache_info().currsize  # then this process is far ahead of a new one
    enough = WORTH * (1 + started) if _kept is None else 2
    return 1 if cores() > 1 and notebooks >= enough else 0


def cores() -> int:
    """Count the cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def main() -> None:
    """Be the second process: a job a line on standard input, until nobody sends any more."""
    warm_up()
    for line in sys.stdin.buffer:
        try:
            Job(**json.loads(line)).run()
        except NotebookError:
            sys.exit(1)


if __name__ == "__main__":
    main()
