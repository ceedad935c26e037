"""Where finished files go: the whole moved into place of the old result, which is never lost.

A move takes two renames. Before the first one a note in ``build/.pindah`` names the output, so that
the next command, whatever it is, puts things right where a build was killed in between.
"""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path

from lkjip_analysis import paths
from lkjip_analysis.building.figures import RESULTS_FILE
from lkjip_analysis.building.inputs import hash_file
from lkjip_analysis.exceptions import CallError, LkjipError
from lkjip_analysis.rendering.yaml_text import read_yaml


def main_files(book: Path, formats: Sequence[str]) -> list[str]:
    """Name the file to open of each format."""
    config = read_yaml((book / "_quarto.yml").read_text(encoding="utf-8"))
    stem = config["book"]["output-file"]
    return ["index.html" if form == "html" else f"{stem}.{form}" for form in formats]


def refuse_to_overwrite(output: Path, data: Path) -> None:
    """Refuse a place for the results where something else would be lost."""
    reason = ""
    kept = (data, paths.PROJECT)
    if any(output == folder or output in folder.parents for folder in kept):
        reason = "memuat data atau program ini"
    elif data in output.parents:
        reason = "berada di dalam folder data"
    elif output.exists() and not output.is_dir():
        reason = "ternyata sebuah berkas"
    elif output.is_dir() and any(output.iterdir()) and not (output / RESULTS_FILE).exists():
        reason = "sudah berisi berkas yang bukan hasil pembuatan laporan"
    if reason:
        raise CallError(
            f"Folder hasil {output} {reason}, jadi tidak ditimpa.\n"
            "  perbaikan : pilih folder baru atau kosong dengan --output"
        )


def keep_own_files(output: Path, fresh: Path, made: Mapping[str, str]) -> list[str]:
    """Take along what people put beside the results, and the Word file they edited there.

    Parameters
    ----------
    made
        Names of the earlier result's files with their hashes; without these nothing can be told.

    Returns
    -------
    list[str]
        The new names of edited Word files.
    """
    edited = []
    for path in sorted(output.rglob("*")) if made else ():
        name = path.relative_to(output).as_posix()
        if not path.is_file() or path.name.startswith("~$"):
            continue
        target = fresh / name
        if name in made:
            if path.suffix != ".docx" or hash_file(path) == made[name]:
                continue
            target = _free_name(output, fresh, f"{path.stem}-suntingan")
            edited.append(target.name)
        if not target.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(path, target)
    return edited


def _free_name(output: Path, fresh: Path, stem: str) -> Path:
    names = (f"{stem}{f'-{n}' if n > 1 else ''}.docx" for n in count(1))
    return next(
        fresh / name
        for name in names
        if not (output / name).exists() and not (fresh / name).exists()
    )


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
