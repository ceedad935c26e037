"""What of an old result is people's own, and where it goes in the new one."""

from __future__ import annotations

import os
import shutil
from collections.abc import Collection
from pathlib import Path

from lkjip_analysis.building.holding import RECORD, Holding, format_of, names_in
from lkjip_analysis.building.inputs import hash_file
from lkjip_analysis.building.laying import free_name


class Theirs:
    """What is taken along from the old result into the new one.

    Parameters
    ----------
    output, fresh
        Folder of the old result and of the new one.
    before
        What the program made of the old one; without it everything is kept in a folder of its own.
    formats
        Formats that are made anew; the files of the others stay.
    """

    def __init__(
        self, output: Path, fresh: Path, before: Holding | None, formats: Collection[str]
    ) -> None:
        self.output, self.fresh, self.before, self.formats = output, fresh, before, formats
        self.kept: list[str] = []
        """New names of what people put or edited where the new result has a file."""
        self.stay: dict[str, str] = {}
        """Files of other formats, with the hashes they were made with."""

    def taken_along(self) -> bool:
        """Copy it all; whether all of it could be read."""
        if self.before is None and self.output.is_dir() and any(self.output.iterdir()):
            self.kept.append(f"{free_name('hasil', 'sebelumnya', self._free)}/")
        readable = True
        for name in names_in(self.output):
            if name == RECORD or name.rpartition("/")[2].startswith("~$"):
                continue
            try:
                self._take(name, self._new_name(name))
            except PermissionError:
                readable = False
        return readable

    def _new_name(self, name: str) -> str:
        """Say how a file is called from now on; blank for what the new result replaces."""
        if self.before is None:
            return self.kept[0] + name
        mark, made = hash_file(self.output / name), self.before.berkas.get(name)
        if made is not None and format_of(name) not in self.formats:
            self.stay[name] = made
            return name
        if mark and mark in (made, hash_file(self.fresh / name)):
            return ""
        if made is None and self._fits(name):
            return name
        word = "sebelumnya" if made is None else "suntingan"
        base = name.rpartition("/")[2] if self._blocked(name) else name
        self.kept.append(free_name(base, word, self._free))
        return self.kept[-1]

    def _take(self, name: str, new_name: str) -> None:
        path, target = self.output / name, self.fresh / new_name
        if not new_name:
            return
        target.parent.mkdir(parents=True, exist_ok=True)
        if path.is_dir() and not path.is_symlink():
            target.mkdir()
        else:
            shutil.copy2(path, target, follow_symlinks=False)

    def _blocked(self, name: str) -> bool:
        """Whether the new result has a file where this name has a folder."""
        return any(map(Path.is_file, (self.fresh / name).parents))

    def _fits(self, name: str) -> bool:
        return not os.path.lexists(self.fresh / name) and not self._blocked(name)

    def _free(self, name: str) -> bool:
        return self._fits(name) and not os.path.lexists(self.output / name)
