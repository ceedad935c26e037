"""Tidy frames of a year: a row an entity, a column each thing that is known of it.

They are built from the declarations alone: the columns of the data file (``data/schema_*.py``)
and the figures of the entity (``results/keys.py``).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Any, NamedTuple

import pandas as pd

from lkjip_analysis.exceptions import UnknownKeyError
from lkjip_analysis.results import Results
from lkjip_analysis.results.entities import Entities, Entity
from lkjip_analysis.results.figures import Figure
from lkjip_analysis.results.keys import angka_of
from lkjip_analysis.results.names import Angka, Names, Setiap, declared, unknown

ANGKA = "angka"
KINDS = {
    **dict.fromkeys(("bilangan", "rupiah", "cacah", "tahun"), "float64"),
    "tanggal": "datetime64[s]",
}
"""What a frame holds of a column's kind; else text."""
WORDS = ("predikat", "status", "teks", "komponen")
"""Units of figures that are words, not numbers."""
ARTI = {
    "kunci": "kunci di hasil.json", "nilai": "nilainya, bila bilangan",
    "teks": "nilainya, bila kata", "satuan": "satuannya", "tampil": "seperti tercetak",
    "rumus": "rumusnya", "sel": "sel asalnya", "alasan": "mengapa tidak ada nilainya",
}  # fmt: skip


def subjects() -> list[str]:
    """Name the subjects (pokok): the attributes of a year's results, and ``angka`` for all."""
    return [n for n, v in vars(Results).items() if isinstance(v, cached_property)] + [ANGKA]


def frame_of(hasil: Results, pokok: str) -> pd.DataFrame:
    """Make the frame of a subject.

    Parameters
    ----------
    pokok
        ``iku``, ``indikator``, ``program``, ``anggaran``, ``sdm``, ``sarpras``, ``evaluasi`` or
        another attribute of ``hasil``: a row an entity, in file order; the columns are those of
        its data file, then its figures, under the names they have as attributes
        (``capaian``; by year ``riwayat_2023``). Of the same name, the figure stands there.
        ``angka``: a row for every figure there is.

    Returns
    -------
    pandas.DataFrame
        Numbers are ``float64``, days ``datetime64``, all else text; what is not available is
        missing (``NaN``), never 0. ``attrs["satuan"]`` gives the unit of each column (``satuan
        indikator``: the one in the row's own column ``satuan``), ``attrs["arti"]`` its meaning.

    Raises
    ------
    UnknownKeyError
        There is no such subject; the nearest one is named.
    """
    if pokok not in subjects():
        said = f'pokok "{pokok}" tidak ada (yang ada: {", ".join(subjects())})'
        raise UnknownKeyError(unknown(said, str(pokok), subjects()))
    if pokok == ANGKA:
        return _all_figures(hasil)
    held = getattr(hasil, pokok)
    kind, every = (held.kind, list(held)) if isinstance(held, Entities) else (type(held), [held])
    columns = {**_of_rows(kind, every), **_of_figures(kind, every), **_of_series(hasil, every)}
    frame = pd.DataFrame({name: column.series for name, column in columns.items()})
    frame.attrs["satuan"] = {name: column.satuan for name, column in columns.items()}
    frame.attrs["arti"] = {name: column.arti for name, column in columns.items()}
    return frame


class _Column(NamedTuple):
    """A column of a frame: its values, their unit, their meaning."""

    series: pd.Series
    satuan: str
    arti: str


def _of_rows(kind: type[Names[Any]], every: Sequence[Any]) -> dict[str, _Column]:
    """List what stands in the data file."""
    if not issubclass(kind, Entity):
        return {}
    return {
        column.name: _Column(
            _series([one.row[column] for one in every], KINDS.get(column.kind, "str")),
            column.unit,
            column.meaning,
        )
        for column in kind.tabel.columns
    }


def _of_figures(kind: type[Names[Any]], every: Sequence[Any]) -> dict[str, _Column]:
    """List the figures that every entity of the kind has."""
    lalu = any(one._year for one in every)
    return {
        name: _of_figure(angka, [one.at(angka) for one in every])
        for name, angka in declared(kind).items()
        if not isinstance(angka, Setiap) and (angka.lalu or not lalu)
    }


def _of_series(hasil: Results, every: Sequence[Any]) -> dict[str, _Column]:
    """List the figures of which there are several, by year, number or word."""
    found: dict[str, Angka] = {}
    kinds = {id(a) for one in every[:1] for a in declared(type(one)).values() if type(a) is Setiap}
    for one in every if kinds else ():
        for figure in hasil:
            if figure.kunci.startswith(f"{one._stem}."):
                angka = angka_of(figure.kunci)
                if angka is not None and id(angka) in kinds:
                    found[figure.kunci.removeprefix(f"{one._stem}.")] = angka
    return {
        end.replace(".", "_"): _of_figure(
            angka, [hasil.look_up(f"{one._stem}.{end}") for one in every]
        )
        for end, angka in found.items()
    }


def _of_figure(angka: Angka, figures: Sequence[Figure]) -> _Column:
    words = angka.satuan in WORDS
    return _Column(
        _series([f.nilai for f in figures], "str" if words else "float64"), angka.satuan, angka.arti
    )


def _series(values: Sequence[object], kind: Any) -> pd.Series:
    """Hold values: what is blank is missing."""
    return pd.Series([None if value == "" else value for value in values], dtype="object").astype(
        kind
    )


def _all_figures(hasil: Results) -> pd.DataFrame:
    rows = [
        (
            f.kunci, f.decimal, f.nilai if isinstance(f.nilai, str) else "", f.satuan, f.tampil,
            f.rumus, "; ".join(f"{c.berkas}:{c.baris}:{c.kolom}" for c in f.masukan), f.alasan,
        )
        for f in hasil
    ]  # fmt: skip
    columns = zip(ARTI, zip(*rows, strict=True), strict=True)
    frame = pd.DataFrame(
        {name: _series(held, "float64" if name == "nilai" else "str") for name, held in columns}
    )
    frame.attrs["satuan"] = dict.fromkeys(ARTI, "") | {"nilai": "kolom satuan"}
    frame.attrs["arti"] = dict(ARTI)
    return frame
