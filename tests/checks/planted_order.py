"""Planted errors of order and dates, and others that one rule of its own sees."""

from __future__ import annotations

import random
from copy import deepcopy
from decimal import Decimal

from planting import (
    ACTIONS,
    IKU,
    ITEMS,
    LHE,
    NARASI,
    PROGRAM,
    Place,
    add_text,
    alter,
    kind,
    level,
    number,
    pick,
    set_at,
    set_fact,
)
from unit_bersih import Unit, say


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
        {
            "aturan": code,
            "entitas": "P1",
            "nilai": "program P1 pagu = 1",
            "alasan": "sudah diperbaiki",
            "berlaku": "2024",
        }
    )
    return "2024/pengakuan.csv", 2, "aturan"


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
    index = pick(
        rng, unit, ITEMS, "target", lambda r: r["kode"] in ("P1", "P2")
    )  # P3 is told of by its IKU
    assert index is not None
    row = unit[ITEMS][index]
    unit[NARASI] = [r for r in unit[NARASI] if row["indikator"] not in r["teks"]]
    return set_at(unit, ITEMS, index, "realisasi", say(number(row["target"]) - Decimal("4.5")))


@kind("Tindakan atas indikator program yang gagal terhapus", "K84")
def _programme_without_action(rng: random.Random, unit: Unit) -> Place | None:
    index = pick(rng, unit, ITEMS, "target", lambda r: r["kode"] in ("P1", "P2"))
    assert index is not None
    row = unit[ITEMS][index]
    unit[ACTIONS] = [r for r in unit[ACTIONS] if r["kode"] != row["kode"]]
    return set_at(unit, ITEMS, index, "realisasi", say(number(row["target"]) - Decimal("4.5")))


@kind("Tindakan atas indikator yang tidak ada", "K86")
def _action_on_nothing(rng: random.Random, unit: Unit) -> Place | None:
    kolom, value = rng.choice((("kode", "P9"), ("indikator", "9")))
    index = rng.randrange(len(unit[ACTIONS]))
    set_at(unit, ACTIONS, index, kolom, value)
    return ACTIONS, index + 2, "kode"


@kind("Batas waktu tindakan dari tahun lalu", "K87")
def _old_deadline(rng: random.Random, unit: Unit) -> Place | None:
    index = rng.randrange(len(unit[ACTIONS]))
    return set_at(unit, ACTIONS, index, "batas_waktu", f"2023-0{rng.randint(1, 9)}-15")


@kind("Pelaksana yang tidak ada pada struktur", "K88")
def _unknown_office(rng: random.Random, unit: Unit) -> Place | None:
    index = rng.randrange(len(unit[ACTIONS]))
    name = rng.choice(("Bidang Laynan", "Sekretarait", "Bidang Pariwisata", "Subbag Perlengkapan"))
    return set_at(unit, ACTIONS, index, "pelaksana", name)


@kind("Baris sebab dan tindakan terhapus", "K89", "K77")
def _action_gone(rng: random.Random, unit: Unit) -> Place | None:
    index = pick(rng, unit, ITEMS, "target", lambda r: r["kode"] in ("P1", "P2", "P3"))
    assert index is not None
    row = unit[ITEMS][index]
    unit[ACTIONS] = [r for r in unit[ACTIONS] if r["kode"] != row["kode"]]
    add_text(unit, "solusi", f"{row['indikator']} dijadwalkan lebih awal.")
    return set_at(unit, ITEMS, index, "realisasi", say(number(row["target"]) - Decimal("4.5")))


@kind("Kode item bertentangan dengan induknya", "K29", "K25", "K24")
def _other_parent(rng: random.Random, unit: Unit) -> Place | None:
    index = pick(rng, unit, PROGRAM, "induk", level("kegiatan"))
    assert index is not None
    others = [r["kode"] for r in unit[PROGRAM] if r["tingkat"] == "program"]
    wrong = rng.choice([code for code in others if code != unit[PROGRAM][index]["induk"]])
    return set_at(unit, PROGRAM, index, "induk", wrong)


@kind("Realisasi anggaran terhapus dari kolom yang terisi", "K19")
def _hole(rng: random.Random, unit: Unit) -> Place | None:
    index = pick(rng, unit, PROGRAM, "serapan_dilaporkan", level("subkegiatan"))
    assert index is not None
    return set_at(unit, PROGRAM, index, "serapan_dilaporkan", "")


@kind("Kode IKU tahun lalu berganti huruf", "K39")
def _other_case(rng: random.Random, unit: Unit) -> Place | None:
    index = pick(rng, unit, "2023/iku.csv", "kode_iku")
    assert index is not None
    code = unit["2023/iku.csv"][index]["kode_iku"]
    return set_at(unit, "2023/iku.csv", index, "kode_iku", code.title())


@kind("Pegawai yang tersedia jauh di atas kebutuhan", "K68")
def _too_many_people(rng: random.Random, unit: Unit) -> Place | None:
    index = pick(rng, unit, "2024/sdm.csv", "ketersediaan")
    assert index is not None
    return set_at(unit, "2024/sdm.csv", index, "ketersediaan", str(rng.randint(30, 90)))


@kind("Barang melebihi standar kebutuhan", "K69")
def _too_many_goods(rng: random.Random, unit: Unit) -> Place | None:
    column = rng.choice(("hasil_rekon", "pengadaan_rkbmd"))
    index = pick(rng, unit, "2024/sarpras.csv", column)
    assert index is not None
    return set_at(unit, "2024/sarpras.csv", index, column, str(rng.choice((12, 40, 5000))))


@kind("Status tindak lanjut bertentangan dengan buktinya", "K38")
def _done_without_proof(rng: random.Random, unit: Unit) -> Place | None:
    column, value = rng.choice(
        (("bukti", ""), ("status", "Selesai, belum dilaksanakan"), ("target", "5.000"))
    )
    index = pick(rng, unit, "2024/tindak_lanjut.csv", column)
    assert index is not None
    return set_at(unit, "2024/tindak_lanjut.csv", index, column, value)
