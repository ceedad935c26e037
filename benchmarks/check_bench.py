"""Count how many planted errors the checks find, and what they say of clean data.

Plants every kind of error many times, each in a fresh clean unit, runs all rules and writes the
table ``docs/pemeriksaan-uji.md``. Run with ``make check-bench``, or::

    python benchmarks/check_bench.py --percobaan 20
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from collections.abc import Iterable
from copy import deepcopy
from dataclasses import dataclass, field, replace
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(PROJECT / "tests" / "checks"))

from planted_errors import BLIND, KINDS, Kind, Place  # noqa: E402
from unit_bersih import TAHUN, Unit, make_unit, write_unit  # noqa: E402

from lkjip_analysis.checks import Finding, run_checks  # noqa: E402
from lkjip_analysis.data.reading import YearData, read_facts, read_table  # noqa: E402
from lkjip_analysis.data.schemas import TABLES  # noqa: E402
from lkjip_analysis.data.validation import check_year, load_year  # noqa: E402
from lkjip_analysis.results import compute_results  # noqa: E402

BLIND_TRIALS = 10
"""Blind errors of each kind in each clean unit."""

REPORT = PROJECT / "docs" / "pemeriksaan-uji.md"


@dataclass
class Score:
    """What became of one kind of error."""

    tried: int = 0
    found: int = 0
    placed: int = 0
    missed: list[float] = field(default_factory=list)
    seen_by: set[str] = field(default_factory=set)


def reread(base: YearData, unit: Unit, changed: Iterable[str], root: Path) -> tuple[YearData, bool]:
    """Read the changed files anew; also say whether validation already refuses them."""
    write_unit({file: unit[file] for file in changed}, root)
    tables, history, refused = dict(base.tables), dict(base.history), False
    facts = base.identitas
    for file in changed:
        name, folder = Path(file).stem, Path(file).parent.name
        table, faults = read_table(root / file, TABLES[name], file)
        refused |= bool(faults)
        if folder in ("", str(TAHUN)):
            tables[name] = table
            if name == "identitas":
                facts, faults = read_facts(table)
                refused |= bool(faults)
        else:
            past = history[int(folder)]
            history[int(folder)] = replace(past, tables={**past.tables, name: table})
    data = replace(base, tables=tables, history=history, identitas=facts)
    return data, refused or bool(check_year(data))


def try_kind(
    kind: Kind, seed: float, clean: Unit, base: YearData, root: Path, score: Score
) -> None:
    """Plant one error and look whether the expected rules see it."""
    unit = deepcopy(clean)
    place = kind.plant(random.Random(f"{kind.nama}{seed}"), unit)
    if place is None:
        return
    changed = [file for file in unit if unit[file] != clean[file]]
    data, refused = reread(base, unit, changed, root)
    findings = [] if refused else run_checks(compute_results(data))
    write_unit({file: clean[file] for file in changed}, root)
    score.tried += 1
    seen = [finding for finding in findings if finding.id in kind.aturan or not kind.aturan]
    score.found += bool(seen) or refused
    score.placed += refused or any(points_at(finding, place) for finding in seen)
    score.seen_by |= {"validasi"} if refused else {finding.id for finding in seen}
    if not seen and not refused:
        score.missed.append(seed)


def points_at(finding: Finding, place: Place) -> bool:
    """Say whether a finding names the cell that was spoiled."""
    return any((cell.berkas, cell.baris, cell.kolom) == place for cell in finding.sel)


def run(trials: int) -> tuple[dict[str, Score], list[str], float]:
    """Plant every kind in as many clean units; also list the findings on the clean ones."""
    scores = {kind.nama: Score() for kind in (*KINDS, *BLIND)}
    false_alarms: list[str] = []
    started = time.perf_counter()
    for seed in range(trials):
        clean = make_unit(seed)
        with tempfile.TemporaryDirectory() as folder:
            root = write_unit(clean, Path(folder))
            base = load_year(TAHUN, root)
            false_alarms += [f"{seed}: {f.as_text()}" for f in run_checks(compute_results(base))]
            for kind in KINDS:
                try_kind(kind, seed, clean, base, root, scores[kind.nama])
            for kind in BLIND:
                for part in range(BLIND_TRIALS):
                    try_kind(kind, seed + part / 100, clean, base, root, scores[kind.nama])
    return scores, false_alarms, time.perf_counter() - started


def as_table(scores: dict[str, Score], false_alarms: list[str], trials: int) -> str:
    """Write the result as Indonesian markdown."""
    own = [scores[kind.nama] for kind in KINDS]
    tried, found = sum(score.tried for score in own), sum(score.found for score in own)
    placed = sum(score.placed for score in own)
    weak = [kind.nama for kind in KINDS if falls_short(scores[kind.nama])]
    lines = [
        "# Uji pemeriksaan",
        "",
        f"Setiap jenis kesalahan ditanam {trials} kali, masing-masing pada satu data unit buatan "
        "yang bersih dan pada sel yang diundi. Dihitung ditemukan bila aturan yang semestinya "
        "berbunyi; tempat tepat bila temuannya menunjuk sel yang dirusak. Dibuat dengan "
        "`make check-bench`; jangan disunting.",
        "",
        f"- Jenis kesalahan: {len(own)}; kesalahan yang ditanam: {tried}.",
        f"- Ditemukan: {found} ({_share(found, tried)}); "
        f"tempatnya tepat: {placed} ({_share(placed, tried)}).",
        f"- Temuan pada {trials} data bersih (seharusnya nol): {len(false_alarms)}.",
        f"- Di bawah 95%: {'; '.join(weak) or 'tidak ada'}.",
        "",
        "| Jenis kesalahan | Aturan | Ditanam | Ditemukan | Tempat tepat |",
        "|---|---|---:|---:|---:|",
        *(_line(kind, scores[kind.nama]) for kind in KINDS),
        "",
        "## Kesalahan sembarang",
        "",
        "Jenis di atas dipilih oleh penulis aturan. Bagian ini menanam kesalahan tanpa melihat "
        "aturan: di sel atau baris mana pun. Temuan apa pun dihitung. Yang terlewat terutama angka "
        "yang salah tetapi masih wajar dan hanya disebut sekali (target atau realisasi satu "
        "indikator, jumlah barang, unsur survei): tidak ada angka lain untuk membandingkannya.",
        "",
        "| Jenis kesalahan | Aturan | Ditanam | Ditemukan | Tempat tepat |",
        "|---|---|---:|---:|---:|",
        *(_line(kind, scores[kind.nama]) for kind in BLIND),
    ]
    return "\n".join(lines) + "\n"


def _line(kind: Kind, score: Score) -> str:
    rules = ", ".join(kind.aturan) or "mana pun"
    placed = _share(score.placed, score.tried) if "baris" not in kind.nama or kind.aturan else "–"
    return (
        f"| {kind.nama} | {rules} | {score.tried} | {_share(score.found, score.tried)} | {placed} |"
    )


def falls_short(score: Score) -> bool:
    """Say whether fewer than 95 % of a kind were found."""
    return bool(score.tried) and score.found < 0.95 * score.tried


def _share(part: int, whole: int) -> str:
    return f"{round(100 * part / whole)}%" if whole else "–"


def main() -> int:
    """Run the benchmark and write its table; 1 where it falls short."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--percobaan", type=int, default=20, help="banyaknya data bersih, dan percobaan per jenis"
    )
    parser.add_argument("--tulis", type=Path, default=REPORT, help="berkas tabel hasil")
    options = parser.parse_args()
    scores, false_alarms, seconds = run(options.percobaan)
    text = as_table(scores, false_alarms, options.percobaan)
    options.tulis.parent.mkdir(parents=True, exist_ok=True)
    options.tulis.write_text(text, encoding="utf-8")
    print(text)
    for kind in KINDS:
        if scores[kind.nama].missed:
            print(f"terlewat: {kind.nama}: percobaan {scores[kind.nama].missed}")
    print("\n".join(false_alarms))
    print(f"{seconds:.0f} detik")
    short = any(falls_short(scores[kind.nama]) for kind in KINDS)
    return int(short or bool(false_alarms))


if __name__ == "__main__":
    raise SystemExit(main())
