"""Planted errors of words, and of texts against numbers."""

from __future__ import annotations

import random
import re
from decimal import Decimal

from planting import (
    IKU,
    ITEMS,
    LHE,
    NARASI,
    Place,
    add_text,
    alter,
    alter_text,
    change_digit,
    kind,
    number,
    pick,
    set_at,
    swap_digits,
)
from unit_bersih import Unit, say


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


@kind("Kata ruang mesin", "K97")
def _machine_word(rng: random.Random, unit: Unit) -> Place | None:
    text = rng.choice(("Rincian ada di iku.csv.", "Nilainya N/A.", "Sesuai kolom nilai_akhir."))
    return add_text(unit, "analisis", text)


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


@kind("Sasaran lama dikutip", "K56")
def _old_goal(rng: random.Random, unit: Unit) -> Place | None:
    name = rng.choice(("Meningkatnya mutu layanan warga", "Terwujudnya tata kelola yang baik"))
    return add_text(unit, "kesimpulan", f"Peran unit terlihat melalui sasaran “{name}”.")


@kind("Banyaknya program dan kegiatan keliru", "K85")
def _old_count(rng: random.Random, unit: Unit) -> Place | None:
    kinds = ("program", "kegiatan", "subkegiatan")
    programme = [row["tingkat"] for row in unit["2024/program.csv"]]
    counts = [programme.count(level) for level in kinds]
    counts[rng.randrange(3)] += rng.choice((-1, 1, 2))
    said = [f"{n} {level}" for n, level in zip(counts, kinds, strict=True)]
    return add_text(unit, "anggaran", f"Didukung oleh {said[0]}, {said[1]}, dan {said[2]}.")


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


@kind("Predikat keliru di dalam teks", "K67")
def _text_grade(rng: random.Random, unit: Unit) -> Place | None:
    grade = rng.choice(("AA", "C", "D"))
    return add_text(unit, "kesimpulan", f"Nilai AKIP berpredikat {grade}.", "AKIP")


@kind("Nomor atau tanggal LHE keliru di dalam teks", "K37")
def _text_lhe(rng: random.Random, unit: Unit) -> Place | None:
    wrong = rng.choice(("Nomor 700/56/2024 tanggal 2", "Nomor 700/55/2024 tanggal 3"))
    return add_text(unit, "kesimpulan", f"Menurut LHE {wrong} September 2024.", "AKIP")


@kind("Nama kepala salah eja di dalam teks", "K57")
def _text_head(rng: random.Random, unit: Unit) -> Place | None:
    name = rng.choice(("Ratna Wulandri", "Ratni Wulandari", "RATNA WULANDARY"))
    return add_text(unit, "penutup", f"Kepala dinas, {name}, S.Sos., M.Si., menandatangani.")
