"""Rules on dates and identity: order, deadline, evaluation, NIP, Renstra period."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from decimal import Decimal

from lkjip_analysis.checks.causes import guess_slip
from lkjip_analysis.checks.findings import Hit, rule
from lkjip_analysis.checks.lexicon import WORDS, phrase
from lkjip_analysis.checks.names import abbreviates
from lkjip_analysis.checks.rows import fact_cells
from lkjip_analysis.checks.texts import passages
from lkjip_analysis.data.schemas import Narasi
from lkjip_analysis.formatting import format_date
from lkjip_analysis.results import Results

OLDEST, YOUNGEST = 70, 18
"""Ages (years) an official can have at the end of the report's year."""

PPPK_MONTHS = range(21, 24)
"""The 'month' of a NIP that marks a contract employee (PPPK)."""

PLACE = re.compile(
    r"\b(?!(?:pemerintah(?:an)?|kabupaten|kota|provinsi|daerah|bupati|wali(?:kota)?|gubernur)\b)\w+"
)
"""Words of a region, and of who heads it, that are its own name."""

REGULATION = re.compile(r"\b(Peraturan(?: [A-Z]\w+)+) (?:Nomor|No\.?) (\d+) Tahun (\d{4})")

NAMED_BY_PLACE = ("kecamatan", "kelurahan", "desa")
"""Units called after their place alone, so that a short name is no abbreviation."""


@rule("K90", "peringatan")
def k90_tanggal(hasil: Results) -> Iterator[Hit]:
    """Check the order and the year of the report's dates."""
    facts = hasil.data.identitas
    opening, closing = facts.tanggal_kata_pengantar, facts.tanggal_penutup
    for key, day in (("tanggal_kata_pengantar", opening), ("tanggal_penutup", closing)):
        if day is not None and day.year != hasil.tahun + 1 and day != dt.date(hasil.tahun, 12, 31):
            yield Hit(
                f"{key} {format_date(day)}, padahal laporan {hasil.tahun} ditandatangani "
                f"pada {hasil.tahun + 1}",
                fact_cells(hasil, key),
                selisih=f"{day.year - hasil.tahun - 1} tahun",
                dugaan="tahun salah ketik, atau tanggal laporan tahun lalu",
                saran="periksa tanggalnya",
                keparahan="galat" if day.year <= hasil.tahun else None,
            )
    years = re.findall(r"(?<!\d)20\d\d(?!\d)", facts.tautan_publikasi)
    if years and not {str(hasil.tahun), str(hasil.tahun + 1)} & {*years}:
        yield Hit(
            f"tautan_publikasi memuat tahun {years[-1]}, laporan ini {hasil.tahun}",
            fact_cells(hasil, "tautan_publikasi"),
            dugaan="tautan laporan tahun lain tertinggal",
            saran="tulis tautan laporan ini",
        )
    if opening is None or closing is None or opening == closing:
        return
    if closing < opening:
        yield Hit(
            f"penutup {format_date(closing)} mendahului kata pengantar {format_date(opening)}",
            fact_cells(hasil, "tanggal_penutup", "tanggal_kata_pengantar"),
            selisih=f"{(opening - closing).days} hari",
            dugaan="tanggal tertukar",
            saran="samakan kedua tanggal",
        )
    else:
        yield Hit(
            f"dua tanggal berbeda: kata pengantar {format_date(opening)}, penutup "
            f"{format_date(closing)}",
            fact_cells(hasil, "tanggal_penutup", "tanggal_kata_pengantar"),
            selisih=f"{(closing - opening).days} hari",
            saran="satu laporan sebaiknya bertanggal satu",
            keparahan="catatan",
        )


@rule("K91", "peringatan")
def k91_batas_waktu(hasil: Results) -> Iterator[Hit]:
    """Compare the signing date with the deadline."""
    last = dt.date(hasil.tahun + 1, 3, 1) - dt.timedelta(days=1)
    day = hasil.data.identitas.tanggal_penutup
    if day is not None and last < day < dt.date(hasil.tahun + 3, 1, 1):
        yield Hit(
            f"laporan ditandatangani {format_date(day)}, sesudah batas {format_date(last)}",
            fact_cells(hasil, "tanggal_penutup"),
            selisih=f"{(day - last).days} hari",
        )


@rule("K92", "galat")
def k92_tanggal_lhe(hasil: Results) -> Iterator[Hit]:
    """Compare the evaluation's date with the report's, and with its number."""
    facts = hasil.data.identitas
    day, closing = facts.tanggal_lhe, facts.tanggal_penutup
    if day is None:
        return
    if closing is not None and day > closing:
        yield Hit(
            f"LHE bertanggal {format_date(day)}, sesudah laporan ditandatangani "
            f"{format_date(closing)}",
            fact_cells(hasil, "tanggal_lhe", "tanggal_penutup"),
            selisih=f"{(day - closing).days} hari",
            dugaan="tahun salah ketik",
            saran="periksa tanggal LHE",
        )
    elif day.year < hasil.tahun:
        yield Hit(
            f"LHE bertanggal {format_date(day)}, lebih lama daripada tahun laporan {hasil.tahun}",
            fact_cells(hasil, "tanggal_lhe"),
            selisih=f"{day.year - hasil.tahun} tahun",
            dugaan="tanggal LHE tahun lalu tertinggal",
            saran="isi tanggal LHE terakhir",
            keparahan="peringatan",
        )
    years = re.findall(r"(?<!\d)(20\d\d)(?!\d)", facts.nomor_lhe)
    if years and str(day.year) not in years:
        yield Hit(
            f"nomor LHE memuat tahun {years[-1]}, tanggalnya {format_date(day)}",
            fact_cells(hasil, "nomor_lhe", "tanggal_lhe"),
            selisih=f"{int(years[-1]) - day.year} tahun",
            dugaan="nomor atau tanggal LHE tahun lalu tertinggal",
            saran="periksa nomor dan tanggal LHE",
            keparahan="peringatan",
        )


