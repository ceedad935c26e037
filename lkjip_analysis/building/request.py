"""What to build: year, data, formats, renderer, and where it all goes."""

from __future__ import annotations

import hashlib
import os
import re
from dataclasses import dataclass, replace
from pathlib import Path

from lkjip_analysis import paths
from lkjip_analysis.exceptions import CallError, shorten

FORMATS = ("html", "pdf", "docx")
RESULTS_FILE = "hasil.json"
"""Every figure of a report, in its output folder."""
SOURCES_FILE = "sumber.json"
"""What the pages tell of each figure beside that: its name, and the table around its cells."""
PROFILES = REPORT, REVIEW = "laporan", "reviu"
"""The books of a project: the LKjIP, and the Berkas Reviu that never lies in its folder."""


def marked(folder: Path) -> str:
    """Give a folder a name that no other folder of its name has."""
    return f"{folder.name[:60]}-{hashlib.sha256(str(folder).encode()).hexdigest()[:8]}"


@dataclass(frozen=True)
class Request:
    """What to build.

    ``engine`` is papermill's engine, ``force`` does every step again, ``take_over`` lets the output
    pass from another unit to this one, ``source`` is the folder of which ``data`` is a copy.
    ``single``: also one HTML file with the whole book in it.
    ``review`` is the folder of the Berkas Reviu, if one is wanted, ``profile`` the book itself.
    """

    tahun: int
    data: Path
    output: Path
    formats: tuple[str, ...] = FORMATS
    renderer: str = "auto"
    final: bool = False
    engine: str | None = None
    force: bool = False
    take_over: bool = False
    source: Path | None = None
    review: Path | None = None
    review_formats: tuple[str, ...] = ("html",)
    single: bool = False
    profile: str = REPORT

    def books(self) -> tuple[Request, ...]:
        """Give each book's request: the LKjIP, then the Berkas Reviu if the project has it."""
        if self.review is None or not (paths.PROJECT / f"_quarto-{REVIEW}.yml").is_file():
            return (self,)
        book = replace(self, profile=REVIEW, output=self.review, review=None)
        return self, replace(book, formats=self.review_formats)

    def step(self, name: str) -> str:
        """Name a step of this book; those of the LKjIP have the plain names."""
        return name if self.profile == REPORT else f"{self.profile} {name}"

    @property
    def unit(self) -> str:
        """Name the unit's working folder; blank for the project's own data."""
        return "" if self.data == paths.DATA else marked(self.data)

    @property
    def book(self) -> Path:
        """Folder of the staged book: by year, and by unit where the data are not the project's."""
        return paths.BUILD / self.unit / self._name

    @property
    def _name(self) -> str:
        return str(self.tahun) if self.profile == REPORT else f"{self.profile}-{self.tahun}"

    @property
    def store(self) -> Path:
        """Folder of what the steps made, kept for the next build."""
        return paths.BUILD / ".simpanan" / self.unit / str(self.tahun)


def refuse_odd_clock() -> None:
    """Refuse a ``SOURCE_DATE_EPOCH`` that is no time, before a library stumbles over it."""
    text = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not re.fullmatch(r"[0-9]{0,11}", text):
        raise CallError(
            f"SOURCE_DATE_EPOCH berisi {shorten(text)}, bukan banyaknya detik sejak 1970.\n"
            "  diizinkan : bilangan seperti 1735689600\n"
            "  perbaikan : hapus variabel lingkungan itu (unset SOURCE_DATE_EPOCH), atau betulkan"
        )
