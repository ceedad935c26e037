"""The sheets of BAB III 3.1.5: a conclusion on each sasaran, then a sheet for each of its IKU."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from lkjip_analysis.formatting import count_in_words, join_words
from lkjip_analysis.presentation.cell import angka, standing, status, text
from lkjip_analysis.presentation.charts.trend import tren
from lkjip_analysis.presentation.layout import Row, left
from lkjip_analysis.presentation.narrative import prose
from lkjip_analysis.presentation.narrative.achievement import REACHED, by_status
from lkjip_analysis.presentation.narrative.causes import cause, obstacles, steps, untold
from lkjip_analysis.presentation.narrative.executive import items_by_status, missed_cells
from lkjip_analysis.presentation.output import (
    Parts,
    TableOutput,
    TextOutput,
    escape_markdown,
    make_table,
)
from lkjip_analysis.presentation.plain import in_words
from lkjip_analysis.presentation.tables.actions import WHOLE, step_words, steps_table
from lkjip_analysis.presentation.tables.cells import Cells, join_cells
from lkjip_analysis.presentation.tables.goals import FEW
from lkjip_analysis.results import Results
from lkjip_analysis.results.entities import Iku, Indikator, Program, Sasaran

LACKING, MISSED = "belum tersedia", "program-belum"
"""What is said of what the data have not got; the section of the programmes that fell short."""
FOUND_BY = "belum tidak tercapai mencapai"
"""The words by which search finds what fell short."""
DIRECTIONS = {"naik": "makin tinggi makin baik", "turun": "makin rendah makin baik"}


def lembar_kinerja(hasil: Results) -> Parts:
    """Give each sasaran its conclusion and each IKU its sheet, then the programmes that missed."""
    parts: list[Any] = []
    for goal in hasil.sasaran:
        if goal.iku_tujuan:
            head = _head(4, f"Tujuan: {goal.row.tujuan}", f"tujuan-{goal.row.kode_tujuan}")
            parts.append(TextOutput(head))
        parts += [part for iku in goal.iku_tujuan for part in _sheet(hasil, iku)]
        parts.append(TextOutput("\n\n".join(_conclusion(hasil, goal))))
        for iku in goal.iku:
            parts += _sheet(hasil, iku)
    return Parts([*parts, *_missed_items(hasil)] or [TextOutput(prose.EMPTY)])


def _conclusion(hasil: Results, goal: Sasaran) -> Iterator[str]:
    """Say what the IKU of a sasaran came to, whether it is explained, with what means."""
    yield _head(4, f"Sasaran: {goal.nama}", f"sasaran-{goal.kode}")
    if not goal.iku:
        yield "Sasaran ini belum mempunyai IKU."
        return
    counts = [(sum(iku.status.nilai == one for iku in goal.iku), said)
              for one, said in REACHED.items()]  # fmt: skip
    yield f"**Hasil.** {by_status(len(goal.iku), counts, 'IKU sasaran ini')}"
    yield f"**Sebab dan pemecahan masalah.** {' '.join(_explained(hasil, goal))}"
    yield f"**Sumber daya.** {' '.join(_means(hasil, goal))}"
    yield f"**Program.** {' '.join(_programmes(goal))}"


def _explained(hasil: Results, goal: Sasaran) -> Iterator[str]:
    """Say of which IKU the causes are told, and for which steps are set."""
    told = [iku for iku in goal.iku if _driven(hasil, iku)]
    planned = [iku for iku in goal.iku if steps(iku)]
    why, do = "Sebab capaian", "Tindakan"
    for chosen, what, said in (
        (told, why, "diuraikan pada"),
        ([iku for iku in goal.iku if iku not in told], why, untold(hasil)),
        (planned, do, "disebut pada"),
        ([iku for iku in goal.iku if iku.missed and iku not in planned], do, "belum ditetapkan"),
    ):
        if chosen:
            whose = f"{' untuk' * (what == do)} {_named(chosen, goal)}"
            sheet = " lembarnya" if len(chosen) == 1 else " lembar masing-masing"
            place = sheet * said.endswith(" pada")
            yield f"{what}{'nya' if len(goal.iku) == 1 else whose} {said}{place}."


def _named(chosen: Sequence[Iku], goal: Sasaran) -> str:
    """Name few IKU; of many only say how many, of all that they are all."""
    if len(chosen) == len(goal.iku):
        return "setiap IKU"
    names = [escape_markdown(iku.nama) for iku in chosen]
    return join_words(names) if len(names) <= FEW else f"{count_in_words(len(names))} IKU"


def _means(hasil: Results, goal: Sasaran) -> Iterator[str]:
    """Say what money and staff a sasaran had."""
    if goal.serapan.known:
        yield (
            f"Dari pagu {prose.shown(goal.pagu)} pada program yang ditautkan kepadanya terealisasi "
            f"{prose.shown(goal.realisasi)} (serapan {prose.shown(goal.serapan)})."
        )
    else:
        yield "Anggaran sasaran ini belum dapat dihitung."
    staff = [(iku, one) for iku in goal.iku if (one := hasil.sdm.get(iku.kode))]
    for iku, one in staff[: FEW * (len(staff) <= FEW)]:
        if one.ketersediaan.known:
            whose = f" untuk {escape_markdown(iku.nama)}" if len(goal.iku) > 1 else ""
            yield (
                f"Pegawai{whose} tersedia {prose.shown(one.tersedia)} dari kebutuhan "
                f"{prose.shown(one.kebutuhan)} orang ({prose.shown(one.ketersediaan)})."
            )


def _programmes(goal: Sasaran) -> Iterator[str]:
    """Say which programmes reached all of their targets, and which did not."""
    if not goal.program:
        yield "Belum ada program yang ditautkan ke sasaran ini."
    judged = [item for item in goal.program if any(one.capaian.known for one in item.indikator)]
    short = [item for item in judged if any(one.missed for one in item.indikator)]
    helped = [_called(item) for item in judged if item not in short]
    if helped:
        yield f"Semua target indikatornya tercapai pada {join_words(helped)}."
    for item in short:
        fell = [f"{escape_markdown(one.nama)} ({prose.shown(one.capaian)})"
                for one in item.indikator if one.missed]  # fmt: skip
        yield f"Belum tercapai pada {_called(item)}: {join_words(fell)}."
    if unknown := [_called(item) for item in goal.program if item not in judged]:
        yield f"Belum dapat dinilai: {join_words(unknown)}."


def _called(item: Program) -> str:
    return f"Program {escape_markdown(item.nama)}"


def _sheet(hasil: Results, iku: Iku) -> Iterator[Any]:
    """Show all that is known of an IKU: numbers, course, causes, money, proof, next steps."""
    found = f'data-cari="{FOUND_BY}" ' * iku.missed
    yield TextOutput(_head(5, iku.nama, f"iku-{iku.kode}", f".lembar {found}"))
    if meant := prose.detail(hasil, "arti_bagi_warga", iku.kode):
        yield TextOutput(f"**Artinya bagi warga.** {meant.strip()}")
    cells = Cells(hasil)
    rows = [Row([f"<strong>{what}</strong>", said or LACKING]) for what, said in _facts(cells, iku)]
    yield make_table(f"lembar-{iku.kode}", left("Unsur", "Keterangan"), rows)
    yield tren(iku)
    if told := [(iku, row) for row in steps(iku)]:
        yield steps_table(hasil, f"langkah-{iku.kode}", told, WHOLE, named=False)
    else:
        yield TextOutput("Langkah berikutnya belum ditetapkan.")


def _facts(cells: Cells, iku: Iku) -> Iterator[tuple[str, str]]:
    """List the elements of a sheet, each with its words as HTML."""
    hasil, row = cells.hasil, iku.row
    way = f"{DIRECTIONS[row.polaritas]}, satuan {row.satuan}"
    yield "Definisi dan rumus", text(f"{row.formula or LACKING} ({way})")
    source = f"Sumber: {row.sumber_data or LACKING}; penanggung jawab: "
    yield "Sumber data", text(source + (row.penanggung_jawab or LACKING))
    if iku.given(iku.realisasi):
        yield "Capaian", f"{missed_cells(cells, iku)[1]}: {status(iku.status)}"
    else:
        yield "Capaian", str(status(iku.status))
    end = hasil.data.identitas.renstra_akhir or ""
    if iku.kemajuan.known:
        final = cells.nilai(iku, iku.target_akhir_renstra)
        progress = f"kemajuan {angka(iku.kemajuan)}, {standing(iku.kemajuan)}"
        yield f"Akhir Renstra {end}".strip(), f"target {final}; {progress}"
    else:
        yield f"Akhir Renstra {end}".strip(), text(in_words(iku.kemajuan.alasan))
    yield "Tingkat nasional", _nation(cells, iku)
    drive = "Sebab belum tercapai" if iku.missed else "Pendorong"
    yield drive, text(_driven(hasil, iku) or cause(hasil, iku) or untold(hasil))
    yield "Hambatan", text(obstacles(iku) or "tidak disebut")
    yield "Program dan anggaran", _money(cells, iku)
    yield "Bukti", text(row.bukti or LACKING)
    doubts = dict.fromkeys(figure.diragukan for figure in iku.figures if figure.diragukan)
    yield "Keterbatasan data", text(" ".join(doubts) or "tidak ada catatan")


def _driven(hasil: Results, iku: Iku) -> str:
    """Say what drove an IKU, or where it is told; blank where it is told nowhere."""
    if any(row.sebab for row in iku.tindakan):
        return cause(hasil, iku)
    sections = ("faktor_penghambat", "rincian_capaian") if iku.missed else ("faktor_pendukung",)
    told = any(prose.section_rows(hasil, name, iku.kode) for name in sections)
    kind = "penghambat" if iku.missed else "penunjang"
    return f"diuraikan pada faktor {kind}" if told else ""


def _nation(cells: Cells, iku: Iku) -> str:
    nation, row = iku.realisasi_nasional, iku.row
    if not nation.known:
        return f"belum tersedia ({text(row.catatan_nasional or 'sebabnya tidak disebut')})"
    gap = f"; selisih {angka(iku.selisih_nasional)}" if iku.selisih_nasional.known else ""
    source = f" ({text(row.sumber_nasional)})" if row.sumber_nasional else ""
    return f"{cells.nilai(iku, nation)}{source}{gap}"


def _money(cells: Cells, iku: Iku) -> str:
    """Name few programmes of its sasaran with their money, of many the number and the total."""
    goal = cells.hasil.sasaran.get(iku.row.kode_sasaran)
    if goal is None or not goal.program:
        return "belum ada program yang ditautkan ke sasarannya"
    if len(goal.program) > FEW:
        total = f"pagu {angka(goal.pagu)}, serapan {angka(goal.serapan)}"
        return f"{angka(goal.jumlah_program)} program; {total}"
    return "<br>".join(
        f"{text(item.nama)}: pagu {angka(item.pagu)}, serapan {angka(item.serapan)}"
        for item in goal.program
    )


def _missed_items(hasil: Results) -> Iterator[TextOutput | TableOutput]:
    """Show the indicators of programmes that fell short, a row each; without any say so."""
    if not (said := items_by_status(hasil)):
        return
    below = {f"indikator {level}": hasil.jumlah.indikator_belum[level]
             for level in ("kegiatan", "subkegiatan")}  # fmt: skip
    lower = prose.so_many(below)
    if lower:
        said += f" Selain itu, {join_words(lower)} belum mencapai target (@tbl-capaian-program)."
    head = _head(4, "Indikator Program yang Belum Mencapai Target", MISSED)
    short = [one for one in hasil.belum_tercapai if isinstance(one, Indikator)]
    yield TextOutput(f"{head}\n\n{said}" if short or lower else said)
    cells = Cells(hasil)
    rows = []
    for one in short:
        name, reached = missed_cells(cells, one)
        reached = join_cells([str(reached), str(status(one.status))])
        rows.append(Row([name, reached, *_why(hasil, one)], data={"cari": FOUND_BY}))
    if rows:
        heads = "Indikator", "Realisasi", "Sebab dan Hambatan", "Langkah Berikutnya"
        yield make_table(MISSED, left(*heads), rows)


def _why(hasil: Results, one: Indikator) -> list[str]:
    hindered = f"Hambatan: {text(obstacles(one))}" if obstacles(one) else ""
    told = [text(step_words(row)) for row in steps(one)] or ["belum ditetapkan"]
    return [join_cells([text(cause(hasil, one)), hindered]), join_cells(told)]


def section_id(name: str) -> str:
    """Write the anchor of a sheet's head."""
    return "sec-" + "".join(letter if letter.isalnum() else "-" for letter in name.casefold())


def _head(level: int, title: str, name: str, kind: str = "") -> str:
    """Write a head without a number."""
    return f"{'#' * level} {escape_markdown(title)} {{#{section_id(name)} {kind}.unnumbered}}"
