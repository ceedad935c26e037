"""False sentences about IKU, each with its true twin, in the wordings of real reports."""

from __future__ import annotations

from typing import Any

from undian import Basis, Error, id_number, kind, mistyped, said, spelled
from undian_fakta import (
    Lot,
    last_year,
    measured,
    name_of,
    one,
    programmes,
    reached,
)


def _numbered(
    nama: str, of: Any, forms: tuple[str, ...], decimals: int | None, against: str
) -> None:
    """Enter a kind that states one figure of an IKU."""

    def plant(rng: Lot, base: Basis) -> Error | None:
        iku = one(rng, [i for i in measured(base) if of(i) is not None])
        if iku is None:
            return None
        true = id_number(of(iku), decimals)
        if len(true.replace(",", "").replace(".", "")) < 2:
            return None
        form = rng.choice(forms).replace("NAMA", name_of(rng, iku))
        false = mistyped(rng, true)
        return said(rng, base, form.replace("#", false), form.replace("#", true), against)

    kind(nama, kalimat=True)(plant)


_numbered(
    "kalimat: capaian IKU",
    lambda i: i.capaian.decimal,
    (
        "Capaian NAMA tahun 2024 sebesar #%.",
        "NAMA pada tahun 2024 mencapai #% dari target yang ditetapkan.",
        "Persentase capaian NAMA adalah #%.",
    ),
    2,
    "capaian IKU",
)
_numbered(
    "kalimat: realisasi IKU",
    lambda i: i.realisasi.decimal,
    (
        "Realisasi NAMA pada tahun 2024 adalah #.",
        "NAMA tahun 2024 terealisasi sebesar #.",
        "Pada akhir tahun 2024, realisasi NAMA tercatat #.",
    ),
    None,
    "realisasi IKU",
)
_numbered(
    "kalimat: target IKU",
    lambda i: i.target.decimal,
    (
        "Target NAMA tahun 2024 ditetapkan sebesar #.",
        "NAMA ditargetkan sebesar # dalam Perjanjian Kinerja 2024.",
    ),
    None,
    "target IKU",
)
_numbered(
    "kalimat: target akhir Renstra",
    lambda i: i.target_akhir_renstra.decimal,
    (
        "Target NAMA pada akhir periode Renstra sebesar #.",
        "Target akhir Renstra untuk NAMA adalah #.",
    ),
    None,
    "target_akhir_renstra",
)
_numbered(
    "kalimat: nilai tahun lalu",
    last_year,
    (
        "Realisasi NAMA pada tahun 2023 sebesar #.",
        "Pada tahun 2023 realisasi NAMA mencapai #.",
    ),
    None,
    "iku.csv tahun 2023",
)
_numbered(
    "kalimat: nilai nasional",
    lambda i: i.realisasi_nasional.decimal,
    (
        "Realisasi nasional untuk NAMA sebesar #.",
        "Adapun rata-rata nasional NAMA adalah #.",
    ),
    None,
    "realisasi_nasional",
)


def _either(nama: str, truth: Any, yes: tuple[str, ...], no: tuple[str, ...], against: str) -> None:
    """Enter a kind whose words turn: ``yes`` hold where ``truth`` does, else ``no``."""

    def plant(rng: Lot, base: Basis) -> Error | None:
        iku = one(rng, [i for i in measured(base) if truth(i) is not None])
        if iku is None:
            return None
        right, wrong = (yes, no) if truth(iku) else (no, yes)
        index = rng.randrange(len(yes))
        return said(
            rng, base,
            wrong[index].replace("NAMA", name_of(rng, iku)),
            right[index].replace("NAMA", name_of(rng, iku)),
            against,
        )  # fmt: skip

    kind(nama, kalimat=True)(plant)


def _strictly(iku: Any) -> bool | None:
    return None if iku.target.decimal == iku.realisasi.decimal else reached(iku)


def _above(iku: Any) -> bool | None:
    t, r = iku.target.decimal, iku.realisasi.decimal
    return None if t == r else bool(r > t)


def _rose(iku: Any) -> bool | None:
    old, new = last_year(iku), iku.realisasi.decimal
    return None if old is None or old == new else bool(new > old)


