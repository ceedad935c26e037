"""The year at a glance: cards on the first screen, with what changed and a way to the section."""

from __future__ import annotations

import html

from lkjip_analysis.formatting import format_value
from lkjip_analysis.measures import comparison
from lkjip_analysis.presentation.output import TextOutput, angka
from lkjip_analysis.results import Figure, Results, slug


def kartu_kinerja(hasil: Results) -> TextOutput:
    """Show the year at a glance as cards (web only)."""
    cards = [
        _card(
            "Rata-rata capaian IKU",
            hasil["rata_rata.capaian_iku"],
            "#tbl-capaian-iku",
            _iku_reached(hasil),
            _since_last_year(hasil, "capaian_iku", "rata_rata_lalu.capaian_iku"),
        ),
        *_akip(hasil),
        _card(
            "Serapan anggaran",
            hasil["anggaran.serapan"],
            "#sec-realisasi-anggaran",
            f"dari pagu {hasil['anggaran.pagu'].tampil}",
            _since_last_year(hasil, "serapan", "anggaran_lalu.serapan"),
        ),
        _card(
            "Sisa anggaran (SILPA)",
            hasil["anggaran.silpa"],
            "#tbl-kinerja-anggaran-program",
            "pagu dikurangi realisasi",
            _since_last_year(hasil, "silpa", "anggaran_lalu.silpa", judged=False),
        ),
        _card(
            "Rata-rata capaian indikator program",
            hasil["rata_rata.capaian_program"],
            "#tbl-capaian-program",
            _items_reached(hasil),
            _since_last_year(hasil, "capaian_program", "rata_rata_lalu.capaian_program"),
        ),
        _card(
            "Kemajuan terhadap akhir Renstra",
            hasil["rata_rata.kemajuan"],
            "#tbl-kemajuan-renstra",
            f"target tahun {hasil.data.identitas['renstra_akhir'] or '–'}",
            _since_last_year(hasil, "kemajuan", "rata_rata_lalu.kemajuan"),
        ),
    ]
    markup = "\n".join(cards)
    return TextOutput(f'```{{=html}}\n<div class="kartu-kinerja">\n{markup}\n</div>\n```')


def _card(title: str, figure: Figure, link: str, note: str, change: str) -> str:
    return (
        f'<a class="kartu" href="{link}"><span class="kartu-judul">{html.escape(title)}</span>'
        f'<span class="kartu-nilai">{angka(figure)}</span>'
        f'<span class="kartu-ket">{html.escape(note)}</span>{change}</a>'
    )


def _akip(hasil: Results) -> list[str]:
    """Make the card of the AKIP score, where the unit has one among its IKU."""
    code = hasil.data.identitas["kode_iku_akip"]
    score = hasil.get(f"iku.{slug(code)}.realisasi") if code else None
    if score is None:
        return []
    key = f"iku.{slug(code)}"
    rating, word = hasil.get(f"{key}.predikat"), hasil.get(f"{key}.interpretasi")
    target = hasil[f"{key}.target"]
    note = f"target {target.tampil}" if target.known else "target belum tersedia"
    title = "Nilai AKIP"
    if rating is not None and rating.known:
        title += f", predikat {rating.tampil}"
        if word is not None and word.known:
            note = f"{word.tampil}; {note}"
    change = hasil[f"{key}.perubahan.{hasil.tahun}"]
    then = hasil[f"{key}.riwayat.{hasil.tahun - 1}"]
    return [_card(title, score, "#tbl-perbandingan-tahun", note, _change(hasil, change, then))]


def _iku_reached(hasil: Results) -> str:
    beyond, at, short = (
        int(hasil[f"jumlah.iku_{status}"].number)
        for status in ("melebihi", "sesuai", "tidak_mencapai")
    )
    every = int(hasil["jumlah.iku"].number)
    return _reached(beyond + at, every, short, every - beyond - at - short, "IKU mencapai target")


def _items_reached(hasil: Results) -> str:
    reached, short, unknown, every = (
        int(hasil[f"jumlah.indikator_program{name}"].number)
        for name in ("_tercapai", "_tidak_tercapai", "_tanpa_capaian", "")
    )
    what = "indikator program, kegiatan, dan subkegiatan tercapai"
    return _reached(reached, every, short, unknown, what)


def _reached(reached: int, every: int, short: int, unknown: int, what: str) -> str:
    """Say how many reached their target, and how many did not or cannot be judged.

    >>> _reached(3, 5, 1, 1, "IKU mencapai target")
    '3 dari 5 IKU mencapai target; 1 tidak; 1 belum tersedia'
    """
    rest = [f"{short} tidak"] if short else []
    rest += [f"{unknown} belum tersedia"] if unknown else []
    return "; ".join([f"{reached} dari {every} {what}", *rest])


def _since_last_year(hasil: Results, name: str, then: str, *, judged: bool = True) -> str:
    return _change(hasil, hasil.get(f"perubahan.{name}"), hasil.get(then), judged)


def _change(hasil: Results, change: Figure | None, then: Figure | None, judged: bool = True) -> str:
    """Say what changed since the year before; without that year, say so.

    ``judged``: a rise is for the better, a fall for the worse.
    """
    year = hasil.tahun - 1
    if change is None or then is None or not change.known:
        return f'<span class="kartu-ubah">pembanding tahun {year} tidak tersedia</span>'
    way = comparison.direction(change.number)
    before = f"{angka(then)} tahun {year}"
    if way == "tetap":
        return f'<span class="kartu-ubah tetap">sama dengan {before}</span>'
    amount = format_value(abs(change.number), change.satuan)
    unit = " poin" if change.satuan == "poin" else ""
    tone = {"naik": " baik", "turun": " buruk"}[way] if judged else ""
    return f'<span class="kartu-ubah {way}{tone}">{way} {amount}{unit} dari {before}</span>'
