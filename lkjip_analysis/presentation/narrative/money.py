"""Sentences on budget, efficiency, staff and facilities (BAB III 3.2)."""

from __future__ import annotations

from lkjip_analysis.formatting import join_words
from lkjip_analysis.measures.efficiency import EFISIENSI
from lkjip_analysis.presentation.narrative import prose
from lkjip_analysis.presentation.narrative.achievement import counted
from lkjip_analysis.presentation.narrative.comparison import shown_abs
from lkjip_analysis.presentation.output import TextOutput, escape_markdown
from lkjip_analysis.presentation.plain import in_words
from lkjip_analysis.results import Figure, Results
from lkjip_analysis.results.keys import LEVELS


def anggaran(hasil: Results) -> TextOutput:
    """Say what supported the sasaran, and what money was given, used and left."""
    items = prose.so_many({level: hasil.jumlah.banyak[level] for level in LEVELS})
    if not items:
        return TextOutput(prose.lacking(hasil, "Program", "program.csv"))
    goals, indicators = counted(hasil.jumlah.sasaran), counted(hasil.jumlah.iku)
    aims = "Untuk mencapai " + "tujuan dan " * any(iku.tujuan for iku in hasil.iku)
    aim = f"{aims}{goals} sasaran strategis dengan {indicators} indikator kinerja, pada"
    words = (
        f"{aim if hasil.sasaran and hasil.iku else 'Pada'} tahun {hasil.tahun} "
        f"{prose.fact(hasil, 'nama_unit')} melaksanakan {join_words(items)}."
    )
    money = hasil.anggaran
    pagu, used, rate, rest = money.pagu, money.realisasi, money.serapan, money.silpa
    if pagu.known:
        words += f" Anggaran yang tersedia sebesar {prose.shown(pagu)}"
        if used.known and rate.known:
            words += f" dengan realisasi {prose.shown(used)} atau serapan {prose.shown(rate)}"
            if rest.number > 0:
                words += f", sehingga terdapat sisa anggaran (SILPA) sebesar {prose.shown(rest)}"
            elif rest.number < 0:
                words += f"; realisasinya melebihi pagu sebesar {shown_abs(rest)}"
            else:
                words += ", tanpa sisa anggaran (SILPA)"
        else:
            words += "; realisasinya belum tersedia seluruhnya"
        words += "."
    else:
        words += " Pagu anggaran belum tersedia seluruhnya."
    control, gap = money.pagu_dpa, money.selisih_dpa
    if gap.known and gap.number != 0:
        words += f" Pada DPA tercantum total pagu {prose.shown(control)}"
        stated = money.silpa_dpa
        if stated.known and stated.number >= 0:
            words += f"; terhadap total itu sisa anggarannya {prose.shown(stated)}"
        words += "."
    return TextOutput(words)


def kinerja_anggaran(hasil: Results) -> TextOutput:
    """Set the capaian of every sasaran beside the absorption of its money; judge neither."""
    items = []
    for goal in hasil.sasaran:
        done, used = (
            f"{what} {prose.shown(figure)}" if figure.known else f"{what} belum tersedia"
            for what, figure in (("capaian", goal.capaian), ("serapan anggaran", goal.serapan))
        )
        items.append(f"{escape_markdown(goal.nama)}: {done}, {used}.")
    return TextOutput(prose.numbered(items) or prose.EMPTY)


def sorotan_serapan(hasil: Results) -> TextOutput:
    """Name the programmes of highest and lowest absorption, and those over their pagu."""
    items = hasil.at_level("program")
    rated = [(item.serapan, escape_markdown(item.nama)) for item in items]
    known = sorted(((f.number, f, name) for f, name in rated if f.known), key=lambda item: item[0])
    if len(known) < 2:
        return TextOutput(prose.EMPTY)
    low, high = known[0], known[-1]
    words = (
        f"Serapan tertinggi ada pada Program {high[2]} ({prose.shown(high[1])}) dan terendah "
        f"pada Program {low[2]} ({prose.shown(low[1])})."
        if high[0] != low[0]
        else f"Semua program mempunyai serapan yang sama, yaitu {prose.shown(high[1])}."
    )
    over = [f"{name} ({prose.shown(figure)})" for number, figure, name in known if number > 100]
    if over:
        words += f" Realisasi melampaui pagu pada Program {join_words(over)}."
    return TextOutput(words)


