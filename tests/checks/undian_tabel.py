"""Kinds of errors in tables: typed, copied, swapped, dropped, as they happen in Excel."""

from __future__ import annotations

import random
import re
from collections.abc import Callable

from undian import (
    TAHUN,
    Basis,
    Error,
    Place,
    copy_of,
    id_number,
    kind,
    mistyped,
    num,
    set_cell,
)
from unit_bersih import Record, Unit

Lot = random.Random
Y = str(TAHUN)
IKU, PROGRAM, ITEMS = f"{Y}/iku.csv", f"{Y}/program.csv", f"{Y}/indikator_program.csv"
LHE, FACTS, SDM, GOODS = (
    f"{Y}/evaluasi.csv", f"{Y}/identitas.csv", f"{Y}/sdm.csv", f"{Y}/sarpras.csv",
)  # fmt: skip
ACTIONS, RENSTRA, POSTS, DUTIES = (
    f"{Y}/tindak_lanjut.csv", f"{Y}/renstra.csv", f"{Y}/struktur.csv", f"{Y}/tugas.csv",
)  # fmt: skip
LAST, BEFORE, SCALES = "2023/iku.csv", "2022/iku.csv", "skala_predikat.csv"


def rows_where(unit: Unit, file: str, where: Callable[[Record], bool]) -> list[int]:
    return [i for i, row in enumerate(unit.get(file, [])) if where(row)]


def change(
    nama: str,
    file: str,
    column: str,
    how: Callable[[Lot, Unit, int, str], str | None],
    against: str,
    where: Callable[[Record], bool] = bool,
    fits: Callable[[Basis, int], bool] = lambda base, index: True,
) -> None:
    """Enter a kind that changes one filled cell of a file."""

    def plant(rng: Lot, base: Basis) -> Error | None:
        places = [
            i
            for i in rows_where(base.unit, file, lambda row: bool(row.get(column)) and where(row))
            if fits(base, i)
        ]
        if not places:
            return None
        unit, index = copy_of(base), rng.choice(places)
        old = unit[file][index][column]
        new = how(rng, unit, index, old)
        if new is None or new == old:
            return None
        place = set_cell(unit, file, index, column, new)
        return Error(unit, place, f"{file} {column}: {old} -> {new}", against)

    kind(nama)(plant)


def digits(rng: Lot, unit: Unit, index: int, old: str) -> str | None:
    return mistyped(rng, old) if len(re.sub(r"\D", "", old)) > 1 else None


def times(factor: int) -> Callable[[Lot, Unit, int, str], str | None]:
    def how(rng: Lot, unit: Unit, index: int, old: str) -> str | None:
        return id_number(num(old) * factor).replace(".", "") if num(old) else None

    return how


def swapped_front(rng: Lot, unit: Unit, index: int, old: str) -> str | None:
    """71,13 typed as 17,13."""
    return (
        old[1] + old[0] + old[2:]
        if len(old) > 3 and old[:2].isdigit() and old[0] != old[1] != "0"
        else None
    )


def misspelt(rng: Lot, unit: Unit, index: int, old: str) -> str | None:
    """Drop or swap letters of one long word, or use another word for it."""
    words = [m for m in re.finditer(r"[A-Za-z]{7,}", old)]
    if not words:
        return None
    m = rng.choice(words)
    word, spot = m[0], rng.randrange(2, len(m[0]) - 2)
    new = rng.choice(
        (
            word[:spot] + word[spot + 1 :],
            word[:spot] + word[spot + 1] + word[spot] + word[spot + 2 :],
        )
    )
    return old[: m.start()] + new + old[m.end() :]


def _leaf(base: Basis, index: int) -> bool:
    """Say whether nothing lies below this item."""
    code = base.unit[PROGRAM][index]["kode"]
    return all(row["induk"] != code for row in base.unit[PROGRAM])


def _summed(base: Basis, index: int) -> bool:
    """Say whether a total of the unit tells what the programmes' pagu must add to."""
    return any(r["kunci"] == "total_pagu_dpa" and r["nilai"] for r in base.unit[FACTS])


