"""Invented units to measure with: plausible, all different, the same every time.

Each is the example unit under another name, with other money and other results, and with as many
rows of programmes, kegiatan and subkegiatan as wanted.
"""

from __future__ import annotations

import csv
import shutil
from collections.abc import Iterator
from itertools import count, islice
from pathlib import Path
from random import Random
from typing import Any

EXAMPLE = Path(__file__).resolve().parent.parent / "examples" / "dinas"
TAHUN = 2024
Row = dict[str, Any]

SUBJECTS = (
    "Perhubungan", "Kesehatan", "Pendidikan", "Pekerjaan Umum dan Penataan Ruang", "Sosial",
    "Perumahan dan Permukiman", "Lingkungan Hidup", "Pertanian", "Perikanan", "Perdagangan",
    "Perindustrian", "Tenaga Kerja", "Koperasi dan Usaha Mikro", "Pariwisata", "Kebudayaan",
    "Kepemudaan dan Olahraga", "Perpustakaan dan Kearsipan", "Komunikasi dan Informatika",
    "Kependudukan dan Pencatatan Sipil", "Ketahanan Pangan",
)  # fmt: skip
FIRST = ("Suka", "Tirta", "Marga", "Wana", "Bumi", "Karang", "Tanjung", "Giri", "Banyu", "Sido")
SECOND = ("maju", "sari", "raya", "asri", "mulya", "jaya", "rejo", "agung", "indah", "luhur")
DEEDS = (
    ("Penyediaan", "Tersedianya"),
    ("Pemeliharaan", "Terpeliharanya"),
    ("Pengelolaan", "Terkelolanya"),
    ("Peningkatan", "Meningkatnya"),
    ("Pengawasan", "Terawasinya"),
    ("Pembinaan", "Terbinanya"),
    ("Penyusunan", "Tersusunnya"),
)
THINGS = (
    "Jasa Penunjang Urusan Pemerintahan Daerah", "Sarana dan Prasarana Kantor",
    "Dokumen Perencanaan dan Kinerja Perangkat Daerah", "Data Statistik Sektoral",
    "Pelayanan Terpadu bagi Masyarakat", "Jalan Lingkungan dan Saluran Permukiman",
    "Kelembagaan dan Ketatalaksanaan", "Kapasitas Aparatur dan Tenaga Pendamping",
    "Kerja Sama Antarwilayah", "Sistem Informasi Pelayanan",
)  # fmt: skip


