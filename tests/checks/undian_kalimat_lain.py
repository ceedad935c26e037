"""False sentences on evaluation, staff, goods, names and years, each with its true twin."""

from __future__ import annotations

from decimal import Decimal

from undian import Basis, Error, id_number, kind, mistyped, said
from undian_fakta import (
    BULAN,
    Lot,
    one,
)

LETTERS = ("AA", "A", "BB", "B", "CC", "C", "D")


@kind("kalimat: predikat AKIP", kalimat=True)
def _letter(rng: Lot, base: Basis) -> Error | None:
    letter = base.hasil.akip.predikat.nilai if base.hasil.akip is not None else None
    if letter not in LETTERS:
        return None
    form = rng.choice(
        (
            "Hasil evaluasi AKIP tahun 2024 memperoleh predikat #.",
            "Evaluasi AKIP tahun 2024 memperoleh kategori “#”.",
            "Nilai AKIP tahun 2024 masuk kategori #.",
        )
    )
    wrong = rng.choice([x for x in LETTERS if x != letter])
    return said(rng, base, form.replace("#", wrong), form.replace("#", letter), "predikat AKIP")


@kind("kalimat: nilai AKIP", kalimat=True)
def _total(rng: Lot, base: Basis) -> Error | None:
    value = base.hasil.jumlah.nilai_evaluasi.decimal
    if value is None:
        return None
    true = id_number(value, 2)
    form = rng.choice(
        (
            "Hasil evaluasi AKIP tahun 2024 memperoleh nilai #.",
            "Nilai evaluasi AKIP sebesar # berdasarkan Laporan Hasil Evaluasi.",
        )
    )
    return said(
        rng, base, form.replace("#", mistyped(rng, true)), form.replace("#", true), "evaluasi.csv"
    )


def _component(nama: str, column: str, forms: tuple[str, ...]) -> None:
    def plant(rng: Lot, base: Basis) -> Error | None:
        part = one(rng, [k for k in base.hasil.evaluasi if getattr(k.row, column) is not None])
        if part is None:
            return None
        true = id_number(Decimal(str(getattr(part.row, column))))
        form = rng.choice(forms).replace("NAMA", part.row.komponen)
        return said(
            rng,
            base,
            form.replace("#", mistyped(rng, true)),
            form.replace("#", true),
            "evaluasi.csv",
        )

    kind(nama, kalimat=True)(plant)


_component(
    "kalimat: nilai komponen LHE",
    "nilai",
    (
        "Komponen NAMA memperoleh nilai #.",
        "Nilai komponen NAMA sebesar #.",
    ),
)
_component(
    "kalimat: bobot komponen LHE",
    "bobot",
    (
        "Komponen NAMA memiliki bobot #.",
        "Bobot komponen NAMA adalah #.",
    ),
)


@kind("kalimat: nomor LHE", kalimat=True)
def _number(rng: Lot, base: Basis) -> Error | None:
    true = base.hasil.data.identitas.nomor_lhe
    if not true:
        return None
    false = true
    while false == true:
        spots = [i for i, s in enumerate(true) if s.isdigit()]
        i = rng.choice(spots)
        false = true[:i] + rng.choice("123456789") + true[i + 1 :]
    form = rng.choice(
        (
            "Berdasarkan Laporan Hasil Evaluasi Nomor #, evaluator memberikan beberapa catatan.",
            "Hasil evaluasi AKIP dituangkan dalam LHE Nomor #.",
        )
    )
    return said(rng, base, form.replace("#", false), form.replace("#", true), "nomor_lhe")


@kind("kalimat: tanggal LHE", kalimat=True)
def _date(rng: Lot, base: Basis) -> Error | None:
    date = base.hasil.data.identitas.tanggal_lhe
    if not date:
        return None
    y, m, d = date.year, date.month, date.day
    other = rng.choice((f"{d % 27 + 1} {BULAN[m - 1]} {y}", f"{d} {BULAN[m % 12]} {y}"))
    form = rng.choice(
        (
            "Laporan Hasil Evaluasi diterbitkan pada tanggal #.",
            "LHE tanggal # menjadi dasar perbaikan.",
        )
    )
    return said(
        rng,
        base,
        form.replace("#", other),
        form.replace("#", f"{d} {BULAN[m - 1]} {y}"),
        "tanggal_lhe",
    )


@kind("kalimat: pegawai", kalimat=True)
def _staff(rng: Lot, base: Basis) -> Error | None:
    rows = [
        s
        for s in base.hasil.sdm
        if s.kebutuhan.decimal is not None
        and s.tersedia.decimal is not None
        and s.kebutuhan.decimal != s.tersedia.decimal
    ]
    if not rows:
        return None
    need, have = (sum(int(getattr(s, k).decimal) for s in rows) for k in ("kebutuhan", "tersedia"))
    if len(rows) != len(list(base.hasil.sdm)):
        return None
    form = rng.choice(
        (
            "Kebutuhan pegawai seluruhnya sebanyak {n} orang, sedangkan yang tersedia {h} orang.",
            "Dari {n} pegawai yang dibutuhkan, baru tersedia {h} orang.",
        )
    )
    wrong = have + rng.choice((-2, -1, 1, 2, 3))
    return said(rng, base, form.format(n=need, h=max(1, wrong) if wrong != have else have + 1),
                form.format(n=need, h=have), "sdm.csv")  # fmt: skip


