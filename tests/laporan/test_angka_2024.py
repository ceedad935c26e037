"""Golden figures: every result of 2024 worked out anew from what the published LKjIP prints.

The inputs are typed from the document (the comment names its table) and the results are worked
out here with exact fractions. Nothing is taken from the package or from ``data/``: a slip in the
data files, in a formula or in the printing shows. ``tampil`` is typed as it must be printed.
"""

from __future__ import annotations

import csv
from fractions import Fraction as F
from functools import cache

import pytest
from golden import assert_golden

from lkjip_analysis.paths import DATA
from lkjip_analysis.results import Results, load_results
from lkjip_analysis.results.figures import GIVEN

# Tabel 2.1 (targets), 1.5 LHE and Tabel 3.1.2.1 (realisations), Tabel 3.4 (end of Renstra)
TARGET = {"AKIP": F("72"), "IKPP": F("7.7")}
REALISASI = {"AKIP": F("73.47"), "IKPP": F("8.14")}
REALISASI_2023 = {"AKIP": F("71.13"), "IKPP": F("7.68")}
REALISASI_2022 = {"AKIP": F("70.03")}  # IKPP: N/A
TARGET_AKHIR = {"AKIP": F("74"), "IKPP": F("8.05")}

# Tabel 2.1, column ANGGARAN
PAGU = {
    "P1": 2_487_371_653,
    "P2": 19_861_000,
    "P3": 69_427_000,
    "P4": 10_226_800,
    "P5": 11_960_950,
    "P6": 40_541_850,
}
PAGU_DPA = 2_639_389_252  # section 3.2

# Tabel 4.1, column Realisasi Anggaran, the subkegiatan
REALISASI_SUB = {
    "P1-K1-S1": 7_651_150, "P1-K1-S2": 4_925_550,
    "P1-K2-S1": 1_932_654_346, "P1-K2-S2": 75_678_000, "P1-K2-S3": 2_575_000,
    "P1-K3-S1": 9_570_000,
    "P1-K4-S1": 9_236_500, "P1-K4-S2": 22_756_350, "P1-K4-S3": 32_070_000,
    "P1-K4-S4": 5_905_000, "P1-K4-S5": 1_800_000, "P1-K4-S6": 53_752_374,
    "P1-K5-S1": 51_346_000,
    "P1-K6-S1": 37_764_272, "P1-K6-S2": 53_235_920,
    "P1-K7-S1": 56_340_300, "P1-K7-S2": 49_548_467, "P1-K7-S3": 16_509_000,
    "P2-K1-S1": 19_769_500,
    "P3-K1-S1": 27_427_000, "P3-K1-S2": 42_000_000,
    "P4-K1-S1": 10_210_000,
    "P5-K1-S1": 11_945_750,
    "P6-K1-S1": 27_305_000, "P6-K1-S2": 13_234_500,
}  # fmt: skip

# Tabel 4.1, column Realisasi Anggaran, the kegiatan; P1-K4 as its parts add up, not 79.793.076
REALISASI_KEGIATAN = {
    "P1-K1": 12_576_700, "P1-K2": 2_010_907_346, "P1-K3": 9_570_000, "P1-K4": 125_520_224,
    "P1-K5": 51_346_000, "P1-K6": 91_000_192, "P1-K7": 122_397_767,
    "P2-K1": 19_769_500, "P3-K1": 69_427_000, "P4-K1": 10_210_000, "P5-K1": 11_945_750,
    "P6-K1": 40_539_500,
}  # fmt: skip

# Tabel 4.1 and 3.2.1.2, the programmes
REALISASI_PROGRAM = {
    "P1": 2_423_318_229, "P2": 19_769_500, "P3": 69_427_000, "P4": 10_210_000,
    "P5": 11_945_750, "P6": 40_539_500,
}  # fmt: skip

# Tabel 4.1: the only kegiatan of their programme, and the only subkegiatan of theirs
ONLY_CHILDREN = ("P2-K1", "P2-K1-S1", "P3-K1", "P4-K1", "P4-K1-S1", "P5-K1", "P5-K1-S1", "P6-K1")

# Tabel 4.1, column % Capaian Anggaran, as printed
SERAPAN_DILAPORKAN = {
    "P1": "86.22", "P1-K1": "99.81", "P1-K1-S1": "100", "P1-K1-S2": "99.5",
    "P1-K2": "83.67", "P1-K2-S1": "98", "P1-K2-S2": "100", "P1-K2-S3": "100",
    "P1-K3": "100", "P1-K3-S1": "100",
    "P1-K4": "95", "P1-K4-S1": "90", "P1-K4-S2": "100", "P1-K4-S3": "96",
    "P1-K4-S4": "100", "P1-K4-S5": "92", "P1-K4-S6": "92",
    "P1-K5": "95", "P1-K5-S1": "95", "P1-K6": "96", "P1-K6-S1": "92", "P1-K6-S2": "100",
    "P1-K7": "98", "P1-K7-S1": "96", "P1-K7-S2": "100", "P1-K7-S3": "98",
    "P2": "100", "P2-K1": "100", "P2-K1-S1": "100",
    "P3": "100", "P3-K1": "100", "P3-K1-S1": "100", "P3-K1-S2": "100",
    "P4": "100", "P4-K1": "100", "P4-K1-S1": "100", "P5": "100", "P5-K1": "100", "P5-K1-S1": "100",
    "P6": "100", "P6-K1": "100", "P6-K1-S1": "100", "P6-K1-S2": "100",
}  # fmt: skip

