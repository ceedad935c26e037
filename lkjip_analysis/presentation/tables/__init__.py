"""The published tables, one function each, named after the label: ``tbl-iku`` -> ``iku``.

Each takes the year's results and shows them; none computes. A figure that is not known is printed
as a dash with its reason under the table, and a table without its file says which file is missing.
"""

from lkjip_analysis.presentation.tables.achievement import (
    capaian_iku,
    komponen_iku,
    skala_predikat,
    status_sasaran,
)
from lkjip_analysis.presentation.tables.actions import tindakan
from lkjip_analysis.presentation.tables.appendix import asal_data, celah
from lkjip_analysis.presentation.tables.budget import (
    alokasi_sasaran,
    kinerja_anggaran_program,
    kinerja_anggaran_sasaran,
)
from lkjip_analysis.presentation.tables.comparison import (
    kemajuan_renstra,
    nasional,
    perbandingan_tahun,
)
from lkjip_analysis.presentation.tables.efficiency import (
    efisiensi_anggaran,
    efisiensi_sarpras,
    efisiensi_sdm,
)
from lkjip_analysis.presentation.tables.evaluation import evaluasi, tindak_lanjut
from lkjip_analysis.presentation.tables.methods import metode, rumus_indikator
from lkjip_analysis.presentation.tables.planning import (
    iku,
    indikator_program,
    perjanjian_program,
    perjanjian_sasaran,
    renstra,
)
from lkjip_analysis.presentation.tables.programmes import (
    capaian_program,
    capaian_program_lalu,
    program_pendukung,
)
from lkjip_analysis.presentation.tables.review import (
    formulir_reviu,
    kepatuhan,
    kriteria_lke,
    perkiraan_lke,
    program_tanpa_sasaran,
    temuan,
)
from lkjip_analysis.presentation.tables.trace import jejak
from lkjip_analysis.presentation.tables.trends import tren_indikator

__all__ = [
    "alokasi_sasaran", "asal_data", "capaian_iku", "capaian_program", "capaian_program_lalu",
    "celah", "efisiensi_anggaran", "efisiensi_sarpras", "efisiensi_sdm", "evaluasi",
    "formulir_reviu", "iku", "indikator_program", "jejak", "kemajuan_renstra", "kepatuhan",
    "kinerja_anggaran_program", "kinerja_anggaran_sasaran", "komponen_iku", "kriteria_lke",
    "metode", "nasional", "perbandingan_tahun", "perjanjian_program", "perjanjian_sasaran",
    "perkiraan_lke", "program_pendukung", "program_tanpa_sasaran", "renstra", "rumus_indikator",
    "skala_predikat", "status_sasaran", "temuan", "tindak_lanjut", "tindakan",
    "tren_indikator",
]  # fmt: skip
