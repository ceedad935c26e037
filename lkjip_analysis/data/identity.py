"""Is ``identitas.csv`` sound: facts that are wrong by themselves or against each other, or blank.

A schema cannot say this: the facts stand one below the other in a single column.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from lkjip_analysis.data.dialect import is_blank, suggest
from lkjip_analysis.data.emblem import EmblemFault, content_fault, find_emblem
from lkjip_analysis.data.facts import FACTS
from lkjip_analysis.data.files import find_file, folder_fault
from lkjip_analysis.data.reading import YearData, unnamed_facts
from lkjip_analysis.data.schemas import Identitas
from lkjip_analysis.exceptions import Problem

NEEDED = ("nama_unit", "renstra_awal", "renstra_akhir", "skala_capaian")
"""Facts without which not even a draft can be computed and named."""


@dataclass(frozen=True)
class _Fault:
    """What is wrong with a fact, whatever row it stands in."""

    kunci: str
    pesan: str
    diizinkan: str
    saran: str


def check_facts(year: YearData) -> list[Problem]:
    """Check facts of ``identitas.csv`` that can be wrong by themselves or against each other."""
    problems = []
    for fault in (_renstra(year), _control(year), _nip(year), _logo(year)):
        cell = year.fact_cell(fault.kunci) if fault else None
        if fault and cell:
            told = f"{fault.kunci}: {fault.pesan}"
            place = (cell.berkas, cell.baris, "nilai")
            problems.append(Problem(*place, told, cell.nilai, fault.diizinkan, fault.saran))
    return problems


def _renstra(year: YearData) -> _Fault | None:
    first, last = year.identitas.renstra_awal, year.identitas.renstra_akhir
    if not (first and last and first > last):
        return None
    return _Fault(
        "renstra_akhir",
        "akhir Renstra mendahului awalnya",
        f"{first} atau sesudahnya",
        "perbaiki renstra_awal atau renstra_akhir",
    )


def _control(year: YearData) -> _Fault | None:
    for key in ("total_pagu_dpa", "total_realisasi_lra"):
        total = year.identitas[key]
        if total is not None and total < 0:
            return _Fault(
                key, "nilai di luar batas", "paling kecil 0", "periksa angkanya pada dokumen sumber"
            )
    return None


def _nip(year: YearData) -> _Fault | None:
    nip = re.sub(r"[\s.]", "", year.identitas.nip_kepala)
    if re.search(r"[0-9][.,]?[0-9]*e\+?[0-9]", nip, re.IGNORECASE) or re.fullmatch(
        r"[0-9]{15}000", nip
    ):
        return _Fault(
            "nip_kepala",
            "NIP sudah diubah Excel menjadi bilangan, angka belakangnya hilang",
            "18 angka",
            "ketik ulang NIP dari dokumen sumber dengan spasi (19680803 199003 1 011): CSV tidak "
            "menyimpan format sel, dan angka tanpa spasi diubah Excel lagi",
        )
    if nip and not re.fullmatch(r"[0-9]{18}", nip):
        return _Fault(
            "nip_kepala",
            "NIP tidak berisi 18 angka",
            "18 angka, boleh berspasi; kosong bila tidak ber-NIP",
            "tulis ulang NIP dari dokumen sumber",
        )
    return None


def _logo(year: YearData) -> _Fault | None:
    logo = year.identitas.logo
    if not logo:
        return None
    found = find_emblem(year.root, year.tahun, logo)
    fault = found if isinstance(found, EmblemFault) else content_fault(found)
    return _Fault("logo", *fault) if fault else None


def check_identity(year: YearData, folder: Path, years: list[int]) -> list[Problem]:
    """Check that ``identitas.csv`` is there with the facts that every report needs."""
    if "identitas" not in year.missing:
        data = year[Identitas]
        if data.readable and "nilai" not in data.header:
            fault, remedy = "kolom wajib tidak ada", "tambahkan kolom ini pada baris judul"
            return [Problem(data.berkas, 1, "nilai", fault, "", "nilai setiap fakta", remedy)]
        return _missing_facts(year) if data.readable else []
    if folder_fault(folder / str(year.tahun)):
        return []  # said so
    full = [y for y in years if find_file(folder / str(y), Identitas.file)]
    known = ", ".join(map(str, full))
    allowed = (
        f"tahun dengan data lengkap: {known}" if full else "identitas.csv, kolom kunci dan nilai"
    )
    remedy = "pilih tahun itu, atau salin identitas.csv ke sini lalu sesuaikan isinya"
    if not full:
        remedy = "buat identitas.csv; daftar kuncinya ada di data/README.md"
    fault = "berkas wajib tidak ada"
    berkas = year[Identitas].berkas
    return [Problem(berkas, None, None, fault, "", allowed, remedy)]


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
        problems.append(
            Problem(
                data.berkas,
                cell.baris if cell else None,
                "nilai",
                f"fakta wajib '{fact.name}' belum diisi",
                "",
                allowed,
                remedy,
            )
        )
    return problems
