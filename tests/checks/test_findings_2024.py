"""The findings of 2024: all known, all explained, and the documents up to date."""

from __future__ import annotations

import time

import pytest
from spoiled import read_clean
from unit_bersih import Unit, make_unit

from lkjip_analysis.checks import Finding, run_checks, unresolved
from lkjip_analysis.checks.document import (
    RULES_PATH,
    findings_document,
    findings_path,
    rules_document,
)
from lkjip_analysis.paths import DATA
from lkjip_analysis.results import Results, compute_results, load_results


@pytest.fixture(scope="module")
def hasil() -> Results:
    return load_results(2024, DATA)


@pytest.fixture(scope="module")
def findings(hasil: Results) -> list[Finding]:
    return run_checks(hasil)


def test_no_error_is_left_unacknowledged(findings: list[Finding]) -> None:
    assert unresolved(findings) == []


def test_every_finding_is_explained(findings: list[Finding]) -> None:
    assert [finding.as_text() for finding in findings if not finding.diakui] == []


def test_the_known_contradictions_are_found(findings: list[Finding]) -> None:
    by_place = {(f.id, f.berkas, f.kolom): f for f in findings}
    rupiah = by_place["K02", "2024/identitas.csv", "nilai"]
    assert (rupiah.selisih, rupiah.keparahan) == ("Rp1", "galat")
    assert "satu rupiah" in rupiah.dugaan
    reported = by_place["K10", "2024/program.csv", "serapan_dilaporkan"]
    assert "86,22%" in reported.pesan and "97,42%" in reported.pesan
    outside = by_place["K13", "2024/program.csv", "serapan_dilaporkan"]
    assert "83,67%" in outside.pesan and "98% sampai 100%" in outside.pesan
    impossible = by_place["K63", "2024/narasi.csv", "teks"]
    assert "IKM 4,048" in impossible.pesan
    assert {f.baris for f in findings if f.id == "K22"} == {
        int(str(b))
        for b, row in load_results(2024, DATA).data["program"].iterrows()
        if row["tingkat"] == "program" and row["kode_sasaran"] is None
    }


def test_the_document_of_findings_is_up_to_date(hasil: Results, findings: list[Finding]) -> None:
    text = findings_path(2024).read_text(encoding="utf-8")
    assert text == findings_document(hasil, findings), "python -m lkjip_analysis.checks.document"


def test_the_document_of_rules_is_up_to_date() -> None:
    text = RULES_PATH.read_text(encoding="utf-8")
    assert text == rules_document(), "python -m lkjip_analysis.checks.document"


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
