"""End builds at random moments, and build again after each: nothing may wait, run on, be lost.

``python benchmarks/kills.py [--kali 30] [--benih 1] [--format html,pdf,docx]`` works in a copy of
the project. A build is ended by TERM or KILL, the process alone or its group; then every process
it started must be gone within seconds, the output complete (old or new), and the next build must
end in its usual time and leave nothing but its results.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import psutil
from measuring import Bench, lkjip

GONE_WITHIN = 5.0
USUAL = 1.6
"""So many times the usual seconds count as usual: other work on the machine slows a build, too."""


class Killed:
    """A project in which builds are ended."""

    def __init__(self, bench: Bench, formats: str) -> None:
        self.bench = bench
        self.command = lkjip(
            *("build", "--tahun", "2024", "--renderer", "pandoc", "--format", formats, "--force")
        )
        self.output = bench.folder / "output" / "2024"
        self.usual = min(self.build(), self.build())
        self.good = self.content()

    def build(self) -> float:
        """Build to the end; give the seconds."""
        return self.bench.take(self.command).wall

    def content(self) -> str:
        """Hash the output, names and contents; blank where there is none."""
        files = sorted(path for path in self.output.rglob("*") if path.is_file())
        lines = [f"{path} {hashlib.sha256(path.read_bytes()).hexdigest()}" for path in files]
        return hashlib.sha256("\n".join(lines).encode()).hexdigest() if lines else ""

    def left(self) -> list[str]:
        """Name what a finished build does not leave."""
        build = self.bench.folder / "build"
        places = [*self.output.parent.iterdir(), *(build / ".pindah").glob("*")]
        places += build.glob(".simpanan/*/kerja")
        return [str(path.relative_to(self.bench.folder)) for path in places if path != self.output]

    def running(self) -> list[str]:
        """Name the processes at work in the project."""
        found = []
        for process in psutil.process_iter():
            try:
                command = " ".join(process.cmdline())
                if process.cwd() == str(self.bench.folder) or str(self.bench.folder) in command:
                    found.append(command)
            except psutil.Error:
                continue
        return found

    def end_one(self, chance: random.Random) -> list[str]:
        """End a build at a random moment and build again; give what went wrong."""
        number = chance.choice([signal.SIGTERM, signal.SIGKILL])
        group, after = chance.random() < 0.5, chance.uniform(0.05, 1.0) * self.usual
        process = subprocess.Popen(
            self.command,
            cwd=self.bench.folder,
            env=self.bench.environment,
            start_new_session=True,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
        )
        time.sleep(after)
        (os.killpg if group else os.kill)(process.pid, number)
        _, said = process.communicate()
        faults = [] if b"Traceback" not in said else [said.decode()]
        until = time.monotonic() + GONE_WITHIN
        while (running := self.running()) and time.monotonic() < until:
            time.sleep(0.05)
        faults += [f"masih berjalan: {command}" for command in running]
        if number == signal.SIGTERM:
            faults += [f"tertinggal: {name}" for name in self.left()]
        if self.output.exists() and self.content() != self.good:
            faults.append("hasil tidak utuh")
        seconds = self.build()
        if seconds > USUAL * self.usual:
            faults.append(f"pembuatan berikutnya {seconds:.1f} detik")
        faults += [f"tertinggal sesudahnya: {name}" for name in self.left()]
        if self.content() != self.good:
            faults.append("hasil berikutnya tidak sama")
        who = "kelompok" if group else "proses"
        code = f"{signal.Signals(number).name} {who} sesudah {after:.2f} detik"
        print(f"  {code} (kode {process.returncode}): {'; '.join(faults) or 'baik'}", flush=True)
        return faults


def main() -> int:
    """End builds and count the faults."""
    parser = argparse.ArgumentParser(description="Hentikan pembuatan pada saat acak.")
    parser.add_argument("--kali", type=int, default=30)
    parser.add_argument("--benih", type=int, default=1)
    parser.add_argument("--format", default="html,pdf,docx")
    args = parser.parse_args()
    chance = random.Random(args.benih)
    with tempfile.TemporaryDirectory(prefix="lkjip-henti-") as name:
        killed = Killed(Bench(Path(name)), args.format)
        print(f"biasanya {killed.usual:.1f} detik", flush=True)
        faulty = sum(bool(killed.end_one(chance)) for _ in range(args.kali))
    print(f"{args.kali - faulty} dari {args.kali} baik")
    return int(faulty > 0)


if __name__ == "__main__":
    sys.exit(main())
