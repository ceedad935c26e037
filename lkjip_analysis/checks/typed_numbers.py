"""Rules on numbers typed in the texts: each must equal a figure of the report."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import cache

from lkjip_analysis.checks.causes import guess_slip, is_truncated
from lkjip_analysis.checks.findings import Hit, Keparahan, rule
from lkjip_analysis.checks.texts import (
    GAP,
    PLACEHOLDER,
    Passage,
    TypedNumber,
    meant_iku,
    named_iku,
    passages,
    quote,
    sentences,
    typed_numbers,
)
from lkjip_analysis.data.facts import FACTS
from lkjip_analysis.data.schemas import Iku, Narasi, Program
from lkjip_analysis.formatting import round_half_up
from lkjip_analysis.results import Figure, Results, keys
from lkjip_analysis.results.names import slug

NEAR = Decimal("0.03")
"""A typed number this close to a figure (as a share of it) was meant to be that figure."""

REAL_WORD = re.compile(
    r"\b(?:tercapai|terealisasi|realisasi(?:nya)?|memperoleh|mendapat(?:kan)?|mencapai)"
    r"(?: nilai)?(?: sebesar)?\s*$",
    re.IGNORECASE,
)
TARGET_WORD = re.compile(r"\b(?:target(?:nya)?|ditargetkan)(?: sebesar)?\s*$", re.IGNORECASE)
OTHER_YEAR = re.compile(r"\{(?:dua_)?tahun_(?:lalu|depan)\}")
CAPAIAN_WORD = re.compile(
    r"\b(?:capaian(?:nya)?|kemajuan(?:nya)?|baru)(?: sebesar| mencapai)?\s*$", re.IGNORECASE
)
# fmt: off
OWN_WORDS = {
    "tahun", "tahun_lalu", "dua_tahun_lalu", "tahun_depan", "renstra.periode", "laporan.status",
    "identitas.nama_pendek",
} | {f"terbilang.{n}" for n in keys.COUNTED}
# fmt: on


@rule(
    "K75",
    "peringatan",
    "Angka pada teks tidak sama dengan angka laporan",
    "Setiap angka di dalam kalimat harus sama dengan tabelnya; angka yang hampir sama "
    "biasanya salah ketik.",
    "'Nilai AKIP tercapai 73,37', padahal realisasinya 73,47.",
)
def k75_angka_iku(hasil: Results) -> Iterator[Hit]:
    """Compare the numbers of sentences about an IKU with the IKU's figures."""
    for passage in passages(hasil, Narasi):
        for sentence in sentences(passage.plain):
            numbers = [
                n
                for n in typed_numbers(sentence)
                if not n.rupiah and not _is_reference(sentence, n)
            ]
            if not numbers:
                continue
            named = bool(named_iku(hasil, sentence))
            indicators = meant_iku(hasil, sentence, passage)
            figures = [figure for row in indicators for figure in _figures_of(hasil, row)]
            for number in numbers:
                if _speaks_of_result(sentence, number, named):
                    yield from _iku_hits(hasil, passage, sentence, number, figures)


def _speaks_of_result(sentence: str, number: TypedNumber, named: bool) -> bool:
    """Say whether a number is said of an indicator, and not of money, people or anything else."""
    before = sentence[: number.mulai]
    if not number.persen:
        return True
    if CAPAIAN_WORD.search(before) or _labelled(before):
        return True
    whole = number.nilai == number.nilai.to_integral_value()
    other = re.search(r"\b(?:serapan|anggaran|pagu|belanja)\b", sentence, re.IGNORECASE)
    told = named or re.search(
        r"\b(?:capaian|kemajuan|keaktifan|tingkat)\b", sentence, re.IGNORECASE
    )
    return bool(told) and not whole and not other


def _is_reference(sentence: str, number: TypedNumber) -> bool:
    """Say whether a number is one of a regulation, date, list or count, and not a result."""
    before, after = sentence[: number.mulai], sentence[number.mulai + len(number.tulisan) :]
    if re.search(
        r"(?:nomor|no|pasal|ayat|tahun|triwulan|tribulan|bab|tabel|gambar|tanggal|butir|huruf|\()\W*$",
        before,
        re.IGNORECASE,
    ):
        return True
    if re.match(
        r"\s*(?:januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november|desember)\b",
        after,
        re.IGNORECASE,
    ):
        return True
    return (
        number.nilai == number.nilai.to_integral_value()
        and not number.persen
        and not _labelled(before)
    )


def _labelled(before: str) -> bool:
    return bool(REAL_WORD.search(before) or TARGET_WORD.search(before))


def _figures_of(hasil: Results, row: Iku) -> list[Figure]:
    """List the numeric figures of an IKU; of the one that holds the evaluation also its marks."""
    iku = hasil.iku[row.kode_iku]
    figures = iku.figures
    if iku is hasil.akip:
        figures += [f for mark in hasil.evaluasi for f in mark.figures]
        figures.append(hasil.jumlah.nilai_evaluasi)
    return [f for f in figures if f.decimal is not None]


