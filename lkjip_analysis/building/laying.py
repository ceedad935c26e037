"""A new result laid over the old one file by file, where its folder cannot be moved as a whole.

On Windows a file that a program holds open cannot be replaced, nor can its folder be moved. The
new file is then laid beside it. Breaking off does no harm: what was to be laid is still there, and
the next command lays it.
"""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from itertools import count
from pathlib import Path

from lkjip_analysis.building.holding import RECORD, names_in, read_holding, write_holding
from lkjip_analysis.building.inputs import hash_file

MOST = 99
"""So many names are tried beside a file."""


def lay(ready: Path, output: Path) -> tuple[list[str], dict[str, str]]:
    """Lay every file of ``ready`` over ``output``; what people put or edited there is kept.

    Returns
    -------
    kept, held
        The names under which people's files are kept; the name of the new file by that of the old
        one which could not be replaced.
    """
    output.mkdir(parents=True, exist_ok=True)
    old, new = read_holding(output), read_holding(ready)
    made = dict(old.berkas) if old else {}
    wanted = {name: hash_file(ready / name) for name in names_in(ready) if name != RECORD}
    known = {*made.values(), *wanted.values()}
    kept: list[str] = []
    held: dict[str, str] = {}

    def free(name: str) -> bool:
        mark = hash_file(output / name)
        return name not in wanted and (not os.path.lexists(output / name) or mark == made.get(name))

    def keep(name: str) -> None:
        mark = hash_file(output / name)
        if mark and mark not in known:
            kept.append(free_name(name, "suntingan" if name in made else "sebelumnya", free))
            shutil.copy2(output / name, output / kept[-1])

    for name, mark in wanted.items():
        if hash_file(output / name) == mark or not (ready / name).is_file():
            continue
        keep(name)
        for above in Path(name).parents[:-1]:
            if (output / above).is_file():  # a file where now a folder is to be
                keep(above.as_posix())
                (output / above).unlink()
        if not _put(ready / name, output / name):
            held[name] = _put_beside(ready / name, output, name, free)
    for name in made.keys() - wanted.keys() - set(held.values()):
        if hash_file(output / name) == made[name]:
            with suppress(PermissionError):
                (output / name).unlink()
    if new:
        beside = {other: wanted[name] for name, other in held.items()}
        still = {name: made.get(name, "") for name in held}
        write_holding(output, replace(new, berkas={**new.berkas, **still, **beside}))
    return kept, held


def _put(source: Path, target: Path) -> bool:
    """Put a file in the place of another in one go; not where a program holds that one."""
    if os.path.lexists(target) and not hash_file(target):
        return False
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_name(f".{target.name}-baru")
    shutil.copy2(source, part)
    try:
        part.replace(target)
    except PermissionError:
        part.unlink()
        return False
    return True


def _put_beside(source: Path, output: Path, name: str, free: Callable[[str], bool]) -> str:
    mark = hash_file(source)
    for number in range(1, MOST):
        other = beside(name, "baru", number)
        if hash_file(output / other) == mark or (free(other) and _put(source, output / other)):
            return other
    raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(output / name))


def free_name(name: str, word: str, free: Callable[[str], bool]) -> str:
    """Give the first name beside another, with a word that says what it is, that is free."""
    return next(other for number in count(1) if free(other := beside(name, word, number)))


def beside(name: str, word: str, number: int = 1) -> str:
    """Give a name beside another, with a word that says what it is.

    >>> beside("a/lkjip.docx", "suntingan"), beside("a/lkjip.docx", "suntingan", 2)
    ('a/lkjip-suntingan.docx', 'a/lkjip-suntingan-2.docx')
    """
    path, last = Path(name), f"-{number}" if number > 1 else ""
    return path.with_name(f"{path.stem}-{word}{last}{path.suffix}").as_posix()
