"""Count how many planted errors the checks find, and what they say of clean data.

Plants every kind of error many times, each in a fresh clean unit, runs all rules and writes the
table ``docs/pemeriksaan-uji.md``. Run with ``make check-bench``, or::

    python benchmarks/check_bench.py --percobaan 20
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(PROJECT / "tests" / "checks"))

from planted_errors import BLIND, KINDS, Kind  # noqa: E402
from spoiled import CleanUnit, points_at, read_clean  # noqa: E402
from unit_bersih import TAHUN, make_unit  # noqa: E402

from lkjip_analysis.checks import Finding  # noqa: E402
from lkjip_analysis.data.validation import load_year  # noqa: E402

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


def identity(finding: Finding) -> str:
    """Name a finding by what it says, not by figures that shift with every total."""
    return f"{finding.id} {finding.tempat} {finding.selisih}"


def try_kind(
    kind: Kind, seed: float, clean: CleanUnit, score: Score, known: frozenset[str] = frozenset()
) -> None:
    """Plant one error and look whether the expected rules see it; known findings do not count."""
    unit = deepcopy(clean.unit)
    place = kind.plant(random.Random(f"{kind.nama}{seed}"), unit)
    if place is None:
        return
    findings, refused = clean.findings(unit)
    new = [f for f in findings if identity(f) not in known]
    seen = [f for f in new if f.id in kind.aturan or not kind.aturan]
    score.tried += 1
    score.found += refused or bool(seen)
    score.placed += refused or any(points_at(finding, place) for finding in seen)
    if not seen and not refused:
        score.missed.append(seed)


def run(trials: int) -> tuple[dict[str, Score], list[str], float]:
    """Plant every kind in as many clean units; also list the findings on the clean ones."""
    scores = {kind.nama: Score() for kind in (*KINDS, *BLIND)}
    false_alarms: list[str] = []
    started = time.perf_counter()
    for seed in range(trials):
        clean = read_clean(make_unit(seed))
        false_alarms += [f"{seed}: {f.as_text()}" for f in clean.findings(clean.unit)[0]]
        for kind in KINDS:
            try_kind(kind, seed, clean, scores[kind.nama])
        for kind in BLIND:
            for part in range(BLIND_TRIALS):
                try_kind(kind, seed + part / 100, clean, scores[kind.nama])
    return scores, false_alarms, time.perf_counter() - started


def run_on_real_data(trials: int) -> dict[str, Score]:
    """Plant blind errors in the data of the default unit; only new findings count."""
    data = load_year(TAHUN, PROJECT / "data")
    unit = {
        table.berkas: table.text.to_dict("records")
        for year in (data, *data.history.values())
        for table in year.tables.values()
        if not table.text.empty
    }
    real = read_clean(unit)
    known = frozenset(identity(f) for f in real.findings(unit)[0])
    scores = {kind.nama: Score() for kind in BLIND}
    for kind in BLIND:
        for seed in range(trials):
            try_kind(kind, seed, real, scores[kind.nama], known)
    return scores


def as_table(
    scores: dict[str, Score], real: dict[str, Score], false_alarms: list[str], trials: int
) -> str:
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
        "berbunyi, atau bila validasi sudah menolak datanya; tempat tepat bila temuannya menunjuk "
        "sel yang dirusak. Dibuat dengan "
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
        "Jenis di atas dipilih oleh penulis aturan, dan aturannya diperbaiki sesudah uji pertama. "
        "Bagian ini menanam kesalahan tanpa melihat "
        "aturan: di sel atau baris mana pun. Temuan apa pun dihitung. Yang terlewat terutama angka "
        "yang salah tetapi masih wajar dan hanya disebut sekali (target atau realisasi satu "
        "indikator, jumlah barang, unsur survei): tidak ada angka lain untuk membandingkannya.",
        "",
        "| Jenis kesalahan | Aturan | Ditanam | Ditemukan | Tempat tepat |",
        "|---|---|---:|---:|---:|",
        *(_line(kind, scores[kind.nama]) for kind in BLIND),
        "",
        "Hal yang sama pada data 2024 yang sebenarnya, yang pagu kegiatan dan subkegiatannya tidak "
        "diterbitkan dan karena itu lebih sedikit dapat dibandingkan. Hanya temuan baru dihitung.",
        "",
        "| Jenis kesalahan | Aturan | Ditanam | Ditemukan | Tempat tepat |",
        "|---|---|---:|---:|---:|",
        *(_line(kind, real[kind.nama]) for kind in BLIND),
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
    real = run_on_real_data(5 * options.percobaan)
    text = as_table(scores, real, false_alarms, options.percobaan)
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
