"""The data model: every file is a row class, every column an attribute of it.

Reading, checking, the data dictionary ``data/README.md`` and what ``new-year`` carries over go by
these declarations.
"""

from __future__ import annotations

from lkjip_analysis.data.columns import Row
from lkjip_analysis.data.schema_goals import (
    Iku,
    Ipp,
    KomponenIku,
    Sasaran,
    SebabTindakan,
    Skm,
)
from lkjip_analysis.data.schema_judgement import Pengakuan, PenilaianMandiri, SkalaPredikat
from lkjip_analysis.data.schema_programmes import LEVELS as LEVELS
from lkjip_analysis.data.schema_programmes import IndikatorProgram, Program, Renstra
from lkjip_analysis.data.schema_resources import Evaluasi, Sarpras, Sdm, TindakLanjut
from lkjip_analysis.data.schema_unit import (
    Identitas,
    Lampiran,
    Narasi,
    ProsesBisnis,
    Struktur,
    Tugas,
)

TABLES: dict[str, type[Row]] = {
    table.name: table
    for table in (
        Identitas, Sasaran, Iku, KomponenIku, Skm, Ipp, Program, IndikatorProgram, SebabTindakan,
        Renstra, Sdm, Sarpras, Evaluasi, TindakLanjut, Struktur, Tugas, ProsesBisnis, Narasi,
        Pengakuan, PenilaianMandiri, Lampiran, SkalaPredikat,
    )
}  # fmt: skip

APART: dict[type[Row], str] = {
    Pengakuan: "ditulis oleh lkjip akui",
    Lampiran: "berada di samping naskahnya",
}
"""Tables that stay files of their own beside a workbook, and why."""
