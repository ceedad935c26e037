"""One process at a time: locks that the system frees, however their holder ends."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from lkjip_analysis import paths
from lkjip_analysis.exceptions import LkjipError

BUSY = "oleh proses lain.\n  perbaikan : tunggu sampai selesai, lalu ulangi"


@contextmanager
def only_one(what: str, message: str) -> Iterator[None]:
    """Hold a lock as long as the block runs.

    Parameters
    ----------
    what
        Names the thing that only one process may work on.
    message
        What to tell where another process holds it.
    """
    folder = paths.BUILD / ".kunci"
    folder.mkdir(parents=True, exist_ok=True)
    lock = FileLock(folder / hashlib.sha256(what.encode()).hexdigest()[:16], timeout=0)
    try:
        lock.acquire()
    except Timeout:
        raise LkjipError(message) from None
    try:
        yield
    finally:
        lock.release()


def writing_to(output: Path) -> AbstractContextManager[None]:
    """Have no other process write to a folder of results, or put it right."""
    busy = f"Folder hasil {output} sedang ditulis {BUSY}"
    return only_one(f"hasil {output}", busy)
