"""Charts of people and facilities: what is needed, what is there."""

from __future__ import annotations

from lkjip_analysis.data.validation import frame_rows
from lkjip_analysis.presentation.charts import style
from lkjip_analysis.presentation.charts.bars import Bar, draw_bars, number_tick
from lkjip_analysis.presentation.charts.svg import Picture, listing, published
from lkjip_analysis.presentation.charts.words import shown, value_of
from lkjip_analysis.results import Results, slug


@published("Ketersediaan SDM", "sdm")
def ketersediaan_sdm(hasil: Results) -> Picture:
    """Staff needed and staff there, for each IKU."""
    names = {row["kode_iku"]: str(row["indikator"]) for _, row in frame_rows(hasil.data["iku"])}
    bars, said = [], []
    for _, row in frame_rows(hasil.data["sdm"]):
        key = f"sdm.{slug(row['kode_iku'])}"
        need, staff, share = (
            hasil[f"{key}.{part}"] for part in ("kebutuhan", "tersedia", "ketersediaan")
        )
        name = names.get(row["kode_iku"], str(row["kode_iku"]))
        detail = (
            f"{staff.tampil} dari {shown(need)}"
            if staff.known and need.known
            else f"kebutuhan {shown(need)}"
        )
        bars.append(Bar(name, value_of(staff), share.tampil, detail, of=value_of(need)))
        said.append(
            f"{name} {detail}"
            + (f" ({share.tampil})" if share.known else ", ketersediaan belum tersedia")
        )
    canvas = draw_bars(
        bars,
        goal=None,
        heading="Ketersediaan",
        tick=number_tick,
        key=[(style.ACCENT, "pegawai tersedia"), (style.TINT, "kebutuhan (orang)")],
    )
    return Picture(
        canvas, f"Pegawai tersedia terhadap kebutuhan untuk {len(bars)} IKU: {listing(said)}."
    )


@published("Ketersediaan sarana dan prasarana", "sarpras")
def ketersediaan_sarpras(hasil: Results) -> Picture:
    """Availability of facilities: how many kinds are complete, and each kind that is not."""
    bars, said = [], []
    rows = frame_rows(hasil.data["sarpras"])
    for _, row in rows:
        key = f"sarpras.{slug(row['urutan'])}"
        share = hasil[f"{key}.ketersediaan"]
        value = value_of(share)
        if value is not None and value >= 100:
            continue
        parts = {
            "rekon": "hasil_rekon",
            "pengadaan": "pengadaan_rkbmd",
            "kebutuhan": "standar_kebutuhan",
        }
        detail = ", ".join(
            f"{word} {shown(hasil[f'{key}.{part}'], '')}" for word, part in parts.items()
        )
        bars.append(Bar(str(row["uraian"]), value, share.tampil, detail, short=value is not None))
        said.append(f"{row['uraian']} {shown(share)}")
    full = len(rows) - len(bars)
    lead = f"{full} dari {len(rows)} jenis sarana dan prasarana tersedia 100%"
    rest = " Yang belum:" if bars else ""
    canvas = draw_bars(
        bars, goal_label="Kebutuhan 100%", heading="Ketersediaan", lead=f"{lead}.{rest}"
    )
    return Picture(canvas, f"{lead}" + (f"; yang belum: {listing(said)}." if said else "."))