def _equals(number: TypedNumber, figure: Figure) -> bool:
    value = (
        abs(figure.number)
        if ".perubahan." in figure.kunci or ".selisih" in figure.kunci
        else figure.number
    )
    return round_half_up(value, number.decimals) == number.nilai


def _fits_unit(number: TypedNumber, figure: Figure) -> bool:
    return number.persen == (figure.satuan.casefold() in ("persen", "%"))


def _iku_hits(
    hasil: Results, passage: Passage, sentence: str, number: TypedNumber, figures: list[Figure]
) -> Iterator[Hit]:
    fitting = [figure for figure in figures if _fits_unit(number, figure)]
    equal = [figure for figure in fitting if _equals(number, figure)]
    if equal:
        wrong = list(_mislabelled(hasil, passage, sentence, number, equal))
        yield from wrong or _other_target(hasil, passage, sentence, number, fitting)
        return
    if _is_target_of_another_year(hasil, passage, sentence, number):
        return
    near = [figure for figure in fitting if _is_near(number, figure, NEAR)]
    near.sort(key=lambda f: (abs(f.number - number.nilai), not f.kunci.endswith(".realisasi")))
    for figure in near[:1]:
        yield from _near_hit(passage, sentence, number, figure, NEAR)
    if not near:
        yield from _other_target(hasil, passage, sentence, number, fitting)


def _is_target_of_another_year(
    hasil: Results, passage: Passage, sentence: str, number: TypedNumber
) -> bool:
    """Say whether a number is said to be the target of a year that the data do not know."""
    known = "|".join(str(year) for year in (hasil.tahun, hasil.data.identitas["renstra_akhir"]))
    other = rf"\b(?!(?:{known})\b)20\d\d\b|\b(?:lalu|sebelum\w*|depan|mendatang)\b"
    filled_in = GAP in sentence and OTHER_YEAR.search(passage.text)
    return bool(
        TARGET_WORD.search(sentence[: number.mulai])
        and (filled_in or re.search(other, sentence, re.IGNORECASE))
    )


def _other_target(
    hasil: Results, passage: Passage, sentence: str, number: TypedNumber, figures: list[Figure]
) -> Iterator[Hit]:
    """Look for a target of this year that is none: ``IKPP ditargetkan 8``, when 7,7 was agreed."""
    other_time = rf"\b(?!{hasil.tahun}\b)20\d\d\b|renstra|awal|lalu|sebelum|depan|datang|□"
    targets = [figure for figure in figures if figure.kunci.endswith(".target")]
    if (
        len(targets) == 1
        and targets[0].nilai != number.nilai  # agreed, not measured: never rounded
        and len(named_iku(hasil, sentence)) == 1
        and TARGET_WORD.search(sentence[: number.mulai])
        and not re.search(other_time, sentence, re.IGNORECASE)
    ):
        yield Hit(
            f"teks menyebut target {number.tulisan}, sedangkan {targets[0].kunci} "
            f"{targets[0].tampil}: {quote(sentence)}",
            (passage.cell, *targets[0].masukan),
            dugaan="target sebelum perubahan, atau milik tahun lain",
            saran=f"pakai {{{targets[0].kunci}}}",
        )


def _mislabelled(
    hasil: Results, passage: Passage, sentence: str, number: TypedNumber, equal: list[Figure]
) -> Iterator[Hit]:
    """Look for a number that is a figure, but not the one its sentence says it is."""
    before = sentence[: number.mulai]
    if number.persen or re.search(
        rf"\b({hasil.tahun - 1}|{hasil.tahun - 2}|sebelumnya|lalu|awal)\b|□", sentence
    ):
        return
    label = (
        "realisasi" if REAL_WORD.search(before) else "target" if TARGET_WORD.search(before) else ""
    )
    fitting = {
        "realisasi": ("realisasi", "komposit", "nilai_evaluasi", "nilai"),
        "target": ("target", "target_akhir_renstra"),
    }
    if label and not any(figure.kunci.rsplit(".", 1)[-1] in fitting[label] for figure in equal):
        yield Hit(
            f"teks menyebut {number.tulisan} sebagai {label}, padahal itu {equal[0].kunci}: "
            f"{quote(sentence)}",
            (passage.cell, *equal[0].masukan),
            dugaan="sisa teks laporan tahun lalu" if ".riwayat." in equal[0].kunci else "",
            saran=f"pakai {{{_front(equal[0])}.{label}}}",
        )


def _front(figure: Figure) -> str:
    return ".".join(figure.kunci.split(".")[:2])


def _is_near(number: TypedNumber, figure: Figure, near: Decimal) -> bool:
    value = figure.number
    if not value or not number.nilai or not value / 11 < number.nilai < value * 11:
        return False
    if abs(number.nilai - value) <= near * abs(value):
        return True
    if max(number.nilai, value) < 1:
        return False
    slip = guess_slip(number.nilai, round_half_up(value, number.decimals))
    return bool(slip) and not (number.persen and "bergeser" in slip)


