"""The version of a unit's data folder, as ``.skema`` in it says: which form its files have.

A folder without ``.skema`` has the form of today. Files that tell an older one are believed
before either: a year may come back from an older copy.
"""

from __future__ import annotations

from pathlib import Path

from lkjip_analysis.data.files import folder_fault
from lkjip_analysis.exceptions import CallError, cut, printable
from lkjip_analysis.paths import same_place

FILE = ".skema"
SKEMA = 4
"""The form that the program reads; ``exchange.migrations`` brings older folders to it."""

CONTENT = f"{SKEMA}\n".encode()

OLDER = {1: ("[12][0-9][0-9][0-9]/pengakuan.csv", b"id_temuan")}
"""Forms that a folder may have without saying so: a file, and what stands in its first line."""


def version_of(root: Path) -> int:
    """Give the version of a data folder."""
    if folder_fault(root):
        return SKEMA  # whoever reads it tells
    path, said = root / FILE, SKEMA
    if path.is_file():
        text = path.read_text(encoding="utf-8", errors="replace").strip().lstrip("\ufeff")
        if not (text.isascii() and text.isdigit()):
            raise CallError(
                f"{path} tidak dapat dibaca; isinya harus satu bilangan.\n"
                f'  ditemukan : "{cut(printable(text), 60)}"\n'
                f"  perbaikan : hapus berkas itu, lalu jalankan lkjip mutakhirkan{same_place(root)}"
            )
        said = int(text)
    for version, (files, sign) in OLDER.items():
        if any(sign in _first_line(path) for path in root.glob(files)):
            return min(said, version) if said <= SKEMA else said
    return said


def _first_line(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.readline(1000)
    except OSError:
        return b""  # whoever reads it tells


def check_version(root: Path) -> None:
    """Refuse a folder of another form than the program reads, and say what to do."""
    version = version_of(root)
    if version > SKEMA:
        raise CallError(
            f"Data di {root} ditulis untuk program yang lebih baru "
            f"(skema {version}; program ini membaca skema {SKEMA}).\n"
            "  perbaikan : pasang versi program yang terbaru; data tidak perlu diubah"
        )
    if version < SKEMA:
        raise CallError(
            f"Data di {root} berbentuk lama (skema {version}; program ini membaca "
            f"skema {SKEMA}).\n"
            f"  perbaikan : jalankan lkjip mutakhirkan{same_place(root)}; perubahannya "
            "ditunjukkan dahulu"
        )
