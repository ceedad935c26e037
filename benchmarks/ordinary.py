"""The ordinary cases: what one person waits for with one unit."""

from __future__ import annotations

import json
import re
import shutil
import statistics
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from measuring import Bench, Taken, lkjip, median, python, say

HERE = Path(__file__).resolve().parent
HELP, CHECK = "`lkjip --help`", "`lkjip check`"
COLD = "bangun dari kosong, tiga format"
AGAIN = "tidak ada yang berubah"
CELL = "satu sel iku.csv berubah"
SMALL_CELL = "satu sel sarpras.csv berubah"
SENTENCE = "satu kalimat bab berubah"
FLOOR = "lantai: impor, satu pandoc, satu Typst atas buku yang sama"
KERNELS = "papermill satu per satu dengan kernel, lalu render polos"
QUARTO = "papermill satu per satu dengan kernel, lalu quarto render"
PREVIEWED = "pratinjau terbuka: "
RENDER = """
import sys
from pathlib import Path
from lkjip_analysis.rendering.render import render
render(Path(sys.argv[1]), Path(sys.argv[2]))
"""


def ordinary(bench: Bench, rounds: int, *, kernels: bool) -> dict[str, Any]:
    """Measure each case ``rounds`` times, the cases in turn; the slow comparison once.

    Returns
    -------
    dict
        ``kasus``: the cases; ``langkah`` and ``lantai``: seconds of the steps of a cold build,
        and of the parts of the floor.
    """
    found: dict[str, list[Taken]] = {}
    steps: list[dict[str, float]] = []
    floors: list[dict[str, float]] = []
    chapter = bench.folder / "report/01-pendahuluan.qmd"
    lines = chapter.read_text(encoding="utf-8").splitlines()
    sentence = next(line for line in lines if re.match(r"[A-Z][\w ,.]{20,}", line))
    book, made = str(bench.folder / "build/2024"), bench.folder / "lantai"
    floor = python(str(HERE / "floor.py"), book, str(made))

    def note(name: str, taken: Taken) -> None:
        found.setdefault(name, []).append(say(name, taken))

    for _ in range(rounds):
        note(HELP, bench.take(lkjip("--help")))
        bench.forget()
        note(COLD, bench.build())
        note(AGAIN, bench.build())
        bench.swap("data/2024/iku.csv", ";73,47;", ";73,48;")
        note(CELL, bench.build())
        bench.swap("data/2024/sarpras.csv", "Printer", "Pencetak")
        note(SMALL_CELL, bench.build())
        bench.swap("report/01-pendahuluan.qmd", sentence, sentence + " Kalimat tambahan.")
        note(SENTENCE, bench.build())
        note(CHECK, bench.take(lkjip("check", "--tahun", "2024"), codes=(0, 1)))
        for name, taken in with_preview(bench).items():
            note(name, taken)
        if not made.exists():
            bench.take([*floor, "siapkan"])
        note(FLOOR, bench.take(floor))
        floors.append(json.loads(bench.output(floor)))
        bench.forget()
        steps.append(json.loads(bench.output(python(str(HERE / "steps.py"), str(bench.folder)))))
    if kernels:
        note(KERNELS, with_kernels(bench, python("-c", RENDER, book, book + "-polos")))
        quarto = shutil.which("quarto")
        if quarto:
            note(QUARTO, with_kernels(bench, [quarto, "render", book]))
    return {
        "kasus": {name: median(taken) for name, taken in found.items()},
        "langkah": medians(steps),
        "lantai": medians(floors),
    }


def medians(rounds: list[dict[str, float]]) -> dict[str, float]:
    """Median of each part over the rounds."""
    return {part: round(statistics.median(r[part] for r in rounds), 2) for part in rounds[0]}


def with_preview(bench: Bench) -> dict[str, Taken]:
    """Measure corrections while the preview is open: its process stays and renders web pages."""
    found = json.loads(bench.output(python(str(HERE / "corrections.py"), str(bench.folder))))
    return {PREVIEWED + name: Taken(**taken) for name, taken in found.items()}


def with_kernels(bench: Bench, render: Sequence[str]) -> Taken:
    """Measure the plain way: papermill's own command for each notebook, then one render."""
    target = bench.folder / "pm"
    target.mkdir(exist_ok=True)
    data = str(bench.folder / "data")
    commands = [
        python("-m", "papermill", str(path), str(target / path.name), "-k", "python3",
               "-p", "tahun", "2024", "-p", "data", data, "--no-progress-bar")
        for path in sorted((bench.folder / "notebooks").glob("*.ipynb"))
    ]  # fmt: skip
    return bench.take(*commands, render)
