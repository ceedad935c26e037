"""Planted errors of links, marks, targets, scales and ranges."""

from __future__ import annotations

import random
from decimal import Decimal

from planting import (
    IKU,
    ITEMS,
    LHE,
    PROGRAM,
    Place,
    alter,
    change_digit,
    kind,
    level,
    number,
    pick,
    set_at,
    set_fact,
)
from unit_bersih import PROGRAMMES, Unit, say


@kind("Semua IKU sebuah sasaran dipindah ke sasaran lain", "K20")
def _orphan_goal(rng: random.Random, unit: Unit) -> Place | None:
    goal = rng.choice(("S1", "S2", "S3"))
    for row in unit[IKU]:
        if row["kode_sasaran"] == goal:
            row["kode_sasaran"] = "S2" if goal != "S2" else "S1"
    return "2024/sasaran.csv", int(goal[1]) + 1, "kode_sasaran"


@kind("Program tidak ditautkan ke sasaran", "K22")
def _unlinked(rng: random.Random, unit: Unit) -> Place | None:
    return alter(rng, unit, PROGRAM, "kode_sasaran", lambda _: "", level("program"))


@kind("Dua program menunjuk sasaran yang sama, satu sasaran tanpa program", "K21")
def _unserved(rng: random.Random, unit: Unit) -> Place | None:
    one, other = rng.sample(sorted(PROGRAMMES), 2)
    rows = {row["kode"]: row for row in unit[PROGRAM]}
    lost = rows[one]["kode_sasaran"]
    rows[one]["kode_sasaran"] = rows[other]["kode_sasaran"]
    return "2024/sasaran.csv", int(lost[1]) + 1, "kode_sasaran"


@kind("Baris indikator terhapus", "K23")
def _lost_indicator(rng: random.Random, unit: Unit) -> Place | None:
    code = unit[ITEMS].pop(rng.randrange(len(unit[ITEMS])))["kode"]
    index = next(i for i, row in enumerate(unit[PROGRAM]) if row["kode"] == code)
    return PROGRAM, index + 2, "kode"


@kind("Kode sasaran kegiatan berbeda dengan programnya", "K25")
def _other_goal(rng: random.Random, unit: Unit) -> Place | None:
    index = pick(rng, unit, PROGRAM, "kode", level("kegiatan"))
    assert index is not None
    above = next(r for r in unit[PROGRAM] if r["kode"] == unit[PROGRAM][index]["induk"])
    wrong = rng.choice([g for g in ("S1", "S2", "S3") if g != above["kode_sasaran"]])
    return set_at(unit, PROGRAM, index, "kode_sasaran", wrong)


@kind("Kode IKU AKIP tidak ada", "K26")
def _lost_link(rng: random.Random, unit: Unit) -> Place | None:
    return set_fact(unit, "kode_iku_akip", rng.choice(("SAKIP", "AKIP1", "IKU1")))


@kind("Nilai komponen LHE melebihi bobot", "K30")
def _mark_over(rng: random.Random, unit: Unit) -> Place | None:
    return alter(rng, unit, LHE, "nilai", lambda t: say(number(t) * 2))


@kind("Bobot komponen LHE salah", "K31")
def _weight(rng: random.Random, unit: Unit) -> Place | None:
    return alter(rng, unit, LHE, "bobot", lambda t: say(number(t) + rng.choice((5, 10))))


@kind("Satu angka salah pada nilai komponen LHE", "K33", "K30")
def _mark_digit(rng: random.Random, unit: Unit) -> Place | None:
    return alter(rng, unit, LHE, "nilai", lambda t: change_digit(rng, t))


@kind("Satu angka salah pada realisasi nilai AKIP", "K33")
def _akip_digit(rng: random.Random, unit: Unit) -> Place | None:
    return alter(
        rng,
        unit,
        IKU,
        "realisasi",
        lambda t: change_digit(rng, t),
        lambda r: r["kode_iku"] == "AKIP",
    )


@kind("Status tindak lanjut kosong", "K35")
def _status(rng: random.Random, unit: Unit) -> Place | None:
    return alter(rng, unit, "2024/tindak_lanjut.csv", "status", lambda _: "")


@kind("Predikat target tidak sesuai angkanya", "K40")
def _letter(rng: random.Random, unit: Unit) -> Place | None:
    return alter(
        rng,
        unit,
        IKU,
        "target_predikat",
        lambda t: rng.choice([x for x in ("AA", "A", "BB", "B", "CC") if x != t]),
    )


