"""Several hasil in one frame: over the years, over units, and what differs between two."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from decimal import Decimal
from math import isclose
from numbers import Number
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pandas as pd

from lkjip_analysis.data.files import available_years, complete_years, newest_year
from lkjip_analysis.data.units import list_units, unit_data
from lkjip_analysis.exceptions import CallError, LkjipError, WrongTypeError
from lkjip_analysis.face.frames import frame_of
from lkjip_analysis.face.opening import asked_in_python, data_beside, measured, place_of, shortly
from lkjip_analysis.formatting import PRINTED, format_number
from lkjip_analysis.results import Results
from lkjip_analysis.results.difference import Change, compare, relative_years
from lkjip_analysis.results.names import MOST, few

OF_A_YEAR = r"_\d{4}(?:$|_)"
Asked = Results | int | str | Path


def deret(data: str | Path | None = None, pokok: str = "iku") -> pd.DataFrame:
    """Give one tidy frame over all years (deret) of a unit's folder, with a column ``tahun``.

    Rows and columns are those of ``frame_of`` (subject ``pokok``), without the columns that
    are of single years (``riwayat_2023``); a year without ``identitas.csv`` is there too.

    >>> years = deret("examples/dinas")
    >>> years.loc[years.kode_iku == "KORBAN", ["tahun", "realisasi"]].to_numpy().tolist()
    [[2022.0, 10.4], [2023.0, 9.1], [2024.0, 7.2]]
    """
    with asked_in_python():
        folder = data_beside(data)
        newest_year(folder)  # says where there is none
    whole, years = complete_years(folder), dict[int, Results]()
    for year in available_years(folder):
        years[year] = measured(year, folder, whole=year in whole)
    return _stacked("tahun", years, pokok, OF_A_YEAR)


def unit(folder: str | Path, pokok: str = "iku", tahun: int | None = None) -> pd.DataFrame:
    """Give one tidy frame over the units of a folder (``<folder>/<unit>/<tahun>/``).

    A column ``unit`` comes first; the year is the newest one, where none is named. A year without
    ``identitas.csv`` is measured by the choices of the unit's nearest one with it. Data with faults
    raise ``CallError``, with the unit's name and all faults.

    >>> unit("examples", tahun=2024)["unit"].unique().tolist()
    ['dinas']
    """
    root = data_beside(folder)
    year = newest_year(root) if tahun is None else tahun
    year = int(year) if str(year).isdecimal() else year  # "2024", as ``buka`` takes it
    units: dict[str, Results] = {}
    with TemporaryDirectory() as place:
        for name in list_units(root, year):
            own = unit_data(root, name, Path(place))
            try:
                whole = year in (complete_years(own) or [year])
                units[name] = measured(year, own, whole=whole)
            except LkjipError as error:
                raise CallError(f"Unit {name}: {error}") from error
    return _stacked("unit", units, pokok)


def _stacked(
    label: str, every: Mapping[Any, Results], pokok: str, skip: str = "^$"
) -> pd.DataFrame:
    frames = {key: frame_of(hasil, pokok) for key, hasil in every.items()}
    for key, frame in frames.items():
        frame.insert(0, label, key)
    whole = pd.concat(frames.values(), ignore_index=True)
    whole = whole.loc[:, ~whole.columns.str.contains(skip)]
    for name in ("satuan", "arti"):
        told = {column: f.attrs[name].get(column, label) for f in frames.values() for column in f}
        whole.attrs[name] = {column: told[column] for column in whole}
    rules = {frame.attrs["rumus_efisiensi"] for frame in frames.values()}
    if len(rules) == 1:
        whole.attrs["rumus_efisiensi"] = rules.pop()
    return whole


def cocok(dihitung: pd.Series, terbit: pd.Series) -> str:
    """Assert that what was computed matches (cocok) what is published, row by row; say of how many.

    Rows without a published value, or without one computed, are named and not compared; where
    that leaves none, it says so.

    Raises ``AssertionError`` with every row that differs.

    >>> from lkjip_analysis import buka
    >>> iku = buka("examples/dinas/2024").frame("iku").set_index("kode_iku")
    >>> cocok(iku["realisasi"] - iku["riwayat_2023"], iku["perubahan_2024"])  # doctest: +ELLIPSIS
    'cocok dengan yang terbit: 5 dari 5 (KORBAN -1,90; ...)'
    """
    for column in (dihitung, terbit):
        if not isinstance(column, pd.Series):
            raise WrongTypeError(f"cocok: dua kolom (Series) yang diminta, bukan {shortly(column)}")
    if not dihitung.index.equals(terbit.index) and not (
        dihitung.index.is_unique and terbit.index.is_unique
    ):
        raise CallError(
            "cocok: ada indeks yang berulang, jadi baris yang sama tidak dapat dicari\n"
            '  perbaikan : beri kedua kolom indeks yang tunggal, misalnya set_index("kode_iku")'
        )
    rows = pd.DataFrame({"dihitung": dihitung, "terbit": terbit}, dtype=object)
    rows.index = [" ".join(map(str, k)) if isinstance(k, tuple) else str(k) for k in rows.index]
    lacking = rows.isna()
    both = rows[~lacking.any(axis=1)]
    wrong = [f"{k}: dihitung {d}, terbit {t}" for k, d, t in both.itertuples() if not _same(d, t)]
    if wrong:
        raise AssertionError("\n".join(wrong))
    if both.empty and not lacking.all().any():
        raise AssertionError("tidak ada baris yang sama pada kedua kolom; periksa indeksnya")
    told = ["belum ada yang dicocokkan"]
    if len(both):
        shown = [f"{k} {_written(t)}" for k, t in both["terbit"].head(MOST).items()]
        shown += ["…"] if len(both) > MOST else []
        told = [f"cocok dengan yang terbit: {len(both)} dari {len(rows)} ({'; '.join(shown)})"]
    for name, which in (
        ("tanpa nilai terbit", lacking["terbit"]),
        ("terbit, tidak terhitung dari tabel", lacking["dihitung"] & ~lacking["terbit"]),
    ):
        told += [f"{name}: {few(list(rows.index[which]))}"] if which.any() else []
    return "; ".join(told)


def _same(one: Any, other: Any) -> bool:
    numbers = isinstance(one, Number) and isinstance(other, Number)
    return bool(isclose(one, other, abs_tol=1e-9) if numbers else one == other)


def _written(value: Any) -> str:
    is_number = isinstance(value, Number) and not isinstance(value, bool)
    return format_number(Decimal(str(value)), PRINTED) if is_number else str(value)


def banding(a: Asked, b: Asked) -> pd.DataFrame:
    """Compare (banding) two hasil, or what ``buka`` opens: a row for every figure that differs.

    A year may be one that only gives history (without ``identitas.csv``), as in ``lkjip diff``.
    ``jenis`` is ``berubah``, ``baru`` or ``hilang``; ``lama`` and ``baru`` as printed,
    ``nilai_lama`` and ``nilai_baru`` as numbers; the greatest relative change comes first. Years
    in keys are counted from the report's year, so that two years can be compared.

    >>> from lkjip_analysis import buka
    >>> hasil = buka("examples/dinas/2024")
    >>> frame = banding(hasil, hasil.andai({"iku.KORBAN.realisasi": 9}))
    >>> frame.set_index("kunci").loc["iku.KORBAN.capaian", ["lama", "baru"]].tolist()
    ['125,00%', '100,00%']
    """
    sides = [_records(asked) for asked in (a, b)]
    names = [field.name for field in fields(Change)]
    frame = pd.DataFrame([change.as_record() for change in compare(*sides)], columns=names)
    for name, side in zip(("lama", "baru"), map(relative_years, sides), strict=True):
        values = [side.get(kunci, {}).get("nilai") for kunci in frame["kunci"]]
        frame[f"nilai_{name}"] = pd.to_numeric(pd.Series(values, dtype="object"), errors="coerce")
    return frame.astype({"relatif": "float64"})


def _records(asked: Asked) -> list[dict[str, object]]:
    if isinstance(asked, Results):
        return asked.as_records()
    year, root = place_of(asked)
    whole = year in complete_years(root)
    return measured(year, root, whole=whole).as_records(whole=whole)
