"""Numbers, dates and words as an Indonesian report prints them."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal as D

import pytest

from lkjip_analysis.formatting import (
    count_in_words,
    dash_years,
    format_date,
    format_number,
    format_percent,
    format_rupiah,
    format_value,
    format_with_unit,
    join_words,
    name_scale,
    number_word,
    round_half_up,
)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("0", "0"),
        ("0.0000", "0"),
        ("100", "100"),
        ("1000", "1.000"),
        ("0.5", "0,5"),
        ("0.12345", "0,1235"),  # four decimals at most
        ("0.12344", "0,1234"),
        ("0.0001", "0,0001"),
        ("0.00005", "0,0001"),  # as much as four decimals show
        ("0.000049", "0,000049"),  # less than that: two digits that say something
        ("0.0000001236", "0,00000012"),
        ("-0.000012", "-0,000012"),
        ("-0.5", "-0,5"),
        ("12345678.9", "12.345.678,9"),
    ],
)
def test_a_number_with_the_decimals_it_has(value: str, text: str) -> None:
    assert format_number(D(value)) == text


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [
        ("7.7", 2, "7,70"),
        ("7", 0, "7"),
        ("1234.5", 0, "1.235"),
        ("-1234.5", 0, "-1.235"),
        ("0.004", 2, "0,00"),
        ("1000", 2, "1.000,00"),
    ],
)
def test_a_number_with_the_decimals_asked_for(value: str, decimals: int, text: str) -> None:
    assert format_number(D(value), decimals) == text


def test_a_number_of_any_length_is_rounded() -> None:
    """The width at hand is 60 digits; what is longer makes itself room."""
    for length in (56, 57, 58, 59, 60, 61, 70):
        long = D("1" * length + ".125")
        assert format_number(long, 2).replace(".", "") == "1" * length + ",13"
    assert round_half_up(D("1E+100"), 2) == D("1E+100")


def test_percent() -> None:
    assert format_percent(D("97.5")) == "97,50%"
    assert format_percent(D("97.5"), None) == "97,5%"
    assert format_percent(D("97.456"), 1) == "97,5%"
    assert format_percent(D(0)) == "0,00%"


def test_rupiah() -> None:
    assert format_rupiah(D("0.5")) == "Rp1"
    assert format_rupiah(D("-0.5")) == "-Rp1"
    assert format_rupiah(D(1)) == "Rp1"
    assert format_rupiah(D(-1)) == "-Rp1"
    assert format_rupiah(D(0)) == "Rp0"


@pytest.mark.parametrize(
    ("satuan", "given", "computed"),
    [
        ("persen", "8,125%", "8,13%"),
        ("%", "8,125%", "8,13%"),
        ("Persen", "8,125%", "8,13%"),
        ("persentase", "8,125%", "8,13%"),
        ("rupiah", "Rp8", "Rp8"),
        ("poin", "8,125", "8,13"),
        ("", "8,125", "8,13"),
    ],
)
def test_a_value_by_its_unit(satuan: str, given: str, computed: str) -> None:
    assert format_value(D("8.125"), satuan, given=True) == given
    assert format_value(D("8.125"), satuan) == computed


def test_a_whole_value_needs_no_decimals() -> None:
    assert format_value(D("8.00"), "poin") == "8"
    assert format_value(D("8.00"), "persen") == "8,00%"
    assert format_value("A", "predikat") == "A"
    assert format_value(None, "persen") == format_value(None, "rupiah") == "–"


@pytest.mark.parametrize(
    ("satuan", "text"),
    [
        ("dokumen", "3 dokumen"),
        ("menit", "3 menit"),
        ("poin", "3 poin"),
        ("persen", "3%"),
        ("%", "3%"),
        ("Persen", "3%"),
        ("persentase", "3%"),
        ("rupiah", "Rp3"),
        ("nilai", "3"),
        ("indeks", "3"),
        ("", "3"),
    ],
)
def test_a_target_with_its_unit(satuan: str, text: str) -> None:
    assert format_with_unit(D(3), satuan) == text


def test_dates() -> None:
    assert format_date(dt.date(2025, 1, 6)) == "6 Januari 2025"
    assert format_date(dt.date(2024, 8, 31)) == "31 Agustus 2024"
    assert format_date(None) == "–"


def test_counts_in_words() -> None:
    assert number_word(0) == "nol"
    assert number_word(11) == "sebelas"
    assert count_in_words(1) == "satu"
    assert count_in_words(1200) == "1.200"


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("akip_nasional", "AKIP nasional"),
        ("ikm_2017", "IKM 2017"),
        ("iku", "IKU"),
        ("ipp", "IPP"),
        ("lhe_sakip", "LHE SAKIP"),
        ("skm", "SKM"),
        ("dukungan_program", "dukungan program"),
    ],
)
def test_scales_by_name(code: str, name: str) -> None:
    assert name_scale(code) == name


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("2024-2026", "2024–2026"),
        ("Renstra 1999-2004.", "Renstra 1999–2004."),
        ("RPJMD 2021-2026, RPJPD 2005-2025", "RPJMD 2021–2026, RPJPD 2005–2025"),
        ("12024-2026", "12024-2026"),
        ("2024-20261", "2024-20261"),
        ("A-2024-2026", "A-2024-2026"),
        ("2024-2026-B", "2024-2026-B"),
        ("2024-1826", "2024-1826"),
        ("1824-2026", "1824-2026"),
        ("2024–2026", "2024–2026"),
    ],
)
def test_ranges_of_years(typed: str, printed: str) -> None:
    assert dash_years(typed) == printed


def test_lists_in_words() -> None:
    assert join_words(["a", "b"]) == "a dan b"
    assert join_words(["a", "b", "c"]) == "a, b, dan c"
    assert join_words(["a", "b", "c", "d"]) == "a, b, c, dan d"
