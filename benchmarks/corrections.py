"""Small corrections while the preview is open: its processes stay, and web pages are rendered.

``python corrections.py PROJECT`` makes them one after another and prints, as JSON, seconds, CPU
seconds and memory (MB) of these processes for each.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

import psutil

from lkjip_analysis.building.preview import Builder
from lkjip_analysis.building.request import Request

TAHUN = 2024


class Corrections:
    """A preview's builder at work on a copy of the project."""

    def __init__(self, project: Path) -> None:
        self.data = project / "data"
        output = project / "output/pratinjau"
        self.request = Request(TAHUN, self.data, output, ("html",), "pandoc")
        self.builder = Builder()

    def build(self) -> dict[str, float]:
        """Build once; give what it took."""
        began, before = time.perf_counter(), self.used()
        fault = self.builder.build(self.request, {})
        assert not fault, fault
        wall = time.perf_counter() - began
        memory = sum(process.memory_info().rss for process in self.processes()) / 1e6
        return {"wall": wall, "cpu": self.used() - before, "memory": memory}

    def processes(self) -> list[psutil.Process]:
        """Give the builder's processes, and those they have started."""
        return [
            process
            for process in psutil.Process().children(recursive=True)
            if "resource_tracker" not in " ".join(process.cmdline())
        ]

    def used(self) -> float:
        """CPU seconds of these processes so far, and of those they have seen end."""
        return sum(sum(process.cpu_times()[:4]) for process in self.processes())

    def correct(self, name: str, old: str, new: str) -> dict[str, float]:
        """Build with a text of a file changed, and put it back."""
        path = self.data / str(TAHUN) / name
        text = path.read_text(encoding="utf-8")
        assert old in text, name
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        taken = self.build()
        path.write_text(text, encoding="utf-8")
        self.build()
        return taken


def main() -> None:
    """Correct, and print."""
    work = Corrections(Path(sys.argv[1]))
    work.build()
    work.correct("iku.csv", ";73,4", ";73,6")  # the first one still imports
    found = {
        "satu sel iku.csv berubah": work.correct("iku.csv", ";73,4", ";73,5"),
        "satu sel sarpras.csv berubah": work.correct("sarpras.csv", "Televisi", "Pesawat televisi"),
        "satu kalimat narasi.csv berubah": work.correct(
            "narasi.csv", "Kecamatan", "Kecamatan kami,"
        ),
    }
    work.builder.stop()
    print(json.dumps(found))


if __name__ == "__main__":
    main()
