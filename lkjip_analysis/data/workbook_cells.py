"""What a cell of a workbook holds, as the text that a CSV of ours would hold."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from lkjip_analysis.beside import beside
from lkjip_analysis.data.columns import Column
from lkjip_analysis.data.dialect import CellError, clean_lines
from lkjip_analysis.data.writing import cell_text, guard_formula
from lkjip_analysis.formatting import format_date, is_percent

FAULTS: dict[str, list[str]] = beside(__file__, "workbook")["cells"]
"""What is wrong with a cell, what is allowed, and what to do."""

EXACT = 15
"""Digits that Excel keeps of a number."""

_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_ENGLISH = re.compile(r"[-+]?(?:\d+|\d{1,3}(?:,\d{3})+)\.(?:\d{1,2}|\d{4,})%?")
"""A number as text with a decimal point that can be nothing else."""

NUMBERS = ("bilangan", "rupiah", "cacah", "tahun")


def cell_as_text(
    cell: Any, column: Column[Any] | None, texts: Mapping[str, str], runs: bool
) -> str:
    """Write what a cell holds as a CSV would hold it; raise ``CellError`` where that fails.

    Parameters
    ----------
    column
        Its declaration, if it is known.
    texts
        The cells before it in the row.
    runs
        Is it a formula?
    """
    value, kind = cell.value, column.kind if column else "teks"
    if value is None:
        if runs and cell.data_type != "str":
            raise _fault("formula")
        return ""
    if cell.data_type == "e":
        raise _fault("error")
    if isinstance(value, bool):
        raise _fault("logical")
    if isinstance(value, str):
        text = clean_lines(_ESCAPED.sub(lambda sign: chr(int(sign[1], 16)), value))
        return _number_text(text, column, texts) if kind in NUMBERS else guard_formula(text)
    if isinstance(value, dt.date | dt.time | dt.timedelta):
        return _date_text(value, kind)
    return _value_text(value, cell.number_format, column, texts)


def _fault(name: str, **values: object) -> CellError:
    """Give a fault of a cell, with what is allowed and what to do."""
    return CellError(*(text.format_map(values) for text in FAULTS[name]))


def with_comma(text: str) -> str:
    """Write a number whose point can only be decimal with a comma in its place.

    >>> with_comma("1,250.50"), with_comma("1.250")
    ('1250,50', '1.250')
    """
    english = _ENGLISH.fullmatch(text)
    return text.replace(",", "").replace(".", ",") if english else text


def _number_text(text: str, column: Column[Any] | None, texts: Mapping[str, str]) -> str:
    """Write a number that was kept as text: a point that can only be decimal becomes a comma."""
    text = with_comma(text)
    signless = column is not None and not column.percent_sign
    counted = signless and is_percent(texts.get("satuan", ""))
    return text.removesuffix("%").strip() if counted else text


def _date_text(value: dt.date | dt.time | dt.timedelta, kind: str) -> str:
    if not isinstance(value, dt.date) or kind in (*NUMBERS, "kode"):
        meant = "bilangan" if kind in NUMBERS else "kode" if kind == "kode" else "teks"
        raise _fault("date", meant=meant)
    day = value.date() if isinstance(value, dt.datetime) else value
    return day.isoformat() if kind == "tanggal" else format_date(day)


def _as_shown(number: Decimal, shown_as: str) -> Decimal:
    """Give a number with the zeros that its format shows behind it; nothing is rounded.

    >>> _as_shown(Decimal("21.6"), "#,##0.00"), _as_shown(Decimal("21.617"), "0.00")
    (Decimal('21.60'), Decimal('21.617'))
    """
    zeros = re.search(r"0\.(0{1,20})", shown_as)
    exponent = number.as_tuple().exponent
    fewer = zeros and isinstance(exponent, int) and -exponent < len(zeros[1])
    return number.quantize(Decimal(f"1e-{len(zeros[1])}")) if zeros and fewer else number


def _value_text(
    value: float, shown_as: str, column: Column[Any] | None, texts: Mapping[str, str]
) -> str:
    """Write a number as its column wants it: percent formats, codes and years are told apart."""
    number, kind = Decimal(f"{value:.{EXACT}g}"), column.kind if column else "teks"
    if number.adjusted() >= EXACT:
        raise _fault("digits", most=EXACT)
    number = _as_shown(number, shown_as)
    text = cell_text(number)
    if kind == "kode" and number != number.to_integral_value():
        raise _fault("code")
    if re.fullmatch(r"0{2,}", shown_as):
        return text.zfill(len(shown_as))
    if "%" not in re.sub(r'"[^"]*"|\\.', "", shown_as):
        return text
    hundred = cell_text(_as_shown((number * 100).normalize(), shown_as))
    if kind == "teks":
        return f"{hundred}%"
    if column is None or column.maximum == 1:
        return text
    satuan = texts.get("satuan", "")
    in_percent = is_percent(satuan) or "persen" in (column.unit, satuan.casefold())
    if kind == "bilangan" and (column.percent_sign or in_percent):
        return hundred
    raise _fault("percent", shown=hundred)
