"""The year at a glance: cards on the first screen, with what changed and a way to the section."""

from __future__ import annotations

import html
from collections.abc import Iterable
from dataclasses import dataclass

from lkjip_analysis.formatting import format_value
from lkjip_analysis.measures import comparison
from lkjip_analysis.presentation.cell import UNJUDGED, angka, marked, ragu_html, text
from lkjip_analysis.presentation.layout import Column, Row
from lkjip_analysis.presentation.narrative.standings import standings, standings_markup
from lkjip_analysis.presentation.output import TextOutput, make_table
from lkjip_analysis.results import Figure, Results
from lkjip_analysis.results.entities import Iku, Indikator


def kartu_kinerja(hasil: Results) -> TextOutput:
    """Show the year at a glance as cards (web only): counts, where a mean would hide a miss."""
    money, change, counts = hasil.anggaran, hasil.perubahan, hasil.jumlah
    of_items = counts.indikator_tercapai["program"], counts.indikator_dinilai["program"]
    items = [one for item in hasil.at_level("program") for one in item.indikator]
    cards = [
        Card(
            "IKU mencapai target",
            _share(counts.iku_tercapai, counts.iku),
            "#tbl-capaian-iku",
            _short(counts.iku_status["tidak_mencapai"], counts.iku, hasil.iku),
        ),
        *_akip(hasil),
        Card(
            "Serapan anggaran",
            str(angka(money.serapan)),
            "#sec-realisasi-anggaran",
            f"dari pagu {marked(money.pagu)}",
            _change(hasil, change.serapan, money.lalu.serapan),
        ),
        Card(
            "Sisa anggaran (SILPA)",
            str(angka(money.silpa)),
            "#tbl-kinerja-anggaran-program",
            "pagu dikurangi realisasi",
            _change(hasil, change.silpa, money.lalu.silpa, judged=False),
        ),
        Card(
            "Indikator program mencapai target",
            _share(*of_items),
            "#tbl-capaian-program",
            _short(counts.indikator_belum["program"], of_items[1], items),
        ),
        Card(
            f"IKU mencapai target akhir Renstra {hasil.data.identitas.renstra_akhir or ''}".strip(),
            _share(counts.iku_renstra_tercapai, counts.iku_renstra_dinilai),
            "#tbl-kemajuan-renstra",
            _short(counts.iku_renstra_belum, counts.iku_renstra_dinilai),
        ),
    ]
    markup = cards_markup(
        ((c.link, c.title, c.value, c.note, c.change) for c in cards), standings_markup(hasil)
    )
    rows = [Row([words, told, named, ""]) for _, words, told, named in standings(hasil)]
    rows += [Row([text(card.title), card.value, text(card.note), card.change]) for card in cards]
    return TextOutput(
        f"```{{=html}}\n{markup}\n```", make_table("kartu-kinerja", AS_TABLE, rows).markup
    )


AS_TABLE = (Column("Angka utama"), Column("Nilai"), Column("Keterangan"), Column("Perubahan"))


@dataclass(frozen=True)
class Card:
    """A value (HTML) with its title, the section it leads to, a note, what changed (HTML)."""

    title: str
    value: str
    link: str
    note: str
    change: str = ""


def cards_markup(cards: Iterable[tuple[str, str, str, str, str]], before: str = "") -> str:
    """Write cards for the first screen of a web page.

    Parameters
    ----------
    cards
        Of each the link, title, value (HTML), note, and what changed (HTML).
    before
        What stands above them (HTML).
    """
    markup = "\n".join(
        f'<a class="kartu" href="{link}"><span class="kartu-judul">{html.escape(title)}</span>'
        f'<span class="kartu-nilai">{value}</span>'
        f'<span class="kartu-ket">{html.escape(note)}</span>{change}</a>'
        for link, title, value, note, change in cards
    )
    return f'<div class="kartu-kinerja">\n{before}{markup}\n</div>'


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
    return [Card(title, str(angka(iku.realisasi)), "#tbl-perbandingan-tahun", note, change)]


def _share(reached: Figure, every: Figure) -> str:
    """Write how many of how many: ``1 dari 2``; a dash without any."""
    return f"{angka(reached)} dari {angka(every)}" if every.number else "–"


def _short(missed: Figure, judged: Figure, every: Iterable[Iku | Indikator] = ()) -> str:
    """Say that some fell short, or that none did, and how many are judged by doubted values."""
    doubted = sum(bool(one.status.diragukan) for one in every)
    doubt = f"; {doubted} diragukan" if doubted else ""
    if not judged.number:
        return UNJUDGED
    short = f"▼ {missed.tampil} belum tercapai" if missed.number else "● tidak ada yang kurang"
    return short + doubt


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
    unit += ragu_html(change.diragukan) if change.diragukan else ""
    tone = {"naik": " baik", "turun": " buruk"}[way] if judged else ""
    return f'<span class="kartu-ubah {way}{tone}">{way} {amount}{unit} dari {before}</span>'