def _over_nation(iku: Any) -> bool | None:
    theirs = iku.realisasi_nasional.decimal
    return None if theirs in (None, iku.realisasi.decimal) else bool(iku.realisasi.decimal > theirs)


_either(
    "kalimat: mencapai target",
    _strictly,
    (
        "NAMA tahun 2024 telah mencapai target yang ditetapkan.",
        "NAMA berhasil mencapai target tahun 2024.",
        "Target NAMA pada tahun 2024 tercapai.",
    ),
    (
        "NAMA tahun 2024 belum mencapai target yang ditetapkan.",
        "NAMA tidak berhasil mencapai target tahun 2024.",
        "Target NAMA pada tahun 2024 tidak tercapai.",
    ),
    "status IKU",
)
_either(
    "kalimat: di atas atau di bawah target",
    _above,
    (
        "Realisasi NAMA tahun 2024 berada di atas target.",
        "Realisasi NAMA lebih tinggi dari target yang diperjanjikan.",
        "Angka NAMA tahun 2024 lebih besar daripada targetnya.",
    ),
    (
        "Realisasi NAMA tahun 2024 berada di bawah target.",
        "Realisasi NAMA lebih rendah dari target yang diperjanjikan.",
        "Angka NAMA tahun 2024 lebih kecil daripada targetnya.",
    ),
    "target dan realisasi IKU",
)
_either(
    "kalimat: naik atau turun",
    _rose,
    (
        "Dibandingkan tahun 2023, realisasi NAMA mengalami kenaikan.",
        "Realisasi NAMA naik dari tahun sebelumnya.",
        "Realisasi NAMA meningkat dibandingkan dengan tahun 2023.",
        "Angka NAMA bertambah dari tahun lalu.",
    ),
    (
        "Dibandingkan tahun 2023, realisasi NAMA mengalami penurunan.",
        "Realisasi NAMA turun dari tahun sebelumnya.",
        "Realisasi NAMA menurun dibandingkan dengan tahun 2023.",
        "Angka NAMA berkurang dari tahun lalu.",
    ),
    "realisasi 2023 dan 2024",
)
_either(
    "kalimat: terhadap nasional",
    _over_nation,
    (
        "Realisasi NAMA lebih tinggi daripada realisasi nasional.",
        "NAMA berada di atas rata-rata nasional.",
    ),
    (
        "Realisasi NAMA lebih rendah daripada realisasi nasional.",
        "NAMA berada di bawah rata-rata nasional.",
    ),
    "realisasi_nasional",
)


@kind("kalimat: besar kenaikan", kalimat=True)
def _change(rng: Lot, base: Basis) -> Error | None:
    iku = one(rng, [i for i in measured(base) if _rose(i) is not None])
    if iku is None:
        return None
    change = iku.realisasi.decimal - last_year(iku)
    verb = rng.choice(
        ("naik", "meningkat", "bertambah") if change > 0 else ("turun", "menurun", "berkurang")
    )
    true = id_number(abs(change))
    form = f"Realisasi {name_of(rng, iku)} {verb} sebesar # dari tahun 2023."
    return said(
        rng,
        base,
        form.replace("#", mistyped(rng, true)),
        form.replace("#", true),
        "realisasi 2023 dan 2024",
    )


def _tally(base: Basis) -> tuple[int, int]:
    """Count the IKU that reached their target, and all."""
    all_of = [i for i in base.hasil.iku if i.capaian.decimal is not None]
    return sum(i.capaian.decimal >= 100 for i in all_of), len(all_of)


@kind("kalimat: semua mencapai", kalimat=True)
def _all(rng: Lot, base: Basis) -> Error | None:
    good, total = _tally(base)
    every = rng.choice(
        (
            "Seluruh indikator kinerja utama tahun 2024 mencapai target.",
            "Semua IKU pada tahun 2024 telah mencapai target yang ditetapkan.",
            "Setiap indikator kinerja utama berhasil mencapai targetnya pada tahun 2024.",
        )
    )
    some = rng.choice(
        (
            "Tidak semua indikator kinerja utama tahun 2024 mencapai target.",
            "Hanya sebagian IKU yang mencapai target pada tahun 2024.",
            "Masih terdapat indikator kinerja utama yang belum mencapai target pada tahun 2024.",
        )
    )
    false, true = (some, every) if good == total else (every, some)
    return said(rng, base, false, true, "status semua IKU")