def has_past(base: Basis, index: int) -> bool:
    code = base.unit[IKU][index]["kode_iku"]
    return any(r["kode_iku"] == code and r["realisasi"] for r in base.unit.get(LAST, []))


# IKU
change(
    "tabel: realisasi IKU terbalik angka depan",
    IKU,
    "realisasi",
    swapped_front,
    "tahun sebelumnya dan target",
    fits=has_past,
)
change(
    "tabel: realisasi IKU sepuluh kali", IKU, "realisasi", times(10), "tahun sebelumnya dan target"
)
change(
    "tabel: target IKU sepuluh kali", IKU, "target", times(10), "realisasi dan target akhir Renstra"
)
change(
    "tabel: target akhir Renstra keliru",
    IKU,
    "target_akhir_renstra",
    times(10),
    "target dan realisasi",
)
change("tabel: realisasi nasional sepuluh kali", IKU, "realisasi_nasional", times(10), "realisasi")
change(
    "tabel: polaritas terbalik",
    IKU,
    "polaritas",
    lambda rng, u, i, old: "turun" if old == "naik" else "naik",
    "polaritas tahun lalu atau arah Renstra",
    fits=has_past,
)
change(
    "tabel: satuan IKU berubah",
    IKU,
    "satuan",
    lambda rng, u, i, old: rng.choice(
        [s for s in ("persen", "nilai", "orang", "dokumen") if s != old]
    ),
    "satuan tahun lalu",
    fits=has_past,
)
change(
    "tabel: IKU pindah sasaran",
    IKU,
    "kode_sasaran",
    lambda rng, u, i, old: rng.choice(
        [r["kode_sasaran"] for r in u[f"{Y}/sasaran.csv"] if r["kode_sasaran"] != old] or [old]
    ),
    "kode_sasaran tahun lalu",
    fits=has_past,
)
change(
    "tabel: nama IKU berbeda dari tahun lalu",
    IKU,
    "indikator",
    misspelt,
    "nama tahun lalu",
    fits=has_past,
)
change(
    "tabel: target predikat tidak cocok",
    IKU,
    "target_predikat",
    lambda rng, u, i, old: rng.choice([p for p in ("AA", "A", "B", "CC", "C") if p != old]),
    "kelas target pada skala",
    where=lambda r: bool(r["target"]),
)
change("tabel: tahun lalu terbalik angka depan", LAST, "realisasi", swapped_front, "tahun lain")
change("tabel: tahun lalu sepuluh kali", LAST, "realisasi", times(10), "tahun lain")


@kind("tabel: 2022 dan 2023 tertukar")
def _swapped_years(rng: Lot, base: Basis) -> Error | None:
    pairs = [
        (i, j)
        for i, a in enumerate(base.unit.get(LAST, []))
        for j, b in enumerate(base.unit.get(BEFORE, []))
        if a["kode_iku"] == b["kode_iku"]
        and a["realisasi"]
        and b["realisasi"]
        and a.get("target")
        and b.get("target")
    ]
    if not pairs:
        return None
    unit, (i, j) = copy_of(base), rng.choice(pairs)
    for column in ("target", "realisasi"):
        a, b = unit[LAST][i][column], unit[BEFORE][j][column]
        if a == b:
            return None
        unit[LAST][i][column], unit[BEFORE][j][column] = b, a
    return Error(
        unit,
        (LAST, i + 2, "realisasi"),
        f"{unit[LAST][i]['kode_iku']} 2022<->2023",
        "urutan target dan naskah",
    )


@kind("tabel: kode IKU tahun lalu terpotong")
def _cut(rng: Lot, base: Basis) -> Error | None:
    rows = rows_where(base.unit, LAST, lambda r: len(r["kode_iku"]) > 3)
    if not rows:
        return None
    unit, index = copy_of(base), rng.choice(rows)
    code = unit[LAST][index]["kode_iku"]
    place = set_cell(unit, LAST, index, "kode_iku", rng.choice((code[1:], code.lower(), code[:-1])))
    return Error(unit, place, f"{code} -> {unit[LAST][index]['kode_iku']}", "kode tahun ini")


