"""The office's documents in ``<tahun>/lampiran/``: are they all listed, there, and printable?

Typst, which draws their pages, is asked itself: how many there are, and whether it can.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

from lkjip_analysis.data.content import ANNEXES
from lkjip_analysis.data.dialect import suggest
from lkjip_analysis.data.emblem import EmblemFault, content_fault
from lkjip_analysis.data.letters import typst_complaint
from lkjip_analysis.data.reading import YearData
from lkjip_analysis.data.schemas import Lampiran
from lkjip_analysis.exceptions import Problem, printable

ENDINGS = (".pdf", ".png", ".jpg", ".jpeg")
MAX_BYTES, MAX_PAGES = 20_000_000, 100
BEYOND = b"#image(sys.inputs.teks, page: 99999)"
"""Asks for a page that no document has: Typst answers how many there are."""


def annex_path(year: YearData, row: Lampiran) -> Path:
    """Give the place of a document."""
    return year.root / str(year.tahun) / ANNEXES / row.berkas


def pages_of(path: Path) -> int | EmblemFault:
    """Count the pages of a document, or say what keeps it from being printed."""
    if path.suffix.lower() != ".pdf":
        return content_fault(path, "lampiran", MAX_BYTES) or 1
    if (size := path.stat().st_size) > MAX_BYTES:
        return EmblemFault.of("document_heavy", size=size / 1e6, most=MAX_BYTES // 1_000_000)
    said = typst_complaint(BEYOND, f"/{path.name}", root=path.parent)
    if found := re.search(r"only has (\d+) page", said):
        pages = int(found[1])
        long = EmblemFault.of("document_long", pages=pages, most=MAX_PAGES)
        return long if pages > MAX_PAGES else pages
    return EmblemFault.of("document_locked" if "password" in said else "document_broken")


def check_annexes(year: YearData) -> Iterator[Problem]:
    """Check that every document is listed, and every listed one can be printed."""
    folder = year.root / str(year.tahun) / ANNEXES
    held = sorted(name for name in _names(folder) if name != Path(Lampiran.file).name)
    listed = {row.berkas for row in year[Lampiran]}
    for row in year[Lampiran]:
        if row.berkas and (fault := _row_fault(row.berkas, folder, held)):
            place = (row.cell("berkas").berkas, row.line, "berkas")
            yield Problem(*place, fault.pesan, row.berkas, fault.diizinkan, fault.saran)
    for name in held:
        if name not in listed:
            told, under = "naskah ini tidak disebut di lampiran.csv", f"{year.tahun}/{ANNEXES}"
            remedy = "tambahkan barisnya di lampiran.csv, atau pindahkan berkasnya"
            yield Problem(f"{under}/{printable(name)}", None, None, told, saran=remedy)


def _row_fault(name: str, folder: Path, held: list[str]) -> EmblemFault | None:
    if not name.lower().endswith(ENDINGS):
        return EmblemFault.of("document_ending")
    if name not in held:
        remedy = suggest(name, held) or "salin berkasnya ke folder itu, atau hapus baris ini"
        return EmblemFault.of("document_gone", remedy=remedy)
    pages = pages_of(folder / name)
    return pages if isinstance(pages, EmblemFault) else None


def _names(folder: Path) -> list[str]:
    """List the files of the folder, without hidden ones and the locks of office programs."""
    try:
        entries = list(os.scandir(folder))
    except OSError:
        return []
    return [entry.name for entry in entries if not entry.name.startswith((".", "~$"))]
