"""The year at a glance, the closing sentences, and the signature block."""

from __future__ import annotations

import html

from lkjip_analysis.data.validation import frame_rows
from lkjip_analysis.formatting import format_number, join_words
from lkjip_analysis.measures import comparison
from lkjip_analysis.presentation.narrative.achievement import rincian_iku
from lkjip_analysis.presentation.narrative.prose import fact, numbered, shown
from lkjip_analysis.presentation.output import TextOutput, angka, escape_markdown
from lkjip_analysis.results import Figure, Results, slug


def ikhtisar(hasil: Results) -> TextOutput:
    """Tell the year in a few sentences: IKU, evaluation, budget."""
    parts = []
    mean = hasil["rata_rata.capaian_iku"]
    beyond, at, short = (int(hasil[f"jumlah.iku_{s}"].number) for s in ("melebihi", "sesuai", "tidak_mencapai"))
    if mean.known:
        parts.append(f"Rata-rata capaian Indikator Kinerja Utama {fact(hasil, 'nama_unit')} tahun {hasil.tahun} adalah {shown(mean)}: "
                     f"{beyond} IKU melampaui target, {at} sesuai target, dan {short} belum mencapai target.")
    total = hasil["jumlah.nilai_evaluasi"]
    if total.known:
        parts.append(f"Evaluasi SAKIP memberi nilai {shown(total)}.")
    pagu, used, rate = (hasil[f"anggaran.{k}"] for k in ("pagu", "realisasi", "serapan"))
    if rate.known:
        parts.append(f"Dari pagu {shown(pagu)} terealisasi {shown(used)} atau {shown(rate)}.")
    return TextOutput(" ".join(parts) or f"*Ikhtisar belum dapat disusun: data tahun {hasil.tahun} belum lengkap.*")


def kartu_kinerja(hasil: Results) -> TextOutput:
    """Show the year at a glance as cards, each a way to its section (web only)."""
    cards = [_card("Rata-rata capaian IKU", hasil["rata_rata.capaian_iku"], "#tbl-capaian-iku", _reached(hasil))]
    code = hasil.data.identitas["kode_iku_akip"]
    akip = hasil.get(f"iku.{slug(code)}.realisasi") if code else None
    if akip is not None:
        rating = hasil.get(f"iku.{slug(code)}.predikat")
        title = f"Nilai AKIP, predikat {rating.tampil}" if rating is not None and rating.known else "Nilai AKIP"
        cards.append(_card(title, akip, "#tbl-perbandingan-tahun", _change(hasil, f"iku.{slug(code)}", "naik")))
    cards.append(_card("Serapan anggaran", hasil["anggaran.serapan"], "#sec-realisasi-anggaran",
                       ("", f"dari pagu {hasil['anggaran.pagu'].tampil}")))
    cards.append(_card("Sisa anggaran (SILPA)", hasil["anggaran.silpa"], "#tbl-kinerja-anggaran-program", ("", "pagu dikurangi realisasi")))
    cards.append(_card("Rata-rata capaian indikator program", hasil["rata_rata.capaian_program"], "#tbl-capaian-program", _last_year(hasil)))
    cards.append(_card("Kemajuan terhadap akhir Renstra", hasil["rata_rata.kemajuan"], "#tbl-kemajuan-renstra",
                       ("", f"target tahun {hasil.data.identitas['renstra_akhir'] or '–'}")))
    markup = "\n".join(cards)
    return TextOutput(f'```{{=html}}\n<div class="kartu-kinerja">\n{markup}\n</div>\n```')


def _card(title: str, figure: Figure, link: str, change: tuple[str, str]) -> str:
    way, words = change
    return (f'<a class="kartu" href="{link}"><span class="kartu-judul">{html.escape(title)}</span>'
            f'<span class="kartu-nilai">{angka(figure)}</span>'
            f'<span class="kartu-ubah {way}">{html.escape(words)}</span></a>')  # fmt: skip


def _reached(hasil: Results) -> tuple[str, str]:
    beyond, at, short = (int(hasil[f"jumlah.iku_{s}"].number) for s in ("melebihi", "sesuai", "tidak_mencapai"))
    return ("naik" if not short else "turun"), f"{beyond + at} IKU mencapai target, {short} belum"


def _change(hasil: Results, key: str, polaritas: str) -> tuple[str, str]:
    change = hasil[f"{key}.perubahan.{hasil.tahun}"]
    if not change.known:
        return "", f"tanpa pembanding tahun {hasil.tahun - 1}"
    way = comparison.direction(change.number)
    if way == "tetap":
        return "tetap", f"sama dengan tahun {hasil.tahun - 1}"
    return way, f"{way} {change.tampil.lstrip('-')} dari tahun {hasil.tahun - 1}"


def _last_year(hasil: Results) -> tuple[str, str]:
    reached, every = hasil["jumlah.indikator_program_tercapai"], hasil["jumlah.indikator_program"]
    return "", f"{format_number(reached.number)} dari {format_number(every.number)} indikator di semua tingkat tercapai"


def kesimpulan(hasil: Results) -> TextOutput:
    """Draw the conclusion: the sasaran by name, their capaian, and IKU by IKU."""
    goals = [f"“{escape_markdown(row['sasaran'])}”" for _, row in frame_rows(hasil.data["sasaran"])]
    mean = hasil["rata_rata.capaian_iku"]
    value = f"rata-rata capaian kinerja {shown(mean)}" if mean.known else "capaian kinerja yang belum dapat dihitung seluruhnya"
    lead = f"Sasaran strategis tersebut adalah {join_words(goals)}, dengan {value} dan rincian sebagai berikut:" if goals else ""
    return TextOutput(f"{lead}\n\n{numbered(rincian_iku(hasil, 'kesimpulan'))}".strip())


def versi(hasil: Results) -> TextOutput:
    """Name the program's version and its only parameter."""
    from lkjip_analysis import __version__

    return TextOutput(f"Program: lkjip\\-analysis versi {__version__}, parameter: tahun \\= {hasil.tahun}.")


def tanda_tangan(hasil: Results, tanggal: str) -> TextOutput:
    """Print place, date, office, name and NIP.

    Parameters
    ----------
    tanggal
        The fact that holds the date, e.g. ``tanggal_penutup``.
    """
    rank = hasil.data.identitas["pangkat_kepala"]
    lines = [
        f"{fact(hasil, 'tempat')}, {fact(hasil, tanggal)}",
        f"**{fact(hasil, 'jabatan_kepala').upper()}**",
        "",
        f"**{fact(hasil, 'nama_kepala')}**",
        *([escape_markdown(rank)] if rank else []),
        f"NIP. {fact(hasil, 'nip_kepala')}",
    ]
    above, below = "\\\n".join(lines[:2]), "\\\n".join(lines[3:])
    return TextOutput(f"::: {{.tanda-tangan}}\n{above}\n\n{below}\n:::")
