"""One cell changed: what follows from it is told once, at the cell, with what it seems to be."""

from __future__ import annotations

import tempfile
from copy import deepcopy
from pathlib import Path

import pytest
from kasus import look, unit
from spoiled import CleanUnit, reread
from undian import read_unit
from unit_here import PROJECT

from lkjip_analysis.checks import Finding, run_checks
from lkjip_analysis.data.validation import load_year
from lkjip_analysis.results import compute_results

DINAS = PROJECT / "examples" / "dinas"


@pytest.fixture(scope="module")
def dinas() -> CleanUnit:
    return CleanUnit(read_unit(DINAS), load_year(2024, DINAS))


def after(dinas: CleanUnit, file: str, baris: int, kolom: str, value: str) -> list[Finding]:
    """Change a cell; give the open findings that are no notes, those folded in left out."""
    spoilt = deepcopy(dinas.unit)
    spoilt[file][baris - 2][kolom] = value
    with tempfile.TemporaryDirectory() as folder:
        data, refused = reread(dinas.data, spoilt, [file], Path(folder))
    assert not refused
    found = run_checks(compute_results(data))
    return [one for one in found if one.keparahan != "catatan" and not one.diakui]


@pytest.mark.parametrize(
    ("file", "baris", "kolom", "value", "words", "also"),
    [
        ("2024/struktur.csv", 13, "atasan", "", "tampaknya KADIS", {"K80", "K82"}),
        ("2024/evaluasi.csv", 4, "bobot", "0,15", "tampaknya 15", {"K30", "K73"}),
        ("2024/ipp.csv", 4, "aspek", "Kebijakn", "tampaknya Kebijakan Pelayanan", {"K66"}),
        ("skala_predikat.csv", 11, "batas_bawah", "5", "CC pada skala akip_nasional", {"K46"}),
        ("skala_predikat.csv", 5, "skala", "dukungan_dinas", "capaian_dinas", {"K46", "K80"}),
        ("2024/iku.csv", 6, "skala", "indeks_layanan", "tampaknya akip_nasional", {"K34", "K40"}),
        ("2023/iku.csv", 2, "realisasi", "", "terhapus", {"K72"}),
        ("2024/identitas.csv", 6, "nilai", "", "belum diisi", set()),
        ("2024/indikator_program.csv", 39, "target", "3", "1 waktu diakui, kini 3", set()),
    ],
)
def test_one_finding_at_the_cell(
    dinas: CleanUnit, file: str, baris: int, kolom: str, value: str, words: str, also: set[str]
) -> None:
    (found,) = after(dinas, file, baris, kolom, value)
    assert (found.berkas, found.baris, found.kolom) == (file, baris, kolom) or not also
    assert (file, baris, kolom) in {(c.berkas, c.baris, c.kolom) for c in found.sel}
    assert words in found.dugaan
    assert {one.id for one in found.akibat} >= also - {found.id}


def test_an_acknowledged_zero_falls_with_the_remark_that_explained_it(dinas: CleanUnit) -> None:
    file = "2024/indikator_program.csv"
    found = after(dinas, file, 39, "keterangan", "Lelang dibatalkan")
    assert [one.id for one in found] == ["K05"]
    assert "Lelang gagal dua kali" in found[0].gugur and "Lelang dibatalkan" in found[0].gugur


RENSTRA = "kode;tingkat;nama\nR1;program;{}\nR2;program;Pembinaan Desa Tertib"


@pytest.mark.parametrize(
    ("name", "seen"),
    [
        ("Penataan Ruang Kota Pembinaan Desa Tertib", [2]),
        ("Penataan Ruang Kota dan Pembinaan Desa Tertib", []),
        ("Penataan Ruang Kota", []),
    ],
)
def test_two_names_in_one_cell(name: str, seen: list[int]) -> None:
    program = "kode;tingkat;nama\nP1;program;Penataan Ruang Kota\nP2;program;Pembinaan Desa Tertib"
    hasil = unit(program=program, renstra=RENSTRA.format(name))
    found = [one for one in look("K50", hasil) if "memuat dua nama" in one.pesan]
    assert [one.baris for one in found] == seen


@pytest.mark.parametrize(("past", "seen"), [("57,1", ["2023/iku.csv"]), ("75,1", []), ("70,1", [])])
def test_digits_turned_back_among_the_other_values(past: str, seen: list[str]) -> None:
    head = "kode_iku;kode_sasaran;indikator;satuan;polaritas;target;realisasi;target_akhir_renstra"
    row = "MAJU;S1;Persentase lembaga maju;persen;naik;{};{};{}"
    tables = {
        year: f"{head}\n{row.format(*values)}"
        for year, values in {2022: ("", "73,5", ""), 2023: ("", past, "")}.items()
    }
    now = f"{head}\n{row.format('79,1', '76,6', '86,1')}"
    found = look("K48", unit(iku=now, past={year: {"iku": one} for year, one in tables.items()}))
    assert [one.berkas for one in found] == seen