@rule("K93", "galat")
def k93_nip(hasil: Results) -> Iterator[Hit]:
    """Read the NIP of the unit's head."""
    text = hasil.data.identitas.nip_kepala
    fault = nip_fault(text, hasil.tahun) if text else ""
    if fault:
        yield Hit(
            f"NIP kepala {fault}",
            fact_cells(hasil, "nip_kepala"),
        )


def nip_fault(text: str, tahun: int) -> str:
    """Name what is wrong with the 18 digits of a NIP, or nothing.

    >>> nip_fault("196808031990031011", 2024), nip_fault("19680803 199003 1 011", 2024)
    ('', '')
    >>> nip_fault("196813031990031011", 2024)
    'memuat tanggal lahir yang tidak ada (03-13-1968)'
    """
    digits = re.sub(r"[\s.]", "", text)
    year, month, day = int(digits[:4]), int(digits[4:6]), int(digits[6:8])
    try:
        dt.date(year, month, day)
    except ValueError:
        return f"memuat tanggal lahir yang tidak ada ({digits[6:8]}-{digits[4:6]}-{digits[:4]})"
    if not YOUNGEST <= tahun - year <= OLDEST:
        return f"memuat tahun lahir {year}, tidak wajar untuk pejabat tahun {tahun}"
    start, start_month = int(digits[8:12]), int(digits[12:14])
    if not 1 <= start_month <= 12 and start_month not in PPPK_MONTHS:
        return f"memuat bulan pengangkatan {digits[12:14]}"
    if not year + YOUNGEST - 1 <= start <= tahun + 1:
        return f"memuat tahun pengangkatan {start}, padahal lahir {year}"
    return (
        "" if digits[14] in "12" else f"memuat kode jenis kelamin {digits[14]}, seharusnya 1 atau 2"
    )


@rule("K94", "galat")
def k94_periode_renstra(hasil: Results) -> Iterator[Hit]:
    """Check that the Renstra covers the report's year, for a usual span."""
    first, last = hasil.data.identitas.renstra_awal, hasil.data.identitas.renstra_akhir
    if first is None or last is None:
        return
    cells = fact_cells(hasil, "renstra_awal", "renstra_akhir")
    if not first <= hasil.tahun <= last:
        yield Hit(
            f"Renstra {first}-{last} tidak mencakup tahun laporan {hasil.tahun}",
            cells,
            dugaan="periode Renstra lama tertinggal",
            saran="isi periode Renstra yang berlaku",
        )
    elif last - first > 5:
        yield Hit(
            f"periode Renstra {first}-{last} lebih dari enam tahun",
            cells,
            selisih=f"{last - first + 1} tahun",
            dugaan="tahun salah ketik",
            saran="periksa periode Renstra",
            keparahan="peringatan",
        )


@rule("K95", "peringatan")
def k95_identitas(hasil: Results) -> Iterator[Hit]:
    """Compare the place name of the unit with that of its head."""
    facts = hasil.data.identitas
    unit, head = facts.nama_unit, facts.jabatan_kepala
    general = {*WORDS["jabatan"]} | {facts.jenis_unit.casefold()}
    names, said, short = (text.casefold().split() for text in (unit, head, facts.nama_unit_singkat))
    known = {*names[1:]}
    if facts.jenis_unit.casefold() not in NAMED_BY_PLACE:
        known |= {word for word in short if abbreviates(word, f"{unit} daerah")} - general
    if names[1:] and set(said) - general and not known & set(said):
        yield Hit(
            f"jabatan kepala '{head}' tidak memuat nama unit '{unit}'",
            fact_cells(hasil, "jabatan_kepala", "nama_unit"),
            dugaan="identitas unit lain tertinggal",
            saran="samakan nama unit dan jabatan kepalanya",
        )
    for kind, number, year in REGULATION.findall(facts.dasar_organisasi):
        for passage in passages(hasil, Narasi):
            for match in REGULATION.finditer(passage.text):
                one, other = match[2] == number, match[3] == year
                slip = guess_slip(Decimal(number), Decimal(match[2])) if other else ""
                replaced = phrase("digantikan").search(passage.text)
                told = phrase("organisasi").search(passage.text) and not replaced
                if match[1] == kind and (slip or (told and one is not other)):
                    yield Hit(
                        f"dasar_organisasi menyebut {kind} Nomor {number} Tahun {year}, "
                        f"teks Nomor {match[2]} Tahun {match[3]}",
                        (passage.cell, *fact_cells(hasil, "dasar_organisasi")),
                        dugaan=slip or "salah ketik",
                        saran="periksa nomornya pada peraturannya",
                    )
    region, ruler = (
        {*PLACE.findall(text.casefold())} for text in (facts.pemerintah_daerah, facts.kepala_daerah)
    )
    if region and ruler and not region & ruler:
        yield Hit(
            f"pemerintah daerah '{facts.pemerintah_daerah}', sedangkan kepala daerahnya "
            f"'{facts.kepala_daerah}'",
            fact_cells(hasil, "pemerintah_daerah", "kepala_daerah"),
            dugaan="identitas daerah lain tertinggal",
            saran="samakan nama daerahnya",
        )
