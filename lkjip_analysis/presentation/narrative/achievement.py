"""Sentences on the year's capaian: IKU, sasaran, programmes (BAB III 3.1.1)."""

from __future__ import annotations

from decimal import Decimal

from lkjip_analysis.data.validation import frame_rows
from lkjip_analysis.formatting import count_in_words, join_words
from lkjip_analysis.measures.achievement import UNCAPPED
from lkjip_analysis.presentation.narrative.prose import (
    detail,
    fact,
    numbered,
    shown,
    with_meaning,
)
from lkjip_analysis.presentation.output import TextOutput, escape_markdown
from lkjip_analysis.results import Figure, Results, slug

REACHED = {
    "melebihi": "melampaui target",
    "sesuai": "sesuai target",
    "tidak_mencapai": "belum mencapai target",
}
MOST_NAMED, FEW_NAMED = 12, 5
"""A sentence names at most so many indicators; of more than that so few."""


def indicators(hasil: Results) -> list[tuple[str, dict[str, object], str]]:
    """List (key, row, name in markdown) of every IKU."""
    rows = [row for _, row in frame_rows(hasil.data["iku"])]
    return [
        (f"iku.{slug(row['kode_iku'])}", row, escape_markdown(row["indikator"])) for row in rows
    ]


def batas_capaian(hasil: Results) -> TextOutput:
    """Say which cap the averages use, and that the predikat reads 0-100."""
    policy = hasil.data.identitas["batas_capaian"]
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
    goals, measures = (count_in_words(int(hasil[f"jumlah.{k}"].number)) for k in ("sasaran", "iku"))
    words = (
        f"Pada tahun {hasil.tahun}, {fact(hasil, 'nama_unit')} memiliki {goals} sasaran strategis "
        f"yang dijabarkan dalam {measures} Indikator Kinerja Utama (IKU)"
    )
    aims = dict.fromkeys(
        str(row["tujuan"]) for _, row in frame_rows(hasil.data["sasaran"]) if row["tujuan"]
    )
    if not aims:
        return TextOutput(f"{words}.")
    items = [escape_markdown(aim) + ("." if aim == list(aims)[-1] else ";") for aim in aims]
    return TextOutput(f"{words} untuk mencapai tujuan:\n\n{numbered(items)}")


def capaian_iku(hasil: Results) -> TextOutput:
    """Say what was reached on the whole, then IKU by IKU."""
    mean = hasil["rata_rata.capaian_iku"]
    if not indicators(hasil):
        return TextOutput(f"*Capaian IKU: belum tersedia (lengkapi {hasil.tahun}/iku.csv).*")
    if mean.known:
        rating = hasil["rata_rata.predikat_kinerja"]
        word = hasil["rata_rata.interpretasi_kinerja"]
        rated = f" dengan predikat kinerja {with_meaning(rating, word)}" if rating.known else ""
        lead = (
            f"Rata-rata capaian Indikator Kinerja Utama (IKU) {fact(hasil, 'nama_unit')} "
            f"tahun {hasil.tahun} adalah "
            f"{shown(mean)}{rated}. Rinciannya sebagai berikut:"
        )
    else:
        lead = "Rata-rata capaian IKU belum dapat dihitung. Rincian per indikator sebagai berikut:"
    return TextOutput(f"{lead}\n\n{numbered(rincian_iku(hasil, 'rincian_capaian'))}")


def rincian_iku(hasil: Results, bagian: str) -> list[str]:
    """Say target, realisation and capaian of every IKU, followed by the unit's own words."""
    items = []
    for key, row, name in indicators(hasil):
        target, realisasi, capaian = (
            hasil[f"{key}.{f}"] for f in ("target", "realisasi", "capaian")
        )
        goal, got = (
            stated(hasil, f"{key}.{f}", str(row["satuan"])) for f in ("target", "realisasi")
        )
        judged = hasil[f"{key}.status"]
        status = REACHED[str(judged.nilai)] if judged.known else ""
        if not given(hasil, target):
            words = f"{name} belum memiliki target tahun {hasil.tahun}."
        elif not given(hasil, realisasi):
            words = f"{name}{lower(row)} ditargetkan {goal}; realisasinya belum tersedia."
        elif not capaian.known:
            words = (
                f"{name}{lower(row)} ditargetkan {goal} dan terealisasi {got}"
                f"{f' atau {status}' if status else ''}; "
                f"persentase capaian tidak dihitung ({escape_markdown(capaian.alasan)})."
            )
        else:
            words = (
                f"{name}{lower(row)} ditargetkan {goal} dan terealisasi {got}, "
                f"sehingga tingkat capaiannya {shown(capaian)} atau {status}."
            )
        items.append(words + detail(hasil, bagian, row["kode_iku"]))
    return items


