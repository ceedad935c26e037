"""Celah: what is still missing from a year's data, and whether the report can be final without it.

A gap is no fault: the files read well, something has not been filled in yet. A compulsory gap
(``wajib``) makes the report a draft; an optional one is only named in the report.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from itertools import groupby

from lkjip_analysis.data.facts import FACTS, SECTIONS
from lkjip_analysis.data.reading import YearData
from lkjip_analysis.data.schemas import LEVELS, TABLES
from lkjip_analysis.data.validation import frame_rows

NOT_EXPECTED = frozenset({"komponen_iku", "skm", "ipp", "pengakuan", "penilaian_mandiri"})
"""Files that only some units have: their absence is no gap."""

BLANK_HAS_MEANING = frozenset({"kode_iku_akip", "logo", "nama_unit_singkat"})
"""Facts whose blank says something by itself (no such IKU, neutral mark, full name)."""

SCORES = {
    "skm": ("nilai_rata_rata", "nilai unsur SKM belum diisi"),
    "ipp": ("skor", "skor butir IPP belum diisi"),
}
"""The column a composite's source file is filled in, and what is missing while it is blank."""

_FACT_IN_TEXT = re.compile(r"\{identitas\.(\w+)\}")


@dataclass(frozen=True)
class Gap:
    """One thing that is missing: where it belongs and, in Indonesian, what it is.

    ``baris`` counts as a spreadsheet does (header = 1), ``None`` means the whole file;
    ``wajib`` says that the report stays a draft without it.
    """

    berkas: str
    baris: int | None
    kolom: str | None
    apa: str
    wajib: bool

    def as_text(self) -> str:
        """Say the gap on one line."""
        place = self.berkas
        if self.baris is not None:
            place += f", baris {self.baris}"
        if self.kolom:
            place += f", kolom {self.kolom}"
        return f"{place}: {self.apa} ({'wajib' if self.wajib else 'pilihan'})"

    def as_record(self) -> dict[str, object]:
        """Give the gap as a plain record, for JSON."""
        return asdict(self)


def list_gaps(data: YearData) -> list[Gap]:
    """List everything that is missing from a year's data, in the order of the files.

    Parameters
    ----------
    data
        The year as ``load_year`` gives it; it may be only half filled.
    """
    gaps = [
        *_files(data),
        *_facts(data),
        *_iku(data),
        *_components(data),
        *_programmes(data),
        *_indicators(data),
        *_resources(data),
        *_evaluation(data),
        *_narrative(data),
    ]
    order = {data.tables[name].berkas: place for place, name in enumerate(TABLES)}
    return sorted(gaps, key=lambda gap: (order[gap.berkas], gap.baris or 0))


def has_compulsory_gap(gaps: Sequence[Gap]) -> bool:
    """Say whether the report is still a draft."""
    return any(gap.wajib for gap in gaps)


def group_gaps(gaps: Sequence[Gap]) -> list[Gap]:
    """Fold gaps of the same kind in one column into one line, for people to read.

    >>> gaps = [Gap("2025/iku.csv", row, "target", "belum diisi", True) for row in (2, 3, 4, 7)]
    >>> [gap.as_text() for gap in group_gaps(gaps)]
    ['2025/iku.csv, kolom target: belum diisi pada 4 baris: 2-4, 7 (wajib)']
    """

    def alike(gap: Gap) -> tuple[object, ...]:
        return gap.berkas, gap.kolom or "", not gap.wajib, gap.apa, gap.baris is None

    folded: dict[tuple[object, ...], list[Gap]] = {}
    for gap in gaps:
        folded.setdefault(alike(gap), []).append(gap)
    lines = []
    for members in folded.values():
        first, rows = members[0], [gap.baris for gap in members if gap.baris is not None]
        if len(rows) < 2:
            lines += members
        else:
            apa = f"{first.apa} pada {len(rows)} baris: {_row_ranges(rows)}"
            lines.append(Gap(first.berkas, None, first.kolom, apa, first.wajib))
    return lines


def _row_ranges(rows: list[int]) -> str:
    """Write row numbers shortly: ``2-4, 7``."""
    parts = []
    for _, run in groupby(enumerate(sorted(rows)), key=lambda pair: pair[1] - pair[0]):
        numbers = [row for _, row in run]
        parts.append(str(numbers[0]) if len(numbers) == 1 else f"{numbers[0]}-{numbers[-1]}")
    return ", ".join(parts)


