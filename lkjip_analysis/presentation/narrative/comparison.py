"""Sentences that compare: with earlier years, the Renstra, the nation (BAB III 3.1.2-3.1.4)."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from functools import partial

from lkjip_analysis.formatting import count_in_words, is_percent, join_words
from lkjip_analysis.measures import comparison
from lkjip_analysis.presentation.narrative import prose
from lkjip_analysis.presentation.narrative.achievement import by_status, stated
from lkjip_analysis.presentation.output import TextOutput, angka_md, escape_markdown
from lkjip_analysis.presentation.plain import in_words
from lkjip_analysis.presentation.tables.cells import predikat_of_score
from lkjip_analysis.presentation.tables.goals import FEW
from lkjip_analysis.results import Figure, Results
from lkjip_analysis.results.entities import Iku, Indikator

COURSES = {
    "tidak_dapat_dibandingkan": "",
    "naik": "meningkat",
    "turun": "menurun",
    "tetap": "tetap",
    "berfluktuasi": "berfluktuasi",
}
NOT_COMPARED = " belum dapat dibandingkan antartahun"
POINTS = {"nilai": "poin", "indeks": "poin"}
"""How far apart two values are is told in points, where their unit is not said."""


def perbandingan_tahun(hasil: Results) -> TextOutput:
    """Say how every IKU moved over the years, and never more than the numbers carry."""
    years = range(hasil.tahun - 2, hasil.tahun + 1)
    items = prose.iku_by_iku(hasil, "rincian_perbandingan", partial(_over, years), _worse)
    if not items:
        return TextOutput(prose.EMPTY)
    untold = [iku for iku in hasil.iku if "kolom target" in iku.lalu.capaian.alasan]
    names = [escape_markdown(iku.nama) for iku in untold]
    told = join_words(names) if len(names) <= FEW else f"{count_in_words(len(names))} IKU"
    whose = f" {told}" * (len(untold) < len(hasil.iku))
    closing = (
        f"\n\nCapaian{whose} tahun {hasil.tahun - 1} tidak dibandingkan karena targetnya "
        "belum tersedia."
        if untold
        else ""
    )
    lead = f"Perbandingan realisasi kinerja tahun {years[0]}–{years[-1]}:"
    return TextOutput(f"{lead}\n\n{items}{closing}")


def _worse(iku: Iku) -> bool:
    """Say whether an IKU stands worse than a year ago."""
    change = iku.perubahan[iku.data.tahun]
    moved = change.known and change.number != 0
    return moved and not comparison.is_improvement(change.number, iku.row.polaritas)


def _over(years: range, iku: Iku) -> str:
    """Say how an IKU moved over the years, and what of them is not known as a number."""
    series = [*(iku.riwayat[y] for y in years[:-1]), iku.realisasi]
    changes = {y: iku.perubahan[y] for y in years[1:]}
    moves = {y: _move(change, iku) for y, change in changes.items() if change.known}
    steps = [f"pada {y - 1}–{y} {move}" for y, move in moves.items()]
    unscored = [(y, figure) for y, figure in zip(years, series, strict=True) if not figure.known]
    rated = [f"{stated(iku, figure)} pada tahun {y}" for y, figure in unscored if iku.given(figure)]
    missing = [str(y) for y, figure in unscored if not iku.given(figure)]
    course = comparison.trend([f.number if f.known else None for f in series])
    letters = {iku.predikat_of(f).nilai for _, f in unscored if iku.given(f)}
    if len(rated) == len(years) and len(letters) == 1:
        words = f" tetap berpredikat {letters.pop()} sejak tahun {years[0]}"
        rated = []
    else:
        known = [y for y, figure in zip(years, series, strict=True) if figure.known]
        way = COURSES[course] if len(moves) != 1 else next(iter(moves.values()))
        words = f" {way} dari tahun {known[0]} ke tahun {known[-1]}" if way else NOT_COMPARED
    if len(steps) > 1 and course != "tetap":
        words += f": {join_words(steps)}"
    words += "."
    if rated:
        words += f" Realisasinya {join_words(rated)}."
    if missing:
        words += f" Realisasi tahun {join_words(missing)} belum tersedia."
    return words + _capaian_of_both_years(iku, years[-1])


def _capaian_of_both_years(iku: Iku, tahun: int) -> str:
    """Set this year's capaian beside last year's, where last year had a target."""
    then, now = iku.lalu.capaian, iku.capaian
    if not (then.known and now.known):
        return ""
    if then.tampil == now.tampil:
        return f" Tingkat capaiannya tetap {prose.shown(now)} seperti pada tahun {tahun - 1}."
    return (
        f" Tingkat capaiannya {prose.shown(then)} pada tahun {tahun - 1} dan {prose.shown(now)} "
        f"pada tahun {tahun}."
    )


def _move(change: Figure, iku: Iku) -> str:
    polaritas, unit = iku.row.polaritas, iku.row.satuan
    way = comparison.direction(change.number)
    if way == "tetap":
        return "tidak berubah"
    return f"{way} {shown_gap(change, unit)}{_judged(change.number, polaritas)}"


def _judged(change: Decimal, polaritas: str) -> str:
    """Say what a change means where a lower value is the better one."""
    if polaritas == "naik" or not change:
        return ""
    better = comparison.is_improvement(change, polaritas)
    return f" ({'membaik' if better else 'memburuk'})"


def shown_abs(figure: Figure) -> str:
    """Write a figure without its sign, where the word already says it."""
    return angka_md(figure, figure.tampil.lstrip("-"))


def shown_gap(figure: Figure, unit: str) -> str:
    """Write how far apart two values are: percentages are so many points apart, not percent."""
    if is_percent(unit):
        return f"{angka_md(figure, figure.tampil.strip('-%'))} poin persentase"
    return prose.with_unit(shown_abs(figure), POINTS.get(unit, unit))


def kemajuan_renstra(hasil: Results) -> TextOutput:
    """Say how far every IKU has come towards the end of the Renstra."""
    final, mean, of = hasil.data.identitas.renstra_akhir, hasil.rata_rata.kemajuan, hasil.jumlah
    end = f"mencapai target akhir Renstra{f' tahun {final}' if final else ''}"
    counts = [(int(of.iku_renstra_tercapai.number), f"sudah {end}"),
              (int(of.iku_renstra_belum.number), f"belum {end}")]  # fmt: skip
    items = prose.iku_by_iku(hasil, "rincian_kemajuan", partial(_progress, end), _arrived)
    lead = by_status(len(hasil.iku), counts, "IKU") if len(hasil.iku) > 1 else ""
    if mean.known and len(mean.dari) > 1:
        lead += f" Rata-rata tingkat kemajuannya {prose.shown(mean)}."
    return TextOutput("\n\n".join(filter(None, (lead, items))) or prose.EMPTY)


def _arrived(iku: Iku) -> bool:
    """Say whether an IKU is where it shall be at the end of the Renstra."""
    if not iku.kemajuan.known:
        return False
    ahead = iku.realisasi.number - iku.target_akhir_renstra.number
    return ahead >= 0 if iku.row.polaritas == "naik" else ahead <= 0


def _progress(end: str, iku: Iku) -> str:
    if not iku.kemajuan.known:
        reason = escape_markdown(in_words(iku.kemajuan.alasan))
        return f" belum dapat dihitung tingkat kemajuannya ({reason})."
    realisasi = iku.realisasi
    return (
        f" {'sudah' if _arrived(iku) else 'belum'} {end}: "
        f"realisasi {stated(iku, realisasi)} terhadap target {_final_target(iku)}, "
        f"tingkat kemajuan {prose.shown(iku.kemajuan)}."
    )


def _final_target(iku: Iku) -> str:
    """Write the target at the end of the Renstra: by its predikat, where the IKU is measured so."""
    target = iku.target_akhir_renstra
    if rating := predikat_of_score(iku, target):
        return f"predikat {angka_md(target, rating)}"
    return prose.shown(target, iku.row.satuan)


def nasional(hasil: Results) -> TextOutput:
    """Compare with the national level only where a national value exists."""
    items = prose.iku_by_iku(hasil, "rincian_nasional", _against_nation, lambda _: True)
    lead = "Perbandingan dengan realisasi kinerja di tingkat nasional:"
    return TextOutput(f"{lead}\n\n{items}" if items else prose.EMPTY)


def _against_nation(iku: Iku) -> str:
    row, unit = iku.row, iku.row.satuan
    own, nation, gap = iku.realisasi, iku.realisasi_nasional, iku.selisih_nasional
    if not nation.known:
        words = " tidak dibandingkan karena realisasi nasional belum tersedia."
        note = row.catatan_nasional.rstrip(".")
        return f"{words} {escape_markdown(note)}." if row.catatan_nasional else words
    if not own.known:
        return f": realisasi nasional {prose.shown(nation, unit)}; realisasi unit belum tersedia."
    words = f" sebesar {prose.shown(own, unit)}"
    if gap.number == 0:
        return f"{words}, sama dengan realisasi nasional."
    side = "di atas" if gap.number > 0 else "di bawah"
    better = comparison.is_improvement(gap.number, row.polaritas)
    return (
        f"{words}, {side} realisasi nasional {prose.shown(nation, unit)} dengan selisih "
        f"{shown_gap(gap, unit)} ({'lebih baik' if better else 'belum sebaik'})."
    )


def since_last_year(one: Iku | Indikator, write: Callable[[Figure], object] | None = None) -> str:
    """Say from what the realisation rose or fell; blank where last year's is not like it."""
    then = one.sebelumnya
    if then is None:
        return ""
    change = one.realisasi.number - then.number
    way = comparison.direction(change)
    word = {"naik": "naik dari", "turun": "turun dari", "tetap": "sama dengan"}[way]
    rated = isinstance(one, Iku) and predikat_of_score(one, then)
    written = rated or (write(then) if write else prose.shown(then, one.row.satuan))
    return f"{word} {written} pada tahun {one.data.tahun - 1}{_judged(change, one.row.polaritas)}"
