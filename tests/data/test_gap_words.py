"""What the analyst reads about each thing that is missing, in her words."""

from __future__ import annotations

from pathlib import Path

import pytest
from unit_kecil import SOURCE, edit, set_cell

from lkjip_analysis.data.gaps import Gap, group_gaps, has_compulsory_gap, list_gaps
from lkjip_analysis.data.validation import inspect_year, load_year

BELUM = "belum diisi"


@pytest.fixture(scope="module")
def before() -> list[Gap]:
    """Gaps of the sound unit, before something is taken out."""
    return list_gaps(load_year(2024, SOURCE))


def new_texts(before: list[Gap], root: Path) -> list[str]:
    return [gap.as_text() for gap in list_gaps(inspect_year(2024, root)[0]) if gap not in before]


CELLS: dict[tuple[str, int, str], str] = {
    ("iku", 3, "target"): f"target IKU {BELUM} (wajib)",
    ("iku", 3, "realisasi"): f"realisasi IKU {BELUM} (wajib)",
    ("iku", 3, "target_akhir_renstra"): f"target akhir Renstra {BELUM} (wajib)",
    ("iku", 3, "catatan_nasional"): "realisasi nasional belum diisi; bila tidak ada, sebutkan "
    "alasannya di catatan_nasional (pilihan)",
    ("iku", 3, "formula"): f"rumus IKU {BELUM} (pilihan)",
    ("iku", 3, "sumber_data"): f"sumber data IKU {BELUM} (pilihan)",
    ("iku", 3, "penanggung_jawab"): f"penanggung jawab IKU {BELUM} (pilihan)",
    ("iku", 3, "bukti"): f"dokumen bukti realisasi IKU {BELUM} (pilihan)",
    ("skm", 2, "nilai_rata_rata"): f"nilai unsur SKM {BELUM} (wajib)",
    ("ipp", 3, "skor"): f"skor butir IPP {BELUM} (wajib)",
    ("program", 8, "realisasi"): f"realisasi anggaran {BELUM} (wajib)",
    ("program", 6, "kode_sasaran"): "program belum ditautkan ke sasaran strategis (pilihan)",
    ("indikator_program", 4, "target"): "target indikator program/kegiatan/subkegiatan "
    "belum diisi (wajib)",
    ("indikator_program", 4, "realisasi"): "realisasi indikator program/kegiatan/subkegiatan "
    "belum diisi (wajib)",
    ("sdm", 3, "kebutuhan"): f"kebutuhan pegawai {BELUM} (pilihan)",
    ("sdm", 3, "ketersediaan"): f"ketersediaan pegawai {BELUM} (pilihan)",
    ("sarpras", 3, "hasil_rekon"): f"jumlah hasil rekonsiliasi {BELUM} (pilihan)",
    ("sarpras", 3, "pengadaan_periode"): f"jumlah pengadaan periode {BELUM} (pilihan)",
    ("sarpras", 3, "standar_kebutuhan"): f"standar kebutuhan {BELUM} (pilihan)",
    ("sarpras", 3, "pengadaan_rkbmd"): f"jumlah pengadaan P-RKBMD {BELUM} (pilihan)",
    ("evaluasi", 3, "nilai"): f"nilai komponen LHE {BELUM} (wajib)",
    ("evaluasi", 3, "predikat"): f"predikat komponen LHE {BELUM} (pilihan)",
    ("evaluasi", 3, "kesimpulan"): f"kesimpulan evaluator {BELUM} (pilihan)",
    ("evaluasi", 3, "catatan"): f"catatan evaluator {BELUM} (pilihan)",
    ("tindak_lanjut", 2, "rencana_aksi"): f"rencana aksi {BELUM} (pilihan)",
    ("tindak_lanjut", 2, "status"): f"status tindak lanjut {BELUM} (wajib)",
    ("tindak_lanjut", 2, "bukti"): f"bukti tindak lanjut {BELUM} (pilihan)",
    ("narasi", 19, "teks"): "bagian upaya_perbaikan (3.3) belum ditulis: upaya perbaikan kinerja "
    "(wajib)",
    ("narasi", 15, "teks"): "teks pada bagian faktor_penghambat masih kosong (pilihan)",
}


