"""The year on one page: what the unit is for, what it reached, missed, spent, and does next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from lkjip_analysis.data.schemas import TindakLanjut
from lkjip_analysis.formatting import count_in_words, join_words
from lkjip_analysis.presentation.cell import BELOW, Cell, angka, status, text
from lkjip_analysis.presentation.layout import Row, left, right
from lkjip_analysis.presentation.narrative.achievement import by_status, counted, status_iku
from lkjip_analysis.presentation.narrative.causes import cause, steps
from lkjip_analysis.presentation.narrative.comparison import since_last_year
from lkjip_analysis.presentation.narrative.organisation import akip_rated
from lkjip_analysis.presentation.narrative.prose import fact, renstra_period, shown
from lkjip_analysis.presentation.output import (
    Parts,
    TableOutput,
    TextOutput,
    escape_markdown,
    make_table,
)
from lkjip_analysis.presentation.tables.actions import DUE, Step, step_words, steps_table
from lkjip_analysis.presentation.tables.cells import Cells, join_cells
from lkjip_analysis.presentation.tables.goals import ALL_IKU
from lkjip_analysis.results import Results
from lkjip_analysis.results.entities import Iku, Indikator
from lkjip_analysis.results.keys import Ukuran

Missed = Iku | Indikator
SHOWN, NAMED, LEAST, ROOM = 5, 10, 3, 11
"""So many that fell short are shown, fewer beside many IKU (``ROOM``: rows of the page), so many
more named; so many things at least are to be done next year."""
STATES = {"selesai": "selesai", "sebagian": "selesai sebagian", "belum": "belum selesai"}
"""What the first word of a recommendation's status says of it."""


def ikhtisar(hasil: Results) -> Parts:
    """Tell the year on one page, without a mean that would hide a miss."""
    lead = f"{_aims(hasil)} {status_iku(hasil)} {items_by_status(hasil)}"
    parts: list[Any] = [TextOutput(lead.strip())]
    short, listed = hasil.belum_tercapai, list(hasil.iku) if len(hasil.iku) <= ALL_IKU else []
    if listed:
        parts.append(_iku(hasil, listed))
    if short:
        parts.append(_missed(hasil, short, min(SHOWN, max(2, ROOM - len(listed)))))
    if said := " ".join([*_money(hasil), *_evaluation(hasil)]):
        parts.append(TextOutput(said))
    if told := _others(hasil, short):
        parts.append(TextOutput(f"Tindakan{' lain' * bool(short)} tahun {hasil.tahun + 1}:"))
        parts.append(steps_table(hasil, "ikhtisar-tindakan", told, DUE))
    return Parts(parts)


def _aims(hasil: Results) -> str:
    aim = hasil.data.identitas.tujuan_renstra
    words = f"{fact(hasil, 'nama_unit')} menjalankan Renstra periode {renstra_period(hasil)}"
    words += f" dengan tujuan “{escape_markdown(aim)}”" if aim else ""
    if hasil.sasaran and hasil.iku:
        words += (
            f", melalui {counted(hasil.jumlah.sasaran)} sasaran strategis yang diukur dengan "
            f"{counted(hasil.jumlah.iku)} Indikator Kinerja Utama (IKU)"
        )
    return f"{words}."


def _iku(hasil: Results, listed: Sequence[Iku]) -> TableOutput:
    year, cells, rows = hasil.tahun, Cells(hasil), []
    for iku in listed:
        before = cells.nilai(iku, iku.riwayat[year - 1])
        measured = [cells.target(iku), cells.realisasi(iku), cells.angka(iku.capaian)]
        rows.append(Row([text(iku.nama), *measured, before, status(iku.status)]))
    heads = "Target", "Realisasi", "Capaian", f"Realisasi {year - 1}"
    columns = [*left("Indikator Kinerja Utama"), *right(*heads), *left("Status")]
    down = [iku.nama for iku in listed if iku.row.polaritas == "turun"]
    notes = [f"Makin rendah makin baik: {join_words(down)}."] if down else []
    return make_table("ikhtisar-iku", columns, rows, notes=notes)


