"""Sentences of the report. Each says only what its figures carry."""

from lkjip_analysis.presentation.narrative.achievement import (
    batas_capaian,
    capaian_iku,
    capaian_program,
    jumlah_sasaran,
    status_sasaran,
)
from lkjip_analysis.presentation.narrative.cards import kartu_kinerja
from lkjip_analysis.presentation.narrative.changes import yang_berubah
from lkjip_analysis.presentation.narrative.comparison import (
    kemajuan_renstra,
    nasional,
    perbandingan_tahun,
)
from lkjip_analysis.presentation.narrative.doubts import catatan_data, tanda_ragu
from lkjip_analysis.presentation.narrative.executive import ikhtisar
from lkjip_analysis.presentation.narrative.money import (
    anggaran,
    efisiensi,
    kinerja_anggaran,
    sarpras,
    sdm,
    sorotan_serapan,
)
from lkjip_analysis.presentation.narrative.organisation import (
    catatan_evaluasi,
    hasil_evaluasi,
    susunan_organisasi,
    tugas_jabatan,
)
from lkjip_analysis.presentation.narrative.prose import bagian
from lkjip_analysis.presentation.narrative.sheets import lembar_kinerja
from lkjip_analysis.presentation.narrative.summary import kesimpulan, tanda_tangan
from lkjip_analysis.presentation.narrative.trace import jejak

__all__ = [
    "anggaran", "bagian", "batas_capaian", "capaian_iku", "capaian_program",
    "catatan_data", "catatan_evaluasi", "efisiensi", "hasil_evaluasi", "ikhtisar", "jejak",
    "jumlah_sasaran", "kartu_kinerja", "kemajuan_renstra", "kesimpulan", "kinerja_anggaran",
    "lembar_kinerja", "nasional", "perbandingan_tahun", "sarpras", "sdm", "sorotan_serapan",
    "status_sasaran",
    "susunan_organisasi", "tanda_ragu", "tanda_tangan", "tugas_jabatan", "yang_berubah",
]  # fmt: skip