# Realisations from Tabel 4.1, targets from Tabel 2.1, which has those of the programmes only;
# PATEN from 3.2.1.2
INDIKATOR = {
    "P1.1": ("100", "100"), "P1-K1.1": (None, "100"), "P1-K1-S1.1": (None, "3"),
    "P1-K1-S2.1": (None, "5"),
    "P1-K2.1": (None, "100"), "P1-K2.2": (None, "100"),
    "P1-K2-S1.1": (None, "14"), "P1-K2-S2.1": (None, "12"), "P1-K2-S3.1": (None, "1"),
    "P1-K3.1": (None, "100"), "P1-K3-S1.1": (None, "13"),
    "P1-K4.1": (None, "100"), "P1-K4-S1.1": (None, "6"), "P1-K4-S2.1": (None, "21"),
    "P1-K4-S3.1": (None, "1"),
    "P1-K4-S4.1": (None, "2"), "P1-K4-S5.1": (None, "1"), "P1-K4-S6.1": (None, "4"),
    "P1-K5.1": (None, "100"), "P1-K5-S1.1": (None, "7"),
    "P1-K6.1": (None, "100"), "P1-K6-S1.1": (None, "12"), "P1-K6-S2.1": (None, "24"),
    "P1-K7.1": (None, "100"), "P1-K7-S1.1": (None, "12"), "P1-K7-S2.1": (None, "1"),
    "P1-K7-S3.1": (None, "14"),
    "P2.1": ("84", "80.55"), "P2-K1.1": (None, "100"), "P2-K1-S1.1": (None, "12"),
    "P3.1": ("100", "100"), "P3.2": ("100", "100"), "P3-K1.1": (None, "1"), "P3-K1.2": (None, "4"),
    "P3-K1-S1.1": (None, "150"), "P3-K1-S2.1": (None, "4"),
    "P4.1": ("100", "100"), "P4-K1.1": (None, "12"), "P4-K1-S1.1": (None, "12"),
    "P5.1": ("100", "100"), "P5-K1.1": (None, "21"), "P5-K1-S1.1": (None, "42"),
    "P6.1": ("100", "100"), "P6-K1.1": (None, "42"), "P6-K1.2": (None, "21"),
    "P6-K1-S1.1": (None, "42"), "P6-K1-S2.1": (None, "126"),
}  # fmt: skip

# Tabel 3.1.1.3 (2023)
INDIKATOR_2023 = {
    "P1.1": ("100", "100"), "P1-K1.1": ("100", "100"), "P1-K1-S1.1": ("3", "3"),
    "P1-K1-S2.1": ("5", "5"),
    "P1-K2.1": ("100", "100"), "P1-K2.2": ("100", "100"),
    "P1-K2-S1.1": ("14", "14"), "P1-K2-S2.1": ("12", "12"), "P1-K2-S3.1": ("1", "1"),
    "P1-K4.1": ("100", "100"), "P1-K4-S1.1": ("6", "6"), "P1-K4-S2.1": ("21", "21"),
    "P1-K4-S3.1": ("1", "1"),
    "P1-K4-S4.1": ("2", "2"), "P1-K4-S4.2": (None, None), "P1-K4-S5.1": ("1", "1"),
    "P1-K4-S6.1": ("4", "4"),
    "P1-K5.1": ("100", "100"), "P1-K5-S1.1": ("14", "14"),
    "P1-K6.1": ("100", "100"), "P1-K6-S1.1": ("12", "12"), "P1-K6-S2.1": ("3", "3"),
    "P1-K7.1": ("100", "100"), "P1-K7-S1.1": ("6", "6"), "P1-K7-S1.2": ("6", "6"),
    "P1-K7-S2.1": ("3", "3"), "P1-K7-S3.1": ("12", "12"),
    "P2.1": ("83", "83.29"), "P2-K1.1": ("100", "100"), "P2-K1-S1.1": ("100", "100"),
    "P2-K1-S1.2": ("100", "100"),
    "P3.1": ("100", "100"), "P3.2": ("100", "100"), "P3-K1.1": ("1", "1"), "P3-K1.2": ("4", "4"),
    "P3-K1-S1.1": ("1", "1"), "P3-K1-S2.1": ("4", "4"),
    "P4.1": ("100", "100"), "P4-K1.1": ("12", "12"), "P4-K1-S1.1": ("12", "12"),
    "P5.1": ("100", "100"), "P5.2": ("100", "100"), "P5-K1.1": ("42", "42"),
    "P5-K1-S1.1": ("42", "42"),
    "P6.1": ("100", "100"), "P6.2": ("42", "42"), "P6-K1.1": ("42", "42"), "P6-K1.2": ("42", "42"),
    "P6-K1-S1.1": ("42", "42"), "P6-K1-S1.2": ("21", "21"), "P6-K1-S1.3": ("21", "21"),
}  # fmt: skip

# Tabel 3.2.2.2: need, available
SDM = {"AKIP": (19, 4), "IKPP": (10, 5)}

