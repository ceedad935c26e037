"""Harmless edits by lot: what people do to sound data every day, which must give no finding.

Rows in another order, more rows, other spellings of the same number, plans, conditions, quotations,
history and comparisons said as officials say them. Written by another hand than the rules.
"""

from __future__ import annotations

import random
from collections.abc import Callable

from undian import (
    NARASI,
    SECTIONS,
    TAHUN,
    Basis,
    copy_of,
    id_number,
    with_sentence,
)
from undian_fakta import last_year, measured, programmes, reached
from unit_bersih import Unit

Edit = Callable[[random.Random, Basis], "tuple[Unit, str] | None"]
EDITS: dict[str, Edit] = {}
Y = str(TAHUN)


def edit(nama: str) -> Callable[[Edit], Edit]:
    """Enter a kind of harmless edit."""

    def enter(make: Edit) -> Edit:
        EDITS[nama] = make
        return make

    return enter


def sentence(nama: str, text: Callable[[random.Random, Basis], str | None]) -> None:
    """Enter a kind that says something true, or something that claims nothing of this year."""

    def make(rng: random.Random, base: Basis) -> tuple[Unit, str] | None:
        said = text(rng, base)
        if said is None:
            return None
        return with_sentence(base, str(rng.random()), said, rng.choice(SECTIONS))[0], said

    edit(nama)(make)


def plain(nama: str, *texts: str) -> None:
    """Enter a kind with fixed wordings."""
    sentence(nama, lambda rng, base: rng.choice(texts))


def of_iku(nama: str, *forms: str) -> None:
    """Enter a kind whose wordings name an IKU."""

    def text(rng: random.Random, base: Basis) -> str | None:
        iku = rng.choice(measured(base))
        more = id_number(iku.target.decimal + (-1 if iku.row.polaritas == "turun" else 1))
        past = last_year(iku)
        known = [f for f in forms if "LALU" not in f or past is not None]
        if not known:
            return None
        return (
            rng.choice(known)
            .replace("NAMA", iku.row.indikator)
            .replace("LEBIH", more)
            .replace("NILAI", id_number(iku.realisasi.decimal))
            .replace("TARGET", id_number(iku.target.decimal))
            .replace("LALU", id_number(past) if past is not None else "")
        )

    sentence(nama, text)


of_iku("rencana tahun depan",
       "Pada tahun 2025, NAMA ditargetkan sebesar LEBIH.",
       "Target NAMA tahun 2025 direncanakan menjadi LEBIH.",
       "Untuk tahun mendatang NAMA diharapkan mencapai LEBIH.")  # fmt: skip
of_iku("dua tahun dalam satu kalimat",
       "Realisasi NAMA tahun 2024 sebesar NILAI (tahun 2023: LALU).",
       "Realisasi NAMA berubah dari LALU pada tahun 2023 menjadi NILAI pada tahun 2024.",
       "Pada tahun 2023 realisasi NAMA sebesar LALU, sedangkan tahun 2024 NILAI.")  # fmt: skip
of_iku("syarat dan tujuan",
       "Apabila NAMA belum mencapai target, rencana aksi disusun kembali.",
       "Agar NAMA mencapai target pada tahun berikutnya, koordinasi perlu diperkuat.",
       "Jika realisasi NAMA lebih rendah dari target, penyebabnya dibahas dalam rapat.",
       "Upaya meningkatkan NAMA dilakukan melalui pembinaan.")  # fmt: skip
of_iku("angka lain dalam kalimat yang sama",
       "NAMA dengan target TARGET dibahas dalam 4 rapat triwulan.",
       "Pengukuran NAMA melibatkan 150 responden di 21 desa.",
       "Pembahasan NAMA dilakukan pada tanggal 12 Maret 2024 pukul 09.00 di lantai 2.")  # fmt: skip
plain("kutipan aturan",
      "Sesuai Peraturan Menteri PANRB Nomor 53 Tahun 2014, laporan kinerja disampaikan paling "
      "lambat 2 bulan setelah tahun anggaran berakhir.",
      "Pasal 3 ayat (2) menyatakan bahwa “seluruh unit kerja wajib mencapai target kinerja”.",
      "Undang-Undang Nomor 23 Tahun 2014 mengatur 32 urusan pemerintahan.")  # fmt: skip
plain("periode lampau",
      "Renstra 2013-2018 telah berakhir dan digantikan dokumen perencanaan berikutnya.",
      "Sejak tahun 2019 pelayanan dilakukan secara daring.",
      "Pada tahun 2021 dilakukan penataan arsip.",
      "Pandemi pada tahun 2020 mengubah cara kerja.")  # fmt: skip
plain("kerja sama dengan pihak lain",
      "Kerja sama dengan Kabupaten Tetangga dilanjutkan melalui forum koordinasi.",
      "Studi banding dilakukan ke Kecamatan Sukamaju dan Dinas Kesehatan Kabupaten Seberang.",
      "Bimbingan diberikan oleh Inspektorat dan Badan Pusat Statistik.")  # fmt: skip
plain("semua tanpa klaim capaian",
      "Seluruh pegawai mengikuti apel pagi.",
      "Semua seksi menyampaikan laporan bulanan.",
      "Setiap program dibahas dalam rapat evaluasi.",
      "Tidak satu pun pegawai terkena sanksi.",
      "Tidak semua kegiatan membutuhkan perjalanan dinas.")  # fmt: skip
