"""The tests behind R01-R25: each counts what the data hold and names what is missing.

Most ask something of every sasaran, IKU or programme (``EACH``); the findings that speak against a
requirement stand beside its question (``questions.toml``).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from lkjip_analysis.assessment.compliance_items import REQUIREMENTS
from lkjip_analysis.assessment.evidence import Count, Evidence, Test
from lkjip_analysis.checks.rows import indicators
from lkjip_analysis.checks.texts import named_iku, passages
from lkjip_analysis.data.facts import SECTIONS
from lkjip_analysis.data.schemas import Iku as IkuRow
from lkjip_analysis.data.schemas import Narasi, Program, Struktur, TindakLanjut, Tugas
from lkjip_analysis.results import Results
from lkjip_analysis.results.entities import Iku, Sasaran
from lkjip_analysis.results.entities import Program as Item

Pick = Callable[[Results], Iterable[Any]]
Asked = tuple[Pick, tuple[tuple[Callable[[Any], object], str], ...]]
"""Of whom; what there shall be (None: not asked of this one), and how it is named."""


def _goals(hasil: Results) -> Iterable[Sasaran]:
    return hasil.sasaran


def _iku(hasil: Results) -> Iterable[Iku]:
    return hasil.iku


def _programmes(hasil: Results) -> Iterable[Item]:
    return hasil.at_level("program")


def _unit(hasil: Results) -> Iterable[Results]:
    return (hasil,)


def _final(iku: Iku) -> bool | None:
    """Say whether there is a target at the end; a predikat alone need not have one as a number."""
    return iku.given(iku.target_akhir_renstra) or (None if iku.target_predikat.known else False)


def _progress(iku: Iku) -> bool | None:
    return iku.given(iku.kemajuan) or (None if iku.target_predikat.known else False)


def _nation(iku: Iku) -> bool:
    """Say whether the nation's value has a source, or it is stated that there is none."""
    row, source = iku.row, iku.data.identitas.has("sumber_nasional")
    valued = row.realisasi_nasional is not None and (bool(row.sumber_nasional) or source)
    note = row.catatan_nasional.casefold()
    return valued or any(word in note for word in ("tidak ", "belum "))


SOURCE = (lambda iku: iku.row.sumber_data, "sumber data {}")
OWNER = (lambda iku: iku.row.penanggung_jawab, "penanggung jawab {}")
TARGET = (lambda iku: iku.given(iku.target), "target {}")
END = (_final, "target akhir Renstra {}")

EACH: dict[str, tuple[Asked, ...]] = {
    "R03": (
        (_goals, ((lambda goal: goal.iku, "IKU sasaran {}"),)),
        (_iku, ((lambda iku: iku.given(iku.target) and iku.row.satuan, "target atau satuan {}"),)),
        (_programmes, ((lambda item: item.pagu.known, "anggaran {}"),)),
    ),
    "R04": ((_iku, (TARGET,)),),
    "R05": ((_iku, ((lambda iku: iku.row.formula, "rumus {}"), SOURCE, OWNER)),),
    "R06": ((_iku, (END,)),),
    "R07": (
        (
            _iku,
            (
                TARGET,
                (lambda iku: iku.given(iku.realisasi), "realisasi {}"),
                (lambda iku: iku.given(iku.capaian) or iku.status.known, "capaian {}"),
            ),
        ),
    ),
    "R09": ((_iku, (END, (_progress, "kemajuan {}"))),),
    "R10": ((_iku, ((_nation, "nilai nasional {} atau pernyataan bahwa standarnya tidak ada"),)),),
    "R12": (
        (_goals, ((lambda goal: goal.efisiensi.known, "efisiensi sasaran {}"),)),
        (
            _unit,
            (
                (lambda of: of.rata_rata.ketersediaan_sdm.known, "sumber daya manusia"),
                (lambda of: of.rata_rata.ketersediaan_sarpras.known, "sarana dan prasarana"),
            ),
        ),
    ),
    "R13": (
        (
            _programmes,
            (
                (lambda item: None if item.dukungan.known else False, "penilaian {}"),
                (
                    lambda item: bool(item.row.kode_sasaran) if item.dukungan.known else None,
                    "kaitan {} dengan sasaran",
                ),
            ),
        ),
    ),
    "R14": (
        (
            _programmes,
            (
                (
                    lambda item: item.pagu.known and item.realisasi.known and item.serapan.known,
                    "pagu, realisasi, atau serapan {}",
                ),
            ),
        ),
    ),
    "R16": ((_goals, ((lambda goal: goal.pagu.known, "anggaran sasaran {}"),)),),
    "R21": ((_iku, ((lambda iku: iku.row.bukti, "bukti {}"), SOURCE, OWNER)),),
}


def count_each(evidence: Evidence, count: Count, code: str) -> None:
    """Count what a requirement asks of every one."""
    for pick, asked in EACH.get(code, ()):
        for one in pick(evidence.hasil):
            for has, what in asked:
                if (there := has(one)) is not None:
                    count.add(bool(there), what.format(getattr(one, "nama", "")))


def _chapters(evidence: Evidence, count: Count) -> None:
    have = evidence.sections()
    for chapter, front in {"I": "1.", "II": "2.", "III": "3.", "IV": "4."}.items():
        own = {key for key, section in SECTIONS.items()
               if section.place.startswith(front) or section.place == f"BAB {chapter}"}  # fmt: skip
        count.add(bool(have & own), f"teks Bab {chapter}")
    annex = bool(evidence.rows(IkuRow) and evidence.rows(Program))
    count.add(annex, "isi lampiran Perjanjian Kinerja")


