"""The errors that tests and benchmark plant, one kind a function.

Each kind changes a clean unit at a place drawn at random and says where, or gives None where
this draw offers no such place. They copy mistakes found in published reports.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass
from decimal import ROUND_DOWN, Decimal
from itertools import pairwise

from unit_bersih import CENT, PROGRAMMES, Record, Unit, dots, half_up, say

from lkjip_analysis.data.schemas import TABLES

Place = tuple[str, int, str]
"""File, row as a spreadsheet counts, column."""

Plant = Callable[[random.Random, Unit], Place | None]

PROGRAM, IKU, ITEMS = "2024/program.csv", "2024/iku.csv", "2024/indikator_program.csv"
NARASI, LHE, FACTS = "2024/narasi.csv", "2024/evaluasi.csv", "2024/identitas.csv"


@dataclass(frozen=True)
class Kind:
    """One kind of error: its name for people, and the rules that should see it."""

    nama: str
    aturan: tuple[str, ...]
    plant: Plant


KINDS: list[Kind] = []


def kind(nama: str, *aturan: str) -> Callable[[Plant], Plant]:
    """Register a kind of error."""

    def keep(plant: Plant) -> Plant:
        KINDS.append(Kind(nama, aturan, plant))
        return plant

    return keep


def number(text: str) -> Decimal:
    """Read a number of a semicolon file."""
    return Decimal(text.replace(".", "").replace(",", "."))


def change_digit(rng: random.Random, text: str) -> str:
    """Change one digit, not the first, to another."""
    spots = [i for i, sign in enumerate(text) if sign.isdigit()][1:]
    spot = rng.choice(spots)
    return text[:spot] + rng.choice([d for d in "0123456789" if d != text[spot]]) + text[spot + 1 :]


def swap_digits(rng: random.Random, text: str) -> str | None:
    """Swap two neighbouring digits that differ."""
    digits = [i for i, sign in enumerate(text) if sign.isdigit()]
    pairs = [(a, b) for a, b in pairwise(digits) if text[a] != text[b]]
    if not pairs:
        return None
    a, b = rng.choice(pairs)
    signs = list(text)
    signs[a], signs[b] = signs[b], signs[a]
    return "".join(signs)


def pick(
    rng: random.Random, unit: Unit, file: str, column: str, where: Callable[[Record], bool] = bool
) -> int | None:
    """Draw a row whose cell is filled and that fits."""
    found = [i for i, row in enumerate(unit[file]) if row.get(column) and where(row)]
    return rng.choice(found) if found else None


def set_at(unit: Unit, file: str, index: int, column: str, value: str) -> Place:
    """Set a cell and give its place."""
    unit[file][index][column] = value
    return file, index + 2, column


def set_fact(unit: Unit, key: str, value: str) -> Place:
    """Set a fact and give its place."""
    index = next(i for i, row in enumerate(unit[FACTS]) if row["kunci"] == key)
    return set_at(unit, FACTS, index, "nilai", value)


def level(*names: str) -> Callable[[Record], bool]:
    """Choose rows of these levels."""
    return lambda row: row["tingkat"] in names


def alter(
    rng: random.Random,
    unit: Unit,
    file: str,
    column: str,
    how: Callable[[str], str | None],
    where: Callable[[Record], bool] = bool,
) -> Place | None:
    """Change one drawn cell."""
    index = pick(rng, unit, file, column, where)
    if index is None:
        return None
    old = unit[file][index][column]
    new = how(old)
    return None if new is None or new == old else set_at(unit, file, index, column, new)


def alter_text(
    rng: random.Random, unit: Unit, pattern: str, how: Callable[[re.Match[str]], str]
) -> Place | None:
    """Change one match of a pattern in a drawn text."""
    index = pick(rng, unit, NARASI, "teks", lambda row: re.search(pattern, row["teks"]) is not None)
    if index is None:
        return None
    old = unit[NARASI][index]["teks"]
    match = rng.choice(list(re.finditer(pattern, old)))
    new = old[: match.start()] + how(match) + old[match.end() :]
    return None if new == old else set_at(unit, NARASI, index, "teks", new)


def add_text(unit: Unit, section: str, text: str, code: str = "") -> Place:
    """Add a paragraph at the end of a section."""
    order = 1 + sum(row["bagian"] == section for row in unit[NARASI])
    unit[NARASI].append(
        {
            "bagian": section,
            "urutan": str(order),
            "jenis": "paragraf",
            "tingkat": "",
            "kode": code,
            "teks": text,
        }
    )
    return NARASI, len(unit[NARASI]) + 1, "teks"


# blind: anywhere, whatever the rules may think of it

NUMBERS = ("bilangan", "rupiah")


def _any_number(rng: random.Random, unit: Unit) -> tuple[str, int, str]:
    """Draw any filled number of this year's files."""
    cells = [
        (file, index, column.name)
        for file, rows in unit.items()
        if file.startswith("2024/")
        for column in TABLES[file[5:-4]].columns
        if column.kind in NUMBERS
        for index, row in enumerate(rows)
        if row.get(column.name)
    ]
    return rng.choice(cells)