@kind("Target melampaui target akhir Renstra", "K42")
def _over_final(rng: random.Random, unit: Unit) -> Place | None:
    index = pick(rng, unit, IKU, "target")
    assert index is not None
    row = unit[IKU][index]
    step = Decimal(1) if row["polaritas"] == "naik" else Decimal(-1)
    row["target_predikat"] = ""
    return set_at(unit, IKU, index, "target", say(number(row["target_akhir_renstra"]) + step))


@kind("Target nol", "K43")
def _zero_target(rng: random.Random, unit: Unit) -> Place | None:
    return alter(rng, unit, ITEMS, "target", lambda _: "0")


@kind("Polaritas indikator program terbalik", "K44", "K49")
def _direction(rng: random.Random, unit: Unit) -> Place | None:
    return alter(rng, unit, ITEMS, "polaritas", lambda _: "turun")


@kind("Polaritas IKU terbalik", "K44", "K49")
def _iku_direction(rng: random.Random, unit: Unit) -> Place | None:
    return alter(rng, unit, IKU, "polaritas", lambda t: "naik" if t == "turun" else "turun")


@kind("Kelas skala predikat berlubang", "K46")
def _scale_gap(rng: random.Random, unit: Unit) -> Place | None:
    return alter(
        rng,
        unit,
        "skala_predikat.csv",
        "batas_bawah",
        lambda t: str(int(t) + 1),
        lambda r: r["skala"] == "akip_nasional" and r["batas_bawah"] != "0",
    )


@kind("Koma bergeser pada realisasi indikator program", "K47", "K60")
def _item_shift(rng: random.Random, unit: Unit) -> Place | None:
    return alter(rng, unit, ITEMS, "realisasi", lambda t: say(number(t) * 10))


@kind("Koma bergeser pada realisasi IKU", "K47", "K48", "K60", "K61", "K33")
def _iku_shift(rng: random.Random, unit: Unit) -> Place | None:
    return alter(
        rng,
        unit,
        IKU,
        "realisasi",
        lambda t: say(number(t) * rng.choice((Decimal("0.1"), Decimal(10)))),
    )


@kind("Satuan IKU berbeda dengan tahun lalu", "K49", "K52")
def _unit_changed(rng: random.Random, unit: Unit) -> Place | None:
    return alter(
        rng,
        unit,
        IKU,
        "satuan",
        lambda t: rng.choice([u for u in ("poin", "skor", "angka") if u != t]),
    )


@kind("Persentase bagian melebihi 100", "K60")
def _over_hundred(rng: random.Random, unit: Unit) -> Place | None:
    return alter(
        rng,
        unit,
        ITEMS,
        "realisasi",
        lambda _: say(Decimal(rng.randrange(10100, 14000)) / 100),
        lambda r: r["satuan"] == "persen",
    )


@kind("Realisasi IKU komposit tidak sama dengan komponennya", "K61")
def _composite(rng: random.Random, unit: Unit) -> Place | None:
    return alter(
        rng,
        unit,
        IKU,
        "realisasi",
        lambda t: change_digit(rng, t),
        lambda r: r["kode_iku"] == "IKPP",
    )


@kind("Komponen IKU di luar batas", "K62")
def _component(rng: random.Random, unit: Unit) -> Place | None:
    return alter(rng, unit, "2024/komponen_iku.csv", "nilai", lambda t: say(number(t) + 2))


@kind("Komponen kosong, realisasi tidak mungkin", "K62")
def _impossible(rng: random.Random, unit: Unit) -> Place | None:
    rng.choice(unit["2024/komponen_iku.csv"])["nilai"] = ""
    return alter(
        rng,
        unit,
        IKU,
        "realisasi",
        lambda t: say(number(t) + Decimal("1.9")),
        lambda r: r["kode_iku"] == "IKPP",
    )


@kind("Kolom target disalin ke realisasi", "K64")
def _copied_target(rng: random.Random, unit: Unit) -> Place | None:
    for row in unit[ITEMS]:
        row["realisasi"] = row["target"]
    return ITEMS, 2, "realisasi"


@kind("Tahun data sarana prasarana tertinggal", "K65")
def _old_facilities(rng: random.Random, unit: Unit) -> Place | None:
    return set_fact(unit, "sarpras_tahun_rekon", str(rng.choice((2020, 2021, 2022))))


@kind("Bobot IPP tidak berjumlah 1", "K66")
def _ipp_weight(rng: random.Random, unit: Unit) -> Place | None:
    return alter(
        rng, unit, "2024/ipp.csv", "bobot_aspek", lambda t: say(number(t) + Decimal("0.1"))
    )
