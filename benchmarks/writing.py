"""``docs/benchmarks.md`` out of the measurements."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from ordinary import AGAIN, CELL, CHECK, COLD, FLOOR, HELP, PREVIEWED

HEAD = """# Waktu dan memori

Dibuat oleh `make bench` dari `benchmarks/hasil.json`; jangan disunting dengan tangan.

Detik CPU adalah jumlah semua proses; itu yang dapat dibandingkan, sebab detik jam bergantung pada
pekerjaan lain di mesin yang sama. Memori puncak adalah jumlah semua proses pada saat yang sama,
dilihat setiap 0,2 detik. Nilai tengah bila diulang; bandingkan perbandingannya, bukan detiknya.
"""
AIMS = """
Sasaran, menurut detik jam pada pengukuran yang sama.
"""
PARTS = """
Ke mana waktunya: langkah satu kali bangun dari kosong, tiap format sekali lagi sendirian, dan
bagian lantai.
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
PAGES = """
Setiap halaman dibuka dari berkas di Chromium yang dibuat empat kali lebih lambat, selebar telepon
dan selebar layar; yang tercepat dari lima kali. Sasaran: selesai dimuat dalam 1,2 detik. Berkas
`-2024` memuat seluruh buku (`--satu-berkas`), dengan gaya, skrip, huruf, dan datanya.
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
        ("web", "Halaman web", _pages),
        ("unit", "Pertumbuhan menurut banyaknya unit", _units),
        ("snakemake", "Snakemake", _workflow),
    ):
        if part in found:
            place = f"Mesin: {found[part]['mesin']}."
            parts.append(f"## {title}\n\n{place}\n{body(found[part]['nilai'])}")
    return "\n".join(parts)


def _ordinary(found: Mapping[str, Any]) -> str:
    cases, cold = found["kasus"], found["kasus"][COLD]
    heads = ["kasus", "detik", "detik CPU", "memori puncak (MB)"]
    ratios = [f"{name} terhadap bangun dari kosong" for name in ("detik", "CPU")]
    lines = [
        [name, *_taken(t), f"{t['wall'] / cold['wall']:.2f}", f"{t['cpu'] / cold['cpu']:.2f}"]
        for name, t in cases.items()
    ]
    return _table([*heads, *ratios], lines) + AIMS + _table(*_aims(cases)) + PARTS + _steps(found)


def _aims(cases: Mapping[str, Any]) -> tuple[list[str], list[list[str]]]:
    """Compare with the aims, by the clock: what was measured, and how much is left."""
    wall = {name: taken["wall"] for name, taken in cases.items()}
    cold = wall[COLD]
    aims = [
        ("bangun dari kosong terhadap lantai", cold / wall[FLOOR], 2.3, "×"),
        ("tidak ada yang berubah, di atas waktu mulai", wall[AGAIN] - wall[HELP], 0.5, "dtk"),
        ("pratinjau terbuka, satu sel", wall[PREVIEWED + CELL] / cold, 0.45, "×"),
        ("`lkjip --help`", wall[HELP], 0.1, "dtk"),
        ("`lkjip check`", wall[CHECK], 1.0, "dtk"),
    ]
    lines = [
        [name, f"{limit:.2f} {unit}", f"{value:.2f} {unit}",
         "tercapai" if value <= limit else f"kurang {value - limit:.2f} {unit}"]
        for name, value, limit, unit in aims
    ]  # fmt: skip
    return ["sasaran", "paling banyak", "terukur", "hasil"], lines


def _steps(found: Mapping[str, Any]) -> str:
    """Lay the steps of a cold build beside the parts of the floor."""
    lines = [[step, f"{seconds:.2f}"] for step, seconds in found["langkah"].items()]
    lines += [[f"lantai: {part}", f"{seconds:.2f}"] for part, seconds in found["lantai"].items()]
    return _table(["langkah", "detik"], lines)


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


def _pages(found: Sequence[Mapping[str, Any]]) -> str:
    lines = [
        [one["halaman"], f"{one['byte'] / 1000:.0f}",
         *(f"{ms}" for width in ("390", "1440") for ms in one.get("ms", {}).get(width, "––"))]
        for one in found
    ]  # fmt: skip
    heads = [
        f"{what}, {width} px (md)" for width in (390, 1440) for what in ("tampil", "selesai dimuat")
    ]
    return PAGES + _table(["halaman", "berat (kB)", *heads], lines)


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
