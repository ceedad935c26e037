"""The year on one page, the closing sentences, and the signature block."""

from __future__ import annotations

from lkjip_analysis.formatting import count_in_words, join_words
from lkjip_analysis.measures.efficiency import EFISIENSI
from lkjip_analysis.presentation.narrative.achievement import REACHED, lower, rincian_iku, stated
from lkjip_analysis.presentation.narrative.money import masa_sarpras, over_how_many
from lkjip_analysis.presentation.narrative.organisation import akip_rated
from lkjip_analysis.presentation.narrative.prose import (
    fact,
    lacking,
    numbered,
    renstra_period,
    shown,
)
from lkjip_analysis.presentation.output import TextOutput, escape_markdown
from lkjip_analysis.results import Results


def ikhtisar(hasil: Results) -> TextOutput:
    """Tell the year on one page: IKU, programmes, evaluation, Renstra, budget, resources."""
    parts = []
    money, means = hasil.anggaran, hasil.rata_rata
    pagu, used, rate, rest = money.pagu, money.realisasi, money.serapan, money.silpa
    if rate.known:
        left = (
            f", dengan sisa anggaran (SILPA) {shown(rest)}"
            if rest.known and rest.number >= 0
            else ""
        )
        parts.append(f"Dari pagu {shown(pagu)} terealisasi {shown(used)} atau {shown(rate)}{left}.")
    gain, unit = means.efisiensi, EFISIENSI[hasil.data.identitas.rumus_efisiensi].satuan
    if gain.known:
        parts.append(
            "Tingkat efisiensi anggaran rata-rata "
            f"{shown(gain)}{' poin' if unit == 'poin' else ''}{over_how_many(hasil, gain)}."
        )
    staff, stock = means.ketersediaan_sdm, means.ketersediaan_sarpras
    resources = []
    if staff.known:
        resources.append(f"ketersediaan sumber daya manusia rata-rata {shown(staff)}")
    if stock.known:
        years = masa_sarpras(hasil)
        resources.append(f"ketersediaan sarana dan prasarana rata-rata {shown(stock)}{years}")
    if resources:
        parts.append(f"Terhadap kebutuhannya, {join_words(resources)}.")
    words = [_iku_at_a_glance(hasil), " ".join(_measured(hasil)), " ".join(parts)]
    return TextOutput(
        "\n\n".join(part for part in words if part)
        or f"*Ikhtisar belum dapat disusun: data tahun {hasil.tahun} belum lengkap.*"
    )


def _iku_at_a_glance(hasil: Results) -> str:
    """Say the mean capaian, how many IKU reached their targets, then IKU by IKU."""
    mean = hasil.rata_rata.capaian_iku
    if not mean.known:
        return ""
    of_status = hasil.jumlah.iku_status
    counts = {words: int(of_status[status].number) for status, words in REACHED.items()}
    counts["belum dapat dinilai"] = int(hasil.jumlah.iku.number) - sum(counts.values())
    said = join_words([f"{count_in_words(n)} IKU {words}" for words, n in counts.items() if n])
    lead = (
        f"Rata-rata capaian Indikator Kinerja Utama (IKU) {fact(hasil, 'nama_unit')} "
        f"tahun {hasil.tahun} adalah {shown(mean)}: {said}."
    )
    items = []
    for iku in hasil.iku:
        name, capaian, status = escape_markdown(iku.nama), iku.capaian, iku.status
        if status.known:
            target, got = stated(iku, iku.target), stated(iku, iku.realisasi)
            judged = f"capaian {shown(capaian)}" if capaian.known else REACHED[str(status.nilai)]
            items.append(f"{name}{lower(iku)}: target {target}, realisasi {got}, {judged}.")
    return f"{lead}\n\n{numbered(items)}"


def _measured(hasil: Results) -> list[str]:
    """Say what the programmes, the evaluators and the Renstra make of the year."""
    parts = []
    programmes, every = hasil.rata_rata.capaian_program, hasil.jumlah.indikator_program
    reached = hasil.jumlah.indikator_program_tercapai
    unpublished, without = hasil.jumlah.indikator_program_tanpa_target, ""
    if unpublished.number:
        every = hasil.jumlah.indikator_program_dinilai
        without = f"; target {shown(unpublished)} indikator lain tidak diterbitkan"
    if programmes.known:
        parts.append(
            f"Rata-rata capaian indikator program adalah {shown(programmes)}; "
            f"{shown(reached)} dari {shown(every)} indikator "
            f"program, kegiatan, dan subkegiatan mencapai atau melampaui target{without}."
        )
    total = hasil.jumlah.nilai_evaluasi
    if total.known:
        parts.append(f"Evaluasi SAKIP memberi nilai {shown(total)}{akip_rated(hasil)}.")
    progress = hasil.rata_rata.kemajuan
    if progress.known:
        parts.append(
            "Tingkat kemajuan terhadap target akhir Renstra periode "
            f"{renstra_period(hasil)} rata-rata {shown(progress)}."
        )
    return parts


def kesimpulan(hasil: Results) -> TextOutput:
    """Draw the conclusion: the sasaran by name, their capaian, and IKU by IKU."""
    goals = [f"“{escape_markdown(goal.nama)}”" for goal in hasil.sasaran]
    mean = hasil.rata_rata.capaian_iku
    value = (
        f"rata-rata capaian kinerja {shown(mean)}"
        if mean.known
        else "capaian kinerja yang belum dapat dihitung seluruhnya"
    )
    lead = (
        f"Sasaran strategis tahun {hasil.tahun} adalah {join_words(goals)}, dengan {value} dan "
        "rincian sebagai berikut:"
        if goals
        else lacking(hasil, "Sasaran strategis", "sasaran.csv")
    )
    return TextOutput(f"{lead}\n\n{rincian_iku(hasil, 'kesimpulan')}".strip())


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
