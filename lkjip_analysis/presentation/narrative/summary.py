"""The closing sentences, the version, and the signature block."""

from __future__ import annotations

from lkjip_analysis.formatting import count_in_words, join_words
from lkjip_analysis.presentation.narrative.achievement import rincian_iku, stated, status_iku
from lkjip_analysis.presentation.narrative.causes import cause
from lkjip_analysis.presentation.narrative.comparison import since_last_year
from lkjip_analysis.presentation.narrative.executive import items_by_status
from lkjip_analysis.presentation.narrative.prose import detail, fact, lacking, numbered, shown
from lkjip_analysis.presentation.output import TextOutput, escape_markdown
from lkjip_analysis.results import Results
from lkjip_analysis.results.entities import Iku, Indikator

ALL_NAMED = 5
"""So many sasaran are named; of more the number is told."""


def kesimpulan(hasil: Results) -> TextOutput:
    """Draw the conclusion: the sasaran by name, their capaian, IKU by IKU, and what was missed."""
    goals = [f"“{escape_markdown(goal.nama)}”" for goal in hasil.sasaran]
    mean = hasil.rata_rata.capaian_iku
    value = " belum dapat dihitung seluruhnya"
    if mean.known:
        value = f"{' rata-rata' * (len(mean.dari) > 1)} {shown(mean)}"
    named = f"adalah {join_words(goals)}"
    if len(goals) > ALL_NAMED:
        named = f"berjumlah {count_in_words(len(goals))}"
    status = f" {status_iku(hasil)}" * (len(hasil.iku) > 1)
    lead = (
        f"Sasaran strategis tahun {hasil.tahun} {named}.{status} Capaian kinerjanya{value}."
        if goals
        else lacking(hasil, "Sasaran strategis", "sasaran.csv")
    )
    told = [lead, rincian_iku(hasil, "kesimpulan", of_missed=False), items_by_status(hasil)]
    if short := [_fallen_short(hasil, one) for one in hasil.belum_tercapai]:
        told.append(f"Yang belum mencapai target:\n\n{numbered(short, 'butir')}")
    return TextOutput("\n\n".join(filter(None, told)))


def _fallen_short(hasil: Results, one: Iku | Indikator) -> str:
    """Say of what fell short by how much, from what it came, and why."""
    name = escape_markdown(one.nama)
    got, aimed = stated(one, one.realisasi), stated(one, one.target)
    reached = f" (capaian {shown(one.capaian)})" if one.capaian.known else ""
    moved = since_last_year(one)
    words = f"{name}: {got} dari target {aimed}{reached}{f', {moved}' if moved else ''}."
    own = detail(hasil, "kesimpulan", one.kode) if isinstance(one, Iku) else ""
    return f"{words} Sebab: {escape_markdown(cause(hasil, one))}.{own}"


def tanda_tangan(hasil: Results, tanggal: str) -> TextOutput:
    """Print place, date, office and name, and rank and NIP where they are given.

    Parameters
    ----------
    tanggal
        The fact that holds the date, e.g. ``tanggal_penutup``.
    """
    rank = hasil.data.identitas.pangkat_kepala
    lines = [
        f"{fact(hasil, 'tempat')}, {fact(hasil, tanggal)}",
        f"**{fact(hasil, 'jabatan_kepala').upper()},**",
        "",
        f"**{fact(hasil, 'nama_kepala')}**",
        *([escape_markdown(rank)] if rank else []),
        *([f"NIP. {fact(hasil, 'nip_kepala')}"] if hasil.data.identitas.nip_kepala else []),
    ]
    above, below = "\\\n".join(lines[:2]), "\\\n".join(lines[3:])
    return TextOutput(f"::: {{.tanda-tangan}}\n{above}\n\n{below}\n:::")