def given(hasil: Results, figure: Figure) -> bool:
    """Say whether there is a value, or at least a predikat."""
    return figure.known or hasil.get(f"{figure.kunci}_predikat") is not None


def lower(row: dict[str, object]) -> str:
    """Say where a lower value is the better one."""
    return " (makin rendah makin baik)" if row["polaritas"] == "turun" else ""


def stated(hasil: Results, kunci: str, unit: str) -> str:
    """Write a target or realisation: its predikat where only that was given, else the value."""
    rating = hasil.get(f"{kunci}_predikat")
    return f"predikat {shown(rating)}" if rating is not None else shown(hasil[kunci], unit)


def status_sasaran(hasil: Results) -> TextOutput:
    """Say how many sasaran lie above, at and below their targets."""
    total = int(hasil["jumlah.sasaran"].number)
    judged = [(int(hasil[f"jumlah.sasaran_{s}"].number), words) for s, words in REACHED.items()]
    parts = [f"{count_in_words(n)} sasaran {words}" for n, words in judged if n]
    if not parts:
        return TextOutput("Belum ada sasaran strategis yang dapat dinilai.")
    rest = total - sum(n for n, _ in judged)
    if rest:
        parts.append(f"{count_in_words(rest)} sasaran belum dapat dinilai")
    if len(parts) == 1:
        every = (
            f"Seluruh sasaran strategis, sebanyak {count_in_words(total)} sasaran,"
            if total > 1
            else "Satu-satunya sasaran strategis"
        )
        return TextOutput(f"{every} {next(words for n, words in judged if n)}.")
    return TextOutput(f"Dari {count_in_words(total)} sasaran strategis, {_and(parts)}.")


def _and(parts: list[str]) -> str:
    return join_words(parts)


def capaian_program(hasil: Results) -> TextOutput:
    """Say the mean capaian of the programme indicators, and which fell short."""
    mean = hasil["rata_rata.capaian_program"]
    if not mean.known:
        return TextOutput(
            "*Capaian indikator program: belum tersedia (lengkapi "
            f"{hasil.tahun}/indikator_program.csv).*"
        )
    short: list[tuple[Decimal, str]] = []
    unknown = 0
    for _, row in frame_rows(hasil.data["indikator_program"]):
        capaian = hasil[f"indikator.{slug(row['kode'])}.{row['urutan']}.capaian"]
        unknown += not capaian.known
        if capaian.known and capaian.number < 100:
            name = f"{escape_markdown(row['indikator'])} ({shown(capaian)})"
            short.append((capaian.number, name))
    measured, reached = (
        hasil["jumlah.indikator_program"],
        hasil["jumlah.indikator_program_tercapai"],
    )
    words = (
        f"Rata-rata capaian indikator program tahun {hasil.tahun} adalah {shown(mean)}. "
        f"Dari {shown(measured)} indikator "
        f"program, kegiatan, dan subkegiatan, {shown(reached)} indikator mencapai atau "
        "melampaui target."
    )
    if short:
        words += f" Indikator yang belum mencapai target{_lowest(short)}."
    if unknown:
        words += f" Capaian {count_in_words(unknown)} indikator belum tersedia."
    return TextOutput(words)


def _lowest(short: list[tuple[Decimal, str]]) -> str:
    """Name those that fell short; of many only the lowest, the table has the others."""
    if len(short) <= MOST_NAMED:
        return f": {_and([name for _, name in short])}"
    lowest = sorted(short, key=lambda pair: pair[0])[:FEW_NAMED]
    return (
        f" berjumlah {len(short)}; {FEW_NAMED} yang capaiannya terendah adalah "
        f"{_and([name for _, name in lowest])}"
    )