def _organisation(evidence: Evidence, count: Count) -> None:
    have, data = evidence.sections(), evidence.hasil.data
    count.add("struktur_organisasi" in have or bool(data[Struktur]), "susunan organisasi")
    count.add("tugas_fungsi" in have or bool(data[Tugas]), "tugas dan fungsi")
    count.add("isu_strategis" in have, "isu strategis")


def _renstra_names(evidence: Evidence, count: Count) -> None:
    if different := sum(finding.id == "K50" for finding in evidence.findings):
        count.catatan.append(
            f"{different} nama program berbeda ejaan dengan Renstra atau tahun lalu"
        )


def _earlier_years(evidence: Evidence, count: Count) -> None:
    for iku in evidence.hasil.iku:
        for year in (evidence.hasil.tahun - 1, evidence.hasil.tahun - 2):
            count.add(iku.given(iku.riwayat[year]), f"realisasi {iku.nama} tahun {year}")
    if count.kurang:
        count.catatan.append("tahun tanpa data dicetak “belum tersedia” beserta alasannya")


WHY = {"rincian_capaian", "faktor_pendukung", "faktor_penghambat", "analisis",
       "rincian_perbandingan"}  # fmt: skip
HOW = {"solusi", "upaya_perbaikan", "langkah_ke_depan"}
"""Sections that tell causes, and what is done about them."""


def _causes(evidence: Evidence, count: Count) -> None:
    have = evidence.sections()
    for section in ("faktor_pendukung", "faktor_penghambat", "solusi"):
        count.add(section in have, SECTIONS[section].meaning)
    told: dict[str, set[str]] = {}
    for passage in passages(evidence.hasil, Narasi):
        named = [iku.kode for iku in named_iku(evidence.hasil, passage.text)]
        for code in (passage.kode, *named):
            told.setdefault(code, set()).add(passage.bagian)
    for iku in evidence.hasil.iku:
        sections = told.get(iku.kode, set())
        count.add(bool(sections & WHY), f"penjelasan penyebab yang menyebut {iku.nama}")
        count.add(bool(sections & HOW), f"langkah yang menyebut {iku.nama}")


def _money_fits(evidence: Evidence, count: Count) -> None:
    spoiled = {finding.baris for finding in evidence.against(*REQUIREMENTS["R15"].temuan)}
    for row in evidence.rows(Program):
        if row.serapan_dilaporkan is not None or row.realisasi is not None:
            count.ada += row.line not in spoiled


def _without_goal(evidence: Evidence, count: Count) -> None:
    if (left := evidence.hasil.tanpa_sasaran.pagu).known:
        count.catatan.append(f"program tanpa sasaran: {left.tampil}")


def _next_steps(evidence: Evidence, count: Count) -> None:
    have, hasil = evidence.sections(), evidence.hasil
    for section in ("kesimpulan", "upaya_perbaikan", "langkah_ke_depan"):
        count.add(section in have, SECTIONS[section].meaning)
    steps = [p for p in passages(hasil, Narasi) if p.bagian == "langkah_ke_depan"]
    tied = any(p.kode or named_iku(hasil, p.text) or "evaluasi" in p.text.casefold() for p in steps)
    count.add(tied, "langkah yang terkait indikator atau rekomendasi evaluasi")


def _follow_up(evidence: Evidence, count: Count) -> None:
    items = evidence.rows(TindakLanjut)
    for column in ("rekomendasi", "rencana_aksi", "target", "waktu", "status", "bukti"):
        blank = sum(not row.has(column) for row in items)
        count.ada += len(items) - blank
        if blank:
            count.lack(f"{column.replace('_', ' ')} {blank} rekomendasi", blank)


def _old_facilities(evidence: Evidence, count: Count) -> None:
    if any(finding.id == "K65" for finding in evidence.findings):
        count.catatan.append(
            "data sarana prasarana bukan data tahun laporan; tahunnya dicetak pada judul tabel"
        )


def _quality(evidence: Evidence, count: Count) -> None:
    items = evidence.rows(IkuRow)
    whole = sum(bool(row.satuan and row.formula and row.sumber_data) for row in items)
    count.catatan.append(f"{whole} dari {len(items)} IKU punya satuan, rumus, dan sumber data")


def _formal(evidence: Evidence, count: Count) -> None:
    count.add(evidence.fact("nama_kepala"), "nama kepala")
    count.add(evidence.fact("nip_kepala"), "NIP kepala")
    count.add(evidence.fact("tanggal_penutup"), "tanggal")
    dates = {finding.id for finding in evidence.findings if finding.id in ("K90", "K91")}
    if evidence.fact("tanggal_penutup"):
        count.add("K90" not in dates, "satu tanggal yang wajar")
        count.add("K91" not in dates, "penyampaian paling lambat dua bulan sesudah tahun berakhir")
    count.add(evidence.fact("tautan_publikasi"), "tautan publikasi")


def _plausible(evidence: Evidence, count: Count) -> None:
    total = sum(row.realisasi is not None for row in indicators(evidence.hasil.data))
    count.ada = max(total - len(evidence.against(*REQUIREMENTS["R25"].temuan)), 0)


TESTS: dict[str, Test] = {
    "R01": _chapters,
    "R02": _organisation,
    "R06": _renstra_names,
    "R08": _earlier_years,
    "R11": _causes,
    "R15": _money_fits,
    "R16": _without_goal,
    "R17": _next_steps,
    "R18": _follow_up,
    "R20": _old_facilities,
    "R23": _quality,
    "R24": _formal,
    "R25": _plausible,
}
