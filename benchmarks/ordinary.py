"""The ordinary cases: what one person waits for with one unit."""

from __future__ import annotations

import re

from measuring import Bench, Taken, lkjip, median, say

COLD = "bangun dari kosong, tiga format"
FLOOR = """
import IPython, great_tables, matplotlib.backends.backend_svg, pandas, pandera.pandas, papermill
import lkjip_analysis.building.engine
import sys, typst
from pathlib import Path
from lkjip_analysis.building.pandoc.command import read_markdown
book = Path(sys.argv[1])
chapters = [path.read_text("utf-8") for path in sorted(book.glob("report/*.qmd"))]
read_markdown("\\n\\n".join(chapters), faulty=True)
fonts = [book / "_extensions/lkjip/fonts"]
typst.compile(Path(sys.argv[2]), font_paths=fonts, ignore_system_fonts=True)
"""
RENDER = """
import sys
from pathlib import Path
from lkjip_analysis.building.pandoc.render import render
render(Path(sys.argv[1]), Path(sys.argv[2]))
"""


def ordinary(bench: Bench, rounds: int, *, kernels: bool) -> dict[str, Taken]:
    """Measure each case ``rounds`` times, the cases in turn; the slow comparison once."""
    found: dict[str, list[Taken]] = {}
    chapter = bench.folder / "report/01-pendahuluan.qmd"
    lines = chapter.read_text(encoding="utf-8").splitlines()
    sentence = next(line for line in lines if re.match(r"[A-Z][\w ,.]{20,}", line))
    small = bench.folder / "lantai.typ"
    small.write_text("= Uji\n" + "#lorem(400)\n\n" * 60, encoding="utf-8")
    book = bench.folder / "build/2024"

    def note(name: str, taken: Taken) -> None:
        found.setdefault(name, []).append(say(name, taken))

    for _ in range(rounds):
        note("`lkjip --help`", bench.take(lkjip("--help")))
        bench.forget()
        note(COLD, bench.build())
        note("tidak ada yang berubah", bench.build())
        bench.swap("data/2024/iku.csv", ";73,47;", ";73,48;")
        note("satu sel CSV berubah", bench.build())
        bench.swap("report/01-pendahuluan.qmd", sentence, sentence + " Kalimat tambahan.")
        note("satu kalimat bab berubah", bench.build())
        note("`lkjip check`", bench.take(lkjip("check", "--tahun", "2024"), codes=(0, 1)))
        floor = ["-c", FLOOR, str(book), str(small)]
        note("lantai: impor, satu pandoc, satu Typst", bench.take(floor))
    if kernels:
        note("papermill satu per satu dengan kernel, lalu render polos", with_kernels(bench))
    return {name: median(taken) for name, taken in found.items()}


def with_kernels(bench: Bench) -> Taken:
    """Measure the plain way: papermill's own command for each notebook, then one render."""
    target = bench.folder / "pm"
    target.mkdir(exist_ok=True)
    data = str(bench.folder / "data")
    commands = [
        ["-m", "papermill", str(path), str(target / path.name), "-k", "python3",
         "-p", "tahun", "2024", "-p", "data", data, "--no-progress-bar"]
        for path in sorted((bench.folder / "notebooks").glob("*.ipynb"))
    ]  # fmt: skip
    render = ["-c", RENDER, str(bench.folder / "build/2024"), str(bench.folder / "polos")]
    return bench.take(*commands, render)
