"""What earlier builds made: a step is done again when what it may read has other content.

Coarse on purpose: a step is kept under the content of all the files it may read and of the program,
never by time stamps, and without following what it really read. Each step writes into a folder of
its own that takes its place in one move, so a build that is killed leaves nothing half done.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lkjip_analysis.building.inputs import Groups, Marks, hash_file, hash_tree
from lkjip_analysis.exceptions import LkjipError

MAX_NAMED = 4
"""So many changed inputs are named; the rest is counted."""


class InputsChangedError(LkjipError):
    """Somebody saved a file that a step was reading: what it made belongs to neither state."""


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


class Store:
    """The steps of earlier builds of one unit and year; used as a context by one build at a time.

    Parameters
    ----------
    folder
        Holds ``catatan/<step>.json`` (what each step read and wrote, as hashes), the results,
        and ``kerja/`` while a build runs; what a killed build left there is removed first.
    force
        Every step is to run.
    """

    def __init__(self, folder: Path, *, force: bool = False) -> None:
        self.folder = folder
        self.work = folder / "kerja"
        self.force = force
        self.notes: list[StepNote] = []

    def __enter__(self) -> Store:
        """Begin with an empty working folder, and without what an older program left."""
        known = (self.folder / "catatan").is_dir()
        shutil.rmtree(self.work if known else self.folder, ignore_errors=True)
        self.work.mkdir(parents=True)
        return self

    def __exit__(self, *_: object) -> None:
        """Leave no working folder."""
        shutil.rmtree(self.work, ignore_errors=True)

    def step(
        self,
        name: str,
        reads: Callable[[], Groups],
        make: Callable[[Path], object],
        *,
        target: Path | None = None,
    ) -> Path:
        """Have a step's result: the kept one, or made anew.

        Parameters
        ----------
        name
            What people know the step by.
        reads
            Hashes everything the step may read, by kind and name.
        make
            Writes the result into the empty folder it is given.
        target
            Where the result is to lie, if not in the store.

        Raises
        ------
        InputsChangedError
            Something that the step may read changed while it ran; nothing is kept then.
        """
        place = target or self.folder / name.replace(" ", "/")
        before = reads()
        if self.needed(name, before, place):
            fresh = self.work / "hasil"
            fresh.mkdir()
            make(fresh)
            if reads() != before:
                raise InputsChangedError(
                    "Berkas berubah selama laporan dibuat; hasil lama tidak diganti.\n"
                    "  perbaikan : simpan semua berkas, lalu ulangi"
                )
            shutil.rmtree(place, ignore_errors=True)
            place.parent.mkdir(parents=True, exist_ok=True)
            fresh.rename(place)
            self.keep(name, before, hash_tree(place))
        return place

    def needed(self, name: str, reads: Groups, place: Path) -> bool:
        """Say whether a step must run, since its inputs or what lies in ``place`` are others."""
        reason = self._reason(name, reads, place)
        self.notes.append(StepNote(name, reason))
        return reason is not None

    def keep(self, name: str, reads: Groups, made: Mapping[str, str]) -> None:
        """Remember a step that has been done, with the hashes of what it read and wrote."""
        path = self._note_of(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh = self.work / "catatan"
        record = {"masukan": reads, "hasil": made}
        fresh.write_text(json.dumps(record, ensure_ascii=False), encoding="utf-8")
        fresh.replace(path)

    def made(self, name: str) -> dict[str, str]:
        """Hash what a step wrote last time, by file; nothing where it never ran."""
        return dict(self._record(name).get("hasil", {}))

    def read(self, name: str) -> dict[str, Marks]:
        """Hash what a step read last time, by kind and name; nothing where it never ran."""
        return dict(self._record(name).get("masukan", {}))

    def _note_of(self, name: str) -> Path:
        return self.folder / "catatan" / f"{name}.json"

    def _record(self, name: str) -> dict[str, Any]:
        with suppress(OSError, ValueError, TypeError):
            return dict(json.loads(self._note_of(name).read_text(encoding="utf-8")))
        return {}

    def _reason(self, name: str, reads: Groups, place: Path) -> str | None:
        if self.force:
            return "diminta dengan --force"
        done = self._record(name)
        if not done:
            return "belum pernah dijalankan"
        changed = _differences(_flat(done["masukan"]), _flat(reads))
        if changed:
            return f"berubah: {shortened(changed)}"
        spoiled = [file for file, mark in done["hasil"].items() if hash_file(place / file) != mark]
        return f"hasilnya hilang atau diubah: {shortened(spoiled)}" if spoiled else None


def _flat(groups: Groups) -> dict[str, str]:
    return {
        f"{kind} {name}": mark for kind, marks in groups.items() for name, mark in marks.items()
    }


def _differences(before: Mapping[str, str], now: Mapping[str, str]) -> list[str]:
    found = [name for name in now if name in before and now[name] != before[name]]
    found += [f"{name} (baru)" for name in now if name not in before]
    return found + [f"{name} (tidak ada lagi)" for name in before if name not in now]


def shortened(names: list[str]) -> str:
    """Name a few and count the rest.

    >>> shortened(["a", "b", "c", "d", "e", "f"])
    'a, b, c, d, dan 2 lainnya'
    """
    rest = len(names) - MAX_NAMED
    return ", ".join(names if rest <= 0 else [*names[:MAX_NAMED], f"dan {rest} lainnya"])
