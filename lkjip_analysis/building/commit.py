"""Which program and which commit of the project make a report, as far as git knows."""

from __future__ import annotations

import subprocess
from contextlib import suppress
from pathlib import Path

from lkjip_analysis import __version__, paths

SOURCES = ("_quarto*.yml", "index.qmd", "report", "notebooks", "_extensions", "lkjip_analysis")
"""What of the project decides about a report, beside the data."""

CHANGED = "dengan perubahan yang belum dicatat"


def program_and_commit(data: Path) -> str:
    """Name the program, its version and the commit of the project."""
    commit = commit_of(data)
    return f"lkjip-analysis {__version__}" + (f", komit {commit}" if commit else "")


def commit_of(data: Path) -> str:
    """Name the commit that is checked out, and whether sources or these data differ from it.

    Blank where the project is no git repository of its own (a copied folder, or one that lies in
    another's repository), or git is not there or refuses.
    """
    project = paths.PROJECT
    if not (project / ".git").exists():
        return ""
    places = [*SOURCES, str(data)] if project in data.parents else SOURCES
    git = ("git", "--no-optional-locks", "-C", str(project))
    with suppress(OSError, subprocess.SubprocessError):
        said = subprocess.run(
            [*git, "status", "--porcelain=v2", "--branch", "--", *places],
            capture_output=True,
            timeout=10,
            check=True,
        ).stdout.decode(errors="replace")
        lines = said.splitlines()
        known = [line.split()[-1] for line in lines if line.startswith("# branch.oid ")]
        changed = any(not line.startswith("#") for line in lines)
        if known and known[0] != "(initial)":
            return f"{known[0]} {CHANGED}" if changed else known[0]
    return ""