def _blank_cells(data: YearData, table: str, wanted: dict[str, tuple[str, bool]]) -> Iterator[Gap]:
    """Find the blank cells of some columns: ``kolom -> (what is missing, compulsory)``."""
    berkas = data.tables[table].berkas
    for baris, row in frame_rows(data[table]):
        for kolom, (apa, wajib) in wanted.items():
            if row[kolom] is None:
                yield Gap(berkas, baris, kolom, apa, wajib)


def _files(data: YearData) -> Iterator[Gap]:
    """Find files that are not there, or hold no row."""
    for name, table in TABLES.items():
        if name in NOT_EXPECTED or data.has(name):
            continue
        berkas = data.tables[name].berkas
        state = "berkas belum ada" if name in data.missing else "belum ada barisnya"
        yield Gap(
            berkas, None, None, f"{state}; satu baris adalah {table.row_is}", table.compulsory
        )


def _facts(data: YearData) -> Iterator[Gap]:
    """Find facts that are required, named by a text, or worth having, and are blank."""
    named: dict[str, int] = {}
    for baris, row in frame_rows(data["narasi"]):
        for key in _FACT_IN_TEXT.findall(str(row["teks"] or "")):
            named.setdefault(key, baris)
    if not data.has("identitas"):
        return
    for key, fact in FACTS.items():
        if data.identitas[key] is not None or not _is_fact_wanted(data, key, key in named):
            continue
        cell = data.fact_cell(key)
        place = cell.baris if cell else None
        apa = f"{key} belum diisi: {fact.meaning}"
        if key in named and not fact.required:
            apa += f" (disebut di {data.tables['narasi'].berkas} baris {named[key]})"
        yield Gap(
            data.tables["identitas"].berkas, place, "nilai", apa, fact.required or key in named
        )


def _is_fact_wanted(data: YearData, key: str, named: bool) -> bool:
    if named or FACTS[key].required:
        return True
    if key.startswith("sarpras_"):
        return data.has("sarpras")
    if key == "sumber_nasional":
        rows = [row for _, row in frame_rows(data["iku"])]
        return any(
            row["realisasi_nasional"] is not None and row["sumber_nasional"] is None for row in rows
        )
    return key not in BLANK_HAS_MEANING


def _iku(data: YearData) -> Iterator[Gap]:
    berkas = data.tables["iku"].berkas
    composed = set(data["komponen_iku"]["kode_iku"])
    for baris, row in frame_rows(data["iku"]):
        if row["target"] is None and row["target_predikat"] is None:
            yield Gap(berkas, baris, "target", "target IKU belum diisi", True)
        if (
            row["realisasi"] is None
            and row["realisasi_predikat"] is None
            and row["kode_iku"] not in composed
        ):
            yield Gap(berkas, baris, "realisasi", "realisasi IKU belum diisi", True)
        rated_only = row["target"] is None and row["target_predikat"] is not None
        if row["target_akhir_renstra"] is None and not rated_only:
            yield Gap(
                berkas, baris, "target_akhir_renstra", "target akhir Renstra belum diisi", True
            )
        if row["realisasi_nasional"] is None and row["catatan_nasional"] is None:
            yield Gap(
                berkas,
                baris,
                "realisasi_nasional",
                "realisasi nasional belum diisi; bila tidak ada, sebutkan alasannya di "
                "catatan_nasional",
                False,
            )
    yield from _blank_cells(
        data,
        "iku",
        {
            "formula": ("rumus IKU belum diisi", False),
            "sumber_data": ("sumber data IKU belum diisi", False),
            "penanggung_jawab": ("penanggung jawab IKU belum diisi", False),
            "bukti": ("dokumen bukti realisasi IKU belum diisi", False),
        },
    )


def _components(data: YearData) -> Iterator[Gap]:
    """Find missing parts of a composite IKU whose realisation is left to them."""
    open_iku = {row["kode_iku"] for _, row in frame_rows(data["iku"]) if row["realisasi"] is None}
    sources = set()
    for baris, row in frame_rows(data["komponen_iku"]):
        source = row["sumber"] or "langsung"
        wajib = row["kode_iku"] in open_iku
        if source == "langsung" and row["nilai"] is None:
            yield Gap(
                data.tables["komponen_iku"].berkas,
                baris,
                "nilai",
                "nilai komponen IKU belum diisi",
                wajib,
            )
        elif source != "langsung":
            sources.add((str(source), wajib))
    for source, wajib in sorted(sources):
        if not data.has(source):
            apa = f"berkas belum terisi, padahal komponen IKU bersumber {source}"
            yield Gap(data.tables[source].berkas, None, None, apa, wajib)
        kolom, apa = SCORES[source]
        yield from _blank_cells(data, source, {kolom: (apa, wajib)})


