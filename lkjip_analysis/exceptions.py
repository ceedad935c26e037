"""What can go wrong, said so that an analyst can mend it.

Every text here is shown to people, in Indonesian, without a traceback.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass


class LkjipError(Exception):
    """A fault the user can mend; ``str(error)`` is the message to show."""

    exit_code = 1


class CallError(LkjipError):
    """The command was called wrongly (unknown year, unknown format, ...)."""

    exit_code = 2


class NotComputableError(Exception):
    """A formula has no answer for these inputs; the text is the reason printed beside "–"."""


@dataclass(frozen=True)
class Problem:
    """One fault in a data file: where, what was found, what is allowed, what to do.

    ``baris`` counts as a spreadsheet does: the header is row 1. ``None`` means the whole file.
    """

    berkas: str
    baris: int | None
    kolom: str | None
    pesan: str
    ditemukan: str = ""
    diizinkan: str = ""
    saran: str = ""

    def as_text(self) -> str:
        """Say the fault in a few lines."""
        place = self.berkas
        if self.baris is not None:
            place += f", baris {self.baris}"
        if self.kolom:
            place += f", kolom {self.kolom}"
        lines = [f"{place}: {self.pesan}"]
        if self.ditemukan:
            lines.append(f"  ditemukan : {shorten(self.ditemukan)}")
        if self.diizinkan:
            lines.append(f"  diizinkan : {self.diizinkan}")
        if self.saran:
            lines.append(f"  perbaikan : {self.saran}")
        return "\n".join(lines)

    def as_record(self) -> dict[str, object]:
        """Give the fault as a plain record, for JSON."""
        return asdict(self)


class DataError(LkjipError):
    """The data files hold one or more faults; all of them are listed at once."""

    MAX_SHOWN = 50

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__(self.problems)

    def __str__(self) -> str:
        """List the faults, the first fifty in full."""
        count = len(self.problems)
        shown = [problem.as_text() for problem in self.problems[: self.MAX_SHOWN]]
        if count > self.MAX_SHOWN:
            shown.append(f"... dan {count - self.MAX_SHOWN} masalah lain.")
        return "\n".join([f"Ditemukan {count} masalah pada data:", *shown])


def shorten(text: str, length: int = 120) -> str:
    """Quote a found text on one line, cut where it is long.

    >>> shorten("BB (72)")
    '"BB (72)"'
    """
    flat = " ".join(text.split())
    return f'"{flat if len(flat) <= length else flat[: length - 1] + "…"}"'