# Tabel 3.2.2.3: hasil rekon, pengadaan periode, standar kebutuhan, pengadaan P-RKBMD,
# and the printed availability
SARPRAS = {
    1: (1, 0, 1, 0, "100"), 2: (2, 0, 2, 0, "100"), 3: (11, 0, 11, 0, "100"),
    4: (1, 0, 1, 0, "100"),
    5: (1, 1, 3, 1, "66"), 6: (0, 8, 15, 8, "53"), 7: (5, 0, 5, 0, "100"), 8: (6, 4, 10, 4, "100"),
    9: (2, 0, 2, 0, "100"), 10: (3, 1, 6, 1, "66"), 11: (0, 2, 2, 2, "100"),
    12: (0, 0, 6, 6, "100"),
    13: (1, 0, 1, 0, "100"), 14: (1, 0, 1, 0, "100"), 15: (1, 4, 5, 4, "100"),
    16: (2, 0, 2, 0, "100"),
    17: (2, 1, 3, 1, "100"), 18: (1, 0, 1, 0, "100"), 19: (5, 0, 10, 0, "50"),
    20: (6, 3, 9, 3, "100"),
    21: (1, 0, 1, 0, "100"), 22: (10, 4, 14, 4, "100"), 23: (1, 1, 2, 1, "100"),
    24: (1, 1, 2, 1, "100"),
    25: (30, 0, 30, 0, "100"), 26: (0, 1, 1, 1, "100"), 27: (0, 1, 1, 1, "100"),
}  # fmt: skip

# Section 1.5: weight, mark
LOWEST = "Evaluasi Akuntabilitas Kinerja Instansi"
LHE = {1: ("30", "23.34"), 2: ("30", "25.66"), 3: ("15", "11.19"), 4: ("25", "13.28")}


def mean(*values: F) -> F:
    return sum(values, F(0)) / len(values)


CAPAIAN = {code: REALISASI[code] / TARGET[code] * 100 for code in TARGET}
KEMAJUAN = {code: REALISASI[code] / TARGET_AKHIR[code] * 100 for code in TARGET}
KEMAJUAN_2023 = {code: REALISASI_2023[code] / TARGET_AKHIR[code] * 100 for code in TARGET}
PROGRAM_2024 = mean(F("80.55") / 84 * 100, *[F(100)] * 6)
PROGRAM_2023 = mean(  # Tabel 3.2.1.3, the indicators of the programmes
    *[F(b) / F(a) * 100 for key, (a, b) in INDIKATOR_2023.items() if "-" not in key and a and b]
)
SERAPAN = {code: F(REALISASI_PROGRAM[code], PAGU[code]) * 100 for code in PAGU}
TERSEDIA = {code: F(have, need) * 100 for code, (need, have) in SDM.items()}
SARPRAS_TERSEDIA = {
    n: min(F(s + b, need) * 100, F(100)) for n, (s, _, need, b, _) in SARPRAS.items()
}
PAGU_UNIT = sum(PAGU.values())
REALISASI_UNIT = sum(REALISASI_PROGRAM.values())
TANPA = ("P3", "P4", "P5", "P6")  # linked to no sasaran by the document
PAGU_TANPA = sum(PAGU[code] for code in TANPA)
REALISASI_TANPA = sum(REALISASI_PROGRAM[code] for code in TANPA)