def efisiensi(hasil: Results) -> TextOutput:
    """Say the efficiency of every sasaran by the chosen formula."""
    school = hasil.data.identitas.rumus_efisiensi
    formula = EFISIENSI[school]
    suffix = {"poin": " poin", "persen": "", "indeks": ""}[formula.satuan]
    items = []
    for goal in hasil.sasaran:
        figure, verdict = goal.efisiensi, goal.nilai_efisiensi
        name = escape_markdown(goal.nama)
        items.append(
            f"{name}: tingkat efisiensi {prose.shown(figure)}{suffix} ({prose.shown(verdict)})."
            if figure.known
            else f"{name}: belum dapat dihitung ({escape_markdown(in_words(figure.alasan))})."
        )
    mean = hasil.rata_rata.efisiensi
    lead = f"Efisiensi anggaran dihitung sebagai {escape_markdown(formula.kata)}."
    if mean.known and len(items) > 1:
        lead += f" Rata-ratanya {prose.shown(mean)}{suffix}{over_how_many(hasil, mean)}."
    return TextOutput(f"{lead}\n\n{prose.numbered(items)}" if items else prose.EMPTY)


def over_how_many(hasil: Results, mean: Figure) -> str:
    """Say over how many sasaran a mean was taken, where some could not be counted in."""
    every = int(hasil.jumlah.sasaran.number)
    return f", dihitung dari {len(mean.dari)} di antara {every} sasaran" * (len(mean.dari) < every)


def sdm(hasil: Results) -> TextOutput:
    """Say how much of the needed staff is there."""
    share, gap = hasil.rata_rata.ketersediaan_sdm, hasil.rata_rata.kekurangan_sdm
    if not share.known:
        return _not_analysed("sumber daya manusia (SDM)")
    words = (
        "Rata-rata ketersediaan sumber daya manusia (SDM) terhadap kebutuhan menurut "
        f"analisis beban kerja adalah {prose.shown(share)}; {_shortage(gap)}."
    )
    if gap.number and share.number + gap.number > 100:
        words += " Kelebihan pegawai pada satu indikator tidak menutup kekurangan pada yang lain."
    return TextOutput(words)


def _not_analysed(what: str) -> TextOutput:
    """Say that something is not in the data, as a signed report may say it."""
    return TextOutput(
        f"Data kebutuhan dan ketersediaan {what} belum tersedia, sehingga efisiensinya belum "
        "dapat dianalisis."
    )


def _shortage(gap: Figure) -> str:
    """Say how much is short on the mean; nothing, where nothing is."""
    return f"kekurangannya rata-rata {prose.shown(gap)}" if gap.number else "tidak ada yang kurang"


def masa_sarpras(hasil: Results) -> str:
    """Say of which years the facilities' figures are, where not of the report's own alone."""
    facts = hasil.data.identitas
    years = sorted({y for y in (facts.sarpras_tahun_rekon, facts.sarpras_tahun_rkbmd) if y})
    if not years or years == [hasil.tahun]:
        return ""
    return f" (data tahun {'–'.join(str(year) for year in years)})"


def sarpras(hasil: Results) -> TextOutput:
    """Say how much of the needed facilities is there, and what is short."""
    share, gap = hasil.rata_rata.ketersediaan_sarpras, hasil.rata_rata.kekurangan_sarpras
    if not share.known:
        return _not_analysed("sarana dan prasarana")
    short = [
        f"{escape_markdown(one.nama)} ({prose.shown(one.ketersediaan)})"
        for one in hasil.sarpras
        if one.ketersediaan.known and one.ketersediaan.number < 100
    ]
    words = (
        f"Rata-rata ketersediaan sarana dan prasarana adalah {prose.shown(share)}"
        f"{masa_sarpras(hasil)}; {_shortage(gap)}."
    )
    if short:
        words += f" Jenis yang belum memenuhi standar kebutuhan: {join_words(short)}."
    return TextOutput(words)
