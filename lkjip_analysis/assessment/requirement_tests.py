"""The tests behind R01-R25: each counts what the data hold and names what is missing."""

from __future__ import annotations

from lkjip_analysis.assessment.evidence import Count, Evidence, Test
from lkjip_analysis.checks.rows import indicators
from lkjip_analysis.checks.texts import named_iku, passages
from lkjip_analysis.data.columns import Column
from lkjip_analysis.data.facts import SECTIONS
from lkjip_analysis.data.schemas import Iku, Narasi, Program, Sasaran, Struktur, TindakLanjut, Tugas
from lkjip_analysis.results import keys
from lkjip_analysis.results.names import Angka


def _chapters(evidence: Evidence, count: Count) -> None:
    have = evidence.sections()
    places = {"I": ("1.", "BAB I"), "II": ("2.", "BAB II"), "III": ("3.", "BAB III"), "IV": ("4.",)}
    for chapter, fronts in places.items():
        own = [
            key
            for key, section in SECTIONS.items()
            if section.place.startswith(tuple(f for f in fronts if f.endswith(".")))
            or section.place in fronts
        ]
        count.add(bool(have & set(own)), f"teks Bab {chapter}")
    count.add(
        bool(evidence.rows(Iku) and evidence.rows(Program)),
        "isi lampiran Perjanjian Kinerja",
    )
    count.catatan.append("susunan dan penomoran bab ditetapkan kerangka laporan")


def _organisation(evidence: Evidence, count: Count) -> None:
    have, data = evidence.sections(), evidence.hasil.data
    count.add("struktur_organisasi" in have or bool(data[Struktur]), "susunan organisasi")
    count.add("tugas_fungsi" in have or bool(data[Tugas]), "tugas dan fungsi")
    count.add("isu_strategis" in have, "isu strategis")


def _agreement(evidence: Evidence, count: Count) -> None:
    measured = {row.kode_sasaran for row in evidence.rows(Iku)}
    for goal in evidence.rows(Sasaran):
        count.add(goal.kode_sasaran in measured, f"IKU sasaran {goal.kode_sasaran}")
    for row in evidence.rows(Iku):
        has_target = row.target is not None or bool(row.target_predikat)
        count.add(has_target and bool(row.satuan), f"target atau satuan {row.kode_iku}")
    for item in evidence.hasil.at_level("program"):
        count.add(item.pagu.known, f"anggaran {item.kode}")


def _same_as_agreement(evidence: Evidence, count: Count) -> None:
    for iku in evidence.hasil.iku:
        count.add(iku.given(iku.target), f"target {iku.kode}")
    count.catatan.append(
        "nama, satuan, dan target di Bab II dan Bab III dicetak dari sel yang sama"
    )


def _iku_columns(*columns: Column[str]) -> Test:
    def test(evidence: Evidence, count: Count) -> None:
        for row in evidence.rows(Iku):
            for column in columns:
                count.add(bool(row[column]), f"{column.name} {row.kode_iku}")

    return test


FROM_NUMBERS = (keys.Iku.target_akhir_renstra, keys.Iku.kemajuan)
"""Figures that an IKU with predikat alone cannot have."""


def _iku_figures(*fields: Angka) -> Test:
    """Test the figures of every IKU; a predikat alone is judged, but has no percentage."""

    def test(evidence: Evidence, count: Count) -> None:
        for iku in evidence.hasil.iku:
            for angka in fields:
                have = iku.given(iku.at(angka))
                if angka == keys.Iku.capaian:
                    have = have or iku.status.known
                if have or not (iku.target_predikat.known and angka in FROM_NUMBERS):
                    count.add(have, f"{angka.nama.replace('_', ' ')} {iku.kode}")

    return test


def _in_line_with_renstra(evidence: Evidence, count: Count) -> None:
    _iku_figures(keys.Iku.target_akhir_renstra)(evidence, count)
    evidence.count_findings(count, "K42", "K94")
    different = [finding for finding in evidence.findings if finding.id == "K50"]
    if different:
        count.catatan.append(
            f"{len(different)} nama program berbeda ejaan dengan Renstra atau tahun lalu"
        )


