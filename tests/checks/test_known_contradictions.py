"""What published reports got wrong, done to the tiny unit: the words in which each is told."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from faults import put_cell
from unit_kecil import set_cell

from lkjip_analysis.checks import Finding, run_checks
from lkjip_analysis.results import load_results

PROGRAM = "2024/program.csv"


def unpublished_pagu(root: Path) -> None:
    """The pagu is known for the programme alone; the shares below are as reported."""
    for baris, kolom, value in (
        (2, "pagu", "800.000.000"),
        (3, "serapan_dilaporkan", "83,67"),
        (4, "pagu", ""),
        (4, "serapan_dilaporkan", "98"),
        (5, "pagu", ""),
        (5, "serapan_dilaporkan", "100"),
    ):
        set_cell(root, PROGRAM, baris, kolom, value)


def impossible_part(root: Path) -> None:
    """8,4 = 1,25 × IKM + 3,15 asks for an IKM of 4,2, above its 4."""
    (root / "2024" / "komponen_iku.csv").unlink()
    set_cell(root, "2024/iku.csv", 4, "formula", "IKPP = (1,25 × nilai IKM) + nilai IPP")
    set_cell(root, "2024/iku.csv", 4, "realisasi", "8,4")
    set_cell(root, "2024/narasi.csv", 19, "kode", "IKPP")
    set_cell(root, "2024/narasi.csv", 19, "teks", "IPP memperoleh nilai 3,15 menurut penilai.")


CONTRADICTIONS: dict[str, tuple[Callable[[Path], None], tuple[str, int, str], str, str, str]] = {
    "K02": (
        put_cell("2024/identitas.csv", 25, "nilai", "999.999.999"),
        ("2024/identitas.csv", 25, "nilai"),
        "pagu 2 program berjumlah Rp1.000.000.000, sedangkan total pagu DPA Rp999.999.999",
        "Rp1",
        "selisih satu rupiah, biasanya pembulatan atau angka terakhir salah ketik",
    ),
    "K10": (
        put_cell(PROGRAM, 4, "serapan_dilaporkan", "86,22"),
        (PROGRAM, 4, "serapan_dilaporkan"),
        "serapan P1.K1.S1 (Gaji dan Tunjangan) dilaporkan 86,22%, hitungannya 95,00%",
        "-8,78 poin persentase",
        "",
    ),
    "K13": (
        unpublished_pagu,
        (PROGRAM, 3, "serapan_dilaporkan"),
        "serapan P1.K1 (Administrasi Keuangan) dilaporkan 83,67%, di luar rentang 2 item di "
        "bawahnya: 98% sampai 100%",
        "-14,33 poin persentase",
        "angka induk milik baris lain atau salah ketik",
    ),
    "K22": (
        put_cell(PROGRAM, 6, "kode_sasaran", ""),
        (PROGRAM, 6, "kode_sasaran"),
        "program P2 (Pelayanan Publik) tidak ditautkan ke sasaran strategis mana pun "
        "(pagu Rp200.000.000, 20,00% dari seluruh pagu)",
        "",
        "kaitan tidak tercantum pada Perjanjian Kinerja",
    ),
    "K63": (
        impossible_part,
        ("2024/narasi.csv", 19, "teks"),
        "teks menyebut IPP 3,15; dengan IKPP 8,4 maka IKM 4,2, yang mungkin 1 sampai 4 atau "
        "25 sampai 100",
        "0,2",
        "IPP pada teks atau realisasi IKPP dari tahun yang berbeda",
    ),
}


@pytest.mark.parametrize("code", CONTRADICTIONS)
def test_contradiction(code: str, unit_kecil: Path) -> None:
    spoil, place, message, difference, cause = CONTRADICTIONS[code]
    spoil(unit_kecil)
    own = [f for f in run_checks(load_results(2024, unit_kecil)) if f.id == code]
    assert [told(finding) for finding in own] == [(place, message, difference, cause)]


def told(finding: Finding) -> tuple[object, ...]:
    place = (finding.berkas, finding.baris, finding.kolom)
    return place, finding.pesan, finding.selisih, finding.dugaan
