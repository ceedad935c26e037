"""A new result laid over an old one, file by file; what people put or edited there is kept.

Mostly the old one is a copy that is then moved into place as a whole. Where that cannot be (on
Windows a file that a program holds open cannot be replaced, nor can its folder be moved) it is the
output itself, and the new file is laid beside the held one. Breaking off does no harm then: what
was to be laid is still there, and the next command lays it.
"""

from __future__ import annotations

import errno
import os
import shutil
from dataclasses import dataclass, field, replace
from itertools import count
from pathlib import Path

from lkjip_analysis.building.holding import SAID, Holding, format_of, read_holding, write_holding
from lkjip_analysis.building.inputs import hash_file


@dataclass
class Laying:
    """Lays what is in ``ready`` over ``output``, of which the program once made ``old``.

    ``kept`` names people's files, ``held`` the new file by the old one that is held open.
    """

    ready: Path
    output: Path
    old: Holding | None
    kept: list[str] = field(default_factory=list)
    held: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Know what was made and what is to be there."""
        self.made = dict(self.old.berkas) if self.old else {}
        files = [path for path in sorted(self.ready.rglob("*")) if path.is_file()]
        names = {path.relative_to(self.ready).as_posix(): path for path in files}
        self.wanted = {n: hash_file(path) for n, path in names.items() if n not in SAID}

    def lay(self) -> Laying:
        """Do it; formats that are not made anew stay, what is no longer made goes."""
        self.output.mkdir(parents=True, exist_ok=True)
        for name, mark in self.wanted.items():
            if hash_file(self.output / name) != mark:
                self._lay(name)
        if new := read_holding(self.ready):
            self._say(new)
        return self

    def _say(self, new: Holding) -> None:
        """Drop what is no longer made, and write down what lies there now."""
        old = self.old if self.old and self.old.is_of(new, self.output) else None
        staying = old.dibuat_dari.keys() - new.dibuat_dari.keys() if old else set()
        rest = {n for n in self.made.keys() - self.wanted.keys() if (self.output / n).exists()}
        rest -= set(self.held.values())
        files, sources = dict(new.berkas), dict(new.dibuat_dari)
        for name in rest:
            form = format_of(name)
            if old and form in staying:
                files[name], sources[form] = self.made[name], old.dibuat_dari[form]
            elif hash_file(self.output / name) == self.made[name]:
                try:
                    (self.output / name).unlink()
                except PermissionError:
                    files[name] = self.made[name]  # goes with the next build
        for name, other in self.held.items():
            files |= {name: self.made.get(name, ""), other: self.wanted[name]}
        write_holding(self.output, replace(new, berkas=files, dibuat_dari=sources))

    def _lay(self, name: str) -> None:
        for above in reversed(Path(name).parents[:-1]):
            if (self.output / above).is_file():  # a file where now a folder is to be
                self._keep(above.as_posix())
                (self.output / above).unlink()
        self._keep(name)
        if not self._put(name, name):
            tried = (beside(name, "baru", number) for number in range(1, 99))
            put = (other for other in tried if self._free(other) and self._put(name, other))
            self.held[name] = next(put, "")
            if not self.held[name]:
                raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(self.output))

    def _keep(self, name: str) -> None:
        """Copy what people wrote to a free name beside."""
        mark = hash_file(self.output / name)
        if not mark or mark == self.made.get(name) or mark in self.wanted.values():
            return
        word = "suntingan" if name in self.made else "sebelumnya"
        others = (beside(name, word, number) for number in count(1))
        self.kept.append(next(o for o in others if not os.path.lexists(self.output / o)))
        shutil.copy2(self.output / name, self.output / self.kept[-1])

    def _free(self, name: str) -> bool:
        path = self.output / name
        ours = hash_file(path) in (self.made.get(name), *self.wanted.values())
        return name not in self.wanted and (ours or not os.path.lexists(path))

    def _put(self, name: str, other: str) -> bool:
        """Put a file there in one go; not where a program holds one, or people have a folder."""
        source, target = self.ready / name, self.output / other
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


def beside(name: str, word: str, number: int = 1) -> str:
    """Give a name beside another, with a word that says what it is.

    >>> beside("a/lkjip.docx", "suntingan"), beside("a/lkjip.docx", "suntingan", 2)
    ('a/lkjip-suntingan.docx', 'a/lkjip-suntingan-2.docx')
    """
    path, last = Path(name), f"-{number}" if number > 1 else ""
    return path.with_name(f"{path.stem}-{word}{last}{path.suffix}").as_posix()
