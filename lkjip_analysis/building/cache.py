"""What earlier builds did: each step with the content it read and wrote, and one build at a time.

A step is done again when anything it reads has other content than last time (never by time
stamps), or when what it wrote is gone or altered.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from threading import get_ident
from typing import IO, Any

from lkjip_analysis import paths
from lkjip_analysis.building.inputs import Groups, hash_file, libraries, program
from lkjip_analysis.data.fingerprint import digest
from lkjip_analysis.exceptions import LkjipError

MAX_NAMED = 4
"""So many changed inputs are named; the rest is counted."""


@dataclass(frozen=True)
class StepNote:
    """Why a step ran, or that it did not."""

    step: str
    reason: str | None

    def as_text(self) -> str:
        """Say it on one line."""
        if self.reason is None:
            return f"{self.step}: dilewati, masukan dan hasilnya tidak berubah"
        return f"{self.step}: dijalankan, {self.reason}"


class Memory:
    """The steps of earlier builds of one unit and year, kept in one JSON file.

    Parameters
    ----------
    path
        The file; an unreadable one counts as none.
    force
        Every step is to run.
    """

    def __init__(self, path: Path, *, force: bool = False) -> None:
        self.path = path
        self.force = force
        self.notes: list[StepNote] = []
        self.steps: dict[str, Any] = {}
        self.groups: dict[str, dict[str, str]] = {}
        with suppress(OSError, ValueError, KeyError, TypeError):
            stored = json.loads(path.read_text(encoding="utf-8"))
            self.steps, self.groups = dict(stored["langkah"]), dict(stored["masukan"])

    def reason(self, step: str, inputs: Groups, folder: Path) -> str | None:
        """Say why a step must run; None where its earlier result still holds.

        Parameters
        ----------
        folder
            Where the step's files lie.
        """
        reason = self._reason(step, inputs, folder)
        self.notes.append(StepNote(step, reason))
        return reason

    def differs(self, step: str, inputs: Groups) -> bool:
        """Whether a step must run for these inputs alone, whatever its others are."""
        done = self.steps.get(step, {"masukan": {}})["masukan"]
        return self.force or any(
            digest(dict(marks)) != done.get(kind) for kind, marks in inputs.items()
        )

    def names(self, step: str) -> dict[str, set[str]]:
        """Name what a step read last time, by kind."""
        done = self.steps.get(step, {"masukan": {}})["masukan"]
        return {kind: set(self.groups.get(mark, {})) for kind, mark in done.items()}

    def made(self, step: str) -> dict[str, str]:
        """Hash what a step wrote last time, by name."""
        return dict(self.steps.get(step, {"hasil": {}})["hasil"])

    def _reason(self, step: str, inputs: Groups, folder: Path) -> str | None:
        if self.force:
            return "diminta dengan --force"
        if step not in self.steps:
            return "belum pernah dijalankan"
        done = self.steps[step]
        changed: list[str] = []
        for kind in sorted({*inputs, *done["masukan"]}):
            now = dict(inputs.get(kind, {}))
            if digest(now) != done["masukan"].get(kind):
                changed += _differences(kind, self.groups.get(done["masukan"].get(kind), {}), now)
        if changed:
            return "berubah: " + shortened(changed)
        spoiled = [name for name, mark in done["hasil"].items() if hash_file(folder / name) != mark]
        return f"hasilnya hilang atau diubah: {shortened(spoiled)}" if spoiled else None

    def record(self, step: str, inputs: Groups, outputs: Mapping[str, str]) -> None:
        """Remember a step that has been done, with the hashes of what it read and wrote."""
        kinds = {kind: digest(dict(marks)) for kind, marks in inputs.items()}
        self.groups |= {kinds[kind]: dict(marks) for kind, marks in inputs.items()}
        self.steps[step] = {"masukan": kinds, "hasil": dict(outputs)}

    def save(self) -> None:
        """Write the file in one move; inputs that no step refers to are forgotten."""
        used = {mark for step in self.steps.values() for mark in step["masukan"].values()}
        groups = {mark: self.groups[mark] for mark in sorted(used) if mark in self.groups}
        text = json.dumps({"langkah": self.steps, "masukan": groups}, ensure_ascii=False)
        self.path.parent.mkdir(parents=True, exist_ok=True)
        fresh = self.path.with_suffix(".baru")
        fresh.write_text(text, encoding="utf-8")
        fresh.replace(self.path)


def _differences(kind: str, before: Mapping[str, str], now: Mapping[str, str]) -> list[str]:
    found = [f"{kind} {name}" for name in now if name in before and now[name] != before[name]]
    found += [f"{kind} {name} (baru)" for name in now if name not in before]
    found += [f"{kind} {name} (tidak ada lagi)" for name in before if name not in now]
    return found or [kind]


def shortened(names: list[str]) -> str:
    """Name a few and count the rest.

    >>> shortened(["a", "b", "c", "d", "e", "f"])
    'a, b, c, d, dan 2 lainnya'
    """
    rest = len(names) - MAX_NAMED
    return ", ".join(names if rest <= 0 else [*names[:MAX_NAMED], f"dan {rest} lainnya"])


@contextmanager
def stored_pictures(folder: Path) -> Iterator[Callable[[str], bytes]]:
    """Draw each picture once: the yielded function takes an SVG and gives the PNG for Word.

    Pictures are found by content and by what draws them; those not asked for are removed.
    """
    from lkjip_analysis.rendering.pictures import rasterise

    typst = [name for name in libraries() if name.startswith("typst-")]
    maker = digest([typst, program()["building/pictures.py"]])
    used = set()

    def draw(svg: str) -> bytes:
        path = folder / f"{digest([maker, svg])}.png"
        used.add(path)
        if not path.is_file():
            folder.mkdir(parents=True, exist_ok=True)
            fresh = path.with_suffix(f".{get_ident()}")  # two threads may draw the same picture
            fresh.write_bytes(rasterise(svg))
            fresh.replace(path)
        return path.read_bytes()

    yield draw
    for path in folder.glob("*"):
        if path not in used:
            path.unlink()


@contextmanager
def only_one(what: str, message: str) -> Iterator[None]:
    """Hold a lock as long as the block runs; the system frees it even when the process dies.

    Parameters
    ----------
    what
        Names the thing that only one process may work on.
    message
        What to tell where another process holds it.
    """
    folder = paths.BUILD / ".kunci"
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / hashlib.sha256(what.encode()).hexdigest()[:16]
    with path.open("a+b") as file:
        try:
            _lock(file)
        except OSError:
            raise LkjipError(message) from None
        yield


def _lock(file: IO[bytes]) -> None:
    """Lock a file for this process, or raise OSError at once."""
    if os.name == "nt":
        import msvcrt

        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
    else:
        import fcntl

        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
