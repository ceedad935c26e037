"""The checks of many items take seconds, not minutes."""

from __future__ import annotations

import time

import pytest
from spoiled import read_clean
from unit_bersih import Unit, make_unit

from lkjip_analysis.checks import run_checks
from lkjip_analysis.results import compute_results

pytestmark = pytest.mark.lambat


def test_two_thousand_items_are_checked_in_time() -> None:
    unit: Unit = make_unit(1)
    items = unit["2024/program.csv"]
    indicators = {row["kode"]: row for row in unit["2024/indikator_program.csv"]}
    for table in (
        "2024/program.csv",
        "2024/indikator_program.csv",
        "2024/renstra.csv",
        "2023/program.csv",
        "2023/indikator_program.csv",
    ):
        unit[table] = []
    number = 0
    while len(unit["2024/program.csv"]) < 2000:
        number += 1
        for row in items:
            code = f"X{number}{row['kode']}"
            parent = f"X{number}{row['induk']}" if row["induk"] else ""
            name = f"{row['nama']} wilayah {number}"
            unit["2024/program.csv"].append({**row, "kode": code, "induk": parent, "nama": name})
            unit["2024/indikator_program.csv"].append({**indicators[row["kode"]], "kode": code})
            spelled = name.replace("e", "", 1) if number % 20 == 0 else name
            unit["2024/renstra.csv"].append(
                {
                    "kode": f"R{code}",
                    "induk": f"R{parent}" if parent else "",
                    "tingkat": row["tingkat"],
                    "nama": spelled,
                }
            )
            past = {"pagu": "", "realisasi": "", "serapan_dilaporkan": "", "kode_sasaran": ""}
            unit["2023/program.csv"].append(
                {**row, **past, "kode": code, "induk": parent, "nama": spelled}
            )
    hasil = compute_results(read_clean(unit).data)
    started = time.process_time()
    findings = run_checks(hasil)
    spent = time.process_time() - started
    assert {"K02", "K50"} <= {finding.id for finding in findings}
    assert spent < 3, f"{spent:.2f} s"  # about 1 s on an idle machine