@kind("kalimat: tidak satu pun", kalimat=True)
def _none(rng: Lot, base: Basis) -> Error | None:
    good, total = _tally(base)
    if good == total:
        false = "Tidak satu pun indikator kinerja utama mencapai target pada tahun 2024."
        true = "Tidak satu pun indikator kinerja utama gagal mencapai target pada tahun 2024."
    else:
        false = "Tidak ada satu pun indikator kinerja utama yang gagal mencapai target tahun 2024."
        true = "Sebagian indikator kinerja utama belum mencapai target tahun 2024."
    return said(rng, base, false, true, "status semua IKU")


@kind("kalimat: sekian dari sekian", kalimat=True)
def _of(rng: Lot, base: Basis) -> Error | None:
    good, total = _tally(base)
    wrong = rng.choice([n for n in range(total + 1) if n != good])
    form = rng.choice(
        (
            "Dari {t} indikator kinerja utama, {g} indikator mencapai target.",
            "Sebanyak {g} dari {t} IKU mencapai target tahun 2024.",
            "Dari {tw} IKU yang diperjanjikan, {gw} IKU mencapai target.",
        )
    )

    def fill(n: int) -> str:
        return form.format(g=n, t=total, gw=spelled(n), tw=spelled(total))

    return said(rng, base, fill(wrong), fill(good), "status semua IKU")


def _ranked(
    nama: str,
    things: Any,
    value: Any,
    label: Any,
    forms: tuple[tuple[str, bool], ...],
    against: str,
) -> None:
    """Enter a kind that names the greatest or the least."""

    def plant(rng: Lot, base: Basis) -> Error | None:
        known = [(value(t), t) for t in things(base) if value(t) is not None]
        if len(known) < 2 or len({v for v, _ in known}) < len(known):
            return None
        known.sort(key=lambda pair: pair[0])
        form, most = rng.choice(forms)
        right = known[-1][1] if most else known[0][1]
        wrong = rng.choice([t for _, t in known if t is not right])
        return said(
            rng,
            base,
            form.replace("NAMA", label(wrong)),
            form.replace("NAMA", label(right)),
            against,
        )

    kind(nama, kalimat=True)(plant)


_ranked(
    "kalimat: anggaran terbesar",
    programmes,
    lambda p: p.pagu.decimal,
    lambda p: p.row.nama,
    (
        ("Program dengan anggaran terbesar adalah Program NAMA.", True),
        ("Anggaran paling besar dialokasikan untuk Program NAMA.", True),
        ("Program NAMA memperoleh pagu terkecil.", False),
    ),
    "pagu program",
)
_ranked(
    "kalimat: serapan tertinggi",
    programmes,
    lambda p: p.serapan.decimal,
    lambda p: p.row.nama,
    (
        ("Serapan anggaran tertinggi terdapat pada Program NAMA.", True),
        ("Program dengan serapan terendah adalah Program NAMA.", False),
        ("Penyerapan anggaran paling rendah ada pada Program NAMA.", False),
    ),
    "serapan program",
)
_ranked(
    "kalimat: capaian tertinggi",
    lambda b: list(b.hasil.iku),
    lambda i: i.capaian.decimal,
    lambda i: i.row.indikator,
    (
        ("Capaian tertinggi diraih oleh indikator NAMA.", True),
        ("Indikator dengan capaian terendah adalah NAMA.", False),
        ("NAMA merupakan indikator kinerja utama dengan capaian paling rendah.", False),
    ),
    "capaian IKU",
)
_ranked(
    "kalimat: komponen LHE tertinggi",
    lambda b: list(b.hasil.evaluasi),
    lambda k: k.capaian.decimal,
    lambda k: k.row.komponen,
    (
        ("Komponen evaluasi dengan persentase tertinggi adalah NAMA.", True),
        ("Persentase terendah terdapat pada komponen NAMA.", False),
    ),
    "evaluasi.csv",
)
