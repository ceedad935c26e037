"""A note of each build in ``build/catatan/``: what ran, how long it took, what it warned of.

One small file a run, written when the build begins and once more when it ends. So builds at the
same time do not disturb each other, and one that was killed is there as what it is: still running
at its last step. Only the last ones are kept.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import Any

from lkjip_analysis import paths
from lkjip_analysis.building.request import Request
from lkjip_analysis.data.writing import write_whole
from lkjip_analysis.exceptions import LkjipError

KEPT = 100
"""So many runs are kept."""


class Run:
    """The note of one build, used as a context around it.

    Parameters
    ----------
    request
        What is built.
    made_by
        The program and the commit that build it.
    progress
        Is told each step that begins, as ``step`` is.
    """

    def __init__(self, request: Request, made_by: str, progress: Callable[[str], None]) -> None:
        began = dt.datetime.now().astimezone()
        self._path = paths.BUILD / "catatan" / f"{began:%Y-%m-%dT%H.%M.%S.%f}-{os.getpid()}.json"
        self._progress = progress
        self._began = self._step_began = time.monotonic()
        self._step = ""
        self._seconds: dict[str, float | None] = {}
        self._note: dict[str, Any] = {
            "mulai": began.isoformat(timespec="seconds"),
            "status": "berjalan",
            "asal": made_by,
            "tahun": request.tahun,
            "data": str(request.data),
            "hasil": str(request.output),
            "format": request.formats,
            "langkah": self._seconds,
        }

    def __enter__(self) -> Run:
        """Begin the note; forget the oldest ones."""
        for old in sorted(self._path.parent.glob("*.json"))[: 1 - KEPT]:
            with suppress(OSError):  # held open, or gone already
                old.unlink()
        self._write()
        return self

    def step(self, name: str) -> None:
        """Note that a step begins, and how long the one before took."""
        self._end_step()
        self._step, self._seconds[name] = name, None
        self._write()
        self._progress(name)

    def done(self, skipped: Iterable[str], warnings: Iterable[str]) -> None:
        """Note what an ended build had no need to do, and what it warns of."""
        ended = {"dilewati": list(skipped), "peringatan": list(warnings)}
        self._note |= {"status": "selesai"} | ended

    def __exit__(self, _: object, error: BaseException | None, __: object) -> None:
        """End the note, with the fault if there was one."""
        self._end_step()
        self._note["detik"] = round(time.monotonic() - self._began, 3)
        if error is not None:
            stopped = isinstance(error, KeyboardInterrupt)
            said = str(error) if isinstance(error, LkjipError) else repr(error)
            self._note |= {"status": "dihentikan" if stopped else "gagal", "galat": said}
        self._write()

    def _end_step(self) -> None:
        now = time.monotonic()
        if self._step:
            self._seconds[self._step] = round(now - self._step_began, 3)
        self._step_began = now

    def _write(self) -> None:
        """Write the note in one move; a build is not to fail for want of it."""
        text = json.dumps(self._note, ensure_ascii=False, indent=1)
        with suppress(OSError):
            write_whole(self._path, text.encode())