@pytest.mark.parametrize("cell", CELLS, ids=lambda cell: "-".join(map(str, cell)))
def test_a_blank_cell(unit_kecil: Path, before: list[Gap], cell: tuple[str, int, str]) -> None:
    table, baris, kolom = cell
    set_cell(unit_kecil, f"2024/{table}.csv", baris, kolom, "")
    where = "realisasi_nasional" if kolom == "catatan_nasional" else kolom
    assert new_texts(before, unit_kecil) == [
        f"2024/{table}.csv, baris {baris}, kolom {where}: {CELLS[cell]}"
    ]


FILES = {
    "sdm": "berkas belum ada; satu baris adalah kebutuhan dan ketersediaan pegawai untuk satu IKU "
    "(pilihan)",
    "tindak_lanjut": "berkas belum ada; satu baris adalah satu rekomendasi evaluator dan tindak "
    "lanjutnya (wajib)",
    "skm": "berkas belum terisi, padahal komponen IKU bersumber skm (wajib)",
    "ipp": "berkas belum terisi, padahal komponen IKU bersumber ipp (wajib)",
}


@pytest.mark.parametrize("table", FILES)
def test_a_missing_file(unit_kecil: Path, before: list[Gap], table: str) -> None:
    (unit_kecil / "2024" / f"{table}.csv").unlink()
    assert new_texts(before, unit_kecil) == [f"2024/{table}.csv: {FILES[table]}"]


def test_a_file_of_heads_only(unit_kecil: Path, before: list[Gap]) -> None:
    path = unit_kecil / "2024" / "sdm.csv"
    path.write_text(path.read_text(encoding="utf-8").splitlines()[0] + "\n", encoding="utf-8")
    assert new_texts(before, unit_kecil) == [
        "2024/sdm.csv: belum ada barisnya; satu baris adalah kebutuhan dan ketersediaan pegawai "
        "untuk satu IKU (pilihan)"
    ]


def test_programmes_without_pagu(unit_kecil: Path, before: list[Gap]) -> None:
    for baris in (4, 5):
        set_cell(unit_kecil, "2024/program.csv", baris, "pagu", "")
    assert new_texts(before, unit_kecil) == [
        "2024/program.csv, kolom pagu: pagu 3 kegiatan dan subkegiatan belum tersedia (pilihan)",
        "2024/program.csv, baris 2, kolom pagu: pagu program belum dapat dihitung; isi di sini "
        "atau pada semua item di bawahnya (wajib)",
    ]


def test_an_item_above_leaves_needs_no_realisasi_of_its_own(before: list[Gap]) -> None:
    assert not [gap for gap in before if gap.berkas == "2024/program.csv"]


def test_a_component_given_directly(unit_kecil: Path, before: list[Gap]) -> None:
    """Compulsory while the IKU rests on it; worth having once the IKU has its own value."""
    set_cell(unit_kecil, "2024/komponen_iku.csv", 2, "sumber", "")
    text = "2024/komponen_iku.csv, baris 2, kolom nilai: nilai komponen IKU belum diisi"
    assert new_texts(before, unit_kecil) == [f"{text} (wajib)"]
    set_cell(unit_kecil, "2024/iku.csv", 4, "realisasi", "8,1")
    assert new_texts(before, unit_kecil) == [f"{text} (pilihan)"]
    set_cell(unit_kecil, "2024/komponen_iku.csv", 2, "nilai", "3")
    assert new_texts(before, unit_kecil) == []


def test_an_iku_that_is_only_rated_needs_no_numbers(unit_kecil: Path, before: list[Gap]) -> None:
    for kolom, value in (
        ("target", ""),
        ("realisasi", ""),
        ("realisasi_predikat", "A"),
        ("target_akhir_renstra", ""),
    ):
        set_cell(unit_kecil, "2024/iku.csv", 2, kolom, value)
    assert new_texts(before, unit_kecil) == []


