"""Whose report an output folder holds, and what in it the program made: written in the folder.

Nothing of it stands in ``build/``: who deletes that, or copies the project, loses no knowledge.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

from lkjip_analysis.building.request import REPORT, RESULTS_FILE
from lkjip_analysis.data.writing import write_whole

RECORD = "tentang-folder-ini.json"
YEARS = "aset/tahun.js"
SAID = (RECORD, YEARS)
"""What a folder says of itself and of others beside it; it is no part of what was made there."""
ABOUT = (
    "Ditulis oleh lkjip, jangan diubah: laporan siapa yang ada di folder ini, dari folder data "
    "mana, dan berkas mana yang dibuat program beserta sidiknya (SHA-256). Berkas lain milik Anda."
)


@dataclass(frozen=True)
class Holding:
    """What an output folder holds.

    ``unit`` is blank where the data do not name it; ``data`` is the data folder as seen from the
    output folder; ``dibuat_dari`` tells by format what it was made from, ``berkas`` by file the
    hash it was made with, ``asal`` which program and commit made it. That stands here and not in
    the LKjIP, whose bytes are the same from a copy that has no git. ``buku`` is the book's profile,
    ``sidik_data`` the hash of the year's data.
    """

    unit: str
    tahun: int
    data: str
    dibuat_dari: Mapping[str, str] = field(default_factory=dict)
    berkas: Mapping[str, str] = field(default_factory=dict)
    asal: str = ""
    buku: str = REPORT
    sidik_data: str = ""

    def is_of(self, other: Holding, output: Path) -> bool:
        """Whether both are one book of a unit, year and data folder; it may have been moved."""
        units = {" ".join(name.split()).casefold() for name in (self.unit, other.unit) if name}
        data = self.data == other.data or not (output / self.data).exists()
        same = (self.tahun, self.buku) == (other.tahun, other.buku)
        return len(units) < 2 and same and data

    def older(
        self, output: Path, sources: str, pages: Sequence[str] = ("index.html",)
    ) -> tuple[str, ...]:
        """Name the files to open of the formats that were made from other sources than these.

        Of the web pages those of ``pages`` are opened.
        """
        stale = {form for form, made_from in self.dibuat_dari.items() if made_from != sources}
        return tuple(
            name
            for name in sorted(self.berkas)
            if format_of(name) in stale
            and (name in pages or format_of(name) != "html")
            and (output / name).exists()
        )


def format_of(name: str) -> str:
    """Tell which format a file of the output belongs to; blank for what every build makes.

    >>> [format_of(name) for name in ("lkjip-2024.pdf", "aset/lkjip.css", "data/iku.csv")]
    ['pdf', 'html', '']
    """
    if name == RESULTS_FILE or name.startswith(("data/", "notebooks/")):
        return ""
    suffix = "" if "/" in name else Path(name).suffix.lower()
    return suffix[1:] if suffix in (".pdf", ".docx") else "html"


def seen_from(output: Path, data: Path) -> str:
    """Give the way from an output folder to a data folder: it stays when both are moved."""
    try:
        return Path(os.path.relpath(data, output)).as_posix()
    except ValueError:  # another drive
        return data.as_posix()


def read_holding(output: Path) -> Holding | None:
    """Read what a folder says of itself; nothing where it says nothing that can be understood."""
    try:
        record = json.loads((output / RECORD).read_text(encoding="utf-8"))
        held = Holding(**{key: value for key, value in record.items() if key != "keterangan"})
        kinds = zip(asdict(held).values(), (str, int, str, dict, dict, str, str, str), strict=True)
        sound = all(isinstance(value, kind) for value, kind in kinds)
        names = [Path(name) for name in held.berkas]
        outside = any(path.anchor or ".." in path.parts for path in names)
        return held if sound and not outside else None
    except (OSError, ValueError, TypeError, AttributeError):
        return None


def write_holding(output: Path, held: Holding) -> None:
    """Have a folder say what it holds."""
    text = json.dumps({"keterangan": ABOUT, **asdict(held)}, ensure_ascii=False, indent=1)
    write_whole(output / RECORD, f"{text}\n".encode())