def any_digit(rng: random.Random, unit: Unit) -> Place | None:
    """Change one digit of any number."""
    file, index, column = _any_number(rng, unit)
    text = unit[file][index][column]
    if len(re.sub(r"\D", "", text)) < 2:
        return set_at(unit, file, index, column, str((int(text) + 1) % 10))
    return set_at(unit, file, index, column, change_digit(rng, text))


def any_swap(rng: random.Random, unit: Unit) -> Place | None:
    """Swap two different numbers of one column."""
    file, index, column = _any_number(rng, unit)
    text = unit[file][index][column]
    others = [i for i, row in enumerate(unit[file]) if row.get(column) not in ("", text)]
    if not others:
        return None
    other = rng.choice(others)
    unit[file][index][column] = unit[file][other][column]
    return set_at(unit, file, other, column, text)


def any_row(rng: random.Random, unit: Unit) -> Place | None:
    """Delete any row but the unit's facts."""
    files = [
        file for file in unit if file.startswith("2024/") and file != FACTS and len(unit[file]) > 1
    ]
    file = rng.choice(files)
    unit[file].pop(rng.randrange(len(unit[file])))
    return file, 2, ""


BLIND = (
    Kind("Satu angka mana pun berubah satu digit", (), any_digit),
    Kind("Dua angka mana pun pada satu kolom tertukar", (), any_swap),
    Kind("Satu baris mana pun terhapus", (), any_row),
)
"""Errors planted without regard to any rule; any finding counts."""


# money


@kind("Satu angka salah pada pagu induk", "K01", "K02")
def _parent_pagu(rng: random.Random, unit: Unit) -> Place | None:
    return alter(
        rng, unit, PROGRAM, "pagu", lambda t: change_digit(rng, t), level("program", "kegiatan")
    )


@kind("Dua angka tertukar pada realisasi induk", "K01")
def _parent_realisasi(rng: random.Random, unit: Unit) -> Place | None:
    return alter(
        rng, unit, PROGRAM, "realisasi", lambda t: swap_digits(rng, t), level("program", "kegiatan")
    )


@kind("Satu angka salah pada realisasi subkegiatan", "K01", "K10")
def _leaf_realisasi(rng: random.Random, unit: Unit) -> Place | None:
    return alter(
        rng, unit, PROGRAM, "realisasi", lambda t: change_digit(rng, t), level("subkegiatan")
    )


@kind("Selisih satu rupiah pada total DPA", "K02")
def _control_total(rng: random.Random, unit: Unit) -> Place | None:
    total = next(row["nilai"] for row in unit[FACTS] if row["kunci"] == "total_pagu_dpa")
    return set_fact(unit, "total_pagu_dpa", dots(int(number(total)) + rng.choice((-1, 1))))


@kind("Realisasi melebihi pagu", "K03")
def _overspent(rng: random.Random, unit: Unit) -> Place | None:
    index = pick(rng, unit, PROGRAM, "pagu", level("subkegiatan"))
    assert index is not None
    return set_at(
        unit,
        PROGRAM,
        index,
        "realisasi",
        dots(int(number(unit[PROGRAM][index]["pagu"]) * Decimal("1.1"))),
    )


