"""A data folder brought to today's form."""

from __future__ import annotations

import tempfile
from pathlib import Path

from lkjip_analysis.data.files import available_years, need_folder
from lkjip_analysis.data.skema import CONTENT, FILE, SKEMA, check_version, version_of
from lkjip_analysis.data.writing import write_files
from lkjip_analysis.exceptions import CallError
from lkjip_analysis.exchange.migrations import MIGRATIONS
from lkjip_analysis.exchange.proposal import Files, Proposal


def plan_renewal(root: Path) -> Proposal:
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
        copy = write_files(Path(workshop) / root.name, {**old, FILE: CONTENT})
        notes = [note for migrate in MIGRATIONS for note in migrate(copy)]
        new = _files(copy)
    after = {name: content for name, content in new.items() if old.get(name) != content}
    return Proposal(root, after, tuple(notes), f".sebelum-skema-{SKEMA}")


def _files(root: Path) -> Files:
    """Read what says the form of a folder: ``.skema``, and every table; the versions last."""
    folders = [root, *(root / str(year) for year in available_years(root))]
    tables = sorted(path for folder in folders for path in folder.glob("*.csv") if path.is_file())
    own = [path for path in (root / FILE,) if path.is_file()]
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in (*tables, *own)}