plain("perbandingan tanpa angka laporan",
      "Waktu pelayanan lebih singkat daripada sebelumnya.",
      "Kebutuhan pelatihan lebih besar daripada yang dapat dibiayai.",
      "Curah hujan di bawah rata-rata membuat kegiatan luar ruang berjalan lancar.",
      "Partisipasi warga naik setelah sosialisasi.")  # fmt: skip
plain("hitungan hal lain",
      "Rapat koordinasi dilaksanakan sebanyak 4 kali dalam setahun.",
      "Terdapat dua loket pelayanan dan tiga petugas informasi.",
      "Sebanyak 12 desa mengikuti lomba kebersihan.",
      "Kegiatan diikuti tiga puluh lima peserta dari lima dusun.")  # fmt: skip
plain("jumlah uang hal lain",
      "Bantuan kepada warga terdampak sebesar Rp2.500.000 berasal dari donatur.",
      "Tarif retribusi parkir sebesar Rp2 ribu untuk sepeda motor.",
      "Biaya cetak spanduk Rp350.000 per lembar.")  # fmt: skip
plain("huruf yang bukan predikat",
      "Golongan darah B paling banyak pada donor tahun ini.",
      "Berkas disimpan pada rak A dan rak C.",
      "Kelas C pada sekolah lapang dibuka kembali.")  # fmt: skip


def _praise(rng: random.Random, base: Basis) -> str | None:
    good = [i for i in measured(base) if reached(i) and i.target.decimal != i.realisasi.decimal]
    if not good:
        return None
    iku = rng.choice(good)
    return rng.choice((
        f"{iku.row.indikator} pada tahun 2024 telah melampaui target.",
        f"Tercapainya target {iku.row.indikator} tidak lepas dari dukungan semua pihak.",
    ))  # fmt: skip


sentence("keberhasilan yang benar", _praise)


def _money_true(rng: random.Random, base: Basis) -> str | None:
    known = [p for p in programmes(base) if p.pagu.decimal and p.realisasi.decimal]
    if not known:
        return None
    p = rng.choice(known)
    return (
        f"Dari pagu Program {p.row.nama} sebesar Rp{id_number(p.pagu.decimal, 0)}, terealisasi "
        f"Rp{id_number(p.realisasi.decimal, 0)}."
    )


sentence("pagu dan realisasi yang benar", _money_true)


def reorder(nama: str, file: str) -> None:
    """Enter a kind that shuffles the rows of a file."""

    def make(rng: random.Random, base: Basis) -> tuple[Unit, str] | None:
        unit = copy_of(base)
        if len(unit.get(file, [])) < 2:
            return None
        rng.shuffle(unit[file])
        return unit, f"{file}: baris diacak"

    edit(nama)(make)


for _name in ("iku", "sdm", "program", "indikator_program", "evaluasi", "tindak_lanjut", "struktur",
              "sarpras", "renstra", "identitas", "sasaran"):  # fmt: skip
    reorder(f"urutan baris {_name}", f"{Y}/{_name}.csv")


@edit("barang baru")
def _more_goods(rng: random.Random, base: Basis) -> tuple[Unit, str] | None:
    unit = copy_of(base)
    rows = unit.get(f"{Y}/sarpras.csv")
    if not rows:
        return None
    rows.append({
        **dict.fromkeys(rows[0], ""), "urutan": str(len(rows) + 1),
        "uraian": "Mesin Penghancur Kertas", "hasil_rekon": "1", "pengadaan_periode": "0",
        "standar_kebutuhan": "2", "pengadaan_rkbmd": "1",
    })  # fmt: skip
    return unit, "satu barang ditambahkan"


@edit("rekomendasi baru")
def _more_actions(rng: random.Random, base: Basis) -> tuple[Unit, str] | None:
    unit = copy_of(base)
    rows = unit.get(f"{Y}/tindak_lanjut.csv")
    if not rows or any("rekomendasi" in row["teks"].lower() for row in unit[NARASI]):
        return None
    rows.append({
        **dict.fromkeys(rows[0], ""), "urutan": str(len(rows) + 1),
        "rekomendasi": "Menyusun kamus indikator",
        "rencana_aksi": "Menyusun kamus indikator kinerja",
        "target": "1", "satuan": "dokumen", "waktu": "Desember 2024",
        "status": "Selesai: kamus indikator ditetapkan", "bukti": "Kamus indikator kinerja",
    })  # fmt: skip
    return unit, "satu rekomendasi ditambahkan"


@edit("nol di belakang koma")
def _zeros(rng: random.Random, base: Basis) -> tuple[Unit, str] | None:
    unit = copy_of(base)
    places = [
        (row, column)
        for row in unit[f"{Y}/iku.csv"]
        for column in ("target", "realisasi", "target_akhir_renstra")
        if row.get(column)
    ]
    row, column = rng.choice(places)
    row[column] += "0" if "," in row[column] else ",0"
    return unit, f"iku {column}: {row[column]}"


@edit("titik ribuan pada rupiah")
def _dots(rng: random.Random, base: Basis) -> tuple[Unit, str] | None:
    unit = copy_of(base)
    places = [r for r in unit[f"{Y}/program.csv"] if r.get("pagu") and "." not in r["pagu"]]
    if not places:
        return None
    row = rng.choice(places)
    row["pagu"] = f"{int(row['pagu']):,}".replace(",", ".")
    return unit, f"pagu {row['pagu']}"


@edit("spasi di ujung sel")
def _blanks(rng: random.Random, base: Basis) -> tuple[Unit, str] | None:
    unit = copy_of(base)
    row = rng.choice(unit[f"{Y}/iku.csv"])
    row["indikator"] += " "
    return unit, "spasi di ujung nama IKU"
