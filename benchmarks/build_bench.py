"""How long builds take and how much memory they need; writes ``docs/benchmarks.md``.

Everything runs in a copy of the project, so nothing of the tree is changed. What is measured is
kept in ``benchmarks/hasil.json``, part by part, so that a part can be measured anew by itself::

    python benchmarks/build_bench.py                      # all, under 20 minutes on two cores
    python benchmarks/build_bench.py --hanya baris        # a part: biasa, baris, web, unit, ...
    python benchmarks/build_bench.py --hanya unit --unit 1,10,50,100,200
"""

from __future__ import annotations

import argparse
import json
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

import growth
from measuring import ROOT, Bench, machine
from ordinary import ordinary
from pages import pages
from writing import write

RESULTS = ROOT / "benchmarks" / "hasil.json"
DOCUMENT = ROOT / "docs" / "benchmarks.md"
PARTS = ("biasa", "baris", "web", "unit", "snakemake")


def numbers(text: str) -> list[int]:
    """Read numbers parted by commas."""
    return [int(part) for part in text.split(",") if part]


def measures(args: argparse.Namespace) -> dict[str, Callable[[Bench], Any]]:
    """Say how each part is measured."""
    return {
        "biasa": lambda bench: ordinary(bench, args.ulang, kernels=not args.tanpa_kernel),
        "baris": lambda bench: growth.rows(bench, args.baris),
        "web": pages,
        "unit": lambda bench: [
            *growth.units(bench, args.unit, "html"),
            *growth.units(bench, args.unit_lengkap, "html,pdf,docx"),
        ],
        "snakemake": lambda bench: growth.workflow(bench, args.unit_alur, args.snakemake),
    }


def main() -> None:
    """Measure and write."""
    parser = argparse.ArgumentParser(description="Ukur waktu dan memori pembuatan laporan.")
    parser.add_argument("--hanya", choices=PARTS, nargs="+", default=PARTS, help="bagian saja")
    parser.add_argument("--ulang", type=int, default=3, help="banyaknya pengulangan (bawaan: 3)")
    parser.add_argument("--tanpa-kernel", action="store_true", help="tanpa pembanding papermill")
    parser.add_argument("--baris", type=numbers, default="10,100,1000,5000", help="baris program")
    parser.add_argument("--unit", type=numbers, default="1,10,50", help="unit, halaman web saja")
    parser.add_argument("--unit-lengkap", type=numbers, default="1,10", help="unit, tiga format")
    parser.add_argument("--unit-alur", type=int, default=10, help="unit dalam alur Snakemake")
    parser.add_argument("--snakemake", default=shutil.which("snakemake"), help="letak Snakemake")
    args = parser.parse_args()
    found = json.loads(RESULTS.read_text(encoding="utf-8")) if RESULTS.exists() else {}
    for part in args.hanya:
        if part == "snakemake" and not args.snakemake:
            print("snakemake: dilewati, tidak terpasang (lihat docs/banyak-unit.md)")
            continue
        print(part, flush=True)
        place = machine()
        with tempfile.TemporaryDirectory(prefix="lkjip-bench-") as name:
            values = measures(args)[part](Bench(Path(name)))
        found[part] = {"mesin": place, "nilai": values}
        text = json.dumps(found, ensure_ascii=False, indent=1, default=asdict)
        RESULTS.write_text(text + "\n", encoding="utf-8", newline="\n")
        found = json.loads(text)
        DOCUMENT.write_text(write(found), encoding="utf-8", newline="\n")
    print(DOCUMENT.read_text(encoding="utf-8"))


if __name__ == "__main__":
    main()
