"""Guessed causes: named where the two numbers show them, nothing where they do not."""

from __future__ import annotations

from decimal import Decimal

import pytest

from lkjip_analysis.checks.causes import decimals_of, guess_slip, guess_sum, is_truncated

TIMES, PART = "kali yang seharusnya", "dari yang seharusnya"


@pytest.mark.parametrize(
    ("found", "right", "slip"),
    [
        ("0", "0", ""),
        ("5", "0", ""),
        ("0", "5", ""),
        ("-73.47", "73.47", "tanda minus terbalik"),
        ("70", "7", f"koma atau nol bergeser (10 {TIMES})"),
        ("700", "7", f"koma atau nol bergeser (100 {TIMES})"),
        ("7000", "7", f"koma atau nol bergeser (1.000 {TIMES})"),
        ("7000000", "7", f"koma atau nol bergeser (1.000.000 {TIMES})"),
        ("70000", "7", ""),
        ("0.7", "7", f"koma atau nol bergeser (1/10 {PART})"),
        ("0.07", "7", f"koma atau nol bergeser (1/100 {PART})"),
        ("124", "123", "satu angka berbeda"),
        ("13", "12", ""),  # two digits say too little
        ("73.4", "73.4712", "satu angka berbeda"),  # compared as printed, 73,40 and 73,47
        ("73.4712", "73.4", ""),
        ("4231", "1234", "dua angka tertukar tempat"),
        ("5231", "1234", ""),
        ("4235", "1234", ""),
        ("12.34", "15.64", ""),
        ("12543", "12345", "dua angka tertukar tempat"),
        ("14523", "12345", ""),
        ("1234", "123", "satu angka terketik lebih"),
        ("123", "1234", "satu angka hilang"),
        ("234", "1234", "satu angka hilang"),
        ("134", "1234", "satu angka hilang"),
        ("567", "1234", ""),
        ("123", "12345", ""),
        ("12", "123", ""),
        ("123", "12", ""),
    ],
)
def test_slip(found: str, right: str, slip: str) -> None:
    assert guess_slip(Decimal(found), Decimal(right)) == slip


SHIFTED = f"pada K1: koma atau nol bergeser (1/10 {PART})"
ONE = "selisih satu rupiah, biasanya pembulatan atau angka terakhir salah ketik"


@pytest.mark.parametrize(
    ("stated", "total", "parts", "cause"),
    [
        ("1001", "1000", {"K1": "1000"}, ONE),
        ("999", "1000", {"K1": "1000"}, ONE),
        ("1002", "1000", {"K1": "1000"}, "satu angka berbeda"),
        ("700", "1000", {"K1": "300", "K2": "700"}, "K1 tidak ikut dijumlahkan"),
        ("1300", "1000", {"K1": "300", "K2": "700"}, "K1 terhitung dua kali"),
        ("500", "500", {"K1": "0", "K2": "500"}, ""),
        ("19520", "2042", {"K0": "100", "K1": "1942"}, SHIFTED),
        ("9842", "9824", {"K0": "100", "K1": "9724"}, "pada K1: dua angka tertukar tempat"),
        ("9834", "9824", {"K0": "100", "K1": "9724"}, "satu angka berbeda"),
        ("5000", "500", {}, f"koma atau nol bergeser (10 {TIMES})"),
        ("777", "1234", {"K1": "1000", "K2": "234"}, ""),
    ],
)
def test_sum(stated: str, total: str, parts: dict[str, str], cause: str) -> None:
    known = {code: Decimal(part) for code, part in parts.items()}
    assert guess_sum(Decimal(stated), Decimal(total), known) == cause


@pytest.mark.parametrize(
    ("found", "exact", "cut"),
    [
        ("78.94", "78.947", True),
        ("78.95", "78.947", False),
        ("78.94", "78.944", False),  # rounds to the same
        ("78.94", "78.94", False),
        ("78", "78.947", True),
        ("79", "78.947", False),
        ("78.93", "78.947", False),
        ("12345678901234567890123456789.01", "12345678901234567890123456789.019", True),
    ],
)
def test_cut_off(found: str, exact: str, cut: bool) -> None:
    assert is_truncated(Decimal(found), Decimal(exact)) is cut


def test_cut_off_at_the_places_it_is_written_with() -> None:
    assert is_truncated(Decimal("78.9"), Decimal("78.99"), 1)
    assert not is_truncated(Decimal("78.9"), Decimal("78.99"), 2)


@pytest.mark.parametrize(
    ("number", "places"), [("100", 0), ("1E+2", 0), ("86.22", 2), ("86.20", 2), ("0.5", 1)]
)
def test_places_as_written(number: str, places: int) -> None:
    assert decimals_of(Decimal(number)) == places
