"""Whatever form a table is written in, it reads alike; whatever bytes come, nothing crashes."""

from __future__ import annotations

import datetime as dt
import tempfile
from decimal import Decimal
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from unit_kecil import SOURCE, copy_unit

from lkjip_analysis.data.dialect import CellError, clean, is_blank, parse_date
from lkjip_analysis.data.numbers import parse_number
from lkjip_analysis.data.reading import read_table
from lkjip_analysis.data.schemas import TABLES, IndikatorProgram
from lkjip_analysis.data.sheet import FileFormError, decode, parse_sheet
from lkjip_analysis.data.validation import load_year
from lkjip_analysis.exceptions import LkjipError
from lkjip_analysis.formatting import format_date, format_number
from lkjip_analysis.results import compute_results

DELIMITERS = st.sampled_from([";", ",", "\t"])
NUMBERS = st.decimals(
    min_value=-(10**15), max_value=10**15, places=6, allow_nan=False, allow_infinity=False
)


def written(number: Decimal, delimiter: str, grouped: bool) -> str:
    """Write a number as a spreadsheet of that dialect does."""
    english = f"{number:,f}" if grouped else f"{number:f}"
    return english if delimiter == "," else english.translate(str.maketrans(",.", ".,"))


@given(number=NUMBERS, delimiter=DELIMITERS, grouped=st.booleans())
def test_number_round_trip(number: Decimal, delimiter: str, grouped: bool) -> None:
    assert parse_number(written(number, delimiter, grouped), delimiter) == number


@given(number=st.integers(-(10**17), 10**17), delimiter=DELIMITERS, grouped=st.booleans())
def test_rupiah_round_trip(number: int, delimiter: str, grouped: bool) -> None:
    amount = Decimal(number)
    text = written(abs(amount), delimiter, grouped)
    for form in (f"Rp{text}", f"Rp. {text},-" if delimiter != "," else f"Rp {text}", text):
        signed = f"-{form}" if number < 0 else form
        assert parse_number(signed, delimiter, rupiah=True) == amount


@given(number=NUMBERS)
def test_what_we_print_reads_back(number: Decimal) -> None:
    """Printed with its four decimals at most, an Indonesian number is read as printed."""
    printed = format_number(number, 4)
    assert format_number(parse_number(printed, ";"), 4) == printed
    assert abs(parse_number(printed, ";") - number) <= Decimal("0.00005")


@given(day=st.dates(dt.date(1900, 1, 1), dt.date(2199, 12, 31)))
def test_date_round_trip(day: dt.date) -> None:
    forms = (
        day.isoformat(), f"{day:%d/%m/%Y}", f"{day.day}-{day.month}-{day.year}", format_date(day),
        format_date(day).upper(), f"{day.isoformat()} 00:00:00",
    )  # fmt: skip
    assert {parse_date(form) for form in forms} == {day}


@given(text=st.text(max_size=40))
@example(text="٣")
@example(text="1e999")
@example(text="9" * 500)
@example(text="\ud800")
def test_no_cell_crashes_a_reader(text: str) -> None:
    for read in (
        lambda: parse_number(text, ";"),
        lambda: parse_number(text, ",", percent_sign=True),
        lambda: parse_number(text, ";", rupiah=True),
        lambda: parse_date(text),
    ):
        try:
            value: Any = read()
        except CellError as error:
            assert error.message
            assert error.allowed
            assert error.remedy
        else:
            assert isinstance(value, dt.date) or value.is_finite()
    assert clean(clean(text)) == clean(text)
    is_blank(text)


WORDS = st.text(
    st.sampled_from([*"abc XYZ;,.\"'()/-–×é%\n", "\u00a0"]), min_size=1, max_size=30
).map(lambda text: "k" + clean_cell(text) + "k")
ROW = st.fixed_dictionaries(
    {
        "kode": st.from_regex(r"[A-Z][A-Z0-9]{0,5}(\.[A-Z0-9]{1,3}){0,2}", fullmatch=True),
        "urutan": st.integers(0, 99999).map(Decimal),
        "indikator": WORDS,
        "satuan": WORDS,
        "polaritas": st.sampled_from(["naik", "turun"]),
        "target": st.none() | NUMBERS,
        "realisasi": st.none() | NUMBERS,
    }
)


