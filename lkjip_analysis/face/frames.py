"""Tidy frames of a year: a row an entity, a column each thing that is known of it.

They are built from the declarations alone: the columns of the data file (``data/schema_*.py``)
and the figures of the entity (``results/keys.py``).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Any

import pandas as pd

from lkjip_analysis.data.columns import Column
from lkjip_analysis.data.facts import CHOSEN
from lkjip_analysis.exceptions import UnknownKeyError
from lkjip_analysis.results import Results
from lkjip_analysis.results.entities import Entities, Entity
from lkjip_analysis.results.keys import angka_of
from lkjip_analysis.results.names import Angka, Setiap, declared, unknown

ANGKA, TEMUAN = "angka", "temuan"
KINDS = {
    **dict.fromkeys(("bilangan", "rupiah", "cacah", "tahun"), "float64"),
    "tanggal": "datetime64[s]",
}
"""What a frame holds of a column's kind; else text."""
WORDS = ("predikat", "status", "teks", "komponen")
"""Units of figures that are words, not numbers."""
DOUBTED = "apa yang bertentangan dengan angkanya, atau membuatnya tidak wajar"
Told = dict[str, tuple[str, str, Any, Sequence[object]]]
"""The columns of a frame by name: unit, meaning, kind of values, values."""


def subjects() -> list[str]:
    """Name the subjects (pokok): the attributes of a year's results, all figures, the findings."""
    of_year = [n for n, v in vars(Results).items() if isinstance(v, cached_property)]
    return [*of_year, ANGKA, TEMUAN]


def frame_of(hasil: Results, pokok: str) -> pd.DataFrame:
    """Make the frame of a subject.

    Parameters
    ----------
    pokok
        ``iku``, ``indikator``, ``program``, ``anggaran``, ``sdm``, ``sarpras``, ``evaluasi`` or
        another attribute of ``hasil``: a row an entity, in file order; the columns are those of
        its data file, then its figures, under the names they have as attributes
        (``capaian``; by year ``riwayat_2023``). Of the same name, the figure stands there, or
        what the cell holds where it has no value; in another unit it has its unit in its name
        (``ketersediaan`` in persons, ``ketersediaan_persen``).
        ``angka``: a row for every figure there is; ``temuan``: for every finding of the checks.

    Returns
    -------
    pandas.DataFrame
        Numbers are ``float64`` (a row's own number ``int64``), days ``datetime64``, all else text;
        what is not available is
        missing (``NaN``), never 0. ``attrs["satuan"]`` gives the unit of each column (``satuan
        indikator``: the one in the row's own column ``satuan``), ``attrs["arti"]`` its meaning.
        The last column ``diragukan`` says which of a row's figures a finding doubts, and why.
        A blank ``rumus_turun`` is the unit's choice; its ``rumus_efisiensi`` is in ``attrs`` too.

    Raises
    ------
    UnknownKeyError
        There is no such subject; the nearest one is named.
    """
    if pokok not in subjects():
        said = f'pokok "{pokok}" tidak ada (yang ada: {", ".join(subjects())})'
        raise UnknownKeyError(unknown(said, str(pokok), subjects()))
    every = {ANGKA: _all_figures, TEMUAN: _findings}.get(pokok)
    told = every(hasil) if every else _entities(hasil, getattr(hasil, pokok))
    frame = pd.DataFrame({
        name: pd.Series([None if v == "" else v for v in values], dtype="object").astype(kind)
        for name, (*_, kind, values) in told.items()
    })  # fmt: skip
    frame.attrs["satuan"] = {name: satuan for name, (satuan, *_) in told.items()}
    frame.attrs["arti"] = {name: arti for name, (_, arti, *_) in told.items()}
    frame.attrs["rumus_efisiensi"] = hasil.data.identitas.rumus_efisiensi
    return frame


