"""A data folder brought to today's form: shown first, then laid file by file, the old kept."""

from __future__ import annotations

import difflib
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lkjip_analysis.data.files import available_years, need_folder
from lkjip_analysis.data.skema import CONTENT, FILE, SKEMA, check_version, version_of
from lkjip_analysis.data.writing import write_whole
from lkjip_analysis.exceptions import CallError
from lkjip_analysis.exchange.migrations import MIGRATIONS
from lkjip_analysis.exchange.updated_project import free_name

Files = dict[str, bytes]
KEPT = ".sebelum-impor"
"""Folder of what an import replaces, in the unit's data."""


@dataclass(frozen=True)
class Renewal:
    """What changes in a data folder: files before and after, and what does not come along.

    ``simpanan`` is the folder in it that keeps what is replaced; without ``beda`` the notes tell
    the changes, else the lines that differ do. ``sesudah`` is what is left to do then.
    """

    root: Path
    before: Files
    after: Files
    catatan: tuple[str, ...]
    simpanan: str = f".sebelum-skema-{SKEMA}"
    beda: bool = True
    sesudah: str = ""

    def shown(self) -> Iterator[str]:
        """Tell the changes, line by line."""
        yield from self.catatan
        for name, content in self.after.items() if self.beda else ():
            old, new = (_lines(side) for side in (self.before.get(name, b""), content))
            diff = difflib.unified_diff(
                old, new, f"{name} (lama)", f"{name} (baru)", n=0, lineterm=""
            )
            yield from diff

    def apply(self) -> Path | None:
        """Write the files, each a whole one; give the folder that keeps those replaced."""
        kept = self.root / self.simpanan
        for name, content in self.before.items():
            write_whole(free_name(kept / name, content), content)
        for name, content in self.after.items():
            write_whole(self.root / name, content)
        return kept if self.before else None


def plan_renewal(root: Path) -> Renewal:
    """Find out what brings a folder to today's form, and change nothing."""
    need_folder(root)
    if not available_years(root):
        raise CallError(
            f"Tidak ada folder tahun di {root}.\n  perbaikan : sebut folder data satu unit (--data)"
        )
    if version_of(root) > SKEMA:
        check_version(root)
    old = _files(root)
    with tempfile.TemporaryDirectory() as workshop:
        copy = Path(workshop) / root.name
        for name, content in {**old, FILE: CONTENT}.items():
            write_whole(copy / name, content)
        notes = [note for migrate in MIGRATIONS for note in migrate(copy)]
        new = _files(copy)
    after = {name: content for name, content in new.items() if old.get(name) != content}
    before = {name: old[name] for name in after if name in old}
    return Renewal(root, before, after, tuple(notes))


def _files(root: Path) -> Files:
    """Read what says the form of a folder: ``.skema``, and every table; the versions last."""
    folders = [root, *(root / str(year) for year in available_years(root))]
    tables = sorted(path for folder in folders for path in folder.glob("*.csv") if path.is_file())
    own = [path for path in (root / FILE,) if path.is_file()]
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in (*tables, *own)}


def _lines(content: bytes) -> list[str]:
    return content.decode("utf-8-sig", "replace").splitlines()
