"""The year at a glance: cards on the first screen, with what changed and a way to the section."""

from __future__ import annotations

import html
from collections.abc import Iterable
from dataclasses import dataclass

from lkjip_analysis.formatting import format_value
from lkjip_analysis.measures import comparison
from lkjip_analysis.presentation.cell import RAGU_HTML, marked
from lkjip_analysis.presentation.output import Column, Row, TextOutput, angka, make_table, text
from lkjip_analysis.results import Figure, Results
from lkjip_analysis.results.entities import Iku, Indikator
from lkjip_analysis.results.keys import STATUSES


def kartu_kinerja(hasil: Results) -> TextOutput:
    """Show the year at a glance as cards (web only)."""
    mean, money, change = hasil.rata_rata, hasil.anggaran, hasil.perubahan
    cards = [
        Card(
            "Rata-rata capaian IKU",
            mean.capaian_iku,
            "#tbl-capaian-iku",
            _iku_reached(hasil),
            _change(hasil, change.capaian_iku, mean.lalu.capaian_iku),
        ),
        *_akip(hasil),
        Card(
            "Serapan anggaran",
            money.serapan,
            "#sec-realisasi-anggaran",
            f"dari pagu {marked(money.pagu)}",
            _change(hasil, change.serapan, money.lalu.serapan),
        ),
        Card(
            "Sisa anggaran (SILPA)",
            money.silpa,
            "#tbl-kinerja-anggaran-program",
            "pagu dikurangi realisasi",
            _change(hasil, change.silpa, money.lalu.silpa, judged=False),
        ),
        Card(
            "Rata-rata capaian indikator program",
            mean.capaian_program,
            "#tbl-capaian-program",
            _items_reached(hasil),
            _change(hasil, change.capaian_program, mean.lalu.capaian_program),
        ),
        Card(
            "Kemajuan terhadap akhir Renstra",
            mean.kemajuan,
            "#tbl-kemajuan-renstra",
            f"target tahun {hasil.data.identitas.renstra_akhir or '–'}",
            _change(hasil, change.kemajuan, mean.lalu.kemajuan),
        ),
    ]
    markup = cards_markup((c.link, c.title, str(angka(c.figure)), c.note, c.change) for c in cards)
    rows = [
        Row([text(card.title), angka(card.figure), text(card.note), card.change]) for card in cards
    ]
    return TextOutput(
        f"```{{=html}}\n{markup}\n```",
        make_table("kartu-kinerja", AS_TABLE, rows).markup,
    )


AS_TABLE = (
    Column("Angka utama"),
    Column("Nilai", "right"),
    Column("Keterangan"),
    Column("Perubahan"),
)


@dataclass(frozen=True)
class Card:
    """A figure with its title, the section it leads to, a note, and what changed (HTML)."""

    title: str
    figure: Figure
    link: str
    note: str
    change: str


def cards_markup(cards: Iterable[tuple[str, str, str, str, str]]) -> str:
    """Write cards for the first screen of a web page.

    Parameters
    ----------
    cards
        Of each the link, title, value (HTML), note, and what changed (HTML).
    """
    markup = "\n".join(
        f'<a class="kartu" href="{link}"><span class="kartu-judul">{html.escape(title)}</span>'
        f'<span class="kartu-nilai">{value}</span>'
        f'<span class="kartu-ket">{html.escape(note)}</span>{change}</a>'
        for link, title, value, note, change in cards
    )
    return f'<div class="kartu-kinerja">\n{markup}\n</div>'


def _akip(hasil: Results) -> list[Card]:
    """Make the card of the AKIP score, where the unit has one among its IKU."""
    iku = hasil.akip
    if iku is None:
        return []
    note = f"target {marked(iku.target)}" if iku.target.known else "target belum tersedia"
    title = "Nilai AKIP"
    if iku.predikat.known:
        title += f", predikat {iku.predikat.tampil}"
        if iku.interpretasi.known:
            note = f"{iku.interpretasi.tampil}; {note}"
    change = _change(hasil, iku.perubahan[hasil.tahun], iku.riwayat[hasil.tahun - 1])
    return [Card(title, iku.realisasi, "#tbl-perbandingan-tahun", note, change)]


def _iku_reached(hasil: Results) -> str:
    beyond, at, short = (int(hasil.jumlah.iku_status[status].number) for status in STATUSES)
    every = int(hasil.jumlah.iku.number)
    unknown = every - beyond - at - short
    words = _reached(beyond + at, every, short, unknown, "IKU mencapai target")
    return _doubted(words, hasil.iku)


def _items_reached(hasil: Results) -> str:
    reached, every, short, unknown, unpublished = (
        int(figure.number)
        for figure in (
            hasil.jumlah.indikator_program_tercapai,
            hasil.jumlah.indikator_program,
            hasil.jumlah.indikator_program_tidak_tercapai,
            hasil.jumlah.indikator_program_tanpa_capaian,
            hasil.jumlah.indikator_program_tanpa_target,
        )
    )
    what = "indikator program, kegiatan, dan subkegiatan tercapai"
    words = _doubted(_reached(reached, every - unpublished, short, unknown, what), hasil.indikator)
    return f"{words}; target {unpublished} indikator tidak diterbitkan" if unpublished else words


def _doubted(words: str, every: Iterable[Iku | Indikator]) -> str:
    """Add how many of the indicators are judged by a value that a finding doubts."""
    doubted = sum(bool(one.status.diragukan) for one in every)
    return f"{words}; {doubted} diragukan" if doubted else words


def _reached(reached: int, every: int, short: int, unknown: int, what: str) -> str:
    """Say how many reached their target, and how many did not or cannot be judged.

    >>> _reached(3, 5, 1, 1, "IKU mencapai target")
    '3 dari 5 IKU mencapai target; 1 tidak; 1 belum tersedia'
    """
    rest = [f"{short} tidak"] if short else []
    rest += [f"{unknown} belum tersedia"] if unknown else []
    return "; ".join([f"{reached} dari {every} {what}", *rest])


def _change(hasil: Results, change: Figure, then: Figure, *, judged: bool = True) -> str:
    """Say what changed since the year before; without that year, say so.

    ``judged``: a rise is for the better, a fall for the worse.
    """
    year = hasil.tahun - 1
    if not change.known:
        return f'<span class="kartu-ubah">pembanding tahun {year} tidak tersedia</span>'
    way = comparison.direction(change.number)
    before = f"{angka(then)} tahun {year}"
    if way == "tetap":
        return f'<span class="kartu-ubah tetap">sama dengan {before}</span>'
    amount = format_value(abs(change.number), change.satuan)
    unit = " poin" if change.satuan == "poin" else ""
    unit += RAGU_HTML * bool(change.diragukan)
    tone = {"naik": " baik", "turun": " buruk"}[way] if judged else ""
    return f'<span class="kartu-ubah {way}{tone}">{way} {amount}{unit} dari {before}</span>'
