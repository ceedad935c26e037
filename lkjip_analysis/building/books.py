"""The books of a project, as Quarto's profiles name them: what all share, and what is each one's.

``_quarto.yml`` holds what all share, ``_quarto-laporan.yml`` (LKjIP) and ``_quarto-reviu.yml``
(Berkas Reviu, the reviewer's file) hold title and chapters. A staged book has one plain
``_quarto.yml``, merged here as Quarto merges: maps key by key, lists one after the other.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from lkjip_analysis.building.request import PROFILES, REPORT
from lkjip_analysis.exceptions import LkjipError
from lkjip_analysis.paths import CONFIG
from lkjip_analysis.rendering.yaml_text import read_yaml

LISTS = ("chapters", "appendices")


class StagingError(LkjipError):
    """The book's sources name something that does not exist."""


def read_config(project: Path, profile: str = REPORT) -> dict[str, Any]:
    """Read a book's configuration: the shared part, and over it the profile's, if there is one.

    Raises
    ------
    StagingError
        A part is missing or no map, or chapters stand in the shared part as well.
    """
    config, own = _read(project / CONFIG), project / f"_quarto-{profile}.yml"
    if own.is_file():
        shared = config.get("book")
        if isinstance(shared, dict) and any(shared.get(name) for name in LISTS):
            raise StagingError(
                f"{CONFIG}: 'chapters' atau 'appendices' ditulis di sini dan di {own.name}.\n"
                f"  perbaikan : urutan bab kini ada di {own.name}; pindahkan bab Anda ke sana, "
                f"lalu hapus kedua daftar itu dari {CONFIG}"
            )
        config = merged(config, _read(own))
    for part in ("book", "lkjip"):
        if not isinstance(config.get(part), dict):
            raise StagingError(
                f"{CONFIG}: bagian '{part}:' tidak ada atau tidak berisi kunci.\n"
                f"  perbaikan : bandingkan dengan {CONFIG} dari lkjip init"
            )
    return config


def _read(path: Path) -> dict[str, Any]:
    config = read_yaml(path.read_text(encoding="utf-8"), path.name)
    return config if isinstance(config, dict) else {}


def merged(shared: Any, own: Any) -> Any:
    """Merge a profile's value into the shared one.

    >>> merged({"a": 1, "b": [1], "c": {"d": 2}}, {"b": [2], "c": {"e": 3}})
    {'a': 1, 'b': [1, 2], 'c': {'d': 2, 'e': 3}}
    """
    if isinstance(shared, dict) and isinstance(own, dict):
        return shared | own | {key: merged(shared[key], own[key]) for key in own if key in shared}
    return [*shared, *own] if isinstance(shared, list) and isinstance(own, list) else own


def staged_config(project: Path, profile: str) -> dict[str, Any]:
    """Give a book's configuration as one plain ``_quarto.yml``, with all its chapters."""
    config = read_config(project, profile)
    config.pop("profile", None)
    config.get("project", {}).pop("pre-render", None)  # it stops who renders the unstaged book
    own = _own_chapters(project) if profile == REPORT else []
    config["book"]["appendices"] = [*(config["book"].get("appendices") or ()), *own]
    return config


def chapter_files(config: Mapping[str, Any]) -> list[str]:
    """List the chapters and appendices that a configuration names."""
    return [name for part in LISTS for name in config["book"].get(part) or ()]


def _own_chapters(project: Path) -> list[str]:
    """List the chapters of the unit's own, in ``report/unit/``, that no book names.

    They become the last appendices of the LKjIP, by name: its chapters and the letters of its
    appendices are given by rule and must not move.
    """
    listed = [name for one in PROFILES for name in chapter_files(read_config(project, one))]
    found = sorted((project / "report" / "unit").rglob("[!_]*.qmd"))
    return [name for path in found if (name := path.relative_to(project).as_posix()) not in listed]