def unit_name(number: int) -> str:
    """Name a unit: twenty dinas, then kecamatan.

    >>> unit_name(1), unit_name(25)
    ('Dinas Kesehatan', 'Kecamatan Karangsari')
    """
    if number < len(SUBJECTS):
        return f"Dinas {SUBJECTS[number]}"
    place = number - len(SUBJECTS)
    name = FIRST[place % len(FIRST)] + SECOND[(place // len(FIRST) + place) % len(SECOND)]
    turn = place // (len(FIRST) * len(SECOND))
    return f"Kecamatan {name}" + (f" {turn + 1}" if turn else "")


def make_unit(folder: Path, number: int = 0, rows: int | None = None) -> Path:
    """Write the data of a unit; ``rows`` is about how many rows ``program.csv`` is to have."""
    random = Random(number)
    shutil.copytree(EXAMPLE, folder, ignore=shutil.ignore_patterns("*.md", "pengakuan.csv"))
    year = folder / str(TAHUN)
    programmes, indicators = read(year / "program.csv"), read(year / "indikator_program.csv")
    if rows is not None:
        resize(programmes, indicators, rows, random)
    spend(programmes, random)
    write(year / "program.csv", programmes)
    write(year / "indikator_program.csv", indicators)
    goals = read(year / "iku.csv")
    for goal in goals:
        if goal["realisasi"] and goal["kode_iku"] != "AKIP":  # which evaluasi.csv repeats
            reached = decimal(goal["realisasi"]) * random.uniform(0.85, 1.12)
            goal["realisasi"] = comma(round(reached, 2))
    write(year / "iku.csv", goals)
    facts = read(year / "identitas.csv")
    name = unit_name(number)
    head = "Camat" if name.startswith("Kecamatan") else "Kepala Dinas"
    new = {
        "nama_unit": f"{name} Kabupaten Rekaan",
        "nama_unit_singkat": name,
        "jenis_unit": name.split()[0].lower(),
        "jabatan_kepala": f"{head} {name.split(maxsplit=1)[1]}",
        "total_pagu_dpa": str(sum(int(row["pagu"] or 0) for row in programmes)),
    }
    for fact in facts:
        fact["nilai"] = new.get(fact["kunci"], fact["nilai"])
    write(year / "identitas.csv", facts)
    return folder


def codes() -> Iterator[tuple[str, str, str]]:
    """Give code, parent and level of one row after another: 1 program, 10 kegiatan, 90 below."""
    for number in count(1):
        programme = f"8.{number:02d}"
        yield programme, "", "program"
        for part in range(1, 11):
            kegiatan = f"{programme}.2.{part:02d}"
            yield kegiatan, programme, "kegiatan"
            for sub in range(1, 10):
                yield f"{kegiatan}.{sub:04d}", kegiatan, "subkegiatan"


def add_rows(programmes: list[Row], indicators: list[Row], wanted: int, random: Random) -> None:
    """Add programmes, each row with an indicator, until there are as many rows as wanted."""
    for code, parent, level in islice(codes(), max(0, wanted - len(programmes))):
        (deed, outcome), thing = random.choice(DEEDS), random.choice(THINGS)
        row = dict.fromkeys(programmes[0], "")
        row |= {"kode": code, "induk": parent, "tingkat": level, "nama": f"{deed} {thing}"}
        row |= {"sasaran": f"{outcome} {thing.lower()}"}
        if level == "program":
            row["kode_sasaran"] = random.choice(("S1", "S2", "S3"))
        if level == "subkegiatan":
            row["pagu"] = str(random.randrange(5_000, 900_000) * 1000)
        programmes.append(row)
        target = random.randrange(2, 60)
        mark = dict.fromkeys(indicators[0], "") | {"kode": code, "urutan": "1"}
        mark |= {"indikator": f"Jumlah {thing.lower()} yang ditangani", "satuan": "dokumen"}
        mark |= {"polaritas": "naik", "target": str(target)}
        mark |= {"realisasi": str(round(target * random.uniform(0.7, 1.1)))}
        indicators.append(mark)


def resize(programmes: list[Row], indicators: list[Row], rows: int, random: Random) -> None:
    """Cut or lengthen the tables; no kegiatan is left without what it consists of."""
    add_rows(programmes, indicators, rows, random)
    del programmes[rows:]
    while programmes[-1]["tingkat"] != "subkegiatan":
        programmes.pop()
    kept = {row["kode"] for row in programmes}
    indicators[:] = [row for row in indicators if row["kode"] in kept]


def spend(programmes: list[Row], random: Random) -> None:
    """Give every subkegiatan a pagu of this unit's size and a realisasi below it."""
    size = random.lognormvariate(0, 0.6)
    for row in programmes:
        if row["tingkat"] != "subkegiatan":
            row["pagu"] = row["realisasi"] = ""  # sums of the rows below
            continue
        row["pagu"] = str(round(int(row["pagu"]) * size / 1000) * 1000)
        row["realisasi"] = str(round(int(row["pagu"]) * random.uniform(0.78, 1.0)))


def decimal(text: str) -> float:
    """Read a number with a decimal comma."""
    return float(text.replace(",", "."))


def comma(number: float) -> str:
    """Write a number with a decimal comma."""
    return str(number).replace(".", ",")


def read(path: Path) -> list[Row]:
    """Read the rows of a CSV file, whichever of the two separators it uses."""
    text = path.read_text(encoding="utf-8-sig")
    separator = ";" if ";" in text.splitlines()[0] else ","
    return list(csv.DictReader(text.splitlines(), delimiter=separator))


def write(path: Path, rows: list[Row]) -> None:
    """Write rows with semicolons."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), delimiter=";", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