def items_by_status(hasil: Results) -> str:
    """Say how many indicators of programmes reached their targets; blank without any."""
    of = hasil.jumlah
    every = of.indikator_dinilai, of.indikator_tercapai, of.indikator_belum
    judged, reached, short = (int(figures["program"].number) for figures in every)
    counts = [(reached, "mencapai atau melampaui target"), (short, "belum mencapai target")]
    return by_status(judged, counts, "indikator program") if judged else ""


def _missed(hasil: Results, short: Sequence[Missed], most: int) -> TableOutput:
    """Show what fell short, from what, why, and what is done about it, by whom, until when."""
    cells, rows = Cells(hasil), []
    for one in short[:most]:
        done = join_cells([text(step_words(row, DUE)) for row in steps(one)[:2]])
        what = ": ".join(map(str, missed_cells(cells, one)))
        rows.append(
            Row([f"{BELOW}\u00a0{what}", text(cause(hasil, one)), done or "belum ditetapkan"])
        )
    named = [one.nama for one in short[most : most + NAMED]]
    rest = len(short) - most - len(named)
    named += [f"{rest} indikator lain"] * (rest > 0)
    notes = [f"Juga belum mencapai target (@sec-analisis): {join_words(named)}."] if named else []
    columns = left("Belum Mencapai Target", "Sebab", "Tindakan (Pelaksana, Batas Waktu)")
    return make_table("ikhtisar-belum", columns, rows, notes=notes)


def missed_cells(cells: Cells, one: Missed) -> list[Cell]:
    """Write the name of what fell short, and its realisation beside target and last year."""
    got, aimed = (cells.berpredikat(one, kind) for kind in (Ukuran.realisasi, Ukuran.target))
    reached = f"capaian {angka(one.capaian)}" if one.capaian.known else ""
    moved = since_last_year(one, cells.bersatuan)
    return [text(one.nama), join_cells([f"{got} dari target {aimed}", reached, moved], ", ")]


def _money(hasil: Results) -> Iterator[str]:
    money = hasil.anggaran
    if money.serapan.known:
        rest = f", sisa {shown(money.silpa)}" if money.silpa.number >= 0 else ""
        used = f"terealisasi {shown(money.realisasi)} (serapan {shown(money.serapan)}{rest})"
        yield f"Dari pagu anggaran {shown(money.pagu)} {used}."
    elif money.pagu.known:
        yield f"Pagu anggaran {shown(money.pagu)}; realisasinya belum tersedia seluruhnya."


def _evaluation(hasil: Results) -> Iterator[str]:
    """Say what the evaluators gave, and what became of their recommendations."""
    total = hasil.jumlah.nilai_evaluasi
    if total.known:
        yield f"Evaluasi SAKIP memberi nilai {shown(total)}{akip_rated(hasil)}."
    rows = list(hasil.data[TindakLanjut])
    if not rows:
        return
    words = [row.status.casefold().split(maxsplit=1)[:1] for row in rows]
    first = ["".join(word).strip(":;,.") for word in words]
    known = {said: sum(word == key for word in first) for key, said in STATES.items()}
    blank = sum(not word for word in first)
    known["dilaporkan tindak lanjutnya"] = len(rows) - blank - sum(known.values())
    known["belum dilaporkan tindak lanjutnya"] = blank
    counts = [(n, what) for what, n in known.items()]
    yield by_status(len(rows), counts, "rekomendasi evaluator")
    proofs = sum(bool(row.bukti) for row in rows)
    if not proofs:
        yield "Bukti tindak lanjutnya belum disebut."
    elif proofs < len(rows):
        yield f"Bukti disebut pada {count_in_words(proofs)} rekomendasi."


def _others(hasil: Results, short: Sequence[Missed]) -> list[Step]:
    """Choose what else to do next year, where few fell short: one step on each, three in all."""
    told = sum(len(steps(one)) for one in short)
    others = (one for one in (*hasil.iku, *hasil.indikator) if one not in short)
    more = [(one, row) for one in others for row in steps(one)[:1]]
    return more[: max(0, LEAST - told)]
