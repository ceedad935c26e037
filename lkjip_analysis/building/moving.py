"""The whole result moved into place of the old one, which is never lost.

A move takes two renames. Before the first one a note in ``build/.pindah`` names the output, so that
the next command, whatever it is, puts things right where a build was killed in between. Where the
folder cannot be moved (on Windows a file that is open holds it), its files are replaced one by one.
Nothing is imported here that a command would have to wait for.
"""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable, Mapping
from contextlib import suppress
from itertools import count
from pathlib import Path
from stat import S_ISDIR
from typing import TYPE_CHECKING

from lkjip_analysis import paths
from lkjip_analysis.exceptions import LkjipError

if TYPE_CHECKING:
    from lkjip_analysis.building.holding import Holding
    from lkjip_analysis.building.laying import Laying


def put_in_place(
    output: Path, fill: Callable[[Path], object], before: Holding | None, *, whole: bool = True
) -> Laying:
    """Put what ``fill`` writes into an empty folder in the place of an old result.

    If filling fails, ``output`` is what it was before.

    Parameters
    ----------
    before
        What the program made of the old result.
    whole
        In one move if possible; else file by file.
    """
    from lkjip_analysis.building.laying import Laying, beside

    note = _notes() / hashlib.sha256(str(output).encode()).hexdigest()[:16]
    note.parent.mkdir(parents=True, exist_ok=True)
    note.write_text(str(output), encoding="utf-8")
    output.parent.mkdir(parents=True, exist_ok=True)
    put_right(output)
    ready, fresh, direct = (_aside(output, word) for word in ("isi", "baru", "siap"))
    ready.mkdir()
    kept = []
    if before is None and output.is_dir() and any(output.iterdir()):  # nobody knows whose it is
        others = (beside("hasil", "sebelumnya", number) for number in count(1))
        kept.append(next(f"{other}/" for other in others if not (output / other).exists()))
    try:
        fill(ready)
        try:
            seen = _state(output)
            if whole and _copied(output, fresh.joinpath(*kept)):
                laid = Laying(ready, fresh, before, kept).lay()
                if _moved(fresh, output, seen):
                    return laid
            ready.rename(direct)
            return _laid(Laying(direct, output, before))
        except PermissionError as error:
            raise LkjipError(
                f"Folder hasil {output} tidak dapat diganti ({error.strerror}).\n"
                "  perbaikan : tutup berkas laporan yang terbuka (Word, PDF, Explorer), lalu ulangi"
            ) from None
    finally:
        if not direct.exists():  # else the next command goes on with it
            put_right(output)
            note.unlink(missing_ok=True)


def _copied(output: Path, fresh: Path) -> bool:
    """Copy all that lies in an old result; whether it could all be read."""
    fresh.mkdir(parents=True)
    try:
        for path in sorted(output.rglob("*")):
            target = fresh / path.relative_to(output)
            if path.is_dir() and not path.is_symlink():
                target.mkdir()
            elif not path.name.startswith("~$"):
                shutil.copy2(path, target, follow_symlinks=False)
    except PermissionError:
        return False
    return True


def _state(folder: Path) -> dict[str, tuple[int, int]]:
    """Know by size and time which files lie there."""
    found = (path for path in folder.rglob("*") if not path.name.startswith("~$"))
    files = {path.relative_to(folder).as_posix(): path.lstat() for path in found}
    return {name: (s.st_size, s.st_mtime_ns) for name, s in files.items() if not S_ISDIR(s.st_mode)}


def _moved(fresh: Path, output: Path, seen: Mapping[str, tuple[int, int]]) -> bool:
    """Move a new result into place as a whole; not where the system refuses.

    Nor where people have saved something there since it was ``seen``.
    """
    old, away = _aside(output, "lama"), False
    try:
        if output.exists():
            output.rename(old)
            away = True
        if not away or _state(old) == seen:
            fresh.rename(output)
            return True
    except OSError:
        pass
    if away:
        old.rename(output)
    return False


def _laid(laying: Laying) -> Laying:
    """Lay it to the end, then let go of it in one move."""
    laying.lay()
    shutil.rmtree(_aside(laying.output, "baru"), ignore_errors=True)
    laying.ready.rename(_aside(laying.output, "baru"))
    return laying


def put_right(output: Path) -> str:
    """End a move that was broken off, without leftovers.

    The old result is put back if the new one is not in its place; one whose files were being laid
    over it is laid to the end.

    Returns
    -------
    str
        What was done, blank if nothing.
    """
    fresh, old, direct = (_aside(output, word) for word in ("baru", "lama", "siap"))
    done = ""
    if old.exists() and (fresh.exists() or not output.exists()):
        if output.exists():  # somebody made it meanwhile
            others = (output.with_name(f"{output.name}-sebelumnya-{n}") for n in count(1))
            output.rename(next(other for other in others if not other.exists()))
        old.rename(output)
        done = "hasil lama dikembalikan"
    elif direct.exists():
        from lkjip_analysis.building.holding import read_holding
        from lkjip_analysis.building.laying import Laying

        _laid(Laying(direct, output, read_holding(output)))
        done = "hasil baru diselesaikan"
    elif old.exists():  # broken off before anybody was told what was kept
        from lkjip_analysis.building.holding import RECORD, read_holding

        held = read_holding(output)
        known = {RECORD, *_state(old), *(held.berkas if held else ())}
        kept = sorted({*_state(output)} - known)
        done = f"suntingan Anda disimpan sebagai {', '.join(kept)}" if kept else ""
    for leftover in (old, fresh, _aside(output, "isi")):
        shutil.rmtree(leftover, ignore_errors=True)
    return done


def put_all_right() -> list[str]:
    """End every move that a killed build broke off; say what was done."""
    with suppress(FileNotFoundError):
        if notes := sorted(_notes().iterdir()):
            return [done for note in notes if (done := _put_right_by(note))]
    return []


def _put_right_by(note: Path) -> str:
    # its import costs time, and is seldom needed
    from lkjip_analysis.building.alone import writing_to

    output = Path(note.read_text(encoding="utf-8"))
    with suppress(LkjipError, OSError), writing_to(output):
        done = put_right(output)
        note.unlink(missing_ok=True)
        return f"{done}: {output}" if done else ""
    return ""


def _notes() -> Path:
    return paths.BUILD / ".pindah"


def _aside(output: Path, word: str) -> Path:
    return output.with_name(f".{output.name}-{word}")
