"""The office's documents in a book: their pages drawn once, then laid where chapters name them."""

from __future__ import annotations

import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from lkjip_analysis.building import inputs
from lkjip_analysis.building.remember import Store
from lkjip_analysis.building.request import Request
from lkjip_analysis.data.content import ANNEXES

STEP = "naskah lampiran"
Listed = Sequence[Mapping[str, Any]]


def drawn_annexes(store: Store, request: Request, listed: Listed) -> Path:
    """Draw the pages of all documents; give their folder."""
    held = request.data / str(request.tahun) / ANNEXES

    def make(folder: Path) -> None:
        from lkjip_analysis.rendering.pages import draw_pages

        for number, one in enumerate(listed, start=1):
            draw_pages(held / one["berkas"], one["halaman"], folder, f"{number:02d}")

    def reads() -> inputs.Groups:
        marks = {one["berkas"]: inputs.hash_file(held / one["berkas"]) for one in listed}
        return {"program": inputs.program(), "naskah": marks}

    return store.step(STEP, reads, make)


def lay_annexes(listed: Listed, drawn: Path, book: Path) -> None:
    """Put the pages into a staged book, and the parts of chapters that show them."""
    from lkjip_analysis.presentation.annexes import annex_parts

    shutil.copytree(drawn, book / ANNEXES)
    names = sorted(path.name for path in drawn.iterdir())
    (book / "report").mkdir()
    for name, part in annex_parts(listed, names).items():
        (book / "report" / f"_naskah-{name}.qmd").write_text(part, "utf-8", newline="\n")