def clean_cell(text: str) -> str:
    return "\n".join(" ".join(clean(line).split()) for line in text.splitlines())


@st.composite
def forms(draw: Any, rows: list[dict[str, Any]]) -> bytes:
    """Write rows in one of the ways people's programs do."""
    delimiter = draw(DELIMITERS)
    newline = draw(st.sampled_from(["\n", "\r\n", "\r"]))
    columns = draw(st.permutations(list(rows[0] if rows else ("kode", "urutan"))))
    padding = draw(st.sampled_from(["", " ", "\u00a0", "\u200b"]))
    blanks = draw(st.sampled_from(["", "-", "N/A", "–", " "]))
    always_quote, grouped, percent = (draw(st.booleans()) for _ in range(3))
    trailing = draw(st.integers(0, 3)) * delimiter

    def cell(column: str, value: Any) -> str:
        if value is None:
            text = blanks
        elif isinstance(value, Decimal):
            text = written(value, delimiter, grouped)
            text += "%" if percent and column in ("target", "realisasi") else ""
        else:
            text = value.upper() if column == "polaritas" and grouped else value
        text = padding + text + padding
        special = any(sign in text for sign in (delimiter, '"', "\n", "\r"))
        return '"' + text.replace('"', '""') + '"' if always_quote or special else text

    lines = [delimiter.join(draw(st.sampled_from([c, c.upper(), f" {c} "])) for c in columns)]
    for row in rows:
        lines.append(delimiter.join(cell(column, row[column]) for column in columns))
        if draw(st.booleans()):
            lines.append(draw(st.sampled_from(["", delimiter * 3])))
    text = newline.join(line + trailing for line in lines) + draw(st.sampled_from(["", newline]))
    separator = draw(st.sampled_from(["", f"sep={delimiter}{newline}"]))
    return (draw(st.sampled_from(["", "\ufeff"])) + separator + text).encode()


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data(), rows=st.lists(ROW, min_size=1, max_size=4))
def test_any_form_of_a_table_reads_equal(data: Any, rows: list[dict[str, Any]]) -> None:
    raw = data.draw(forms(rows))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "indikator_program.csv"
        path.write_bytes(raw)
        table, problems = read_table(path, IndikatorProgram, "indikator_program.csv")
    assert problems == []
    assert [{name: row[name] for name in rows[0]} for row in table] == rows


@settings(max_examples=200)
@given(raw=st.binary(max_size=300))
def test_no_bytes_crash_the_reader(raw: bytes) -> None:
    for table in (TABLES["iku"], TABLES["identitas"]):
        try:
            parse_sheet(decode(raw), table.column_names)
        except FileFormError as error:
            assert error.message
            assert error.remedy


FILES = sorted(str(path.relative_to(SOURCE)) for path in SOURCE.rglob("*.csv"))
SPLICE = st.sampled_from(
    [b"", b";", b'"', b"\n", b"\r", b"\x00", b"=1", b"1e9", b"9" * 30, b"S1", b"P1",
     b"naik", b"P1.K1", b"\xff", "–".encode(), "٣".encode(), b"-", b"0", b"2024",
     b"akip_nasional", b"skm"]
)  # fmt: skip


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_no_spoiled_unit_crashes(data: Any) -> None:
    """Cells replaced, removed and doubled at random: a report or a plain message, no traceback."""
    with tempfile.TemporaryDirectory() as folder:
        root = copy_unit(Path(folder))
        for _ in range(data.draw(st.integers(1, 3))):
            path = root / data.draw(st.sampled_from(FILES))
            raw = path.read_bytes()
            start = data.draw(st.integers(0, len(raw)))
            length = data.draw(st.integers(0, 12))
            path.write_bytes(raw[:start] + data.draw(SPLICE) + raw[start + length :])
        try:
            compute_results(load_year(2024, root))
        except LkjipError as error:
            assert str(error).strip()
