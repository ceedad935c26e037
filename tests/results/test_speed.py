"""The work grows with the number of rows, not with its square."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from faults import put

from lkjip_analysis.data.validation import load_year
from lkjip_analysis.results import compute_results

pytestmark = pytest.mark.lambat


def fill(root: Path, count: int) -> None:
    """Write ``count`` programmes, kegiatan and subkegiatan, with an indicator each."""
    items = ["kode;induk;tingkat;nama;kode_sasaran;pagu;realisasi"]
    indicators = ["kode;urutan;indikator;satuan;polaritas;target;realisasi"]
    for number in range(count):
        programme, rest = divmod(number, 31)
        code = f"P{programme}"
        if rest == 0:
            items.append(f"{code};;program;Program {programme};S{programme % 2 + 1};;")
        elif rest % 6 == 1:
            code += f".K{rest}"
            items.append(f"{code};P{programme};kegiatan;Kegiatan {rest};;;")
        else:
            above = f"{code}.K{(rest - 1) // 6 * 6 + 1}"
            code = f"{above}.S{rest}"
            money = f"{1_000_000 + number};{900_000 + number}"
            items.append(f"{code};{above};subkegiatan;Subkegiatan {rest};;{money}")
        indicators.append(f"{code};1;Jumlah dokumen {number};dokumen;naik;{rest + 3};{rest + 2}")
    put(root, "2024/program.csv", "\n".join(items) + "\n")
    put(root, "2024/indikator_program.csv", "\n".join(indicators) + "\n")


def seconds(root: Path, count: int) -> float:
    """Processor time of reading, checking and computing."""
    fill(root, count)
    start = time.process_time()
    results = compute_results(load_year(2024, root))
    spent = time.process_time() - start
    assert results["jumlah.indikator_program"].nilai == count
    return spent


def test_the_time_grows_with_the_rows(unit_kecil: Path) -> None:
    seconds(unit_kecil, 31)  # imports and schemas are paid once
    small, large = seconds(unit_kecil, 310), seconds(unit_kecil, 1550)
    assert large < 5 * small * 2.5, f"{small:.2f} s for 310 rows, {large:.2f} s for 1.550"
