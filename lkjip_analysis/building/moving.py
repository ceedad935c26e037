"""The whole result moved into place of the old one, which is never lost.

A move takes two renames. Before the first one a note in ``build/.pindah`` names the output, so that
the next command, whatever it is, puts things right where a build was killed in between. Nothing is
imported here that a command would have to wait for.
"""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from lkjip_analysis import paths
from lkjip_analysis.exceptions import LkjipError


@contextmanager
def replacing(output: Path) -> Iterator[Path]:
    """Give an empty folder to fill; when the block is done it stands in the place of ``output``.

    If the block or the move fails, ``output`` is what it was before.
    """
    fresh, old = _new(output), _old(output)
    note = _notes() / hashlib.sha256(str(output).encode()).hexdigest()[:16]
    note.parent.mkdir(parents=True, exist_ok=True)
    note.write_text(str(output), encoding="utf-8")
    output.parent.mkdir(parents=True, exist_ok=True)
    put_right(output)
    fresh.mkdir()
    try:
        yield fresh
        try:
            if output.exists():
                output.rename(old)
            fresh.rename(output)
        except OSError as error:  # on Windows a file that is open holds its folder
            raise LkjipError(
                f"Folder hasil {output} tidak dapat diganti ({error.strerror}).\n"
                "  perbaikan : tutup berkas laporan yang terbuka (Word, PDF, Explorer), lalu ulangi"
            ) from None
    finally:
        put_right(output)
        note.unlink(missing_ok=True)


def put_right(output: Path) -> bool:
    """End a move that was broken off: the old result back if there is no other; no leftovers.

    Returns
    -------
    bool
        Whether the old result was put back.
    """
    old = _old(output)
    back = old.exists() and not output.exists()
    if back:
        old.rename(output)
    for leftover in (old, _new(output)):
        shutil.rmtree(leftover, ignore_errors=True)
    return back


def put_all_right() -> list[Path]:
    """End every move that a killed build broke off; give the results that were put back."""
    with suppress(FileNotFoundError):
        if notes := sorted(_notes().iterdir()):
            return [output for note in notes if (output := _put_right_by(note))]
    return []


def _put_right_by(note: Path) -> Path | None:
    from lkjip_analysis.building.alone import (
        only_one,  # its import costs time, and is seldom needed
    )

    output = Path(note.read_text(encoding="utf-8"))
    with suppress(LkjipError), only_one(f"hasil {output}", "sedang ditulis"):
        back = put_right(output)
        note.unlink(missing_ok=True)
        return output if back else None
    return None


def _notes() -> Path:
    return paths.BUILD / ".pindah"


def _old(output: Path) -> Path:
    return output.with_name(f".{output.name}-lama")


def _new(output: Path) -> Path:
    return output.with_name(f".{output.name}-baru")
