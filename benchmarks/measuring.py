"""A copy of the project, commands run in it, and what they took."""

from __future__ import annotations

import os
import platform
import shutil
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import psutil

ROOT = Path(__file__).resolve().parent.parent
COPIED = (
    "_quarto.yml",
    "_quarto-laporan.yml",
    "_quarto-reviu.yml",
    "index.qmd",
    "report",
    "notebooks",
    "data",
    "_extensions",
    "lkjip_analysis",
    "workflow",
)


@dataclass(frozen=True)
class Taken:
    """Seconds on the clock, seconds of CPU, greatest memory of all processes at once in MB."""

    wall: float
    cpu: float
    memory: float


class Bench:
    """A copy of the project to measure in; nothing of the tree itself is changed."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        for name in COPIED:
            source = ROOT / name
            copy = shutil.copytree if source.is_dir() else shutil.copyfile
            copy(source, folder / name)
        self.environment = {**os.environ, "PYTHONPATH": str(folder), "MPLBACKEND": "agg"}
        self.environment.pop("PYTHONDONTWRITEBYTECODE", None)  # a user's Python keeps its bytecode

    def take(self, *commands: Sequence[str], codes: Sequence[int] = (0,)) -> Taken:
        """Run commands one after another and measure them together.

        Parameters
        ----------
        codes
            Exit codes that are well.
        """
        import resource  # not on Windows, where tests read this module, too

        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        began, peak = time.perf_counter(), 0.0
        for command in commands:
            process = subprocess.Popen(
                command,
                cwd=self.folder,
                env=self.environment,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.PIPE,
                text=True,
            )
            watcher = Watcher(process.pid)
            _, said = process.communicate()
            peak = max(peak, watcher.stop())
            if process.returncode not in codes:
                raise RuntimeError(said)
        wall = time.perf_counter() - began
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        return Taken(round(wall, 2), round(cpu, 2), round(peak))

    def output(self, command: Sequence[str]) -> str:
        """Run a command; give what it prints."""
        done = subprocess.run(
            command,
            cwd=self.folder,
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            raise RuntimeError(done.stderr)
        return done.stdout

    def build(self, *more: str) -> Taken:
        """Measure a build of all formats."""
        return self.take(lkjip("build", "--tahun", "2024", "--renderer", "pandoc", *more))

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
        while not self.ended.wait(0.2):
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
    """Give a command of the package."""
    return python("-m", "lkjip_analysis", *arguments)


def python(*arguments: str) -> list[str]:
    """Give a command of this Python."""
    return [sys.executable, *arguments]


def median(taken: Sequence[Taken]) -> Taken:
    """Median of each measure."""
    return Taken(
        *(statistics.median(getattr(t, n) for t in taken) for n in ("wall", "cpu", "memory"))
    )


def say(name: str, taken: Taken) -> Taken:
    """Print a measurement while the next one runs."""
    print(f"  {name}: {taken.wall:.1f} s, CPU {taken.cpu:.1f} s, {taken.memory:.0f} MB", flush=True)
    return taken


def machine() -> str:
    """Describe the machine and how busy it is."""
    memory = psutil.virtual_memory().total / 1e9
    load = f", beban rata-rata {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    return (
        f"{platform.system()} {platform.machine()}, {os.cpu_count()} inti, {memory:.0f} GB memori, "
        f"Python {platform.python_version()}{load}"
    )
