"""``docs/benchmarks.md`` out of the measurements."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from ordinary import COLD

HEAD = """# Waktu dan memori

Dibuat oleh `make bench` dari `benchmarks/hasil.json`; jangan disunting dengan tangan.

Detik CPU adalah jumlah semua proses; itu yang dapat dibandingkan, sebab detik jam bergantung pada
pekerjaan lain di mesin yang sama. Memori puncak adalah jumlah semua proses pada saat yang sama,
dilihat setiap 50 milidetik. Nilai tengah bila diulang; bandingkan perbandingannya, bukan detiknya.
"""
UNITS = """
Unit buatan (`benchmarks/units.py`): data contoh dinas dengan nama, pagu, dan realisasi sendiri,
masing-masing sekitar 34 baris program. `lkjip batch` dengan dua proses. "Satu unit berubah, satu
unit salah": unit yang salah tidak menghentikan yang lain, dan hanya unit yang berubah dikerjakan.
"""
ROWS = """
Unit buatan dengan sekian baris pada `program.csv`, setiap baris dengan indikatornya, tiga format.
Kolom terakhir membagi tambahan CPU dengan tambahan baris terhadap baris tabel sebelumnya; bila
angkanya tetap, waktunya tumbuh sebanding dengan banyaknya baris. Memori puncak laporan besar hampir
seluruhnya dipakai Typst untuk menyusun halaman PDF; tanpa PDF kebutuhannya jauh lebih kecil.
"""
FLOW = """
Alur Snakemake dengan dua pekerjaan setempat atas unit-unit yang sama dengan `lkjip batch`; satu di
antaranya salah dan tidak menghentikan yang lain. Snakemake memulai Python baru untuk setiap unit.
"""


def write(found: Mapping[str, Any]) -> str:
    """Write the document; what was not measured is left out."""
    parts = [HEAD]
    for part, title, body in (
        ("biasa", "Satu unit", _ordinary),
        ("baris", "Pertumbuhan menurut baris", _rows),
        ("unit", "Pertumbuhan menurut banyaknya unit", _units),
        ("snakemake", "Snakemake", _workflow),
    ):
        if part in found:
            place = f"Mesin: {found[part]['mesin']}."
            parts.append(f"## {title}\n\n{place}\n{body(found[part]['nilai'])}")
    return "\n".join(parts)


def _ordinary(cases: Mapping[str, Any]) -> str:
    cold = cases[COLD]["cpu"]
    return _table(
        ["kasus", "detik", "detik CPU", "memori puncak (MB)", "CPU terhadap bangun dari kosong"],
        [[name, *_taken(t), f"{t['cpu'] / cold:.2f}"] for name, t in cases.items()],
    )


def _rows(sizes: Mapping[str, Any]) -> str:
    lines, before = [], None
    for count, taken in sorted(sizes.items(), key=lambda item: int(item[0])):
        more = "–"
        if before:
            more = f"{(taken['cpu'] - before[1]) / (int(count) - before[0]) * 1000:.0f}"
        lines.append([count, *_taken(taken), more])
        before = int(count), taken["cpu"]
    heads = ["baris program", "detik", "detik CPU", "memori puncak (MB)", "md CPU per baris"]
    return ROWS + _table(heads, lines)


def _units(runs: Sequence[Mapping[str, Any]]) -> str:
    lines = [
        [str(run["unit"]), run["format"], run["kasus"], *_taken(run),
         f"{run['cpu'] / run['unit']:.2f}", f"{run['unit'] / run['wall'] * 60:.0f}"]
        for run in runs
    ]  # fmt: skip
    heads = ["unit", "format", "kasus", "detik", "detik CPU", "memori puncak (MB)"]
    return UNITS + _table([*heads, "detik CPU per unit", "unit per menit"], lines, words=3)


def _workflow(cases: Mapping[str, Any]) -> str:
    heads = ["kasus", "detik", "detik CPU", "memori puncak (MB)"]
    return FLOW + _table(heads, [[name, *_taken(t)] for name, t in cases.items()])


def _taken(taken: Mapping[str, Any]) -> list[str]:
    return [f"{taken['wall']:.1f}", f"{taken['cpu']:.1f}", f"{taken['memory']:.0f}"]


def _table(heads: Sequence[str], lines: Iterable[Sequence[str]], words: int = 1) -> str:
    """Write a table whose first columns hold words, the others numbers."""
    marks = [":--"] * words + ["--:"] * (len(heads) - words)
    rows = [heads, marks, *lines]
    return "\n" + "".join(f"| {' | '.join(row)} |\n" for row in rows)
