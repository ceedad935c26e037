"""Corrupt cells at random; count the figures that change without a word, column by column.

A number is scaled, its digits are swapped, it is dropped, it trades places with another of its
column; a file is cut. What changes a figure is told where reading refuses it, a compulsory gap
appears, or a finding of ``galat`` or ``peringatan`` is new. What stays silent contradicts nothing
that the rules know; the table lists it by column.

    python benchmarks/galat_acak.py --seed 7 --size 150 --tulis docs/galat.md
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT / "tests" / "checks"), str(ROOT / "tests"), str(ROOT)]

from spoiled import reread  # noqa: E402
from undian import (  # noqa: E402
    NUMBERS,
    Basis,
    basis,
    copy_of,
    id_number,
    judge,
    mistyped,
    num,
    read_unit,
)  # fmt: skip
from unit_bersih import Unit  # noqa: E402

from lkjip_analysis.data.gaps import list_gaps  # noqa: E402
from lkjip_analysis.data.schemas import TABLES  # noqa: E402
from lkjip_analysis.results import compute_results  # noqa: E402

BEGIN, END = "<!-- acak: awal -->", "<!-- acak: akhir -->"


def main() -> None:
    """Corrupt both units, print or write the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=5)
    parser.add_argument("--size", type=int, default=500, help="banyaknya tiap unit")
    parser.add_argument("--tulis", type=Path)
    asked = parser.parse_args()
    told: Counter[str] = Counter()
    silent: Counter[str] = Counter()
    for name, root in (("Sumobito", ROOT / "data"), ("dinas", ROOT / "examples" / "dinas")):
        with tempfile.TemporaryDirectory() as folder:
            base = basis(name, read_unit(root), Path(folder))
        rng = random.Random(f"{asked.seed}/{name}")
        for _ in range(asked.size):
            unit, place, how = corrupt(rng, base)
            is_told = heard(base, unit)
            if is_told is not None:
                (told if is_told else silent)[place] += 1
            if is_told is False:
                print("diam:", name, place, how, file=sys.stderr)
    table = report(told, silent, asked.seed, 2 * asked.size)
    if not asked.tulis:
        print(table)
        return
    before, _, rest = asked.tulis.read_text(encoding="utf-8").partition(BEGIN)
    after = rest.partition(END)[2]
    asked.tulis.write_text(f"{before}{BEGIN}\n\n{table}\n{END}{after}", encoding="utf-8")


def corrupt(rng: random.Random, base: Basis) -> tuple[Unit, str, str]:
    """Corrupt one cell, or cut a file; give the unit, file and column, and what was done."""
    unit = copy_of(base)
    if rng.random() < 0.05:
        file = rng.choice([f for f in unit if len(unit[f]) > 2])
        keep = rng.randrange(1, len(unit[file]))
        del unit[file][keep:]
        return unit, f"{Path(file).name} terpotong", f"{keep} baris"
    cells = [
        (file, index, column.name)
        for file, rows in unit.items()
        for column in TABLES[Path(file).stem].columns
        if column.kind in NUMBERS
        for index, row in enumerate(rows)
        if row.get(column.name)
    ]
    file, index, column = rng.choice(cells)
    row, old = unit[file][index], unit[file][index][column]
    how = rng.choice(("kali", "ketik", "hapus", "tukar"))
    if how == "kali":
        row[column] = id_number(num(old) * rng.choice((10, 100, 1000))).replace(".", "")
    elif how == "ketik":
        row[column] = mistyped(rng, old)
    elif how == "hapus":
        row[column] = ""
    else:
        other = unit[file][rng.randrange(len(unit[file]))]
        row[column], other[column] = other[column], old
    return unit, f"{Path(file).name} {column}", f"{file} baris {index + 2}: {old} -> {row[column]}"


def heard(base: Basis, unit: Unit) -> bool | None:
    """Say whether anything is told of a corrupted unit; None where no figure changed."""
    changed = [file for file in unit if unit[file] != base.unit[file]]
    verdict = judge(base, unit, None)
    if verdict.refused:
        return True
    with tempfile.TemporaryDirectory() as folder:
        data, _ = reread(base.clean.data, unit, changed, Path(folder))
    before, after = base.hasil.figures, compute_results(data).figures
    if all(key in after and after[key].nilai == before[key].nilai for key in before):
        return None
    return bool(verdict.findings) or len(list_gaps(data)) > len(list_gaps(base.clean.data))


def report(told: Counter[str], silent: Counter[str], seed: int, size: int) -> str:
    """Write the table: what was told, and what stayed silent, by column."""
    every, quiet = sum(told.values()) + sum(silent.values()), sum(silent.values())
    lines = [
        f"Dari {size} sel yang dirusak (undian {seed}), {every} mengubah angka; {every - quiet}"
        f" ({(every - quiet) / every:.0%}) ditolak atau disebut. Yang diam:",
        "",
        "| Berkas dan kolom | Diam | Mengubah angka |",
        "|---|---:|---:|",
    ]
    lines += [f"| {k} | {n} | {n + told[k]} |" for k, n in silent.most_common()]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
