"""Where the time of a cold build goes.

``python steps.py PROJECT`` builds all formats there from nothing, renders each format once more by
itself, and prints the seconds of each step as JSON.
"""

from __future__ import annotations

import json
import shutil
import sys
import time
from itertools import pairwise
from pathlib import Path

TAHUN = 2024
STEPS = {
    "mulai": "mulai dan membandingkan masukan",
    "membaca": "impor pustaka, membaca data, menghitung angka",
    "notebook": "notebook",
    "menyusun": "menyusun buku",
    "merender": "merender tiga format bersamaan",
    "menaruh": "menaruh hasil",
}
"""What the steps are called in the document, by the first word of what a build says of them."""


def main() -> None:
    """Build and render; print."""
    began = time.perf_counter()
    from lkjip_analysis.building.build import build
    from lkjip_analysis.building.request import FORMATS, Request

    project = Path(sys.argv[1])
    marks = [("mulai", began)]
    request = Request(TAHUN, project / "data", project / "output/langkah", FORMATS, "pandoc")
    build(request, lambda said: marks.append((said.split()[0], time.perf_counter())))
    marks.append(("selesai", time.perf_counter()))
    taken: dict[str, float] = {}
    for (word, start), (_, end) in pairwise(marks):
        taken[STEPS[word]] = taken.get(STEPS[word], 0.0) + end - start
    from lkjip_analysis.rendering.render import render

    for form in FORMATS:
        start = time.perf_counter()
        render(request.book, project / "sendiri", [form])
        taken[f"{form} sendiri"] = time.perf_counter() - start
        shutil.rmtree(project / "sendiri")
    print(json.dumps(taken))


if __name__ == "__main__":
    main()