def _programmes(data: YearData) -> Iterator[Gap]:
    berkas = data.tables["program"].berkas
    rows = frame_rows(data["program"])
    children: dict[object, list[object]] = {}
    for _, row in rows:
        children.setdefault(row["induk"], []).append(row["kode"])
    budgeted = {row["kode"] for _, row in rows if row["pagu"] is not None}
    for _ in LEVELS:  # an item whose children all have a pagu has one too
        budgeted |= {
            code for code, parts in children.items() if code and budgeted.issuperset(parts)
        }
    below = 0
    for baris, row in rows:
        if row["kode"] not in children and row["realisasi"] is None:
            yield Gap(berkas, baris, "realisasi", "realisasi anggaran belum diisi", True)
        if row["tingkat"] != "program":
            below += row["kode"] not in budgeted
            continue
        if row["kode"] not in budgeted:
            apa = "pagu program belum dapat dihitung; isi di sini atau pada semua item di bawahnya"
            yield Gap(berkas, baris, "pagu", apa, True)
        if row["kode_sasaran"] is None:
            yield Gap(
                berkas, baris, "kode_sasaran", "program belum ditautkan ke sasaran strategis", False
            )
    if below:
        yield Gap(
            berkas, None, "pagu", f"pagu {below} kegiatan dan subkegiatan belum tersedia", False
        )


def _indicators(data: YearData) -> Iterator[Gap]:
    for baris, row in frame_rows(data["indikator_program"]):
        explained = row["keterangan"] is not None
        for kolom in ("target", "realisasi"):
            if row[kolom] is None:
                state = "tidak tersedia, dijelaskan di keterangan" if explained else "belum diisi"
                apa = f"{kolom} indikator program/kegiatan/subkegiatan {state}"
                yield Gap(data.tables["indikator_program"].berkas, baris, kolom, apa, not explained)


def _resources(data: YearData) -> Iterator[Gap]:
    yield from _blank_cells(
        data,
        "sdm",
        {
            "kebutuhan": ("kebutuhan pegawai belum diisi", False),
            "ketersediaan": ("ketersediaan pegawai belum diisi", False),
        },
    )
    yield from _blank_cells(
        data,
        "sarpras",
        {
            "hasil_rekon": ("jumlah hasil rekonsiliasi belum diisi", False),
            "pengadaan_periode": ("jumlah pengadaan periode belum diisi", False),
            "standar_kebutuhan": ("standar kebutuhan belum diisi", False),
            "pengadaan_rkbmd": ("jumlah pengadaan P-RKBMD belum diisi", False),
        },
    )


def _evaluation(data: YearData) -> Iterator[Gap]:
    yield from _blank_cells(
        data,
        "evaluasi",
        {
            "nilai": ("nilai komponen LHE belum diisi", True),
            "predikat": ("predikat komponen LHE belum diisi", False),
            "kesimpulan": ("kesimpulan evaluator belum diisi", False),
            "catatan": ("catatan evaluator belum diisi", False),
        },
    )
    yield from _blank_cells(
        data,
        "tindak_lanjut",
        {
            "rencana_aksi": ("rencana aksi belum diisi", False),
            "status": ("status tindak lanjut belum diisi", True),
            "bukti": ("bukti tindak lanjut belum diisi", False),
        },
    )


def _narrative(data: YearData) -> Iterator[Gap]:
    """Find sections without any text, and blank texts beside written ones."""
    berkas = data.tables["narasi"].berkas
    if not data.has("narasi"):
        return
    rows = frame_rows(data["narasi"])
    for key, section in SECTIONS.items():
        own = [(baris, row["teks"]) for baris, row in rows if row["bagian"] == key]
        blank = [baris for baris, teks in own if teks is None]
        if len(blank) < len(own):
            for baris in blank:
                yield Gap(berkas, baris, "teks", f"teks pada bagian {key} masih kosong", False)
        elif own or section.compulsory:
            apa = f"bagian {key} ({section.place}) belum ditulis: {section.meaning}"
            yield Gap(berkas, blank[0] if blank else None, "teks", apa, section.compulsory)
