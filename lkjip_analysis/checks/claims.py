"""Rules on what the texts claim: comparisons, trends, success; the numbers must agree."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from lkjip_analysis.checks.findings import Hit, rule
from lkjip_analysis.checks.rows import name_of
from lkjip_analysis.checks.targets import is_better
from lkjip_analysis.checks.texts import (
    Passage,
    meant_iku,
    mentions_word,
    passages,
    quote,
    sentences,
)
from lkjip_analysis.data.schemas import Iku, Narasi
from lkjip_analysis.formatting import format_number, format_percent
from lkjip_analysis.results import Results

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
    for passage in passages(hasil, Narasi, Iku):
        for sentence in sentences(passage.plain):
            claim = re.search(rf"\b({words})\b[^.;]{{0,80}}\bnasional\b", sentence, re.IGNORECASE)
            if claim is None or re.search(
                r"\bstandar nasional pendidikan\b", sentence, re.IGNORECASE
            ):
                continue
            kind = next(
                kind
                for kind, pattern in NATIONAL_CLAIMS.items()
                if re.fullmatch(pattern, claim[1], re.IGNORECASE)
            )
            planned = _intends(sentence[: claim.start()])
            yield from _national_hits(hasil, passage, sentence, kind, planned)


def _national_hits(
    hasil: Results, passage: Passage, sentence: str, kind: str, planned: bool
) -> Iterator[Hit]:
    meant = meant_iku(hasil, sentence, passage) or hasil.data[Iku]
    indicators = [row for row in meant if not (planned and _is_wish(kind, row.polaritas))]
    if not indicators:
        return
    values = [(row, *_national(hasil, row)) for row in indicators]
    if all(nation is None for _, _, nation in values):
        codes = ", ".join(row.kode_iku for row, _, _ in values[:5])
        yield Hit(
            f"kalimat menyatakan '{kind}' nasional, tetapi nilai nasional {codes} belum tersedia: "
            f"{quote(sentence)}",
            (passage.cell, *(row.cell("realisasi_nasional") for row, _, _ in values[:5])),
            dugaan="sisa teks, atau nilai nasionalnya belum diisi",
            saran="isi realisasi_nasional beserta sumbernya, atau hapus pernyataan ini",
        )
        return
    for row, real, nation in values:
        if real is None or nation is None:
            continue
        if not _holds_nationally(kind, real, nation, row.polaritas):
            yield Hit(
                f"kalimat menyatakan '{kind}' nasional, padahal {row.kode_iku} "
                f"{format_number(real)} dan nasional {format_number(nation)}: {quote(sentence)}",
                (passage.cell, *row.cells("realisasi", "realisasi_nasional")),
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


def _national(hasil: Results, row: Iku) -> tuple[Decimal | None, Decimal | None]:
    iku = hasil.iku[row.kode_iku]
    return iku.realisasi.decimal, iku.realisasi_nasional.decimal


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
    for passage in passages(hasil, Narasi):
        for sentence in sentences(passage.plain):
            claim = re.search(rf"\b(?P<naik>{up})\b|\b(?P<turun>{down})\b", sentence, re.IGNORECASE)
            before = sentence[: claim.start()] if claim else ""
            if (
                claim is None
                or _intends(before[-60:])
                or re.search(rf"{NEGATING}\s+\w*\s*$", before)
            ):
                continue
            steady = mentions_word(sentence, always)
            wanted = 1 if claim["naik"] else -1
            for row in meant_iku(hasil, sentence, passage):
                yield from _trend_hits(hasil, passage, sentence, row, wanted, steady)


def _trend_hits(
    hasil: Results, passage: Passage, sentence: str, row: Iku, wanted: int, steady: bool
) -> Iterator[Hit]:
    iku = hasil.iku[row.kode_iku]
    steps = [(y, iku.perubahan[y].decimal) for y in (hasil.tahun, hasil.tahun - 1)]
    asked = steps if steady or str(hasil.tahun - 2) in sentence else steps[:1]
    word = "naik" if wanted > 0 else "turun"
    wrong = [(year, step) for year, step in asked if step is not None and step * wanted <= 0]
    unknown = [year for year, step in asked if step is None]
    cells = (
        passage.cell,
        *iku.realisasi.masukan[:1],
        *(cell for year, _ in asked for cell in iku.riwayat[year - 1].masukan),
    )
    if wrong:
        year, step = wrong[0]
        yield Hit(
            f"kalimat menyatakan {row.kode_iku} {word}, padahal perubahan "
            f"{year - 1}-{year} {format_number(step)}: {quote(sentence)}",
            cells,
            selisih=format_number(step),
            dugaan="sisa teks laporan tahun lalu",
            saran="perbaiki kalimatnya, atau angkanya",
        )
    elif unknown:
        yield Hit(
            f"kalimat menyatakan {row.kode_iku} {'selalu ' if steady else ''}{word}, "
            f"tetapi realisasi {' dan '.join(str(year - 1) for year in unknown)} tidak "
            f"tersedia: {quote(sentence)}",
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
        (one.row, share) for one in hasil.evaluasi if (share := one.capaian.decimal) is not None
    ]
    if len(marks) < 2:
        return
    for passage in passages(hasil, Narasi):
        for sentence in sentences(passage.plain):
            claim = re.search(
                r"\b(terendah|paling rendah|terkecil|tertinggi|paling tinggi|terbesar)\b",
                sentence,
                re.IGNORECASE,
            )
            if claim is None:
                continue
            lowest = claim[1].casefold() in ("terendah", "paling rendah", "terkecil")
            row, share = (min if lowest else max)(marks, key=lambda pair: pair[1])
            named = [(r, s) for r, s in marks if r.komponen.casefold() in sentence.casefold()]
            if named and named[0][1] != share:
                said, own = named[0]
                yield Hit(
                    f"teks menyebut {said.komponen} ({format_percent(own)}) {claim[1].lower()}, "
                    f"padahal {row.komponen} {format_percent(share)}: {quote(sentence)}",
                    (passage.cell, said.cell("nilai"), row.cell("nilai")),
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
    for passage in passages(hasil, Narasi):
        for sentence in sentences(passage.plain):
            claim = _success_claim(sentence)
            if not claim:
                continue
            yield from _sweeping_hits(hasil, passage, sentence, claim)
            final = mentions_word(
                sentence, r"renstra", r"jangka menengah", r"target akhir", r"akhir periode"
            )
            if mentions_word(
                sentence, r"nasional", r"provinsi", "program", "kegiatan", "sub ?kegiatan"
            ):
                continue
            named = meant_iku(hasil, sentence, passage)
            everyone = mentions_word(
                sentence, r"(?:semua|seluruh)\s+(?:indikator|IKU|sasaran|target)\w*"
            )
            for row in named or (hasil.data[Iku] if everyone else []):
                yield from _success_hits(hasil, passage, sentence, row, claim, final)


def _sweeping_hits(hasil: Results, passage: Passage, sentence: str, claim: str) -> Iterator[Hit]:
    """Test a claim that all outputs, outcomes or programme indicators reached their targets."""
    broad = mentions_word(
        sentence,
        r"output dan outcome",
        r"(?:semua|seluruh)\s+(?:program|kegiatan|sub ?kegiatan|indikator)\w*",
    )
    if claim == "belum" or not broad:
        return
    short = [
        (one.row, capaian)
        for one in hasil.indikator
        if (capaian := one.capaian.decimal) is not None and capaian < 100
    ]
    if short:
        shown = "; ".join(f"{name_of(row)} {format_percent(share)}" for row, share in short[:4])
        yield Hit(
            f"teks menyatakan semua tercapai, padahal {len(short)} indikator program tidak: "
            f"{shown}: {quote(sentence)}",
            (passage.cell, *(row.cell("realisasi") for row, _ in short[:6])),
            dugaan="pernyataan lebih luas daripada datanya",
            saran="sebut pengecualiannya, atau hapus pernyataannya",
        )


def _success_claim(sentence: str) -> str:
    """Name what a sentence claims: ``melebihi``, ``tercapai``, ``belum`` or nothing."""
    missed = re.search(
        rf"\b{NEGATING}\s+(?:\w+\s+)?(?:tercapai|mencapai|memenuhi|terpenuhi)(?:\s+target)?\b",
        sentence,
        re.IGNORECASE,
    )
    if missed:
        return "" if _intends(sentence[: missed.start()][-40:]) else "belum"
    beyond = re.search(r"\b(?:melebihi|melampaui)\s+(?:\w+\s+)?target\b", sentence, re.IGNORECASE)
    if beyond:
        return "" if _intends(sentence[: beyond.start()][-40:]) else "melebihi"
    reached = re.search(
        r"\b(?:(?:telah|sudah|berhasil)\s+(?:\w+\s+)?(?:tercapai|mencapai target|memenuhi target)"
        r"|(?:target\w*|IKU)\s+tercapai|tercapai sesuai target|mencapai target yang)",
        sentence,
        re.IGNORECASE,
    )
    if reached and not _intends(sentence[: reached.start()][-40:]):
        return "tercapai"
    return ""


def _success_hits(
    hasil: Results, passage: Passage, sentence: str, row: Iku, claim: str, final: bool
) -> Iterator[Hit]:
    iku = hasil.iku[row.kode_iku]
    kolom = "target_akhir_renstra" if final else "target"
    target = (iku.target_akhir_renstra if final else iku.target).decimal
    real = iku.realisasi.decimal
    if target is None or real is None:
        return
    beyond = is_better(real, target, row.polaritas)
    true = {
        "melebihi": beyond,
        "tercapai": beyond or real == target,
        "belum": not beyond and real != target,
    }[claim]
    if not true:
        words = {
            "melebihi": "melebihi target",
            "tercapai": "target tercapai",
            "belum": "target belum tercapai",
        }[claim]
        yield Hit(
            f"teks menyatakan {words} untuk {row.kode_iku}, padahal {kolom.replace('_', ' ')} "
            f"{format_number(target)} dan realisasi {format_number(real)}: {quote(sentence)}",
            (passage.cell, *row.cells("realisasi", kolom)),
            selisih=format_number(real - target),
            dugaan="sisa teks laporan tahun lalu",
            saran="perbaiki kalimatnya, atau angkanya",
        )
