"""How long builds take and how much memory they need; writes ``docs/benchmarks.md``.

Everything runs in a copy of the project, so nothing of the tree is changed. Times are medians;
compare the ratios of one run, not seconds of different machines. CPU is user and system time of
all processes together.

``python benchmarks/build_bench.py [--ulang 3] [--baris 10,100,1000] [--unit 5] [--tanpa-kernel]``
"""

from __future__ import annotations

import argparse
import os
import platform
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass
from pathlib import Path

import psutil

ROOT = Path(__file__).resolve().parent.parent
COPIED = (
    "_quarto.yml",
    "index.qmd",
    "report",
    "notebooks",
    "data",
    "_extensions",
    "lkjip_analysis",
)
UNIT = ROOT / "tests" / "data" / "unit-kecil"
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


@dataclass(frozen=True)
class Taken:
    """Seconds on the clock, seconds of CPU, greatest memory of all processes at once in MB."""

    wall: float
    cpu: float
    memory: float


class Bench:
    """A copy of the project to measure in."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        for name in COPIED:
            source = ROOT / name
            copy = shutil.copytree if source.is_dir() else shutil.copyfile
            copy(source, folder / name)
        self.environment = {**os.environ, "PYTHONPATH": str(folder), "MPLBACKEND": "agg"}

    def take(self, *commands: list[str]) -> Taken:
        """Run commands one after another and measure them together."""
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        began, peak = time.perf_counter(), 0.0
        for command in commands:
            process = subprocess.Popen(
                [sys.executable, *command],
                cwd=self.folder,
                env=self.environment,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.PIPE,
                text=True,
            )
            watcher = Watcher(process.pid)
            _, said = process.communicate()
            peak = max(peak, watcher.stop())
            if process.returncode not in (0, 1):
                raise RuntimeError(said)
            if process.returncode and "check" not in command:
                raise RuntimeError(said)
        wall = time.perf_counter() - began
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        return Taken(wall, cpu, peak)

    def build(self, *more: str, tahun: int = 2024) -> Taken:
        """Measure a build of all formats."""
        return self.take(lkjip("build", "--tahun", str(tahun), "--renderer", "pandoc", *more))

    def forget(self) -> None:
        """Remove what earlier builds made."""
        for name in ("build", "output"):
            shutil.rmtree(self.folder / name, ignore_errors=True)

    def swap(self, name: str, old: str, new: str) -> None:
        """Replace a text, or put it back if it was replaced before."""
        path = self.folder / name
        text = path.read_text(encoding="utf-8")
        old, new = (old, new) if old in text else (new, old)
        assert old in text, name
        path.write_text(text.replace(old, new, 1), encoding="utf-8")


class Watcher:
    """Samples the memory of a process and all below it."""

    def __init__(self, pid: int) -> None:
        self.pid, self.peak, self.ended = pid, 0.0, threading.Event()
        self.thread = threading.Thread(target=self._watch, daemon=True)
        self.thread.start()

    def _watch(self) -> None:
        while not self.ended.wait(0.05):
            total = 0
            try:
                root = psutil.Process(self.pid)
                for process in (root, *root.children(recursive=True)):
                    total += process.memory_info().rss
            except psutil.Error:
                continue
            self.peak = max(self.peak, total / 1e6)

    def stop(self) -> float:
        """End; give the peak in MB."""
        self.ended.set()
        self.thread.join()
        return self.peak


def lkjip(*arguments: str) -> list[str]:
    """Give the command's arguments for Python."""
    return ["-m", "lkjip_analysis", *arguments]


def median(taken: list[Taken]) -> Taken:
    """Median of each measure."""
    return Taken(
        *(statistics.median(getattr(t, n) for t in taken) for n in ("wall", "cpu", "memory"))
    )