@kind("tabel: IKU hilang")
def _gone(rng: Lot, base: Basis) -> Error | None:
    unit = copy_of(base)
    index = rng.randrange(len(unit[IKU]))
    code = unit[IKU][index]["kode_iku"]
    if len(unit[IKU]) < 2 or not any(r["kode_iku"] == code for r in unit.get(LAST, [])):
        return None
    del unit[IKU][index]
    return Error(unit, (IKU, index + 2, "kode_iku"), f"{code} dihapus", "tahun lalu, sdm, narasi")


# money
change("tabel: pagu program sepuluh kali", PROGRAM, "pagu", times(10), "total DPA", fits=_summed)
change("tabel: pagu salah angka", PROGRAM, "pagu", digits, "total DPA atau induknya", fits=_summed)
change(
    "tabel: realisasi anggaran sepuluh kali", PROGRAM, "realisasi", times(10), "pagu", fits=_leaf
)
change(
    "tabel: total DPA salah angka",
    FACTS,
    "nilai",
    digits,
    "jumlah pagu",
    where=lambda r: r["kunci"] == "total_pagu_dpa",
)
change(
    "tabel: serapan dilaporkan salah angka",
    PROGRAM,
    "serapan_dilaporkan",
    times(10),
    "batas 100 persen",
    where=lambda r: num(r["serapan_dilaporkan"]) > 20,
)
change(
    "tabel: kode bertentangan dengan induk",
    PROGRAM,
    "induk",
    lambda rng, u, i, old: rng.choice(
        [
            r["kode"]
            for r in u[PROGRAM]
            if r["tingkat"] == _above(u[PROGRAM][i]) and r["kode"] != old
        ]
        or [old]
    ),
    "kodenya sendiri",
)
change(
    "tabel: nama program salah ketik",
    PROGRAM,
    "nama",
    misspelt,
    "nama di renstra.csv",
    fits=lambda b, i: any(r["nama"] == b.unit[PROGRAM][i]["nama"] for r in b.unit.get(RENSTRA, [])),
)
change(
    "tabel: nama pada Renstra salah ketik",
    RENSTRA,
    "nama",
    misspelt,
    "nama di program.csv",
    fits=lambda b, i: any(r["nama"] == b.unit[RENSTRA][i]["nama"] for r in b.unit[PROGRAM]),
)


def _above(row: Record) -> str:
    return {"kegiatan": "program", "subkegiatan": "kegiatan"}.get(row["tingkat"], "")


def doubled(nama: str, file: str, column: str) -> None:
    """Enter a kind that has a row twice."""

    def plant(rng: Lot, base: Basis) -> Error | None:
        if not base.unit.get(file):
            return None
        unit = copy_of(base)
        index = rng.randrange(len(unit[file]))
        unit[file].insert(index + 1, dict(unit[file][index]))
        return Error(
            unit, (file, index + 3, column), f"{file} baris {index + 2} dua kali", "baris yang sama"
        )

    kind(nama)(plant)


doubled("tabel: baris program dua kali", PROGRAM, "kode")
doubled("tabel: baris indikator program dua kali", ITEMS, "kode")
doubled("tabel: baris barang dua kali", GOODS, "uraian")


# programme indicators
def _judged(row: Record) -> bool:
    return bool(row.get("target")) and bool(row.get("realisasi")) and num(row["target"]) > 1


change(
    "tabel: realisasi indikator sepuluh kali",
    ITEMS,
    "realisasi",
    times(10),
    "target",
    where=_judged,
)
change(
    "tabel: realisasi indikator seribu kali",
    ITEMS,
    "realisasi",
    times(1000),
    "target",
    where=_judged,
)
change(
    "tabel: target indikator seribu kali", ITEMS, "target", times(1000), "realisasi", where=_judged
)
change(
    "tabel: persen indikator di atas seratus",
    ITEMS,
    "realisasi",
    lambda rng, u, i, old: "1" + old if num(old) > 20 else None,
    "satuan persen",
    where=lambda r: r["satuan"] == "persen" and bool(r["realisasi"]),
)
change(
    "tabel: indikator ke kode yang tidak ada",
    ITEMS,
    "kode",
    lambda rng, u, i, old: old + "9",
    "program.csv",
)

