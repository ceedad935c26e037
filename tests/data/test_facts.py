"""Facts of a unit that cannot be right, each told with what to do about it."""

from __future__ import annotations

from pathlib import Path

import pytest
from faults import put, text_of
from unit_kecil import edit

from lkjip_analysis.data.gaps import list_gaps
from lkjip_analysis.data.validation import inspect_year, load_year
from lkjip_analysis.exceptions import Problem

IKU, FACTS = "2024/iku.csv", "2024/identitas.csv"
SCALES = "skala_predikat.csv"


def faults_of(root: Path) -> list[Problem]:
    return inspect_year(2024, root)[1]


def words_of(root: Path) -> list[str]:
    return [problem.pesan for problem in faults_of(root)]


RUSAK = "NIP sudah diubah Excel menjadi bilangan, angka belakangnya hilang"
KURANG = "NIP tidak berisi 18 angka"


@pytest.mark.parametrize(
    ("nip", "fault"),
    [
        ("197001012000032001", ""),
        ("19700101 200003 2 001", ""),
        ("19700101.200003.2.001", ""),
        ("197001012000032010", ""),
        ("-", ""),
        ("1,97001E+17", RUSAK),
        ("1.97001E+17", RUSAK),
        ("2E17", RUSAK),
        ("197001012000030000", RUSAK),  # the last fifteen digits are all that Excel keeps
        ("197001012000032000", RUSAK),
        ("19700101200003200", KURANG),
        ("1970010120000320011", KURANG),
        ("NIP 197001012000032001", KURANG),
    ],
)
def test_nip(unit_kecil: Path, nip: str, fault: str) -> None:
    edit(unit_kecil, FACTS, "nip_kepala;197001012000032001", f"nip_kepala;{nip}")
    assert words_of(unit_kecil) == ([f"nip_kepala: {fault}"] if fault else [])


def test_what_to_do_about_a_nip(unit_kecil: Path) -> None:
    edit(unit_kecil, FACTS, "nip_kepala;197001012000032001", "nip_kepala;1,97E+17")
    (problem,) = faults_of(unit_kecil)
    assert (problem.berkas, problem.baris, problem.kolom) == (FACTS, 10, "nilai")
    assert (problem.ditemukan, problem.diizinkan) == ("1,97E+17", "18 angka")
    assert problem.saran == (
        "ketik ulang NIP dari dokumen sumber dengan spasi (19680803 199003 1 011): CSV tidak "
        "menyimpan format sel, dan angka tanpa spasi diubah Excel lagi"
    )
    edit(unit_kecil, FACTS, "nip_kepala;1,97E+17", "nip_kepala;1")
    (problem,) = faults_of(unit_kecil)
    assert problem.diizinkan == "18 angka, boleh berspasi; kosong bila tidak ber-NIP"
    assert problem.saran == "tulis ulang NIP dari dokumen sumber"


LUAR = (
    "lambang harus berada di folder data",
    "nama berkas, misalnya lambang.png",
    "salin gambarnya ke folder data, lalu tulis namanya saja",
)
GAMBAR = (
    "lambang harus berupa gambar PNG, SVG, atau JPG",
    ".png, .svg, .jpg, .jpeg",
    "ganti gambarnya",
)
HILANG = (
    "berkas lambang tidak ditemukan",
    "gambar di unit/2024/ atau unit/",
    "salin gambarnya ke folder data, atau kosongkan",
)


@pytest.mark.parametrize(
    ("logo", "fault"),
    [
        ("/etc/lambang.png", LUAR),
        ("C:lambang.png", LUAR),
        ("C:\\gambar\\lambang.png", LUAR),
        ("../lambang.png", LUAR),
        ("gambar\\..\\..\\lambang.png", LUAR),
        ("lambang.gif", GAMBAR),
        ("lambang", GAMBAR),
        ("lain.png", HILANG),
    ],
)
def test_an_emblem_that_cannot_be_used(
    unit_kecil: Path, logo: str, fault: tuple[str, str, str]
) -> None:
    edit(unit_kecil, FACTS, "\nlogo;\n", f"\nlogo;{logo}\n")
    (problem,) = faults_of(unit_kecil)
    assert (problem.pesan, problem.diizinkan, problem.saran) == (f"logo: {fault[0]}", *fault[1:])
    assert (problem.baris, problem.ditemukan) == (13, logo)


def test_a_renstra_of_one_year_is_no_fault(unit_kecil: Path) -> None:
    edit(unit_kecil, FACTS, "renstra_akhir;2026", "renstra_akhir;2024")
    assert faults_of(unit_kecil) == []
    edit(unit_kecil, FACTS, "renstra_akhir;2024", "renstra_akhir;2023")
    (problem,) = faults_of(unit_kecil)
    assert problem.pesan == "renstra_akhir: akhir Renstra mendahului awalnya"
    assert (problem.ditemukan, problem.diizinkan) == ("2023", "2024 atau sesudahnya")
    assert problem.saran == "perbaiki renstra_awal atau renstra_akhir"