@kind("kalimat: barang", kalimat=True)
def _goods(rng: Lot, base: Basis) -> Error | None:
    row = one(
        rng,
        [
            s
            for s in base.hasil.sarpras
            if s.hasil_rekon.decimal is not None
            and s.hasil_rekon.decimal > 1
            and not (s.pengadaan_periode.decimal or 0)
        ],
    )
    if row is None:
        return None
    count = int(row.hasil_rekon.decimal)
    form = rng.choice(
        (
            f"{row.row.uraian} yang tersedia sebanyak # unit.",
            f"Jumlah {row.row.uraian} menurut rekonsiliasi # unit.",
        )
    )
    return said(
        rng,
        base,
        form.replace("#", str(count * 10 + 3)),
        form.replace("#", str(count)),
        "sarpras.csv",
    )


@kind("kalimat: indikator program", kalimat=True)
def _item(rng: Lot, base: Basis) -> Error | None:
    names = [i.row.indikator for i in base.hasil.indikator]
    item = one(
        rng,
        [
            i
            for i in base.hasil.indikator
            if i.realisasi.decimal is not None
            and len(id_number(i.realisasi.decimal)) > 1
            and names.count(i.row.indikator) == 1
        ],
    )
    if item is None:
        return None
    true = id_number(item.realisasi.decimal)
    form = rng.choice(
        (
            f"Indikator {item.row.indikator} terealisasi #.",
            f"Realisasi {item.row.indikator} tahun 2024 sebesar #.",
        )
    )
    return said(
        rng,
        base,
        form.replace("#", mistyped(rng, true)),
        form.replace("#", true),
        "indikator_program.csv",
    )


@kind("kalimat: nama kepala", kalimat=True)
def _head(rng: Lot, base: Basis) -> Error | None:
    facts = base.hasil.data.identitas
    name, post = facts.nama_kepala, facts.jabatan_kepala
    if not name:
        return None
    plain = name.split(",")[0]
    parts = plain.split()
    index = rng.randrange(len(parts))
    word = parts[index]
    if len(word) < 4:
        return None
    spot = rng.randrange(1, len(word) - 1)
    parts[index] = word[:spot] + word[spot + 1] + word[spot] + word[spot + 2 :]
    false = " ".join(parts)
    if false == plain:
        parts[index] = word[:spot] + word[spot + 1 :]
        false = " ".join(parts)
    form = rng.choice(
        (f"Laporan ini ditandatangani oleh {post}, #.", f"{post}, #, menetapkan laporan ini.")
    )
    return said(rng, base, form.replace("#", false), form.replace("#", plain), "nama_kepala")


@kind("kalimat: unit lain", kalimat=True)
def _foreign(rng: Lot, base: Basis) -> Error | None:
    name = base.hasil.data.identitas.nama_unit
    first = name.split()[0]
    false = rng.choice(
        (f"{first} Mekarwangi", f"{first} Sukaraja", "Dinas Kelautan Kabupaten Lumbung")
    )
    form = rng.choice(
        (
            "Laporan Kinerja # tahun 2024 disusun sebagai pertanggungjawaban kepada masyarakat, "
            "dengan memperhatikan ketentuan yang berlaku dan hasil evaluasi tahun sebelumnya.",
            "Dengan demikian, capaian kinerja # pada tahun 2024 perlu dipertahankan.",
        )
    )
    beside = "Pada tahun 2024 dilaksanakan kerja sama dengan Kabupaten Tetangga dan desa sekitar."
    twin = rng.choice((form.replace("#", name), beside))
    return said(rng, base, form.replace("#", false), twin, "nama_unit")


@kind("kalimat: tahun laporan", kalimat=True)
def _year(rng: Lot, base: Basis) -> Error | None:
    form = rng.choice(
        (
            "Demikian Laporan Kinerja Tahun # ini disusun untuk digunakan sebagaimana mestinya.",
            "Laporan ini menyajikan capaian kinerja tahun # sesuai Perjanjian Kinerja Tahun #.",
            "Perjanjian Kinerja Tahun # yang dilaporkan di sini ditetapkan pada awal tahun.",
        )
    )
    return said(
        rng,
        base,
        form.replace("#", rng.choice(("2022", "2021", "2042"))),
        form.replace("#", "2024"),
        "tahun laporan",
    )


@kind("kalimat: periode Renstra", kalimat=True)
def _period(rng: Lot, base: Basis) -> Error | None:
    facts = base.hasil.data.identitas
    a, b = facts.renstra_awal, facts.renstra_akhir
    form = rng.choice(
        (
            "Tujuan tersebut tercantum dalam Rencana Strategis #.",
            "Sesuai Renstra Tahun #, sasaran ditetapkan setiap tahun.",
        )
    )
    return said(
        rng,
        base,
        form.replace("#", f"{a + 1}-{b + 2}"),
        form.replace("#", f"{a}-{b}"),
        "periode Renstra",
    )


@kind("kalimat: isian tertinggal", kalimat=True)
def _left(rng: Lot, base: Basis) -> Error | None:
    false, true = rng.choice(
        (
            (
                "Kegiatan ini dilaksanakan pada tanggal ........ di aula.",
                "Kegiatan ini dilaksanakan di aula kantor.",
            ),
            (
                "Hasil tersebut dicapai melalui (diisi penjelasan).",
                "Hasil tersebut dicapai melalui pendampingan.",
            ),
            (
                "Rapat dipimpin oleh [nama pejabat] dan dihadiri semua seksi.",
                "Rapat dihadiri semua seksi.",
            ),
            ("Jumlah peserta sebanyak XX orang.", "Jumlah peserta memenuhi kuota."),
            ("Upaya perbaikan: (tulis di sini).", "Upaya perbaikan dilanjutkan tahun depan."),
        )
    )
    return said(rng, base, false, true, "isian kosong")
