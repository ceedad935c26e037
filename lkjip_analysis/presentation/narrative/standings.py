"""What was met, missed, not judged, not available and doubted: the first lines of the web page.

Each line leads to the rows that it counts: a link names the table, and its status for the filter.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from lkjip_analysis.formatting import join_words
from lkjip_analysis.presentation.cell import RAGU, text
from lkjip_analysis.presentation.narrative.changes import in_short
from lkjip_analysis.presentation.narrative.doubts import reader_notes
from lkjip_analysis.presentation.narrative.executive import missed_cells
from lkjip_analysis.presentation.narrative.sheets import MISSED, section_id
from lkjip_analysis.presentation.tables.cells import Cells
from lkjip_analysis.presentation.tables.items import LEVEL_WORDS
from lkjip_analysis.results import Figure, Results
from lkjip_analysis.results.entities import Iku

NAMED = 3
"""Of what fell short so many are named on the first screen; the rest is counted."""

KINDS: dict[str, tuple[str, Callable[[Figure], bool]]] = {
    "belum": ("▼ Belum mencapai target", lambda status: status.nilai == "tidak_mencapai"),
    "tercapai": ("● Mencapai target", lambda status: status.nilai in ("sesuai", "melebihi")),
    "tanpa-target": (
        "– Tidak dinilai: target tidak diterbitkan",
        lambda status: status.nilai == "target_tidak_diterbitkan",
    ),
    "kosong": ("○ Belum tersedia", lambda status: not status.known),
    "ragu": (f"{RAGU} Diragukan", lambda status: bool(status.diragukan)),
}
"""A status by its name in links: what is said of it, and which rows have it."""


def standings(hasil: Results) -> Iterator[tuple[str, str, str, str]]:
    """Give of each status its name, its words, and what has it: counted, then named (HTML)."""
    for kind, (words, has) in KINDS.items():
        told = list(_counted(hasil, kind, has))
        if kind == "ragu" and (doubts := sum(reader_notes(hasil).values())):
            told.append(f'<a href="#sec-catatan-data">{doubts} keraguan beserta sebabnya</a>')
        if kind == "belum" and not told and len(hasil.iku):
            told = ["tidak ada"]
        if told:
            yield kind, words, ", ".join(told), _named(hasil) if kind == "belum" else ""
    if change := in_short(hasil):
        yield "berubah", f"Dibandingkan tahun {hasil.tahun - 1}", change, ""


def _counted(hasil: Results, kind: str, has: Callable[[Figure], bool]) -> Iterator[str]:
    """Count what has a status, IKU and indicators apart, each with the way to its rows."""
    iku = sum(has(one.status) for one in hasil.iku)
    if iku:
        yield _way("tbl-capaian-iku", kind, f"{iku} IKU")
    levels = [
        (level, sum(has(one.status) for item in hasil.at_level(level) for one in item.indikator))
        for level in LEVEL_WORDS
    ]
    if some := [(level, count) for level, count in levels if count]:
        names = join_words([level for level, _ in some])
        count = sum(count for _, count in some)
        yield _way("tbl-capaian-program", kind, f"{count} indikator {names}")


def _way(table: str, kind: str, words: str) -> str:
    return f'<a href="#{table}" data-status="{kind}">{words}</a>'


def _named(hasil: Results) -> str:
    """Name what fell short, each with the way to its course, causes and next steps."""
    cells, short = Cells(hasil), hasil.belum_tercapai
    lines = []
    for one in short[:NAMED]:
        place = section_id(f"iku-{one.kode}" if isinstance(one, Iku) else MISSED)
        lines.append(f'<a href="#{place}">{text(one.nama)}</a>: {missed_cells(cells, one)[1]}')
    if (rest := len(short) - NAMED) > 0:
        lines.append(f"dan {rest} lainnya")
    return f"<ul>{''.join(f'<li>{line}</li>' for line in lines)}</ul>" if lines else ""


def standings_markup(hasil: Results) -> str:
    """Write the statuses as a list for the first screen; nothing where nothing is measured."""
    lines = "".join(
        f'<li class="status-{kind}"><span class="status-judul">{words}</span> '
        f"<span>{told}</span>{named}</li>"
        for kind, words, told, named in standings(hasil)
    )
    return f'<ul class="status-kinerja">{lines}</ul>\n' if lines else ""
