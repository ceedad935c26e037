"""Contradictions that ``CATATAN.md`` names, typed back into the data, are found at their place.

``bertentangan-2024.csv`` holds what was published: a value for a cell, told by the key of its row,
or a sentence for a section and an IKU. Rules left blank cannot find it; ``docs/galat.md`` says why.
"""

from __future__ import annotations

import csv
from copy import deepcopy
from pathlib import Path

import pytest
from spoiled import CleanUnit, points_at
from undian import NARASI, Place, read_unit, set_cell
from unit_bersih import Unit
from unit_here import DATA, TAHUN

from lkjip_analysis.data.schemas import TABLES
from lkjip_analysis.data.validation import load_year

PUBLISHED = Path(__file__).with_name("bertentangan-2024.csv").read_text(encoding="utf-8")
CASES = list(csv.DictReader(PUBLISHED.splitlines(), delimiter=";"))
CELLS = [case for case in CASES if case["berkas"] != NARASI]
SENTENCES = [case for case in CASES if case["berkas"] == NARASI]


@pytest.fixture(scope="module")
def clean() -> CleanUnit:
    return CleanUnit(read_unit(DATA), load_year(TAHUN, DATA))


@pytest.fixture(scope="module")
def said(clean: CleanUnit) -> dict[str, set[str]]:
    """The rules that point at each sentence, all of them said in one report."""
    unit = deepcopy(clean.unit)
    for case in SENTENCES:
        say(unit, case)
    findings, refused = clean.findings(unit)
    assert not refused
    texts = enumerate(row["teks"] for row in unit[NARASI])
    places = {text: (NARASI, index + 2, "teks") for index, text in texts}
    return {text: {f.id for f in findings if points_at(f, at)} for text, at in places.items()}


@pytest.mark.parametrize("case", CELLS, ids=lambda case: f"{case['kunci']} {case['nilai'][:30]}")
def test_a_value_published_wrong_is_found(clean: CleanUnit, case: dict[str, str]) -> None:
    unit = deepcopy(clean.unit)
    place = put(unit, case)
    findings, refused = clean.findings(unit)
    at = {finding.id for finding in findings if points_at(finding, place)}
    assert not refused
    assert case["aturan"] in at if case["aturan"] else not at


@pytest.mark.parametrize("case", SENTENCES, ids=lambda case: case["nilai"][:50])
def test_a_sentence_published_wrong_is_found(said: dict[str, set[str]], case: dict) -> None:
    at = said[case["nilai"]]
    assert case["aturan"] in at if case["aturan"] else not at


def put(unit: Unit, case: dict[str, str]) -> Place:
    """Put a value into its cell."""
    file, keys = case["berkas"], TABLES[Path(case["berkas"]).stem].key
    rows = ["/".join(row[key] for key in keys) for row in unit[file]]
    return set_cell(unit, file, rows.index(case["kunci"]), case["kolom"], case["nilai"])


def say(unit: Unit, case: dict[str, str]) -> None:
    """Say a sentence, as the last paragraph of its section."""
    bagian, kode = case["kunci"].split("/")
    own = [index for index, row in enumerate(unit[NARASI]) if row["bagian"] == bagian]
    number = 1 + max(int(unit[NARASI][index]["urutan"]) for index in own)
    row = dict.fromkeys(unit[NARASI][0], "") | {"jenis": "paragraf", "urutan": str(number)}
    row |= {"bagian": bagian, "kode": kode, "teks": case["nilai"]}
    unit[NARASI].insert(own[-1] + 1, row)