# key: exact value, as printed
HEADLINES: dict[str, tuple[F | int | str | None, str]] = {
    "iku.AKIP.capaian": (CAPAIAN["AKIP"], "102,04%"),
    "iku.AKIP.capaian_batas": (CAPAIAN["AKIP"], "102,04%"),
    "iku.AKIP.status": ("melebihi", "melebihi"),
    "iku.AKIP.predikat": ("BB", "BB"),  # BAB III: > 70 s/d 80
    "iku.AKIP.interpretasi": ("Sangat Baik", "Sangat Baik"),
    "iku.AKIP.kemajuan": (KEMAJUAN["AKIP"], "99,28%"),
    "iku.AKIP.selisih_nasional": (None, "–"),  # national value N/A
    "iku.AKIP.perubahan.2023": (REALISASI_2023["AKIP"] - REALISASI_2022["AKIP"], "1,10"),
    "iku.AKIP.perubahan.2024": (REALISASI["AKIP"] - REALISASI_2023["AKIP"], "2,34"),
    "iku.AKIP.pertumbuhan.2024": (F("2.34") / F("71.13") * 100, "3,29%"),
    "iku.IKPP.capaian": (CAPAIAN["IKPP"], "105,71%"),
    "iku.IKPP.capaian_batas": (CAPAIAN["IKPP"], "105,71%"),
    "iku.IKPP.status": ("melebihi", "melebihi"),
    "iku.IKPP.kemajuan": (KEMAJUAN["IKPP"], "101,12%"),
    "iku.IKPP.selisih_nasional": (None, "–"),
    "iku.IKPP.perubahan.2023": (None, "–"),  # 2022 is N/A
    "iku.IKPP.perubahan.2024": (REALISASI["IKPP"] - REALISASI_2023["IKPP"], "0,46"),
    "iku.IKPP.pertumbuhan.2024": (F("0.46") / F("7.68") * 100, "5,99%"),
    "rata_rata.capaian_iku": (mean(*CAPAIAN.values()), "103,88%"),
    "rata_rata.kemajuan": (mean(*KEMAJUAN.values()), "100,20%"),
    "rata_rata.capaian_iku_0_100": (F(100), "100,00%"),
    "rata_rata.predikat_kinerja": ("AA", "AA"),
    "rata_rata.interpretasi_kinerja": ("Sangat Memuaskan", "Sangat Memuaskan"),
    "jumlah.iku_melebihi": (2, "2"),
    "jumlah.iku_sesuai": (0, "0"),
    "jumlah.iku_tidak_mencapai": (0, "0"),
    "jumlah.iku_tercapai": (2, "2"),
    "jumlah.iku_renstra_dinilai": (2, "2"),
    "jumlah.iku_renstra_tercapai": (1, "1"),  # IKPP 8,14 of 8,05
    "jumlah.iku_renstra_belum": (1, "1"),  # AKIP 73,47 of 74
    "program.P1.serapan": (SERAPAN["P1"], "97,42%"),
    "program.P2.serapan": (SERAPAN["P2"], "99,54%"),
    "program.P3.serapan": (SERAPAN["P3"], "100,00%"),
    "program.P4.serapan": (SERAPAN["P4"], "99,84%"),
    "program.P5.serapan": (SERAPAN["P5"], "99,87%"),
    "program.P6.serapan": (SERAPAN["P6"], "99,99%"),
    "program.P1.silpa": (2_487_371_653 - 2_423_318_229, "Rp64.053.424"),
    "program.P2.silpa": (19_861_000 - 19_769_500, "Rp91.500"),
    "program.P3.silpa": (0, "Rp0"),
    "program.P4.silpa": (10_226_800 - 10_210_000, "Rp16.800"),
    "program.P5.silpa": (11_960_950 - 11_945_750, "Rp15.200"),
    "program.P6.silpa": (40_541_850 - 40_539_500, "Rp2.350"),
    "anggaran.pagu": (2_639_389_253, "Rp2.639.389.253"),  # Tabel 2.1 prints this sum
    "anggaran.realisasi": (2_575_209_979, "Rp2.575.209.979"),  # section 3.2
    "anggaran.serapan": (F(REALISASI_UNIT, PAGU_UNIT) * 100, "97,57%"),
    "anggaran.silpa": (2_639_389_253 - 2_575_209_979, "Rp64.179.274"),
    "anggaran.selisih_dpa": (PAGU_UNIT - PAGU_DPA, "Rp1"),
    "anggaran.silpa_dpa": (PAGU_DPA - 2_575_209_979, "Rp64.179.273"),  # as section 3.2 prints it
    "jumlah.program": (6, "6"),
    "jumlah.kegiatan": (12, "12"),
    "jumlah.subkegiatan": (25, "25"),
    "rata_rata.capaian_program": (PROGRAM_2024, "99,41%"),
    "rata_rata.capaian_kegiatan": (None, "–"),  # no target of theirs is published
    "rata_rata.capaian_subkegiatan": (None, "–"),
    "jumlah.indikator_program": (47, "47"),
    "jumlah.indikator_program_dinilai": (7, "7"),  # those of Tabel 2.1
    "jumlah.indikator_dinilai_program": (7, "7"),
    "jumlah.indikator_tercapai_program": (6, "6"),  # all but PATEN
    "jumlah.indikator_belum_program": (1, "1"),
    **{
        f"jumlah.indikator_{what}_{level}": (0, "0")  # no target of theirs is published
        for what in ("dinilai", "tercapai", "belum")
        for level in ("kegiatan", "subkegiatan")
    },
    "jumlah.indikator_program_tercapai": (6, "6"),  # all but PATEN
    "jumlah.indikator_program_tidak_tercapai": (1, "1"),
    "jumlah.indikator_program_tanpa_capaian": (0, "0"),
    "jumlah.indikator_program_tanpa_target": (40, "40"),
    "sasaran.S1.capaian": (CAPAIAN["AKIP"], "102,04%"),
    "sasaran.S1.status": ("melebihi", "melebihi"),
    "sasaran.S1.pagu": (PAGU["P1"], "Rp2.487.371.653"),
    "sasaran.S1.realisasi": (REALISASI_PROGRAM["P1"], "Rp2.423.318.229"),
    "sasaran.S1.serapan": (SERAPAN["P1"], "97,42%"),
    "sasaran.S1.silpa": (64_053_424, "Rp64.053.424"),
    "sasaran.S1.porsi": (F(PAGU["P1"], PAGU_UNIT) * 100, "94,24%"),
    "sasaran.S1.jumlah_program": (1, "1"),
    "sasaran.S1.efisiensi": (CAPAIAN["AKIP"] - SERAPAN["P1"], "4,62"),
    "sasaran.S1.nilai_efisiensi": ("cukup efisien", "cukup efisien"),
    "sasaran.S2.capaian": (CAPAIAN["IKPP"], "105,71%"),
    "sasaran.S2.status": ("melebihi", "melebihi"),
    "sasaran.S2.pagu": (PAGU["P2"], "Rp19.861.000"),
    "sasaran.S2.realisasi": (REALISASI_PROGRAM["P2"], "Rp19.769.500"),
    "sasaran.S2.serapan": (SERAPAN["P2"], "99,54%"),
    "sasaran.S2.silpa": (91_500, "Rp91.500"),
    "sasaran.S2.porsi": (F(PAGU["P2"], PAGU_UNIT) * 100, "0,75%"),
    "sasaran.S2.jumlah_program": (1, "1"),
    "sasaran.S2.efisiensi": (CAPAIAN["IKPP"] - SERAPAN["P2"], "6,17"),
    "sasaran.S2.nilai_efisiensi": ("efisien", "efisien"),
    "tanpa_sasaran.pagu": (69_427_000 + 10_226_800 + 11_960_950 + 40_541_850, "Rp132.156.600"),
    "tanpa_sasaran.realisasi": (69_427_000 + 10_210_000 + 11_945_750 + 40_539_500, "Rp132.122.250"),
    "tanpa_sasaran.serapan": (F(REALISASI_TANPA, PAGU_TANPA) * 100, "99,97%"),
    "tanpa_sasaran.silpa": (34_350, "Rp34.350"),
    "tanpa_sasaran.porsi": (F(PAGU_TANPA, PAGU_UNIT) * 100, "5,01%"),
    "tanpa_sasaran.jumlah_program": (4, "4"),
    "rata_rata.capaian_sasaran": (mean(*CAPAIAN.values()), "103,88%"),
    "rata_rata.serapan_sasaran": (mean(SERAPAN["P1"], SERAPAN["P2"]), "98,48%"),
    "rata_rata.efisiensi": (
        mean(CAPAIAN["AKIP"] - SERAPAN["P1"], CAPAIAN["IKPP"] - SERAPAN["P2"]),
        "5,40",
    ),
    "jumlah.pagu_sasaran": (2_487_371_653 + 19_861_000, "Rp2.507.232.653"),
    "jumlah.realisasi_sasaran": (2_423_318_229 + 19_769_500, "Rp2.443.087.729"),  # Tabel 3.2.1.1
    "jumlah.sasaran": (2, "2"),
    "jumlah.iku": (2, "2"),
    "jumlah.sasaran_melebihi": (2, "2"),
    "jumlah.sasaran_sesuai": (0, "0"),
    "jumlah.sasaran_tidak_mencapai": (0, "0"),
    "rata_rata.capaian_sasaran_melebihi": (mean(*CAPAIAN.values()), "103,88%"),
    "rata_rata.capaian_sasaran_sesuai": (None, "–"),
    "rata_rata.capaian_sasaran_tidak_mencapai": (None, "–"),
    "sdm.AKIP.ketersediaan": (TERSEDIA["AKIP"], "21,05%"),
    "sdm.AKIP.kekurangan": (100 - TERSEDIA["AKIP"], "78,95%"),
    "sdm.IKPP.ketersediaan": (TERSEDIA["IKPP"], "50,00%"),
    "sdm.IKPP.kekurangan": (F(50), "50,00%"),
    "rata_rata.ketersediaan_sdm": (mean(*TERSEDIA.values()), "35,53%"),
    "jumlah.kebutuhan_sdm": (29, "29"),
    "jumlah.tersedia_sdm": (9, "9"),
    "gabungan.ketersediaan_sdm": (F(9, 29) * 100, "31,03%"),
    "rata_rata.kekurangan_sdm": (100 - mean(*TERSEDIA.values()), "64,47%"),
    "rata_rata.ketersediaan_sarpras": (mean(*SARPRAS_TERSEDIA.values()), "93,95%"),
    "rata_rata.kekurangan_sarpras": (100 - mean(*SARPRAS_TERSEDIA.values()), "6,05%"),
    "evaluasi.1.capaian": (F("23.34") / 30 * 100, "77,80%"),
    "evaluasi.2.capaian": (F("25.66") / 30 * 100, "85,53%"),
    "evaluasi.3.capaian": (F("11.19") / 15 * 100, "74,60%"),
    "evaluasi.4.capaian": (F("13.28") / 25 * 100, "53,12%"),
    "jumlah.nilai_evaluasi": (F("23.34") + F("25.66") + F("11.19") + F("13.28"), "73,47"),
    "jumlah.bobot_evaluasi": (100, "100"),
    "terendah.capaian_evaluasi": (F("13.28") / 25 * 100, "53,12%"),
    "terendah.komponen_evaluasi": (LOWEST, LOWEST),
    "jumlah.rekomendasi": (12, "12"),  # Tabel 3.4.1
    # the year before: its IKU targets and its money are not published
    "iku_lalu.AKIP.capaian": (None, "–"),
    "iku_lalu.AKIP.status": (None, "–"),
    "iku_lalu.AKIP.capaian_batas": (None, "–"),
    "iku_lalu.AKIP.kemajuan": (KEMAJUAN_2023["AKIP"], "96,12%"),
    "iku_lalu.IKPP.capaian": (None, "–"),
    "iku_lalu.IKPP.status": (None, "–"),
    "iku_lalu.IKPP.capaian_batas": (None, "–"),
    "iku_lalu.IKPP.kemajuan": (KEMAJUAN_2023["IKPP"], "95,40%"),
    "rata_rata_lalu.capaian_iku": (None, "–"),
    "rata_rata_lalu.kemajuan": (mean(*KEMAJUAN_2023.values()), "95,76%"),
    "rata_rata_lalu.capaian_program": (PROGRAM_2023, "100,04%"),
    "anggaran_lalu.pagu": (None, "–"),
    "anggaran_lalu.realisasi": (None, "–"),
    "anggaran_lalu.serapan": (None, "–"),
    "anggaran_lalu.silpa": (None, "–"),
    "perubahan.capaian_iku": (None, "–"),
    "perubahan.capaian_program": (PROGRAM_2024 - PROGRAM_2023, "-0,63"),
    "perubahan.kemajuan": (mean(*KEMAJUAN.values()) - mean(*KEMAJUAN_2023.values()), "4,44"),
    "perubahan.serapan": (None, "–"),
    "perubahan.silpa": (None, "–"),
}