# staff and goods


@kind("tabel: kebutuhan dan ketersediaan pegawai tertukar")
def _turned(rng: Lot, base: Basis) -> Error | None:
    rows = rows_where(
        base.unit,
        SDM,
        lambda r: (
            bool(r["kebutuhan"])
            and bool(r["ketersediaan"])
            and num(r["kebutuhan"]) > num(r["ketersediaan"]) * 1
        ),
    )
    if not rows:
        return None
    unit, index = copy_of(base), rng.choice(rows)
    row = unit[SDM][index]
    row["kebutuhan"], row["ketersediaan"] = row["ketersediaan"], row["kebutuhan"]
    return Error(unit, (SDM, index + 2, "ketersediaan"), "tertukar", "tersedia melebihi kebutuhan")


change(
    "tabel: pegawai tersedia sepuluh kali",
    SDM,
    "ketersediaan",
    times(10),
    "kebutuhan",
    where=lambda r: num(r["kebutuhan"]) > 1,
)


@kind("tabel: baris pegawai hilang")
def _no_staff(rng: Lot, base: Basis) -> Error | None:
    if len(base.unit.get(SDM, [])) < 2:
        return None
    unit = copy_of(base)
    index = rng.randrange(len(unit[SDM]))
    code = unit[SDM][index]["kode_iku"]
    del unit[SDM][index]
    at = rows_where(unit, IKU, lambda r: r["kode_iku"] == code)
    return (
        Error(unit, (IKU, at[0] + 2, "kode_iku"), f"sdm {code} dihapus", "IKU tanpa baris pegawai")
        if at
        else None
    )


change(
    "tabel: barang seribu kali",
    GOODS,
    "hasil_rekon",
    times(1000),
    "standar kebutuhan",
    where=lambda r: bool(r["standar_kebutuhan"]),
)
change(
    "tabel: pengadaan melebihi standar",
    GOODS,
    "pengadaan_rkbmd",
    lambda rng, u, i, old: str(int(num(u[GOODS][i]["standar_kebutuhan"])) * 5 + 7),
    "standar kebutuhan",
    where=lambda r: bool(r["standar_kebutuhan"]),
)

# evaluation
change(
    "tabel: nilai LHE di atas bobot",
    LHE,
    "nilai",
    lambda rng, u, i, old: id_number(num(u[LHE][i]["bobot"]) + 2),
    "bobot",
)
change("tabel: nilai LHE salah angka", LHE, "nilai", digits, "nilai AKIP")
change(
    "tabel: predikat LHE tidak cocok",
    LHE,
    "predikat",
    lambda rng, u, i, old: rng.choice([p for p in ("AA", "D") if p != old]),
    "nilai komponen",
)
change(
    "tabel: bobot LHE keliru",
    LHE,
    "bobot",
    lambda rng, u, i, old: id_number(num(old) + 5),
    "jumlah 100",
)
change("tabel: nama komponen LHE salah", LHE, "komponen", misspelt, "empat komponen LKE")
change(
    "tabel: selesai tanpa bukti",
    ACTIONS,
    "bukti",
    lambda rng, u, i, old: "",
    "status selesai",
    where=lambda r: r["status"].lower().startswith("selesai"),
)
change(
    "tabel: belum padahal selesai",
    ACTIONS,
    "status",
    lambda rng, u, i, old: "Selesai",
    "teks dan bukti",
    where=lambda r: r["status"].lower().startswith("belum"),
)
change(
    "tabel: waktu tindak lanjut mustahil",
    ACTIONS,
    "waktu",
    lambda rng, u, i, old: rng.choice(
        ("Triwulan V 2024", "Agustus 2042", "31 Februari 2024", "Triwulan III 2014")
    ),
    "kalender dan tahun laporan",
)
change(
    "tabel: target tindak lanjut seribu kali",
    ACTIONS,
    "target",
    times(1000),
    "target lain",
    where=lambda r: num(r["target"]) > 0,
)

