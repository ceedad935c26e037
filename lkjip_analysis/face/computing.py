"""The formulas of the reports for an analyst's own numbers: plain ones, or columns of frames.

Nothing is computed here: every value comes from the ``Formula`` that the reports use.

Each input is a number (``int``, ``float``, ``Decimal``, a ``Figure``) or a ``Series``; a frame in
place of the first one gives all inputs and choices by its columns' names. Of plain numbers the
result is a ``float``, a ``Decimal`` where one of them is exact; of Series a Series with their
index, where missing stays missing. What has no answer (a zero target) raises
``NotComputableError`` for plain numbers, and is missing with one warning in a Series. What is no
number raises ``WrongTypeError`` (a ``TypeError``), an unknown choice ``UnknownKeyError``.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from decimal import Decimal
from pathlib import Path
from typing import Any

import pandas as pd

from lkjip_analysis.data.columns import Column, choice
from lkjip_analysis.data.dialect import CellError
from lkjip_analysis.data.facts import FACTS
from lkjip_analysis.data.reading import reader_of
from lkjip_analysis.data.schemas import Iku, SkalaPredikat
from lkjip_analysis.exceptions import (
    CallError,
    NoNumberError,
    NotComputableError,
    UnknownKeyError,
    WrongTypeError,
)  # fmt: skip
from lkjip_analysis.face.opening import opened, shortly
from lkjip_analysis.measures import achievement, budget, comparison, ratings
from lkjip_analysis.measures.efficiency import EFISIENSI
from lkjip_analysis.measures.formula import Formula, Value
from lkjip_analysis.results import Results
from lkjip_analysis.results.figures import Figure
from lkjip_analysis.results.indicators import on_scale
from lkjip_analysis.results.names import few, unknown

Isi = float | Decimal | Figure | pd.Series | pd.DataFrame | None
Kata = str | pd.Series
Choice = tuple[Kata, Column[Any], str]
"""What was chosen, the column that declares what there is, and what a blank means."""
Choices = Mapping[str, Choice]
Row = Mapping[str, Any]
Choose = Callable[..., Sequence[Formula]]


def capaian(
    target: Isi, realisasi: Isi = None, *, polaritas: Kata = "", rumus: Kata = "", batas: Kata = ""
) -> Any:
    """Capaian in percent of the target; see the module for what inputs may be.

    Parameters
    ----------
    polaritas
        ``naik`` (default) or ``turun``.
    rumus
        Of ``turun``: ``(2T-R)/T`` (default) or ``T/R``; a frame has it as ``rumus_turun``.
    batas
        ``tanpa_batas`` (default), ``0_100``, ``0_120`` or any ``0_n``; a frame has it as
        ``batas_capaian``.

    >>> capaian(target=72, realisasi=73.47), capaian(20, 15, polaritas="turun", batas="0_120")
    (102.04166666666667, 120.0)
    """
    choices = {
        "polaritas": (polaritas, Iku.polaritas, "naik"),
        "rumus": (rumus, FACTS["rumus_turun"], achievement.BAKU),
        "batas": (batas, FACTS["batas_capaian"], achievement.UNCAPPED),
    }
    return _compute("capaian", {"target": target, "realisasi": realisasi}, _capped, choices)


def _capped(polaritas: str, rumus: str, batas: str) -> list[Formula]:
    return [achievement.capaian(polaritas, rumus), achievement.batas(batas)]


def serapan(pagu: Isi, realisasi: Isi = None) -> Any:
    """Absorption (serapan) in percent of the pagu; see the module for what inputs may be.

    >>> serapan(pagu=800, realisasi=760)
    95.0
    """
    return _compute("serapan", {"pagu": pagu, "realisasi": realisasi}, lambda: [budget.SERAPAN])


def efisiensi(capaian: Isi, serapan: Isi = None, *, rumus: Kata = "") -> Any:
    """Budget efficiency of capaian and serapan (both in percent), by the formula ``rumus``.

    ``selisih_poin`` (default), ``indeks``, ``sisa_anggaran`` or ``pmk_22_2021``; a frame has it
    as ``rumus_efisiensi``.

    >>> efisiensi(capaian=105, serapan=95), efisiensi(114, 95, rumus="indeks")
    (10.0, 1.2)
    """
    chosen = {"rumus": (rumus, FACTS["rumus_efisiensi"], "selisih_poin")}
    inputs = {"capaian": capaian, "serapan": serapan}
    return _compute("efisiensi", inputs, lambda rumus: [EFISIENSI[rumus]], chosen)


def perubahan(sekarang: Isi, sebelumnya: Isi = None) -> Any:
    """Change (perubahan) in the values' own unit: now minus before.

    >>> perubahan(sekarang=73.47, sebelumnya=71.13)
    2.34
    """
    inputs = {"sekarang": sekarang, "sebelumnya": sebelumnya}
    return _compute("perubahan", inputs, lambda: [comparison.PERUBAHAN])


def predikat(nilai: Isi, skala: Kata = "", data: Results | int | str | Path | None = None) -> Any:
    """Word of a value on a scale (skala) of ``skala_predikat.csv``.

    ``data`` is a hasil or what ``buka`` takes, and names the unit whose scales are read.

    >>> predikat(84, "akip_nasional", data="examples/dinas/2024")
    'A'
    """
    year = opened(data).data
    names = tuple(dict.fromkeys(row.skala for row in year[SkalaPredikat]))
    chosen = {"skala": (skala, choice("skala", choices=names, name="skala"), "")}
    scaled = {name: [on_scale(year, ratings.PREDIKAT, name)] for name in names}
    return _compute("predikat", {"nilai": nilai}, scaled.__getitem__, chosen)


def _compute(nama: str, inputs: Row, choose: Choose, choices: Choices | None = None) -> Any:
    """Compute for plain values, or row by row for Series."""
    choices, frame = choices or {}, next(iter(inputs.values()))
    given = {**inputs, **{name: own for name, (own, *_) in choices.items()}}
    if isinstance(frame, pd.DataFrame):
        wanted = [name for name, own in inputs.items() if own is None or own is frame]
        for name in wanted:
            if name not in frame:
                said = f'{nama}: tabel tidak mempunyai kolom "{name}"'
                raise UnknownKeyError(unknown(said, name, map(str, frame)))
        given |= {name: frame[name] for name in wanted}
        for name, (own, column, _) in choices.items():
            if isinstance(own, str) and not own:
                given[name] = frame.get(column.name, frame.attrs.get(column.name, own))

    def value_of(row: Row, at: str = "") -> Value:
        values: list[Any] = [_number(f"{nama}: {name}{at}", row[name]) for name in inputs]
        words = [_word(f"{nama}: {n}{at}", row[n], *c[1:]) for n, c in choices.items()]
        if None in values or "" in words:
            return None
        for formula in choose(*words):
            values = [formula(*values)]
        return values[0]

    columns = {name: value for name, value in given.items() if isinstance(value, pd.Series)}
    if columns:
        return _rows(nama, given, columns, value_of)
    value = value_of(given)
    if value is None:
        lacking = [name for name in inputs if _number(name, given[name]) is None]
        said = ", ".join(lacking or choices)
        raise NoNumberError(f"{nama}: masukannya belum tersedia ({said})")
    exact = any(isinstance(given[name], Decimal | Figure) for name in inputs)
    return value if exact or isinstance(value, str) else float(value)


def _rows(nama: str, given: Row, columns: Row, value_of: Callable[..., Value]) -> pd.Series:
    """Compute every row of some Series; one without an answer is missing, and told."""
    index = next(iter(columns.values())).index
    if not all(column.index.equals(index) for column in columns.values()):
        said = f"{nama}: baris {' dan '.join(columns)} tidak sama"
        remedy = "pakai kolom dari satu tabel, atau samakan indeksnya"
        raise CallError(f"{said}\n  perbaikan : {remedy}")
    held = {name: column.tolist() for name, column in columns.items()}
    values: list[Value] = [None] * len(index)
    faults = []
    for place, label in enumerate(index):
        row = {**given, **{name: cells[place] for name, cells in held.items()}}
        try:
            values[place] = value_of(row, f" baris {label}")
        except NotComputableError as error:
            faults.append(f"{label}: {error}")
    if faults:
        said = f"{nama}: {len(faults)} dari {len(index)} baris dibiarkan kosong"
        warnings.warn(f"{said} (baris {few(faults)})", stacklevel=4)
    kind: Any = "str" if nama == "predikat" else "float64"
    return pd.Series(values, index, object, nama).astype(kind)


def _number(place: str, value: Any) -> Decimal | None:
    """Give the exact number; None where it is missing."""
    value = value.decimal if isinstance(value, Figure) else value
    if pd.api.types.is_scalar(value) and pd.isna(value):
        return None
    if not isinstance(value, str):
        with suppress(ArithmeticError):
            number = Decimal(str(value))
            if number.is_finite():
                return number
    raise WrongTypeError(f"{place} harus bilangan, bukan {shortly(value)}")


def _word(place: str, value: Any, column: Column[Any], default: str) -> str:
    """Give what was chosen; the default where it is blank."""
    if pd.isna(value) or value == "":
        return default
    try:
        return str(reader_of(column, ";")(str(value)))
    except CellError as error:
        told = f"{error.message} (yang ada: {error.allowed}); {error.remedy}"
        raise UnknownKeyError(f'{place} "{value}": {told}') from None