def printed(value: F | int, decimals: int = 2) -> str:
    """Write a number as Indonesian prints it, halves up, by whole-number arithmetic alone."""
    scaled = abs(F(value)) * 10**decimals
    digits = str((2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)).rjust(
        decimals + 1, "0"
    )
    whole, rest = (digits[:-decimals], "," + digits[-decimals:]) if decimals else (digits, "")
    groups = []
    while whole:
        whole, group = whole[:-3], whole[-3:]
        groups.insert(0, group)
    return ("-" if value < 0 else "") + ".".join(groups) + rest


def percent(value: F) -> str:
    return printed(value) + "%"


def status(target: str | None, realisasi: str | None) -> str:
    """Judge an indicator; all are better the higher, and where no target is printed none is."""
    if target is None or realisasi is None:
        return "target_tidak_diterbitkan"
    gap = F(realisasi) - F(target)
    return "melebihi" if gap > 0 else "tidak_mencapai" if gap else "sesuai"


def expected_rows() -> dict[str, tuple[F | int | str | None, str]]:
    """Results of the long tables, row by row."""
    rows: dict[str, tuple[F | int | str | None, str]] = {}
    for code, amount in {**REALISASI_KEGIATAN, **REALISASI_PROGRAM}.items():
        rows[f"program.{code}.realisasi"] = (amount, "Rp" + printed(amount, 0))
    for code in SERAPAN_DILAPORKAN:
        if code in ONLY_CHILDREN:
            pagu, spent = PAGU[code[:2]], REALISASI_PROGRAM[code[:2]]
            rows[f"program.{code}.pagu"] = (pagu, "Rp" + printed(F(pagu), 0))
            rows[f"program.{code}.serapan"] = (share := F(spent, pagu) * 100, percent(share))
            rows[f"program.{code}.silpa"] = (pagu - spent, "Rp" + printed(pagu - spent, 0))
        elif code not in PAGU:  # the pagu of kegiatan and subkegiatan is not published
            rows[f"program.{code}.serapan"] = rows[f"program.{code}.silpa"] = (None, "–")
    for prefix, table in (("indikator", INDIKATOR), ("indikator_lalu", INDIKATOR_2023)):
        for key, (target, realisasi) in table.items():
            value = None if target is None or realisasi is None else F(realisasi) / F(target) * 100
            rows[f"{prefix}.{key}.capaian"] = (value, "–" if value is None else percent(value))
            word = status(target, realisasi)
            rows[f"{prefix}.{key}.status"] = (word, word)
    for code in SERAPAN_DILAPORKAN:
        parts = [
            rows[f"indikator.{key}.capaian"][0]
            for key in INDIKATOR
            if key.rsplit(".", 1)[0] == code
        ]
        known = [part for part in parts if isinstance(part, F)]
        capaian = mean(*known) if known else None
        rows[f"program.{code}.capaian"] = (capaian, "–" if capaian is None else percent(capaian))
        # Tabel 4.1: "Sangat menunjang" at 100, "menunjang" at 95,9
        word = None if capaian is None else "Sangat menunjang" if capaian >= 100 else "Menunjang"
        rows[f"program.{code}.dukungan"] = (word, word or "–")
    for number, share in SARPRAS_TERSEDIA.items():
        rows[f"sarpras.{number}.ketersediaan"] = (share, percent(share))
        rows[f"sarpras.{number}.kekurangan"] = (100 - share, percent(100 - share))
    return rows


