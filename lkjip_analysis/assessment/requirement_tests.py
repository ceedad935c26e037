"""The tests behind R01-R25: each counts what the data hold and names what is missing.

What is asked of every sasaran, IKU or programme, and the findings that speak against a requirement,
stand beside its question (``questions.toml``); here is what takes more than that.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from operator import attrgetter
from typing import Any

from lkjip_analysis.assessment.compliance_items import REQUIREMENTS, Status
from lkjip_analysis.checks.findings import Finding, spread
from lkjip_analysis.checks.rows import indicators
from lkjip_analysis.checks.texts import named_iku, passages
from lkjip_analysis.data.facts import SECTIONS
from lkjip_analysis.data.reading import R, TableData
from lkjip_analysis.data.schemas import Iku as IkuRow
from lkjip_analysis.data.schemas import Narasi, Program, Struktur, TindakLanjut, Tugas
from lkjip_analysis.results import Figure, Results
from lkjip_analysis.results.entities import Iku

SUBJECTS: dict[str, Callable[[Results], Iterable[Any]]] = {
    "sasaran": lambda hasil: hasil.sasaran,
    "iku": lambda hasil: hasil.iku,
    "program": lambda hasil: hasil.at_level("program"),
    "unit": lambda hasil: (hasil,),
}
FROM_NUMBERS = ("target_akhir_renstra", "kemajuan")
"""Figures that an IKU with predikat alone need not have."""


def count_each(evidence: Evidence, count: Count, setiap: Mapping[str, Mapping[str, str]]) -> None:
    """Count what a requirement asks of every sasaran, IKU, programme: paths and how they lack."""
    for subject, asked in setiap.items():
        for one in SUBJECTS[subject](evidence.hasil):
            for paths, what in asked.items():
                there = [_has(one, path) for path in paths.split("+")]
                if None not in there:
                    count.add(all(there), what.format(getattr(one, "nama", "")))


def _has(one: Any, path: str) -> bool | None:
    """Say whether an entity has a figure or a cell; None: it need not have it."""
    value = attrgetter(path)(one)
    if not isinstance(one, Iku) or not isinstance(value, Figure):
        return value.known if isinstance(value, Figure) else bool(value)
    if one.given(value) or (path == "capaian" and one.status.known):
        return True
    return None if path in FROM_NUMBERS and one.target_predikat.known else False


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


def _nation(evidence: Evidence, count: Count) -> None:
    source = evidence.fact("sumber_nasional")
    for row in evidence.rows(IkuRow):
        valued = row.realisasi_nasional is not None and (bool(row.sumber_nasional) or source)
        note = row.catatan_nasional.casefold()
        stated = any(word in note for word in ("tidak ", "belum "))
        what = f"nilai nasional {row.indikator} atau pernyataan bahwa standarnya tidak ada"
        count.add(valued or stated, what)


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


def _linked(evidence: Evidence, count: Count) -> None:
    for item in evidence.hasil.at_level("program"):
        judged = item.dukungan.known
        what = f"kaitan {item.nama} dengan sasaran" if judged else f"penilaian {item.nama}"
        count.add(bool(item.row.kode_sasaran) and judged, what)


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
    "R10": _nation,
    "R11": _causes,
    "R13": _linked,
    "R15": _money_fits,
    "R16": _without_goal,
    "R17": _next_steps,
    "R18": _follow_up,
    "R20": _old_facilities,
    "R23": _quality,
    "R24": _formal,
    "R25": _plausible,
}


@dataclass
class Count:
    """Parts that are there and parts that are missing, gathered while a requirement is tested."""

    ada: int = 0
    hilang: int = 0
    kurang: list[str] = field(default_factory=list)
    catatan: list[str] = field(default_factory=list)

    def add(self, there: bool, what: str) -> None:
        """Count one part; name it where it is missing."""
        self.ada += there
        if not there:
            self.lack(what)

    def lack(self, what: str, parts: int = 1) -> None:
        """Name something missing that counts as so many parts."""
        self.hilang += parts
        self.kurang.append(what)

    @property
    def jumlah(self) -> int:
        """All parts."""
        return self.ada + self.hilang

    @property
    def status(self) -> Status:
        """Say how much is there; nothing to count is ``belum``."""
        if not self.ada:
            return "belum"
        return "sebagian" if self.hilang else "terpenuhi"


@dataclass(frozen=True)
class Evidence:
    """What the tests look at."""

    hasil: Results
    findings: Sequence[Finding]

    def rows(self, table: type[R]) -> TableData[R]:
        """Give the rows of a table of the report's year."""
        return self.hasil.data[table]

    def fact(self, key: str) -> bool:
        """Say whether a fact is filled."""
        return self.hasil.data.identitas.has(key)

    def sections(self) -> set[str]:
        """Name the sections of ``narasi.csv`` that have text."""
        return {passage.bagian for passage in passages(self.hasil, Narasi)}

    def against(self, *ids: str, always: bool = False) -> list[Finding]:
        """List the findings that speak against a requirement.

        An acknowledged error stays an error of the report, and a doubted value doubted; a note or
        an acknowledged warning does not count, unless ``always``: what is missing stays missing.
        """
        own = [finding for finding in spread(self.findings) if finding.id in ids]
        return [finding for finding in own if always or _counts(finding)]

    def count_findings(
        self, count: Count, *ids: str, sound: bool = False, always: bool = False
    ) -> None:
        """Count findings as missing parts; ``sound``: count their absence as a part."""
        found = self.against(*ids, always=always)
        for finding in found:
            count.lack(f"{finding.id}: {finding.pesan}" + (" (diakui)" if finding.diakui else ""))
        count.ada += sound and not found


def _counts(finding: Finding) -> bool:
    """Say whether a finding speaks against the report as it is."""
    open_warning = finding.keparahan == "peringatan" and not finding.diakui
    return finding.doubts or finding.keparahan == "galat" or open_warning


Test = Callable[[Evidence, Count], None]