def _earlier_years(evidence: Evidence, count: Count) -> None:
    for iku in evidence.hasil.iku:
        for year in (evidence.hasil.tahun - 1, evidence.hasil.tahun - 2):
            count.add(iku.given(iku.riwayat[year]), f"realisasi {iku.kode} {year}")
    evidence.count_findings(count, "K72")
    if count.kurang:
        count.catatan.append("tahun tanpa data dicetak 'belum tersedia' beserta alasannya")


def _nation(evidence: Evidence, count: Count) -> None:
    source = evidence.fact("sumber_nasional")
    for row in evidence.rows(Iku):
        valued = row.realisasi_nasional is not None and (bool(row.sumber_nasional) or source)
        note = row.catatan_nasional.casefold()
        stated = any(word in note for word in ("tidak ", "belum "))
        count.add(
            valued or stated,
            f"nilai nasional {row.kode_iku} atau pernyataan bahwa standarnya tidak ada",
        )
    evidence.count_findings(count, "K71")


def _causes(evidence: Evidence, count: Count) -> None:
    have = evidence.sections()
    for section in ("faktor_pendukung", "faktor_penghambat", "solusi"):
        count.add(section in have, SECTIONS[section].meaning)
    told: dict[str, set[str]] = {}
    for passage in passages(evidence.hasil, Narasi):
        named = [iku.kode for iku in named_iku(evidence.hasil, passage.text)]
        for code in (passage.kode, *named):
            told.setdefault(code, set()).add(passage.bagian)
    why = {
        "rincian_capaian",
        "faktor_pendukung",
        "faktor_penghambat",
        "analisis",
        "rincian_perbandingan",
    }
    how = {"solusi", "upaya_perbaikan", "langkah_ke_depan"}
    for row in evidence.rows(Iku):
        code = row.kode_iku
        count.add(bool(told.get(code, set()) & why), f"penjelasan penyebab yang menyebut {code}")
        count.add(bool(told.get(code, set()) & how), f"langkah yang menyebut {code}")
    evidence.count_findings(count, "K77", "K79", "K84", always=True)


def _efficiency(evidence: Evidence, count: Count) -> None:
    for goal in evidence.hasil.sasaran:
        count.add(goal.efisiensi.known, f"efisiensi sasaran {goal.kode}")
    count.add(evidence.hasil.rata_rata.ketersediaan_sdm.known, "sumber daya manusia")
    count.add(evidence.hasil.rata_rata.ketersediaan_sarpras.known, "sarana dan prasarana")


def _programmes_linked(evidence: Evidence, count: Count) -> None:
    for item in evidence.hasil.at_level("program"):
        judged = item.dukungan.known
        count.add(
            bool(item.row.kode_sasaran) and judged,
            f"kaitan {item.kode} dengan sasaran" if judged else f"penilaian {item.kode}",
        )


def _budget(evidence: Evidence, count: Count) -> None:
    for item in evidence.hasil.at_level("program"):
        there = item.pagu.known and item.realisasi.known and item.serapan.known
        count.add(there, f"pagu, realisasi, atau serapan {item.kode}")
    evidence.count_findings(count, "K01", "K02")


def _money_fits(evidence: Evidence, count: Count) -> None:
    bad = evidence.against("K03", "K04", "K05", "K06", "K10", "K13", "K14", "K15")
    spoiled = {finding.baris for finding in bad}
    for row in evidence.rows(Program):
        if row.serapan_dilaporkan is not None or row.realisasi is not None:
            count.ada += row.line not in spoiled
    evidence.count_findings(count, "K03", "K04", "K05", "K06", "K10", "K13", "K14", "K15")


def _money_by_goal(evidence: Evidence, count: Count) -> None:
    for goal in evidence.hasil.sasaran:
        count.add(goal.pagu.known, f"anggaran sasaran {goal.kode}")
    left = evidence.hasil.tanpa_sasaran.pagu
    if left.known:
        count.catatan.append(f"program tanpa sasaran: {left.tampil}")


