"""Sentences of a hospital, an education office, a unit with one IKU, one with forty.

The figures in the comments are worked out by hand from ``unit_lain``.
"""

from __future__ import annotations

import re

import pytest
from unit_lain import UNITS

from lkjip_analysis.presentation import narrative, tables
from lkjip_analysis.results import load_results

TOLD = (
    *("ikhtisar", "jumlah_sasaran", "capaian_iku", "status_sasaran", "capaian_program"),
    *("perbandingan_tahun", "kemajuan_renstra", "nasional", "lembar_kinerja", "anggaran"),
    *("kinerja_anggaran", "sorotan_serapan", "efisiensi", "sdm", "sarpras", "kesimpulan"),
)
NOT_SAID = {
    "another unit's words": r"(?i)\bkecamatan|\bcamat\b|\bdesa\b",
    "none of none": r"\b0 dari 0\b|\bdari 0\b|\b0 indikator|\bnol\b",
    "all of one": r"(?i)\bseluruh\w* (?:satu|1)\b|\b(?:satu|1) (?:IKU|sasaran)[^.]* seluruh",
    "a sentence that begins with digits": r"(?:^|[.!?] )\d+ [a-z]",
    "a word twice": r"\b(?!(?:rata|sub)\b)(\w{3,}) \1\b",
    "blanks and stops": r" [.,;:]|\.\.|,,|\( ",
}


@pytest.fixture(scope="module", params=UNITS)
def hasil(request, tmp_path_factory):
    return load_results(2031, UNITS[request.param](tmp_path_factory.mktemp(request.param)))


def said(shown):
    """Take out the markup: tables, pictures, and what makes a figure traceable."""
    text = re.sub(r"(?s)```\{=html\}.*?```|!\[.*?\]\(data:.*?\)", "", shown.markdown)
    text = re.sub(r"\[([^]]*)\]\{[^}]*\}|\{[^}]*\}", r"\1", text).replace("\\", "")
    return re.sub(r" {2,}", " ", text)


def test_every_sentence_reads_well(hasil):
    for name in TOLD:
        for line in filter(None, said(getattr(narrative, name)(hasil)).split("\n")):
            for fault, pattern in NOT_SAID.items():
                assert not re.search(pattern, line), f"{name}: {fault}: {line}"
        whole = said(getattr(narrative, name)(hasil))
        alone = re.search(r"(?m)^1\. ", whole) and not re.search(r"(?m)^2\. ", whole)
        assert not alone, f"{name}: a list of one"


def test_no_sentence_is_said_twice_in_a_part(hasil):
    for name in TOLD:
        lines = [line for line in said(getattr(narrative, name)(hasil)).split("\n") if "." in line]
        for line in lines if name != "lembar_kinerja" else ():
            assert lines.count(line) == 1, f"{name}: {line}"


def of(name, tmp_path):
    return load_results(2031, UNITS[name](tmp_path))


def test_a_hospital(tmp_path):
    hasil = of("rsud", tmp_path)
    told = said(narrative.capaian_iku(hasil))
    assert told.startswith(
        "Dari empat IKU, dua melampaui target, satu sesuai target, dan satu belum mencapai target."
    )
    # 2 − 21,4 ÷ 25; a mean of 104,31% gets no class while one fell short
    assert "(NDR) (makin rendah makin baik) ditargetkan 25 permil" in told and "114,40%" in told
    assert (
        "predikat" not in told
        and "Angka capaian kinerja" not in tables.skala_predikat(hasil).markup
    )
    years = said(narrative.perbandingan_tahun(hasil))
    assert "turun 1,60 permil (membaik)" in years and "naik Rp5.150.000.000" in years
    assert (
        "(SKM) berfluktuasi dari tahun 2029 ke tahun 2031: pada 2029–2030 naik 1,70 poin" in years
    )
    assert "dalam satuan indikator (persen: poin persentase)." in (
        tables.perbandingan_tahun(hasil).markup
    )
    end = said(narrative.kesimpulan(hasil))
    assert end.count("Nilai survei kepuasan masyarakat (SKM)") == 1
    assert "turun dari 86,9 pada tahun 2030. Sebab: Loket pendaftaran penuh" in end
    assert said(narrative.capaian_program(hasil)).startswith("Kedua indikator program mencapai")
    assert "Satu-satunya rekomendasi evaluator selesai." in said(narrative.ikhtisar(hasil))


def test_an_education_office_that_reached_nothing(tmp_path):
    hasil = of("pendidikan", tmp_path)
    assert "tiga belum mencapai target dan satu belum dapat dinilai." in said(
        narrative.capaian_iku(hasil)
    )
    assert said(narrative.capaian_program(hasil)) == (
        "Satu-satunya indikator program belum mencapai target. Yang belum mencapai target: "
        "Persentase sekolah terakreditasi A (90,00%)."
    )
    years = said(narrative.perbandingan_tahun(hasil))
    # three alike are told once; the one without realisation lacks another year
    assert "(APM) SMP, dan Rasio siswa terhadap guru SD belum dapat dibandingkan" in years
    assert "Realisasi nasional sebagian" not in tables.nasional(hasil).markup


def test_a_unit_with_one_of_everything(tmp_path):
    hasil = of("satu", tmp_path)
    assert said(narrative.capaian_iku(hasil)).startswith("Tingkat kapabilitas APIP ditargetkan")
    assert "mencapai tujuan “Pemerintahan yang bersih”." in said(narrative.jumlah_sasaran(hasil))
    assert said(narrative.anggaran(hasil)).endswith("100,00%, tanpa sisa anggaran (SILPA).")
    assert "Rata-rata" not in said(narrative.efisiensi(hasil))
    sheets = said(narrative.lembar_kinerja(hasil))
    assert "Satu-satunya IKU sasaran ini sesuai target." in sheets
    assert "Sebab capaiannya belum dijelaskan tersendiri." in sheets


def test_a_unit_with_forty_iku(tmp_path):
    hasil = of("empat-puluh", tmp_path)
    told = said(narrative.capaian_iku(hasil))
    assert (
        "Dari 40 IKU, 20 melampaui target, 10 sesuai target, 9 belum mencapai target, dan 1" in told
    )
    # told are those that fell short, and the one that is not measured
    assert told.count("ditargetkan") == 10 and "Sebanyak 30 IKU lain hanya" in told
    assert not re.search(r"\d\. +Sebanyak 30", told)  # no item of the list
    made = tables.capaian_iku(hasil).markup
    assert "Bukti realisasi disebut pada lembar setiap IKU." in made and "Rekap 1.1" not in made
    assert "Posisi" not in tables.skala_predikat(hasil).markup  # nothing has a place on it
    assert "Seluruh IKU yang berjumlah 40 tidak dibandingkan" in said(narrative.nasional(hasil))
    assert "Sebanyak 39 IKU belum dapat dibandingkan" in said(narrative.perbandingan_tahun(hasil))
    assert "Sasaran strategis tahun 2031 berjumlah sepuluh." in said(narrative.kesimpulan(hasil))
    assert "39 belum mencapai target akhir" in said(narrative.kemajuan_renstra(hasil))