@pytest.mark.parametrize(
    ("key", "value", "text"),
    [
        ("alamat", "Jalan Merdeka Nomor 1", "alamat belum diisi: alamat unit (pilihan)"),
        ("tempat", "Contoh", "tempat belum diisi: tempat penandatanganan (wajib)"),
        ("sarpras_tahun_rekon", "2023",
         "sarpras_tahun_rekon belum diisi: tahun hasil rekonsiliasi barang (pilihan)"),
        ("kode_iku_akip", "AKIP", ""),  # a blank says that there is none
        ("sumber_nasional", "Laporan nasional 2024", ""),  # the row has its own
    ],
)  # fmt: skip
def test_a_blank_fact(unit_kecil: Path, before: list[Gap], key: str, value: str, text: str) -> None:
    edit(unit_kecil, "2024/identitas.csv", f"\n{key};{value}\n", f"\n{key};\n")
    lines = (unit_kecil / "2024/identitas.csv").read_text(encoding="utf-8").splitlines()
    baris = lines.index(f"{key};") + 1
    expected = [f"2024/identitas.csv, baris {baris}, kolom nilai: {text}"] if text else []
    assert new_texts(before, unit_kecil) == expected


def test_facts_of_facilities_are_wanted_with_facilities(unit_kecil: Path) -> None:
    edit(unit_kecil, "2024/identitas.csv", "sarpras_tahun_rkbmd;2024", "sarpras_tahun_rkbmd;")
    (unit_kecil / "2024/sarpras.csv").unlink()
    assert not [text for text in new_texts([], unit_kecil) if "rkbmd" in text]


def test_a_national_value_wants_its_source(unit_kecil: Path, before: list[Gap]) -> None:
    edit(unit_kecil, "2024/identitas.csv", "sumber_nasional;Laporan nasional 2024",
         "sumber_nasional;")  # fmt: skip
    set_cell(unit_kecil, "2024/iku.csv", 2, "sumber_nasional", "")
    assert new_texts(before, unit_kecil) == [
        "2024/identitas.csv, baris 26, kolom nilai: sumber_nasional belum diisi: sumber pembanding "
        "nasional pada tabel (pilihan)"
    ]
    for kolom in ("realisasi_nasional", "sumber_nasional"):
        set_cell(unit_kecil, "2024/iku.csv", 2, kolom, "")
    assert new_texts(before, unit_kecil) == []


def test_a_fact_that_texts_name(unit_kecil: Path, before: list[Gap]) -> None:
    """The first row that names it is told."""
    edit(unit_kecil, "2024/identitas.csv", "\nnomor_lhe;700/1/2024\n", "\nnomor_lhe;\n")
    for baris in (4, 3):
        set_cell(unit_kecil, "2024/narasi.csv", baris, "teks", "LHE {identitas.nomor_lhe}.")
    assert new_texts(before, unit_kecil) == [
        "2024/identitas.csv, baris 22, kolom nilai: nomor_lhe belum diisi: nomor Laporan Hasil "
        "Evaluasi (LHE) AKIP (disebut di 2024/narasi.csv baris 3) (wajib)"
    ]


def test_a_section_nobody_wrote(unit_kecil: Path, before: list[Gap]) -> None:
    path = unit_kecil / "2024" / "narasi.csv"
    lines = path.read_text(encoding="utf-8").splitlines()
    kept = [line for line in lines if not line.startswith(("kesimpulan;", "kata_pengantar;"))]
    path.write_text("\n".join([*kept, "cascading;1;paragraf;;;"]) + "\n", encoding="utf-8")
    assert new_texts(before, unit_kecil) == [
        "2024/narasi.csv, kolom teks: bagian kata_pengantar (Kata Pengantar) belum ditulis: "
        "paragraf kata pengantar (wajib)",
        "2024/narasi.csv, kolom teks: bagian kesimpulan (4.1) belum ditulis: kesimpulan (wajib)",
        "2024/narasi.csv, baris 20, kolom teks: bagian cascading (1.4) belum ditulis: "
        "pengantar penjenjangan kinerja (pilihan)",
    ]


def test_rows_are_written_as_ranges() -> None:
    gaps = [Gap("a.csv", row, "x", "kosong", True) for row in (9, 2, 3, 5, 6, 7, 11)]
    assert [gap.as_text() for gap in group_gaps(gaps)] == [
        "a.csv, kolom x: kosong pada 7 baris: 2-3, 5-7, 9, 11 (wajib)"
    ]
    assert group_gaps(gaps[:1]) == gaps[:1]


def test_one_compulsory_gap_makes_a_draft() -> None:
    optional, compulsory = (Gap("a.csv", 2, "x", "kosong", wajib) for wajib in (False, True))
    assert has_compulsory_gap([optional, compulsory])
    assert not has_compulsory_gap([optional])
    assert not has_compulsory_gap([])
