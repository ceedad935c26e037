"""What can happen to a build from outside: it is killed, or another program holds a file open.

An audit hook sees what Python is about to do to files and stops it, so the code under test runs as
it is. Windows refuses to replace, remove or write a file that is held, and to move its folder.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

CHANGES = {"os.rename", "os.mkdir", "os.remove", "os.rmdir", "os.symlink", "shutil.copyfile"}
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT


class Killed(BaseException):
    """The process is gone: from now on it changes nothing, whatever its code still tries."""


class _Events:
    left: int | None = None
    move: Path | None = None
    held: Path | None = None
    installed = False


def _watch(event: str, arguments: tuple) -> None:
    if _Events.left is None and _Events.held is None:
        return
    writes = event == "open" and isinstance(arguments[2], int) and arguments[2] & WRITING
    if event not in CHANGES and not writes:
        return
    if _Events.left is not None:
        moves = event == "os.rename" and Path(os.fsdecode(arguments[0])) == _Events.move
        _Events.left = 0 if moves else _Events.left - 1
        if moves:
            raise Killed
        if _Events.left < 0:
            raise Killed
    if _Events.held is not None and event in ("os.rename", "os.remove", "open"):
        for name in arguments[: 2 if event == "os.rename" else 1]:
            path = Path(os.fsdecode(name)) if isinstance(name, str | bytes | os.PathLike) else None
            inside = event == "os.rename" and path in _Events.held.parents
            if path == _Events.held or inside:
                raise PermissionError(13, "dipakai program lain", str(path))


def _install() -> None:
    if not _Events.installed:
        sys.addaudithook(_watch)
        _Events.installed = True


@contextmanager
def held_open(path: Path) -> Iterator[None]:
    """Have another program hold a file, as Word does on Windows."""
    _install()
    _Events.held = path
    try:
        yield
    finally:
        _Events.held = None


@contextmanager
def killed_after(changes: int, move: Path | None = None) -> Iterator[None]:
    """Have the process be gone after so many changes to files, or when it would move this one."""
    _install()
    _Events.left, _Events.move = changes, move
    try:
        yield
    finally:
        _Events.left = _Events.move = None
