"""Rules on numbers typed in the texts: each must equal a figure of the report."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import cache

from lkjip_analysis.checks.causes import guess_slip, is_truncated
from lkjip_analysis.checks.findings import Hit, Keparahan, rule
from lkjip_analysis.checks.texts import GAP, Sentence, TypedNumber, spoken, typed_numbers
from lkjip_analysis.data.dialect import MONTHS
from lkjip_analysis.data.schemas import Narasi
from lkjip_analysis.formatting import is_percent, round_half_up
from lkjip_analysis.results import Figure, Results, entities, keys

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
REAL_FIGURES = (
    keys.Iku.realisasi, keys.Iku.komposit, keys.Komponen.nilai, keys.Evaluasi.nilai,
    keys.Jumlah.nilai_evaluasi,
)  # fmt: skip
TARGET_FIGURES = (keys.Iku.target, keys.Iku.target_akhir_renstra)
SIGNLESS = (keys.Iku.perubahan, keys.Iku.selisih_nasional)
"""Figures whose sign the sentence says in words."""
REFERRING = re.compile(
    r"(?:nomor|no|pasal|ayat|tahun|triwulan|tribulan|bab|tabel|gambar|tanggal|butir|huruf|\()\W*$",
    re.IGNORECASE,
)
MONTH = re.compile(rf"\s*(?:{'|'.join(MONTHS)})\b", re.IGNORECASE)
BUDGET_WORDS = ("serapan", "penyerapan", "anggaran", "pagu", "silpa", "rata-rata", "capaian")


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
    for said in spoken(hasil, Narasi):
        numbers = [
            number
            for number in typed_numbers(said.text)
            if not number.rupiah
            and not _is_reference(said.text, number)
            and _speaks_of_result(said, number)
        ]
        if numbers:
            figures = [figure for iku in said.meant for figure in _figures_of(hasil, iku)]
            for number in numbers:
                yield from _iku_hits(said, number, figures)


def _speaks_of_result(said: Sentence, number: TypedNumber) -> bool:
    """Say whether a number is said of an indicator, and not of money, people or anything else."""
    before = said.text[: number.mulai]
    if not number.persen:
        return True
    if CAPAIAN_WORD.search(before) or _labelled(before):
        return True
    whole = number.nilai == number.nilai.to_integral_value()
    told = said.named or said.mentions("capaian", "kemajuan", "keaktifan", "tingkat")
    return bool(told) and not whole and not said.mentions("serapan", "anggaran", "pagu", "belanja")


def _is_reference(sentence: str, number: TypedNumber) -> bool:
    """Say whether a number is one of a regulation, date, list or count, and not a result."""
    before, after = sentence[: number.mulai], sentence[number.mulai + len(number.tulisan) :]
    if REFERRING.search(before) or MONTH.match(after):
        return True
    return (
        number.nilai == number.nilai.to_integral_value()
        and not number.persen
        and not _labelled(before)
    )


def _labelled(before: str) -> bool:
    return bool(REAL_WORD.search(before) or TARGET_WORD.search(before))


def _figures_of(hasil: Results, iku: entities.Iku) -> list[Figure]:
    """List the numeric figures of an IKU; of the one that holds the evaluation also its marks."""
    figures = iku.figures
    if iku is hasil.akip:
        figures += [f for mark in hasil.evaluasi for f in mark.figures]
        figures.append(hasil.jumlah.nilai_evaluasi)
    return [f for f in figures if f.decimal is not None]


def _equals(number: TypedNumber, figure: Figure) -> bool:
    signless = keys.angka_of(figure.kunci) in SIGNLESS
    value = abs(figure.number) if signless else figure.number
    return round_half_up(value, number.decimals) == number.nilai


def _fits_unit(number: TypedNumber, figure: Figure) -> bool:
    return number.persen == is_percent(figure.satuan)


def _iku_hits(said: Sentence, number: TypedNumber, figures: list[Figure]) -> Iterator[Hit]:
    fitting = [figure for figure in figures if _fits_unit(number, figure)]
    equal = [figure for figure in fitting if _equals(number, figure)]
    if equal:
        yield from list(_mislabelled(said, number, equal)) or _other_target(said, number, fitting)
        return
    if _is_target_of_another_year(said, number):
        return
    near = [figure for figure in fitting if _is_near(number, figure, NEAR)]
    near.sort(
        key=lambda f: (abs(f.number - number.nilai), keys.angka_of(f.kunci) != keys.Iku.realisasi)
    )
    if near:
        yield _near_hit(said, number, near[0])
    else:
        yield from _other_target(said, number, fitting)


def _is_target_of_another_year(said: Sentence, number: TypedNumber) -> bool:
    """Say whether a number is said to be the target of a year that the data do not know."""
    hasil = said.hasil
    known = "|".join(str(year) for year in (hasil.tahun, hasil.data.identitas.renstra_akhir))
    other = rf"\b(?!(?:{known})\b)20\d\d\b|\b(?:lalu|sebelum\w*|depan|mendatang)\b"
    filled_in = GAP in said.text and OTHER_YEAR.search(said.passage.text)
    return bool(TARGET_WORD.search(said.text[: number.mulai]) and (filled_in or said.find(other)))


def _other_target(said: Sentence, number: TypedNumber, figures: list[Figure]) -> Iterator[Hit]:
    """Look for a target of this year that is none: ``IKPP ditargetkan 8``, when 7,7 was agreed."""
    tahun = said.hasil.tahun
    other_time = rf"\b(?!{tahun}\b)20\d\d\b|renstra|awal|lalu|sebelum|depan|datang|□"
    targets = [f for f in figures if keys.angka_of(f.kunci) == keys.Iku.target]
    if (
        len(targets) == 1
        and targets[0].nilai != number.nilai  # agreed, not measured: never rounded
        and len(said.named) == 1
        and TARGET_WORD.search(said.text[: number.mulai])
        and not said.find(other_time)
    ):
        yield Hit(
            f"teks menyebut target {number.tulisan}, sedangkan {targets[0].kunci} "
            f"{targets[0].tampil}: {said.quoted}",
            (said.passage.cell, *targets[0].masukan),
            dugaan="target sebelum perubahan, atau milik tahun lain",
            saran=f"pakai {{{targets[0].kunci}}}",
        )


def _mislabelled(said: Sentence, number: TypedNumber, equal: list[Figure]) -> Iterator[Hit]:
    """Look for a number that is a figure, but not the one its sentence says it is."""
    before, last = said.text[: number.mulai], said.hasil.tahun - 1
    earlier = re.search(rf"\b({last}|{last - 1}|sebelumnya|lalu|awal)\b|□", said.text)
    real = REAL_WORD.search(before)
    if number.persen or earlier or not (real or TARGET_WORD.search(before)):
        return
    label, fitting = ("realisasi", REAL_FIGURES) if real else ("target", TARGET_FIGURES)
    if not any(keys.angka_of(figure.kunci) in fitting for figure in equal):
        own = [iku for iku in said.hasil.iku if equal[0] in iku.figures]
        iku = own[0] if own else said.hasil.akip
        assert iku is not None  # it alone has figures that are not its own
        meant = iku.realisasi if real else iku.target
        yield Hit(
            f"teks menyebut {number.tulisan} sebagai {label}, padahal itu {equal[0].kunci}: "
            f"{said.quoted}",
            (said.passage.cell, *equal[0].masukan),
            dugaan="sisa teks laporan tahun lalu"
            if keys.angka_of(equal[0].kunci) == keys.Iku.riwayat
            else "",
            saran=f"pakai {{{meant.kunci}}}",
        )


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


def _near_hit(said: Sentence, number: TypedNumber, figure: Figure) -> Hit:
    cut = is_truncated(number.nilai, figure.number, number.decimals)
    severity: Keparahan | None = "catatan" if cut else None
    return Hit(
        f"teks menyebut {number.tulisan}, sedangkan {figure.kunci} {figure.tampil}: {said.quoted}",
        (said.passage.cell, *figure.masukan),
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
    known = [f for f in hasil if f.decimal is not None]
    # the report's rest is that of the programmes
    money = [f for f in known if f.satuan == "rupiah" and f.kunci != keys.ANGGARAN.silpa_dpa]
    below = {item.kunci.split(".")[1] for item in hasil.program if item.row.tingkat != "program"}
    shares = [f for f in known if f.satuan == "persen" and f.kunci.split(".")[1] not in below]
    means = hasil.rata_rata
    chosen = [hasil.anggaran.serapan, means.capaian_iku, means.kemajuan, means.serapan_sasaran]
    for goal in hasil.sasaran:
        chosen += [goal.serapan, goal.porsi, goal.capaian]
    names = {figure.kunci for figure in chosen}
    heads = [f for f in shares if f.kunci in names]
    amounts = (_printed_forms(money), money, Decimal("0.0001"))
    percentages = (_printed_forms(shares), heads, Decimal("0.01"))
    for said in spoken(hasil, Narasi):
        budget = said.mentions(*BUDGET_WORDS)
        for number in typed_numbers(said.text):
            if number.rupiah or number.nilai >= 1_000_000:
                right, candidates, near = amounts
            elif number.persen and number.decimals and budget and not said.meant:
                right, candidates, near = percentages
            else:
                continue
            if number.nilai in right(number.decimals):
                continue
            close = [figure for figure in candidates if _is_near(number, figure, near)]
            for figure in sorted(close, key=lambda f: abs(f.number - number.nilai))[:1]:
                yield _near_hit(said, number, figure)


def _printed_forms(figures: list[Figure]) -> Callable[[int], set[Decimal]]:
    """Give the figures' values as printed with so many decimals; computed once for each."""

    @cache
    def forms(decimals: int) -> set[Decimal]:
        return {round_half_up(figure.number, decimals) for figure in figures}

    return forms
