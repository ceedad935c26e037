"""What sentences quote from the tables, in figures or words: each false one has a true twin."""

from __future__ import annotations

import pytest
from said import say
from unit_kecil import copy_unit

from lkjip_analysis.checks import Finding
from lkjip_analysis.data.validation import load_year

TWINS = [  # rule, false, true
    # staff and goods: there, needed, short; in words as in figures
    ("K75", "Pegawai yang tersedia berjumlah sebelas orang.",
     "Pegawai yang tersedia berjumlah sepuluh orang."),
    ("K75", "Kekurangan pegawai berjumlah 9 orang.", "Kekurangan pegawai berjumlah 8 orang."),
    ("K75", "Rata-rata ketersediaan pegawai sebesar 75,50%.",
     "Rata-rata ketersediaan pegawai sebesar 57,50%."),
    ("K75", "Kursi rapat: standar kebutuhan 16 unit.", "Kursi rapat: standar kebutuhan 15 unit."),
    ("K75", "Kursi rapat yang tersedia sebanyak dua puluh lima buah.",
     "Kursi rapat yang tersedia sebanyak dua puluh buah."),
    # what the indicators of programmes count, in other words than their names
    ("K75", "Gaji diterima oleh enam belas orang.", "Gaji diterima oleh empat belas orang."),
    ("K75", "Selama setahun 41 orang menerima gaji.", "Selama setahun 14 orang menerima gaji."),
    # elements of the survey
    ("K75", "Unsur persyaratan memperoleh nilai rata-rata 3,5.",
     "Unsur persyaratan memperoleh nilai rata-rata 3,0."),
    # money in words
    ("K76", "Anggaran terealisasi sembilan ratus lima puluh juta rupiah.",
     "Anggaran terealisasi sembilan ratus dua puluh juta rupiah."),
]  # fmt: skip

LEFT_ALONE = [
    "Dari 14 orang yang menerima gaji, 5 orang di antaranya berstatus pegawai kontrak.",
    "Dari 14 orang yang menerima gaji, 5 orang pindah tugas.",
    "Dua orang menerima penghargaan.",
    "Pada triwulan II sebanyak 13 orang menerima gaji.",
    "Unsur waktu penyelesaian memperoleh nilai 2,9.",
    "Pembina P.A. Rahman memberikan arahan kepada 5 orang.",
    "Pengadaan kursi rapat sebanyak 2 unit diusulkan tahun depan.",
]
"""Parts of what is counted, other things, other times."""


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Finding]]:
    year = load_year(2024, copy_unit(tmp_path_factory.mktemp("unit")))
    texts = [*(text for _, *both in TWINS for text in both), *LEFT_ALONE]
    told = say(year, [("", "analisis", text) for text in texts])
    return {text: own for (_, _, text), own in told.items()}


@pytest.mark.parametrize(("rule", "false", "true"), TWINS)
def test_the_false_one_of_twins_is_found(
    found: dict[str, list[Finding]], rule: str, false: str, true: str
) -> None:
    assert rule in {finding.id for finding in found[false]}
    assert len(found[false]) <= 2
    assert [finding.as_text() for finding in found[true]] == []


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_what_the_data_do_not_say_is_left_alone(found: dict[str, list[Finding]], text: str) -> None:
    assert [finding.as_text() for finding in found[text]] == []
