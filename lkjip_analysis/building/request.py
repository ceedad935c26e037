"""What to build: year, data, formats, renderer, and where it all goes."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from lkjip_analysis import paths

FORMATS = ("html", "pdf", "docx")


@dataclass(frozen=True)
class Request:
    """What to build.

    ``engine`` is papermill's engine, ``force`` does every step again.
    """

    tahun: int
    data: Path
    output: Path
    formats: tuple[str, ...] = FORMATS
    renderer: str = "auto"
    final: bool = False
    engine: str | None = None
    force: bool = False

    @property
    def unit(self) -> str:
        """Name the unit's working folder; blank for the project's own data."""
        if self.data == paths.DATA:
            return ""
        mark = hashlib.sha256(str(self.data).encode()).hexdigest()[:8]
        return f"{self.data.name[:60]}-{mark}"

    @property
    def book(self) -> Path:
        """Folder of the staged book: by year, and by unit where the data are not the project's."""
        return paths.BUILD / self.unit / str(self.tahun)

    @property
    def store(self) -> Path:
        """Folder of what the steps made, kept for the next build."""
        return paths.BUILD / ".simpanan" / self.unit / str(self.tahun)
