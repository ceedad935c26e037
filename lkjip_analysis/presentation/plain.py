"""Data named in words: what is printed names no file, row or column; trace and checks do."""

from __future__ import annotations

import re

from lkjip_analysis.data.schemas import TABLES
from lkjip_analysis.formatting import join_words

NAMES = {
    "identitas": "identitas unit", "iku": "IKU", "komponen_iku": "komponen IKU", "skm": "SKM",
    "ipp": "IPP", "program": "program dan anggaran", "sebab_tindakan": "sebab dan tindakan",
    "renstra": "Renstra", "sdm": "SDM", "sarpras": "sarana dan prasarana",
    "evaluasi": "hasil evaluasi", "struktur": "susunan organisasi", "tugas": "tugas jabatan",
}  # fmt: skip
"""What the tables of data are called, where not as their files are."""

FILE = re.compile(
    r"(?:(\d{4})/)?(?:\bdata-\d{4}\.xlsx lembar (?=\w)|\b(?=\w+\.csv\b))"
    rf"({'|'.join(TABLES)})\b(?:\.csv)?"
)
CELL = r"(?: (?:baris|sel) \w+)?(?: kolom \w+)?"
PLACE = re.compile(rf"(?:berkas |(\w+) di )?{FILE.pattern}{CELL}")


def data_name(*files: str) -> str:
    """Name the data of some files in words.

    >>> data_name("2024/sasaran.csv", "2024/iku.csv"), data_name("skala_predikat.csv")
    ('data sasaran dan IKU tahun 2024', 'data skala predikat')
    >>> data_name("2025/data-2025.xlsx lembar iku")
    'data IKU tahun 2025'
    """
    parts = FILE.findall("; ".join(files))
    names = dict.fromkeys(NAMES.get(name, name.replace("_", " ")) for _, name in parts)
    years = sorted({year for year, _ in parts if year})
    when = f" tahun {join_words(years)}" if years else ""
    return f"data {join_words(list(names))}{when}"


def in_words(text: str) -> str:
    """Write a text that names places of the data without them.

    >>> in_words("pagu_dpa di 2024/identitas.csv; 2023/iku.csv baris 3 kolom target")
    'pagu dpa pada data identitas unit tahun 2024; data IKU tahun 2023'
    """

    def said(match: re.Match[str]) -> str:
        what = f"{match[1].replace('_', ' ')} pada " if match[1] else ""
        return what + data_name(match[0])

    return PLACE.sub(said, text)