EXPECTED = {**HEADLINES, **expected_rows()}


def given_values() -> dict[str, F | None]:
    """Inputs, as typed above, under the keys the results give them."""
    given: dict[str, F | None] = {"anggaran.pagu_dpa": F(PAGU_DPA)}
    for code in TARGET:
        given |= {
            f"iku.{code}.target": TARGET[code],
            f"iku.{code}.realisasi": REALISASI[code],
            f"iku.{code}.target_akhir_renstra": TARGET_AKHIR[code],
            f"iku.{code}.realisasi_nasional": None,
            f"iku.{code}.riwayat.2023": REALISASI_2023[code],
            f"iku_lalu.{code}.realisasi": REALISASI_2023[code],
            f"iku_lalu.{code}.target": None,
            f"iku.{code}.riwayat.2022": REALISASI_2022.get(code),
            f"sdm.{code}.kebutuhan": F(SDM[code][0]),
            f"sdm.{code}.tersedia": F(SDM[code][1]),
        }
    for code, share in SERAPAN_DILAPORKAN.items():
        given[f"program.{code}.serapan_dilaporkan"] = F(share)
        if code not in ONLY_CHILDREN:
            given[f"program.{code}.pagu"] = F(PAGU[code]) if code in PAGU else None
    for code, amount in REALISASI_SUB.items():
        given[f"program.{code}.realisasi"] = F(amount)
    for prefix, table in (("indikator", INDIKATOR), ("indikator_lalu", INDIKATOR_2023)):
        for key, values in table.items():
            for name, value in zip(("target", "realisasi"), values, strict=True):
                given[f"{prefix}.{key}.{name}"] = None if value is None else F(value)
    for key in INDIKATOR:  # Tabel 4.1 prints 100; of these two no percentage
        if "-" in key:
            without = key in ("P2-K1-S1.1", "P6-K1-S2.1")
            given[f"indikator.{key}.capaian_dilaporkan"] = None if without else F(100)
    given["indikator_lalu.P1-K4-S4.2.capaian_dilaporkan"] = F(100)  # Tabel 3.1.1.3
    for number, values in SARPRAS.items():
        names = ("hasil_rekon", "pengadaan_periode", "standar_kebutuhan", "pengadaan_rkbmd")
        given |= {
            f"sarpras.{number}.{name}": F(value) for name, value in zip(names, values, strict=False)
        }
    for number, (weight, mark) in LHE.items():
        given |= {f"evaluasi.{number}.bobot": F(weight), f"evaluasi.{number}.nilai": F(mark)}
    return given


