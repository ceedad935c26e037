"""Does a room's own test notice a wrong operator? One change at a time, in a copy of the tree.

``python benchmarks/mutasi.py --seed 7 measures results`` draws changes (see ``mutants``), runs the
room's tests on each until the first fails, and prints what nobody noticed. Tests that reach the
changed line run first, those of the other files after them; every one runs before a change counts
as unnoticed. The interpreter needs the extra ``mutation`` beside ``test``.
"""

from __future__ import annotations

import argparse
import difflib
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from mutants import Change, draw
from mutasi_uji import Room

ROOT = Path(__file__).resolve().parent.parent
LEFT_OUT = (".git", ".venv", "build", "output", "_book", ".hypothesis", "*_cache", "__pycache__")
ROOMS: dict[str, tuple[str, ...]] = {
    "measures": ("tests/measures",),
    "results": ("tests/results",),
    "data": ("tests/data", "tests/exchange"),
    "checks": ("tests/checks",),
    "assessment": ("tests/assessment",),
    "formatting.py": ("tests/test_formatting.py", "tests/measures/test_formula_properties.py",
                      "tests/measures/test_worked_examples.py",
                      "tests/data/test_reading_properties.py"),
}  # fmt: skip
BEGIN, END = "<!-- angka: awal -->", "<!-- angka: akhir -->"


def main() -> None:
    """Draw, run, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("rooms", nargs="*", default=list(ROOMS), metavar="RUANG")
    parser.add_argument("--size", type=int, default=50, help="banyaknya perubahan tiap ruang")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--tree", type=Path, default=ROOT, help="pohon yang diuji")
    parser.add_argument("--python", default=sys.executable)
    parser.add_argument("--tulis", type=Path, help="Markdown yang tabel angkanya diganti")
    chosen = parser.parse_args()
    if chosen.python != sys.executable:
        rest = [word for word in sys.argv[1:] if word not in ("--python", chosen.python)]
        raise SystemExit(subprocess.call([chosen.python, __file__, *rest]))
    if unknown := set(chosen.rooms) - set(ROOMS):
        parser.error(f"ruang tidak dikenal: {', '.join(sorted(unknown))}; ada: {', '.join(ROOMS)}")
    counts = {}
    with tempfile.TemporaryDirectory(prefix="mutasi-") as folder:
        tree = Path(folder) / "pohon"
        shutil.copytree(chosen.tree, tree, ignore=shutil.ignore_patterns(*LEFT_OUT))
        for room in chosen.rooms:
            counts[room] = try_room(tree, room, chosen.size, chosen.seed)
    table = table_of(counts, chosen.seed)
    print(table)
    if chosen.tulis:
        text = chosen.tulis.read_text(encoding="utf-8")
        head, tail = text.split(BEGIN)[0], text.split(END)[1]
        chosen.tulis.write_text(f"{head}{BEGIN}\n\n{table}\n\n{END}{tail}", encoding="utf-8")


def try_room(tree: Path, room: str, size: int, seed: int) -> tuple[int, int]:
    """Try the changes drawn of a room; give how many were noticed, of how many."""
    place = tree / "lkjip_analysis" / room
    files = [place] if place.is_file() else sorted(place.glob("*.py"))
    tests = [name for name in ROOMS[room] if (tree / name).exists()]
    began, noticed = time.perf_counter(), 0
    with Room(tree, [*tests, f"lkjip_analysis/{room}"], f"lkjip_analysis/{room}") as running:
        drawn = draw(tree, files, size, seed)
        for number, (change, new) in enumerate(drawn, 1):
            by = notice(tree, running, change, new)
            noticed += bool(by)
            if sys.stderr.isatty():
                print(f"\r{room} {number}/{len(drawn)}", end="", file=sys.stderr, flush=True)
            if not by:
                old = (tree / change.path).read_text(encoding="utf-8")
                print(f"{change.path}:{change.line}\n{lines_of(old, new)}", flush=True)
    took = time.perf_counter() - began
    print(f"{room}: {noticed} dari {len(drawn)} terlihat, {took:.0f} detik\n", flush=True)
    return noticed, len(drawn)


def notice(tree: Path, running: Room, change: Change, new: str) -> str:
    """Put a change in, run the tests, take it out; name what noticed it, blank if nothing did."""
    path = tree / change.path
    old, times = path.read_bytes(), path.stat()
    try:
        path.write_text(new, encoding="utf-8")
        os.utime(path, (times.st_atime, times.st_mtime + 1000))  # no bytecode of the old text
        return running.noticed_by(change.path, change.line)
    finally:
        path.write_bytes(old)
        os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))


def lines_of(old: str, new: str) -> str:
    """Give the changed lines of a text, old and new."""
    compared = difflib.unified_diff(old.splitlines(), new.splitlines(), lineterm="", n=0)
    return "\n".join(f"  {line[0]} {line[1:].strip()}" for line in [*compared][3:])


def table_of(counts: dict[str, tuple[int, int]], seed: int) -> str:
    """Write the figures by room as a Markdown table."""
    rows = [f"| Ruang (undian {seed}) | Terlihat | Dicoba | Bagian |", "|---|---:|---:|---:|"]
    total = [sum(column) for column in zip(*counts.values(), strict=True)]
    for name, (seen, tried) in [*counts.items(), ("Semua", total)]:
        rows.append(f"| {name} | {seen} | {tried} | {100 * seen / max(tried, 1):.0f}% |")
    return "\n".join(rows)


if __name__ == "__main__":
    main()