def _next_steps(evidence: Evidence, count: Count) -> None:
    have = evidence.sections()
    for section in ("kesimpulan", "upaya_perbaikan", "langkah_ke_depan"):
        count.add(section in have, SECTIONS[section].meaning)
    steps = [p for p in passages(evidence.hasil, Narasi) if p.bagian == "langkah_ke_depan"]
    tied = [
        p
        for p in steps
        if p.kode or named_iku(evidence.hasil, p.text) or "evaluasi" in p.text.casefold()
    ]
    count.add(bool(tied), "langkah yang terkait indikator atau rekomendasi evaluasi")


def _follow_up(evidence: Evidence, count: Count) -> None:
    items = evidence.rows(TindakLanjut)
    for column in ("rekomendasi", "rencana_aksi", "target", "waktu", "status", "bukti"):
        blank = sum(not row.has(column) for row in items)
        count.ada += len(items) - blank
        if blank:
            count.lack(f"{column} {blank} rekomendasi", blank)


def _numbers_agree(evidence: Evidence, count: Count) -> None:
    evidence.count_findings(count, "K74", "K75", "K76", "K85", sound=True)
    evidence.count_findings(count, "K33", "K61", "K63", sound=True)
    evidence.count_findings(count, "K78", sound=True)


def _no_leftovers(evidence: Evidence, count: Count) -> None:
    evidence.count_findings(count, "K70", sound=True)
    evidence.count_findings(count, "K54", "K55", sound=True)
    if any(finding.id == "K65" for finding in evidence.findings):
        count.catatan.append(
            "data sarana prasarana bukan data tahun laporan; tahunnya dicetak pada judul tabel"
        )


def _quality(evidence: Evidence, count: Count) -> None:
    items = evidence.rows(Iku)
    whole = [row for row in items if row.satuan and row.formula and row.sumber_data]
    count.catatan.append(f"{len(whole)} dari {len(items)} IKU punya satuan, rumus, dan sumber data")


def _formal(evidence: Evidence, count: Count) -> None:
    for key, what in (
        ("nama_kepala", "nama kepala"),
        ("nip_kepala", "NIP kepala"),
        ("tanggal_penutup", "tanggal"),
    ):
        count.add(evidence.fact(key), what)
    dates = {finding.id for finding in evidence.findings if finding.id in ("K90", "K91")}
    if evidence.fact("tanggal_penutup"):
        count.add("K90" not in dates, "satu tanggal yang wajar")
        count.add("K91" not in dates, "penyampaian paling lambat dua bulan sesudah tahun berakhir")
    count.add(evidence.fact("tautan_publikasi"), "tautan publikasi")


def _plausible(evidence: Evidence, count: Count) -> None:
    bad = evidence.against(*IMPOSSIBLE)
    total = sum(row.realisasi is not None for row in indicators(evidence.hasil.data))
    count.ada = max(total - len(bad), 0)
    evidence.count_findings(count, *IMPOSSIBLE)


IMPOSSIBLE = ("K43", "K47", "K48", "K60", "K62", "K63")
"""Rules that find a value outside of what it can be, or unlikely."""

TESTS: dict[str, Test] = {
    "R01": _chapters,
    "R02": _organisation,
    "R03": _agreement,
    "R04": _same_as_agreement,
    "R05": _iku_columns(Iku.formula, Iku.sumber_data, Iku.penanggung_jawab),
    "R06": _in_line_with_renstra,
    "R07": _iku_figures(keys.Iku.target, keys.Iku.realisasi, keys.Iku.capaian),
    "R08": _earlier_years,
    "R09": _iku_figures(*FROM_NUMBERS),
    "R10": _nation,
    "R11": _causes,
    "R12": _efficiency,
    "R13": _programmes_linked,
    "R14": _budget,
    "R15": _money_fits,
    "R16": _money_by_goal,
    "R17": _next_steps,
    "R18": _follow_up,
    "R19": _numbers_agree,
    "R20": _no_leftovers,
    "R21": _iku_columns(Iku.bukti, Iku.sumber_data, Iku.penanggung_jawab),
    "R23": _quality,
    "R24": _formal,
    "R25": _plausible,
}
