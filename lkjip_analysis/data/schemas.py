"""The data model: every CSV file, its columns, units and meanings.

The data dictionary ``data/README.md`` is generated from here, the pandera checks are built
from here, and ``new-year`` decides from here what it carries over.
"""

from __future__ import annotations

from lkjip_analysis.data.columns import Table
from lkjip_analysis.data.schema_goals import IKU, IPP, KOMPONEN_IKU, POLARITIES, SASARAN, SKM
from lkjip_analysis.data.schema_judgement import PENGAKUAN, PENILAIAN_MANDIRI, SKALA_PREDIKAT
from lkjip_analysis.data.schema_programmes import INDIKATOR_PROGRAM, LEVELS, PROGRAM, RENSTRA
from lkjip_analysis.data.schema_resources import EVALUASI, SARPRAS, SDM, TINDAK_LANJUT
from lkjip_analysis.data.schema_unit import IDENTITAS, NARASI, PROSES_BISNIS, STRUKTUR, TUGAS

__all__ = [
    "EVALUASI",
    "IDENTITAS",
    "IKU",
    "INDIKATOR_PROGRAM",
    "IPP",
    "KOMPONEN_IKU",
    "LEVELS",
    "NARASI",
    "PENGAKUAN",
    "PENILAIAN_MANDIRI",
    "POLARITIES",
    "PROGRAM",
    "PROSES_BISNIS",
    "RENSTRA",
    "SARPRAS",
    "SASARAN",
    "SDM",
    "SKALA_PREDIKAT",
    "SKM",
    "STRUKTUR",
    "TABLES",
    "TINDAK_LANJUT",
    "TUGAS",
]

TABLES: dict[str, Table] = {
    table.name: table
    for table in (
        IDENTITAS,
        SASARAN,
        IKU,
        KOMPONEN_IKU,
        SKM,
        IPP,
        PROGRAM,
        INDIKATOR_PROGRAM,
        RENSTRA,
        SDM,
        SARPRAS,
        EVALUASI,
        TINDAK_LANJUT,
        STRUKTUR,
        TUGAS,
        PROSES_BISNIS,
        NARASI,
        PENGAKUAN,
        PENILAIAN_MANDIRI,
        SKALA_PREDIKAT,
    )
}
