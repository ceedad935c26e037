"""Sentences on the year's capaian: IKU, sasaran, programmes (BAB III 3.1.1)."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from lkjip_analysis.data.schemas import Sasaran
from lkjip_analysis.formatting import count_in_words, join_words
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
from lkjip_analysis.presentation.tables.goals import rated_officially
from lkjip_analysis.results import Figure, Results
from lkjip_analysis.results.entities import Iku, Indikator

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
    return TextOutput(
        f"{words} Untuk membaca predikat kinerja, rata-rata capaian di atas 100% termasuk "
        "pada angka 100 "
        "dan di bawah 0% termasuk pada angka 0."
    )


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
        own = rating.known and not rated_officially(hasil)
        rated = f" dengan predikat kinerja {with_meaning(rating, word)}" if own else ""
        lead = (
            f"Rata-rata capaian Indikator Kinerja Utama (IKU) {fact(hasil, 'nama_unit')} "
            f"tahun {hasil.tahun} adalah "
            f"{shown(mean)}{rated}. Rinciannya sebagai berikut:"
        )
    else:
        lead = "Rata-rata capaian IKU belum dapat dihitung. Rincian per indikator sebagai berikut:"
    return TextOutput(f"{lead}\n\n{rincian_iku(hasil, 'rincian_capaian')}")


def rincian_iku(hasil: Results, bagian: str) -> str:
    """Say target, realisation and capaian of every IKU, followed by the unit's own words."""
    return iku_by_iku(hasil, bagian, lambda iku: _reached(iku, hasil.tahun))


def _reached(iku: Iku, tahun: int) -> str:
    name, capaian = escape_markdown(iku.nama), iku.capaian
    if not iku.given(iku.target):
        return f"{name} belum memiliki target tahun {tahun}."
    words = f"{name}{lower(iku)} ditargetkan {stated(iku, iku.target)}"
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
    total = int(hasil.jumlah.sasaran.number)
    return TextOutput(by_status(total, counts, "sasaran", "sasaran strategis"))


def by_status(total: int, judged: Sequence[tuple[int, str]], noun: str, name: str = "") -> str:
    """Say how many of something are so and so: none, the only one, all, or some of each."""
    name = name or noun
    parts = [f"{count_in_words(n)} {noun} {words}" for n, words in judged if n]
    if not parts:
        return f"Belum ada {name} yang dapat dinilai."
    rest = total - sum(n for n, _ in judged)
    if rest:
        parts.append(f"{count_in_words(rest)} {noun} belum dapat dinilai")
    if len(parts) == 1:
        alone = f"Satu-satunya {name}"
        whole = f"Seluruh {name}, sebanyak {count_in_words(total)} {noun},"
        return f"{alone if total == 1 else whole} {next(words for n, words in judged if n)}."
    return f"Dari {count_in_words(total)} {name}, {join_words(parts)}."


def capaian_program(hasil: Results) -> TextOutput:
    """Say the mean capaian of the programme indicators, and which fell short."""
    mean, judged = hasil.rata_rata.capaian_program, hasil.jumlah.indikator_program_dinilai
    if not judged.number:
        return TextOutput(lacking(hasil, "Capaian indikator program", "indikator_program.csv"))
    short: list[tuple[Decimal, str]] = []
    for one in hasil.indikator:
        if one.missed:
            told = shown(one.capaian) if one.capaian.known else stated(one, one.realisasi)
            name = f"{escape_markdown(one.nama)} ({told})"
            short.append((one.capaian.number if one.capaian.known else LAST, name))
    counts = hasil.jumlah
    unknown = int(counts.indikator_program_tanpa_capaian.number)
    unpublished, reached = counts.indikator_program_tanpa_target, counts.indikator_program_tercapai
    words = f"Rata-rata capaian indikator program tahun {hasil.tahun} adalah {shown(mean)}. "
    every = shown(counts.indikator_program)
    words = f"{words * mean.known}Dari {every} indikator program, kegiatan, dan subkegiatan, "
    if unpublished.number:
        words += (
            f"{shown(judged)} dapat dinilai dan {shown(unpublished)} "
            f"tidak, sebab targetnya tidak diterbitkan. Sebanyak {shown(reached)} indikator "
            "mencapai atau melampaui target."
        )
    else:
        words += f"{shown(reached)} indikator mencapai atau melampaui target."
    if short:
        words += f" Indikator yang belum mencapai target{_lowest(short)}."
    if unknown:
        words += f" Capaian {count_in_words(unknown)} indikator belum tersedia."
    return TextOutput(words)


def _lowest(short: list[tuple[Decimal, str]]) -> str:
    """Name those that fell short; of many only the lowest, the table has the others."""
    if len(short) <= MOST_NAMED:
        return f": {join_words([name for _, name in short])}"
    lowest = sorted(short, key=lambda pair: pair[0])[:FEW_NAMED]
    return (
        f" berjumlah {len(short)}; {FEW_NAMED} yang capaiannya terendah adalah "
        f"{join_words([name for _, name in lowest])}"
    )
