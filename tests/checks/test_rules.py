"""Every rule: silent on a clean unit, and heard where its error is planted."""

from __future__ import annotations

import random
from copy import deepcopy
from decimal import Decimal

import pytest
from planted_errors import KINDS, Kind
from spoiled import CleanUnit, points_at, read_clean
from unit_bersih import make_unit

from lkjip_analysis.checks import KEPARAHAN, RULES, Hit, Rule
from lkjip_analysis.checks.acknowledgement import UNUSED
from lkjip_analysis.checks.causes import guess_slip, guess_sum
from lkjip_analysis.checks.findings import Finding
from lkjip_analysis.data.reading import Cell


@pytest.fixture(scope="module")
def clean() -> CleanUnit:
    return read_clean(make_unit(7))


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_clean_unit_has_no_finding(seed: int) -> None:
    unit = read_clean(make_unit(seed))
    assert unit.findings(unit.unit) == ([], False)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.nama)
def test_planted_error_is_found_in_its_place(kind: Kind, clean: CleanUnit) -> None:
    for draw in range(20):
        unit = deepcopy(clean.unit)
        place = kind.plant(random.Random(f"uji {draw}"), unit)
        if place is not None:
            break
    assert place is not None, "no draw offered a place for this error"
    findings, refused = clean.findings(unit)
    seen = [finding for finding in findings if finding.id in kind.aturan]
    assert refused or any(points_at(finding, place) for finding in seen), (place, findings)


def test_every_rule_is_tried() -> None:
    tried = {code for kind in KINDS for code in kind.aturan}
    assert tried == {check.id for check in RULES} | {UNUSED}


def test_rules_are_described() -> None:
    assert len({check.id for check in RULES}) == len(RULES)
    for check in RULES:
        assert check.keparahan in KEPARAHAN
        assert check.judul and check.alasan.endswith(".") and check.contoh
        assert check.look.__name__.startswith(check.id.lower() + "_")


def test_a_finding_says_where_and_what() -> None:
    cell = Cell("2024/program.csv", 3, "pagu", "10")
    finding = Finding(
        "K01", "galat", "Judul", "pagu salah", (cell,), "Rp1", "salah ketik", "perbaiki"
    )
    assert (finding.berkas, finding.baris, finding.kolom) == ("2024/program.csv", 3, "pagu")
    assert finding.as_text() == (
        "[K01 galat] 2024/program.csv, baris 3, kolom pagu: pagu salah\n"
        "  selisih   : Rp1\n"
        "  dugaan    : salah ketik\n"
        "  perbaikan : perbaiki"
    )
    record = finding.as_record()
    assert record["sel"] == [
        {"berkas": "2024/program.csv", "baris": 3, "kolom": "pagu", "nilai": "10"}
    ]
    assert record["baris"] == 3 and record["diakui"] == ""


def test_a_finding_without_a_cell_has_no_place() -> None:
    finding = Finding("K01", "galat", "Judul", "data kosong")
    assert (finding.tempat, finding.baris) == ("", None)
    assert finding.as_text() == "[K01 galat] data kosong"


def test_a_hit_may_be_lighter_than_its_rule(clean: CleanUnit) -> None:
    check = Rule(
        "K00",
        "galat",
        "Judul",
        "Alasan.",
        "contoh",
        lambda hasil: iter([Hit("a"), Hit("b", keparahan="catatan")]),
    )
    assert [finding.keparahan for finding in check(None)] == ["galat", "catatan"]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("found", "right", "slip"),
    [
        ("73.37", "73.47", "satu angka berbeda"),
        ("97.24", "97.42", "dua angka tertukar tempat"),
        ("734.7", "73.47", "koma atau nol bergeser (10 kali yang seharusnya)"),
        ("2487", "2487000000", "koma atau nol bergeser (1/1.000.000 dari yang seharusnya)"),
        ("2487000", "2487000000", "koma atau nol bergeser (1/1.000 dari yang seharusnya)"),
        ("-5", "5", "tanda minus terbalik"),
        ("19861", "198610", "koma atau nol bergeser (1/10 dari yang seharusnya)"),
        ("12345", "1234", "satu angka terketik lebih"),
        ("124", "1234", "satu angka hilang"),
        ("5", "7", ""),
        ("8.14", "8.14", ""),
    ],
)
def test_slips_are_named(found: str, right: str, slip: str) -> None:
    assert guess_slip(Decimal(found), Decimal(right)) == slip


def test_a_total_names_the_part_left_out_or_counted_twice() -> None:
    parts = {"K1": Decimal(30), "K2": Decimal(70)}
    assert guess_sum(Decimal(70), Decimal(100), parts) == "K1 tidak ikut dijumlahkan"
    assert guess_sum(Decimal(170), Decimal(100), parts) == "K2 terhitung dua kali"
    assert "satu rupiah" in guess_sum(Decimal(101), Decimal(100), parts)
