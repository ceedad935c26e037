"""Charts of the IKU: capaian, progress towards the Renstra."""

from __future__ import annotations

from lkjip_analysis.data import schemas
from lkjip_analysis.presentation.cell import STATUS, marked, standing
from lkjip_analysis.presentation.charts.bars import Bar, draw_bars
from lkjip_analysis.presentation.charts.style import MISSING
from lkjip_analysis.presentation.charts.svg import Picture, listing, published
from lkjip_analysis.presentation.charts.words import shown, value_of
from lkjip_analysis.results import Results


@published("Capaian IKU", schemas.Iku)
def capaian_iku(hasil: Results) -> Picture:
    """Capaian (achievement, percent of target) of each IKU as bars against 100%."""
    bars, said = [], []
    for iku in hasil.iku:
        name, capaian = iku.nama, iku.capaian
        word = STATUS.get(str(iku.status.nilai), "")
        detail = f"Target {shown(iku.target)}, realisasi {shown(iku.realisasi)}"
        short = iku.status.nilai == "tidak_mencapai"
        bars.append(Bar(name, value_of(capaian), marked(capaian), detail, word, short))
        beside = f" ({word})" if word else ""
        said.append(f"{name} " + (shown(capaian) + beside if capaian.known else word or MISSING))
    canvas = draw_bars(bars, goal_label="Target 100%", heading="Capaian")
    return Picture(
        canvas,
        f"Capaian {len(bars)} IKU tahun {hasil.tahun} terhadap target 100%: {listing(said)}.",
    )


@published("Kemajuan terhadap target akhir Renstra", schemas.Iku)
def kemajuan_renstra(hasil: Results) -> Picture:
    """Progress of each IKU in percent of its target at the end of the Renstra."""
    last = hasil.data.identitas.renstra_akhir
    end = f"akhir Renstra {last}" if last else "akhir Renstra"
    bars, said = [], []
    for iku in hasil.iku:
        name, progress, value = iku.nama, iku.kemajuan, value_of(iku.kemajuan)
        goal = shown(iku.target_akhir_renstra)
        detail = f"Target {last or 'akhir'} {goal}, realisasi {shown(iku.realisasi)}"
        short = value is not None and value < 100
        remark = standing(progress)
        bars.append(Bar(name, value, marked(progress), detail, remark, short))
        said.append(f"{name} {shown(progress) if progress.known else remark[2:]}")
    canvas = draw_bars(bars, goal_label=f"Target {end}", heading="Kemajuan")
    alt = f"Kemajuan {len(bars)} IKU sampai tahun {hasil.tahun} terhadap target {end}"
    return Picture(canvas, f"{alt}: {listing(said)}.")