def test_a_dpa_of_nothing_is_no_fault(unit_kecil: Path) -> None:
    edit(unit_kecil, FACTS, "total_pagu_dpa;1.000.000.000", "total_pagu_dpa;0")
    assert faults_of(unit_kecil) == []
    edit(unit_kecil, FACTS, "total_pagu_dpa;0", "total_pagu_dpa;-1")
    (problem,) = faults_of(unit_kecil)
    assert problem.pesan == "total_pagu_dpa: nilai di luar batas"
    assert (problem.diizinkan, problem.saran) == (
        "paling kecil 0",
        "periksa angkanya pada dokumen sumber",
    )


@pytest.mark.parametrize(
    ("text", "remedy"),
    [("akip_nasionl", 'maksud Anda "akip_nasional"?'),
     ("xyz", "tambahkan skala itu di skala_predikat.csv")],
)  # fmt: skip
@pytest.mark.parametrize("key", ["skala_capaian", "skala_dukungan"])
def test_a_fact_that_names_no_scale(unit_kecil: Path, key: str, text: str, remedy: str) -> None:
    before = {"skala_capaian": "akip_nasional", "skala_dukungan": "dukungan_program"}[key]
    baris = {"skala_capaian": 31, "skala_dukungan": 32}[key]
    edit(unit_kecil, FACTS, f"{key};{before}", f"{key};{text}")
    assert faults_of(unit_kecil) == [
        Problem(FACTS, baris, "nilai", "skala predikat tidak ada", text,
                "akip_nasional, dukungan_program", remedy)
    ]  # fmt: skip


def test_a_fact_left_out_names_a_scale_all_the_same(unit_kecil: Path) -> None:
    """The default scale must be there too; it has no cell of its own."""
    edit(unit_kecil, FACTS, "skala_dukungan;dukungan_program\n", "")
    lines = text_of(unit_kecil, SCALES).splitlines()
    kept = [line for line in lines if not line.startswith("dukungan_program")]
    put(unit_kecil, SCALES, "\n".join(kept) + "\n")
    (problem,) = faults_of(unit_kecil)
    assert (problem.berkas, problem.baris, problem.kolom) == (FACTS, None, "skala_dukungan")
    assert (problem.ditemukan, problem.diizinkan) == ("dukungan_program", "akip_nasional")


def test_without_scales_all_that_name_one_are_told(unit_kecil: Path) -> None:
    (unit_kecil / SCALES).unlink()
    problems = faults_of(unit_kecil)
    assert [(p.berkas, p.baris, p.kolom) for p in problems] == [
        (FACTS, 31, "nilai"),
        (FACTS, 32, "nilai"),
        (IKU, 2, "skala"),
    ]
    assert {(p.diizinkan, p.saran) for p in problems} == {
        ("skala_predikat.csv tidak ada", "salin skala_predikat.csv dari data/ proyek ke unit/")
    }


def test_a_required_fact_that_is_blank_is_a_gap(unit_kecil: Path) -> None:
    """As every blank: belum tersedia. Only what a draft needs is a fault."""
    edit(unit_kecil, FACTS, "tempat;Contoh", "tempat;")
    assert faults_of(unit_kecil) == []
    gaps = [gap for gap in list_gaps(load_year(2024, unit_kecil)) if gap.apa.startswith("tempat ")]
    assert [(gap.baris, gap.kolom, gap.wajib) for gap in gaps] == [(14, "nilai", True)]
    edit(unit_kecil, FACTS, "renstra_awal;2024", "renstra_awal;")
    (problem,) = faults_of(unit_kecil)
    assert (problem.kolom, problem.pesan) == ("nilai", "fakta wajib 'renstra_awal' belum diisi")
    assert problem.saran == "isi nilainya"


def test_a_required_fact_that_is_not_there(unit_kecil: Path) -> None:
    edit(unit_kecil, FACTS, "tempat;Contoh\n", "")
    edit(unit_kecil, FACTS, "jenis_unit;dinas\n", "")
    assert [(p.baris, p.diizinkan, p.saran) for p in faults_of(unit_kecil)] == [
        (None, "sebutan jenis unit di dalam kalimat (misalnya kecamatan)",
         "tambahkan baris dengan kunci jenis_unit"),
        (None, "tempat penandatanganan", "tambahkan baris dengan kunci tempat"),
    ]  # fmt: skip


def test_a_misspelt_fact_is_not_missing_as_well(unit_kecil: Path) -> None:
    edit(unit_kecil, FACTS, "tempat;Contoh", "tempatt;Contoh")
    (problem,) = faults_of(unit_kecil)
    assert (problem.kolom, problem.pesan, problem.saran) == (
        "kunci",
        "kunci tidak dikenal",
        'maksud Anda "tempat"?',
    )
    assert problem.diizinkan.startswith("nama_unit, nama_unit_singkat, jenis_unit, ")


def test_a_key_of_nobody(unit_kecil: Path) -> None:
    put(unit_kecil, FACTS, text_of(unit_kecil, FACTS) + "warna_favorit;biru\n;kosong\n")
    problems = faults_of(unit_kecil)
    assert [(p.baris, p.kolom, p.saran) for p in problems] == [
        (36, "kunci", "hapus baris ini"),
        (37, "kunci", "isi sel ini"),
    ]
