"""Sentences on the year's capaian: IKU, sasaran, programmes (BAB III 3.1.1)."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import partial

from lkjip_analysis.data.schemas import Sasaran
from lkjip_analysis.formatting import all_of, count_in_words, counts_in_words, join_words
from lkjip_analysis.measures.achievement import UNCAPPED
from lkjip_analysis.presentation.narrative.prose import (
    fact,
    iku_by_iku,
    lacking,
    numbered,
    shown,
    with_meaning,
)
from lkjip_analysis.presentation.output import TextOutput, escape_markdown
from lkjip_analysis.presentation.plain import in_words
from lkjip_analysis.presentation.tables.goals import mean_has_no_class
from lkjip_analysis.results import Figure, Results
from lkjip_analysis.results.entities import Iku, Indikator
from lkjip_analysis.results.keys import LEVELS

REACHED = {
    "melebihi": "melampaui target",
    "sesuai": "sesuai target",
    "tidak_mencapai": "belum mencapai target",
}
LAST = Decimal("Infinity")
MOST_NAMED, FEW_NAMED = 12, 5
"""A sentence names at most so many indicators; of more than that so few."""


def batas_capaian(hasil: Results) -> TextOutput:
    """Say which cap the averages use, and that the predikat reads 0-100."""
    policy = hasil.data.identitas.batas_capaian
    words = (
        "Persentase capaian ditampilkan dan dirata-ratakan apa adanya, tanpa batas atas atau bawah."
    )
    if policy != UNCAPPED:
        low, high = policy.split("_")
        words = (
            f"Dalam rata-rata, capaian di atas {high}% dihitung {high}% dan capaian di bawah "
            f"{low}% dihitung {low}%."
        )
    if hasil.data.identitas.skala_capaian:
        words += (
            " Untuk membaca predikat kinerja, rata-rata capaian di atas 100% termasuk pada angka "
            "100 dan di bawah 0% termasuk pada angka 0."
        )
    return TextOutput(words)


def jumlah_sasaran(hasil: Results) -> TextOutput:
    """Say how many sasaran and IKU there are, and which tujuan they serve."""
    if not (hasil.sasaran and hasil.iku):
        file = "iku.csv" if hasil.sasaran else "sasaran.csv"
        return TextOutput(lacking(hasil, "Sasaran strategis dan IKU", file))
    goals, measures = map(counted, (hasil.jumlah.sasaran, hasil.jumlah.iku))
    words = (
        f"Pada tahun {hasil.tahun}, {fact(hasil, 'nama_unit')} memiliki {goals} sasaran strategis "
        f"yang dijabarkan dalam {measures} Indikator Kinerja Utama (IKU)"
    )
    aims = {row.tujuan: "" for row in hasil.data[Sasaran] if row.tujuan}
    if not aims:
        return TextOutput(f"{words}.")
    direct = [iku for iku in hasil.iku if iku.tujuan]
    for iku in direct:
        aims[iku.tujuan] += f"{' dan' if aims[iku.tujuan] else ', diukur dengan'} {iku.nama}"
    if direct:
        words += f", {count_in_words(len(direct))} di antaranya mengukur tujuan,"
    if len(aims) == 1:
        ((aim, measured),) = aims.items()
        return TextOutput(f"{words} untuk mencapai tujuan “{escape_markdown(aim)}”{measured}.")
    items = [escape_markdown(aim + measured) + ("." if aim == list(aims)[-1] else ";")
             for aim, measured in aims.items()]  # fmt: skip
    return TextOutput(f"{words} untuk mencapai tujuan:\n\n{numbered(items)}")


def capaian_iku(hasil: Results) -> TextOutput:
    """Say what was reached on the whole, then IKU by IKU."""
    mean = hasil.rata_rata.capaian_iku
    if not hasil.iku:
        return TextOutput(lacking(hasil, "Capaian IKU", "iku.csv"))
    if mean.known:
        rating, word = hasil.rata_rata.predikat_kinerja, hasil.rata_rata.interpretasi_kinerja
        own = rating.known and not mean_has_no_class(hasil)
        rated = f" dengan predikat kinerja {with_meaning(rating, word)}" if own else ""
        average = f" Rata-rata capaiannya {shown(mean)}{rated}." * (len(mean.dari) > 1)
    else:
        average = " Rata-rata capaiannya belum dapat dihitung."
    lead = f"{status_iku(hasil)}{average}\n\n" * (len(hasil.iku) > 1)
    return TextOutput(f"{lead}{rincian_iku(hasil, 'rincian_capaian')}")


def rincian_iku(hasil: Results, bagian: str, *, of_missed: bool = True) -> str:
    """Say target, realisation and capaian of IKU, followed by the unit's own words.

    ``of_missed`` is off where those that fell short are told elsewhere.
    """
    every = [iku for iku in hasil.iku if of_missed or not iku.missed]
    said = partial(_reached, hasil.tahun)
    return iku_by_iku(hasil, bagian, said, lambda iku: iku.missed or not iku.status.known, every)


def _reached(tahun: int, iku: Iku) -> str:
    capaian = iku.capaian
    if not iku.given(iku.target):
        return f" belum memiliki target tahun {tahun}."
    words = f"{lower(iku)} ditargetkan {stated(iku, iku.target)}"
    if not iku.given(iku.realisasi):
        return f"{words}; realisasinya belum tersedia."
    words += f" dan terealisasi {stated(iku, iku.realisasi)}"
    status = f" atau {REACHED[str(iku.status.nilai)]}" if iku.status.known else ""
    if capaian.known:
        return f"{words}, sehingga tingkat capaiannya {shown(capaian)}{status}."
    reason = escape_markdown(in_words(capaian.alasan))
    return f"{words}{status}; persentase capaian tidak dihitung ({reason})."


def counted(figure: Figure) -> str:
    """Write a count in words."""
    return count_in_words(int(figure.number))


def lower(iku: Iku) -> str:
    """Say where a lower value is the better one."""
    return " (makin rendah makin baik)" if iku.row.polaritas == "turun" else ""


def stated(iku: Iku | Indikator, figure: Figure) -> str:
    """Write a target or realisation: its predikat where only that was given, else the value."""
    rating = iku.predikat_of(figure)
    return f"predikat {shown(rating)}" if rating.known else shown(figure, iku.row.satuan)


def status_sasaran(hasil: Results) -> TextOutput:
    """Say how many sasaran lie above, at and below their targets."""
    of_status = hasil.jumlah.sasaran_status
    counts = [(int(of_status[one].number), words) for one, words in REACHED.items()]
    return TextOutput(by_status(int(hasil.jumlah.sasaran.number), counts, "sasaran strategis"))


def status_iku(hasil: Results) -> str:
    """Say how many IKU lie above, at and below their targets."""
    counts = [(int(hasil.jumlah.iku_status[one].number), words) for one, words in REACHED.items()]
    return by_status(len(hasil.iku), counts, "IKU")


def by_status(total: int, judged: Sequence[tuple[int, str]], noun: str) -> str:
    """Say how many of something are so and so: none, the only one, all, or some of each."""
    told = [(n, words) for n, words in judged if n]
    if not told:
        return f"Belum ada {noun} yang dapat dinilai."
    if rest := total - sum(n for n, _ in told):
        told.append((rest, "belum dapat dinilai"))
    if len(told) == 1:
        return f"{all_of(total, noun)} {told[0][1]}."
    whole, *counts = counts_in_words([total, *(n for n, _ in told)])
    parts = [f"{count} {words}" for count, (_, words) in zip(counts, told, strict=True)]
    return f"Dari {whole} {noun}, {join_words(parts)}."


def capaian_program(hasil: Results) -> TextOutput:
    """Say how many indicators reached their targets, and which fell short."""
    if not hasil.jumlah.indikator_program_dinilai.number:
        return TextOutput(lacking(hasil, "Capaian indikator program", "indikator_program.csv"))
    short: list[tuple[Decimal, str]] = []
    for one in hasil.indikator:
        if one.missed:
            told = shown(one.capaian) if one.capaian.known else stated(one, one.realisasi)
            name = f"{escape_markdown(one.nama)} ({told})"
            short.append((one.capaian.number if one.capaian.known else LAST, name))
    counts = hasil.jumlah
    unpublished, reached = counts.indikator_program_tanpa_target, counts.indikator_program_tercapai
    levels = [level for level in LEVELS if any(i.indikator for i in hasil.at_level(level))]
    noun, words = f"indikator {join_words(levels)}", ""
    every, without = (int(f.number) for f in (counts.indikator_program, unpublished))
    if without:
        words = (
            f"Sebanyak {shown(unpublished)} dari {shown(counts.indikator_program)} {noun} tidak "
            "dapat dinilai, sebab targetnya tidak diterbitkan. "
        )
        noun = "indikator lain"
    parts = (int(reached.number), len(short))
    said = ("mencapai atau melampaui target", "belum mencapai target")
    words += by_status(every - without, [*zip(parts, said, strict=True)], noun)
    return TextOutput(f"{words} Yang belum mencapai target{_lowest(short)}." if short else words)


def _lowest(short: list[tuple[Decimal, str]]) -> str:
    """Name those that fell short; of many only the lowest, the table has the others."""
    if len(short) <= MOST_NAMED:
        return f": {join_words([name for _, name in short])}"
    lowest = sorted(short, key=lambda pair: pair[0])[:FEW_NAMED]
    named = join_words([name for _, name in lowest])
    every, few = count_in_words(len(short)), count_in_words(FEW_NAMED)
    return f" berjumlah {every}; {few} yang capaiannya terendah adalah {named}"