def _near_hit(
    passage: Passage, sentence: str, number: TypedNumber, figure: Figure, near: Decimal
) -> Iterator[Hit]:
    if not _is_near(number, figure, near):
        return
    cut = is_truncated(number.nilai, figure.number, number.decimals)
    severity: Keparahan | None = "catatan" if cut else None
    yield Hit(
        f"teks menyebut {number.tulisan}, sedangkan {figure.kunci} {figure.tampil}: "
        f"{quote(sentence)}",
        (passage.cell, *figure.masukan[:6]),
        dugaan="dipotong, bukan dibulatkan"
        if cut
        else guess_slip(number.nilai, round_half_up(figure.number, number.decimals)),
        saran=f"pakai {{{figure.kunci}}} agar selalu sama dengan tabelnya",
        keparahan=severity,
    )


@rule(
    "K76",
    "peringatan",
    "Rupiah atau persentase pada teks tidak sama dengan angka laporan",
    "Jumlah uang dan persentase di dalam kalimat harus sama dengan tabel anggarannya.",
    "'Silpa Rp64.179.273', padahal menurut pagu program Rp64.179.274.",
)
def k76_uang(hasil: Results) -> Iterator[Hit]:
    """Compare amounts and percentages of sentences about money with the budget's figures."""
    money = [
        f
        for f in hasil
        if f.satuan == "rupiah"
        and isinstance(f.nilai, Decimal)
        and f.kunci != keys.ANGGARAN.silpa_dpa  # the report's rest is that of the programmes
    ]
    leaves = {slug(row.kode) for row in hasil.data[Program] if row.tingkat != "program"}
    shares = [
        f
        for f in hasil
        if f.satuan == "persen"
        and isinstance(f.nilai, Decimal)
        and f.kunci.split(".")[1] not in leaves
    ]
    money_known, shares_known = _printed_forms(money), _printed_forms(shares)
    means = hasil.rata_rata
    chosen = [hasil.anggaran.serapan, means.capaian_iku, means.kemajuan, means.serapan_sasaran]
    for goal in hasil.sasaran:
        chosen += [goal.serapan, goal.porsi, goal.capaian]
    names = {figure.kunci for figure in chosen}
    heads = [f for f in shares if f.kunci in names]
    for passage in passages(hasil, Narasi):
        for sentence in sentences(passage.plain):
            budget = re.search(
                r"\b(serapan|penyerapan|anggaran|pagu|silpa|rata-rata|capaian)\b",
                sentence,
                re.IGNORECASE,
            )
            for number in typed_numbers(sentence):
                if number.rupiah or number.nilai >= 1_000_000:
                    known, near, candidates = money_known, Decimal("0.0001"), money
                elif (
                    number.persen
                    and number.decimals
                    and budget
                    and not meant_iku(hasil, sentence, passage)
                ):
                    known, near, candidates = shares_known, Decimal("0.01"), heads
                else:
                    continue
                if number.nilai in known(number.decimals):
                    continue
                close = [figure for figure in candidates if _is_near(number, figure, near)]
                for figure in sorted(close, key=lambda f: abs(f.number - number.nilai))[:1]:
                    yield from _near_hit(passage, sentence, number, figure, near)


def _printed_forms(figures: list[Figure]) -> Callable[[int], set[Decimal]]:
    """Give the figures' values as printed with so many decimals; computed once for each."""

    @cache
    def forms(decimals: int) -> set[Decimal]:
        return {round_half_up(figure.number, decimals) for figure in figures}

    return forms


@rule(
    "K78",
    "galat",
    "Kunci di dalam kurung kurawal bermasalah",
    "Kunci yang tidak dikenal menghentikan pembuatan laporan; kunci tanpa nilai tercetak sebagai "
    "tanda '–' di tengah kalimat.",
    "{iku.AKPI.capaian}; {iku.AKIP.realisasi_nasional} yang belum tersedia.",
)
def k78_kunci(hasil: Results) -> Iterator[Hit]:
    """Look up every filled-in place of the texts."""
    facts = hasil.data.identitas
    known = OWN_WORDS | {f"identitas.{key}" for key in FACTS} | set(hasil.figures)
    for row in hasil.data[Narasi]:
        for name in dict.fromkeys(PLACEHOLDER.findall(row.teks)):
            figure = hasil.figures.get(name)
            if name not in known:
                if meant := keys.meant_key(name, known):
                    yield Hit(
                        f"kunci {{{name}}} tidak dikenal",
                        (row.cell("teks"),),
                        dugaan="salah ketik, atau kodenya sudah berganti",
                        saran=meant,
                    )
                continue
            blank = figure is not None and not figure.known
            blank |= (
                name.startswith("identitas.") and name[10:] in facts and facts[name[10:]] is None
            )
            if blank:
                yield Hit(
                    f"kunci {{{name}}} belum ada nilainya, sehingga kalimatnya mencetak '–'",
                    (row.cell("teks"), *(figure.masukan[:3] if figure is not None else ())),
                    dugaan=figure.alasan if figure is not None else "belum diisi di identitas.csv",
                    saran="isi datanya, atau ubah kalimatnya",
                    keparahan="peringatan",
                )
