"""Whatever stands in a cell of a workbook, it reads as the text of a CSV reads, or says why not."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from types import SimpleNamespace
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from lkjip_analysis.data.columns import Column
from lkjip_analysis.data.dialect import CellError
from lkjip_analysis.data.reading import reader_of
from lkjip_analysis.data.schemas import TABLES
from lkjip_analysis.data.workbook_cells import cell_as_text

COLUMNS = [column for table in TABLES.values() for column in table.columns]
FORMATS = ("General", "0", "#,##0", "#,##0.00", "0.00%", "@", "dd/mm/yyyy", "00000", '"%"0')
NUMBERS = [c for c in COLUMNS if c.kind == "bilangan"]


def cell(value: object, form: str = "General") -> Any:
    return SimpleNamespace(value=value, number_format=form, data_type="n")


values = st.one_of(
    st.none(), st.booleans(), st.text(max_size=30), st.integers(), st.datetimes(), st.times(),
    st.floats(allow_nan=False, allow_infinity=False), st.timedeltas(),
)  # fmt: skip


@settings(deadline=None, max_examples=150)
@given(st.sampled_from(COLUMNS), values, st.sampled_from(FORMATS), st.booleans())
def test_any_value_is_text_or_a_sentence(
    column: Column[Any], value: object, form: str, runs: bool
) -> None:
    try:
        text = cell_as_text(cell(value, form), column, {"satuan": "persen"}, runs)
        reader_of(column, ";")(text)
    except CellError as error:
        assert error.message and error.allowed is not None and error.remedy


@settings(deadline=None, max_examples=100)
@given(
    st.sampled_from(NUMBERS),
    st.decimals(min_value=-999_999, max_value=999_999, places=4, allow_nan=False),
)
def test_a_number_is_the_same_however_it_was_kept(column: Column[Any], number: Decimal) -> None:
    """As a number, as a text with a comma, as one with a point, and as a CSV of either kind."""
    plain, read = f"{number:f}", reader_of(column, ";")
    kept = [cell(float(number)), cell(plain.replace(".", ",")), cell(plain)]
    told = {read(cell_as_text(one, column, {}, False)) for one in kept}
    assert told == {
        number + 0,
    } and told == {reader_of(column, ",")(plain)}


@settings(deadline=None, max_examples=60)
@given(st.dates(dt.date(1900, 3, 1), dt.date(2199, 12, 31)))
def test_a_date_is_the_same_however_it_was_kept(day: dt.date) -> None:
    column = next(column for column in COLUMNS if column.kind == "tanggal")
    read = reader_of(column, ";")
    kept = (dt.datetime.combine(day, dt.time()), f"{day:%d/%m/%Y}", day.isoformat())
    assert {read(cell_as_text(cell(one), column, {}, False)) for one in kept} == {day}


@settings(deadline=None, max_examples=60)
@given(st.integers(0, 100_000), st.sampled_from(["0%", "0.00%", "#,##0.0%"]))
def test_a_percent_format_is_worth_what_it_shows(hundredths: int, form: str) -> None:
    shown = Decimal(hundredths) / 100
    for column in NUMBERS:
        if column.maximum == 1:
            continue
        text = cell_as_text(cell(float(shown / 100), form), column, {"satuan": "persen"}, False)
        assert Decimal(text.replace(",", ".")) == shown