@cache
def results() -> Results:
    return load_results(2024, DATA)


@pytest.mark.parametrize("kunci", EXPECTED)
def test_result(kunci: str) -> None:
    assert_golden(results()[kunci], *EXPECTED[kunci])


def test_every_computed_figure_has_a_golden_one() -> None:
    computed = {figure.kunci for figure in results() if figure.rumus != GIVEN}
    assert computed - EXPECTED.keys() == set(), "work these out by hand from the seed"
    assert EXPECTED.keys() - computed == set(), "no longer computed"


def test_every_given_figure_stands_in_the_document() -> None:
    given = {
        f.kunci: None if f.nilai is None else F(f.number) for f in results() if f.rumus == GIVEN
    }
    assert given == given_values()


def test_the_document_adds_up_where_it_can() -> None:
    """The typed inputs: parts of Tabel 4.1 give its sums, the LHE gives the AKIP value."""
    for code, amount in REALISASI_KEGIATAN.items():
        assert sum(v for k, v in REALISASI_SUB.items() if k.startswith(code + "-")) == amount
    for code, amount in REALISASI_PROGRAM.items():
        assert sum(v for k, v in REALISASI_KEGIATAN.items() if k.startswith(code + "-")) == amount
    assert (PAGU_UNIT, REALISASI_UNIT) == (2_639_389_253, 2_575_209_979)
    assert sum(F(mark) for _, mark in LHE.values()) == REALISASI["AKIP"]


# where | printed there | our key | ours | why they differ
PRINTED = [
    [part.strip() for part in line.split("|")]
    for line in """\
Tabel 3.1.1.1 AKIP | 102,04% | iku.AKIP.capaian | 102,04% | sama
Tabel 3.1.1.1 IKPP | 105,71% | iku.IKPP.capaian | 105,71% | sama
Tabel 3.1.1.1 rata-rata | 103,87 | rata_rata.capaian_iku | 103,88% | dipotong: 103,877976
Tabel 3.1.1.2 melebihi|103,87%|rata_rata.capaian_sasaran_melebihi|103,88%|dipotong: 103,877976
BAB IV kesimpulan | 103,88% | rata_rata.capaian_iku | 103,88% | sama
3.1.2 AKIP 2022-2023 | 1,10 | iku.AKIP.perubahan.2023 | 1,10 | sama
3.1.2 AKIP 2023-2024 | 2,34 | iku.AKIP.perubahan.2024 | 2,34 | sama
3.1.2 IKPP 2023-2024 | 0,46 | iku.IKPP.perubahan.2024 | 0,46 | sama
Tabel 3.4 AKIP | 99% | iku.AKIP.kemajuan | 99,28% | dibulatkan tanpa desimal: 99,283784
Tabel 3.4 IKPP | 101,11% | iku.IKPP.kemajuan | 101,12% | dipotong: 101,118012
Tabel 3.4 rata-rata | 100,05% | rata_rata.kemajuan | 100,20% | dirata-ratakan dari 99 dan 101,11
Tabel 4.1 P1 capaian | 100,19% | program.P1.capaian | 100,00% | rata-rata tahun 2023 yang tertinggal
Tabel 4.1 P2 capaian | 95,9 | program.P2.capaian | 95,89% | satu desimal: 95,892857
Tabel 3.2.1.2 P2 capaian | 95,89 | program.P2.capaian | 95,89% | sama
Tabel 3.2.1.2 rata-rata | 99,41 | rata_rata.capaian_program | 99,41% | sama
Tabel 4.1 P1 serapan | 86,22 | program.P1.serapan | 97,42% | bukan 2.423.318.229 ÷ 2.487.371.653
Tabel 3.2.1.1 S1 serapan|97|sasaran.S1.serapan|97,42%|dibulatkan; alokasinya salinan realisasi
Tabel 3.2.1.1 S2 serapan | 100 | sasaran.S2.serapan | 99,54% | alokasi tercetak salinan realisasi
Tabel 3.2.1.1 rata-rata | 98,50 | rata_rata.serapan_sasaran | 98,48% | dari 97 dan 100
Tabel 3.2.1.2 P4 serapan | 100 | program.P4.serapan | 99,84% | dibulatkan
Tabel 3.2.1.2 P5 serapan | 100 | program.P5.serapan | 99,87% | dibulatkan
Tabel 3.2.1.2 P6 serapan | 100 | program.P6.serapan | 99,99% | dibulatkan
Tabel 3.2.1.2 serapan | 98 | anggaran.serapan | 97,57% | dibulatkan
3.2 silpa | 64.179.273 | anggaran.silpa | Rp64.179.274 | terhadap DPA, kurang satu rupiah
3.2 anggaran|2.639.389.252|anggaran.pagu|Rp2.639.389.253|DPA; jumlah program lebih satu rupiah
Tabel 4.1 Administrasi Umum|79.793.076|program.P1-K4.realisasi|Rp125.520.224|jumlah bagiannya salah
Tabel 3.7 S1 | 99,19 | sasaran.S1.porsi | 94,24% | pembilang realisasi, penyebut hanya dua program
Tabel 3.7 S2 | 0,9 | sasaran.S2.porsi | 0,75% | seperti S1, dan 0,81 pun tercetak 0,9
Tabel 3.2.2.1 S1 | 5,04 | sasaran.S1.efisiensi | 4,62 | serapan 97 alih-alih 97,42
Tabel 3.2.2.1 S2 | 5,71 | sasaran.S2.efisiensi | 6,17 | serapan 100 alih-alih 99,54
Tabel 3.2.2.1 total | 10,75 | rata_rata.efisiensi | 5,40 | dijumlahkan, bukan dirata-ratakan
Tabel 3.2.2.2 AKIP | 21,05% | sdm.AKIP.ketersediaan | 21,05% | sama
Tabel 3.2.2.2 AKIP efisiensi | 78,94 | sdm.AKIP.kekurangan | 78,95% | dipotong: 78,947368
Tabel 3.2.2.2 rata-rata | 37,78 % | rata_rata.ketersediaan_sdm | 35,53% | salah hitung
Tabel 3.2.2.2 rata-rata efisiensi | 62,21 % | rata_rata.kekurangan_sdm | 64,47% | salah hitung
Tabel 3.2.2.3 baris 5 | 66 | sarpras.5.ketersediaan | 66,67% | dipotong
Tabel 3.2.2.3 baris 6 | 53 | sarpras.6.ketersediaan | 53,33% | dipotong
Tabel 3.2.2.3 baris 10 | 66 | sarpras.10.ketersediaan | 66,67% | dipotong
Tabel 3.2.2.3 rata-rata | 93% | rata_rata.ketersediaan_sarpras | 93,95% | dipotong
Tabel 3.2.2.3 rata-rata efisiensi | 6% | rata_rata.kekurangan_sarpras | 6,05% | dipotong
1.5 Perencanaan | 77,8% | evaluasi.1.capaian | 77,80% | sama
1.5 Pengukuran | 85,53% | evaluasi.2.capaian | 85,53% | sama
1.5 Pelaporan | 74,6% | evaluasi.3.capaian | 74,60% | sama
1.5 Evaluasi | 53,12% | evaluasi.4.capaian | 53,12% | sama
1.5 nilai | 73,47 | jumlah.nilai_evaluasi | 73,47 | sama
Tabel 3.1.1.3 P2 2023 | 100,34% | indikator_lalu.P2.1.capaian | 100,35% | dipotong: 100,349398
""".splitlines()
]


