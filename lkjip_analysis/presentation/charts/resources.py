"""Charts of people and facilities: what is needed, what is there."""

from __future__ import annotations

from lkjip_analysis.data import schemas
from lkjip_analysis.presentation.cell import marked
from lkjip_analysis.presentation.charts import style
from lkjip_analysis.presentation.charts.bars import Bar, draw_bars, number_tick
from lkjip_analysis.presentation.charts.svg import Picture, listing, published
from lkjip_analysis.presentation.charts.words import shown, value_of
from lkjip_analysis.results import Results


@published("Ketersediaan SDM", schemas.Sdm)
def ketersediaan_sdm(hasil: Results) -> Picture:
    """Staff needed and staff there, for each IKU."""
    bars, said = [], []
    for one in hasil.sdm:
        name, need, staff, share = one.nama, one.kebutuhan, one.tersedia, one.ketersediaan
        detail = (
            f"{staff.tampil} dari {shown(need)}"
            if staff.known and need.known
            else f"kebutuhan {shown(need)}"
        )
        bars.append(Bar(name, value_of(staff), marked(share), detail, of=value_of(need)))
        said.append(
            f"{name} {detail}"
            + (f" ({share.tampil})" if share.known else ", ketersediaan belum tersedia")
        )
    key = [(style.ACCENT, "pegawai tersedia"), (style.TINT, "kebutuhan (orang)")]
    canvas = draw_bars(bars, goal=None, heading="Ketersediaan", tick=number_tick, key=key)
    return Picture(
        canvas, f"Pegawai tersedia terhadap kebutuhan untuk {len(bars)} IKU: {listing(said)}."
    )


@published("Ketersediaan sarana dan prasarana", schemas.Sarpras)
def ketersediaan_sarpras(hasil: Results) -> Picture:
    """Availability of facilities: how many kinds are complete, and each kind that is not."""
    bars, said = [], []
    for one in hasil.sarpras:
        share, value = one.ketersediaan, value_of(one.ketersediaan)
        if value is not None and value >= 100:
            continue
        parts = {
            "rekon": one.hasil_rekon,
            "pengadaan": one.pengadaan_rkbmd,
            "kebutuhan": one.standar_kebutuhan,
        }
        detail = ", ".join(f"{word} {shown(figure, '')}" for word, figure in parts.items())
        bars.append(Bar(one.nama, value, marked(share), detail, short=value is not None))
        said.append(f"{one.nama} {shown(share)}")
    full = len(hasil.sarpras) - len(bars)
    lead = f"{full} dari {len(hasil.sarpras)} jenis sarana dan prasarana tersedia 100%"
    rest = " Yang belum:" if bars else ""
    canvas = draw_bars(
        bars, goal_label="Kebutuhan 100%", heading="Ketersediaan", lead=f"{lead}.{rest}"
    )
    return Picture(canvas, f"{lead}" + (f"; yang belum: {listing(said)}." if said else "."))