@kind("Kolom pagu dan realisasi tertukar", "K03")
def _swapped_columns(rng: random.Random, unit: Unit) -> Place | None:
    index = pick(rng, unit, PROGRAM, "pagu", level("subkegiatan"))
    assert index is not None
    row = unit[PROGRAM][index]
    row["pagu"], row["realisasi"] = row["realisasi"], row["pagu"]
    return PROGRAM, index + 2, "realisasi"


@kind("Pagu berisi salinan realisasi", "K04")
def _copied_pagu(rng: random.Random, unit: Unit) -> Place | None:
    index = pick(rng, unit, PROGRAM, "pagu", level("subkegiatan"))
    assert index is not None
    return set_at(unit, PROGRAM, index, "pagu", unit[PROGRAM][index]["realisasi"])


@kind("Pagu nol", "K05")
def _zero_pagu(rng: random.Random, unit: Unit) -> Place | None:
    return alter(rng, unit, PROGRAM, "pagu", lambda _: "0")


@kind("Rupiah diketik dalam ribuan", "K06")
def _thousands(rng: random.Random, unit: Unit) -> Place | None:
    return alter(
        rng,
        unit,
        PROGRAM,
        "realisasi",
        lambda t: dots(int(number(t)) // 1000),
        level("subkegiatan"),
    )


# percentages


@kind("Satu angka salah pada serapan yang dilaporkan", "K10")
def _share_digit(rng: random.Random, unit: Unit) -> Place | None:
    return alter(rng, unit, PROGRAM, "serapan_dilaporkan", lambda t: change_digit(rng, t))


@kind("Dua angka tertukar pada serapan yang dilaporkan", "K10")
def _share_swapped(rng: random.Random, unit: Unit) -> Place | None:
    return alter(rng, unit, PROGRAM, "serapan_dilaporkan", lambda t: swap_digits(rng, t))


def _exact_share(row: Record) -> Decimal:
    return number(row["realisasi"]) / number(row["pagu"]) * 100


@kind("Serapan dipotong, bukan dibulatkan", "K11")
def _share_cut(rng: random.Random, unit: Unit) -> Place | None:
    def cut(row: Record) -> Decimal:
        return _exact_share(row).quantize(CENT, rounding=ROUND_DOWN)

    index = pick(rng, unit, PROGRAM, "pagu", lambda row: cut(row) != half_up(_exact_share(row)))
    return (
        None
        if index is None
        else set_at(unit, PROGRAM, index, "serapan_dilaporkan", say(cut(unit[PROGRAM][index])))
    )


@kind("Serapan dibulatkan ke bilangan bulat", "K12")
def _share_rounded(rng: random.Random, unit: Unit) -> Place | None:
    index = pick(rng, unit, PROGRAM, "pagu")
    assert index is not None
    return set_at(
        unit,
        PROGRAM,
        index,
        "serapan_dilaporkan",
        say(half_up(_exact_share(unit[PROGRAM][index]), Decimal(1))),
    )


def _hide_pagu(unit: Unit, code: str) -> None:
    for row in unit[PROGRAM]:
        if row["kode"].startswith(code):
            row["pagu"] = ""


@kind("Serapan induk di luar rentang anaknya (pagu tidak terbit)", "K13")
def _share_outside(rng: random.Random, unit: Unit) -> Place | None:
    index = pick(rng, unit, PROGRAM, "kode", level("kegiatan"))
    assert index is not None
    code = unit[PROGRAM][index]["kode"]
    shares = [number(row["serapan_dilaporkan"]) for row in unit[PROGRAM] if row["induk"] == code]
    _hide_pagu(unit, code)
    wrong = min(shares) - Decimal(rng.randrange(300, 1500)) / 100
    return set_at(unit, PROGRAM, index, "serapan_dilaporkan", say(wrong))


@kind("Serapan induk di dalam rentang tetapi salah (pagu tidak terbit)", "K14")
def _share_inside(rng: random.Random, unit: Unit) -> Place | None:
    index = pick(rng, unit, PROGRAM, "kode", level("kegiatan"))
    assert index is not None
    row = unit[PROGRAM][index]
    shares = [number(r["serapan_dilaporkan"]) for r in unit[PROGRAM] if r["induk"] == row["kode"]]
    own = number(row["serapan_dilaporkan"])
    options = [v for v in (min(shares), max(shares)) if abs(v - own) > 1]
    if not options:
        return None
    _hide_pagu(unit, row["kode"])
    return set_at(
        unit,
        PROGRAM,
        index,
        "serapan_dilaporkan",
        say(half_up((rng.choice(options) * 2 + own) / 3)),
    )


# links


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


# evaluation


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


# targets and scales


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


# ranges and composites


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


# words


@kind("Nama pada Renstra salah eja", "K50")
def _name(rng: random.Random, unit: Unit) -> Place | None:
    index = pick(rng, unit, "2024/renstra.csv", "nama")
    assert index is not None
    name = unit["2024/renstra.csv"][index]["nama"]
    spot = rng.randrange(1, len(name) - 1)
    while not name[spot].isalpha():
        spot = rng.randrange(1, len(name) - 1)
    return set_at(unit, "2024/renstra.csv", index, "nama", name[:spot] + name[spot + 1 :])


@kind("Nama program berganti kata dari tahun lalu", "K50")
def _renamed(rng: random.Random, unit: Unit) -> Place | None:
    index = pick(rng, unit, "2023/program.csv", "nama", lambda r: len(r["nama"].split()) > 2)
    assert index is not None
    words = unit["2023/program.csv"][index]["nama"].split()
    words[rng.randrange(len(words))] += "an"
    return set_at(unit, "2023/program.csv", index, "nama", " ".join(words))


@kind("Dua ejaan untuk satu kata", "K51")
def _spelling(rng: random.Random, unit: Unit) -> Place | None:
    return add_text(
        unit,
        "isu_strategis",
        rng.choice(("Layanan perijinan belum merata.", "Petugas perijinan masih kurang.")),
    )


@kind("Satuan tidak cocok dengan nama indikator", "K52")
def _measure(rng: random.Random, unit: Unit) -> Place | None:
    return alter(
        rng,
        unit,
        ITEMS,
        "satuan",
        lambda t: rng.choice([u for u in ("dokumen", "orang", "unit", "kali") if u != t]),
    )


@kind("Paragraf tersalin dua kali", "K53")
def _repeated(rng: random.Random, unit: Unit) -> Place | None:
    index = pick(rng, unit, NARASI, "teks", lambda r: len(r["teks"]) >= 80)
    assert index is not None
    return add_text(
        unit, rng.choice(("solusi", "upaya_perbaikan", "kesimpulan")), unit[NARASI][index]["teks"]
    )


@kind("Teks isian tertinggal", "K54")
def _filler(rng: random.Random, unit: Unit) -> Place | None:
    return add_text(
        unit,
        "analisis",
        rng.choice(
            ("[isi analisis di sini]", "Jumlah pegawai ........ orang", "Lorem ipsum dolor.")
        ),
    )


@kind("Nama unit lain di dalam teks", "K55")
def _other_unit(rng: random.Random, unit: Unit) -> Place | None:
    return add_text(
        unit,
        "analisis",
        rng.choice(
            (
                "Dinas Perkebunan melayani warga dengan ramah.",
                "Seluruh pegawai Dinas Mojosari berperan.",
                "Pelayanan di Kabupaten Tanjungsari terus dibenahi.",
            )
        ),
    )


# texts against numbers


@kind("Tahun lalu tertinggal di dalam teks", "K70")
def _year(rng: random.Random, unit: Unit) -> Place | None:
    return alter_text(
        rng,
        unit,
        r"tahun \{tahun\}|Tahun \{tahun\}",
        lambda m: f"{m[0][:5]} {rng.choice((2021, 2022, 2023))}",
    )


@kind("Periode Renstra lama di dalam teks", "K70")
def _period(rng: random.Random, unit: Unit) -> Place | None:
    return add_text(
        unit,
        "analisis",
        f"Hal ini sejalan dengan Renstra {rng.choice(('2016-2021', '2019-2023', '2021-2026'))}.",
    )


@kind("Pernyataan melebihi nasional tanpa angka", "K71")
def _no_nation(rng: random.Random, unit: Unit) -> Place | None:
    code = rng.choice(("IKPP", "TUNGGU", "LEMBAGA"))
    return add_text(
        unit, "rincian_nasional", "Capaian ini berada di atas rata-rata nasional.", code
    )


@kind("Pernyataan melebihi nasional yang salah", "K71")
def _false_nation(rng: random.Random, unit: Unit) -> Place | None:
    index = next(i for i, row in enumerate(unit[IKU]) if row["realisasi_nasional"])
    row = unit[IKU][index]
    row["realisasi_nasional"] = say(
        number(row["realisasi"]) + Decimal(rng.randrange(50, 400)) / 100
    )
    told = next(i for i, r in enumerate(unit[NARASI]) if "nasional" in r["teks"])
    return set_at(unit, NARASI, told, "teks", "Nilai AKIP melebihi rata-rata nasional.")


@kind("Pernyataan naik atau turun yang salah", "K72")
def _false_trend(rng: random.Random, unit: Unit) -> Place | None:
    code = rng.choice(("AKIP", "IKPP", "TUNGGU", "LEMBAGA"))
    up = code == "TUNGGU"
    claim = rng.choice(
        ("mengalami kenaikan", "meningkat") if up else ("mengalami penurunan", "menurun")
    )
    return add_text(unit, "rincian_perbandingan", f"Dibanding tahun lalu {code} {claim}.", code)


@kind("Pernyataan selalu naik tanpa riwayat", "K72")
def _no_history(rng: random.Random, unit: Unit) -> Place | None:
    code = rng.choice(("IKPP", "LEMBAGA"))
    for row in unit["2022/iku.csv"]:
        if row["kode_iku"] == code:
            row["realisasi"] = ""
    return add_text(unit, "rincian_perbandingan", f"{code} selalu mengalami kenaikan.", code)


@kind("Komponen LHE terendah yang salah", "K73")
def _component_claim(rng: random.Random, unit: Unit) -> Place | None:
    marks = {r["komponen"]: number(r["nilai"]) / number(r["bobot"]) for r in unit[LHE]}
    low = min(marks, key=lambda name: marks[name])
    wrong = rng.choice([name for name in marks if name != low])
    return alter_text(
        rng, unit, re.escape(f"terendah adalah {low}"), lambda _: f"terendah adalah {wrong}"
    )


@kind("Pernyataan tercapai yang salah", "K74")
def _false_success(rng: random.Random, unit: Unit) -> Place | None:
    return add_text(
        unit,
        "kesimpulan",
        rng.choice(
            (
                "Target keaktifan lembaga telah tercapai.",
                "Realisasi sudah melebihi target.",
                "Seluruh indikator telah tercapai.",
            )
        ),
        "LEMBAGA",
    )


@kind("Pernyataan belum tercapai yang salah", "K74")
def _false_failure(rng: random.Random, unit: Unit) -> Place | None:
    return add_text(
        unit,
        "kesimpulan",
        "Target indikator ini belum tercapai.",
        rng.choice(("AKIP", "IKPP", "TUNGGU")),
    )


TYPED = r"(?<=tercapai )\d+,\d+|(?<=ditargetkan )\d+,\d+|(?<=target )\d+,\d+|(?<=baru )\d+,\d+(?=%)"


@kind("Satu angka salah pada angka IKU di dalam teks", "K75")
def _text_digit(rng: random.Random, unit: Unit) -> Place | None:
    return alter_text(rng, unit, TYPED, lambda m: change_digit(rng, m[0]))


@kind("Dua angka tertukar pada angka IKU di dalam teks", "K75")
def _text_swapped(rng: random.Random, unit: Unit) -> Place | None:
    return alter_text(rng, unit, TYPED, lambda m: swap_digits(rng, m[0]) or m[0])


@kind("Realisasi tahun lalu tertinggal di dalam teks", "K75")
def _text_stale(rng: random.Random, unit: Unit) -> Place | None:
    code, pattern = rng.choice(
        (
            ("AKIP", r"(?<=tercapai )\d+,\d+(?=, sehingga)"),
            ("IKPP", r"(?<=tercapai )\d+,\d+(?= dari)"),
        )
    )
    old = next(row["realisasi"] for row in unit["2023/iku.csv"] if row["kode_iku"] == code)
    return alter_text(rng, unit, pattern, lambda _: old)


@kind("Satu angka salah pada rupiah di dalam teks", "K76")
def _text_money(rng: random.Random, unit: Unit) -> Place | None:
    return alter_text(rng, unit, r"(?<=Rp)[\d.]+\d", lambda m: change_digit(rng, m[0]))


@kind("Satu angka salah pada serapan di dalam teks", "K76")
def _text_share(rng: random.Random, unit: Unit) -> Place | None:
    return alter_text(rng, unit, r"(?<=serapan )\d+,\d+", lambda m: change_digit(rng, m[0]))


@kind("Penjelasan target yang gagal terhapus", "K77")
def _unexplained(rng: random.Random, unit: Unit) -> Place | None:
    gone = rng.choice((("faktor_penghambat", "rincian_capaian"), ("solusi", "upaya_perbaikan")))
    unit[NARASI] = [r for r in unit[NARASI] if not (r["kode"] == "LEMBAGA" and r["bagian"] in gone)]
    return (
        IKU,
        next(i for i, r in enumerate(unit[IKU]) if r["kode_iku"] == "LEMBAGA") + 2,
        "realisasi",
    )


@kind("Kunci kurung kurawal salah ketik", "K78")
def _placeholder(rng: random.Random, unit: Unit) -> Place | None:
    return alter_text(
        rng,
        unit,
        r"\{(?:identitas|iku)\.[\w.]+\}",
        lambda m: m[0].replace("a", "", 1) if rng.random() < 0.5 else m[0][:-2] + "}",
    )


# order, duplicates, dates


@kind("Satu baris terhapus dari daftar bernomor", "K80")
def _gap(rng: random.Random, unit: Unit) -> Place | None:
    file = rng.choice(("2024/tindak_lanjut.csv", "2024/sarpras.csv", "2024/tugas.csv"))
    options = [i for i, row in enumerate(unit[file][:-1]) if unit[file][i + 1]["urutan"] != "1"]
    index = rng.choice(options)
    unit[file].pop(index)
    return file, index + 2, "urutan"


@kind("Baris tersalin dua kali", "K81")
def _twice(rng: random.Random, unit: Unit) -> Place | None:
    file = rng.choice(("2024/tindak_lanjut.csv", "2024/sarpras.csv"))
    row = deepcopy(rng.choice(unit[file]))
    row["urutan"] = str(len(unit[file]) + 1)
    unit[file].append(row)
    column = "rekomendasi" if "tindak" in file else "uraian"
    return file, len(unit[file]) + 1, column


@kind("Subkegiatan yang sama dua kali", "K81")
def _item_twice(rng: random.Random, unit: Unit) -> Place | None:
    index = pick(rng, unit, PROGRAM, "nama", level("subkegiatan"))
    assert index is not None
    row = deepcopy(unit[PROGRAM][index])
    row["kode"] += "9"
    unit[PROGRAM].append(row)
    return PROGRAM, len(unit[PROGRAM]) + 1, "nama"


@kind("Jabatan kedua tanpa atasan", "K82")
def _two_heads(rng: random.Random, unit: Unit) -> Place | None:
    return alter(rng, unit, "2024/struktur.csv", "atasan", lambda _: "")


@kind("Penutup mendahului kata pengantar", "K90")
def _order(rng: random.Random, unit: Unit) -> Place | None:
    return set_fact(unit, "tanggal_penutup", f"2025-01-{rng.randrange(1, 29):02d}")


@kind("Tanggal penutup bertahun salah", "K90")
def _wrong_year(rng: random.Random, unit: Unit) -> Place | None:
    return set_fact(unit, "tanggal_penutup", f"{rng.choice((2023, 2024, 2026))}-02-10")


@kind("Laporan lewat batas waktu", "K91")
def _late(rng: random.Random, unit: Unit) -> Place | None:
    return set_fact(unit, "tanggal_penutup", f"2025-{rng.randrange(3, 10):02d}-11")


@kind("Tanggal LHE sesudah laporan atau tahun lalu", "K92")
def _lhe_date(rng: random.Random, unit: Unit) -> Place | None:
    return set_fact(unit, "tanggal_lhe", rng.choice(("2025-09-02", "2023-09-02", "2022-08-30")))


@kind("NIP kurang satu angka", "K93")
def _nip_short(rng: random.Random, unit: Unit) -> Place | None:
    spot = rng.randrange(18)
    return set_fact(
        unit, "nip_kepala", "197203141997032004"[:spot] + "197203141997032004"[spot + 1 :]
    )


@kind("NIP: tanggal lahir atau bulan pengangkatan tidak ada", "K93")
def _nip_date(rng: random.Random, unit: Unit) -> Place | None:
    return set_fact(
        unit,
        "nip_kepala",
        rng.choice(
            ("197213141997032004", "197202301997032004", "197203141997152004", "209203141997032004")
        ),
    )


@kind("Renstra tidak mencakup tahun laporan", "K94")
def _renstra(rng: random.Random, unit: Unit) -> Place | None:
    return set_fact(unit, "renstra_akhir", rng.choice(("2022", "2023")))


# kinds that only one rule of its own can see


@kind("Kegiatan tanpa subkegiatan", "K24")
def _no_leaves(rng: random.Random, unit: Unit) -> Place | None:
    index = pick(rng, unit, PROGRAM, "kode", level("kegiatan"))
    assert index is not None
    code = unit[PROGRAM][index]["kode"]
    gone = {row["kode"] for row in unit[PROGRAM] if row["induk"] == code}
    unit[PROGRAM] = [row for row in unit[PROGRAM] if row["kode"] not in gone]
    unit[ITEMS] = [row for row in unit[ITEMS] if row["kode"] not in gone]
    return PROGRAM, index + 2, "kode"


@kind("Bobot IKU terisi sebagian", "K27")
def _some_weights(rng: random.Random, unit: Unit) -> Place | None:
    index = rng.randrange(len(unit[IKU]))
    for row in unit[IKU]:
        row["bobot"] = "1"
    return set_at(unit, IKU, index, "bobot", "")


@kind("Nilai nasional tanpa sumber", "K28")
def _no_source(rng: random.Random, unit: Unit) -> Place | None:
    index = next(i for i, row in enumerate(unit[IKU]) if row["realisasi_nasional"])
    return set_at(unit, IKU, index, "sumber_nasional", "")


@kind("Bobot LHE berbeda dengan peraturan", "K32")
def _local_weights(rng: random.Random, unit: Unit) -> Place | None:
    one, other = rng.sample((0, 1, 3), 2)
    set_at(unit, LHE, one, "bobot", say(number(unit[LHE][one]["bobot"]) + 1))
    return set_at(unit, LHE, other, "bobot", say(number(unit[LHE][other]["bobot"]) - 1))


@kind("Predikat komponen LHE berbeda dengan skala", "K34")
def _component_letter(rng: random.Random, unit: Unit) -> Place | None:
    return alter(
        rng,
        unit,
        LHE,
        "predikat",
        lambda t: rng.choice([x for x in ("AA", "B", "CC", "Baik") if x != t]),
    )


@kind("Rencana aksi berbunyi hasil", "K36")
def _done_plan(rng: random.Random, unit: Unit) -> Place | None:
    return alter(
        rng,
        unit,
        "2024/tindak_lanjut.csv",
        "rencana_aksi",
        lambda t: f"Telah dilaksanakan {t.lower()}",
    )


@kind("Target lebih rendah daripada realisasi tahun lalu", "K41")
def _easy_target(rng: random.Random, unit: Unit) -> Place | None:
    index = pick(rng, unit, IKU, "target")
    assert index is not None
    code = unit[IKU][index]["kode_iku"]
    last = number(next(row["realisasi"] for row in unit["2023/iku.csv"] if row["kode_iku"] == code))
    step = Decimal("0.2") if unit[IKU][index]["polaritas"] == "turun" else Decimal("-0.2")
    unit[IKU][index]["target_predikat"] = ""
    return set_at(unit, IKU, index, "target", say(last + step))


@kind("Skala daerah berbeda dengan skala nasional", "K45")
def _local_scale(rng: random.Random, unit: Unit) -> Place | None:
    rows = unit["skala_predikat.csv"]
    start = len(rows)
    rows += [{**row, "skala": "akip_daerah"} for row in rows if row["skala"] == "akip_nasional"]
    lower = start + rng.randrange(1, 7)
    for index, column in ((lower - 1, "batas_bawah"), (lower, "batas_atas")):
        rows[index][column] = str(int(rows[index][column]) + 3)
    set_fact(unit, "skala_capaian", "akip_daerah")
    return "skala_predikat.csv", lower + 1, "batas_bawah"


@kind("Rumus IKU dan angka di dalam teks tidak mungkin bersama", "K63")
def _impossible_text(rng: random.Random, unit: Unit) -> Place | None:
    unit["2024/komponen_iku.csv"] = []
    for row in unit[IKU]:
        if row["kode_iku"] == "IKPP":
            row["formula"] = "IKPP = (1,25 × nilai IKM) + nilai IPP"
    value = rng.choice(("1,10", "2,05", "0,90"))
    return add_text(
        unit, "upaya_perbaikan", f"IPP dinas memperoleh nilai {value} menurut penilai.", "IKPP"
    )


@kind("Realisasi memburuk tanpa penjelasan", "K79")
def _setback(rng: random.Random, unit: Unit) -> Place | None:
    index = next(i for i, row in enumerate(unit[IKU]) if row["kode_iku"] == "TUNGGU")
    unit[NARASI] = [row for row in unit[NARASI] if row["kode"] != "TUNGGU"]
    past = next(row for row in unit["2023/iku.csv"] if row["kode_iku"] == "TUNGGU")
    past["realisasi"] = say(number(unit[IKU][index]["realisasi"]) - 1)
    return IKU, index + 2, "realisasi"


@kind("Serapan dilaporkan melebihi 100 (pagu tidak terbit)", "K15")
def _share_over(rng: random.Random, unit: Unit) -> Place | None:
    index = pick(rng, unit, PROGRAM, "kode", level("subkegiatan"))
    assert index is not None
    row = unit[PROGRAM][index]
    for other in unit[PROGRAM]:
        if other["kode"].startswith(row["induk"]):
            other["pagu"] = ""
    shifted = number(row["serapan_dilaporkan"]) * 10
    return set_at(unit, PROGRAM, index, "serapan_dilaporkan", say(shifted))


@kind("Jabatan kepala unit lain", "K95")
def _other_head(rng: random.Random, unit: Unit) -> Place | None:
    return set_fact(
        unit, "jabatan_kepala", rng.choice(("Camat Wonosari", "Kepala Badan Kepegawaian"))
    )


@kind("ID penilaian mandiri salah, atau jawaban tanpa bukti", "K96")
def _answer(rng: random.Random, unit: Unit) -> Place | None:
    code = rng.choice(("R99", "R22", "LKE-3c9"))
    unit["2024/penilaian_mandiri.csv"].append({"id": code, "jawaban": "ya", "bukti": ""})
    return "2024/penilaian_mandiri.csv", 2, "bukti" if code == "R22" else "id"


@kind("Pengakuan tanpa temuan", "K99")
def _idle_acknowledgement(rng: random.Random, unit: Unit) -> Place | None:
    code = rng.choice(("K01", "K10", "K70"))
    unit["2024/pengakuan.csv"].append(
        {"id_temuan": code, "berkas": "program.csv", "alasan": "sudah diperbaiki"}
    )
    return "2024/pengakuan.csv", 2, "id_temuan"


@kind("Kegiatan program lain tersalin", "K83")
def _copied_activity(rng: random.Random, unit: Unit) -> Place | None:
    file = rng.choice((PROGRAM, "2024/renstra.csv"))
    one, other = rng.sample(("1", "2", "3"), 2)
    rows = [i for i, r in enumerate(unit[file]) if r["tingkat"] == "kegiatan"]
    source = rng.choice([i for i in rows if unit[file][i]["induk"][1:] == one])
    target = rng.choice([i for i in rows if unit[file][i]["induk"][1:] == other])
    later = max(source, target)
    unit[file][target]["nama"] = unit[file][source]["nama"]
    return file, later + 2, "nama"


@kind("Penjelasan indikator program yang gagal terhapus", "K84")
def _programme_unexplained(rng: random.Random, unit: Unit) -> Place | None:
    index = pick(rng, unit, ITEMS, "target", lambda r: r["kode"] in PROGRAMMES)
    assert index is not None
    row = unit[ITEMS][index]
    unit[NARASI] = [r for r in unit[NARASI] if row["indikator"] not in r["teks"]]
    return set_at(unit, ITEMS, index, "realisasi", say(number(row["target"]) - Decimal("4.5")))