def measure(bench: Bench, rounds: int, kernels: bool) -> dict[str, Taken]:
    """Measure each case ``rounds`` times, the cases in turn."""
    found: dict[str, list[Taken]] = {}
    sentence = next(
        line
        for line in (bench.folder / "report/01-pendahuluan.qmd").read_text("utf-8").splitlines()
        if re.match(r"[A-Z][\w ,.]{20,}", line)
    )
    for _ in range(rounds):

        def note(name: str, taken: Taken) -> None:
            found.setdefault(name, []).append(taken)
            print(
                f"  {name}: {taken.wall:.2f} s, CPU {taken.cpu:.2f} s, {taken.memory:.0f} MB",
                flush=True,
            )

        note("`lkjip --help`", bench.take(lkjip("--help")))
        bench.forget()
        note("bangun dari kosong, tiga format", bench.build())
        note("tidak ada yang berubah", bench.build())
        bench.swap("data/2024/iku.csv", ";73,47;", ";73,48;")
        note("satu sel CSV berubah", bench.build())
        bench.swap("report/01-pendahuluan.qmd", sentence, sentence + " Kalimat tambahan.")
        note("satu kalimat bab berubah", bench.build())
        note("`lkjip check`", bench.take(lkjip("check", "--tahun", "2024")))
        book = bench.folder / "build/2024"
        small = bench.folder / "lantai.typ"
        small.write_text("= Uji\n" + "#lorem(400)\n\n" * 60, encoding="utf-8")
        note(
            "lantai: impor, satu pandoc, satu Typst",
            bench.take(["-c", FLOOR, str(book), str(small)]),
        )
        if kernels:
            data = str(bench.folder / "data")
            commands = [
                ["-m", "papermill", str(path), str(bench.folder / "pm" / path.name),
                 "-k", "python3", "-p", "tahun", "2024", "-p", "data", data, "--no-progress-bar"]
                for path in sorted((bench.folder / "notebooks").glob("*.ipynb"))
            ]  # fmt: skip
            (bench.folder / "pm").mkdir(exist_ok=True)
            out = bench.folder / "polos"
            note(
                "papermill satu per satu dengan kernel, lalu render polos",
                bench.take(*commands, ["-c", RENDER, str(book), str(out)]),
            )
    return {name: median(taken) for name, taken in found.items()}


