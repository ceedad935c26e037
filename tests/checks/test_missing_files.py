"""Checks and self-assessment stand a unit whose files are missing, empty, or full of blanks."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import replace

import pytest
from spoiled import CleanUnit, read_clean, reread
from unit_bersih import make_unit

from lkjip_analysis.assessment.compliance import assess
from lkjip_analysis.assessment.self_assessment import estimates, lke_items, review_items
from lkjip_analysis.checks import run_checks
from lkjip_analysis.checks.document import findings_document
from lkjip_analysis.data.schemas import TABLES
from lkjip_analysis.results import Results, compute_results

FILES = [
    name
    for name, table in TABLES.items()
    if not table.shared and name != "identitas" and "/" not in table.file
]


@pytest.fixture(scope="module")
def clean() -> CleanUnit:
    return read_clean(make_unit(2))


def answer_everything(hasil: Results) -> None:
    findings = run_checks(hasil)
    assert all(finding.pesan and finding.as_text() and finding.as_record() for finding in findings)
    assert len(assess(hasil, findings)) == 25
    assert len(review_items(hasil, findings)) == 23
    assert len(lke_items(hasil, findings)) == 22
    assert len(estimates(hasil, findings)) == 3
    assert findings_document(hasil, findings).startswith("# Temuan")


@pytest.mark.parametrize("name", FILES)
def test_a_file_without_rows(clean: CleanUnit, name: str, tmp_path) -> None:  # type: ignore[no-untyped-def]
    unit = {**clean.unit, f"2024/{name}.csv": []}
    answer_everything(compute_results(reread(clean.data, unit, [f"2024/{name}.csv"], tmp_path)[0]))


@pytest.mark.parametrize("name", [name for name in FILES if TABLES[name].column_names])
def test_a_file_of_blanks(clean: CleanUnit, name: str, tmp_path) -> None:  # type: ignore[no-untyped-def]
    unit = deepcopy(clean.unit)
    optional = [column.name for column in TABLES[name].columns if not column.required]
    for row in unit[f"2024/{name}.csv"]:
        row.update(dict.fromkeys(optional, ""))
    answer_everything(compute_results(reread(clean.data, unit, [f"2024/{name}.csv"], tmp_path)[0]))


def test_facts_that_are_blank(clean: CleanUnit, tmp_path) -> None:  # type: ignore[no-untyped-def]
    unit = deepcopy(clean.unit)
    kept = ("skala_capaian", "nama_unit", "jenis_unit", "pemerintah_daerah")
    for row in unit["2024/identitas.csv"]:
        row["nilai"] = row["nilai"] if row["kunci"] in kept else ""
    answer_everything(
        compute_results(reread(clean.data, unit, ["2024/identitas.csv"], tmp_path)[0])
    )


def test_without_history(clean: CleanUnit) -> None:
    answer_everything(compute_results(replace(clean.data, history={})))
