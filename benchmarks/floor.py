"""What no build can go below: one interpreter with the imports, one pandoc, one Typst run.

``python floor.py BOOK TYPST`` does just that, with the chapters of a staged book and the Typst
file made of it, and prints the seconds of each part as JSON. ``python floor.py BOOK TYPST siapkan``
makes that Typst file first.
"""

from __future__ import annotations

import importlib
import json
import shutil
import sys
import time
from pathlib import Path

LIBRARIES = (
    "IPython",
    "great_tables",
    "matplotlib.backends.backend_svg",
    "pandas",
    "papermill",
    "lkjip_analysis.building.engine",
)
PARTS = ("impor", "pandoc", "Typst")


def prepare(book: Path, made: Path) -> None:
    """Write the book's Typst file and its pictures into a folder; nothing is typeset."""
    from lkjip_analysis.rendering import pdf
    from lkjip_analysis.rendering.render import render
    from lkjip_analysis.rendering.typesetting import Said

    def keep(source: Path, *_: object, guarded: bool) -> Said:
        if guarded:  # not the pages that are printed apart
            shutil.copytree(source.parent, made)
        return Said()

    pdf.typeset = keep
    render(book, made.parent / "sisa", ["pdf"])


def measure(book: Path, made: Path) -> dict[str, float]:
    """Do the three parts; give the seconds of each."""
    marks = [time.perf_counter()]
    for name in LIBRARIES:
        importlib.import_module(name)
    marks.append(time.perf_counter())
    from lkjip_analysis.rendering.command import read_markdown

    chapters = [path.read_text("utf-8") for path in sorted(book.glob("report/*.qmd"))]
    read_markdown("\n\n".join(chapters), faulty=True)
    marks.append(time.perf_counter())
    import typst

    typst.compile(
        made / "buku.typ",
        font_paths=[book / "_extensions/lkjip/fonts"],
        ignore_system_fonts=True,
        pdf_standards=["a-2b", "ua-1"],
    )
    marks.append(time.perf_counter())
    return {part: marks[n + 1] - marks[n] for n, part in enumerate(PARTS)}


if __name__ == "__main__":
    book, made, *more = sys.argv[1:]
    if more:
        prepare(Path(book), Path(made))
    else:
        print(json.dumps(measure(Path(book), Path(made))))