# scales
change(
    "tabel: batas skala bertumpang",
    SCALES,
    "batas_bawah",
    lambda rng, u, i, old: id_number(num(old) - 5) if num(old) > 10 else None,
    "kelas di bawahnya",
)
change(
    "tabel: batas skala berlubang",
    SCALES,
    "batas_atas",
    lambda rng, u, i, old: id_number(num(old) - 5) if 20 < num(old) < 100 else None,
    "kelas di atasnya",
)
change(
    "tabel: kelas skala jadi tanggal",
    SCALES,
    "kategori",
    lambda rng, u, i, old: rng.choice(("01-Jan", "2024-03-05", "45292")),
    "nama kelas",
)


# facts
def fact(
    nama: str, key: str, how: Callable[[Lot, Unit, int, str], str | None], against: str
) -> None:
    change(nama, FACTS, "nilai", how, against, where=lambda r: r["kunci"] == key)


fact(
    "tabel: NIP salah",
    "nip_kepala",
    lambda rng, u, i, old: old[:4] + "13" + old[6:],
    "tanggal lahir",
)
fact(
    "tabel: tanggal LHE tahun lain",
    "tanggal_lhe",
    lambda rng, u, i, old: str(int(old[:4]) - 3) + old[4:],
    "tahun laporan",
)
fact(
    "tabel: tanggal penutup sebelum tahun berakhir",
    "tanggal_penutup",
    lambda rng, u, i, old: f"{TAHUN}-03-05",
    "tahun laporan",
)
fact(
    "tabel: periode Renstra lain",
    "renstra_akhir",
    lambda rng, u, i, old: str(TAHUN - 1),
    "tahun laporan",
)
fact(
    "tabel: unit lain pada identitas",
    "nama_unit",
    lambda rng, u, i, old: old.split()[0] + " Mekarwangi",
    "jabatan kepala dan teks",
)
fact(
    "tabel: isian pada identitas",
    "pangkat_kepala",
    lambda rng, u, i, old: rng.choice(("(diisi)", "........", "xxx")),
    "isian kosong",
)
fact(
    "tabel: kabupaten lain",
    "pemerintah_daerah",
    lambda rng, u, i, old: "Kabupaten Lumbung",
    "kepala daerah",
)


# structure and texts
change(
    "tabel: atasan melingkar",
    POSTS,
    "atasan",
    lambda rng, u, i, old: u[POSTS][i]["kode_jabatan"],
    "pohon jabatan",
)
change(
    "tabel: narasi untuk IKU yang tidak ada",
    f"{Y}/narasi.csv",
    "kode",
    lambda rng, u, i, old: old + "X",
    "iku.csv",
)
change(
    "tabel: nomor rumus keliru", f"{Y}/komponen_iku.csv", "koefisien", times(10), "nilai terbesar"
)
change("tabel: unsur SKM di luar skala", f"{Y}/skm.csv", "nilai_rata_rata", times(10), "skala 1-4")
change(
    "tabel: skor IPP di luar skala", f"{Y}/ipp.csv", "skor", lambda rng, u, i, old: "8", "skala 0-5"
)
change(
    "tabel: bobot IPP keliru",
    f"{Y}/ipp.csv",
    "bobot",
    lambda rng, u, i, old: id_number(num(old) + 1),
    "jumlah bobot",
)


@kind("tabel: berkas terpotong")
def _truncated(rng: Lot, base: Basis) -> Error | None:
    """Cut off a file; fewer goods would contradict nothing. The last row left is to be named."""
    file, column = rng.choice(((PROGRAM, "kode"), (ITEMS, "kode"), (LHE, "bobot")))
    unit = copy_of(base)
    keep = len(unit[file]) * 2 // 3
    if keep < 2:
        return None
    del unit[file][keep:]
    place: Place = (file, keep + 1, column)
    return Error(unit, place, f"{file}: {keep} baris pertama", "berkas lain yang menunjuk kodenya")
