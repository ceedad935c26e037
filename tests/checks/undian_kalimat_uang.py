"""False sentences about counts and money, each with its true twin."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from undian import Basis, Error, id_number, kind, mistyped, said, spelled
from undian_fakta import (
    Lot,
    number_of,
    one,
    programmes,
)


def _counted(nama: str, count: Any, forms: tuple[str, ...], against: str) -> None:
    """Enter a kind that counts something, in digits or words."""

    def plant(rng: Lot, base: Basis) -> Error | None:
        number = count(base)
        if not number:
            return None
        wrong = rng.choice([n for n in range(max(2, number - 3), number + 4) if n != number])
        form, words = rng.choice(forms), rng.random() < 0.5
        write = spelled if words else str
        return said(
            rng, base, form.replace("#", write(wrong)), form.replace("#", write(number)), against
        )

    kind(nama, kalimat=True)(plant)


_counted(
    "kalimat: jumlah program",
    lambda b: number_of(b, "program"),
    (
        "Pada tahun 2024 dilaksanakan # program.",
        "Anggaran tahun 2024 dibagi ke dalam # program.",
        "Terdapat # program yang dibiayai APBD tahun 2024.",
    ),
    "program.csv",
)
_counted(
    "kalimat: jumlah kegiatan",
    lambda b: number_of(b, "kegiatan"),
    (
        "Seluruh program dijabarkan ke dalam # kegiatan.",
        "Tahun 2024 dilaksanakan # kegiatan.",
    ),
    "program.csv",
)
_counted(
    "kalimat: jumlah subkegiatan",
    lambda b: number_of(b, "subkegiatan"),
    (
        "Seluruh kegiatan diturunkan menjadi # subkegiatan.",
        "Terdapat # sub kegiatan yang dilaksanakan pada tahun 2024.",
    ),
    "program.csv",
)
_counted(
    "kalimat: jumlah sasaran",
    lambda b: len(list(b.hasil.sasaran)),
    (
        "Renstra menetapkan # sasaran strategis.",
        "Perjanjian Kinerja tahun 2024 memuat # sasaran.",
    ),
    "sasaran.csv",
)
_counted(
    "kalimat: jumlah IKU",
    lambda b: len(list(b.hasil.iku)),
    (
        "Kinerja diukur dengan # indikator kinerja utama.",
        "Terdapat # IKU yang diperjanjikan pada tahun 2024.",
    ),
    "iku.csv",
)
_counted(
    "kalimat: jumlah rekomendasi",
    lambda b: int(b.hasil.jumlah.rekomendasi.decimal or 0),
    (
        "Evaluator memberikan # rekomendasi.",
        "Dari hasil evaluasi terdapat # rekomendasi yang harus ditindaklanjuti.",
    ),
    "tindak_lanjut.csv",
)


def _money(nama: str, things: Any, forms: tuple[str, ...], against: str) -> None:
    """Enter a kind that states an amount, whole or in millions or thousands of millions."""

    def plant(rng: Lot, base: Basis) -> Error | None:
        known = [(label, amount) for label, amount in things(base) if amount]
        if not known:
            return None
        label, amount = rng.choice(known)
        form = rng.choice(forms).replace("NAMA", label)
        unit, word = rng.choice(((1, ""), (10**6, " juta"), (10**9, " miliar")))
        true = id_number(Decimal(amount) / unit, 0 if unit == 1 else 2)
        if len([c for c in true if c.isdigit()]) < 3 or true.startswith("0"):
            unit, word, true = 1, "", id_number(Decimal(amount), 0)

        def fill(number: str) -> str:
            return form.replace("#", f"Rp{number}{word}")

        return said(rng, base, fill(mistyped(rng, true)), fill(true), against)

    kind(nama, kalimat=True)(plant)


_money(
    "kalimat: pagu total",
    lambda b: [("", b.hasil.anggaran.pagu.decimal)],
    (
        "Jumlah seluruh pagu program tahun 2024 adalah #.",
        "Total anggaran seluruh program tahun 2024 sebesar #.",
    ),
    "jumlah pagu program",
)
_money(
    "kalimat: realisasi anggaran total",
    lambda b: [("", b.hasil.anggaran.realisasi.decimal)],
    (
        "Realisasi anggaran tahun 2024 sebesar #.",
        "Sampai dengan akhir tahun 2024 anggaran terealisasi #.",
    ),
    "jumlah realisasi program",
)
_money(
    "kalimat: pagu program",
    lambda b: [(p.row.nama, p.pagu.decimal) for p in programmes(b)],
    (
        "Program NAMA memperoleh pagu sebesar #.",
        "Pagu Program NAMA tahun 2024 adalah #.",
        "Anggaran Program NAMA sebesar #.",
    ),
    "pagu program",
)
_money(
    "kalimat: realisasi program",
    lambda b: [(p.row.nama, p.realisasi.decimal) for p in programmes(b)],
    (
        "Realisasi anggaran Program NAMA sebesar #.",
        "Program NAMA menyerap anggaran sebesar #.",
    ),
    "realisasi program",
)
_money(
    "kalimat: sisa anggaran",
    lambda b: [("", b.hasil.anggaran.silpa.decimal)],
    (
        "Sisa anggaran tahun 2024 sebesar #.",
        "Terdapat sisa anggaran yang tidak terserap sebesar # pada tahun 2024.",
    ),
    "pagu dan realisasi",
)


@kind("kalimat: serapan program", kalimat=True)
def _absorbed(rng: Lot, base: Basis) -> Error | None:
    program = one(rng, [p for p in programmes(base) if p.serapan.decimal is not None])
    if program is None:
        return None
    true = id_number(program.serapan.decimal, 2)
    form = rng.choice(
        (
            f"Serapan anggaran Program {program.row.nama} mencapai #%.",
            f"Program {program.row.nama} terserap #%.",
        )
    )
    return said(
        rng,
        base,
        form.replace("#", mistyped(rng, true)),
        form.replace("#", true),
        "serapan program",
    )


@kind("kalimat: serapan total", kalimat=True)
def _absorbed_all(rng: Lot, base: Basis) -> Error | None:
    value = base.hasil.anggaran.serapan.decimal
    if value is None:
        return None
    true = id_number(value, 2)
    form = rng.choice(
        ("Serapan anggaran tahun 2024 sebesar #%.", "Anggaran tahun 2024 terserap #%.")
    )
    return said(
        rng, base, form.replace("#", mistyped(rng, true)), form.replace("#", true), "serapan"
    )
