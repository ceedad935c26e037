"""The whole result moved into place of the old one, which is never lost.

A move takes two renames. Before the first one a note in ``build/.pindah`` names the output, so that
the next command, whatever it is, puts things right where a build was killed in between. Where the
folder cannot be moved (on Windows a file that is open holds it), its files are replaced one by one.
Nothing is imported here that a command would have to wait for.
"""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from lkjip_analysis import paths
from lkjip_analysis.exceptions import LkjipError


@dataclass
class Fresh:
    """A folder to fill with the new result.

    Where ``whole`` is false its files are laid over the old ones one by one; ``kept`` and ``held``
    then say what ``laying.lay`` says.
    """

    folder: Path
    whole: bool = True
    kept: list[str] = field(default_factory=list)
    held: dict[str, str] = field(default_factory=dict)


@contextmanager
def replacing(output: Path) -> Iterator[Fresh]:
    """Give an empty folder to fill; when the block is done it stands in the place of ``output``.

    If the block fails, ``output`` is what it was before.
    """
    new = Fresh(_aside(output, "baru"))
    note = _notes() / hashlib.sha256(str(output).encode()).hexdigest()[:16]
    note.parent.mkdir(parents=True, exist_ok=True)
    note.write_text(str(output), encoding="utf-8")
    output.parent.mkdir(parents=True, exist_ok=True)
    put_right(output)
    new.folder.mkdir()
    try:
        yield new
        try:
            if not (new.whole and _moved(new.folder, output)):
                ready = new.folder.rename(_aside(output, "siap"))
                new.kept, new.held = _laid(ready, output)
        except PermissionError as error:
            raise LkjipError(
                f"Folder hasil {output} tidak dapat diganti ({error.strerror}).\n"
                "  perbaikan : tutup berkas laporan yang terbuka (Word, PDF, Explorer), lalu ulangi"
            ) from None
    finally:
        if not _aside(output, "siap").exists():  # else the next command goes on with it
            put_right(output)
            note.unlink(missing_ok=True)


def _moved(fresh: Path, output: Path) -> bool:
    """Move a new result into place as a whole; not where the system refuses."""
    old, away = _aside(output, "lama"), False
    try:
        if output.exists():
            output.rename(old)
            away = True
        fresh.rename(output)
    except OSError:
        if away:
            old.rename(output)
        return False
    return True


def _laid(ready: Path, output: Path) -> tuple[list[str], dict[str, str]]:
    from lkjip_analysis.building.laying import lay  # seldom needed

    found = lay(ready, output)
    shutil.rmtree(ready.rename(_aside(output, "baru")), ignore_errors=True)
    return found


def put_right(output: Path) -> str:
    """End a move that was broken off, without leftovers.

    The old result is put back if the new one is not in its place; one whose files were being laid
    over it is laid to the end.

    Returns
    -------
    str
        What was done, blank if nothing.
    """
    fresh, old, ready = (_aside(output, word) for word in ("baru", "lama", "siap"))
    done = ""
    if old.exists() and (fresh.exists() or not output.exists()):
        if output.exists():  # somebody made it meanwhile
            others = (output.with_name(f"{output.name}-sebelumnya-{n}") for n in count(1))
            output.rename(next(other for other in others if not other.exists()))
        old.rename(output)
        done = "hasil lama dikembalikan"
    elif ready.exists():
        _laid(ready, output)
        done = "hasil baru diselesaikan"
    for leftover in (old, fresh):
        shutil.rmtree(leftover, ignore_errors=True)
    return done


def put_all_right() -> list[str]:
    """End every move that a killed build broke off; say what was done."""
    with suppress(FileNotFoundError):
        if notes := sorted(_notes().iterdir()):
            return [done for note in notes if (done := _put_right_by(note))]
    return []


def _put_right_by(note: Path) -> str:
    from lkjip_analysis.building.alone import (
        only_one,  # its import costs time, and is seldom needed
    )

    output = Path(note.read_text(encoding="utf-8"))
    with suppress(LkjipError, OSError), only_one(f"hasil {output}", "sedang ditulis"):
        done = put_right(output)
        note.unlink(missing_ok=True)
        return f"{done}: {output}" if done else ""
    return ""


def _notes() -> Path:
    return paths.BUILD / ".pindah"


def _aside(output: Path, word: str) -> Path:
    return output.with_name(f".{output.name}-{word}")
