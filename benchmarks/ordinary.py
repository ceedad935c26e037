"""The ordinary cases: what one person waits for with one unit."""

from __future__ import annotations

import json
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
text = Path(sys.argv[2]) / "buku.typ"
typst.compile(text, font_paths=fonts, ignore_system_fonts=True, pdf_standards=["a-2b", "ua-1"])
"""
TYPST_SOURCE = """
import shutil, sys
from pathlib import Path
from lkjip_analysis.building.pandoc import pdf
from lkjip_analysis.building.pandoc.render import render
from lkjip_analysis.building.pandoc.typst_process import Said
def keep(source, *rest):
    shutil.copytree(source.parent, sys.argv[2])
    return Said()
pdf.typeset = keep
render(Path(sys.argv[1]), Path(sys.argv[2]).parent / "sisa", ["pdf"])
"""
PREVIEW = """
import json, sys, time
from pathlib import Path
import psutil
from lkjip_analysis.building.request import Request
from lkjip_analysis.building.warm import WarmBuilder
project = Path(sys.argv[1])
request = Request(2024, project / "data", project / "output/pratinjau", ("html",), "pandoc")
builder = WarmBuilder()
def build():
    began, before = time.perf_counter(), used()
    assert not builder.build(request)
    memory = psutil.Process(builder.standing.process.pid).memory_info().rss / 1e6
    return {"wall": time.perf_counter() - began, "cpu": used() - before, "memory": memory}
def used():
    process = builder.standing.process
    return sum(psutil.Process(process.pid).cpu_times()[:4]) if process else 0
def change(name, old, new):
    path = project / "data/2024" / name
    text = path.read_text("utf-8")
    assert old in text, name
    path.write_text(text.replace(old, new, 1), "utf-8")
    taken = build()
    path.write_text(text, "utf-8")
    return taken
change("iku.csv", ";73,4", ";73,6")
build()
found = {"sel iku.csv berubah": change("iku.csv", ";73,4", ";73,5")}
build()
found["sel sarpras.csv berubah"] = change("sarpras.csv", "Printer", "Pencetak")
build()
found["kalimat narasi.csv berubah"] = change("narasi.csv", "Kecamatan", "Kecamatan kami,")
print(json.dumps(found))
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
    book, typst = bench.folder / "build/2024", bench.folder / "lantai"

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
        for name, taken in with_preview(bench).items():
            note(name, taken)
        if not typst.exists():
            bench.take(["-c", TYPST_SOURCE, str(book), str(typst)])
        floor = ["-c", FLOOR, str(book), str(typst)]
        note("lantai: impor, satu pandoc, satu Typst atas buku yang sama", bench.take(floor))
    if kernels:
        note("papermill satu per satu dengan kernel, lalu render polos", with_kernels(bench))
    return {name: median(taken) for name, taken in found.items()}


def with_preview(bench: Bench) -> dict[str, Taken]:
    """Measure corrections while the preview is open: its process stays and renders web pages."""
    found = json.loads(bench.output(["-c", PREVIEW, str(bench.folder)]))
    return {f"pratinjau terbuka: {name}": Taken(**taken) for name, taken in found.items()}


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