def plain(text: str) -> F:
    return F(text.removesuffix("%").strip().removeprefix("Rp").replace(".", "").replace(",", "."))


@pytest.mark.parametrize(
    ("where", "theirs", "kunci", "ours", "why"), PRINTED, ids=[row[0] for row in PRINTED]
)
def test_against_the_printed_value(
    where: str, theirs: str, kunci: str, ours: str, why: str
) -> None:
    figure = results()[kunci]
    assert figure.tampil == ours
    same = plain(theirs) == plain(ours)
    assert same == (why == "sama"), f"{where}: {theirs} / {ours}"
    if why.startswith(
        "dipotong"
    ):  # cut off, not rounded: never above the exact value, less than one last digit below
        step = F(1, 10 ** len(theirs.removesuffix("%").partition(",")[2]))
        assert plain(theirs) <= F(figure.number) < plain(theirs) + step


def test_printed_availability_of_every_facility() -> None:
    """Tabel 3.2.2.3 prints whole percents, cut off."""
    assert {n: str(share.__floor__()) for n, share in SARPRAS_TERSEDIA.items()} == {
        n: row[4] for n, row in SARPRAS.items()
    }


def test_records_of_hasil_json() -> None:
    records = results().as_records()
    keys = {"kunci", "nilai", "satuan", "tampil", "rumus", "masukan"}
    assert all(keys <= record.keys() for record in records)
    assert len({record["kunci"] for record in records}) == len(records)
    by_key = {record["kunci"]: record for record in records}
    assert by_key["iku.AKIP.capaian"]["nilai"] == pytest.approx(
        102.04166666666667, rel=1e-15
    )  # unrounded
    assert by_key["anggaran.pagu"]["nilai"] == 2_639_389_253
    assert isinstance(by_key["anggaran.pagu"]["nilai"], int)
    assert by_key["iku.IKPP.perubahan.2023"]["nilai"] is None
    cells = by_key["iku.AKIP.capaian"]["masukan"]
    assert [(c["berkas"], c["kolom"], c["nilai"]) for c in cells] == [
        ("2024/iku.csv", "target", "72"),
        ("2024/iku.csv", "realisasi", "73,47"),
    ]


def test_every_figure_rests_on_cells_that_say_so() -> None:
    """Each source cell named by a result holds, in the file, the text it is said to hold."""
    grids: dict[str, list[dict[str, str]]] = {}
    for figure in results():
        for cell in figure.masukan:
            if cell.berkas not in grids:
                with (DATA / cell.berkas).open(encoding="utf-8-sig", newline="") as file:
                    grids[cell.berkas] = list(csv.DictReader(file, delimiter=";"))
            assert grids[cell.berkas][cell.baris - 2][cell.kolom].strip() == cell.nilai, (
                figure.kunci
            )