def make_unit(folder: Path, rows: int, name: str = "Dinas Contoh") -> Path:
    """Make a unit with so many rows of programmes, kegiatan and subkegiatan."""
    shutil.copytree(UNIT, folder)
    year = folder / "2024"
    lines = (year / "program.csv").read_text(encoding="utf-8").splitlines()
    marks = (year / "indikator_program.csv").read_text(encoding="utf-8").splitlines()
    for number in range(max(0, (rows - len(lines) + 1) // 10)):
        top = f"P1.K{number + 2}"
        lines.append(f"{top};P1;kegiatan;Kegiatan {number};;Tertib {number};;;;")
        marks.append(f"{top};1;Persentase {number};persen;naik;;100;98;")
        for sub in range(9):
            code = f"{top}.S{sub + 1}"
            lines.append(
                f"{code};{top};subkegiatan;Subkegiatan {number}.{sub};;Ada {sub};"
                f"1.000.000;{900 + sub}.000;;"
            )
            marks.append(f"{code};1;Jumlah dokumen {sub};dokumen;naik;;4;{sub % 5};")
    (year / "program.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    (year / "indikator_program.csv").write_text("\n".join(marks) + "\n", encoding="utf-8")
    facts = year / "identitas.csv"
    facts.write_text(facts.read_text("utf-8").replace("Dinas Contoh", name), encoding="utf-8")
    return folder


def scale(bench: Bench, rows: list[int]) -> dict[int, Taken]:
    """Measure cold builds of units of growing size."""
    found = {}
    for count in rows:
        unit = make_unit(bench.folder / f"unit-{count}", count)
        found[count] = bench.build(
            "--data", str(unit), "--output", str(bench.folder / f"hasil-{count}")
        )
        print(f"  {count} baris: {found[count]}", flush=True)
    return found


def batch(bench: Bench, count: int) -> list[Taken]:
    """Measure a batch of generated units, cold and with nothing changed."""
    for number in range(count):
        make_unit(bench.folder / "kabupaten" / f"unit-{number:03d}", 30, f"Dinas {number}")
    command = lkjip("batch", "kabupaten", "--tahun", "2024", "--renderer", "pandoc")
    return [bench.take(command), bench.take(command)]


def machine() -> str:
    """Describe the machine."""
    memory = psutil.virtual_memory().total / 1e9
    load = f", beban rata-rata {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    return (
        f"{platform.system()} {platform.machine()}, {os.cpu_count()} inti, {memory:.0f} GB memori, "
        f"Python {platform.python_version()}{load}"
    )


def write(found: dict[str, Taken], sizes: dict[int, Taken], units: int, runs: list[Taken]) -> str:
    """Write the tables."""
    cold = found["bangun dari kosong, tiga format"]
    lines = [
        "# Waktu dan memori",
        "",
        f"Dibuat oleh `make bench`. Mesin: {machine()}.",
        "Nilai tengah; bandingkan perbandingannya, bukan detiknya. CPU: semua proses bersama-sama.",
        "",
        "| kasus | detik | detik CPU | memori puncak (MB) | CPU terhadap bangun dari kosong |",
        "|:--|--:|--:|--:|--:|",
    ]
    for name, t in found.items():
        lines.append(
            f"| {name} | {t.wall:.2f} | {t.cpu:.2f} | {t.memory:.0f} | {t.cpu / cold.cpu:.2f} |"
        )
    if sizes:
        lines += [
            "",
            "## Ukuran data",
            "",
            "| baris program | detik | detik CPU | memori puncak (MB) |",
            "|--:|--:|--:|--:|",
        ]
        lines += [
            f"| {n} | {t.wall:.2f} | {t.cpu:.2f} | {t.memory:.0f} |" for n, t in sizes.items()
        ]
    if runs:
        lines += [
            "",
            f"## {units} unit sekaligus (`lkjip batch`)",
            "",
            "| kasus | detik | detik CPU | detik CPU per unit | memori puncak (MB) |",
            "|:--|--:|--:|--:|--:|",
        ]
        for name, t in zip(("dari kosong", "tidak ada yang berubah"), runs, strict=True):
            lines.append(
                f"| {name} | {t.wall:.2f} | {t.cpu:.2f} | {t.cpu / units:.2f} | {t.memory:.0f} |"
            )
    return "\n".join(lines) + "\n"


def main() -> None:
    """Measure and write."""
    parser = argparse.ArgumentParser(description="Ukur waktu dan memori pembuatan laporan.")
    parser.add_argument("--ulang", type=int, default=3, help="banyaknya pengulangan (bawaan: 3)")
    parser.add_argument("--baris", default="10,100,1000", help="ukuran unit buatan")
    parser.add_argument("--unit", type=int, default=4, help="banyaknya unit buatan untuk batch")
    parser.add_argument("--tanpa-kernel", action="store_true", help="tanpa pembanding papermill")
    parser.add_argument("--tulis", type=Path, default=ROOT / "docs" / "benchmarks.md")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="lkjip-bench-") as name:
        bench = Bench(Path(name))
        found = measure(bench, args.ulang, not args.tanpa_kernel)
        args.tulis.write_text(write(found, {}, 0, []), encoding="utf-8", newline="\n")
        sizes = scale(bench, [int(part) for part in args.baris.split(",") if part])
        args.tulis.write_text(write(found, sizes, 0, []), encoding="utf-8", newline="\n")
        runs = batch(bench, args.unit) if args.unit else []
    text = write(found, sizes, args.unit, runs)
    args.tulis.write_text(text, encoding="utf-8", newline="\n")
    print(text)


if __name__ == "__main__":
    main()
