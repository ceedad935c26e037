"""A made-up unit without a single finding, drawn anew from a seed: the rules' blank test paper.

``make_unit`` gives the files as lists of records; ``write_unit`` writes them as the CSV that
Indonesian Excel saves. Tests and the mutation benchmark plant one error at a time in it.
"""

from __future__ import annotations

import random
from decimal import Decimal

from unit_bersih_dasar import (
    CENT,
    PROGRAMMES,
    TAHUN,
    UNITS,
    Record,
    Unit,
    dots,
    half_up,
    record,
    say,
    write_unit,
)
from unit_bersih_teks import enter_narrative, enter_past, enter_surroundings

from lkjip_analysis.data.schemas import TABLES

__all__ = [
    "CENT",
    "PROGRAMMES",
    "TAHUN",
    "Record",
    "Unit",
    "dots",
    "half_up",
    "make_unit",
    "say",
    "write_unit",
]


def make_unit(seed: int) -> Unit:
    """Draw a clean unit."""
    rng = random.Random(seed)
    tables = (table for table in TABLES.values() if not table.shared and "/" not in table.file)
    unit: Unit = {f"{TAHUN}/{table.file}": [] for table in tables}
    unit["skala_predikat.csv"] = _scales()
    _goals(unit)
    totals = _programmes(unit, rng)
    marks = _evaluation(unit, rng)
    values = _indicators(unit, rng, marks)
    enter_surroundings(unit, rng, totals)
    enter_narrative(unit, values, totals)
    enter_past(unit, values)
    return unit


def _scales() -> list[Record]:
    bounds = [
        ("AA", 90, 100),
        ("A", 80, 90),
        ("BB", 70, 80),
        ("B", 60, 70),
        ("CC", 50, 60),
        ("C", 30, 50),
        ("D", 0, 30),
    ]
    rows = [
        record(
            "skala_predikat",
            skala="akip_nasional",
            urutan=str(n),
            kategori=name,
            batas_bawah=str(low),
            batas_atas=str(high),
            termasuk="keduanya" if name == "D" else "atas",
            interpretasi=f"Kelas {name}",
        )
        for n, (name, low, high) in enumerate(bounds, 1)
    ]
    support = [
        ("Sangat menunjang", "100", ""),
        ("Menunjang", "75", "100"),
        ("Kurang menunjang", "", "75"),
    ]
    return rows + [
        record(
            "skala_predikat",
            skala="dukungan_program",
            urutan=str(n),
            kategori=name,
            batas_bawah=low,
            batas_atas=high,
            termasuk="bawah",
        )
        for n, (name, low, high) in enumerate(support, 1)
    ]


def _goals(unit: Unit) -> None:
    goals = {
        "S1": ("Meningkatkan tata kelola", "Meningkatnya akuntabilitas dinas"),
        "S2": ("Meningkatkan layanan", "Meningkatnya mutu layanan perizinan"),
        "S3": ("Memperkuat warga", "Meningkatnya keberdayaan lembaga warga"),
    }
    for code, (aim, goal) in goals.items():
        unit["2024/sasaran.csv"].append(
            record("sasaran", kode_sasaran=code, tujuan=aim, sasaran=goal)
        )


def _programmes(unit: Unit, rng: random.Random) -> dict[str, tuple[int, int]]:
    """Enter the tree with its money; give pagu and realisasi by code."""
    totals: dict[str, tuple[int, int]] = {}
    items: list[Record] = []
    for code, (goal, name, activities) in PROGRAMMES.items():
        items.append(_item(code, "", "program", name, goal))
        for k, (activity, leaves) in enumerate(activities.items(), 1):
            items.append(_item(f"{code}.K{k}", code, "kegiatan", activity, ""))
            for s, leaf in enumerate(leaves, 1):
                items.append(_item(f"{code}.K{k}.S{s}", f"{code}.K{k}", "subkegiatan", leaf, ""))
                pagu = rng.randrange(20_000_000, 900_000_000, 1000) + rng.randrange(1, 999)
                totals[f"{code}.K{k}.S{s}"] = pagu, int(pagu * rng.uniform(0.86, 0.985))
    for level in ("kegiatan", "program"):
        for item in items:
            if item["tingkat"] == level:
                below = [totals[i["kode"]] for i in items if i["induk"] == item["kode"]]
                totals[item["kode"]] = sum(p for p, _ in below), sum(r for _, r in below)
    for item in items:
        pagu, spent = totals[item["kode"]]
        item |= {"pagu": dots(pagu), "realisasi": dots(spent)}
        item["serapan_dilaporkan"] = say(half_up(Decimal(spent) / Decimal(pagu) * 100))
        unit["2024/renstra.csv"].append(
            record(
                "renstra",
                kode=f"R{item['kode'][1:]}",
                induk=f"R{item['induk'][1:]}" if item["induk"] else "",
                tingkat=item["tingkat"],
                nama=item["nama"],
            )
        )
        _item_indicator(unit, item, rng)
    unit["2024/program.csv"] = items
    return totals


def _item(code: str, parent: str, level: str, name: str, goal: str) -> Record:
    return record(
        "program",
        kode=code,
        induk=parent,
        tingkat=level,
        nama=name,
        kode_sasaran=goal,
        sasaran=f"Terlaksananya {name.lower()}",
    )


