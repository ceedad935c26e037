"""Sentences on capaian, comparison, progress and the national level (BAB III 3.1)."""

from __future__ import annotations

from decimal import Decimal

from lkjip_analysis.data.validation import frame_rows
from lkjip_analysis.formatting import count_in_words, join_words
from lkjip_analysis.measures import comparison
from lkjip_analysis.presentation.narrative.prose import (
    EMPTY,
    detail,
    fact,
    numbered,
    shown,
    with_meaning,
    with_unit,
)
from lkjip_analysis.presentation.output import TextOutput, angka_md, escape_markdown
from lkjip_analysis.results import Figure, Results, slug

REACHED = {
    "melebihi": "melampaui target",
    "sesuai": "sesuai target",
    "tidak_mencapai": "belum mencapai target",
}
CAP_WORDS = {
    "tanpa_batas": "Persentase capaian ditampilkan dan dirata-ratakan apa adanya, tanpa "
    "batas atas atau bawah.",
    "0_100": "Dalam rata-rata, capaian di atas 100% dihitung 100% dan capaian di bawah "
    "0% dihitung 0%.",
    "0_120": "Dalam rata-rata, capaian di atas 120% dihitung 120% dan capaian di bawah "
    "0% dihitung 0%.",
    "0_200": "Dalam rata-rata, capaian di atas 200% dihitung 200% dan capaian di bawah "
    "0% dihitung 0%.",
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
    words = CAP_WORDS[hasil.data.identitas["batas_capaian"]]
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
        if not _given(hasil, target):
            words = f"{name} belum memiliki target tahun {hasil.tahun}."
        elif not _given(hasil, realisasi):
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


def _given(hasil: Results, figure: Figure) -> bool:
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
            f"Seluruh {count_in_words(total)} sasaran strategis"
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


def perbandingan_tahun(hasil: Results) -> TextOutput:
    """Say how every IKU moved over the years, and never more than the numbers carry."""
    items = []
    years = range(hasil.tahun - 2, hasil.tahun + 1)
    for key, row, name in indicators(hasil):
        series = [hasil[f"{key}.riwayat.{y}"] for y in years[:-1]] + [hasil[f"{key}.realisasi"]]
        steps = []
        for year in years[1:]:
            change = hasil[f"{key}.perubahan.{year}"]
            if change.known:
                steps.append(f"pada {year - 1}–{year} {_move(change, row)}")
        unscored = [
            (y, figure) for y, figure in zip(years, series, strict=True) if not figure.known
        ]
        rated = [
            f"{stated(hasil, figure.kunci, '')} pada tahun {y}"
            for y, figure in unscored
            if _given(hasil, figure)
        ]
        missing = [str(y) for y, figure in unscored if not _given(hasil, figure)]
        course = comparison.trend([f.number if f.known else None for f in series])
        letters = {hasil[f"{f.kunci}_predikat"].nilai for _, f in unscored if _given(hasil, f)}
        if len(rated) == len(years) and len(letters) == 1:
            words = f"{name} tetap berpredikat {letters.pop()} sejak tahun {years[0]}"
            rated = []
        else:
            words = f"{name} {_course(course, years[0], years[-1], series)}"
        if steps and (course != "tetap" or missing or rated):
            words += f": {_and(steps)}"
        words += "."
        if rated:
            words += f" Realisasinya {_and(rated)}."
        if missing:
            words += f" Realisasi tahun {_and(missing)} belum tersedia."
        items.append(words + detail(hasil, "rincian_perbandingan", row["kode_iku"]))
    if not items:
        return TextOutput(EMPTY)
    return TextOutput(
        f"Perbandingan realisasi kinerja tahun {years[0]}–{years[-1]}:\n\n{numbered(items)}"
    )


def _move(change: Figure, row: dict[str, object]) -> str:
    polaritas, unit = str(row["polaritas"]), str(row["satuan"])
    way = comparison.direction(change.number)
    if way == "tetap":
        return "tidak berubah"
    better = comparison.is_improvement(change.number, polaritas)
    size = shown_gap(change, unit)
    judged = "" if (polaritas == "naik") else " (membaik)" if better else " (memburuk)"
    return f"{way} {size}{judged}"


def shown_abs(figure: Figure) -> str:
    """Write a figure without its sign, where the word already says it."""
    return angka_md(figure, figure.tampil.lstrip("-"))


def shown_gap(figure: Figure, unit: str) -> str:
    """Write how far apart two values are: percentages are so many points apart, not percent."""
    if unit in ("persen", "%"):
        return f"{angka_md(figure, figure.tampil.strip('-%'))} poin persen"
    return with_unit(shown_abs(figure), unit)


def _course(course: comparison.Trend, first: int, last: int, series: list[Figure]) -> str:
    known = [
        year for year, figure in zip(range(first, last + 1), series, strict=True) if figure.known
    ]
    span = f"dari tahun {known[0]} ke tahun {known[-1]}" if known else ""
    if course == "tidak_dapat_dibandingkan":
        return "belum dapat dibandingkan antartahun"
    if course == "berfluktuasi":
        return f"naik turun {span}"
    return {"naik": f"meningkat {span}", "turun": f"menurun {span}", "tetap": f"tetap {span}"}[
        course
    ]


def kemajuan_renstra(hasil: Results) -> TextOutput:
    """Say how far every IKU has come towards the end of the Renstra."""
    items = []
    final = hasil.data.identitas["renstra_akhir"]
    for key, row, name in indicators(hasil):
        target, realisasi, progress = (
            hasil[f"{key}.{f}"] for f in ("target_akhir_renstra", "realisasi", "kemajuan")
        )
        unit = str(row["satuan"])
        if not progress.known:
            words = (
                f"{name}: tingkat kemajuan belum dapat dihitung "
                f"({escape_markdown(progress.alasan)})."
            )
        else:
            reached = (
                realisasi.number >= target.number
                if row["polaritas"] == "naik"
                else realisasi.number <= target.number
            )
            verdict = "sudah mencapai" if reached else "belum mencapai"
            words = (
                f"{name} {verdict} target akhir Renstra tahun {final}: realisasi "
                f"{stated(hasil, realisasi.kunci, unit)} terhadap target "
                f"{shown(target, unit)}, tingkat kemajuan {shown(progress)}."
            )
        items.append(words + detail(hasil, "rincian_kemajuan", row["kode_iku"]))
    if not items:
        return TextOutput(EMPTY)
    mean = hasil["rata_rata.kemajuan"]
    lead = (
        f"Rata-rata tingkat kemajuan terhadap target akhir Renstra adalah {shown(mean)}."
        if mean.known
        else ""
    )
    return TextOutput(f"{lead}\n\n{numbered(items)}".strip())


def nasional(hasil: Results) -> TextOutput:
    """Compare with the national level only where a national value exists."""
    items = []
    for key, row, name in indicators(hasil):
        own, nation, gap = (
            hasil[f"{key}.{f}"] for f in ("realisasi", "realisasi_nasional", "selisih_nasional")
        )
        unit = str(row["satuan"])
        if not nation.known:
            words = f"{name}: realisasi nasional belum tersedia, sehingga tidak dibandingkan."
            if row["catatan_nasional"]:
                words += f" {escape_markdown(str(row['catatan_nasional']).rstrip('.'))}."
        elif not own.known:
            words = (
                f"{name}: realisasi nasional {shown(nation, unit)}; realisasi unit belum tersedia."
            )
        elif gap.number == 0:
            words = f"{name} sebesar {shown(own, unit)}, sama dengan realisasi nasional."
        else:
            side = "di atas" if gap.number > 0 else "di bawah"
            better = (
                " (lebih baik)"
                if comparison.is_improvement(gap.number, str(row["polaritas"]))
                else " (belum sebaik)"
            )
            words = (
                f"{name} sebesar {shown(own, unit)}, {side} realisasi nasional "
                f"{shown(nation, unit)} "
                f"dengan selisih {shown_gap(gap, unit)}{better}."
            )
        items.append(words + detail(hasil, "rincian_nasional", row["kode_iku"]))
    if not items:
        return TextOutput(EMPTY)
    return TextOutput(
        f"Perbandingan dengan realisasi kinerja di tingkat nasional:\n\n{numbered(items)}"
    )
