"""Measure how many planted errors the rules find, kind by kind; write ``docs/galat.md``.

The kinds stand in ``tests/checks/undian*.py``, written by another hand than the rules. Each is
drawn for every unit and seed; an error counts as found where reading refuses it or an open
finding of ``galat`` or ``peringatan`` points at its cell. Each false sentence has its true twin,
which must give nothing.

    python benchmarks/galat.py --seed 51 52
    python benchmarks/galat.py --seed 51 52 --tulis docs/galat.md
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT / "tests" / "checks"), str(ROOT / "tests"), str(ROOT)]

START, END = "<!-- angka: awal -->", "<!-- angka: akhir -->"


def main() -> None:
    """Draw, judge, and print or write the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, nargs="+", default=[41, 42])
    parser.add_argument("--tulis", type=Path)
    asked = parser.parse_args()
    table = measure(asked.seed)
    if not asked.tulis:
        print(table)
        return
    before, _, rest = asked.tulis.read_text(encoding="utf-8").partition(START)
    after = rest.partition(END)[2]
    asked.tulis.write_text(f"{before}{START}\n\n{table}\n{END}{after}", encoding="utf-8")


def measure(seeds: list[int]) -> str:
    """Draw every kind in every unit for every seed; give the table."""
    from undian import basis, draw, found, judge, read_unit
    from undian_semua import KINDS
    from unit_bersih import make_unit

    units = {
        "Sumobito": read_unit(ROOT / "data"),
        "contoh dinas": read_unit(ROOT / "examples" / "dinas"),
        "buatan 3": make_unit(3),
        "buatan 9": make_unit(9),
    }
    planted: Counter[str] = Counter()
    seen: Counter[str] = Counter()
    twins: Counter[str] = Counter()
    alarms: Counter[str] = Counter()
    for name, unit in units.items():
        with tempfile.TemporaryDirectory() as folder:
            base = basis(name, unit, Path(folder))
        for kind in KINDS.values():
            for seed in seeds:
                error = draw(base, kind, seed)
                if error is None:
                    continue
                planted[kind.nama] += 1
                if found(base, error):
                    seen[kind.nama] += 1
                else:
                    print("tidak terlihat:", name, kind.nama, "|", error.told, file=sys.stderr)
                if error.twin is not None:
                    twins[kind.nama] += 1
                    verdict = judge(base, error.twin, None)
                    if verdict.refused or verdict.findings:
                        alarms[kind.nama] += 1
                        said = [(f.id, f.pesan[:120]) for f in verdict.findings]
                        print("salah lapor:", name, error.twin_told, said, file=sys.stderr)
    return report(planted, seen, twins, alarms, seeds)


def report(
    planted: Counter[str],
    seen: Counter[str],
    twins: Counter[str],
    alarms: Counter[str],
    seeds: list[int],
) -> str:
    """Write the table: kinds, then sentences and tables together."""
    lots = " dan ".join(map(str, seeds))
    lines = [
        f"| Jenis (undian {lots}) | Ditanam | Terlihat | Kalimat benar | Salah lapor |",
        "|---|---:|---:|---:|---:|",
    ]
    lines += [
        f"| {name} | {planted[name]} | {seen[name]} | {twins[name] or '–'} |"
        f" {alarms[name] if twins[name] else '–'} |"
        for name in planted
    ]
    for label, start in (("semua kalimat", "kalimat"), ("semua tabel", "tabel")):
        names = [name for name in planted if name.startswith(start)]
        all_of, of = sum(planted[n] for n in names), sum(seen[n] for n in names)
        lines.append(
            f"| **{label}** | {all_of} | {of} ({of / all_of:.0%}) |"
            f" {sum(twins[n] for n in names) or '–'} | {sum(alarms[n] for n in names)} |"
        )
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