def _item_indicator(unit: Unit, item: Record, rng: random.Random) -> None:
    name = item["nama"].lower()
    if item["tingkat"] == "subkegiatan":
        noun = rng.choice(UNITS)
        goal = rng.randrange(20, 60)
        values = {
            "indikator": f"Jumlah {noun} pada {name}",
            "satuan": noun,
            "target": str(goal),
            "realisasi": str(goal + rng.choice((-2, -1, 0, 1, 2, 3))),
        }
    else:
        word = rng.choice(("tepat waktu", "sesuai standar", "ditindaklanjuti"))
        goal = rng.randrange(80, 95)
        values = {
            "indikator": f"Persentase hasil {name} yang {word}",
            "satuan": "persen",
            "target": str(goal),
            "realisasi": say(Decimal(goal) + Decimal(rng.randrange(-300, 400)) / 100),
        }
    unit["2024/indikator_program.csv"].append(
        record("indikator_program", kode=item["kode"], urutan="1", polaritas="naik", **values)
    )


def _evaluation(unit: Unit, rng: random.Random) -> dict[str, Decimal]:
    names = (
        "Perencanaan Kinerja",
        "Pengukuran Kinerja",
        "Pelaporan Kinerja",
        "Evaluasi Akuntabilitas Kinerja Internal",
    )
    shares = rng.sample([72, 74, 76, 78, 82, 84, 86], 4)
    marks = {}
    for n, (name, weight, share) in enumerate(zip(names, (30, 30, 15, 25), shares, strict=True), 1):
        marks[name] = half_up(Decimal(weight * share) / 100 + Decimal(rng.randrange(0, 20)) / 100)
        unit["2024/evaluasi.csv"].append(
            record(
                "evaluasi",
                urutan=str(n),
                komponen=name,
                bobot=str(weight),
                nilai=say(marks[name]),
                predikat="BB" if marks[name] / weight * 100 <= 80 else "A",
                catatan=f"Perkuat {name.lower()}.",
            )
        )
    return marks


def _indicators(
    unit: Unit, rng: random.Random, marks: dict[str, Decimal]
) -> dict[str, dict[str, Decimal]]:
    """Enter the IKU; give their numbers by code."""
    akip = sum(marks.values(), Decimal(0))
    scores = [Decimal(rng.randrange(300, 345)) / 100 for _ in range(9)]
    ikm = half_up(sum(scores, Decimal(0)) / 9, Decimal("0.0001"))
    ipp = Decimal(rng.randrange(380, 450)) / 100
    index = half_up(Decimal("1.25") * ikm + ipp)
    wait, aid = Decimal(rng.randrange(11, 15)), Decimal(rng.randrange(700, 780)) / 10
    level = "A" if akip - Decimal("0.7") > 80 else "BB"
    values = {
        "AKIP": {
            "target": akip - Decimal("0.7"),
            "real": akip,
            "last": akip - Decimal("1.35"),
            "before": akip - Decimal("2.6"),
            "final": akip + Decimal("2.5"),
            "nation": akip - Decimal("6.2"),
        },
        "IKPP": {
            "target": index - Decimal("0.3"),
            "real": index,
            "last": index - Decimal("0.42"),
            "before": index - Decimal("0.77"),
            "final": index + Decimal("0.35"),
        },
        "TUNGGU": {
            "target": wait + 3,
            "real": wait,
            "last": wait + 4,
            "before": wait + 6,
            "final": wait - 2,
        },
        "LEMBAGA": {
            "target": aid + Decimal("2.5"),
            "real": aid,
            "last": aid - Decimal("1.5"),
            "before": aid - Decimal("3.1"),
            "final": aid + Decimal("9.5"),
        },
    }
    names = {
        "AKIP": ("S1", "Nilai AKIP", "nilai", "naik", "akip_nasional"),
        "IKPP": ("S2", "Indeks Kualitas Layanan (IKPP)", "indeks", "naik", ""),
        "TUNGGU": ("S2", "Rata-rata waktu tunggu layanan", "menit", "turun", ""),
        "LEMBAGA": ("S3", "Persentase lembaga warga yang aktif", "persen", "naik", ""),
    }
    for code, (goal, name, measure, polarity, scale) in names.items():
        own = values[code]
        unit["2024/iku.csv"].append(
            record(
                "iku",
                kode_iku=code,
                kode_sasaran=goal,
                indikator=name,
                satuan=measure,
                polaritas=polarity,
                skala=scale,
                target=say(own["target"]),
                target_predikat=level if scale else "",
                realisasi=say(own["real"]),
                target_akhir_renstra=say(own["final"]),
                realisasi_nasional=say(own["nation"]) if "nation" in own else "",
                sumber_nasional="Laporan kinerja kementerian" if "nation" in own else "",
                formula="Menurut dokumen IKU",
                sumber_data="Rekap dinas",
                penanggung_jawab="Sekretaris",
                bukti=f"Berita acara Nomor 7/{code} tahun 2024",
            )
        )
    for n, score in enumerate(scores, 1):
        unit["2024/skm.csv"].append(
            record(
                "skm",
                urutan=str(n),
                unsur=f"Unsur {'ABCDEFGHI'[n - 1]}",
                nilai_rata_rata=say(score),
            )
        )
    unit["2024/ipp.csv"] = [
        record(
            "ipp",
            aspek=name,
            bobot_aspek=say(Decimal(weight)),
            butir=f"Butir {name.lower()}",
            bobot="1",
            skor="4",
        )
        for name, weight in (("Kebijakan", "0.3"), ("Profesionalisme", "0.4"), ("Sarana", "0.3"))
    ]
    for name, factor, value, low, high in (
        ("IKM", "1,25", say(ikm), "1", "4"),
        ("IPP", "1", say(ipp), "0", "5"),
    ):
        unit["2024/komponen_iku.csv"].append(
            record(
                "komponen_iku",
                kode_iku="IKPP",
                komponen=name,
                koefisien=factor,
                nilai=value,
                sumber="langsung",
                minimum=low,
                maksimum=high,
            )
        )
    return values