def _entities(hasil: Results, held: Any) -> Told:
    """List the columns of the data file, and of the figures that the entities have or may have."""
    kind, every = (held.kind, list(held)) if isinstance(held, Entities) else (type(held), [held])
    columns = kind.tabel.columns if issubclass(kind, Entity) else ()
    told: Told = {
        c.name: (c.unit, c.meaning, _kind(c), [_held(one, c) for one in every]) for c in columns
    }
    angka, lalu = declared(kind), any(one._year for one in every)
    ends = {n: a for n, a in angka.items() if type(a) is Angka and (a.lalu or not lalu)}
    if len(ends) < len(angka):
        ends |= _of_kinds(hasil, [f"{one._stem}." for one in every], list(angka.values()))
    for end, one_of in ends.items():
        values: list[object] = [hasil.look_up(f"{one._stem}.{end}").nilai for one in every]
        words = "str" if one_of.satuan in WORDS else "float64"
        name = end.replace(".", "_")
        unit, _, _, cells = told.get(name, ("", "", "", []))
        if unit and unit != one_of.satuan:
            name = f"{name}_{one_of.satuan}"
        elif cells:
            values = [c if v is None else v for v, c in zip(values, cells, strict=True)]
        told[name] = (one_of.satuan, one_of.arti, words, values)
    doubts = [
        " ".join(dict.fromkeys(f.diragukan for f in figures if f.diragukan))
        for figures in ([hasil.look_up(f"{one._stem}.{end}") for end in ends] for one in every)
    ]
    return told | {"diragukan": ("", DOUBTED, "str", doubts)}


def _kind(column: Column[Any]) -> str:
    """Say what a frame holds of a column; the number of a row is never missing, so it is whole."""
    kind = KINDS.get(column.kind, "str")
    return "int64" if column.key and kind == "float64" else kind


def _held(one: Entity[Any], column: Column[Any]) -> object:
    """Give what a row holds; where it leaves a choice to the unit, the unit's."""
    value = one.row[column]
    return one.data.identitas[column.name] if not value and column.name in CHOSEN else value


def _of_kinds(hasil: Results, stems: list[str], angka: list[Angka]) -> dict[str, Angka]:
    """List the ends of keys that a year, a number or a word is a part of."""
    found = [(f.kunci.removeprefix(s), angka_of(f.kunci)) for s in stems for f in hasil
             if f.kunci.startswith(s)]  # fmt: skip
    return {end: a for end, a in found if isinstance(a, Setiap) and a in angka}


def _all_figures(hasil: Results) -> Told:
    def each(name: str) -> list[object]:
        return [getattr(figure, name) for figure in hasil]

    words = [f.nilai if isinstance(f.nilai, str) else "" for f in hasil]
    cells = ["; ".join(f"{c.berkas}:{c.baris}:{c.kolom}" for c in f.masukan) for f in hasil]
    return {
        "kunci": ("", "kunci di hasil.json", "str", each("kunci")),
        "nilai": ("kolom satuan", "nilainya, bila bilangan", "float64", each("decimal")),
        "teks": ("", "nilainya, bila kata", "str", words),
        "satuan": ("", "satuannya", "str", each("satuan")),
        "tampil": ("", "seperti tercetak", "str", each("tampil")),
        "rumus": ("", "rumusnya", "str", each("rumus")),
        "sel": ("", "sel asalnya: berkas, baris, kolom", "str", cells),
        "alasan": ("", "mengapa tidak ada nilainya", "str", each("alasan")),
        "diragukan": ("", DOUBTED, "str", each("diragukan")),
    }


def _findings(hasil: Results) -> Told:
    from lkjip_analysis.checks import run_checks  # its libraries are asked for by this frame alone

    told = {
        "id": "aturan yang menemukannya",
        "keparahan": "galat, peringatan, atau catatan",
        "judul": "apa yang diperiksa aturan itu",
        "berkas": "berkas sel pertama",
        "baris": "barisnya, seperti di Excel",
        "kolom": "kolomnya",
        "pesan": "apa yang ditemukan",
        "selisih": "selisih yang tepat",
        "dugaan": "sebab yang mungkin",
        "saran": "perbaikannya",
        "diakui": "alasan pengakuannya; kosong: belum diakui",
    }
    found = run_checks(hasil)
    return {
        name: ("", arti, "float64" if name == "baris" else "str", [getattr(f, name) for f in found])
        for name, arti in told.items()
    }
