"""What a command would write: shown first, then laid file by file, what is replaced kept."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from lkjip_analysis.data.writing import write_files, write_whole

Files = Mapping[str, bytes]
KEPT = ".sebelum-impor"
"""Folder of what an import replaces, in the unit's data."""


@dataclass(frozen=True)
class Proposal:
    """The files that change in a folder, and what is told of it.

    ``simpanan`` is the folder in it that keeps what is replaced (blank: nothing is kept); without
    ``beda`` the notes tell the changes, else the lines that differ do. ``sesudah`` is what is left
    to do then.
    """

    root: Path
    after: Files = field(default_factory=dict)
    catatan: tuple[str, ...] = ()
    simpanan: str = KEPT
    beda: bool = True
    sesudah: str = ""

    def shown(self) -> Iterator[str]:
        """Tell the changes, line by line."""
        yield from self.catatan
        for name, content in self.after.items() if self.beda else ():
            old, new = (side.decode("utf-8-sig", "replace") for side in (self._now(name), content))
            heads = f"{name} (lama)", f"{name} (baru)"
            yield from difflib.unified_diff(
                old.splitlines(), new.splitlines(), *heads, n=0, lineterm=""
            )

    def apply(self) -> Path | None:
        """Write the files, each a whole one; give the folder that keeps those replaced."""
        kept = self.root / self.simpanan
        old = [name for name in self.after if self.simpanan and (self.root / name).exists()]
        for name in old:
            content = self._now(name)
            write_whole(free_name(kept / name, content), content)
        write_files(self.root, self.after)
        return kept if old else None

    def _now(self, name: str) -> bytes:
        path = self.root / name
        return path.read_bytes() if path.is_file() else b""


def listed(
    title: str, told: Iterable[str | Sequence[str]], most: int | None = None
) -> Iterator[str]:
    """Tell entries under their title and number, each in its lines, the first ones of many.

    >>> list(listed("Diisi", ["a", ["b", "lama: c"], "d"], most=2))
    ['Diisi (3):', '  a', '  b', '    lama: c', '  dan 1 lainnya']
    """
    entries = [[one] if isinstance(one, str) else one for one in told]
    if entries:
        yield f"{title} ({len(entries)}):"
    for first, *others in entries[:most]:
        yield f"  {first}"
        yield from (f"    {line}" for line in others)
    if most is not None and len(entries) > most:
        yield f"  dan {len(entries) - most} lainnya"


def free_name(path: Path, content: bytes) -> Path:
    """Give the name, or the first one with a number after it that holds nothing else."""
    names = (path.with_name(f"{path.name}{n if n > 1 else ''}") for n in count(1))
    return next(name for name in names if not name.exists() or name.read_bytes() == content)
