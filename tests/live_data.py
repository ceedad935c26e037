"""Which files of the report's own data a test opens: a program test must open none.

A fork has its own ``data/``; only ``tests/laporan`` speaks of ours. What a child process opens is
not seen.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from lkjip_analysis.paths import DATA, DICTIONARY

FREE = frozenset(("laporan", "test_stored.py"))
"""What of ``tests/`` may read the data that lie here; all else must make do with its own."""

_opened: set[str] = set()


def watch() -> None:
    """Note from now on what is opened below ``data/``, but for the dictionary made by program."""
    folder, dictionary = f"{DATA}{os.sep}", str(DICTIONARY)

    def note(event: str, arguments: tuple[object, ...]) -> None:
        if event == "open" and isinstance(arguments[0], str | os.PathLike):
            path = os.fspath(arguments[0])
            if isinstance(path, str) and path.startswith(folder) and path != dictionary:
                _opened.add(path)

    sys.addaudithook(note)


def take_opened() -> list[str]:
    """List what was opened since the last call."""
    opened = sorted(_opened)
    _opened.clear()
    return opened


def is_bound(test: Path) -> bool:
    """Say whether the test may not read the data that lie here."""
    return test.relative_to(Path(__file__).parents[1]).parts[:2][-1] not in FREE
