"""Acknowledged findings stay visible, with their reason; idle acknowledgements are findings."""

from __future__ import annotations

from copy import deepcopy

import pytest
from spoiled import CleanUnit, read_clean
from unit_bersih import Unit, make_unit

from lkjip_analysis.checks import Finding, unresolved


@pytest.fixture(scope="module")
def clean() -> CleanUnit:
    return read_clean(make_unit(11))


def spoil(clean: CleanUnit, *acknowledged: dict[str, str]) -> list[Finding]:
    """Take one rupiah off the control total, and acknowledge as said."""
    unit: Unit = deepcopy(clean.unit)
    fact = next(row for row in unit["2024/identitas.csv"] if row["kunci"] == "total_pagu_dpa")
    fact["nilai"] = str(int(fact["nilai"].replace(".", "")) - 1)
    unit["2024/pengakuan.csv"] = [{"alasan": "tercetak demikian", **row} for row in acknowledged]
    return clean.findings(unit)[0]


def test_nothing_acknowledged(clean: CleanUnit) -> None:
    findings = spoil(clean)
    assert [(f.id, f.diakui, f.selisih) for f in findings] == [("K02", "", "Rp1")]
    assert unresolved(findings) == findings


@pytest.mark.parametrize(
    "place",
    [
        {},
        {"berkas": "identitas.csv"},
        {"berkas": "2024/identitas.csv", "kolom": "nilai"},
        {"berkas": "identitas.csv", "baris": "22", "kolom": "nilai"},
    ],
    ids=["anywhere", "file", "file with year and column", "exact"],
)
def test_acknowledged(clean: CleanUnit, place: dict[str, str]) -> None:
    row = next(
        i
        for i, r in enumerate(clean.unit["2024/identitas.csv"], 2)
        if r["kunci"] == "total_pagu_dpa"
    )
    if "baris" in place:
        place = {**place, "baris": str(row)}
    findings = spoil(clean, {"id_temuan": "k02", **place, "oleh": "Kasubbag"})
    assert [(f.id, f.diakui) for f in findings] == [("K02", "tercetak demikian (Kasubbag)")]
    assert unresolved(findings) == []
    assert "diakui    : tercetak demikian (Kasubbag)" in findings[0].as_text()


@pytest.mark.parametrize(
    "place",
    [{"id_temuan": "K01"}, {"berkas": "program.csv"}, {"baris": "2"}, {"kolom": "pagu"}],
    ids=["other rule", "other file", "other row", "other column"],
)
def test_acknowledgement_that_meets_nothing(clean: CleanUnit, place: dict[str, str]) -> None:
    findings = spoil(clean, {"id_temuan": "K02", **place})
    assert [(f.id, f.keparahan, f.diakui) for f in findings] == [
        ("K02", "galat", ""),
        ("K99", "peringatan", ""),
    ]
    assert "tidak bertemu temuan" in findings[1].pesan
    assert findings[1].berkas == "2024/pengakuan.csv"


def test_two_reasons_are_both_given(clean: CleanUnit) -> None:
    findings = spoil(
        clean,
        {"id_temuan": "K02"},
        {"id_temuan": "K02", "berkas": "identitas.csv", "alasan": "lihat DPA"},
    )
    assert findings[0].diakui == "tercetak demikian; lihat DPA"
