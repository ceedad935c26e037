"""Faults found while rendering: all of them at once, each with file and line."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from lkjip_analysis.exceptions import LkjipError


@dataclass(frozen=True, order=True)
class Fault:
    """One fault in a chapter or a notebook; ``line`` 0 means the whole file."""

    file: str
    line: int
    message: str

    def __str__(self) -> str:
        """Say where and what."""
        where = f", baris {self.line}" if self.line else ""
        return f"{self.file}{where}: {self.message}"


class RendererError(LkjipError):
    """The book cannot be rendered; ``problems`` lists every reason found."""

    def __init__(self, problems: Iterable[Fault]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__(self.problems)

    def __str__(self) -> str:
        """List the faults, one a line."""
        lines = [f"- {problem}" for problem in self.problems]
        return "\n".join([f"Buku tidak dapat dirender, {len(lines)} masalah:", *lines])


@dataclass(frozen=True)
class Place:
    """A line of a file, as messages name it; ``line`` 0 means the whole file."""

    file: str
    line: int = 0


@dataclass
class Faults:
    """Collects faults so that one run shows them all."""

    found: list[Fault] = field(default_factory=list)

    def add(self, place: Place, message: str) -> None:
        """Note a fault."""
        self.found.append(Fault(place.file, place.line, message))

    def raise_if_any(self) -> None:
        """Stop with all faults noted so far."""
        if self.found:
            raise RendererError(self.found)


def did_you_mean(word: str, known: Sequence[str], *, listed: bool = True) -> str:
    """Suggest the known word nearest to a misspelt one, or (``listed``) say which exist.

    >>> did_you_mean("tbl-capain", ["tbl-capaian", "fig-serapan"])
    ' Maksud Anda "tbl-capaian"?'
    """
    near = difflib.get_close_matches(word, known, n=1, cutoff=0.6)
    if near:
        return f' Maksud Anda "{near[0]}"?'
    if known and listed:
        return " Yang ada: " + ", ".join(sorted(known)[:12]) + "."
    return ""
