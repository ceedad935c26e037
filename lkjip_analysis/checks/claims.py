"""Rules on what the texts claim: comparisons, trends, success; the numbers must agree."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from operator import itemgetter

from lkjip_analysis.checks.findings import Hit, rule
from lkjip_analysis.checks.rows import name_of
from lkjip_analysis.checks.targets import is_better
from lkjip_analysis.checks.texts import Sentence, mentions_word, spoken
from lkjip_analysis.data.schemas import Iku, Narasi
from lkjip_analysis.formatting import format_number, format_percent
from lkjip_analysis.results import Results, entities

INTENDING = (
    r"akan|agar|untuk|supaya|guna|demi|dalam rangka|diharapkan|harus|perlu|dapat|bila|jika|apabila"
    r"|upaya|tantangan"
)
"""Words that make a claim a plan."""

NEGATING = r"(?:belum|tidak|tak|kurang|gagal|belum berhasil|tidak berhasil|belum dapat|tidak dapat)"

NATIONAL_CLAIMS = {
    "melebihi": "melebihi|melampaui",
    "di atas": "di ?atas|lebih tinggi",
    "di bawah": "di ?bawah|lebih rendah|lebih kecil",
    "lebih baik": "lebih baik|unggul",
    "tertinggal": "belum mencapai|tertinggal",
}
"""What a sentence claims of the national level, by its words."""


def _intends(text: str) -> bool:
    return mentions_word(text, INTENDING)


@rule(
    "K71",
    "galat",
    "Perbandingan nasional tidak didukung angka",
    "Kalimat 'melebihi nasional' hanya boleh ada bila nilai nasionalnya ada dan memang terlampaui.",
    "'Nilai AKIP melebihi target nasional', padahal realisasi_nasional kosong.",
)
def k71_nasional(hasil: Results) -> Iterator[Hit]:
    """Test claims about the national level."""
    words = "|".join(NATIONAL_CLAIMS.values())
    for said in spoken(hasil, Narasi, Iku):
        claim = said.find(rf"\b({words})\b[^.;]{{0,80}}\bnasional\b")
        if claim is None or said.mentions("standar nasional pendidikan"):
            continue
        kind = next(
            kind
            for kind, pattern in NATIONAL_CLAIMS.items()
            if re.fullmatch(pattern, claim[1], re.IGNORECASE)
        )
        yield from _national_hits(said, kind, _intends(said.text[: claim.start()]))


def _national_hits(said: Sentence, kind: str, planned: bool) -> Iterator[Hit]:
    meant = [
        iku
        for iku in said.meant or said.hasil.iku
        if not (planned and _is_wish(kind, iku.row.polaritas))
    ]
    if not meant:
        return
    if all(iku.realisasi_nasional.decimal is None for iku in meant):
        codes = ", ".join(iku.kode for iku in meant[:5])
        yield Hit(
            f"kalimat menyatakan '{kind}' nasional, tetapi nilai nasional {codes} belum tersedia: "
            f"{said.quoted}",
            (said.passage.cell, *(iku.row.cell("realisasi_nasional") for iku in meant[:5])),
            dugaan="sisa teks, atau nilai nasionalnya belum diisi",
            saran="isi realisasi_nasional beserta sumbernya, atau hapus pernyataan ini",
        )
        return
    for iku in meant:
        real, nation = iku.realisasi.decimal, iku.realisasi_nasional.decimal
        if real is None or nation is None or not iku.realisasi.beside(iku.realisasi_nasional):
            continue
        if not _holds_nationally(kind, real, nation, iku.row.polaritas):
            yield Hit(
                f"kalimat menyatakan '{kind}' nasional, padahal {iku.kode} "
                f"{format_number(real)} dan nasional {format_number(nation)}: {said.quoted}",
                (said.passage.cell, *iku.row.cells("realisasi", "realisasi_nasional")),
                selisih=format_number(real - nation),
                saran="perbaiki kalimatnya, atau angkanya",
            )


def _is_wish(kind: str, polaritas: str) -> bool:
    """Say whether a claim is what one wants of an indicator: planned, it claims nothing yet."""
    wanted = "di bawah" if polaritas == "turun" else "di atas"
    return kind in ("melebihi", "lebih baik", wanted)


def _holds_nationally(kind: str, real: Decimal, nation: Decimal, polaritas: str) -> bool:
    """Say whether a claim is true; equal values are let pass where a report is modest.

    'di bawah' is said of the number and 'lebih baik' of the performance; 'melebihi' of an
    indicator that is better low can mean either.
    """
    if kind == "melebihi" and polaritas == "turun":
        return real != nation
    if kind in ("di atas", "di bawah"):
        return real > nation if kind == "di atas" else real <= nation
    return is_better(real, nation, polaritas) == (kind != "tertinggal")


@rule(
    "K72",
    "galat",
    "Arah perubahan tidak sesuai dengan angkanya",
    "Kata 'naik', 'selalu meningkat', atau 'menurun' harus benar menurut realisasi "
    "tahun-tahun sebelumnya.",
    "'Selalu mengalami kenaikan', padahal realisasi 2022 tidak tersedia.",
)
def k72_arah(hasil: Results) -> Iterator[Hit]:
    """Test claims about the course over the years."""
    up = r"naik|meningkat|mengalami (?:kenaikan|peningkatan)|terjadi (?:kenaikan|peningkatan)"
    down = r"turun|menurun|mengalami penurunan|terjadi penurunan"
    always = r"selalu|terus(?:-menerus| menerus)?|setiap tahun|dari tahun ke tahun|konsisten"
    for said in spoken(hasil, Narasi):
        claim = said.find(rf"\b(?P<naik>{up})\b|\b(?P<turun>{down})\b")
        before = said.text[: claim.start()] if claim else ""
        denied = _intends(before[-60:]) or re.search(rf"{NEGATING}\s+\w*\s*$", before)
        if claim is None or denied:
            continue
        for iku in said.meant:
            yield from _trend_hits(said, iku, 1 if claim["naik"] else -1, said.mentions(always))


def _trend_hits(said: Sentence, iku: entities.Iku, wanted: int, steady: bool) -> Iterator[Hit]:
    tahun = said.hasil.tahun
    steps = [(year, iku.perubahan[year].decimal) for year in (tahun, tahun - 1)]
    asked = steps if steady or str(tahun - 2) in said.text else steps[:1]
    word = "naik" if wanted > 0 else "turun"
    wrong = [(year, step) for year, step in asked if step is not None and step * wanted <= 0]
    unknown = [year for year, step in asked if step is None]
    cells = (
        said.passage.cell,
        *iku.realisasi.masukan[:1],
        *(cell for year, _ in asked for cell in iku.riwayat[year - 1].masukan),
    )
    if wrong:
        year, step = wrong[0]
        yield Hit(
            f"kalimat menyatakan {iku.kode} {word}, padahal perubahan "
            f"{year - 1}-{year} {format_number(step)}: {said.quoted}",
            cells,
            selisih=format_number(step),
            dugaan="sisa teks laporan tahun lalu",
            saran="perbaiki kalimatnya, atau angkanya",
        )
    elif unknown:
        yield Hit(
            f"kalimat menyatakan {iku.kode} {'selalu ' if steady else ''}{word}, "
            f"tetapi realisasi {' dan '.join(str(year - 1) for year in unknown)} tidak "
            f"tersedia: {said.quoted}",
            cells,
            dugaan="pernyataan lebih luas daripada datanya",
            saran="sebut tahun yang ada angkanya saja",
        )


@rule(
    "K73",
    "galat",
    "Komponen LHE terendah atau tertinggi keliru",
    "Komponen dibandingkan menurut persentase bobotnya; nilai mentah terkecil milik "
    "komponen berbobot kecil.",
    "Teks menyebut Pelaporan Kinerja terendah, padahal Evaluasi Akuntabilitas Kinerja "
    "Internal 53,12%.",
)
def k73_komponen(hasil: Results) -> Iterator[Hit]:
    """Test claims about the weakest and strongest component."""
    marks = [
        (part.row, share) for part in hasil.evaluasi if (share := part.capaian.decimal) is not None
    ]
    if len(marks) < 2:
        return
    lowest = ("terendah", "paling rendah", "terkecil")
    for said in spoken(hasil, Narasi):
        claim = said.find(rf"\b({'|'.join(lowest)}|tertinggi|paling tinggi|terbesar)\b")
        if claim is None:
            continue
        row, share = (min if claim[1].casefold() in lowest else max)(marks, key=itemgetter(1))
        named = [(r, s) for r, s in marks if r.komponen.casefold() in said.text.casefold()]
        if named and named[0][1] != share:
            other, own = named[0]
            yield Hit(
                f"teks menyebut {other.komponen} ({format_percent(own)}) {claim[1].lower()}, "
                f"padahal {row.komponen} {format_percent(share)}: {said.quoted}",
                (said.passage.cell, other.cell("nilai"), row.cell("nilai")),
                dugaan="yang dibandingkan nilai mentah, bukan persentase bobotnya",
                saran="perbaiki nama komponennya, atau hapus perbandingannya",
            )


@rule(
    "K74",
    "galat",
    "Pernyataan tercapai tidak sesuai dengan angkanya",
    "Kata 'tercapai', 'melebihi target', dan 'belum tercapai' harus sesuai dengan "
    "realisasi terhadap target.",
    "'Target IKPP telah tercapai', padahal capaiannya 96,10%.",
)
def k74_tercapai(hasil: Results) -> Iterator[Hit]:
    """Test claims of reaching, passing or missing a target."""
    for said in spoken(hasil, Narasi):
        claim = _success_claim(said)
        if not claim:
            continue
        yield from _sweeping_hits(said, claim)
        if said.mentions("nasional", "provinsi", "program", "kegiatan", "sub ?kegiatan"):
            continue
        final = said.mentions("renstra", "jangka menengah", "target akhir", "akhir periode")
        everyone = said.mentions(r"(?:semua|seluruh)\s+(?:indikator|IKU|sasaran|target)\w*")
        for iku in said.meant or (hasil.iku if everyone else ()):
            yield from _success_hits(said, iku, claim, final)


def _sweeping_hits(said: Sentence, claim: str) -> Iterator[Hit]:
    """Test a claim that all outputs, outcomes or programme indicators reached their targets."""
    broad = said.mentions(
        "output dan outcome",
        r"(?:semua|seluruh)\s+(?:program|kegiatan|sub ?kegiatan|indikator)\w*",
    )
    if claim == "belum" or not broad:
        return
    short = [
        (one.row, capaian)
        for one in said.hasil.indikator
        if (capaian := one.capaian.decimal) is not None and capaian < 100
    ]
    if short:
        shown = "; ".join(f"{name_of(row)} {format_percent(share)}" for row, share in short[:4])
        yield Hit(
            f"teks menyatakan semua tercapai, padahal {len(short)} indikator program tidak: "
            f"{shown}: {said.quoted}",
            (said.passage.cell, *(row.cell("realisasi") for row, _ in short[:6])),
            dugaan="pernyataan lebih luas daripada datanya",
            saran="sebut pengecualiannya, atau hapus pernyataannya",
        )


SUCCESS_CLAIMS = {
    "belum": (
        rf"\b{NEGATING}\s+(?:\w+\s+)?(?:tercapai|mencapai|memenuhi|terpenuhi)(?:\s+target)?\b"
    ),
    "melebihi": r"\b(?:melebihi|melampaui)\s+(?:\w+\s+)?target\b",
    "tercapai": (
        r"\b(?:(?:telah|sudah|berhasil)\s+(?:\w+\s+)?(?:tercapai|mencapai target|memenuhi target)"
        r"|(?:target\w*|IKU)\s+tercapai|tercapai sesuai target|mencapai target yang)"
    ),
}
"""What a sentence claims of a target, by its words; the first found counts."""


def _success_claim(said: Sentence) -> str:
    """Name what a sentence claims, or nothing: what is only intended claims nothing."""
    for claim, pattern in SUCCESS_CLAIMS.items():
        if found := said.find(pattern):
            return "" if _intends(said.text[: found.start()][-40:]) else claim
    return ""


def _success_hits(said: Sentence, iku: entities.Iku, claim: str, final: bool) -> Iterator[Hit]:
    kolom = "target_akhir_renstra" if final else "target"
    aimed = iku.target_akhir_renstra if final else iku.target
    target, real = aimed.decimal, iku.realisasi.decimal
    if target is None or real is None or not iku.realisasi.beside(aimed):
        return
    beyond = is_better(real, target, iku.row.polaritas)
    words, true = {
        "melebihi": ("melebihi target", beyond),
        "tercapai": ("target tercapai", beyond or real == target),
        "belum": ("target belum tercapai", not beyond and real != target),
    }[claim]
    if not true:
        yield Hit(
            f"teks menyatakan {words} untuk {iku.kode}, padahal {kolom.replace('_', ' ')} "
            f"{format_number(target)} dan realisasi {format_number(real)}: {said.quoted}",
            (said.passage.cell, *iku.row.cells("realisasi", kolom)),
            selisih=format_number(real - target),
            dugaan="sisa teks laporan tahun lalu",
            saran="perbaiki kalimatnya, atau angkanya",
        )
