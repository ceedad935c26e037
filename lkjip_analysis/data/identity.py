"""Is ``identitas.csv`` sound: facts that are wrong by themselves or against each other, or blank.

A schema cannot say this: the facts stand one below the other in a single column.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from lkjip_analysis.data.dialect import is_blank, suggest
from lkjip_analysis.data.emblem import EmblemFault, content_fault, find_emblem
from lkjip_analysis.data.facts import FACTS
from lkjip_analysis.data.files import complete_years, folder_fault
from lkjip_analysis.data.reading import YearData, unnamed_facts
from lkjip_analysis.data.schemas import Identitas
from lkjip_analysis.exceptions import Problem

NEEDED = ("nama_unit", "renstra_awal", "renstra_akhir")
"""Facts without which not even a draft can be computed and named."""


def check_facts(year: YearData) -> list[Problem]:
    """Check facts of ``identitas.csv`` that can be wrong by themselves or against each other."""
    problems = []
    for kunci, (pesan, diizinkan, saran) in _faults(year):
        if cell := year.fact_cell(kunci):
            place = (cell.berkas, cell.baris, "nilai")
            told = f"{kunci}: {pesan}"
            problems.append(Problem(*place, told, cell.nilai, diizinkan, saran))
    return problems


def _faults(year: YearData) -> Iterator[tuple[str, tuple[str, str, str]]]:
    """Name the facts that are wrong: why, what is allowed, what to do."""
    facts = year.identitas
    first, last = facts.renstra_awal, facts.renstra_akhir
    if first and last and first > last:
        remedy = "perbaiki renstra_awal atau renstra_akhir"
        before = "akhir Renstra mendahului awalnya"
        yield "renstra_akhir", (before, f"{first} atau sesudahnya", remedy)
    totals = [key for key in ("total_pagu_dpa", "total_realisasi_lra") if (facts[key] or 0) < 0]
    for key in totals[:1]:
        remedy = "periksa angkanya pada dokumen sumber"
        yield key, ("nilai di luar batas", "paling kecil 0", remedy)
    if fault := _nip(re.sub(r"[\s.]", "", facts.nip_kepala)):
        yield "nip_kepala", fault
    if facts.logo:
        found = find_emblem(year.root, year.tahun, facts.logo)
        wrong = found if isinstance(found, EmblemFault) else content_fault(found)
        if wrong:
            yield "logo", wrong


def _nip(nip: str) -> tuple[str, str, str] | None:
    scientific = re.search(r"[0-9][.,]?[0-9]*e\+?[0-9]", nip, re.IGNORECASE)
    if scientific or re.fullmatch(r"[0-9]{15}000", nip):
        return (
            "NIP sudah diubah Excel menjadi bilangan, angka belakangnya hilang",
            "18 angka",
            "ketik ulang NIP dari dokumen sumber dengan spasi (19680803 199003 1 011): CSV tidak "
            "menyimpan format sel, dan angka tanpa spasi diubah Excel lagi",
        )
    if nip and not re.fullmatch(r"[0-9]{18}", nip):
        allowed = "18 angka, boleh berspasi; kosong bila tidak ber-NIP"
        return "NIP tidak berisi 18 angka", allowed, "tulis ulang NIP dari dokumen sumber"
    return None


def check_identity(year: YearData, folder: Path) -> list[Problem]:
    """Check that ``identitas.csv`` is there with the facts that every report needs."""
    if "identitas" not in year.missing:
        data = year[Identitas]
        if data.readable and "nilai" not in data.header:
            fault, remedy = "kolom wajib tidak ada", "tambahkan kolom ini pada baris judul"
            return [Problem(data.berkas, 1, "nilai", fault, "", "nilai setiap fakta", remedy)]
        return _missing_facts(year) if data.readable else []
    if folder_fault(folder / str(year.tahun)):
        return []  # said so
    full = complete_years(folder)
    allowed = f"tahun dengan data lengkap: {', '.join(map(str, full))}"
    remedy = "pilih tahun itu, atau salin identitas.csv ke sini lalu sesuaikan isinya"
    if not full:
        allowed = "identitas.csv, kolom kunci dan nilai"
        remedy = "buat identitas.csv; daftar kuncinya ada di data/README.md"
    place = (year[Identitas].berkas, None, None)
    return [Problem(*place, "berkas wajib tidak ada", "", allowed, remedy)]


def _missing_facts(year: YearData) -> list[Problem]:
    """List required facts that ``identitas.csv`` lacks, and the blank ones that a draft needs.

    What is there and blank is "belum tersedia", as everywhere: a gap, and the report a draft.
    """
    data = year[Identitas]
    if not {"kunci", "nilai"} <= set(data.header):
        return []  # the header has been refused
    unnamed = unnamed_facts(data)
    keys = [row.cell("kunci").nilai for row in data]
    meant = "".join(suggest(key, unnamed) for key in keys if key not in FACTS)
    problems = []
    for fact in FACTS.values():
        if not fact.required or fact.to_fill or year.identitas.has(fact.name):
            continue
        if f'"{fact.name}"' in meant:
            continue  # misspelt, and said so
        cell = year.fact_cell(fact.name)
        if cell is None:
            remedy = f"tambahkan baris dengan kunci {fact.name}"
        elif fact.name not in NEEDED or (cell.nilai and not is_blank(cell.nilai)):
            continue  # a gap, or not readable and said so
        else:
            remedy = "isi nilainya"
        allowed = fact.meaning + (f" (misalnya {fact.example})" if fact.example else "")
        place = (data.berkas, cell.baris if cell else None, "nilai")
        fault = f"fakta wajib '{fact.name}' belum diisi"
        problems.append(Problem(*place, fault, "", allowed, remedy))
    return problems
